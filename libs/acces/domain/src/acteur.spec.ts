import * as fc from 'fast-check';
import { type Acteur, decider, permissionsDe } from './acteur';
import { DROITS, PERMISSIONS } from './permissions';
import { ROLES } from './roles';

const ORGANISATIONS = ['ville-a', 'ville-b', 'bailleur'];

const acteurs = fc.record({
  compteId: fc.constant('compte'),
  personneId: fc.constant('personne'),
  nom: fc.constant('Camille'),
  fonction: fc.constant('Cheffe de projet'),
  contratId: fc.constantFrom('tmvl', 'amboise'),
  role: fc.constantFrom(...ROLES),
  organisationId: fc.constantFrom(...ORGANISATIONS, null),
});
const perimetres = fc.record({
  contratId: fc.constantFrom('tmvl', 'amboise'),
  organisationIds: fc.subarray(ORGANISATIONS),
});
const permissions = fc.constantFrom(...PERMISSIONS);

const referent: Acteur = {
  compteId: 'c',
  personneId: 'p',
  nom: 'Camille',
  fonction: 'Référente',
  contratId: 'tmvl',
  role: 'referent',
  organisationId: 'ville-a',
};

describe('authorisation', () => {
  it('lets nobody act on another contrat', () => {
    fc.assert(
      fc.property(acteurs, permissions, perimetres, (acteur, permission, perimetre) => {
        fc.pre(acteur.contratId !== perimetre.contratId);
        expect(decider(acteur, permission, perimetre)).toBe('Cet élément appartient à un autre contrat de ville.');
      }),
    );
  });

  it('refuses what the table does not give, and gives only where the table says', () => {
    fc.assert(
      fc.property(acteurs, permissions, perimetres, (acteur, permission, perimetre) => {
        const chezSoi = { ...perimetre, contratId: acteur.contratId };
        const portee = DROITS[acteur.role][permission];
        const tientLaPlume = chezSoi.organisationIds.some((id) => id === acteur.organisationId);
        const permis = portee === 'contrat' || (portee === 'organisation' && tientLaPlume);
        expect(decider(acteur, permission, chezSoi) === null).toBe(permis);
      }),
    );
  });

  it('never takes a right away when more organisations hold the pen', () => {
    fc.assert(
      fc.property(
        acteurs,
        permissions,
        perimetres,
        fc.constantFrom(...ORGANISATIONS),
        (acteur, permission, petit, id) => {
          const grand = { ...petit, organisationIds: [...petit.organisationIds, id] };
          if (decider(acteur, permission, petit) === null) expect(decider(acteur, permission, grand)).toBeNull();
        },
      ),
    );
  });

  it('lets a référent write the fiches of their ville and no other', () => {
    const fiche = (...organisationIds: string[]) => ({ contratId: 'tmvl', organisationIds });
    expect(decider(referent, 'fiches.ecrire', fiche('ville-a', 'ville-b'))).toBeNull();
    expect(decider(referent, 'fiches.ecrire', fiche('ville-b'))).toBe(
      'Seules les organisations concernées peuvent faire cette action.',
    );
    expect(decider(referent, 'fiches.valider', fiche('ville-a'))).toBe('Votre rôle ne permet pas cette action.');
  });

  it('gives a person without organisation no right held by an organisation', () => {
    const perimetre = { contratId: 'tmvl', organisationIds: [] };
    expect(decider({ ...referent, organisationId: null }, 'valeurs.saisir', perimetre)).not.toBeNull();
  });
});

describe('rights of the roles', () => {
  it('give the team everything but what is for the State to say, and nobody else the frame, the people or the accounts', () => {
    const deLEtat = ['valeurs.contester', 'avis.rendre', 'notes.tenir'];
    expect(permissionsDe('equipe')).toEqual(PERMISSIONS.filter((permission) => !deLEtat.includes(permission)));
    for (const role of ROLES.filter((autre) => autre !== 'equipe')) {
      for (const permission of ['contrat.gerer', 'acteurs.gerer', 'comptes.gerer', 'fiches.valider'] as const) {
        expect(permissionsDe(role)).not.toContain(permission);
      }
    }
  });

  it('let every role read, and a lecteur only read', () => {
    const lecture = permissionsDe('lecteur');
    expect(lecture.every((permission) => /\.(lire|exporter)$/.test(permission))).toBe(true);
    for (const role of ROLES) expect(permissionsDe(role)).toEqual(expect.arrayContaining(lecture));
  });

  it('make of the délégué somebody who contests, asks and gives an avis, and writes nothing of the fiches', () => {
    const ecriture = permissionsDe('delegue').filter(
      (permission) => !/\.(lire|lire-en-clair|exporter)$/.test(permission),
    );
    expect(ecriture).toEqual([
      'avis.rendre',
      'avis.lever',
      'dialogue.participer',
      'precisions.demander',
      'notes.tenir',
      'valeurs.contester',
    ]);
  });
});
