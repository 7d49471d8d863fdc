import { httpResource } from '@angular/common/http';
import { Component, computed, inject, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { type CompteDemo, ROLES, type Role } from '@pleniere/acces/domain';
import { ADRESSE_COMPTES_DEMO, SessionStore } from '@pleniere/acces/web';
import { accorder } from '@pleniere/shared/domain';
import { PlErreur, PlIcone } from '@pleniere/shared/ui';

/** What each role comes for, in the words of a visitor. */
const VENUE: Readonly<Record<Role, string>> = {
  equipe: 'Tient le cadre du contrat, valide et prépare le document de la Plénière.',
  referent: 'Écrit les fiches de sa ville et saisit leurs valeurs chaque année.',
  delegue: 'Lit l’avancement de chaque quartier pour l’État.',
  contributeur: 'Fournit les quelques chiffres que son organisation détient.',
  lecteur: 'Lit tout en dix minutes, ne modifie rien.',
};

/** For whoever is not logged in: what this is, the demo accounts, the way to the residents' pages. */
@Component({
  selector: 'pl-bienvenue-page',
  imports: [PlErreur, PlIcone, RouterLink],
  templateUrl: './bienvenue-page.html',
  styleUrl: './bienvenue-page.scss',
})
export class BienvenuePage {
  private readonly store = inject(SessionStore);
  private readonly router = inject(Router);

  private readonly installation = httpResource<{ attendue: boolean }>(() => '/api/v1/installation');
  /** True at the first start, before there is any contrat. */
  protected readonly aOuvrir = computed(() => this.installation.hasValue() && this.installation.value().attendue);
  protected readonly comptes = httpResource<CompteDemo[]>(() => ADRESSE_COMPTES_DEMO);
  /** One person per role first, then the others on demand. */
  protected readonly premiers = computed(() =>
    ROLES.flatMap((role) => this.liste().find((compte) => compte.role === role) ?? []),
  );
  protected readonly autres = computed(() => this.liste().filter((compte) => !this.premiers().includes(compte)));
  protected readonly tous = signal(false);
  protected readonly visibles = computed(() =>
    this.tous() ? [...this.premiers(), ...this.autres()] : this.premiers(),
  );
  protected readonly libelleAutres = computed(
    () => `Voir ${accorder(this.autres().length, 'autre personne', 'autres personnes')}`,
  );
  protected readonly venue = VENUE;
  protected readonly refus = signal<unknown>(null);

  private liste(): CompteDemo[] {
    return this.comptes.hasValue() ? this.comptes.value() : [];
  }

  protected async entrer({ email, motDePasse }: CompteDemo): Promise<void> {
    this.refus.set(null);
    try {
      const ouverte = await this.store.ouvrir({ email, motDePasse });
      await this.router.navigateByUrl(ouverte ? '/' : '/connexion/second-facteur', { onSameUrlNavigation: 'reload' });
    } catch (erreur) {
      this.refus.set(erreur);
    }
  }
}
