import { computed, Directive, effect, inject, input, linkedSignal, output, signal, untracked } from '@angular/core';
import { lireProbleme } from '@pleniere/shared/ui';
import { BrouillonsSuivi } from './brouillon';

/** What is followed beside the sheet, as the server holds it. */
interface Suivi {
  id: string;
  version: number;
}

/** Form of what is followed beside the sheet: what was typed stays, on the device too, until it is saved or given up. */
@Directive()
export abstract class FormulaireSuivi<S extends object, L extends Suivi> {
  private readonly brouillons = inject(BrouillonsSuivi);

  readonly depart = input.required<S | L>();
  readonly enregistrer = input.required<(saisie: S, version: number) => Promise<void>>();
  readonly ferme = output();
  /** What somebody else saved, when the person prefers it. */
  readonly remplacee = output<L>();

  protected abstract readonly objet: 'action' | 'declinaison';

  private readonly brouillon = computed(() =>
    this.brouillons.de(this.objet, (this.depart() as Partial<L>).id ?? 'neuve'),
  );
  protected readonly garde = linkedSignal(() => this.brouillon().lire());
  private readonly touchee = linkedSignal(() => this.garde() !== null);
  /** What is typed upon: it stays while somebody types, whatever others save meanwhile. */
  private readonly base = linkedSignal<{ depart: S | L; touchee: boolean }, S | L>({
    source: () => ({ depart: this.depart(), touchee: this.touchee() }),
    computation: ({ depart, touchee }, avant) => (touchee && avant ? avant.value : depart),
  });
  protected readonly saisie = linkedSignal<S>(() => ({
    ...this.enSaisie(this.base()),
    ...(this.garde()?.valeur as object),
  }));
  private readonly version = linkedSignal(() => this.garde()?.version ?? versionDe(this.base()) ?? 0);
  protected readonly enCours = signal(false);
  protected readonly erreur = signal<unknown>(null);
  protected readonly actuelle = signal<L | null>(null);

  constructor() {
    effect(() => {
      const depart = this.depart();
      const [lue, tapee] = [versionDe(depart), versionDe(untracked(this.base))];
      const depassee = lue !== undefined && tapee !== undefined && lue > tapee;
      if (depassee && untracked(this.touchee) && !untracked(this.enCours)) this.actuelle.set(depart as L);
    });
  }

  /** The part of it that the form changes. */
  protected abstract enSaisie(depart: S | L): S;

  /** Checks what was typed, then saves it. */
  protected abstract envoyer(): Promise<void>;

  protected changer(changement: Partial<S>): void {
    this.saisie.update((saisie) => ({ ...saisie, ...changement }));
    this.touchee.set(true);
    this.brouillon().garder({ valeur: this.saisie(), version: this.version() });
  }

  /** Back to what the server holds. */
  protected abandonner(): void {
    this.brouillon().oublier();
    this.garde.set(null);
    this.touchee.set(false);
    this.actuelle.set(null);
  }

  protected renoncer(): void {
    this.brouillon().oublier();
    this.ferme.emit();
  }

  protected garder(): void {
    this.version.set(this.actuelle()?.version ?? this.version());
    this.actuelle.set(null);
    void this.envoyer();
  }

  protected prendre(): void {
    const actuelle = this.actuelle();
    if (actuelle) this.remplacee.emit(actuelle);
    this.renoncer();
  }

  /** Saves, once at a time; what somebody else saved meanwhile is shown beside what was typed. */
  protected async confier(saisie: S): Promise<void> {
    if (this.enCours()) return;
    this.enCours.set(true);
    this.erreur.set(null);
    try {
      await this.enregistrer()(saisie, this.version());
      this.renoncer();
    } catch (erreur) {
      const { status, actuel } = lireProbleme(erreur);
      if (status === 412 && actuel) this.actuelle.set(actuel as L);
      else this.erreur.set(erreur);
    } finally {
      this.enCours.set(false);
    }
  }
}

function versionDe(depart: object): number | undefined {
  return (depart as Partial<Suivi>).version;
}
