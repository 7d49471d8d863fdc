import {
  CIRCUIT_CONSULTATION,
  type EtapeDeConsultation,
  refusTransitionConsultation,
  type SituationConsultation,
  transitionsConsultation,
} from './circuit-consultation';
import { CIRCUIT_PROPOSITION, type EtapeDeProposition, estVotable, refusEtapeProposition } from './circuit-proposition';
import * as libelles from './libelles';
import { EXPLICATIONS_REFUS, LIBELLES_MOTIFS_REFUS, MOTIFS_REFUS } from './motifs';
import { finPropositionsParDefaut } from './parametres';
import { longueurDe, parole, refusTexteProposition, refusTexteQuestion } from './parole';
import { jusquAu, refusChangementDates, refusDates, refusPropositions, refusVote, statutConsultation } from './statut';
import { ETATS_PROPOSITION, STATUTS_CONSULTATION } from './vocabulaire';

const DATES = {
  ouverture: '2026-10-01T07:00:00.000Z',
  finPropositions: '2026-11-20T22:59:59.000Z',
  fin: '2026-12-01T17:00:00.000Z',
};
const PUBLIEE = { etape: 'publiee', suspendue: false, annulee: false, dates: DATES } as const;
const le = (iso: string) => new Date(iso);
const apres = (iso: string, ms: number) => new Date(Date.parse(iso) + ms);

const PRETE: SituationConsultation = {
  maintenant: le('2026-09-20T10:00:00Z'),
  question: 'Qu’est-ce qui rendrait votre quartier plus agréable à vivre\u202F?',
  dates: DATES,
  quartiers: 2,
  touteLaVille: false,
  charte: 'Une idée par proposition.',
  mentionRgpd: 'Aucun nom n’est demandé.',
  amorces: 8,
  sansAmorces: '',
  moderateurs: 1,
  fiches: 1,
  enAttente: 0,
  rapport: '',
  methode: '',
  plebisciteesSansDecision: 0,
  actionsOuvertes: 0,
  projetsEnCours: 0,
  motif: '',
};

describe('statut of a consultation', () => {
  it('is told by the clock, and the closing instant is closed', () => {
    const statut = (moment: Date) => statutConsultation(PUBLIEE, moment);
    expect(statut(apres(DATES.ouverture, -1))).toBe('programmee');
    expect(statut(le(DATES.ouverture))).toBe('ouverte');
    expect(statut(apres(DATES.finPropositions, -1))).toBe('ouverte');
    expect(statut(le(DATES.finPropositions))).toBe('vote-seul');
    expect(statut(apres(DATES.fin, -1))).toBe('vote-seul');
    expect(statut(le(DATES.fin))).toBe('close');
    expect(statut(apres(DATES.fin, 1))).toBe('close');
  });

  it('follows the last act of the team elsewhere', () => {
    const pendant = le('2026-10-10T00:00:00Z');
    expect(statutConsultation({ ...PUBLIEE, etape: 'brouillon' }, pendant)).toBe('brouillon');
    expect(statutConsultation({ ...PUBLIEE, suspendue: true }, pendant)).toBe('suspendue');
    expect(statutConsultation({ ...PUBLIEE, suspendue: true }, le(DATES.fin))).toBe('close');
    expect(statutConsultation({ ...PUBLIEE, suspendue: true, annulee: true }, pendant)).toBe('annulee');
    expect(statutConsultation({ ...PUBLIEE, etape: 'suites' }, pendant)).toBe('suites');
  });

  it('lets people vote while it is open, propose until the last stretch, and says why not', () => {
    const votables = STATUTS_CONSULTATION.filter((statut) => refusVote(statut) === null);
    expect(votables).toEqual(['ouverte', 'vote-seul']);
    expect(STATUTS_CONSULTATION.filter((statut) => refusPropositions(statut) === null)).toEqual(['ouverte']);
    expect(refusPropositions('vote-seul')).toContain('encore voter');
    expect(refusVote('close')).toBe('La consultation est terminée.');
    expect(refusVote('programmee')).toContain('pas encore ouverte');
  });

  it('has labels for everything', () => {
    expect(Object.keys(libelles.LIBELLES_STATUTS_CONSULTATION)).toEqual([...STATUTS_CONSULTATION]);
    expect(Object.keys(libelles.LIBELLES_ETATS_PROPOSITION)).toEqual([...ETATS_PROPOSITION]);
    expect(Object.keys(LIBELLES_MOTIFS_REFUS)).toEqual([...MOTIFS_REFUS]);
    expect(Object.keys(EXPLICATIONS_REFUS)).toEqual([...MOTIFS_REFUS]);
    expect(MOTIFS_REFUS).toHaveLength(10);
  });
});

