import type { NestExpressApplication } from '@nestjs/platform-express';
import type { ListeQuestions, Question } from '@pleniere/participation/domain';
import { Base } from '@pleniere/shared/api';
import { type ContratDeTest, creerContrat, demarrerApi, poserFiche } from '../../testing';
import { type Navigateur, ouvrirNavigateur } from '../../testing/navigateur';

let app: NestExpressApplication;
let contrat: ContratDeTest;
let elle: Navigateur;

beforeAll(async () => {
  app = await demarrerApi();
});
afterAll(() => app.close());
beforeEach(async () => {
  await app.get(Base).pool.query('delete from frein_public');
  contrat = await creerContrat(app);
  elle = await ouvrirNavigateur(app, contrat.contratId);
});

const TEXTE = 'Quand l’éclairage de l’allée des Tilleuls sera-t-il réparé ?';

/** Asks a question, has it attributed and answered, and gives its number. */
async function repondre(champs: Record<string, string> = {}): Promise<number> {
  await elle.poster('/questions/poser', { texte: TEXTE, ...champs }).expect(303);
  const equipe = await contrat.en('equipe');
  const lue = (await equipe.get(`/contrats/${contrat.contratId}/questions`).expect(200)).body as ListeQuestions;
  const { id, numero } = lue.aModerer[0] ?? { id: '', numero: 0 };
  let { version } = lue.aModerer[0] ?? { version: 0 };
  const agir = async (chemin: string, corps: object): Promise<void> => {
    const { body } = await equipe.post(`/questions/${id}/${chemin}`, corps).set('If-Match', `"${version}"`).expect(200);
    version = (body as Question).version;
  };
  await agir('traitement', { transition: 'retenir' });
  await agir('traitement', { transition: 'attribuer', serviceId: contrat.organisations.villeA });
  const reponse = { texte: 'Le 12 janvier, par la ville.', fonction: 'Directrice de l’espace public' };
  await equipe.put(`/questions/${id}/reponse`, version, reponse).expect(200);
  version = ((await equipe.get(`/questions/${id}`).expect(200)).body as Question).version;
  await agir('reponse/etapes', { transition: 'preparer-reponse' });
  await agir('reponse/etapes', { transition: 'publier-reponse' });
  return numero;
}

describe('questions for residents: success', () => {
  it('are asked without a script, and followed by the récépissé that is given', async () => {
    const recue = await elle.suivre('/questions/poser', { texte: TEXTE, quartier: 'QN03709M' });
    expect(recue).toContain('Merci, votre question est reçue');
    expect(recue).toContain('content="noindex"');
    const recepisse = /questions\/suivi\/([0-9A-Z]{12})"/.exec(recue)?.[1] ?? '';
    const tape = `${recepisse.slice(0, 4).toLowerCase()} ${recepisse.slice(4, 8)}-${recepisse.slice(8)}`;
    expect(await elle.suivre('/questions/suivi', { recepisse: tape })).toContain('Question n°');
    const { headers } = await elle.lire('/questions').expect(200);
    expect(headers['set-cookie']).toBeUndefined();
  });

  it('show the answer and who signs it, and take whether it was of use', async () => {
    const numero = await repondre({ quartier: 'QN03709M' });
    const { text } = await elle.lire('/questions?etat=repondues&quartier=QN03709M').expect(200);
    expect(text).toContain(TEXTE.replace(' ?', '\u202F?'));
    expect((await elle.lire('/questions?etat=en-attente')).text).toContain('0\u00A0question');
    const lue = (await elle.lire(`/questions/${numero}`).expect(200)).text;
    expect(lue).toContain('Directrice de l’espace public');
    await elle.suivre(`/questions/${numero}/utile`, { utile: 'oui' });
    const change = await elle.suivre(`/questions/${numero}/utile`, { utile: 'non' });
    expect(change).toContain('0 oui, 1 non');
    for (const page of ['', '/quartiers/QN03709M', '/donnees-ouvertes/questions.csv', '/sitemap.xml']) {
      expect((await elle.lire(page).expect(200)).text).toMatch(/éclairage de l’allée|\/questions\/1</);
    }
  });

  it('offer an answer that exists before sending', async () => {
    await repondre();
    const proche = 'Quand l’éclairage de l’allée des Tilleuls sera réparé ?';
    const { text } = await elle.poster('/questions/poser', { texte: proche }).expect(200);
    expect(text).toContain('La réponse est peut-être déjà là');
    expect(text).toContain('Le 12 janvier, par la ville.');
    await elle.poster('/questions/poser', { texte: proche, confirme: 'oui' }).expect(303);
  });

  it('lead from what was said to the engagement and the decision, on every page that it concerns', async () => {
    const ficheId = await poserFiche(app, contrat, { rang: 1 });
    const numero = await repondre({ quartier: 'QN03709M' });
    const { rows } = await app
      .get(Base)
      .pool.query<{ id: string }>('select id from question_habitant where contrat_id = $1', [contrat.contratId]);
    const equipe = await contrat.en('equipe');
    const lien = { source: 'question', sourceId: rows[0]?.id, cible: 'fiche', cibleId: ficheId, etape: 'origine' };
    const { body } = await equipe.post(`/contrats/${contrat.contratId}/liens`, { ...lien, preuve: '' }).expect(201);
    const { id, version } = body as { id: string; version: number };
    const decision = { suite: 'non-retenue', motif: 'Le budget est engagé.', revision: null, actionId: null };
    await equipe.put(`/liens/${id}/decision`, version, decision).expect(200);
    for (const page of ['/changements', '/quartiers/QN03709M', '/fiches/T1.1']) {
      const { text } = await elle.lire(page).expect(200);
      expect(text).toContain('Le budget est engagé.');
      expect(text).toContain(`/questions/${numero}"`);
    }
  });

  it('forget an address when somebody asks', async () => {
    const recue = await elle.suivre('/questions/poser', { texte: TEXTE, email: 'une.habitante@exemple.fr' });
    const recepisse = /suivi\/([0-9A-Z]{12})\/desabonnement/.exec(recue)?.[1] ?? '';
    await elle.lire(`/questions/suivi/${recepisse}/desabonnement`).expect(200);
    const oubliee = await elle.suivre(`/questions/suivi/${recepisse}/desabonnement`);
    expect(oubliee).toContain('Votre adresse est effacée');
    const { rows } = await app
      .get(Base)
      .pool.query('select 1 from question_habitant where contrat_id = $1 and email is not null', [contrat.contratId]);
    expect(rows).toEqual([]);
  });
});

