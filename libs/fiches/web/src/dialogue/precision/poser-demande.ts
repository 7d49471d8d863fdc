import {
  champDe,
  type ChampId,
  CHAMPS_ECRITS,
  DELAI_DE_REPONSE,
  type DemandePrecision,
  joursApres,
  LIMITES_DIALOGUE,
} from '@pleniere/fiches/domain';
import type { Saisie } from '@pleniere/shared/ui';
import type { DialogueStore } from '../dialogue-store';

/** Asks for the question, whom it is put to and by when, then puts it. */
export async function poserDemande(saisie: Saisie, store: DialogueStore): Promise<void> {
  const interlocuteurs = store.interlocuteurs().filter(({ id }) => id !== store.personneId);
  const organisations = new Map(interlocuteurs.map(({ organisation: { id, nom } }) => [id, nom]));
  const destinataires = [
    ...[...organisations]
      .sort(([, a], [, b]) => a.localeCompare(b, 'fr'))
      .map(([id, nom]) => ({ valeur: `organisation/${id}`, libelle: nom })),
    ...interlocuteurs.map(({ id, nom, organisation }) => ({
      valeur: `personne/${id}`,
      libelle: `${nom} (${organisation.nom})`,
    })),
  ];
  await saisie.demander<
    { champ: string | null; question: string; destinataire: string; echeance: string },
    DemandePrecision
  >({
    titre: 'Demander une précision',
    action: 'Envoyer la demande',
    champs: [
      {
        cle: 'champ',
        libelle: 'À propos de',
        type: 'choix',
        options: CHAMPS_ECRITS.map(({ id }) => ({ valeur: id, libelle: champDe(id).libelle })),
        aide: 'Sans choix, la demande porte sur toute la fiche.',
      },
      {
        cle: 'question',
        libelle: 'Question',
        type: 'texte',
        lignes: 4,
        max: LIMITES_DIALOGUE.question,
        requis: 'Posez votre question.',
      },
      {
        cle: 'destinataire',
        libelle: 'À qui',
        type: 'choix',
        options: destinataires,
        requis: 'Choisissez une organisation ou une personne.',
      },
      {
        cle: 'echeance',
        libelle: 'Réponse attendue pour le',
        type: 'date',
        requis: 'Donnez une échéance.',
        verifier: ({ echeance }) => (echeance < store.aujourdhui() ? 'Cette échéance est déjà passée.' : null),
      },
    ],
    valeur: {
      champ: store.champ(),
      question: '',
      destinataire: '',
      echeance: joursApres(store.aujourdhui(), DELAI_DE_REPONSE),
    },
    enregistrer: ({ champ, question, destinataire, echeance }) => {
      const [sorte, id = ''] = destinataire.split('/');
      const vise = {
        personneId: sorte === 'personne' ? id : null,
        organisationId: sorte === 'organisation' ? id : null,
      };
      const precision = { champ: champ as ChampId | null, question, destinataire: vise, echeance };
      return store.suivreDemande(store.client.demander(store.ficheId() ?? '', precision));
    },
  });
}
