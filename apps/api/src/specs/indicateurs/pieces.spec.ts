import type { NestExpressApplication } from '@nestjs/platform-express';
import { Horloge } from '@pleniere/indicateurs/api';
import { type Indicateur, LIMITES_PIECE, type Piece } from '@pleniere/indicateurs/domain';
import { Base } from '@pleniere/shared/api';
import type { Probleme } from '@pleniere/shared/domain';
import { strToU8, zipSync } from 'fflate';
import { createHash, randomBytes } from 'node:crypto';
import { type Client, type ContratDeTest, creerContrat, demarrerApi, type Personnage } from '../../testing';
import { poserFiche, poserIndicateur } from '../../testing/poser';

let app: NestExpressApplication;
let contrat: ContratDeTest;
let ficheId: string;
let indicateur: Indicateur;
let referent: Client;

beforeAll(async () => {
  app = await demarrerApi();
  jest.spyOn(app.get(Horloge, { strict: false }), 'aujourdhui').mockReturnValue('2026-11-22');
});
afterAll(() => app.close());

beforeEach(async () => {
  contrat = await creerContrat(app);
  ficheId = await poserFiche(app, contrat);
  indicateur = await poserIndicateur(contrat, ficheId, { responsableId: contrat.organisations.bailleur });
  referent = await contrat.en('referentA');
});

const PDF = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF');
const CSV = Buffer.from('date;présents\n12/03/2025;14\n');
const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]);
const zip = (...noms: string[]) =>
  Buffer.from(zipSync(Object.fromEntries([...noms, '[Content_Types].xml'].map((nom) => [nom, strToU8('<x/>')]))));
const ODT = Buffer.from(
  zipSync({ mimetype: strToU8('application/vnd.oasis.opendocument.text'), 'content.xml': strToU8('<x/>') }),
);
const ANCIEN = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);

interface Envoi {
  octets?: Buffer;
  nom?: string;
  champs?: Record<string, string>;
}

function joindre(client: Client, { octets = PDF, nom = 'emargement.pdf', champs = {} }: Envoi = {}) {
  const saisie = { indicateurId: indicateur.id, annee: '2025', territoire: contrat.qpv.a1, donneesPersonnelles: 'non' };
  const envoi = client.post(`/contrats/${contrat.contratId}/pieces`, null);
  for (const [champ, valeur] of Object.entries({ ...saisie, ...champs })) {
    if (valeur !== '') void envoi.field(champ, valeur);
  }
  return envoi.attach('fichier', octets, nom);
}

async function jointe(envoi: Envoi = {}, client = referent): Promise<Piece> {
  return (await joindre(client, envoi).expect(201)).body as Piece;
}

async function liste(personnage: Personnage, suite = ''): Promise<Piece[]> {
  const client = await contrat.en(personnage);
  return (await client.get(`/contrats/${contrat.contratId}/pieces${suite}`).expect(200)).body as Piece[];
}

