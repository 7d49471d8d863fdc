import { Injectable } from '@nestjs/common';
import type { Acteur } from '@pleniere/acces/domain';
import {
  type CaseAFaire,
  composerRelance,
  type DestinataireRelance,
  type MatriceCampagne,
  type RelancesCampagne,
  statutsVisibles,
  texteLu,
} from '@pleniere/fiches/domain';
import { CampagnesService, Horloge } from '@pleniere/indicateurs/api';
import type { Campagne, ModeleRelance } from '@pleniere/indicateurs/domain';
import { Base, Config, Courriels, introuvable, refuse } from '@pleniere/shared/api';
import { accorder } from '@pleniere/shared/domain';
import type { EntityManager } from 'typeorm';
import { aFaire, matrice } from './matrice.sql';
import { CONSIGNER_RELANCE, DESTINATAIRES_RELANCE, NUMERO_SUIVANT, RELANCES } from './relances.sql';

/** A reminder to send: its words, and to whom among those who owe values. */
export interface RelanceSaisie extends ModeleRelance {
  destinataires: string[];
}

/** How the collection of a year goes, fiche by fiche and ville by ville, and the reminders that it takes. */
@Injectable()
export class CollecteService {
  constructor(
    private readonly base: Base,
    private readonly campagnes: CampagnesService,
    private readonly courriels: Courriels,
    private readonly config: Config,
    private readonly horloge: Horloge,
  ) {}

  /** State of the campagne, villes × fiches; throws 404 when the year has none. */
  async matrice(acteur: Acteur, annee: number): Promise<MatriceCampagne> {
    await this.campagnes.lire(acteur.contratId, annee);
    const texte = texteLu(acteur.role);
    return this.lire<MatriceCampagne>(`campagne-matrice-${texte}`, matrice(texte), this.portee(acteur, annee));
  }

  /** Cells still owed on a fiche in a ville, or over the whole contrat. */
  async aFaire(acteur: Acteur, annee: number, ficheId: string, villeId: string | null): Promise<CaseAFaire[]> {
    await this.campagnes.lire(acteur.contratId, annee);
    const texte = texteLu(acteur.role);
    return this.lire<CaseAFaire[]>(`campagne-a-faire-${texte}`, aFaire(texte), [
      ...this.portee(acteur, annee),
      ficheId,
      villeId,
    ]);
  }

  /** Who would be reminded now, and who was. */
  async relances(acteur: Acteur, annee: number): Promise<RelancesCampagne> {
    await this.campagnes.lire(acteur.contratId, annee);
    return this.lire<RelancesCampagne>('campagne-relances', RELANCES, this.portee(acteur, annee));
  }

  /**
   * Reminds the chosen people, once each and of all their fiches, of what they owe at this moment: who has done it
   * meanwhile gets nothing. The version of the campagne keeps two people from sending the same reminder.
   */
  async relancer(acteur: Acteur, annee: number, version: number, relance: RelanceSaisie): Promise<RelancesCampagne> {
    await this.base.transaction(async (tx) => {
      const { objet: relanceObjet, texte: relanceTexte } = relance;
      const campagne = await this.campagnes.changerDans(tx, acteur, annee, version, { relanceObjet, relanceTexte });
      const doivent = await this.destinataires(tx, acteur, annee);
      const choisis = doivent.filter(({ personne }) => relance.destinataires.includes(personne.id));
      if (choisis.length === 0) {
        const detail = 'Choisissez au moins une personne qui a encore des valeurs à saisir.';
        throw refuse('Aucune relance n’est partie.', [{ pointer: '/destinataires', detail }]);
      }
      await this.envoyer(tx, acteur, campagne, choisis);
    });
    return this.relances(acteur, annee);
  }

  private async envoyer(
    tx: EntityManager,
    acteur: Acteur,
    campagne: Campagne,
    choisis: readonly DestinataireRelance[],
  ): Promise<void> {
    const { contratId, nom } = acteur;
    const { annee, relanceObjet: objet, relanceTexte: texte } = campagne;
    const [suivant] = await tx.query<{ numero: number }[]>(NUMERO_SUIVANT, [contratId, annee]);
    const numero = suivant?.numero ?? 1;
    for (const choisi of choisis) {
      const { id: personneId, nom: nomDuDestinataire, email } = choisi.personne;
      await this.courriels.envoyer(tx, {
        contratId,
        cle: `relance/${annee}/${numero}/${personneId}`,
        destinataire: { personneId, nom: nomDuDestinataire, email },
        ...composerRelance({ objet, texte }, choisi, campagne, this.config.adresse),
      });
    }
    const lignes = choisis.map(({ personne, nombre }) => ({ personneId: personne.id, nombre }));
    await tx.query(CONSIGNER_RELANCE, [contratId, annee, numero, JSON.stringify(lignes), nom]);
    const apres = accorder(choisis.length, 'personne relancée', 'personnes relancées');
    await this.campagnes.consigner(tx, acteur, annee, { champ: 'relance', apres });
  }

  private async destinataires(tx: EntityManager, acteur: Acteur, annee: number): Promise<DestinataireRelance[]> {
    const [ligne] = await tx.query<{ reponse: DestinataireRelance[] }[]>(
      DESTINATAIRES_RELANCE,
      this.portee(acteur, annee),
    );
    return ligne?.reponse ?? [];
  }

  private portee({ contratId, role }: Acteur, annee: number): unknown[] {
    return [contratId, statutsVisibles(role), this.horloge.aujourdhui(), annee];
  }

  private async lire<T>(nom: string, texte: string, valeurs: unknown[]): Promise<T> {
    const [ligne] = await this.base.lire<{ reponse: T }>(nom, texte, valeurs);
    if (!ligne) throw introuvable('Cette campagne');
    return ligne.reponse;
  }
}
