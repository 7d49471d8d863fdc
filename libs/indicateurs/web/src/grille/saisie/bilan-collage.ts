import { type Cellule, cleDe, type Valeur } from '@pleniere/indicateurs/domain';
import { accorder } from '@pleniere/shared/domain';
import type { EtatCase } from './etat-case';

/** A cell of a pasted block that the server does not have, with its text and the reason. */
export interface CaseRefusee {
  cellule: Cellule;
  texte: string;
  motif: string;
}

/** What became of each cell of a pasted block. */
export interface BilanCollage {
  ecrites: number;
  /** Cells that already held what was pasted. */
  inchangees: number;
  refusees: readonly CaseRefusee[];
  /** Cells that wait for a refused one of their block, or for the line to come back. */
  enAttente: number;
}

type Valeurs = ReadonlyMap<string, Valeur>;

const EN_ATTENTE: readonly unknown[] = ['attente', 'hors-ligne'];

function motifDe(etat: EtatCase | undefined): string | null {
  if (etat?.sorte === 'refuse') return etat.motif;
  return etat?.sorte === 'conflit' ? 'Modifiée entre-temps par une autre personne.' : null;
}

/** Tells the cells of a block by what became of them, from the values before and after. */
export function dresserBilan(
  collees: readonly Pick<CaseRefusee, 'cellule' | 'texte'>[],
  etats: ReadonlyMap<string, EtatCase>,
  avant: Valeurs,
  apres: Valeurs,
): BilanCollage {
  const bilan = { ecrites: 0, inchangees: 0, refusees: [] as CaseRefusee[], enAttente: 0 };
  for (const { cellule, texte } of collees) {
    const cle = cleDe(cellule);
    const etat = etats.get(cle);
    const motif = motifDe(etat);
    if (EN_ATTENTE.includes(etat?.sorte)) bilan.enAttente++;
    else if (motif !== null) bilan.refusees.push({ cellule, texte, motif });
    else if (avant.get(cle)?.version === apres.get(cle)?.version) bilan.inchangees++;
    else bilan.ecrites++;
  }
  return bilan;
}

/** « Collage de 512 cases : 480 enregistrées, 30 déjà à jour, 2 refusées. » */
export function direBilan({ ecrites, inchangees, refusees, enAttente }: BilanCollage): string {
  const cases = ecrites + inchangees + refusees.length + enAttente;
  const parts = [
    ecrites > 0 ? accorder(ecrites, 'enregistrée') : '',
    inchangees > 0 ? `${inchangees} déjà à jour` : '',
    refusees.length > 0 ? accorder(refusees.length, 'refusée') : '',
    enAttente > 0 ? `${enAttente} en attente` : '',
  ];
  return `Collage de ${accorder(cases, 'case')}\u00A0: ${parts.filter(Boolean).join(', ')}.`;
}
