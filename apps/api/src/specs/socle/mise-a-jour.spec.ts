import { databaseUrlForWorker } from '@pleniere/shared/testing';
import { DataSource } from 'typeorm';
import { createDataSource } from '../../database/data-source';
import { MIGRATIONS } from '../../database/migrations';
import { optionsBase } from '../../database/options';
import { demarrerApi } from '../../testing';
import { ouvrirClient } from '../../testing/client';

const adresse = new URL(databaseUrlForWorker());
const base = adresse.pathname.slice(1).replace(/\d+$/, `mise_a_jour_${process.env['JEST_WORKER_ID']}`);
const url = new URL(base, adresse).href;

const CONTRAT = '11111111-1111-4111-8111-111111111111';
const id = (rang: number) => `22222222-2222-4222-8222-${String(rang).padStart(12, '0')}`;
const COMPTE = id(60);
const FICHE = id(71);

/** A contrat as the first version could hold it: a row at least in every table, each statut, each role, each kind of value. */
const LIGNES = [
  `insert into contrat values ('${CONTRAT}', 3, 'Contrat de ville 2024-2030', 'Essai', '243700754', 2024, 2030, '#1d3f72', null, '2024-07-01')`,
  `insert into commune values ('${CONTRAT}', '37261', 'Tours'), ('${CONTRAT}', '37122', 'Joué-lès-Tours')`,
  `insert into qpv (contrat_id, code, libelle, generation, valid_from, contour) values
     ('${CONTRAT}', 'QN03709M', 'Sanitas', 2024, '2024-01-01', '{"type": "Polygon", "coordinates": []}')`,
  `insert into qpv_commune values ('${CONTRAT}', 'QN03709M', '37261')`,
  `insert into enjeu (contrat_id, id, type, numero, intitule, couleur) values ('${CONTRAT}', '${id(1)}', 'transversal', 1, 'Participation', '#8a5a00')`,
  `insert into orientation (contrat_id, id, enjeu_id, texte) values ('${CONTRAT}', '${id(2)}', '${id(1)}', 'Agir avec les habitants.')`,
  `insert into organisation (contrat_id, id, nom, nom_court, categorie, siret, commune_code, signataire) values
     ('${CONTRAT}', '${id(20)}', 'Tours Métropole', 'TMVL', 'epci', '24370075400035', null, true),
     ('${CONTRAT}', '${id(21)}', 'Ville de Tours', null, 'ville', null, '37261', true)`,
  ...['equipe', 'referent', 'delegue', 'contributeur', 'lecteur'].flatMap((role, rang) => [
    `insert into personne (contrat_id, id, nom, fonction, email) values ('${CONTRAT}', '${id(40 + rang)}', 'Personne ${role}', 'Agent', '${role}@exemple.fr')`,
    `insert into mandat (contrat_id, id, personne_id, organisation_id, role, du, au) values
       ('${CONTRAT}', '${id(50 + rang)}', '${id(40 + rang)}', '${id(20)}', '${role}', '2024-01-01', null)`,
    `insert into compte (contrat_id, id, personne_id, email, mot_de_passe) values
       ('${CONTRAT}', '${id(60 + rang)}', '${id(40 + rang)}', '${role}@exemple.fr', '$argon2id$ancien')`,
  ]),
  `insert into session (id, contrat_id, compte_id, jeton_csrf, expire) values ('empreinte', '${CONTRAT}', '${COMPTE}', 'jeton', '2040-01-01')`,
  ...['brouillon', 'en-vigueur', 'relecture', 'archive'].map(
    (
      statut,
      rang,
    ) => `insert into fiche (contrat_id, id, version, enjeu_id, lettre, enjeu_numero, rang, statut, contenu, champs,
       champs_remplis, manques_obligatoires, actions_creees) values ('${CONTRAT}', '${id(70 + rang)}', 4, '${id(1)}', 'T', 1, ${rang + 1},
       '${statut}', '{"titre": "Projet ${rang}", "contexte": "<p>L’école du quartier</p>"}',
       '{"titre": {"version": 2, "modifieLe": "2025-01-02T03:04:05.000Z", "modifiePar": "Personne equipe"}}', 2, 5, 1)`,
  ),
  `insert into fiche_reference (contrat_id, fiche_id, champ, organisation_id) values ('${CONTRAT}', '${FICHE}', 'pilotes', '${id(21)}')`,
  `insert into fiche_reference (contrat_id, fiche_id, champ, qpv_code) values ('${CONTRAT}', '${FICHE}', 'quartiers', 'QN03709M')`,
  `insert into action (contrat_id, id, fiche_id, rang, titre, statut, niveau_participation, echeance) values
     ('${CONTRAT}', '${id(80)}', '${FICHE}', 0, 'Ouvrir l’atelier', 'en-cours', 'concertation', '2026-06-30')`,
  `insert into declinaison (contrat_id, id, fiche_id, organisation_id, qpv_code, referent_id, statut_execution, meteo, meteo_explication) values
     ('${CONTRAT}', '${id(81)}', '${FICHE}', '${id(21)}', 'QN03709M', '${id(41)}', 'en-cours', 'nuage', 'Retard')`,
  `insert into indicateur (contrat_id, id, fiche_id, libelle, type, nature, sens, maille, agregation, periodicite, reference, cibles) values
     ('${CONTRAT}', '${id(90)}', '${FICHE}', 'Habitants venus', 'realisation', 'nombre', 'hausse', 'qpv', 'somme', 'annuelle',
      '{"annee": 2024, "valeur": 10}', '[{"annee": 2030, "valeur": 40}]'),
     ('${CONTRAT}', '${id(91)}', null, 'Population', 'contexte', 'texte', 'aucun', 'contrat', 'aucune', 'ponctuelle', null, '[]')`,
  `insert into valeur (contrat_id, indicateur_id, annee, qpv_code, valeur_num, qualite, commentaire, modifie_par) values
     ('${CONTRAT}', '${id(90)}', 2024, 'QN03709M', 12.5, 'definitive', 'Émargements', 'Personne referent')`,
  `insert into valeur (contrat_id, indicateur_id, annee, absence, modifie_par) values ('${CONTRAT}', '${id(90)}', 2025, 'nd', 'Personne referent')`,
  `insert into valeur (contrat_id, indicateur_id, annee, valeur_texte, modifie_par) values ('${CONTRAT}', '${id(91)}', 2024, 'Environ 8 000', 'Personne equipe')`,
  ...['titre', 'contexte'].map(
    (
      champ,
    ) => `insert into journal (contrat_id, personne_id, auteur, objet, objet_id, fiche_id, champ, avant, apres) values
     ('${CONTRAT}', '${id(40)}', 'Personne equipe', 'fiche', '${FICHE}', '${FICHE}', '${champ}', '"avant"', '"après"')`,
  ),
];

