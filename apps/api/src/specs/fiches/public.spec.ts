import type { NestExpressApplication } from '@nestjs/platform-express';
import type { ContratPublic, FichePublique, FichePubliqueLue } from '@pleniere/fiches/domain';
import { PETIT_NOMBRE } from '@pleniere/indicateurs/domain';
import type { Server } from 'node:http';
import { randomUUID } from 'node:crypto';
import request from 'supertest';
import { type ContratDeTest, creerContrat, demarrerApi } from '../../testing';
import { poserFiche, poserIndicateur, saisie } from '../../testing/poser';

let app: NestExpressApplication;
let contrat: ContratDeTest;

beforeAll(async () => {
  app = await demarrerApi();
});
afterAll(() => app.close());

beforeEach(async () => {
  contrat = await creerContrat(app);
});

const anonyme = (chemin: string) => request(app.getHttpServer() as Server).get(`/api/v1/public/contrats${chemin}`);
const lire = async (code = 'T1.1') =>
  (await anonyme(`/${contrat.contratId}/fiches/${code}`).expect(200)).body as FichePubliqueLue;

describe('public pages: success', () => {
  it('offers the contrats of which a fiche is in force', async () => {
    const publies = async () => ((await anonyme('').expect(200)).body as ContratPublic[]).map(({ id }) => id);
    await poserFiche(app, contrat, { rang: 1, statut: 'brouillon' });
    expect(await publies()).not.toContain(contrat.contratId);
    await poserFiche(app, contrat, { rang: 2 });
    expect(await publies()).toContain(contrat.contratId);
  });

  it('lists the fiches in force alone', async () => {
    await poserFiche(app, contrat, { rang: 1, contenu: { resumePublic: 'Parler ensemble du quartier.' } });
    await poserFiche(app, contrat, { rang: 2, statut: 'brouillon' });
    await poserFiche(app, contrat, { rang: 3, statut: 'relecture' });
    await poserFiche(app, contrat, { rang: 4, statut: 'archive' });
    const { body } = await anonyme(`/${contrat.contratId}/fiches`).expect(200);
    expect(body as FichePublique[]).toEqual([
      {
        code: 'T1.1',
        titre: 'Projet 1',
        resumePublic: 'Parler ensemble du quartier.',
        meteo: null,
        quartiers: [],
        enjeu: { libelle: 'Enjeu transversal 1', intitule: 'Participation citoyenne', couleur: '#8a5a00' },
      },
    ]);
  });

  it('names the quartiers of a fiche: those chosen and those of a commune, or all of them', async () => {
    const { qpv, communes } = contrat;
    const ou = (portee: 'selection' | 'tous-qpv' | 'hors-qpv', codes: string[] = [], villes: string[] = []) => ({
      cadreOu: { texte: '', portee, qpv: codes, communes: villes },
    });
    await poserFiche(app, contrat, { rang: 1, contenu: ou('selection', [qpv.a1], [communes.b]) });
    await poserFiche(app, contrat, { rang: 2, contenu: ou('tous-qpv') });
    await poserFiche(app, contrat, { rang: 3, contenu: ou('hors-qpv') });
    const { body } = await anonyme(`/${contrat.contratId}/fiches`).expect(200);
    const quartiers = (body as FichePublique[]).map((fiche) => fiche.quartiers.map(({ nom }) => nom));
    expect(quartiers).toEqual([['Rabière', 'Sanitas'], ['Europe', 'Rabière', 'Sanitas'], []]);
  });

  it('tells a fiche in plain words, in the order of the sheet', async () => {
    await poserFiche(app, contrat, {
      contenu: {
        orientation: contrat.orientationId,
        resultatsAttendus: [{ id: 'r1', texte: '<p>Des lieux <strong>ouverts</strong></p>' }],
        cadreOu: { texte: '', portee: 'selection', qpv: [contrat.qpv.a1], communes: [contrat.communes.b] },
        cadreQuand: { texte: '', debut: '2024-07-11', fin: null, continu: true },
        partenaires: [{ organisationId: null, categorie: 'caf', libelle: 'CAF <Touraine>' }],
        sectionsSupplementaires: [{ id: 's1', libelle: 'À savoir', texte: '<p>Entrée libre.</p>' }],
        documents: [
          { id: 'd1', titre: 'Le bilan', adresse: 'https://exemple.fr/bilan?a="1"' },
          { id: 'd2', titre: 'Un piège', adresse: 'javascript:alert(1)' },
        ],
      },
    });
    expect((await lire('T%201.1')).lignes).toEqual([
      { libelle: 'Ce à quoi le contrat s’engage', html: '<p>Agir avec les habitants.</p>' },
      { libelle: 'Ce que l’on veut obtenir', html: '<ul><li><p>Des lieux <strong>ouverts</strong></p></li></ul>' },
      { libelle: 'Quand\u202F?', html: '<p>À partir du 11 juillet 2024, en continu.</p>' },
      { libelle: 'Où\u202F?', html: '<ul><li>Sanitas</li><li>Joué-lès-Tours</li></ul>' },
      { libelle: 'Avec quels partenaires', html: '<ul><li>CAF &lt;Touraine&gt;</li></ul>' },
      {
        libelle: 'Documents',
        html: '<ul><li><a href="https://exemple.fr/bilan?a=&quot;1&quot;">Le bilan</a></li></ul>',
      },
      { libelle: 'À savoir', html: '<p>Entrée libre.</p>' },
    ]);
  });
});

