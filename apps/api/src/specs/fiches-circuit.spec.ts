import type { NestExpressApplication } from '@nestjs/platform-express';
import type { EntreeJournal } from '@pleniere/acces/domain';
import {
  CIRCUIT,
  STATUTS_FICHE,
  type FicheLue,
  type PageFiches,
  type RevisionLue,
  type StatutFiche,
  type Transition,
} from '@pleniere/fiches/domain';
import { Base } from '@pleniere/shared/api';
import type { Probleme } from '@pleniere/shared/domain';
import fc from 'fast-check';
import { randomUUID } from 'node:crypto';
import {
  type Client,
  contenuComplet,
  type ContratDeTest,
  creerContrat,
  demandeDe,
  demarrerApi,
  ecrireAvis,
  parcourir,
  type Personnage,
  poserFiche,
  suivre,
} from '../testing';

let app: NestExpressApplication;
let contrat: ContratDeTest;
let equipe: Client;
let referentA: Client;
let ficheId: string;

beforeAll(async () => {
  app = await demarrerApi();
});
afterAll(() => app.close());

beforeEach(async () => {
  contrat = await creerContrat(app);
  equipe = await contrat.en('equipe');
  referentA = await contrat.en('referentA');
  ficheId = await poser('brouillon');
});

let rangs = 0;
const poser = (statut: StatutFiche, reste: object = {}) =>
  poserFiche(app, contrat, { rang: ++rangs, statut, contenu: { ...contenuComplet(contrat), ...reste } });
const lire = async (client = equipe, id = ficheId) => (await client.get(`/fiches/${id}`).expect(200)).body as FicheLue;
const ecrire = (client: Client, champ: string, valeur: unknown, version: number) =>
  client.put(`/fiches/${ficheId}/champs/${champ}`, version, { valeur });
const pointeurs = ({ errors = [] }: Probleme) => errors.map(({ pointer }) => pointer);
const historique = async () => (await equipe.get(`/fiches/${ficheId}/historique`).expect(200)).body as EntreeJournal[];
const reculer = (jours: number) =>
  app
    .get(Base)
    .pool.query('update revision set avis_echeance = current_date - $2::int where fiche_id = $1', [ficheId, jours]);

