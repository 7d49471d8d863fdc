import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from './launch/build.mts';
import { CHECKOUT, run } from './checkout.mts';
import { provideTestPrograms } from './programs/test-programs.mts';

type Count = { passed: number; failed: number };
type Report = { numPassedTests: number; numFailedTests: number; numRuntimeErrorTestSuites: number };

const SUITES = [
  { name: 'api', options: '--experimental-vm-modules --no-warnings' },
  { name: 'web', options: '' },
  { name: 'web-e2e', options: '' },
];

/** Runs one Jest project; a run that gives no report, or a file that cannot run, counts as one failure. */
async function runSuite(suite: (typeof SUITES)[number], reports: string): Promise<Count> {
  const report = join(reports, `${suite.name}.json`);
  const jest = join(CHECKOUT, 'node_modules/.bin/jest');
  const args = ['--config', `apps/${suite.name}/jest.config.cjs`, '--json', `--outputFile=${report}`, '--silent'];
  const env = { ...process.env, NODE_OPTIONS: suite.options };
  // --json prints the report on standard output as well; Jest's own account goes to standard error.
  const code = await run(jest, args, { env, stdio: ['ignore', 'ignore', 'inherit'] });
  try {
    const { numPassedTests, numFailedTests, numRuntimeErrorTestSuites } = JSON.parse(
      readFileSync(report, 'utf8'),
    ) as Report;
    const failed = numFailedTests + numRuntimeErrorTestSuites;
    return { passed: numPassedTests, failed: failed === 0 && code !== 0 ? 1 : failed };
  } catch {
    return { passed: 0, failed: 1 };
  }
}

/** Every test of the product: rules and API, screens, then journeys in a browser against the build. */
async function main(): Promise<void> {
  const reports = mkdtempSync(join(tmpdir(), 'pleniere-reports-'));
  const counts: Count[] = [];
  await provideTestPrograms();
  try {
    await build();
  } catch (error) {
    process.stderr.write(`${String(error)}\n`);
    counts.push({ passed: 0, failed: 1 });
  }
  for (const suite of SUITES) counts.push(await runSuite(suite, reports));
  rmSync(reports, { recursive: true });

  const passed = counts.reduce((sum, count) => sum + count.passed, 0);
  const failed = counts.reduce((sum, count) => sum + count.failed, 0);
  process.stdout.write(`${passed} passed, ${failed} failed\n`);
  process.exitCode = failed > 0 ? 1 : 0;
}

await main();
