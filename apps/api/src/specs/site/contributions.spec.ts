import type { NestExpressApplication } from '@nestjs/platform-express';
import type { Consultation, ExportParticipant } from '@pleniere/participation/domain';
import { Base } from '@pleniere/shared/api';
import { type ContratDeTest, creerContrat, demarrerApi } from '../../testing';
import { type Navigateur, ouvrirNavigateur, valeurDe } from '../../testing/navigateur';
import { dansJours, poserConsultation, regler } from '../../testing/poser/consultation';

let app: NestExpressApplication;
let contrat: ContratDeTest;
let consultation: Consultation;
let elle: Navigateur;
let lui: Navigateur;

beforeAll(async () => {
  app = await demarrerApi();
});
afterAll(() => app.close());
beforeEach(async () => {
  await app.get(Base).pool.query('delete from frein_public');
  contrat = await creerContrat(app);
  consultation = await poserConsultation(app, contrat);
  elle = await ouvrirNavigateur(app, contrat.contratId);
  lui = await ouvrirNavigateur(app, contrat.contratId);
});

const MIENNES = '/mes-contributions';
const SIENNE = 'Il faut une boîte à livres devant la gare';
const la = (suite = ''): string => `/consultations/${consultation.id}${suite}`;
const sql = async <T>(texte: string): Promise<T[]> =>
  (await app.get(Base).pool.query(texte, [consultation.id])).rows as T[];

/** Votes on the first cards, then proposes. */
async function parler(qui: Navigateur, votes: number, texte: string): Promise<string> {
  let carte = await qui.suivre(la('/voter'));
  for (let rang = 0; rang < votes; rang++) {
    const action = /propositions\/[\w-]{36}\/vote/.exec(carte)?.[0] ?? '';
    await qui.suivre(la(`/${action}`), { valeur: '1', sequence: valeurDe(carte, 'sequence'), serie: '1' });
    carte = (await qui.lire(la('/voter')).expect(200)).text;
  }
  await qui.poster(la('/profil'), { trancheAge: '25-59', genre: 'femme' }).expect(303);
  const miennes = await qui.suivre(la('/proposer'), {
    texte,
    prenom: 'Amina',
    email: 'amina@exemple.fr',
    confirme: 'oui',
  });
  return /propositions\/([\w-]{36})\/retrait/.exec(miennes)?.[1] ?? '';
}

const dits = async (qui: Navigateur): Promise<ExportParticipant> =>
  (await qui.lire(la(`${MIENNES}.json`)).expect(200)).body as ExportParticipant;

const refuser = (): Promise<unknown[]> =>
  sql(
    `update proposition set etat = 'refusee', motif = 'publicite', decidee_le = now() where consultation_id = $1 and prenom is not null`,
  );

