import { chargerSources } from '../sources.mts';

const FICHES = 'libs/fiches/api/src';

type Enonce = (texte: string) => string;

interface Sources {
  liste: { liste: Enonce; listeCherchee: Enonce; facettes: Enonce };
  lecture: { ficheParId: Enonce };
  quartiers: { quartiers: Enonce };
  partout: { CHERCHER: string };
  recherche: { lireRecherche: (q: string) => { texte: string; debut: string; prefixe: string } | null };
  regles: { statutsVisibles: (role: string) => string[]; TAILLE_PAGE_FICHES: number };
}

const ENTREES: Record<keyof Sources, string> = {
  liste: `${FICHES}/fiche/liste-fiches.ts`,
  lecture: `${FICHES}/fiche/lecture-fiche.ts`,
  quartiers: `${FICHES}/pilotage/lectures/quartiers.ts`,
  partout: `${FICHES}/recherche/enonce.ts`,
  recherche: `${FICHES}/fiche/recherche.ts`,
  regles: 'libs/fiches/domain/src/index.ts',
};

/** The product's own statements and what their parameters are made with, built from its sources: the floor runs the same. */
export function enoncesDuProduit(): Promise<Sources> {
  return chargerSources<Sources>('enonces', ENTREES);
}

/**
 * The write of the floor: one value from the version that was read, and a plain row of history, in one statement. The
 * product writes a sealed entry of its journal instead, after having checked everything.
 */
export const ECRITURE = `
  with v as (
    update valeur set valeur_num = $6, version = version + 1, modifie_le = now(), modifie_par = $7
    where contrat_id = $1 and indicateur_id = $2 and annee = $3 and territoire = $4 and ventilation = 'total' and version = $5
    returning *
  ), h as (
    insert into banc_historique (contrat_id, objet, auteur, apres)
    select contrat_id, concat_ws('/', indicateur_id, annee, territoire), modifie_par, to_jsonb(valeur_num) from v
  )
  select json_build_object('version', version, 'valeur', valeur_num) as reponse from v`;

/** Where the floor keeps its history. */
export const HISTORIQUE = `
  create table if not exists banc_historique (
    contrat_id uuid not null, id bigint generated always as identity, quand timestamptz not null default clock_timestamp(),
    objet text not null, auteur text not null, apres jsonb, primary key (contrat_id, id));
  create index if not exists banc_historique_objet on banc_historique (contrat_id, objet, id desc)`;
