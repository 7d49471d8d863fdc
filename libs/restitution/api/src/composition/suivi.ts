import { enTexteRiche, formaterDate, INSECABLE } from '@pleniere/shared/domain';
import {
  type Action,
  codeAffiche,
  type Declinaison,
  estEnRetard,
  LIBELLES_EXECUTION,
  LIBELLES_METEO,
  LIBELLES_NIVEAUX_ACTION,
  LIBELLES_STATUTS_ACTION,
  type RecitAnnuel,
} from '@pleniere/fiches/domain';
import type { ActionImprimee, Bloc, DeclinaisonImprimee } from '../document/document-fiche';
import { lireTexteRiche } from '../document/texte-riche';
import type { NommerTerritoire } from './blocs-des-champs';

const RECITS: readonly [Exclude<keyof RecitAnnuel, 'annee'>, string][] = [
  ['faitsMarquants', 'Faits marquants'],
  ['freins', 'Freins'],
  ['perspectives', 'Perspectives'],
];

/** An action as the document tells it; `aujourdhui` (ISO) decides whether it is late. */
export function imprimerAction(action: Action, aujourdhui: string): ActionImprimee {
  const retard = estEnRetard(action, aujourdhui) ? ' – en retard' : '';
  return {
    code: codeAffiche(action.code),
    titre: action.titre,
    pilote: action.pilote,
    echeance: action.echeance ? formaterDate(action.echeance) : '',
    statut: LIBELLES_STATUTS_ACTION[action.statut] + retard,
    participation: action.niveauParticipation === 'aucune' ? '' : LIBELLES_NIVEAUX_ACTION[action.niveauParticipation],
    description: lireTexteRiche(action.description),
    etapes: action.etapes.map(({ libelle, faite }) => ({ libelle, faite })),
  };
}

const ecrire = (texte: string): Bloc[] => lireTexteRiche(enTexteRiche(texte));

/** What each year says, the year before its first words. */
function annees(recits: RecitAnnuel[], champ: Exclude<keyof RecitAnnuel, 'annee'>): Bloc[] {
  return recits
    .toSorted((a, b) => a.annee - b.annee)
    .flatMap((recit) => {
      const [premier, ...suite] = ecrire(recit[champ]);
      if (premier?.type !== 'paragraphe') return [];
      const annee = [{ texte: String(recit.annee), gras: true }, { texte: ' – ' }];
      return [{ ...premier, runs: [...annee, ...premier.runs] }, ...suite];
    });
}

/** A déclinaison as the document tells it, its years from the first to the last. */
export function imprimerDeclinaison(declinaison: Declinaison, nommer: NommerTerritoire): DeclinaisonImprimee {
  const { organisation, qpvCode, referent, statutExecution, meteo, meteoExplication, modaliteRetenue, recits } =
    declinaison;
  const sections = [
    { libelle: 'Modalité retenue', blocs: ecrire(modaliteRetenue) },
    ...RECITS.map(([champ, libelle]) => ({ libelle, blocs: annees(recits, champ) })),
  ];
  const { nom, sens } = LIBELLES_METEO[meteo ?? 'soleil'];
  return {
    territoire: qpvCode ? `${organisation.nom} – ${nommer(qpvCode)}` : organisation.nom,
    referent: referent?.nom ?? '',
    statut: LIBELLES_EXECUTION[statutExecution],
    meteo: meteo && { valeur: meteo, libelle: `${nom}${INSECABLE}: ${sens}`, explication: meteoExplication },
    recits: sections.filter(({ blocs }) => blocs.length > 0),
  };
}
