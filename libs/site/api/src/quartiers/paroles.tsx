import type {
  ChangementPublic,
  ConsultationPublique,
  EspacePublic,
  PageQuestions,
} from '@pleniere/participation/domain';
import type { JSX } from 'preact';
import { type CadreDuSite, chemin } from '../cadre/cadre';
import { ListeChangements } from '../changements/liste-changements';
import { Invitation, ListeConsultations } from '../consultations/lecture/liste-consultations';
import { EspacesDuQuartier } from '../espaces/seances';
import { Section } from '../gabarit/elements';
import { ListeQuestions } from '../questions/carte-question';
import type { QuartierDuSite } from './quartier';

/** What is said in a quartier, and what came of it. */
export interface DitDuQuartier {
  questions: PageQuestions;
  espaces: readonly EspacePublic[];
  /** All of them: the page keeps those that are held there. */
  consultations: readonly ConsultationPublique[];
  changements: readonly ChangementPublic[];
}

interface Donnees {
  cadre: CadreDuSite;
  quartier: Pick<QuartierDuSite, 'code' | 'nom'>;
  dit: DitDuQuartier;
}

/** Speaking in one's quartier: consultations, meetings, questions, and what they changed. */
export function Paroles({ cadre, quartier, dit }: Donnees): JSX.Element {
  const { questions, espaces, changements } = dit;
  const ici = dit.consultations.filter(
    ({ touteLaVille, quartiers }) => touteLaVille || quartiers.some(({ code }) => code === quartier.code),
  );
  const closes = ici.filter(({ peutVoter }) => !peutVoter);
  return (
    <>
      {ici.length > 0 && (
        <Section titre="Donner son avis" id="consultations">
          {ici
            .filter(({ peutVoter }) => peutVoter)
            .map((consultation) => (
              <Invitation key={consultation.id} cadre={cadre} consultation={consultation} />
            ))}
          {closes.length > 0 && <ListeConsultations cadre={cadre} consultations={closes} />}
        </Section>
      )}
      <EspacesDuQuartier espaces={espaces} qpvCode={quartier.code} />
      <Section titre="Questions et réponses" id="questions">
        {questions.questions.length === 0 ? (
          <p>Personne n’a encore posé de question ici.</p>
        ) : (
          <ListeQuestions cadre={cadre} questions={questions.questions} />
        )}
        <p class="boutons ecran">
          <a class="bouton" href={`${chemin(cadre, 'questions', 'poser')}?quartier=${quartier.code}`}>
            Poser une question
          </a>
          {questions.total > questions.questions.length && (
            <a href={`${chemin(cadre, 'questions')}?quartier=${quartier.code}`}>Les {questions.total} questions</a>
          )}
        </p>
      </Section>
      {changements.length > 0 && (
        <Section titre="Ce que vos contributions ont changé" id="changements">
          <ListeChangements cadre={cadre} changements={changements.slice(0, PREMIERS)} />
          <p>
            <a href={chemin(cadre, 'changements')}>Dans tous les quartiers</a>
          </p>
        </Section>
      )}
    </>
  );
}

const PREMIERS = 3;
