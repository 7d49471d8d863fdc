import type { AvisDeGroupe, CompteVotes, PartDesVotes } from '@pleniere/participation/domain';
import { totalVotes } from '@pleniere/participation/domain';
import type { JSX } from 'preact';

const LARGEUR = 400;

/** Three shares side by side; the sentence beside says the same. */
export function BarreVotes({ votes }: { votes: Pick<CompteVotes, 'pour' | 'contre' | 'neutre'> }): JSX.Element | null {
  const total = totalVotes(votes);
  if (total === 0) return null;
  const largeur = (nombre: number) => (nombre / total) * LARGEUR;
  const [pour, contre] = [largeur(votes.pour), largeur(votes.contre)];
  return (
    <svg class="barre" viewBox={`0 0 ${LARGEUR} 14`} preserveAspectRatio="none" aria-hidden="true">
      <rect class="pour" width={pour} height="14" />
      <rect class="neutre" x={pour} width={largeur(votes.neutre)} height="14" />
      <rect class="contre" x={LARGEUR - contre} width={contre} height="14" />
    </svg>
  );
}

/** A share with its margin of error: the bar, and the line between its two bounds. */
export function BarreIntervalle({ part, sens }: { part: PartDesVotes; sens: 'pour' | 'contre' }): JSX.Element {
  const x = (valeur: number) => Math.round(valeur * LARGEUR);
  return (
    <svg class="barre" viewBox={`0 0 ${LARGEUR} 14`} preserveAspectRatio="none" aria-hidden="true">
      <rect class={sens} width={x(part.part)} height="14" />
      <rect class="marge" x={x(part.bas)} y="6" width={Math.max(2, x(part.haut) - x(part.bas))} height="2" />
    </svg>
  );
}

/** Share of a group that agrees; empty when it is not shown. */
export function BarreAvis({ avis }: { avis: AvisDeGroupe | null }): JSX.Element {
  return (
    <svg class="barre" viewBox={`0 0 ${LARGEUR} 14`} preserveAspectRatio="none" aria-hidden="true">
      {avis && <rect class="pour" width={Math.round((avis.pour / avis.vus) * LARGEUR)} height="14" />}
    </svg>
  );
}

/** Sizes of the groups side by side; the list beside says the same. */
export function BarreGroupes({ tailles }: { tailles: readonly number[] }): JSX.Element {
  const total = tailles.reduce((somme, taille) => somme + taille, 0);
  return (
    <svg class="barre" viewBox={`0 0 ${LARGEUR} 14`} preserveAspectRatio="none" aria-hidden="true">
      {tailles.map((taille, rang) => {
        const avant = tailles.slice(0, rang).reduce((somme, une) => somme + une, 0);
        const [x, largeur] = [(avant / total) * LARGEUR, (taille / total) * LARGEUR];
        return <rect key={rang} class={`groupe-${rang}`} x={x} width={Math.max(0, largeur - 2)} height="14" />;
      })}
    </svg>
  );
}
