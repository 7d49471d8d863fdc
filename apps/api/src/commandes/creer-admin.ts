import type { INestApplicationContext } from '@nestjs/common';
import { Invitations, type Invitation } from '@pleniere/acces/api';
import { LIMITES_PERSONNE } from '@pleniere/acteurs/domain';
import { Base, introuvable, TexteSimple, validerDto } from '@pleniere/shared/api';
import { IsEmail, IsString } from 'class-validator';
import { randomUUID } from 'node:crypto';

/** Who joins the team of a contrat, from the command line. */
export class NouvelAdminDto {
  /** Words of the contrat's public address: `tours-metropole`. */
  @IsString()
  contrat!: string;

  @TexteSimple(LIMITES_PERSONNE.nom)
  nom!: string;

  @TexteSimple(LIMITES_PERSONNE.fonction)
  fonction!: string;

  @IsEmail()
  email!: string;
}

const METROPOLE = `
  select c.id as "contratId", o.id as "organisationId" from contrat c join organisation o on o.contrat_id = c.id
  where c.adresse = $1 and o.categorie = 'epci' order by o.signataire desc, o.nom limit 1`;

const ENTRER = `
  with p as (insert into personne (id, contrat_id, nom, fonction, email) values ($1, $2, $3, $4, $5))
  insert into mandat (contrat_id, personne_id, organisation_id, role, du)
  values ($2, $1, $6, 'equipe', (now() at time zone 'Europe/Paris')::date)`;

/**
 * Puts somebody in the team of a contrat whose own team can no longer enter, and gives the link by which they choose
 * their password. Throws a problem in French when the contrat is unknown or the address already opens an account.
 */
export async function creerAdmin(app: INestApplicationContext, saisie: object): Promise<Invitation> {
  const { contrat, nom, fonction, email } = await validerDto(NouvelAdminDto, saisie);
  return app.get(Base).transaction(async (tx) => {
    const [trouve] = await tx.query<{ contratId: string; organisationId: string }[]>(METROPOLE, [contrat]);
    if (!trouve) throw introuvable(`Le contrat « ${contrat} »`);
    const personneId = randomUUID();
    await tx.query(ENTRER, [personneId, trouve.contratId, nom, fonction, email, trouve.organisationId]);
    const auteur = { compteId: personneId, personneId, nom, fonction, role: 'equipe' as const, ...trouve };
    return app.get(Invitations, { strict: false }).inviter(tx, auteur, personneId, email);
  });
}
