import { Injectable } from '@nestjs/common';
import type { Acteur } from '@pleniere/acces/domain';
import {
  cellulesDEchange,
  cleDe,
  estAttendue,
  type LigneEchange,
  LIMITES_IMPORT,
  ROLES_COLONNES,
  seMesureA,
  type Valeur,
  ventilationsDe,
} from '@pleniere/indicateurs/domain';
import { Base, refuse, Tableurs } from '@pleniere/shared/api';
import { anneesDuContrat, type CelluleTableur, formaterNombre, type FormatTableur } from '@pleniere/shared/domain';
import type { EntityManager } from 'typeorm';
import { Horloge } from '../horloge';
import { ValeursService } from '../valeurs/valeurs.service';
import { jugerRepere } from './analyse';
import { ecrireDictionnaire, ecrireModeDEmploi, ecrireTerritoires } from './feuilles-du-modele';
import { type CadreLu, ImportsRepository, type IndicateurVise } from './imports.repository';

const LARGEURS = [38, 8, 48, 12, 24, 12, 12, 16, 14, 12, 32, 32];

/** A line of the template before it is known whether the person may write it. */
type Rangee = LigneEchange & { indicateur: IndicateurVise };

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
        .filter(({ code }) => seMesureA(code, indicateur))
        .flatMap((territoire) =>
          annees.flatMap((annee) =>
            (['total', ...ventilationsDe(indicateur)] as const).map((ventilation) =>
              rangee({ indicateur, territoire, annee, ventilation, type: 'va' }, connues),
            ),
          ),
        ),
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

function rangee(vide: Omit<Rangee, 'valeur' | 'repere'>, connues: ReadonlyMap<string, Valeur>): Rangee {
  const { indicateur, territoire, annee, ventilation } = vide;
  const cle = cleDe({ indicateurId: indicateur.id, annee, territoire: territoire.code, ventilation });
  return { ...vide, valeur: connues.get(cle) };
}

function saisieVide({
  indicateur,
  territoire,
  annee,
  ventilation,
}: Rangee): Parameters<ValeursService['juger']>[2][number] {
  const rien = {
    version: null,
    valeur: null,
    absence: null,
    qualite: 'provisoire',
    commentaire: '',
    source: '',
  } as const;
  return { ...rien, indicateurId: indicateur.id, territoire: territoire.code, ventilation, annee };
}

/** Baseline and targets, for who holds the pen of the fiche. */
function reperes(acteur: Acteur, indicateur: IndicateurVise, { territoires }: CadreLu): Rangee[] {
  const territoire = territoires.find(({ code }) => code === 'contrat');
  if (!territoire || jugerRepere(acteur, indicateur) !== null) return [];
  const { reference, cibles } = indicateur;
  return [
    ...(reference ? [{ ...reference, type: 'vi' as const }] : []),
    ...cibles.map((cible) => ({ ...cible, type: 'vc' as const })),
  ].map(({ annee, valeur, type }) => ({
    ...{ indicateur, territoire, annee, type, repere: valeur },
    ventilation: 'total',
  }));
}

function ligneDe(ligne: Rangee): CelluleTableur[] {
  const cellules = cellulesDEchange(ligne);
  return ROLES_COLONNES.map((role) => cellules[role]);
}
