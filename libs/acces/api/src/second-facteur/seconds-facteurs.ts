import { Injectable } from '@nestjs/common';
import {
  type Acteur,
  type EtatSecondFacteur,
  type MoyenConnexion,
  ROLES_A_SECOND_FACTEUR,
  type SecondFacteurPropose,
} from '@pleniere/acces/domain';
import { Base, enConflit, introuvable, refuse } from '@pleniere/shared/api';
import { Secret, TOTP } from 'otpauth';
import { toString as dessinerQr } from 'qrcode';
import type { EntityManager } from 'typeorm';
import { Journal } from '../journal/journal';
import { type CleCompte, Sessions } from '../session/sessions';
import { Coffre } from './coffre';
import { donnerCodes, utiliserCode } from './codes-secours';

const PERIODE_S = 30;
/** Clock drift allowed, in steps of thirty seconds either way. */
const DERIVE = 1;

const ETAT = `
  select json_build_object('actifLe', s.active_le, 'codesRestants', (select count(*)::int from code_secours k
    where (k.contrat_id, k.compte_id) = (s.contrat_id, s.compte_id) and k.utilise_le is null)) as reponse
  from second_facteur s where s.contrat_id = $1 and s.compte_id = $2 and s.active_le is not null`;

// Set up again as often as one likes, until it is active.
const PROPOSER = `
  insert into second_facteur (contrat_id, compte_id, secret) values ($1, $2, $3)
  on conflict (contrat_id, compte_id) do update set secret = excluded.secret where second_facteur.active_le is null
  returning 1`;

const LIRE = `
  select secret, active_le is not null as actif from second_facteur where contrat_id = $1 and compte_id = $2`;

// The step guards the write: of two uses of one code, the second changes nothing.
const USER = `
  update second_facteur set dernier_pas = $3, active_le = coalesce(active_le, now())
  where contrat_id = $1 and compte_id = $2 and secret = $4 and dernier_pas < $3
  returning 1`;

const RETIRER =
  'delete from second_facteur where contrat_id = $1 and compte_id = $2 and active_le is not null returning 1';

const PLUS_DU = 'update session set second_facteur_du = false where id = $1';
const EXIGE = 'select second_facteur_exige as exige from contrat where id = $1';

const DE_LA_PERSONNE = 'select id as "compteId" from compte where contrat_id = $1 and personne_id = $2';

interface FacteurLu {
  secret: string;
  actif: boolean;
}

const totp = (secret: string, label = ''): TOTP =>
  new TOTP({ issuer: 'Plénière', label, period: PERIODE_S, secret: Secret.fromBase32(secret) });

const dejaActif = () => enConflit('Votre second facteur est déjà actif : retirez-le avant d’en installer un autre.');

/** Second factors: a code of six digits from a telephone (TOTP, RFC 6238), and recovery codes. */
@Injectable()
export class SecondsFacteurs {
  constructor(
    private readonly base: Base,
    private readonly journal: Journal,
    private readonly sessions: Sessions,
    private readonly coffre: Coffre,
  ) {}

  /** Since when the account has one, and how many recovery codes are left. */
  async etat({ contratId, compteId }: CleCompte): Promise<EtatSecondFacteur> {
    const cle = [contratId, compteId];
    const [ligne] = await this.base.lire<{ reponse: EtatSecondFacteur }>('second-facteur', ETAT, cle);
    return ligne?.reponse ?? { actifLe: null, codesRestants: 0 };
  }

  /** A new secret to put into an authenticator; it counts once a code has proved it is there. */
  async proposer({ contratId, compteId }: CleCompte, email: string): Promise<SecondFacteurPropose> {
    const secret = new Secret({ size: 20 }).base32;
    const ecrits = await this.base.entites.query<unknown[]>(PROPOSER, [
      contratId,
      compteId,
      this.coffre.sceller(secret),
    ]);
    if (ecrits.length === 0) throw dejaActif();
    const adresse = totp(secret, email).toString();
    const dessin = await dessinerQr(adresse, { type: 'svg', margin: 2 });
    return { secret, adresse, image: `data:image/svg+xml;base64,${Buffer.from(dessin).toString('base64')}` };
  }

