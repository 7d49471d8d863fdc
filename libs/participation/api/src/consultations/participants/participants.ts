import { Injectable } from '@nestjs/common';
import type { ProfilParticipant, Visiteur } from '@pleniere/participation/domain';
import { Base, introuvable, refuse } from '@pleniere/shared/api';
import { createHash } from 'node:crypto';
import { plusOuverte } from '../cycle/refus';
import { FreinPublic } from '../../questions/public/frein-public';
import { empreinteDeCle } from './empreintes';

const TROUVER = `
  select p.id, c.exigence = 'anonyme' or p.code_verifie as verifie from participant p
  join consultation c on (c.contrat_id, c.id) = (p.contrat_id, p.consultation_id)
  where (p.contrat_id, p.consultation_id, p.cle_hash) = ($1, $2, $3)`;

// A request that was sent twice finds the one of the first.
const CREER = `
  insert into participant (contrat_id, consultation_id, cle_hash, canal, signal_hash)
  select c.contrat_id, c.id, $3, case when $5 then 'borne' else 'web' end, case when $5 then null else $4 end
  from consultation c
  where (c.contrat_id, c.id) = ($1, $2) and statut_consultation(c, clock_timestamp()) in ('ouverte', 'vote-seul')
  on conflict (contrat_id, consultation_id, cle_hash) do update set cle_hash = excluded.cle_hash
  returning id`;

const BORNE = 'select from consultation where (contrat_id, id, borne_hash) = ($1, $2, $3)';

// The code is spent, and nobody knows by whom.
const DEPENSER = `
  update code_habitant set utilise = true where (contrat_id, consultation_id, hash) = ($1, $2, $3) and not utilise
  returning 1`;

const VERIFIE = `
  update participant set code_verifie = true where (contrat_id, consultation_id, id) = ($1, $2, $3)`;

const PROFIL = `
  insert into participant_profil (contrat_id, consultation_id, participant_id, tranche_age, genre, qpv_code, situation, premiere_fois)
  select p.contrat_id, p.consultation_id, p.id, $4, $5, $6, $7, $8 from participant p
  join consultation c on (c.contrat_id, c.id) = (p.contrat_id, p.consultation_id)
  where (p.contrat_id, p.consultation_id, p.cle_hash) = ($1, $2, $3)
    and statut_consultation(c, clock_timestamp()) in ('ouverte', 'vote-seul')
  on conflict (contrat_id, consultation_id, participant_id) do update set tranche_age = excluded.tranche_age,
    genre = excluded.genre, qpv_code = excluded.qpv_code, situation = excluded.situation,
    premiere_fois = excluded.premiere_fois
  returning 1`;

/** A secret that people type: spaces and case aside. */
export function empreinteDeCode(consultationId: string, code: string): string {
  const lu = code.replace(/[\s-]/g, '').toUpperCase();
  return createHash('sha256').update(`${consultationId} ${lu}`).digest('base64url');
}

/** People who take part, known by a random key alone. */
@Injectable()
export class Participants {
  constructor(
    private readonly base: Base,
    private readonly frein: FreinPublic,
  ) {}

  /** Id of the holder of the key, null when it has never taken part. */
  async trouver(contratId: string, consultationId: string, cle: string | null): Promise<string | null> {
    if (cle === null) return null;
    const valeurs = [contratId, consultationId, empreinteDeCle(consultationId, cle)];
    const [ligne] = await this.base.lire<{ id: string }>('participant', TROUVER, valeurs);
    return ligne?.id ?? null;
  }

  /** The holder of the key, who takes part from now on; throws 409 when the consultation is not open, 422 without the code it wants. */
  async assurer(contratId: string, consultationId: string, visiteur: Visiteur): Promise<string> {
    const { cle, ip, borne } = visiteur;
    if (cle === null || !/^[\w-]{43}$/.test(cle)) throw refuse('Votre navigateur doit accepter le cookie de vote.');
    const hash = empreinteDeCle(consultationId, cle);
    const valeurs = [contratId, consultationId, hash];
    const [connu] = await this.base.lire<{ id: string; verifie: boolean }>('participant', TROUVER, valeurs);
    if (connu?.verifie) return connu.id;
    const id = connu?.id ?? (await this.arriver(contratId, consultationId, hash, ip, visiteur.agent, borne ?? null));
    await this.exigerCode(contratId, consultationId, id, visiteur.codeHabitant ?? null);
    return id;
  }

  /** What somebody says of themselves; the same card may be filled again while it is open. */
  async direProfil(
    contratId: string,
    consultationId: string,
    visiteur: Visiteur,
    profil: ProfilParticipant,
  ): Promise<void> {
    await this.assurer(contratId, consultationId, visiteur);
    const { trancheAge, genre, qpvCode, situation, premiereFois } = profil;
    const valeurs = [trancheAge, genre, qpvCode, situation, premiereFois];
    const hash = empreinteDeCle(consultationId, visiteur.cle ?? '');
    const { rowCount } = await this.base.pool.query(PROFIL, [contratId, consultationId, hash, ...valeurs]);
    if (rowCount === 0) throw plusOuverte();
  }

  private async arriver(
    contratId: string,
    consultationId: string,
    hash: string,
    ip: string,
    agent: string,
    borne: string | null,
  ): Promise<string> {
    const code = borne === null ? null : empreinteDeCode(consultationId, borne);
    const deBorne =
      code !== null && (await this.base.pool.query(BORNE, [contratId, consultationId, code])).rowCount === 1;
    if (!deBorne) await this.frein.compter('participant', ip);
    const signal = await this.frein.empreinte(`${ip} ${agent}`);
    const { rows } = await this.base.pool.query<{ id: string }>(CREER, [
      contratId,
      consultationId,
      hash,
      signal,
      deBorne,
    ]);
    if (!rows[0]) throw plusOuverte();
    return rows[0].id;
  }

  private async exigerCode(contratId: string, consultationId: string, id: string, code: string | null): Promise<void> {
    const { rows } = await this.base.pool.query<{ exigence: string }>(
      'select exigence from consultation where (contrat_id, id) = ($1, $2)',
      [contratId, consultationId],
    );
    if (!rows[0]) throw introuvable('Cette consultation');
    if (rows[0].exigence === 'anonyme') return;
    if (code === null) throw codeAttendu();
    await this.base.transaction(async (tx) => {
      const [depenses] = await tx.query<[unknown[], number]>(DEPENSER, [
        contratId,
        consultationId,
        empreinteDeCode(consultationId, code),
      ]);
      if (depenses.length === 0) throw codeRefuse();
      await tx.query(VERIFIE, [contratId, consultationId, id]);
    });
  }
}

const codeAttendu = () =>
  refuse('Cette consultation demande le code reçu dans votre boîte aux lettres ou à une séance.', [
    { pointer: '/codeHabitant', detail: 'Saisissez les dix caractères de votre code.' },
  ]);

const codeRefuse = () =>
  refuse('Ce code n’est pas reconnu, ou a déjà servi.', [
    { pointer: '/codeHabitant', detail: 'Vérifiez les dix caractères : ni 0, ni O, ni 1, ni I.' },
  ]);
