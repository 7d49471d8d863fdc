import { Component, computed, inject, input } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, Router, RouterLink } from '@angular/router';
import type { ContratPublic, FichePublique } from '@pleniere/fiches/domain';
import { accorder } from '@pleniere/shared/domain';
import { PlErreur, PlEtatVide, PlSquelette } from '@pleniere/shared/ui';
import { TypoFr } from '../champs/typo-fr';
import { PublicClient } from './public-client';

interface EnjeuPublic {
  enjeu: FichePublique['enjeu'];
  fiches: FichePublique[];
}

function parEnjeu(fiches: readonly FichePublique[]): EnjeuPublic[] {
  const groupes = Map.groupBy(fiches, ({ enjeu }) => enjeu.libelle);
  return [...groupes.values()].flatMap((groupe) => (groupe[0] ? [{ enjeu: groupe[0].enjeu, fiches: groupe }] : []));
}

/** Fiches in force of one contrat, by enjeu, each in the two sentences written for residents. */
@Component({
  selector: 'pl-fiches-du-contrat',
  imports: [PlErreur, PlEtatVide, PlSquelette, RouterLink, TypoFr],
  template: `
    <header>
      @if (contrat().logo; as logo) {
        <img [src]="logo" alt="" />
      }
      <div>
        <h2>{{ contrat().titre }}</h2>
        @if (nombre(); as mots) {
          <p class="pl-discret">{{ mots }}</p>
        }
      </div>
      @if (quartiers().length > 1) {
        <label class="pl-ecran">
          Quartier
          <select #choix [value]="quartier()" (change)="choisir(choix.value)">
            <option value="">Tous les quartiers</option>
            @for (nom of quartiers(); track nom) {
              <option [value]="nom" [selected]="nom === quartier()">{{ nom }}</option>
            }
          </select>
        </label>
      }
    </header>
    @if (fiches.error(); as erreur) {
      <pl-erreur [erreur]="erreur" (reessayer)="fiches.reload()" />
    } @else {
      @for (groupe of enjeux(); track groupe.enjeu.libelle) {
        <section class="pl-teinte" [style.--pl-teinte]="groupe.enjeu.couleur">
          <h3>
            <span>{{ groupe.enjeu.libelle }}</span> {{ groupe.enjeu.intitule }}
          </h3>
          <ul>
            @for (fiche of groupe.fiches; track fiche.code) {
              <li>
                <h4>
                  <a [routerLink]="['/public', contrat().id, 'fiches', fiche.code]">{{ fiche.titre | typoFr }}</a>
                </h4>
                <p>{{ fiche.resumePublic | typoFr }}</p>
              </li>
            }
          </ul>
        </section>
      } @empty {
        @if (fiches.hasValue()) {
          <pl-etat-vide
            icone="fiches"
            titre="Aucune fiche en vigueur"
            texte="Elles s’afficheront ici dès leur adoption."
          />
        } @else {
          <pl-squelette [lignes]="6" />
        }
      }
    }
  `,
  styleUrl: './fiches-du-contrat.scss',
})
export class FichesDuContrat {
  readonly contrat = input.required<ContratPublic>();

  private readonly route = inject(ActivatedRoute);
  private readonly router = inject(Router);
  private readonly adresse = toSignal(this.route.queryParamMap, { initialValue: this.route.snapshot.queryParamMap });

  protected readonly fiches = inject(PublicClient).fiches(() => this.contrat().id);
  private readonly lues = computed(() => (this.fiches.hasValue() ? this.fiches.value() : []));
  protected readonly quartiers = computed(() => {
    const noms = this.lues().flatMap(({ quartiers }) => quartiers);
    return [...new Set(noms)].sort((a, b) => a.localeCompare(b, 'fr'));
  });
  /** Name of the quartier asked for in the address; empty for all, or when this contrat has no such quartier. */
  protected readonly quartier = computed(() => {
    const nom = this.adresse().get('quartier') ?? '';
    return this.quartiers().includes(nom) ? nom : '';
  });
  private readonly montrees = computed(() =>
    this.quartier() ? this.lues().filter(({ quartiers }) => quartiers.includes(this.quartier())) : this.lues(),
  );
  protected readonly enjeux = computed(() => parEnjeu(this.montrees()));
  protected readonly nombre = computed(() =>
    this.fiches.hasValue() ? accorder(this.montrees().length, 'fiche en vigueur', 'fiches en vigueur') : undefined,
  );

  protected async choisir(quartier: string): Promise<void> {
    await this.router.navigate([], {
      relativeTo: this.route,
      queryParams: { quartier: quartier || null },
      queryParamsHandling: 'merge',
      preserveFragment: true,
      scroll: 'manual',
    });
  }
}
