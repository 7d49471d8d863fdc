import type { INestApplication } from '@nestjs/common';
import type { Notification } from '@pleniere/acces/domain';
import { Horloge } from '@pleniere/indicateurs/api';
import type { Valeur } from '@pleniere/indicateurs/domain';
import { Base, Taches } from '@pleniere/shared/api';
import {
  contenuComplet,
  type ContratDeTest,
  creerContrat,
  demarrerApi,
  parcourir,
  type Personnage,
  poserFiche,
  poserIndicateur,
  saisie,
  vider,
} from '../../testing';

const TOUS: readonly Personnage[] = ['equipe', 'referentA', 'referentB', 'delegue', 'contributeur', 'lecteur'];

describe('what people are told of', () => {
  let app: INestApplication;
  let contrat: ContratDeTest;
  let jour: jest.SpyInstance<string, []>;

  beforeAll(async () => {
    app = await demarrerApi();
    jour = jest.spyOn(app.get(Horloge, { strict: false }), 'aujourdhui');
  });
  beforeEach(async () => {
    jour.mockReturnValue('2026-11-22');
    contrat = await creerContrat(app);
  });
  afterAll(() => app.close());

  const sql = (texte: string, valeurs: unknown[]) => app.get(Base).pool.query(texte, valeurs);
  const siennes = async (personnage: Personnage): Promise<Notification[]> =>
    ((await (await contrat.en(personnage)).get('/notifications').expect(200)).body as { notifications: Notification[] })
      .notifications;
  /** Who was told of events of that kind. */
  async function informes(sorte: string): Promise<Personnage[]> {
    const lus: Personnage[] = [];
    for (const un of TOUS) if ((await siennes(un)).some((dite) => dite.sorte === sorte)) lus.push(un);
    return lus;
  }
  const faire = async (tache: string) => {
    await app.get(Base).transaction((tx) => app.get(Taches).ajouter(tx, tache, {}));
    expect(await vider(app, tache)).toEqual([]);
  };

  describe('success', () => {
    it('each step of a fiche, to those who then have something to do or to know', async () => {
      const ficheId = await poserFiche(app, contrat, { statut: 'brouillon', contenu: contenuComplet(contrat) });
      await parcourir(contrat, ficheId, 'soumettre', 'demander-correction', 'soumettre', 'transmettre', 'rendre-avis');
      expect(await informes('fiche-soumise')).toEqual(['equipe']);
      expect(await informes('correction-demandee')).toEqual(['referentA']);
      expect(await informes('fiche-transmise')).toEqual(['referentA', 'delegue']);
      expect(await informes('avis-rendu')).toEqual(['equipe', 'referentA']);
      await parcourir(contrat, ficheId, 'valider', 'reviser');
      expect(await informes('fiche-en-vigueur')).toEqual(TOUS.filter((un) => un !== 'equipe'));
      expect(await informes('revision-ouverte')).toEqual(['equipe', 'delegue']);
      expect((await siennes('equipe')).filter(({ sorte }) => sorte === 'fiche-soumise')).toHaveLength(2);
    });

    it('a message to those whom it mentions, and to those who wrote before, once each', async () => {
      const ficheId = await poserFiche(app, contrat);
      const [referent, delegue] = [await contrat.en('referentA'), await contrat.en('delegue')];
      const ouverture = { texte: 'Que dit la CAF ?', visibilite: 'tous', champ: 'contexte' };
      const { body: fil } = await referent.post(`/fiches/${ficheId}/fils`, ouverture).expect(201);
      const reponse = {
        texte: 'Voir avec elle.',
        mentions: [contrat.personnes.referentA, contrat.personnes.contributeur],
      };
      await delegue.post(`/fils/${fil.id}/messages`, reponse).expect(201);
      expect(await informes('mention')).toEqual(['referentA', 'contributeur']);
      expect(await informes('reponse')).toEqual([]);
      await delegue.post(`/fils/${fil.id}/messages`, { texte: 'Elle répond demain.' }).expect(201);
      expect(await informes('reponse')).toEqual(['referentA']);
      expect(JSON.stringify(await siennes('referentA'))).not.toContain('CAF');
    });

    it('a demande de précision to the organisation that is asked, and the answer to whoever asked', async () => {
      const ficheId = await poserFiche(app, contrat);
      const [referent, delegue] = [await contrat.en('referentA'), await contrat.en('delegue')];
      const destinataire = { personneId: null, organisationId: contrat.organisations.villeA };
      const demande = { champ: null, question: 'Combien de séances ?', destinataire, echeance: '2026-12-01' };
      const { body } = await delegue.post(`/fiches/${ficheId}/precisions`, demande).expect(201);
      expect(await informes('precision')).toEqual(['referentA']);
      await referent.put(`/precisions/${body.id}/reponse`, body.version, { reponse: 'Douze.' }).expect(200);
      expect(await informes('precision')).toEqual(['referentA', 'delegue']);
    });

    it('values that come back, to whoever typed them', async () => {
      const ficheId = await poserFiche(app, contrat);
      const { id } = await poserIndicateur(contrat, ficheId);
      const [referent, equipe] = [await contrat.en('referentA'), await contrat.en('equipe')];
      const adresse = `/contrats/${contrat.contratId}/valeurs`;
      const { body } = await referent.post(adresse, { saisies: [saisie(id)] }).expect(200);
      const [{ annee, territoire, ventilation, version }] = (body as { valeurs: [Valeur] }).valeurs;
      const cellules = [{ indicateurId: id, annee, territoire, ventilation, version }];
      await equipe.post(`${adresse}/validation`, { cellules, decision: 'retourner', motif: 'À revoir.' }).expect(200);
      expect(await informes('valeur-retournee')).toEqual(['referentA']);
    });

    it('a campagne that opens, then its last week, once, on the days when the hour changes too', async () => {
      jour.mockReturnValue('2026-10-01');
      const ouverture = { annee: 2026, echeance: '2026-11-01', consigne: '' };
      await (await contrat.en('equipe')).post(`/contrats/${contrat.contratId}/campagnes`, ouverture).expect(201);
      expect(await informes('campagne')).toEqual(['referentA', 'referentB', 'delegue', 'contributeur']);
      jour.mockReturnValue('2026-10-24');
      await faire('rappels-campagne');
      expect(await informes('echeance-campagne')).toEqual([]);
      jour.mockReturnValue('2026-10-25');
      await faire('rappels-campagne');
      await faire('rappels-campagne');
      expect(await informes('echeance-campagne')).toEqual(['equipe', 'referentA', 'referentB', 'contributeur']);
      expect((await siennes('referentA')).filter(({ sorte }) => sorte === 'echeance-campagne')).toHaveLength(1);
    });

    it('a mandat that ends within thirty days, to its holder and to the team, unless another follows', async () => {
      const { personnes } = contrat;
      const finir = (personne: string, jours: number) =>
        sql(`update mandat set au = (now() at time zone 'Europe/Paris')::date + $2::int where personne_id = $1`, [
          personne,
          jours,
        ]);
      await finir(personnes.referentB, 31);
      await faire('mandats-a-echeance');
      expect(await informes('mandat')).toEqual([]);
      await finir(personnes.referentA, 30);
      await faire('mandats-a-echeance');
      expect(await informes('mandat')).toEqual(['equipe', 'referentA']);
      expect((await siennes('equipe')).map(({ titre }) => titre)[0]).toContain('Personne referentA');
    });
  });

  describe('access', () => {
    it('tells nobody of a thread outside its circle, nor of the notes of the State', async () => {
      const ficheId = await poserFiche(app, contrat);
      const [equipe, delegue] = [await contrat.en('equipe'), await contrat.en('delegue')];
      const ouvrir = { texte: 'Entre nous', visibilite: 'equipe', champ: 'contexte' };
      const refusee = { ...ouvrir, mentions: [contrat.personnes.referentA] };
      await equipe.post(`/fiches/${ficheId}/fils`, refusee).expect(422);
      await equipe.post(`/fiches/${ficheId}/fils`, ouvrir).expect(201);
      await delegue.post(`/fiches/${ficheId}/notes`, { texte: 'Vu sur place', champ: 'contexte' }).expect(201);
      for (const un of TOUS) expect(await siennes(un)).toEqual([]);
    });

    it('no longer shows a mention in a circle that one has left', async () => {
      const ficheId = await poserFiche(app, contrat);
      const { personnes } = contrat;
      const ouvrir = { texte: 'À vous', visibilite: 'tous', champ: 'contexte', mentions: [personnes.referentA] };
      await (await contrat.en('equipe')).post(`/fiches/${ficheId}/fils`, ouvrir).expect(201);
      expect(await informes('mention')).toEqual(['referentA']);
      await sql(`update mandat set role = 'lecteur' where personne_id = $1`, [personnes.referentA]);
      expect(await informes('mention')).toEqual([]);
    });
  });
});
