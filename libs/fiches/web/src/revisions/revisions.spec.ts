import { TestBed } from '@angular/core/testing';
import type { RevisionResumee } from '@pleniere/fiches/domain';
import { DifferenceDeTextes } from './difference-de-textes';
import { direCause, etatDe, vieDe } from './mots-revision';

const REVISION: RevisionResumee = {
  numero: 2,
  cause: { sorte: 'avenant', texte: 'Avenant n° 1' },
  ouverteLe: '2026-10-20T10:00:00Z',
  ouvertePar: 'Samira Lahlou',
  soumiseLe: '2026-11-02T10:00:00Z',
  soumisePar: 'Samira Lahlou',
  transmiseLe: '2026-11-09T10:00:00Z',
  transmisePar: 'Claire Vasseur',
  avisEcheance: '2026-12-09',
  enVigueurLe: null,
  enVigueurPar: null,
  remplaceeLe: null,
  abandonneeLe: null,
  abandonneePar: null,
};

describe('difference of two texts', () => {
  const montrer = (avant: string, apres: string): HTMLElement => {
    const vue = TestBed.createComponent(DifferenceDeTextes);
    vue.componentRef.setInput('avant', avant);
    vue.componentRef.setInput('apres', apres);
    vue.detectChanges();
    return vue.nativeElement as HTMLElement;
  };

  it('shows each side word by word, and says in words what goes and what comes', () => {
    const vue = montrer('Cinq quartiers de Tours.', 'Sept quartiers de Tours.');
    expect([...vue.querySelectorAll('del')].map(({ textContent }) => textContent)).toEqual(['Cinq']);
    expect([...vue.querySelectorAll('ins')].map(({ textContent }) => textContent)).toEqual(['Sept']);
    const [avant, apres] = [...vue.querySelectorAll('section p')].map(({ textContent }) => textContent?.trim());
    expect(avant).toBe('[retiré\u00A0: Cinq]  quartiers de Tours.');
    expect(apres).toBe('[ajouté\u00A0: Sept]  quartiers de Tours.');
  });

  it('says when one side is empty', () => {
    expect(montrer('', 'Nouveau').textContent).toContain('Rien n’était écrit.');
    expect(montrer('Ancien', '').textContent).toContain('Rien n’est écrit.');
  });
});

describe('life of a revision', () => {
  it('is told step by step, the avis that is awaited last', () => {
    expect(vieDe(REVISION, []).map(({ quoi, aVenir }) => (aVenir ? `${quoi}…` : quoi))).toEqual([
      'Ouverte',
      'Soumise à la relecture',
      'Transmise à l’État',
      'Avis attendu…',
    ]);
    const rendus = [{ renduLe: '2026-11-16T10:00:00Z', auteur: 'Idriss Benkacem' }];
    const close = { ...REVISION, enVigueurLe: '2026-11-18T10:00:00Z', remplaceeLe: '2026-11-20T10:00:00Z' };
    expect(
      vieDe(close, rendus)
        .map(({ quoi }) => quoi)
        .slice(-3),
    ).toEqual(['Avis rendu', 'En vigueur', 'Remplacée']);
  });

  it('says where it stands and what opened it', () => {
    expect(etatDe(REVISION)).toBe('En cours d’écriture');
    expect(etatDe({ ...REVISION, enVigueurLe: '2026-11-18' })).toBe('En vigueur');
    expect(etatDe({ ...REVISION, enVigueurLe: '2026-11-18', remplaceeLe: '2026-11-20' })).toBe('Remplacée');
    expect(etatDe({ ...REVISION, abandonneeLe: '2026-11-18' })).toBe('Abandonnée');
    expect(direCause(REVISION)).toBe('Avenant au contrat – Avenant n° 1');
    expect(direCause({ cause: { sorte: 'initiale', texte: '' } })).toBe('Première rédaction');
  });
});
