import * as fc from 'fast-check';
import { jsonCanonique } from './json-canonique';

describe('canonical JSON', () => {
  it('writes keys in the order of RFC 8785, numbers and texts as ECMAScript does', () => {
    expect(jsonCanonique({ b: [1e21, 12.5, -0], a: { ['é']: null, z: true, 10: 'x', 9: 'y' } })).toBe(
      '{"a":{"10":"x","9":"y","z":true,"é":null},"b":[1e+21,12.5,0]}',
    );
  });

  it('holds the same value, whatever the order in which it was made', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (valeur) => {
        const ecrit = jsonCanonique(valeur);
        expect(JSON.parse(ecrit)).toEqual(JSON.parse(JSON.stringify(valeur)));
        expect(jsonCanonique(retourner(valeur))).toBe(ecrit);
      }),
    );
  });
});

function retourner(valeur: unknown): unknown {
  if (Array.isArray(valeur)) return valeur.map(retourner);
  if (valeur === null || typeof valeur !== 'object') return valeur;
  return Object.fromEntries(
    Object.entries(valeur)
      .reverse()
      .map(([cle, contenu]) => [cle, retourner(contenu)]),
  );
}
