import type { FichePublique } from '@pleniere/fiches/domain';
import { accorder } from '@pleniere/shared/domain';
import type { JSX } from 'preact';
import { type CadreDuSite, chemin } from '../cadre/cadre';
import { classeEnjeu } from '../fiches/liste-fiches';
import { Section } from '../gabarit/elements';
import { Page } from '../gabarit/page';
import { ListeQuartiers } from '../quartiers/page-quartiers';
import type { QuartierDuSite } from '../quartiers/quartier';

interface Donnees {
  cadre: CadreDuSite;
  quartiers: readonly QuartierDuSite[];
  fiches: readonly FichePublique[];
}

/** First page of a resident: where I live, what is committed. */
export function PageAccueil({ cadre, quartiers, fiches }: Donnees): JSX.Element {
  const enjeux = Map.groupBy(fiches, ({ enjeu }) => enjeu.libelle);
  return (
    <Page
      titre="Votre quartier, vos questions, ce qui change"
      cadre={cadre}
      description={`${cadre.titre} : ce qui se fait dans les quartiers, ce que vous en dites, ce que cela change.`}
    >
      <div class="grande-pile">
        <header class="pile">
          <h1>Votre quartier, vos questions, ce qui change</h1>
          <p class="chapeau">
            Jusqu’en {String(cadre.anneeFin)}, les villes, la métropole, l’État et leurs partenaires s’engagent pour les
            quartiers. Ici, vous lisez ce qui est fait, vous demandez, vous proposez, et vous voyez ce qu’on en a fait.
          </p>
        </header>
        <Section titre="Où habitez-vous ?" id="quartiers">
          <ListeQuartiers cadre={cadre} quartiers={quartiers} />
        </Section>
        <Section titre="Ce qui est engagé" id="engage">
          <ul class="portes">
            {[...enjeux].map(([libelle, groupe]) => (
              <li key={libelle}>
                <a
                  class={groupe[0] ? classeEnjeu(groupe[0].enjeu) : ''}
                  href={`${chemin(cadre, 'fiches')}#${groupe[0] ? classeEnjeu(groupe[0].enjeu) : ''}`}
                >
                  <strong>{groupe[0]?.enjeu.intitule ?? ''}</strong>
                  <span class="discret">{accorder(groupe.length, 'fiche')}</span>
                </a>
              </li>
            ))}
          </ul>
          <p>
            <a class="bouton" href={chemin(cadre, 'fiches')}>
              Lire {accorder(fiches.length, 'fiche')}
            </a>
          </p>
        </Section>
      </div>
    </Page>
  );
}
