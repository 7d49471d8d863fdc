import type { ContratDemo } from '../../modele';
import { id } from '../../identifiants';
import { personneDe } from '../fiches';
import type { Lot } from '../insertion';

/** Rows of the e-mails of a demo contrat, all kept; `adresse` is where the product answers. */
export function lotDesCourriels(demo: ContratDemo, adresse: string): Lot {
  const lignes = (demo.courriels ?? []).map(({ destinataire, quand, objet, texte }, rang) => {
    const { nom, email } = personneDe(demo, destinataire);
    const cle = `demo/${rang + 1}`;
    return {
      contrat_id: id(`${demo.cle}/contrat`),
      id: id(`${demo.cle}/courriel/${cle}`),
      cle,
      personne_id: id(`${demo.cle}/personne/${destinataire}`),
      nom,
      email,
      objet,
      texte: texte.replaceAll('{adresse}', adresse),
      statut: 'retenu',
      essais: 0,
      cree_le: quand,
    };
  });
  return ['courriel', lignes];
}
