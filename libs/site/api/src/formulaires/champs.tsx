import type { ComponentChildren, JSX } from 'preact';
import type { Refus } from './refus';

/** What was refused, first thing on the page, with a link to each field. */
export function DireRefus({ refus }: { refus: Refus | null }): JSX.Element | null {
  if (!refus) return null;
  return (
    <div class="avis alerte pile" role="alert" id="refus" tabIndex={-1}>
      <p>
        <strong>{refus.message}</strong>
      </p>
      {Object.keys(refus.champs).length > 0 && (
        <ul class="lignes-simples">
          {Object.entries(refus.champs).map(([nom, raison]) => (
            <li key={nom}>
              <a href={`#${nom}`}>{raison}</a>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

interface Champ {
  nom: string;
  libelle: ComponentChildren;
  aide?: ComponentChildren;
  refus: Refus | null;
}

interface Saisi extends Champ {
  valeur: string;
  /** Longest text, in characters as people count them. */
  max?: number;
  type?: 'text' | 'email' | 'search';
  autocomplete?: string;
  requis?: boolean;
  lignes?: number;
}

/** A field with its label, its help and what was refused of it. */
function Cadre({ nom, libelle, aide, refus, children }: Champ & { children: ComponentChildren }): JSX.Element {
  const raison = refus?.champs[nom];
  return (
    <div class="champ">
      <label for={nom}>{libelle}</label>
      {aide && (
        <p class="aide" id={`${nom}-aide`}>
          {aide}
        </p>
      )}
      {raison && (
        <p class="erreur" id={`${nom}-erreur`}>
          {raison}
        </p>
      )}
      {children}
    </div>
  );
}

function description({ nom, aide, refus }: Champ): Record<string, string | undefined> {
  const raison = refus?.champs[nom];
  const ids = [aide && `${nom}-aide`, raison && `${nom}-erreur`].filter(Boolean).join(' ');
  return { 'aria-describedby': ids || undefined, 'aria-invalid': raison ? 'true' : undefined };
}

/** One line of text. */
export function Ligne(champ: Saisi): JSX.Element {
  const { nom, valeur, max, type = 'text', autocomplete, requis } = champ;
  return (
    <Cadre {...champ}>
      <input
        id={nom}
        name={nom}
        type={type as 'text'}
        value={valeur}
        maxLength={max}
        required={requis}
        autocomplete={autocomplete ?? 'off'}
        {...description(champ)}
      />
    </Cadre>
  );
}

/** Several lines of text; with a script the characters left are counted, and said when few remain. */
export function Zone(champ: Saisi): JSX.Element {
  const { nom, valeur, max, lignes = 5, requis } = champ;
  return (
    <Cadre {...champ}>
      <textarea id={nom} name={nom} rows={lignes} required={requis} data-max={max} {...description(champ)}>
        {valeur}
      </textarea>
      <p class="aide compte" data-compte={nom} hidden />
    </Cadre>
  );
}

/** A choice in a list, the first being none unless one has to be made. */
export function Choix({ rien, options, valeur, ...champ }: ChoixDonnees): JSX.Element {
  return (
    <Cadre {...champ}>
      <select id={champ.nom} name={champ.nom} {...description(champ)}>
        {rien && <option value="">{rien}</option>}
        {options.map(([code, libelle]) => (
          <option key={code} value={code} selected={code === valeur}>
            {libelle}
          </option>
        ))}
      </select>
    </Cadre>
  );
}
interface ChoixDonnees extends Champ {
  rien?: string;
  options: readonly (readonly [code: string, libelle: string])[];
  valeur: string;
}
