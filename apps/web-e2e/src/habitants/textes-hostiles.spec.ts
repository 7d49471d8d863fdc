import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { contratOf, read, write } from '../support/api';
import { DEMO, openAs } from '../support/connexion';
import { expectInert, heedScripts, HOSTILES, packed } from '../support/hostiles';
import { openPage } from '../support/pages';

const SITE = '/habitants/tmvl-2024-2030';
const HEURE = 3_600_000;
const DAY = new Date().toISOString().slice(0, 10);
/** One after the other on one address, so that none is lost among the others. */
const BAD = '"><img src=x onerror=pirate(1)><script>pirate(1)</script>';

interface Row {
  id: string;
  version: number;
  numero: number;
}

/** A consultation that is open and of which every text is hostile; each proposition is one text of the corpus. */
async function seedConsultation(team: Page, contrat: string): Promise<string> {
  const [quartiers, board, { personne }, { id }] = await Promise.all([
    read<{ code: string }[]>(team, `/contrats/${contrat}/qpv`),
    read<{ enjeux: { fiches: { id: string }[] }[] }>(team, `/contrats/${contrat}/tableau-de-bord`),
    read<{ personne: { id: string } }>(team, '/session'),
    write<Row>(team, 'POST', `/contrats/${contrat}/consultations`, { question: `Et ${BAD.slice(0, 100)} ?` }),
  ]);
  const long = packed(1900).join('\n').slice(0, 1900);
  const texts = {
    ...{ description: long, charte: `${BAD}\n${long}`, mentionRgpd: `${BAD}\n${long}` },
    qpvCodes: quartiers.slice(0, 2).map(({ code }) => code),
    ficheIds: board.enjeux.flatMap(({ fiches }) => fiches.map((fiche) => fiche.id)).slice(0, 1),
    moderateurIds: [personne.id],
  };
  const { version } = await read<Row>(team, `/consultations/${id}`);
  await write(team, 'PATCH', `/consultations/${id}`, texts, version);
  const amorces = HOSTILES.map((text, rank) => ({ texte: [...`${rank} avis ${text}`].slice(0, 140).join('') }));
  for (let from = 0; from < amorces.length; from += 90) {
    await write(team, 'POST', `/consultations/${id}/amorces`, { amorces: amorces.slice(from, from + 90) });
  }
  const now = Date.now();
  const dates = {
    ouverture: new Date(now - HEURE).toISOString(),
    finPropositions: new Date(now + HEURE).toISOString(),
    fin: new Date(now + 2 * HEURE).toISOString(),
  };
  const dated = await write<Row>(
    team,
    'PUT',
    `/consultations/${id}/dates`,
    dates,
    (await read<Row>(team, `/consultations/${id}`)).version,
  );
  await write(team, 'POST', `/consultations/${id}/transitions`, { transition: 'programmer' }, dated.version);
  return id;
}

/** Questions that hold the whole corpus, and answers that hold it again. */
async function seedQuestions(team: Page, contrat: string): Promise<number[]> {
  const services = await read<{ id: string }[]>(team, `/contrats/${contrat}/organisations`);
  const answers = packed(3900);
  const numbers: number[] = [];
  for (const [rank, texte] of packed(590).entries()) {
    const id = randomUUID();
    const taken = await write<Row>(team, 'PUT', `/contrats/${contrat}/questions/${id}`, { texte: `${rank} ${texte}` });
    const kept = await write<Row>(
      team,
      'POST',
      `/questions/${id}/traitement`,
      { transition: 'retenir' },
      taken.version,
    );
    numbers.push(kept.numero);
    const answer = answers[rank];
    if (answer === undefined) continue;
    const serviceId = services[0]?.id;
    await write(team, 'POST', `/questions/${id}/traitement`, { transition: 'attribuer', serviceId }, kept.version);
    const { version } = await read<Row>(team, `/questions/${id}`);
    const reponse = { texte: answer, fonction: BAD };
    await write(team, 'PUT', `/questions/${id}/reponse`, reponse, version);
    for (const transition of ['preparer-reponse', 'publier-reponse']) {
      const standing = await read<Row>(team, `/questions/${id}`);
      await write(team, 'POST', `/questions/${id}/reponse/etapes`, { transition }, standing.version);
    }
  }
  return numbers;
}

/** Two séances of an espace, one to come and one told, with every text hostile; gives the quartier and the code of one. */
async function seedSeances(team: Page, contrat: string): Promise<{ quartier: string; adresseEmargement: string }> {
  const [{ code }] = await read<[{ code: string }]>(team, `/contrats/${contrat}/qpv`);
  const [{ id: organisationId }] = await read<[{ id: string }]>(team, `/contrats/${contrat}/organisations`);
  const espace = {
    nom: BAD,
    forme: 'atelier',
    organisationId,
    depuis: '2024-01-01',
    qpvCodes: [code],
    description: BAD,
  };
  const { id } = await write<Row>(team, 'POST', `/contrats/${contrat}/espaces`, espace);
  const texts = { lieu: BAD, ordreDuJour: packed(4900)[0], qpvCode: code };
  const future = { ...texts, date: new Date(Date.now() + 72 * HEURE).toISOString().slice(0, 10) };
  const coming = await write<Row>(team, 'POST', `/espaces/${id}/seances`, future);
  await write(team, 'POST', `/seances-dialogue/${coming.id}/transitions`, { transition: 'annoncer' }, coming.version);
  const told = await write<Row & { adresseEmargement: string }>(team, 'POST', `/espaces/${id}/seances`, {
    ...texts,
    date: DAY,
  });
  for (const compteRendu of packed(18_000).slice(0, 1)) {
    const { version } = await read<Row>(team, `/seances-dialogue/${told.id}`);
    await write(team, 'PATCH', `/seances-dialogue/${told.id}`, { compteRendu }, version);
  }
  return { quartier: code, adresseEmargement: told.adresseEmargement };
}

