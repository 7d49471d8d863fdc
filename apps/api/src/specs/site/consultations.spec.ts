import type { NestExpressApplication } from '@nestjs/platform-express';
import type { Consultation } from '@pleniere/participation/domain';
import { Base } from '@pleniere/shared/api';
import { type ContratDeTest, creerContrat, demarrerApi } from '../../testing';
import { type Navigateur, ouvrirNavigateur, valeurDe } from '../../testing/navigateur';
import { AMORCES, dansJours, poserConsultation, regler } from '../../testing/poser/consultation';

let app: NestExpressApplication;
let contrat: ContratDeTest;
let consultation: Consultation;
let elle: Navigateur;

beforeAll(async () => {
  app = await demarrerApi();
});
afterAll(() => app.close());

beforeEach(async () => {
  await app.get(Base).pool.query('delete from frein_public');
  contrat = await creerContrat(app);
  consultation = await poserConsultation(app, contrat);
  elle = await ouvrirNavigateur(app, contrat.contratId);
});

const la = (suite = ''): string => `/consultations/${consultation.id}${suite}`;
const carteDe = (html: string): string => /propositions\/([\w-]{36})\/vote"/.exec(html)?.[1] ?? '';
const compter = async (table: string): Promise<number> => {
  const { rows } = await app
    .get(Base)
    .pool.query<{ n: number }>(`select count(*)::int as n from ${table} where consultation_id = $1`, [consultation.id]);
  return rows[0]?.n ?? 0;
};
/** Votes on the card that is shown, as the form of the page does. */
const repondre = (carte: string, valeur: string, reste: Record<string, string> = {}): Promise<string> =>
  elle.suivre(la(`/propositions/${carteDe(carte)}/vote`), {
    ...{ valeur, sequence: valeurDe(carte, 'sequence'), jeton: valeurDe(carte, 'jeton'), serie: '1' },
    ...reste,
  });

