import type { NestExpressApplication } from '@nestjs/platform-express';
import { DROITS, entend, ROLES, type Role } from '@pleniere/acces/domain';
import { cerclesDe, VISIBILITES_FIL } from '@pleniere/fiches/domain';
import { Base, Direct } from '@pleniere/shared/api';
import type { EvenementDirect } from '@pleniere/shared/domain';
import { unzipSync } from 'fflate';
import { execFileSync } from 'node:child_process';
import type { Test } from 'supertest';
import { type Client, type ContratDeTest, creerContrat, demarrerApi, jusqua, type Personnage } from '../../testing';
import { type DecorDroits, poserDecor } from '../../testing/decor-droits';
import { ROUTES_ATTENDUES } from '../../testing/routes-attendues';

const PERSONNAGES: Readonly<Record<Personnage, Role>> = {
  equipe: 'equipe',
  referentA: 'referent',
  referentB: 'referent',
  delegue: 'delegue',
  contributeur: 'contributeur',
  lecteur: 'lecteur',
};

// Words that nothing else of a contrat contains; whole words, so that a search would find them.
const NOTE = 'Zostère';
const CORRIGEE = 'Zygnème';
const FILS = { equipe: 'Quetsche', etat: 'Quiproquo', tous: 'Quincaille' } as const;
const SECRETS = [NOTE, CORRIGEE, ...Object.values(FILS)];

let app: NestExpressApplication;
let decor: DecorDroits;
let contrat: ContratDeTest;
let noteId: string;
const evenements: EvenementDirect[] = [];

beforeAll(async () => {
  app = await demarrerApi();
  contrat = await creerContrat(app);
  decor = await poserDecor(app, contrat);
  const { messages } = app.get(Direct);
  messages.subscribe((message) => {
    if ('contratId' in message && message.contratId === contrat.contratId) evenements.push(message.evenement);
  });
  await app.get(Direct).ecouter();
  const [equipe, delegue] = [await contrat.en('equipe'), await contrat.en('delegue')];
  for (const visibilite of VISIBILITES_FIL) {
    const texte = `Avis sur ${FILS[visibilite]}`;
    await equipe.post(`/fiches/${decor.ficheId}/fils`, { texte, visibilite, champ: 'contexte' }).expect(201);
  }
  const note = await delegue
    .post(`/fiches/${decor.ficheId}/notes`, { texte: `Vu ${NOTE}`, champ: 'contexte' })
    .expect(201);
  noteId = (note.body as { id: string }).id;
  await delegue.patch(`/notes/${noteId}`, 1, { texte: `Vu ${NOTE} et ${CORRIGEE}` }).expect(200);
});
afterAll(() => app.close());

function octets(reponse: Parameters<Parameters<Test['parse']>[0]>[0], suite: (e: null, corps: Buffer) => void): void {
  const morceaux: Buffer[] = [];
  const flux = reponse as unknown as NodeJS.ReadableStream;
  flux.on('data', (morceau: Buffer) => morceaux.push(morceau));
  flux.on('end', () => suite(null, Buffer.concat(morceaux)));
}

/** Every word of an answer: of a PDF, and of each part of an archive (DOCX, XLSX, ODS, zip). */
function texteDe(corps: Buffer): string {
  const debut = corps.subarray(0, 4).toString('latin1');
  if (debut === '%PDF') return execFileSync('pdftotext', ['-', '-'], { input: corps, encoding: 'utf8' });
  if (!debut.startsWith('PK')) return corps.toString('utf8');
  return Object.values(unzipSync(new Uint8Array(corps)))
    .map((partie) => Buffer.from(partie).toString('utf8'))
    .join('\n');
}

const trouves = async (client: Client, chemin: string) => {
  const { body } = await client.get(chemin).buffer(true).parse(octets);
  const texte = texteDe(body as Buffer).normalize('NFC');
  return SECRETS.filter((secret) => texte.includes(secret));
};

const LECTURES = Object.entries(ROUTES_ATTENDUES).filter(([nom, { flux }]) => nom.startsWith('GET ') && !flux);
const DIALOGUE = 'GET /fiches/:id/dialogue';
const DONNEES = 'GET /compte/donnees';
const NOTES = 'GET /fiches/:id/notes';

/** What a role may find at an address: the notes and the threads of its circles where they are kept, one's own words in one's own data. */
function permis(nom: string, role: Role): string[] {
  if (nom === DONNEES) return role === 'equipe' ? Object.values(FILS) : [];
  if (nom === NOTES) return role === 'delegue' ? [NOTE, CORRIGEE] : [];
  return nom === DIALOGUE ? cerclesDe(role).map((cercle) => FILS[cercle]) : [];
}

