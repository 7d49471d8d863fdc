/** Logo of a demo contrat as a data URL: a river under three roofs, in the contrat’s colour. */
export function logo(couleur: string): string {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64"><rect width="64" height="64" rx="12" fill="${couleur}"/><g fill="none" stroke="#fff" stroke-width="4" stroke-linecap="round" stroke-linejoin="round"><path d="M10 34V24l8-7 8 7v10M26 34V18l7-6 7 6v16M40 34V26l7-6 7 6v8"/><path d="M8 44c6-5 10-5 16 0s10 5 16 0 10-5 16 0M8 53c6-5 10-5 16 0s10 5 16 0 10-5 16 0" opacity=".75"/></g></svg>`;
  return `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`;
}
