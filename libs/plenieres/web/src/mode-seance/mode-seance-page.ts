import { DOCUMENT } from '@angular/common';
import { Component, computed, effect, inject, input, signal, untracked } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { Router } from '@angular/router';
import { SessionStore } from '@pleniere/acces/web';
import { type Decision, LIBELLES_STATUTS_SEANCE, type Seance } from '@pleniere/plenieres/domain';
import { formaterDate, formaterHeure, formaterHoraire } from '@pleniere/shared/domain';
import { Annonce, PlErreur, PlIcone, Saisie } from '@pleniere/shared/ui';
import { FilDirect, FileDEnvoi, montrerRaccourcis, Raccourcis, Reseau, TitreFenetre } from '@pleniere/shared/web';
import { filter, merge } from 'rxjs';
import { PlenieresClient } from '../plenieres-client';
import { saisiePresences } from '../seance/saisir-seance-tenue';
import { Chronometre } from './chronometre';
import { DecisionsVives } from './decisions-vives';
import { type Diapo, diaposDe, pointsDe } from './diapos';
import { EcranAgenda } from './ecrans/ecran-agenda';
import { EcranDecisions } from './ecrans/ecran-decisions';
import { EcranFiche } from './ecrans/ecran-fiche';
import { EcranIndicateur } from './ecrans/ecran-indicateur';
import { territoiresDe } from './matiere';
import { NoterDecision } from './panneaux/noter-decision';
import { Preparation } from './preparation';
import { PresencesSeance } from './panneaux/presences-seance';
import { gesteDe, type Geste, RACCOURCIS_SEANCE } from './touches';

// What may hang out of the window without hiding a line, and how far one looks ahead.
const RESTE_PX = 8;
const PART = 0.8;
const EN_SAISIE = 'input, textarea, select, [contenteditable]';

/** A séance on the wall: its agenda, then each fiche in a few screens, and the decisions typed while they are taken. */
@Component({
  selector: 'pl-mode-seance-page',
  imports: [
    EcranAgenda,
    EcranDecisions,
    EcranFiche,
    EcranIndicateur,
    NoterDecision,
    PlErreur,
    PlIcone,
    PresencesSeance,
  ],
  providers: [Chronometre, DecisionsVives, Preparation],
  host: {
    class: 'pl-plein-ecran',
    '(document:keydown)': 'surTouche($event)',
    '(document:fullscreenchange)': 'constater()',
  },
  templateUrl: './mode-seance-page.html',
  styleUrl: './mode-seance-page.scss',
})
export class ModeSeancePage {
  private readonly page = inject(DOCUMENT);
  private readonly router = inject(Router);
  private readonly client = inject(PlenieresClient);
  private readonly saisie = inject(Saisie);
  private readonly annonce = inject(Annonce);
  private readonly raccourcis = inject(Raccourcis);
  private readonly fenetre = inject(TitreFenetre);
  protected readonly preparation = inject(Preparation);
  protected readonly chronometre = inject(Chronometre);
  private readonly vives = inject(DecisionsVives);
  protected readonly reseau = inject(Reseau);
  protected readonly gerer = inject(SessionStore).peut('plenieres.gerer');

  readonly id = input.required<string>();
  /** Query parameter: the screen that is shown, by its key. */
  readonly ecran = input<string>();

  protected readonly ouvert = signal<'decision' | 'presences' | null>(null);
  protected readonly plein = signal(false);
  protected readonly peutPlein = this.page.fullscreenEnabled;
  /** Digits typed before Enter. */
  protected readonly numero = signal('');

  protected readonly matiere = this.preparation.matiere;
  protected readonly points = computed(() => {
    const matiere = this.matiere();
    return matiere ? pointsDe(matiere.seance, matiere.fiches) : [];
  });
  protected readonly diapos = computed<Diapo[]>(() => {
    const matiere = this.matiere();
    return matiere ? diaposDe(matiere, this.vives.toutes()) : [];
  });
  protected readonly rang = computed(() =>
    Math.max(
      0,
      this.diapos().findIndex(({ cle }) => cle === this.ecran()),
    ),
  );
  protected readonly diapo = computed(() => this.diapos()[this.rang()] ?? null);
  protected readonly fiche = computed(() => this.diapo()?.point?.fiche ?? null);
  protected readonly territoires = computed(() => {
    const [matiere, fiche] = [this.matiere(), this.fiche()];
    return matiere && fiche ? territoiresDe(matiere, fiche) : [];
  });
  protected readonly gardeeLe = computed(() => {
    const le = this.preparation.gardeeLe();
    return le && `Telle qu’elle était le ${formaterDate(le)} à ${formaterHeure(le)}`;
  });

