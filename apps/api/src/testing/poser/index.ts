import type { INestApplication } from '@nestjs/common';
import {
  type ContenuFiche,
  contenuVide,
  manquesObligatoires,
  referencesDe,
  type ChampId,
  type StatutFiche,
} from '@pleniere/fiches/domain';
import {
  type Indicateur,
  type IndicateurSaisie,
  definitionNeuve,
  type SaisieValeur,
} from '@pleniere/indicateurs/domain';
import { Base } from '@pleniere/shared/api';
import type { ContratDeTest } from '../creer-contrat';

/** What a test says of a fiche; the rest is plain. */
export interface FichePosee {
  rang?: number;
  statut?: StatutFiche;
  contenu?: Partial<ContenuFiche>;
  /** Organisation that pilots it; ville A unless told. */
  pilote?: string | null;
}

/** Puts a fiche in the database and gives its id: in force, piloted by ville A, unless told otherwise. */
export async function poserFiche(
  app: INestApplication,
  contrat: ContratDeTest,
  { rang = 1, statut = 'en-vigueur', contenu = {}, pilote = contrat.organisations.villeA }: FichePosee = {},
): Promise<string> {
  const { pool } = app.get(Base);
  const enVigueur = statut === 'en-vigueur' || statut === 'archive';
  const complet = { titre: `Projet ${rang}`, ...contenu };
  const { rows } = await pool.query<{ id: string }>(
    `with f as (
       insert into fiche (contrat_id, enjeu_id, lettre, enjeu_numero, rang, statut, contenu, manques_obligatoires, en_vigueur)
       values ($1, $2, 'T', 1, $3, $4, $5, $6, case when $7 then 1 end) returning *
     ), r as (
       insert into revision (contrat_id, fiche_id, numero, soumise_le, transmise_le, avis_echeance, en_vigueur_le, contenu, champs,
         champs_remplis, document)
       select contrat_id, id, 1, case when statut <> 'brouillon' then now() end, case when statut = 'avis' then now() end,
         case when statut = 'avis' then current_date + 30 end, case when $7 then now() end, case when $7 then contenu end,
         case when $7 then champs end, case when $7 then champs_remplis end, case when $7 then document end
       from f
     )
     select id from f`,
    [contrat.contratId, contrat.enjeuId, rang, statut, complet, manquesObligatoires(complet), enVigueur],
  );
  const id = rows[0]?.id ?? '';
  const references = [
    ...(pilote ? [{ champ: 'pilotes', organisationId: pilote }] : []),
    ...champsDe(contenu).flatMap((champ) =>
      referencesDe(champ, { ...contenuVide(), ...contenu }[champ]).map((reference) => ({ champ, ...reference })),
    ),
  ];
  await pool.query(
    `insert into fiche_reference (contrat_id, fiche_id, champ, organisation_id, categorie, personne_id, qpv_code,
       commune_code, orientation_id)
     select $1, $2, champ, "organisationId", categorie, "personneId", "qpvCode", "communeCode", "orientationId"
     from jsonb_to_recordset($3) as r(champ text, "organisationId" uuid, categorie text, "personneId" uuid,
       "qpvCode" text, "communeCode" text, "orientationId" uuid)`,
    [contrat.contratId, id, JSON.stringify(references)],
  );
  return id;
}

/** Puts the working text of a fiche in force, whatever its statut: for tests that are not about the circuit. */
export async function mettreEnVigueur(app: INestApplication, ficheId: string): Promise<void> {
  await app.get(Base).pool.query(
    `with f as (
       update fiche set statut = 'en-vigueur', en_vigueur = revision where id = $1 returning *
     )
     update revision r set en_vigueur_le = now(), contenu = f.contenu, champs = f.champs, champs_remplis = f.champs_remplis,
       document = f.document
     from f where (r.contrat_id, r.fiche_id, r.numero) = (f.contrat_id, f.id, f.revision)`,
    [ficheId],
  );
}

function champsDe(contenu: Partial<ContenuFiche>): ChampId[] {
  return Object.keys(contenu) as ChampId[];
}

/** A definition that holds together: a yearly count by quartier, hoped to rise. */
export function definition(ficheId: string | null, reste: Partial<IndicateurSaisie> = {}): IndicateurSaisie {
  return {
    ...definitionNeuve(ficheId),
    libelle: 'Nombre d’habitants mobilisés',
    type: ficheId === null ? 'contexte' : 'resultat',
    unite: 'habitants',
    ...reste,
  };
}

/** Defines an indicator through the API, as the team does. */
export async function poserIndicateur(
  contrat: ContratDeTest,
  ficheId: string | null,
  reste: Partial<IndicateurSaisie> = {},
): Promise<Indicateur> {
  const equipe = await contrat.en('equipe');
  const reponse = await equipe
    .post(`/contrats/${contrat.contratId}/indicateurs`, definition(ficheId, reste))
    .expect(201);
  return reponse.body as Indicateur;
}

/** One cell, empty until now: 12 in quartier A1 in 2025 unless told. */
export function saisie(indicateurId: string, reste: Partial<SaisieValeur> = {}): SaisieValeur {
  return {
    indicateurId,
    annee: 2025,
    territoire: 'QN03709M',
    ventilation: 'total',
    version: null,
    valeur: 12,
    absence: null,
    qualite: 'provisoire',
    commentaire: '',
    source: '',
    ...reste,
  };
}
