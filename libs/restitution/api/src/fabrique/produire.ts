import { type Avancer, type Commande, DocumentImpossible, type FichierProduit, lireCommande } from './fabrique';
import { FABRIQUES } from './fabriques';

/** Makes the document that is asked. */
export async function produire(commande: Commande, avancer: Avancer): Promise<FichierProduit> {
  const fabrique = FABRIQUES[commande.sorte];
  if (!fabrique) throw new DocumentImpossible('Ce document n’est pas encore proposé.');
  return fabrique(lireCommande(commande), avancer);
}
