import {
  EXPLICATIONS_REFUS,
  LIBELLES_ETATS_PROPOSITION,
  type MaProposition,
  totalVotes,
} from '@pleniere/participation/domain';
import { accorder } from '@pleniere/shared/domain';
import type { JSX } from 'preact';
import { Jour } from '../../gabarit/elements';

/** Where one’s own proposition stands: what was written, what was decided, and why. */
export function Situation({ une }: { une: MaProposition }): JSX.Element {
  const { numero, texte, texteOrigine, etat, motif, motifDetail, proposeeLe, appelLe, votes } = une;
  return (
    <>
      <p class="parole">{texte}</p>
      {texteOrigine && <p class="discret">Vous aviez écrit : « {texteOrigine} » (orthographe corrigée)</p>}
      <p class="discret">
        <span class={etat === 'acceptee' ? 'puce faite' : 'puce'}>{LIBELLES_ETATS_PROPOSITION[etat]}</span> n° {numero},
        le <Jour iso={proposeeLe} />
        {totalVotes(votes) > 0 && ` · ${accorder(totalVotes(votes), 'vote')}`}
      </p>
      {motif && (
        <p class="avis">
          Refusée parce que votre texte {EXPLICATIONS_REFUS[motif]}. {motifDetail}
        </p>
      )}
      {appelLe && (
        <p class="discret">
          Vous avez demandé un second avis le <Jour iso={appelLe} />.
        </p>
      )}
    </>
  );
}
