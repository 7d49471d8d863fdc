import {
  indicesPersonnels,
  LIBELLES_INDICES_PERSONNELS,
  LONGUEURS_PAROLES,
  type Question,
  type QuestionSaisie,
} from '@pleniere/participation/domain';
import type { DemandeSaisie } from '@pleniere/shared/ui';
import type { QuestionsClient } from '../questions-client';
import type { CadreQuestions } from './cadre';

type Saisie = QuestionSaisie & { relu: boolean } & Record<string, string | boolean | null>;

function refusDeTexte(texte: string): string | null {
  const longueur = [...texte.trim().normalize('NFC')].length;
  const { questionMin, question } = LONGUEURS_PAROLES;
  if (longueur < questionMin) return `Écrivez au moins ${questionMin} caractères.`;
  return longueur > question ? `${question} caractères au plus, ce texte en compte ${longueur}.` : null;
}

/** The form of a question that a mediator heard; its id is made here, so that a double click keeps it once. */
export function saisieQuestionEntendue(
  client: QuestionsClient,
  { quartiers, fiches }: CadreQuestions,
): DemandeSaisie<Saisie, Question> {
  const id = crypto.randomUUID();
  return {
    titre: 'Saisir une question entendue',
    texte: 'Écrivez ce que la personne a demandé, avec ses mots. Aucun nom n’est nécessaire.',
    action: 'Enregistrer la question',
    champs: [
      {
        cle: 'texte',
        type: 'texte',
        lignes: 4,
        libelle: 'Question',
        requis: 'Écrivez la question.',
        verifier: ({ texte, relu }) => {
          const refus = refusDeTexte(texte);
          const indices = relu ? [] : indicesPersonnels(texte);
          if (refus !== null || indices.length === 0) return refus;
          return `Le texte semble contenir ${indices.map((indice) => LIBELLES_INDICES_PERSONNELS[indice]).join(', ')}\u00A0: enlevez ce qui désigne quelqu’un, ou cochez la case ci-dessous.`;
        },
      },
      {
        cle: 'relu',
        type: 'oui-non',
        libelle: 'J’ai relu\u00A0: le texte ne désigne personne',
        montrer: ({ texte }) => indicesPersonnels(texte).length > 0,
      },
      { cle: 'qpvCode', type: 'choix', libelle: 'Quartier', options: quartiers },
      { cle: 'ficheId', type: 'choix', libelle: 'Fiche concernée', options: fiches },
      {
        cle: 'email',
        type: 'texte',
        clavier: 'email',
        max: 254,
        libelle: 'Adresse électronique pour la réponse',
        aide: 'Seulement si la personne le souhaite\u202F; elle ne sert qu’à la prévenir.',
      },
    ],
    valeur: { texte: '', relu: false, seanceId: null, qpvCode: null, ficheId: null, email: null },
    enregistrer: ({ texte, qpvCode, ficheId, email }) =>
      client.saisir(id, { texte, seanceId: null, qpvCode, ficheId, email }),
  };
}
