import { choisirFiches } from '../composition/fiche-figee';
import { type ArreteAImprimer, DocumentImpossible, type Fabrique } from '../fabrique/fabrique';
import { imprimerTout } from '../mise-en-page/impression';
import { Compositeur } from '../pdf/compositeur';
import { donneesEvolution } from './donnees-evolution';
import { EVOLUTION } from './evolution.typ';

const SANS_ANCIEN = 'Choisissez l’arrêté plus ancien avec lequel comparer celui-ci.';

/** « Depuis la dernière plénière », as an accessible PDF: what changed from an earlier arrêté to this one. */
export const fabriquerEvolution: Fabrique = async ({ numero, sha256, contenu, options, seuil, depuis }, avancer) => {
  if (depuis === null) throw new DocumentImpossible(SANS_ANCIEN);
  const choisir = (arrete: ArreteAImprimer): ArreteAImprimer => ({
    ...arrete,
    contenu: options.ficheIds.length === 0 ? arrete.contenu : choisirFiches(arrete.contenu, options.ficheIds),
  });
  avancer('Comparaison des deux arrêtés', 0.1);
  const compositeur = new Compositeur();
  const donnees = donneesEvolution(choisir(depuis), choisir({ numero, sha256, contenu }), seuil);
  avancer('Mise en page', 0.4);
  const octets = await compositeur.composer(EVOLUTION, imprimerTout(donnees, compositeur.couvre));
  return { nom: `evolution-arretes-${depuis.numero}-${numero}.pdf`, type: 'application/pdf', octets };
};
