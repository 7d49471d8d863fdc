import { Component, computed, inject, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Router, RouterLink } from '@angular/router';
import {
  type ArreteResume,
  chiffresCles,
  comparerArretes,
  nommerArrete,
  raconterDecisions,
  rienNeChange,
} from '@pleniere/plenieres/domain';
import { formaterNombre } from '@pleniere/shared/domain';
import { DateFr, PlErreur, PlEtatVide, PlIcone, PlPage, PlSquelette } from '@pleniere/shared/ui';
import { PlenieresClient } from '../plenieres-client';
import { PlEnjeuEvolue } from './enjeu-evolue';
import { LignesDuRecit } from './lignes-du-recit';

/** What changed from an arrêté to another, the one before unless told: figures, decisions, then enjeu by enjeu. */
@Component({
  selector: 'pl-evolution-page',
  imports: [
    DateFr,
    LignesDuRecit,
    MatButton,
    PlEnjeuEvolue,
    PlErreur,
    PlEtatVide,
    PlIcone,
    PlPage,
    PlSquelette,
    RouterLink,
  ],
  templateUrl: './evolution-page.html',
  styleUrl: './evolution-page.scss',
})
export class EvolutionPage {
  private readonly client = inject(PlenieresClient);
  private readonly router = inject(Router);

  readonly id = input.required<string>();
  /** Arrêté that this one is compared with, in the address. */
  readonly depuis = input<string>();

  protected readonly arretes = this.client.arretes();
  private readonly numero = computed(() => this.connus().find(({ id }) => id === this.id())?.numero ?? 0);
  /** Arrêtés before this one, the latest first. */
  protected readonly anciens = computed(() => this.connus().filter(({ numero }) => numero < this.numero()));
  protected readonly depuisId = computed(() => this.depuis() ?? this.anciens()[0]?.id ?? null);

  protected readonly apres = this.client.arrete(this.id);
  protected readonly avant = this.client.arrete(this.depuisId);
  protected readonly erreur = computed(() => this.arretes.error() ?? this.apres.error() ?? this.avant.error());
  protected readonly premier = computed(() => this.arretes.hasValue() && this.numero() > 0 && this.depuisId() === null);

  protected readonly evolution = computed(() => {
    const [avant, apres] = [this.avant, this.apres].map((lu) => (lu.hasValue() ? lu.value().contenu : null));
    return avant && apres ? comparerArretes(avant, apres) : null;
  });
  protected readonly lue = computed(() => {
    const evolution = this.evolution();
    return (
      evolution && {
        ...evolution,
        chiffres: chiffresCles(evolution).map(({ nombre, mots }) => ({ nombre: formaterNombre(nombre, 0), mots })),
        lignesDecisions: raconterDecisions(evolution.decisions),
        rien: rienNeChange(evolution),
      }
    );
  });
  protected readonly lede = computed(() => {
    const lue = this.lue();
    return lue ? `${majuscule(nommerArrete(lue.avant))}, puis ${nommerArrete(lue.apres)}.` : undefined;
  });

  protected choisir(depuis: string): void {
    void this.router.navigate([], { queryParams: { depuis }, queryParamsHandling: 'merge' });
  }

  protected relire(): void {
    for (const lecture of [this.arretes, this.apres, this.avant]) lecture.reload();
  }

  protected imprimer(): void {
    print();
  }

  private connus(): ArreteResume[] {
    return this.arretes.hasValue() ? this.arretes.value() : [];
  }
}

const majuscule = (texte: string) => texte.charAt(0).toUpperCase() + texte.slice(1);
