import type { JSX } from 'preact';
import type { CadreDuSite } from '../cadre/cadre';
import { Section } from '../gabarit/elements';
import { Page } from '../gabarit/page';

/** Data that anybody may take and use again. */
export function PageDonneesOuvertes({ cadre }: { cadre: CadreDuSite }): JSX.Element {
  return (
    <Page titre="Données ouvertes" cadre={cadre}>
      <div class="grande-pile">
        <header class="pile">
          <h1>Données ouvertes</h1>
          <p class="chapeau">
            Ce que ces pages disent, sous une forme que d’autres programmes lisent. Licence Ouverte 2.0 (Etalab) ;
            source à citer : {cadre.titre}.
          </p>
        </header>
        <Section titre="Fiches en vigueur" id="fiches">
          <p>
            <a href={`/api/v1/public/contrats/${cadre.id}/fiches`}>Les fiches et leurs résultats, en JSON</a>. Les
            petits nombres sont masqués.
          </p>
        </Section>
      </div>
    </Page>
  );
}
