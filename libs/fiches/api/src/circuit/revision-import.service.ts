import { Injectable } from '@nestjs/common';
import { Journal } from '@pleniere/acces/api';
import type { Acteur } from '@pleniere/acces/domain';
import { comparerContenus, SANS_SAISIE, valeurVide, type ChampId } from '@pleniere/fiches/domain';
import { Horloge } from '@pleniere/indicateurs/api';
import { isDeepStrictEqual } from 'node:util';
import type { EntityManager } from 'typeorm';
import { FicheEntity } from '../fiche/fiche.entity';
import { AnnoncesFiche } from '../presence/annonces-fiche';
import { RevisionEntity } from './revision.entity';
import { ouvrirRevision, revenirALaVigueur } from './textes';

/** The revision that a document opens when it is imported on a text in force, in the transaction of the import. */
@Injectable()
export class RevisionImportService {
  constructor(
    private readonly journal: Journal,
    private readonly horloge: Horloge,
    private readonly annonces: AnnoncesFiche,
  ) {}

  /** Opens it on a locked fiche in force; the words name the document. */
  async ouvrir(tx: EntityManager, acteur: Acteur, fiche: FicheEntity, texte: string): Promise<void> {
    const { revision } = await ouvrirRevision(tx, acteur, fiche, { sorte: 'import', texte });
    await this.passer(tx, acteur, fiche, { revision, statut: 'brouillon' }, texte);
  }

  /** Gives it up when a cancelled import leaves nothing in it that is not in force. */
  async refermer(tx: EntityManager, acteur: Acteur, fiche: FicheEntity, motif: string): Promise<void> {
    const cle = { contratId: fiche.contratId, ficheId: fiche.id };
    const revision = await tx.findOneByOrFail(RevisionEntity, { ...cle, numero: fiche.revision });
    if (revision.causeSorte !== 'import' || fiche.statut !== 'brouillon' || fiche.enVigueur === null) return;
    const { contenu } = await tx.findOneByOrFail(RevisionEntity, { ...cle, numero: fiche.enVigueur });
    const restes = comparerContenus(contenu ?? {}, fiche.contenu).filter(
      ({ champ, avant, apres }) => avant !== null || !isDeepStrictEqual(apres, valeurVide(champ as ChampId)),
    );
    if (restes.length > 0) return;
    const demande = { ...SANS_SAISIE, motif };
    const pas = { tx, acteur, fiche, revision, demande, aujourdhui: this.horloge.aujourdhui() };
    const { suite, entrees } = await revenirALaVigueur(pas);
    await this.journal.inscrire(tx, acteur, entrees);
    await this.passer(tx, acteur, fiche, { ...suite, statut: 'en-vigueur' }, motif);
  }

  private async passer(
    tx: EntityManager,
    acteur: Acteur,
    fiche: FicheEntity,
    suite: Partial<FicheEntity> & Pick<FicheEntity, 'statut'>,
    motif: string,
  ): Promise<void> {
    const { contratId, id, version, statut: avant } = fiche;
    const etat = { ...suite, version: version + 1, modifieLe: new Date() };
    await tx.update(FicheEntity, { contratId, id, version }, etat);
    Object.assign(fiche, etat);
    const change = { champ: 'statut', avant, apres: suite.statut, motif };
    await this.journal.inscrire(tx, acteur, { objet: 'fiche', objetId: id, ficheId: id, ...change });
    await this.annonces.fiche(tx, acteur, id);
  }
}
