import { Injectable } from '@nestjs/common';
import { Journal } from '@pleniere/acces/api';
import type { Acteur } from '@pleniere/acces/domain';
import {
  refusEcriture,
  valeurVide,
  type AnnulationLot,
  type ChampId,
  type ContenuFiche,
} from '@pleniere/fiches/domain';
import { IndicateursService } from '@pleniere/indicateurs/api';
import { Base, enConflit, introuvable } from '@pleniere/shared/api';
import { accorder } from '@pleniere/shared/domain';
import type { EntityManager } from 'typeorm';
import { RevisionImportService } from '../circuit/revision-import.service';
import { ChampsService } from '../fiche/champs/champs.service';
import { FicheEntity } from '../fiche/fiche.entity';
import { ImportsRepository, type Ecritures } from './imports.repository';
import { RelectureService } from './relecture.service';

const MOTIF = 'Annulation de l’import';

// What people add to a fiche without changing its version.
const SUIVI = `
  select exists (select from action where contrat_id = $1 and fiche_id = $2)
    or exists (select from declinaison where contrat_id = $1 and fiche_id = $2)
    or exists (select from indicateur where contrat_id = $1 and fiche_id = $2 and id <> all($3::uuid[])) as suivie`;

const INDICATEURS = `
  select i.id, i.version, exists (
    select from valeur v where (v.contrat_id, v.indicateur_id) = (i.contrat_id, i.id)) as mesure
  from indicateur i where i.contrat_id = $1 and i.id = any($2::uuid[]) order by i.id for update`;

/** Cancels an import as a whole: what nobody touched since is put back, the rest is left and told. */
@Injectable()
export class AnnulationService {
  constructor(
    private readonly base: Base,
    private readonly imports: ImportsRepository,
    private readonly relecture: RelectureService,
    private readonly champs: ChampsService,
    private readonly indicateurs: IndicateursService,
    private readonly journal: Journal,
    private readonly revisions: RevisionImportService,
  ) {}

  async annuler(acteur: Acteur, lotId: string): Promise<AnnulationLot> {
    const laissees: AnnulationLot['laissees'] = [];
    let retablies = 0;
    await this.base.transaction(async (tx) => {
      // Last written, first undone: two files may have written the same fiche.
      const fichiers = (await this.imports.verrouiller(tx, acteur.contratId, lotId, null)).reverse();
      if (fichiers.length === 0) throw introuvable('Cet import');
      if (fichiers.some(({ annule }) => annule)) throw enConflit('Cet import est déjà annulé.');
      if (fichiers.some(({ statut }) => statut === 'en-cours'))
        throw enConflit('Attendez la fin de la lecture des fichiers.');
      for (const fichier of fichiers) {
        if (fichier.statut !== 'importee' || !fichier.ecritures || fichier.ficheId === null) continue;
        const raison = await this.defaire(tx, acteur, fichier.ficheId, fichier.ecritures);
        if (raison === null) retablies += 1;
        else laissees.push({ fichierId: fichier.id, nom: fichier.nom, raison });
        await this.imports.annuler(tx, acteur.contratId, fichier.id, raison);
      }
      await this.imports.clore(tx, acteur.contratId, lotId);
    });
    return { lot: await this.relecture.lire(acteur, lotId), retablies, laissees: laissees.reverse() };
  }

  /** Undoes what one file wrote; answers what had to be left, or null. */
  private async defaire(
    tx: EntityManager,
    acteur: Acteur,
    ficheId: string,
    ecritures: Ecritures,
  ): Promise<string | null> {
    const { contratId } = acteur;
    const fiche = await tx.findOne(FicheEntity, {
      where: { contratId, id: ficheId },
      lock: { mode: 'pessimistic_write' },
    });
    if (!fiche) return null;
    const refus = refusEcriture(fiche.statut, true);
    if (refus !== null) return refus;
    return ecritures.cree ? this.retirer(tx, acteur, fiche, ecritures) : this.retablir(tx, acteur, fiche, ecritures);
  }

  private async retirer(
    tx: EntityManager,
    acteur: Acteur,
    fiche: FicheEntity,
    { version, indicateurs }: Ecritures,
  ): Promise<string | null> {
    const { contratId, id } = fiche;
    const [ligne] = await tx.query<{ suivie: boolean }[]>(SUIVI, [contratId, id, indicateurs]);
    const touchee = fiche.version !== version || fiche.statut !== 'brouillon' || ligne?.suivie;
    const poses = await tx.query<{ version: number; mesure: boolean }[]>(INDICATEURS, [contratId, indicateurs]);
    if (touchee || poses.some((pose) => pose.version !== 1 || pose.mesure)) {
      return 'La fiche a été travaillée depuis l’import\u00A0: elle est gardée.';
    }
    await this.oublierIndicateurs(tx, acteur, indicateurs);
    await tx.delete(FicheEntity, { contratId, id });
    const avant = { titre: fiche.contenu.titre };
    await this.journal.inscrire(tx, acteur, { objet: 'fiche', objetId: id, ficheId: id, avant, motif: MOTIF });
    return null;
  }

  private async retablir(
    tx: EntityManager,
    acteur: Acteur,
    fiche: FicheEntity,
    { champs, indicateurs }: Ecritures,
  ): Promise<string | null> {
    let gardes = 0;
    for (const { champ, avant, version } of champs) {
      if (fiche.champs[champ]?.version !== version) gardes += 1;
      else await this.champs.ecrireDans(tx, acteur, fiche, { champ, valeur: valeurAvant(champ, avant), motif: MOTIF });
    }
    if (gardes === 0) await this.revisions.refermer(tx, acteur, fiche, MOTIF);
    const restants = await this.oublierIndicateurs(tx, acteur, indicateurs);
    const restes = [
      gardes > 0 ? accorder(gardes, 'champ modifié', 'champs modifiés') : '',
      restants > 0 ? accorder(restants, 'indicateur utilisé', 'indicateurs utilisés') : '',
    ].filter(Boolean);
    return restes.length === 0 ? null : `Gardé tel quel\u00A0: ${restes.join(' et ')} depuis l’import.`;
  }

  /** Deletes the definitions that nobody changed nor filled; answers how many are left. */
  private async oublierIndicateurs(tx: EntityManager, acteur: Acteur, ids: readonly string[]): Promise<number> {
    const poses = await tx.query<{ id: string; version: number; mesure: boolean }[]>(INDICATEURS, [
      acteur.contratId,
      ids,
    ]);
    const libres = poses.filter(({ version, mesure }) => version === 1 && !mesure);
    for (const { id, version } of libres) await this.indicateurs.supprimerDans(tx, acteur, id, version, MOTIF);
    return poses.length - libres.length;
  }
}

function valeurAvant<C extends ChampId>(champ: C, avant: unknown): ContenuFiche[C] {
  return avant === null ? valeurVide(champ) : (avant as ContenuFiche[C]);
}
