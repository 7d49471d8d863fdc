import { Component, computed, input } from '@angular/core';
import {
  type Ecart,
  ecartDe,
  formaterValeur,
  type IndicateurAvecValeurs,
  libelleEcart,
  phraseEcart,
} from '@pleniere/indicateurs/domain';
import type { VilleEtQuartiers } from '../pages/cadre-indicateurs';

const CADRE = { gauche: 8, droite: 152 };
const MARQUES = { favorable: 'mieux placé', defavorable: 'moins bien placé', neutre: '' } as const;

/** One context indicator: each quarter against the EPCI, in figures and on one scale. */
@Component({
  selector: 'pl-ecarts-indicateur',
  templateUrl: './ecarts-indicateur.html',
  styleUrl: './ecarts-indicateur.scss',
})
export class EcartsIndicateur {
  readonly indicateur = input.required<IndicateurAvecValeurs>();
  readonly quartiers = input.required<VilleEtQuartiers['quartiers']>();

  protected readonly cadre = CADRE;
  /** Widest gap first. */
  private readonly ecarts = computed(() =>
    this.quartiers()
      .flatMap((quartier) => {
        const ecart = ecartDe(this.indicateur(), quartier.code);
        return ecart ? [{ ...quartier, ecart }] : [];
      })
      .sort((a, b) => Math.abs(b.ecart.ecart ?? 0) - Math.abs(a.ecart.ecart ?? 0)),
  );
  protected readonly couverture = computed(() => `${this.ecarts().length} QPV sur\u00A0${this.quartiers().length}`);
  protected readonly ensemble = computed(() => {
    const dernier = this.ecarts()[0]?.ecart;
    return dernier ? { texte: this.ecrire(dernier.ensemble), annee: dernier.annee } : null;
  });
  protected readonly phrase = computed(() => {
    const [premier] = this.ecarts();
    if (!premier) return 'Aucun écart à lire\u00A0: il manque la valeur de l’ensemble ou celles des quartiers.';
    return `Plus grand écart\u00A0: ${phraseEcart(premier.ecart, this.indicateur(), premier.nom)}`;
  });
  private readonly echelle = computed(() => {
    const nombres = this.ecarts().flatMap(({ ecart }) => [ecart.quartier, ecart.ensemble]);
    const [min, max] = [Math.min(0, ...nombres), Math.max(...nombres)];
    return (nombre: number) => CADRE.gauche + ((nombre - min) / (max - min || 1)) * (CADRE.droite - CADRE.gauche);
  });
  protected readonly lignes = computed(() =>
    this.ecarts().map(({ code, nom, ecart }) => ({
      code,
      nom,
      sens: ecart.sens,
      marque: MARQUES[ecart.sens],
      valeur: this.ecrire(ecart.quartier),
      annee: this.anneeDite(ecart),
      ecart: libelleEcart(ecart, this.indicateur()),
      x: this.echelle()(ecart.quartier),
      xEnsemble: this.echelle()(ecart.ensemble),
    })),
  );

  private anneeDite({ annee }: Ecart): string {
    return annee === this.ensemble()?.annee ? '' : ` (${annee})`;
  }

  private ecrire(nombre: number): string {
    return formaterValeur(nombre, this.indicateur());
  }
}
