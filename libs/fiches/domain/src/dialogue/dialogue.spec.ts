import { ROLES } from '@pleniere/acces/domain';
import fc from 'fast-check';
import { elementsDe, verifierAncre } from './ancre';
import { cerclesDe, DELAI_DE_CORRECTION, estDe, refusDeCorriger, VISIBILITES_FIL } from './fil';
import { joursApres, joursDeRetard, refusDeClore, refusDeRepondre, STATUTS_PRECISION } from './precision';

describe('circles of a thread', () => {
  it('never let a lecteur in, and let the team in all of them', () => {
    expect(Object.fromEntries(ROLES.map((role) => [role, cerclesDe(role)]))).toEqual({
      equipe: ['equipe', 'etat', 'tous'],
      referent: ['tous'],
      delegue: ['etat', 'tous'],
      contributeur: ['tous'],
      lecteur: [],
    });
  });

  it('are read wholly or not at all: the narrower is read by fewer', () => {
    const nombre = (cercle: (typeof VISIBILITES_FIL)[number]) =>
      ROLES.filter((role) => cerclesDe(role).includes(cercle)).length;
    expect(VISIBILITES_FIL.map(nombre)).toEqual([1, 2, 4]);
  });
});

describe('a message', () => {
  const message = { auteurId: 'a', ecritLe: '2026-11-20T10:00:00Z', supprimeLe: null };
  const ecrit = Date.parse(message.ecritLe);

  it('is corrected by its author alone, and for fifteen minutes to the second', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 3_600_000 }), fc.constantFrom('a', 'b'), (ecoule, personne) => {
        const permis = refusDeCorriger(message, personne, ecrit + ecoule) === null;
        expect(permis).toBe(personne === 'a' && ecoule <= DELAI_DE_CORRECTION);
      }),
    );
  });

  it('that was deleted is no longer changed', () => {
    expect(refusDeCorriger({ ...message, supprimeLe: message.ecritLe }, 'a', ecrit)).toContain('déjà supprimé');
  });

  it('makes a thread that of its author and of whom it mentions', () => {
    const fil = { messages: [{ ...message, mentions: [{ id: 'm', nom: 'M' }] }] } as Parameters<typeof estDe>[0];
    expect(['a', 'm', 'x'].map((personne) => estDe(fil, personne))).toEqual([true, true, false]);
  });
});

describe('an anchor', () => {
  it('names an entry of a list by its words, whatever the list', () => {
    expect(
      elementsDe('resultatsAttendus', { resultatsAttendus: [{ id: 'r', texte: '<p>Un <em>lieu</em></p>' }] }),
    ).toEqual([{ id: 'r', texte: 'Un lieu' }]);
    expect(
      elementsDe('documents', { documents: [{ id: 'd', titre: 'Bilan', adresse: 'https://exemple.fr' }] }),
    ).toEqual([{ id: 'd', texte: 'Bilan' }]);
    const cadreAvecQuoi = { texte: '', modalites: [{ id: 'm', texte: '<p>En marchant</p>' }] };
    expect(elementsDe('cadreAvecQuoi', { cadreAvecQuoi })).toEqual([{ id: 'm', texte: 'En marchant' }]);
    expect([elementsDe('contexte', { contexte: '<p>Ici</p>' }), elementsDe('pilotes', {})]).toEqual([[], []]);
  });

  it('is one thing at a time', () => {
    const valeur = { indicateurId: 'i', annee: 2026, territoire: 'contrat', ventilation: 'total' } as const;
    expect(verifierAncre({ champ: 'contexte', elementId: null, valeur })).toHaveLength(1);
    expect(verifierAncre({ champ: null, elementId: 'e', valeur: null })).toHaveLength(1);
    expect(verifierAncre({ champ: null, elementId: null, valeur })).toEqual([]);
  });
});

describe('a demande de précision', () => {
  const demande = {
    statut: 'ouverte',
    echeance: '2026-11-20',
    auteurId: 'h',
    auteur: 'Hélène',
    destinataire: { personneId: null, organisationId: 'tours', nom: 'Ville de Tours' },
  } as const;

  it('is late from the day after, until it is answered', () => {
    const retards = ['2026-11-19', '2026-11-20', '2026-11-21', '2026-12-01'].map((jour) =>
      joursDeRetard(demande, jour),
    );
    expect(retards).toEqual([0, 0, 1, 11]);
    expect(joursDeRetard({ ...demande, statut: 'repondue' }, '2026-12-01')).toBe(0);
  });

  it('is given days across the end of a month and of a year', () => {
    expect(['2026-02-20', '2026-12-20'].map((jour) => joursApres(jour, 15))).toEqual(['2026-03-07', '2027-01-04']);
  });

  it('is answered by whom it is put to alone, and never once it is closed', () => {
    const repond = (organisationId: string | null, personneId = 'p') =>
      refusDeRepondre(demande, { organisationId, personneId });
    expect([repond('tours'), repond('joue'), repond(null)]).toEqual([
      null,
      'Cette demande a un autre destinataire\u00A0: Ville de Tours.',
      'Cette demande a un autre destinataire\u00A0: Ville de Tours.',
    ]);
    const close = { ...demande, statut: 'close' } as const;
    expect(refusDeRepondre(close, { organisationId: 'tours', personneId: 'p' })).toBe('Cette demande est close.');
  });

  it('is closed by who asked it or by the team, whatever its state, once', () => {
    for (const statut of STATUTS_PRECISION) {
      const clos = (role: 'equipe' | 'delegue' | 'referent', personneId: string) =>
        refusDeClore({ ...demande, statut }, { role, personneId }) === null;
      expect([clos('delegue', 'h'), clos('equipe', 'c'), clos('delegue', 'autre'), clos('referent', 'h')]).toEqual([
        statut !== 'close',
        statut !== 'close',
        false,
        false,
      ]);
    }
  });
});
