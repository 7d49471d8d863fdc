import fc from 'fast-check';
import { actionsAssociantHabitants, type FaitAction, type FaitLien, refusPreuve, type SourceLien } from './actions';
import { budgetDesEspaces, type FaitFinancement } from './budget';
import { evolutionDesActions, type FaitContribution, refusSuite } from './evolution';
import type { FaitSeance } from './faits-seances';
import { diversiteDesHabitants, type FaitParticipant, habitantsMobilises } from './habitants';
import { type FaitQuestion, garantieDeReponse } from './reponses';
import { type FaitRessenti, rapportAuxInstitutions } from './ressenti';
import { type FaitConsultation, frequenceDesEspaces, modalitesDeSollicitation } from './sollicitation';
import type { PerimetreCalcul, ValeurCalculee } from './valeur-calculee';

const ANNEE: PerimetreCalcul = { debut: '2026-01-01', fin: '2026-12-31', qpvCodes: null };
const A = 'QN03709M';
const B = 'QN03710M';
const QUARTIERS = [A, B, 'QN03711M'];

const seance = (id: string, date: string, reste: Partial<FaitSeance> = {}): FaitSeance => ({
  ...{ id, date, espaceId: 'e1', qpvCode: A, statut: 'tenue', compteRenduPublieLe: null },
  ...{ sollicitations: ['affichage'], comptes: null, anonymes: 0, cles: [], profils: [] },
  ...reste,
});
const cles = (de: number, a: number) => Array.from({ length: a - de + 1 }, (_, rang) => `c${de + rang}`);
const SEANCES: readonly FaitSeance[] = [
  seance('s1', '2026-01-10', { comptes: 12, cles: cles(1, 10) }),
  seance('s2', '2026-02-10', {
    comptes: 20,
    cles: cles(6, 13),
    qpvCode: B,
    sollicitations: ['porte-a-porte', 'affichage'],
  }),
  seance('s3', '2026-03-12', { comptes: 9 }),
];
const ANNULEE = seance('s4', '2026-04-10', { statut: 'annulee', comptes: 50, sollicitations: ['presse-locale'] });
const sansPreuve = (lue: ValeurCalculee) => ({ ...lue, faits: [], canonique: '', n: 0 });

describe('modalities', () => {
  const consultation = (ouverteLe: string | null): FaitConsultation => ({
    id: 'k1',
    ouverteLe,
    qpvCodes: [B],
    sollicitations: ['consultation-en-ligne'],
  });

  it('are those really used, by quartier', () => {
    const lue = modalitesDeSollicitation([...SEANCES, ANNULEE], [consultation('2026-05-01')], ANNEE, QUARTIERS);
    expect(lue).toMatchObject({ valeur: 3, numerateur: 2, denominateur: 3, n: 4 });
    expect(lue.details.parQuartier).toEqual({
      [A]: ['affichage'],
      [B]: ['affichage', 'porte-a-porte', 'consultation-en-ligne'],
      QN03711M: [],
    });
    expect(lue.phrase).toContain('2\u00A0quartiers touchés sur\u00A03');
  });

  it('are none of a consultation that has not opened', () => {
    expect(modalitesDeSollicitation([], [consultation(null)], ANNEE, QUARTIERS)).toMatchObject({
      valeur: 0,
      numerateur: 0,
      n: 0,
    });
  });
});

describe('frequency', () => {
  it('is the median over all the intervals of each espace, never a mean of medians', () => {
    const ailleurs = ['2026-01-01', '2026-01-11', '2026-01-21', '2026-01-31'].map((date, rang) =>
      seance(`x${rang}`, date, { espaceId: 'e2' }),
    );
    const { details, numerateur } = frequenceDesEspaces([...SEANCES, ...ailleurs], ANNEE);
    expect(numerateur).toBe(7);
    expect(details.intervalleMedian).toBe(10);
    expect(details.parEspace['e1']?.intervalleMedian).toBe(30.5);
    expect(details.plusLongSilence).toBe(334);
  });

  it('changes by its share of held ones alone when a séance is cancelled', () => {
    const [avant, apres] = [frequenceDesEspaces(SEANCES, ANNEE), frequenceDesEspaces([...SEANCES, ANNULEE], ANNEE)];
    expect(apres).toMatchObject({ valeur: avant.valeur, numerateur: 3, denominateur: 4, phrase: avant.phrase });
    expect(apres.details).toMatchObject({ intervalleMedian: 30.5, annulees: 1, tauxTenue: 0.75 });
    expect(sansPreuve(habitantsMobilises([...SEANCES, ANNULEE], [], ANNEE))).toEqual(
      sansPreuve(habitantsMobilises(SEANCES, [], ANNEE)),
    );
  });
});

