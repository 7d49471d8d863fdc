import type { NestExpressApplication } from '@nestjs/platform-express';
import { SORTES_DOCUMENT } from '@pleniere/restitution/domain';
import { Base } from '@pleniere/shared/api';
import { nettoyerTexte } from '@pleniere/shared/domain';
import { FORMULES, TEXTES_RICHES } from '@pleniere/shared/testing';
import { parse } from 'csv-parse/sync';
import { unzipSync } from 'fflate';
import type { Server } from 'node:http';
import request from 'supertest';
import { dangersDe, horsDuTexteRiche } from '../../testing/attaques/pages';
import { type Client, contenuComplet, type ContratDeTest, creerContrat, demarrerApi } from '../../testing';
import { mettreEnVigueur, poserFiche, poserIndicateur, saisie } from '../../testing/poser';
import { fabriquer, figer, octets, textesDe } from '../../testing/sorties/sorties';

let app: NestExpressApplication;
let contrat: ContratDeTest;
let equipe: Client;

beforeAll(async () => {
  app = await demarrerApi();
  contrat = await creerContrat(app);
  equipe = await contrat.en('equipe');
});
afterAll(() => app.close());

/** A field of a fiche that is being written: writes it from the version that stands, and gives what was kept. */
async function ouvrirChamp(champ: string, rang: number): Promise<(valeur: string) => Promise<string>> {
  const ficheId = await poserFiche(app, contrat, { rang, statut: 'brouillon' });
  let version = 0;
  return async (valeur) => {
    const adresse = `/fiches/${ficheId}/champs/${champ}`;
    const { body } = await equipe.put(adresse, version, { valeur }).expect(200);
    const { etat, ...ecrit } = body as { valeur: string; etat: { version: number } };
    version = etat.version;
    return ecrit.valeur;
  };
}

describe('rich texts made to run something', () => {
  it('are more than two hundred', () => {
    expect(new Set(TEXTES_RICHES).size).toBeGreaterThan(200);
  });

  it('are seen for what they are before they are cleaned', () => {
    const vus = TEXTES_RICHES.filter((texte) => horsDuTexteRiche(texte).length > 0);
    expect(vus.length).toBeGreaterThan(200);
  });

  it('keep of themselves nothing but what a fiche allows, and do not change when they are saved again', async () => {
    const ecrire = await ouvrirChamp('contexte', 90);
    for (const texte of TEXTES_RICHES.map(nettoyerTexte)) {
      const garde = await ecrire(texte);
      expect({ texte, ecarts: horsDuTexteRiche(garde) }).toEqual({ texte, ecarts: [] });
      expect(await ecrire(garde)).toBe(garde);
    }
  });

  it('are the same texts, and no more, where a text is plain', async () => {
    const ecrire = await ouvrirChamp('titre', 91);
    for (const texte of TEXTES_RICHES.slice(0, 80)) {
      const court = texte
        .replace(/[\p{Cc}\p{Cf}\u2028]/gu, '')
        .slice(0, 200)
        .trim();
      expect(await ecrire(court)).toBe(court);
    }
  });
});

/** A contrat whose every plain text is hostile, and a fiche in force whose rich ones came through the API. */
async function infester(): Promise<{ ficheId: string; contrat: ContratDeTest }> {
  const infeste = await creerContrat(app);
  const { pool } = app.get(Base);
  const mal = '"><img src=x onerror=pirate(1)><script>pirate(1)</script>{{7*7}}';
  const formule = '=HYPERLINK("http://pirate.exemple")';
  const ficheId = await poserFiche(app, infeste, { contenu: contenuComplet(infeste), statut: 'brouillon' });
  const client = await infeste.en('equipe');
  const riches = TEXTES_RICHES.filter((texte) => texte.length < 400).map(nettoyerTexte);
  const parts = [0, 1, 2, 3].map((quart) => riches.filter((_, rang) => rang % 4 === quart).join('\n'));
  for (const [rang, texte] of parts.entries()) {
    const champ = ['contexte', 'cadreQuand', 'cadreOu', 'publicCible'][rang] ?? '';
    const lu = (await client.get(`/fiches/${ficheId}`).expect(200)).body as {
      contenu: Record<string, object>;
      champs: Record<string, { version: number } | undefined>;
    };
    const valeur = champ === 'contexte' ? texte : { ...lu.contenu[champ], texte };
    await client.put(`/fiches/${ficheId}/champs/${champ}`, lu.champs[champ]?.version ?? 0, { valeur }).expect(200);
  }
  for (const [champ, valeur] of Object.entries({ titre: `${formule} ${mal}`, resumePublic: `${mal} ${formule}` })) {
    const { champs } = (await client.get(`/fiches/${ficheId}`)).body as { champs: Record<string, { version: number }> };
    await client.put(`/fiches/${ficheId}/champs/${champ}`, champs[champ]?.version ?? 0, { valeur }).expect(200);
  }
  const indicateur = await poserIndicateur(infeste, ficheId, {
    libelle: `=1+1 ${mal}`,
    unite: '@SUM(1)',
    source: formule,
  });
  const saisies = FORMULES.slice(0, 3).map((texte, rang) =>
    saisie(indicateur.id, { annee: 2024 + rang, valeur: 40, commentaire: texte, source: texte }),
  );
  await client.post(`/contrats/${infeste.contratId}/valeurs`, { saisies }).expect(200);
  await mettreEnVigueur(app, ficheId);
  for (const [table, colonne] of [
    ...[
      ['contrat', 'titre'],
      ['enjeu', 'intitule'],
      ['organisation', 'nom'],
      ['qpv', 'libelle'],
      ['commune', 'nom'],
    ],
  ] as [string, string][]) {
    const cle = table === 'contrat' ? 'id' : 'contrat_id';
    await pool.query(`update ${table} set ${colonne} = $2 || left(${colonne}, 40) where ${cle} = $1`, [
      infeste.contratId,
      mal,
    ]);
  }
  return { ficheId, contrat: infeste };
}

