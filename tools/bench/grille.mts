import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { ouvrirBase, servir } from './base.mts';
import { entrer } from './entrer.mts';
import { aLaFin, finir } from './fin.mts';

// Usage, after a build: node tools/bench/grille.mts
// Starts a product and a database of its own, fills the demo contrat with 60 indicators × 13 quarters × 7 years × sex,
// measures, and takes everything away again. Nothing leaves this machine.
const INDICATEURS = 60;
const ANNEES = [2024, 2025, 2026, 2027, 2028, 2029, 2030];
const PARTS = ['total', 'femmes', 'hommes'];
const TOURS = 15;

const options = await ouvrirBase();
const { url: base } = await servir(options);
const client = new pg.Client({ connectionString: options.databaseUrl });
await client.connect();
client.on('error', () => undefined);
aLaFin(() => void client.end());

const median = (durees: number[]): number => durees.toSorted((a, b) => a - b)[Math.floor(durees.length / 2)] ?? 0;

async function chronometrer(travail: () => Promise<unknown>): Promise<number> {
  const debut = performance.now();
  await travail();
  return performance.now() - debut;
}

/** Median durations of two works that take turns, so that both meet the same machine. */
async function comparer(a: () => Promise<unknown>, b: () => Promise<unknown>): Promise<[number, number]> {
  const durees: [number[], number[]] = [[], []];
  for (let tour = 0; tour < TOURS; tour++) {
    durees[0].push(await chronometrer(a));
    durees[1].push(await chronometrer(b));
  }
  return [median(durees[0]), median(durees[1])];
}

const { entetes, contratId } = await entrer(base);
const { rows: quartiers } = await client.query<{ code: string }>(
  'select code from qpv where contrat_id = $1 order by code limit 13',
  [contratId],
);
const ids = Array.from({ length: INDICATEURS }, () => randomUUID());
const { rows: fiches } = await client.query<{ id: string }>(
  `select id from fiche where contrat_id = $1 and statut <> 'archive' order by id`,
  [contratId],
);

async function remplir(): Promise<void> {
  await client.query(
    `insert into indicateur (contrat_id, id, fiche_id, ordre, libelle, type, nature, unite, decimales, sens, maille,
       agregation, periodicite, definition, source, methode, cibles, modalites, resultats_lies, visibilite, ventilations)
     select $1, t.id, ($3::uuid[])[1 + t.rang % array_length($3::uuid[], 1)], 1000 + t.rang, 'Mesure ' || t.rang, 'resultat',
       'nombre', 'personnes', 0, 'hausse', 'qpv', 'somme', 'annuelle', '', '', '', '[]', '[]', '{}', 'interne', '{sexe}'
     from unnest($2::uuid[]) with ordinality as t(id, rang)`,
    [contratId, ids, fiches.map(({ id }) => id)],
  );
  await client.query(
    `insert into valeur (contrat_id, indicateur_id, annee, qpv_code, ventilation, version, valeur_num, qualite,
       commentaire, source, modifie_par)
     select $1, i, a, q, v, 1, 10, 'provisoire', '', '', 'Mesure'
     from unnest($2::uuid[]) i, unnest($3::int[]) a, unnest($4::text[]) q, unnest($5::text[]) v`,
    [contratId, ids, ANNEES, quartiers.map(({ code }) => code), PARTS],
  );
}

const LIGNES = `select coalesce(json_agg(v), '[]') as reponse from valeur v where v.contrat_id = $1`;
const MODIFIER = `update valeur set valeur_num = $3, version = version + 1, modifie_le = now()
  where contrat_id = $1 and indicateur_id = any($2::uuid[]) and annee = any($4::int[]) and qpv_code = any($5::text[])
    and ventilation = 'total'`;

interface Case {
  indicateurId: string;
  annee: number;
  territoire: string;
  version: number;
}

async function coller(cases: Case[], valeur: number): Promise<void> {
  const saisies = cases.map((cellule) => ({
    ...cellule,
    ventilation: 'total',
    valeur,
    absence: null,
    qualite: 'provisoire',
    commentaire: '',
    source: '',
  }));
  const reponse = await fetch(`${base}/api/v1/contrats/${contratId}/valeurs`, {
    method: 'POST',
    headers: entetes,
    body: JSON.stringify({ saisies }),
  });
  if (!reponse.ok) throw new Error(await reponse.text());
  const { valeurs } = (await reponse.json()) as { valeurs: { version: number }[] };
  for (const [rang, cellule] of cases.entries()) cellule.version = valeurs[rang]?.version ?? 0;
}

await remplir();
await client.query('analyze valeur');
let octets = 0;
const [page, sql] = await comparer(
  async () => {
    const texte = await (await fetch(`${base}/api/v1/contrats/${contratId}/grille`, { headers: entetes })).text();
    octets = texte.length;
  },
  () => client.query({ name: 'lignes', text: LIGNES, values: [contratId] }),
);
const cases = quartiers
  .flatMap(({ code }) => ids.map((indicateurId) => ({ indicateurId, annee: 2026, territoire: code, version: 1 })))
  .slice(0, 500);
let tour = 0;
const autres = [contratId, ids, 11, [2024], quartiers.map(({ code }) => code)];
const [collage, ecriture] = await comparer(
  () => coller(cases, 100 + tour++),
  () => client.query(MODIFIER, autres),
);
const valeurs = INDICATEURS * quartiers.length * ANNEES.length * PARTS.length;
process.stdout.write(
  [
    `page of the grid, ${valeurs} values (${(octets / 1e6).toFixed(1)} MB): ${page.toFixed(0)} ms; same rows in plain SQL: ${sql.toFixed(0)} ms; ratio ${(page / sql).toFixed(2)}`,
    `paste of ${cases.length} cells: ${collage.toFixed(0)} ms; plain update of ${INDICATEURS * quartiers.length} rows: ${ecriture.toFixed(0)} ms; ratio ${(collage / ecriture).toFixed(2)}`,
    '',
  ].join('\n'),
);
await finir();
