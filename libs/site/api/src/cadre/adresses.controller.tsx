import { Controller, Get, Header, Param, Redirect, Req, StreamableFile, VERSION_NEUTRAL } from '@nestjs/common';
import { PublicService } from '@pleniere/fiches/api';
import { Base, introuvable } from '@pleniere/shared/api';
import type { Request } from 'express';
import { SCRIPT } from '../gabarit/code-du-script';
import { Page } from '../gabarit/page';
import { FEUILLE } from '../gabarit/feuille.css';
import { rendre } from '../gabarit/rendre';
import { type CadreDuSite, chemin } from './cadre';
import { CadreReader } from './cadre.reader';
import { PageHtml, Pages } from './page-html.decorator';

const UN_AN = 'public, max-age=31536000, immutable';

const TEINTES = `
  select coalesce(json_agg(json_build_object('type', type, 'numero', numero, 'couleur', couleur)), '[]') as reponse
  from enjeu where contrat_id = $1`;

interface Teinte {
  type: 'transversal' | 'thematique';
  numero: number;
  couleur: string;
}

/** The door of the site: choice of a contrat, and what its pages are drawn with. */
@Controller({ path: 'habitants', version: VERSION_NEUTRAL })
@Pages()
export class AdressesController {
  constructor(
    private readonly base: Base,
    private readonly cadres: CadreReader,
    private readonly fiches: PublicService,
  ) {}

  /** The contrats that have a fiche in force; the only one opens at once. */
  @Get()
  @PageHtml()
  async choisir(@Req() requete: Request): Promise<string> {
    const publies = await this.fiches.contrats();
    const cadres = await this.cadres.parIds(publies.map(({ id }) => id));
    const [seul, ...autres] = cadres;
    if (seul && autres.length === 0) requete.res?.status(302).setHeader('Location', chemin(seul));
    return rendre(
      <Page titre="Les contrats de ville" cadre={null}>
        <div class="pile">
          <h1>Choisissez votre contrat de ville</h1>
          {cadres.length === 0 && <p>Les pages s’ouvriront ici dès que des fiches seront adoptées.</p>}
          <ul class="lignes">
            {cadres.map((cadre) => (
              <li key={cadre.id}>
                <a href={chemin(cadre)}>{cadre.titre}</a>
              </li>
            ))}
          </ul>
        </div>
      </Page>,
    );
  }

  /** The style sheet; its address changes with it. */
  @Get('feuille-:empreinte.css')
  @Header('Content-Type', 'text/css; charset=utf-8')
  @Header('Cache-Control', UN_AN)
  feuille(): string {
    return FEUILLE;
  }

  /** The script that pages do without. */
  @Get('page-:empreinte.js')
  @Header('Content-Type', 'text/javascript; charset=utf-8')
  @Header('Cache-Control', UN_AN)
  script(): string {
    return SCRIPT;
  }

  /** Colours of the contrat and of its enjeux. */
  @Get(':adresse/couleur.css')
  @Header('Content-Type', 'text/css; charset=utf-8')
  @Header('Cache-Control', 'no-cache')
  async couleur(@Param('adresse') adresse: string): Promise<string> {
    const cadre = await this.cadres.lire(adresse);
    const [ligne] = await this.base.lire<{ reponse: Teinte[] }>('site-teintes', TEINTES, [cadre.id]);
    const enjeux = (ligne?.reponse ?? []).map(
      ({ type, numero, couleur }) => `.enjeu-${type}-${numero}{--teinte:${couleur}}`,
    );
    return `:root{--couleur-contrat:${cadre.couleur}}${enjeux.join('')}`;
  }

  /** Logo of the contrat. */
  @Get(':adresse/logo')
  @Header('Cache-Control', 'public, max-age=3600')
  async logo(@Param('adresse') adresse: string): Promise<StreamableFile> {
    const { logo } = await this.cadres.lire(adresse);
    const [, type, codage, donnees] = /^data:([\w+/]+)(;base64)?,(.*)$/s.exec(logo ?? '') ?? [];
    if (!type || donnees === undefined) throw introuvable('Ce logo');
    const octets = codage ? Buffer.from(donnees, 'base64') : Buffer.from(decodeURIComponent(donnees));
    return new StreamableFile(octets, { type });
  }
}

/** Addresses that pages had before contrats had words for theirs: papers bear them. */
@Controller({ path: 'habitants/-', version: VERSION_NEUTRAL })
@Pages()
export class AnciennesAdressesController {
  constructor(private readonly cadres: CadreReader) {}

  @Get()
  @Redirect('/habitants', 301)
  accueil(): void {
    return undefined;
  }

  @Get(':contratId')
  @Redirect('/habitants', 301)
  async contrat(@Param('contratId') id: string): Promise<{ url: string }> {
    return { url: chemin(await this.connu(id), 'fiches') };
  }

  @Get(':contratId/fiches/:code')
  @Redirect('/habitants', 301)
  async fiche(@Param('contratId') id: string, @Param('code') code: string): Promise<{ url: string }> {
    return { url: chemin(await this.connu(id), 'fiches', code) };
  }

  @Get(':contratId/emargement/:code')
  @Redirect('/habitants', 301)
  async emargement(@Param('contratId') id: string, @Param('code') code: string): Promise<{ url: string }> {
    return { url: chemin(await this.connu(id), 'emargement', code) };
  }

  private async connu(id: string): Promise<CadreDuSite> {
    const cadre = await this.cadres.parId(id);
    if (!cadre) throw introuvable('Ce contrat de ville');
    return cadre;
  }
}
