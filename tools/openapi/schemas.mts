import * as ts from 'typescript';

/** A schema of OpenAPI 3.0. */
export interface Schema {
  [member: string]: unknown;
  $ref?: string;
  nullable?: true;
}

const isPart = (symbol: ts.Symbol | undefined): boolean =>
  (symbol?.declarations ?? []).some((declaration) => !declaration.getSourceFile().fileName.includes('node_modules'));

const literal = (type: ts.Type): string | number | undefined =>
  type.isStringLiteral() || type.isNumberLiteral() ? type.value : undefined;

const has = (type: ts.Type, flags: ts.TypeFlags): boolean => (type.flags & flags) !== 0;

/** Schemas of what types of the code become once written as JSON; those with a name of ours are told once, under it. */
export class Schemas {
  /** By name, as `components.schemas` holds them. */
  readonly named: Record<string, Schema> = {};
  private readonly names = new Map<ts.Symbol, string>();
  private readonly checker: ts.TypeChecker;

  constructor(program: ts.Program) {
    this.checker = program.getTypeChecker();
  }

  /** The schema of a type. */
  of(type: ts.Type): Schema {
    const parts = type.isUnion() ? type.types : [type];
    const said = parts.filter((part) => !has(part, ts.TypeFlags.Undefined | ts.TypeFlags.Void));
    const present = said.filter((part) => !has(part, ts.TypeFlags.Null));
    const schema = present.length === parts.length ? this.whole(type, present) : this.anyOf(present);
    return present.length === said.length ? schema : nullable(schema);
  }

  /** A type that is never null: by its name, when it has one. */
  private whole(type: ts.Type, parts: readonly ts.Type[]): Schema {
    const { checker } = this;
    const name = checker.isArrayType(type) || checker.isTupleType(type) ? null : this.nameOf(type);
    const enumerates = parts.every((part) => literal(part) !== undefined);
    if (name === null || enumerates) return this.anyOf(parts);
    if (!this.named[name]) {
      this.named[name] = {};
      this.named[name] = { ...described(this.checker, type.aliasSymbol ?? type.symbol), ...this.anyOf(parts) };
    }
    return { $ref: `#/components/schemas/${name}` };
  }

  private anyOf(parts: readonly ts.Type[]): Schema {
    const [first, ...others] = parts;
    if (!first) return {};
    if (others.length === 0) return this.one(first);
    const literals = parts.flatMap((part) => literal(part) ?? []);
    const schemas = parts.filter((part) => literal(part) === undefined).map((part) => this.of(part));
    const distinct = [...new Map(schemas.map((schema) => [JSON.stringify(schema), schema])).values()];
    const strings = literals.every((value) => typeof value === 'string');
    if (literals.length > 0) distinct.push({ type: strings ? 'string' : 'number', enum: literals });
    return distinct.length === 1 && distinct[0] ? distinct[0] : { anyOf: distinct };
  }

  private one(type: ts.Type): Schema {
    if (has(type, ts.TypeFlags.BooleanLike)) return { type: 'boolean' };
    const value = literal(type);
    if (value !== undefined) return { type: typeof value, enum: [value] };
    if (has(type, ts.TypeFlags.StringLike)) return { type: 'string' };
    if (has(type, ts.TypeFlags.NumberLike)) return { type: 'number' };
    if (has(type, ts.TypeFlags.Any | ts.TypeFlags.Unknown)) return {};
    return this.compound(type);
  }

  private compound(type: ts.Type): Schema {
    const { checker } = this;
    if (checker.isTupleType(type)) {
      const parts = checker.getTypeArguments(type as ts.TypeReference);
      return { type: 'array', items: this.anyOf(parts), minItems: parts.length, maxItems: parts.length };
    }
    if (checker.isArrayType(type)) {
      const [item] = checker.getTypeArguments(type as ts.TypeReference);
      return { type: 'array', items: item ? this.of(item) : {} };
    }
    return type.symbol?.name === 'Date' ? { type: 'string', format: 'date-time' } : this.object(type);
  }

  private object(type: ts.Type): Schema {
    const required: string[] = [];
    const properties: Record<string, Schema> = {};
    for (const property of this.checker.getPropertiesOfType(type)) {
      const its = this.checker.getTypeOfSymbol(property);
      if (its.getCallSignatures().length > 0) continue;
      const schema = this.of(its);
      const words = described(this.checker, property);
      properties[property.name] =
        schema.$ref && words.description ? { allOf: [schema], ...words } : { ...words, ...schema };
      if ((property.flags & ts.SymbolFlags.Optional) === 0) required.push(property.name);
    }
    const index = this.checker.getIndexTypeOfType(type, ts.IndexKind.String);
    return {
      type: 'object',
      ...(Object.keys(properties).length > 0 && { properties }),
      ...(required.length > 0 && { required }),
      ...(index && { additionalProperties: this.of(index) }),
    };
  }

  /** Name of a type of ours, with those of its arguments; null for what is told in place. */
  private nameOf(type: ts.Type): string | null {
    const symbol = type.aliasSymbol ?? type.symbol;
    if (!symbol || !isPart(symbol) || symbol.name.startsWith('__')) return null;
    const given = type.aliasSymbol ? type.aliasTypeArguments : this.argumentsOf(type);
    const names = (given ?? []).map((argument) => this.nameOf(argument));
    return names.includes(null) ? null : [this.distinct(symbol), ...names].join('De');
  }

  private argumentsOf(type: ts.Type): readonly ts.Type[] {
    const reference = type as ts.TypeReference;
    return reference.target && type.symbol
      ? this.checker.getTypeArguments(reference).slice(0, reference.target.typeParameters?.length ?? 0)
      : [];
  }

  /** Two areas may give one name to two types. */
  private distinct(symbol: ts.Symbol): string {
    const known = this.names.get(symbol);
    if (known) return known;
    const taken = new Set(this.names.values());
    let name = symbol.name;
    for (let rank = 2; taken.has(name); rank++) name = `${symbol.name}${rank}`;
    this.names.set(symbol, name);
    return name;
  }
}

const nullable = (schema: Schema): Schema =>
  schema.$ref ? { allOf: [schema], nullable: true } : { ...schema, nullable: true };

function described(checker: ts.TypeChecker, symbol: ts.Symbol | undefined): { description?: string } {
  const description = ts.displayPartsToString(symbol?.getDocumentationComment(checker)).replaceAll('\n', ' ');
  return description ? { description } : {};
}
