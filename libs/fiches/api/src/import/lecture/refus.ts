/** A file that cannot be read; `message` is for the person who gave it. */
export class LectureRefusee extends Error {
  override readonly name = 'LectureRefusee';
}

/** What the limits are, for one file and for an archive. */
export const LIMITES_LECTURE = {
  octets: 10 * 1024 * 1024,
  octetsArchive: 50 * 1024 * 1024,
  fichiers: 300,
  /** Unpacked size of everything in a zip, and how many times its packed size a part may take. */
  octetsDeballes: 100 * 1024 * 1024,
  ratio: 200,
  entrees: 2_000,
  pages: 400,
  caracteres: 2_000_000,
} as const;
