import { formaterDate, formaterHeure } from '@pleniere/shared/domain';
import type { ComponentChildren, JSX } from 'preact';
import { type CadreDuSite, chemin } from '../cadre/cadre';
import type { Lieu } from './page';

/** Way back to the list that a page comes from. */
export function Retour({ cadre, lieu, children }: RetourAu): JSX.Element {
  return (
    <p class="fil ecran">
      <a href={chemin(cadre, lieu)}>← {children}</a>
    </p>
  );
}
interface RetourAu {
  cadre: CadreDuSite;
  lieu: Lieu;
  children: ComponentChildren;
}

/** A day in words, machine-readable too. */
export function Jour({ iso }: { iso: string }): JSX.Element {
  return <time dateTime={iso}>{formaterDate(iso)}</time>;
}

/** A day and an hour in words. */
export function Instant({ iso }: { iso: string }): JSX.Element {
  return (
    <time dateTime={iso}>
      {formaterDate(iso)} à {formaterHeure(iso)}
    </time>
  );
}

/** Plain text that somebody typed, its lines kept. */
export function Lignes({ texte }: { texte: string }): JSX.Element {
  return <p class="lignes-gardees">{texte}</p>;
}

/** Restricted HTML of a rich text, sanitised when it was written. */
export function Redige({ html }: { html: string }): JSX.Element {
  return <div class="redige" dangerouslySetInnerHTML={{ __html: html }} />;
}

/** Section of a page with its title. */
export function Section({ titre, id, children }: PartieDePage): JSX.Element {
  return (
    <section class="pile" aria-labelledby={id}>
      <h2 id={id}>{titre}</h2>
      {children}
    </section>
  );
}
interface PartieDePage {
  titre: string;
  id: string;
  children: ComponentChildren;
}

/** One figure and what it counts. */
export function Chiffre({ valeur, mots }: { valeur: string; mots: string }): JSX.Element {
  return (
    <div>
      <dt>{mots}</dt>
      <dd>{valeur}</dd>
    </div>
  );
}
