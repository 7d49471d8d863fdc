import {
  type ConsultationPublique,
  type ExportParticipant,
  LIBELLES_QUALIFICATIONS,
  LIBELLES_VOTES,
  type MaProposition,
  refusEffacement,
} from '@pleniere/participation/domain';
import { accorder } from '@pleniere/shared/domain';
import type { JSX } from 'preact';
import { type CadreDuSite, chemin } from '../../cadre/cadre';
import { DireRefus, Zone } from '../../formulaires/champs';
import type { Refus } from '../../formulaires/refus';
import { Section } from '../../gabarit/elements';
import { Page } from '../../gabarit/page';
import { VersConsultation } from '../lecture/vers-consultation';
import { Situation } from './situation';

interface Donnees {
  cadre: CadreDuSite;
  consultation: ConsultationPublique;
  miennes: ExportParticipant;
  /** Number of the proposition that has just been sent. */
  envoyee: number;
  /** Everything has just been erased. */
  effacee: boolean;
  refus: Refus | null;
  appel: AppelTape | null;
}

/** An appeal as it was typed, when it was refused. */
export interface AppelTape {
  propositionId: string;
  texte: string;
}

/** What this browser said here: propositions and what became of them, votes that one may change or take back. */
export function PageContributions(donnees: Donnees): JSX.Element {
  const { cadre, consultation, miennes, envoyee, effacee, refus, appel } = donnees;
  const { propositions } = miennes;
  const votes = miennes.votes.filter(({ valeur }) => valeur !== null);
  const vers = (...suite: string[]) => chemin(cadre, 'consultations', consultation.id, ...suite);
  const rien = propositions.length === 0 && votes.length === 0 && miennes.profil === null;
  return (
    <Page titre="Mes contributions" cadre={cadre} lieu="consultations" prive script>
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
        {effacee && (
          <p role="status" class="succes">
            Tout est effacé : vos votes sont retirés, vos propositions et votre profil n’existent plus.
          </p>
        )}
        {rien && !effacee && <p>Vous n’avez encore rien dit ici, ou pas avec ce navigateur.</p>}
        {propositions.length > 0 && (
          <Section titre="Mes propositions" id="propositions">
            <ul class="lignes">
              {propositions.map((une) => (
                <li key={une.id} class="pile-serree">
                  <UneProposition une={une} vers={vers} refus={refus} appel={appel} />
                </li>
              ))}
            </ul>
          </Section>
        )}
        <MesVotes votes={votes} consultation={consultation} vers={vers} />
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
        </p>
        {!rien && <VosDonnees consultation={consultation} vers={vers} />}
      </div>
    </Page>
  );
}

type Vers = (...suite: string[]) => string;

/** Votes that stand, each with the way to change it while the consultation lasts. */
function MesVotes({
  votes,
  consultation,
  vers,
}: Pick<Donnees, 'consultation'> & { votes: Donnees['miennes']['votes']; vers: Vers }): JSX.Element | null {
  if (votes.length === 0) return null;
  return (
    <Section titre={votes.length === 1 ? 'Mon vote' : `Mes ${accorder(votes.length, 'vote')}`} id="votes">
      <ul class="lignes">
        {votes.map(({ propositionId, texte, valeur, qualifications }) => (
          <li key={propositionId} class="pile-serree">
            <p class="parole">
              <a href={vers('propositions', propositionId)}>{texte}</a>
            </p>
            <p class="discret">
              {[LIBELLES_VOTES[`${valeur ?? 0}`], ...qualifications.map((une) => LIBELLES_QUALIFICATIONS[une])].join(
                ' · ',
              )}
              {consultation.peutVoter && ' – ouvrez-la pour changer d’avis ou retirer ce vote'}
            </p>
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** What the holder of the key may do with what they left: take it away, or have it erased. */
function VosDonnees({ consultation, vers }: Pick<Donnees, 'consultation'> & { vers: Vers }): JSX.Element {
  const refus = refusEffacement(consultation.statut);
  return (
    <Section titre="Vos données" id="vos-donnees">
      <p class="ecran">
        <a href={vers('mes-contributions.json')} download>
          Emporter ce que j’ai dit
        </a>
      </p>
      {refus ? (
        <p class="discret">{refus}</p>
      ) : (
        <details class="ecran">
          <summary>Tout effacer</summary>
          <form method="post" action={vers('mes-contributions', 'effacement')} class="pile">
            <p>
              Vos votes seront retirés, le texte de vos propositions effacé, votre profil aussi. Cela ne se défait pas.
              {consultation.exigence === 'code-habitant' && ' Votre code ne pourra pas resservir.'}
            </p>
            <p>
              <button type="submit" class="second">
                Effacer tout ce que j’ai dit ici
              </button>
            </p>
          </form>
        </details>
      )}
    </Section>
  );
}

interface UneDonnees extends Pick<Donnees, 'refus' | 'appel'> {
  une: MaProposition;
  vers: Vers;
}

function UneProposition({ une, vers, refus, appel }: UneDonnees): JSX.Element {
  const { id, texte, peutRetirer } = une;
  return (
    <>
      <Situation une={une} />
      <Appel une={une} vers={vers} refus={refus} appel={appel} />
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

function Appel({ une: { id, peutFaireAppel }, vers, refus, appel }: UneDonnees): JSX.Element | null {
  const tape = appel?.propositionId === id ? appel.texte : null;
  if (!peutFaireAppel) return null;
  return (
    <details open={tape !== null}>
      <summary>Demander un second avis</summary>
      <form method="post" action={vers('propositions', id, 'appel')} class="pile">
        <Zone
          nom={`appel-${id}`}
          libelle="Pourquoi votre proposition devrait être publiée"
          valeur={tape ?? ''}
          lignes={3}
          max={1000}
          refus={tape === null ? null : refus}
        />
        <p>
          <button type="submit">Envoyer</button>
        </p>
      </form>
    </details>
  );
}
