import type { NestExpressApplication } from '@nestjs/platform-express';
import type { EntreeJournal } from '@pleniere/acces/domain';
import {
  BIBLIOTHEQUE,
  type Indicateur,
  type IndicateurAvecValeurs,
  type IndicateurSaisie,
  serieRassemblee,
} from '@pleniere/indicateurs/domain';
import { Base } from '@pleniere/shared/api';
import type { Probleme } from '@pleniere/shared/domain';
import { randomUUID } from 'node:crypto';
import { type Client, type ContratDeTest, creerContrat, demarrerApi, pointeurs } from '../../testing';
import { definition, poserFiche, poserIndicateur, saisie } from '../../testing/poser';

const [QUARTIER_A, QUARTIER_B] = ['QN03709M', 'QN03702M'];

let app: NestExpressApplication;
let contrat: ContratDeTest;
let ficheId: string;
let equipe: Client;

beforeAll(async () => {
  app = await demarrerApi();
});
afterAll(() => app.close());

beforeEach(async () => {
  contrat = await creerContrat(app);
  ficheId = await poserFiche(app, contrat);
  equipe = await contrat.en('equipe');
});

const adresse = () => `/contrats/${contrat.contratId}/indicateurs`;
const probleme = ({ body }: { body: unknown }) => body as Probleme;

async function saisir(...saisies: ReturnType<typeof saisie>[]): Promise<void> {
  await equipe.post(`/contrats/${contrat.contratId}/valeurs`, { saisies }).expect(200);
}

async function journalDe(id: string): Promise<EntreeJournal[]> {
  const { body } = await equipe.get(`/contrats/${contrat.contratId}/journal?fiche=${ficheId}`);
  return (body as EntreeJournal[]).filter(({ objetId }) => objetId === id);
}

const peupler = (population: number, millesime: number, qpv: string | undefined) =>
  app
    .get(Base)
    .pool.query('insert into reference_population values ($1, $2, $3, $4, $5)', [
      contrat.contratId,
      qpv,
      millesime,
      population,
      'Insee',
    ]);

describe('a definition that changes: success', () => {
  it('changes freely as long as no figure stands on it', async () => {
    const { id } = await poserIndicateur(contrat, ficheId);
    await saisir(saisie(id, { valeur: null, absence: 'nd' }));
    await equipe.patch(`/indicateurs/${id}`, 1, { definition: 'Présences.' }).expect(200);
  });

  it('corrects a wording under recorded values when told so', async () => {
    const { id } = await poserIndicateur(contrat, ficheId);
    await saisir(saisie(id));
    const corrige = { definition: 'Personnes venues.', correction: true };
    const { body } = await equipe.patch(`/indicateurs/${id}`, 1, corrige).expect(200);
    expect(body).toMatchObject({ definition: 'Personnes venues.', ruptures: [], version: 2 });
    expect(body).not.toHaveProperty('correction');
  });

  it('starts a new definition from a year on, keeps what the old one said, and drops its baseline', async () => {
    const { id } = await poserIndicateur(contrat, ficheId, {
      definition: 'Présences.',
      reference: { annee: 2023, valeur: 40 },
      cibles: [{ annee: 2030, valeur: 90 }],
    });
    await saisir(saisie(id));
    const definitionNouvelle = { definition: 'Personnes distinctes.', unite: 'personnes' };
    const corps = { depuis: 2026, motif: 'Comptage sans doublon', definition: definitionNouvelle };
    const { body } = await equipe
      .post(`/indicateurs/${id}/ruptures`, corps)
      .set('If-Match', '"1"')
      .expect(200)
      .expect('ETag', '"2"');
    expect(body).toMatchObject({
      ...definitionNouvelle,
      version: 2,
      reference: null,
      ruptures: [
        {
          depuis: 2026,
          motif: 'Comptage sans doublon',
          avant: { definition: 'Présences.', unite: 'habitants', reference: { annee: 2023, valeur: 40 } },
          auteur: 'Personne equipe',
        },
      ],
    });
    expect((await equipe.get(`/indicateurs/${id}`)).body).toMatchObject(body as object);
    const changements = (await journalDe(id)).filter(({ motif }) => motif === 'Comptage sans doublon');
    expect(changements.map(({ champ }) => champ)).toEqual(
      expect.arrayContaining(['definition', 'ruptures', 'reference']),
    );
  });

  it('keeps a baseline that was measured again for the new definition', async () => {
    const { id } = await poserIndicateur(contrat, ficheId, { reference: { annee: 2023, valeur: 40 } });
    const remesuree = { methode: 'Comptage à l’entrée.', reference: { annee: 2023, valeur: 31 } };
    const corps = { depuis: 2026, motif: 'Méthode', definition: remesuree };
    const { body } = await equipe.post(`/indicateurs/${id}/ruptures`, corps).set('If-Match', '"1"').expect(200);
    expect((body as Indicateur).reference).toEqual(remesuree.reference);
  });
});

