import type { NestExpressApplication } from '@nestjs/platform-express';
import { CIRCUIT, type FicheLue, type Transition } from '@pleniere/fiches/domain';
import { Base } from '@pleniere/shared/api';
import fc from 'fast-check';
import { randomUUID } from 'node:crypto';
import {
  type Client,
  contenuComplet,
  type ContratDeTest,
  creerContrat,
  demandeDe,
  demarrerApi,
  ecrireAvis,
  type Personnage,
  poserFiche,
  suivre,
} from '../../testing';

type Geste = Transition | 'ecrire' | 'vider' | 'attendre';

const ROLES: Personnage[] = ['equipe', 'equipe', 'referentA', 'referentB', 'delegue', 'contributeur', 'lecteur'];
const GESTES: Geste[] = [
  ...CIRCUIT.map(({ transition }) => transition).filter((transition) => transition !== 'archiver'),
  'ecrire',
  'vider',
  'attendre',
];

let app: NestExpressApplication;
let contrat: ContratDeTest;
let clients: Record<Personnage, Client>;

beforeAll(async () => {
  app = await demarrerApi();
  contrat = await creerContrat(app);
  const ouverts = ROLES.map(async (role) => [role, await contrat.en(role)] as const);
  clients = Object.fromEntries(await Promise.all(ouverts)) as Record<Personnage, Client>;
});
afterAll(() => app.close());

const lire = async (id: string) => (await clients.equipe.get(`/fiches/${id}`).expect(200)).body as FicheLue;

async function enVigueur(id: string): Promise<FicheLue | null> {
  const { body, status } = await clients.lecteur.get(`/fiches/${id}`);
  return status === 200 ? (body as FicheLue) : null;
}

/** Does what is asked, whether it is allowed or not, and gives the status of the answer. */
async function faire(id: string, role: Personnage, geste: Geste, { version, champs }: FicheLue): Promise<number> {
  const client = clients[role];
  if (geste === 'attendre') {
    const ECOULER =
      'update revision set avis_echeance = current_date - 1 where fiche_id = $1 and avis_echeance is not null';
    await app.get(Base).pool.query(ECOULER, [id]);
    return 0;
  }
  if (geste === 'ecrire' || geste === 'vider') {
    const valeur = geste === 'vider' ? [] : [{ id: randomUUID(), texte: `<p>${randomUUID()}</p>` }];
    const ancienne = champs.facteursFavorables?.version ?? 0;
    return (await client.put(`/fiches/${id}/champs/facteursFavorables`, ancienne, { valeur })).status;
  }
  if (geste === 'rendre-avis' && role === 'delegue') await ecrireAvis(client, id);
  return (await suivre(client, id, geste, version, demandeDe(contrat, geste))).status;
}

function attendreUnPasPermis(geste: Geste, avant: FicheLue, apres: FicheLue, status: number): void {
  if (apres.statut === avant.statut) return;
  const etape = CIRCUIT.find(({ transition }) => transition === geste);
  expect([status, apres.statut]).toEqual([200, etape?.vers]);
  expect(etape?.de).toContain(avant.statut);
}

describe('any walk of any people along the circuit', () => {
  it('keeps one text in force at most, complete, and unchanged until another takes its place', async () => {
    const pas = fc.record({ role: fc.constantFrom(...ROLES), geste: fc.constantFrom(...GESTES) });
    let rang = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(pas, { minLength: 15, maxLength: 25 }), async (marche) => {
        const id = await poserFiche(app, contrat, {
          rang: ++rang,
          statut: 'brouillon',
          contenu: contenuComplet(contrat),
        });
        for (const { role, geste } of marche) {
          const [avant, texte] = [await lire(id), await enVigueur(id)];
          const status = await faire(id, role, geste, avant);
          expect(status).toBeLessThan(500);
          const [apres, lu] = [await lire(id), await enVigueur(id)];
          attendreUnPasPermis(geste, avant, apres, status);
          const valide = geste === 'valider' && status === 200;
          expect(lu?.contenu).toEqual((valide ? avant : texte)?.contenu);
          expect(lu?.completude.manques.filter(({ obligatoire }) => obligatoire) ?? []).toEqual([]);
          expect(apres.revisions.filter((une) => une.enVigueurLe && !une.remplaceeLe).length).toBe(lu ? 1 : 0);
        }
      }),
      { numRuns: 10 },
    );
  });
});
