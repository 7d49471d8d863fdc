import { Injectable } from '@nestjs/common';
import type { EmargementOuvert, PresenceDite } from '@pleniere/participation/domain';
import { Base, introuvable } from '@pleniere/shared/api';
import { jourDeParis } from '@pleniere/shared/domain';
import { createHash } from 'node:crypto';
import { FreinPublic } from '../../questions/public/frein-public';

/** A phone in a room: the code it read on the poster, and the key that it made for itself. */
export interface TelephoneDansLaSalle {
  contratId: string;
  code: string;
  appareil: string;
  adresse: string;
}

// The rule `emargementOuvert`, in words of the database: the statement that writes is the one that decides.
const OUVERTE = `s.contrat_id = $1 and s.code_emargement = $2 and s.date <= $3
  and s.statut in ('planifiee', 'annoncee', 'tenue')`;

const LIRE = `
  select json_build_object('espace', e.nom, 'date', s.date, 'lieu', s.lieu, 'quartiers', (
    select coalesce(json_agg(json_build_object('code', q.code, 'nom', coalesce(q.libelle_editorial, q.libelle))
      order by coalesce(q.libelle_editorial, q.libelle)), '[]')
    from qpv q where q.contrat_id = s.contrat_id and q.valid_to is null)) as reponse
  from seance_dialogue s join espace_dialogue e on (e.contrat_id, e.id) = (s.contrat_id, s.espace_id)
  where ${OUVERTE}`;

const DECLARER = `
  insert into presence (contrat_id, seance_id, cle_hash, role, tranche_age, genre, qpv_code, premiere_fois)
  select s.contrat_id, s.id, $4, $5, $6, $7, $8, $9 from seance_dialogue s where ${OUVERTE}
  on conflict (contrat_id, seance_id, cle_hash) do update set role = excluded.role, tranche_age = excluded.tranche_age,
    genre = excluded.genre, qpv_code = excluded.qpv_code, premiere_fois = excluded.premiere_fois
  returning id`;

const SIENNE = `
  select json_build_object('role', p.role, 'trancheAge', p.tranche_age, 'genre', p.genre, 'qpvCode', p.qpv_code,
    'premiereFois', p.premiere_fois) as reponse
  from seance_dialogue s join presence p on (p.contrat_id, p.seance_id) = (s.contrat_id, s.id) and p.cle_hash = $4
  where ${OUVERTE}`;

const FERME = 'Cet émargement, fermé ou pas encore ouvert,';

/** Émargement by code: from the day of a séance until its compte rendu is published, and without a name. */
@Injectable()
export class Emargements {
  constructor(
    private readonly base: Base,
    private readonly frein: FreinPublic,
  ) {}

  /** What séance the code opens. */
  async lire(contratId: string, code: string): Promise<EmargementOuvert> {
    const valeurs = [contratId, lu(code), jourDeParis()];
    const [ligne] = await this.base.lire<{ reponse: EmargementOuvert }>('emargement', LIRE, valeurs);
    if (!ligne) throw introuvable(FERME);
    return ligne.reponse;
  }

  /** What this phone has declared of its presence; null when it has not. */
  async sienne(contratId: string, code: string, appareil: string): Promise<PresenceDite | null> {
    const valeurs = [contratId, lu(code), jourDeParis(), empreinte(contratId, appareil)];
    const [ligne] = await this.base.lire<{ reponse: PresenceDite }>('emargement-sienne', SIENNE, valeurs);
    return ligne?.reponse ?? null;
  }

  /** Declares a presence; the same phone says it again without being counted twice. */
  async declarer({ contratId, code, appareil, adresse }: TelephoneDansLaSalle, presence: PresenceDite): Promise<void> {
    await this.frein.compter('emargement', adresse);
    const { role, trancheAge, genre, qpvCode, premiereFois } = presence;
    const cle = empreinte(contratId, appareil);
    const valeurs = [contratId, lu(code), jourDeParis(), cle, role, trancheAge, genre, qpvCode, premiereFois];
    const lignes = await this.base.lire('emargement-declarer', DECLARER, valeurs);
    if (lignes.length === 0) throw introuvable(FERME);
  }
}

const lu = (code: string): string => code.trim().toUpperCase();

/** What the database keeps of the key of a phone: the same for a contrat, so that it is known who comes back. */
function empreinte(contratId: string, appareil: string): string {
  return createHash('sha256').update(`${contratId} ${appareil.toLowerCase()}`).digest('hex');
}