describe('the circuit', () => {
  it('goes from brouillon to archive, each step signed, dated and told in the journal', async () => {
    const vue = await parcourir(contrat, ficheId, 'soumettre', 'transmettre', 'rendre-avis', 'valider');
    expect(vue).toMatchObject({ statut: 'en-vigueur', revision: 1, enVigueur: 1, droits: { ecrire: false } });
    expect(vue.revisions).toMatchObject([
      { numero: 1, soumisePar: 'Personne referentA', transmisePar: 'Personne equipe', enVigueurPar: 'Personne equipe' },
    ]);
    expect(vue.avis).toMatchObject([{ sens: 'favorable', auteur: 'Personne delegue', revision: 1 }]);
    const archivee = await parcourir(contrat, ficheId, 'archiver');
    expect(archivee).toMatchObject({ statut: 'archive', issue: 'achevee', transitions: [], droits: { ecrire: false } });

    const pas = (await historique()).map(({ objet, avant, apres }) => (objet === 'avis' ? 'avis' : [avant, apres]));
    expect(pas.reverse()).toEqual([
      ['brouillon', 'relecture'],
      ['relecture', 'avis'],
      'avis',
      ['avis', 'en-vigueur'],
      ['en-vigueur', 'archive'],
    ]);
  });

  it('freezes the day by which the State answers when the text is sent, with the delay of the contrat', async () => {
    await app.get(Base).pool.query('update contrat set delai_avis = 45 where id = $1', [contrat.contratId]);
    const { situation } = await parcourir(contrat, ficheId, 'soumettre', 'transmettre');
    const attendue = new Date(Date.parse(situation.aujourdhui) + 45 * 86_400_000).toISOString().slice(0, 10);
    expect(situation.avisEcheance).toBe(attendue);
    await app.get(Base).pool.query('update contrat set delai_avis = 10 where id = $1', [contrat.contratId]);
    expect((await lire()).situation.avisEcheance).toBe(attendue);
  });

  it('waits for the avis of the State, or for the end of its delay', async () => {
    const { version, transitions } = await parcourir(contrat, ficheId, 'soumettre', 'transmettre');
    const refus = transitions.find(({ transition }) => transition === 'valider')?.refus;
    expect(refus).toMatch(/^L’avis de l’État est attendu jusqu’au /);
    expect((await suivre(equipe, ficheId, 'valider', version).expect(422)).body).toMatchObject({ detail: refus });
    await reculer(1);
    await suivre(equipe, ficheId, 'valider', version).expect(200);
  });

  it('comes back to the brouillon with a motif and an addressee, until it is submitted again', async () => {
    const { version, destinataires } = await parcourir(contrat, ficheId, 'soumettre');
    expect(destinataires).toEqual([
      { id: contrat.personnes.referentA, nom: 'Personne referentA' },
      { id: contrat.personnes.equipe, nom: 'Personne equipe' },
    ]);
    const vide = await suivre(equipe, ficheId, 'demander-correction', version).expect(422);
    expect(pointeurs(vide.body as Probleme)).toEqual(['/motif', '/destinataireId']);
    const etranger = { motif: 'Préciser', destinataireId: contrat.personnes.referentB };
    const refusee = await suivre(equipe, ficheId, 'demander-correction', version, etranger).expect(422);
    expect(pointeurs(refusee.body as Probleme)).toEqual(['/destinataireId']);
    const corrigee = await parcourir(contrat, ficheId, 'demander-correction');
    expect(corrigee.correction).toMatchObject({
      motif: 'Préciser les publics',
      destinataire: { nom: 'Personne referentA' },
      par: 'Personne equipe',
    });
    expect((await parcourir(contrat, ficheId, 'soumettre')).correction).toBeNull();
  });

  it('asks for a second avis when a corrected text is sent again', async () => {
    const etapes = [
      'soumettre',
      'transmettre',
      'rendre-avis',
      'demander-correction',
      'soumettre',
      'transmettre',
    ] as const;
    const { situation, avis } = await parcourir(contrat, ficheId, ...etapes);
    expect([situation.avisRendu, avis.length]).toEqual([false, 1]);
    expect((await parcourir(contrat, ficheId, 'rendre-avis')).avis).toHaveLength(2);
  });

  it('refuses what a step does not allow: a step of another statut, an unknown one, an old or absent version', async () => {
    await suivre(equipe, ficheId, 'valider', 1).expect(409);
    await equipe.post(`/fiches/${ficheId}/transitions`, { transition: 'publier' }).set('If-Match', '"1"').expect(400);
    const perime = await suivre(equipe, ficheId, 'soumettre', 7).expect(412);
    expect((perime.body as Probleme).actuel).toMatchObject({ version: 1, statut: 'brouillon' });
    await equipe.post(`/fiches/${ficheId}/transitions`, { transition: 'soumettre' }).expect(428);
    await suivre(equipe, ficheId, 'renoncer', 1, { motif: 'Rien' }).expect(422);
  });

  it('lets one of two people who move it at once pass, and tells the other', async () => {
    const deux = await Promise.all([
      suivre(equipe, ficheId, 'soumettre', 1),
      suivre(referentA, ficheId, 'soumettre', 1),
    ]);
    expect(deux.map(({ status }) => status).sort()).toEqual([200, 412]);
  });

  it('never moves a text other than the one that was read: a field being written and a step exclude each other', async () => {
    const [ecriture, pas] = await Promise.all([
      ecrire(referentA, 'contexte', '<p>Autre</p>', 0),
      suivre(equipe, ficheId, 'soumettre', 1),
    ]);
    expect([
      [200, 412],
      [409, 200],
    ]).toContainEqual([ecriture.status, pas.status]);
  });
});