describe('residents', () => {
  const enLigne = (id: string, reste: Partial<FaitParticipant> = {}): FaitParticipant => ({
    ...{ id, date: '2026-05-01', qpvCode: null, suspect: false, votesValides: 3, propositionsAcceptees: 0 },
    ...reste,
  });

  it('are comings, an interval of people, and people online, never added', () => {
    const gens = [enLigne('u1'), enLigne('u2', { suspect: true }), enLigne('u3', { votesValides: 0 })];
    const lue = habitantsMobilises(SEANCES, gens, ANNEE);
    expect(lue).toMatchObject({ valeur: 13, min: 20, max: 36 });
    expect(lue.details).toMatchObject({ participations: 41, enLigne: 1 });
    expect(lue.phrase).toBe(
      '41\u00A0participations d’habitants en séance, de 20 à\u00A036\u00A0personnes différentes\u202F; 1\u00A0participant en ligne.',
    );
    expect(lue.faits).toEqual(['s1', 's2', 's3', 'u1']);
  });

  it('move with their séance from a quartier to another, and nothing else does', () => {
    const dans = (code: string, seances: readonly FaitSeance[]) =>
      habitantsMobilises(seances, [], { ...ANNEE, qpvCodes: [code] }).details.participations;
    const deplacees = SEANCES.map((une) => (une.id === 's3' ? { ...une, qpvCode: B } : une));
    expect([dans(A, SEANCES), dans(B, SEANCES)]).toEqual([21, 20]);
    expect([dans(A, deplacees), dans(B, deplacees)]).toEqual([12, 29]);
    expect(sansPreuve(habitantsMobilises(deplacees, [], ANNEE))).toEqual(
      sansPreuve(habitantsMobilises(SEANCES, [], ANNEE)),
    );
  });

  it('look like the population by what they said, when half of them did', () => {
    const profil = (genre: 'femme' | 'homme' | null) => ({ trancheAge: null, genre, qpvCode: null });
    const gens = [...Array<'femme'>(30).fill('femme'), ...Array<'homme'>(20).fill('homme')].map(profil);
    const dites = [seance('s1', '2026-01-10', { comptes: 60, profils: gens })];
    const lue = diversiteDesHabitants(dites, ANNEE, 'genre', { femme: 500, homme: 500 });
    expect(lue.valeur).toBeNull();
    expect(lue.details).toMatchObject({ montrable: true, declarants: null });
    const toutes = diversiteDesHabitants([{ ...dites[0], comptes: 50 } as FaitSeance], ANNEE, 'genre', {
      femme: 500,
      homme: 500,
    });
    expect(toutes.valeur).toBeCloseTo(0.9, 12);
    expect(toutes.phrase).toContain('90\u202F%');
    expect(diversiteDesHabitants(dites, ANNEE, 'trancheAge', null)).toMatchObject({
      valeur: null,
      details: { montrable: false },
    });
  });

  it('are no new face when they came before the period', () => {
    const { details } = diversiteDesHabitants(SEANCES, { ...ANNEE, debut: '2026-02-01' }, 'genre', null);
    expect(details.fidelite).toMatchObject({ distinctes: 8, premieresFois: 3 });
  });
});

const lien = (
  id: string,
  cibleId: string,
  etape: FaitLien['etape'],
  source: SourceLien = { sorte: 'seance', habitants: 3 },
): FaitLien => ({
  ...{ id, cibleSorte: 'action', cibleId, etape, date: '2026-03-01', qpvCode: A, source },
});
const action = (id: string, active = true): FaitAction => ({
  id,
  active,
});
const financement = (
  actionId: string,
  annee: number,
  montants: Pick<FaitFinancement, 'obtenuCentimes' | 'realiseCentimes'>,
  appel = false,
): FaitFinancement => ({ id: `${actionId}/${annee}/${montants.obtenuCentimes}`, actionId, annee, appel, ...montants });

