import { Injectable } from '@nestjs/common';
import type { Acteur } from '@pleniere/acces/domain';
import { enConflit, introuvable } from '@pleniere/shared/api';
import type { EntityManager } from 'typeorm';
import { Journal } from '../journal/journal';
import { empreinte, nouveauSecret } from '../session/secrets';

/** Link to hand to a person, so that they choose their password. */
export interface Invitation {
  /** `/activation/<jeton>`, on this server. */
  lien: string;
  /** Moment after which the link is worth nothing, ISO. */
  expire: string;
  /** True when the account was open already: the link changes its password. */
  ouvert: boolean;
}

const PRIS = 'select 1 from compte where lower(email) = lower($1) and (contrat_id, personne_id) <> ($2, $3)';

const INVITER = `
  insert into compte (contrat_id, personne_id, email, activation, activation_expire)
  values ($1, $2, $3, $4, now() + interval '7 days')
  on conflict (contrat_id, personne_id) do update
    set email = excluded.email, activation = excluded.activation, activation_expire = excluded.activation_expire
  returning id, activation_expire as expire, mot_de_passe is not null or oidc_sub is not null as ouvert`;

// An account that another identity opens already is left as it is.
const RATTACHER = `
  insert into compte (contrat_id, personne_id, email, oidc_emetteur, oidc_sub) values ($1, $2, $3, $4, $5)
  on conflict (contrat_id, personne_id) do update
    set oidc_emetteur = excluded.oidc_emetteur, oidc_sub = excluded.oidc_sub where compte.oidc_sub is null
  returning id`;
const IDENTITE_PRISE = 'select 1 from compte where oidc_emetteur = $1 and oidc_sub = $2';

/** Opens and closes the accounts of the people of a contrat. */
@Injectable()
export class Invitations {
  constructor(private readonly journal: Journal) {}

  /** Opens an account, or renews its link; an active account keeps its password until the link is used. */
  async inviter(tx: EntityManager, acteur: Acteur, personneId: string, email: string): Promise<Invitation> {
    await this.exigerLibre(tx, acteur, personneId, email);
    const jeton = nouveauSecret();
    const valeurs = [acteur.contratId, personneId, email, empreinte(jeton)];
    const [compte] = await tx.query<{ id: string; expire: Date; ouvert: boolean }[]>(INVITER, valeurs);
    if (!compte) throw new Error('an upsert gives a row');
    await this.journal.inscrire(tx, acteur, { objet: 'compte', objetId: compte.id, champ: 'invitation', apres: email });
    return { lien: `/activation/${jeton}`, expire: compte.expire.toISOString(), ouvert: compte.ouvert };
  }

  /** Opens the account of a person to an identity of the provider; throws 409 when either is already linked. */
  async rattacher(
    tx: EntityManager,
    acteur: Acteur,
    personneId: string,
    email: string,
    { emetteur, sub }: { emetteur: string; sub: string },
  ): Promise<void> {
    await this.exigerLibre(tx, acteur, personneId, email);
    const prise = await tx.query<unknown[]>(IDENTITE_PRISE, [emetteur, sub]);
    const [compte] =
      prise.length > 0
        ? []
        : await tx.query<{ id: string }[]>(RATTACHER, [acteur.contratId, personneId, email, emetteur, sub]);
    if (!compte) throw enConflit('Ce compte, ou cette identité, est déjà lié à un autre.');
    await this.journal.inscrire(tx, acteur, {
      objet: 'compte',
      objetId: compte.id,
      champ: 'fournisseur',
      apres: 'lié',
    });
  }

  /** Makes the account of a person, if any, follow their e-mail address. */
  async changerAdresse(tx: EntityManager, acteur: Acteur, personneId: string, email: string): Promise<void> {
    await this.exigerLibre(tx, acteur, personneId, email);
    const suivre = 'update compte set email = $3 where contrat_id = $1 and personne_id = $2';
    await tx.query(suivre, [acteur.contratId, personneId, email]);
  }

  /** Closes the account of a person with its sessions; throws 404 when they have none. */
  async fermer(tx: EntityManager, acteur: Acteur, personneId: string): Promise<void> {
    const supprimer = 'delete from compte where contrat_id = $1 and personne_id = $2 returning id, email';
    const cle = [acteur.contratId, personneId];
    const [[compte]] = await tx.query<[{ id: string; email: string }[], number]>(supprimer, cle);
    if (!compte) throw introuvable('Ce compte');
    await this.journal.inscrire(tx, acteur, {
      objet: 'compte',
      objetId: compte.id,
      champ: 'acces',
      avant: compte.email,
    });
  }

  private async exigerLibre(tx: EntityManager, acteur: Acteur, personneId: string, email: string): Promise<void> {
    const pris = await tx.query<unknown[]>(PRIS, [email, acteur.contratId, personneId]);
    if (pris.length > 0) throw enConflit('Cette adresse électronique ouvre déjà un compte.');
  }
}
