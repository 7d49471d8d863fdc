import { Component, computed, input } from '@angular/core';
import {
  LIBELLES_ETATS_PROPOSITION,
  LIBELLES_MOTIFS_REFUS,
  type PropositionOuverte,
} from '@pleniere/participation/domain';
import { FINE, formaterNombre } from '@pleniere/shared/domain';
import { PlPuceStatut } from '@pleniere/shared/ui';

/** What is close to a proposition in words, its opposites flagged, and what its author has proposed besides. */
@Component({
  selector: 'pl-propositions-proches',
  imports: [PlPuceStatut],
  template: `
    @let lue = proposition();
    <section aria-labelledby="proches">
      <h3 id="proches">Celles qui lui ressemblent</h3>
      @if (lue.proches.length > 0) {
        <p class="pl-discret">
          Deux textes proches peuvent dire le contraire&nbsp;: comparez. Ressembler n’est pas un motif de refus&#8239;;
          seul un texte identique l’est.
        </p>
        <ul class="pl-lignes">
          @for (proche of proches(); track proche.id) {
            <li>
              <p>{{ proche.texte }}</p>
              <p class="signes">
                @if (proche.opposee) {
                  <pl-puce-statut libelle="Dit peut-être le contraire" ton="attention" icone="alerte" />
                }
                <span class="pl-discret"
                  >N° {{ proche.numero }} · {{ libelles[proche.etat] }} · {{ proche.ressemblance }}</span
                >
              </p>
            </li>
          }
        </ul>
      } @else {
        <p class="pl-discret">Aucune proposition publiée ne lui ressemble.</p>
      }
    </section>
    @if (lue.duMemeAuteur.length > 0) {
      <section aria-labelledby="auteur">
        <h3 id="auteur">Du même auteur</h3>
        <ul class="pl-lignes">
          @for (autre of lue.duMemeAuteur; track autre.id) {
            <li>
              <p>{{ autre.texte }}</p>
              <p class="pl-discret">
                N° {{ autre.numero }} · {{ libelles[autre.etat] }}
                @if (autre.motif; as motif) {
                  · {{ motifs[motif] }}
                }
              </p>
            </li>
          }
        </ul>
      </section>
    }
  `,
  styles: `
    :host {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(min(100%, 20rem), 1fr));
      gap: var(--pl-e3);
    }

    section {
      display: grid;
      gap: 0.25rem;
      align-content: start;
    }

    li {
      padding-block: 0.5rem;
      overflow-wrap: anywhere;
    }

    .signes {
      display: flex;
      flex-wrap: wrap;
      gap: 0.25rem var(--pl-e1);
      align-items: center;
    }
  `,
})
export class PropositionsProches {
  readonly proposition = input.required<PropositionOuverte>();
  protected readonly libelles = LIBELLES_ETATS_PROPOSITION;
  protected readonly motifs = LIBELLES_MOTIFS_REFUS;
  protected readonly proches = computed(() =>
    this.proposition().proches.map((proche) => ({
      ...proche,
      ressemblance: `${formaterNombre(100 * proche.similarite, 0)}${FINE}% de mots communs`,
    })),
  );
}
