import { Injectable } from '@nestjs/common';
import { Journal } from '@pleniere/acces/api';
import { type Acteur, litEnClair } from '@pleniere/acces/domain';
import {
  type Arrete,
  type ArreteResume,
  type ArreteSaisie,
  type FicheDuPoint,
  publierArrete,
} from '@pleniere/plenieres/domain';
import { Base, introuvable } from '@pleniere/shared/api';
import { type EtatFige, lireEtat } from './gel';
import { inscrireArrete } from './inscription';
import { CONTENU_ARRETE, FICHES_POSSIBLES, LISTE_ARRETES, UN_ARRETE } from './lectures';

/** The text of an arrêté as it was hashed. */
export interface TexteFige {
  numero: number;
  contenu: string;
  sha256: string;
}

/** Arrêtés of a contrat: frozen once, read for ever. */
@Injectable()
export class ArretesService {
  constructor(
    private readonly base: Base,
    private readonly journal: Journal,
  ) {}

  /** Every arrêté, the latest first. */
  async lister(contratId: string): Promise<ArreteResume[]> {
    const [ligne] = await this.base.lire<{ reponse: ArreteResume[] }>('arretes', LISTE_ARRETES, [contratId]);
    return ligne?.reponse ?? [];
  }

  /** Fiches that have a text in force, even while another one is being written. */
  async fichesPossibles(contratId: string): Promise<FicheDuPoint[]> {
    const [ligne] = await this.base.lire<{ reponse: FicheDuPoint[] }>('arretes-fiches', FICHES_POSSIBLES, [contratId]);
    return ligne?.reponse ?? [];
  }

  /** One arrêté with all that its reader may know of it; throws 404 when the contrat has no such one. */
  async lire({ contratId, role }: Acteur, id: string): Promise<Arrete> {
    const [ligne] = await this.base.lire<{ reponse: Arrete & { seuil: number } }>('arrete', UN_ARRETE, [contratId, id]);
    if (!ligne) throw introuvable('Cet arrêté');
    const { seuil, ...arrete } = ligne.reponse;
    if (litEnClair(role)) return arrete;
    return { ...arrete, contenu: publierArrete(arrete.contenu, seuil).contenu };
  }

  /** The canonical JSON of an arrêté, byte for byte. */
  async texte({ contratId }: Acteur, id: string): Promise<TexteFige> {
    const [ligne] = await this.base.lire<TexteFige>('arrete-contenu', CONTENU_ARRETE, [contratId, id]);
    if (!ligne) throw introuvable('Cet arrêté');
    return ligne;
  }

  /** Freezes the chosen fiches and their frame as they stand at this instant. */
  async figer(acteur: Acteur, { titre, ...choix }: ArreteSaisie): Promise<Arrete> {
    const etat = await this.photographier(acteur, choix);
    const id = await this.base.transaction(async (tx) => {
      const { id: objetId, ...apres } = await inscrireArrete(tx, acteur, titre, etat);
      await this.journal.inscrire(tx, acteur, { objet: 'arrete', objetId, apres });
      return objetId;
    });
    return this.lire(acteur, id);
  }

  // Read apart from the write: the seal of the journal must see what others wrote since this instant.
  private photographier({ contratId }: Acteur, choix: Omit<ArreteSaisie, 'titre'>): Promise<EtatFige> {
    return this.base.transaction(async (tx) => {
      await tx.query('set transaction isolation level repeatable read read only');
      return lireEtat(tx, contratId, choix);
    });
  }
}
