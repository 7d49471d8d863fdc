import { LIBELLES_ETATS_QUESTION, type QuestionPublique } from '@pleniere/participation/domain';
import { ligneCsv } from '@pleniere/shared/api';

const ENTETES = [
  ...['numero', 'question', 'posee le', 'canal', 'quartier', 'fiche', 'etat', 'fois posee', 'service', 'echeance'],
  ...['reponse', 'signataire', 'organisation', 'repondue le', 'utile oui', 'utile non'],
];

/** Public questions as a CSV: for a spreadsheet in French, the last version of each answer. */
export function ecrireQuestions(questions: readonly QuestionPublique[]): string {
  return `\uFEFF${ligneCsv(ENTETES)}${questions.map((une) => ligneCsv([...classement(une), ...reponse(une)])).join('')}`;
}

function classement(une: QuestionPublique): (string | number)[] {
  const { numero, texte, poseeLe, canal, quartier, fiche, etat, fois, service, echeance } = une;
  const ou = [quartier?.code ?? '', fiche?.code ?? ''];
  return [
    numero,
    texte,
    poseeLe.slice(0, 10),
    canal,
    ...ou,
    LIBELLES_ETATS_QUESTION[etat],
    fois,
    service ?? '',
    echeance ?? '',
  ];
}

function reponse({ reponses: [derniere], repondueLe, retours }: QuestionPublique): (string | number)[] {
  const { texte, fonction, organisation } = derniere ?? { texte: '', fonction: '', organisation: '' };
  return [texte, fonction, organisation, repondueLe?.slice(0, 10) ?? '', retours.oui, retours.non];
}