describe('evidence of a value', () => {
  it('is kept whole, listed with its author, and comes back as a file to save', async () => {
    const piece = await jointe({ nom: 'Émargement « mars ».pdf' });
    expect(piece).toMatchObject({
      nom: 'Émargement « mars ».pdf',
      type: 'application/pdf',
      taille: PDF.length,
      donneesPersonnelles: false,
      ajouteePar: 'Personne referentA',
      retirable: true,
    });
    expect(await liste('referentA', `?indicateur=${indicateur.id}`)).toEqual([piece]);
    expect(await liste('delegue')).toEqual([{ ...piece, retirable: false }]);

    const { body, headers } = await referent.get(`/pieces/${piece.id}`).buffer(true).expect(200);
    expect(Buffer.compare(body as Buffer, PDF)).toBe(0);
    expect(headers).toMatchObject({
      'content-type': 'application/pdf',
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
      'content-security-policy': expect.stringContaining('sandbox'),
    });
    expect(headers['content-disposition']).toMatch(/^attachment; .*filename\*=UTF-8''%C3%89margement/);
  });

  it.each([
    ['a PDF', PDF, 'releve.PDF', 'application/pdf'],
    ['an image', PNG, 'photo.png', 'image/png'],
    ['a table in text', CSV, 'presences.csv', 'text/plain; charset=utf-8'],
    ['a Word document', zip('word/document.xml'), 'note.docx', 'wordprocessingml.document'],
    [
      'a workbook',
      zip('xl/workbook.xml', 'xl/printerSettings/printerSettings1.bin'),
      'suivi.xlsx',
      'spreadsheetml.sheet',
    ],
    ['an OpenDocument text', ODT, 'note.odt', 'opendocument.text'],
  ])('may be %s', async (_, octets, nom, type) => {
    expect((await jointe({ octets, nom })).type).toContain(type);
  });

  it('comes back byte for byte when it is long', async () => {
    const octets = Buffer.concat([PNG, randomBytes(200_000)]);
    const { id, taille } = await jointe({ octets, nom: 'plan.png' });
    const { body, headers } = await referent.get(`/pieces/${id}`).buffer(true).expect(200);
    expect(Buffer.compare(body as Buffer, octets)).toBe(0);
    expect([taille, headers['content-length']]).toEqual([octets.length, `${octets.length}`]);
  });

  it('is removed by its author or by the team, and the journal keeps its name and fingerprint', async () => {
    const [une, autre] = [await jointe(), await jointe({ octets: CSV, nom: 'presences.csv' })];
    await referent.delete(`/pieces/${une.id}`, null).expect(204);
    await (await contrat.en('equipe')).delete(`/pieces/${autre.id}`, null).expect(204);
    expect(await liste('equipe')).toEqual([]);
    await referent.get(`/pieces/${une.id}`).expect(404);
    const { rows } = await app
      .get(Base)
      .pool.query<{ avant: object }>(
        `select avant from journal where contrat_id = $1 and objet = 'piece' and avant is not null order by id`,
        [contrat.contratId],
      );
    expect(rows[0]?.avant).toEqual({
      titre: 'emargement.pdf',
      taille: PDF.length,
      sha256: createHash('sha256').update(PDF).digest('hex'),
    });
  });

  it('may still come once the year is closed, but does not leave any more', async () => {
    await app.get(Base).pool.query(
      `insert into campagne (contrat_id, annee, echeance, close_le, relance_objet, relance_texte)
       values ($1, 2025, '2026-01-31', now(), 'Vos valeurs', 'Bonjour.')`,
      [contrat.contratId],
    );
    const { id } = await jointe();
    await referent.delete(`/pieces/${id}`, null).expect(409);
    await (await contrat.en('equipe')).delete(`/pieces/${id}`, null).expect(409);
    expect(await liste('equipe')).toHaveLength(1);
  });
});

