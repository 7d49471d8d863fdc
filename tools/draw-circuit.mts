import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format } from 'prettier';
import { rolldown } from 'rolldown';
import { CHECKOUT } from './checkout.mts';

const DOCUMENT = join(CHECKOUT, 'docs/circuit.md');
const SOURCE = 'libs/fiches/domain/src/circuit/circuit.ts';

type Step = {
  transition: string;
  libelle: string;
  de: string[];
  vers: string;
  permission: string;
  gardes: object;
  saisies: string[];
};
type Circuit = { CIRCUIT: Step[]; LIBELLES_STATUTS_FICHE: Record<string, string> };

async function readCircuit(): Promise<Circuit> {
  const bundle = await rolldown({ input: join(CHECKOUT, SOURCE), tsconfig: join(CHECKOUT, 'tsconfig.base.json') });
  const { output } = await bundle.generate({ format: 'esm' });
  return (await import(`data:text/javascript,${encodeURIComponent(output[0].code)}`)) as Circuit;
}

const id = (statut: string): string => statut.replaceAll('-', '_');

/** The page of the documentation, drawn from the table of the domain. */
function draw({ CIRCUIT, LIBELLES_STATUTS_FICHE }: Circuit): string {
  const states = Object.entries(LIBELLES_STATUTS_FICHE).map(
    ([statut, libelle]) => `  state "${libelle}" as ${id(statut)}`,
  );
  const arrows = CIRCUIT.flatMap(({ libelle, de, vers }) =>
    de.map((statut) => `  ${id(statut)} --> ${id(vers)}: ${libelle}`),
  );
  const rows = CIRCUIT.map(({ transition, libelle, de, vers, permission, gardes, saisies }) => {
    const names = (mots: string[]): string => mots.map((mot) => `\`${mot}\``).join(', ');
    return `| \`${transition}\` | ${libelle} | ${names(de)} → \`${vers}\` | \`${permission}\` | ${names(Object.keys(gardes))} | ${names(saisies)} |`;
  });
  return [
    '# Circuit of a fiche',
    '',
    `Drawn by \`node tools/draw-circuit.mts\` from \`${SOURCE}\`; \`npm run check\` fails when this page is stale.`,
    '',
    '```mermaid',
    'stateDiagram-v2',
    ...states,
    '  [*] --> brouillon',
    ...arrows,
    '```',
    '',
    '| Transition | On screen | From → to | Permission | Guards | Asked |',
    '| --- | --- | --- | --- | --- | --- |',
    ...rows,
    '',
  ].join('\n');
}

const page = await format(draw(await readCircuit()), { parser: 'markdown' });
if (!process.argv.includes('--check')) writeFileSync(DOCUMENT, page);
else if (readFileSync(DOCUMENT, 'utf8') !== page) {
  process.stdout.write('docs/circuit.md is stale: node tools/draw-circuit.mts\n');
  process.exitCode = 1;
}
