import type { Config } from '@pleniere/shared/api';
import { Coffre } from './coffre';

const CLE = '00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff';
const coffre = (cleSecrets: string | null) => new Coffre({ cleSecrets } as Config);

describe('sealed texts', () => {
  it('open with the key alone, and are never twice the same', () => {
    const [un, autre] = [coffre(CLE).sceller('JBSWY3DP'), coffre(CLE).sceller('JBSWY3DP')];
    expect(un).not.toContain('JBSWY3DP');
    expect(un).not.toBe(autre);
    expect([coffre(CLE).ouvrir(un), coffre(CLE).ouvrir(autre)]).toEqual(['JBSWY3DP', 'JBSWY3DP']);
    expect(() => coffre(CLE.replaceAll('0', '1')).ouvrir(un)).toThrow();
    expect(() => coffre(null).ouvrir(un)).toThrow('CLE_SECRETS');
  });

  it('refuse to open once changed', () => {
    const octets = Buffer.from(coffre(CLE).sceller('JBSWY3DP').slice('aes-256-gcm:'.length), 'base64');
    octets[octets.length - 1] = (octets.at(-1) ?? 0) ^ 1;
    expect(() => coffre(CLE).ouvrir(`aes-256-gcm:${octets.toString('base64')}`)).toThrow();
  });

  it('stay as they are without a key, and still open once there is one', () => {
    expect(coffre(null).sceller('JBSWY3DP')).toBe('JBSWY3DP');
    expect(coffre(CLE).ouvrir('JBSWY3DP')).toBe('JBSWY3DP');
  });
});
