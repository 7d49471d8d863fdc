import { sourceFiles, textOf } from './sources.mts';

/** Faults of the documents that must follow the code: glossary, decisions, links between pages. */
export function documentFaults(): string[] {
  return [...glossaryFaults(), ...decisionFaults(), ...linkFaults()];
}

/** One concept, one noun: every table is a noun of the glossary. */
function glossaryFaults(): string[] {
  const glossary = textOf('docs/glossaire.md');
  const created = sourceFiles()
    .filter((file) => /\/migrations\/.*\.ts$/.test(file))
    .flatMap((file) => [...textOf(file).matchAll(/^create (?:table|view) (\w+)/gim)].map(([, name = '']) => name));
  return [...new Set(created)]
    .filter((name) => !glossary.includes(`\`${name}\``))
    .map((name) => `docs/glossaire.md: the table ${name} is missing`);
}

function decisionFaults(): string[] {
  const decisions = sourceFiles().filter((file) => /^docs\/decisions\/\d{4}-.*\.md$/.test(file));
  const numbers = Map.groupBy(decisions, (file) => file.slice('docs/decisions/'.length, 'docs/decisions/0000'.length));
  return [...numbers].filter(([, files]) => files.length > 1).map(([number]) => `docs/decisions: two files ${number}`);
}

function linkFaults(): string[] {
  const files = sourceFiles();
  return files
    .filter((file) => file.endsWith('.md'))
    .flatMap((file) =>
      [...textOf(file).matchAll(/\]\((?!https?:|#|mailto:)([^)#]+)/g)]
        .map(([, target = '']) => new URL(target, `file:///${file}`).pathname.slice(1))
        .filter(
          (target) => !files.some((other) => other === target || other.startsWith(`${target.replace(/\/$/, '')}/`)),
        )
        .map((target) => `${file}: a link to ${target}, which does not exist`),
    );
}
