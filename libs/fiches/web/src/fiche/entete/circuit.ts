import { Component, inject, signal } from '@angular/core';
import type { DemandeDeTransition, FicheLue, FicheResume, TransitionDisponible } from '@pleniere/fiches/domain';
import { Annonce, PlErreur, PlIcone, Saisie } from '@pleniere/shared/ui';
import { firstValueFrom } from 'rxjs';
import { AvisStore } from '../../avis/avis-store';
import { TypoFr } from '../../champs/typo-fr';
import { FichesClient } from '../../fiches-client';
import { FicheStore } from '../fiche-store';
import { champsDe, EXPLICATIONS, lireDemande, RIEN_DE_TYPE, type SaisieTypee } from './saisies';

/** Next steps of the circuit as buttons, with the reason when one must wait and a dialog when something goes with it. */
@Component({
  selector: 'pl-circuit',
  imports: [PlErreur, PlIcone, TypoFr],
  host: { class: 'pl-ecran' },
  template: `
    @for (etape of store.transitions(); track etape.transition) {
      <button
        class="pl-bouton"
        type="button"
        [class.plein]="etape.saisies.length === 0 && !etape.refus"
        [class.discret]="etape.transition === 'renoncer' || etape.transition === 'archiver'"
        [attr.aria-disabled]="etape.refus !== null || enCours() || null"
        [attr.aria-describedby]="etape.refus ? 'refus-' + etape.transition : null"
        (click)="suivre(etape)"
      >
        {{ etape.libelle }}<pl-icone nom="suivant" [taille]="18" />
      </button>
      @if (etape.refus; as refus) {
        <p class="pl-discret" [id]="'refus-' + etape.transition">{{ refus | typoFr }}</p>
      }
    }
    @if (erreur(); as refus) {
      <pl-erreur [erreur]="refus" [action]="null" />
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: 0.375rem;
      justify-items: stretch;
    }

    .pl-discret {
      font-size: 0.875rem;
      text-wrap: balance;
    }

    [aria-disabled] {
      border-color: var(--pl-filet);
      color: var(--pl-encre-douce);
      cursor: default;
    }
  `,
})
export class Circuit {
  protected readonly store = inject(FicheStore);
  private readonly client = inject(FichesClient);
  private readonly annonce = inject(Annonce);
  private readonly saisie = inject(Saisie);
  private readonly avis = inject(AvisStore);

  protected readonly enCours = signal(false);
  protected readonly erreur = signal<unknown>(null);

  protected async suivre(etape: TransitionDisponible): Promise<void> {
    const fiche = this.store.fiche();
    if (etape.refus !== null || this.enCours() || !fiche) return;
    this.enCours.set(true);
    this.erreur.set(null);
    try {
      await this.avis.enregistrer();
      const suivie =
        etape.saisies.length > 0 ? await this.demander(etape, fiche) : await this.store.suivre(etape.transition);
      if (suivie !== null) void this.annoncer(etape, suivie);
    } catch (erreur) {
      this.erreur.set(erreur);
    } finally {
      this.enCours.set(false);
    }
  }

  /** Null when the person gave up. */
  private async demander(etape: TransitionDisponible, fiche: FicheLue): Promise<boolean | null> {
    const voisines = etape.saisies.includes('issue') ? await this.voisinesDe(fiche) : [];
    let suivie = false;
    const enregistree = await this.saisie.demander<SaisieTypee, Partial<DemandeDeTransition>>({
      titre: etape.libelle,
      texte: EXPLICATIONS[etape.transition],
      action: etape.libelle,
      champs: champsDe(etape, fiche, voisines),
      valeur: { ...RIEN_DE_TYPE, destinataireId: fiche.destinataires[0]?.id ?? null },
      enregistrer: async (typee) => {
        const demande = lireDemande(typee);
        suivie = await this.store.suivre(etape.transition, demande);
        return demande;
      },
    });
    return enregistree && suivie;
  }

  /** The other fiches in force, which this one may be merged with. */
  private async voisinesDe({ id }: FicheLue): Promise<FicheResume[]> {
    const voisines: FicheResume[] = [];
    for (let page = 1, reste = true; reste; page++) {
      const { fiches, total, taillePage } = await firstValueFrom(this.client.lireEnVigueur(page));
      voisines.push(...fiches.filter((fiche) => fiche.id !== id));
      reste = page * taillePage < total;
    }
    return voisines;
  }

  private annoncer({ libelle }: TransitionDisponible, suivie: boolean): Promise<unknown> {
    return Promise.resolve(
      this.annonce.dire(
        suivie ? `${libelle}\u00A0: c’est fait.` : 'Une autre personne vient de faire avancer cette fiche.',
      ),
    );
  }
}
