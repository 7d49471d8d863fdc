import type { Organisation } from '@pleniere/acteurs/domain';
import { codeAffiche } from '@pleniere/fiches/domain';
import {
  type Decision,
  type DecisionSaisie,
  type FicheDuPoint,
  LIBELLES_STATUTS_DECISION,
  LIMITES_PLENIERES,
  STATUTS_DECISION,
} from '@pleniere/plenieres/domain';
import type { ChampSaisi, DemandeSaisie } from '@pleniere/shared/ui';
import type { PlenieresClient } from '../plenieres-client';

/** What a decision may name. */
export interface CadreDecision {
  fiches: readonly FicheDuPoint[];
  organisations: readonly Organisation[];
}

type Saisie = DecisionSaisie & Record<string, string | null>;

function champs({ fiches, organisations }: CadreDecision): ChampSaisi<Saisie>[] {
  return [
    {
      cle: 'texte',
      type: 'texte',
      lignes: 3,
      libelle: 'Décision',
      max: LIMITES_PLENIERES.decision,
      requis: 'Écrivez ce qui fut décidé.',
    },
    {
      cle: 'ficheId',
      type: 'choix',
      libelle: 'Fiche concernée',
      options: fiches.map(({ id, code, titre }) => ({ valeur: id, libelle: `${codeAffiche(code)} – ${titre}` })),
    },
    {
      cle: 'responsableId',
      type: 'choix',
      libelle: 'Responsable',
      options: organisations.map(({ id, nom }) => ({ valeur: id, libelle: nom })),
    },
    { cle: 'echeance', type: 'date', libelle: 'Échéance' },
    {
      cle: 'statut',
      type: 'choix',
      libelle: 'Avancement',
      requis: 'Choisissez un avancement.',
      options: STATUTS_DECISION.map((valeur) => ({ valeur, libelle: LIBELLES_STATUTS_DECISION[valeur] })),
    },
    { cle: 'suivi', type: 'texte', lignes: 3, libelle: 'Ce qui a été fait', max: LIMITES_PLENIERES.suivi },
  ];
}

const ecrire = (saisie: Saisie): DecisionSaisie => ({ ...saisie, suivi: saisie.suivi ?? '' });

const lire = ({ texte, fiche, responsable, echeance, statut, suivi }: Decision): Saisie => ({
  texte,
  ficheId: fiche?.id ?? null,
  responsableId: responsable?.id ?? null,
  echeance,
  statut,
  suivi,
});

/** The form of a new decision of a séance, on a fiche when one is being looked at. */
export function nouvelleDecision(
  client: PlenieresClient,
  cadre: CadreDecision,
  seanceId: string,
  ficheId: string | null = null,
): DemandeSaisie<Saisie, Decision> {
  return {
    titre: 'Noter une décision',
    action: 'Noter',
    champs: champs(cadre).filter(({ cle }) => cle !== 'statut' && cle !== 'suivi'),
    valeur: { texte: '', ficheId, responsableId: null, echeance: null, statut: 'a-faire', suivi: '' },
    enregistrer: (saisie) => client.creerDecision(seanceId, { ...ecrire(saisie), statut: 'a-faire' }),
  };
}

/** The form of a known decision, to correct it or to say what was done of it. */
export function saisieDecision(
  client: PlenieresClient,
  cadre: CadreDecision,
  connue: Decision,
): DemandeSaisie<Saisie, Decision> {
  const { id, version } = connue;
  return {
    titre: 'Suivre la décision',
    champs: champs(cadre),
    valeur: lire(connue),
    version,
    lire,
    enregistrer: (saisie, lue) => client.modifierDecision({ id, version: lue }, ecrire(saisie)),
  };
}
