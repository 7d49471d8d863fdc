type Schema = Readonly<Record<string, unknown>>;

const TYPES: Readonly<Record<string, (valeur: unknown) => boolean>> = {
  string: (valeur) => typeof valeur === 'string',
  boolean: (valeur) => typeof valeur === 'boolean',
  number: (valeur) => typeof valeur === 'number',
  integer: Number.isInteger,
  null: (valeur) => valeur === null,
  array: Array.isArray,
  object: (valeur) => typeof valeur === 'object' && valeur !== null && !Array.isArray(valeur),
};

/** Where a value departs from a JSON Schema, for the keywords that our published schemas use. */
export function ecartsAuSchema(schema: Schema, valeur: unknown, ou = ''): string[] {
  const { type, enum: choix, pattern, minimum, minItems } = schema;
  if ('const' in schema && schema['const'] !== valeur) return [`${ou}: const`];
  if (Array.isArray(choix) && !choix.includes(valeur)) return [`${ou}: enum`];
  const types = [type ?? []].flat() as string[];
  if (types.length > 0 && !types.some((nom) => TYPES[nom]?.(valeur))) return [`${ou}: ${types.join()}`];
  if (typeof valeur === 'string' && typeof pattern === 'string' && !new RegExp(pattern).test(valeur)) {
    return [`${ou}: pattern`];
  }
  if (typeof valeur === 'number' && typeof minimum === 'number' && valeur < minimum) return [`${ou}: minimum`];
  if (Array.isArray(valeur)) {
    if (typeof minItems === 'number' && valeur.length < minItems) return [`${ou}: minItems`];
    const items = (schema['items'] ?? {}) as Schema;
    return valeur.flatMap((element, rang) => ecartsAuSchema(items, element, `${ou}/${rang}`));
  }
  return TYPES['object']?.(valeur) ? ecartsDesProprietes(schema, valeur as Schema, ou) : [];
}

function ecartsDesProprietes(schema: Schema, valeur: Schema, ou: string): string[] {
  const connues = (schema['properties'] ?? {}) as Readonly<Record<string, Schema>>;
  const requises = (schema['required'] ?? []) as string[];
  return [
    ...requises.filter((cle) => !(cle in valeur)).map((cle) => `${ou}/${cle}: required`),
    ...Object.entries(valeur).flatMap(([cle, contenu]) => {
      const attendu = connues[cle];
      if (attendu) return ecartsAuSchema(attendu, contenu, `${ou}/${cle}`);
      return schema['additionalProperties'] === false ? [`${ou}/${cle}: additional`] : [];
    }),
  ];
}
