import { Component, computed, inject, input, output, signal } from '@angular/core';
import type { SuspicionReleve } from '@pleniere/participation/domain';
import { accorder } from '@pleniere/shared/domain';
import { DateFr, PlErreur, PlPuceStatut, PlSquelette, Saisie } from '@pleniere/shared/ui';
import { ModerationClient } from '../client/moderation-client';

const SIGNAUX: Readonly<Record<SuspicionReleve['signal'], string>> = {
  'arrivees-groupees': 'Dix arrivées en une heure, même adresse et même navigateur',
  'votes-trop-rapides': 'Douze votes de suite en moins de 1,2 s chacun',
  'meme-ordre': 'Mêmes votes, dans le même ordre, que quatre autres participants',
  manuel: 'Mis à part à la main',
};
const MONTRES = 20;

/** Participants whose votes look like no person’s: counted apart, told to nobody, brought back with a reason. */
@Component({
  selector: 'pl-suspects',
  imports: [DateFr, PlErreur, PlPuceStatut, PlSquelette],
  template: `
    <h2 id="suspects">Votes mis à part</h2>
    <p class="pl-texte">
      Un signal met un participant à part&#8239;; rien ne le lui dit. Ses votes sont gardés, comptés séparément, et les
      résultats se publient avec et sans eux. Plusieurs habitants d’un même centre social peuvent partager une
      adresse&nbsp;: regardez avant de conclure.
    </p>
    @if (releves.error(); as erreur) {
      <pl-erreur [erreur]="erreur" (reessayer)="releves.reload()" />
    } @else if (!releves.hasValue()) {
      <pl-squelette [lignes]="3" />
    } @else if (participants().length === 0) {
      <p>Aucun signal n’a été relevé.</p>
    } @else {
      <p class="pl-discret" role="status">{{ combien() }}</p>
      <ul class="pl-lignes" aria-labelledby="suspects">
        @for (participant of montres(); track participant.id) {
          <li>
            <div>
              <p>{{ participant.signaux }}</p>
              <p class="pl-discret">
                {{ participant.nom }} · {{ participant.votes }} · relevé le {{ participant.le | dateFr: 'heure' }}
                @if (participant.motif) {
                  · «&#8239;{{ participant.motif }}&#8239;»
                }
              </p>
            </div>
            <pl-puce-statut
              [libelle]="participant.suspect ? 'Mis à part' : 'Compté'"
              [ton]="participant.suspect ? 'attention' : 'succes'"
              [icone]="participant.suspect ? 'masquer' : 'valide'"
            />
            @if (!gelee()) {
              <button
                class="pl-bouton"
                type="button"
                [attr.aria-label]="(participant.suspect ? 'Compter de nouveau ' : 'Mettre à part ') + participant.nom"
                (click)="changer(participant.id, participant.nom, !participant.suspect)"
              >
                {{ participant.suspect ? 'Compter de nouveau' : 'Mettre à part' }}
              </button>
            }
          </li>
        }
      </ul>
      @if (participants().length > montres().length) {
        <button class="pl-bouton discret" type="button" (click)="toutVoir.set(true)">
          Voir les {{ participants().length }}
        </button>
      }
      @if (gelee()) {
        <p class="pl-discret">Les résultats sont gelés&nbsp;: plus rien ne se met à part ni ne revient.</p>
      }
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--pl-e1);
    }

    li {
      display: flex;
      flex-wrap: wrap;
      gap: var(--pl-e1) var(--pl-e2);
      align-items: center;
      padding-block: 0.625rem;

      > div {
        flex: 1 1 18rem;
        min-width: 0;
      }
    }
  `,
})
export class ParticipantsSuspects {
  private readonly client = inject(ModerationClient);
  private readonly saisie = inject(Saisie);

  readonly id = input.required<string>();
  readonly gelee = input(false);
  readonly changes = output();

  protected readonly releves = this.client.suspicions(this.id);
  protected readonly toutVoir = signal(false);
  protected readonly participants = computed(() => {
    const releves = this.releves.hasValue() ? this.releves.value() : [];
    const parParticipant = [...Map.groupBy(releves, ({ participantId }) => participantId)];
    return parParticipant.flatMap(([id, siens]) => {
      const [dernier] = siens;
      if (!dernier) return [];
      return {
        id,
        // A handle to speak of it, worth nothing outside this page.
        nom: `participant ${id.slice(0, 4)}`,
        signaux: [...new Set(siens.map(({ signal: nom }) => SIGNAUX[nom]))].join('\u202F; '),
        votes: accorder(dernier.votes, 'vote'),
        le: dernier.releveeLe,
        motif: dernier.motif,
        suspect: dernier.suspect,
      };
    });
  });
  protected readonly montres = computed(() =>
    this.toutVoir() ? this.participants() : this.participants().slice(0, MONTRES),
  );
  protected readonly combien = computed(() => {
    const aPart = this.participants().filter(({ suspect }) => suspect).length;
    return `${accorder(aPart, 'participant mis à part', 'participants mis à part')}, ${accorder(this.participants().length - aPart, 'compté de nouveau', 'comptés de nouveau')}.`;
  });

  protected async changer(participantId: string, nom: string, suspect: boolean): Promise<void> {
    const apres = await this.saisie.demander({
      titre: suspect ? `Mettre à part le ${nom}\u202F?` : `Compter de nouveau le ${nom}\u202F?`,
      texte: 'Le geste et son motif vont au journal\u202F; il se défait de la même façon jusqu’au gel des résultats.',
      action: suspect ? 'Mettre à part' : 'Compter de nouveau',
      champs: [{ cle: 'motif', type: 'texte', lignes: 2, max: 1000, libelle: 'Pourquoi', requis: 'Dites pourquoi.' }],
      valeur: { motif: '' },
      enregistrer: ({ motif }) => this.client.suspecter(this.id(), participantId, suspect, motif),
    });
    if (!apres) return;
    this.releves.set(apres);
    this.changes.emit();
  }
}
