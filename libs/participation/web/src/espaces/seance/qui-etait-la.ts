import { Component, computed, input } from '@angular/core';
import {
  diversite,
  estDivulgable,
  LIBELLES_GENRES,
  LIBELLES_METHODES,
  LIBELLES_ROLES_PRESENCE,
  LIBELLES_TRANCHES_AGE,
  type Presence,
  ROLES_PRESENCE,
  type SeanceDialogue,
} from '@pleniere/participation/domain';
import { accorder, formaterNombre } from '@pleniere/shared/domain';

/** Fewest people that a breakdown shows, as elsewhere in the product. */
const SEUIL = 11;

/** Who came to a séance: by role, then what residents said of themselves, only when enough of them did. */
@Component({
  selector: 'pl-qui-etait-la',
  template: `
    @if (lignes().length > 0) {
      <div class="pl-defilement">
        <table class="pl-table">
          <caption class="pl-hors-ecran">
            Présents par rôle
          </caption>
          <thead>
            <tr>
              <th scope="col">Rôle</th>
              <th scope="col" class="pl-chiffre">Comptés</th>
              <th scope="col" class="pl-chiffre">Pointés</th>
              <th scope="col">Comment</th>
            </tr>
          </thead>
          <tbody>
            @for (ligne of lignes(); track ligne.role) {
              <tr>
                <th scope="row">{{ ligne.role }}</th>
                <td class="pl-chiffre">{{ ligne.comptes ?? '–' }}</td>
                <td class="pl-chiffre">{{ ligne.pointes }}</td>
                <td>{{ ligne.methode }}</td>
              </tr>
            }
          </tbody>
        </table>
      </div>
      @for (dimension of dimensions(); track dimension.titre) {
        <p>
          <strong>{{ dimension.titre }}&nbsp;:</strong> {{ dimension.dit }}
        </p>
      }
      @if (ressenti(); as dit) {
        <p>
          <strong>«&#8239;{{ seance().ressentiQuestion }}&#8239;»</strong> {{ dit }}
        </p>
      }
    } @else {
      <p class="pl-discret">Personne n’a encore compté les présents. Aucun nom n’est demandé.</p>
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--pl-e2);
      grid-template-columns: minmax(0, 1fr);
    }
  `,
})
export class QuiEtaitLa {
  readonly seance = input.required<SeanceDialogue>();

  protected readonly lignes = computed(() => {
    const { presences, comptages } = this.seance();
    return ROLES_PRESENCE.flatMap((role) => {
      const comptage = comptages.find((compte) => compte.role === role);
      const pointes = presences.filter((presence) => presence.role === role).length;
      if (!comptage && pointes === 0) return [];
      const methode = comptage ? LIBELLES_METHODES[comptage.methode] : 'pointés un à un';
      return [{ role: LIBELLES_ROLES_PRESENCE[role], comptes: comptage?.n ?? null, pointes, methode }];
    });
  });

  protected readonly dimensions = computed(() => {
    const habitants = this.seance().presences.filter(({ role }) => role === 'habitant');
    return [
      { titre: 'Âge', dit: this.dire(habitants, 'trancheAge', LIBELLES_TRANCHES_AGE) },
      { titre: 'Genre', dit: this.dire(habitants, 'genre', LIBELLES_GENRES) },
      { titre: 'Premières fois', dit: premieres(habitants) },
    ].flatMap(({ titre, dit }) => (dit === null ? [] : [{ titre, dit }]));
  });

  protected readonly ressenti = computed(() => {
    const { notes } = this.seance().ressenti;
    const n = notes.reduce((somme, nombre) => somme + nombre, 0);
    if (n === 0) return null;
    if (n < SEUIL) return `Moins de ${SEUIL} réponses\u00A0: la moyenne n’est pas montrée.`;
    const moyenne = notes.reduce((somme, nombre, rang) => somme + nombre * (rang + 1), 0) / n;
    return `${formaterNombre(moyenne, 1)} sur 5, ${accorder(n, 'réponse')}.`;
  });

  private dire<C extends 'trancheAge' | 'genre'>(
    habitants: readonly Presence[],
    cle: C,
    libelles: Readonly<Record<NonNullable<Presence[C]>, string>>,
  ): string | null {
    const parts = Object.entries<string>(libelles)
      .map(([valeur, libelle]) => ({ valeur, libelle, n: habitants.filter((dit) => dit[cle] === valeur).length }))
      .filter(({ n }) => n > 0);
    if (parts.length === 0) return null;
    const total = Math.max(this.seance().habitants ?? 0, habitants.length);
    const declares = Object.fromEntries(parts.map(({ valeur, n }) => [valeur, n]));
    const { declarants, tauxDeclaration } = diversite(declares, total, null);
    // A part of a few people would be recognised in a small room, and one alone be found by subtraction.
    if (!estDivulgable({ tauxDeclaration }) || parts.some(({ n }) => n < SEUIL)) {
      return `${declarants} sur ${total} l’ont dit\u202F; trop peu dans une même part pour le détailler.`;
    }
    return `${parts.map(({ libelle, n }) => `${libelle.toLowerCase()} ${n}`).join(', ')} (${declarants} sur ${total} l’ont dit).`;
  }
}

function premieres(habitants: readonly Presence[]): string | null {
  const declarants = habitants.filter(({ premiereFois }) => premiereFois !== null);
  if (declarants.length === 0) return null;
  const fois = declarants.filter(({ premiereFois }) => premiereFois).length;
  return `${fois} sur ${accorder(declarants.length, 'habitant')} qui l’ont dit.`;
}
