import {
  CIRCUIT_QUESTION,
  etapeQuestion,
  etapesQuestion,
  type EtapeQuestion,
  refusEtapeQuestion,
  SANS_DONNEE_QUESTION,
  type SituationQuestion,
} from './circuit-question';
import { indicesPersonnels } from './donnees-personnelles';
import { ETATS_EN_ATTENTE, ETATS_QUESTION, LIBELLES_ETATS_QUESTION, LIBELLES_PUBLICS_QUESTION } from './etats';
import { MOTIFS_REFUS_QUESTION } from './etats';

const RIEN: SituationQuestion = { id: 'q1', aujourdhui: '2026-11-22', ...SANS_DONNEE_QUESTION };
const ATTRIBUTION = { ...RIEN, serviceId: 'proprete', echeance: '2026-12-22' };
const REPONSE = { ...RIEN, reponse: 'Les lampes sont changées.', fonctionAuteur: 'Directrice de l’éclairage' };

describe('the life of a question', () => {
  it('has a label of each état for the services and for the resident', () => {
    expect(Object.keys(LIBELLES_ETATS_QUESTION)).toEqual([...ETATS_QUESTION]);
    expect(Object.keys(LIBELLES_PUBLICS_QUESTION)).toEqual([...ETATS_QUESTION]);
  });

  it('goes from the question to the published answer', () => {
    expect(refusEtapeQuestion('retenir', 'posee', RIEN)).toBeNull();
    expect(refusEtapeQuestion('attribuer', 'recevable', ATTRIBUTION)).toBeNull();
    expect(refusEtapeQuestion('preparer-reponse', 'attribuee', REPONSE)).toBeNull();
    expect(refusEtapeQuestion('publier-reponse', 'reponse-preparee', REPONSE)).toBeNull();
  });

  it('reaches every état from the first', () => {
    const table: readonly EtapeQuestion[] = CIRCUIT_QUESTION;
    const atteints = new Set<string>(['posee']);
    for (let avant = 0; avant < atteints.size;) {
      avant = atteints.size;
      for (const { de, vers } of table) if (de.some((etat) => atteints.has(etat))) atteints.add(vers);
    }
    expect([...atteints].sort()).toEqual([...ETATS_QUESTION].sort());
  });

  it('never waits for an answer without a service and a day to come', () => {
    const table: readonly EtapeQuestion[] = CIRCUIT_QUESTION;
    const entrees = table.filter(
      ({ de, vers }) =>
        (ETATS_EN_ATTENTE as readonly string[]).includes(vers) &&
        de.some((etat) => !(ETATS_EN_ATTENTE as readonly string[]).includes(etat)),
    );
    expect(entrees.map(({ transition }) => transition)).toEqual(['attribuer']);
    expect(refusEtapeQuestion('attribuer', 'recevable', { ...ATTRIBUTION, serviceId: null })).toContain('service');
    expect(refusEtapeQuestion('attribuer', 'recevable', { ...ATTRIBUTION, echeance: null })).toContain('jour');
    expect(refusEtapeQuestion('attribuer', 'recevable', { ...ATTRIBUTION, echeance: '2026-11-21' })).toBe(
      'Ce jour est déjà passé.',
    );
    expect(refusEtapeQuestion('attribuer', 'recevable', { ...ATTRIBUTION, echeance: '2026-11-22' })).toBeNull();
  });

  it('is refused for a motif of the charter alone, and a repeated one is no reason', () => {
    expect(refusEtapeQuestion('refuser', 'posee', RIEN)).toBe('Choisissez un motif de la charte.');
    expect(refusEtapeQuestion('refuser', 'posee', { ...RIEN, motif: 'parce que' })).not.toBeNull();
    expect(refusEtapeQuestion('refuser', 'posee', { ...RIEN, motif: 'hors-sujet' })).toBeNull();
    expect(refusEtapeQuestion('refuser', 'posee', { ...RIEN, motif: 'doublon-exact' })).not.toBeNull();
    expect(MOTIFS_REFUS_QUESTION).toHaveLength(9);
  });

  it('says why, where to and who', () => {
    expect(refusEtapeQuestion('orienter', 'posee', RIEN)).toContain('vers qui');
    expect(refusEtapeQuestion('classer-sans-suite', 'attribuee', { ...RIEN, motif: '  ' })).toContain('pourquoi');
    expect(refusEtapeQuestion('publier-reponse', 'reponse-preparee', { ...REPONSE, fonctionAuteur: ' ' })).toContain(
      'fonction',
    );
    expect(refusEtapeQuestion('publier-reponse', 'reponse-preparee', { ...REPONSE, reponse: '' })).toContain('écrite');
  });

  it('keeps moderating and answering in two hands where the contrat wants it', () => {
    const juge = { ...REPONSE, memeMainQueLaModeration: true };
    expect(refusEtapeQuestion('publier-reponse', 'reponse-preparee', juge)).toContain('une autre personne');
  });

  it('attaches to a question that gets an answer, never in a chain nor to itself', () => {
    const vers = (id: string, etat: 'attribuee' | 'refusee' | 'rattachee', rattachees = 0) =>
      refusEtapeQuestion('rattacher', 'posee', { ...RIEN, cible: { id, etat }, rattachees });
    expect(vers('q2', 'attribuee')).toBeNull();
    expect(vers('q1', 'attribuee')).toContain('elle-même');
    expect(vers('q2', 'refusee')).toContain('n’aura pas de réponse');
    expect(vers('q2', 'rattachee')).not.toBeNull();
    expect(vers('q2', 'attribuee', 1)).not.toBeNull();
  });

  it('refuses a step from another état, and offers only what the person may do', () => {
    expect(refusEtapeQuestion('publier-reponse', 'posee', REPONSE)).toContain('rechargez');
    const duService = etapesQuestion('attribuee', (permission) => (permission === 'questions.repondre' ? null : 'non'));
    expect(duService.map(({ transition }) => transition)).toEqual(['preparer-reponse']);
    expect(etapeQuestion('refuser').vers).toBe('refusee');
  });
});

describe('clues of a person', () => {
  it('are a number, an address, a name', () => {
    expect(indicesPersonnels('Appelez-moi au 06 12 34 56 78')).toEqual(['telephone']);
    expect(indicesPersonnels('Écrire à jeanne.petit@exemple.fr')).toEqual(['courriel']);
    expect(indicesPersonnels('Pourquoi Mme Dupont n’ouvre-t-elle plus ?')).toEqual(['nom']);
    expect(indicesPersonnels('Le bruit vient du 12 bis rue du Sanitas')).toEqual(['adresse']);
  });

  it('are not in an ordinary question', () => {
    for (const texte of [
      'Quand l’éclairage de la place sera-t-il réparé ?',
      'Il y a 30 places en crèche pour 1 200 enfants, pourquoi ?',
      'Le bus 5 passera-t-il toutes les 10 minutes en 2027 ?',
    ])
      expect(indicesPersonnels(texte)).toEqual([]);
  });
});
