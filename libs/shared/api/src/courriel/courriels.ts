import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type Courriel, type CourrielsDuContrat, OBJET_COURRIEL_MAX } from '@pleniere/shared/domain';
import type { EntityManager } from 'typeorm';
import { Base } from '../base/base';
import { enConflit, introuvable } from '../http/probleme.exception';
import { Taches } from '../taches/taches';
import { type Lettre, Poste } from './poste';

/** An e-mail to one person, in plain text; `cle` says what it is about, so that it leaves once. */
export interface CourrielAEnvoyer {
  contratId: string;
  cle: string;
  destinataire: { personneId: string | null; nom: string; email: string };
  objet: string;
  texte: string;
}

interface CleCourriel {
  contratId: string;
  id: string;
}

const TACHE = 'courriel';
/** Eleven tries over about half a day: long enough for a server to be repaired. */
const REPRISES = { essais: 11, delai: 60, delaiMax: 3 * 3600 };

const INSERER = `
  insert into courriel (contrat_id, cle, personne_id, nom, email, objet, texte, statut)
  values ($1, $2, $3, $4, $5, $6, $7, $8)
  on conflict (contrat_id, cle) do nothing
  returning id`;

// Counted before the try: a process that dies in the middle has tried.
const ESSAYER = `
  update courriel set essais = essais + 1 where (contrat_id, id) = ($1, $2) and statut = 'a-envoyer'
  returning id, nom, email, objet, texte`;

// A link that opens an account is for the person alone: it is shown only where somebody must hand it on.
const SANS_JETON = `regexp_replace(texte, '(/activation/)[^[:space:]]+', '\\1…', 'g')`;

const REMIS = `
  update courriel set statut = 'envoye', envoye_le = now(), erreur = null, texte = ${SANS_JETON}
  where (contrat_id, id) = ($1, $2)`;

const REFUSE = `
  update courriel set erreur = $3, statut = case when essais >= $4 then 'echec' else statut end
  where (contrat_id, id) = ($1, $2)`;

const RENVOYER = `
  update courriel set statut = 'a-envoyer', essais = 0, erreur = null
  where (contrat_id, id) = ($1, $2) and statut in ('echec', 'retenu')
  returning id`;

const RESUME = `'id', e.id, 'creeLe', e.cree_le, 'destinataire', json_build_object('nom', e.nom, 'email', e.email),
  'objet', e.objet, 'statut', e.statut`;

const page = (filtre: string) => `
  select coalesce(json_agg(json_build_object(${RESUME}) order by e.cree_le desc, e.id desc), '[]') as reponse
  from (select * from courriel where contrat_id = $1 ${filtre} order by cree_le desc, id desc limit 100) e`;

const LISTER = page('');
const LISTER_AVANT = page(`
  and (cree_le, id) < (select a.cree_le, a.id from courriel a where (a.contrat_id, a.id) = ($1, $2))`);

const LIRE = `
  select json_build_object(${RESUME}, 'texte', case statut when 'retenu' then texte else ${SANS_JETON} end, 'essais', e.essais, 'erreur', e.erreur,
    'envoyeLe', e.envoye_le) as reponse
  from courriel e where (contrat_id, id) = ($1, $2)`;

/** E-mails of a contrat: each kept, each sent once, tried again while the server is away. */
@Injectable()
export class Courriels implements OnModuleInit {
  constructor(
    private readonly base: Base,
    private readonly taches: Taches,
    private readonly poste: Poste,
  ) {}

  onModuleInit(): void {
    this.taches.definir<CleCourriel>(TACHE, (cle) => this.expedier(cle), REPRISES);
  }

  /**
   * Sends an e-mail once the transaction has committed; without a server it is kept where the team reads it. False, and
   * nothing is sent, when the contrat has had one under the same key.
   */
  async envoyer(tx: EntityManager, courriel: CourrielAEnvoyer): Promise<boolean> {
    const { contratId, cle, destinataire, objet, texte } = courriel;
    const { personneId, nom, email } = destinataire;
    const statut = this.poste.ouverte ? 'a-envoyer' : 'retenu';
    const valeurs = [contratId, cle, personneId, uneLigne(nom), email.trim(), sujet(objet), texte, statut];
    const [ligne] = await tx.query<{ id: string }[]>(INSERER, valeurs);
    if (ligne && this.poste.ouverte)
      await this.taches.ajouter(tx, TACHE, { contratId, id: ligne.id }, { cle: ligne.id });
    return ligne !== undefined;
  }

  /** Sends again what was given up or kept; throws 409 when it has left or will, or when nothing leaves from here. */
  async renvoyer(tx: EntityManager, { contratId, id }: CleCourriel): Promise<void> {
    if (!this.poste.ouverte) throw enConflit('Aucun serveur d’envoi n’est réglé : les courriels restent ici.');
    const [[ligne]] = await tx.query<[{ id: string }[], number]>(RENVOYER, [contratId, id]);
    if (!ligne) throw enConflit('Ce courriel est déjà parti, ou va partir.');
    await this.taches.ajouter(tx, TACHE, { contratId, id }, { cle: id });
  }

  /** A hundred e-mails, newest first: the last ones, or those before one of them. */
  async lister(contratId: string, avant?: string): Promise<CourrielsDuContrat> {
    const [ligne] = avant
      ? await this.base.lire<Page>('courriels-avant', LISTER_AVANT, [contratId, avant])
      : await this.base.lire<Page>('courriels', LISTER, [contratId]);
    return { envoi: this.poste.ouverte, courriels: ligne?.reponse ?? [] };
  }

  /** One e-mail in full; throws 404 when the contrat has no such. */
  async lire(contratId: string, id: string): Promise<Courriel> {
    const [ligne] = await this.base.lire<{ reponse: Courriel }>('courriel', LIRE, [contratId, id]);
    if (!ligne) throw introuvable('Ce courriel');
    return ligne.reponse;
  }

  private async expedier({ contratId, id }: CleCourriel): Promise<void> {
    const cle = [contratId, id];
    const [[lettre]] = await this.base.entites.query<[Lettre[], number]>(ESSAYER, cle);
    if (!lettre) return;
    try {
      await this.poste.remettre(lettre);
    } catch (erreur) {
      const raison = uneLigne((erreur as Error).message).slice(0, 500);
      await this.base.entites.query(REFUSE, [...cle, raison, REPRISES.essais]);
      throw erreur;
    }
    await this.base.entites.query(REMIS, cle);
  }
}

interface Page {
  reponse: CourrielsDuContrat['courriels'];
}

/** A header is one line: what would open another becomes a space. */
function uneLigne(texte: string): string {
  return texte.replace(/\p{Cc}+/gu, ' ').trim();
}

function sujet(objet: string): string {
  const ligne = uneLigne(objet);
  return ligne.length > OBJET_COURRIEL_MAX ? `${ligne.slice(0, OBJET_COURRIEL_MAX - 1)}…` : ligne;
}
