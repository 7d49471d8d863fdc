import { Injectable } from '@nestjs/common';
import type { Acteur, MonCompte } from '@pleniere/acces/domain';
import { Base, ProblemeException, refuse } from '@pleniere/shared/api';
import { Journal } from '../journal/journal';
import { empreinte } from '../session/secrets';
import { type CleCompte, Sessions } from '../session/sessions';
import { Frein } from './frein';
import { hacherMotDePasse, verifierHachage } from './hachage';

/** Whose account an activation link opens. */
export interface Titulaire {
  nom: string;
  email: string;
}

interface CompteLu extends CleCompte, Titulaire {
  personneId: string;
  motDePasse: string | null;
}

const COMPTE = `
  select c.contrat_id as "contratId", c.id as "compteId", c.personne_id as "personneId", p.nom, c.email,
    c.mot_de_passe as "motDePasse"
  from compte c join personne p on (p.contrat_id, p.id) = (c.contrat_id, c.personne_id)`;
const PAR_ID = `${COMPTE} where c.contrat_id = $1 and c.id = $2`;
const PAR_ACTIVATION = `${COMPTE} where c.activation = $1 and c.activation_expire > now()`;
const OUVERTURES = `
  select email, mot_de_passe is not null as "motDePasse", oidc_sub is not null as "fournisseurLie"
  from compte where contrat_id = $1 and id = $2`;

// The old hash guards the write: of two uses of one link, or two changes at once, the second changes nothing.
const ECRIRE = `
  update compte set mot_de_passe = $3, activation = null, activation_expire = null
  where contrat_id = $1 and id = $2 and mot_de_passe is not distinct from $4
  returning id`;

function ancienFaux(): ProblemeException {
  return refuse('Rien n’a changé.', [{ pointer: '/ancien', detail: 'Ce n’est pas votre mot de passe actuel.' }]);
}

function lienPerime(): ProblemeException {
  return new ProblemeException({
    type: '/problemes/lien-perime',
    status: 404,
    title: 'Ce lien d’activation ne sert plus.',
    detail: 'Il a déjà servi ou il a expiré. Demandez un autre lien à l’équipe du contrat de ville.',
  });
}

/** Local accounts: choose a password from an activation link, change it. */
@Injectable()
export class Comptes {
  constructor(
    private readonly base: Base,
    private readonly sessions: Sessions,
    private readonly journal: Journal,
    private readonly frein: Frein,
  ) {}

  /** How an account opens. */
  async ouvertures({ contratId, compteId }: CleCompte): Promise<Omit<MonCompte, 'secondFacteur'>> {
    const [compte] = await this.base.lire<Omit<MonCompte, 'secondFacteur'>>('mon-compte', OUVERTURES, [
      contratId,
      compteId,
    ]);
    if (!compte) throw new Error('a session always has its account');
    return compte;
  }

  /** Makes sure that whoever sits there is the owner of the account, before something grave; 422 when they are not. */
  exigerMotDePasse(acteur: Acteur, adresse: string, motDePasse: string): Promise<Titulaire> {
    return this.frein.tenter(acteur.compteId, adresse, async () => {
      const compte = await this.parId(acteur);
      if (compte && (await verifierHachage(compte.motDePasse, motDePasse))) return compte;
      const detail = 'Ce n’est pas votre mot de passe.';
      throw refuse('Rien n’a changé.', [{ pointer: '/motDePasse', detail }]);
    });
  }

  /** Changes one's own password and closes one's other sessions. */
  async changerMotDePasse(acteur: Acteur, sessionId: string, ancien: string, nouveau: string): Promise<void> {
    const compte = await this.parId(acteur);
    const juste = await verifierHachage(compte?.motDePasse ?? null, ancien);
    if (!compte || !juste) throw ancienFaux();
    await this.ecrire(compte, nouveau, ancienFaux, sessionId);
  }

  /** Whose account an activation link opens; throws 404 when the link is used, expired or unknown. */
  async titulaire(jeton: string): Promise<Titulaire> {
    const { nom, email } = await this.parActivation(jeton);
    return { nom, email };
  }

  /** Uses an activation link: sets the password, closes the sessions opened before. */
  async activer(jeton: string, motDePasse: string): Promise<void> {
    await this.ecrire(await this.parActivation(jeton), motDePasse, lienPerime);
  }

  private async parId({ contratId, compteId }: CleCompte): Promise<CompteLu | undefined> {
    const [compte] = await this.base.lire<CompteLu>('compte', PAR_ID, [contratId, compteId]);
    return compte;
  }

  private async parActivation(jeton: string): Promise<CompteLu> {
    const [compte] = await this.base.lire<CompteLu>('compte-par-activation', PAR_ACTIVATION, [empreinte(jeton)]);
    if (!compte) throw lienPerime();
    return compte;
  }

  private async ecrire(
    compte: CompteLu,
    motDePasse: string,
    depasse: () => ProblemeException,
    sessionGardee?: string,
  ): Promise<void> {
    const valeurs = [compte.contratId, compte.compteId, await hacherMotDePasse(motDePasse), compte.motDePasse];
    await this.base.transaction(async (tx) => {
      const [, ecrits] = await tx.query<[unknown[], number]>(ECRIRE, valeurs);
      if (ecrits === 0) throw depasse();
      await this.sessions.revoquer(tx, compte, sessionGardee);
      await this.journal.inscrire(tx, compte, { objet: 'compte', objetId: compte.compteId, champ: 'motDePasse' });
    });
  }
}
