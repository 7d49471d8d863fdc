import { DROITS, type Permission } from '@pleniere/acces/domain';
import fc from 'fast-check';
import {
  CIRCUIT,
  etapeDe,
  refusDeTransition,
  refusEcriture,
  situationDe,
  STATUTS_FICHE,
  transitionsDisponibles,
  type SituationFiche,
  type StatutFiche,
} from './circuit';
import { SANS_SAISIE, verifierDemande } from './saisie-transition';
import { statutsVisibles } from './visibilite';

const COMPLETE: SituationFiche = {
  manquesObligatoires: 0,
  enVigueur: null,
  avisEcheance: '2026-12-22',
  aujourdhui: '2026-11-22',
  avisRendu: false,
  complementsAttendus: 0,
  avisRedige: false,
};
const comme = (role: keyof typeof DROITS) => (permission: Permission) =>
  permission in DROITS[role] ? null : 'Refusé.';
const offertes = (statut: StatutFiche, role: keyof typeof DROITS, situation: Partial<SituationFiche> = {}) =>
  transitionsDisponibles(statut, { ...COMPLETE, ...situation }, comme(role)).map(({ transition }) => transition);

describe('circuit of a fiche', () => {
  it('leads from brouillon to every statut', () => {
    const atteints = new Set<StatutFiche>(['brouillon']);
    for (let avant = 0; avant < atteints.size;) {
      avant = atteints.size;
      CIRCUIT.filter(({ de }) => de.some((statut) => atteints.has(statut))).forEach(({ vers }) => atteints.add(vers));
    }
    expect([...atteints].sort()).toEqual([...STATUTS_FICHE].sort());
  });

  it('names each transition once', () => {
    const noms = CIRCUIT.map(({ transition }) => transition);
    expect(new Set(noms).size).toBe(noms.length);
  });

  it('offers the référent to submit and to revise, the team to decide, the délégué to answer', () => {
    expect(offertes('brouillon', 'referent')).toEqual(['soumettre']);
    expect(offertes('brouillon', 'referent', { enVigueur: 1 })).toEqual(['soumettre', 'renoncer']);
    expect(offertes('relecture', 'referent')).toEqual([]);
    expect(offertes('en-vigueur', 'referent')).toEqual(['reviser']);
    expect(offertes('relecture', 'equipe')).toEqual(['transmettre', 'demander-correction']);
    expect(offertes('avis', 'equipe')).toEqual(['valider', 'demander-correction']);
    expect(offertes('en-vigueur', 'equipe')).toEqual(['reviser', 'archiver']);
    expect(offertes('avis', 'delegue')).toEqual(['rendre-avis']);
    for (const statut of STATUTS_FICHE) expect(offertes(statut, 'lecteur')).toEqual([]);
  });

  it('tells why a step must wait', () => {
    const refus = (transition: 'soumettre' | 'valider' | 'rendre-avis', situation: Partial<SituationFiche>) =>
      refusDeTransition(etapeDe(transition), { ...COMPLETE, ...situation });
    expect(refus('soumettre', { manquesObligatoires: 2 })).toBe('Il reste à remplir les champs obligatoires (2).');
    expect(refus('valider', {})).toBe('L’avis de l’État est attendu jusqu’au 22 décembre 2026.');
    expect(refus('valider', { aujourdhui: '2026-12-22' })).not.toBeNull();
    expect(refus('valider', { aujourdhui: '2026-12-23' })).toBeNull();
    expect(refus('valider', { avisRendu: true })).toBeNull();
    expect(refus('valider', { avisRendu: true, complementsAttendus: 1 })).toContain('des points à lever (1)');
    expect(refus('rendre-avis', {})).toContain('Donnez le sens de votre avis');
  });

  it('asks each step what goes with it, each lack at its place', () => {
    const manques = (transition: Parameters<typeof etapeDe>[0], demande: Partial<typeof SANS_SAISIE> = {}) =>
      verifierDemande(etapeDe(transition), { ...SANS_SAISIE, ...demande }).map(({ pointer }) => pointer);
    expect(manques('soumettre')).toEqual([]);
    expect(manques('demander-correction')).toEqual(['/motif', '/destinataireId']);
    expect(manques('reviser')).toEqual(['/cause']);
    expect(manques('reviser', { cause: { sorte: 'avenant', texte: ' ' } })).toEqual(['/cause']);
    expect(manques('archiver')).toEqual(['/issue', '/motif']);
    expect(manques('archiver', { issue: 'scindee', motif: 'Deux publics', suites: ['Une'] })).toEqual(['/suites']);
    expect(manques('archiver', { issue: 'scindee', motif: 'Deux publics', suites: ['Une', 'Deux'] })).toEqual([]);
    expect(manques('archiver', { issue: 'fusionnee', motif: 'Doublon', suites: ['Une'] })).toEqual(['/avec']);
    expect(manques('archiver', { issue: 'achevee', motif: 'Fait', suites: ['Une'] })).toEqual(['/suites']);
  });

  it('never puts an incomplete fiche before the State, nor in force', () => {
    const engageantes = CIRCUIT.filter(({ transition }) =>
      ['soumettre', 'transmettre', 'valider'].includes(transition),
    );
    const situation = fc.record({
      manquesObligatoires: fc.integer({ min: 1, max: 27 }),
      enVigueur: fc.option(fc.integer({ min: 1, max: 9 })),
      avisEcheance: fc.option(fc.constantFrom('2026-01-01', '2027-01-01')),
      aujourdhui: fc.constant('2026-11-22'),
      avisRendu: fc.boolean(),
      complementsAttendus: fc.nat(3),
      avisRedige: fc.boolean(),
    });
    fc.assert(
      fc.property(situation, fc.constantFrom(...engageantes), (ici, etape) => refusDeTransition(etape, ici) !== null),
    );
  });

  it('counts an avis only when it was given on the text that was sent last', () => {
    const fiche = (transmiseLe: string | null, revision = 2) => ({
      revision,
      enVigueur: 1,
      revisions: [{ numero: 2, transmiseLe, avisEcheance: transmiseLe && '2026-12-22' }],
      avis: [{ revision: 2, renduLe: '2026-11-20T10:00:00.5+00:00', sens: 'a-completer' as const, points: [] }],
    });
    const reste = { manquesObligatoires: 0, avisRedige: false, aujourdhui: '2026-11-22' };
    expect(situationDe(fiche('2026-11-20T10:00:00+00:00'), reste).avisRendu).toBe(true);
    expect(situationDe(fiche('2026-11-21T09:00:00+00:00'), reste).avisRendu).toBe(false);
    expect(situationDe(fiche(null), reste).avisRendu).toBe(false);
    expect(situationDe(fiche('2026-11-20T10:00:00+00:00', 3), reste).avisRendu).toBe(false);
  });

  it('opens the text in brouillon to who writes, in relecture to who decides, and nowhere else', () => {
    expect(STATUTS_FICHE.map((statut) => refusEcriture(statut, false) === null)).toEqual([
      true,
      false,
      false,
      false,
      false,
    ]);
    expect(STATUTS_FICHE.map((statut) => refusEcriture(statut, true) === null)).toEqual([
      true,
      true,
      false,
      false,
      false,
    ]);
  });

  it('shows a lecteur what is in force only', () => {
    expect(statutsVisibles('lecteur')).toEqual(['en-vigueur']);
    expect(statutsVisibles('contributeur')).toEqual(STATUTS_FICHE);
  });
});
