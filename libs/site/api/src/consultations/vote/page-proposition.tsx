import {
  type ConsultationPublique,
  type PropositionAVoter,
  totalVotes,
  LIBELLES_VOTES,
} from '@pleniere/participation/domain';
import { accorder } from '@pleniere/shared/domain';
import type { JSX } from 'preact';
import { type CadreDuSite, chemin } from '../../cadre/cadre';
import { DireRefus } from '../../formulaires/champs';
import type { Refus } from '../../formulaires/refus';
import { Jour } from '../../gabarit/elements';
import { Page } from '../../gabarit/page';
import { BarreVotes } from '../resultats/barres';
import { direAuteur } from '../lecture/mots';
import { VersConsultation } from '../lecture/vers-consultation';
import { BoutonsVote, Precisions } from './boutons-vote';
import { direReste } from './page-voter';

interface Donnees {
  cadre: CadreDuSite;
  consultation: ConsultationPublique;
  proposition: PropositionAVoter;
  /** Cards that remain of the sequence that one is going through; null outside of one. */
  reste: number | null;
  refus: Refus | null;
}

/** One proposition on its own page: one's vote, what may be added to it, what the others said. */
export function PageProposition(donnees: Donnees): JSX.Element {
  const { cadre, consultation, proposition, reste, refus } = donnees;
  const { texte, idee } = proposition;
  return (
    <Page
      titre={texte}
      cadre={cadre}
      lieu="consultations"
      description={consultation.question}
      prive={reste !== null}
      script
    >
      <div class="grande-pile etroite">
        <header class="pile-serree">
          <VersConsultation cadre={cadre} consultation={consultation} />
          {reste !== null && reste > 0 && <p class="discret">{direReste(reste)}</p>}
        </header>
        <DireRefus refus={refus} />
        <Carte {...donnees} />
        {idee && (
          <p>
            Réunie à d’autres dans l’idée{' '}
            <a href={chemin(cadre, 'consultations', consultation.id, 'resultats')}>{idee.titre}</a>.
          </p>
        )}
        <Suite {...donnees} />
      </div>
    </Page>
  );
}

function Carte({ cadre, consultation, proposition, reste }: Donnees): JSX.Element {
  const { id, texte, prenom, canal, proposeeLe, monVote, jeton } = proposition;
  const vers = (...suite: string[]) => chemin(cadre, 'consultations', consultation.id, ...suite);
  const vote = { action: vers('propositions', id, 'vote'), texte, monVote, jeton, serie: reste !== null };
  const valeur = monVote?.valeur ?? null;
  const annonce = valeur === null ? 'Aucun vote' : `Vote enregistré : ${LIBELLES_VOTES[`${valeur}`]}`;
  return (
    <section class="papier carte-vote pile" aria-labelledby="proposition">
      <p class="discret">
        {direAuteur(canal, prenom)}, le <Jour iso={proposeeLe} />
      </p>
      <h1 id="proposition" class="parole-entiere" tabIndex={-1} data-foyer data-annonce={annonce}>
        {texte}
      </h1>
      {jeton && <BoutonsVote {...vote} />}
      {jeton && <Precisions {...vote} />}
      {!jeton && consultation.peutVoter && (
        <form method="post" action={vers('voter')}>
          <input type="hidden" name="proposition" value={id} />
          <button type="submit">Donner mon avis sur cette proposition</button>
        </form>
      )}
      {valeur !== null && <Comptes proposition={proposition} />}
    </section>
  );
}

function Suite({ cadre, consultation, proposition, reste }: Donnees): JSX.Element {
  const vers = (...suite: string[]) => chemin(cadre, 'consultations', consultation.id, ...suite);
  const vote = (proposition.monVote?.valeur ?? null) !== null;
  return (
    <p class="boutons ecran">
      {reste !== null ? (
        <a class={vote ? 'bouton' : 'bouton second'} href={vers('voter')} data-sur-place id="suivante">
          {reste > 0 ? 'Proposition suivante' : 'Terminer'}
        </a>
      ) : (
        <a class="bouton second" href={vers('propositions')}>
          Toutes les propositions
        </a>
      )}
      {consultation.peutVoter && <a href={vers('propositions', proposition.id, 'signaler')}>Signaler</a>}
    </p>
  );
}

/** What everybody said so far, once one has said it oneself. */
function Comptes({ proposition: { votes } }: Pick<Donnees, 'proposition'>): JSX.Element {
  return (
    <div class="pile-serree">
      <p class="discret">
        {accorder(totalVotes(votes), 'vote')} à ce jour : {votes.pour} d’accord, {votes.contre} pas d’accord,{' '}
        {accorder(votes.neutre, 'neutre')}
      </p>
      <BarreVotes votes={votes} />
    </div>
  );
}
