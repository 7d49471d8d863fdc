import { Component, computed, effect, inject, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Router, RouterLink } from '@angular/router';
import { SessionStore } from '@pleniere/acces/web';
import { LIBELLES_COLLEGES, LIBELLES_STATUTS_SEANCE, type Seance, totalPresents } from '@pleniere/plenieres/domain';
import { accorder, formaterDate, formaterHoraire } from '@pleniere/shared/domain';
import {
  Annonce,
  Confirmation,
  PlErreur,
  PlIcone,
  PlPage,
  PlPuceStatut,
  PlSquelette,
  Saisie,
} from '@pleniere/shared/ui';
import { TitreFenetre } from '@pleniere/shared/web';
import { ListeDecisions } from '../decisions/liste-decisions';
import { nouvelleDecision } from '../decisions/saisir-decision';
import { fichesDuContrat } from '../fiches-du-contrat';
import { PlenieresClient } from '../plenieres-client';
import { saisieSeance } from '../seances/saisir-seance';
import { OrdreDuJour } from './ordre-du-jour';
import { saisieCompteRendu, saisiePresences } from './saisir-seance-tenue';

/** One séance: what is on its agenda, who came, what was decided and said. */
@Component({
  selector: 'pl-seance-page',
  imports: [ListeDecisions, MatButton, OrdreDuJour, PlErreur, PlIcone, PlPage, PlPuceStatut, PlSquelette, RouterLink],
  templateUrl: './seance-page.html',
  styleUrl: './seance-page.scss',
})
export class SeancePage {
  private readonly client = inject(PlenieresClient);
  private readonly saisie = inject(Saisie);
  private readonly confirmation = inject(Confirmation);
  private readonly annonce = inject(Annonce);
  private readonly router = inject(Router);

  readonly id = input.required<string>();
  protected readonly seance = this.client.seance(this.id);
  private readonly instances = this.client.instances();
  private readonly organisations = this.client.organisations();
  private readonly arretes = this.client.arretes();
  protected readonly fiches = fichesDuContrat(this.client.fiches());
  private readonly session = inject(SessionStore);
  protected readonly gerer = this.session.peut('plenieres.gerer');
  protected readonly journal = this.session.peut('journal.lire');

  protected readonly libelles = LIBELLES_STATUTS_SEANCE;
  protected readonly colleges = LIBELLES_COLLEGES;
  protected readonly cadre = computed(() => ({
    fiches: this.fiches(),
    organisations: this.organisations.hasValue() ? this.organisations.value() : [],
  }));
  protected readonly lue = computed(() => (this.seance.hasValue() ? this.seance.value() : null));
  /** Arrêté frozen for this séance, when an earlier one lets it be compared. */
  protected readonly evolution = computed(() => {
    const arretes = this.arretes.hasValue() ? this.arretes.value() : [];
    return arretes.find(({ seance, numero }) => seance?.id === this.id() && numero > 1)?.id;
  });
  protected readonly titre = computed(() => {
    const lue = this.lue();
    return lue ? `${lue.instance.nom}, ${formaterDate(lue.date)}` : 'Séance';
  });
  protected readonly lede = computed(() => {
    const { heure = '', lieu = '' } = this.lue() ?? {};
    return [heure && `à ${formaterHoraire(heure)}`, lieu].filter(Boolean).join(', ') || undefined;
  });

  constructor() {
    const fenetre = inject(TitreFenetre);
    effect(() => fenetre.nommer(this.titre()));
  }

  protected presents({ presences }: Seance): string {
    const total = totalPresents(presences);
    return total === null
      ? 'Personne n’a encore compté les présents.'
      : `${accorder(total, 'personne présente', 'personnes présentes')}.`;
  }

  protected async modifier(seance: Seance): Promise<void> {
    const instances = this.instances.hasValue() ? this.instances.value() : [];
    await this.apres(this.saisie.demander(saisieSeance(this.client, instances, seance)), 'Séance enregistrée.');
  }

  protected async compter(seance: Seance): Promise<void> {
    await this.apres(this.saisie.demander(saisiePresences(this.client, seance)), 'Présences enregistrées.');
  }

  protected async rediger(seance: Seance): Promise<void> {
    await this.apres(this.saisie.demander(saisieCompteRendu(this.client, seance)), 'Compte rendu enregistré.');
  }

  protected async noter(seance: Seance): Promise<void> {
    await this.apres(this.saisie.demander(nouvelleDecision(this.client, this.cadre(), seance.id)), 'Décision notée.');
  }

  protected async supprimer(seance: Seance): Promise<void> {
    const confirme = await this.confirmation.demander({
      titre: 'Supprimer cette séance\u202F?',
      texte: 'Son ordre du jour et son compte rendu seront perdus. Une séance qui n’a pas lieu se dit plutôt annulée.',
      action: 'Supprimer',
    });
    if (!confirme) return;
    await this.client.supprimerSeance(seance);
    await this.annonce.dire('Séance supprimée.');
    await this.router.navigate(['/plenieres']);
  }

  private async apres(saisie: Promise<unknown>, dit: string): Promise<void> {
    if ((await saisie) === null) return;
    this.seance.reload();
    await this.annonce.dire(dit);
  }
}
