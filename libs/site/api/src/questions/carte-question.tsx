import type { QuestionPublique } from '@pleniere/participation/domain';
import { accorder } from '@pleniere/shared/domain';
import type { JSX } from 'preact';
import { type CadreDuSite, chemin } from '../cadre/cadre';
import { Jour } from '../gabarit/elements';

/** Where the question stands, in the words of whoever asked. */
export function EtatDeQuestion({ question }: { question: QuestionPublique }): JSX.Element {
  const { etat, echeance, enRetard, repondueLe, orienteeVers } = question;
  if (etat === 'reponse-publiee') {
    return (
      <>
        <span class="puce faite">✓ Réponse publiée</span> {repondueLe && <Jour iso={repondueLe} />}
      </>
    );
  }
  if (etat === 'hors-competence') return <span class="puce">Transmise : {orienteeVers}</span>;
  if (etat === 'sans-suite') return <span class="puce">Sans suite</span>;
  if (!echeance) return <span class="puce">Retenue : un service va être désigné</span>;
  return (
    <>
      <span class={enRetard ? 'puce retard' : 'puce'}>{enRetard ? 'Réponse en retard' : 'En attente de réponse'}</span>{' '}
      {enRetard ? 'promise pour le' : 'promise avant le'} <Jour iso={echeance} />
    </>
  );
}

/** A question in a list: its words, where it stands, the beginning of its answer. */
function CarteQuestion({ cadre, question }: CarteDonnees): JSX.Element {
  const { numero, texte, quartier, fois, reponses } = question;
  const [derniere] = reponses;
  return (
    <li class="pile-serree">
      <h3 class="parole">
        <a href={chemin(cadre, 'questions', String(numero))}>{texte}</a>
      </h3>
      {derniere && <p class="extrait">{extraire(derniere.texte)}</p>}
      <p class="discret">
        <EtatDeQuestion question={question} />
        {quartier && ` · ${quartier.nom}`}
        {fois > 1 && ` · posée ${accorder(fois, 'fois', 'fois')}`}
      </p>
    </li>
  );
}
interface CarteDonnees {
  cadre: CadreDuSite;
  question: QuestionPublique;
}

/** Questions, one under the other. */
export function ListeQuestions({ cadre, questions }: ListeDonnees): JSX.Element {
  return (
    <ul class="lignes">
      {questions.map((question) => (
        <CarteQuestion key={question.numero} cadre={cadre} question={question} />
      ))}
    </ul>
  );
}
interface ListeDonnees {
  cadre: CadreDuSite;
  questions: readonly QuestionPublique[];
}

const EXTRAIT = 180;

function extraire(texte: string): string {
  if (texte.length <= EXTRAIT) return texte;
  return `${texte.slice(0, texte.lastIndexOf(' ', EXTRAIT))}…`;
}
