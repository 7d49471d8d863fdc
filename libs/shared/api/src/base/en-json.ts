/** An answer in JSON as PostgreSQL wrote it: it is sent untouched. */
export class EnJson<T> {
  /** The form of what it says, for the compiler and the description of the API. */
  declare readonly forme: T;

  /** `version`: that of the resource, when it has one. */
  constructor(
    readonly texte: string,
    readonly version: number | null = null,
  ) {}
}
