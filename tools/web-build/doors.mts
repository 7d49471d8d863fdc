import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import ts from 'typescript';

/** Where a value is written, and its name there. */
export interface Place {
  file: string;
  name: string;
}

const parsed = new Map<string, ts.SourceFile>();
const known = new Map<string, Map<string, Place>>();

/** Forgets what was read of every file. */
export function forgetDoors(): void {
  parsed.clear();
  known.clear();
}

function parse(file: string): ts.SourceFile {
  const source =
    parsed.get(file) ?? ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);
  parsed.set(file, source);
  return source;
}

function fileOf(importer: string, path: string): string {
  const base = resolve(dirname(importer), path);
  const found = [`${base}.ts`, join(base, 'index.ts')].find((candidate) => existsSync(candidate));
  if (!found) throw new Error(`${importer}: ${path} leads nowhere`);
  return found;
}

function isExported(node: ts.Statement): boolean {
  const modifiers = ts.canHaveModifiers(node) ? ts.getModifiers(node) : undefined;
  return modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) ?? false;
}

function declared(node: ts.Statement): string[] {
  if (ts.isVariableStatement(node)) return node.declarationList.declarations.map(({ name }) => name.getText());
  const isValue = ts.isFunctionDeclaration(node) || ts.isClassDeclaration(node) || ts.isEnumDeclaration(node);
  return isValue && node.name ? [node.name.text] : [];
}

function passedOn(file: string, node: ts.ExportDeclaration): [string, Place][] {
  if (node.isTypeOnly || !node.moduleSpecifier || !ts.isStringLiteral(node.moduleSpecifier)) return [];
  const theirs = valuesOf(fileOf(file, node.moduleSpecifier.text));
  if (!node.exportClause) return [...theirs];
  if (!ts.isNamedExports(node.exportClause)) return [];
  return node.exportClause.elements.flatMap(({ isTypeOnly, propertyName, name }) => {
    const place = isTypeOnly ? undefined : theirs.get((propertyName ?? name).text);
    return place ? [[name.text, place] as [string, Place]] : [];
  });
}

/** What a file gives that is not a type alone, by name; through a door, what the files behind it give. */
export function valuesOf(file: string): ReadonlyMap<string, Place> {
  const values = known.get(file) ?? new Map<string, Place>();
  if (known.has(file)) return values;
  known.set(file, values);
  for (const node of parse(file).statements) {
    if (ts.isExportDeclaration(node)) for (const [name, place] of passedOn(file, node)) values.set(name, place);
    else if (isExported(node)) for (const name of declared(node)) values.set(name, { file, name });
  }
  return values;
}

function importedNames(node: ts.ImportDeclaration): string[] | null {
  const clause = node.importClause;
  if (!clause || clause.isTypeOnly) return [];
  const named = clause.namedBindings;
  if (clause.name || !named || !ts.isNamedImports(named)) return null;
  return named.elements.map(({ propertyName, name }) => (propertyName ?? name).text);
}

/** The function given to `import('…').then(…)`. */
function takerOf({ parent: access }: ts.CallExpression): ts.ArrowFunction | null {
  if (!ts.isPropertyAccessExpression(access) || access.name.text !== 'then') return null;
  const [given] = ts.isCallExpression(access.parent) ? access.parent.arguments : [];
  return given && ts.isArrowFunction(given) ? given : null;
}

/** Names that an expression takes from what it calls `whole`; null when it uses it otherwise. */
function takenFrom(whole: ts.Identifier, expression: ts.Node): string[] | null {
  if (ts.isPropertyAccessExpression(expression) && expression.expression.getText() === whole.text) {
    return [expression.name.text];
  }
  if (ts.isIdentifier(expression) && expression.text === whole.text) return null;
  const names: string[] = [];
  const other = ts.forEachChild(expression, (child) => {
    const taken = takenFrom(whole, child);
    names.push(...(taken ?? []));
    return taken === null;
  });
  return other ? null : names;
}

/** Names that `import('…').then((m) => …)` takes from `m`; null for any other use of what is imported. */
function namesTaken(call: ts.CallExpression): string[] | null {
  const taker = takerOf(call);
  const parameter = taker?.parameters[0]?.name;
  if (!taker || !parameter || ts.isArrayBindingPattern(parameter)) return null;
  if (ts.isIdentifier(parameter)) return takenFrom(parameter, taker.body);
  return parameter.elements.map(({ propertyName, name }) => (propertyName ?? name).getText());
}

function isDynamicImport(node: ts.Node, path: string): node is ts.CallExpression {
  if (!ts.isCallExpression(node) || node.expression.kind !== ts.SyntaxKind.ImportKeyword) return false;
  const [given] = node.arguments;
  return given !== undefined && ts.isStringLiteral(given) && given.text === path;
}

function importedBy(source: ts.SourceFile, path: string): (string[] | null)[] {
  return source.statements.flatMap((node) =>
    ts.isImportDeclaration(node) && ts.isStringLiteral(node.moduleSpecifier) && node.moduleSpecifier.text === path
      ? [importedNames(node)]
      : [],
  );
}

function takenLater(source: ts.SourceFile, path: string): (string[] | null)[] {
  const taken: (string[] | null)[] = [];
  const visit = (node: ts.Node): void => {
    if (isDynamicImport(node, path)) taken.push(namesTaken(node));
    ts.forEachChild(node, visit);
  };
  visit(source);
  return taken;
}

/** What a file asks of a door, at once or later; null when it cannot be told: it is then given everything. */
export function namesAsked(importer: string, path: string, later: boolean): string[] | null {
  const source = parse(importer);
  const taken = later ? takenLater(source, path) : [];
  // A component that a template defers is imported at once in the source, later in what is built.
  const asked = taken.length > 0 ? taken : importedBy(source, path);
  return asked.length === 0 || asked.includes(null) ? null : [...new Set(asked.flatMap((some) => some ?? []))].sort();
}
