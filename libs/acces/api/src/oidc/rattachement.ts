import { Injectable } from '@nestjs/common';
import type { Acteur } from '@pleniere/acces/domain';
import { Base } from '@pleniere/shared/api';
import type { EntityManager } from 'typeorm';
import { Connexions } from '../connexions/connexions';
import type { Origine } from '../connexions/origine';
import { Journal } from '../journal/journal';
import { ACTEUR } from '../session/sessions';
import type { Identite } from './fournisseur';

/** What an identity opens here: an account, nothing since the mandat is over, or nothing yet. */
export type Rattache = { acteur: Acteur } | 'sans-mandat' | 'inconnu';

interface CompteLu {
  contratId: string;
  compteId: string;
  personneId: string;
  email: string;
  lie: boolean;
  acteur: Acteur | null;
}

const compte = (filtre: string): string => `
  select c.contrat_id as "contratId", c.id as "compteId", c.personne_id as "personneId", c.email,
    c.oidc_sub is not null as lie, case when h.compte_id is not null then ${ACTEUR} end as acteur
  from compte c left join habilitation h on (h.contrat_id, h.compte_id) = (c.contrat_id, c.id)
  where ${filtre}`;
const PAR_IDENTITE = compte('c.oidc_emetteur = $1 and c.oidc_sub = $2');
const PAR_EMAIL = compte('lower(c.email) = lower($1) and c.oidc_sub is null');
const PAR_CLE = compte('c.contrat_id = $1 and c.id = $2');

const LIER = `
  update compte set oidc_emetteur = $3, oidc_sub = $4, activation = null, activation_expire = null
  where contrat_id = $1 and id = $2 and oidc_sub is null
  returning 1`;

/** Finds whose identity it is: the account already linked to it, or the one that the team opened for its address. */
@Injectable()
export class Rattachement {
  constructor(
    private readonly base: Base,
    private readonly journal: Journal,
    private readonly connexions: Connexions,
  ) {}

  /** Identity gives no role: only an account that the team has opened, and a mandat of today, let anybody in. */
  async trouver(identite: Identite, origine: Origine): Promise<Rattache> {
    const { emetteur, sub } = identite;
    const [lie] = await this.base.lire<CompteLu>('compte-par-identite', PAR_IDENTITE, [emetteur, sub]);
    const trouve = lie ?? (await this.parAdresse(identite));
    if (!trouve) return 'inconnu';
    if (trouve.acteur) return { acteur: trouve.acteur };
    await this.connexions.consigner(trouve, 'sans-mandat', 'fournisseur', origine);
    return 'sans-mandat';
  }

  private async parAdresse({ emetteur, sub, email, emailSur }: Identite): Promise<CompteLu | null> {
    if (!emailSur) return null;
    const [invite] = await this.base.lire<CompteLu>('compte-a-lier', PAR_EMAIL, [email]);
    if (!invite) return null;
    return this.base.transaction((tx) => this.lier(tx, invite, emetteur, sub));
  }

  private async lier(tx: EntityManager, invite: CompteLu, emetteur: string, sub: string): Promise<CompteLu | null> {
    const { contratId, compteId } = invite;
    const [, lies] = await tx.query<[unknown[], number]>(LIER, [contratId, compteId, emetteur, sub]);
    const [lie] = await tx.query<CompteLu[]>(PAR_CLE, [contratId, compteId]);
    if (lies === 0 || !lie) return null;
    const auteur = { contratId, personneId: lie.personneId, nom: lie.acteur?.nom ?? lie.email };
    await this.journal.inscrire(tx, auteur, { objet: 'compte', objetId: compteId, champ: 'fournisseur', apres: 'lié' });
    return lie;
  }
}
