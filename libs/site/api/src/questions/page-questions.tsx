import { LIBELLES_MOTIFS_REFUS, type MotifRefusQuestion, type PageQuestions } from '@pleniere/participation/domain';
import { accorder } from '@pleniere/shared/domain';
import type { JSX } from 'preact';
import { type CadreDuSite, chemin } from '../cadre/cadre';
import { Choix } from '../formulaires/champs';
import { Section } from '../gabarit/elements';
import { Page } from '../gabarit/page';
import type { QuartierDuSite } from '../quartiers/quartier';
import { ListeQuestions } from './carte-question';

/** États that a resident chooses between. */
export const ETATS_CHOISIS = [
  ['repondues', 'Avec une réponse'],
  ['en-attente', 'En attente de réponse'],
] as const;

/** Questions of a page of the list. */
export const PAR_PAGE = 20;

interface Donnees {
  cadre: CadreDuSite;
  quartiers: readonly QuartierDuSite[];
  page: PageQuestions;
  refus: Partial<Record<MotifRefusQuestion, number>>;
  choix: { quartier: string; etat: string; debut: number };
}

/** Questions of residents: answered ones first, by quartier and by état. */
export function PageDesQuestions({ cadre, quartiers, page, refus, choix }: Donnees): JSX.Element {
  return (
    <Page
      titre="Questions et réponses"
      cadre={cadre}
      lieu="questions"
      ici={['questions']}
      description="Ce que les habitants ont demandé, ce qui leur a été répondu, et par qui."
    >
      <div class="grande-pile">
        <header class="pile">
          <h1>Questions et réponses</h1>
          <p class="chapeau">
            Chaque question retenue reçoit une réponse écrite, signée du service qui la donne, à une date annoncée.
          </p>
          <p class="boutons">
            <a class="bouton" href={chemin(cadre, 'questions', 'poser')}>
              Poser une question
            </a>
            <a class="bouton second" href={chemin(cadre, 'questions', 'suivi')}>
              Suivre la mienne
            </a>
          </p>
        </header>
        <Section titre="Ce qui a été demandé" id="liste">
          <form method="get" class="filtres ecran">
            <Choix
              nom="quartier"
              libelle="Quartier"
              rien="Tous les quartiers"
              options={quartiers.map(({ code, nom }) => [code, nom] as const)}
              valeur={choix.quartier}
              refus={null}
            />
            <Choix
              nom="etat"
              libelle="Réponse"
              rien="Toutes"
              options={ETATS_CHOISIS}
              valeur={choix.etat}
              refus={null}
            />
            <button type="submit" class="second">
              Afficher
            </button>
          </form>
          <p class="discret">{accorder(page.total, 'question')}</p>
          {page.questions.length === 0 ? (
            <p>Aucune question ici pour l’instant. Posez la première.</p>
          ) : (
            <ListeQuestions cadre={cadre} questions={page.questions} />
          )}
          <Suite cadre={cadre} page={page} choix={choix} />
        </Section>
        <Refusees refus={refus} />
      </div>
    </Page>
  );
}

function Suite({ cadre, page, choix }: Pick<Donnees, 'cadre' | 'page' | 'choix'>): JSX.Element | null {
  const { quartier, etat, debut } = choix;
  const vers = (rang: number): string => {
    const parametres = Object.entries({ quartier, etat, debut: rang > 0 ? String(rang) : '' });
    const dits = new URLSearchParams(parametres.filter(([, valeur]) => valeur !== ''));
    return `${chemin(cadre, 'questions')}?${dits}#liste`;
  };
  const suivantes = debut + PAR_PAGE < page.total;
  if (debut === 0 && !suivantes) return null;
  return (
    <nav class="boutons ecran" aria-label="Pages">
      {debut > 0 && (
        <a class="bouton second" href={vers(Math.max(0, debut - PAR_PAGE))}>
          ← Précédentes
        </a>
      )}
      {suivantes && (
        <a class="bouton second" href={vers(debut + PAR_PAGE)}>
          Suivantes →
        </a>
      )}
    </nav>
  );
}

/** How many were refused, and why: moderation says what it does. */
function Refusees({ refus }: Pick<Donnees, 'refus'>): JSX.Element | null {
  const motifs = Object.entries(refus) as [MotifRefusQuestion, number][];
  if (motifs.length === 0) return null;
  const total = motifs.reduce((somme, [, nombre]) => somme + nombre, 0);
  return (
    <details>
      <summary>
        {accorder(total, 'question n’a pas été retenue', 'questions n’ont pas été retenues')} : pourquoi
      </summary>
      <ul>
        {motifs.map(([motif, nombre]) => (
          <li key={motif}>
            {LIBELLES_MOTIFS_REFUS[motif]} : {nombre}
          </li>
        ))}
      </ul>
    </details>
  );
}
