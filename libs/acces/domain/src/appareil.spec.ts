import * as fc from 'fast-check';
import { APPAREIL_MAX, direAppareil, tronquerAdresse } from './appareil';

describe('device in words', () => {
  it.each([
    ['Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0', 'Firefox sur Windows'],
    [
      'Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Safari/537.36 Edg/140.0',
      'Edge sur Windows',
    ],
    [
      'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Version/18.0 Mobile/15E148 Safari/604.1',
      'Safari sur iPhone',
    ],
    ['Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 Chrome/140.0 Mobile Safari/537.36', 'Chrome sur Android'],
    ['Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0', 'Firefox sur Linux'],
    ['curl/8.0', 'Appareil inconnu'],
    ['', 'Appareil inconnu'],
  ])('%s is « %s »', (agent, dit) => {
    expect(direAppareil(agent)).toBe(dit);
  });

  it('never repeats what the browser said', () => {
    fc.assert(fc.property(fc.string(), (agent) => direAppareil(agent).length <= APPAREIL_MAX));
  });
});

describe('truncated address', () => {
  it.each([
    ['192.0.2.17', '192.0.2.0/24'],
    ['::ffff:192.0.2.17', '192.0.2.0/24'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1::/48'],
    ['2001:db8::7', '2001:db8:0::/48'],
    ['::1', '0:0:0::/48'],
    ['unknown', ''],
    ['', ''],
  ])('of %s is « %s »', (adresse, reseau) => {
    expect(tronquerAdresse(adresse)).toBe(reseau);
  });

  it('tells two neighbours of one network apart never', () => {
    fc.assert(
      fc.property(fc.ipV4(), fc.integer({ min: 0, max: 255 }), (adresse, octet) => {
        const voisine = adresse.replace(/\d+$/, String(octet));
        expect(tronquerAdresse(voisine)).toBe(tronquerAdresse(adresse));
      }),
    );
    fc.assert(fc.property(fc.ipV6(), (adresse) => tronquerAdresse(adresse).length <= 50));
  });
});
