import { Component, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import {
  CHOIX_ENVOI,
  type ChoixEnvoi,
  DEFINITIONS_SORTES,
  LIBELLES_CHOIX_ENVOI,
  type PreferenceNotification,
} from '@pleniere/acces/domain';
import { Annonce, PlErreur, PlPage, PlSquelette } from '@pleniere/shared/ui';
import { NotificationsClient } from './notifications-client';

/** How each kind of event comes by e-mail: chosen at once, without a button to save. */
@Component({
  selector: 'pl-preferences-notifications-page',
  imports: [PlErreur, PlPage, PlSquelette, RouterLink],
  template: `
    <pl-page
      titre="Mes notifications"
      largeur="texte"
      lede="La cloche vous dit tout. Choisissez ce qui vient aussi par courriel."
    >
      <a surtitre routerLink="/compte">Mon compte</a>
      @if (refus(); as erreur) {
        <pl-erreur [erreur]="erreur" [action]="null" />
      }
      @if (preferences.error(); as erreur) {
        <pl-erreur [erreur]="erreur" (reessayer)="preferences.reload()" />
      } @else if (!preferences.hasValue()) {
        <pl-squelette class="pl-papier" [lignes]="8" />
      } @else {
        <section class="pl-papier">
          <p class="pl-discret">
            «&#8239;Tout de suite&#8239;»&nbsp;: en quelques minutes, plusieurs événements dans un même courriel. Le
            résumé part à 7&nbsp;h&nbsp;30, et seulement s’il y a du nouveau.
          </p>
          @for (preference of preferences.value(); track preference.sorte) {
            <fieldset>
              <legend>{{ definitions[preference.sorte].libelle }}</legend>
              @for (option of choix; track option) {
                <label>
                  <input
                    type="radio"
                    [name]="preference.sorte"
                    [value]="option"
                    [checked]="preference.choix === option"
                    (change)="choisir(preference, option)"
                  />
                  {{ libelles[option] }}
                </label>
              }
            </fieldset>
          }
        </section>
      }
    </pl-page>
  `,
  styles: `
    p {
      margin-bottom: var(--pl-e2);
    }

    fieldset {
      display: flex;
      flex-wrap: wrap;
      gap: 0 var(--pl-e3);
      margin: 0;
      padding: var(--pl-e1) 0;
      border: 0;
      border-top: 1px solid var(--pl-filet);
    }

    legend {
      float: left;
      width: 100%;
      padding: 0;
      font-weight: 600;
    }

    label {
      display: inline-flex;
      align-items: center;
      gap: 0.375rem;
      min-height: 2.25rem;
    }
  `,
})
export class PreferencesNotificationsPage {
  private readonly client = inject(NotificationsClient);
  private readonly annonce = inject(Annonce);

  protected readonly choix = CHOIX_ENVOI;
  protected readonly libelles = LIBELLES_CHOIX_ENVOI;
  protected readonly definitions = DEFINITIONS_SORTES;
  protected readonly preferences = this.client.preferences();
  protected readonly refus = signal<unknown>(null);

  protected async choisir({ sorte }: PreferenceNotification, choix: ChoixEnvoi): Promise<void> {
    this.refus.set(null);
    try {
      this.preferences.set(await this.client.choisir([{ sorte, choix }]));
      await this.annonce.dire(
        `${DEFINITIONS_SORTES[sorte].libelle}\u00A0: ${LIBELLES_CHOIX_ENVOI[choix].toLowerCase()}.`,
      );
    } catch (erreur) {
      this.refus.set(erreur);
      this.preferences.reload();
    }
  }
}
