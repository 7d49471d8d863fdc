import { type Acteur } from '@pleniere/acces/domain';
import {
  cleDe,
  type FiltreExport,
  type LigneEchange,
  masquerValeurs,
  type Territoire,
  type Valeur,
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

  /** Lines of an indicator that the filter keeps; what is hidden does not depend on the filter. */
  de(indicateur: IndicateurExporte, valeurs: readonly Valeur[]): LigneEchange[] {
    const estOuverte = possession(this.acteur, indicateur, this.cadre);
    const masques = masquerValeurs(indicateur, valeurs, this.cadre.seuil, estOuverte);
    const gardees = valeurs.filter((valeur) => this.garde(valeur));
    return [
      ...this.reperes(indicateur),
      ...gardees.flatMap((valeur) => {
        const territoire = this.territoires.get(valeur.territoire);
        const { annee, ventilation } = valeur;
        const ligne = {
          indicateur,
          annee,
          ventilation,
          type: 'va' as const,
          valeur,
          masque: masques.get(cleDe(valeur)),
        };
        return territoire ? [{ ...ligne, territoire }] : [];
      }),
    ];
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

  private garde({ annee, territoire, statut }: Valeur): boolean {
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
