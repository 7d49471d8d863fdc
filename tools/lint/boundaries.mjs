/** Areas in their order: each may import itself and those before it. */
const AREAS = [
  ...['shared', 'acces', 'acteurs', 'contrat', 'indicateurs', 'participation', 'fiches', 'plenieres'],
  ...['restitution', 'site', 'apps'],
];

const SERVER = ['@nestjs/*', 'nestjs-*', 'typeorm', 'pg', 'express', 'class-validator', 'class-transformer'];
const BROWSER = ['@angular/*'];

/** Rules of the trade know no framework. */
export const bannedFromDomain = [...SERVER, ...BROWSER, 'rxjs', 'rxjs/*'];

const SIDES = [
  { side: 'domain', imports: ['domain'], bans: bannedFromDomain },
  { side: 'api', imports: ['domain', 'api'], bans: BROWSER },
  { side: 'ui', imports: ['domain', 'ui'], bans: [...SERVER, '@angular/common/http'] },
  { side: 'web', imports: ['domain', 'web', 'ui'], bans: SERVER },
  { side: 'testing', imports: ['domain', 'testing'], bans: BROWSER },
];

/** Who may import whom, for product code or for specs, which may also use the test tools. */
export function boundaries({ specs }) {
  const byArea = AREAS.map((area, rank) => ({
    sourceTag: `scope:${area}`,
    onlyDependOnLibsWithTags: AREAS.slice(0, rank + 1).map((lower) => `scope:${lower}`),
  }));
  const bySide = SIDES.map(({ side, imports, bans }) => ({
    sourceTag: `side:${side}`,
    onlyDependOnLibsWithTags: [...imports, ...(specs ? ['testing'] : [])].map((target) => `side:${target}`),
    bannedExternalImports: bans,
  }));
  return {
    '@nx/enforce-module-boundaries': [
      'error',
      { enforceBuildableLibDependency: false, allow: [], depConstraints: [...byArea, ...bySide] },
    ],
  };
}
