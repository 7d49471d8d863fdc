import { Component, computed, inject } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, Router } from '@angular/router';
import { aCompleter, estAVenir, type SeanceDialogueResume } from '@pleniere/participation/domain';
import { accorder, jourDeParis } from '@pleniere/shared/domain';
import { PlErreur, PlEtatVide, PlPage, PlSquelette } from '@pleniere/shared/ui';
import { RubriquesParticipation } from '../../rubriques-participation';
import { EspacesClient } from '../espaces-client';
import { ListeSeances } from './liste-seances';

const MOIS = new Intl.DateTimeFormat('fr-FR', { month: 'long', year: 'numeric', timeZone: 'UTC' });

/** Séances of every espace, as a calendar: to complete, to come, then month by month. */
@Component({
  selector: 'pl-seances-dialogue-page',
  imports: [ListeSeances, PlErreur, PlEtatVide, PlPage, PlSquelette, RubriquesParticipation],
  templateUrl: './seances-page.html',
  styleUrl: './seances-page.scss',
})
export class SeancesDialoguePage {
  private readonly client = inject(EspacesClient);
  private readonly router = inject(Router);
  private readonly route = inject(ActivatedRoute);
  private readonly choix = toSignal(this.route.queryParamMap, { initialValue: this.route.snapshot.queryParamMap });
  private readonly jour = jourDeParis();

  protected readonly seances = this.client.seances();
  protected readonly quartiers = this.client.quartiers();
  protected readonly noms = computed(() => new Map(this.quartiers().map(({ code, nom }) => [code, nom])));
  protected readonly quartier = computed(() => this.choix().get('quartier') ?? '');
  protected readonly espace = computed(() => this.choix().get('espace') ?? '');

  private readonly toutes = computed(() => (this.seances.hasValue() ? this.seances.value() : []));
  protected readonly espaces = computed(() =>
    [...new Map(this.toutes().map(({ espace }) => [espace.id, espace.nom]))]
      .map(([id, nom]) => ({ id, nom }))
      .sort((a, b) => a.nom.localeCompare(b.nom, 'fr')),
  );
  private readonly choisies = computed(() =>
    this.toutes().filter(
      ({ qpvCode, espace }) =>
        (!this.quartier() || qpvCode === this.quartier()) && (!this.espace() || espace.id === this.espace()),
    ),
  );
  protected readonly compte = computed(() => accorder(this.choisies().length, 'séance'));
  protected readonly groupes = computed(() => {
    const dues = this.choisies().filter((seance) => aCompleter(seance, this.jour).length > 0);
    const aVenir = this.choisies().filter((seance) => estAVenir(seance) && seance.date >= this.jour);
    const mois = new Map<string, SeanceDialogueResume[]>();
    for (const seance of this.choisies().filter((vue) => !dues.includes(vue) && !aVenir.includes(vue))) {
      const titre = MOIS.format(new Date(seance.date));
      mois.set(titre, [...(mois.get(titre) ?? []), seance]);
    }
    return [
      { titre: 'À compléter', seances: dues },
      { titre: 'À venir', seances: [...aVenir].reverse() },
      ...[...mois].map(([titre, seances]) => ({ titre, seances })),
    ].filter(({ seances }) => seances.length > 0);
  });

  protected filtrer(filtre: 'quartier' | 'espace', valeur: string): void {
    const queryParams = { [filtre]: valeur || null };
    void this.router.navigate([], {
      relativeTo: this.route,
      queryParams,
      queryParamsHandling: 'merge',
      replaceUrl: true,
    });
  }
}