describe('one’s own contributions: success', () => {
  it('are all given, to be read and to be taken away', async () => {
    await parler(elle, 2, SIENNE);
    const { text } = await elle.lire(la(MIENNES)).expect(200).expect('Cache-Control', 'no-store');
    expect(text).toMatch(/boîte à livres.*En attente de relecture.*Mes 2\s*votes/s);
    expect(text).toContain('content="noindex"');
    const { propositions, votes, profil } = await dits(elle);
    expect(propositions).toMatchObject([{ texte: SIENNE, etat: 'en-attente', peutRetirer: true }]);
    expect(votes).toMatchObject([{ valeur: 1 }, { valeur: 1 }]);
    expect(profil).toMatchObject({ trancheAge: '25-59', genre: 'femme' });
  });

  it('are taken back one by one, and no longer read by anybody', async () => {
    const id = await parler(elle, 1, SIENNE);
    await sql(
      `update proposition set etat = 'acceptee', acceptee_le = now() where consultation_id = $1 and prenom is not null`,
    );
    expect((await lui.lire(la(`/propositions/${id}`)).expect(200)).text).toContain('Amina');
    expect(await elle.suivre(la(`/propositions/${id}/retrait`))).toContain('Retirée');
    await lui.lire(la(`/propositions/${id}`)).expect(404);
  });

  it('are erased at one’s word: votes withdrawn, texts, profile and key gone, the others’ untouched', async () => {
    await parler(elle, 3, SIENNE);
    await parler(lui, 2, 'Il faut un abri pour les vélos de l’école');
    const efface = await elle.suivre(la(`${MIENNES}/effacement`));
    expect(efface).toContain('Tout est effacé');
    expect(await dits(elle)).toEqual({ profil: null, propositions: [], votes: [] });
    expect((await dits(lui)).votes).toHaveLength(2);
    const [reste] = await sql<{ votes: number; textes: string; cles: number; profils: number }>(`
      select (select sum(k.pour)::int from proposition_compteur k join proposition p on p.id = k.proposition_id where p.consultation_id = $1) as votes,
        (select string_agg(concat(p.texte, p.texte_origine, p.normalise, p.prenom, p.email), ' ') from proposition p
          where p.consultation_id = $1 and p.canal = 'web') as textes,
        (select count(cle_hash)::int from participant where consultation_id = $1) as cles,
        (select count(*)::int from participant_profil where consultation_id = $1) as profils`);
    expect(reste).toMatchObject({ votes: 2, cles: 1, profils: 1 });
    expect(reste?.textes).not.toMatch(/livres|Amina.*Amina/);
    const [bilan] = await sql<{ rejoues: number }>(`
      select count(*)::int as rejoues from (select distinct on (e.proposition_id, e.participant_id) e.valeur from vote_event e
        where e.consultation_id = $1 order by e.proposition_id, e.participant_id, e.id desc) v where v.valeur = 1`);
    expect(bilan?.rejoues).toBe(2);
    await elle.suivre(la(`${MIENNES}/effacement`));
    await parler(elle, 1, SIENNE);
    expect((await dits(elle)).propositions).toHaveLength(1);
  });

  it('say why one was refused, and let it be contested once', async () => {
    const id = await parler(elle, 0, SIENNE);
    await refuser();
    const { text } = await elle.lire(la(MIENNES)).expect(200);
    expect(text).toContain('fait la promotion d’un produit');
    expect(
      await elle.suivre(la(`/propositions/${id}/appel`), { [`appel-${id}`]: 'Ce n’est pas une marque.' }),
    ).toContain('Vous avez demandé un second avis');
    await elle.poster(la(`/propositions/${id}/appel`), { [`appel-${id}`]: 'Encore.' }).expect(409);
  });
});

describe('the follow-up that an e-mail opens', () => {
  /** Proposes, has it decided, and gives the address of the e-mail without its host. */
  async function recevoir(decision: object): Promise<{ id: string; suivi: string }> {
    const id = await parler(elle, 0, SIENNE);
    const equipe = await contrat.en('equipe');
    await equipe.post(`/propositions/${id}/decision`, decision).set('If-Match', '"1"').expect(200);
    const courriels = await sql<{ texte: string }>(
      `select m.texte from courriel m join consultation c on (c.contrat_id, c.id) = (m.contrat_id, $1) where m.email = 'amina@exemple.fr'`,
    );
    return { id, suivi: /\/propositions\/[\w-]{36}\/suivi\/[\w-]+/.exec(courriels[0]?.texte ?? '')?.[0] ?? '' };
  }

  it('is read in any browser, and lets nothing be done', async () => {
    const { id, suivi } = await recevoir({ decision: 'accepter' });
    const { text } = await lui.lire(la(suivi)).expect(200).expect('Cache-Control', 'no-store');
    expect(text).toMatch(/boîte à livres.*Publiée/s);
    expect(text).toContain('content="noindex"');
    expect(text).toContain(la(`/propositions/${id}"`));
    expect(text).not.toMatch(/Amina|amina@exemple|<form method="post"/);
  });

  it('ends with the address: once it is forgotten, withdrawn or erased', async () => {
    const { id, suivi } = await recevoir({ decision: 'accepter' });
    await sql(`update proposition set email_jusqua = now() where consultation_id = $1 and email is not null`);
    await elle.lire(la(suivi)).expect(404);
    await sql(
      `update proposition set email_jusqua = now() + interval '1 day' where consultation_id = $1 and email is not null`,
    );
    await elle.lire(la(suivi)).expect(200);
    await elle.suivre(la(`/propositions/${id}/retrait`));
    await elle.lire(la(suivi)).expect(404);
  });

  it('is opened by no other link: a false one, that of another proposition, another contrat', async () => {
    const { id, suivi } = await recevoir({ decision: 'refuser', motif: 'publicite' });
    const [debut, jeton] = [suivi.slice(0, suivi.lastIndexOf('/')), suivi.slice(suivi.lastIndexOf('/') + 1)];
    await elle.lire(la(`${debut}/${[...jeton].reverse().join('')}`)).expect(404);
    await elle.lire(la(`${debut}/${jeton.slice(1)}`)).expect(404);
    const autre = await sql<{
      id: string;
    }>(`update proposition set email = 'x@exemple.fr', email_jusqua = now() + interval '1 day'
      where id = (select id from proposition where consultation_id = $1 and canal = 'amorce' limit 1) returning id`);
    await elle.lire(la(suivi.replace(id, autre[0]?.id ?? ''))).expect(404);
    const ailleurs = await ouvrirNavigateur(app, (await creerContrat(app)).contratId);
    await ailleurs.lire(la(suivi)).expect(404);
  });
});

