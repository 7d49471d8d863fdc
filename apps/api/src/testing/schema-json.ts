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

// What each keyword of a schema asks of a value; one that does not concern the value asks nothing.
const MOTS: Readonly<Record<string, (valeur: unknown, attendu: unknown) => boolean>> = {
  const: (valeur, attendu) => valeur === attendu,
  enum: (valeur, attendu) => (attendu as unknown[]).includes(valeur),
  type: (valeur, attendu) => ([attendu].flat() as string[]).some((nom) => TYPES[nom]?.(valeur)),
  pattern: (valeur, attendu) => typeof valeur !== 'string' || new RegExp(attendu as string).test(valeur),
  minimum: (valeur, attendu) => typeof valeur !== 'number' || valeur >= (attendu as number),
  minItems: (valeur, attendu) => !Array.isArray(valeur) || valeur.length >= (attendu as number),
};

/** Where a value departs from a JSON Schema, for the keywords that our published schemas use. */
export function ecartsAuSchema(schema: Schema, valeur: unknown, ou = ''): string[] {
  const rompus = Object.entries(MOTS).filter(([mot, tenir]) => mot in schema && !tenir(valeur, schema[mot]));
  if (rompus.length > 0) return rompus.map(([mot]) => `${ou}: ${mot}`);
  if (Array.isArray(valeur)) {
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
