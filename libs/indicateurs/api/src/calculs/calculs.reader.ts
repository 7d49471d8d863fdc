import { Injectable } from '@nestjs/common';
import type { Acteur } from '@pleniere/acces/domain';
import type { ValeurCalculeeLue, ValeurCalculeeResumee } from '@pleniere/indicateurs/domain';
import { Base } from '@pleniere/shared/api';

const RESUME = `'indicateurId', c.indicateur_id, 'annee', c.annee, 'territoire', c.territoire, 'valeur', c.valeur, 'min', c.min,
  'max', c.max, 'phrase', c.phrase, 'calculeLe', c.calcule_le`;

/** A computed value `c` that no other stands after. */
export const COURANTE = `not exists (select from valeur_calculee x where (x.contrat_id, x.indicateur_id, x.annee, x.territoire)
  = (c.contrat_id, c.indicateur_id, c.annee, c.territoire) and x.rang > c.rang)`;

// A lecteur reads the fiches in force; $2 tells whether the caller sees the others. What is not computed any more is not read.
const TABLES = `valeur_calculee c
  join indicateur i on (i.contrat_id, i.id) = (c.contrat_id, c.indicateur_id) and i.calcul = c.calcul
  left join fiche f on (f.contrat_id, f.id) = (i.contrat_id, i.fiche_id)
  where c.contrat_id = $1 and ($2 or i.fiche_id is null or f.en_vigueur is not null and f.statut <> 'archive')`;

const D_UN_INDICATEUR = `
  select coalesce(json_agg(json_build_object(${RESUME}, 'rang', c.rang, 'courante', ${COURANTE}, 'calcul', c.calcul,
    'numerateur', c.numerateur, 'denominateur', c.denominateur, 'n', c.n, 'formuleVersion', c.formule_version,
    'empreinte', c.empreinte, 'faits', c.faits) order by c.annee desc, c.territoire <> 'contrat', c.territoire, c.rang desc), '[]') as reponse
  from ${TABLES} and c.indicateur_id = $3`;

const COURANTES = `
  select coalesce(json_agg(json_build_object(${RESUME}) order by c.indicateur_id, c.annee, c.territoire), '[]') as reponse
  from ${TABLES} and ${COURANTE}`;

/** Reads of the values that were computed from facts. */
@Injectable()
export class CalculsReader {
  constructor(private readonly base: Base) {}

  /** All that was computed of an indicator, the newest year first, what stands before what it replaced. */
  async deLIndicateur({ contratId, role }: Acteur, id: string): Promise<ValeurCalculeeLue[]> {
    const valeurs = [contratId, role !== 'lecteur', id];
    const [ligne] = await this.base.lire<{ reponse: ValeurCalculeeLue[] }>('calculs', D_UN_INDICATEUR, valeurs);
    return ligne?.reponse ?? [];
  }

  /** Those that stand, for the whole contrat. */
  async courantes({ contratId, role }: Acteur): Promise<ValeurCalculeeResumee[]> {
    const valeurs = [contratId, role !== 'lecteur'];
    const [ligne] = await this.base.lire<{ reponse: ValeurCalculeeResumee[] }>('calculs-courants', COURANTES, valeurs);
    return ligne?.reponse ?? [];
  }
}
