import type { ChampId, ContenuFiche } from '@pleniere/fiches/domain';
import type { ContenuEchange } from '@pleniere/restitution/domain';

/** Changes each property of every object of a JSON value; one that becomes nothing goes. */
function reecrire(valeur: unknown, changer: (cle: string, contenu: unknown) => [string, unknown] | null): unknown {
  if (Array.isArray(valeur)) return valeur.map((element) => reecrire(element, changer));
  if (valeur === null || typeof valeur !== 'object') return valeur;
  const paires = Object.entries(valeur).flatMap(([cle, contenu]) => {
    const paire = changer(cle, contenu);
    return paire ? [[paire[0], reecrire(paire[1], changer)] as const] : [];
  });
  return Object.fromEntries(paires);
}

/** Names of what the fields of a fiche point at. */
export interface NomsDuContrat {
  organisation: (id: string) => string | null;
  orientation: (id: string) => string | null;
  /** Rank of an action of the fiche. */
  action: (id: string) => number | null;
}

/** A text as it leaves the contrat: names for ids, no id of its own, no person. */
export function sortirContenu(contenu: Partial<ContenuFiche>, noms: NomsDuContrat): ContenuEchange {
  const sorti = reecrire(contenu, (cle, valeur) => {
    if (cle === 'id' || cle === 'personneId') return null;
    if (cle === 'organisationId')
      return ['organisation', typeof valeur === 'string' ? noms.organisation(valeur) : null];
    if (cle === 'actionId') return ['action', typeof valeur === 'string' ? noms.action(valeur) : null];
    if (cle === 'orientation') return [cle, typeof valeur === 'string' ? noms.orientation(valeur) : null];
    return [cle, valeur];
  });
  return sorti as ContenuEchange;
}

/** Ids of what a file names, in the contrat that takes it in. */
export interface IdsDuContrat {
  organisation: (nom: string) => string | null;
  orientation: (texte: string) => string | null;
  action: (rang: number) => string | null;
}

/** A field of a file as the contrat writes it: ids for names, and nobody as référent. */
export function entrerChamp(champ: ChampId, valeur: unknown, ids: IdsDuContrat): unknown {
  if (champ === 'orientation') return typeof valeur === 'string' ? ids.orientation(valeur) : null;
  const entre = reecrire(valeur, (cle, contenu) => {
    if (cle === 'organisation')
      return ['organisationId', typeof contenu === 'string' ? ids.organisation(contenu) : null];
    if (cle === 'action') return ['actionId', typeof contenu === 'number' ? ids.action(contenu) : null];
    return [cle, contenu];
  });
  if (champ !== 'referents' || !Array.isArray(entre)) return entre;
  return entre.map((cite: unknown) => ({ ...(cite as object), personneId: null }));
}
