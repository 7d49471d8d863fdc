import { Injectable } from '@nestjs/common';
import type { Acteur } from '@pleniere/acces/domain';
import {
  estAttendue,
  LIBELLES_ABSENCES,
  LIMITES_IMPORT,
  mailleDe,
  ROLES_COLONNES,
  type RoleSimple,
  type TerritoireImportable,
  type TypeValeur,
  type Valeur,
  cleDe,
} from '@pleniere/indicateurs/domain';
import { Base, refuse, Tableurs } from '@pleniere/shared/api';
import { anneesDuContrat, type CelluleTableur, formaterNombre, type FormatTableur } from '@pleniere/shared/domain';
import type { EntityManager } from 'typeorm';
import { Horloge } from '../horloge';
import { ValeursService } from '../valeurs/valeurs.service';
import { jugerRepere } from './analyse';
import { ecrireDictionnaire, ecrireModeDEmploi, ecrireTerritoires } from './feuilles-du-modele';
import { type CadreLu, ImportsRepository, type IndicateurVise } from './imports.repository';

const LARGEURS = [38, 8, 48, 12, 24, 12, 12, 14, 12, 32, 32];

/** A line of the template before it is known whether the person may write it. */
interface Rangee {
  indicateur: IndicateurVise;
  territoire: TerritoireImportable;
  annee: number;
  type: TypeValeur;
  valeur?: Valeur;
  repere?: number;
}

/** The workbook to fill in: every cell that the person may write, with what it holds; imported unchanged, it changes nothing. */
@Injectable()
export class ModeleImport {
  constructor(
    private readonly base: Base,
    private readonly repository: ImportsRepository,
    private readonly valeurs: ValeursService,
    private readonly tableurs: Tableurs,
    private readonly horloge: Horloge,
  ) {}

  async composer(acteur: Acteur, format: FormatTableur, ficheId?: string): Promise<Uint8Array> {
    const { cadre, rangees } = await this.base.transaction(async (tx) => {
      const cadre = await this.repository.cadre(tx, acteur.contratId, ficheId);
      return { cadre, rangees: await this.rangees(tx, acteur, cadre) };
    });
    if (rangees.length > LIMITES_IMPORT.lignes) {
      const limite = formaterNombre(LIMITES_IMPORT.lignes);
      throw refuse(`Le modèle dépasserait ${limite} lignes\u00A0: demandez-le fiche par fiche.`);
    }
    const lignes = [[...ROLES_COLONNES], ...rangees.map(ligneDe)];
    const feuilles = [
      { nom: 'Valeurs', lignes, largeurs: LARGEURS },
      ecrireModeDEmploi(cadre.periode),
      ecrireDictionnaire(cadre.indicateurs),
      ecrireTerritoires(cadre.territoires),
    ];
    return this.tableurs.ecrire(feuilles, format);
  }

  private async rangees(tx: EntityManager, acteur: Acteur, cadre: CadreLu): Promise<Rangee[]> {
    const ids = cadre.indicateurs.map(({ id }) => id);
    const valeurs = await this.repository.valeurs(tx, acteur.contratId, ids);
    const connues = new Map(valeurs.map((valeur) => [cleDe(valeur), valeur]));
    const annees = anneesDuContrat(cadre.periode);
    const possibles = cadre.indicateurs.flatMap((indicateur) =>
      cadre.territoires
        .filter(({ code }) => mailleDe(code) === indicateur.maille)
        .flatMap((territoire) => annees.map((annee) => rangee(indicateur, territoire, annee, connues))),
    );
    const annee = this.horloge.annee();
    const utiles = possibles.filter(
      (possible) => possible.valeur ?? (possible.annee <= annee && estAttendue(possible.indicateur, possible.annee)),
    );
    const jugements = await this.valeurs.juger(tx, acteur, utiles.map(saisieVide));
    const permises = Map.groupBy(
      utiles.filter((_, rang) => jugements[rang] === null),
      ({ indicateur }) => indicateur.id,
    );
    return cadre.indicateurs.flatMap((indicateur) => [
      ...reperes(acteur, indicateur, cadre),
      ...(permises.get(indicateur.id) ?? []),
    ]);
  }
}

function rangee(
  indicateur: IndicateurVise,
  territoire: TerritoireImportable,
  annee: number,
  connues: ReadonlyMap<string, Valeur>,
): Rangee {
  const valeur = connues.get(
    cleDe({ indicateurId: indicateur.id, annee, territoire: territoire.code, ventilation: 'total' }),
  );
  return { indicateur, territoire, annee, type: 'va', valeur };
}

function saisieVide({ indicateur, territoire, annee }: Rangee): Parameters<ValeursService['juger']>[2][number] {
  const rien = {
    version: null,
    valeur: null,
    absence: null,
    qualite: 'provisoire',
    commentaire: '',
    source: '',
  } as const;
  return { ...rien, indicateurId: indicateur.id, territoire: territoire.code, ventilation: 'total', annee };
}

/** Baseline and targets, for who holds the pen of the fiche. */
function reperes(acteur: Acteur, indicateur: IndicateurVise, { territoires }: CadreLu): Rangee[] {
  const territoire = territoires.find(({ code }) => code === 'contrat');
  if (!territoire || jugerRepere(acteur, indicateur) !== null) return [];
  const { reference, cibles } = indicateur;
  return [
    ...(reference ? [{ ...reference, type: 'vi' as const }] : []),
    ...cibles.map((cible) => ({ ...cible, type: 'vc' as const })),
  ].map(({ annee, valeur, type }) => ({ indicateur, territoire, annee, type, repere: valeur }));
}

function celluleDe({ repere, valeur, indicateur }: Rangee): CelluleTableur {
  if (!valeur) return repere ?? '';
  if (valeur.absence) return LIBELLES_ABSENCES[valeur.absence].court;
  if (!Array.isArray(valeur.valeur)) return valeur.valeur;
  const libelles = new Map(indicateur.modalites.map((modalite) => [modalite.valeur, modalite.libelle]));
  // An answer that holds the sign between answers is told by its slug.
  return valeur.valeur
    .map((choix) => (/[;\n]/.test(libelles.get(choix) ?? ';') ? choix : (libelles.get(choix) ?? choix)))
    .join('; ');
}

function ligneDe(ligne: Rangee): CelluleTableur[] {
  const { indicateur, territoire, annee, type, valeur } = ligne;
  const cellules: Record<RoleSimple, CelluleTableur> = {
    identifiant_indic: indicateur.id,
    fiche: indicateur.fiche,
    indicateur: indicateur.libelle,
    zone_id: territoire.code,
    zone_nom: territoire.noms[0] ?? '',
    date_valeur: annee,
    type_valeur: type,
    valeur: celluleDe(ligne),
    qualite: valeur?.qualite ?? '',
    commentaire: valeur?.commentaire ?? '',
    source: valeur?.source ?? '',
  };
  return ROLES_COLONNES.map((role) => cellules[role]);
}
