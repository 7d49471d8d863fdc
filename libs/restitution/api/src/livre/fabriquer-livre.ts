import type { Avancer, FichierProduit, MatiereDuDocument } from '../fabrique/fabrique';
import { imprimerTout } from '../mise-en-page/impression';
import { LIVRE } from '../modele/livre.typ';
import { Compositeur } from '../pdf/compositeur';
import { composerLivre } from './livre';

/** The book of an arrêté as an accessible, archivable PDF (PDF/UA-1, PDF/A-2a). */
export async function fabriquerLivre(matiere: MatiereDuDocument, avancer: Avancer): Promise<FichierProduit> {
  avancer('Lecture de l’arrêté', 0);
  const compositeur = new Compositeur();
  const total = matiere.options.ficheIds.length || matiere.contenu.fiches.length;
  let faites = 0;
  const donnees = composerLivre(
    matiere,
    (valeur) => imprimerTout(valeur, compositeur.couvre),
    () => avancer('Composition des fiches', (0.3 * ++faites) / total),
  );
  avancer('Mise en page et contrôle d’accessibilité', 0.35);
  const octets = await compositeur.composer(LIVRE, donnees);
  return { nom: `livre-arrete-${matiere.numero}.pdf`, type: 'application/pdf', octets };
}
