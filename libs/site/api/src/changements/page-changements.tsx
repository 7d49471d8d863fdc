import type { ChangementPublic } from '@pleniere/participation/domain';
import { accorder } from '@pleniere/shared/domain';
import type { JSX } from 'preact';
import { type CadreDuSite, chemin } from '../cadre/cadre';
import { Section } from '../gabarit/elements';
import { Page } from '../gabarit/page';
import { ListeChangements } from './liste-changements';

interface Donnees {
  cadre: CadreDuSite;
  changements: readonly ChangementPublic[];
}

/** « Ce que votre contribution a changé »: what moved the contrat first, then what is decided or studied. */
export function PageChangements({ cadre, changements }: Donnees): JSX.Element {
  const faits = changements.filter(aChange);
  const autres = changements.filter((changement) => !aChange(changement));
  return (
    <Page
      titre="Ce que votre contribution a changé"
      cadre={cadre}
      ici={['changements']}
      description="De la phrase d’un habitant à ce qui a changé dans le contrat, avec les dates et les raisons."
    >
      <div class="grande-pile">
        <header class="pile">
          <h1>Ce que votre contribution a changé</h1>
          <p class="chapeau">
            De ce que vous avez dit à ce qui a été décidé : chaque lien est daté, et chaque refus dit sa raison.
          </p>
          {changements.length > 0 && (
            <p class="discret">
              {accorder(changements.length, 'contribution suivie', 'contributions suivies')}, dont{' '}
              {accorder(faits.length, 'a changé le contrat', 'ont changé le contrat')}
            </p>
          )}
        </header>
        {changements.length === 0 && (
          <p>
            Rien n’est encore relié. <a href={chemin(cadre, 'questions', 'poser')}>Posez une question</a> : c’est par là
            que cela commence.
          </p>
        )}
        {faits.length > 0 && (
          <Section titre="Cela a changé" id="change">
            <ListeChangements cadre={cadre} changements={faits} />
          </Section>
        )}
        {autres.length > 0 && (
          <Section titre="C’est décidé, ou à l’étude" id="etude">
            <ListeChangements cadre={cadre} changements={autres} />
          </Section>
        )}
      </div>
    </Page>
  );
}

/** True when a text in force or a new action came of it. */
export function aChange({ decision }: ChangementPublic): boolean {
  return decision !== null && (decision.enVigueurLe !== null || decision.actionCreee !== null);
}
