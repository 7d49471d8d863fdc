import { Injectable } from '@nestjs/common';
import type { DemandeAccesSaisie, IdentiteVue } from '@pleniere/acces/domain';
import { Base, Config, Courriels, enConflit, introuvable, ProblemeException } from '@pleniere/shared/api';
import type { EntityManager } from 'typeorm';
import { Notifications } from '../notifications/notifications';
import { empreinte, nouveauSecret } from '../session/secrets';
import type { Depart, Identite } from './fournisseur';

const PARTIR = `
  insert into oidc_demande (id, etat, nonce, verificateur, retour, expire)
  values ($1, $2, $3, $4, $5, now() + interval '10 minutes')`;
const REVENIR = `
  delete from oidc_demande where id = $1 and identite is null and expire > now()
  returning etat, nonce, verificateur, retour`;
const RETENIR = `
  insert into oidc_demande (id, identite, expire) values ($1, $2, now() + interval '1 hour')`;

const VUE = `
  select json_build_object('nom', d.identite ->> 'nom', 'email', d.identite ->> 'email', 'siret', d.identite ->> 'siret',
    'contrats', (select coalesce(json_agg(json_build_object('id', c.id, 'titre', c.titre) order by c.titre), '[]')
      from contrat c)) as reponse
  from oidc_demande d where d.id = $1 and d.identite is not null and d.expire > now()`;

const RETENUE = `
  delete from oidc_demande where id = $1 and identite is not null and expire > now() returning identite`;
const DEMANDER = `
  insert into demande_acces (contrat_id, oidc_emetteur, oidc_sub, nom, email, siret, organisation, message)
  select c.id, $2, $3, $4, $5, $6, $7, $8 from contrat c where c.id = $1
  on conflict (contrat_id, oidc_emetteur, oidc_sub) where statut = 'en-attente' do nothing
  returning id`;
const EQUIPE = `
  select p.id as "personneId", p.nom, p.email from habilitation h
  join personne p on (p.contrat_id, p.id) = (h.contrat_id, h.personne_id)
  where h.contrat_id = $1 and h.role = 'equipe' and p.email is not null`;

interface MembreEquipe {
  personneId: string;
  nom: string;
  email: string;
}

function identitePerdue(): ProblemeException {
  return new ProblemeException({
    type: '/problemes/identite-perdue',
    status: 404,
    title: 'Votre identification est à reprendre.',
    detail: 'Plus d’une heure a passé, ou la demande est déjà envoyée. Recommencez depuis la page de connexion.',
  });
}

/** Browsers on their way to the provider and back, and what people unknown here ask of the team. */
@Injectable()
export class Demandes {
  constructor(
    private readonly base: Base,
    private readonly config: Config,
    private readonly courriels: Courriels,
    private readonly notifications: Notifications,
  ) {}

  /** Remembers a browser that leaves for the provider; gives the secret that it must bring back. */
  async partir({ etat, nonce, verificateur }: Depart, retour: string): Promise<string> {
    const secret = nouveauSecret();
    await this.base.entites.query('delete from oidc_demande where expire < now()');
    await this.base.entites.query(PARTIR, [empreinte(secret), etat, nonce, verificateur, retour]);
    return secret;
  }

  /** What was kept of a browser that comes back; once. Null when it left from elsewhere, too long ago, or came back already. */
  async revenir(secret: string | null): Promise<(Depart & { retour: string }) | null> {
    const cle = [empreinte(secret ?? '')];
    const [[depart]] = await this.base.entites.query<[(Depart & { retour: string })[], number]>(REVENIR, cle);
    return depart ?? null;
  }

  /** Keeps for an hour an identity that nobody here bears; gives the secret of the browser that may use it. */
  async retenir(identite: Identite): Promise<string> {
    const secret = nouveauSecret();
    await this.base.entites.query(RETENIR, [empreinte(secret), JSON.stringify(identite)]);
    return secret;
  }

  /** The identity that a browser holds, and the contrats that it may ask. */
  async lire(secret: string | null): Promise<IdentiteVue> {
    const cle = [empreinte(secret ?? '')];
    const [ligne] = await this.base.lire<{ reponse: IdentiteVue }>('identite-retenue', VUE, cle);
    if (!ligne) throw identitePerdue();
    return ligne.reponse;
  }

  /** Asks the team of a contrat; throws 409 when the same person is waiting already. */
  demander(secret: string | null, saisie: DemandeAccesSaisie): Promise<void> {
    return this.base.transaction(async (tx) => {
      const [[retenue]] = await tx.query<[{ identite: Identite }[], number]>(RETENUE, [empreinte(secret ?? '')]);
      if (!retenue) throw identitePerdue();
      const { emetteur, sub, nom, email, siret } = retenue.identite;
      const { contratId, organisation, message } = saisie;
      const contrats = await tx.query<unknown[]>('select 1 from contrat where id = $1', [contratId]);
      if (contrats.length === 0) throw introuvable('Ce contrat de ville');
      const valeurs = [contratId, emetteur, sub, nom, email, siret, organisation, message];
      const [demande] = await tx.query<{ id: string }[]>(DEMANDER, valeurs);
      if (!demande)
        throw enConflit('Votre demande est déjà arrivée : l’équipe du contrat de ville vous répondra par courriel.');
      await this.prevenir(tx, contratId, demande.id, nom, organisation);
      await this.notifications.annoncer(
        tx,
        { contratId, personneId: null },
        {
          sorte: 'demande-acces',
          evenement: `demande-acces/${demande.id}`,
          titre: `Demande d’accès de ${nom}`,
          texte: organisation,
          lien: '/acteurs/demandes',
          pour: { roles: ['equipe'] },
          permission: 'comptes.gerer',
        },
      );
    });
  }

  private async prevenir(
    tx: EntityManager,
    contratId: string,
    id: string,
    nom: string,
    organisation: string,
  ): Promise<void> {
    const texte = (equipier: string) =>
      `Bonjour ${equipier},\n\n${nom} (${organisation}) demande à entrer dans l’espace de travail du contrat de ville. ` +
      `Acceptez ou déclinez sa demande :\n${this.config.adresse}/acteurs/demandes`;
    for (const membre of await tx.query<MembreEquipe[]>(EQUIPE, [contratId])) {
      await this.courriels.envoyer(tx, {
        contratId,
        cle: `demande-acces/${id}/${membre.personneId}`,
        destinataire: membre,
        objet: `Demande d’accès de ${nom}`,
        texte: texte(membre.nom),
      });
    }
  }
}
