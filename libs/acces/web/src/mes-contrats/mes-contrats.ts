import { DOCUMENT } from '@angular/common';
import { Component, inject, input, output, signal } from '@angular/core';
import { LIBELLES_ROLES, type MonContrat } from '@pleniere/acces/domain';
import { PlErreur } from '@pleniere/shared/ui';
import { firstValueFrom } from 'rxjs';
import { MesContratsClient } from './mes-contrats-client';

/** The contrats in which the person acts: go on in another one, link one more by its own password, unlink it. */
@Component({
  selector: 'pl-mes-contrats',
  imports: [PlErreur],
  template: `
    @if (refus(); as erreur) {
      <pl-erreur [erreur]="erreur" [action]="null" />
    }
    <ul class="pl-lignes">
      @for (contrat of contrats(); track contrat.contratId) {
        <li class="contrat">
          <span>
            <strong>{{ contrat.titreCourt }}</strong>
            <span class="pl-discret">{{ dire(contrat) }}</span>
          </span>
          @if (contrat.courant) {
            <span class="pl-discret">Vous y êtes</span>
          } @else {
            <span class="pl-rangee">
              <button class="pl-bouton" type="button" (click)="aller(contrat)">Aller dans ce contrat</button>
              <button class="pl-bouton discret" type="button" (click)="delier(contrat)">Ne plus relier</button>
            </span>
          }
        </li>
      }
    </ul>
    <details>
      <summary>Relier un autre contrat</summary>
      <p class="pl-discret">
        Vous avez un compte dans un autre contrat de ville&#8239;? Donnez son adresse et son mot de passe une seule
        fois.
      </p>
      <form (submit)="relier(email, motDePasse, code); $event.preventDefault()">
        <label>
          Adresse électronique de cet autre compte
          <input #email type="email" autocomplete="off" required />
        </label>
        <label>
          Son mot de passe
          <input #motDePasse type="password" autocomplete="off" required />
        </label>
        <label>
          Code de son second facteur, s’il en a un
          <input #code inputmode="numeric" autocomplete="one-time-code" />
        </label>
        <div><button class="pl-bouton plein" type="submit" [disabled]="enCours()">Relier ce contrat</button></div>
      </form>
    </details>
  `,
  styles: `
    :host,
    form {
      display: grid;
      gap: var(--pl-e2);
    }

    form {
      max-width: 26rem;
      margin-top: var(--pl-e1);
    }

    label {
      display: grid;
      gap: 0.25rem;
      font-weight: 600;
    }

    .contrat {
      display: flex;
      flex-wrap: wrap;
      gap: var(--pl-e1) var(--pl-e2);
      align-items: center;
      justify-content: space-between;
      padding-block: var(--pl-e2);
    }

    .contrat .pl-discret {
      display: block;
    }
  `,
})
export class MesContrats {
  private readonly client = inject(MesContratsClient);
  private readonly fenetre = inject(DOCUMENT).defaultView as Window;

  readonly contrats = input.required<readonly MonContrat[]>();
  /** One's contrats are not the same any more. */
  readonly modifies = output();

  protected readonly refus = signal<unknown>(null);
  protected readonly enCours = signal(false);

  protected dire({ role, organisation }: MonContrat): string {
    return [LIBELLES_ROLES[role], ...(organisation ? [organisation] : [])].join(', ');
  }

  /** What was typed stays when it is refused. */
  protected async relier(email: HTMLInputElement, motDePasse: HTMLInputElement, code: HTMLInputElement): Promise<void> {
    this.enCours.set(true);
    await this.essayer(async () => {
      const preuve = { email: email.value.trim(), motDePasse: motDePasse.value, code: code.value.trim() };
      await firstValueFrom(this.client.relier(preuve));
      email.form?.reset();
      this.modifies.emit();
    });
    this.enCours.set(false);
  }

  protected delier({ contratId }: MonContrat): Promise<void> {
    return this.essayer(async () => {
      await firstValueFrom(this.client.delier(contratId));
      this.modifies.emit();
    });
  }

  protected aller({ contratId }: MonContrat): Promise<void> {
    return this.essayer(async () => {
      await firstValueFrom(this.client.ouvrir(contratId));
      this.fenetre.location.assign('/');
    });
  }

  private async essayer(geste: () => Promise<void>): Promise<void> {
    this.refus.set(null);
    try {
      await geste();
    } catch (erreur) {
      this.refus.set(erreur);
    }
  }
}
