import { Injectable } from '@nestjs/common';
import type { Preuve } from '@pleniere/acces/domain';
import { Base, enConflit, type ProblemeException, refuse } from '@pleniere/shared/api';
import type { SessionOuverte } from '../droits/requete';
import { SecondsFacteurs } from '../second-facteur/seconds-facteurs';
import { Frein } from './frein';
import { verifierHachage } from './hachage';

const COMPTE = `
  select c.email, c.mot_de_passe as "motDePasse", coalesce(s.creee_le > now() - interval '10 minutes', false) as recente
  from compte c left join session s on (s.contrat_id, s.compte_id, s.id) = (c.contrat_id, c.id, $3)
  where c.contrat_id = $1 and c.id = $2`;

interface CompteLu {
  email: string;
  motDePasse: string | null;
  recente: boolean;
}

const RIEN = 'Rien n’a changé.';

const codeFaux = (): ProblemeException => {
  const detail = 'Ce code n’est pas celui du moment, ou il a déjà servi. Un code de secours convient aussi.';
  return refuse(RIEN, [{ pointer: '/code', detail }]);
};

const aReconnecter = (): ProblemeException =>
  enConflit('Déconnectez-vous, identifiez-vous de nouveau, puis recommencez dans les dix minutes.');

/** Makes sure that whoever sits there is the owner of the account, before something grave. */
@Injectable()
export class Preuves {
  constructor(
    private readonly base: Base,
    private readonly frein: Frein,
    private readonly seconds: SecondsFacteurs,
  ) {}

  /** By the password; where the account has none, by a log-in of the last ten minutes. Gives the address of the account. */
  exigerMotDePasse(session: SessionOuverte, adresse: string, { motDePasse }: Preuve): Promise<string> {
    return this.frein.tenter(session.acteur.compteId, adresse, async () => {
      const compte = await this.lire(session);
      if (compte.motDePasse === null && compte.recente) return compte.email;
      if (compte.motDePasse === null) throw aReconnecter();
      if (await verifierHachage(compte.motDePasse, motDePasse)) return compte.email;
      throw refuse(RIEN, [{ pointer: '/motDePasse', detail: 'Ce n’est pas votre mot de passe.' }]);
    });
  }

  /** By everything that one logs in with: the second factor too, where one is active. */
  async exigerTout(session: SessionOuverte, adresse: string, preuve: Preuve): Promise<string> {
    const email = await this.exigerMotDePasse(session, adresse, preuve);
    const { actifLe } = await this.seconds.etat(session.acteur);
    if (actifLe === null) return email;
    return this.frein.tenterPartout(session.acteur.compteId, adresse, async () => {
      const accepter = this.base.transaction((tx) => this.seconds.accepter(tx, session.acteur, preuve.code ?? ''));
      if ((await accepter) === null) throw codeFaux();
      return email;
    });
  }

  /** By a log-in of the last ten minutes, second factor included: where nothing can be typed. */
  async exigerRecente(session: SessionOuverte): Promise<void> {
    if (!(await this.lire(session)).recente) throw aReconnecter();
  }

  private async lire({ id, acteur }: SessionOuverte): Promise<CompteLu> {
    const cle = [acteur.contratId, acteur.compteId, id];
    const [compte] = await this.base.lire<CompteLu>('compte-a-prouver', COMPTE, cle);
    if (!compte) throw new Error('a session always has its account');
    return compte;
  }
}
