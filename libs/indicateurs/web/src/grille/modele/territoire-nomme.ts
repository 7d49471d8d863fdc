/** A QPV or a commune with the name that people use. */
export interface TerritoireNomme {
  code: string;
  nom: string;
}
