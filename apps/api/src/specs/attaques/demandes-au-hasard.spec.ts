import type { NestExpressApplication } from '@nestjs/platform-express';
import { Base } from '@pleniere/shared/api';
import * as fc from 'fast-check';
import type { AddressInfo } from 'node:net';
import { defautDe } from '../../testing/attaques/defauts';
import { type Demande, demandes, idsDe, type Reperes } from '../../testing/attaques/demandes';
import { envoyer, raccrocher } from '../../testing/attaques/envoyer';
import { OPERATIONS } from '../../testing/attaques/operations';
import { Temoin } from '../../testing/attaques/temoin';
import { creerContrat, demarrerApi, type Personnage } from '../../testing';
import { poserDecor } from '../../testing/decor-droits';

const APPELANTS = ['equipe', 'referentA', 'referentB', 'delegue', 'contributeur', 'lecteur', 'personne'] as const;
/** Every operation × every caller: 2,000 requests and more. `npm run attaques` asks for more tours. */
const TOURS = Number(process.env['ATTAQUES_TOURS'] ?? 1);
const GRAINE = Number(process.env['ATTAQUES_GRAINE'] ?? 20_260);
const PATIENCE_MS = 60_000 * Math.max(2, TOURS * 2);

/** Sessions that may have been closed by the requests themselves: opened anew when one is. */
class Appelant {
  private entetes: Record<string, string> = {};

  constructor(
    private readonly reperes: Reperes,
    private readonly qui: (typeof APPELANTS)[number],
    private readonly port: number,
  ) {}

  async entrer(): Promise<void> {
    if (this.qui === 'personne') return;
    const { cookie, jeton } = await this.reperes.sien.contrat.en(this.qui satisfies Personnage);
    this.entetes = { cookie, 'x-xsrf-token': jeton };
  }

  async envoyer(demande: Demande): Promise<ReturnType<typeof envoyer>> {
    const entetes = { ...this.entetes, ...demande.entetes };
    const reponse = await envoyer(this.port, { ...demande, entetes });
    if (reponse.status === 401 && this.qui !== 'personne') await this.entrer();
    return reponse;
  }
}

describe('requests that were never meant', () => {
  let app: NestExpressApplication;
  let temoin: Temoin;
  let port: number;
  let envoyees = 0;

  beforeAll(async () => {
    app = await demarrerApi();
    await app.listen(0, '127.0.0.1');
    ({ port } = app.getHttpServer().address() as AddressInfo);
    temoin = await Temoin.poser(app, await poserDecor(app, await creerContrat(app)));
  });
  afterAll(async () => {
    raccrocher();
    await app.get(Base).pool.query('delete from frein_connexion');
    await app.close();
  });

  async function unTour(qui: (typeof APPELANTS)[number], graine: number): Promise<string[]> {
    const sien = await poserDecor(app, await creerContrat(app));
    const reperes: Reperes = { sien, autre: temoin.decor, ids: [...idsDe(sien), ...idsDe(temoin.decor)] };
    const appelant = new Appelant(reperes, qui, port);
    await appelant.entrer();
    const defauts: string[] = [];
    // An id of the other contrat that was kept as words of ours comes back as ours.
    const semes = new Set<string>();
    for (const [rang, operation] of OPERATIONS.entries()) {
      const [demande] = fc.sample(demandes(operation, reperes), { numRuns: 1, seed: graine + rang });
      if (!demande) continue;
      const reponse = await appelant.envoyer(demande);
      envoyees++;
      const defaut = defautDe(demande, reponse, new Set([...temoin.ids].filter((id) => !semes.has(id))));
      if (reponse.status < 300) for (const id of temoin.ids) if (demande.corps?.includes(id)) semes.add(id);
      if (defaut)
        defauts.push(`${operation.nom} (${qui}) ${demande.chemin} ${demande.corps?.slice(0, 300)}: ${defaut}`);
    }
    return defauts;
  }

  it.each(APPELANTS)(
    'are answered or refused, and tell nothing of another contrat: %s',
    async (qui) => {
      const avant = await temoin.empreinte();
      const defauts: string[] = [];
      for (let tour = 0; tour < TOURS; tour++) {
        await app.get(Base).pool.query('delete from frein_connexion');
        defauts.push(...(await unTour(qui, GRAINE + tour * 7_919 + APPELANTS.indexOf(qui) * 104_729)));
      }
      expect(defauts).toEqual([]);
      expect(await temoin.empreinte()).toEqual(avant);
    },
    PATIENCE_MS,
  );

  it('went to every operation that the API describes', () => {
    expect(envoyees).toBe(OPERATIONS.length * APPELANTS.length * TOURS);
    expect(OPERATIONS.length).toBeGreaterThan(250);
  });
});
