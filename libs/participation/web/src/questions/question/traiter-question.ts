import {
  EXPLICATIONS_REFUS,
  LIBELLES_MOTIFS_REFUS,
  LIMITES_QUESTIONS,
  MOTIFS_REFUS_QUESTION,
  type Question,
  type TransitionTraitement,
} from '@pleniere/participation/domain';
import type { ChampSaisi, DemandeSaisie } from '@pleniere/shared/ui';
import type { CadreQuestions } from '../liste/cadre';
import type { QuestionsClient } from '../questions-client';

type Saisie = Record<'motif' | 'explication' | 'orientation' | 'serviceId' | 'echeance' | 'cibleId', string | null>;
type Demande = DemandeSaisie<Saisie, Question>;

/** What a step asks, in the words of whoever asked. */
interface Formulaire {
  titre: string;
  texte?: string;
  action: string;
  champs: (cadre: CadreQuestions) => ChampSaisi<Saisie>[];
}

const EXPLICATION: ChampSaisi<Saisie> = {
  cle: 'explication',
  type: 'texte',
  lignes: 3,
  max: LIMITES_QUESTIONS.explication,
  libelle: 'Précision',
  aide: 'La personne qui a posé la question la lira.',
};

const FORMULAIRES: Readonly<Partial<Record<TransitionTraitement, Formulaire>>> = {
  attribuer: {
    titre: 'Attribuer à un service',
    texte: 'Le service est prévenu\u202F; l’échéance est publique.',
    action: 'Attribuer',
    champs: ({ organisations }) => [
      {
        cle: 'serviceId',
        type: 'choix',
        libelle: 'Service qui répondra',
        options: organisations,
        requis: 'Choisissez le service qui répondra.',
      },
      {
        cle: 'echeance',
        type: 'date',
        libelle: 'Réponse avant le',
        aide: 'Sans date\u00A0: trente jours après la question, et sept jours au moins pour le service.',
      },
    ],
  },
  orienter: {
    titre: 'Orienter ailleurs',
    texte: 'La question reste publique, avec le service à qui s’adresser.',
    action: 'Orienter',
    champs: () => [
      {
        cle: 'orientation',
        type: 'texte',
        max: LIMITES_QUESTIONS.orientation,
        libelle: 'À qui s’adresser',
        aide: 'Le service, et comment le joindre.',
        requis: 'Dites vers qui la personne est orientée.',
      },
      EXPLICATION,
    ],
  },
  refuser: {
    titre: 'Refuser la question',
    texte: 'La question ne sera pas publiée\u202F; la personne lira le motif.',
    action: 'Refuser',
    champs: () => [
      {
        cle: 'motif',
        type: 'choix',
        libelle: 'Motif',
        requis: 'Choisissez un motif de la charte.',
        options: MOTIFS_REFUS_QUESTION.map((motif) => ({
          valeur: motif,
          libelle: `${LIBELLES_MOTIFS_REFUS[motif]}\u00A0: ${EXPLICATIONS_REFUS[motif]}`,
        })),
      },
      EXPLICATION,
    ],
  },
  reexaminer: {
    titre: 'Réexaminer la question',
    texte: 'Elle revient parmi celles à modérer.',
    action: 'Réexaminer',
    champs: () => [
      {
        cle: 'motif',
        type: 'texte',
        lignes: 2,
        max: LIMITES_QUESTIONS.explication,
        libelle: 'Pourquoi',
        requis: 'Dites pourquoi.',
      },
    ],
  },
  'classer-sans-suite': {
    titre: 'Classer sans suite',
    texte: 'La question reste publique, avec votre explication à la place d’une réponse.',
    action: 'Classer sans suite',
    champs: () => [
      {
        cle: 'motif',
        type: 'texte',
        lignes: 3,
        max: LIMITES_QUESTIONS.explication,
        libelle: 'Explication',
        requis: 'Dites pourquoi\u00A0: la personne qui a posé la question le lira.',
      },
    ],
  },
};

const VIDE: Saisie = {
  motif: '',
  explication: '',
  orientation: '',
  serviceId: null,
  echeance: null,
  cibleId: null,
};

/** The form of a step, or null for one that asks nothing. */
export function saisieTraitement(
  client: QuestionsClient,
  cadre: CadreQuestions,
  question: Question,
  transition: TransitionTraitement,
): Demande | null {
  const formulaire = FORMULAIRES[transition];
  if (!formulaire) return null;
  const { titre, texte, action, champs } = formulaire;
  const { id, version, service, echeance } = question;
  return {
    titre,
    texte,
    action,
    champs: champs(cadre),
    valeur: { ...VIDE, serviceId: service?.id ?? null, echeance: service ? echeance : null },
    version,
    lire: () => VIDE,
    enregistrer: ({ motif, explication, orientation, serviceId, echeance: jour }, lue) =>
      client.traiter(
        { id, version: lue },
        {
          transition,
          motif: motif ?? '',
          explication: explication ?? '',
          orientation: orientation ?? '',
          serviceId,
          echeance: jour,
        },
      ),
  };
}

/** The form that says which quartier and which fiche a question is about. */
export function saisieClassement(
  client: QuestionsClient,
  { quartiers, fiches }: CadreQuestions,
  { id, version, quartier, fiche }: Question,
): DemandeSaisie<Record<'qpvCode' | 'ficheId', string | null>, Question> {
  return {
    titre: 'Classer la question',
    action: 'Enregistrer',
    champs: [
      { cle: 'qpvCode', type: 'choix', libelle: 'Quartier', options: quartiers },
      { cle: 'ficheId', type: 'choix', libelle: 'Fiche concernée', options: fiches },
    ],
    valeur: { qpvCode: quartier?.code ?? null, ficheId: fiche?.id ?? null },
    version,
    lire: (lue) => ({ qpvCode: lue.quartier?.code ?? null, ficheId: lue.fiche?.id ?? null }),
    enregistrer: (saisie, lue) => client.classer({ id, version: lue }, saisie),
  };
}
