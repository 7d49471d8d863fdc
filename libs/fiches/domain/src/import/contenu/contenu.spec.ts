import { comparerContenus, garderIdentites } from './comparer';
import { definirIndicateur, proposerIndicateur } from './indicateurs';
import { lirePeriode, lirePortee, lirePublics } from './lectures';
import { rapprocherActeur, rapprocherEnjeu, rapprocherQpv, type Repertoire } from './rapprocher';

const REPERTOIRE: Repertoire = {
  anneeDebut: 2024,
  anneeFin: 2030,
  organisations: [
    { id: 'tours', nom: 'Ville de Tours', nomCourt: 'Tours', categorie: 'ville' },
    { id: 'vth', nom: 'Val Touraine Habitat', nomCourt: 'VTH', categorie: 'bailleur' },
  ],
  enjeux: [
    { id: 't1', type: 'transversal', numero: 1, intitule: 'Participation citoyenne', orientations: [] },
    { id: 'e1', type: 'thematique', numero: 1, intitule: 'Emploi et insertion', orientations: [] },
  ],
  qpv: [
    { code: 'QN03709M', libelle: 'Sanitas', libelleEditorial: null },
    { code: 'QN03702M', libelle: 'Rabière', libelleEditorial: null },
  ],
};

describe('lines of indicators', () => {
  const parties = (libelle: string) =>
    proposerIndicateur('p1', 'resultat', libelle).parties.map((partie) => partie.libelle);

  it('propose measurable parts when they say two things', () => {
    expect(parties('Nombre et diversité d’habitants mobilisés')).toEqual([
      'Nombre d’habitants mobilisés',
      'Diversité d’habitants mobilisés',
    ]);
    expect(parties('Nombre de réunions et de participants')).toEqual(['Nombre de réunions', 'Nombre de participants']);
    expect(parties('Fréquence et qualité des échanges')).toEqual(['Fréquence des échanges', 'Qualité des échanges']);
  });

  it('stay whole when they say one', () => {
    expect(parties('Nombre d’actions / projets ayant associés les habitants')).toEqual([]);
    expect(parties('Évolution des projets et des actions au regard des remontées')).toEqual([]);
    expect(parties('Modalités de sollicitation de la parole')).toEqual([]);
  });

  it('tell their nature and what they count', () => {
    const lire = (libelle: string) => {
      const { nature, unite } = proposerIndicateur('p1', 'resultat', libelle);
      return [nature, unite];
    };
    expect(lire('Nombre d’habitants mobilisés')).toEqual(['nombre', 'habitants']);
    expect(lire('Taux de participation')).toEqual(['pourcentage', '']);
    expect(lire('Fréquence d’organisation des espaces d’échange')).toEqual(['frequence', '']);
    expect(lire('Évolution du rapport aux institutions')).toEqual(['texte', '']);
  });

  it('keep the official wording in the definition of a part', () => {
    const [nombre] = proposerIndicateur('p1', 'impact', 'Nombre et diversité d’habitants').parties;
    if (!nombre) throw new Error('two parts are expected');
    expect(definirIndicateur('f', 'impact', nombre, 'Nombre et diversité d’habitants').definition).toContain(
      '«\u00A0Nombre et diversité d’habitants\u00A0»',
    );
  });
});

