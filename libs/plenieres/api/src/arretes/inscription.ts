import {
  type ArreteResume,
  type ContenuArrete,
  type FicheDuPoint,
  FORME_ARRETE,
  jsonCanonique,
} from '@pleniere/plenieres/domain';
import { createHash, randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import type { EtatFige } from './gel';

/** Who signs an arrêté. */
export interface Signataire {
  contratId: string;
  personneId: string;
  nom: string;
}

/** What the journal keeps of an arrêté; its seal guards the fingerprint. */
export type ArreteInscrit = Pick<ArreteResume, 'id' | 'numero' | 'titre' | 'sha256'>;

// Numbers follow one another without a hole: those who freeze at the same time do it in turn.
const ATTENDRE_SON_TOUR = 'select from contrat where id = $1 for no key update';
const NUMERO = 'select coalesce(max(numero), 0) + 1 as numero from arrete where contrat_id = $1';

const INSCRIRE = `
  insert into arrete (contrat_id, id, numero, titre, seance_id, fige_le, fige_par_id, fige_par, perimetre, contenu, sha256)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`;

/** Numbers, writes canonically, hashes and keeps what was read. */
export async function inscrireArrete(
  tx: EntityManager,
  { contratId, personneId, nom }: Signataire,
  titre: string,
  etat: EtatFige,
  id: string = randomUUID(),
): Promise<ArreteInscrit> {
  await tx.query(ATTENDRE_SON_TOUR, [contratId]);
  const [ligne] = await tx.query<{ numero: number }[]>(NUMERO, [contratId]);
  const numero = ligne?.numero ?? 1;
  const contenu = jsonCanonique({ schema: FORME_ARRETE, numero, titre, ...etat } satisfies ContenuArrete);
  const sha256 = createHash('sha256').update(contenu).digest('hex');
  const perimetre = etat.fiches.map((fiche): FicheDuPoint => ({
    id: fiche.id,
    code: fiche.code,
    titre: fiche.contenu.titre ?? '',
  }));
  await tx.query(INSCRIRE, [
    ...[contratId, id, numero, titre, etat.seance?.id ?? null, etat.figeLe, personneId, nom],
    ...[JSON.stringify(perimetre), contenu, sha256],
  ]);
  return { id, numero, titre, sha256 };
}
