import type { JSX } from 'preact';
import { type CadreDuSite, chemin } from '../cadre/cadre';
import { Page } from '../gabarit/page';
import { Carte } from './carte';
import type { QuartierDuSite } from './quartier';

interface Donnees {
  cadre: CadreDuSite;
  quartiers: readonly QuartierDuSite[];
}

/** Links to the quartiers, by commune. */
export function ListeQuartiers({ cadre, quartiers }: Donnees): JSX.Element {
  const communes = Map.groupBy(quartiers, (quartier) => quartier.communes.join(', '));
  return (
    <div class="pile">
      {[...communes]
        .sort(([a], [b]) => a.localeCompare(b, 'fr'))
        .map(([commune, groupe]) => (
          <section key={commune} class="pile">
            <h3>{commune}</h3>
            <ul class="puces">
              {groupe.map(({ code, nom }) => (
                <li key={code}>
                  <a href={chemin(cadre, 'quartiers', code)}>{nom}</a>
                </li>
              ))}
            </ul>
          </section>
        ))}
    </div>
  );
}

/** Choice of one's quartier, on the map or in the list. */
export function PageQuartiers({ cadre, quartiers }: Donnees): JSX.Element {
  return (
    <Page
      titre="Mon quartier"
      cadre={cadre}
      lieu="quartiers"
      ici={['quartiers']}
      description="Choisissez votre quartier : ce qui s’y fait, ce qui s’y dit, ce que cela change."
    >
      <div class="grande-pile">
        <header class="pile">
          <h1>Mon quartier</h1>
          <p class="chapeau">Choisissez votre quartier : ce qui s’y fait, ce qui s’y dit, ce que cela change.</p>
        </header>
        <ListeQuartiers cadre={cadre} quartiers={quartiers} />
        <Carte cadre={cadre} quartiers={quartiers} />
      </div>
    </Page>
  );
}
