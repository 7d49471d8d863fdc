/** Identifier (UUID v4) of an entry made on this screen; `crypto.randomUUID` is missing outside https. */
export function nouvelId(): string {
  return '10000000-1000-4000-8000-100000000000'.replace(/[018]/g, (signe) => {
    const hasard = crypto.getRandomValues(new Uint8Array(1))[0] ?? 0;
    return (Number(signe) ^ (hasard & (15 >> (Number(signe) / 4)))).toString(16);
  });
}
