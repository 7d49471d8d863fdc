import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { documentFaults } from './checks/documents.mts';
import { layoutFaults } from './checks/layout.mts';
import { wordFaults } from './checks/words.mts';
import { CHECKOUT } from './checkout.mts';

type Outcome = { name: string; passed: boolean; report: string };

const COMMANDS: Record<string, string> = {
  lint: 'eslint . --max-warnings 0',
  'types: web': 'ngc --project apps/web/tsconfig.json --noEmit',
  'types: api': 'tsc --project apps/api/tsconfig.json',
  openapi: 'node tools/openapi.mts --check',
  circuit: 'node tools/draw-circuit.mts --check',
  settings: 'node tools/configuration.mts --check',
  format: 'prettier --check --log-level warn .',
  'types: journeys': 'tsc --project apps/web-e2e/tsconfig.json',
  'types: tools': 'tsc --project tools/tsconfig.json',
};

const FAULTS: Record<string, () => string[]> = {
  layout: layoutFaults,
  words: wordFaults,
  documents: documentFaults,
};

function runCommand(name: string, command: string): Promise<Outcome> {
  const [program = '', ...args] = command.split(' ');
  const child = spawn(join(CHECKOUT, 'node_modules/.bin', program), args, {
    cwd: CHECKOUT,
    env: { ...process.env, NX_DAEMON: 'false' },
  });
  let report = '';
  child.stdout.on('data', (text: Buffer) => (report += text.toString()));
  child.stderr.on('data', (text: Buffer) => (report += text.toString()));
  return new Promise((resolve) => {
    child.once('error', (error) => resolve({ name, passed: false, report: error.message }));
    child.once('close', (code) => resolve({ name, passed: code === 0, report }));
  });
}

function show({ name, passed, report }: Outcome): void {
  process.stdout.write(`${passed ? '✓' : '✗'} ${name}\n`);
  if (!passed) process.stdout.write(`${report.trim()}\n\n`);
}

async function main(): Promise<void> {
  const outcomes: Outcome[] = Object.entries(FAULTS).map(([name, faults]) => {
    const found = faults();
    return { name, passed: found.length === 0, report: found.join('\n') };
  });
  outcomes.forEach(show);

  const queue = Object.entries(COMMANDS);
  const worker = async (): Promise<void> => {
    for (let next = queue.shift(); next; next = queue.shift()) {
      const outcome = await runCommand(...next);
      outcomes.push(outcome);
      show(outcome);
    }
  };
  await Promise.all([worker(), worker()]);
  process.exitCode = outcomes.every(({ passed }) => passed) ? 0 : 1;
}

await main();
