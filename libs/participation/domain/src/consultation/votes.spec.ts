import fc from 'fast-check';
import type { CompteVotes } from './types';
import {
  AUCUN_VOTE,
  compterVote,
  compterVotes,
  type EvenementDeVote,
  qualificationsDe,
  refusQualifications,
  replierVotes,
  totalVotes,
  voteApres,
  type VoteCourant,
} from './votes';
import type { Qualification, ValeurVote } from './vocabulaire';

const vote = (
  participantId: string,
  propositionId: string,
  valeur: ValeurVote | null,
  qualifications: Qualification[] = [],
): EvenementDeVote => ({ sorte: 'vote', participantId, propositionId, valeur, qualifications });
const suspicion = (participantId: string, suspect: boolean): EvenementDeVote => ({
  sorte: 'suspicion',
  participantId,
  suspect,
});
const comptesDe = (evenements: EvenementDeVote[]) => compterVotes(replierVotes(evenements));

describe('a vote', () => {
  it('given twice is given once', () => {
    expect(voteApres({ valeur: 1, qualifications: ['realiste'] }, 1)).toBeNull();
    expect(voteApres({ valeur: 1, qualifications: ['realiste'] }, 1, ['realiste'])).toBeNull();
    expect(voteApres(null, null)).toBeNull();
    expect(voteApres({ valeur: null, qualifications: [] }, null)).toBeNull();
  });

  it('that changes loses what was said with it, even the word that both votes share', () => {
    const pour: VoteCourant = { valeur: 1, qualifications: ['coup-de-coeur', 'banalite'] };
    expect(voteApres(pour, 0)).toEqual({ valeur: 0, qualifications: [] });
    expect(voteApres(pour, -1)).toEqual({ valeur: -1, qualifications: [] });
    expect(voteApres(pour, -1, ['infaisable'])).toEqual({ valeur: -1, qualifications: ['infaisable'] });
    expect(voteApres(pour, 1, [])).toEqual({ valeur: 1, qualifications: [] });
    expect(voteApres(pour, null)).toEqual({ valeur: null, qualifications: [] });
  });

  it('takes its own qualifications alone', () => {
    expect(refusQualifications(1, ['coup-de-coeur', 'banalite'])).toBeNull();
    expect(refusQualifications(1, ['infaisable'])).not.toBeNull();
    expect(refusQualifications(0, ['banalite'])).not.toBeNull();
    expect(refusQualifications(null, ['realiste'])).toContain('Votez');
    expect(refusQualifications(null, [])).toBeNull();
    expect(qualificationsDe(null)).toEqual([]);
  });
});

describe('the log of votes', () => {
  it('makes one current vote of each participant', () => {
    const [comptes] = comptesDe([
      vote('a', 'p', 1, ['realiste']),
      vote('a', 'p', 1, ['realiste']),
      vote('b', 'p', 1),
      vote('b', 'p', -1, ['banalite']),
      vote('c', 'p', 0, ['pas-compris']),
      vote('c', 'p', null),
    ]).values();
    expect(comptes?.retenus).toEqual({ ...AUCUN_VOTE, pour: 1, realiste: 1, contre: 1, banaliteContre: 1 });
    expect(totalVotes(comptes?.retenus ?? AUCUN_VOTE)).toBe(2);
  });

  it('sets a suspect apart with all their votes, and takes them back', () => {
    const avant = [vote('a', 'p', 1, ['coup-de-coeur']), vote('b', 'p', -1)];
    const marque = comptesDe([...avant, suspicion('a', true), vote('a', 'q', 1)]);
    expect(marque.get('p')).toEqual({
      retenus: { ...AUCUN_VOTE, contre: 1 },
      suspects: { ...AUCUN_VOTE, pour: 1, coupDeCoeur: 1 },
    });
    expect(marque.get('q')?.suspects.pour).toBe(1);
    expect(comptesDe([...avant, suspicion('a', true), suspicion('a', false)])).toEqual(comptesDe(avant));
  });

  it('tells apart those who changed their mind', () => {
    const { changements } = replierVotes([
      vote('a', 'p', 1),
      vote('a', 'p', 1, ['realiste']),
      vote('a', 'p', -1),
      vote('a', 'p', null),
      vote('a', 'p', 0),
    ]);
    expect(changements).toBe(1);
  });
});

const valeur = fc.constantFrom<ValeurVote | null>(1, 0, -1, null);
const geste = valeur.chain((v) =>
  fc.record({
    valeur: fc.constant(v),
    qualifications: fc.option(fc.subarray([...qualificationsDe(v)]), { nil: undefined }),
    participant: fc.integer({ min: 0, max: 3 }),
    proposition: fc.integer({ min: 0, max: 2 }),
    marque: fc.constantFrom('suspect', 'leve', null, null, null, null),
  }),
);

describe('counters kept vote by vote', () => {
  it('are those of the log read from its start, after any of ten thousand histories', () => {
    fc.assert(
      fc.property(fc.array(geste, { maxLength: 30 }), (gestes) => {
        const tenus = new Map<string, CompteVotes>();
        const courants = new Map<string, VoteCourant>();
        const suspects = new Set<string>();
        const journal: EvenementDeVote[] = [];
        const ajouter = (proposition: string, qui: string, un: VoteCourant, sens: 1 | -1) => {
          const cle = `${proposition}/${suspects.has(qui) ? 'suspects' : 'retenus'}`;
          tenus.set(cle, compterVote(tenus.get(cle) ?? AUCUN_VOTE, un, sens));
        };
        const deplacer = (qui: string, sens: 1 | -1) => {
          for (const [cle, un] of courants) {
            const [proposition = '', participant = ''] = cle.split('/');
            if (participant === qui) ajouter(proposition, qui, un, sens);
          }
        };
        for (const { participant, proposition, marque, ...envoye } of gestes) {
          const [qui, sur] = [`a${participant}`, `p${proposition}`];
          if (marque !== null) {
            deplacer(qui, -1);
            if (marque === 'suspect') suspects.add(qui);
            else suspects.delete(qui);
            deplacer(qui, 1);
            journal.push({ sorte: 'suspicion', participantId: qui, suspect: marque === 'suspect' });
            continue;
          }
          const avant = courants.get(`${sur}/${qui}`) ?? null;
          const apres = voteApres(avant, envoye.valeur, envoye.qualifications);
          if (apres === null) continue;
          if (avant) ajouter(sur, qui, avant, -1);
          ajouter(sur, qui, apres, 1);
          courants.set(`${sur}/${qui}`, apres);
          journal.push({ sorte: 'vote', participantId: qui, propositionId: sur, ...apres });
        }
        const replies = compterVotes(replierVotes(journal));
        const cases = ['p0', 'p1', 'p2'].flatMap((sur) => [`${sur}/retenus`, `${sur}/suspects`]);
        const lire = (cle: string) => {
          const [sur = '', cote] = cle.split('/');
          return replies.get(sur)?.[cote as 'retenus' | 'suspects'] ?? AUCUN_VOTE;
        };
        expect(cases.map((cle) => tenus.get(cle) ?? AUCUN_VOTE)).toEqual(cases.map(lire));
      }),
      { numRuns: 10_000 },
    );
  });
});