describe('dates of a consultation', () => {
  it('keep 15 % for votes alone, three days at least', () => {
    const longue = { ouverture: '2026-01-01T00:00:00.000Z', fin: '2026-04-11T00:00:00.000Z' };
    expect(finPropositionsParDefaut(longue)).toBe('2026-03-27T00:00:00.000Z');
    const courte = { ouverture: '2026-01-01T00:00:00.000Z', fin: '2026-01-11T00:00:00.000Z' };
    expect(finPropositionsParDefaut(courte)).toBe('2026-01-08T00:00:00.000Z');
    const breve = { ouverture: '2026-01-01T00:00:00.000Z', fin: '2026-01-03T00:00:00.000Z' };
    expect(refusDates({ ...breve, finPropositions: finPropositionsParDefaut(breve) })).toBeNull();
  });

  it('follow one another', () => {
    expect(refusDates(DATES)).toBeNull();
    expect(refusDates({ ...DATES, finPropositions: DATES.ouverture })).not.toBeNull();
    expect(refusDates({ ...DATES, fin: DATES.ouverture })).not.toBeNull();
  });

  it('move before they come, never after, and never once it is closed', () => {
    const plusTard = { ...DATES, fin: '2026-12-15T17:00:00.000Z' };
    expect(refusChangementDates(PUBLIEE, plusTard, apres(DATES.fin, -1))).toBeNull();
    expect(refusChangementDates(PUBLIEE, plusTard, le(DATES.fin))).toContain('terminée');
    expect(refusChangementDates({ ...PUBLIEE, annulee: true }, plusTard, le('2026-10-02T00:00:00Z'))).not.toBeNull();
    const ouverture = { ...DATES, ouverture: '2026-10-05T07:00:00.000Z' };
    expect(refusChangementDates(PUBLIEE, ouverture, le('2026-10-02T00:00:00Z'))).toContain('déjà eu lieu');
    expect(refusChangementDates(PUBLIEE, ouverture, le('2026-09-02T00:00:00Z'))).toBeNull();
    expect(refusChangementDates(PUBLIEE, DATES, le('2026-11-25T00:00:00Z'))).toBeNull();
    const passee = { ...DATES, finPropositions: '2026-10-10T00:00:00.000Z' };
    expect(refusChangementDates(PUBLIEE, passee, le('2026-10-12T00:00:00Z'))).toContain('passé');
  });

  it('read in Paris time', () => {
    expect(jusquAu(DATES.fin)).toBe('jusqu’au 1er décembre 2026 à\u00A018\u00A0h\u00A000');
  });
});

describe('the life of a consultation', () => {
  it('reaches every statut from the draft, and never opens again once closed', () => {
    const table: readonly EtapeDeConsultation[] = CIRCUIT_CONSULTATION;
    const atteints = (depart: string) => {
      const vus = new Set<string>([depart]);
      for (let avant = 0; avant < vus.size;) {
        avant = vus.size;
        for (const { de, vers } of table) if (vers !== null && de.some((statut) => vus.has(statut))) vus.add(vers);
      }
      return vus;
    };
    expect([...atteints('brouillon')].sort()).toEqual([...STATUTS_CONSULTATION].sort());
    for (const clos of ['close', 'analyse', 'archivee', 'annulee'])
      expect([...atteints(clos)].filter((statut) => statut === 'ouverte' || statut === 'vote-seul')).toEqual([]);
  });

  it('is published complete, and says everything that is missing at once', () => {
    expect(refusTransitionConsultation('programmer', 'brouillon', PRETE)).toEqual([]);
    const vide: SituationConsultation = {
      ...PRETE,
      question: 'Votre quartier',
      ...{ dates: null, quartiers: 0, charte: '', mentionRgpd: ' ', amorces: 3, moderateurs: 0, fiches: 0 },
    };
    expect(refusTransitionConsultation('programmer', 'brouillon', vide)).toHaveLength(8);
    expect(
      refusTransitionConsultation('programmer', 'brouillon', { ...PRETE, quartiers: 0, touteLaVille: true }),
    ).toEqual([]);
    const sansAmorces = { ...PRETE, amorces: 0, sansAmorces: 'Les habitants partent d’une page blanche.' };
    expect(refusTransitionConsultation('programmer', 'brouillon', sansAmorces)).toEqual([]);
    expect(
      refusTransitionConsultation('programmer', 'brouillon', { ...PRETE, maintenant: le(DATES.fin) }),
    ).toHaveLength(1);
    const longue = `${'é'.repeat(139)}?`;
    expect(refusTransitionConsultation('programmer', 'brouillon', { ...PRETE, question: longue })).toEqual([]);
    expect(refusTransitionConsultation('programmer', 'brouillon', { ...PRETE, question: `a${longue}` })).toHaveLength(
      1,
    );
  });

  it('waits for moderation, the report and its method, the decisions, and the actions', () => {
    const manque = (reste: Partial<SituationConsultation>) => ({ ...PRETE, ...reste });
    expect(refusTransitionConsultation('analyser', 'close', manque({ enAttente: 2 }))[0]).toContain('(2)');
    expect(refusTransitionConsultation('restituer', 'analyse', manque({ rapport: 'Rapport' }))).toHaveLength(1);
    expect(
      refusTransitionConsultation('engager-les-suites', 'restituee', manque({ plebisciteesSansDecision: 1 })),
    ).toHaveLength(1);
    expect(refusTransitionConsultation('archiver', 'suites', manque({ actionsOuvertes: 3 }))).toHaveLength(1);
    expect(
      refusTransitionConsultation('archiver', 'suites', manque({ actionsOuvertes: 3, motif: 'Fin du contrat' })),
    ).toEqual([]);
    expect(refusTransitionConsultation('suspendre', 'ouverte', PRETE)).toHaveLength(1);
    expect(refusTransitionConsultation('annuler', 'analyse', manque({ motif: 'Erreur' }))[0]).toContain('rechargez');
  });

  it('offers the acts of the team alone, with what still keeps them from being done', () => {
    const offertes = transitionsConsultation('ouverte', PRETE);
    expect(offertes.map(({ transition }) => transition)).toEqual(['fermer-les-propositions', 'suspendre', 'annuler']);
    expect(offertes.flatMap(({ refus }) => refus)).toEqual([]);
    expect(offertes.map(({ motifAttendu }) => motifAttendu !== null)).toEqual([true, true, true]);
    expect(transitionsConsultation('close', { ...PRETE, enAttente: 1 })[0]?.refus).toHaveLength(1);
  });

  it('is archived while projects go on for who says why, and for nothing else', () => {
    const [fini] = transitionsConsultation('suites', PRETE);
    expect(fini).toMatchObject({ transition: 'archiver', refus: [], motifAttendu: null });
    const [enCours] = transitionsConsultation('suites', { ...PRETE, actionsOuvertes: 2, projetsEnCours: 1 });
    expect(enCours?.refus).toEqual([]);
    expect(enCours?.motifAttendu).toContain('des actions liées (2) et des projets lauréats (1)');
  });
});

