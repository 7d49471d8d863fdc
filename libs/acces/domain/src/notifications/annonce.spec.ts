import fc from 'fast-check';
import { type Acteur, decider } from '../acteur';
import { PERMISSIONS } from '../permissions';
import { ROLES } from '../roles';
import { type Annonce, destinatairesDe, rolesDe } from './annonce';
import { composerNotifications } from './notification';
import { SORTES_NOTIFICATION } from './sortes';
import { jourDeParis } from '@pleniere/shared/domain';

const ORGANISATIONS = ['villeA', 'villeB', 'prefecture'];
const PERSONNES = ['ada', 'bea', 'cleo', 'dina', 'eve'];

const candidat: fc.Arbitrary<Acteur> = fc.record({
  compteId: fc.constant('compte'),
  personneId: fc.constantFrom(...PERSONNES),
  nom: fc.constant('Nom'),
  fonction: fc.constant(''),
  contratId: fc.constantFrom('ici', 'ailleurs'),
  role: fc.constantFrom(...ROLES),
  organisationId: fc.option(fc.constantFrom(...ORGANISATIONS)),
});
const annonce: fc.Arbitrary<Annonce> = fc.record(
  {
    sorte: fc.constantFrom(...SORTES_NOTIFICATION),
    evenement: fc.constant('un'),
    titre: fc.constant('Titre'),
    lien: fc.constant('/fiches'),
    pour: fc.record(
      {
        personnes: fc.subarray(PERSONNES),
        roles: fc.subarray([...ROLES]),
        referents: fc.boolean(),
      },
      { requiredKeys: [] },
    ),
    permission: fc.constantFrom(...PERMISSIONS),
    roles: fc.subarray([...ROLES]),
  },
  { requiredKeys: ['sorte', 'evenement', 'titre', 'lien', 'pour', 'permission'] },
);

describe('who is told', () => {
  it('is never whoever did it, nor anybody who may not know', () => {
    const cas = fc.tuple(annonce, fc.array(candidat), fc.subarray(ORGANISATIONS));
    fc.assert(
      fc.property(cas, ([une, candidats, organisationIds]) => {
        const perimetre = { contratId: 'ici', organisationIds };
        for (const dite of destinatairesDe(une, 'ada', candidats, perimetre)) {
          expect(dite.personneId).not.toBe('ada');
          expect(dite.contratId).toBe('ici');
          expect(rolesDe(une)).toContain(dite.role);
          if (une.roles) expect(une.roles).toContain(dite.role);
          expect(decider(dite, une.permission, perimetre)).toBeNull();
        }
      }),
      { numRuns: 500 },
    );
  });

  it('is everybody whom it concerns and who may know', () => {
    const personne = (personneId: string, role: Acteur['role'], organisationId: string): Acteur => ({
      compteId: '',
      personneId,
      nom: '',
      fonction: '',
      contratId: 'ici',
      role,
      organisationId,
    });
    const candidats = [
      personne('ada', 'equipe', 'prefecture'),
      personne('bea', 'referent', 'villeA'),
      personne('cleo', 'referent', 'villeB'),
      personne('dina', 'lecteur', 'villeA'),
    ];
    const perimetre = { contratId: 'ici', organisationIds: ['villeA'] };
    const une: Annonce = {
      sorte: 'avis-rendu',
      evenement: 'un',
      titre: 'Avis',
      lien: '/fiches',
      pour: { roles: ['equipe'], referents: true },
      permission: 'fiches.lire',
    };
    expect(destinatairesDe(une, null, candidats, perimetre).map(({ personneId }) => personneId)).toEqual([
      'ada',
      'bea',
    ]);
  });
});

describe('an e-mail of notifications', () => {
  const fiche = { id: 'f', code: 'T\u00A01.1', titre: 'Santé' };
  const dite = (titre: string, de: typeof fiche | null = fiche) => ({
    titre,
    texte: '',
    lien: '/fiches/T1.1',
    fiche: de,
  });

  it('says the event itself when there is only one', () => {
    const { objet, texte } = composerNotifications('Samira', [dite('Avis rendu')], 'https://ici.fr', 'tout-de-suite');
    expect(objet).toBe('Avis rendu');
    expect(texte).toContain('https://ici.fr/fiches/T1.1');
    expect(texte).toContain('https://ici.fr/compte/notifications');
  });

  it('tells the events of a fiche together', () => {
    const dites = [dite('Avis rendu'), dite('Campagne ouverte', null), dite('Fiche en vigueur')];
    const { objet, texte } = composerNotifications('Samira', dites, '', 'resume');
    expect(objet).toBe('Plénière\u00A0: 3\u00A0nouvelles notifications');
    expect(texte.match(/T\u00A01\.1 – Santé/g)).toHaveLength(1);
  });
});

describe('the day in Paris', () => {
  it('turns at midnight there, summer and winter', () => {
    expect(jourDeParis(new Date('2026-03-28T22:59:59Z'))).toBe('2026-03-28');
    expect(jourDeParis(new Date('2026-03-28T23:00:00Z'))).toBe('2026-03-29');
    expect(jourDeParis(new Date('2026-03-29T21:59:59Z'))).toBe('2026-03-29');
    expect(jourDeParis(new Date('2026-03-29T22:00:00Z'))).toBe('2026-03-30');
    expect(jourDeParis(new Date('2026-10-25T22:59:59Z'))).toBe('2026-10-25');
    expect(jourDeParis(new Date('2026-10-25T23:00:00Z'))).toBe('2026-10-26');
  });
});
