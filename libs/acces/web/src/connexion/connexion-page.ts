import { httpResource } from '@angular/common/http';
import { Component, computed, inject, input, signal } from '@angular/core';
import { Router } from '@angular/router';
import { type FournisseurPropose, LIBELLES_REFUS_OIDC, type RefusOidc } from '@pleniere/acces/domain';
import { ErreurApi, PlErreur, PlIcone, PlPage } from '@pleniere/shared/ui';
import { adresseInterne } from '../session/adresse-interne';
import { SessionStore } from '../session/session-store';

/** What a field of the login lacks, in words; nothing when it holds what it should. */
type Manques = Partial<Record<'email' | 'motDePasse', string>>;

/** Login: the first page of many people, with fields of the browser alone so that it opens at once. */
@Component({
  selector: 'pl-connexion-page',
  imports: [PlErreur, PlIcone, PlPage],
  templateUrl: './connexion-page.html',
  styleUrl: './connexion-page.scss',
})
export class ConnexionPage {
  private readonly store = inject(SessionStore);
  private readonly router = inject(Router);

  /** Address to come back to. */
  readonly retour = input<string>();
  /** Present when the session ended while the person was working. */
  readonly expiree = input<string>();
  /** Why the identity provider did not let in. */
  readonly refus = input<string>();

  private readonly fournisseur = httpResource<FournisseurPropose>(() => '/api/v1/oidc');
  /** Words of the button of the identity provider; null without one: the password is enough. */
  protected readonly libelleFournisseur = computed(() =>
    this.fournisseur.hasValue() ? this.fournisseur.value().libelle : null,
  );
  protected readonly versFournisseur = computed(
    () => `/api/v1/oidc/connexion?retour=${encodeURIComponent(adresseInterne(this.retour()))}`,
  );
  private readonly refuse = signal<unknown>(null);
  /** What the last attempt met, by password or by the provider. */
  protected readonly erreur = computed(() => this.refuse() ?? refusDuFournisseur(this.refus()));
  protected readonly manques = signal<Manques>({});
  protected readonly enCours = signal(false);

  protected async seConnecter(email: HTMLInputElement, motDePasse: HTMLInputElement): Promise<void> {
    this.refuse.set(null);
    this.manques.set({ email: manqueEmail(email), motDePasse: manqueMotDePasse(motDePasse) });
    const incomplet = [email, motDePasse].find(({ validity }) => !validity.valid);
    if (incomplet) return incomplet.focus();
    this.enCours.set(true);
    try {
      const retour = adresseInterne(this.retour());
      const ouverte = await this.store.ouvrir({ email: email.value, motDePasse: motDePasse.value });
      if (ouverte) await this.router.navigateByUrl(retour);
      else await this.router.navigate(['/connexion/second-facteur'], { queryParams: { retour } });
    } catch (erreur) {
      this.refuse.set(erreur);
    } finally {
      this.enCours.set(false);
    }
  }
}

function manqueEmail({ validity }: HTMLInputElement): string | undefined {
  if (validity.valueMissing) return 'Indiquez votre adresse électronique.';
  return validity.valid ? undefined : 'Cette adresse n’est pas complète, par exemple prenom.nom@ville.fr.';
}

function manqueMotDePasse({ validity }: HTMLInputElement): string | undefined {
  return validity.valid ? undefined : 'Indiquez votre mot de passe.';
}

function refusDuFournisseur(refus: string | undefined): ErreurApi | null {
  const dit = LIBELLES_REFUS_OIDC[refus as RefusOidc] as { titre: string; detail: string } | undefined;
  return dit ? new ErreurApi({ type: 'about:blank', status: 401, title: dit.titre, detail: dit.detail }) : null;
}