describe('consultations for residents: success', () => {
  it('are read without leaving anything in the browser or in the database', async () => {
    for (const suite of ['', la(), la('/propositions'), la('/voter'), la('/proposer'), la('/mes-contributions')]) {
      const { headers } = await elle.lire(suite === '' ? '/consultations' : suite).expect(200);
      expect(headers['set-cookie']).toBeUndefined();
    }
    expect(await compter('participant')).toBe(0);
    const { text } = await elle.lire(la()).expect(200);
    expect(text).toContain('Une idée par proposition, sans viser personne.');
    expect(text).not.toMatch(/ style=|<script>/);
  });

  it('are voted on card by card without a script, up to an end that is told', async () => {
    const debut = await elle.poster(la('/voter')).expect(303);
    const [pose] = debut.headers['set-cookie'] as unknown as string[];
    expect(pose).toMatch(/^pleniere_participant=[\w-]{43}; Max-Age=\d+; Path=\/habitants; .*HttpOnly; SameSite=Lax/);
    elle.cookie = pose?.split(';')[0] ?? '';
    const vues = new Set<string>();
    for (let reste = 8; reste > 0; reste--) {
      const { text } = await elle.lire(la('/voter')).expect(200);
      vues.add(carteDe(text));
      expect(text).toContain(reste > 1 ? `Encore ${reste}` : 'La dernière');
      const apres = await repondre(text, reste % 2 ? '1' : '-1');
      expect(apres).toMatch(reste % 2 ? /id="vote1"[^>]*aria-pressed="true"/ : /id="vote-1"[^>]*aria-pressed="true"/);
    }
    expect(vues.size).toBe(8);
    expect((await elle.lire(la('/voter')).expect(200)).text).toMatch(/Merci, c’est fini.*toutes celles qui existent/s);
    expect(await compter('vote_courant')).toBe(8);
    const { rows } = await app
      .get(Base)
      .pool.query<{ origine: string }>('select distinct origine from vote_courant where consultation_id = $1', [
        consultation.id,
      ]);
    expect(rows).toEqual([{ origine: 'sequence' }]);
  });

  it('let a vote be changed, qualified and taken back, and a form be sent twice', async () => {
    const carte = await elle.suivre(la('/voter'));
    await repondre(carte, '1');
    let page = await repondre(carte, '1');
    expect(await compter('vote_event')).toBe(1);
    const proposition = carteDe(carte);
    const bascule = (quoi: string, deja: string[] = []): Promise<string> =>
      elle.suivre(la(`/propositions/${proposition}/vote`), {
        ...{ valeur: '1', jeton: valeurDe(page, 'jeton'), serie: '1', bascule: quoi, qualifications: deja },
      });
    page = await bascule('realiste');
    expect(page).toMatch(/value="realiste"[^>]*aria-pressed="true"/);
    page = await bascule('coup-de-coeur', ['realiste']);
    page = await bascule('realiste', ['coup-de-coeur', 'realiste']);
    expect(page).toMatch(/value="coup-de-coeur"[^>]*aria-pressed="true"/);
    expect(page).toMatch(/value="realiste"[^>]*aria-pressed="false"/);
    page = await elle.suivre(la(`/propositions/${proposition}/vote`), { valeur: '', jeton: valeurDe(page, 'jeton') });
    expect(page).not.toContain('aria-pressed="true"');
    expect((await elle.lire(la('/mes-contributions'))).text).toContain('Vous n’avez encore rien dit ici');
  });

  it('let the link of one proposition be voted from', async () => {
    const { text } = await elle.lire(la('/propositions')).expect(200);
    const id = /propositions\/([\w-]{36})"/.exec(text)?.[1] ?? '';
    const page = await elle.suivre(la('/voter'), { proposition: id });
    const votee = await elle.suivre(la(`/propositions/${id}/vote`), { valeur: '0', jeton: valeurDe(page, 'jeton') });
    expect(votee).toMatch(/id="vote0"[^>]*aria-pressed="true"/);
    expect(votee).toContain('1\u00A0vote à ce jour');
  });

  it('take a proposition, show those that look like it first, and what becomes of it', async () => {
    const texte = `Il faut ${AMORCES[0] ?? ''} primaire`;
    const { text } = await elle.poster(la('/proposer'), { texte, prenom: 'Amina' }).expect(200);
    expect(text).toContain('Quelqu’un l’a peut-être déjà dit');
    expect(text).toContain(`>${texte}</textarea>`);
    expect(text).toContain('Voter pour celle-ci');
    const miennes = await elle.suivre(la('/proposer'), { texte, prenom: 'Amina', confirme: 'oui' });
    expect(miennes).toContain('bien reçue');
    expect(miennes).toContain('En attente de relecture');
    await app.get(Base).pool.query(
      `update proposition set etat = 'refusee', motif = 'publicite', motif_detail = 'Une marque.', decidee_le = now()
       where consultation_id = $1 and texte = $2`,
      [consultation.id, texte],
    );
    const refusee = (await elle.lire(la('/mes-contributions')).expect(200)).text;
    expect(refusee).toContain('fait la promotion d’un produit');
    const id = /propositions\/([\w-]{36})\/appel/.exec(refusee)?.[1] ?? '';
    const appelee = await elle.suivre(la(`/propositions/${id}/appel`), { [`appel-${id}`]: 'Ce n’est pas une marque.' });
    expect(appelee).toContain('Vous avez demandé un second avis');
  });

  it('take what somebody says of themselves, a report, and give everything back', async () => {
    const carte = await elle.suivre(la('/voter'));
    await repondre(carte, '1');
    await elle.poster(la('/profil'), { trancheAge: '18-24', genre: 'inconnu', premiereFois: 'oui' }).expect(303);
    const merci = await elle.suivre(la(`/propositions/${carteDe(carte)}/signaler`), { motif: 'hors-sujet' });
    expect(merci).toContain('vont la relire');
    const { body } = await elle.lire(la('/mes-contributions.json')).expect(200);
    expect(body).toMatchObject({ profil: { genre: null, premiereFois: true }, votes: [{ valeur: 1 }] });
  });
});

