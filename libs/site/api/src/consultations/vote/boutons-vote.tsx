import {
  LIBELLES_QUALIFICATIONS,
  LIBELLES_VOTES,
  type MonVote,
  type Qualification,
  qualificationsDe,
  type ValeurVote,
} from '@pleniere/participation/domain';
import type { JSX } from 'preact';

const VALEURS = [1, -1, 0] as const satisfies readonly ValeurVote[];

const SIGNES: Readonly<Record<`${ValeurVote}`, string>> = { '1': '✓', '-1': '✕', '0': '–' };

interface Donnees {
  /** Where the vote is sent. */
  action: string;
  texte: string;
  monVote: MonVote | null;
  /** Proof that the card was served, or that the page was opened. */
  sequence?: string | null;
  jeton?: string | null;
  /** True on the way through a sequence, where the next card follows. */
  serie: boolean;
}

/** Three real buttons; the one that was pressed says so, and takes the vote back when it is pressed again. */
export function BoutonsVote({ action, texte, monVote, sequence, jeton, serie }: Donnees): JSX.Element {
  const actuel = monVote?.valeur ?? null;
  return (
    <form method="post" action={action} data-sur-place class="votes" id="vote">
      <Preuve sequence={sequence} jeton={jeton} serie={serie} />
      {VALEURS.map((valeur) => {
        const libelle = LIBELLES_VOTES[`${valeur}`];
        const presse = actuel === valeur;
        return (
          <button
            key={valeur}
            id={`vote${valeur}`}
            type="submit"
            name="valeur"
            value={presse ? '' : String(valeur)}
            class={`vote vote${valeur}`}
            aria-pressed={presse ? 'true' : 'false'}
            aria-label={`${libelle} avec : ${texte}`.replace('Neutre avec', 'Neutre sur')}
          >
            <span aria-hidden="true">{SIGNES[`${valeur}`]}</span> {libelle}
          </button>
        );
      })}
    </form>
  );
}

/** What one may add to a vote once it is given: several at will. */
export function Precisions({ action, texte, monVote, jeton, serie }: Donnees): JSX.Element | null {
  const valeur = monVote?.valeur ?? null;
  if (monVote === null || valeur === null) return null;
  const dites = monVote.qualifications;
  return (
    <form method="post" action={action} data-sur-place class="pile-serree" id="precisions">
      <Preuve jeton={jeton} serie={serie} />
      <input type="hidden" name="valeur" value={String(valeur)} />
      {dites.map((qualification) => (
        <input key={qualification} type="hidden" name="qualifications" value={qualification} />
      ))}
      <fieldset class="pile-serree">
        <legend>Voulez-vous préciser ? (facultatif)</legend>
        <div class="precisions">
          {qualificationsDe(valeur).map((qualification) => (
            <button
              key={qualification}
              id={`precision-${qualification}`}
              type="submit"
              name="bascule"
              value={qualification}
              class="second petit"
              aria-pressed={dites.includes(qualification) ? 'true' : 'false'}
              aria-label={`${LIBELLES_QUALIFICATIONS[qualification]}, pour : ${texte}`}
            >
              {LIBELLES_QUALIFICATIONS[qualification]}
            </button>
          ))}
        </div>
      </fieldset>
    </form>
  );
}

function Preuve({ sequence, jeton, serie }: Pick<Donnees, 'sequence' | 'jeton' | 'serie'>): JSX.Element {
  return (
    <>
      {sequence && <input type="hidden" name="sequence" value={sequence} />}
      {jeton && <input type="hidden" name="jeton" value={jeton} />}
      {serie && <input type="hidden" name="serie" value="1" />}
    </>
  );
}

/** Qualifications after a button was pressed: one more, or one less. */
export function basculer(dites: readonly string[], bascule: string, valeur: ValeurVote | null): Qualification[] {
  return qualificationsDe(valeur).filter((une) => (une === bascule ? !dites.includes(une) : dites.includes(une)));
}
