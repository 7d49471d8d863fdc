import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { contratOf, read } from '../support/api';
import { DEMO, openAs } from '../support/connexion';
import { expectInert, heedScripts, HOSTILES, packed } from '../support/hostiles';
import { settled } from '../support/pages';

interface Row {
  id: string;
  code?: string;
  version: number;
}
interface Fiche extends Row {
  contenu: Record<string, unknown>;
  champs: Record<string, { version: number } | undefined>;
  actions: Row[];
  declinaisons: Row[];
  indicateurs: (Row & { valeurs: Record<string, unknown>[] })[];
}
interface Text {
  type?: string;
  maxLength?: number;
  enum?: unknown;
  format?: string;
  pattern?: string;
}
interface Api {
  paths: Record<string, { patch?: { requestBody: { content: Record<string, { schema: { $ref: string } }> } } }>;
  components: { schemas: Record<string, { properties?: Record<string, Text> }> };
}

/** Fiche that is being written in the demo. */
const DRAFT = 'T2.1';

/** Lists of a contrat, and where one of their things is changed. */
const LISTS: Readonly<Record<string, string>> = {
  organisations: '/organisations/{id}',
  enjeux: '/enjeux/{id}',
  qpv: '/qpv/{code}',
  espaces: '/espaces/{id}',
  'seances-dialogue': '/seances-dialogue/{id}',
  instances: '/instances/{id}',
  seances: '/seances/{id}',
  decisions: '/decisions/{id}',
  personnes: '/personnes/{id}',
};
const SCREENS = [
  ...['/', '/fiches', '/fiches?q=pirate', `/fiches/${DRAFT}`, `/fiches/${DRAFT}/actions`],
  ...[`/fiches/${DRAFT}/indicateurs`, `/fiches/${DRAFT}/declinaisons`, `/fiches/${DRAFT}/historique`],
  ...['/indicateurs', `/indicateurs?fiche=${DRAFT}`, '/indicateurs/lecture', '/indicateurs/verification', '/quartiers'],
  ...['/indicateurs/contestations', '/participation', '/participation/espaces', '/participation/seances'],
  ...['/participation/questions', '/participation/consultations', '/contrat', '/contrat/enjeux', '/contrat/quartiers'],
  ...[
    '/contrat/journal',
    '/acteurs',
    '/acteurs/personnes',
    '/plenieres',
    '/plenieres/decisions',
    '/plenieres/instances',
  ],
  ...['/campagne', '/compte', '/notifications', '/contrat/donnees-personnelles'],
];

let api: Api;
let turn = 0;
const bad = (longest: number): string => {
  const packs = packed(Math.min(longest, 1_500));
  return packs[turn++ % packs.length] ?? '';
};

/** Writes, leaving out the fields that are refused: those that hold no text. Gives what was kept, or null when nothing was. */
async function insist(
  team: Page,
  method: string,
  path: string,
  data: Record<string, unknown>,
  version = 0,
): Promise<Record<string, unknown> | null> {
  const cookies = await team.context().cookies();
  const token = cookies.find(({ name }) => name.endsWith('XSRF-TOKEN'))?.value ?? '';
  const headers = { 'X-XSRF-TOKEN': token, 'If-Match': `"${version}"` };
  let rest = data;
  for (;;) {
    const answer = await team.context().request.fetch(`/api/v1${path}`, { method, headers, data: rest });
    if (answer.ok()) return (await answer.json()) as Record<string, unknown>;
    const { errors = [] } = (await answer.json()) as { errors?: { pointer: string }[] };
    const refused = new Set(errors.map(({ pointer }) => pointer.split('/')[1]));
    const kept = Object.entries(rest).filter(([name]) => !refused.has(name));
    if (kept.length === 0 || kept.length === Object.keys(rest).length) return null;
    rest = Object.fromEntries(kept);
  }
}

/** Every plain text that a PATCH takes, hostile. */
function textsOf(path: string): Record<string, string> {
  const { $ref = '' } = api.paths[`/api/v1${path}`]?.patch?.requestBody.content['application/json']?.schema ?? {};
  const { properties = {} } = api.components.schemas[$ref.split('/').at(-1) ?? ''] ?? {};
  const texts = Object.entries(properties).filter(
    ([, { type, enum: choices, format, pattern }]) => type === 'string' && !choices && !format && !pattern,
  );
  return Object.fromEntries(texts.map(([name, { maxLength = 40 }]) => [name, bad(maxLength)]));
}

