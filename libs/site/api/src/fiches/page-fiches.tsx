import type { FichePublique } from '@pleniere/fiches/domain';
import { accorder } from '@pleniere/shared/domain';
import type { JSX } from 'preact';
import { type CadreDuSite, chemin } from '../cadre/cadre';
import { Page } from '../gabarit/page';
import { ListeFiches } from './liste-fiches';

interface Donnees {
  cadre: CadreDuSite;
  fiches: readonly FichePublique[];
  /** Code of the quartier asked for; unknown codes show everything. */
  quartier: string;
}

/** Fiches in force, by enjeu, with the choice of a quartier. */
export function PageFiches({ cadre, fiches, quartier }: Donnees): JSX.Element {
  const quartiers = new Map(fiches.flatMap((fiche) => fiche.quartiers).map(({ code, nom }) => [code, nom]));
  const choisi = quartiers.get(quartier);
  const montrees = choisi ? fiches.filter((fiche) => fiche.quartiers.some(({ code }) => code === quartier)) : fiches;
  const titre = choisi ? `Ce qui se fait à ${choisi}` : 'Ce qui se fait dans les quartiers';
  return (
    <Page
      titre={titre}
      cadre={cadre}
      lieu="fiches"
      ici={['fiches']}
      description="Chaque fiche dit ce qui est engagé, avec qui, et ce que cela doit changer."
    >
      <div class="grande-pile">
        <header class="pile">
          <h1>{titre}</h1>
          <p class="chapeau">
            Chaque fiche dit ce qui est engagé, avec qui, et ce que cela doit changer d’ici {String(cadre.anneeFin)}.
          </p>
          {quartiers.size > 1 && (
            <form method="get" class="boutons ecran">
              <label for="quartier">Quartier</label>
              <select id="quartier" name="quartier">
                <option value="">Tous les quartiers</option>
                {[...quartiers]
                  .sort(([, a], [, b]) => a.localeCompare(b, 'fr'))
                  .map(([code, nom]) => (
                    <option key={code} value={code} selected={code === quartier}>
                      {nom}
                    </option>
                  ))}
              </select>
              <button type="submit" class="second">
                Afficher
              </button>
            </form>
          )}
          <p class="discret">{accorder(montrees.length, 'fiche en vigueur', 'fiches en vigueur')}</p>
        </header>
        {montrees.length === 0 ? (
          <p>Les fiches s’afficheront ici dès leur adoption.</p>
        ) : (
          <ListeFiches cadre={cadre} fiches={montrees} />
        )}
        {quartiers.size > 1 && choisi && (
          <p class="ecran">
            <a href={chemin(cadre, 'fiches')}>Voir toutes les fiches</a>
          </p>
        )}
      </div>
    </Page>
  );
}
