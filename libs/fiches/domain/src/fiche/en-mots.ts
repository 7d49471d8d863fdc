import { formaterDate, formaterNombre, INSECABLE, texteBrut } from '@pleniere/shared/domain';
import type { ChampId, ContenuFiche, LigneBudget } from './contenu';
import { LIBELLES_CREDITS, LIBELLES_GENRES, LIBELLES_PORTEES, LIBELLES_PUBLICS, referentEnMots } from './fiches.labels';

/** Sentence of an orientation or title of an action by its id; null when it is not known, or gone. */
export type NommerParId = (id: string) => string | null;

type EnMots = { [C in ChampId]: (valeur: ContenuFiche[C], nommer: NommerParId) => string };

const lignes = (textes: readonly string[]): string => textes.filter((texte) => texte !== '').join('\n');
const liste = (elements: readonly { texte: string }[]): string =>
  lignes(elements.map(({ texte }) => `• ${texteBrut(texte)}`));
const acteurs = (cites: readonly { libelle: string }[]): string => cites.map(({ libelle }) => libelle).join(', ');

/** « 12 500 € » from cents; « – » when unknown. */
export function enEuros(centimes: number | null): string {
  return centimes === null ? '–' : `${formaterNombre(centimes / 100, centimes % 100 ? 2 : 0)}${INSECABLE}€`;
}

/** « Du 1er janvier 2024 au 31 décembre 2030, en continu »; empty when no date is given. */
export function periodeEnMots({ debut, fin, continu }: Omit<ContenuFiche['cadreQuand'], 'texte'>): string {
  const dates = [
    debut && `${fin ? 'du' : 'à partir du'} ${formaterDate(debut)}`,
    fin && `${debut ? '' : 'jusqu’'}au ${formaterDate(fin)}`,
  ];
  const periode = [dates.filter(Boolean).join(' '), continu && 'en continu'].filter(Boolean).join(', ');
  return periode.charAt(0).toUpperCase() + periode.slice(1);
}

function actionPayee({ actionId }: LigneBudget, nommer: NommerParId): string {
  return actionId ? `, pour ${nommer(actionId) ?? 'une action'}` : '';
}

const CHAMPS_EN_MOTS: EnMots = {
  orientation: (id, nommer) => (id === null ? '' : (nommer(id) ?? 'Une orientation qui n’existe plus')),
  titre: (texte) => texte,
  titreCourt: (texte) => texte,
  pilotes: acteurs,
  referents: (cites) => lignes(cites.map(referentEnMots)),
  resultatsAttendus: liste,
  interetHabitants: liste,
  interetTerritoire: liste,
  interetPartenaires: liste,
  cadreQuand: (cadre) => lignes([texteBrut(cadre.texte), periodeEnMots(cadre)]),
  cadreOu: ({ texte, portee, qpv }) =>
    lignes([texteBrut(texte), `${LIBELLES_PORTEES[portee]}${qpv.length > 0 ? ` (${qpv.length})` : ''}`]),
  cadreAvecQui: (cadre) => lignes([texteBrut(cadre.texte), acteurs(cadre.acteurs)]),
  cadreAvecQuoi: (cadre) => lignes([texteBrut(cadre.texte), liste(cadre.modalites)]),
  publicCible: ({ texte, publics }) =>
    lignes([texteBrut(texte), publics.map((publicVise) => LIBELLES_PUBLICS[publicVise]).join(', ')]),
  contexte: texteBrut,
  facteursFavorables: liste,
  facteursDefavorables: liste,
  planAction: (elements) =>
    lignes(elements.map(({ genre, texte }) => `• ${LIBELLES_GENRES[genre]} – ${texteBrut(texte)}`)),
  moyensHumains: (elements) =>
    lignes(
      elements.map(({ texte, etp }) => `• ${texteBrut(texte)}${etp === null ? '' : ` (${formaterNombre(etp)} ETP)`}`),
    ),
  moyensFinanciers: liste,
  lignesBudget: (budget, nommer) =>
    lignes(
      budget.map(
        (ligne) =>
          `${ligne.annee}, ${ligne.financeur}, ${LIBELLES_CREDITS[ligne.nature]} : prévu ${enEuros(ligne.prevu)}, ` +
          `obtenu ${enEuros(ligne.obtenu)}, réalisé ${enEuros(ligne.realise)}${actionPayee(ligne, nommer)}`,
      ),
    ),
  partenaires: acteurs,
  resumePublic: (texte) => texte,
  dispositifs: (etiquettes) => etiquettes.join(', '),
  p147: (etiquettes) => etiquettes.join(', '),
  documents: (documents) => lignes(documents.map(({ titre, adresse }) => `${titre} (${adresse})`)),
  sectionsSupplementaires: (sections) => lignes(sections.flatMap(({ libelle, texte }) => [libelle, texteBrut(texte)])),
};

/** A field's value in plain words, to compare two of them or to copy one. */
export function enMots<C extends ChampId>(champ: C, valeur: ContenuFiche[C], nommer: NommerParId): string {
  return CHAMPS_EN_MOTS[champ](valeur, nommer);
}
