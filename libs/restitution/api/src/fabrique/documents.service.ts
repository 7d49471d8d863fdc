import { Injectable } from '@nestjs/common';
import { Journal } from '@pleniere/acces/api';
import type { Acteur } from '@pleniere/acces/domain';
import type { DemandeDeDocument, DocumentProduit, OptionsDeDocument } from '@pleniere/restitution/domain';
import { Base, enConflit, introuvable, Octets, refuse } from '@pleniere/shared/api';
import type { Readable } from 'node:stream';
import type { EntityManager } from 'typeorm';
import { Atelier } from './atelier';
import {
  ANNULER,
  COMMANDE,
  DEMANDER,
  FICHIER,
  LISTE_DOCUMENTS,
  MORCEAU,
  POUR_DEMANDER,
  UN_DOCUMENT,
} from './documents.sql';
import { Fabrication } from './fabrication';
import type { Commande, FichierProduit } from './fabrique';

const DELAI = 30_000;

/** A file that is kept: what it is, and its bytes as they come. */
export interface FichierGarde {
  nom: string;
  type: string;
  taille: number;
  sha256: string;
  flux: Readable;
}

/** A document that is asked, its choices whole. */
interface Demande extends DemandeDeDocument {
  options: OptionsDeDocument;
}

interface PourDemander {
  numero: number;
  fiches: string[];
  /** Number of the arrêté that this one is compared with. */
  depuis: number | null;
}

/** Documents of an arrêté: asked, followed, cancelled, downloaded. */
@Injectable()
export class DocumentsService {
  private dernierApercu: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly base: Base,
    private readonly octets: Octets,
    private readonly journal: Journal,
    private readonly fabrication: Fabrication,
    private readonly atelier: Atelier,
  ) {}

  /** Every document of an arrêté, the latest first; throws 404 when the contrat has no such arrêté. */
  async lister({ contratId }: Acteur, arreteId: string): Promise<DocumentProduit[]> {
    const valeurs = [contratId, arreteId];
    const [ligne] = await this.base.lire<{ reponse: DocumentProduit[] }>('documents', LISTE_DOCUMENTS, valeurs);
    if (!ligne) throw introuvable('Cet arrêté');
    return ligne.reponse;
  }

  /** One document; throws 404 when the contrat has no such one. */
  async lire({ contratId }: Acteur, id: string): Promise<DocumentProduit> {
    const [ligne] = await this.base.lire<{ reponse: DocumentProduit }>('document', UN_DOCUMENT, [contratId, id]);
    if (!ligne) throw introuvable('Ce document');
    return ligne.reponse;
  }

  /** Its file, read from the database as it is taken; throws 404 as long as there is none. */
  async fichier({ contratId }: Acteur, id: string): Promise<FichierGarde> {
    const [ligne] = await this.base.lire<Omit<FichierGarde, 'flux'>>('document-fichier', FICHIER, [contratId, id]);
    if (!ligne) throw introuvable('Ce document');
    const fichier = { nom: 'document-morceau', texte: MORCEAU, valeurs: [contratId, id], taille: ligne.taille };
    return { ...ligne, flux: this.octets.lire(fichier) };
  }

  /** The book of a few fiches, made at once, one look after the other. */
  async apercevoir(acteur: Acteur, arreteId: string, options: OptionsDeDocument): Promise<FichierProduit> {
    const { contratId } = acteur;
    await this.base.transaction((tx) => this.verifier(tx, contratId, arreteId, { sorte: 'livre-pdf', options }));
    const suite = this.dernierApercu.then(async () => {
      const valeurs = [contratId, arreteId, null];
      const [lue] = await this.base.lire<Omit<Commande, 'sorte' | 'options'>>('document-commande', COMMANDE, valeurs);
      if (!lue) throw introuvable('Cet arrêté');
      return this.atelier.produire(
        { ...lue, sorte: 'livre-pdf', options },
        () => undefined,
        AbortSignal.timeout(DELAI),
      );
    });
    this.dernierApercu = suite.catch(() => undefined);
    return suite;
  }

  /** Asks a document: it is made after the answer, and whoever asked it is told by e-mail. */
  async demander(acteur: Acteur, arreteId: string, demande: Demande): Promise<DocumentProduit> {
    const { contratId, personneId, nom } = acteur;
    const id = await this.base.transaction(async (tx) => {
      const numero = await this.verifier(tx, contratId, arreteId, demande);
      const valeurs = [contratId, arreteId, demande.sorte, JSON.stringify(demande.options), personneId, nom];
      const [cree] = await tx.query<{ id: string }[]>(DEMANDER, valeurs);
      if (!cree) throw new Error('the insert gives one row');
      const apres = { sorte: demande.sorte, arrete: numero };
      await this.journal.inscrire(tx, acteur, { objet: 'document', objetId: cree.id, apres });
      await this.fabrication.ajouter(tx, { contratId, id: cree.id, arreteId });
      return cree.id;
    });
    return this.lire(acteur, id);
  }

  /** Gives a document up; throws 409 when it is over. */
  async annuler(acteur: Acteur, id: string): Promise<DocumentProduit> {
    const { contratId } = acteur;
    await this.lire(acteur, id);
    await this.base.transaction(async (tx) => {
      const [[ligne]] = await tx.query<[{ arreteId: string }[], number]>(ANNULER, [contratId, id]);
      if (!ligne) throw enConflit('Ce document n’est plus en cours.');
      await this.journal.inscrire(tx, acteur, { objet: 'document', objetId: id, champ: 'statut', apres: 'annule' });
      await this.fabrication.dire(tx, { contratId, id, arreteId: ligne.arreteId });
    });
    this.fabrication.interrompre(id);
    return this.lire(acteur, id);
  }

  /** Number of the arrêté; throws 404 or 422 when what is chosen is not there. */
  private async verifier(
    tx: EntityManager,
    contratId: string,
    arreteId: string,
    { sorte, options }: Demande,
  ): Promise<number> {
    const { ficheIds, arreteDepuisId = null } = options;
    const [arrete] = await tx.query<PourDemander[]>(POUR_DEMANDER, [contratId, arreteId, arreteDepuisId]);
    if (!arrete) throw introuvable('Cet arrêté');
    const erreurs = ficheIds.flatMap((id, rang) =>
      arrete.fiches.includes(id)
        ? []
        : [{ pointer: `/options/ficheIds/${rang}`, detail: 'Cette fiche n’est pas dans l’arrêté.' }],
    );
    const compare = arreteDepuisId !== null || sorte === 'evolution-pdf';
    if (compare && (arrete.depuis === null || arrete.depuis >= arrete.numero)) {
      erreurs.push({ pointer: '/options/arreteDepuisId', detail: 'Choisissez un arrêté plus ancien du contrat.' });
    }
    if (erreurs.length > 0) throw refuse('Ce document ne peut pas être fait.', erreurs);
    return arrete.numero;
  }
}