describe('dates, places and publics told by words', () => {
  it.each([
    ['En continu de 2024 à 2030', '2024-01-01', '2030-12-31', true],
    ['De septembre 2025 à juin 2027', '2025-09-01', '2027-06-30', false],
    ['Du 12/03/2026 au 1er juillet 2026', '2026-03-12', '2026-07-01', false],
    ['En 2026', '2026-01-01', '2026-12-31', false],
    ['À partir de 2026', '2026-01-01', null, false],
    ['Toute la durée du contrat', '2024-01-01', '2030-12-31', true],
    ['Depuis 2014, chaque trimestre', null, null, false],
    ['Le 31/45/2026', '2026-01-01', '2026-12-31', false],
  ])('« %s »', (texte, debut, fin, continu) => {
    expect(lirePeriode(texte, REPERTOIRE)).toEqual({ debut, fin, continu });
  });

  it.each([
    ['Dans chacun des 2 QPV de la métropole', { portee: 'tous-qpv', qpv: [] }],
    ['Tous les quartiers prioritaires', { portee: 'tous-qpv', qpv: [] }],
    ['Sanitas et La Rabiere', { portee: 'selection', qpv: ['QN03709M', 'QN03702M'] }],
    ['À l’échelle de la métropole', { portee: 'metropole', qpv: [] }],
    ['Hors QPV', { portee: 'hors-qpv', qpv: [] }],
    ['Au centre social', null],
  ])('« %s »', (texte, portee) => {
    expect(lirePortee(texte, REPERTOIRE)).toEqual(portee);
  });

  it('recognises the publics that are named, and none else', () => {
    expect(lirePublics('Tous les habitants des QPV')).toEqual(['tous-habitants']);
    expect(lirePublics('Les jeunes de 16 à 25 ans et les femmes isolées')).toEqual(['jeunes-adultes', 'femmes']);
    expect(lirePublics('Les adultes-relais')).toEqual([]);
  });
});

describe('names', () => {
  it('are recognised without accents, case nor plural, organisations before categories', () => {
    expect(rapprocherActeur('VILLE DE TOURS', REPERTOIRE)).toEqual({ organisationId: 'tours', categorie: null });
    expect(rapprocherActeur('VTH', REPERTOIRE)).toEqual({ organisationId: 'vth', categorie: null });
    expect(rapprocherActeur('Bailleur social', REPERTOIRE)).toEqual({ organisationId: null, categorie: 'bailleur' });
    expect(rapprocherActeur('Etat – Déléguées du Préfet', REPERTOIRE)).toEqual({
      organisationId: null,
      categorie: 'etat',
    });
    expect(rapprocherActeur('Un collectif du quartier', REPERTOIRE)).toBeNull();
  });

  it('of an enjeu are its number and kind, or its words', () => {
    expect(rapprocherEnjeu('Enjeu transversal 1 : Participation', REPERTOIRE)?.id).toBe('t1');
    expect(rapprocherEnjeu('Axe : Emploi et insertion', REPERTOIRE)?.id).toBe('e1');
    expect(rapprocherEnjeu('Axe 1', REPERTOIRE)).toBeNull();
  });

  it('of quarters are whole words', () => {
    expect(rapprocherQpv('Le Sanitas (Tours)', REPERTOIRE)).toEqual(['QN03709M']);
    expect(rapprocherQpv('Sanitaires', REPERTOIRE)).toEqual([]);
  });
});

describe('an existing fiche and what a document tells', () => {
  it('differ by words, never by ids nor by the order of their parts', () => {
    const avant = { planAction: [{ id: 'a', texte: '<p>Un</p>', genre: 'principe' as const }], titre: 'Ancien' };
    const apres = { titre: 'Nouveau', planAction: [{ genre: 'principe' as const, texte: '<p>Un</p>', id: 'b' }] };
    expect(comparerContenus(avant, apres)).toEqual([
      { champ: 'titre', libelle: 'Intitulé du projet', avant: 'Ancien', apres: 'Nouveau' },
    ]);
  });

  it('share the ids of the entries that say the same, each once', () => {
    const avant = [
      { id: 'a', texte: 'Un' },
      { id: 'b', texte: 'Un' },
    ];
    const apres = ['Deux', 'Un', 'Un', 'Un'].map((texte, rang) => ({ id: `n${rang}`, texte }));
    expect(garderIdentites(avant, apres).map(({ id }) => id)).toEqual(['n0', 'a', 'b', 'n3']);
    expect(garderIdentites('texte', 'autre')).toBe('autre');
  });
});
