import { codeAffiche } from '@pleniere/fiches/domain';
import { type Decision, LIBELLES_STATUTS_DECISION } from '@pleniere/plenieres/domain';
import { enTexteRiche, formaterDate } from '@pleniere/shared/domain';
import type { LigneDeFiche } from '../document/document-fiche';
import { lireTexteRiche } from '../document/texte-riche';

/** A decision as a row: who must do it and when at left, its words and what was done of it at right. */
export function imprimerDecision(decision: Decision, avecFiche: boolean): LigneDeFiche {
  const { seance, texte, responsable, echeance, statut, suivi, fiche } = decision;
  const faits = [
    avecFiche && fiche ? `Fiche ${codeAffiche(fiche.code)}` : '',
    responsable?.nom ?? '',
    echeance ? `pour le ${formaterDate(echeance)}` : '',
    `${seance.instance} du ${formaterDate(seance.date)}`,
  ];
  return {
    label: LIBELLES_STATUTS_DECISION[statut],
    sousLabel: faits.filter((fait) => fait !== '').join('\n'),
    sections: [
      { libelle: null, blocs: lireTexteRiche(enTexteRiche(texte)) },
      ...(suivi === '' ? [] : [{ libelle: 'Suivi', blocs: lireTexteRiche(enTexteRiche(suivi)) }]),
    ],
  };
}