describe('questions for residents: validation', () => {
  it('keep everything that was typed beside what is wrong', async () => {
    const tapee = { texte: 'Et ?', quartier: 'QN03709M', email: 'pas-une-adresse' };
    const { text } = await elle.poster('/questions/poser', tapee).expect(422);
    expect(text).toContain('role="alert"');
    expect(text).toContain('>Et ?</textarea>');
    expect(text).toContain('value="pas-une-adresse"');
    expect(text).toMatch(/<option value="QN03709M" selected>/);
    expect(text).toMatch(/id="texte"[^>]*aria-invalid="true"/);
  });

  it('warn once of what tells who somebody is, and escape what is sent', async () => {
    const texte = 'Madame Durand peut-elle <b>répondre</b> au 06 12 34 56 78 ?';
    const { text } = await elle.poster('/questions/poser', { texte }).expect(200);
    expect(text).toMatch(/semble contenir un numéro de téléphone, le nom d’une personne/);
    expect(text).toContain('&lt;b>répondre');
    await elle.poster('/questions/poser', { texte, confirme: 'oui' }).expect(303);
  });

  it('tell an unknown récépissé, a quartier or a fiche of elsewhere, on the page', async () => {
    const { text } = await elle.poster('/questions/suivi', { recepisse: 'AAAABBBBCCCC' }).expect(422);
    expect(text).toContain('value="AAAABBBBCCCC"');
    await elle.poster('/questions/poser', { texte: TEXTE, quartier: 'QN99999Z' }).expect(422);
    await elle.poster('/questions/poser', { texte: TEXTE, fiche: 'T9.9' }).expect(303);
    await elle.lire('/questions/suivi/INCONNU').expect(404);
    await elle.lire('/questions/-1').expect(404);
  });
});

describe('questions for residents: access', () => {
  it('refuse what another site sends, and show nothing of another contrat nor of what is not moderated', async () => {
    await poserFiche(app, contrat, { rang: 1 });
    const numero = await repondre();
    await elle.poster('/questions/poser', { texte: 'Une question que personne n’a lue.' }).expect(303);
    await elle.poster('/questions/poser', { texte: TEXTE }).set('Sec-Fetch-Site', 'cross-site').expect(403);
    const ailleurs = await ouvrirNavigateur(app, (await creerContrat(app)).contratId);
    await ailleurs.lire(`/questions/${numero}`).expect(404);
    await ailleurs.poster(`/questions/${numero}/utile`, { utile: 'oui' }).expect(404);
    expect((await ailleurs.lire('/questions')).text).not.toContain('Tilleuls');
    expect((await elle.lire('/questions')).text).not.toContain('personne n’a lue');
  });

  it('slow down whoever floods, and keep what was typed', async () => {
    let dernier = await elle.poster('/questions/poser', { texte: TEXTE });
    for (let essai = 0; essai < 25 && dernier.status === 303; essai++) {
      dernier = await elle.poster('/questions/poser', { texte: TEXTE });
    }
    expect(dernier.status).toBe(429);
    expect(dernier.text).toContain('Tilleuls');
  });
});
