import { Injectable, type Type } from '@nestjs/common';
import type { Acteur } from '@pleniere/acces/domain';
import { enConflit, introuvable, perime, type ProblemeException } from '@pleniere/shared/api';
import { type EntityManager, type FindOptionsWhere, type QueryDeepPartialEntity, QueryFailedError } from 'typeorm';
import { Journal } from './journal';

/** What a versioned row of a contrat has. */
export interface EntiteVersionnee {
  version: number;
}

/** One kind of resource of a contrat: its entity, its words, and how an answer shows it. */
export interface Ressource<E extends EntiteVersionnee, L> {
  entite: Type<E>;
  /** Trade noun in the journal. */
  objet: string;
  /** « Cette organisation »: opens the sentence that says it is missing. */
  quoi: string;
  /** Says what to do when something else still names it. */
  utilise: string;
  /** Problems to raise for the constraints of the table, by name. */
  contraintes?: Readonly<Record<string, () => ProblemeException>>;
  /** Where it is, within the actor's contrat. */
  cle: (contratId: string, id: string) => FindOptionsWhere<E>;
  /** What an answer shows of it, null when it is not there. */
  lire: (tx: EntityManager, contratId: string, id: string) => Promise<L | null>;
  /** Throws when what would be written breaks a rule of the trade. */
  verifier?: (valeurs: E, acteur: Acteur) => void;
}

type Valeurs<E> = Partial<Omit<E, 'version'>>;

/** Writes versioned rows: guarded by contrat, id and version, and told to the journal in the same transaction. */
@Injectable()
export class Ecritures {
  constructor(private readonly journal: Journal) {}

  /** Inserts a row under its id and answers what it shows. */
  async creer<E extends EntiteVersionnee, L>(
    tx: EntityManager,
    acteur: Acteur,
    ressource: Ressource<E, L>,
    id: string,
    valeurs: Valeurs<E>,
  ): Promise<L> {
    const { objet } = ressource;
    const ligne = Object.assign(new ressource.entite(), valeurs, ressource.cle(acteur.contratId, id));
    ressource.verifier?.(ligne, acteur);
    await traduire(ressource, () => tx.insert(ressource.entite, ligne as QueryDeepPartialEntity<E>));
    await this.journal.inscrire(tx, acteur, { objet, objetId: id, apres: valeurs });
    return this.relire(tx, acteur, ressource, id);
  }

  /** Changes a row from the version that the caller has seen; the same values change nothing; 404 when absent, 412 with the current state when stale. */
  async modifier<E extends EntiteVersionnee, L>(
    tx: EntityManager,
    acteur: Acteur,
    ressource: Ressource<E, L>,
    id: string,
    version: number,
    valeurs: Valeurs<E>,
  ): Promise<L> {
    const avant = await this.trouver(tx, acteur, ressource, id, version);
    ressource.verifier?.(avant, acteur);
    ressource.verifier?.({ ...avant, ...valeurs }, acteur);
    const changes = changements(avant, valeurs);
    if (!changes) return this.relire(tx, acteur, ressource, id);

    const cle = { ...ressource.cle(acteur.contratId, id), version };
    const suivante = { ...valeurs, version: version + 1 } as QueryDeepPartialEntity<E>;
    const { affected } = await traduire(ressource, () => tx.update(ressource.entite, cle, suivante));
    const lu = await this.relire(tx, acteur, ressource, id);
    if (affected === 0) throw perime(lu);
    await this.journal.inscrire(tx, acteur, { objet: ressource.objet, objetId: id, ...changes });
    return lu;
  }

  /** Deletes a row from the version that the caller has seen; 409 when something still names it. */
  async supprimer<E extends EntiteVersionnee, L>(
    tx: EntityManager,
    acteur: Acteur,
    ressource: Ressource<E, L>,
    id: string,
    version: number,
  ): Promise<void> {
    const avant = await this.trouver(tx, acteur, ressource, id, version);
    ressource.verifier?.(avant, acteur);
    try {
      const { affected } = await tx.delete(ressource.entite, { ...ressource.cle(acteur.contratId, id), version });
      if (affected === 0) throw perime(await this.relire(tx, acteur, ressource, id));
    } catch (erreur) {
      throw refusDeLaBase(erreur)?.code === '23503' ? enConflit(ressource.utilise) : erreur;
    }
    await this.journal.inscrire(tx, acteur, { objet: ressource.objet, objetId: id, avant });
  }

  private async trouver<E extends EntiteVersionnee, L>(
    tx: EntityManager,
    acteur: Acteur,
    ressource: Ressource<E, L>,
    id: string,
    version: number,
  ): Promise<E> {
    const avant = await tx.findOneBy(ressource.entite, ressource.cle(acteur.contratId, id));
    if (!avant) throw introuvable(ressource.quoi);
    if (avant.version !== version) throw perime(await this.relire(tx, acteur, ressource, id));
    return avant;
  }

  private async relire<E extends EntiteVersionnee, L>(
    tx: EntityManager,
    acteur: Acteur,
    { lire, quoi }: Ressource<E, L>,
    id: string,
  ): Promise<L> {
    const lu = await lire(tx, acteur.contratId, id);
    if (lu === null) throw introuvable(quoi);
    return lu;
  }
}

/** The fields that really change, before and after; null when none does. */
function changements<E extends object>(avant: E, valeurs: Partial<E>): { avant: object; apres: object } | null {
  const ecrits = Object.entries(valeurs).filter(
    ([champ, valeur]) => valeur !== undefined && valeur !== avant[champ as keyof E],
  );
  if (ecrits.length === 0) return null;
  const etat = ecrits.map(([champ]) => [champ, avant[champ as keyof E]]);
  return { avant: consignable(etat), apres: consignable(ecrits) };
}

/** What the journal keeps of the fields: an image is told, not copied. */
function consignable(champs: unknown[][]): object {
  const image = (valeur: unknown) => typeof valeur === 'string' && valeur.startsWith('data:');
  return Object.fromEntries(champs.map(([champ, valeur]) => [champ, image(valeur) ? 'image' : valeur]));
}

async function traduire<E extends EntiteVersionnee, L, T>(
  { contraintes }: Ressource<E, L>,
  ecrire: () => Promise<T>,
): Promise<T> {
  try {
    return await ecrire();
  } catch (erreur) {
    const probleme = contraintes?.[refusDeLaBase(erreur)?.constraint ?? ''];
    throw probleme ? probleme() : erreur;
  }
}

function refusDeLaBase(erreur: unknown): { code?: string; constraint?: string } | null {
  return erreur instanceof QueryFailedError ? erreur.driverError : null;
}
