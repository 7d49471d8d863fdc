import { nomQpv } from '@pleniere/contrat/domain';
import { codeAffiche } from '@pleniere/fiches/domain';
import type { CadreFige, FicheFigee, ReponseFigee } from '@pleniere/plenieres/domain';
import { enTexteRiche, formaterDate, INSECABLE } from '@pleniere/shared/domain';
import type { LigneDeFiche } from '../document/document-fiche';
import { lireTexteRiche } from '../document/texte-riche';
import type { MatiereDuDocument } from '../fabrique/fabrique';

/** Answers about the chosen fiches, and those about none. */
export function reponsesChoisies({ contenu }: MatiereDuDocument, choisies: readonly FicheFigee[]): ReponseFigee[] {
  const ids = new Set(choisies.map(({ id }) => id));
  return (contenu.reponses ?? []).filter(({ ficheId }) => ficheId === null || ids.has(ficheId));
}

/** Where and when a question was asked, and who answered: one fact a line. */
export function faitsDeLaReponse(
  { poseeLe, quartier, ficheId, fonction, organisation, publieeLe }: ReponseFigee,
  { quartiers }: CadreFige,
  fiches: readonly FicheFigee[],
): string[] {
  const lieu = quartiers.find(({ code }) => code === quartier);
  const fiche = fiches.find(({ id }) => id === ficheId);
  return [
    ...(lieu ? [nomQpv(lieu)] : []),
    ...(fiche ? [`Fiche ${codeAffiche(fiche.code)}`] : []),
    `posée le ${formaterDate(poseeLe)}`,
    `réponse du ${formaterDate(publieeLe)}`,
    `${fonction}, ${organisation}`,
  ];
}

/** A question of a resident as a row: where, when and by whom at left, its words and the answer at right. */
export function imprimerReponse(reponse: ReponseFigee, cadre: CadreFige, fiches: readonly FicheFigee[]): LigneDeFiche {
  return {
    label: `Question n°${INSECABLE}${reponse.numero}`,
    sousLabel: faitsDeLaReponse(reponse, cadre, fiches).join('\n'),
    sections: [
      { libelle: 'Question', blocs: lireTexteRiche(enTexteRiche(reponse.question)) },
      { libelle: 'Réponse', blocs: lireTexteRiche(enTexteRiche(reponse.reponse)) },
    ],
  };
}