describe('what goes with a definition: success', () => {
  it('weighs a mean by the last known population, then by another indicator', async () => {
    const taux = { nature: 'pourcentage', unite: '', agregation: 'moyenne-ponderee' } as const;
    const beneficiaires = await poserIndicateur(contrat, ficheId);
    const parPopulation = await poserIndicateur(contrat, ficheId, taux);
    const parBeneficiaires = await poserIndicateur(contrat, ficheId, { ...taux, ponderationId: beneficiaires.id });
    await peupler(1000, 2020, QUARTIER_A);
    await peupler(3000, 2020, QUARTIER_B);
    await peupler(9999, 2029, QUARTIER_A);
    const en = (id: string, territoire: string | undefined, valeur: number) => saisie(id, { territoire, valeur });
    await saisir(
      ...[parPopulation.id, parBeneficiaires.id].flatMap((id) => [en(id, QUARTIER_A, 10), en(id, QUARTIER_B, 50)]),
      en(beneficiaires.id, QUARTIER_A, 90),
      en(beneficiaires.id, QUARTIER_B, 10),
    );
    const moyenne = async (id: string) => {
      const lu = (await equipe.get(`/indicateurs/${id}`).expect(200)).body as IndicateurAvecValeurs;
      return serieRassemblee(lu, [QUARTIER_A ?? '', QUARTIER_B ?? ''], [2025], 2026)[0]?.nombre;
    };
    expect(await moyenne(parPopulation.id)).toBe(40);
    expect(await moyenne(parBeneficiaires.id)).toBe(14);
  });

  it('lists the context indicators with their values', async () => {
    const { id } = await poserIndicateur(contrat, null, { agregation: 'aucune' });
    await poserIndicateur(contrat, ficheId);
    await saisir(saisie(id, { valeur: 42 }));
    const { body } = await (await contrat.en('lecteur')).get(`${adresse()}/contexte`).expect(200);
    expect(body).toMatchObject([{ id, type: 'contexte', valeurs: [{ valeur: 42 }] }]);
    expect(body).toHaveLength(1);
  });

  it('gives the library, and tells the journal where a copy comes from', async () => {
    const modeles = (await equipe.get('/bibliotheque').expect(200)).body as typeof BIBLIOTHEQUE;
    expect(modeles).toEqual(BIBLIOTHEQUE);
    const copie = { ...definition(ficheId), origine: 'presences-habitants' };
    const premier = (await equipe.post(adresse(), copie).expect(201)).body as Indicateur;
    const second = (await equipe.post(adresse(), { ...definition(ficheId), origine: premier.id }).expect(201))
      .body as Indicateur;
    expect((await journalDe(premier.id))[0]?.motif).toContain('bibliothèque');
    expect((await journalDe(second.id))[0]?.motif).toContain('fiche T1.1');
  });
});

