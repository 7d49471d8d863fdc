import { Controller, Get, Header, Param, Post, Req, VERSION_NEUTRAL } from '@nestjs/common';
import { ConsultationsPubliques } from '@pleniere/participation/api';
import type { ExportParticipant } from '@pleniere/participation/domain';
import { IdPipe } from '@pleniere/shared/api';
import type { Request } from 'express';
import type { VNode } from 'preact';
import { type CadreDuSite, chemin } from '../../cadre/cadre';
import { CadreReader } from '../../cadre/cadre.reader';
import { PagePrivee, Pages } from '../../cadre/page-html.decorator';
import { agir, refuser } from '../../formulaires/aller';
import { CleDuVisiteur } from '../../formulaires/cle';
import { Demande, Envoi, Formulaire } from '../../formulaires/formulaire';
import { type Refus, refusDesChamps } from '../../formulaires/refus';
import { rendre } from '../../gabarit/rendre';
import { type AppelTape, PageContributions } from './page-contributions';
import { PageSuiviProposition } from './page-suivi';

const APPEL_MAX = 1000;
const APPEL_VIDE = 'Dites en une phrase pourquoi votre proposition devrait être publiée.';

/** What one said oneself: read again, taken away, taken back, contested, erased. */
@Controller({ path: 'habitants/:adresse/consultations/:id', version: VERSION_NEUTRAL })
@Pages()
export class ContributionsDuSiteController {
  constructor(
    private readonly cadres: CadreReader,
    private readonly cle: CleDuVisiteur,
    private readonly consultations: ConsultationsPubliques,
  ) {}

  @Get('mes-contributions')
  @PagePrivee()
  async miennes(
    @Param('adresse') adresse: string,
    @Param('id', IdPipe) id: string,
    @Demande() demande: Formulaire,
    @Req() requete: Request,
  ): Promise<string> {
    const cadre = await this.cadres.lire(adresse);
    const [envoyee, effacee] = [demande.nombre('envoyee'), demande.texte('effacee') !== ''];
    return rendre(await this.page(requete, cadre, id, { envoyee, effacee }));
  }

  /** The same, to take away. */
  @Get('mes-contributions.json')
  @Header('Cache-Control', 'no-store')
  @Header('Content-Disposition', 'attachment; filename="mes-contributions.json"')
  async emporter(
    @Param('adresse') adresse: string,
    @Param('id', IdPipe) id: string,
    @Req() requete: Request,
  ): Promise<ExportParticipant> {
    const cadre = await this.cadres.lire(adresse);
    return this.consultations.mesDonnees(cadre.id, id, this.cle.lire(requete).cle);
  }

  /** Erases everything that this browser left, while the consultation lasts. */
  @Post('mes-contributions/effacement')
  @PagePrivee()
  async effacer(
    @Param('adresse') adresse: string,
    @Param('id', IdPipe) id: string,
    @Req() requete: Request,
  ): Promise<string> {
    const cadre = await this.cadres.lire(adresse);
    const acte = async (): Promise<string> => {
      await this.consultations.effacer(cadre.id, id, this.cle.lire(requete).cle);
      return `${miennes(cadre, id)}?effacee=1`;
    };
    return agir(requete, acte, (refus) => this.page(requete, cadre, id, { refus }));
  }

  /** Where one proposition stands, by the link of an e-mail: in any browser, and only to be read. */
  @Get('propositions/:propositionId/suivi/:jeton')
  @PagePrivee()
  async suivre(
    @Param('adresse') adresse: string,
    @Param('id', IdPipe) id: string,
    @Param('propositionId', IdPipe) propositionId: string,
    @Param('jeton') jeton: string,
  ): Promise<string> {
    const cadre = await this.cadres.lire(adresse);
    const [consultation, suivi] = await Promise.all([
      this.consultations.lire(cadre.id, id),
      this.consultations.suivre(cadre.id, id, propositionId, jeton),
    ]);
    return rendre(<PageSuiviProposition {...{ cadre, consultation, suivi }} />);
  }

  @Post('propositions/:propositionId/retrait')
  @PagePrivee()
  async retirer(
    @Param('adresse') adresse: string,
    @Param('id', IdPipe) id: string,
    @Param('propositionId', IdPipe) propositionId: string,
    @Req() requete: Request,
  ): Promise<string> {
    const cadre = await this.cadres.lire(adresse);
    const acte = async (): Promise<string> => {
      await this.consultations.retirer(cadre.id, id, propositionId, this.cle.lire(requete).cle);
      return miennes(cadre, id);
    };
    return agir(requete, acte, (refus) => this.page(requete, cadre, id, { refus }));
  }

  @Post('propositions/:propositionId/appel')
  @PagePrivee()
  async faireAppel(
    @Param('adresse') adresse: string,
    @Param('id', IdPipe) id: string,
    @Param('propositionId', IdPipe) propositionId: string,
    @Envoi() envoi: Formulaire,
    @Req() requete: Request,
  ): Promise<string> {
    const cadre = await this.cadres.lire(adresse);
    const champ = `appel-${propositionId}`;
    const texte = envoi.texte(champ).trim();
    const page = (refus: Refus): Promise<VNode> =>
      this.page(requete, cadre, id, { refus, appel: { propositionId, texte } });
    const manque = refusDesChamps('Rien n’est encore parti.', {
      [champ]: texte === '' ? APPEL_VIDE : texte.length > APPEL_MAX && `Écrivez ${APPEL_MAX} caractères au plus.`,
    });
    if (manque) return refuser(requete, manque, page);
    const acte = async (): Promise<string> => {
      await this.consultations.faireAppel(cadre.id, id, propositionId, this.cle.lire(requete).cle, texte);
      return miennes(cadre, id);
    };
    return agir(requete, acte, page);
  }

  private async page(
    requete: Request,
    cadre: CadreDuSite,
    id: string,
    { envoyee = 0, effacee = false, refus = null, appel = null }: Suite,
  ): Promise<VNode> {
    const [consultation, contributions] = await Promise.all([
      this.consultations.lire(cadre.id, id),
      this.consultations.mesDonnees(cadre.id, id, this.cle.lire(requete).cle),
    ]);
    return <PageContributions {...{ cadre, consultation, miennes: contributions, envoyee, effacee, refus, appel }} />;
  }
}

interface Suite {
  envoyee?: number;
  effacee?: boolean;
  refus?: Refus | null;
  appel?: AppelTape | null;
}

const miennes = (cadre: CadreDuSite, id: string): string => chemin(cadre, 'consultations', id, 'mes-contributions');
