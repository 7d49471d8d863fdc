import type { EntreeJournal } from '@pleniere/acces/domain';
import { changementsDe, direEntree } from './mots-journal';

const entree = (partiel: Partial<EntreeJournal>): EntreeJournal => ({
  id: '1',
  quand: '2026-11-20T10:00:00Z',
  auteur: { id: 'p1', nom: 'Claire Vasseur' },
  objet: 'organisation',
  objetId: 'o1',
  ficheId: null,
  champ: null,
  avant: null,
  apres: null,
  motif: null,
  ...partiel,
});

/** Ordinary spaces, to read the expectations. */
const lire = (texte: string) => texte.replace(/[\u00A0\u202F]/g, ' ');

describe('the journal in words', () => {
  it.each([
    [{ apres: { nom: 'CAF Touraine' } }, 'a ajouté une organisation « CAF Touraine »'],
    [{ avant: { nom: 'CAF Touraine' } }, 'a supprimé une organisation « CAF Touraine »'],
    [{ avant: { nomCourt: null }, apres: { nomCourt: 'CAF' } }, 'a modifié une organisation'],
    [{ objet: 'fiche', champ: 'publicCible', avant: {}, apres: {} }, 'a réécrit « Public cible » d’une fiche'],
    [
      { objet: 'fiche', champ: 'statut', avant: 'brouillon', apres: 'relecture' },
      'a fait passer une fiche de « Brouillon » à « En relecture »',
    ],
    [{ objet: 'compte', champ: 'invitation', apres: 'a@b.fr' }, 'a ouvert un lien d’activation'],
    [
      { objet: 'campagne', objetId: '2025', champ: 'cloture', apres: '412 valeurs verrouillées' },
      'a clos la campagne 2025',
    ],
    [
      { objet: 'campagne', objetId: '2025', champ: 'exception', avant: {} },
      'a retiré une exception à la campagne 2025',
    ],
  ])('says what was done', (partiel, attendu) => {
    expect(lire(direEntree(entree(partiel)))).toBe(attendu);
  });

  it('counts the values of one person in a day', () => {
    expect(lire(direEntree(entree({ objet: 'valeur' }), 12))).toBe('a saisi 12 valeurs');
  });

  it('tells each field before and after, without what only the program understands', () => {
    const changements = changementsDe(
      entree({
        avant: { nom: 'Ville', signataire: false, communeId: 'x' },
        apres: { nom: 'Ville de Tours', signataire: true, communeId: 'y' },
      }),
    );
    expect(changements).toEqual([
      { libelle: 'Nom', avant: 'Ville', apres: 'Ville de Tours' },
      { libelle: 'Signataire', avant: 'Non', apres: 'Oui' },
    ]);
  });

  it('reads rich texts, lists and dates as a reader does', () => {
    const [changement] = changementsDe(
      entree({
        objet: 'fiche',
        champ: 'resultatsAttendus',
        avant: [{ id: 'r1', texte: '<p>Un <strong>lieu</strong></p>' }],
        apres: [{ id: 'r1', texte: '<p>Deux lieux</p>' }],
      }),
    );
    expect(changement).toMatchObject({ avant: '• Un lieu', apres: '• Deux lieux' });
    expect(changementsDe(entree({ apres: { signeLe: '2024-07-11' } }))[0]?.apres).toBe('11 juillet 2024');
  });

  it('tells a value by its year and territory, and an absence in words', () => {
    const valeur = { objet: 'valeur', objetId: 'i1/2025/QN03709M' };
    const changements = changementsDe(
      entree({ ...valeur, avant: { valeur: 12, absence: null }, apres: { valeur: null, absence: 'nd' } }),
    );
    expect(changements).toEqual([{ libelle: '2025, QN03709M', avant: '12', apres: 'non disponible' }]);
  });
});
