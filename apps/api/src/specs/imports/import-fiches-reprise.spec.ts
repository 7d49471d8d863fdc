import type { NestExpressApplication } from '@nestjs/platform-express';
import type { FichierARelire, LotImport } from '@pleniere/fiches/domain';
import { type Client, type ContratDeTest, creerContrat, demarrerApi } from '../../testing';

const FICHE = `FICHE PROJET N°T 1.4
Ouvrir des lieux de parole

Pilote du projet : Villes
Où ? Sanitas et Rabière
Partenaires : Val Habitat, Préfecture
Indicateurs de résultat :
- Nombre et diversité d’habitants mobilisés
`;

describe('an imported file that is left and taken up again', () => {
  let app: NestExpressApplication;
  let contrat: ContratDeTest;
  let equipe: Client;

  beforeAll(async () => {
    app = await demarrerApi();
  });
  beforeEach(async () => {
    contrat = await creerContrat(app);
    equipe = await contrat.en('equipe');
  });
  afterAll(() => app.close());

  async function lire(): Promise<{ adresse: string; lot: string; lu: FichierARelire }> {
    const envoi = equipe.post(`/contrats/${contrat.contratId}/imports-fiches`, null);
    const depose = (await envoi.attach('fichiers', Buffer.from(FICHE), 'fiche.txt').expect(201)).body as LotImport;
    let [fichier] = depose.fichiers;
    while (fichier?.statut === 'en-cours') {
      [fichier] = ((await equipe.get(`/imports-fiches/${depose.id}`).expect(200)).body as LotImport).fichiers;
    }
    const adresse = `/imports-fiches/${depose.id}/fichiers/${fichier?.id ?? ''}`;
    return { adresse, lot: depose.id, lu: (await equipe.get(adresse).expect(200)).body as FichierARelire };
  }

  it('keeps what is ticked for who comes back later, but for a link whose words moved away', async () => {
    const { adresse, lu } = await lire();
    const [compose] = lu.proposition.indicateurs;
    const choix = {
      confirmations: ['partenaires/0', 'partenaires/1', 'cadreOu'],
      indicateurs: [{ passage: compose?.passage, mode: 'parties' }],
    };
    await equipe.put(`${adresse}/choix`, lu.version, choix).expect(200);
    await equipe.put(`${adresse}/choix`, lu.version, choix).expect(412);
    const relu = (await equipe.get(adresse).expect(200)).body as FichierARelire;
    expect(relu.choix).toEqual(choix);

    const partenaires = relu.passages.find(({ destination }) => destination === 'partenaires');
    const deplacement = { id: partenaires?.id, destination: 'pilotes', section: null };
    const { body } = await equipe.put(`${adresse}/placement`, relu.version, { passages: [deplacement] }).expect(200);
    expect((body as FichierARelire).choix).toEqual({ ...choix, confirmations: ['cadreOu'] });
  });

  it('makes nothing any more of its files, not even of those that nobody reviewed', async () => {
    const { adresse, lot } = await lire();
    await equipe.post(`/imports-fiches/${lot}/annulation`).expect(200);
    const { fichiers } = (await equipe.get(`/imports-fiches/${lot}`).expect(200)).body as LotImport;
    const version = fichiers[0]?.version ?? 0;
    const { body } = await equipe
      .post(`${adresse}/decision`, { decision: 'creer', code: 'T1.4', enjeuId: contrat.enjeuId })
      .set('If-Match', `"${version}"`)
      .expect(409);
    expect(body.detail).toContain('Cet import a été annulé');
    await equipe.put(`${adresse}/placement`, version, { passages: [] }).expect(409);
    await equipe.put(`${adresse}/choix`, version, { confirmations: [], indicateurs: [] }).expect(409);
  });
});
