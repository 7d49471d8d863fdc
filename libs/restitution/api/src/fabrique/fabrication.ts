import { type BeforeApplicationShutdown, Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { composerCourrielDocument, type OptionsDeDocument, type SorteDeDocument } from '@pleniere/restitution/domain';
import { Base, Config, Courriels, Direct, Taches } from '@pleniere/shared/api';
import { createHash } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { Atelier, DocumentInterrompu } from './atelier';
import { ABANDONNES, AVANCER, COMMANDE, DEMANDEUR, ECHOUER, PRENDRE, REMETTRE, TERMINER } from './documents.sql';
import { type Commande, DocumentImpossible, type FichierProduit } from './fabrique';

/** Name of the job that makes one document. */
const TACHE_DOCUMENT = 'document';
/** Name of the job that takes up the documents whose process has died. */
const TACHE_REPRISE = 'documents-repris';

const ESSAIS = 3;
const BATTEMENT_MS = 2_000;
const MOTIF = 'Une erreur a empêché de faire ce document. Elle est notée\u00A0: prévenez votre service informatique.';

interface CleDocument {
  contratId: string;
  id: string;
}

interface DocumentCite extends CleDocument {
  arreteId: string;
}

/** A try at a document: `essai` keeps one that has been given up from writing over the next. */
interface Essai extends DocumentCite {
  essai: number;
  sorte: SorteDeDocument;
  options: OptionsDeDocument;
}

type Prise = Omit<Essai, 'essai' | keyof CleDocument> & { essais: number };
type Demandeur = { personneId: string; nom: string; email: string; sorte: SorteDeDocument } & {
  numero: number;
  titre: string;
};

/** Makes the documents that are asked, one after the other; what a dead process left is taken up by the next. */
@Injectable()
export class Fabrication implements OnModuleInit, BeforeApplicationShutdown {
  private readonly journal = new Logger('Documents');
  private readonly enCours = new Map<string, AbortController>();
  private derniere: Promise<unknown> = Promise.resolve();
  private arret = false;

  constructor(
    private readonly base: Base,
    private readonly taches: Taches,
    private readonly direct: Direct,
    private readonly courriels: Courriels,
    private readonly config: Config,
    private readonly atelier: Atelier,
  ) {}

  onModuleInit(): void {
    this.taches.definir<CleDocument>(TACHE_DOCUMENT, (cle) => this.aSonTour(cle), { essais: ESSAIS, delai: 15 });
    this.taches.definir(TACHE_REPRISE, () => this.reprendre(), { essais: 1 });
    this.taches.planifier(TACHE_REPRISE, '* * * * *');
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.arret = true;
    for (const renoncer of this.enCours.values()) renoncer.abort();
    await this.derniere;
  }

  /** Has a document made once the transaction has committed. */
  async ajouter(tx: EntityManager, { contratId, id, arreteId }: DocumentCite): Promise<void> {
    await this.taches.ajouter(tx, TACHE_DOCUMENT, { contratId, id }, { cle: id });
    await this.dire(tx, { contratId, id, arreteId });
  }

  /** Tells the screens that are open that a document has changed. */
  async dire(tx: EntityManager, { contratId, id, arreteId }: DocumentCite): Promise<void> {
    const evenement = { type: 'document.avance', objetId: id, visibilite: 'tous', donnees: { arreteId } } as const;
    await this.direct.publier(tx, contratId, evenement);
  }

  /** Stops at once what this process makes of it; another one sees by itself that it is no longer wanted. */
  interrompre(id: string): void {
    this.enCours.get(id)?.abort();
  }

  /** Takes up what a dead process left. */
  private async reprendre(): Promise<void> {
    await this.base.transaction(async (tx) => {
      const [laisses] = await tx.query<[(DocumentCite & { statut: string })[], number]>(ABANDONNES);
      for (const laisse of laisses) {
        if (laisse.statut === 'attente') await this.ajouter(tx, laisse);
        else await this.dire(tx, laisse);
      }
    });
  }

  // One at a time in a process: a book takes a core and some hundred megabytes.
  private aSonTour(cle: CleDocument): Promise<void> {
    const suite = this.derniere.then(() => this.faire(cle));
    this.derniere = suite.catch(() => undefined);
    return suite;
  }

  private async faire({ contratId, id }: CleDocument): Promise<void> {
    if (this.arret) throw new DocumentInterrompu();
    const [[prise]] = await this.base.entites.query<[Prise[], number]>(PRENDRE, [contratId, id]);
    if (!prise) return;
    const { essais: essai, ...reste } = prise;
    const courant: Essai = { ...reste, contratId, id, essai };
    const renoncer = new AbortController();
    this.enCours.set(id, renoncer);
    try {
      const fichier = await this.produire(courant, renoncer);
      await this.conclure(courant, TERMINER, [...decrire(fichier)]);
    } catch (erreur) {
      await this.expliquer(courant, erreur as Error);
    } finally {
      this.enCours.delete(id);
    }
  }

  private async produire(essai: Essai, renoncer: AbortController): Promise<FichierProduit> {
    const commande = await this.lireCommande(essai);
    let [etape, avancement] = ['', 0];
    let ecriture: Promise<void> = Promise.resolve();
    const battre = () => {
      ecriture = ecriture.then(() => this.noter(essai, etape, avancement, renoncer));
    };
    const coeur = setInterval(battre, BATTEMENT_MS);
    try {
      return await this.atelier.produire(
        commande,
        (faite, part) => {
          const change = faite !== etape;
          [etape, avancement] = [faite.slice(0, 200), Math.round(Math.min(Math.max(part, 0), 1) * 99)];
          if (change) battre();
        },
        renoncer.signal,
      );
    } finally {
      clearInterval(coeur);
      await ecriture;
    }
  }

  /** A sign of life; a document that was cancelled is given up. */
  private async noter(essai: Essai, etape: string, avancement: number, renoncer: AbortController): Promise<void> {
    try {
      await this.base.transaction(async (tx) => {
        const valeurs = [...cleDe(essai), etape, avancement];
        const [[voulu]] = await tx.query<[{ id: string }[], number]>(AVANCER, valeurs);
        if (voulu) await this.dire(tx, essai);
        else renoncer.abort();
      });
    } catch (erreur) {
      // The next sign will tell; a database away for a moment loses no book.
      this.journal.warn((erreur as Error).name);
    }
  }

  private async lireCommande({ contratId, arreteId, sorte, options }: Essai): Promise<Commande> {
    const valeurs = [contratId, arreteId, options.arreteDepuisId ?? null];
    const [ligne] = await this.base.lire<Omit<Commande, 'sorte' | 'options'>>('document-commande', COMMANDE, valeurs);
    if (!ligne) throw new Error('a document has its arrêté');
    return { ...ligne, sorte, options };
  }

  private async expliquer(essai: Essai, erreur: Error): Promise<void> {
    if (erreur instanceof DocumentInterrompu) {
      // Cancelled, there is nothing to put back; stopped with the program, the next one takes it up.
      if (await this.conclure(essai, REMETTRE, [true])) throw erreur;
      return;
    }
    const { contratId, id } = essai;
    this.journal.warn(`${id} (${contratId}) : ${erreur.name} ${erreur.message}`);
    if (erreur instanceof DocumentImpossible) await this.conclure(essai, ECHOUER, [erreur.message.slice(0, 500)]);
    else if (essai.essai >= ESSAIS) await this.conclure(essai, ECHOUER, [MOTIF]);
    else if (await this.conclure(essai, REMETTRE, [false])) throw erreur;
  }

  /** Writes how a try ends, unless it is no longer the one that counts. */
  private conclure(essai: Essai, requete: string, valeurs: unknown[]): Promise<boolean> {
    return this.base.transaction(async (tx) => {
      const [[ecrit]] = await tx.query<[{ id: string }[], number]>(requete, [...cleDe(essai), ...valeurs]);
      if (!ecrit) return false;
      await this.dire(tx, essai);
      if (requete === TERMINER) await this.prevenir(tx, essai, null);
      if (requete === ECHOUER) await this.prevenir(tx, essai, String(valeurs[0]));
      return true;
    });
  }

  private async prevenir(tx: EntityManager, { contratId, id, arreteId }: Essai, motif: string | null): Promise<void> {
    const [demandeur] = await tx.query<Demandeur[]>(DEMANDEUR, [contratId, id]);
    if (!demandeur) return;
    const { personneId, nom, email, sorte, numero, titre } = demandeur;
    const statut = motif === null ? 'pret' : 'echec';
    await this.courriels.envoyer(tx, {
      contratId,
      cle: `document/${id}`,
      destinataire: { personneId, nom, email },
      ...composerCourrielDocument({ id, sorte, arreteId, statut, motif }, nom, { numero, titre }, this.config.adresse),
    });
  }
}

const cleDe = ({ contratId, id, essai }: Essai): unknown[] => [contratId, id, essai];

function decrire({ nom, type, octets }: FichierProduit): unknown[] {
  return [nom, type, Buffer.from(octets), createHash('sha256').update(octets).digest('hex')];
}
