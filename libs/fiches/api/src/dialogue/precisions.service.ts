import { Injectable } from '@nestjs/common';
import { Autorisation, Journal } from '@pleniere/acces/api';
import type { Acteur } from '@pleniere/acces/domain';
import {
  estChampEcrit,
  refusDeClore,
  refusDeRepondre,
  type DemandePrecision,
  type Interlocuteur,
  type PrecisionSaisie,
} from '@pleniere/fiches/domain';
import { Horloge } from '@pleniere/indicateurs/api';
import { Base, interdit, introuvable, perime, refuse } from '@pleniere/shared/api';
import type { ErreurDeChamp, Refus } from '@pleniere/shared/domain';
import type { EntityManager } from 'typeorm';
import { AnnoncesDialogue } from './annonces';
import {
  CLORE_PRECISION,
  DEMANDER_PRECISION,
  LIRE_PRECISION,
  REPONDRE_PRECISION,
  VERROUILLER_PRECISION,
} from './dialogue.sql';
import { NotificationsDialogue } from './notifications-dialogue';
import { FilsRepository } from './fils.repository';

interface PrecisionVerrouillee {
  reponse: DemandePrecision;
  ficheId: string;
}

/** Demandes de précision: asked, answered by whom they are put to, closed by whoever asked. */
@Injectable()
export class PrecisionsService {
  constructor(
    private readonly base: Base,
    private readonly autorisation: Autorisation,
    private readonly horloge: Horloge,
    private readonly fils: FilsRepository,
    private readonly annonces: AnnoncesDialogue,
    private readonly notifications: NotificationsDialogue,
    private readonly journal: Journal,
  ) {}

  /** Asks; 422 when it is put to nobody who could answer, or for a day that is past. */
  async demander(acteur: Acteur, ficheId: string, saisie: PrecisionSaisie): Promise<DemandePrecision> {
    const { contratId, personneId, nom, fonction } = acteur;
    await this.autorisation.perimetreFiche(contratId, ficheId);
    return this.base.transaction(async (tx) => {
      const erreurs = verifier(saisie, await this.fils.interlocuteurs(tx, contratId), this.horloge.aujourdhui());
      if (erreurs.length > 0) throw refuse('Corrigez ce qui est signalé\u202F; rien n’a été enregistré.', erreurs);
      const { champ, question, destinataire, echeance } = saisie;
      const cible = [destinataire.personneId, destinataire.organisationId];
      const valeurs = [contratId, ficheId, champ, question, ...cible, echeance, personneId, nom, fonction];
      const [ligne] = await tx.query<{ id: string }[]>(DEMANDER_PRECISION, valeurs);
      const objetId = ligne?.id ?? '';
      const demande = await this.relire(tx, contratId, objetId);
      const apres = { question, destinataire: demande.destinataire.nom, echeance };
      await this.journal.inscrire(tx, acteur, { objet: 'precision', objetId, ficheId, apres });
      await this.annonces.publier(tx, acteur, { objetId, ficheId, cercle: 'tous' });
      await this.notifications.precision(tx, acteur, ficheId, demande, 'demandee');
      return demande;
    });
  }

  /** Answers, or corrects the answer. */
  repondre(acteur: Acteur, id: string, version: number, texte: string): Promise<DemandePrecision> {
    return this.suivre(acteur, id, version, refusDeRepondre, async (tx, { ficheId, reponse: { reponse: avant } }) => {
      await tx.query(REPONDRE_PRECISION, [acteur.contratId, id, version, texte, acteur.nom]);
      await this.notifications.precision(tx, acteur, ficheId, await this.relire(tx, acteur.contratId, id), 'repondue');
      const change = { champ: 'reponse', avant: avant || undefined, apres: texte };
      await this.journal.inscrire(tx, acteur, { objet: 'precision', objetId: id, ficheId, ...change });
    });
  }

  /** Closes a demande, answered or no longer of any use. */
  clore(acteur: Acteur, id: string, version: number): Promise<DemandePrecision> {
    return this.suivre(acteur, id, version, refusDeClore, async (tx, { ficheId, reponse: { statut: avant } }) => {
      await tx.query(CLORE_PRECISION, [acteur.contratId, id, version, acteur.nom]);
      const change = { champ: 'statut', avant, apres: 'close' };
      await this.journal.inscrire(tx, acteur, { objet: 'precision', objetId: id, ficheId, ...change });
    });
  }

  private suivre(
    acteur: Acteur,
    id: string,
    version: number,
    regle: (demande: DemandePrecision, acteur: Acteur) => Refus,
    ecrire: (tx: EntityManager, verrouillee: PrecisionVerrouillee) => Promise<void>,
  ): Promise<DemandePrecision> {
    const { contratId } = acteur;
    return this.base.transaction(async (tx) => {
      const [lue] = await tx.query<PrecisionVerrouillee[]>(VERROUILLER_PRECISION, [contratId, id]);
      if (!lue) throw introuvable('Cette demande');
      if (lue.reponse.version !== version) throw perime(lue.reponse);
      const refus = regle(lue.reponse, acteur);
      if (refus !== null) throw interdit(refus);
      await ecrire(tx, lue);
      await this.annonces.publier(tx, acteur, { objetId: id, ficheId: lue.ficheId, cercle: 'tous' });
      return this.relire(tx, contratId, id);
    });
  }

  private async relire(tx: EntityManager, contratId: string, id: string): Promise<DemandePrecision> {
    const [lue] = await tx.query<PrecisionVerrouillee[]>(LIRE_PRECISION, [contratId, id]);
    if (!lue) throw introuvable('Cette demande');
    return lue.reponse;
  }
}

function verifier(
  { champ, destinataire: { personneId, organisationId }, echeance }: PrecisionSaisie,
  interlocuteurs: readonly Interlocuteur[],
  aujourdhui: string,
): ErreurDeChamp[] {
  const un = (personneId === null) !== (organisationId === null);
  const repond = interlocuteurs.some(({ id, organisation }) => id === personneId || organisation.id === organisationId);
  return [
    ...(champ === null || estChampEcrit(champ)
      ? []
      : [{ pointer: '/champ', detail: 'Ce champ n’est pas de la fiche.' }]),
    ...(un && repond
      ? []
      : [
          {
            pointer: '/destinataire',
            detail: 'Choisissez une personne, ou une organisation où quelqu’un a un compte.',
          },
        ]),
    ...(echeance < aujourdhui ? [{ pointer: '/echeance', detail: 'Cette échéance est déjà passée.' }] : []),
  ];
}