describe('hostile texts, where they are read', () => {
  let infeste: Awaited<ReturnType<typeof infester>>;

  beforeAll(async () => {
    infeste = await infester();
  });

  it('run nothing in any page for residents', async () => {
    const serveur = app.getHttpServer() as Server;
    const { rows } = await app
      .get(Base)
      .pool.query<{ adresse: string }>('select adresse from contrat where id = $1', [infeste.contrat.contratId]);
    const debut = `/habitants/${rows[0]?.adresse ?? ''}`;
    const vues = new Set([debut]);
    for (const page of vues) {
      const { text, headers, status } = await request(serveur).get(page).redirects(0);
      expect({ page, panne: status >= 500 }).toEqual({ page, panne: false });
      if (!headers['content-type']?.includes('html')) continue;
      expect({ page, dangers: dangersDe(text) }).toEqual({ page, dangers: [] });
      expect(headers['content-security-policy']).not.toContain('unsafe-inline');
      for (const [, lien = ''] of text.matchAll(/href="([^"#?]+)/g)) {
        if (lien.startsWith(debut) && vues.size < 60) vues.add(lien);
      }
    }
    expect(vues.size).toBeGreaterThan(6);
  });

  it.each(SORTES_DOCUMENT.filter((sorte) => sorte !== 'evolution-pdf'))(
    'run nothing in the document %s',
    async (sorte) => {
      const client = await infeste.contrat.en('equipe');
      const arrete = await figer(infeste.contrat, [infeste.ficheId], `Plénière ${sorte}`);
      const corps = await fabriquer(app, infeste.contrat, client, arrete, sorte);
      expect(actifsDe(corps)).toEqual([]);
    },
  );

  it.each(['xlsx', 'ods', 'csv', 'csv-machine'])('run nothing in the values as %s', async (format) => {
    const client = await infeste.contrat.en('equipe');
    const adresse = `/contrats/${infeste.contrat.contratId}/exports-valeurs/fichier?format=${format}`;
    const { body } = await client.get(adresse).buffer(true).parse(octets).expect(200);
    const nom = format.startsWith('csv') ? 'valeurs.csv' : '';
    expect(textesDe(body as Buffer)).toContain('pirate(1)');
    expect(actifsDe(body as Buffer, nom)).toEqual([]);
  });

  it.each(['/fiches/T1.1.pdf', '/fiches/T1.1.docx'])('run nothing in %s', async (adresse) => {
    const client = await infeste.contrat.en('equipe');
    const { body } = await client.get(adresse).buffer(true).parse(octets).expect(200);
    expect(actifsDe(body as Buffer)).toEqual([]);
  });
});

/** What a program that opens a file would run or fetch by itself. */
function actifsDe(corps: Buffer, nom = ''): string[] {
  const debut = corps.subarray(0, 4).toString('latin1');
  if (debut === '%PDF') {
    return corps.toString('latin1').match(/\/(JavaScript|JS|Launch|OpenAction|EmbeddedFile|SubmitForm|AA)\b/g) ?? [];
  }
  if (debut.startsWith('PK')) {
    const parties = Object.entries(unzipSync(new Uint8Array(corps)));
    return parties.flatMap(([partie, contenu]) => actifsDe(Buffer.from(contenu), partie));
  }
  const texte = corps.toString('utf8');
  if (nom.endsWith('.rels')) return texte.match(/Target="(?!https?:|mailto:|[\w./#-]+")[^"]*"/g) ?? [];
  if (nom.endsWith('.xml')) return texte.match(ACTIFS_XML) ?? [];
  if (nom.endsWith('.html')) return dangersDe(texte);
  return nom.endsWith('.csv') ? cellulesDe(texte).filter((cellule) => /^[=+@\t\r]|^-\D/.test(cellule)) : [];
}

const ACTIFS_XML =
  /<f[ >]|table:formula|<w:instrText[^>]*>(?!\s*(PAGE|NUMPAGES|TOC|PAGEREF|HYPERLINK \\l)\b)[^<]*|attachedTemplate|oleObject|<script/g;

function cellulesDe(texte: string): string[] {
  const corps = texte.replace(/^\uFEFF/, '');
  const delimiter = (corps.split('\n')[0] ?? '').includes(';') ? ';' : ',';
  return (parse(corps, { delimiter, relax_column_count: true }) as string[][]).flat();
}
