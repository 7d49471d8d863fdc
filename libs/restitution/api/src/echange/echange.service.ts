import { Injectable } from '@nestjs/common';
import { Journal } from '@pleniere/acces/api';
import type { Acteur } from '@pleniere/acces/domain';
import { FichesService } from '@pleniere/fiches/api';
import { IndicateursService, ValeursService } from '@pleniere/indicateurs/api';
import type { ApercuEchange, ChoixEchange, Echange, RapportEchange } from '@pleniere/restitution/domain';
import { Base, enConflit } from '@pleniere/shared/api';
import { createHash } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { ecrireCadre } from './ecrire-cadre';
import { ecrireFiche, type FicheEcrite, mettreEnVigueur } from './ecrire-fiche';
import { ecrireIndicateurs } from './ecrire-indicateurs';
import { direPrises, examiner, lireDejaLa } from './examiner';
import { exporterContrat } from './exporter';
import { sous } from './sous';

// What checks the schema compiles it: when a file comes, not at each start.
const lire = async (octets: Uint8Array): Promise<Echange> => (await import('./lire-echange.ts')).lireEchange(octets);

// One file at a time, and no fiche that takes a code meanwhile.
const TENIR = 'select from contrat where id = $1 for update';

/** A contrat in a file, and a file in a contrat. */
@Injectable()
export class EchangeService {
  constructor(
    private readonly base: Base,
    private readonly fiches: FichesService,
    private readonly indicateurs: IndicateursService,
    private readonly valeurs: ValeursService,
    private readonly journal: Journal,
  ) {}

  /** All that the contrat holds in force, at one instant. */
  exporter({ contratId }: Acteur): Promise<Echange> {
    return this.base.transaction(async (tx) => {
      await tx.query('set transaction isolation level repeatable read read only');
      return exporterContrat(tx, contratId);
    });
  }

  /** What taking the file in would write; writes nothing. */
  async apercu({ contratId }: Acteur, octets: Uint8Array, choix: ChoixEchange): Promise<ApercuEchange> {
    const echange = await lire(octets);
    return this.base.transaction(async (tx) => examiner(echange, await lireDejaLa(tx, contratId), choix));
  }

  /**
   * Takes the file in, whole or not at all: what the contrat lacks is created under new ids, nothing of what it holds is
   * overwritten. Throws 409 when a code is taken and nothing was chosen, 422 with pointers into the file otherwise.
   */
  async importer(acteur: Acteur, octets: Uint8Array, choix: ChoixEchange): Promise<RapportEchange> {
    const echange = await lire(octets);
    return this.base.transaction(async (tx) => {
      await tx.query(TENIR, [acteur.contratId]);
      const deja = await lireDejaLa(tx, acteur.contratId);
      const { bloque, ...rapport } = examiner(echange, deja, choix);
      if (bloque) throw enConflit(direPrises(rapport.fiches));
      const motif = `Import de «\u00A0${echange.contrat.titreCourt}\u00A0»`;
      const cadre = await ecrireCadre(tx, acteur.contratId, echange, deja);
      const ecrites = await this.ecrireFiches(tx, acteur, echange, rapport, cadre, motif);
      const plume = { tx, acteur, indicateurs: this.indicateurs, valeurs: this.valeurs, motif };
      await ecrireIndicateurs(plume, echange, ecrites, cadre);
      for (const { id } of ecrites) await mettreEnVigueur(tx, acteur, id, choix, motif);
      const objetId = createHash('sha256').update(octets).digest('hex');
      const apres = { source: echange.contrat.titre, ...choix, ...rapport.crees };
      await this.journal.inscrire(tx, acteur, { objet: 'echange', objetId, apres });
      return rapport;
    });
  }

  private async ecrireFiches(
    tx: EntityManager,
    acteur: Acteur,
    echange: Echange,
    rapport: RapportEchange,
    cadre: Awaited<ReturnType<typeof ecrireCadre>>,
    motif: string,
  ): Promise<FicheEcrite[]> {
    const ecrites: FicheEcrite[] = [];
    for (const [rang, fiche] of echange.fiches.entries()) {
      const code = rapport.fiches[rang]?.codeFinal ?? fiche.code;
      const ecrire = () => ecrireFiche({ tx, acteur, fiches: this.fiches }, fiche, code, cadre, motif);
      ecrites.push(await sous(`/fiches/${rang}`, '', ecrire));
    }
    return ecrites;
  }
}
