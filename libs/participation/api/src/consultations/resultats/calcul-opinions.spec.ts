import { calculerOpinions } from './calcul-opinions';

/** Two camps of thirty who mostly vote the contrary on twelve propositions; all agree on the thirteenth, which few of the first saw. */
const VOTES = Array.from({ length: 60 }, (_, qui) => {
  const camp = qui < 30 ? 0 : 1;
  const siens = Array.from({ length: 12 }, (_, rang) => {
    // Nobody votes as their camp on everything.
    const fidele = (qui * 31 + rang * 17) % 100 >= 10;
    const avis = ((rang + camp) % 2 === 0) === fidele;
    return `${qui},${rang + 1},${avis ? 1 : -1}`;
  });
  const [rang, vu] = [qui % 30, camp === 0 ? 10 : 20];
  return rang < vu ? [...siens, `${qui},13,1`] : siens;
})
  .flat()
  .join();

describe('groups of opinion that are kept', () => {
  it('tell no share of fewer than eleven votes', () => {
    const { groupes, partagees } = calculerOpinions(VOTES);
    expect(groupes.map(({ taille }) => taille)).toEqual([30, 30]);
    const [commune] = partagees;
    expect(commune?.numero).toBe(13);
    expect(commune?.avis).toHaveLength(2);
    expect(commune?.avis).toEqual(expect.arrayContaining([null, { pour: 20, vus: 20 }]));
  });
});
