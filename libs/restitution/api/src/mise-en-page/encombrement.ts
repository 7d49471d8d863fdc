import type { Bloc, LigneDeFiche, Run, SectionDeLigne } from '../document/document-fiche';

const SIGNES_PAR_LIGNE = 78;
const LIGNES_PAR_RANGEE = 11;
const LIGNES_PAR_SECTION = 10;

function lignesDe(runs: Run[]): number {
  const texte = runs.map((run) => run.texte).join('');
  return texte
    .split('\n')
    .reduce((total, morceau) => total + Math.max(1, Math.ceil(morceau.length / SIGNES_PAR_LIGNE)), 0);
}

function lignesDuBloc(bloc: Bloc): number {
  if (bloc.type === 'paragraphe') return lignesDe(bloc.runs);
  if (bloc.type === 'tableau') return (bloc.lignes.length + 1) * 1.3;
  return bloc.items.reduce(
    (total, item) => total + lignesDe(item.runs) + item.sousItems.reduce((sous, runs) => sous + lignesDe(runs), 0),
    0,
  );
}

function lignesDeLaSection({ libelle, blocs }: SectionDeLigne): number {
  return (libelle === null ? 0 : 1.6) + blocs.reduce((total, bloc) => total + lignesDuBloc(bloc), 0);
}

/** True when a sub-section is short enough to stay whole, with its heading, on a page. */
export function sectionEntiere(section: SectionDeLigne): boolean {
  return lignesDeLaSection(section) <= LIGNES_PAR_SECTION;
}

/** True when a row of the sheet is short enough to stay whole on a page; a taller one may run over two. */
export function rangeeEntiere({ sections }: Pick<LigneDeFiche, 'sections'>): boolean {
  return sections.reduce((total, section) => total + lignesDeLaSection(section), 0) <= LIGNES_PAR_RANGEE;
}
