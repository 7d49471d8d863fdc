import fc from 'fast-check';
import { completude, manquesObligatoires, resultatsSansMesure } from './completude';
import { contenuVide } from './contenu-vide';
import type { ContenuFiche } from './contenu';
import { CHAMPS_ECRITS } from './registre';

const un = [{ id: '1', texte: '<p>Un point</p>' }];
const cite = { organisationId: null, categorie: 'ville' as const, libelle: 'Villes' };
const PLEIN: ContenuFiche = {
  orientation: 'o1',
  titre: 'Titre',
  titreCourt: 'Court',
  pilotes: [cite],
  referents: [{ ...cite, personneId: null, fonction: '' }],
  resultatsAttendus: un,
  interetHabitants: un,
  interetTerritoire: un,
  interetPartenaires: un,
  cadreQuand: { texte: '', debut: null, fin: null, continu: true },
  cadreOu: { texte: '<p>Partout</p>', portee: 'tous-qpv', qpv: [], communes: [] },
  cadreAvecQui: { texte: '', acteurs: [cite] },
  cadreAvecQuoi: { texte: '', modalites: un },
  publicCible: { texte: '', publics: ['parents'] },
  contexte: '<p>Contexte</p>',
  facteursFavorables: un,
  facteursDefavorables: un,
  planAction: [{ ...un[0], genre: 'etape' } as ContenuFiche['planAction'][number]],
  moyensHumains: [{ ...un[0], etp: null } as ContenuFiche['moyensHumains'][number]],
  moyensFinanciers: un,
  lignesBudget: [
    { id: '1', annee: 2025, financeur: 'État', nature: 'droit-commun', prevu: 0, obtenu: null, realise: null },
  ],
  partenaires: [cite],
  resumePublic: 'Résumé',
  dispositifs: ['NPNRU'],
  p147: ['Lien social'],
  documents: [{ id: '1', titre: 'Charte', adresse: 'https://exemple.fr' }],
  sectionsSupplementaires: [{ id: '1', libelle: 'Autre', texte: '' }],
};

const manquants = (contenu: Partial<ContenuFiche>) => completude(contenu, []).manques;
const obligatoires = (contenu: Partial<ContenuFiche>) =>
  manquants(contenu).flatMap(({ champ, obligatoire }) => (obligatoire ? [champ] : []));

describe('completeness of a fiche', () => {
  it('counts the 27 fields of the official sheet', () => {
    expect(completude(PLEIN, ['realisation', 'resultat', 'impact'])).toEqual({ remplis: 27, total: 27, manques: [] });
    expect(completude(contenuVide(), [])).toMatchObject({ remplis: 3, total: 27 });
    expect(completude({}, []).manques).toEqual(completude(contenuVide(), []).manques);
  });

  it('names what keeps the fiche from being submitted', () => {
    expect(obligatoires(PLEIN)).toEqual([]);
    const incomplet = { ...PLEIN, partenaires: [], titre: '', moyensHumains: [] };
    expect(obligatoires(incomplet)).toEqual(['titre', 'partenaires']);
    expect(manquesObligatoires(incomplet)).toBe(2);
  });

  it('asks for one of the three interests only', () => {
    const sansInteret = { interetHabitants: [], interetTerritoire: [], interetPartenaires: [] };
    expect(obligatoires({ ...PLEIN, ...sansInteret, interetTerritoire: un })).toEqual([]);
    expect(obligatoires({ ...PLEIN, ...sansInteret })).toEqual(Object.keys(sansInteret));
  });

  it.each([
    ['an entry without words', { resultatsAttendus: [{ id: '1', texte: '<p></p>' }] }],
    ['tags alone', { contexte: '<p><strong> </strong></p><ul><li></li></ul>' }],
    ['a no-break space', { titre: '\u00A0' }],
    ['a scope that nobody has chosen', { cadreOu: { texte: '', portee: 'tous-qpv' as const, qpv: [], communes: [] } }],
  ])('takes %s as empty', (_, contenu) => {
    const champ = Object.keys(contenu)[0];
    expect(manquants({ ...PLEIN, ...contenu }).map((manque) => manque.champ)).toContain(champ);
  });

  it('never decreases when one more field is filled', () => {
    const champs = CHAMPS_ECRITS.map(({ id }) => id);
    fc.assert(
      fc.property(fc.subarray(champs), fc.constantFrom(...champs), (remplis, autre) => {
        const contenu = Object.fromEntries(remplis.map((champ) => [champ, PLEIN[champ]]));
        const avant = completude(contenu, []).remplis;
        expect(completude({ ...contenu, [autre]: PLEIN[autre] }, []).remplis).toBeGreaterThanOrEqual(avant);
      }),
    );
  });
});

describe('expected results that nothing measures', () => {
  const resultats = ['Les habitants décident', 'Le quartier est <strong>propre</strong>', ' '].map((texte, rang) => ({
    id: String(rang + 1),
    texte: `<p>${texte}</p>`,
  }));

  it('names by their number those that no indicator is linked to, empty ones left aside', () => {
    expect(resultatsSansMesure(resultats, [{ resultatsLies: ['1', 'autre'] }])).toEqual([
      { id: '2', libelle: 'R2 Le quartier est propre' },
    ]);
    expect(resultatsSansMesure(resultats, [{ resultatsLies: ['1'] }, { resultatsLies: ['2'] }])).toEqual([]);
  });
});
