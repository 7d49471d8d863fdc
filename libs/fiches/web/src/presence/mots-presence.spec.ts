import type { Present } from '@pleniere/fiches/domain';
import { direChangements, ecriventIci, initiales } from './mots-presence';

const samira: Present = { personneId: 's', nom: 'Samira Lahlou', fonction: 'Référente', champ: null };
const julien: Present = { personneId: 'j', nom: 'Julien Pasquet', fonction: 'Référent', champ: 'titre' };

describe('words of a presence', () => {
  it('say who writes in a field', () => {
    expect(ecriventIci([])).toBeNull();
    expect(ecriventIci(['Samira Lahlou'])).toBe('Samira Lahlou écrit ici');
    expect(ecriventIci(['Samira Lahlou', 'Julien Pasquet'])).toBe('Samira Lahlou et Julien Pasquet écrivent ici');
  });

  it('tell who comes and who starts to write, once, and not who leaves', () => {
    expect(direChangements([], [samira])).toBe('Samira Lahlou a ouvert cette fiche.');
    expect(direChangements([samira], [samira, julien])).toMatch(/^Julien Pasquet écrit dans «\u202F.+\u202F»\.$/);
    expect(direChangements([julien], [julien])).toBe('');
    expect(direChangements([julien, samira], [{ ...julien, champ: null }])).toBe('');
  });

  it('shorten a name to its initials', () => {
    expect([initiales('Samira Lahlou'), initiales('Anne-Marie Le Goff'), initiales('Équipe')]).toEqual([
      'SL',
      'AG',
      'É',
    ]);
  });
});
