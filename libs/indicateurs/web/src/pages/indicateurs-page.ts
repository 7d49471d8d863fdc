import { Component, computed, inject, input } from '@angular/core';
import { rxResource } from '@angular/core/rxjs-interop';
import { MatFormField, MatLabel } from '@angular/material/form-field';
import { MatOptgroup, MatOption, MatSelect } from '@angular/material/select';
import { Router, RouterLink } from '@angular/router';
import { SessionStore } from '@pleniere/acces/web';
import { PlErreur, PlEtatVide, PlIcone, PlPage, PlSquelette } from '@pleniere/shared/ui';
import { TitreFenetre } from '@pleniere/shared/web';
import { codeLisible, IndicateursClient } from '../indicateurs-client';
import { CadreIndicateurs } from './cadre-indicateurs';
import { GrilleFiche } from './grille-fiche';

/** Indicators of every fiche, or of one, over the years; filters live in the address. */
@Component({
  selector: 'pl-indicateurs-page',
  imports: [
    GrilleFiche,
    MatFormField,
    MatLabel,
    MatOptgroup,
    MatOption,
    MatSelect,
    PlErreur,
    PlEtatVide,
    PlIcone,
    PlPage,
    PlSquelette,
    RouterLink,
  ],
  providers: [CadreIndicateurs],
  templateUrl: './indicateurs-page.html',
  styleUrl: './indicateurs-page.scss',
})
export class IndicateursPage {
  private readonly client = inject(IndicateursClient);
  private readonly router = inject(Router);
  protected readonly cadre = inject(CadreIndicateurs);

  /** Code of the chosen fiche. */
  readonly fiche = input<string>();
  /** Code of the chosen QPV or commune. */
  readonly territoire = input<string>();

  protected readonly saisir = inject(SessionStore).peut('valeurs.saisir');
  protected readonly fiches = rxResource({ stream: () => this.client.fiches() });
  protected readonly codeLisible = codeLisible;
  protected readonly montrees = computed(() => {
    const fiches = this.fiches.hasValue() ? this.fiches.value() : [];
    const choisie = this.fiche();
    return choisie ? fiches.filter(({ code }) => code === choisie) : fiches;
  });

  constructor() {
    inject(TitreFenetre).nommer('Indicateurs');
  }

  protected filtrer(filtre: { fiche?: string | null; territoire?: string | null }): void {
    void this.router.navigate([], { queryParams: filtre, queryParamsHandling: 'merge' });
  }
}
