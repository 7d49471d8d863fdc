import { Injectable } from '@nestjs/common';
import { Autorisation, Ecritures, type Ressource } from '@pleniere/acces/api';
import { type Acteur, decider } from '@pleniere/acces/domain';
import {
  type DemandeEtape,
  estAVenir,
  estTenue,
  etapeSeance,
  QUESTION_RESSENTI,
  refusEtapeSeance,
  type SeanceDialogue,
  type SeanceDialogueResume,
  type SeanceDialogueSaisie,
} from '@pleniere/participation/domain';
import { Base, enConflit, introuvable, refuse } from '@pleniere/shared/api';
import { jourDeParis } from '@pleniere/shared/domain';
import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { nouveauCode } from './code-emargement';
import { LISTE_SEANCES, UNE_SEANCE } from './lectures';
import { PriseSeance } from './prise-seance';
import { SeanceDialogueEntity } from './seance-dialogue.entity';

const refuserChamp = (pointer: string, detail: string) => refuse('Rien n’a été enregistré.', [{ pointer, detail }]);

const RESSOURCE: Ressource<SeanceDialogueEntity, SeanceDialogue> = {
  entite: SeanceDialogueEntity,
  objet: 'seance-dialogue',
  quoi: 'Cette séance',
  utilise: 'Des questions y ont été posées : annulez-la plutôt, en disant pourquoi.',
  contraintes: {
    seance_dialogue_contrat_id_qpv_code_fkey: () =>
      refuserChamp('/qpvCode', 'Ce quartier ne fait pas partie du contrat.'),
    seance_dialogue_niveau: () => refuserChamp('/niveauJustification', 'Dites pourquoi ce niveau de participation.'),
    seance_dialogue_compte_rendu: () =>
      refuserChamp('/compteRendu', 'Un compte rendu publié ne peut être ni vidé, ni antérieur à la séance.'),
  },
  cle: (contratId, id) => ({ contratId, id }),
  lire: lireSeance,
};

// What somebody said of themselves, for whoever has no need of it.
const TU = { trancheAge: null, genre: null, qpvCode: null, premiereFois: null };

const ESPACE = `select organisation_id as "organisationId" from espace_dialogue where contrat_id = $1 and id = $2`;

/** Séances of the espaces de dialogue: planned, announced, held, told. */
@Injectable()
export class SeancesDialogueService {
  constructor(
    private readonly base: Base,
    private readonly ecritures: Ecritures,
    private readonly autorisation: Autorisation,
    private readonly prise: PriseSeance,
  ) {}

  /** Every séance of a contrat, the latest first. */
  async lister(contratId: string): Promise<SeanceDialogueResume[]> {
    const nom = 'seances-dialogue';
    const [ligne] = await this.base.lire<{ reponse: SeanceDialogueResume[] }>(nom, LISTE_SEANCES, [contratId]);
    return ligne?.reponse ?? [];
  }

  /** One séance with everything, or 404. What each said of themselves is read by those who animate it alone. */
  async lire(acteur: Acteur, id: string): Promise<SeanceDialogue> {
    const { contratId } = acteur;
    const [ligne] = await this.base.lire<{ reponse: SeanceDialogue }>('seance-dialogue', UNE_SEANCE, [contratId, id]);
    if (!ligne) throw introuvable(RESSOURCE.quoi);
    const { reponse } = ligne;
    const perimetre = { contratId, organisationIds: [reponse.espace.organisationId] };
    if (decider(acteur, 'espaces.animer', perimetre) === null) return reponse;
    return { ...reponse, presences: reponse.presences.map((presence) => ({ ...presence, ...TU })) };
  }

  /** Plans a séance of an espace; sent twice under the same id, it is planned once. */
  planifier(acteur: Acteur, espaceId: string, saisie: SeanceDialogueSaisie, cle?: string): Promise<SeanceDialogue> {
    const { contratId } = acteur;
    const id = cle ?? randomUUID();
    return this.base.transaction(async (tx) => {
      const [espace] = await tx.query<{ organisationId: string }[]>(ESPACE, [contratId, espaceId]);
      if (!espace) throw introuvable('Cet espace de dialogue');
      this.autorisation.exiger(acteur, 'espaces.animer', { contratId, organisationIds: [espace.organisationId] });
      const connue = cle === undefined ? null : await lireSeance(tx, contratId, id);
      if (connue && connue.espace.id !== espaceId) throw enConflit('Cet identifiant désigne une autre séance.');
      if (connue) return connue;
      const ressentiQuestion = saisie.ressentiQuestion || QUESTION_RESSENTI;
      const ligne = { ...saisie, espaceId, ressentiQuestion, codeEmargement: nouveauCode() };
      return this.ecritures.creer(tx, acteur, RESSOURCE, id, ligne);
    });
  }

  /** Changes a séance; one that was held stays in the past. */
  modifier(
    acteur: Acteur,
    id: string,
    version: number,
    saisie: Partial<SeanceDialogueSaisie>,
  ): Promise<SeanceDialogue> {
    return this.base.transaction(async (tx) => {
      const { statut } = await this.prise.prendre(tx, acteur, id);
      if (saisie.date !== undefined && estTenue(statut) && saisie.date > jourDeParis()) {
        throw refuserChamp('/date', 'Une séance tenue ne peut pas être dans l’avenir.');
      }
      return this.ecritures.modifier(tx, acteur, RESSOURCE, id, version, saisie);
    });
  }

  /** Takes a step of the life of a séance; throws 409 with the reason when it may not. */
  suivre(acteur: Acteur, id: string, version: number, demande: DemandeEtape): Promise<SeanceDialogue> {
    const { transition, motif } = demande;
    const aujourdhui = jourDeParis();
    return this.base.transaction(async (tx) => {
      const prise = await this.prise.prendre(tx, acteur, id);
      const refus = refusEtapeSeance(transition, prise.statut, { ...prise, motif, aujourdhui });
      // Whoever read another version is shown what stands now, rather than a step that has been taken.
      if (refus !== null && prise.version === version) throw enConflit(refus);
      const { vers } = etapeSeance(transition);
      return this.ecritures.modifier(tx, acteur, RESSOURCE, id, version, {
        statut: vers,
        motif: vers === 'reportee' || vers === 'annulee' ? motif : '',
        ...(transition === 'publier-compte-rendu' && { compteRenduPublieLe: aujourdhui }),
        ...(transition === 'replanifier' && demande.date !== null && { date: demande.date }),
      });
    });
  }

  /** Deletes a séance that is still to come. */
  supprimer(acteur: Acteur, id: string, version: number): Promise<void> {
    return this.base.transaction(async (tx) => {
      const prise = await this.prise.prendre(tx, acteur, id);
      if (!estAVenir(prise) || prise.presencesSaisies) {
        throw enConflit('Cette séance a une histoire : annulez-la plutôt, en disant pourquoi.');
      }
      await this.ecritures.supprimer(tx, acteur, RESSOURCE, id, version);
    });
  }
}

async function lireSeance(tx: EntityManager, contratId: string, id: string): Promise<SeanceDialogue | null> {
  const [ligne] = await tx.query<{ reponse: SeanceDialogue }[]>(UNE_SEANCE, [contratId, id]);
  return ligne?.reponse ?? null;
}
