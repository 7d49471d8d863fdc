import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Writes every kept result again, each proposition of its lists by the expression given (`n` is what it was). */
const reecrire = (propre: string, partagee: string): string => `
alter table resultat_opinions disable trigger opinions_immuables;
update resultat_opinions set contenu = contenu || jsonb_build_object(
  'groupes', (select coalesce(jsonb_agg(g || jsonb_build_object('propres', (select coalesce(jsonb_agg(${propre} order by rang), '[]')
      from jsonb_array_elements(g -> 'propres') with ordinality x (n, rang))) order by place), '[]')
    from jsonb_array_elements(contenu -> 'groupes') with ordinality y (g, place)),
  'partagees', (select coalesce(jsonb_agg(${partagee} order by rang), '[]')
    from jsonb_array_elements(contenu -> 'partagees') with ordinality x (n, rang)));
alter table resultat_opinions enable trigger opinions_immuables;
`;

/** Groups of opinion with the share of each group that agrees, told of eleven votes or more; unknown for those kept before. */
export class AvisDesGroupes1763803110000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      reecrire(
        `jsonb_build_object('numero', n, 'ici', null, 'ailleurs', null)`,
        `jsonb_build_object('numero', n, 'avis', '[]'::jsonb)`,
      ),
    );
    await runner.query(`alter table resultat_opinions add constraint opinions_avis
      check (not jsonb_path_exists(contenu, '$.**.vus ? (@ < 11)'))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table resultat_opinions drop constraint opinions_avis');
    await runner.query(reecrire(`n -> 'numero'`, `n -> 'numero'`));
  }
}
