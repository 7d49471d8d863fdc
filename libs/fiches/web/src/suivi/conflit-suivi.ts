import { Component, input, output } from '@angular/core';
import { PlIcone } from '@pleniere/shared/ui';

/** One thing that two people changed at once, in words. */
export interface Difference {
  libelle: string;
  leur: string;
  mien: string;
}

/** Words of the parts that differ between what was typed and what the server holds. */
export function differences<S extends object>(
  mien: S,
  leur: S,
  enMots: { [C in keyof S]?: (valeur: S[C]) => string },
  libelles: { [C in keyof S]?: string },
): Difference[] {
  const cles = Object.keys(libelles) as (keyof S)[];
  return cles.flatMap((cle) => {
    const mots = (valeur: S): string => enMots[cle]?.(valeur[cle]) ?? String(valeur[cle] ?? '');
    const difference = { libelle: libelles[cle] ?? '', leur: mots(leur), mien: mots(mien) };
    return difference.leur === difference.mien ? [] : [difference];
  });
}

/** What somebody else saved while this form was open, beside what was typed, and the choice. */
@Component({
  selector: 'pl-conflit-suivi',
  imports: [PlIcone],
  host: { role: 'alert' },
  template: `
    <p class="titre"><pl-icone nom="alerte" />Une autre personne a modifié ce suivi pendant votre saisie.</p>
    <p>Rien n’a été remplacé. Choisissez la version à garder.</p>
    @if (differences().length > 0) {
      <div class="pl-defilement" tabindex="0" role="region" aria-label="Ce qui diffère">
        <table class="pl-table">
          <thead>
            <tr>
              <th scope="col">Champ</th>
              <th scope="col">Version enregistrée</th>
              <th scope="col">Votre saisie</th>
            </tr>
          </thead>
          <tbody>
            @for (ligne of differences(); track ligne.libelle) {
              <tr>
                <th scope="row">{{ ligne.libelle }}</th>
                <td>{{ ligne.leur || '(vide)' }}</td>
                <td>{{ ligne.mien || '(vide)' }}</td>
              </tr>
            }
          </tbody>
        </table>
      </div>
    }
    <div class="pl-rangee">
      <button class="pl-bouton" type="button" (click)="prendre.emit()">Prendre la version enregistrée</button>
      <button class="pl-bouton plein" type="button" (click)="garder.emit()">Garder ma saisie</button>
    </div>
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--pl-e1);
      padding: var(--pl-e2);
      border-left: 3px solid var(--pl-attention);
      background: color-mix(in oklab, var(--pl-attention) 7%, var(--pl-papier));
    }

    .titre {
      display: flex;
      gap: var(--pl-e1);
      font-weight: 600;
    }

    td {
      white-space: pre-line;
    }
  `,
})
export class ConflitSuivi {
  readonly differences = input.required<readonly Difference[]>();
  readonly garder = output();
  readonly prendre = output();
}
