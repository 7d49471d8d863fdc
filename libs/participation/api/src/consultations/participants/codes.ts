import { Injectable } from '@nestjs/common';
import { Journal } from '@pleniere/acces/api';
import type { Acteur } from '@pleniere/acces/domain';
import { Base, enConflit, introuvable } from '@pleniere/shared/api';
import { randomInt } from 'node:crypto';
import { empreinteDeCode } from './participants';

/** No 0, O, 1 or I: nobody can take one for the other. */
const SIGNES = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';
const LONGUEUR = 10;

const EXIGENCE = 'select exigence from consultation where (contrat_id, id) = ($1, $2)';
const INSCRIRE = `
  insert into code_habitant (contrat_id, consultation_id, hash) select $1, $2, unnest($3::text[]) on conflict do nothing`;

/** Codes to hand out, one by resident, where a consultation wants one. */
@Injectable()
export class CodesHabitants {
  constructor(
    private readonly base: Base,
    private readonly journal: Journal,
  ) {}

  /** Draws codes to print, shown this once: the database keeps their fingerprint alone. */
  tirer(acteur: Acteur, id: string, nombre: number): Promise<string[]> {
    const cle = [acteur.contratId, id];
    return this.base.transaction(async (tx) => {
      const [consultation] = await tx.query<{ exigence: string }[]>(EXIGENCE, cle);
      if (!consultation) throw introuvable('Cette consultation');
      if (consultation.exigence !== 'code-habitant')
        throw enConflit('Cette consultation est ouverte à tous, sans code.');
      const codes = Array.from({ length: nombre }, tirerUn);
      await tx.query(INSCRIRE, [...cle, codes.map((code) => empreinteDeCode(id, code))]);
      await this.journal.inscrire(tx, acteur, { objet: 'consultation', objetId: id, champ: 'codes', apres: nombre });
      return codes;
    });
  }
}

function tirerUn(): string {
  return Array.from({ length: LONGUEUR }, () => SIGNES[randomInt(SIGNES.length)]).join('');
}
