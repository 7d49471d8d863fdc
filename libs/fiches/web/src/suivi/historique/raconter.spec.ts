import type { EntreeJournal } from '@pleniere/acces/domain';
import { raconter } from './raconter';

function entree(changement: Partial<EntreeJournal>): EntreeJournal {
  return {
    id: '1',
    quand: '2026-11-01T10:00:00Z',
    auteur: { id: 'p', nom: 'Samira Lahlou' },
    objet: 'fiche',
    objetId: 'f1',
    ficheId: null,
    champ: null,
    avant: null,
    apres: null,
    motif: null,
    ...changement,
  };
}

const sansNom = (): null => null;

describe('history in words', () => {
  it('names the field by its wording on the sheet, with both texts in plain words', () => {
    const avant = [{ id: 'a', texte: '<p>Un <strong>espace</strong></p>' }];
    const racontee = raconter(entree({ champ: 'resultatsAttendus', avant, apres: [] }), sansNom);
    expect(racontee.phrase).toBe('a modifié « Résultat(s) attendu(s) »');
    expect(racontee.avant).toBe('• Un espace');
    expect(racontee.apres).toBe('');
  });

  it('reads an orientation as its sentence', () => {
    const change = entree({ champ: 'orientation', avant: 'o1', apres: 'o2' });
    const racontee = raconter(change, ({ objetId }) => (objetId === 'o2' ? 'Agir avec les habitants.' : null));
    expect(racontee).toMatchObject({
      avant: 'Une orientation qui n’existe plus',
      apres: 'Agir avec les habitants.',
    });
  });

  it('tells a step of the circuit', () => {
    const racontee = raconter(entree({ champ: 'statut', avant: 'brouillon', apres: 'relecture' }), sansNom);
    expect(racontee.phrase).toBe('a fait passer la fiche de « Brouillon » à « En relecture »');
  });

  it('tells what was added, changed or removed beside the sheet', () => {
    const action = { objet: 'action', objetId: 'a1' };
    const apres = { id: 'a1', titre: 'Écrire une charte', statut: 'en-cours', echeance: '2026-06-30' };
    expect(raconter(entree({ ...action, apres }), () => 'Écrire une charte')).toMatchObject({
      phrase: 'a ajouté l’action « Écrire une charte »',
      apres: 'Titre : Écrire une charte\nStatut : En cours\nÉchéance : 30 juin 2026',
    });
    expect(raconter(entree({ ...action, avant: apres, apres }), sansNom).phrase).toBe('a modifié une action');
    const meteo = entree({ objet: 'declinaison', objetId: 'd1', champ: 'meteo', avant: 'soleil', apres: 'orage' });
    expect(raconter(meteo, () => 'Ville de Tours')).toMatchObject({
      phrase: 'a modifié « Météo » pour la déclinaison « Ville de Tours »',
      avant: 'Soleil',
      apres: 'Orage',
    });
    expect(raconter(entree({ ...action, avant: apres }), sansNom).phrase).toBe('a supprimé une action');
  });
});
