import type { INestApplicationContext } from '@nestjs/common';
import { Invitations, type Invitation } from '@pleniere/acces/api';
import type { Acteur } from '@pleniere/acces/domain';
import { Base, refuse, validerDto } from '@pleniere/shared/api';
import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { PremierContratDto } from './premier-contrat.dto';

const COULEUR = '#1b3a6b';

const OUVRIR = `
  with c as (
    insert into contrat (id, titre, titre_court, epci_siren, annee_debut, annee_fin, couleur)
    values ($1, $2, $3, $4, $5, $6, $7)
  ), o as (
    insert into organisation (id, contrat_id, nom, categorie, signataire) values ($8, $1, $9, 'epci', true)
  ), p as (
    insert into personne (id, contrat_id, nom, fonction, email) values ($10, $1, $11, $12, $13)
  )
  insert into mandat (contrat_id, personne_id, organisation_id, role, du)
  values ($1, $10, $8, 'equipe', (now() at time zone 'Europe/Paris')::date)`;

/** Writes the contrat, its métropole and its first person; gives who acts. Throws a problem when the years do not follow. */
export async function inscrireContrat(
  tx: EntityManager,
  contratId: string,
  { titre, titreCourt, siren, debut, fin, organisation, nom, fonction, email }: PremierContratDto,
): Promise<Acteur> {
  if (fin < debut || fin > debut + 15) {
    throw refuse('La dernière année doit suivre la première, de quinze ans au plus.');
  }
  const [organisationId, personneId] = [randomUUID(), randomUUID()];
  const cadre = [contratId, titre, titreCourt, siren, debut, fin, COULEUR, organisationId, organisation];
  await tx.query(OUVRIR, [...cadre, personneId, nom, fonction, email]);
  return { compteId: personneId, personneId, nom, fonction, contratId, role: 'equipe', organisationId };
}

/**
 * Opens an empty contrat with the first person of its team, and gives the link by which they choose their password.
 * Throws a problem in French when something is missing or when the address already opens an account.
 */
export async function ouvrirContrat(app: INestApplicationContext, saisie: object): Promise<Invitation> {
  const contrat = await validerDto(PremierContratDto, saisie);
  return app.get(Base).transaction(async (tx) => {
    const auteur = await inscrireContrat(tx, randomUUID(), contrat);
    return app.get(Invitations, { strict: false }).inviter(tx, auteur, auteur.personneId, contrat.email);
  });
}
