import { LETTRES_ENJEU } from '@pleniere/contrat/domain';
import type { Echange } from '@pleniere/restitution/domain';
import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { aCreer, type DejaLa } from './examiner';
import type { IdsDuContrat } from './noms';

const COMMUNES = `
  insert into commune (contrat_id, code, nom)
  select $1, e.code, e.nom from jsonb_to_recordset($2::jsonb) as e(code text, nom text)`;

const QUARTIERS = `
  insert into qpv (contrat_id, code, libelle, libelle_editorial, npnru, generation, valid_from, valid_to)
  select $1, e.code, e.libelle, e."libelleEditorial", e.npnru, e.generation, e."validFrom", e."validTo"
  from jsonb_to_recordset($2::jsonb) as e(code text, libelle text, "libelleEditorial" text, npnru boolean,
    generation int, "validFrom" date, "validTo" date)`;

const QUARTIERS_COMMUNES = `
  insert into qpv_commune (contrat_id, qpv_code, commune_code)
  select distinct $1::uuid, e.code, c from jsonb_to_recordset($2::jsonb) as e(code text, communes text[]), unnest(e.communes) c`;

const ENJEUX = `
  insert into enjeu (contrat_id, id, type, numero, intitule, couleur)
  select $1, e.id, e.type, e.numero, e.intitule, e.couleur
  from jsonb_to_recordset($2::jsonb) as e(id uuid, type text, numero int, intitule text, couleur text)`;

const ORIENTATIONS = `
  insert into orientation (contrat_id, id, enjeu_id, texte)
  select $1, e.id, e."enjeuId", e.texte from jsonb_to_recordset($2::jsonb) as e(id uuid, "enjeuId" uuid, texte text)`;

const ORGANISATIONS = `
  insert into organisation (contrat_id, id, nom, nom_court, categorie, siret, commune_code, signataire)
  select $1, e.id, e.nom, e."nomCourt", e.categorie, e.siret, e."communeCode", e.signataire
  from jsonb_to_recordset($2::jsonb) as e(id uuid, nom text, "nomCourt" text, categorie text, siret text,
    "communeCode" text, signataire boolean)`;

/** The frame of the contrat once what it lacked is there: what the fiches of the file name, by code of their enjeu. */
export interface CadreEcrit {
  /** Id of an enjeu by its code, `T1`. */
  enjeux: ReadonlyMap<string, string>;
  idsPour: (enjeu: string) => Omit<IdsDuContrat, 'action'>;
  organisation: (nom: string) => string | null;
}

const avecId = <T extends object>(elements: readonly T[]) =>
  elements.map((element) => ({ ...element, id: randomUUID() }));

/** Writes what the contrat lacks of the frame of a file; changes nothing of what it holds. */
export async function ecrireCadre(
  tx: EntityManager,
  contratId: string,
  echange: Echange,
  deja: DejaLa,
): Promise<CadreEcrit> {
  const manque = aCreer(echange, deja);
  const [enjeux, organisations] = [avecId(manque.enjeux), avecId(manque.organisations)];
  const parCode = new Map(
    [...deja.enjeux, ...enjeux].map(({ id, type, numero }) => [`${LETTRES_ENJEU[type]}${numero}`, id]),
  );
  const orientations = avecId(manque.orientations).map((une) => ({ ...une, enjeuId: parCode.get(une.enjeu) }));
  const lots: [string, readonly object[]][] = [
    ...([
      [COMMUNES, manque.communes],
      [QUARTIERS, manque.quartiers],
      [QUARTIERS_COMMUNES, manque.quartiers],
    ] as const),
    ...([
      [ENJEUX, enjeux],
      [ORIENTATIONS, orientations],
      [ORGANISATIONS, organisations],
    ] as const),
  ].map(([requete, lignes]) => [requete, lignes]);
  for (const [requete, lignes] of lots) {
    if (lignes.length > 0) await tx.query(requete, [contratId, JSON.stringify(lignes)]);
  }
  const noms = new Map([...deja.organisations, ...organisations].map(({ id, nom }) => [nom, id]));
  const organisation = (nom: string) => noms.get(nom) ?? null;
  const textes = (enjeu: string) =>
    new Map([
      ...deja.enjeux
        .filter(({ id }) => id === parCode.get(enjeu))
        .flatMap((la) => la.orientations.map(({ id, texte }) => [texte, id] as const)),
      ...orientations.filter((une) => une.enjeu === enjeu).map(({ id, texte }) => [texte, id] as const),
    ]);
  return {
    enjeux: parCode,
    organisation,
    idsPour: (enjeu) => {
      const connues = textes(enjeu);
      return { organisation, orientation: (texte) => connues.get(texte) ?? null };
    },
  };
}
