import type { ConsultationPublique, PagePropositions } from '@pleniere/participation/domain';
import { accorder } from '@pleniere/shared/domain';
import type { JSX } from 'preact';
import { type CadreDuSite, chemin } from '../../cadre/cadre';
import { Ligne } from '../../formulaires/champs';
import { Jour } from '../../gabarit/elements';
import { Page } from '../../gabarit/page';
import { direAuteur } from './mots';
import { VersConsultation } from './vers-consultation';

interface Donnees {
  cadre: CadreDuSite;
  consultation: ConsultationPublique;
  page: PagePropositions;
  mots: string;
}

/** Everything that was proposed, the latest first: nothing is ranked while people vote. */
export function PageDesPropositions({ cadre, consultation, page, mots }: Donnees): JSX.Element {
  const ici = chemin(cadre, 'consultations', consultation.id, 'propositions');
  const suite = new URLSearchParams({ ...(mots && { mots }), avant: String(page.suite ?? '') });
  return (
    <Page
      titre={`Propositions : ${consultation.question}`}
      cadre={cadre}
      lieu="consultations"
      ici={['consultations', consultation.id, 'propositions']}
    >
      <div class="grande-pile">
        <header class="pile">
          <VersConsultation cadre={cadre} consultation={consultation} />
          <h1>Toutes les propositions</h1>
          <p class="chapeau">
            {accorder(consultation.compteurs.propositions, 'proposition')}, les plus récentes d’abord.
          </p>
        </header>
        <form method="get" action={ici} class="filtres ecran">
          <Ligne nom="mots" type="search" libelle="Chercher un mot" valeur={mots} max={100} refus={null} />
          <button type="submit" class="second">
            Chercher
          </button>
        </form>
        {page.propositions.length === 0 && <p>Aucune proposition ne contient ces mots.</p>}
        <ul class="lignes">
          {page.propositions.map(({ id, texte, prenom, proposeeLe, canal }) => (
            <li key={id}>
              <h2 class="parole">
                <a href={`${ici}/${id}`}>{texte}</a>
              </h2>
              <p class="discret">
                {direAuteur(canal, prenom)}, le <Jour iso={proposeeLe} />
              </p>
            </li>
          ))}
        </ul>
        {page.suite !== null && (
          <p class="ecran">
            <a class="bouton second" href={`${ici}?${suite}`}>
              Voir les suivantes
            </a>
          </p>
        )}
      </div>
    </Page>
  );
}
