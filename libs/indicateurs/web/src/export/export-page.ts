import { Component, computed, inject, input } from '@angular/core';
import { rxResource } from '@angular/core/rxjs-interop';
import { MatFormField, MatLabel } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { Router, RouterLink } from '@angular/router';
import {
  CONTENUS_EXPORT,
  type ContenuExport,
  type DemandeExport,
  FORMATS_EXPORT,
  type FormatExport,
  LIBELLES_CONTENUS_EXPORT,
  LIBELLES_FORMATS_EXPORT,
  LIBELLES_STATUTS_VALEUR,
  STATUTS_VALEUR,
  type StatutValeur,
} from '@pleniere/indicateurs/domain';
import { PlErreur, PlEtatVide, PlIcone, PlPage, PlSquelette } from '@pleniere/shared/ui';
import { codeLisible, IndicateursClient } from '../indicateurs-client';
import { CadreIndicateurs } from '../pages/cadre-indicateurs';
import { ExportClient } from './export-client';
import { phraseMasquees, phraseTaille } from './mots-export';

type Choix = Partial<Record<keyof DemandeExport, string | null>>;

const annee = (lue: string | undefined) => (/^\d{4}$/.test(lue ?? '') ? Number(lue) : undefined);

function parmi<T extends string>(connus: readonly T[], lu: string | undefined): T | undefined {
  return connus.find((connu) => connu === lu);
}

/** Values out of the product: what goes out, as what, its first lines, then the file; the choices live in the address. */
@Component({
  selector: 'pl-export-page',
  imports: [MatFormField, MatInput, MatLabel, PlErreur, PlEtatVide, PlIcone, PlPage, PlSquelette, RouterLink],
  providers: [CadreIndicateurs],
  templateUrl: './export-page.html',
  styleUrl: './export-page.scss',
})
export class ExportPage {
  private readonly router = inject(Router);
  private readonly client = inject(ExportClient);
  private readonly indicateurs = inject(IndicateursClient);
  protected readonly cadre = inject(CadreIndicateurs);

  readonly contenu = input<string>();
  readonly format = input<string>();
  /** Id of the only fiche. */
  readonly fiche = input<string>();
  /** Code of the only QPV, or of a commune with its QPV. */
  readonly territoire = input<string>();
  /** First and last years. */
  readonly de = input<string>();
  readonly a = input<string>();
  readonly statut = input<string>();

  protected readonly demande = computed((): DemandeExport => ({
    contenu: parmi<ContenuExport>(CONTENUS_EXPORT, this.contenu()) ?? 'valeurs',
    format: parmi<FormatExport>(FORMATS_EXPORT, this.format()) ?? 'xlsx',
    fiche: this.fiche(),
    ...(this.porteSurValeurs() && {
      territoire: this.territoire(),
      de: annee(this.de()),
      a: annee(this.a()),
      statut: parmi<StatutValeur>(STATUTS_VALEUR, this.statut()),
    }),
  }));
  protected readonly porteSurValeurs = computed(() => {
    const contenu = this.contenu();
    return contenu !== 'indicateurs' && contenu !== 'dictionnaire';
  });
  protected readonly apercu = this.client.apercu(() => this.demande());
  protected readonly adresse = computed(() => this.client.adresse(this.demande()));
  protected readonly fiches = rxResource({ stream: () => this.indicateurs.fiches() });

  protected readonly contenus = CONTENUS_EXPORT;
  protected readonly libellesContenus = LIBELLES_CONTENUS_EXPORT;
  protected readonly formats = FORMATS_EXPORT;
  protected readonly libellesFormats = LIBELLES_FORMATS_EXPORT;
  protected readonly statuts = STATUTS_VALEUR;
  protected readonly libellesStatuts = LIBELLES_STATUTS_VALEUR;
  protected readonly codeLisible = codeLisible;
  protected readonly taille = phraseTaille;
  protected readonly masquees = phraseMasquees;

  protected choisir(choix: Choix): void {
    void this.router.navigate([], { queryParams: choix, queryParamsHandling: 'merge', replaceUrl: true });
  }
}
