import { Injectable } from '@nestjs/common';
import type { Acteur, MonContrat, PreuveDeCompte } from '@pleniere/acces/domain';
import { Base, enConflit, refuse } from '@pleniere/shared/api';
import type { EntityManager } from 'typeorm';
import { verifierHachage } from '../compte/hachage';
import { Identification, type Navigateur, type SessionNouvelle } from '../compte/identification';
import { Journal } from '../journal/journal';
import { SecondsFacteurs } from '../second-facteur/seconds-facteurs';
import { ACTEUR } from '../session/sessions';

const LISTER = `
  select coalesce(json_agg(json_build_object('contratId', c.id, 'titreCourt', c.titre_court, 'couleur', c.couleur,
    'role', h.role, 'organisation', o.nom, 'courant', c.id = $1) order by c.id = $1 desc, c.titre_court), '[]') as reponse
  from (select $1::uuid as contrat_id, $2::uuid as compte_id union all select * from comptes_relies($1, $2)) m
  join habilitation h on (h.contrat_id, h.compte_id) = (m.contrat_id, m.compte_id)
  join contrat c on c.id = h.contrat_id
  left join organisation o on (o.contrat_id, o.id) = (h.contrat_id, h.organisation_id)`;

const PAR_EMAIL = `
  select ${ACTEUR} as acteur, c.mot_de_passe as "motDePasse", exists (select from second_facteur s
    where (s.contrat_id, s.compte_id) = (c.contrat_id, c.id) and s.active_le is not null) as "secondFacteur"
  from compte c join habilitation h on (h.contrat_id, h.compte_id) = (c.contrat_id, c.id)
  where lower(c.email) = lower($1) and c.contrat_id <> $2`;

// Both groups become one.
const RELIER = `
  with groupe as (
    select coalesce(
      (select identite from compte_relie where contrat_id = $1 and compte_id = $2),
      (select identite from compte_relie where contrat_id = $3 and compte_id = $4), gen_random_uuid()) as identite
  ), deplacees as (
    update compte_relie r set identite = groupe.identite from groupe
    where r.identite = (select identite from compte_relie where contrat_id = $3 and compte_id = $4)
  )
  insert into compte_relie (contrat_id, compte_id, identite)
  select v.contrat_id, v.compte_id, groupe.identite
  from groupe, (values ($1::uuid, $2::uuid), ($3::uuid, $4::uuid)) as v(contrat_id, compte_id)
  on conflict (contrat_id, compte_id) do nothing`;

const DELIER = `
  delete from compte_relie r using compte_relie moi
  where moi.contrat_id = $1 and moi.compte_id = $2 and r.identite = moi.identite and r.contrat_id = $3
  returning r.compte_id as "compteId"`;

const A_OUVRIR = `
  select ${ACTEUR} as acteur
  from comptes_relies($1, $2) m join habilitation h on (h.contrat_id, h.compte_id) = (m.contrat_id, m.compte_id)
  where m.contrat_id = $3`;

interface CompteProuve {
  acteur: Acteur;
  motDePasse: string | null;
  secondFacteur: boolean;
}

/** The contrats in which one person acts: each keeps its own account, which the person alone links to their others. */
@Injectable()
export class MesContrats {
  constructor(
    private readonly base: Base,
    private readonly identification: Identification,
    private readonly seconds: SecondsFacteurs,
    private readonly journal: Journal,
  ) {}

  /** The contrat of the session first, then the others by name. */
  async lister({ contratId, compteId }: Acteur): Promise<MonContrat[]> {
    const [ligne] = await this.base.lire<{ reponse: MonContrat[] }>('mes-contrats', LISTER, [contratId, compteId]);
    return ligne?.reponse ?? [];
  }

  /** Links the account of another contrat, once it is sure that it is the same person's. */
  async relier(acteur: Acteur, preuve: PreuveDeCompte): Promise<MonContrat[]> {
    const valeurs = [preuve.email, acteur.contratId];
    const [compte] = await this.base.lireAJour<CompteProuve>('compte-a-relier', PAR_EMAIL, valeurs);
    const juste = await verifierHachage(compte?.motDePasse ?? null, preuve.motDePasse);
    if (!compte || !juste) {
      const detail = 'L’adresse ou le mot de passe n’ouvre aucun compte d’un autre contrat.';
      throw refuse('Aucun contrat n’a été relié.', [{ pointer: '/motDePasse', detail }]);
    }
    await this.base.transaction((tx) => this.relierDans(tx, acteur, compte, preuve.code ?? ''));
    return this.lister(acteur);
  }

  /** Unlinks the account of a contrat from the person's others; one that is not linked is no matter. */
  async delier(acteur: Acteur, contratId: string): Promise<void> {
    await this.base.transaction(async (tx) => {
      const cle = [acteur.contratId, acteur.compteId, contratId];
      const [[delie]] = await tx.query<[{ compteId: string }[], number]>(DELIER, cle);
      if (!delie) return;
      const entree = { objet: 'compte', objetId: acteur.compteId, champ: 'contrats', avant: 'relié' };
      await this.journal.inscrire(tx, acteur, entree);
    });
  }

  /** Opens a session in another contrat of the person's, in place of the one that the browser holds; 409 when it is not theirs. */
  async ouvrir({ contratId, compteId }: Acteur, voulu: string, navigateur: Navigateur): Promise<SessionNouvelle> {
    const cle = [contratId, compteId, voulu];
    const [compte] = await this.base.lireAJour<{ acteur: Acteur }>('contrat-a-ouvrir', A_OUVRIR, cle);
    if (!compte)
      throw enConflit('Ce contrat n’est pas relié à votre compte : reliez-le d’abord, avec son mot de passe.');
    return this.base.transaction((tx) => this.identification.ouvrir(tx, compte.acteur, 'mot-de-passe', navigateur));
  }

  private async relierDans(
    tx: EntityManager,
    acteur: Acteur,
    { acteur: autre, secondFacteur }: CompteProuve,
    code: string,
  ): Promise<void> {
    if (secondFacteur && (await this.seconds.accepter(tx, autre, code)) === null) {
      const detail = 'Ce compte demande un second facteur : saisissez son code.';
      throw refuse('Aucun contrat n’a été relié.', [{ pointer: '/code', detail }]);
    }
    const cles = [acteur.contratId, acteur.compteId, autre.contratId, autre.compteId];
    try {
      await tx.query(RELIER, cles);
    } catch (erreur) {
      const { code: refus } = (erreur as { driverError?: { code?: string } }).driverError ?? {};
      throw refus === '23505' ? enConflit('Vous avez déjà relié un autre compte de ce contrat.') : erreur;
    }
    for (const cote of [acteur, autre]) {
      const entree = { objet: 'compte', objetId: cote.compteId, champ: 'contrats', apres: 'relié' };
      await this.journal.inscrire(tx, cote, entree);
    }
  }
}
