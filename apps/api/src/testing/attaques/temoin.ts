import type { INestApplication } from '@nestjs/common';
import { Base } from '@pleniere/shared/api';
import type { DecorDroits } from '../decor-droits';

/** A word that the texts of one contrat alone contain. */
export const MOT_TEMOIN = 'Mirliflore';

const MARQUER = [
  `update contrat set titre = titre || ' ${MOT_TEMOIN}' where id = $1`,
  ...Object.entries({
    ...{
      organisation: 'nom',
      personne: 'nom',
      enjeu: 'intitule',
      orientation: 'texte',
      indicateur: 'libelle',
      qpv: 'libelle',
    },
    ...{ question_habitant: 'texte', fil_message: 'texte', note_terrain: 'texte', courriel: 'objet', action: 'titre' },
    ...{ demande_precision: 'question', contestation: 'motif', instance: 'nom', decision: 'texte', piece: 'nom' },
    ...{ espace_dialogue: 'nom', commune: 'nom', avis: 'texte' },
  }).map(([table, colonne]) => `update ${table} set ${colonne} = ${colonne} || ' ${MOT_TEMOIN}' where contrat_id = $1`),
  `update fiche set contenu = contenu || '{"titre": "Projet ${MOT_TEMOIN}", "contexte": "<p>${MOT_TEMOIN}</p>"}' where contrat_id = $1`,
];

const TABLES = `
  select c.table_name as nom, bool_or(c.column_name = 'id' and c.data_type = 'uuid') as "aUnId"
  from information_schema.columns c
    join information_schema.tables t using (table_schema, table_name)
  where c.table_schema = current_schema() and t.table_type = 'BASE TABLE'
  group by c.table_name having bool_or(c.column_name = 'contrat_id')`;

/** A contrat that nobody of its own calls: what it is, to see that nothing of it is read or changed from another. */
export class Temoin {
  private constructor(
    private readonly app: INestApplication,
    readonly decor: DecorDroits,
    private readonly tables: readonly { nom: string; aUnId: boolean }[],
    readonly ids: ReadonlySet<string>,
  ) {}

  static async poser(app: INestApplication, decor: DecorDroits): Promise<Temoin> {
    const { pool } = app.get(Base);
    const { contratId } = decor.contrat;
    for (const marque of MARQUER) await pool.query(marque, [contratId]);
    const { rows: tables } = await pool.query<{ nom: string; aUnId: boolean }>(TABLES);
    const ids = new Set([contratId]);
    for (const { nom } of tables.filter(({ aUnId }) => aUnId)) {
      const { rows } = await pool.query<{ id: string }>(`select id from ${nom} where contrat_id = $1`, [contratId]);
      for (const { id } of rows) ids.add(id);
    }
    return new Temoin(app, decor, tables, ids);
  }

  /** One line for each table of what it holds for the contrat. */
  async empreinte(): Promise<Record<string, string>> {
    const { pool } = this.app.get(Base);
    const lues = this.tables.map(async ({ nom }) => {
      const { rows } = await pool.query<{ empreinte: string }>(
        `select count(*) || ' ' || coalesce(md5(string_agg(md5(t::text), '' order by md5(t::text))), '') as empreinte
         from ${nom} t where contrat_id = $1`,
        [this.decor.contrat.contratId],
      );
      return [nom, rows[0]?.empreinte ?? ''] as const;
    });
    return Object.fromEntries(await Promise.all(lues));
  }
}
