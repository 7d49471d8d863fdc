import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { ContratPublic, FichePublique } from '@pleniere/fiches/domain';
import { accorder } from '@pleniere/shared/domain';
import { PlErreur, PlSquelette } from '@pleniere/shared/ui';
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
  imports: [PlErreur, PlSquelette, RouterLink, TypoFr],
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
        <pl-squelette [lignes]="6" />
      }
    }
  `,
  styleUrl: './fiches-du-contrat.scss',
})
export class FichesDuContrat {
  readonly contrat = input.required<ContratPublic>();

  protected readonly fiches = inject(PublicClient).fiches(() => this.contrat().id);
  protected readonly enjeux = computed(() => (this.fiches.hasValue() ? parEnjeu(this.fiches.value()) : []));
  protected readonly nombre = computed(() =>
    this.fiches.hasValue()
      ? accorder(this.fiches.value().length, 'fiche en vigueur', 'fiches en vigueur')
      : undefined,
  );
}
