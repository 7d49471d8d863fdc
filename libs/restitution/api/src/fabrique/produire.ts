import { type Avancer, type Commande, type FichierProduit, lireCommande } from './fabrique';
import { FABRIQUES } from './fabriques';

/** Makes the document that is asked. */
export function produire(commande: Commande, avancer: Avancer): Promise<FichierProduit> {
  return FABRIQUES[commande.sorte](lireCommande(commande), avancer);
}
