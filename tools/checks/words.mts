import { sourceFiles, textOf } from './sources.mts';

const TEXT =
  /\.(ts|mts|mjs|cjs|js|html|scss|css|typ|md|json|ya?ml|sql|csv|txt)$|(^|\/)(Dockerfile|run|LICENSE|\.[a-z]+rc)$/;

// Written in two pieces, so that this file does not find itself.
const FORBIDDEN: [RegExp, string][] = [
  [new RegExp('lorem' + ' ipsum', 'i'), 'filler text'],
  [new RegExp('^(<{7}|>{7}) ', 'm'), 'a merge left unfinished'],
  [new RegExp('"resolved"' + ': "http'), 'the address of one machine’s registry'],
  [new RegExp('\\b(describe|it|test)\\.' + '(only|skip)\\(|\\bx(it|describe)' + '\\('), 'a test put aside'],
  [new RegExp('eslint-' + 'disable|@ts-' + '(ignore|expect-error|nocheck)'), 'a rule switched off'],
  [new RegExp('-----BEGIN [A-Z ]*' + 'PRIVATE KEY'), 'a private key'],
];

/** Words that have no place in the repository. */
export function wordFaults(): string[] {
  return sourceFiles()
    .filter((file) => TEXT.test(file))
    .flatMap((file) => {
      const text = textOf(file);
      return FORBIDDEN.filter(([pattern]) => pattern.test(text)).map(([, what]) => `${file}: ${what}`);
    });
}