  constructor() {
    montrerRaccourcis('Mode séance', RACCOURCIS_SEANCE);
    effect(() => void this.preparation.preparer(this.id()));
    effect(() => {
      if (this.reseau.enLigne() && untracked(this.preparation.gardeeLe))
        void this.preparation.preparer(untracked(this.id));
    });
    effect(() => this.fenetre.nommer(this.diapo()?.titre));
    effect(() => {
      const numero = this.diapo()?.point?.numero ?? null;
      untracked(() => this.chronometre.aller(numero));
    });
    const fil = inject(FilDirect);
    merge(fil.evenements('seance').pipe(filter(({ objetId }) => objetId === this.id())), fil.reprises)
      .pipe(takeUntilDestroyed())
      .subscribe(() => void this.preparation.relire(this.id()));
    inject(FileDEnvoi)
      .recus.pipe(takeUntilDestroyed())
      .subscribe(({ reponse }) => this.preparation.integrer(reponse as Decision));
  }

  protected quand({ date, heure, lieu }: Seance): string {
    return [formaterDate(date), formaterHoraire(heure), lieu].filter(Boolean).join(', ');
  }

  protected readonly statuts = LIBELLES_STATUTS_SEANCE;

  protected surTouche(evenement: KeyboardEvent): void {
    if (this.ailleurs(evenement)) return;
    if (this.surNumero(evenement.key)) return evenement.preventDefault();
    const geste = gesteDe(evenement, this.raccourcis.uneTouche());
    if (geste === null) return;
    evenement.preventDefault();
    this.faire(geste);
  }

  protected faire(geste: Geste): void {
    const gestes: Record<Geste, () => void> = {
      suivant: () => this.defiler() || this.aller(this.rang() + 1),
      precedent: () => this.aller(this.rang() - 1),
      debut: () => this.aller(0),
      fin: () => this.aller(this.diapos().findIndex(({ cle }) => cle === 'fin')),
      decision: () => this.gerer && this.matiere() && this.ouvert.set('decision'),
      presences: () => this.matiere() && this.ouvert.set('presences'),
      'plein-ecran': () => void this.basculer(),
      quitter: () => void this.quitter(),
    };
    gestes[geste]();
  }

  protected versPoint(numero: number): void {
    const cle = numero === 0 ? 'agenda' : `point-${numero}`;
    const rang = this.diapos().findIndex((diapo) => diapo.cle === cle);
    if (rang >= 0) this.aller(rang);
  }

  protected async notee(): Promise<void> {
    await this.annonce.dire(
      this.reseau.enLigne()
        ? 'Décision notée.'
        : 'Décision gardée sur cet appareil\u00A0: elle partira au retour du réseau.',
    );
  }

  protected async compter(seance: Seance): Promise<void> {
    if (await this.saisie.demander(saisiePresences(this.client, seance))) await this.preparation.relire(seance.id);
  }

  protected constater(): void {
    this.plein.set(this.page.fullscreenElement !== null);
  }

  /** A key that belongs to something else: a form, a dialog, the button that has the focus, the browser itself. */
  private ailleurs({ key, target, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
    if (ctrlKey || metaKey || altKey || this.page.querySelector('dialog[open]')) return true;
    if (!(target instanceof Element)) return false;
    const active = key === ' ' || (key === 'Enter' && this.numero() === '');
    return target.closest(active ? `${EN_SAISIE}, a, button` : EN_SAISIE) !== null;
  }

  /** Enter goes to the point whose number was typed. */
  private surNumero(touche: string): boolean {
    const numero = this.numero();
    this.numero.set(/^\d$/.test(touche) && this.raccourcis.uneTouche() ? (numero + touche).slice(-3) : '');
    if (touche === 'Enter' && numero !== '') this.versPoint(Number(numero));
    return (touche === 'Enter' && numero !== '') || this.numero() !== '';
  }

  private aller(rang: number): void {
    const diapo = this.diapos()[Math.max(0, Math.min(rang, this.diapos().length - 1))];
    if (!diapo) return;
    this.page.documentElement.scrollTop = 0;
    void this.router.navigate([], { queryParams: { ecran: diapo.cle }, replaceUrl: true });
  }

  /** A screen that does not fit is read to its end before the next one. */
  private defiler(): boolean {
    const { scrollHeight, scrollTop, clientHeight } = this.page.documentElement;
    if (scrollHeight - scrollTop - clientHeight < RESTE_PX) return false;
    this.page.defaultView?.scrollBy({ top: clientHeight * PART });
    return true;
  }

  private async basculer(): Promise<void> {
    if (this.page.fullscreenElement) await this.page.exitFullscreen();
    else if (this.peutPlein) await this.page.documentElement.requestFullscreen().catch(() => undefined);
  }

  private async quitter(): Promise<void> {
    if (this.page.fullscreenElement) await this.page.exitFullscreen();
    else await this.router.navigate(['/plenieres/seances', this.id()]);
  }
}