describe('one’s own contributions: validation', () => {
  it('keep an appeal that is empty or too long, under its own field', async () => {
    const id = await parler(elle, 0, SIENNE);
    await refuser();
    const champ = `appel-${id}`;
    expect((await elle.poster(la(`/propositions/${id}/appel`), { [champ]: ' ' }).expect(422)).text).toContain(
      `href="#${champ}"`,
    );
    const long = `Parce que ${'a'.repeat(1000)}`;
    const { text } = await elle.poster(la(`/propositions/${id}/appel`), { [champ]: long }).expect(422);
    expect(text).toContain(`>${long}</textarea>`);
    expect(text).toContain('1000 caractères au plus');
    expect(text).toContain('<details open');
  });

  it('are no longer erased once the consultation is closed, and it says why', async () => {
    await parler(elle, 1, SIENNE);
    await regler(app, consultation.id, {
      ouverture: dansJours(-9),
      finPropositions: dansJours(-5),
      fin: dansJours(-1),
    });
    const { text: close } = await elle.lire(la(MIENNES)).expect(200);
    expect(close).not.toContain('/effacement"');
    expect(close).toContain('reste compté');
    const { text } = await elle.poster(la(`${MIENNES}/effacement`)).expect(409);
    expect(text).toContain('reste compté');
    expect((await dits(elle)).votes).toHaveLength(1);
  });
});

describe('one’s own contributions: access', () => {
  it('are nobody else’s: another key, none, another contrat, another site', async () => {
    const id = await parler(elle, 2, SIENNE);
    await parler(lui, 1, 'Il faut un abri pour les vélos de l’école');
    await refuser();
    const personne = await ouvrirNavigateur(app, contrat.contratId);
    for (const autre of [lui, personne]) {
      const { text } = await autre.lire(la(MIENNES)).expect(200);
      expect(text).not.toMatch(/livres|Amina/);
      expect(JSON.stringify(await dits(autre))).not.toContain('livres');
      await autre.poster(la(`/propositions/${id}/retrait`)).expect(404);
      await autre.poster(la(`/propositions/${id}/appel`), { [`appel-${id}`]: 'Pour elle.' }).expect(404);
    }
    await personne.poster(la(`${MIENNES}/effacement`)).expect(303);
    const ailleurs = await ouvrirNavigateur(app, (await creerContrat(app)).contratId);
    ailleurs.cookie = elle.cookie;
    await ailleurs.lire(la(MIENNES)).expect(404);
    await ailleurs.lire(la(`${MIENNES}.json`)).expect(200, { profil: null, propositions: [], votes: [] });
    await ailleurs.poster(la(`${MIENNES}/effacement`)).expect(303);
    await elle
      .poster(la(`${MIENNES}/effacement`))
      .set('Sec-Fetch-Site', 'cross-site')
      .expect(403);
    expect((await dits(elle)).votes).toHaveLength(2);
  });
});
