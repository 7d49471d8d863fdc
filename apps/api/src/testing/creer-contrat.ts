import type { INestApplication } from '@nestjs/common';
import type { Role } from '@pleniere/acces/domain';
import { Base } from '@pleniere/shared/api';
import { randomUUID } from 'node:crypto';
import { ouvrirClient, type Client } from './client';

/** Who acts in a test: one person per role, two référents of two villes. */
export type Personnage = 'equipe' | 'referentA' | 'referentB' | 'delegue' | 'contributeur' | 'lecteur';

/** A small contrat of its own for one test: 2 villes, 3 QPV (two in ville A, one in ville B), one enjeu. */
export interface ContratDeTest {
  contratId: string;
  enjeuId: string;
  orientationId: string;
  organisations: Record<'villeA' | 'villeB' | 'metropole' | 'prefecture' | 'bailleur', string>;
  personnes: Record<Personnage, string>;
  communes: { a: string; b: string };
  qpv: { a1: string; a2: string; b1: string };
  /** Client logged in as that person. */
  en: (personnage: Personnage, ailleurs?: INestApplication) => Promise<Client>;
}

const ROLES: Readonly<Record<Personnage, { role: Role; organisation: keyof ContratDeTest['organisations'] }>> = {
  equipe: { role: 'equipe', organisation: 'metropole' },
  referentA: { role: 'referent', organisation: 'villeA' },
  referentB: { role: 'referent', organisation: 'villeB' },
  delegue: { role: 'delegue', organisation: 'prefecture' },
  contributeur: { role: 'contributeur', organisation: 'bailleur' },
  lecteur: { role: 'lecteur', organisation: 'prefecture' },
};

const CADRE = `
with c as (
  insert into contrat (id, titre, titre_court, epci_siren, annee_debut, annee_fin, couleur)
  values ($1, 'Contrat de ville d’essai 2024-2030', 'Essai', '243700754', 2024, 2030, '#1d3f72')
), e as (
  insert into enjeu (id, contrat_id, type, numero, intitule, couleur)
  values ($2, $1, 'transversal', 1, 'Participation citoyenne', '#8a5a00')
), o as (
  insert into orientation (id, contrat_id, enjeu_id, texte) values ($3, $1, $2, 'Agir avec les habitants.')
), co as (
  insert into commune (contrat_id, code, nom) values ($1, '37261', 'Tours'), ($1, '37122', 'Joué-lès-Tours')
), q as (
  insert into qpv (contrat_id, code, libelle, generation, valid_from) values
    ($1, 'QN03709M', 'Sanitas', 2024, '2024-01-01'), ($1, 'QN03708M', 'Europe', 2024, '2024-01-01'),
    ($1, 'QN03702M', 'Rabière', 2024, '2024-01-01')
), qc as (
  insert into qpv_commune (contrat_id, qpv_code, commune_code) values
    ($1, 'QN03709M', '37261'), ($1, 'QN03708M', '37261'), ($1, 'QN03702M', '37122')
)
insert into organisation (id, contrat_id, nom, categorie, commune_code) values
  ($4, $1, 'Ville de Tours', 'ville', '37261'), ($5, $1, 'Ville de Joué-lès-Tours', 'ville', '37122'),
  ($6, $1, 'Tours Métropole', 'epci', null), ($7, $1, 'Préfecture', 'etat', null), ($8, $1, 'Val Habitat', 'bailleur', null)`;

const PERSONNE = `
with p as (insert into personne (id, contrat_id, nom, fonction, email) values ($1, $2, $3, $4, $5)),
m as (insert into mandat (contrat_id, personne_id, organisation_id, role, du) values ($2, $1, $6, $7, '2024-01-01'))
insert into compte (contrat_id, personne_id, email, mot_de_passe) values ($2, $1, $5, $8) returning id`;

/** Password of every account of the tests. */
export const MOT_DE_PASSE_TEST = 'Essai-2026-Sanitas!';
// Same password, hashed once with the cheapest argon2id parameters: tests log in often.
const EMPREINTE = '$argon2id$v=19$m=32,t=1,p=1$7HtpLSo4nTPyGQYv3YmC4A$tlfR7Mj6RySHUNDFWG9bwwYgtqhtq+SYphfIol9gYg4';

/** Creates a contrat that no other test sees, with its people, and gives logged-in clients. */
export async function creerContrat(app: INestApplication): Promise<ContratDeTest> {
  const base = app.get(Base);
  const [contratId, enjeuId, orientationId, villeA, villeB, metropole, prefecture, bailleur] = Array.from(
    { length: 8 },
    () => randomUUID() as string,
  ) as [string, string, string, string, string, string, string, string];
  const organisations = { villeA, villeB, metropole, prefecture, bailleur };
  await base.pool.query(CADRE, [contratId, enjeuId, orientationId, villeA, villeB, metropole, prefecture, bailleur]);

  const personnes = {} as Record<Personnage, string>;
  const comptes = {} as Record<Personnage, string>;
  for (const [personnage, { role, organisation }] of Object.entries(ROLES) as [
    Personnage,
    (typeof ROLES)[Personnage],
  ][]) {
    const id = randomUUID();
    const email = `${personnage.toLowerCase()}.${contratId.slice(0, 8)}@exemple.fr`;
    const { rows } = await base.pool.query<{ id: string }>(PERSONNE, [
      id,
      contratId,
      `Personne ${personnage}`,
      'Chargée de mission',
      email,
      organisations[organisation],
      role,
      EMPREINTE,
    ]);
    personnes[personnage] = id;
    comptes[personnage] = rows[0]?.id ?? '';
  }
  return {
    contratId,
    enjeuId,
    orientationId,
    organisations,
    personnes,
    communes: { a: '37261', b: '37122' },
    qpv: { a1: 'QN03709M', a2: 'QN03708M', b1: 'QN03702M' },
    en: (personnage, ailleurs = app) => ouvrirClient(ailleurs, { contratId, compteId: comptes[personnage] }),
  };
}
