import type { Avancer, FichierProduit, MatiereDuDocument } from '../fabrique/fabrique';
import { imprimerTout } from '../mise-en-page/impression';
import { ESSENTIEL } from '../modele/essentiel.typ';
import { Compositeur } from '../pdf/compositeur';
import { composerEssentiel } from './essentiel';

/** « L’essentiel »: a page per enjeu in plain words and big type, as an accessible PDF. */
export async function fabriquerEssentiel(matiere: MatiereDuDocument, avancer: Avancer): Promise<FichierProduit> {
  avancer('Lecture de l’arrêté', 0);
  const compositeur = new Compositeur();
  const donnees = composerEssentiel(matiere, (valeur) => imprimerTout(valeur, compositeur.couvre));
  avancer('Mise en page et contrôle d’accessibilité', 0.3);
  const octets = await compositeur.composer(ESSENTIEL, donnees);
  return { nom: `essentiel-arrete-${matiere.numero}.pdf`, type: 'application/pdf', octets };
}
