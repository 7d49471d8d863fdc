import { Component, computed, inject, model } from '@angular/core';
import { type Ancre, champDe, type ChampId, CHAMPS_ECRITS, elementsDe } from '@pleniere/fiches/domain';
import { LIBELLES_VENTILATIONS, type Ventilation } from '@pleniere/indicateurs/domain';
import { PlSaisie } from '../../champs/saisie/saisie';
import { FicheStore } from '../../fiche/fiche-store';
import { Referentiels } from '../../fiche/referentiels';

const FICHE_ENTIERE: Ancre = { champ: null, elementId: null, valeur: null };
const EXTRAIT = 80;

/** Chooses what a message is about: the fiche, a field, an entry of its list, or one value of an indicator. */
@Component({
  selector: 'pl-ancre-choisie',
  imports: [PlSaisie],
  templateUrl: './ancre-choisie.html',
  styles: `
    :host {
      display: grid;
      gap: var(--pl-e1);
    }

    .valeur {
      display: grid;
      grid-template-columns: 6rem minmax(0, 1fr);
      gap: var(--pl-e1);
    }
  `,
})
export class AncreChoisie {
  private readonly fiches = inject(FicheStore);
  private readonly referentiels = inject(Referentiels);

  readonly ancre = model.required<Ancre>();

  protected readonly champs = CHAMPS_ECRITS.map(({ id }) => ({ id, libelle: champDe(id).libelle }));
  protected readonly indicateurs = computed(() => this.fiches.fiche()?.indicateurs ?? []);
  protected readonly choisi = computed(() => {
    const { champ, valeur } = this.ancre();
    return valeur ? `valeur/${valeur.indicateurId}` : (champ ?? '');
  });
  protected readonly elements = computed(() => {
    const { champ } = this.ancre();
    const elements = champ === null ? [] : elementsDe(champ, this.fiches.fiche()?.contenu ?? {});
    return elements.map(({ id, texte }) => ({
      id,
      texte: texte.length > EXTRAIT ? `${texte.slice(0, EXTRAIT)}…` : texte,
    }));
  });
  protected readonly indicateur = computed(() =>
    this.indicateurs().find(({ id }) => id === this.ancre().valeur?.indicateurId),
  );
  protected readonly annees = computed(() => {
    const { anneeDebut = 0, anneeFin = -1 } = this.fiches.fiche()?.contrat ?? {};
    return Array.from({ length: anneeFin - anneeDebut + 1 }, (_, rang) => anneeDebut + rang);
  });
  protected readonly territoires = computed(() => [
    { code: 'contrat', nom: 'Contrat entier' },
    ...this.referentiels.territoiresDe(this.fiches.fiche()),
  ]);
  protected readonly ventilations = Object.entries(LIBELLES_VENTILATIONS) as [Ventilation, string][];

  protected choisir({ target }: Event): void {
    const { value } = target as HTMLSelectElement;
    const indicateurId = /^valeur\/(.+)$/.exec(value)?.[1];
    if (!indicateurId) {
      this.ancre.set({ ...FICHE_ENTIERE, champ: value === '' ? null : (value as ChampId) });
      return;
    }
    const annees = this.annees();
    const annee = annees.find((une) => une === new Date().getFullYear()) ?? annees[0] ?? 0;
    this.ancre.set({
      ...FICHE_ENTIERE,
      valeur: { indicateurId, annee, territoire: 'contrat', ventilation: 'total' },
    });
  }

  protected choisirElement({ target }: Event): void {
    const { value } = target as HTMLSelectElement;
    this.ancre.update((ancre) => ({ ...ancre, elementId: value === '' ? null : value }));
  }

  protected preciser(partie: 'annee' | 'territoire' | 'ventilation', { target }: Event): void {
    const { value } = target as HTMLSelectElement;
    this.ancre.update(({ valeur, ...reste }) => ({
      ...reste,
      valeur: valeur && { ...valeur, [partie]: partie === 'annee' ? Number(value) : value },
    }));
  }
}
