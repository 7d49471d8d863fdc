import { join } from 'node:path';
import { CHECKOUT, run } from '../checkout.mts';

/** Requests that one tour sends: each operation, by each of six roles and by nobody. */
const A_TOUR = 2_100;
const USUAL = 50_000;

/** Attacks at length: the tests of `specs/attaques`, with as many requests at random as asked (`npm run attaques -- 100000`). */
async function main(): Promise<number> {
  const asked = Number(process.argv[2] ?? USUAL);
  if (!Number.isInteger(asked) || asked < 1) throw new Error('How many requests? A whole number is expected.');
  const seed = String(Date.now() % 1_000_000_007);
  process.stdout.write(`seed ${seed}: ATTAQUES_GRAINE=${seed} sends the same requests again\n`);
  const env = {
    ATTAQUES_GRAINE: seed,
    ...process.env,
    ATTAQUES_TOURS: String(Math.ceil(asked / A_TOUR)),
    NODE_OPTIONS: '--experimental-vm-modules --no-warnings',
  };
  const jest = join(CHECKOUT, 'node_modules/.bin/jest');
  return run(jest, ['--config', 'apps/api/jest.config.cjs', 'apps/api/src/specs/attaques', '--testTimeout=600000'], {
    env,
  });
}

process.exitCode = await main();
