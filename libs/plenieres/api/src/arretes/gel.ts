import { type FicheBrute, lireFichesEnVigueur } from '@pleniere/fiches/api';
import type { ArreteSaisie, CadreFige, FicheFigee, ValeurFigee } from '@pleniere/plenieres/domain';
import { introuvable, refuse } from '@pleniere/shared/api';
import type { EntityManager } from 'typeorm';
import { CADRE_A_FIGER } from './lectures';

/** Everything that an arrêté will hold but its number and its title. */
export type EtatFige = CadreFige & { fiches: FicheFigee[] };

/**
 * Reads the whole frame and the chosen fiches as they are in force; the transaction must see one instant. Throws 422 when
 * the séance is not of the contrat, or a fiche has no text in force.
 */
export async function lireEtat(
  tx: EntityManager,
  contratId: string,
  { seanceId, ficheIds }: Omit<ArreteSaisie, 'titre'>,
): Promise<EtatFige> {
  const [ligne] = await tx.query<{ reponse: CadreFige }[]>(CADRE_A_FIGER, [contratId, seanceId, ficheIds]);
  if (!ligne) throw introuvable('Ce contrat de ville');
  const lues = await lireFichesEnVigueur(tx, contratId, ficheIds);
  const parId = new Map(lues.map((fiche) => [fiche.id, fiche]));
  const erreurs = ficheIds.flatMap((id, rang) =>
    parId.has(id)
      ? []
      : [{ pointer: `/ficheIds/${rang}`, detail: 'Cette fiche n’a pas de texte en vigueur dans le contrat.' }],
  );
  if (seanceId !== null && ligne.reponse.seance === null) {
    erreurs.push({ pointer: '/seanceId', detail: 'Cette séance ne fait pas partie du contrat.' });
  }
  if (erreurs.length > 0) throw refuse('Rien n’a été figé.', erreurs);
  return { ...ligne.reponse, fiches: ficheIds.flatMap((id) => parId.get(id) ?? []).map(figerFiche) };
}

function figerFiche(lue: FicheBrute): FicheFigee {
  const { id, code, revision, enjeu, orientationTexte, contenu, meteo, avis, actions, declinaisons, filiation } = lue;
  const enVigueurLe = lue.revisions[0]?.enVigueurLe ?? null;
  const indicateurs = lue.indicateurs.map((indicateur) => ({
    ...indicateur,
    valeurs: indicateur.valeurs.map(figerValeur),
  }));
  return {
    ...{ id, code, revision, enVigueurLe, enjeu, orientationTexte, contenu, meteo },
    ...{ avis, actions, declinaisons, indicateurs, filiation },
  };
}

function figerValeur(lue: FicheBrute['indicateurs'][number]['valeurs'][number]): ValeurFigee {
  const { indicateurId, annee, territoire, ventilation, valeur, absence, qualite, commentaire, source } = lue;
  const { statut, enRetard } = lue;
  return {
    ...{ indicateurId, annee, territoire, ventilation, valeur, absence, qualite, commentaire, source },
    ...{ statut, enRetard },
  };
}
