import { Component, computed, inject, input } from '@angular/core';
import { SessionStore } from '@pleniere/acces/web';
import type { LienContribution, SorteSource } from '@pleniere/participation/domain';
import { Annonce, Confirmation, lireProbleme, PlIcone, Saisie } from '@pleniere/shared/ui';
import { codeLisible } from './code-lisible';
import { LiensClient } from './liens-client';
import { LigneLien } from './ligne-lien';
import { ciblesPossibles, saisieDecision, saisieLien } from './saisir-lien';

/** What a question, a séance, an idea or a proposition is linked to, with the fiches that its words suggest. */
@Component({
  selector: 'pl-liens-de-la-source',
  imports: [LigneLien, PlIcone],
  template: `
    <div class="titre">
      <h2 [id]="'liens-' + sourceId()">Ce que cela touche</h2>
      @if (peut) {
        <button class="pl-bouton pl-ecran" type="button" (click)="relier(null)">
          <pl-icone nom="lien" [taille]="18" />Relier
        </button>
      }
    </div>
    @if (peut && aSuggerer().length > 0) {
      <p class="suggestions pl-ecran" role="group" aria-label="Fiches suggérées">
        <span class="pl-discret">Cela semble parler de&nbsp;:</span>
        @for (fiche of aSuggerer(); track fiche.id) {
          <button class="pl-bouton discret" type="button" (click)="relier('fiche/' + fiche.id)">
            {{ codeLisible(fiche.code) }} – {{ fiche.titre }}
          </button>
        }
      </p>
    }
    <ul class="pl-lignes">
      @for (lien of lus(); track lien.id) {
        <li class="lien">
          <pl-ligne-lien [lien]="lien" vue="source" />
          @if (peut) {
            <div class="gestes pl-ecran">
              <button class="pl-bouton discret" type="button" (click)="decider(lien)">
                {{ lien.decision ? 'Revoir la suite' : 'Dire la suite' }}
              </button>
              <button
                class="pl-bouton discret"
                type="button"
                [attr.aria-label]="'Délier de ' + lien.cible.libelle"
                (click)="delier(lien)"
              >
                Délier
              </button>
            </div>
          }
        </li>
      } @empty {
        <li class="pl-discret">Pas encore reliée à une fiche, à une action ni à un indicateur.</li>
      }
    </ul>
  `,
  styles: `
    .titre,
    .gestes {
      display: flex;
      flex-wrap: wrap;
      gap: var(--pl-e2);
      align-items: center;
    }
    .titre {
      justify-content: space-between;
    }
    .suggestions {
      display: grid;
      justify-items: start;
      margin-bottom: var(--pl-e1);
    }
    .suggestions .pl-bouton {
      padding-inline: 0;
      border-inline: 0;
      text-align: start;
      white-space: normal;
    }
    .lien {
      display: flex;
      flex-wrap: wrap;
      gap: var(--pl-e3);
      justify-content: space-between;
    }
    pl-ligne-lien {
      flex: 1 1 20rem;
    }
  `,
})
export class LiensDeLaSource {
  private readonly client = inject(LiensClient);
  private readonly saisie = inject(Saisie);
  private readonly confirmation = inject(Confirmation);
  private readonly annonce = inject(Annonce);

  readonly source = input.required<SorteSource>();
  readonly sourceId = input.required<string>();
  /** Words that fiches are suggested from. */
  readonly texte = input('');

  protected readonly peut = inject(SessionStore).peut('contributions.lier');
  protected readonly codeLisible = codeLisible;
  private readonly liens = this.client.liens(() => ({ [this.source()]: this.sourceId() }));
  private readonly suggestions = this.client.suggestions(() => (this.peut ? this.texte() : ''));
  private readonly fiches = this.client.fiches();

  protected readonly lus = computed(() => (this.liens.hasValue() ? this.liens.value() : []));
  private readonly suggerees = computed(() => (this.suggestions.hasValue() ? this.suggestions.value() : []));
  protected readonly aSuggerer = computed(() => {
    const reliees = new Set(this.lus().map(({ cible }) => cible.fiche?.id));
    return this.suggerees().filter(({ id }) => !reliees.has(id));
  });

  protected async relier(choisie: string | null): Promise<void> {
    const fiches = this.fiches.hasValue() ? this.fiches.value().enjeux.flatMap((enjeu) => enjeu.fiches) : [];
    const source = { source: this.source(), sourceId: this.sourceId() };
    // Without the list one still links to the fiches.
    const indicateurs = await this.client.indicateurs().catch(() => []);
    const options = ciblesPossibles(this.suggerees(), fiches, indicateurs);
    await this.apres(this.saisie.demander(saisieLien(this.client, source, options, choisie)), 'Relié.');
  }

  protected async decider(lien: LienContribution): Promise<void> {
    const { fiche, id } = lien.cible;
    // Without the list the form still says all the rest.
    const actions = fiche ? await this.client.actions(fiche.code).catch(() => []) : [];
    const nouvelles = actions.filter((action) => action.id !== id);
    await this.apres(this.saisie.demander(saisieDecision(this.client, lien, nouvelles)), 'Suite enregistrée.');
  }

  protected async delier(lien: LienContribution): Promise<void> {
    const confirme = await this.confirmation.demander({
      titre: 'Délier\u202F?',
      texte: 'La suite donnée sera oubliée avec le lien\u202F; le journal garde les deux.',
      action: 'Délier',
    });
    if (!confirme) return;
    try {
      await this.client.delier(lien);
      await this.annonce.dire('Délié.');
    } catch (erreur) {
      const { title, detail } = lireProbleme(erreur);
      await this.annonce.dire(detail ?? title);
    }
    this.liens.reload();
  }

  private async apres(faite: Promise<LienContribution | null>, mot: string): Promise<void> {
    if ((await faite) === null) return;
    this.liens.reload();
    await this.annonce.dire(mot);
  }
}
