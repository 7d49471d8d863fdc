import type { Acteur } from '@pleniere/acces/domain';
import { FichesService, lireValeur } from '@pleniere/fiches/api';
import { type ChampId, type ContenuFiche, estChampEcrit, lireCode } from '@pleniere/fiches/domain';
import type { ChoixEchange, FicheEchangee } from '@pleniere/restitution/domain';
import { assainirTexteRiche } from '@pleniere/shared/api';
import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import type { CadreEcrit } from './ecrire-cadre';
import { entrerChamp } from './noms';
import { sous } from './sous';

const ACTIONS = `
  insert into action (contrat_id, id, fiche_id, rang, titre, description, pilote, echeance, statut, niveau_participation,
    etapes, ref_dauphin)
  select $1, e.id, $2, e.rang, e.titre, e.description, e.pilote, e.echeance, e.statut,
    e."niveauParticipation", e.etapes, e."refDauphin"
  from jsonb_to_recordset($3::jsonb) as e(id uuid, rang int, titre text, description text, pilote text, echeance date,
    statut text, "niveauParticipation" text, etapes jsonb, "refDauphin" text)`;

const DECLINAISONS = `
  insert into declinaison (contrat_id, id, fiche_id, organisation_id, qpv_code, statut_execution, meteo,
    meteo_explication, modalite_retenue, recits)
  select $1, gen_random_uuid(), $2, e."organisationId", e."qpvCode", e."statutExecution", e.meteo,
    e."meteoExplication", e."modaliteRetenue", e.recits
  from jsonb_to_recordset($3::jsonb) as e("organisationId" uuid, "qpvCode" text, "statutExecution" text, meteo text,
    "meteoExplication" text, "modaliteRetenue" text, recits jsonb)`;

const COMPTER_ACTIONS = 'update fiche set actions_creees = $3 where contrat_id = $1 and id = $2';

// Signed elsewhere: it enters in force as it comes, and its revision says why.
const FIGER = `
  update revision r set en_vigueur_le = now(), en_vigueur_par = $3, cause_sorte = 'import', cause_texte = $4,
    contenu = f.contenu, champs = f.champs, champs_remplis = f.champs_remplis, document = f.document
  from fiche f where r.contrat_id = $1 and r.fiche_id = $2 and (f.contrat_id, f.id) = (r.contrat_id, r.fiche_id)`;
const EN_VIGUEUR = `update fiche set statut = 'en-vigueur', en_vigueur = 1 where contrat_id = $1 and id = $2`;

/** A fiche that was written, with its content as it is stored. */
export interface FicheEcrite {
  id: string;
  contenu: Partial<ContenuFiche>;
}

async function lireContenu(
  fiche: FicheEchangee,
  cadre: CadreEcrit,
  action: (rang: number) => string | null,
): Promise<Partial<ContenuFiche>> {
  const { lettre = '', enjeu = 0 } = lireCode(fiche.code) ?? {};
  const ids = { ...cadre.idsPour(`${lettre}${enjeu}`), action };
  const champs = Object.keys(fiche.contenu).filter(estChampEcrit);
  const lus = await Promise.all(
    champs.map(async (champ): Promise<[ChampId, unknown]> => {
      const corps = { valeur: entrerChamp(champ, fiche.contenu[champ], ids) };
      return [champ, await sous(`/contenu/${champ}`, '/valeur', () => lireValeur(champ, corps))];
    }),
  );
  return Object.fromEntries(lus);
}

/** Writes a fiche with its actions and déclinaisons, under the code that it was given. */
export async function ecrireFiche(
  { tx, acteur, fiches }: { tx: EntityManager; acteur: Acteur; fiches: FichesService },
  fiche: FicheEchangee,
  code: string,
  cadre: CadreEcrit,
  motif: string,
): Promise<FicheEcrite> {
  const { lettre = '', enjeu = 0, rang = 1 } = lireCode(code) ?? {};
  const idsDesActions = new Map(fiche.actions.map(({ rang: place }) => [place, randomUUID() as string]));
  const contenu = await lireContenu(fiche, cadre, (place) => idsDesActions.get(place) ?? null);
  const place = { enjeuId: cadre.enjeux.get(`${lettre}${enjeu}`) ?? '', rang, titre: contenu.titre ?? '' };
  const id = await fiches.creerDans(tx, acteur, place, motif, contenu);
  const cle = [acteur.contratId, id];
  const actions = fiche.actions.map((action) => ({
    ...action,
    id: idsDesActions.get(action.rang),
    description: assainirTexteRiche(action.description),
    etapes: action.etapes.map((etape) => ({ id: randomUUID(), ...etape })),
  }));
  const declinaisons = fiche.declinaisons.map(({ organisation, ...reste }) => ({
    ...reste,
    organisationId: cadre.organisation(organisation),
  }));
  await tx.query(ACTIONS, [...cle, JSON.stringify(actions)]);
  await tx.query(COMPTER_ACTIONS, [...cle, Math.max(0, ...actions.map((action) => action.rang + 1))]);
  await tx.query(DECLINAISONS, [...cle, JSON.stringify(declinaisons)]);
  return { id, contenu };
}

/** Puts a text in force as it came, when that was chosen. */
export async function mettreEnVigueur(
  tx: EntityManager,
  { contratId, nom }: Acteur,
  ficheId: string,
  { statut }: ChoixEchange,
  motif: string,
): Promise<void> {
  if (statut !== 'en-vigueur') return;
  await tx.query(FIGER, [contratId, ficheId, nom, motif]);
  await tx.query(EN_VIGUEUR, [contratId, ficheId]);
}