describe('actions with residents', () => {
  const LIENS = [
    lien('l1', 'a1', 'origine'),
    lien('l2', 'a1', 'elaboration', { sorte: 'proposition', etat: 'acceptee' }),
    lien('l3', 'a1', 'evaluation', { sorte: 'question', etat: 'reponse-publiee' }),
    lien('l4', 'a2', 'origine', { sorte: 'proposition', etat: 'refusee' }),
    lien('l5', 'a3', 'origine'),
    lien('l6', 'a4', 'mise-en-oeuvre'),
    { ...lien('l7', 'f1', 'origine'), cibleSorte: 'fiche' as const },
  ];
  const ACTIONS = [action('a1'), action('a2'), action('a3', false), action('a4')];

  it('count active ones with a proof, by stage and end to end', () => {
    const lue = actionsAssociantHabitants(ACTIONS, LIENS, ANNEE);
    expect(lue).toMatchObject({ valeur: 2, denominateur: 3 });
    expect(lue.details).toEqual({
      fiches: 1,
      parEtape: { origine: 3, elaboration: 1, 'mise-en-oeuvre': 1, evaluation: 1 },
      deBoutEnBout: 1,
    });
  });

  it('need somebody in the room, an accepted proposition, a published question', () => {
    expect(refusPreuve({ sorte: 'seance', habitants: 0 })).toContain('habitant');
    expect(refusPreuve({ sorte: 'idee', etat: 'retiree' })).not.toBeNull();
    expect(refusPreuve({ sorte: 'proposition', etat: 'rattachee' })).toBeNull();
    expect(refusPreuve({ sorte: 'question', etat: 'posee' })).not.toBeNull();
  });

  it('have the money of the year, of those that were born in an espace with a proof', () => {
    const FINANCEMENTS = [
      financement('a1', 2026, { obtenuCentimes: 200_050, realiseCentimes: 150_000 }),
      financement('a1', 2025, { obtenuCentimes: 900_000, realiseCentimes: 900_000 }),
      financement('a2', 2026, { obtenuCentimes: 700_000, realiseCentimes: 700_000 }),
      financement('a3', 2026, { obtenuCentimes: 300_000, realiseCentimes: null }),
      financement('a4', 2026, { obtenuCentimes: 400_000, realiseCentimes: 400_000 }),
    ];
    const lue = budgetDesEspaces(FINANCEMENTS, LIENS, ANNEE);
    expect(lue.details).toEqual({ engage: 1_500, vote: 5_000.5 });
    expect(lue.phrase).toContain('2\u00A0actions nées');
    expect(lue.faits).toEqual(['a1/2026/200050', 'a3/2026/300000', 'l1', 'l5']);
    // An action that was born before is paid for years.
    const suivante = budgetDesEspaces([financement('a1', 2027, { obtenuCentimes: 100, realiseCentimes: 100 })], LIENS, {
      ...{ debut: '2027-01-01', fin: '2027-12-31', qpvCodes: null },
    });
    expect(suivante.details).toEqual({ engage: 1, vote: 1 });
    const avant = { ...ANNEE, debut: '2025-01-01', fin: '2025-12-31' };
    expect(budgetDesEspaces(FINANCEMENTS, LIENS, avant).details).toEqual({ engage: 0, vote: 0 });
  });

  it('have what a call granted them once: by the line that says it, or by the call while none does', () => {
    const appel = financement('a1', 2026, { obtenuCentimes: 500_000, realiseCentimes: null }, true);
    const second = financement('a3', 2026, { obtenuCentimes: 300_000, realiseCentimes: null }, true);
    const compter = (...lignes: FaitFinancement[]) => budgetDesEspaces([appel, second, ...lignes], LIENS, ANNEE);
    expect(compter().details).toEqual({ engage: 0, vote: 8_000 });
    const attendue = financement('a1', 2026, { obtenuCentimes: null, realiseCentimes: 120_000 });
    expect(compter(attendue).details).toEqual({ engage: 1_200, vote: 8_000 });
    const inscrite = financement('a1', 2027, { obtenuCentimes: 500_000, realiseCentimes: null });
    const lue = compter(attendue, inscrite);
    expect(lue.details).toEqual({ engage: 1_200, vote: 3_000 });
    expect(lue.faits).not.toContain(appel.id);
  });
});

const CONTRIBUTION: FaitContribution = {
  ...{ id: 'q1', cibleSorte: 'fiche', cibleId: 'f1', qpvCode: A, recueLe: '2026-02-01', suite: 'integree', motif: '' },
  ...{ decideeLe: '2026-03-01', revisionId: 'r2', actionCreeeId: null, changeeLe: '2026-03-11' },
};

