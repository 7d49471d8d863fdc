import { Injectable } from '@nestjs/common';
import { Journal } from '@pleniere/acces/api';
import type { Acteur } from '@pleniere/acces/domain';
import {
  type AnnulationImport,
  type CaseImport,
  cibleDe,
  estRepere,
  type Indicateur,
  type IndicateurSaisie,
  lettreDe,
  type Repere,
  type Valeur,
  cleDe,
} from '@pleniere/indicateurs/domain';
import { Base, enConflit } from '@pleniere/shared/api';
import type { Refus } from '@pleniere/shared/domain';
import { isDeepStrictEqual } from 'node:util';
import type { EntityManager } from 'typeorm';
import { IndicateursService } from '../definitions/indicateurs.service';
import type { SaisieSituee } from '../valeurs/lot';
import { ValeursRepository } from '../valeurs/valeurs.repository';
import { ValeursService } from '../valeurs/valeurs.service';
import { CASES_D_UN_LOT, jugerRepere } from './analyse';
import { type EcritureImport, ImportsRepository, type IndicateurVise } from './imports.repository';
import { ImportsService } from './imports.service';

const VIDE = { valeur: null, absence: null, qualite: 'provisoire', commentaire: '', source: '' } as const;

/** Why each thing that an import wrote is left as it stands; what is not here goes back. */
type Conservees = Map<EcritureImport, string>;

/** Undoes a whole import: what nobody touched since goes back to what it was, the rest stays and is told. */
@Injectable()
export class AnnulationDImport {
  constructor(
    private readonly base: Base,
    private readonly imports: ImportsService,
    private readonly repository: ImportsRepository,
    private readonly valeurs: ValeursService,
    private readonly cellules: ValeursRepository,
    private readonly indicateurs: IndicateursService,
    private readonly journal: Journal,
  ) {}

  annuler(acteur: Acteur, id: string): Promise<AnnulationImport> {
    return this.base.transaction(async (tx) => {
      const stocke = await this.imports.trouver(tx, acteur, id, { verrou: true });
      if (stocke.statut !== 'applique') throw enConflit('Seul un import appliqué s’annule, et une seule fois.');
      await this.repository.attendreSonTour(tx, acteur.contratId);
      const motif = `Annulation de l’import de ${stocke.fichier}`;
      const conservees: Conservees = new Map();
      const ecrites = stocke.ecritures;
      await this.retablirReperes(
        tx,
        acteur,
        ecrites.filter(({ type }) => type !== 'va'),
        conservees,
        motif,
      );
      await this.retablirValeurs(
        tx,
        acteur,
        ecrites.filter(({ type }) => type === 'va'),
        conservees,
        motif,
      );

      const motifs = new Map(
        [...conservees].map(([{ ligne, colonne }, raison]) => [`${lettreDe(colonne)}${ligne}`, raison]),
      );
      const rapport = stocke.rapport.map((lue): CaseImport => ({
        ...lue,
        motif: motifs.get(lue.cellule) ?? lue.motif,
      }));
      const retablies = ecrites.length - conservees.size;
      await this.repository.annuler(tx, acteur.contratId, id, { retablies, rapport });
      const avant = { fichier: stocke.fichier, ecrites: ecrites.length };
      const apres = { fichier: stocke.fichier, retablies, conservees: conservees.size };
      await this.journal.inscrire(tx, acteur, { objet: 'import', objetId: id, avant, apres, motif });
      return { retablies, conservees: rapport.filter(({ cellule }) => motifs.has(cellule)) };
    });
  }

