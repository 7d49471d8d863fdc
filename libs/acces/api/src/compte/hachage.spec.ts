import * as argon2 from '@node-rs/argon2';
import { hacherMotDePasse, verifierHachage } from './hachage';

jest.mock('@node-rs/argon2', () => {
  const reel = jest.requireActual<typeof argon2>('@node-rs/argon2');
  return { ...reel, verify: jest.fn(reel.verify) };
});

describe('password hash', () => {
  const verifications = () => jest.mocked(argon2.verify).mock.calls;
  beforeEach(() => verifications().splice(0));

  it('is argon2id with at least 19 MiB and two passes', async () => {
    expect(await hacherMotDePasse('Lilas-2026-Sanitas')).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  });

  it('accepts the password of the account and nothing else', async () => {
    const hachage = await hacherMotDePasse('Lilas-2026-Sanitas');
    expect(await verifierHachage(hachage, 'Lilas-2026-Sanitas')).toBe(true);
    expect(await verifierHachage(hachage, 'Lilas-2026-sanitas')).toBe(false);
  });

  it('does the same work when there is no account, and always refuses', async () => {
    for (const essai of ['', 'aucun compte', 'Lilas-2026-Sanitas']) {
      expect(await verifierHachage(null, essai)).toBe(false);
    }
    expect(verifications()).toHaveLength(3);
    for (const [hachage] of verifications()) expect(hachage).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  });
});