/** News of a laureate project of the demo that hold the corpus. */
async function seedNews(team: Page, contrat: string): Promise<string> {
  const all = await read<{ id: string; statut: string }[]>(team, `/contrats/${contrat}/consultations`);
  const done = all.find(({ statut }) => statut === 'suites')?.id ?? '';
  const [call] = await read<[{ candidatures: (Row & { statut: string })[] }]>(team, `/consultations/${done}/appels`);
  const won = call.candidatures.find(({ statut }) => statut === 'laureate');
  let version = won?.version ?? 0;
  for (const texte of packed(1900)) {
    const news = { texte, le: DAY, avancement: 'en-cours', corrige: null };
    ({ version } = await write<Row>(team, 'POST', `/projets/${won?.id}/nouvelles`, news, version));
  }
  return done;
}

describe('more than two hundred hostile texts', () => {
  it('are seen when they run, so that their silence means something', async () => {
    const page = await openPage({ bypassCSP: true });
    await heedScripts(page);
    await page.goto(`${SITE}/mentions-legales`);
    await page.evaluate((bad) => document.getElementById('contenu')?.insertAdjacentHTML('beforeend', bad), BAD);
    await expect(expectInert(page)).rejects.toThrow(/ran on/);
  });

  it('run nothing on the pages of residents, even without their content policy', async () => {
    expect(HOSTILES.length).toBeGreaterThan(200);
    const team = await openAs(DEMO.equipe);
    const contrat = await contratOf(team);
    const consultation = `${SITE}/consultations/${await seedConsultation(team, contrat)}`;
    const [questions, { quartier, adresseEmargement }, done] = await Promise.all([
      seedQuestions(team, contrat),
      seedSeances(team, contrat),
      seedNews(team, contrat),
    ]);
    const page = await openPage({ bypassCSP: true });
    await heedScripts(page);
    const look = async (path: string): Promise<void> => {
      await page.goto(path);
      await expectInert(page);
    };
    for (const path of [
      '',
      '/consultations',
      '/questions',
      '/questions?debut=20',
      '/questions/poser',
      '/changements',
    ]) {
      await look(SITE + path);
    }
    for (const number of questions) await look(`${SITE}/questions/${number}`);
    for (const path of [
      `${SITE}/quartiers/${quartier}`,
      adresseEmargement,
      `${SITE}/consultations/${done}/resultats`,
    ]) {
      await look(path);
    }
    expect(await page.locator('main').innerText()).toContain('pirate(1)');
    await look(consultation);
    await page.goto(`${consultation}/propositions`);
    let shown = 0;
    for (let more = true; more;) {
      await expectInert(page);
      shown += await page.locator('.parole').count();
      const next = page.getByRole('link', { name: 'Voir les suivantes' });
      more = await next.isVisible();
      if (more) await next.click();
    }
    expect(shown).toBe(HOSTILES.length);
    for (let card = 0; card < 12; card++) {
      await page.goto(`${consultation}/voter`);
      if (card === 0) await page.getByRole('button', { name: 'Commencer' }).click();
      await expectInert(page);
      await page.locator('button.vote1').click();
      await page.locator('button.vote1[aria-pressed="true"]').waitFor();
      await expectInert(page);
    }
    await look(`${consultation}/mes-contributions`);
  }, 240_000);

  it('run nothing where what was typed is shown again', async () => {
    const page = await openPage({ bypassCSP: true });
    await heedScripts(page);
    await page.goto(`${SITE}/consultations`);
    const open = await page.locator('.invitation .parole-entiere a').last().getAttribute('href');
    for (const text of packed(100)) {
      await page.goto(`${open}/propositions?mots=${encodeURIComponent(text)}`);
      await expectInert(page);
    }
    for (const text of packed(4900)) {
      await page.goto(`${SITE}/questions/poser`);
      await page.getByLabel('Votre question').fill(text);
      await page.getByLabel('Adresse électronique').fill(BAD);
      await page.getByRole('button', { name: /^Envoyer ma question/ }).click();
      await page.getByRole('alert').waitFor();
      await expectInert(page);
      await page.goto(`${open}/proposer`);
      await page.getByLabel('Votre proposition').fill(text);
      await page.getByLabel('Votre prénom').fill(BAD.slice(0, 40));
      await page.getByRole('button', { name: 'Envoyer ma proposition' }).click();
      await page.getByRole('alert').waitFor();
      await expectInert(page);
    }
  }, 120_000);
});
