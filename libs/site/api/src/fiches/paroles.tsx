import type { FichePubliqueLue } from '@pleniere/fiches/domain';
import type { ChangementPublic, ConsultationPublique, PageQuestions } from '@pleniere/participation/domain';
import type { JSX } from 'preact';
import { type CadreDuSite, chemin } from '../cadre/cadre';
import { ListeChangements } from '../changements/liste-changements';
import { ListeConsultations } from '../consultations/lecture/liste-consultations';
import { Section } from '../gabarit/elements';
import { ListeQuestions } from '../questions/carte-question';

/** What residents say of a fiche, and what came of it. */
export interface DitDeLaFiche {
  questions: PageQuestions;
  /** All of them: the page keeps those that the fiche answers to. */
  consultations: readonly ConsultationPublique[];
  changements: readonly ChangementPublic[];
}

interface Donnees {
  cadre: CadreDuSite;
  fiche: Pick<FichePubliqueLue, 'code'>;
  dit: DitDeLaFiche;
}

/** What residents said of an engagement: changes, consultations, questions. */
export function Paroles({ cadre, fiche, dit }: Donnees): JSX.Element {
  const { questions, changements } = dit;
  const siennes = dit.consultations.filter(({ fiches }) => fiches.some(({ code }) => code === fiche.code));
  return (
    <>
      {changements.length > 0 && (
        <Section titre="Ce que vos contributions ont changé" id="changements">
          <ListeChangements cadre={cadre} changements={changements} />
        </Section>
      )}
      {siennes.length > 0 && (
        <Section titre="Vous avez été consultés" id="consultations">
          <ListeConsultations cadre={cadre} consultations={siennes} />
        </Section>
      )}
      <Section titre="Vos questions" id="questions">
        {questions.questions.length > 0 && <ListeQuestions cadre={cadre} questions={questions.questions} />}
        <p class="ecran">
          <a class="bouton second" href={`${chemin(cadre, 'questions', 'poser')}?fiche=${fiche.code}`}>
            Poser une question sur ce sujet
          </a>
        </p>
      </Section>
    </>
  );
}
