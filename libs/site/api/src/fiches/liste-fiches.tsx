import { codeAffiche, type FichePublique } from '@pleniere/fiches/domain';
import type { JSX } from 'preact';
import { type CadreDuSite, chemin } from '../cadre/cadre';

/** Class of the hue of an enjeu, « Enjeu transversal 1 » → `enjeu-transversal-1`. */
export function classeEnjeu({ libelle }: FichePublique['enjeu']): string {
  const [, type = '', numero = ''] = /(transversal|thématique) (\d+)$/.exec(libelle) ?? [];
  return `enjeu-${type.replace('é', 'e')}-${numero}`;
}

/** Fiches by enjeu, each with its two sentences. */
export function ListeFiches({ cadre, fiches }: ListeDonnees): JSX.Element {
  const groupes = Map.groupBy(fiches, ({ enjeu }) => enjeu.libelle);
  return (
    <>
      {[...groupes].map(([libelle, groupe]) => (
        <section
          key={libelle}
          id={groupe[0] && classeEnjeu(groupe[0].enjeu)}
          class={`papier pile bord ${groupe[0] ? classeEnjeu(groupe[0].enjeu) : ''}`}
        >
          <h2>
            <span class="discret">{libelle}</span>
            <br />
            {groupe[0]?.enjeu.intitule ?? ''}
          </h2>
          <ul class="lignes">
            {groupe.map(({ code, titre, resumePublic }) => (
              <li key={code}>
                <h3>
                  <a href={chemin(cadre, 'fiches', code)}>{titre}</a>
                </h3>
                {resumePublic && <p>{resumePublic}</p>}
                <p class="discret">Fiche {codeAffiche(code)}</p>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}
interface ListeDonnees {
  cadre: CadreDuSite;
  fiches: readonly FichePublique[];
}
