import { type AcceptationSaisie, verifierAcceptation } from './demandes';

const CONNUE: AcceptationSaisie = { personneId: 'p', fonction: null, organisationId: null, role: null };
const NEUVE: AcceptationSaisie = { personneId: null, fonction: 'Référente', organisationId: 'o', role: 'referent' };

describe('acceptance of a request', () => {
  it.each([
    ['a person who has a mandat', CONNUE],
    ['a known person and a mandat', { ...NEUVE, personneId: 'p', fonction: null }],
    ['a new person and a mandat', NEUVE],
  ])('takes %s', (_, saisie) => {
    expect(verifierAcceptation(saisie)).toBeNull();
  });

  it.each([
    ['a new person without fonction', { ...NEUVE, fonction: '' }],
    ['a role without organisation', { ...CONNUE, role: 'lecteur' as const }],
    ['an organisation without role', { ...CONNUE, organisationId: 'o' }],
    ['a new person without mandat', { ...NEUVE, organisationId: null, role: null }],
  ])('refuses %s', (_, saisie) => {
    expect(verifierAcceptation(saisie)).toMatch(/\.$/);
  });
});
