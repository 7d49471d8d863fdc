import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { rolldown } from 'rolldown';
import api from '../../apps/api/rolldown.config.mts';
import { CHECKOUT } from '../checkout.mts';

const SOURCES = 'libs/restitution/api/src';
const WORK = join(CHECKOUT, 'dist/bench-pdf');
const TURNS = 20;

interface Engine {
  exporter: (fiche: unknown) => Promise<Uint8Array>;
}

async function load<T>(name: string): Promise<T> {
  return (await import(join(WORK, `${name}.cjs`))) as T;
}

function cpuMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** Middle and 95th percentile of some durations. */
function spread(durations: number[]): string {
  const sorted = durations.toSorted((a, b) => a - b);
  const at = (share: number) => (sorted[Math.floor(sorted.length * share)] ?? 0).toFixed(0);
  return `p50 ${at(0.5)} ms, p95 ${at(0.95)} ms`;
}

// Usage: node tools/bench/pdf.mts [fiche.json], the JSON being a DocumentFiche; without it, the example of the tests.
const input = { engine: `${SOURCES}/pdf/typst-engine.ts`, example: `${SOURCES}/essai/fiche-exemple.ts` };
const bundle = await rolldown({ ...api, input });
await bundle.write({ ...api.output, dir: WORK });
const { TypstEngine } = await load<{ TypstEngine: new () => Engine }>('engine');
const { FICHE_EXEMPLE } = await load<{ FICHE_EXEMPLE: unknown }>('example');
const path = process.argv[2];
const fiche: unknown = path ? JSON.parse(readFileSync(path, 'utf8')) : FICHE_EXEMPLE;

const start = performance.now();
const engine = new TypstEngine();
let pdf = await engine.exporter(fiche);
const cold = performance.now() - start;
const wall: number[] = [];
const cpu: number[] = [];
for (let turn = 0; turn < TURNS; turn++) {
  const [from, cpuFrom] = [performance.now(), cpuMs()];
  pdf = await engine.exporter(fiche);
  wall.push(performance.now() - from);
  cpu.push(cpuMs() - cpuFrom);
}
const memory = Math.round(process.memoryUsage.rss() / 2 ** 20);
process.stdout.write(
  [
    `first document (engine and fonts included): ${cold.toFixed(0)} ms`,
    `${TURNS} warm documents, wall: ${spread(wall)}`,
    `${TURNS} warm documents, CPU: ${spread(cpu)}`,
    `size: ${(pdf.length / 1000).toFixed(0)} kB, resident memory: ${memory} MB`,
    '',
  ].join('\n'),
);