describe('every step', () => {
  const ROLES: Personnage[] = ['equipe', 'referentA', 'referentB', 'delegue', 'contributeur', 'lecteur'];
  const PEUVENT: Readonly<Record<Transition, Personnage[]>> = {
    soumettre: ['equipe', 'referentA'],
    transmettre: ['equipe'],
    'rendre-avis': ['delegue'],
    valider: ['equipe'],
    'demander-correction': ['equipe'],
    reviser: ['equipe', 'referentA'],
    renoncer: ['equipe', 'referentA'],
    archiver: ['equipe'],
  };

  it.each(CIRCUIT.map(({ transition }) => transition))('%s, in each statut and by each role', async (transition) => {
    const trouves: string[] = [];
    const attendus: string[] = [];
    for (const statut of STATUTS_FICHE) {
      for (const personnage of ROLES) {
        const id = await poser(statut);
        const client = await contrat.en(personnage);
        if (personnage === 'delegue' && statut === 'avis') await ecrireAvis(client, id).expect(200);
        const reponse = await suivre(client, id, transition, 1, demandeDe(contrat, transition));
        trouves.push(`${statut} ${personnage} ${reponse.status}`);
        const etape = CIRCUIT.find((candidate) => candidate.transition === transition);
        const offerte = (etape?.de as readonly string[]).includes(statut);
        // A first text has nothing to go back to; an avis is still awaited.
        const retenue = transition === 'renoncer' || transition === 'valider';
        const permise = PEUVENT[transition].includes(personnage);
        attendus.push(`${statut} ${personnage} ${permise ? (offerte ? (retenue ? 422 : 200) : 409) : 403}`);
      }
    }
    expect(trouves).toEqual(attendus);
    const ailleurs = await (await creerContrat(app)).en('equipe');
    await suivre(ailleurs, ficheId, transition, 1, demandeDe(contrat, transition)).expect(
      transition === 'rendre-avis' ? 403 : 404,
    );
  });
});

