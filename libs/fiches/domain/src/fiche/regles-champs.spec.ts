import { contenuVide } from './contenu-vide';
import type { ChampId } from './contenu';
import { verifierChamp, verifierJour } from './regles-champs';

const PERIODE = { anneeDebut: 2024, anneeFin: 2030 };
const quand = (debut: string | null, fin: string | null) =>
  verifierChamp('cadreQuand', { texte: '', debut, fin, continu: false }, PERIODE).map(({ pointer }) => pointer);

describe('rules of a field’s value', () => {
  it('have nothing to say of a sheet that nobody has written', () => {
    const vide = contenuVide();
    for (const champ of Object.keys(vide) as ChampId[]) expect(verifierChamp(champ, vide[champ], PERIODE)).toEqual([]);
  });

  it('keep the project within the contrat’s years, the end after the beginning', () => {
    expect(quand('2024-01-01', '2030-12-31')).toEqual([]);
    expect(quand('2026-05-01', '2026-05-01')).toEqual([]);
    expect(quand('2023-12-31', null)).toEqual(['/debut']);
    expect(quand(null, '2031-01-01')).toEqual(['/fin']);
    expect(quand('2026-05-02', '2026-05-01')).toEqual(['/fin']);
    expect(verifierJour(null, '/echeance', PERIODE)).toEqual([]);
  });

  it('refuse a mention that names both an organisation and a category', () => {
    const acteurs = [
      { organisationId: null, categorie: null, libelle: 'Collectifs' },
      { organisationId: 'o1', categorie: 'ville' as const, libelle: 'Tours' },
    ];
    expect(verifierChamp('partenaires', acteurs, PERIODE)).toMatchObject([{ pointer: '/1/categorie' }]);
    expect(verifierChamp('cadreAvecQui', { texte: '', acteurs }, PERIODE)).toMatchObject([
      { pointer: '/acteurs/1/categorie' },
    ]);
  });

  it('tell entries apart by their ids', () => {
    const elements = ['a', 'b', 'a'].map((id) => ({ id, texte: '' }));
    expect(verifierChamp('resultatsAttendus', elements, PERIODE)).toMatchObject([{ pointer: '/2/id' }]);
    expect(verifierChamp('cadreAvecQuoi', { texte: '', modalites: elements }, PERIODE)).toMatchObject([
      { pointer: '/modalites/2/id' },
    ]);
  });

  it('refuse a line of budget outside the contrat', () => {
    const ligne = { financeur: '', nature: 'droit-commun' as const, prevu: null, obtenu: null, realise: null };
    const lignes = [2024, 2031].map((annee, rang) => ({ ...ligne, id: `${rang}`, annee }));
    expect(verifierChamp('lignesBudget', lignes, PERIODE)).toEqual([
      { pointer: '/1/annee', detail: 'L’année doit être comprise entre 2024 et 2030.' },
    ]);
  });
});
