import { RELANCE_PAR_DEFAUT } from '@pleniere/indicateurs/domain';
import { composerRelance } from './relance';

describe('reminder of one person', () => {
  const samira = {
    personne: { id: 'p', nom: 'Samira Lahlou', email: 'samira@exemple.fr' },
    fiches: [
      { fiche: { id: 'f1', code: 'T1.1', titre: 'Ouvrir des lieux' }, manquantes: 3, retournees: 0 },
      { fiche: { id: 'f2', code: 'E1.2', titre: 'Aller vers l’emploi' }, manquantes: 1, retournees: 2 },
    ],
    nombre: 6,
  };
  const campagne = { annee: 2026, echeance: '2026-12-18' };

  it('says how much is owed, until when, on which fiches, with a link to each', () => {
    const { objet, texte } = composerRelance(RELANCE_PAR_DEFAUT, samira, campagne, 'https://exemple.fr');
    expect(objet).toBe('Contrat de ville\u00A0: vos valeurs 2026 sont attendues');
    expect(texte).toContain('Bonjour Samira Lahlou,');
    expect(texte).toContain('6\u00A0valeurs');
    expect(texte).toContain('18 décembre 2026');
    expect(texte).toContain(
      '- T1.1 Ouvrir des lieux\u00A0: 3\u00A0valeurs à saisir\n  https://exemple.fr/fiches/T1.1/indicateurs',
    );
    expect(texte).toContain('1\u00A0valeur à saisir, 2\u00A0valeurs à corriger');
    expect(texte).not.toMatch(/\{\w+\}/);
  });

  it('leaves as it is a word in braces that it does not know', () => {
    const { texte } = composerRelance({ objet: 'x', texte: '{toString} {prenom} {annee}' }, samira, campagne, '');
    expect(texte).toBe('{toString} {prenom} 2026');
  });
});
