import { Injectable } from '@nestjs/common';
import { Journal } from '@pleniere/acces/api';
import type { Acteur, EntreeJournal } from '@pleniere/acces/domain';
import { LETTRES_ENJEU, type TypeEnjeu } from '@pleniere/contrat/domain';
import {
  codeAffiche,
  codeCanonique,
  completude,
  manquesObligatoires,
  type ChampId,
  type ContenuFiche,
  type FicheLue,
  type FicheSaisie,
} from '@pleniere/fiches/domain';
import { Base, enConflit, refuse } from '@pleniere/shared/api';
import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { RevisionEntity } from '../circuit/revision.entity';
import { rattacher } from './champs/references';
import { FicheEntity } from './fiche.entity';
import { FichesReader } from './fiches.reader';

// Locked, so that two fiches created at once do not take the same rank.
const ENJEU = 'select type, numero from enjeu where contrat_id = $1 and id = $2 for update';
const DERNIER_RANG = `
  select coalesce(max(rang), 0) as rang, coalesce(bool_or(rang = $4), false) as pris
  from fiche where contrat_id = $1 and lettre = $2 and enjeu_numero = $3`;

/** Opens fiches and tells what happened to them. */
@Injectable()
export class FichesService {
  constructor(
    private readonly base: Base,
    private readonly fiches: FichesReader,
    private readonly journal: Journal,
  ) {}

  /** Opens a brouillon under an enjeu, at the asked rank or at the next one; throws 409 when the code is taken. */
  async creer(acteur: Acteur, saisie: FicheSaisie): Promise<FicheLue> {
    const id = await this.base.transaction((tx) => this.creerDans(tx, acteur, saisie));
    return this.fiches.lire(acteur, id);
  }

  /** The same in a transaction of the caller's, who may give the words of the journal and a first text; answers the id. */
  async creerDans(
    tx: EntityManager,
    acteur: Acteur,
    { enjeuId, rang, titre }: FicheSaisie,
    motif?: string,
    texte: Partial<ContenuFiche> = {},
  ): Promise<string> {
    const id = randomUUID();
    const code = await this.attribuerCode(tx, acteur, enjeuId, rang);
    const etat = { version: 1, modifieLe: new Date().toISOString(), modifiePar: acteur.nom };
    const contenu = { ...texte, titre };
    const champs = Object.fromEntries(Object.keys(contenu).map((champ) => [champ, etat]));
    await tx.insert(FicheEntity, {
      contratId: acteur.contratId,
      id,
      enjeuId,
      ...code,
      version: 1,
      statut: 'brouillon',
      revision: 1,
      contenu,
      champs,
      champsRemplis: completude(contenu, []).remplis,
      manquesObligatoires: manquesObligatoires(contenu),
    });
    const { contratId, nom: ouvertePar } = acteur;
    await tx.insert(RevisionEntity, {
      contratId,
      ficheId: id,
      numero: 1,
      ouvertePar,
      causeSorte: 'initiale',
      causeTexte: '',
    });
    for (const champ of Object.keys(texte) as ChampId[])
      await rattacher(tx, acteur.contratId, id, champ, contenu[champ]);
    await this.journal.inscrire(tx, acteur, { objet: 'fiche', objetId: id, ficheId: id, apres: contenu, motif });
    return id;
  }

  /** What changed on a fiche that the person may see, newest first. */
  async historique(acteur: Acteur, ref: string): Promise<EntreeJournal[]> {
    const { id } = await this.fiches.lire(acteur, ref);
    return this.journal.lire(acteur.contratId, { fiche: id });
  }

  private async attribuerCode(tx: EntityManager, { contratId }: Acteur, enjeuId: string, rang: number | null) {
    const [enjeu] = await tx.query<{ type: TypeEnjeu; numero: number }[]>(ENJEU, [contratId, enjeuId]);
    if (!enjeu)
      throw refuse('Choisissez un enjeu du contrat.', [{ pointer: '/enjeuId', detail: 'Cet enjeu n’existe pas.' }]);
    const place = { lettre: LETTRES_ENJEU[enjeu.type], enjeuNumero: enjeu.numero };
    const cle = [contratId, place.lettre, place.enjeuNumero, rang];
    const [dernier] = await tx.query<{ rang: number; pris: boolean }[]>(DERNIER_RANG, cle);
    const code = { ...place, rang: rang ?? (dernier?.rang ?? 0) + 1 };
    if (dernier?.pris) {
      const affiche = codeAffiche(codeCanonique({ lettre: code.lettre, enjeu: code.enjeuNumero, rang: code.rang }));
      throw enConflit(`Le code ${affiche} est déjà pris\u202F; un code ne sert qu’une fois.`);
    }
    return code;
  }
}
