import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ACCES } from './schema/acces';
import { ACTEURS } from './schema/acteurs';
import { CONTRAT } from './schema/contrat';
import { FICHES } from './schema/fiches';
import { FONCTIONS } from './schema/fonctions';
import { INDICATEURS } from './schema/indicateurs';

/** First schema: frame, people, access, fiches, indicators. Every tenant table carries `contrat_id` in its keys. */
export class CreateSchema1763800000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('create extension if not exists btree_gin');
    for (const lot of [FONCTIONS, CONTRAT, ACTEURS, ACCES, FICHES, INDICATEURS]) await runner.query(lot);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop view meteo_fiche, perimetre_fiche, habilitation;
      drop table valeur, indicateur, declinaison, action, fiche_reference, fiche, journal, session, compte, mandat,
        personne, organisation, orientation, enjeu, qpv_commune, qpv, commune, contrat;
      drop function refuser_changement, document_de, texte_de;
      drop text search configuration fr;
    `);
  }
}
