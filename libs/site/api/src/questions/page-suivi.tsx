import { EXPLICATIONS_REFUS, LIBELLES_PUBLICS_QUESTION, type SuiviQuestion } from '@pleniere/participation/domain';
import type { JSX } from 'preact';
import { type CadreDuSite, chemin } from '../cadre/cadre';
import { DireRefus, Ligne } from '../formulaires/champs';
import type { Refus } from '../formulaires/refus';
import { Jour, Lignes, Retour } from '../gabarit/elements';
import { Page } from '../gabarit/page';

/** Finds one's question again by its récépissé. */
export function PageChercherSuivi({ cadre, tape, refus }: ChercherDonnees): JSX.Element {
  return (
    <Page titre="Suivre ma question" cadre={cadre} lieu="questions">
      <div class="grande-pile">
        <header class="pile">
          <Retour cadre={cadre} lieu="questions">
            Toutes les questions
          </Retour>
          <h1>Suivre ma question</h1>
          <p class="chapeau">Avec le récépissé reçu en la posant, en ligne ou sur le papier remis à la séance.</p>
        </header>
        <DireRefus refus={refus} />
        <form method="post" action={chemin(cadre, 'questions', 'suivi')} class="pile formulaire">
          <Ligne
            nom="recepisse"
            libelle="Récépissé"
            aide="Douze lettres et chiffres, majuscules ou non."
            valeur={tape}
            max={40}
            refus={refus}
          />
          <p>
            <button type="submit">Voir où elle en est</button>
          </p>
        </form>
      </div>
    </Page>
  );
}
interface ChercherDonnees {
  cadre: CadreDuSite;
  tape: string;
  refus: Refus | null;
}

/** What became of one's question: the page that a récépissé or an e-mail opens. */
export function PageSuivi({ cadre, suivi, recepisse, url, recue, oublie }: SuiviDonnees): JSX.Element {
  const { numero, texte, etat, poseeLe, motif, explication, previent, question } = suivi;
  return (
    <Page titre={recue ? 'Question reçue' : `Votre question n° ${numero}`} cadre={cadre} lieu="questions" prive>
      <div class="grande-pile">
        <header class="pile">
          <h1>{recue ? 'Merci, votre question est reçue' : `Votre question n° ${numero}`}</h1>
          <p class="chapeau">{LIBELLES_PUBLICS_QUESTION[etat]}</p>
        </header>
        <section class="papier pile" aria-label="Récépissé">
          <blockquote class="parole-entiere">{texte}</blockquote>
          <p class="discret">
            Question n° {numero}, posée le <Jour iso={poseeLe} />
          </p>
          <dl class="chiffres">
            <div>
              <dt>Récépissé</dt>
              <dd class="recepisse">{recepisse.replace(/(.{4})(?=.)/g, '$1 ')}</dd>
            </div>
          </dl>
          <p>
            Gardez-le, ou gardez cette adresse : <a href={url}>{url.replace(/^https?:\/\//, '')}</a>
          </p>
        </section>
        {motif && (
          <p class="avis">
            Votre question n’a pas été retenue, parce que votre texte {EXPLICATIONS_REFUS[motif]}. {explication} Vous
            pouvez <a href={chemin(cadre, 'questions', 'poser')}>la poser autrement</a>.
          </p>
        )}
        {!motif && explication && <Lignes texte={explication} />}
        {question && (
          <p>
            <a class="bouton" href={chemin(cadre, 'questions', String(question.numero))}>
              {question.reponses.length > 0 ? 'Lire la réponse' : 'Voir la page de la question'}
            </a>
          </p>
        )}
        {oublie && (
          <p role="status" class="succes">
            Votre adresse est effacée : vous ne recevrez plus de courriel.
          </p>
        )}
        {previent && (
          <p class="ecran">
            Un courriel vous préviendra.{' '}
            <a href={chemin(cadre, 'questions', 'suivi', recepisse, 'desabonnement')}>Ne plus recevoir de courriel</a>
          </p>
        )}
      </div>
    </Page>
  );
}
interface SuiviDonnees {
  cadre: CadreDuSite;
  suivi: SuiviQuestion;
  recepisse: string;
  url: string;
  recue: boolean;
  oublie: boolean;
}

/** Takes one's address back: a click says so, the e-mail alone does nothing. */
export function PageDesabonnement({ cadre, recepisse }: { cadre: CadreDuSite; recepisse: string }): JSX.Element {
  return (
    <Page titre="Ne plus recevoir de courriel" cadre={cadre} lieu="questions" prive>
      <div class="pile">
        <h1>Ne plus recevoir de courriel</h1>
        <p>Votre adresse sera effacée. Votre récépissé continuera de montrer où en est votre question.</p>
        <form method="post" action={chemin(cadre, 'questions', 'suivi', recepisse, 'desabonnement')}>
          <button type="submit">Effacer mon adresse</button>
        </form>
      </div>
    </Page>
  );
}
