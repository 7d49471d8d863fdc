import { deplierGrille, type FicheSerree, type IndicateurSerre } from './valeur-serree';

const FICHE: FicheSerree = {
  id: 'f',
  code: 'T1.1',
  titre: 'La parole des habitants',
  titreCourt: '',
  enjeu: { couleur: '#663399' },
  contenu: {},
  indicateurs: null,
  droits: { indicateurs: true, territoires: null },
};
const LIGNE = [
  2026,
  'QN03709M',
  'femmes',
  3,
  12,
  null,
  'provisoire',
  'Compté à la main.',
  'Émargements',
  '2026-11-02T09:00:00Z',
  'Samira Lahlou',
  'proposee',
  true,
  '',
] as const;

describe('a grid that has travelled', () => {
  it('gives each value its names back, and its indicator', () => {
    const [fiche] = deplierGrille([
      { ...FICHE, indicateurs: [{ id: 'i', valeurs: [LIGNE] } as unknown as IndicateurSerre] },
    ]);
    expect(fiche?.indicateurs?.[0]?.valeurs).toEqual([
      {
        indicateurId: 'i',
        annee: 2026,
        territoire: 'QN03709M',
        ventilation: 'femmes',
        version: 3,
        valeur: 12,
        absence: null,
        qualite: 'provisoire',
        commentaire: 'Compté à la main.',
        source: 'Émargements',
        modifieLe: '2026-11-02T09:00:00Z',
        modifiePar: 'Samira Lahlou',
        statut: 'proposee',
        enRetard: true,
        retour: '',
      },
    ]);
  });

  it('leaves out what the page did not ask for', () => {
    expect(deplierGrille([FICHE])).toEqual([FICHE]);
  });
});
