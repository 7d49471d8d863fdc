import { Component, computed, inject, input } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { SessionStore } from '@pleniere/acces/web';
import { type FicheDeGrille, LIBELLES_TYPES, TYPES_INDICATEUR } from '@pleniere/indicateurs/domain';
import { PlErreur, PlEtatVide, PlIcone, PlPage, PlSquelette } from '@pleniere/shared/ui';
import { TitreFenetre } from '@pleniere/shared/web';
import { GrilleValeurs } from '../../grille/grille-valeurs';
import { territoiresDe } from '../../grille/modele/lignes';
import type { GroupeGrille } from '../../grille/modele/groupe';
import { codeLisible, IndicateursClient } from '../../indicateurs-client';
import { CadreIndicateurs } from '../cadre-indicateurs';
import { EnteteFiche } from './entete-fiche';

/** What the address filters by. */
interface Filtres {
  fiche?: string | null;
  territoire?: string | null;
  type?: string | null;
  manque?: 'oui' | null;
}

/** Indicators of every fiche, or of one, over the years, in one grid; filters live in the address. */
@Component({
  selector: 'pl-indicateurs-page',
  imports: [EnteteFiche, GrilleValeurs, PlErreur, PlEtatVide, PlIcone, PlPage, PlSquelette, RouterLink],
  providers: [CadreIndicateurs],
  templateUrl: './indicateurs-page.html',
  styleUrl: './indicateurs-page.scss',
})
export class IndicateursPage {
  private readonly router = inject(Router);
  protected readonly cadre = inject(CadreIndicateurs);

  /** Code of the chosen fiche. */
  readonly fiche = input<string>();
  /** Code of the chosen QPV or commune. */
  readonly territoire = input<string>();
  /** Slug of the only type of indicators. */
  readonly type = input<string>();
  /** `oui` keeps the rows where a value is missing. */
  readonly manque = input<string>();

  protected readonly verifier = inject(SessionStore).peut('valeurs.valider');
  protected readonly saisir = inject(SessionStore).peut('valeurs.saisir');
  protected readonly lecture = inject(IndicateursClient).grille(() => this.fiche());
  protected readonly codeLisible = codeLisible;
  protected readonly types = TYPES_INDICATEUR.filter((type) => type !== 'contexte');
  protected readonly libellesTypes = LIBELLES_TYPES;
  protected readonly fiches = computed(() => (this.lecture.hasValue() ? this.lecture.value() : []));
  protected readonly seule = computed(() => this.fiches().find(({ code }) => code === this.fiche()) ?? null);
  protected readonly groupes = computed(() =>
    this.fiches()
      .map((fiche) => this.groupeDe(fiche))
      .filter(({ indicateurs }) => indicateurs.length > 0),
  );
  protected readonly filtree = computed(
    () => this.territoire() !== undefined || this.type() !== undefined || this.manque() === 'oui',
  );

  constructor() {
    inject(TitreFenetre).nommer('Indicateurs');
  }

  protected filtrer(filtres: Filtres): void {
    void this.router.navigate([], { queryParams: filtres, queryParamsHandling: 'merge' });
  }

  /** A fiche with its indicators of the chosen type that are measured on the chosen territory. */
  private groupeDe(fiche: FicheDeGrille): GroupeGrille {
    const territoires = this.cadre.dans(this.territoire(), this.cadre.territoiresDe(fiche));
    const entier = this.territoire() === undefined;
    const indicateurs = (fiche.indicateurs ?? []).filter((indicateur) => {
      if (this.type() !== undefined && indicateur.type !== this.type()) return false;
      return entier || (indicateur.maille !== 'contrat' && territoiresDe(indicateur, territoires).length > 0);
    });
    const nom = `${codeLisible(fiche.code)} ${fiche.titreCourt || fiche.titre}`;
    return {
      fiche: this.seule() ? null : { id: fiche.id, code: fiche.code, nom },
      indicateurs,
      territoires,
      territoiresPermis: fiche.droits.territoires,
    };
  }
}