describe('public pages: what stays inside', () => {
  it('lets no internal field, indicator or person out', async () => {
    const ficheId = await poserFiche(app, contrat, {
      contenu: {
        p147: ['Thème confidentiel'],
        lignesBudget: [
          {
            id: 'b1',
            annee: 2025,
            financeur: 'Financeur discret',
            nature: 'droit-commun',
            prevu: 1,
            obtenu: null,
            realise: null,
          },
        ],
        referents: [
          {
            organisationId: null,
            categorie: 'ville',
            personneId: contrat.personnes.referentA,
            libelle: 'Ville de Tours',
            fonction: 'Cheffe de projet',
          },
        ],
      },
    });
    const interne = await poserIndicateur(contrat, ficheId, { libelle: 'Indicateur interne', visibilite: 'interne' });
    await (
      await contrat.en('equipe')
    )
      .post(`/contrats/${contrat.contratId}/valeurs`, { saisies: [saisie(interne.id)] })
      .expect(200);
    const texte = JSON.stringify(await lire());
    for (const secret of [
      'Thème confidentiel',
      'Financeur discret',
      'Indicateur interne',
      'Personne referentA',
      contrat.personnes.referentA,
    ]) {
      expect(texte).not.toContain(secret);
    }
    expect(texte).toContain('Cheffe de projet, Ville de Tours');
  });

  it('answers 404 for what is not in force, not there, or of another contrat', async () => {
    await poserFiche(app, contrat, { statut: 'relecture' });
    await anonyme(`/${contrat.contratId}/fiches/T1.1`).expect(404);
    await anonyme(`/${contrat.contratId}/fiches/T9.9`).expect(404);
    await anonyme(`/${contrat.contratId}/fiches/n'importe`).expect(404);
    await anonyme(`/${randomUUID()}/fiches`).expect(404);
    await anonyme('/pas-un-identifiant/fiches').expect(404);
    const voisin = await creerContrat(app);
    await poserFiche(app, voisin);
    await anonyme(`/${contrat.contratId}/fiches/T1.1`).expect(404);
  });
});

describe('public pages: indicators in a sentence', () => {
  const mesurer = async (valeurs: Record<string, number>, reste: Parameters<typeof poserIndicateur>[2] = {}) => {
    const { id } = await poserIndicateur(contrat, await poserFiche(app, contrat), reste);
    const saisies = Object.entries(valeurs).map(([territoire, valeur]) => saisie(id, { territoire, valeur }));
    if (saisies.length > 0) {
      await (await contrat.en('equipe')).post(`/contrats/${contrat.contratId}/valeurs`, { saisies }).expect(200);
    }
    return (await lire()).indicateurs[0]?.phrase.replace(/[\u00A0\u202F]/g, ' ');
  };
  const masque = PETIT_NOMBRE.replace('\u202F', ' ');

  it('gives the last figure and the target', async () => {
    const phrase = await mesurer({ QN03709M: 12, QN03702M: 30 }, { cibles: [{ annee: 2030, valeur: 1200 }] });
    expect(phrase).toBe('En 2025 : 42 habitants, dans 2 quartiers. Visé en 2030 : 1 200.');
  });

  it('gives a mean of whole counts with one decimal at most', async () => {
    const moyenne = { agregation: 'moyenne' } as const;
    const tiers = await mesurer({ QN03709M: 12, QN03708M: 12, QN03702M: 13 }, moyenne);
    expect(tiers).toBe('En 2025 : 12,3 habitants en moyenne, dans 3 quartiers.');
  });

  it('masks counts from one to four, and tells a zero', async () => {
    expect(await mesurer({ QN03709M: 3, QN03708M: 0, QN03702M: 40 }, { agregation: 'aucune' })).toBe(
      `En 2025 : Rabière : 40 habitants ; Europe : 0 habitant ; Sanitas : ${masque} habitants.`,
    );
  });

  it('masks a total that is small too', async () => {
    expect(await mesurer({ QN03709M: 3, QN03708M: 1 })).toBe(`En 2025 : ${masque} habitants, dans 2 quartiers.`);
  });

  it('does not mask what is not a count of a quartier', async () => {
    expect(await mesurer({ contrat: 3 }, { maille: 'contrat' })).toBe('En 2025 : 3 habitants.');
  });

  it('says when nothing has been measured yet', async () => {
    expect(await mesurer({})).toBe('Pas encore de mesure publiée.');
  });
});