describe('a file that is not kept', () => {
  it.each([
    ['a program', Buffer.from('MZ\u0090\u0000\u0003', 'latin1'), 'emargement.pdf'],
    ['a command', Buffer.from('#!/bin/sh\nrm -rf ~\n'), 'note.txt'],
    ['a document with macros', zip('word/document.xml', 'word/vbaProject.bin'), 'note.docx'],
    [
      'an OpenDocument with macros',
      Buffer.from(
        zipSync({
          mimetype: strToU8('application/vnd.oasis.opendocument.text'),
          'Basic/Standard/Module1.xml': strToU8('<x/>'),
        }),
      ),
      'note.odt',
    ],
    ['a document of an ancient format', ANCIEN, 'note.doc'],
    ['a PDF that runs something', Buffer.from('%PDF-1.4\n<</OpenAction<</S/JavaScript/JS(app.alert(1))>>>>'), 'a.pdf'],
    ['an archive', zip('photo.png'), 'photos.docx'],
    ['a torn archive', zip('word/document.xml').subarray(0, 40), 'note.docx'],
    ['a PDF with the name of an image', PDF, 'photo.png'],
    ['a web page with the name of one', Buffer.from('<script>alert(1)</script>'), 'page.html'],
    ['an empty file', Buffer.alloc(0), 'vide.txt'],
    ['a file without a name', PDF, '\u202E.pdf/'],
  ])('is %s', async (_, octets, nom) => {
    const { body } = await joindre(referent, { octets, nom });
    expect([400, 422]).toContain((body as Probleme).status);
    expect((body as Probleme).errors?.[0]?.pointer).toBe('/fichier');
    expect(await liste('equipe')).toEqual([]);
  });

  it('is one of which nobody said whether it names people', async () => {
    for (const donneesPersonnelles of ['', 'peut-être']) {
      const { body } = await joindre(referent, { champs: { donneesPersonnelles } }).expect(400);
      expect((body as Probleme).errors).toEqual([
        { pointer: '/donneesPersonnelles', detail: 'Dites si ce fichier contient des données personnelles.' },
      ]);
    }
    expect(await liste('equipe')).toEqual([]);
  });

  it('is too heavy, one too many, or there already', async () => {
    await joindre(referent, { octets: Buffer.alloc(LIMITES_PIECE.octets + 1, 0x20), nom: 'gros.txt' }).expect(413);
    const envois = Array.from({ length: LIMITES_PIECE.parCase }, (_, rang) => ({
      octets: Buffer.from(`ligne ${rang}`),
      nom: `${rang}.txt`,
    }));
    for (const envoi of envois.slice(1)) await jointe(envoi);
    const doubles = await Promise.all([joindre(referent, envois[0]), joindre(referent, envois[0])]);
    expect(doubles.map(({ status }) => status).sort()).toEqual([201, 409]);
    await joindre(referent).expect(409);
    expect(await liste('equipe')).toHaveLength(LIMITES_PIECE.parCase);
  });

  it.each([
    ['an unknown indicator', { indicateurId: '7b4cf5a4-4f16-4a3c-9d3b-26b0b3f7c001' }, 422],
    ['an unknown quarter', { territoire: 'QN03799M' }, 422],
    ['a year outside of the contrat', { annee: '2033' }, 422],
    ['no year', { annee: 'mars' }, 400],
    ['a field that nobody asked for', { sha256: 'x' }, 400],
  ])('names %s', async (_, champs, statut) => {
    await joindre(referent, { champs }).expect(statut);
    expect(await liste('equipe')).toEqual([]);
  });
});

describe('evidence and the people in it', () => {
  it('is for the team and the organisation that gave it when people can be recognised', async () => {
    const piece = await jointe({ champs: { donneesPersonnelles: 'oui' } });
    const lue = async (personnage: Personnage) => {
      const client = await contrat.en(personnage);
      return [(await liste(personnage)).length, (await client.get(`/pieces/${piece.id}`)).status];
    };
    expect(await lue('referentA')).toEqual([1, 200]);
    expect(await lue('equipe')).toEqual([1, 200]);
    for (const personnage of ['referentB', 'delegue', 'contributeur', 'lecteur'] as const) {
      expect(await lue(personnage)).toEqual([0, 404]);
      if (personnage === 'contributeur')
        await (await contrat.en(personnage)).delete(`/pieces/${piece.id}`, null).expect(404);
    }
  });

  it('is joined by those who enter the value, there alone', async () => {
    await joindre(await contrat.en('contributeur')).expect(201);
    await joindre(await contrat.en('referentB')).expect(403);
    await joindre(await contrat.en('delegue')).expect(403);
    await joindre(await contrat.en('lecteur')).expect(403);
    const { body } = await joindre(referent, { champs: { territoire: contrat.qpv.b1 } }).expect(403);
    expect((body as Probleme).detail).toBe('Une ville saisit les valeurs de sa commune et de ses quartiers.');
    const [piece] = await liste('equipe');
    await referent.delete(`/pieces/${piece?.id ?? ''}`, null).expect(403);
  });

  it('stays within its contrat, and a lecteur reads that of the fiches in force', async () => {
    const { id } = await jointe();
    const ailleurs = await (await creerContrat(app)).en('equipe');
    await ailleurs.get(`/pieces/${id}`).expect(404);
    await ailleurs.delete(`/pieces/${id}`, null).expect(404);
    await ailleurs.get(`/contrats/${contrat.contratId}/pieces`).expect(404);

    expect(await liste('lecteur')).toHaveLength(1);
    await app.get(Base).pool.query(`update fiche set statut = 'brouillon' where id = $1`, [ficheId]);
    expect(await liste('lecteur')).toEqual([]);
    await (await contrat.en('lecteur')).get(`/pieces/${id}`).expect(404);
  });
});
