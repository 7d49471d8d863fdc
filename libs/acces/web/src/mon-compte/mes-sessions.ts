import { httpResource } from '@angular/common/http';
import { Component, computed, inject, output, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { SessionListee } from '@pleniere/acces/domain';
import { formaterDate, formaterHeure } from '@pleniere/shared/domain';
import { Annonce, PlErreur, PlPuceStatut, PlSquelette } from '@pleniere/shared/ui';
import { AccesClient } from '../acces-client';

const direMoment = (iso: string) => `${formaterDate(iso)} à ${formaterHeure(iso)}`;

/** Where one is logged in, and how to stop it from here. */
@Component({
  selector: 'pl-mes-sessions',
  imports: [MatButton, PlErreur, PlPuceStatut, PlSquelette],
  template: `
    @if (refus(); as erreur) {
      <pl-erreur [erreur]="erreur" [action]="null" />
    }
    @if (sessions.error(); as erreur) {
      <pl-erreur [erreur]="erreur" (reessayer)="sessions.reload()" />
    } @else if (!sessions.hasValue()) {
      <pl-squelette />
    } @else {
      <ul class="pl-lignes">
        @for (session of sessions.value(); track session.id) {
          <li>
            <span>
              <strong>{{ session.appareil }}</strong>
              <span class="pl-discret">{{ dire(session) }}</span>
            </span>
            @if (session.courante) {
              <pl-puce-statut libelle="Cette session" ton="succes" icone="fait" />
            } @else {
              <button
                matButton
                type="button"
                [attr.aria-label]="'Fermer la session ' + session.appareil"
                (click)="fermer(session)"
              >
                Fermer
              </button>
            }
          </li>
        }
      </ul>
      @if (autres() > 0) {
        <div>
          <button matButton="outlined" type="button" (click)="fermerLesAutres()">Fermer toutes les autres</button>
        </div>
      }
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--pl-e2);
    }

    li {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      justify-content: space-between;
      gap: 0 var(--pl-e2);
      min-height: 3.25rem;
      padding-block: 0.375rem;
    }

    li > span:first-child {
      display: grid;
    }
  `,
})
export class MesSessions {
  private readonly client = inject(AccesClient);
  private readonly annonce = inject(Annonce);

  /** Once a session is closed: the log of connexions has one line more. */
  readonly modifie = output();

  protected readonly sessions = httpResource<SessionListee[]>(() => '/api/v1/compte/sessions');
  protected readonly autres = computed(() => (this.sessions.hasValue() ? this.sessions.value().length - 1 : 0));
  protected readonly refus = signal<unknown>(null);

  protected dire({ depuis, vueLe, courante }: SessionListee): string {
    const ouverte = `depuis le ${direMoment(depuis)}`;
    return courante ? ouverte : `${ouverte}, vue le ${direMoment(vueLe)}`;
  }

  /** Reads them again. */
  relire(): void {
    this.sessions.reload();
  }

  protected fermer({ id, appareil }: SessionListee): Promise<void> {
    return this.tenter(() => this.client.fermerUneSession(id), `Session fermée\u00A0: ${appareil}.`);
  }

  protected fermerLesAutres(): Promise<void> {
    return this.tenter(() => this.client.fermerLesAutresSessions(), 'Vos autres sessions sont fermées.');
  }

  private async tenter(geste: () => Promise<void>, fait: string): Promise<void> {
    this.refus.set(null);
    try {
      await geste();
      this.modifie.emit();
      void this.annonce.dire(fait);
    } catch (erreur) {
      this.refus.set(erreur);
    }
    this.relire();
  }
}