describe('what contributions changed', () => {
  const RECUES: FaitContribution[] = [
    CONTRIBUTION,
    { ...CONTRIBUTION, id: 'q2', suite: 'non-retenue', motif: 'Hors budget', revisionId: null, changeeLe: null },
    { ...CONTRIBUTION, id: 'q3', cibleId: 'f2', suite: null, decideeLe: null, revisionId: null, changeeLe: null },
  ];

  it('is told by the fiches and actions that moved', () => {
    const lue = evolutionDesActions(RECUES, ANNEE);
    expect(lue).toMatchObject({ valeur: 0.5, numerateur: 1, denominateur: 2 });
    expect(lue.details).toEqual({
      suites: { integree: 1, 'integree-en-partie': 0, etudiee: 0, 'non-retenue': 1, 'sans-decision': 1 },
      joursDecision: 28,
      joursChangement: 10,
    });
  });

  it('is nothing without the revision, and flips when it goes', () => {
    expect(refusSuite({ ...CONTRIBUTION, revisionId: null })).toContain('révision');
    expect(refusSuite({ ...CONTRIBUTION, revisionId: null, actionCreeeId: 'a9' })).toBeNull();
    expect(refusSuite({ ...CONTRIBUTION, suite: 'non-retenue', revisionId: null })).toContain('pourquoi');
    const sans = evolutionDesActions([{ ...CONTRIBUTION, revisionId: null }, ...RECUES.slice(1)], ANNEE);
    expect(sans).toMatchObject({ valeur: 0, numerateur: 0, denominateur: 2 });
    expect(sans.canonique).not.toBe(evolutionDesActions(RECUES, ANNEE).canonique);
    expect(evolutionDesActions([], ANNEE).valeur).toBeNull();
  });
});

const question = (id: string, reste: Partial<FaitQuestion> = {}): FaitQuestion => ({
  ...{ id, etat: 'reponse-publiee', poseeLe: '2026-03-01T09:00:00Z', modereeLe: null, echeance: '2026-03-31' },
  ...{ repondueLe: '2026-03-21T09:00:00Z', retours: { oui: 3, non: 1 }, qpvCode: A },
  ...reste,
});

describe('the guarantee of an answer', () => {
  it('counts receivable questions once, and those that wait as waiting', () => {
    const rien = { oui: 0, non: 0 };
    const questions = [
      question('q1'),
      question('q2', { repondueLe: '2026-03-31T21:30:00Z', retours: rien }),
      question('q3', { repondueLe: '2026-03-31T22:30:00Z', retours: rien }),
      question('q4', { etat: 'attribuee', repondueLe: null, retours: rien }),
      question('q5', { etat: 'hors-competence', repondueLe: null, echeance: null, retours: rien }),
      ...(['rattachee', 'refusee', 'posee'] as const).map((etat) => question(etat, { etat, repondueLe: null })),
    ];
    const lue = garantieDeReponse(questions, ANNEE, '2026-11-22');
    expect(lue).toMatchObject({ valeur: 0.6, numerateur: 3, denominateur: 5 });
    expect(lue.details).toEqual({
      repondues: 3,
      dansLesTemps: 2,
      enRetard: 1,
      joursMedian: 31,
      utile: 0.75,
      retours: 4,
    });
    expect(lue.phrase).toContain('3\u00A0questions sur\u00A05 ont reçu une réponse (60\u202F%)');
    expect(garantieDeReponse([], ANNEE, '2026-11-22').valeur).toBeNull();
  });
});

const ressenti = (
  id: string,
  date: string,
  notes: Record<string, number>,
  formulation = 'Avez-vous été écouté ?',
): FaitRessenti => ({
  ...{ id, date, qpvCode: A, question: formulation, notes },
});

describe('the relation with institutions', () => {
  const AVANT = { debut: '2025-01-01', fin: '2025-12-31', qpvCodes: null };
  const faits = [ressenti('s0', '2025-05-01', { 3: 12 }), ressenti('s1', '2026-05-01', { 3: 6, 5: 6 })];

  it('is a mean between bounds, and its difference with the period before', () => {
    const lue = rapportAuxInstitutions(faits, ANNEE, AVANT);
    expect(lue.valeur).toBe(4);
    expect(lue.min).toBeCloseTo(4 - 1.96 * Math.sqrt(12 / 11 / 12), 12);
    expect(lue.details).toEqual({ reponses: 12, question: 'Avez-vous été écouté ?', ecart: 1 });
    expect(lue.phrase).toContain('+1');
  });

  it('is not computed on ten answers, nor over two wordings', () => {
    expect(rapportAuxInstitutions([ressenti('s1', '2026-05-01', { 4: 10 })], ANNEE, null).valeur).toBeNull();
    expect(
      rapportAuxInstitutions([...faits, ressenti('s2', '2026-06-01', { 4: 20 }, 'Autre ?')], ANNEE, AVANT).valeur,
    ).toBeNull();
    const autrement = [ressenti('s0', '2025-05-01', { 3: 12 }, 'Autre ?'), ...faits.slice(1)];
    expect(rapportAuxInstitutions(autrement, ANNEE, AVANT).details.ecart).toBeNull();
  });
});