  private async retablirValeurs(
    tx: EntityManager,
    acteur: Acteur,
    ecrites: readonly EcritureImport[],
    conservees: Conservees,
    motif: string,
  ): Promise<void> {
    const presentes = await this.cellules.verrouiller(tx, acteur.contratId, ecrites);
    const actuelles = new Map(presentes.map((valeur) => [cleDe(valeur), valeur]));
    const intactes = ecrites.filter((ecrite) => {
      const actuelle = actuelles.get(cleDe(ecrite));
      if (actuelle?.version === ecrite.version) return true;
      conservees.set(ecrite, changeeDepuis(actuelle));
      return false;
    });
    const saisies = intactes.map((ecrite) => saisieDAvant(ecrite, motif));
    const jugements = await this.valeurs.juger(tx, acteur, saisies);
    const permises = saisies.filter((_, rang) => {
      const [ecrite, refus] = [intactes[rang], jugements[rang] ?? null];
      if (ecrite && refus !== null) conservees.set(ecrite, refus);
      return refus === null;
    });
    for (let debut = 0; debut < permises.length; debut += CASES_D_UN_LOT) {
      await this.valeurs.enregistrerDans(tx, acteur, permises.slice(debut, debut + CASES_D_UN_LOT));
    }
  }

  private async retablirReperes(
    tx: EntityManager,
    acteur: Acteur,
    ecrites: readonly EcritureImport[],
    conservees: Conservees,
    motif: string,
  ): Promise<void> {
    if (ecrites.length === 0) return;
    const cadre = await this.repository.cadre(tx, acteur.contratId);
    const indicateurs = new Map(cadre.indicateurs.map((indicateur) => [indicateur.id, indicateur]));
    const parIndicateur = Map.groupBy(ecrites, ({ indicateurId }) => indicateurId);
    for (const id of [...parIndicateur.keys()].sort()) {
      const siennes = parIndicateur.get(id) ?? [];
      const indicateur = indicateurs.get(id);
      const permises = siennes.filter((ecrite) => {
        const refus = refusDeRetablir(acteur, ecrite, indicateur);
        if (refus !== null) conservees.set(ecrite, refus);
        return refus === null;
      });
      if (!indicateur || permises.length === 0) continue;
      await this.indicateurs.modifierDans(
        tx,
        acteur,
        id,
        indicateur.version,
        definitionDAvant(indicateur, permises),
        motif,
      );
    }
  }
}

function changeeDepuis(actuelle: Valeur | undefined): string {
  return actuelle ? `Modifiée depuis par ${actuelle.modifiePar}.` : 'Vidée depuis.';
}

function saisieDAvant(ecrite: EcritureImport, motif: string): SaisieSituee {
  const { indicateurId, annee, territoire, ventilation, version, avant, importAvant: importId } = ecrite;
  const etat = avant && !estRepere(avant) ? avant : VIDE;
  return { ...etat, indicateurId, annee, territoire, ventilation, version, importId, motif };
}

function refusDeRetablir(
  acteur: Acteur,
  { type, annee, repere }: EcritureImport,
  indicateur: IndicateurVise | undefined,
): Refus {
  if (!indicateur) return jugerRepere(acteur, indicateur);
  const actuel = type === 'vi' ? indicateur.reference : cibleDe(indicateur, annee);
  return isDeepStrictEqual(actuel, repere) ? jugerRepere(acteur, indicateur) : 'Modifiée depuis.';
}

function definitionDAvant(
  { cibles }: Pick<Indicateur, 'cibles'>,
  ecrites: readonly EcritureImport[],
): Partial<IndicateurSaisie> {
  const repereDe = ({ avant }: EcritureImport): Repere | null => (avant && estRepere(avant) ? avant : null);
  const reference = ecrites.find(({ type }) => type === 'vi');
  const changees = ecrites.filter(({ type }) => type === 'vc');
  const gardees = cibles.filter(({ annee }) => changees.every((ecrite) => ecrite.annee !== annee));
  const retablies = changees.flatMap((ecrite) => repereDe(ecrite) ?? []);
  return {
    ...(reference ? { reference: repereDe(reference) } : {}),
    ...(changees.length > 0 ? { cibles: [...gardees, ...retablies].sort((a, b) => a.annee - b.annee) } : {}),
  };
}
