import type {
  ChangementPublic,
  ConsultationPublique,
  EspacePublic,
  PageQuestions,
} from '@pleniere/participation/domain';
import { accorder } from '@pleniere/shared/domain';
import type { JSX } from 'preact';
import { type CadreDuSite, chemin } from '../cadre/cadre';
import { ListeChangements } from '../changements/liste-changements';
import { aChange } from '../changements/page-changements';
import { Invitation, ListeConsultations } from '../consultations/lecture/liste-consultations';
import { prochaines, ProchainesSeances } from '../espaces/seances';
import type { EnjeuEngage } from '../fiches/fiches.reader';
import { Section } from '../gabarit/elements';
import { Page } from '../gabarit/page';
import { ListeQuartiers } from '../quartiers/page-quartiers';
import type { QuartierDuSite } from '../quartiers/quartier';
import { ListeQuestions } from '../questions/carte-question';

interface Donnees {
  cadre: CadreDuSite;
  quartiers: readonly QuartierDuSite[];
  enjeux: readonly EnjeuEngage[];
  consultations: readonly ConsultationPublique[];
  questions: PageQuestions;
  espaces: readonly EspacePublic[];
  changements: readonly ChangementPublic[];
}

/** First page of a resident: what I can say today, what was answered, what changed, where I live. */
export function PageAccueil(donnees: Donnees): JSX.Element {
  const { cadre, quartiers } = donnees;
  return (
    <Page
      titre="Votre quartier, vos questions, ce qui change"
      cadre={cadre}
      ici={[]}
      description={`${cadre.titre} : ce qui se fait dans les quartiers, ce que vous en dites, ce que cela change.`}
    >
      <div class="grande-pile">
        <header class="pile">
          <h1>Votre quartier, vos questions, ce qui change</h1>
          <p class="chapeau">
            Ici, vous dites ce qui compte, vous lisez ce qu’on vous répond, et vous voyez ce qu’on en a fait. Sans
            compte.
          </p>
        </header>
        <Dire {...donnees} />
        <Repondu {...donnees} />
        <Change {...donnees} />
        <Section titre="Où habitez-vous ?" id="quartiers">
          <ListeQuartiers cadre={cadre} quartiers={quartiers} />
        </Section>
        <Engage {...donnees} />
      </div>
    </Page>
  );
}

/** What one can do today: give an opinion, ask, come. */
function Dire({ cadre, consultations, espaces }: Donnees): JSX.Element {
  const ouvertes = consultations.filter(({ peutVoter }) => peutVoter);
  const annonces = prochaines(espaces).slice(0, 2);
  return (
    <Section titre="Aujourd’hui, vous pouvez" id="dire">
      {ouvertes.map((consultation) => (
        <Invitation key={consultation.id} cadre={cadre} consultation={consultation} />
      ))}
      <div class="colonnes">
        <div class="papier invitation pile">
          <h3>Poser une question</h3>
          <p>Elle reçoit une réponse écrite, signée du service concerné, à une date annoncée.</p>
          <p class="boutons ecran">
            <a class={ouvertes.length > 0 ? 'bouton second' : 'bouton'} href={chemin(cadre, 'questions', 'poser')}>
              Poser ma question
            </a>
            <a href={chemin(cadre, 'questions', 'suivi')}>Suivre la mienne</a>
          </p>
        </div>
        {annonces.length > 0 && (
          <div class="papier invitation pile">
            <h3>Venir en parler</h3>
            <ProchainesSeances annonces={annonces} />
          </div>
        )}
      </div>
    </Section>
  );
}

function Repondu({ cadre, questions }: Donnees): JSX.Element | null {
  if (questions.questions.length === 0) return null;
  return (
    <Section titre="Ce qu’on vous a répondu" id="repondu">
      <ListeQuestions cadre={cadre} questions={questions.questions} />
      <p>
        <a href={chemin(cadre, 'questions')}>
          Lire {questions.total > 1 ? `les ${accorder(questions.total, 'réponse')}` : 'toutes les questions'}
        </a>
      </p>
    </Section>
  );
}

/** What came of it: changes proven first, results of consultations otherwise. */
function Change({ cadre, changements, consultations }: Donnees): JSX.Element | null {
  const faits = changements.filter(aChange).slice(0, 2);
  const rendues = consultations.filter(({ restituee }) => restituee).slice(0, 2);
  if (faits.length === 0 && rendues.length === 0) return null;
  return (
    <Section titre="Ce que vous avez fait changer" id="change">
      {faits.length > 0 && <ListeChangements cadre={cadre} changements={faits} />}
      <p>
        <a href={chemin(cadre, 'changements')}>
          Ce que sont devenues vos contributions
          {changements.length > 1 && ` : ${accorder(changements.length, 'histoire')}`}
        </a>
      </p>
      {rendues.length > 0 && <ListeConsultations cadre={cadre} consultations={rendues} />}
    </Section>
  );
}

function Engage({ cadre, enjeux }: Donnees): JSX.Element {
  const total = enjeux.reduce((somme, { fiches }) => somme + fiches, 0);
  return (
    <Section titre="Ce qui est engagé" id="engage">
      <p>
        Jusqu’en {String(cadre.anneeFin)}, les villes, la métropole, l’État et leurs partenaires s’engagent pour les
        quartiers.
      </p>
      <ul class="portes">
        {enjeux.map(({ classe, intitule, fiches }) => (
          <li key={classe}>
            <a class={classe} href={`${chemin(cadre, 'fiches')}#${classe}`}>
              <strong>{intitule}</strong>
              <span class="discret">{accorder(fiches, 'fiche')}</span>
            </a>
          </li>
        ))}
      </ul>
      <p>
        <a class="bouton second" href={chemin(cadre, 'fiches')}>
          Lire {accorder(total, 'fiche')}
        </a>
      </p>
    </Section>
  );
}
