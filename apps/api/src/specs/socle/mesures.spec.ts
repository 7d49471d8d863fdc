import type { NestExpressApplication } from '@nestjs/platform-express';
import { createServer } from 'node:http';
import { type AddressInfo } from 'node:net';
import { type ContratDeTest, creerContrat, demarrerApi } from '../../testing';

/** A port that was free a moment ago. */
async function portLibre(): Promise<number> {
  const serveur = createServer();
  await new Promise<void>((pret) => serveur.listen(0, '127.0.0.1', pret));
  const { port } = serveur.address() as AddressInfo;
  await new Promise((ferme) => serveur.close(ferme));
  return port;
}

describe('metrics for a supervisor', () => {
  let app: NestExpressApplication;
  let contrat: ContratDeTest;
  let port: number;

  beforeAll(async () => {
    port = await portLibre();
    app = await demarrerApi({ metriquesPort: port });
    contrat = await creerContrat(app);
  });
  afterAll(() => app.close());

  const lire = async (chemin = '/metrics') => {
    const reponse = await fetch(`http://127.0.0.1:${port}${chemin}`);
    return { status: reponse.status, texte: await reponse.text() };
  };

  it('tell durations by route and status, never who or what was asked', async () => {
    const equipe = await contrat.en('equipe');
    await equipe.get(`/contrats/${contrat.contratId}`).expect(200);
    await equipe.get('/fiches/pas-un-identifiant').expect(404);
    const { texte } = await lire();
    expect(texte).toMatch(
      /pleniere_http_duree_secondes_count\{methode="GET",route="\/api\/v1\/contrats\/:contratId",statut="200"\} 1/,
    );
    expect(texte).toMatch(/route="\/api\/v1\/fiches\/:ref",statut="404"\} 1/);
    expect(texte).not.toContain(contrat.contratId);
    expect(texte).not.toContain('pas-un-identifiant');
  });

  it('tell connections, jobs, and the health of the process', async () => {
    const { texte } = await lire();
    expect(texte).toMatch(/pleniere_connexions_base\{etat="ouvertes"\} [1-9]/);
    expect(texte).toContain('pleniere_connexions_base{etat="attendues"} 0');
    expect(texte).toContain('pleniere_ecrans_a_l_ecoute 0');
    expect(texte).toContain('# TYPE pleniere_travaux gauge');
    expect(texte).toContain('nodejs_eventloop_lag_seconds');
  });

  it('are on their own port alone, at one address', async () => {
    expect((await lire('/')).status).toBe(404);
    const equipe = await contrat.en('equipe');
    await equipe.get('/metrics').expect(404);
  });
});
