import { Component, computed, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { SessionStore } from '@pleniere/acces/web';
import { RubriquesContrat } from '@pleniere/acteurs/web';
import { nomQpv, type Qpv, SOURCE_QPV } from '@pleniere/contrat/domain';
import { accorder } from '@pleniere/shared/domain';
import {
  Annonce,
  Confirmation,
  DateFr,
  PlErreur,
  PlEtatVide,
  PlGestes,
  PlIcone,
  PlPage,
  PlPuceStatut,
  PlSquelette,
  Saisie,
} from '@pleniere/shared/ui';
import { ContratClient } from '../contrat-client';
import { ImportDuReferentiel } from '../referentiel/import-referentiel';
import { AjoutQpv } from './ajout-qpv';
import { saisieQpv } from './saisir-qpv';

/** Quartiers prioritaires of the contrat: their names, communes and perimeters. */
@Component({
  selector: 'pl-quartiers-contrat-page',
  imports: [
    AjoutQpv,
    DateFr,
    ImportDuReferentiel,
    MatButton,
    PlErreur,
    PlEtatVide,
    PlGestes,
    PlIcone,
    PlPage,
    PlPuceStatut,
    PlSquelette,
    RouterLink,
    RubriquesContrat,
  ],
  templateUrl: './quartiers-contrat-page.html',
  styleUrl: './quartiers-contrat-page.scss',
})
export class QuartiersContratPage {
  private readonly client = inject(ContratClient);
  private readonly saisie = inject(Saisie);
  private readonly confirmation = inject(Confirmation);
  private readonly annonce = inject(Annonce);

  protected readonly qpv = this.client.qpv();
  protected readonly gerer = inject(SessionStore).peut('contrat.gerer');
  protected readonly ajout = signal(false);
  protected readonly depot = signal(false);
  /** Refusal of a withdrawal, shown beside the quartier. */
  protected readonly refus = signal<{ code: string; erreur: unknown } | null>(null);
  protected readonly source = SOURCE_QPV;
  protected readonly nomQpv = nomQpv;

  protected readonly presents = computed(
    () => new Set(this.qpv.hasValue() ? this.qpv.value().map(({ code }) => code) : []),
  );
  protected readonly lede = computed(() =>
    this.qpv.hasValue()
      ? `${accorder(this.qpv.value().length, 'quartier prioritaire', 'quartiers prioritaires')} de la politique de la ville.`
      : undefined,
  );

  protected communes({ communes }: Qpv): string {
    return communes.map(({ nom }) => nom).join(', ');
  }

  protected async ajoute(qpv: Qpv): Promise<void> {
    this.qpv.reload();
    await this.annonce.dire(`${nomQpv(qpv)} fait partie du contrat.`);
  }

  protected async modifier(qpv: Qpv): Promise<void> {
    this.refus.set(null);
    const enregistre = await this.saisie.demander(saisieQpv(this.client, qpv));
    if (!enregistre) return;
    this.qpv.reload();
    await this.annonce.dire(`${nomQpv(enregistre)}\u00A0: enregistré.`);
  }

  protected async retirer(qpv: Qpv): Promise<void> {
    this.refus.set(null);
    const confirme = await this.confirmation.demander({
      titre: `Retirer ${nomQpv(qpv)} du contrat\u202F?`,
      texte: 'Un quartier qu’une fiche, une déclinaison ou une valeur nomme ne peut pas être retiré.',
      action: 'Retirer',
    });
    if (!confirme) return;
    try {
      await this.client.supprimerQpv(qpv);
      this.qpv.reload();
      await this.annonce.dire(`${nomQpv(qpv)} ne fait plus partie du contrat.`);
    } catch (erreur) {
      this.refus.set({ code: qpv.code, erreur });
      this.qpv.reload();
    }
  }
}
