import { Injectable } from '@nestjs/common';
import { Invitations, type Invitation } from '@pleniere/acces/api';
import { chercherEpci, epciDeReference, EN_VIGUEUR_DEPUIS, qpvDeReference } from '@pleniere/contrat/api';
import { Base, introuvable, refuse } from '@pleniere/shared/api';
import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { empreinteDuCode } from './code-installation';
import type { EpciPropose, InstallationDto } from './installation.dto';
import { inscrireContrat } from './ouvrir-contrat';

const ATTEND = `select exists (select from installation) and not exists (select from contrat) as reponse`;
const PRENDRE = `delete from installation where code_sha256 = $1 and not exists (select from contrat) returning seule`;

const COMMUNES = `
  insert into commune (contrat_id, code, nom) select $1, c.code, c.nom from jsonb_to_recordset($2::jsonb) as c(code text, nom text)`;
const VILLES = `
  insert into organisation (contrat_id, nom, categorie, commune_code, signataire)
  select $1, 'Ville de ' || c.nom, 'ville', c.code, true from jsonb_to_recordset($2::jsonb) as c(code text, nom text)`;
const QUARTIERS = `
  with q as (
    insert into qpv (contrat_id, code, libelle, generation, valid_from)
    select $1, q.code, q.libelle, 2024, $3 from jsonb_to_recordset($2::jsonb) as q(code text, libelle text)
    returning code
  )
  insert into qpv_commune (contrat_id, qpv_code, commune_code)
  select $1, q.code, c.code from jsonb_to_recordset($2::jsonb) as q(code text, communes jsonb),
    jsonb_to_recordset(q.communes) as c(code text)
  where q.code in (select code from q)`;
const ENJEUX = `
  insert into enjeu (contrat_id, type, numero, intitule, couleur)
  select $1, e.type, e.numero, e.intitule, e.couleur
  from jsonb_to_recordset($2::jsonb) as e(type text, numero int, intitule text, couleur text)`;

/** Axes of « Engagements Quartiers 2030 » (circular of 31 August 2023) that most contrats share; the team changes them as it likes. */
const ENJEUX_USUELS = [
  { type: 'transversal', numero: 1, intitule: 'Participation citoyenne', couleur: '#6b4ba3' },
  {
    type: 'transversal',
    numero: 2,
    intitule: 'Égalité entre les femmes et les hommes, lutte contre les discriminations',
    couleur: '#b0305c',
  },
  { type: 'transversal', numero: 3, intitule: 'Transition écologique dans les quartiers', couleur: '#2f7d46' },
  { type: 'thematique', numero: 1, intitule: 'Emploi, insertion et développement économique', couleur: '#b3590b' },
  { type: 'thematique', numero: 2, intitule: 'Éducation, jeunesse et parentalité', couleur: '#1f63a8' },
  { type: 'thematique', numero: 3, intitule: 'Santé et accès aux droits', couleur: '#0f766e' },
  { type: 'thematique', numero: 4, intitule: 'Cadre de vie, habitat et tranquillité', couleur: '#6d5a17' },
] as const;

/** First start: the EPCI is chosen by its name, and its contrat opens with its communes, quartiers and usual enjeux. */
@Injectable()
export class Installation {
  constructor(
    private readonly base: Base,
    private readonly invitations: Invitations,
  ) {}

  /** The product has no contrat yet and waits for its code. */
  async attend(): Promise<boolean> {
    const [ligne] = await this.base.lire<{ reponse: boolean }>('installation', ATTEND, []);
    return ligne?.reponse ?? false;
  }

  /** EPCI whose name or communes hold those words; 404 once the product is in use. */
  async chercher(recherche: string): Promise<EpciPropose[]> {
    if (!(await this.attend())) throw introuvable('Cette page');
    return chercherEpci(recherche).map(({ siren, nom, qpv }) => ({ siren, nom, ...this.territoires(qpv) }));
  }

  /** Opens the contrat and gives the link by which its first person chooses a password; 422 when the code is not the one shown. */
  ouvrir({ code, enjeuxUsuels, ...saisie }: InstallationDto): Promise<Invitation> {
    const epci = epciDeReference(saisie.siren);
    if (!epci)
      throw refuse('Choisissez une intercommunalité de la liste.', [
        { pointer: '/siren', detail: 'Cette intercommunalité n’a pas de quartier prioritaire connu.' },
      ]);
    return this.base.transaction(async (tx) => {
      const [, pris] = await tx.query<[unknown, number]>(PRENDRE, [empreinteDuCode(code)]);
      if (pris === 0) {
        const detail = 'Le code n’est pas celui qui s’affiche au démarrage du serveur.';
        throw refuse('Le contrat n’a pas été ouvert.', [{ pointer: '/code', detail }]);
      }
      const contratId = randomUUID();
      const auteur = await inscrireContrat(tx, contratId, { ...saisie, organisation: epci.nom });
      await this.remplir(tx, contratId, epci.qpv, enjeuxUsuels);
      return this.invitations.inviter(tx, auteur, auteur.personneId, saisie.email);
    });
  }

  private async remplir(tx: EntityManager, contratId: string, codes: string[], enjeux: boolean): Promise<void> {
    const { quartiers, communes } = this.territoires(codes);
    await tx.query(COMMUNES, [contratId, JSON.stringify(communes)]);
    await tx.query(VILLES, [contratId, JSON.stringify(communes)]);
    await tx.query(QUARTIERS, [contratId, JSON.stringify(quartiers), EN_VIGUEUR_DEPUIS]);
    if (enjeux) await tx.query(ENJEUX, [contratId, JSON.stringify(ENJEUX_USUELS)]);
  }

  private territoires(codes: string[]): Pick<EpciPropose, 'quartiers' | 'communes'> {
    const quartiers = codes.flatMap((code) => qpvDeReference(code) ?? []);
    const communes = new Map(quartiers.flatMap((qpv) => qpv.communes).map((commune) => [commune.code, commune]));
    return { quartiers, communes: [...communes.values()].sort((a, b) => a.nom.localeCompare(b.nom, 'fr')) };
  }
}
