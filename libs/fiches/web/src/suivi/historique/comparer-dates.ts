import { Component, inject } from '@angular/core';
import { ActivatedRoute, Router } from '@angular/router';
import { PlIcone } from '@pleniere/shared/ui';

/** Asks for the difference between the texts of two days, or between the text of a day and the present one. */
@Component({
  selector: 'pl-comparer-dates',
  imports: [PlIcone],
  template: `
    <form (submit)="comparer($event, de.value, a.value)">
      <label>Texte du <input #de type="date" required /></label>
      <label>comparé à celui du <input #a type="date" /></label>
      <button class="pl-bouton" type="submit"><pl-icone nom="trier" [taille]="18" />Comparer</button>
      <span class="pl-discret">Sans seconde date, au texte d’aujourd’hui.</span>
    </form>
  `,
  styles: `
    form {
      display: flex;
      flex-wrap: wrap;
      gap: var(--pl-e1);
      align-items: center;
    }
  `,
})
export class ComparerDates {
  private readonly router = inject(Router);
  private readonly route = inject(ActivatedRoute);

  protected comparer(evenement: Event, de: string, vers: string): void {
    evenement.preventDefault();
    if (de === '') return;
    const queryParams = { de, vers: vers || null };
    void this.router.navigate(['../difference'], { relativeTo: this.route, queryParams });
  }
}