describe('a revision', () => {
  let lecteur: Client;

  beforeEach(async () => {
    lecteur = await contrat.en('lecteur');
    await parcourir(contrat, ficheId, 'soumettre', 'transmettre', 'rendre-avis', 'valider');
  });

  const chercher = async (client: Client, q: string) => {
    const adresse = `/contrats/${contrat.contratId}/fiches?q=${encodeURIComponent(q)}`;
    return ((await client.get(adresse).expect(200)).body as PageFiches).fiches.map(({ id }) => id);
  };

  it('is asked before a text in force changes, with what opens it', async () => {
    const { version } = await lire();
    const refus = await ecrire(equipe, 'contexte', '<p>Autre</p>', 0).expect(409);
    expect((refus.body as Probleme).detail).toContain('ouvrez une révision');
    const sansCause = await suivre(referentA, ficheId, 'reviser', version).expect(422);
    expect(pointeurs(sansCause.body as Probleme)).toEqual(['/cause']);
    const ouverte = await parcourir(contrat, ficheId, 'reviser');
    expect(ouverte).toMatchObject({ statut: 'brouillon', revision: 2, enVigueur: 1, droits: { ecrire: true } });
    expect(ouverte.revisions).toMatchObject([
      { numero: 2, cause: { sorte: 'avenant', texte: 'Avenant n° 1' }, ouvertePar: 'Personne referentA' },
      { numero: 1, cause: { sorte: 'initiale' } },
    ]);
  });

  it('leaves the text in force to those who read nothing else, in every place, until it is in force itself', async () => {
    await parcourir(contrat, ficheId, 'reviser');
    await ecrire(referentA, 'titre', 'Un titre ombellifère', 0).expect(200);
    await ecrire(referentA, 'contexte', '<p>Le texte de demain</p>', 0).expect(200);
    await ecrire(
      referentA,
      'cadreOu',
      { texte: '', portee: 'selection', qpv: [contrat.qpv.b1], communes: [] },
      0,
    ).expect(200);

    const lue = await lire(lecteur);
    expect(lue).toMatchObject({ statut: 'en-vigueur', revision: 1, avis: [], correction: null, transitions: [] });
    expect(lue.contenu.contexte).toBe('<p>Le texte en vigueur</p>');
    expect(lue.revisions.map(({ numero }) => numero)).toEqual([1]);
    expect(lue.orientationTexte).toBe('Agir avec les habitants.');
    await lecteur.get(`/fiches/${ficheId}/revisions/2`).expect(404);
    const pdf = await lecteur.get(`/fiches/${ficheId}.pdf`).expect(200);
    expect(pdf.headers['content-type']).toContain('pdf');

    const adresse = `/public/contrats/${contrat.contratId}/fiches`;
    const publiques = JSON.stringify([
      (await lecteur.get(adresse).expect(200)).body,
      (await lecteur.get(`${adresse}/${lue.code}`).expect(200)).body,
      (await lecteur.get(`/contrats/${contrat.contratId}/fiches`).expect(200)).body,
      (await lecteur.get(`/contrats/${contrat.contratId}/tableau-de-bord`).expect(200)).body,
      (await lecteur.get(`/contrats/${contrat.contratId}/quartiers/${contrat.qpv.a1}`).expect(200)).body,
    ]);
    expect(publiques).toContain('Projet');
    expect(publiques).not.toMatch(/ombellifère|texte de demain|"relecture"|"brouillon"/);
    expect(await chercher(lecteur, 'ombellifère')).toEqual([]);
    expect(await chercher(lecteur, 'vigueur')).toEqual([ficheId]);
    expect(await chercher(equipe, 'ombellifère')).toEqual([ficheId]);
    const parQuartier = `/contrats/${contrat.contratId}/fiches?qpv=${contrat.qpv.a1}`;
    expect(((await lecteur.get(parQuartier).expect(200)).body as PageFiches).total).toBe(1);
    expect(((await equipe.get(parQuartier).expect(200)).body as PageFiches).total).toBe(0);

    await parcourir(contrat, ficheId, 'soumettre', 'transmettre', 'rendre-avis', 'valider');
    expect((await lire(lecteur)).contenu.contexte).toBe('<p>Le texte de demain</p>');
    expect(await chercher(lecteur, 'ombellifère')).toEqual([ficheId]);
    expect((await lire()).revisions).toMatchObject([
      { numero: 2, remplaceeLe: null },
      { numero: 1, remplaceeLe: expect.any(String) },
    ]);
    const ancienne = (await equipe.get(`/fiches/${ficheId}/revisions/1`).expect(200)).body as RevisionLue;
    expect(ancienne.contenu.contexte).toBe('<p>Le texte en vigueur</p>');
  });

  it('is given up for the text in force, which comes back with all that it names; what was written is kept', async () => {
    await parcourir(contrat, ficheId, 'reviser');
    await ecrire(referentA, 'contexte', '<p>Abandonné</p>', 0).expect(200);
    await ecrire(referentA, 'pilotes', [], 0).expect(200);
    const { version } = await lire();
    expect(pointeurs((await suivre(equipe, ficheId, 'renoncer', version).expect(422)).body as Probleme)).toEqual([
      '/motif',
    ]);
    await suivre(equipe, ficheId, 'renoncer', version, { motif: 'Avenant retiré' }).expect(200);
    const revenue = await lire();
    expect(revenue).toMatchObject({ statut: 'en-vigueur', revision: 1, enVigueur: 1 });
    expect(revenue.contenu.contexte).toBe('<p>Le texte en vigueur</p>');
    expect(revenue.champs.contexte?.version).toBe(2);
    expect((await lire(referentA)).transitions.map(({ transition }) => transition)).toEqual(['reviser']);
    const gardee = (await equipe.get(`/fiches/${ficheId}/revisions/2`).expect(200)).body as RevisionLue;
    expect(gardee).toMatchObject({ contenu: { contexte: '<p>Abandonné</p>' }, abandonneePar: 'Personne equipe' });
    expect(await historique()).toContainEqual(
      expect.objectContaining({ champ: 'contexte', avant: '<p>Abandonné</p>', apres: '<p>Le texte en vigueur</p>' }),
    );
    expect((await parcourir(contrat, ficheId, 'reviser')).revision).toBe(3);
  });

  it('keeps its text for ever once closed: the database refuses to change or lose it', async () => {
    const { pool } = app.get(Base);
    await expect(pool.query(`update revision set contenu = '{}' where fiche_id = $1`, [ficheId])).rejects.toThrow(
      'ne change plus',
    );
    await expect(pool.query('delete from revision where fiche_id = $1', [ficheId])).rejects.toThrow('ne s’efface pas');
    await expect(pool.query('update fiche set en_vigueur = null where id = $1', [ficheId])).rejects.toThrow(
      'texte_en_vigueur',
    );
  });

  it('lets values, actions and déclinaisons change freely while the text is in force', async () => {
    const action = {
      titre: 'Café',
      description: '',
      pilote: '',
      echeance: null,
      statut: 'en-cours',
      niveauParticipation: 'aucune',
      etapes: [],
      refDauphin: '',
    };
    await referentA.post(`/fiches/${ficheId}/actions`, action).expect(201);
  });
});

