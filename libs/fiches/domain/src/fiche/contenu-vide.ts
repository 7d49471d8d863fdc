import type { ChampId, ContenuFiche } from './contenu';

const VIDE: ContenuFiche = {
  orientation: null,
  titre: '',
  titreCourt: '',
  pilotes: [],
  referents: [],
  resultatsAttendus: [],
  interetHabitants: [],
  interetTerritoire: [],
  interetPartenaires: [],
  cadreQuand: { texte: '', debut: null, fin: null, continu: false },
  cadreOu: { texte: '', portee: 'tous-qpv', qpv: [], communes: [] },
  cadreAvecQui: { texte: '', acteurs: [] },
  cadreAvecQuoi: { texte: '', modalites: [] },
  publicCible: { texte: '', publics: [] },
  contexte: '',
  facteursFavorables: [],
  facteursDefavorables: [],
  planAction: [],
  moyensHumains: [],
  moyensFinanciers: [],
  lignesBudget: [],
  partenaires: [],
  resumePublic: '',
  dispositifs: [],
  p147: [],
  documents: [],
  sectionsSupplementaires: [],
};

/** What a field holds before anybody has written it. */
export function valeurVide<C extends ChampId>(champ: C): ContenuFiche[C] {
  return structuredClone(VIDE[champ]);
}

/** A whole fiche before anybody has written it. */
export function contenuVide(): ContenuFiche {
  return structuredClone(VIDE);
}