describe('consultations for residents: validation', () => {
  it('count a proposition as people do, and lose nothing of it', async () => {
    const juste = `Il faut ${'é'.normalize('NFD').repeat(131)}😀`;
    const { text } = await elle.poster(la('/proposer'), { texte: `${juste}a`, email: 'sans-arobase' }).expect(422);
    expect(text).toContain('Écrivez 140 caractères au plus');
    expect(text).toContain('value="sans-arobase"');
    expect(text).toContain('aria-invalid="true"');
    await elle.poster(la('/proposer'), { texte: 'Il faut ça' }).expect(422);
    await elle.poster(la('/proposer'), { texte: 'Il faut oui!' }).expect(303);
    const lui = await ouvrirNavigateur(app, contrat.contratId);
    await lui.poster(la('/proposer'), { texte: juste }).expect(303);
  });

  it('say that somebody has already written it, word for word', async () => {
    const texte = `Il faut ${AMORCES[1] ?? ''}`;
    const { text } = await elle.poster(la('/proposer'), { texte, confirme: 'oui' }).expect(409);
    expect(text).toContain('mot pour mot');
    expect(text).toContain('Voter pour celle-ci');
    expect(text).toContain(`>${texte}</textarea>`);
  });

  it('refuse on the page a vote without proof, a qualification that is foreign, and what is no form', async () => {
    const carte = await elle.suivre(la('/voter'));
    const { text } = await elle.poster(la(`/propositions/${carteDe(carte)}/vote`), { valeur: '1' }).expect(422);
    expect(text).toContain('rechargez la page');
    await elle
      .poster(la(`/propositions/${carteDe(carte)}/vote`), {
        ...{ valeur: '-1', sequence: valeurDe(carte, 'sequence'), qualifications: ['realiste'], bascule: 'realiste' },
      })
      .expect(303);
    expect(await compter('vote_courant')).toBe(1);
    await elle.poster(la('/proposer'), { texte: 'x'.repeat(70_000) }).expect(413);
    await elle.lire(la('/propositions?mots=%00&avant=x')).expect(200);
  });

  it('tell the closing instant by the clock of the server, on the page', async () => {
    const carte = await elle.suivre(la('/voter'));
    await regler(app, consultation.id, {
      ...{ ouverture: dansJours(-10), finPropositions: dansJours(-5), fin: dansJours(-1) },
    });
    const vote = { valeur: '1', sequence: valeurDe(carte, 'sequence') };
    const { text } = await elle.poster(la(`/propositions/${carteDe(carte)}/vote`), vote).expect(409);
    expect(text).toContain('terminée');
    const { text: close } = await elle.lire(la()).expect(200);
    expect(close).not.toContain('/voter"');
    expect(await compter('vote_courant')).toBe(0);
  });
});

describe('consultations for residents: access', () => {
  it('refuse what another site sends, and what is of another contrat', async () => {
    await elle.poster(la('/voter')).set('Sec-Fetch-Site', 'cross-site').expect(403).expect('Content-Type', /html/);
    const ailleurs = await ouvrirNavigateur(app, (await creerContrat(app)).contratId);
    for (const suite of ['', '/voter', '/propositions', '/mes-contributions', '/resultats']) {
      await ailleurs.lire(la(suite)).expect(404).expect('Content-Type', /html/);
    }
    await ailleurs.poster(la('/voter')).expect(404);
    expect((await ailleurs.lire('/consultations')).text).not.toContain(consultation.question);
  });

  it('slow down whoever makes participant after participant, and keep the page', async () => {
    const envois = await Promise.all(Array.from({ length: 121 }, () => elle.poster(la('/voter'))));
    expect(envois.filter(({ status }) => status === 303)).toHaveLength(120);
    const freine = envois.find(({ status }) => status === 429);
    expect(freine?.text).toContain('Commencer');
    expect(await compter('participant')).toBe(120);
  });

  it('show nothing of who is set apart', async () => {
    const carte = await elle.suivre(la('/voter'));
    const avant = await repondre(carte, '1');
    await app
      .get(Base)
      .pool.query(`update participant set confiance = 'suspect' where consultation_id = $1`, [consultation.id]);
    const apres = await repondre(carte, '1');
    const sansJeton = (html: string): string => html.replace(/value="\d{13}\.[^"]*"/g, '');
    expect(sansJeton(apres)).toBe(sansJeton(avant));
    expect(apres + (await elle.lire(la('/mes-contributions'))).text).not.toMatch(/suspect|confiance/i);
  });
});
