import { type Acteur } from '@pleniere/acces/domain';
import {
  cleDe,
  compteDesPersonnes,
  type FiltreExport,
  type LigneEchange,
  type Masque,
  masquerValeurs,
  type StatutValeur,
  type Territoire,
  type Valeur,
  type ValeurCalculeeExportee,
} from '@pleniere/indicateurs/domain';
import { territoiresDeSaisie } from '../valeurs/plume';
import type { CadreExport, IndicateurExporte } from './export.repository';

/** Roles that read every figure: the team checks them all, the State answers for the contrat. */
const VOIENT_TOUT: readonly Acteur['role'][] = ['equipe', 'delegue'];

/** Tells which values of an indicator are the reader's own, and so never hidden from them. */
function possession(acteur: Acteur, { organisationIds }: IndicateurExporte, { ville }: CadreExport) {
  if (VOIENT_TOUT.includes(acteur.role)) return () => true;
  const territoires = territoiresDeSaisie(acteur, organisationIds, ville);
  return ({ territoire }: { territoire: Territoire }) => territoires?.includes(territoire) ?? true;
}

type Cellule = Pick<Valeur, 'indicateurId' | 'annee' | 'territoire' | 'ventilation' | 'valeur'>;

const enCellule = ({ indicateurId, annee, territoire, valeur }: ValeurCalculeeExportee): Cellule => ({
  ...{ indicateurId, annee, territoire, valeur },
  ventilation: 'total',
});

/** Turns the values of an indicator into lines, in the order of the file: baseline and targets, then values. */
export class LignesExport {
  private readonly territoires: ReadonlyMap<Territoire, CadreExport['territoires'][number]>;

  constructor(
    private readonly acteur: Acteur,
    private readonly cadre: CadreExport,
    private readonly filtre: FiltreExport,
  ) {
    this.territoires = new Map(cadre.territoires.map((territoire) => [territoire.code, territoire]));
  }

  /**
   * Lines of an indicator that the filter keeps, what is computed after what is declared of the same cell; what is hidden
   * does not depend on the filter.
   */
  de(
    indicateur: IndicateurExporte,
    valeurs: readonly Valeur[],
    calculees: readonly ValeurCalculeeExportee[],
  ): LigneEchange[] {
    const masqueDe = this.masques(indicateur, valeurs, calculees);
    const ligne = (valeur: Cellule) => {
      const territoire = this.territoires.get(valeur.territoire);
      const { annee, ventilation } = valeur;
      return territoire ? [{ indicateur, territoire, annee, ventilation, type: 'va' as const }] : [];
    };
    const parCellule = new Map(calculees.map((calculee) => [cleDe(enCellule(calculee)), calculee]));
    const cellules = new Map([...valeurs, ...calculees.map(enCellule)].map((cellule) => [cleDe(cellule), cellule]));
    const declarees = new Map(valeurs.map((valeur) => [cleDe(valeur), valeur]));
    return [
      ...this.reperes(indicateur),
      ...[...cellules].flatMap(([cle, cellule]) => {
        const [valeur, calculee] = [declarees.get(cle), parCellule.get(cle)];
        const commun = ligne(cellule);
        return [
          ...(valeur && this.garde(valeur) ? commun.map((une) => ({ ...une, valeur, masque: masqueDe(cle) })) : []),
          ...(calculee && this.garde(cellule)
            ? commun.map((une) => ({ ...une, calculee, masque: masqueDe(cle, true) }))
            : []),
        ];
      }),
    ];
  }

  /** What one nature hides of a cell, the other does not tell: both most often say the same number. */
  private masques(
    indicateur: IndicateurExporte,
    valeurs: readonly Valeur[],
    calculees: readonly ValeurCalculeeExportee[],
  ): (cle: string, calculee?: boolean) => Masque | undefined {
    const estOuverte = possession(this.acteur, indicateur, this.cadre);
    const { seuil } = this.cadre;
    const declares = masquerValeurs(indicateur, valeurs, seuil, estOuverte);
    const personnes = indicateur.calcul !== null && compteDesPersonnes(indicateur.calcul);
    const regle = personnes ? { ...indicateur, nature: 'nombre' as const } : indicateur;
    const calcules = masquerValeurs(regle, calculees.map(enCellule), seuil, estOuverte);
    return (cle, calculee = false) => {
      const [siens, autres] = calculee ? [calcules, declares] : [declares, calcules];
      return siens.get(cle) ?? (autres.has(cle) ? 'masque' : undefined);
    };
  }

  private reperes(indicateur: IndicateurExporte): LigneEchange[] {
    const { territoire: choisi, statut } = this.filtre;
    const territoire = this.territoires.get('contrat');
    if (!territoire || statut || (choisi !== undefined && choisi !== 'contrat')) return [];
    const { reference, cibles } = indicateur;
    const ecrits = [
      ...(reference ? [{ ...reference, type: 'vi' as const }] : []),
      ...cibles.map((cible) => ({ ...cible, type: 'vc' as const })),
    ];
    return ecrits
      .filter(({ annee }) => this.estDansLesAnnees(annee))
      .map(({ annee, valeur, type }) => ({
        indicateur,
        territoire,
        annee,
        type,
        ventilation: 'total',
        repere: valeur,
      }));
  }

  private garde({
    annee,
    territoire,
    statut,
  }: Pick<Valeur, 'annee' | 'territoire'> & { statut?: StatutValeur }): boolean {
    const { territoire: choisi, statut: voulu } = this.filtre;
    const communes = this.territoires.get(territoire)?.communes ?? [];
    const ici = choisi === undefined || choisi === territoire || communes.includes(choisi);
    return ici && this.estDansLesAnnees(annee) && (voulu === undefined || voulu === statut);
  }

  private estDansLesAnnees(annee: number): boolean {
    const { de = -Infinity, a = Infinity } = this.filtre;
    return annee >= de && annee <= a;
  }
}
