import type { ClasseProposition, OpinionsGelees, ResultatGele } from '@pleniere/participation/domain';
import { resultatDe, seuilsGeles } from '@pleniere/participation/domain';
import { type BaseDemo, ouvrirDemo } from '../../testing/poser/demo';

let demo: BaseDemo;

const lire = <T>(texte: string): Promise<T[]> => demo.source.query<T[]>(texte);

beforeAll(async () => {
  demo = await ouvrirDemo('demo_consultations');
});
afterAll(() => demo.fermer());

describe('the consultations of the demo', () => {
  it('show two groups of opinion apart, what each holds to, and what gathers them', async () => {
    const [ligne] = await lire<{ contenu: OpinionsGelees }>('select contenu from resultat_opinions');
    expect(ligne?.contenu).toMatchObject({ refus: null, groupes: [expect.anything(), expect.anything()] });
    expect(ligne?.contenu.silhouette).toBeGreaterThan(0.3);
    for (const { taille, propres } of ligne?.contenu.groupes ?? []) {
      expect(taille).toBeGreaterThanOrEqual(30);
      expect(propres.length).toBeGreaterThanOrEqual(2);
    }
    expect(ligne?.contenu.partagees.length).toBeGreaterThanOrEqual(5);
  });

  it('say of each proposition what the report tells', async () => {
    const [ligne] = await lire<{ contenu: ResultatGele }>('select contenu::json as contenu from resultat');
    const classes = new Map<string, ClasseProposition>(
      ligne?.contenu.propositions.map(({ texte, votes }) => [
        texte,
        resultatDe(votes, seuilsGeles(ligne.contenu.seuils)).classe,
      ]),
    );
    expect(classes.get('Il faut réparer les portes d’entrée sous une semaine')).toBe('plebiscitee');
    expect(classes.get('Il faut garder toutes les places de parking')).toBe('controversee');
    expect(classes.get('Il faut supprimer la moitié des places de parking')).not.toBe('plebiscitee');
  });

  it('gather people of every age, enough of each to be told', async () => {
    const [ligne] = await lire<{ contenu: ResultatGele }>('select contenu::json as contenu from resultat');
    const ages = Object.entries(ligne?.contenu.profils.trancheAge ?? {});
    expect(ages.map(([age]) => age)).toEqual(['15-24', '25-59', '60-74', '75-plus']);
    for (const [, nombre] of ages) expect(nombre).toBeGreaterThanOrEqual(11);
  });

  it('have a queue that lives: what came today, and one that is late', async () => {
    const attentes = await lire<{ heures: number }>(
      `select round(extract(epoch from now() - proposee_le) / 3600)::int as heures from proposition
       where etat in ('en-attente', 'reportee') order by proposee_le desc`,
    );
    expect(attentes.map(({ heures }) => heures)).toEqual([2, 19, 40, 63]);
  });

  it('follow projects to their end', async () => {
    const projets = await lire<{ avancement: string }>(
      'select avancement from projet_nouvelle where fonction is not null order by le, id',
    );
    expect(new Set(projets.map(({ avancement }) => avancement))).toEqual(new Set(['en-cours', 'livre']));
  });
});