describe('an archived fiche', () => {
  beforeEach(() => parcourir(contrat, ficheId, 'soumettre', 'transmettre', 'rendre-avis', 'valider'));

  const archiver = async (demande: object, statut: number) => {
    const { version } = await lire();
    return (await suivre(equipe, ficheId, 'archiver', version, demande).expect(statut)).body as FicheLue & Probleme;
  };

  it('says what it became: split into fiches that keep its wording, under codes of their own', async () => {
    expect(pointeurs(await archiver({ issue: 'scindee', motif: 'Deux publics', suites: ['Une'] }, 422))).toEqual([
      '/suites',
    ]);
    const { filiation, code, contenu } = await archiver(
      { issue: 'scindee', motif: 'Deux publics', suites: ['Une', 'Deux'] },
      200,
    );
    expect(filiation.suites).toMatchObject([
      { titre: 'Une', sorte: 'scindee' },
      { titre: 'Deux', sorte: 'scindee' },
    ]);
    const suite = await lire(equipe, filiation.suites[0]?.id);
    expect(suite).toMatchObject({
      statut: 'brouillon',
      revision: 1,
      enVigueur: null,
      completude: { remplis: expect.any(Number) },
    });
    expect(suite.filiation.origines).toMatchObject([{ code, sorte: 'scindee' }]);
    expect(suite.contenu.contexte).toBe(contenu.contexte);
    expect(suite.contenu.resultatsAttendus?.[0]?.id).not.toBe(contenu.resultatsAttendus?.[0]?.id);
    expect(suite.contenu.resultatsAttendus?.[0]?.texte).toBe(contenu.resultatsAttendus?.[0]?.texte);
    expect((await lire(referentA, suite.id)).droits.ecrire).toBe(true);

    const rang = Number(code.split('.')[1]);
    const saisie = { enjeuId: contrat.enjeuId, rang, titre: 'Même code' };
    await equipe.post(`/contrats/${contrat.contratId}/fiches`, saisie).expect(409);
    const neuve = await equipe.post(`/contrats/${contrat.contratId}/fiches`, { ...saisie, rang: null }).expect(201);
    const codes = [code, ...filiation.suites.map((liee) => liee.code), (neuve.body as FicheLue).code];
    expect(new Set(codes).size).toBe(4);
  });

  it('is merged with others in force into one that keeps the wording of all', async () => {
    const voisine = await poser('en-vigueur', {
      resultatsAttendus: [{ id: randomUUID(), texte: '<p>Un autre résultat</p>' }],
      resumePublic: 'Le résumé de la voisine',
    });
    const brouillon = await poser('brouillon');
    const fusion = { issue: 'fusionnee', motif: 'Doublon', suites: ['Ensemble'] };
    await archiver({ ...fusion, avec: [brouillon] }, 409);
    await archiver({ ...fusion, avec: [ficheId] }, 409);
    await archiver({ ...fusion, avec: [await poserFiche(app, await creerContrat(app))] }, 404);
    expect((await lire(equipe, voisine)).statut).toBe('en-vigueur');
    const { filiation } = await archiver({ ...fusion, avec: [voisine] }, 200);
    const reunie = await lire(equipe, filiation.suites[0]?.id);
    expect(reunie.contenu.resultatsAttendus?.map(({ texte }) => texte)).toEqual([
      '<p>Un point</p>',
      '<p>Un autre résultat</p>',
    ]);
    expect(reunie.contenu.resumePublic).toBe('Le résumé de la voisine');
    expect(reunie.filiation.origines).toHaveLength(2);
    expect(await lire(equipe, voisine)).toMatchObject({ statut: 'archive', issue: 'fusionnee' });
  });
});

