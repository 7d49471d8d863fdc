import { Injectable } from '@nestjs/common';
import type { Acteur, EntreeJournal } from '@pleniere/acces/domain';
import { Base } from '@pleniere/shared/api';
import type { EntityManager } from 'typeorm';

/** Who signs an entry of the journal; nobody’s person when the product acts by itself. */
export type Auteur = Pick<Acteur, 'contratId' | 'nom' | 'parDelegationDe'> & { personneId: string | null };

/** One change to append: the object, its field when only one changed, and both states. */
export interface EntreeAInscrire {
  /** Trade noun of what changed (`fiche`, `mandat`…). */
  objet: string;
  objetId: string;
  ficheId?: string;
  champ?: string;
  avant?: unknown;
  apres?: unknown;
  motif?: string;
}

/** What part of the journal is read: everything unless told. */
export interface FiltreJournal {
  fiche?: string;
  /** First day in Paris (`2026-11-01`), or the instant it starts from (`2026-11-01T08:00:00Z`). */
  depuis?: string;
  /** Last day, in Paris. */
  jusqua?: string;
  /** Who changed it. */
  personne?: string;
  /** For which organisation that person acted then. */
  organisation?: string;
  /** Trade noun of what changed. */
  objet?: string;
  /** Entry before which a further page is asked. */
  avant?: string;
}

const INSCRIRE = `
  insert into journal (contrat_id, personne_id, auteur, objet, objet_id, fiche_id, champ, avant, apres, motif)
  select $1, $2, $3, e.objet, e."objetId", e."ficheId", e.champ, e.avant, e.apres, e.motif
  from jsonb_to_recordset($4::jsonb) as e(objet text, "objetId" text, "ficheId" uuid, champ text,
    avant jsonb, apres jsonb, motif text)`;

const DERNIERE = '9223372036854775807';

// What the journal wrote of somebody who has been erased since is no longer shown.
const EFFACE = `exists (select from pseudonyme p where p.contrat_id = e.contrat_id and e.objet_id = any(p.objets))`;

const lecture = (filtre: string) => `
  select coalesce(json_agg(json_build_object(
    'id', e.id::text, 'quand', e.quand, 'auteur', json_build_object('id', e.personne_id, 'nom', auteur_affiche(e.contrat_id, e.personne_id, e.auteur)),
    'objet', e.objet, 'objetId', e.objet_id, 'ficheId', e.fiche_id, 'champ', e.champ,
    'avant', case when ${EFFACE} then null else e.avant end, 'apres', case when ${EFFACE} then null else e.apres end, 'motif', e.motif
  ) order by e.id desc), '[]') as reponse
  from (
    select * from journal j where contrat_id = $1 and id < $2
      and ($3::text is null or quand >= case when length($3) = 10 then $3::timestamp at time zone 'Europe/Paris' else $3::timestamptz end)
      and ($4::date is null or quand < ($4::date + 1)::timestamp at time zone 'Europe/Paris')
      and ($5::uuid is null or personne_id = $5) and ($6::text is null or objet = $6)
      and ($7::uuid is null or personne_id in (
        select m.personne_id from mandat m where m.contrat_id = $1 and m.organisation_id = $7
          and m.du <= (j.quand at time zone 'Europe/Paris')::date
          and (m.au is null or m.au >= (j.quand at time zone 'Europe/Paris')::date)))
      ${filtre}
    order by id desc limit 100) e`;

/** The append-only journal of a contrat. */
@Injectable()
export class Journal {
  constructor(private readonly base: Base) {}

  /** Appends entries in the transaction of the change that they tell. */
  async inscrire(tx: EntityManager, auteur: Auteur, entrees: EntreeAInscrire | EntreeAInscrire[]): Promise<void> {
    const lignes = JSON.stringify([entrees].flat());
    await this.base.lireDans(tx, 'journal-inscrire', INSCRIRE, [
      auteur.contratId,
      auteur.personneId,
      signature(auteur),
      lignes,
    ]);
  }

  /** The last hundred entries of that part, newest first. */
  async lire(contratId: string, filtre: FiltreJournal): Promise<EntreeJournal[]> {
    const { fiche, avant = DERNIERE, depuis, jusqua, personne, objet, organisation } = filtre;
    const valeurs = [contratId, avant, depuis, jusqua, personne, objet, organisation];
    const [ligne] = fiche
      ? await this.base.lire<Page>('journal-fiche', lecture('and fiche_id = $8'), [...valeurs, fiche])
      : await this.base.lire<Page>('journal', lecture(''), valeurs);
    return ligne?.reponse ?? [];
  }
}

/** An act is signed by whoever does it, even in the place of somebody else. */
export function signature({ nom, parDelegationDe }: Pick<Auteur, 'nom' | 'parDelegationDe'>): string {
  return parDelegationDe ? `${nom}, par délégation de ${parDelegationDe}` : nom;
}

interface Page {
  reponse: EntreeJournal[];
}