describe('definitions: validation', () => {
  it('asks what becomes of the values when the meaning changes', async () => {
    const { id } = await poserIndicateur(contrat, ficheId);
    await saisir(saisie(id));
    const refus = await equipe.patch(`/indicateurs/${id}`, 1, { unite: 'présences' }).expect(409);
    expect(probleme(refus).detail).toMatch(/porte 1.valeur.*nouvelle définition/);
  });

  it.each<[string, object, number, string]>([
    ['the first year of the contrat', { depuis: 2024 }, 422, '/depuis'],
    ['a year outside the contrat', { depuis: 2031 }, 422, '/depuis'],
    ['no reason', { motif: ' ' }, 400, '/motif'],
    ['nothing that changes the meaning', { definition: { libelle: 'Autre nom' } }, 422, '/definition'],
    ['no definition', { definition: null }, 400, '/definition'],
    ['an unknown field', { definition: { unite: 'x', inconnu: 1 } }, 400, '/definition/inconnu'],
  ])('refuses a break with %s', async (_, changement, statut, pointeur) => {
    const { id } = await poserIndicateur(contrat, ficheId);
    const corps = { depuis: 2026, motif: 'Comptage', definition: { unite: 'personnes' }, ...changement };
    const reponse = await equipe.post(`/indicateurs/${id}/ruptures`, corps).set('If-Match', '"1"').expect(statut);
    expect(pointeurs(reponse.body)).toContain(pointeur);
  });

  it('asks for a later year than the last break, and for the version that was read', async () => {
    const { id } = await poserIndicateur(contrat, ficheId);
    const sansVersion = (depuis: number, unite: string) =>
      equipe.post(`/indicateurs/${id}/ruptures`, { depuis, motif: 'Comptage', definition: { unite } });
    const rompre = (depuis: number, unite: string, version: number) =>
      sansVersion(depuis, unite).set('If-Match', `"${version}"`);
    await sansVersion(2026, 'personnes').expect(428);
    await rompre(2026, 'personnes', 1).expect(200);
    await rompre(2026, 'gens', 1).expect(412);
    await rompre(2026, 'gens', 2).expect(422);
    await rompre(2028, 'gens', 2).expect(200);
  });

  it.each<[string, Partial<IndicateurSaisie>, string]>([
    [
      'a split of percentages',
      { nature: 'pourcentage', agregation: 'moyenne', ventilations: ['sexe'] },
      '/ventilations',
    ],
    ['an upper bound under the lower one', { borneMin: 10, borneMax: 2 }, '/borneMax'],
    ['a cumulative figure hoped to fall', { cumulatif: true, sens: 'baisse' }, '/cumulatif'],
    ['a numerator without denominator', { numerateur: 'Présents' }, '/denominateur'],
    ['a weight without weighted mean', { ponderationId: randomUUID() }, '/ponderationId'],
    ['a weight that does not exist', { agregation: 'moyenne-ponderee', ponderationId: randomUUID() }, '/ponderationId'],
  ])('refuses %s', async (_, changement, pointeur) => {
    const reponse = await equipe.post(adresse(), definition(ficheId, changement)).expect(422);
    expect(pointeurs(reponse.body)).toContain(pointeur);
  });

  it('refuses an indicator that weighs itself, a weight of another level, and the deletion of a weight', async () => {
    const poids = await poserIndicateur(contrat, ficheId);
    const villes = await poserIndicateur(contrat, ficheId, { maille: 'commune' });
    const { id } = await poserIndicateur(contrat, ficheId, { agregation: 'moyenne-ponderee', ponderationId: poids.id });
    for (const ponderationId of [id, villes.id]) {
      const reponse = await equipe.patch(`/indicateurs/${id}`, 1, { ponderationId }).expect(422);
      expect(pointeurs(reponse.body)).toEqual(['/ponderationId']);
    }
    await equipe.delete(`/indicateurs/${poids.id}`, 1).expect(409);
  });

  it('leaves what is not sent as it is', async () => {
    const precise = {
      ventilations: ['sexe'],
      borneMin: 1,
      borneMax: 500,
      cumulatif: true,
    } satisfies Partial<IndicateurSaisie>;
    const { id } = await poserIndicateur(contrat, ficheId, precise);
    const { body } = await equipe.patch(`/indicateurs/${id}`, 1, { libelle: 'Autre' }).expect(200);
    expect(body).toMatchObject(precise);
  });

  it('refuses an origin that the caller does not see', async () => {
    const ailleurs = await creerContrat(app);
    const cache = await poserIndicateur(ailleurs, await poserFiche(app, ailleurs));
    for (const origine of [cache.id, 'rien-de-tel']) {
      const reponse = await equipe.post(adresse(), { ...definition(ficheId), origine }).expect(422);
      expect(pointeurs(reponse.body)).toEqual(['/origine']);
    }
  });
});

describe('definitions: access', () => {
  it('lets who holds the pen start a new definition, and nobody else', async () => {
    const { id } = await poserIndicateur(contrat, ficheId);
    const corps = { depuis: 2026, motif: 'Comptage', definition: { unite: 'personnes' } };
    for (const personnage of ['referentB', 'delegue', 'contributeur', 'lecteur'] as const) {
      await (
        await contrat.en(personnage)
      )
        .post(`/indicateurs/${id}/ruptures`, corps)
        .set('If-Match', '"1"')
        .expect(403);
    }
    await (
      await (await creerContrat(app)).en('equipe')
    )
      .post(`/indicateurs/${id}/ruptures`, corps)
      .set('If-Match', '"1"')
      .expect(404);
    await (await contrat.en('referentA')).post(`/indicateurs/${id}/ruptures`, corps).set('If-Match', '"1"').expect(200);
  });
});