let serveur: DataSource;

beforeAll(async () => {
  serveur = await createDataSource(adresse.href).initialize();
  await serveur.query(`drop database if exists ${base}`);
  await serveur.query(`create database ${base}`);
});
afterAll(async () => {
  await serveur.query(`drop database ${base}`);
  await serveur.destroy();
});

interface Contenu {
  table: string;
  colonnes: string[];
  lignes: string[];
}

/** Every row of these tables, in these columns: those that somebody wrote. */
async function lire(source: DataSource, tables: Pick<Contenu, 'table' | 'colonnes'>[]): Promise<Contenu[]> {
  return Promise.all(
    tables.map(async ({ table, colonnes }) => {
      const lues = colonnes.map((colonne) => `"${colonne}"`).join(', ');
      const lignes = await source.query<{ ligne: string }[]>(
        `select to_jsonb(t)::text as ligne from (select ${lues} from "${table}") t order by 1`,
      );
      return { table, colonnes, lignes: lignes.map(({ ligne }) => ligne) };
    }),
  );
}

describe('a database of the first version', () => {
  it('is brought to this version with every row that it held, and answers', async () => {
    const premiere = await new DataSource({ ...optionsBase(url), migrations: MIGRATIONS.slice(0, 1) }).initialize();
    await premiere.runMigrations();
    for (const ligne of LIGNES) await premiere.query(ligne);
    const tables = await premiere.query<Pick<Contenu, 'table' | 'colonnes'>[]>(
      `select table_name as table, json_agg(column_name order by ordinal_position) as colonnes
       from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
       where table_schema = 'public' and table_type = 'BASE TABLE' and table_name <> 'migrations' and is_generated = 'NEVER'
       group by 1 order by 1`,
    );
    const avant = await lire(premiere, tables);
    expect(avant.filter(({ lignes }) => lignes.length === 0)).toEqual([]);
    await premiere.destroy();

    const actuelle = await createDataSource(url).initialize();
    expect(await actuelle.runMigrations()).toHaveLength(MIGRATIONS.length - 1);
    expect(await lire(actuelle, tables)).toEqual(avant);
    await actuelle.destroy();

    const app = await demarrerApi({ databaseUrl: url });
    try {
      const equipe = await ouvrirClient(app, { contratId: CONTRAT, compteId: COMPTE });
      const { body } = await equipe.get(`/fiches/${FICHE}`).expect(200);
      expect(body).toMatchObject({ code: 'T1.2', contenu: { titre: 'Projet 1' } });
      await equipe.get(`/contrats/${CONTRAT}/fiches`).expect(200);
    } finally {
      await app.close();
    }
  });
});
