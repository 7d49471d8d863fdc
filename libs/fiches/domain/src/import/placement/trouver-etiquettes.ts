import type { LigneId } from '../../fiche/registre';
import type { DocumentSource } from '../source';
import { lireCellule } from './cellules';
import { estFinDeFiche, lireEntete } from './entete';
import { texteDe, type Etiquette, type Lecture, type Trouvaille } from './etiquette';
import { lireLigne, lireTitre } from './lignes';
import { garderEnOrdre } from './ordre';
import { ressembleALibelle } from './reconnaitre';

const ENTETE: LigneId = 'entete';
const TITRES_SUFFISANTS = 4;

function estStructuree(document: DocumentSource): boolean {
  const titres = document.blocs.filter(
    (bloc) => (bloc.colonne === 'gauche' || bloc.sorte === 'titre') && ressembleALibelle(texteDe(document, bloc)),
  );
  return titres.length >= TITRES_SUFFISANTS;
}

function lireBloc(lecture: Lecture, rang: number): Trouvaille | null {
  const bloc = lecture.document.blocs[rang];
  if (!bloc || bloc.sorte === 'folio') return null;
  if (lecture.ligne === null) {
    const entete = lireEntete(texteDe(lecture.document, bloc), bloc);
    if (entete) return { etiquettes: entete, blocs: 1 };
  }
  if (bloc.colonne === 'gauche') return lireCellule(lecture, rang);
  return bloc.sorte === 'titre' ? lireTitre(lecture, rang) : lireLigne(lecture, rang);
}

function lireFin({ document, trouvees }: Lecture, rang: number): Etiquette | null {
  const bloc = document.blocs[rang];
  if (!bloc || trouvees.length < TITRES_SUFFISANTS || !estFinDeFiche(texteDe(document, bloc), bloc)) return null;
  const { debut, fin } = bloc;
  return { debut, fin, destination: 'non-place', ligne: null, place: null, titre: '', score: 1, sure: true };
}

/** Says where the reading stands after headings were found. */
function avancer(lecture: Lecture, rang: number, etiquette: Etiquette): void {
  const { ligne } = etiquette;
  if (ligne === ENTETE && lecture.ligne === null) return;
  const bloc = lecture.document.blocs[rang];
  lecture.ligne = ligne ?? 'complements';
  lecture.composee = etiquette.composee === true || (lecture.composee && bloc?.sorte === 'paragraphe');
  if (bloc?.sorte === 'titre') lecture.niveauTitre = bloc.niveau;
}

/** Finds the headings of a document, in its order. */
export function trouverEtiquettes(document: DocumentSource): Etiquette[] {
  const trouvees: Etiquette[] = [];
  const lecture: Lecture = {
    document,
    ligne: null,
    structuree: estStructuree(document),
    trouvees,
    niveauTitre: 0,
    composee: false,
  };
  let rang = 0;
  while (rang < document.blocs.length) {
    const fin = lireFin(lecture, rang);
    if (fin) return garderEnOrdre([...trouvees, fin]);
    const { etiquettes, blocs } = lireBloc(lecture, rang) ?? { etiquettes: [], blocs: 1 };
    const derniere = etiquettes.at(-1);
    trouvees.push(...etiquettes);
    if (derniere) avancer(lecture, rang, derniere);
    rang += Math.max(1, blocs);
  }
  return garderEnOrdre(trouvees);
}