describe('what is said among some', () => {
  it.each(LECTURES)('is read by them alone: %s', async (nom, { adresse }) => {
    for (const [personnage, role] of Object.entries(PERSONNAGES) as [Personnage, Role][]) {
      const lu = await trouves(await contrat.en(personnage), adresse(decor));
      expect([personnage, lu.sort()]).toEqual([personnage, permis(nom, role).sort()]);
    }
  });

  it('is found by no search', async () => {
    for (const secret of SECRETS) {
      for (const personnage of Object.keys(PERSONNAGES) as Personnage[]) {
        const { body } = await (
          await contrat.en(personnage)
        )
          .get(`/contrats/${contrat.contratId}/fiches?q=${encodeURIComponent(secret)}`)
          .expect(200);
        expect([personnage, secret, (body as { total: number }).total]).toEqual([personnage, secret, 0]);
      }
    }
  });

  it('is in no e-mail and in no line of the journal, though each act is there', async () => {
    const { pool } = app.get(Base);
    for (const table of ['journal', 'courriel', 'fiche', 'revision', 'avis']) {
      const { rows } = await pool.query<{ texte: string }>(
        `select t::text as texte from ${table} t where t.contrat_id = $1`,
        [contrat.contratId],
      );
      const textes = rows.map(({ texte }) => texte).join('\n');
      expect([table, SECRETS.filter((secret) => textes.includes(secret))]).toEqual([table, []]);
    }
    const { body } = await (await contrat.en('delegue')).get(`/fiches/${decor.ficheId}/historique`).expect(200);
    const notes = (body as { objet: string; champ: string | null; avant: unknown; apres: unknown }[]).filter(
      ({ objet }) => objet === 'note-terrain',
    );
    expect(notes.map(({ champ, avant, apres }) => [champ, avant, apres])).toEqual([
      ['texte', null, null],
      [null, null, null],
    ]);
  });

  it('is told live to those who may read it, without a word of it', async () => {
    await jusqua(() => evenements.filter(({ objetId }) => objetId === noteId).length === 2);
    const texte = JSON.stringify(evenements);
    expect(SECRETS.filter((secret) => texte.includes(secret))).toEqual([]);
    const entendent = (garder: (evenement: EvenementDirect) => boolean) =>
      ROLES.filter((role) => evenements.filter(garder).some(({ visibilite }) => entend(role, visibilite)));
    expect(entendent(({ objetId }) => objetId === noteId)).toEqual(['delegue']);
    const { rows } = await app
      .get(Base)
      .pool.query<{ id: string; visibilite: keyof typeof FILS }>(
        `select id, visibilite from fil where contrat_id = $1`,
        [contrat.contratId],
      );
    for (const { id, visibilite } of rows.filter(({ id }) => id !== decor.filId)) {
      const attendus = ROLES.filter((role) => cerclesDe(role).includes(visibilite));
      expect([visibilite, entendent(({ objetId }) => objetId === id)]).toEqual([visibilite, attendus]);
    }
  });

  it('is neither opened, answered, settled nor changed from outside its circle', async () => {
    const { rows } = await app.get(Base).pool.query<{ id: string; message: string; visibilite: keyof typeof FILS }>(
      `select f.id, m.id as message, f.visibilite from fil f join fil_message m on m.fil_id = f.id
         where f.contrat_id = $1 and f.id <> $2`,
      [contrat.contratId, decor.filId],
    );
    for (const [personnage, role] of Object.entries(PERSONNAGES) as [Personnage, Role][]) {
      const client = await contrat.en(personnage);
      for (const { id, message, visibilite } of rows) {
        if (cerclesDe(role).includes(visibilite)) continue;
        const refus = DROITS[role]['dialogue.participer'] ? 404 : 403;
        const saisi = { texte: 'Ici', mentions: [] };
        const statuts = [
          (await client.post(`/fils/${id}/messages`, saisi)).status,
          (await client.patch(`/fils/${id}`, 1, { statut: 'resolu' })).status,
          (await client.post(`/fils/${id}/vu`)).status,
          (await client.patch(`/messages/${message}`, 1, saisi)).status,
          (await client.delete(`/messages/${message}`, 1)).status,
        ];
        expect([personnage, visibilite, statuts]).toEqual([personnage, visibilite, statuts.map(() => refus)]);
        await client.post(`/fiches/${decor.ficheId}/fils`, { ...saisi, visibilite }).expect(403);
      }
    }
  });
});

describe('notes of the State', () => {
  it('are changed and deleted by their author alone, from the version read', async () => {
    const delegue = await contrat.en('delegue');
    const { pool } = app.get(Base);
    const { rows } = await pool.query<{ id: string }>(
      `insert into note_terrain (contrat_id, fiche_id, texte, personne_id, auteur)
       values ($1, $2, 'D’une collègue', $3, 'Une collègue') returning id`,
      [contrat.contratId, decor.ficheId, contrat.personnes.lecteur],
    );
    const autre = rows[0]?.id ?? '';
    await delegue.patch(`/notes/${autre}`, 1, { texte: 'À moi' }).expect(403);
    await delegue.delete(`/notes/${autre}`, 1).expect(403);
    await delegue.patch(`/notes/${noteId}`, 1, { texte: 'Ancienne' }).expect(412);

    const { body } = await delegue.post(`/fiches/${decor.ficheId}/notes`, { texte: 'Brève' }).expect(201);
    await delegue.delete(`/notes/${(body as { id: string }).id}`, 1).expect(204);
    const restantes = (await delegue.get(`/fiches/${decor.ficheId}/notes`).expect(200)).body as { id: string }[];
    expect(restantes.map(({ id }) => id)).not.toContain((body as { id: string }).id);
  });

  it.each([
    ['empty', { texte: '  ' }, 400],
    ['too long', { texte: 'a'.repeat(5_001) }, 400],
    ['on a field that is not of the sheet', { texte: 'Vu', champ: 'meteo' }, 422],
  ])('are refused when %s', async (_, saisi, statut) => {
    await (await contrat.en('delegue')).post(`/fiches/${decor.ficheId}/notes`, saisi).expect(statut);
  });
});