describe('any walk of any people', () => {
  it('keeps one text in force at most, complete, and unchanged until another takes its place', async () => {
    const lecteur = await contrat.en('lecteur');
    const roles: Personnage[] = ['equipe', 'equipe', 'referentA', 'referentB', 'delegue', 'contributeur', 'lecteur'];
    const clients = Object.fromEntries(
      await Promise.all(roles.map(async (role) => [role, await contrat.en(role)] as const)),
    ) as Record<Personnage, Client>;
    const pas = fc.record({
      role: fc.constantFrom(...roles),
      geste: fc.constantFrom<(Transition | 'ecrire' | 'vider' | 'attendre')[]>(
        ...CIRCUIT.map(({ transition }) => transition).filter((transition) => transition !== 'archiver'),
        'ecrire',
        'vider',
        'attendre',
      ),
    });
    const enVigueur = async (id: string) => {
      const { body, status } = await lecteur.get(`/fiches/${id}`);
      return status === 200 ? (body as FicheLue) : null;
    };
    await fc.assert(
      fc.asyncProperty(fc.array(pas, { minLength: 15, maxLength: 25 }), async (marche) => {
        const id = await poser('brouillon');
        for (const [tour, { role, geste }] of marche.entries()) {
          const client = clients[role];
          const avant = await lire(equipe, id);
          const texte = await enVigueur(id);
          let status = 0;
          if (geste === 'ecrire' || geste === 'vider') {
            const version = avant.champs.facteursFavorables?.version ?? 0;
            const valeur = geste === 'vider' ? [] : [{ id: randomUUID(), texte: `<p>Tour ${tour}</p>` }];
            ({ status } = await client.put(`/fiches/${id}/champs/facteursFavorables`, version, { valeur }));
          } else if (geste === 'attendre') {
            await app
              .get(Base)
              .pool.query(
                'update revision set avis_echeance = current_date - 1 where fiche_id = $1 and avis_echeance is not null',
                [id],
              );
          } else {
            if (geste === 'rendre-avis' && role === 'delegue') await ecrireAvis(client, id);
            ({ status } = await suivre(client, id, geste, avant.version, demandeDe(contrat, geste)));
          }
          expect(status).toBeLessThan(500);
          const apres = await lire(equipe, id);
          const permis = CIRCUIT.some(
            ({ transition, de, vers }) =>
              transition === geste && (de as readonly string[]).includes(avant.statut) && vers === apres.statut,
          );
          if (apres.statut !== avant.statut) expect(permis && status === 200).toBe(true);
          const lu = await enVigueur(id);
          expect(lu?.completude.manques.filter(({ obligatoire }) => obligatoire) ?? []).toEqual([]);
          if (geste !== 'valider' || status !== 200) expect(lu?.contenu).toEqual(texte?.contenu);
          else expect(lu?.contenu).toEqual(avant.contenu);
          expect(apres.revisions.filter((une) => une.enVigueurLe && !une.remplaceeLe).length).toBe(lu ? 1 : 0);
        }
      }),
      { numRuns: 10 },
    );
  });
});
