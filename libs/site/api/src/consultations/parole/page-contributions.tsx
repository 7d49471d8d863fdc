import {
  type ConsultationPublique,
  type ExportParticipant,
  EXPLICATIONS_REFUS,
  LIBELLES_ETATS_PROPOSITION,
  LIBELLES_QUALIFICATIONS,
  LIBELLES_VOTES,
  type MaProposition,
  totalVotes,
} from '@pleniere/participation/domain';
import { accorder } from '@pleniere/shared/domain';
import type { JSX } from 'preact';
import { type CadreDuSite, chemin } from '../../cadre/cadre';
import { DireRefus, Zone } from '../../formulaires/champs';
import type { Refus } from '../../formulaires/refus';
import { Jour, Section } from '../../gabarit/elements';
import { Page } from '../../gabarit/page';
import { VersConsultation } from '../lecture/vers-consultation';

interface Donnees {
  cadre: CadreDuSite;
  consultation: ConsultationPublique;
  miennes: ExportParticipant;
  /** Number of the proposition that has just been sent. */
  envoyee: number;
  refus: Refus | null;
}

/** What this browser said here: propositions and what became of them, votes that one may change or take back. */
export function PageContributions({ cadre, consultation, miennes, envoyee, refus }: Donnees): JSX.Element {
  const { propositions } = miennes;
  const votes = miennes.votes.filter(({ valeur }) => valeur !== null);
  const vers = (...suite: string[]) => chemin(cadre, 'consultations', consultation.id, ...suite);
  const rien = propositions.length === 0 && votes.length === 0;
  return (
    <Page titre="Mes contributions" cadre={cadre} lieu="consultations" prive>
      <div class="grande-pile">
        <header class="pile">
          <VersConsultation cadre={cadre} consultation={consultation} />
          <h1>Mes contributions</h1>
          <p class="chapeau">
            Ce que ce navigateur a dit dans cette consultation. Personne d’autre ne voit cette page.
          </p>
        </header>
        <DireRefus refus={refus} />
        {envoyee > 0 && (
          <p role="status" class="succes">
            Votre proposition n° {envoyee} est bien reçue. Elle sera relue sous 48 heures, puis proposée au vote.
          </p>
        )}
        {rien && <p>Vous n’avez encore rien dit ici, ou pas avec ce navigateur.</p>}
        {propositions.length > 0 && (
          <Section titre="Mes propositions" id="propositions">
            <ul class="lignes">
              {propositions.map((une) => (
                <li key={une.id} class="pile-serree">
                  <UneProposition une={une} vers={vers} />
                </li>
              ))}
            </ul>
          </Section>
        )}
        {votes.length > 0 && (
          <Section titre={`Mes ${accorder(votes.length, 'vote')}`} id="votes">
            <ul class="lignes">
              {votes.map(({ propositionId, texte, valeur, qualifications }) => (
                <li key={propositionId} class="pile-serree">
                  <p class="parole">
                    <a href={vers('propositions', propositionId)}>{texte}</a>
                  </p>
                  <p class="discret">
                    {[
                      LIBELLES_VOTES[`${valeur ?? 0}`],
                      ...qualifications.map((une) => LIBELLES_QUALIFICATIONS[une]),
                    ].join(' · ')}
                    {consultation.peutVoter && ' – ouvrez-la pour changer d’avis ou retirer ce vote'}
                  </p>
                </li>
              ))}
            </ul>
          </Section>
        )}
        <p class="boutons ecran">
          {consultation.peutVoter && (
            <a class="bouton" href={vers('voter')}>
              Continuer à voter
            </a>
          )}
          {consultation.peutProposer && (
            <a class="bouton second" href={vers('proposer')}>
              Proposer une idée
            </a>
          )}
          {!rien && <a href={vers('mes-contributions.json')}>Emporter mes données</a>}
        </p>
      </div>
    </Page>
  );
}

interface UneDonnees {
  une: MaProposition;
  vers: (...suite: string[]) => string;
}

function UneProposition({ une, vers }: UneDonnees): JSX.Element {
  const { id, numero, texte, texteOrigine, etat, motif, motifDetail, proposeeLe, peutRetirer, votes } = une;
  return (
    <>
      <p class="parole">{texte}</p>
      {texteOrigine && <p class="discret">Vous aviez écrit : « {texteOrigine} » (orthographe corrigée)</p>}
      <p class="discret">
        <span class={etat === 'acceptee' ? 'puce faite' : 'puce'}>{LIBELLES_ETATS_PROPOSITION[etat]}</span> n° {numero},
        le <Jour iso={proposeeLe} />
        {totalVotes(votes) > 0 && ` · ${accorder(totalVotes(votes), 'vote')}`}
      </p>
      {motif && (
        <p class="avis">
          Refusée parce que votre texte {EXPLICATIONS_REFUS[motif]}. {motifDetail}
        </p>
      )}
      <Appel une={une} vers={vers} />
      {peutRetirer && (
        <form method="post" action={vers('propositions', id, 'retrait')}>
          <button type="submit" class="second petit" aria-label={`Retirer ma proposition : ${texte}`}>
            Retirer
          </button>
        </form>
      )}
    </>
  );
}

function Appel({ une: { id, appelLe, peutFaireAppel }, vers }: UneDonnees): JSX.Element | null {
  if (appelLe) {
    return (
      <p class="discret">
        Vous avez demandé un second avis le <Jour iso={appelLe} />.
      </p>
    );
  }
  if (!peutFaireAppel) return null;
  return (
    <details>
      <summary>Demander un second avis</summary>
      <form method="post" action={vers('propositions', id, 'appel')} class="pile">
        <Zone
          nom={`appel-${id}`}
          libelle="Pourquoi votre proposition devrait être publiée"
          valeur=""
          lignes={3}
          max={1000}
          refus={null}
        />
        <p>
          <button type="submit">Envoyer</button>
        </p>
      </form>
    </details>
  );
}