/** Makes hostile the texts of some things; gives how many took them. */
async function infest(team: Page, path: string, rows: readonly Row[], also = {}): Promise<number> {
  let taken = 0;
  for (const { id, code, version } of rows.slice(0, 6)) {
    const address = path.replace(/\{\w+\}/, path.includes('{code}') ? (code ?? '') : id);
    if (await insist(team, 'PATCH', address, { ...textsOf(path), ...also }, version)) taken++;
  }
  return taken;
}

/** The same value, with something hostile in the place of each text that somebody types. */
function hostile(value: unknown, name = 'texte'): unknown {
  if (typeof value === 'string') return /^(texte|libelle|fonction|titre|nom)$/.test(name) ? bad(80) : value;
  if (Array.isArray(value)) return value.map((item) => (typeof item === 'string' ? item : hostile(item)));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, hostile(inner, key)]));
}

async function infestFiche(team: Page, referente: Page, contrat: string): Promise<void> {
  const fiche = await read<Fiche>(team, `/fiches/${DRAFT}`);
  let fields = 0;
  for (const [name, value] of Object.entries(fiche.contenu)) {
    const version = fiche.champs[name]?.version ?? 0;
    if (await insist(team, 'PUT', `/fiches/${fiche.id}/champs/${name}`, { valeur: hostile(value) }, version)) fields++;
  }
  expect(fields).toBeGreaterThan(8);
  expect(await infest(team, '/actions/{id}', fiche.actions)).toBeGreaterThan(0);
  expect(await infest(team, '/declinaisons/{id}', fiche.declinaisons)).toBeGreaterThan(0);
  expect(await infest(team, '/indicateurs/{id}', fiche.indicateurs, { correction: true })).toBeGreaterThan(0);
  const texts = packed(1_900);
  for (const texte of texts) {
    expect(
      await insist(referente, 'POST', `/fiches/${fiche.id}/fils`, { texte, mentions: [], visibilite: 'tous' }),
    ).not.toBeNull();
  }
  const values = fiche.indicateurs.flatMap(({ id, valeurs }) => valeurs.map((one) => ({ ...one, indicateurId: id })));
  for (const { indicateurId, annee, territoire, ventilation, version, valeur } of values.slice(-4) as Record<
    string,
    unknown
  >[]) {
    const place = { indicateurId, annee, territoire, ventilation, version, valeur };
    const saisie = { ...place, absence: null, qualite: 'provisoire', commentaire: bad(400), source: bad(150) };
    await insist(team, 'POST', `/contrats/${contrat}/valeurs`, { saisies: [saisie] });
  }
}

describe('more than two hundred hostile texts, on the screens of the team', () => {
  it('run nothing, even without their content policy', async () => {
    const team = await openAs(DEMO.equipe, { bypassCSP: true });
    const referente = await openAs(DEMO.referente);
    await heedScripts(team);
    api = (await (await team.context().request.get('/api/openapi.json')).json()) as Api;
    const contrat = await contratOf(team);
    await infestFiche(team, referente, contrat);
    const untouched: string[] = [];
    for (const [list, path] of Object.entries(LISTS)) {
      const rows = await read<Row[]>(team, `/contrats/${contrat}/${list}`);
      if ((await infest(team, path, rows)) === 0) untouched.push(path);
    }
    expect(untouched).toEqual([]);
    const { version } = await read<Row>(team, `/contrats/${contrat}`);
    expect(
      await insist(team, 'PATCH', `/contrats/${contrat}`, textsOf('/contrats/{contratId}'), version),
    ).not.toBeNull();
    const question = { texte: packed(590)[0] };
    await insist(team, 'PUT', `/contrats/${contrat}/questions/${randomUUID()}`, question);
    expect(HOSTILES.length).toBeGreaterThan(200);

    let shown = '';
    for (const path of SCREENS) {
      await team.goto(path);
      await settled(team);
      await expectInert(team, { clicks: false });
      shown += await team.locator('body').innerText();
    }
    expect(shown.split('pirate').length).toBeGreaterThan(200);
  }, 400_000);
});
