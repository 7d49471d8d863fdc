import type { NestExpressApplication } from '@nestjs/platform-express';
import type { Espace } from '@pleniere/participation/domain';
import type { Instance, Seance } from '@pleniere/plenieres/domain';
import { type ContratDeTest, creerContrat, demarrerApi } from '../../testing';
import { poserFiche, poserIndicateur } from '../../testing/poser';

type Objet = Record<string, unknown> & { id: string; version: number };

let app: NestExpressApplication;
let contrat: ContratDeTest;
let equipe: Awaited<ReturnType<ContratDeTest['en']>>;

const chemin = (suite: string): string => `/contrats/${contrat.contratId}/${suite}`;
const creer = async (adresse: string, saisie: object): Promise<Objet> =>
  (await equipe.post(adresse, saisie).expect(201)).body as Objet;

/** Changes one field of what `adresse` holds; every other one must stay. */
async function changerSeulement(adresse: string, avant: Objet, champ: string, valeur: unknown): Promise<void> {
  const { body } = await equipe.patch(adresse, avant.version, { [champ]: valeur }).expect(200);
  expect(body).toEqual({ ...avant, [champ]: valeur, version: avant.version + 1 });
}

beforeAll(async () => {
  app = await demarrerApi();
});
beforeEach(async () => {
  contrat = await creerContrat(app);
  equipe = await contrat.en('equipe');
});
afterAll(() => app.close());

const instancier = (): Promise<Objet> =>
  creer(chemin('instances'), { sorte: 'comite-pilotage', nom: 'Copil', description: 'Deux fois par an.' });

async function planifier(): Promise<Objet> {
  const { id: instanceId } = (await instancier()) as unknown as Instance;
  const seance = await creer(chemin('seances'), {
    ...{ instanceId, date: '2026-12-10', heure: '14:00', lieu: 'Hôtel de ville', statut: 'tenue' },
    ...{ presences: [{ college: 'habitants', presents: 12, excuses: 3 }], compteRendu: '<p>Ouverture.</p>' },
  });
  expect(seance).toMatchObject({ statut: 'tenue', compteRendu: '<p>Ouverture.</p>' } satisfies Partial<Seance>);
  return seance;
}

async function ouvrirEspace(): Promise<Objet> {
  const espace = await creer(chemin('espaces'), {
    ...{ nom: 'Table de quartier', forme: 'table-de-quartier', organisationId: contrat.organisations.villeA },
    ...{ depuis: '2024-01-01', jusquA: '2029-12-31', description: 'Chaque mois.', public: false },
    qpvCodes: [contrat.qpv.a1],
  });
  expect(espace).toMatchObject({ public: false, qpvCodes: [contrat.qpv.a1] } satisfies Partial<Espace>);
  return espace;
}

describe('a change of one field leaves the others as they were', () => {
  it('in an instance', async () => {
    const instance = await instancier();
    await changerSeulement(`/instances/${instance.id}`, instance, 'nom', 'Comité de pilotage');
  });

  it('in a séance', async () => {
    const seance = await planifier();
    await changerSeulement(`/seances/${seance.id}`, seance, 'date', '2026-12-11');
  });

  it('in a décision', async () => {
    const seance = await planifier();
    const decision = await creer(`/seances/${seance.id}/decisions`, {
      ...{ ficheId: await poserFiche(app, contrat), responsableId: contrat.organisations.bailleur },
      ...{ texte: 'Publier les réponses', echeance: '2027-01-31', statut: 'en-cours', suivi: 'Première moitié faite.' },
    });
    await changerSeulement(`/decisions/${decision.id}`, decision, 'texte', 'Publier toutes les réponses');
  });

  it('in an espace de dialogue', async () => {
    const espace = await ouvrirEspace();
    await changerSeulement(`/espaces/${espace.id}`, espace, 'nom', 'Table du Sanitas');
  });

  it('in a séance de dialogue', async () => {
    const espace = await ouvrirEspace();
    const seance = await creer(`/espaces/${espace.id}/seances`, {
      ...{ date: '2026-03-10', heure: '18:30', dureeMinutes: 90, lieu: 'Centre social', qpvCode: contrat.qpv.a1 },
      ...{
        modalite: 'hybride',
        sollicitations: ['affichage'],
        ordreDuJour: 'Le tram',
        compteRendu: 'On a parlé du tram.',
      },
      ...{ niveauParticipation: 'concertation', niveauJustification: 'Deux variantes.', ressentiQuestion: 'Utile ?' },
    });
    await changerSeulement(`/seances-dialogue/${seance.id}`, seance, 'lieu', 'Gymnase');
  });

  it('in an indicateur', async () => {
    const indicateur = await poserIndicateur(contrat, await poserFiche(app, contrat, { statut: 'brouillon' }));
    const { body } = await equipe
      .patch(`/indicateurs/${indicateur.id}`, indicateur.version, { calcul: 'habitants-mobilises' })
      .expect(200);
    await changerSeulement(`/indicateurs/${indicateur.id}`, body as Objet, 'libelle', 'Un autre libellé');
  });
});
