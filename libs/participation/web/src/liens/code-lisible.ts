/** « T 1.1 », with a no-break space. */
export function codeLisible(code: string): string {
  return code.replace(/^([A-Z])(\d)/, '$1\u00A0$2');
}
