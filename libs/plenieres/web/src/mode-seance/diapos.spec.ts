import fc from 'fast-check';
import type { FicheLue } from '@pleniere/fiches/domain';
import type { Seance } from '@pleniere/plenieres/domain';
import { diaposDe, indicateursMontres } from './diapos';
import type { DecisionMontree, MatiereSeance } from './matiere';
import { enPages } from './pages';

const FICHE = {
  id: 'f1',
  code: 'T1.1',
  statut: 'en-vigueur',
  contenu: {
    resultatsAttendus: Array.from({ length: 12 }, (_, rang) => ({ id: `r${rang}`, texte: `<p>Résultat ${rang}</p>` })),
    facteursDefavorables: [{ id: 'd1', texte: '<p>Peu de salles.</p>' }],
  },
  avis: [{ sens: 'favorable', texte: '', points: [], renduLe: '2026-05-04T10:00:00Z' }],
  declinaisons: [
    { organisation: { nom: 'Ville A' }, meteo: 'orage', meteoExplication: 'La salle a fermé.' },
    { organisation: { nom: 'Ville B' }, meteo: 'soleil', meteoExplication: 'Tout roule.' },
  ],
  indicateurs: ['moyen', 'realisation', 'realisation', 'resultat'].map((type, rang) => ({
    id: `i${rang}`,
    type,
    libelle: `Indicateur ${rang}`,
    valeurs: rang === 0 ? [] : [{}],
  })),
} as unknown as FicheLue;

const SEANCE = {
  id: 's1',
  instance: { nom: 'Assemblée Plénière' },
  ordreDuJour: [
    { id: 'p1', ficheId: null, titre: 'Ouverture', fiche: null },
    { id: 'p2', ficheId: 'f1', titre: '', fiche: { id: 'f1', code: 'T1.1', titre: 'Espaces de dialogue' } },
    { id: 'p3', ficheId: 'f9', titre: '', fiche: { id: 'f9', code: 'E1.1', titre: 'Pas encore lisible' } },
  ],
} as unknown as Seance;

const MATIERE = { seance: SEANCE, fiches: { f1: FICHE } } as unknown as MatiereSeance;
const decision = (id: string, reste: Partial<DecisionMontree> = {}): DecisionMontree => ({
  id,
  texte: `Décision ${id}`,
  echeance: null,
  statut: 'a-faire',
  ficheId: 'f1',
  fiche: null,
  responsable: null,
  origine: null,
  envoi: 'recue',
  ...reste,
});

describe('screens of a séance', () => {
  it('follow the agenda: the fiche in a few screens, a subject in one, decisions at the end', () => {
    const cles = diaposDe(MATIERE, []).map(({ cle }) => cle);
    expect(cles).toEqual([
      'titre',
      'agenda',
      'point-1',
      'point-2',
      'point-2-resultats',
      'point-2-resultats-2',
      'point-2-indicateur-i1',
      'point-2-indicateur-i3',
      'point-2-indicateur-i2',
      'point-2-avis',
      'point-2-difficultes',
      'point-2-decisions',
      'point-3',
      'fin',
    ]);
  });

  it('show what holds a fiche back, ville by ville then in its own words', () => {
    const difficultes = diaposDe(MATIERE, []).find(({ cle }) => cle === 'point-2-difficultes');
    expect(difficultes).toMatchObject({ textes: ['Ville A\u00A0: La salle a fermé.', 'Peu de salles.'] });
  });

  it('keep the decisions still expected with their fiche, and end with those of this séance alone', () => {
    const decisions = [
      decision('avant', { origine: 'Plénière, 2025' }),
      decision('ici'),
      decision('libre', { ficheId: null }),
    ];
    const diapos = diaposDe(MATIERE, decisions);
    const ids = (cle: string) => {
      const diapo = diapos.find((une) => une.cle === cle);
      return diapo?.sorte === 'decisions' ? diapo.decisions.map(({ id }) => id) : [];
    };
    expect(ids('point-2-decisions')).toEqual(['avant', 'ici']);
    expect(ids('fin')).toEqual(['ici', 'libre']);
  });

  it('choose indicators that have values, one of each type first', () => {
    expect(indicateursMontres(FICHE).map(({ id }) => id)).toEqual(['i1', 'i3', 'i2']);
  });
});

describe('texts on several screens', () => {
  it('lose nothing and keep their order, however long', () => {
    const phrase = fc.string({ unit: fc.constantFrom('a', 'é', ' ', '.', '\n', 'mot '), maxLength: 3_000 });
    fc.assert(
      fc.property(fc.array(phrase, { maxLength: 6 }), (textes) => {
        const pages = enPages(textes);
        expect(pages.flat().join('')).toBe(textes.join(''));
        const lignes = (texte: string) =>
          texte.split('\n').reduce((n, une) => n + Math.max(1, Math.ceil(une.length / 58)), 0);
        for (const page of pages) expect(page.reduce((n, texte) => n + lignes(texte), 0)).toBeLessThanOrEqual(12);
      }),
    );
  });

  it('are cut at the end of a sentence', () => {
    const texte = 'Une phrase assez longue pour compter dans la page. '.repeat(24);
    const pages = enPages([texte]);
    expect(pages.length).toBeGreaterThan(1);
    for (const [morceau] of pages.slice(0, -1)) expect(morceau).toMatch(/\. $/);
  });
});
