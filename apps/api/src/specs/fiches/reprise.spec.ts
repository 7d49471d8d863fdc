import type { INestApplication } from '@nestjs/common';
import { Base } from '@pleniere/shared/api';
import { type ContratDeTest, creerContrat, demarrerApi, poserFiche, poserIndicateur } from '../../testing';

describe('taking over a post', () => {
  let app: INestApplication;
  let contrat: ContratDeTest;
  let ficheId: string;

  beforeAll(async () => {
    app = await demarrerApi();
  });
  beforeEach(async () => {
    contrat = await creerContrat(app);
    ficheId = await poserFiche(app, contrat);
    await poserFiche(app, contrat, { rang: 2, pilote: contrat.organisations.villeB });
  });
  afterAll(() => app.close());

  const sql = (texte: string, valeurs: unknown[] = []) => app.get(Base).pool.query(texte, valeurs);
  const adresse = (organisation = '') =>
    `/contrats/${contrat.contratId}/reprise${organisation && `?organisation=${organisation}`}`;

  /** Référent A has left; the person of référent B takes over ville A. */
  async function releve(): Promise<void> {
    await sql(`update mandat set au = '2026-01-31' where personne_id = $1`, [contrat.personnes.referentA]);
    await sql('update mandat set organisation_id = $2 where personne_id = $1', [
      contrat.personnes.referentB,
      contrat.organisations.villeA,
    ]);
  }

  const ecrireAction = async (titre: string, echeance: string) => {
    const referent = await contrat.en('referentA');
    const action = {
      titre,
      description: '',
      pilote: '',
      echeance,
      statut: 'en-cours',
      niveauParticipation: 'consultation',
      etapes: [],
      refDauphin: '',
    };
    await referent.post(`/fiches/${ficheId}/actions`, action).expect(201);
  };

  describe('success', () => {
    it('says what is mine, what is late, and what my predecessor did', async () => {
      await ecrireAction('Café des habitants', '2025-06-30');
      await ecrireAction('Marche exploratoire', '2030-12-31');
      await poserIndicateur(contrat, ficheId, { responsableId: contrat.organisations.villeA });
      await sql(
        `insert into declinaison (contrat_id, fiche_id, organisation_id, qpv_code, statut_execution)
         values ($1, $2, $3, $4, 'en-cours')`,
        [contrat.contratId, ficheId, contrat.organisations.villeA, contrat.qpv.a1],
      );
      await releve();
      const { body } = await (await contrat.en('referentB')).get(adresse()).expect(200);
      const fiche = { id: ficheId, code: 'T1.1', titre: 'Projet 1' };
      expect(body).toMatchObject({
        organisation: { nom: 'Ville de Tours' },
        personnes: [{ nom: 'Personne referentA', au: '2026-01-31' }],
        fiches: [{ ...fiche, statut: 'en-vigueur' }],
        declinaisons: [{ fiche, qpv: 'Sanitas', statutExecution: 'en-cours', meteo: null }],
        indicateurs: [{ libelle: 'Nombre d’habitants mobilisés', fiche }],
        actionsEnRetard: [{ titre: 'Café des habitants', echeance: '2025-06-30', fiche }],
      });
      expect(body.changements).toHaveLength(2);
      expect(body.changements[0]).toMatchObject({ auteur: { nom: 'Personne referentA' }, objet: 'action' });
    });

    it('shows any organisation to the team', async () => {
      const equipe = await contrat.en('equipe');
      const { body } = await equipe.get(adresse(contrat.organisations.villeB)).expect(200);
      expect(body.fiches).toMatchObject([{ code: 'T1.2' }]);
    });

    it('is empty, not absent, for an organisation that holds nothing', async () => {
      const { body } = await (await contrat.en('delegue')).get(adresse()).expect(200);
      expect(body).toMatchObject({
        fiches: [],
        declinaisons: [],
        indicateurs: [],
        actionsEnRetard: [],
        changements: [],
      });
    });
  });

  describe('validation', () => {
    it.each(['ma-ville', '%00'])('takes « %s » for no organisation', async (organisation) => {
      await (await contrat.en('equipe')).get(adresse(organisation)).expect(400);
    });
  });

  describe('access', () => {
    it('keeps others to their own organisation', async () => {
      await (await contrat.en('referentA')).get(adresse(contrat.organisations.villeB)).expect(403);
      await (await contrat.en('referentA')).get(adresse(contrat.organisations.villeA)).expect(200);
    });

    it('knows no organisation of another contrat', async () => {
      const autre = await creerContrat(app);
      await (await contrat.en('equipe')).get(adresse(autre.organisations.villeA)).expect(404);
    });

    it('shows a reader what is in force alone, and no change', async () => {
      await ecrireAction('Café des habitants', '2025-06-30');
      await poserFiche(app, contrat, { rang: 3, statut: 'brouillon' });
      await sql('update mandat set organisation_id = $2 where personne_id = $1', [
        contrat.personnes.lecteur,
        contrat.organisations.villeA,
      ]);
      const { body } = await (await contrat.en('lecteur')).get(adresse()).expect(200);
      expect(body.changements).toEqual([]);
      expect((body.fiches as { code: string }[]).map(({ code }) => code)).not.toContain('T1.3');
    });
  });
});
