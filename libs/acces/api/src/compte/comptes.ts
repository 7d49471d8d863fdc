import { Injectable } from '@nestjs/common';
import { type Acteur, type MonCompte, verifierMotDePasse } from '@pleniere/acces/domain';
import { Base, ProblemeException, refuse } from '@pleniere/shared/api';
import { Journal } from '../journal/journal';
import { empreinte } from '../session/secrets';
import { type CleCompte, Sessions } from '../session/sessions';
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

const LIEU = `
  select titre_court as mot from contrat where id = $1
  union select nom from commune where contrat_id = $1
  union select o.nom from mandat m join organisation o on (o.contrat_id, o.id) = (m.contrat_id, m.organisation_id)
  where m.contrat_id = $1 and m.personne_id = $2`;

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

  /** Changes one's own password and closes one's other sessions. */
  async changerMotDePasse(acteur: Acteur, sessionId: string, ancien: string, nouveau: string): Promise<void> {
    const compte = await this.parId(acteur);
    const juste = await verifierHachage(compte?.motDePasse ?? null, ancien);
    if (!compte || !juste) throw ancienFaux();
    await this.exigerIndevinable(compte, nouveau, '/nouveau');
    await this.ecrire(compte, nouveau, ancienFaux, sessionId);
  }

  /** Whose account an activation link opens; throws 404 when the link is used, expired or unknown. */
  async titulaire(jeton: string): Promise<Titulaire> {
    const { nom, email } = await this.parActivation(jeton);
    return { nom, email };
  }

  /** Uses an activation link: sets the password, closes the sessions opened before. */
  async activer(jeton: string, motDePasse: string): Promise<void> {
    const compte = await this.parActivation(jeton);
    await this.exigerIndevinable(compte, motDePasse, '/motDePasse');
    await this.ecrire(compte, motDePasse, lienPerime);
  }

  /** What one guesses first of a password is where somebody works, and their name. */
  private async exigerIndevinable(compte: CompteLu, motDePasse: string, pointer: string): Promise<void> {
    const lieux = await this.base.lire<{ mot: string }>('mots-du-lieu', LIEU, [compte.contratId, compte.personneId]);
    const manque = verifierMotDePasse(motDePasse, [compte.nom, compte.email, ...lieux.map(({ mot }) => mot)]);
    if (manque !== null) throw refuse('Rien n’a changé.', [{ pointer, detail: manque }]);
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
