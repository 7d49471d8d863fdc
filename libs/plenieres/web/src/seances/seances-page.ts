import { Component, computed, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Router, RouterLink } from '@angular/router';
import { SessionStore } from '@pleniere/acces/web';
import { LIBELLES_STATUTS_SEANCE, type SeanceResume, type StatutSeance } from '@pleniere/plenieres/domain';
import { accorder } from '@pleniere/shared/domain';
import {
  DateFr,
  type NomIcone,
  PlErreur,
  PlEtatVide,
  PlIcone,
  PlPage,
  PlPuceStatut,
  PlSquelette,
  Saisie,
  type Ton,
} from '@pleniere/shared/ui';
import { PlenieresClient } from '../plenieres-client';
import { RubriquesPlenieres } from '../rubriques-plenieres';
import { saisieSeance } from './saisir-seance';

const SIGNES: Readonly<Record<StatutSeance, { ton: Ton; icone: NomIcone }>> = {
  preparation: { ton: 'attente', icone: 'a-venir' },
  tenue: { ton: 'succes', icone: 'fait' },
  annulee: { ton: 'neutre', icone: 'abandon' },
};

/** Séances of the contrat: those to come, then those that were held. */
@Component({
  selector: 'pl-seances-page',
  imports: [
    DateFr,
    MatButton,
    PlErreur,
    PlEtatVide,
    PlIcone,
    PlPage,
    PlPuceStatut,
    PlSquelette,
    RouterLink,
    RubriquesPlenieres,
  ],
  templateUrl: './seances-page.html',
  styleUrl: './seances-page.scss',
})
export class SeancesPage {
  private readonly client = inject(PlenieresClient);
  private readonly saisie = inject(Saisie);
  private readonly router = inject(Router);

  protected readonly seances = this.client.seances();
  private readonly instances = this.client.instances();
  protected readonly gerer = inject(SessionStore).peut('plenieres.gerer');
  protected readonly libelles = LIBELLES_STATUTS_SEANCE;
  protected readonly signes = SIGNES;

  protected readonly groupes = computed(() => {
    const toutes = this.seances.hasValue() ? this.seances.value() : [];
    const [aVenir, passees] = [
      toutes.filter(({ statut }) => statut === 'preparation').reverse(),
      toutes.filter(({ statut }) => statut !== 'preparation'),
    ];
    return [
      { titre: 'À préparer', seances: aVenir },
      { titre: 'Passées', seances: passees },
    ].filter(({ seances }) => seances.length > 0);
  });
  protected readonly sansInstance = computed(() => this.instances.hasValue() && this.instances.value().length === 0);

  protected compte({ points, decisions, decisionsOuvertes }: SeanceResume): string {
    const dits = [points > 0 ? accorder(points, 'point') : 'sans ordre du jour'];
    if (decisions > 0) dits.push(accorder(decisions, 'décision'));
    if (decisionsOuvertes > 0) dits.push(`${decisionsOuvertes} à suivre`);
    return dits.join(' · ');
  }

  protected async preparer(): Promise<void> {
    const instances = this.instances.hasValue() ? this.instances.value() : [];
    const seance = await this.saisie.demander(saisieSeance(this.client, instances));
    if (seance) await this.router.navigate(['/plenieres/seances', seance.id]);
  }
}
