import type { Acteur } from '@pleniere/acces/domain';
import type { EntreeAInscrire } from '@pleniere/acces/api';
import {
  completude,
  manquesObligatoires,
  type ChampId,
  type ContenuFiche,
  type EtatChamp,
} from '@pleniere/fiches/domain';
import { isDeepStrictEqual } from 'node:util';
import type { EntityManager } from 'typeorm';
import type { FicheEntity } from '../fiche/fiche.entity';
import type { Pas, Suite } from './etats';

const FIGER = (fin: 'en_vigueur' | 'abandonnee') => `
  update revision r set ${fin}_le = now(), ${fin}_par = $3, correction = null,
    contenu = f.contenu, champs = f.champs, champs_remplis = f.champs_remplis, document = f.document
  from fiche f
  where r.contrat_id = $1 and r.fiche_id = $2 and r.numero = f.revision and (f.contrat_id, f.id) = (r.contrat_id, r.fiche_id)`;

const REMPLACER = `
  update revision set remplacee_le = now()
  where contrat_id = $1 and fiche_id = $2 and en_vigueur_le is not null and remplacee_le is null`;

const GARDER = 'insert into revision_reference select * from fiche_reference where contrat_id = $1 and fiche_id = $2';
const OUBLIER = 'delete from revision_reference where contrat_id = $1 and fiche_id = $2';

/** The working text enters in force, in the place of the one that was. */
export async function mettreEnVigueur({ tx, acteur, fiche }: Pas): Promise<Suite> {
  const cle = [fiche.contratId, fiche.id];
  await tx.query(REMPLACER, cle);
  await tx.query(FIGER('en_vigueur'), [...cle, acteur.nom]);
  await tx.query(OUBLIER, cle);
  return { enVigueur: fiche.revision };
}

const OUVRIR = `
  insert into revision (contrat_id, fiche_id, numero, ouverte_par, cause_sorte, cause_texte)
  select $1, $2, 1 + max(numero), $3, $4, $5 from revision where contrat_id = $1 and fiche_id = $2
  returning numero`;

/** What opens a revision, in the words of whoever opens it. */
export interface Cause {
  sorte: 'avenant' | 'decision' | 'import';
  texte: string;
}

/** Opens the next revision over the text in force, which stays readable with all that it names. */
export async function ouvrirRevision(
  tx: EntityManager,
  acteur: Pick<Acteur, 'nom'>,
  fiche: FicheEntity,
  { sorte, texte }: Cause,
): Promise<{ revision: number }> {
  const cle = [fiche.contratId, fiche.id];
  await tx.query(GARDER, cle);
  const [ouverte] = await tx.query<{ numero: number }[]>(OUVRIR, [...cle, acteur.nom, sorte, texte]);
  return { revision: ouverte?.numero ?? fiche.revision + 1 };
}

const RENDRE = `
  with anciennes as (delete from fiche_reference where contrat_id = $1 and fiche_id = $2)
  insert into fiche_reference select * from revision_reference where contrat_id = $1 and fiche_id = $2`;

const EN_VIGUEUR = 'select contenu, champs from revision where contrat_id = $1 and fiche_id = $2 and numero = $3';

interface Texte {
  contenu: Partial<ContenuFiche>;
  champs: Partial<Record<ChampId, EtatChamp>>;
}

/** Gives a revision up: its text is kept aside, the one in force is the fiche's again; tells each field that comes back. */
export async function revenirALaVigueur({
  tx,
  acteur,
  fiche,
  demande,
}: Pas): Promise<{ suite: Suite; entrees: EntreeAInscrire[] }> {
  const cle = [fiche.contratId, fiche.id];
  const [enVigueur] = await tx.query<Texte[]>(EN_VIGUEUR, [...cle, fiche.enVigueur]);
  if (!enVigueur || fiche.enVigueur === null)
    throw new Error('A guard lets only a revision over a text in force be given up');
  await tx.query(FIGER('abandonnee'), [...cle, acteur.nom]);
  await tx.query(RENDRE, cle);
  await tx.query(OUBLIER, cle);
  const { champs, revenus } = reprendre(fiche, enVigueur, acteur.nom);
  const { contenu } = enVigueur;
  const objet = { objet: 'fiche', objetId: fiche.id, ficheId: fiche.id, motif: demande.motif };
  return {
    suite: {
      revision: fiche.enVigueur,
      contenu,
      champs,
      champsRemplis: completude(contenu, []).remplis,
      manquesObligatoires: manquesObligatoires(contenu),
    },
    entrees: revenus.map((champ) => ({
      ...objet,
      champ,
      avant: fiche.contenu[champ] ?? null,
      apres: contenu[champ] ?? null,
    })),
  };
}

/** State of each field once the text in force is back: a version never serves two texts. */
function reprendre(
  fiche: FicheEntity,
  { contenu }: Texte,
  auteur: string,
): { champs: Texte['champs']; revenus: ChampId[] } {
  const revenus = (Object.keys(fiche.champs) as ChampId[]).filter(
    (champ) => !isDeepStrictEqual(fiche.contenu[champ], contenu[champ]),
  );
  const champs = { ...fiche.champs };
  for (const champ of revenus) {
    const version = (fiche.champs[champ]?.version ?? 0) + 1;
    champs[champ] = { version, modifieLe: new Date().toISOString(), modifiePar: auteur };
  }
  return { champs, revenus };
}
