import { verifierJour, verifierMeteo, type DeclinaisonSaisie, type Meteo } from '@pleniere/fiches/domain';
import { enConflit } from '@pleniere/shared/api';
import type { ErreurDeChamp } from '@pleniere/shared/domain';
import type { EntityManager } from 'typeorm';
import { periodeDuContrat } from '../fiche/verrou';

/** Where a déclinaison stands: its fiche, and its own id when it exists already. */
export interface PlaceDeclinaison {
  contratId: string;
  ficheId: string;
  id: string;
  /** Weather before the change. */
  meteo: Meteo | null;
}

const CONNUS = `
  select
    exists (select from organisation o where o.contrat_id = $1 and o.id = $4 and o.categorie = 'ville') as ville,
    $5::text is null or exists (
      select from organisation o join qpv_commune qc on (qc.contrat_id, qc.commune_code) = (o.contrat_id, o.commune_code)
      where o.contrat_id = $1 and o.id = $4 and qc.qpv_code = $5) as qpv,
    $6::uuid is null or exists (select from personne p where p.contrat_id = $1 and p.id = $6) as referent,
    exists (select from declinaison d where d.contrat_id = $1 and d.fiche_id = $2 and d.id <> $3
      and d.organisation_id = $4 and d.qpv_code is not distinct from $5) as double`;

interface Connus {
  ville: boolean;
  qpv: boolean;
  referent: boolean;
  double: boolean;
}

/** Everything that refuses a déclinaison as it would become; throws 409 when the same one exists already. */
export async function refusDeDeclinaison(
  tx: EntityManager,
  { contratId, ficheId, id, meteo }: PlaceDeclinaison,
  saisie: DeclinaisonSaisie,
): Promise<ErreurDeChamp[]> {
  const { organisationId, qpvCode, referentId } = saisie;
  const [connus] = await tx.query<Connus[]>(CONNUS, [contratId, ficheId, id, organisationId, qpvCode, referentId]);
  if (connus?.double) throw enConflit('Cette ville décline déjà la fiche sur ce territoire.');
  const periode = await periodeDuContrat(tx, contratId);
  const degradation = verifierMeteo(meteo, saisie.meteo, saisie.meteoExplication);
  return [
    ...(connus?.ville ? [] : [{ pointer: '/organisationId', detail: 'Choisissez une ville du contrat.' }]),
    ...(connus?.qpv ? [] : [{ pointer: '/qpvCode', detail: 'Ce quartier n’est pas dans cette ville.' }]),
    ...(connus?.referent ? [] : [{ pointer: '/referentId', detail: 'Cette personne n’existe pas dans ce contrat.' }]),
    ...(degradation === null ? [] : [{ pointer: '/meteoExplication', detail: degradation }]),
    ...saisie.recits.flatMap(({ annee }, rang) => verifierJour(`${annee}`, `/recits/${rang}/annee`, periode)),
  ];
}
