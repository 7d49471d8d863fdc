import { Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import type { Acteur } from '@pleniere/acces/domain';
import { composer, rapporter, type DocumentSource, type LotImport, type Passage } from '@pleniere/fiches/domain';
import { Base, introuvable, refuse } from '@pleniere/shared/api';
import { createHash, randomUUID } from 'node:crypto';
import { ImportsRepository, type FichierRecu } from './imports.repository';
import { Lecteur } from './lecture/lecteur';
import type { Fichier } from './lecture/lire-document';
import { LIMITES_LECTURE } from './lecture/refus';

const NOM_MAX = 200;
const TROP_GROS = 'Ce fichier dépasse 10 Mo\u00A0: allégez-le (images, pièces jointes) et redéposez-le.';
const DEUX_FOIS = 'Ce fichier est déjà dans cet import\u00A0: il n’est lu qu’une fois.';
const ILLISIBLE = 'Ce fichier n’a pas pu être lu. Réessayez, ou déposez-le dans un autre format.';

/** What the list shows of a document: its code, its title, and what is left to place. */
export function resumer(document: DocumentSource, passages: readonly Passage[], repertoire: Repertoire): object {
  const { code, contenu } = composer(document, passages, { repertoire, confirmee: () => false, nouvelId: () => '' });
  const { caracteres, nonPlaces } = rapporter(document, passages);
  return { code, titre: contenu.titre ?? '', caracteres, nonPlaces };
}

type Repertoire = Parameters<typeof composer>[2]['repertoire'];
/** A received file with what it holds, which is read and never stored. */
type Recu = FichierRecu & { contenu: Uint8Array };

/** Receives files and reads them one after the other, while the person sees them come. */
@Injectable()
export class DepotService implements OnModuleDestroy {
  private readonly journal = new Logger('Import');
  private readonly lectures = new Set<Promise<void>>();
  private arrete = false;

  constructor(
    private readonly base: Base,
    private readonly imports: ImportsRepository,
    private readonly lecteur: Lecteur,
  ) {}

  /** Opens an import of these files, zips being opened; they are read after the answer. */
  async deposer(acteur: Acteur, envois: readonly Fichier[]): Promise<LotImport> {
    const recus = await this.recevoir(envois);
    const lotId = randomUUID();
    await this.base.transaction((tx) => this.imports.ouvrirLot(tx, acteur, lotId, recus));
    const lot = await this.imports.lot(acteur, lotId);
    if (!lot) throw introuvable('Cet import');

    const lecture = this.lire(acteur.contratId, recus).finally(() => this.lectures.delete(lecture));
    this.lectures.add(lecture);
    return lot;
  }

  async onModuleDestroy(): Promise<void> {
    this.arrete = true;
    await Promise.all(this.lectures);
  }

  private async recevoir(envois: readonly Fichier[]): Promise<Recu[]> {
    const recus: Recu[] = [];
    const vus = new Set<string>();
    const ajouter = ({ nom, octets }: Fichier, refus: string | null): void => {
      const empreinte = createHash('sha256').update(octets).digest('hex');
      const trop = octets.length > LIMITES_LECTURE.octets ? TROP_GROS : null;
      const message = refus ?? trop ?? (vus.has(empreinte) ? DEUX_FOIS : null);
      vus.add(empreinte);
      const court = nom.trim().slice(-NOM_MAX) || 'sans nom';
      recus.push({
        id: randomUUID(),
        rang: recus.length,
        nom: court,
        octets: octets.length,
        empreinte,
        message,
        contenu: octets,
      });
    };
    for (const envoi of envois) {
      const lot = await this.lecteur.ouvrir(envoi);
      if ('refus' in lot) ajouter(envoi, lot.refus);
      else for (const fichier of lot.fichiers) ajouter(fichier, null);
    }
    if (recus.length > LIMITES_LECTURE.fichiers) {
      throw refuse(
        `Un import reçoit ${LIMITES_LECTURE.fichiers} fichiers au plus\u00A0: déposez-les en plusieurs fois.`,
      );
    }
    return recus;
  }

  private async lire(contratId: string, recus: readonly Recu[]): Promise<void> {
    for (const { id, nom, contenu, message } of recus) {
      if (this.arrete) return;
      if (message !== null) continue;
      try {
        await this.lireUn(contratId, id, { nom, octets: contenu });
      } catch (erreur) {
        this.journal.error(erreur);
        await this.imports.refuser(contratId, id, ILLISIBLE).catch((autre: unknown) => this.journal.error(autre));
      }
    }
  }

  private async lireUn(contratId: string, id: string, fichier: Fichier): Promise<void> {
    const lecture = await this.lecteur.lire(fichier);
    if ('refus' in lecture) {
      await this.imports.refuser(contratId, id, lecture.refus);
      return;
    }
    const { format, document, passages } = lecture;
    const resume = resumer(document, passages, await this.imports.repertoire(contratId));
    await this.imports.lu(contratId, id, { format, document, passages, resume });
  }
}