describe('a proposition', () => {
  const LIBRE = { motif: '', ideeId: null, verrouilleePar: null };

  it('counts code points of what is kept: accents once, an emoji as it is coded', () => {
    expect(refusTexteProposition('a'.repeat(12))).toBeNull();
    expect(refusTexteProposition('a'.repeat(11))).toContain('11');
    expect(refusTexteProposition('a'.repeat(140))).toBeNull();
    expect(refusTexteProposition('a'.repeat(141))).toContain('141');
    expect(longueurDe('e\u0301'.repeat(12))).toBe(12);
    expect(refusTexteProposition('e\u0301'.repeat(140))).toBeNull();
    expect(longueurDe('🌳'.repeat(12))).toBe(12);
    expect(refusTexteProposition('🌳'.repeat(11))).not.toBeNull();
    expect(refusTexteProposition('🌳'.repeat(141))).not.toBeNull();
  });

  it('is one line without what cannot be seen, the start of the form included', () => {
    expect(parole('  Il faut\n  des\u200B arbres \r\n')).toBe('Il faut des arbres');
    expect(longueurDe('Il faut voir')).toBe(12);
    expect(refusTexteQuestion('Pourquoi ?')).toBeNull();
    expect(refusTexteQuestion('Quand ?')).not.toBeNull();
  });

  it('is refused for a motif, by the moderator who holds it, and may be accepted on appeal', () => {
    expect(refusEtapeProposition('refuser', 'en-attente', LIBRE)).toContain('motif');
    expect(refusEtapeProposition('refuser', 'en-attente', { ...LIBRE, motif: 'bof' })).toContain('motif');
    expect(refusEtapeProposition('refuser', 'acceptee', { ...LIBRE, motif: 'injures' })).toBeNull();
    expect(refusEtapeProposition('accepter', 'refusee', LIBRE)).toBeNull();
    expect(refusEtapeProposition('accepter', 'en-attente', { ...LIBRE, verrouilleePar: 'Samira Lahlou' })).toBe(
      'Samira Lahlou est en train de l’examiner.',
    );
    expect(refusEtapeProposition('reporter', 'acceptee', LIBRE)).toContain('déjà');
  });

  it('is attached to an idea, withdrawn by its author alone, and voted on when it is accepted alone', () => {
    expect(refusEtapeProposition('rattacher', 'acceptee', LIBRE)).toContain('idée');
    expect(refusEtapeProposition('rattacher', 'acceptee', { ...LIBRE, ideeId: 'i1' })).toBeNull();
    const table: readonly EtapeDeProposition[] = CIRCUIT_PROPOSITION;
    expect(table.filter(({ par }) => par === 'auteur').map(({ transition }) => transition)).toEqual(['retirer']);
    expect(table.some(({ de }) => de.includes('retiree'))).toBe(false);
    expect(ETATS_PROPOSITION.filter(estVotable)).toEqual(['acceptee']);
  });
});