  /** Makes the second factor active and gives its recovery codes; one's other sessions are closed. */
  activer(acteur: Acteur, sessionId: string, code: string): Promise<string[]> {
    return this.base.transaction(async (tx) => {
      const facteur = await this.lire(tx, acteur);
      if (!facteur) throw enConflit('Commencez par installer un second facteur : le code QR a expiré ou a été retiré.');
      if (facteur.actif) throw dejaActif();
      if (!(await this.user(tx, acteur, facteur, code))) {
        const detail =
          'Ce code n’est pas celui du moment. Vérifiez l’heure de votre téléphone et recopiez le code affiché.';
        throw refuse('Le second facteur n’est pas encore actif.', [{ pointer: '/code', detail }]);
      }
      await this.sessions.revoquer(tx, acteur, sessionId);
      await tx.query(PLUS_DU, [sessionId]);
      await this.inscrire(tx, acteur, acteur.compteId, null, 'actif');
      return donnerCodes(tx, acteur);
    });
  }

  /** New recovery codes; the old ones are worth nothing any more. */
  renouvelerCodes(acteur: Acteur): Promise<string[]> {
    return this.base.transaction(async (tx) => {
      if (!(await this.lire(tx, acteur))?.actif) throw introuvable('Ce second facteur');
      return donnerCodes(tx, acteur);
    });
  }

  /** Removes one's own second factor; not where the contrat asks it of one's role. */
  retirer(acteur: Acteur): Promise<void> {
    return this.base.transaction(async (tx) => {
      const [contrat] = await tx.query<{ exige: boolean }[]>(EXIGE, [acteur.contratId]);
      if (contrat?.exige && ROLES_A_SECOND_FACTEUR.includes(acteur.role)) {
        throw enConflit('Votre contrat de ville exige un second facteur de votre rôle : il ne se retire pas.');
      }
      await this.supprimer(tx, acteur, acteur.compteId);
    });
  }

  /** Removes the second factor of somebody who has lost it, and closes their sessions. */
  reinitialiser(acteur: Acteur, personneId: string): Promise<void> {
    if (personneId === acteur.personneId) throw enConflit('Retirez votre propre second facteur depuis « Mon compte ».');
    return this.base.transaction(async (tx) => {
      const [compte] = await tx.query<{ compteId: string }[]>(DE_LA_PERSONNE, [acteur.contratId, personneId]);
      if (!compte) throw introuvable('Ce compte');
      await this.supprimer(tx, acteur, compte.compteId);
      await this.sessions.revoquer(tx, { contratId: acteur.contratId, compteId: compte.compteId });
    });
  }

  /** What the code is, when it opens the account: a code of the moment that has not served, or a recovery code; else null. */
  async accepter(tx: EntityManager, cle: CleCompte, code: string): Promise<MoyenConnexion | null> {
    const facteur = await this.lire(tx, cle);
    if (!facteur?.actif) return null;
    if (await this.user(tx, cle, facteur, code)) return 'second-facteur';
    return (await utiliserCode(tx, cle, code)) ? 'code-de-secours' : null;
  }

  private async lire(tx: EntityManager, { contratId, compteId }: CleCompte): Promise<FacteurLu | undefined> {
    const [facteur] = await tx.query<FacteurLu[]>(LIRE, [contratId, compteId]);
    return facteur;
  }

  private async user(tx: EntityManager, cle: CleCompte, { secret }: FacteurLu, code: string): Promise<boolean> {
    const maintenant = Date.now();
    const token = code.replace(/\s/g, '');
    const derive = totp(this.coffre.ouvrir(secret)).validate({ token, window: DERIVE, timestamp: maintenant });
    if (derive === null) return false;
    const pas = Math.floor(maintenant / 1000 / PERIODE_S) + derive;
    const [, ecrits] = await tx.query<[unknown[], number]>(USER, [cle.contratId, cle.compteId, pas, secret]);
    return ecrits === 1;
  }

  private async supprimer(tx: EntityManager, acteur: Acteur, compteId: string): Promise<void> {
    const [, retires] = await tx.query<[unknown[], number]>(RETIRER, [acteur.contratId, compteId]);
    if (retires === 0) throw introuvable('Ce second facteur');
    await this.inscrire(tx, acteur, compteId, 'actif', null);
  }

  private async inscrire(
    tx: EntityManager,
    acteur: Acteur,
    compteId: string,
    avant: string | null,
    apres: string | null,
  ): Promise<void> {
    await this.journal.inscrire(tx, acteur, {
      objet: 'compte',
      objetId: compteId,
      champ: 'secondFacteur',
      avant,
      apres,
    });
  }
}
