import { Controller, Get, Param, Post, Req, VERSION_NEUTRAL } from '@nestjs/common';
import { Emargements } from '@pleniere/participation/api';
import {
  type EmargementOuvert,
  GENRES,
  type PresenceDite,
  ROLES_PRESENCE,
  TRANCHES_AGE,
} from '@pleniere/participation/domain';
import type { Request } from 'express';
import { chemin } from '../cadre/cadre';
import { CadreReader } from '../cadre/cadre.reader';
import { PagePrivee, Pages } from '../cadre/page-html.decorator';
import { agir } from '../formulaires/aller';
import { CleDuVisiteur } from '../formulaires/cle';
import { Demande, Envoi, Formulaire } from '../formulaires/formulaire';
import { rendre } from '../gabarit/rendre';
import { PageEmargement, PageEmarge, type PresenceTapee } from './page-emargement';

/** Presence that a phone in the room declares, through the code on the poster; everything may stay unsaid, and no name is asked. */
@Controller({ path: 'habitants/:adresse/emargement/:code', version: VERSION_NEUTRAL })
@Pages()
export class EmargementDuSiteController {
  constructor(
    private readonly cadres: CadreReader,
    private readonly cle: CleDuVisiteur,
    private readonly emargements: Emargements,
  ) {}

  @Get()
  @PagePrivee()
  async lire(
    @Param('adresse') adresse: string,
    @Param('code') code: string,
    @Demande() demande: Formulaire,
    @Req() requete: Request,
  ): Promise<string> {
    const cadre = await this.cadres.lire(adresse);
    const cle = this.cle.duFormulaire(requete);
    const [seance, dite] = await Promise.all([
      this.emargements.lire(cadre.id, code),
      this.emargements.sienne(cadre.id, code, cle),
    ]);
    if (demande.texte('merci') !== '' || (dite && demande.texte('corriger') === '')) {
      return rendre(<PageEmarge {...{ cadre, seance, code, connu: dite !== null }} />);
    }
    return rendre(<PageEmargement {...{ cadre, seance, code, cle, tapee: enMots(dite), refus: null }} />);
  }

  /** Declares a presence; the same phone says it again without being counted twice. */
  @Post()
  @PagePrivee()
  async declarer(
    @Param('adresse') adresse: string,
    @Param('code') code: string,
    @Envoi() envoi: Formulaire,
    @Req() requete: Request,
  ): Promise<string> {
    const cadre = await this.cadres.lire(adresse);
    const seance = await this.emargements.lire(cadre.id, code);
    const { cle, ip } = this.cle.assurer(requete, envoi.texte('cle'));
    const acte = async (): Promise<string> => {
      const telephone = { contratId: cadre.id, code, appareil: cle, adresse: ip };
      await this.emargements.declarer(telephone, lirePresence(envoi, seance));
      return `${chemin(cadre, 'emargement', code)}?merci=1`;
    };
    const tapee = Object.fromEntries(DITS.map((nom) => [nom, envoi.texte(nom)])) as PresenceTapee;
    return agir(requete, acte, (refus) => <PageEmargement {...{ cadre, seance, code, cle, tapee, refus }} />);
  }
}

const DITS = ['role', 'trancheAge', 'genre', 'qpvCode', 'premiereFois'] as const;

function lirePresence(envoi: Formulaire, { quartiers }: EmargementOuvert): PresenceDite {
  const premiereFois = envoi.parmi('premiereFois', ['oui', 'non']);
  const codes = quartiers.map(({ code }) => code);
  return {
    ...{ role: envoi.parmi('role', ROLES_PRESENCE) ?? 'habitant', trancheAge: envoi.parmi('trancheAge', TRANCHES_AGE) },
    ...{ genre: envoi.parmi('genre', GENRES), qpvCode: envoi.parmi('qpvCode', codes) },
    premiereFois: premiereFois && premiereFois === 'oui',
  };
}

/** What was said, as the form bears it; nothing, as a resident, when nothing was. */
function enMots(dite: PresenceDite | null): PresenceTapee {
  if (!dite) return { role: 'habitant', trancheAge: '', genre: '', qpvCode: '', premiereFois: '' };
  const { role, trancheAge, genre, qpvCode, premiereFois } = dite;
  const fois = premiereFois === null ? '' : premiereFois ? 'oui' : 'non';
  return { role, trancheAge: trancheAge ?? '', genre: genre ?? '', qpvCode: qpvCode ?? '', premiereFois: fois };
}
