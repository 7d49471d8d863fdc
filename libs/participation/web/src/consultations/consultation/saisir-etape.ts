import type { Consultation, TransitionConsultation, TransitionDeConsultation } from '@pleniere/participation/domain';
import type { DemandeConfirmation, DemandeSaisie } from '@pleniere/shared/ui';
import type { ConsultationsClient } from '../client/consultations-client';

const ARCHIVAGE =
  'Les clés des participants sont détruites et leurs votes ne mènent plus à personne\u202F; les comptes ne changent pas. Cela ne se défait pas.';

const CONSEQUENCES: Readonly<Partial<Record<TransitionConsultation, string>>> = {
  suspendre: 'Plus personne ne propose ni ne vote, jusqu’à la reprise ou jusqu’à la date de fin. Tout est gardé.',
  annuler:
    'La consultation s’arrête pour de bon\u202F; rien ne l’ouvre de nouveau. Ce qui a été dit reste lisible ici.',
  'fermer-les-propositions': 'Les habitants ne proposent plus, dès maintenant\u202F; ils votent encore.',
  archiver: ARCHIVAGE,
};

const CONFIRMATIONS: Readonly<Partial<Record<TransitionConsultation, DemandeConfirmation>>> = {
  programmer: {
    titre: 'Publier la consultation\u202F?',
    texte:
      'Sa page devient publique et ses règles ne changent plus\u00A0: question, territoires, charte, seuils de classement. Vous pourrez revenir à la préparation jusqu’à l’ouverture.',
    action: 'Publier',
  },
  analyser: {
    titre: 'Geler les résultats\u202F?',
    texte:
      'Votes et propositions sont figés sous une empreinte que chacun peut vérifier. Plus aucune décision de modération, aucun bulletin, aucune mise à part n’est possible ensuite.',
    action: 'Geler et analyser',
  },
  restituer: {
    titre: 'Publier les résultats\u202F?',
    texte: 'Le rapport, la méthode, le classement et les idées deviennent publics, avec les données ouvertes.',
    action: 'Publier les résultats',
  },
  archiver: { titre: 'Archiver la consultation\u202F?', texte: ARCHIVAGE, action: 'Archiver' },
};

/** What is asked before an act that is done in public or for good; null for one that is taken back easily. */
export function confirmationDe(transition: TransitionConsultation): DemandeConfirmation | null {
  return CONFIRMATIONS[transition] ?? null;
}

/** The form of an act that is done with a reason that everybody reads. */
export function saisieMotif(
  client: ConsultationsClient,
  { id, version }: Consultation,
  { transition, libelle, motifAttendu }: TransitionDeConsultation,
): DemandeSaisie<{ motif: string | null }, Consultation> {
  return {
    titre: `${libelle} la consultation\u202F?`.replace('propositions la consultation', 'propositions'),
    texte: CONSEQUENCES[transition] ?? '',
    // Beside « Annuler », which leaves the form.
    action: transition === 'annuler' ? 'Annuler la consultation' : libelle,
    champs: [
      {
        cle: 'motif',
        type: 'texte',
        lignes: 3,
        max: 1000,
        libelle: 'Pourquoi',
        aide: transition === 'archiver' ? (motifAttendu ?? '') : 'Tout le monde le lira.',
        requis: motifAttendu ?? '',
      },
    ],
    valeur: { motif: '' },
    version,
    lire: () => ({ motif: '' }),
    enregistrer: ({ motif }, lue) => client.agir({ id, version: lue }, transition, motif ?? ''),
  };
}
