import { champDe, CHAMPS_ECRITS, type ChampId, type ContenuFiche } from '@pleniere/fiches/domain';
import { diffWordsWithSpace } from 'diff';
import type { Bloc, LigneDeFiche, Run } from '../document/document-fiche';
import { BLOCS_DES_CHAMPS, type NomsDuTexte } from './blocs-des-champs';

/** One of two texts to compare: what is written, and the sentence of its orientation. */
export interface TexteCompare {
  contenu: Partial<ContenuFiche>;
  orientationTexte: string | null;
}

const dire = (runs: Run[]) => runs.map(({ texte }) => texte).join('');

function lignesDuBloc(bloc: Bloc): string[] {
  if (bloc.type === 'paragraphe') return [dire(bloc.runs)];
  if (bloc.type === 'tableau') return bloc.lignes.map((ligne) => ligne.join(', '));
  return bloc.items.flatMap(({ runs, sousItems }) => [
    `• ${dire(runs)}`,
    ...sousItems.map((sous) => `– ${dire(sous)}`),
  ]);
}

function mots<C extends ChampId>(champ: C, texte: TexteCompare, noms: NomsDuTexte): string {
  if (champ === 'orientation') return texte.orientationTexte ?? '';
  if (champ === 'titreCourt') return texte.contenu.titreCourt ?? '';
  const valeur: ContenuFiche[C] | undefined = texte.contenu[champ];
  return valeur === undefined ? '' : BLOCS_DES_CHAMPS[champ](valeur, noms).flatMap(lignesDuBloc).join('\n');
}

/** The fields that change from a text to another, word by word, in the order of the sheet. */
export function lignesDeDifference(avant: TexteCompare, apres: TexteCompare, noms: NomsDuTexte): LigneDeFiche[] {
  return CHAMPS_ECRITS.flatMap(({ id }) => {
    const [ancien, nouveau] = [mots(id, avant, noms), mots(id, apres, noms)];
    if (ancien === nouveau) return [];
    const runs = diffWordsWithSpace(ancien, nouveau).map(({ value, added, removed }): Run => {
      const marque = added ? 'ajout' : 'retrait';
      return added || removed ? { texte: value, marque } : { texte: value };
    });
    return [
      { label: champDe(id).libelle, sections: [{ libelle: null, blocs: [{ type: 'paragraphe' as const, runs }] }] },
    ];
  });
}
