import { Component, computed, inject, signal } from '@angular/core';
import { type IndicateurLu, resultatsSansMesure } from '@pleniere/fiches/domain';
import { type Indicateur, LIBELLES_TYPES, TYPES_INDICATEUR } from '@pleniere/indicateurs/domain';
import {
  GraphiqueIndicateur,
  GrilleValeurs,
  type GroupeGrille,
  type LotEnregistre,
  SaisieDefinition,
} from '@pleniere/indicateurs/web';
import { anneesDuContrat, jourDeParis } from '@pleniere/shared/domain';
import { PlEtatVide, PlIcone, PlSquelette } from '@pleniere/shared/ui';
import { FicheStore } from '../../fiche/fiche-store';
import { Referentiels } from '../../fiche/referentiels';
import { integrer } from './integrer';

/** True when both say the same of a fiche but for its values. */
/** The indicators of a fiche: the grid where values are entered, then what each says over the years. */
@Component({
  selector: 'pl-indicateurs-fiche-page',
  imports: [GraphiqueIndicateur, GrilleValeurs, PlEtatVide, PlIcone, PlSquelette, SaisieDefinition],
  templateUrl: './indicateurs-page.html',
  styleUrls: ['../suivi.scss', './indicateurs-page.scss'],
})
export class IndicateursPage {
  private readonly store = inject(FicheStore);
  private readonly referentiels = inject(Referentiels);

  /** Id of the definition being changed, `neuf` for a new one. */
  protected readonly ouvert = signal<string | null>(null);
  protected readonly anneeCourante = Number(jourDeParis().slice(0, 4));
  protected readonly fiche = this.store.fiche;
  protected readonly indicateurs = computed(() => this.fiche()?.indicateurs ?? []);
  protected readonly territoires = computed(() => this.referentiels.territoiresDe(this.fiche()));
  /** What is read again after a cut reaches the grid, which keeps its own cells where it knows better. */
  protected readonly grille = computed<GroupeGrille[]>(() => [
    {
      fiche: null,
      indicateurs: this.indicateurs(),
      territoires: this.territoires(),
      territoiresPermis: this.fiche()?.droits.territoires ?? null,
    },
  ]);
  protected readonly resultats = computed(() => this.fiche()?.contenu.resultatsAttendus ?? []);
  /** Expected results without any indicator; null when each has one. */
  protected readonly sansMesure = computed(() => {
    const sans = resultatsSansMesure(this.resultats(), this.indicateurs());
    return sans.length > 0 ? sans : null;
  });
  protected readonly annees = computed(() => {
    const contrat = this.fiche()?.contrat;
    return contrat ? anneesDuContrat(contrat) : [];
  });
  protected readonly groupes = computed(() =>
    TYPES_INDICATEUR.map((type) => ({
      type,
      libelle: LIBELLES_TYPES[type],
      indicateurs: this.indicateurs().filter((indicateur) => indicateur.type === type),
    })).filter(({ indicateurs }) => indicateurs.length > 0),
  );

  protected integrer(lot: LotEnregistre): void {
    this.store.modifier(({ indicateurs }) => ({ indicateurs: integrer(indicateurs, lot) }));
  }

  protected definir(definition: Indicateur): void {
    this.ouvert.set(null);
    this.store.modifier(({ indicateurs }) => {
      const connu = indicateurs.some(({ id }) => id === definition.id);
      if (!connu) return { indicateurs: [...indicateurs, { ...definition, valeurs: [] }] };
      const changer = (autre: IndicateurLu): IndicateurLu =>
        autre.id === definition.id ? { ...autre, ...definition } : autre;
      return { indicateurs: indicateurs.map(changer) };
    });
  }
}
