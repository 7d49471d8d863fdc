import { Component, computed, input } from '@angular/core';
import {
  estEnRetard,
  type FicheLue,
  LIBELLES_EXECUTION,
  LIBELLES_METEO,
  LIBELLES_STATUTS_FICHE,
} from '@pleniere/fiches/domain';
import { accorder, formaterDate, jourDeParis, typographier } from '@pleniere/shared/domain';
import { PlMeteo, PlPuceStatut } from '@pleniere/shared/ui';

/** What a fiche is and where it stands, in a look: who conducts it, its weather, its actions, ville by ville. */
@Component({
  selector: 'pl-ecran-fiche',
  imports: [PlMeteo, PlPuceStatut],
  templateUrl: './ecran-fiche.html',
  styleUrl: './ecran-fiche.scss',
})
export class EcranFiche {
  readonly fiche = input.required<FicheLue>();

  protected readonly executions = LIBELLES_EXECUTION;
  protected readonly statut = computed(() => LIBELLES_STATUTS_FICHE[this.fiche().statut]);
  protected readonly enjeu = computed(() => typographier(this.fiche().enjeu.intitule));
  protected readonly orientation = computed(() => typographier(this.fiche().orientationTexte ?? ''));
  protected readonly pilotes = computed(() =>
    (this.fiche().contenu.pilotes ?? []).map(({ libelle }) => libelle).join(', '),
  );
  protected readonly sensMeteo = computed(() => {
    const { meteo } = this.fiche();
    return meteo === null ? '' : LIBELLES_METEO[meteo].sens;
  });
  protected readonly actions = computed(() => {
    const { actions } = this.fiche();
    if (actions.length === 0) return null;
    const aujourdhui = jourDeParis();
    const faites = actions.filter(({ statut }) => statut === 'realisee').length;
    const retards = actions.filter((action) => estEnRetard(action, aujourdhui)).length;
    const prochaine = actions
      .filter(
        ({ statut, echeance }) => (statut === 'a-venir' || statut === 'en-cours') && (echeance ?? '') >= aujourdhui,
      )
      .sort((a, b) => (a.echeance ?? '').localeCompare(b.echeance ?? ''))[0];
    const dites = `${faites} sur ${accorder(actions.length, 'action')} ${faites < 2 ? 'réalisée' : 'réalisées'}`;
    return {
      taux: faites / actions.length,
      phrase: retards > 0 ? `${dites}, ${accorder(retards, 'en retard', 'en retard')}` : dites,
      prochaine: prochaine?.echeance
        ? `Prochaine échéance, le ${formaterDate(prochaine.echeance)}\u00A0: ${typographier(prochaine.titre)}`
        : null,
    };
  });
}
