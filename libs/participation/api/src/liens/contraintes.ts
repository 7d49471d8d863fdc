import { enConflit, type ProblemeException, refuse } from '@pleniere/shared/api';
import { QueryFailedError } from 'typeorm';

const inconnu = (pointer: string, detail: string) => (): ProblemeException =>
  refuse('Rien n’a été enregistré.', [{ pointer, detail }]);

const SOURCE = inconnu('/sourceId', 'Ce que vous voulez relier ne fait pas partie du contrat.');

const CONTRAINTES: Readonly<Record<string, () => ProblemeException>> = {
  lien_contribution_unique: () => enConflit('Ces deux éléments sont déjà reliés à cette étape.'),
  lien_contribution_contrat_id_question_id_fkey: SOURCE,
  lien_contribution_contrat_id_seance_id_fkey: SOURCE,
  lien_contribution_contrat_id_idee_id_fkey: SOURCE,
  lien_contribution_contrat_id_proposition_id_fkey: SOURCE,
  decision_suite_contrat_id_action_id_fkey: inconnu('/actionId', 'Cette action ne fait pas partie du contrat.'),
  decision_suite_contrat_id_fiche_id_revision_fkey: inconnu('/revision', 'La fiche n’a pas cette révision.'),
};

/** Writes a link or a decision, and says in French what a constraint refuses. */
export async function traduireLien<T>(ecrire: () => Promise<T>): Promise<T> {
  try {
    return await ecrire();
  } catch (erreur) {
    const contrainte =
      erreur instanceof QueryFailedError ? (erreur.driverError as { constraint?: string }).constraint : undefined;
    const probleme = CONTRAINTES[contrainte ?? ''];
    throw probleme ? probleme() : erreur;
  }
}
