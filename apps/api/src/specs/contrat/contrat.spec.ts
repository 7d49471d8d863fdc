import type { INestApplication } from '@nestjs/common';
import type { Enjeu, Qpv, QpvReference } from '@pleniere/contrat/domain';
import { randomUUID } from 'node:crypto';
import { type Client, creerContrat, demarrerApi, poserFiche, type ContratDeTest } from '../../testing';

const ENJEU = { type: 'thematique', numero: 1, intitule: 'Emploi et insertion', couleur: '#245c3a' };
const svg = (contenu: string) =>
  `data:image/svg+xml;base64,${Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg">${contenu}</svg>`).toString('base64')}`;

describe('contrat', () => {
  let app: INestApplication;
  let contrat: ContratDeTest;
  let equipe: Client;
  let racine: string;

  beforeAll(async () => {
    app = await demarrerApi();
  });
  beforeEach(async () => {
    contrat = await creerContrat(app);
    equipe = await contrat.en('equipe');
    racine = `/contrats/${contrat.contratId}`;
  });
  afterAll(() => app.close());

  const enjeux = async (): Promise<Enjeu[]> => (await equipe.get(`${racine}/enjeux`).expect(200)).body;
  const qpv = async (): Promise<Qpv[]> => (await equipe.get(`${racine}/qpv`).expect(200)).body;
  const chercher = async (q: string): Promise<QpvReference[]> =>
    (await equipe.get(`/referentiels/qpv?q=${encodeURIComponent(q)}`).expect(200)).body;

  describe('success', () => {
    it('reads and changes the contrat, with its version as ETag', async () => {
      const lu = await equipe.get(racine).expect(200).expect('ETag', '"1"');
      const saisie = {
        titre: 'Contrat de ville d’Amboise',
        couleur: '#0a3d62',
        logo: svg('<path d="M0 0h9"/>'),
        signeLe: '2024-07-11',
        delaiAvis: 45,
        seuilPublication: 10,
      };
      const { body } = await equipe.patch(racine, 1, saisie).expect(200);
      expect(body).toEqual({ ...lu.body, ...saisie, version: 2 });
      await equipe.get(racine).expect(200, body);
      await equipe.patch(racine, 2, saisie).expect(200, body);
      const { body: journal } = await equipe.get(`${racine}/journal`).expect(200);
      expect(journal).toMatchObject([{ objet: 'contrat', avant: { logo: null }, apres: { ...saisie, logo: 'image' } }]);
    });

    it('lists enjeux with their orientations, transversal ones first', async () => {
      const { body: enjeu } = await equipe.post(`${racine}/enjeux`, ENJEU).expect(201);
      const orientation = { enjeuId: enjeu.id, texte: 'Lever les freins à l’emploi.' };
      await equipe.post(`${racine}/orientations`, orientation).expect(201);
      expect(await enjeux()).toMatchObject([
        { type: 'transversal', numero: 1, orientations: [{ texte: 'Agir avec les habitants.' }] },
        { ...ENJEU, version: 1, orientations: [{ ...orientation, version: 1 }] },
      ]);
    });

    it('changes and deletes an enjeu and an orientation', async () => {
      await equipe
        .patch(`/orientations/${contrat.orientationId}`, 1, { texte: 'Décider avec les habitants.' })
        .expect(200);
      await equipe.delete(`/orientations/${contrat.orientationId}`, 2).expect(204);
      await equipe.patch(`/enjeux/${contrat.enjeuId}`, 1, { intitule: 'Participation', numero: 3 }).expect(200);
      await equipe.delete(`/enjeux/${contrat.enjeuId}`, 2).expect(204);
      expect(await enjeux()).toEqual([]);
    });

    it('finds a quartier in the national list without accents, by name, commune or code', async () => {
      expect(await chercher('riche pagnol')).toEqual([
        { code: 'QN03703M', libelle: 'Niqueux Bruère - Marcel Pagnol', communes: [{ code: '37195', nom: 'La Riche' }] },
      ]);
      expect((await chercher('QN03709M')).map(({ libelle }) => libelle)).toEqual(['Sanitas']);
      expect((await chercher('COEUR d’agglo cusset')).map(({ code }) => code)).toEqual(['QN00301M']);
      expect(await chercher('centre ville')).toHaveLength(20);
      expect(await chercher('nulle part')).toEqual([]);
    });

    it('takes a quartier of the national list with the communes that were missing', async () => {
      const { body } = await equipe.post(`${racine}/qpv`, { code: 'QN03703M' }).expect(201);
      expect(body).toEqual({
        code: 'QN03703M',
        version: 1,
        libelle: 'Niqueux Bruère - Marcel Pagnol',
        libelleEditorial: null,
        npnru: false,
        generation: 2024,
        validFrom: '2024-01-01',
        validTo: null,
        communes: [{ code: '37195', nom: 'La Riche' }],
      });
      const communes = await equipe.get(`${racine}/communes`).expect(200);
      expect(communes.body.map(({ nom }: { nom: string }) => nom)).toEqual(['Joué-lès-Tours', 'La Riche', 'Tours']);
    });

    it('gives a quartier the name that residents use, and takes it out again', async () => {
      await equipe.patch(`/qpv/${contrat.qpv.a1}`, 1, { libelleEditorial: 'Le Sanitas', npnru: true }).expect(200);
      expect(await qpv()).toMatchObject([
        { libelle: 'Europe' },
        { libelle: 'Sanitas', libelleEditorial: 'Le Sanitas', npnru: true, version: 2, communes: [{ nom: 'Tours' }] },
        { libelle: 'Rabière' },
      ]);
      await equipe.delete(`/qpv/${contrat.qpv.a1}`, 2).expect(204);
      expect(await qpv()).toHaveLength(2);
    });
  });

  describe('validation', () => {
    it.each([
      ['the years', { anneeFin: 2040 }, '/anneeFin'],
      ['a colour by name', { couleur: 'bleu' }, '/couleur'],
      ['an impossible date', { signeLe: '2024-13-11' }, '/signeLe'],
      ['an avis without delay', { delaiAvis: 0 }, '/delaiAvis'],
      ['a threshold that hides nothing', { seuilPublication: 2 }, '/seuilPublication'],
      ['an empty title', { titre: '' }, '/titre'],
      ['a logo from elsewhere', { logo: 'https://exemple.fr/logo.png' }, '/logo'],
      ['a logo with a script', { logo: svg('<script>alert(1)</script>') }, '/logo'],
      ['a logo with a handler', { logo: svg('<path onload="alert(1)"/>') }, '/logo'],
      ['a logo that loads', { logo: svg('<image href="https://exemple.fr/x.png"/>') }, '/logo'],
      ['a logo that is too heavy', { logo: svg('<path/>'.repeat(30_000)) }, '/logo'],
    ])('refuses %s with a pointer, and writes nothing', async (_, saisie, pointer) => {
      const { body } = await equipe.patch(racine, 1, saisie).expect(400);
      expect(body.errors).toEqual([{ pointer, detail: expect.any(String) }]);
      await equipe.get(racine).expect(200).expect('ETag', '"1"');
    });

    it.each([
      ['a fraction for a number', { numero: 1.5 }, '/numero'],
      ['a number out of bounds', { numero: 100 }, '/numero'],
      ['an unknown kind', { type: 'local' }, '/type'],
      ['a text of 21,000 characters', { intitule: 'x'.repeat(21_000) }, '/intitule'],
    ])('refuses an enjeu with %s', async (_, saisie, pointer) => {
      const { body } = await equipe.post(`${racine}/enjeux`, { ...ENJEU, ...saisie }).expect(400);
      expect(body.errors).toEqual([{ pointer, detail: expect.any(String) }]);
    });

    it('refuses a number taken by another enjeu of the same kind', async () => {
      const { body } = await equipe.post(`${racine}/enjeux`, { ...ENJEU, type: 'transversal' }).expect(409);
      expect(body.detail).toBe('Un enjeu de ce type porte déjà ce numéro.');
    });

    it('refuses an orientation under an enjeu of nobody', async () => {
      const { body } = await equipe
        .post(`${racine}/orientations`, { enjeuId: randomUUID(), texte: 'Agir.' })
        .expect(422);
      expect(body.errors[0].pointer).toBe('/enjeuId');
    });

    it('does not delete an enjeu that carries orientations', async () => {
      const { body } = await equipe.delete(`/enjeux/${contrat.enjeuId}`, 1).expect(409);
      expect(body.detail).toContain('porte des orientations ou des fiches');
    });

    it('fixes the number of an enjeu from which fiches take their code', async () => {
      await poserFiche(app, contrat);
      await equipe.patch(`/enjeux/${contrat.enjeuId}`, 1, { numero: 4 }).expect(409);
      await equipe.patch(`/enjeux/${contrat.enjeuId}`, 1, { intitule: 'Participation', numero: 1 }).expect(200);
    });

    it.each([
      ['a code of another form', { code: '37009' }, 400],
      ['a code that is not in the list', { code: 'QN03799M' }, 422],
      ['a quartier that the contrat has', { code: 'QN03709M' }, 409],
    ])('refuses %s', async (_, saisie, status) => {
      await equipe.post(`${racine}/qpv`, saisie).expect(status);
      expect(await qpv()).toHaveLength(3);
    });

    it('refuses a perimeter that ends before it begins', async () => {
      const { body } = await equipe.patch(`/qpv/${contrat.qpv.a1}`, 1, { validTo: '2023-12-31' }).expect(422);
      expect(body.errors[0].pointer).toBe('/validTo');
    });

    it('does not take out a quartier that a fiche names', async () => {
      const cadreOu = { texte: '', portee: 'selection' as const, qpv: [contrat.qpv.a1], communes: [] };
      await poserFiche(app, contrat, { contenu: { cadreOu } });
      const { body } = await equipe.delete(`/qpv/${contrat.qpv.a1}`, 1).expect(409);
      expect(body.detail).toContain('donnez-lui plutôt une date de fin');
    });

    it.each(['?q[]=tours', '?q=a&q=b', `?q=${'x'.repeat(101)}`, '?page=2'])(
      'refuses the search %s',
      async (requete) => {
        await equipe.get(`/referentiels/qpv${requete}`).expect(400);
      },
    );
  });

  describe('concurrency', () => {
    it('lets one of two changes at once through, and shows it to the other', async () => {
      const titres = ['Contrat de ville A', 'Contrat de ville B'];
      const reponses = await Promise.all(titres.map((titre) => equipe.patch(racine, 1, { titre })));
      expect(reponses.map(({ status }) => status).sort()).toEqual([200, 412]);
      const gagnante = reponses.find(({ status }) => status === 200);
      const perdante = reponses.find(({ status }) => status === 412);
      expect(perdante?.body.actuel).toEqual(gagnante?.body);
    });

    it('needs the version that was read', async () => {
      await equipe.patch(racine, null, { titre: 'Sans version' }).expect(428);
      await equipe.delete(`/qpv/${contrat.qpv.a1}`, null).expect(428);
    });
  });

  describe('access', () => {
    it('shows nothing of another contrat and changes nothing there, even under the same code', async () => {
      const autre = await creerContrat(app);
      const etranger = await autre.en('equipe');
      await etranger.get(racine).expect(404);
      await etranger.patch(racine, 1, { titre: 'À nous' }).expect(404);
      await etranger.patch(`/enjeux/${contrat.enjeuId}`, 1, { intitule: 'À nous' }).expect(404);
      await etranger.patch(`/qpv/${contrat.qpv.a1}`, 1, { libelleEditorial: 'Chez nous' }).expect(200);
      expect((await qpv()).map(({ libelleEditorial }) => libelleEditorial)).toEqual([null, null, null]);
      await etranger
        .post(`/contrats/${autre.contratId}/orientations`, { enjeuId: contrat.enjeuId, texte: 'Agir.' })
        .expect(422);
    });
  });
});
