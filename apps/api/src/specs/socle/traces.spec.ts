import { createServer } from 'node:http';
import { jusqua } from '../../testing';
import { construireProgramme, ecouter, lancerProgramme } from '../../testing/programme-construit';

describe('traces of the built program', () => {
  let construit: ReturnType<typeof construireProgramme>;
  let recues = '';
  const collecteur = createServer((requete, reponse) => {
    requete.on('data', (morceau: Buffer) => (recues += morceau.toString('latin1')));
    requete.on('end', () => reponse.writeHead(200, { 'Content-Type': 'application/json' }).end('{}'));
  });

  beforeAll(() => {
    construit = construireProgramme();
  });
  afterAll(() => {
    collecteur.closeAllConnections();
    collecteur.close();
    construit.retirer();
  });

  it('follow a request to its statements, by setting alone', async () => {
    const { port, programme } = await lancerProgramme(construit.dossier, {
      LOG_LEVEL: 'silent',
      OTEL_EXPORTER_OTLP_ENDPOINT: `http://127.0.0.1:${await ecouter(collecteur)}`,
      OTEL_BSP_SCHEDULE_DELAY: '50',
    });
    try {
      const demander = (chemin: string) => fetch(`http://127.0.0.1:${port}${chemin}`).catch(() => null);
      await demander('/api/v1/public/contrats/1/questions/suivi/secret-recepisse?q=secret-mot');
      await demander('/habitants/un-contrat?q=secret-mot');
      await jusqua(() => /select .*from contrat c/s.test(recues));
      expect(recues).toContain('pleniere');
      expect(recues).toContain('/habitants/');
      expect(recues).not.toContain('/health/ready');
      expect(recues).toContain('/questions/suivi/');
      expect(recues).not.toContain('secret-');
    } finally {
      programme.kill('SIGKILL');
    }
  });
});
