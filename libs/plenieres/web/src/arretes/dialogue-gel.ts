import { Component, computed, inject, type Injector, linkedSignal, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import {
  MatDialog,
  MatDialogActions,
  MatDialogClose,
  MatDialogContent,
  MatDialogRef,
  MatDialogTitle,
} from '@angular/material/dialog';
import { MatFormField, MatLabel } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { codeAffiche } from '@pleniere/fiches/domain';
import { type Arrete, LIMITES_ARRETE } from '@pleniere/plenieres/domain';
import { accorder, formaterDate } from '@pleniere/shared/domain';
import { PlErreur, PlSquelette } from '@pleniere/shared/ui';
import { firstValueFrom } from 'rxjs';
import { PlenieresClient } from '../plenieres-client';

/** What an arrêté will hold: its title, its séance, its fiches; all those in force unless told otherwise. */
@Component({
  selector: 'pl-dialogue-gel',
  imports: [
    MatButton,
    MatDialogActions,
    MatDialogClose,
    MatDialogContent,
    MatDialogTitle,
    MatFormField,
    MatInput,
    MatLabel,
    PlErreur,
    PlSquelette,
  ],
  templateUrl: './dialogue-gel.html',
  styleUrl: './dialogue-gel.scss',
})
export class DialogueGel {
  private readonly client = inject(PlenieresClient);
  private readonly fenetre = inject<MatDialogRef<DialogueGel, Arrete>>(MatDialogRef);

  protected readonly max = LIMITES_ARRETE.titre;
  protected readonly codeAffiche = codeAffiche;
  protected readonly lecture = this.client.fichesEnVigueur();
  private readonly connues = this.client.seances();

  protected readonly titre = signal('');
  protected readonly seanceId = signal('');
  protected readonly refus = signal<unknown>(null);
  protected readonly enCours = signal(false);

  protected readonly fiches = computed(() => (this.lecture.hasValue() ? this.lecture.value() : []));
  protected readonly choisies = linkedSignal<ReadonlySet<string>>(() => new Set(this.fiches().map(({ id }) => id)));
  protected readonly seances = computed(() =>
    (this.connues.hasValue() ? this.connues.value() : [])
      .filter(({ statut }) => statut !== 'annulee')
      .map(({ id, instance, date }) => ({ id, nom: `${instance.nom}, ${formaterDate(date)}` })),
  );
  protected readonly toutes = computed(() => this.choisies().size === this.fiches().length);
  protected readonly pret = computed(() => this.titre().trim() !== '' && this.choisies().size > 0);
  protected readonly action = computed(() => `Figer ${accorder(this.choisies().size, 'fiche')}`);

  protected choisirSeance(id: string): void {
    const avant = this.seances().find((seance) => seance.id === this.seanceId())?.nom ?? '';
    this.seanceId.set(id);
    // The title follows the séance as long as nobody has typed another one.
    if (this.titre() === avant) this.titre.set(this.seances().find((seance) => seance.id === id)?.nom ?? '');
  }

  protected cocher(id: string, coche: boolean): void {
    this.choisies.update((avant) => {
      const apres = new Set(avant);
      if (coche) apres.add(id);
      else apres.delete(id);
      return apres;
    });
  }

  protected cocherTout(): void {
    this.choisies.set(new Set(this.toutes() ? [] : this.fiches().map(({ id }) => id)));
  }

  protected async figer(): Promise<void> {
    if (!this.pret()) return;
    this.refus.set(null);
    this.enCours.set(true);
    const ficheIds = this.fiches().flatMap(({ id }) => (this.choisies().has(id) ? [id] : []));
    try {
      const seanceId = this.seanceId() || null;
      this.fenetre.close(await this.client.figer({ titre: this.titre().trim(), seanceId, ficheIds }));
    } catch (erreur) {
      this.refus.set(erreur);
    } finally {
      this.enCours.set(false);
    }
  }
}

/** Opens the dialog and waits for what was frozen; null when the person gave up. */
export async function ouvrirGel(injector: Injector): Promise<Arrete | null> {
  const ouvert = injector.get(MatDialog).open<DialogueGel, void, Arrete>(DialogueGel, {
    width: '44rem',
    maxWidth: 'calc(100vw - 2rem)',
    // A click beside must not lose what was chosen.
    disableClose: true,
  });
  return (await firstValueFrom(ouvert.afterClosed())) ?? null;
}
