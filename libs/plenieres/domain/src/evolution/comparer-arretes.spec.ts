import { codeAffiche } from '@pleniere/fiches/domain';
import * as fc from 'fast-check';
import type { ContenuArrete, FicheFigee, IndicateurFige } from '../arretes/arrete';
import type { Decision } from '../decision';
import { chiffresCles, rienNeChange } from './chiffres-cles';
import { comparerArretes } from './comparer-arretes';
import type { Evolution, FicheEvoluee } from './evolution';
import { abreger, comparerMots } from './passages';
import { direAction, direArrivees, direCible, direMeteo, direOrigine, direSuite, direValeur } from './phrases';
import { raconterDecisions, raconterFiche } from './recit';

const ENJEUX = [
  { id: 'e1', type: 'transversal', numero: 1, intitule: 'Participation', couleur: '#1b3a6b', orientations: [] },
  { id: 'e2', type: 'thematique', numero: 2, intitule: 'Emploi', couleur: '#6b1b3a', orientations: [] },
] as const;

function arrete(reste: Partial<ContenuArrete>): ContenuArrete {
  const quartiers = ['QN03709M', 'QN03710M'].map((code, rang) => ({
    ...{ code, libelle: ['Sanitas', 'Rives du Cher'][rang] ?? '', libelleEditorial: null },
    ...{ npnru: false, communes: [], populations: [] },
  }));
  return {
    ...{ numero: 1, titre: 'Arrêté', figeLe: '2025-12-11T15:00:00.000Z', seance: null, enjeux: ENJEUX, quartiers },
    ...{ contrat: { anneeDebut: 2024, anneeFin: 2030 }, communes: [], decisions: [], fiches: [] },
    ...reste,
  } as unknown as ContenuArrete;
}

function fiche(id: string, reste: Partial<FicheFigee> = {}): FicheFigee {
  return {
    ...{
      id,
      code: `T1.${id}`,
      revision: 1,
      enjeu: ENJEUX[0],
      orientationTexte: null,
      contenu: { titre: `Fiche ${id}` },
    },
    ...{
      meteo: null,
      avis: [],
      actions: [],
      declinaisons: [],
      indicateurs: [],
      filiation: { origines: [], suites: [] },
    },
    ...reste,
  } as unknown as FicheFigee;
}

const valeur = (annee: number, territoire: string, nombre: number | null) => ({
  ...{ indicateurId: 'i', annee, territoire, ventilation: 'total', valeur: nombre },
  ...{ absence: nombre === null ? 'nd' : null, qualite: 'definitive' },
});

function indicateur(reste: object): IndicateurFige {
  return {
    ...{ id: 'i', libelle: 'Ateliers', nature: 'nombre', unite: 'ateliers', decimales: 0, sens: 'hausse' },
    ...{ maille: 'contrat', agregation: 'somme', periodicite: 'annuelle', anneesPonctuelles: [], ruptures: [] },
    ...{ reference: null, cibles: [], modalites: [], valeurs: [], definition: '', numerateur: '', denominateur: '' },
    ...reste,
  } as unknown as IndicateurFige;
}

const AVANT = { numero: 1, figeLe: '2024-12-12T15:00:00.000Z' };
const APRES = { numero: 2, figeLe: '2025-12-11T15:00:00.000Z' };
const comparer = (avant: FicheFigee[], apres: FicheFigee[]): Evolution =>
  comparerArretes(arrete({ ...AVANT, fiches: avant }), arrete({ ...APRES, fiches: apres }));

function seule({ enjeux }: Evolution): FicheEvoluee {
  const [changee] = enjeux.flatMap(({ changees }) => changees);
  if (!changee) throw new Error('Aucune fiche ne change.');
  return changee;
}

