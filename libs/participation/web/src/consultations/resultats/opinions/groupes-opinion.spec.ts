import { TestBed } from '@angular/core/testing';
import type { OpinionsGelees, PropositionClassee } from '@pleniere/participation/domain';
import { GroupesOpinion } from './groupes-opinion';

const proposition = (numero: number, texte: string) => ({ numero, texte }) as PropositionClassee;
const PROPOSITIONS = [proposition(4, 'Il faut des arbres'), proposition(7, 'Il faut des places de parking')];
const MONTREES: OpinionsGelees = {
  refus: null,
  silhouette: 0.42,
  groupes: [
    { taille: 60, propres: [{ numero: 7, ici: { pour: 41, vus: 50 }, ailleurs: null }] },
    { taille: 20, propres: [{ numero: 99, ici: { pour: 15, vus: 20 }, ailleurs: { pour: 1, vus: 50 } }] },
  ],
  partagees: [{ numero: 4, avis: [{ pour: 45, vus: 50 }, null] }],
};

async function lire(opinions: OpinionsGelees | null): Promise<HTMLElement> {
  const fixture = TestBed.createComponent(GroupesOpinion);
  fixture.componentRef.setInput('resultats', { opinions, propositions: PROPOSITIONS });
  await fixture.whenStable();
  return fixture.nativeElement as HTMLElement;
}

const mots = (vue: Element | null | undefined) => vue?.textContent?.replace(/\s+/g, ' ').trim();
const rangees = (table: Element | undefined) =>
  [...(table?.querySelectorAll('tbody tr') ?? [])].map((rangee) => [...rangee.children].map(mots));

describe('groups of opinion', () => {
  it('are told with what each holds to and what gathers them, and a small number is not shown', async () => {
    const vue = await lire(MONTREES);
    expect([...vue.querySelectorAll('.tailles li')].map(mots)).toEqual([
      'Groupe A 60 personnes',
      'Groupe B 20 personnes',
    ]);
    const [premier, second, commun] = [...vue.querySelectorAll('table')].map(rangees);
    expect(premier).toEqual([['7. Il faut des places de parking', '82 % de 50 votes', 'non montré']]);
    // What was refused since is not in the report.
    expect(second).toEqual([['Rien ne le distingue nettement.']]);
    expect(commun).toEqual([['4. Il faut des arbres', '90 % de 50 votes', 'non montré']]);
  });

  it('say in words why there are none', async () => {
    const refus = 'Les avis ne forment pas de groupes distincts.';
    const vue = await lire({ refus, silhouette: 0.1, groupes: [], partagees: [] });
    expect(mots(vue)).toContain(`Aucun groupe n’est montré. ${refus}`);
    expect(vue.querySelector('table')).toBeNull();
  });

  it('are awaited after the freezing', async () => {
    expect(mots(await lire(null))).toContain('revenez dans une minute');
  });
});
