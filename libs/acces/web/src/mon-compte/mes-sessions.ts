import { httpResource } from '@angular/common/http';
import { Component, computed, inject, input, output, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { Preuve, SessionListee } from '@pleniere/acces/domain';
import { formaterDate, formaterHeure } from '@pleniere/shared/domain';
import { Annonce, PlErreur, PlPuceStatut, PlSquelette } from '@pleniere/shared/ui';
import { AccesClient } from '../acces-client';
import { MotDePasseActuel } from './mot-de-passe-actuel';

const direMoment = (iso: string) => `${formaterDate(iso)} à ${formaterHeure(iso)}`;

/** Where one is logged in, and how to stop it from here. */
@Component({
  selector: 'pl-mes-sessions',
  imports: [MatButton, MotDePasseActuel, PlErreur, PlPuceStatut, PlSquelette],
  template: `
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
                (click)="aFermer.set(session)"
              >
                Fermer
              </button>
            }
            @if (aFermer() === session) {
              <pl-mot-de-passe-actuel
                action="Fermer cette session"
                [geste]="fermer"
                [motDePasse]="motDePasse()"
                (renonce)="aFermer.set(null)"
              />
            }
          </li>
        }
      </ul>
      @if (aFermer() === 'les-autres') {
        <pl-mot-de-passe-actuel
          action="Fermer toutes les autres sessions"
          [geste]="fermer"
          [motDePasse]="motDePasse()"
          (renonce)="aFermer.set(null)"
        />
      } @else if (autres() > 0) {
        <div>
          <button matButton="outlined" type="button" (click)="aFermer.set('les-autres')">
            Fermer toutes les autres
          </button>
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

  /** False when the account opens by the identity provider alone. */
  readonly motDePasse = input(true);
  /** Once a session is closed: the log of connexions has one line more. */
  readonly modifie = output();

  protected readonly sessions = httpResource<SessionListee[]>(() => '/api/v1/compte/sessions');
  protected readonly autres = computed(() => (this.sessions.hasValue() ? this.sessions.value().length - 1 : 0));
  /** What the password is asked for. */
  protected readonly aFermer = signal<SessionListee | 'les-autres' | null>(null);

  protected dire({ depuis, vueLe, courante }: SessionListee): string {
    const ouverte = `depuis le ${direMoment(depuis)}`;
    return courante ? ouverte : `${ouverte}, vue le ${direMoment(vueLe)}`;
  }

  /** Reads them again. */
  relire(): void {
    this.sessions.reload();
  }

  protected readonly fermer = async (preuve: Preuve): Promise<void> => {
    const laquelle = this.aFermer();
    if (laquelle === null) return;
    if (laquelle === 'les-autres') await this.client.fermerLesAutresSessions(preuve);
    else await this.client.fermerUneSession(laquelle.id, preuve);
    this.aFermer.set(null);
    this.modifie.emit();
    this.relire();
    const fait =
      laquelle === 'les-autres' ? 'Vos autres sessions sont fermées.' : `Session fermée\u00A0: ${laquelle.appareil}.`;
    void this.annonce.dire(fait);
  };
}