const action = (id: string, statut: string, echeance: string) => ({
  id,
  code: `T1.1-${id}`,
  titre: 'Action',
  statut,
  echeance,
});
const decision = (id: string, statut: string, echeance: string | null): Decision =>
  ({ id, statut, echeance, texte: 'Décision', fiche: null, responsable: null, suivi: '' }) as unknown as Decision;

describe('what changed between two arrêtés', () => {
  it('tells a field word by word, and nothing of those that stay', () => {
    const [avant, apres] = ['Une maison ouverte le mardi.', 'Une maison ouverte le jeudi.'].map((contexte) =>
      fiche('1', { contenu: { titre: 'Maison', contexte: `<p>${contexte}</p>` } }),
    );
    const { champs } = seule(comparer([avant as FicheFigee], [apres as FicheFigee]));
    expect(champs).toEqual([
      {
        ...{ champ: 'contexte', libelle: 'Contexte / diagnostic' },
        passages: [
          { texte: 'Une maison ouverte le ', marque: null },
          { texte: 'mardi', marque: 'retrait' },
          { texte: 'jeudi', marque: 'ajout' },
          { texte: '.', marque: null },
        ],
      },
    ]);
  });

  it('tells as one two changes that a few words separate', () => {
    const passages = comparerMots(
      'Sortir frapper à la porte des jeunes.',
      'Des conseillers à la rencontre des jeunes.',
    );
    expect(passages.map(({ texte, marque }) => [marque, texte])).toEqual([
      ['retrait', 'Sortir frapper à la porte'],
      ['ajout', 'Des conseillers à la rencontre'],
      [null, ' des jeunes.'],
    ]);
  });

  it('tells quartiers by their names when the selection alone changed', () => {
    const [avant, apres] = [['QN03709M'], ['QN03710M']].map((qpv) =>
      fiche('1', { contenu: { cadreOu: { texte: '', portee: 'selection', qpv, communes: [] } } }),
    );
    const [champ] = seule(comparer([avant as FicheFigee], [apres as FicheFigee])).champs;
    expect(champ?.passages.filter(({ marque }) => marque).map(({ texte }) => texte.trim())).toEqual([
      'Sanitas',
      'Rives du Cher',
    ]);
  });

  it('follows a fiche that was split', () => {
    const origines = [{ id: '1', code: 'T1.1', titre: 'Fiche 1', sorte: 'scindee' as const }];
    const filles = ['2', '3'].map((id) => fiche(id, { filiation: { origines, suites: [] } }));
    const [enjeu] = comparer([fiche('1')], filles).enjeux;
    expect(enjeu?.ajoutees.map(direOrigine)).toEqual(Array(2).fill(`Issue de la scission de ${codeAffiche('T1.1')}.`));
    expect(enjeu?.retirees.map(direSuite)).toEqual([`Remplacée par ${codeAffiche('T1.2')} et ${codeAffiche('T1.3')}.`]);
  });

  it('tells figures that arrived, were corrected, or were taken away', () => {
    const avant = indicateur({ valeurs: [valeur(2024, 'contrat', 10), valeur(2025, 'contrat', null)] });
    const apres = indicateur({ valeurs: [valeur(2024, 'contrat', 12), valeur(2025, 'contrat', 1_300)] });
    const evolue = (une: IndicateurFige, autre: IndicateurFige) =>
      seule(comparer([fiche('1', { indicateurs: [une] })], [fiche('1', { indicateurs: [autre] })])).indicateurs[0];
    const lu = evolue(avant, apres);
    expect(lu && direArrivees(lu)).toBe('1\u00A0valeur arrivée pour 2025.');
    expect(lu?.changees.map(direValeur)).toEqual(['Ensemble du contrat, 2024\u00A0: 12 au lieu de 10']);
    expect(evolue(apres, indicateur({}))?.changees.map(direValeur)).toContain(
      'Ensemble du contrat, 2024\u00A0: 12, retiré',
    );
  });

  it.each([
    ['hausse', 45, 40, 'atteinte'],
    ['hausse', 39, 40, 'manquée'],
    ['baisse', 39, 40, 'atteinte'],
    ['baisse', 45, 40, 'manquée'],
    ['stable', 40, 40, 'atteinte'],
    ['stable', 45, 40, 'manquée'],
  ])('judges a target when its year has come: %s, %i for %i is %s', (sens, nombre, cible, verdict) => {
    const cibles = [2025, 2030].map((annee) => ({ annee, valeur: cible }));
    const lire = (...annees: number[]) =>
      fiche('1', {
        indicateurs: [indicateur({ sens, cibles, valeurs: annees.map((annee) => valeur(annee, 'contrat', nombre)) })],
      });
    expect(seule(comparer([lire(2024)], [lire(2024, 2025)])).indicateurs[0]?.cibles.map(direCible)).toEqual([
      `Cible 2025 de 40\u00A0: ${verdict} (${nombre}\u00A0ateliers).`,
    ]);
  });

  it('judges nothing without a hoped side, without a figure or by another definition, and tells what a figure leaves out', () => {
    const cibles = [{ annee: 2025, valeur: 40 }];
    const jugees = (reste: object) => {
      const [avant, apres] = [indicateur({ cibles, ...reste, valeurs: [] }), indicateur({ cibles, ...reste })];
      const evolution = comparer([fiche('1', { indicateurs: [avant] })], [fiche('1', { indicateurs: [apres] })]);
      return evolution.enjeux.flatMap(({ changees }) => changees.flatMap((une) => une.indicateurs[0]?.cibles ?? []));
    };
    const valeurs = [valeur(2025, 'contrat', 45)];
    expect(jugees({ valeurs })).toHaveLength(1);
    expect(jugees({ valeurs, sens: 'aucun' })).toEqual([]);
    expect(jugees({ valeurs: [valeur(2024, 'contrat', 45)] })).toEqual([]);
    expect(jugees({ valeurs, ruptures: [{ depuis: 2026 }] })).toEqual([]);
    const [partielle] = jugees({ maille: 'qpv', valeurs: [valeur(2025, 'QN03709M', 45)] });
    expect(partielle && direCible(partielle)).toBe(
      'Cible 2025 de 40\u00A0: atteinte (45\u00A0ateliers, 1\u00A0QPV sur\u00A02).',
    );
  });

  it('judges a target in each territory when they make no figure together', () => {
    const cibles = [{ annee: 2025, valeur: 2 }];
    const valeurs = [valeur(2025, 'QN03709M', 3), valeur(2025, 'QN03710M', 1)];
    const lu = (chiffres: object[]) =>
      fiche('1', { indicateurs: [indicateur({ maille: 'qpv', agregation: 'aucune', cibles, valeurs: chiffres })] });
    expect(seule(comparer([lu([])], [lu(valeurs)])).indicateurs[0]?.cibles.map(direCible)).toEqual([
      'Cible 2025 de 2\u00A0: manquée, 1\u00A0territoire sur 2 y est.',
    ]);
  });

  it('hides small counts from those who did not produce them, before and after, with the verdicts that would tell them', () => {
    const lire = (...nombres: number[]) => {
      const valeurs = nombres.map((nombre, rang) => valeur(2025, ['QN03709M', 'QN03710M'][rang] ?? '', nombre));
      const chiffres = { maille: 'qpv', agregation: 'aucune', cibles: [{ annee: 2025, valeur: 2 }], valeurs };
      return [fiche('1', { indicateurs: [indicateur({ ...chiffres, unite: 'habitants', ventilations: [] })] })];
    };
    const [avant, apres] = [arrete({ ...AVANT, fiches: lire(40) }), arrete({ ...APRES, fiches: lire(45, 3) })];
    const [lu] = seule(comparerArretes(avant, apres, 5)).indicateurs;
    expect(lu?.arrivees.map(({ apres: dit }) => dit)).toEqual(['<\u202F5']);
    expect(lu?.cibles.flatMap(({ constats }) => constats.map(({ territoire }) => territoire))).toEqual(['Sanitas']);
    expect(seule(comparerArretes(avant, apres)).indicateurs[0]?.arrivees[0]?.apres).toBe('3');
  });

  it('tells actions done, put off and late on the day of the later arrêté', () => {
    const lire = (...actions: object[]) => fiche('1', { actions: actions as FicheFigee['actions'] });
    const { actions } = seule(
      comparer(
        [lire(action('a', 'en-cours', '2025-03-01'), action('b', 'en-cours', '2024-06-01'))],
        [
          lire(
            ...[action('a', 'realisee', '2025-03-01'), action('b', 'en-cours', '2024-06-01')],
            ...[action('c', 'a-venir', '2025-12-10'), action('d', 'a-venir', '2025-12-11')],
          ),
        ],
      ),
    );
    expect(actions.faites.map(({ id }) => id)).toEqual(['a']);
    expect(actions.nouvelles.map(({ id }) => id)).toEqual(['c', 'd']);
    expect(actions.enRetard.map(({ id, deja }) => [id, deja])).toEqual([
      ['b', true],
      ['c', false],
    ]);
    expect(actions.enRetard.map(direAction)[0]).toMatch(/1er juin 2024 \(déjà en retard/);
  });

  it('tells weather that moved, avis that arrived and points that were answered', () => {
    const avis = (id: string, statut: string) => ({
      ...{ id, sens: 'favorable', texte: '', auteur: 'Hélène Marchadier', fonction: 'déléguée du préfet' },
      ...{ renduLe: '2025-11-03T09:00:00Z', points: [{ id: `p${id}`, statut, texte: '' }] },
    });
    const ville = (meteo: string, meteoExplication = '') => ({
      ...{ id: 'd', organisation: { id: 'o', nom: 'Tours' }, qpvCode: null, meteo, meteoExplication },
    });
    const une = { meteo: 'soleil', declinaisons: [ville('soleil')], avis: [avis('1', 'ouvert')] };
    const autre = {
      meteo: 'nuage',
      declinaisons: [ville('nuage', 'Le local est fermé.')],
      avis: [avis('1', 'leve'), avis('2', 'ouvert')],
    };
    const lue = seule(
      comparer([fiche('1', une as unknown as FicheFigee)], [fiche('1', autre as unknown as FicheFigee)]),
    );
    expect(lue.declinaisons.map((meteo) => direMeteo(meteo, meteo.nom))).toEqual([
      'Tours se dégrade (soleil, puis nuage). Le local est fermé.',
    ]);
    expect([lue.avis.map(({ id }) => id), lue.pointsLeves]).toEqual([['2'], 1]);
    expect(raconterFiche(lue).map(({ titre, lignes }) => [titre, ...lignes.map(({ tete }) => tete)])).toEqual([
      [
        'Météo',
        'La météo de la fiche se dégrade (soleil, puis nuage).',
        'Tours\u00A0: la météo se dégrade (soleil, puis nuage). Le local est fermé.',
      ],
      [
        'Avis de l’État',
        'Favorable, Hélène Marchadier, déléguée du préfet, le 3 novembre 2025',
        '1\u00A0point d’un avis antérieur est levé.',
      ],
    ]);
  });

  it('counts what it tells, and leaves out what counts nothing', () => {
    const decisions = [decision('1', 'faite', null), decision('2', 'a-faire', '2025-10-01')];
    const evolution = comparerArretes(
      arrete({ ...AVANT, fiches: [fiche('1'), fiche('2')], decisions: [decision('1', 'a-faire', null)] }),
      arrete({ ...APRES, fiches: [fiche('1'), fiche('3')], decisions }),
    );
    expect(chiffresCles(evolution).map(({ nombre, mots }) => `${nombre} ${mots}`)).toEqual([
      ...['1 fiche ajoutée', '1 fiche retirée', '1 fiche sans changement'],
      ...['1 décision prise', '1 décision faite', '1 décision en retard'],
    ]);
    expect(raconterDecisions(evolution.decisions).map(({ tete, dites }) => [tete, ...dites])).toEqual([
      ['Faites', 'Décision.'],
      ['En retard', 'Décision (pour le 1er octobre 2025).'],
    ]);
  });
});

describe('laws of a comparison', () => {
  const nombres = fc.option(fc.integer({ min: 0, max: 9 }), { nil: null });
  const fiches = fc.uniqueArray(
    fc.record({
      id: fc.constantFrom('1', '2', '3', '4', '5'),
      contexte: fc.lorem({ maxCount: 12 }),
      meteo: fc.constantFrom('soleil', 'nuage', null),
      statut: fc.constantFrom('a-venir', 'en-cours', 'realisee', 'abandonnee'),
      valeurs: fc.array(nombres, { maxLength: 3 }),
      enjeu: fc.constantFrom(...ENJEUX),
    }),
    { selector: ({ id }) => id },
  );
  const arretes = fiches.map((choisies) =>
    arrete({
      decisions: choisies.map(({ id, statut }) =>
        decision(id, statut === 'realisee' ? 'faite' : 'a-faire', '2025-01-01'),
      ),
      fiches: choisies.map(({ id, contexte, meteo, statut, valeurs, enjeu }) =>
        fiche(id, {
          ...({ contenu: { contexte }, meteo, enjeu } as unknown as FicheFigee),
          actions: [action(id, statut, '2025-02-01')] as unknown as FicheFigee['actions'],
          indicateurs: [
            indicateur({
              id: `i${id}`,
              cibles: [{ annee: 2024, valeur: 5 }],
              valeurs: valeurs.map((nombre, rang) => valeur(2024 + rang, 'contrat', nombre)),
            }),
          ],
        }),
      ),
    }),
  );

  it('nothing changes from an arrêté to itself', () => {
    fc.assert(
      fc.property(arretes, (un) => {
        const evolution = comparerArretes(un, un);
        expect(rienNeChange(evolution)).toBe(true);
        expect(chiffresCles(evolution).filter(({ mots }) => !/sans changement|en retard/.test(mots))).toEqual([]);
      }),
    );
  });

  it('what is added one way is removed the other way, and every fiche is told once', () => {
    fc.assert(
      fc.property(arretes, arretes, (un, autre) => {
        const ids = (evolution: Evolution, sorte: 'ajoutees' | 'retirees') =>
          evolution.enjeux.flatMap((enjeu) => enjeu[sorte].map(({ id }) => id)).sort();
        const [aller, retour] = [comparerArretes(un, autre), comparerArretes(autre, un)];
        expect(ids(aller, 'ajoutees')).toEqual(ids(retour, 'retirees'));
        const dites = aller.enjeux.flatMap((enjeu) =>
          [...enjeu.ajoutees, ...enjeu.retirees, ...enjeu.changees, ...enjeu.inchangees].map(({ id }) => id),
        );
        expect(dites.sort()).toEqual([...new Set([...un.fiches, ...autre.fiches].map(({ id }) => id))].sort());
      }),
    );
  });

  it('either side of a field reads again in its passages, and what is cut short loses no change', () => {
    const texte = fc.lorem({ maxCount: 120 });
    fc.assert(
      fc.property(texte, texte, (avant, apres) => {
        const passages = comparerMots(avant, apres);
        const cote = (autre: 'ajout' | 'retrait') =>
          passages
            .filter(({ marque }) => marque !== autre)
            .map((passage) => passage.texte)
            .join('');
        expect([cote('ajout'), cote('retrait')]).toEqual([avant, apres]);
        const marques = (liste: typeof passages) => liste.filter(({ marque }) => marque !== null);
        expect(marques(abreger(passages))).toEqual(marques(passages));
      }),
    );
  });
});
