import { Injectable } from '@nestjs/common';
import type { EntreeAInscrire } from '@pleniere/acces/api';
import type { Transition } from '@pleniere/fiches/domain';
import { refuse } from '@pleniere/shared/api';
import { IsNull } from 'typeorm';
import { AvisEntity } from '../avis/avis.entity';
import { ArchivageService } from './archivage.service';
import type { Pas, Suite } from './etats';
import { RevisionEntity } from './revision.entity';
import { mettreEnVigueur, ouvrirRevision, revenirALaVigueur } from './textes';

/** What a step leaves behind: what changes of the fiche, and what the journal tells besides the step itself. */
interface Effet {
  suite: Suite;
  entrees: EntreeAInscrire[];
}

const RIEN: Effet = { suite: {}, entrees: [] };

const ECHEANCE = `select ($2::date + delai_avis)::text as jour from contrat where id = $1`;
const DESTINATAIRE = `
  select h.personne_id as id, h.nom from habilitation h
  where h.contrat_id = $1 and h.personne_id = $3 and (h.role = 'equipe' or h.role = 'referent' and h.organisation_id in (
    select p.organisation_id from perimetre_fiche p where p.contrat_id = $1 and p.fiche_id = $2))`;

/** What each step of the circuit does, besides moving the fiche from a statut to another. */
@Injectable()
export class EffetsService {
  constructor(private readonly archivage: ArchivageService) {}

  private readonly effets: Readonly<Record<Transition, (pas: Pas) => Promise<Effet>>> = {
    soumettre: async (pas) => {
      const retransmise = { transmiseLe: null, transmisePar: null, avisEcheance: null, correction: null };
      await dater(pas, { soumiseLe: new Date(), soumisePar: pas.acteur.nom, ...retransmise });
      return RIEN;
    },
    transmettre: async (pas) => {
      const { tx, fiche, aujourdhui, acteur } = pas;
      const [echeance] = await tx.query<{ jour: string }[]>(ECHEANCE, [fiche.contratId, aujourdhui]);
      await dater(pas, {
        transmiseLe: new Date(),
        transmisePar: acteur.nom,
        avisEcheance: echeance?.jour ?? aujourdhui,
      });
      return RIEN;
    },
    'demander-correction': async (pas) => {
      await dater(pas, { correction: await this.correction(pas) });
      return RIEN;
    },
    'rendre-avis': (pas) => this.rendreAvis(pas),
    valider: async (pas) => ({ suite: await mettreEnVigueur(pas), entrees: [] }),
    reviser: async ({ tx, acteur, fiche, demande: { cause } }) => ({
      suite: await ouvrirRevision(tx, acteur, fiche, cause ?? { sorte: 'decision', texte: '' }),
      entrees: [],
    }),
    renoncer: revenirALaVigueur,
    archiver: async (pas) => ({ suite: await this.archivage.archiver(pas), entrees: [] }),
  };

  produire(transition: Transition, pas: Pas): Promise<Effet> {
    return this.effets[transition](pas);
  }

  private async correction({ tx, acteur, fiche, demande }: Pas): Promise<RevisionEntity['correction']> {
    const cle = [fiche.contratId, fiche.id, demande.destinataireId];
    const [destinataire] = await tx.query<{ id: string; nom: string }[]>(DESTINATAIRE, cle);
    if (!destinataire) {
      const detail = 'Cette personne ne peut pas écrire cette fiche.';
      throw refuse(detail, [{ pointer: '/destinataireId', detail }]);
    }
    return { motif: demande.motif, destinataire, par: acteur.nom, le: new Date().toISOString() };
  }

  private async rendreAvis({ tx, acteur, fiche }: Pas): Promise<Effet> {
    const cle = { contratId: fiche.contratId, ficheId: fiche.id, personneId: acteur.personneId, renduLe: IsNull() };
    const { id, version, sens, texte, points: saisis } = await tx.findOneByOrFail(AvisEntity, cle);
    const points = saisis.filter((point) => point.texte.trim() !== '');
    const { nom: auteur, fonction } = acteur;
    const rendu = { auteur, fonction, points, revision: fiche.revision, renduLe: new Date(), version: version + 1 };
    await tx.update(AvisEntity, { contratId: fiche.contratId, id, version }, rendu);
    const apres = { sens, texte, points: points.length };
    return { suite: {}, entrees: [{ objet: 'avis', objetId: id, ficheId: fiche.id, apres }] };
  }
}

async function dater({ tx, revision }: Pas, dates: Partial<RevisionEntity>): Promise<void> {
  const { contratId, ficheId, numero } = revision;
  await tx.update(RevisionEntity, { contratId, ficheId, numero }, dates);
}
