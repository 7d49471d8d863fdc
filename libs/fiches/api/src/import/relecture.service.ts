import { Injectable } from '@nestjs/common';
import type { Acteur } from '@pleniere/acces/domain';
import {
  comparerContenus,
  composer,
  confirmationsGardees,
  deplacer,
  lireCode,
  rapporter,
  type ChoixRelecture,
  type ContenuFiche,
  type DeplacementPassage,
  type DocumentSource,
  type FicheExistante,
  type FicheProposee,
  type FichierARelire,
  type LotImport,
  type Passage,
  type ResumeLot,
} from '@pleniere/fiches/domain';
import { Base, enConflit, introuvable, perime, refuse } from '@pleniere/shared/api';
import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { resumer } from './depot.service';
import { ImportsRepository } from './imports.repository';

/** What a file to review holds. */
interface FichierOuvert {
  document: DocumentSource;
  passages: Passage[];
  choix: ChoixRelecture;
}

type LigneExistante = Omit<FicheExistante, 'differences'> & { contenu: Partial<ContenuFiche> };

const EXISTANTE = `
  select f.id, f.code, f.titre, f.statut, f.contenu, array(
    select i.libelle from indicateur i where (i.contrat_id, i.fiche_id) = (f.contrat_id, f.id) order by i.ordre, i.id
  ) as indicateurs
  from fiche f where f.contrat_id = $1 and f.lettre = $2 and f.enjeu_numero = $3 and f.rang = $4`;

/** Shows what was read, for people to check and to put right. */
@Injectable()
export class RelectureService {
  constructor(
    private readonly base: Base,
    private readonly imports: ImportsRepository,
  ) {}

  lister(acteur: Acteur): Promise<ResumeLot[]> {
    return this.imports.lots(acteur);
  }

  /** An import with its files; throws 404 when the contrat has no such one. */
  async lire(acteur: Acteur, lotId: string): Promise<LotImport> {
    const lot = await this.imports.lot(acteur, lotId);
    if (!lot) throw introuvable('Cet import');
    return lot;
  }

  /** A file with its document; throws 404, or 409 when it is not read or cannot be. */
  async lireFichier(acteur: Acteur, lotId: string, id: string): Promise<FichierARelire> {
    const lu = await this.imports.fichier(acteur, lotId, id);
    if (!lu) throw introuvable('Ce fichier');
    const { fichier, document, passages, choix } = lu;
    if (!document || !passages) throw enConflit(fichier.message ?? 'Ce fichier est en cours de lecture.');
    const repertoire = await this.imports.repertoire(acteur.contratId);
    const proposition = composer(document, passages, { repertoire, confirmee: () => true, nouvelId: randomUUID });
    const existante = await this.chercherExistante(acteur, proposition);
    return { ...fichier, document, passages, rapport: rapporter(document, passages), proposition, existante, choix };
  }

  /** Moves passages; answers the file as it then stands, 412 with it when somebody moved some in between. */
  async placer(
    acteur: Acteur,
    lotId: string,
    id: string,
    { version, deplacements }: { version: number; deplacements: readonly DeplacementPassage[] },
  ): Promise<FichierARelire> {
    const repertoire = await this.imports.repertoire(acteur.contratId);
    return this.modifier(acteur, lotId, { id, version }, async (tx, { document, passages, choix }) => {
      const connus = new Set(passages.map((passage) => passage.id));
      const errors = deplacements.flatMap((deplacement, rang) =>
        connus.has(deplacement.id) ? [] : [{ pointer: `/passages/${rang}/id`, detail: 'Ce passage n’existe pas.' }],
      );
      if (errors.length > 0) throw refuse('Corrigez ce qui est signalé\u202F; rien n’a été déplacé.', errors);
      const deplaces = deplacer(passages, deplacements);
      const proposees = (places: readonly Passage[]) =>
        composer(document, places, { repertoire, confirmee: () => false, nouvelId: randomUUID }).propositions;
      const confirmations = confirmationsGardees(choix.confirmations, proposees(passages), proposees(deplaces));
      await this.imports.placer(tx, acteur.contratId, id, {
        passages: deplaces,
        resume: resumer(document, deplaces, repertoire),
        choix: { ...choix, confirmations },
      });
    });
  }

  /** Keeps what the person ticks, so that they may leave and take the file up again. */
  retenir(
    acteur: Acteur,
    lotId: string,
    id: string,
    { version, choix }: { version: number; choix: ChoixRelecture },
  ): Promise<FichierARelire> {
    return this.modifier(acteur, lotId, { id, version }, (tx) => this.imports.retenir(tx, acteur.contratId, id, choix));
  }

  /** Changes a file that is still to be reviewed; answers it, 412 with it when somebody changed it in between. */
  private async modifier(
    acteur: Acteur,
    lotId: string,
    { id, version }: { id: string; version: number },
    changer: (tx: EntityManager, fichier: FichierOuvert) => Promise<void>,
  ): Promise<FichierARelire> {
    const change = await this.base.transaction(async (tx) => {
      const [fichier] = await this.imports.verrouiller(tx, acteur.contratId, lotId, id);
      if (!fichier) throw introuvable('Ce fichier');
      if (fichier.version !== version) return false;
      const { document, passages, choix, statut, annule } = fichier;
      const ouvert = !annule && (statut === 'a-relire' || statut === 'ignoree');
      if (!document || !passages || !ouvert) throw enConflit('Ce fichier n’est plus à relire.');
      await changer(tx, { document, passages, choix });
      return true;
    });
    const actuel = await this.lireFichier(acteur, lotId, id);
    if (!change) throw perime(actuel);
    return actuel;
  }

  private async chercherExistante(acteur: Acteur, { code, contenu }: FicheProposee): Promise<FicheExistante | null> {
    const lu = code === null ? null : lireCode(code);
    if (!lu) return null;
    const cle = [acteur.contratId, lu.lettre, lu.enjeu, lu.rang];
    const [ligne] = await this.base.lire<LigneExistante>('import-existante', EXISTANTE, cle);
    if (!ligne) return null;
    const { contenu: actuel, ...existante } = ligne;
    return { ...existante, differences: comparerContenus(actuel, contenu) };
  }
}
