/** The one part of fontkit the program uses: the characters that a font file can show. */
declare module 'fontkit' {
  export function create(octets: Buffer): { readonly characterSet: number[] };
}