describe('every value', () => {
  const nombre = fc.integer({ min: 0, max: 9 });
  const jour = fc
    .integer({ min: 0, max: 500 })
    .map((rang) => new Date(Date.UTC(2025, 9, 1 + rang)).toISOString().slice(0, 10));
  const qpvCode = fc.constantFrom(A, B, null);
  const seances = fc
    .array(
      fc.record({
        ...{ date: jour, qpvCode, comptes: fc.option(fc.integer({ min: 0, max: 40 })), anonymes: nombre },
        statut: fc.constantFrom('tenue', 'annulee', 'close', 'planifiee'),
        espaceId: fc.constantFrom('e1', 'e2'),
        cles: fc.uniqueArray(nombre.map(String), { maxLength: 6 }),
        profils: fc.array(
          fc.record({
            genre: fc.constantFrom('femme', 'homme', null),
            trancheAge: fc.constant('25-59' as const),
            qpvCode,
          }),
          { maxLength: 20 },
        ),
      }),
      { maxLength: 8 },
    )
    .map((lignes) => lignes.map((ligne, rang) => seance(`s${rang}`, ligne.date, ligne as Partial<FaitSeance>)));
  const questions = fc
    .array(
      fc.record({
        etat: fc.constantFrom('attribuee', 'reponse-publiee', 'rattachee'),
        poseeLe: jour,
        repondueLe: fc.option(jour),
      }),
      { maxLength: 8 },
    )
    .map((lignes) => lignes.map((ligne, rang) => question(`q${rang}`, ligne as Partial<FaitQuestion>)));
  const ressentis = fc
    .array(fc.record({ date: jour, notes: fc.dictionary(fc.constantFrom('1', '2', '3', '4', '5'), nombre) }), {
      maxLength: 6,
    })
    .map((lignes) => lignes.map(({ date, notes }, rang) => ressenti(`s${rang}`, date, notes)));
  const liens = fc
    .array(
      fc.record({
        cible: nombre,
        etape: fc.constantFrom('origine', 'elaboration', 'mise-en-oeuvre', 'evaluation'),
        habitants: fc.integer({ min: 0, max: 2 }),
      }),
      { maxLength: 9 },
    )
    .map((lignes) =>
      lignes.map(({ cible, etape, habitants }, rang) =>
        lien(`l${rang}`, `a${cible}`, etape, { sorte: 'seance', habitants }),
      ),
    );
  const ACTIONS = Array.from({ length: 8 }, (_, rang) => action(`a${rang}`, rang % 3 > 0));
  const FINANCEMENTS = ACTIONS.map(({ id }, rang) =>
    financement(id, 2025 + (rang % 3), { obtenuCentimes: rang * 1_001, realiseCentimes: rang % 2 ? rang * 333 : null }),
  );

  it('is the same from the same facts, whatever the order of the rows', () => {
    fc.assert(
      fc.property(seances, questions, ressentis, liens, (toutes, posees, notes, tous) => {
        const recues = tous.map(({ id, cibleId }) => ({ ...CONTRIBUTION, id, cibleId }));
        const calculer = (ranger: <T>(lignes: readonly T[]) => T[]) => [
          modalitesDeSollicitation(ranger(toutes), [], ANNEE, QUARTIERS),
          frequenceDesEspaces(ranger(toutes), ANNEE),
          habitantsMobilises(ranger(toutes), [], ANNEE),
          diversiteDesHabitants(ranger(toutes), ANNEE, 'genre', { femme: 1, homme: 1 }),
          actionsAssociantHabitants(ranger(ACTIONS), ranger(tous), ANNEE),
          budgetDesEspaces(ranger(FINANCEMENTS), ranger(tous), ANNEE),
          rapportAuxInstitutions(ranger(notes), ANNEE, { ...ANNEE, debut: '2025-01-01', fin: '2025-12-31' }),
          garantieDeReponse(ranger(posees), ANNEE, '2026-12-31'),
          evolutionDesActions(ranger(recues), ANNEE),
        ];
        const endroit = calculer((lignes) => [...lignes]);
        expect(calculer((lignes) => [...lignes].reverse())).toEqual(endroit);
        expect(calculer((lignes) => [...lignes.slice(1), ...lignes.slice(0, 1)])).toEqual(endroit);
        for (const { faits, n } of endroit) expect(faits).toHaveLength(n);
      }),
      { numRuns: 150 },
    );
  });
});
