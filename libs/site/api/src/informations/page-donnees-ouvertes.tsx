import type { ConsultationPublique } from '@pleniere/participation/domain';
import type { JSX } from 'preact';
import { type CadreDuSite, chemin } from '../cadre/cadre';
import { Section } from '../gabarit/elements';
import { Page } from '../gabarit/page';

interface Donnees {
  cadre: CadreDuSite;
  /** Those whose results are published. */
  consultations: readonly ConsultationPublique[];
}

/** Data that anybody may take and use again. */
export function PageDonneesOuvertes({ cadre, consultations }: Donnees): JSX.Element {
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
        <Section titre="Questions et réponses" id="questions">
          <p>
            <a href={chemin(cadre, 'donnees-ouvertes', 'questions.csv')} download>
              Les questions des habitants et leurs réponses, en CSV
            </a>
            . Aucun nom n’y figure.
          </p>
        </Section>
        {consultations.length > 0 && (
          <Section titre="Consultations" id="consultations">
            <ul class="lignes-simples">
              {consultations.map(({ id, question }) => (
                <li key={id}>
                  <a href={`/api/v1/public/contrats/${cadre.id}/consultations/${id}/donnees.zip`} download>
                    {question}
                  </a>{' '}
                  : propositions et votes en CSV, sans rien de qui les a donnés
                </li>
              ))}
            </ul>
          </Section>
        )}
      </div>
    </Page>
  );
}
