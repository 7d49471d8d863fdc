import { HttpClient, httpResource } from '@angular/common/http';
import { Component, computed, inject, signal } from '@angular/core';
import { email, form, FormField, required, submit } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { MatCheckbox } from '@angular/material/checkbox';
import { MatError, MatFormField, MatLabel } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { Router, RouterLink } from '@angular/router';
import { accorder } from '@pleniere/shared/domain';
import { PlErreur, PlEtatVide, PlIcone, PlPage, PlSquelette } from '@pleniere/shared/ui';
import { firstValueFrom } from 'rxjs';

const LEDE =
  'Tout est prêt. Choisissez votre intercommunalité\u00A0: ses communes et ses quartiers prioritaires seront déjà là.';

/** An intercommunalité that can be chosen, with what its contrat would begin with. */
interface EpciPropose {
  siren: string;
  nom: string;
  communes: { code: string; nom: string }[];
  quartiers: { code: string; libelle: string }[];
}

const ADRESSE = '/api/v1/installation';
const LETTRES_MIN = 2;
const [DEBUT, FIN] = [2024, 2030];

/** First start: the intercommunalité by its name, who leads the contrat, and the code that the server shows. */
@Component({
  selector: 'pl-installation-page',
  imports: [
    ...[FormField, MatButton, MatCheckbox, MatError, MatFormField, MatInput, MatLabel],
    ...[PlErreur, PlEtatVide, PlIcone, PlPage, PlSquelette, RouterLink],
  ],
  templateUrl: './installation-page.html',
  styleUrl: './installation-page.scss',
})
export class InstallationPage {
  private readonly http = inject(HttpClient);
  private readonly router = inject(Router);

  protected readonly LEDE = LEDE;
  protected readonly etat = httpResource<{ attendue: boolean }>(() => ADRESSE);
  protected readonly recherche = signal('');
  protected readonly epci = httpResource<EpciPropose[]>(() =>
    this.recherche().trim().length < LETTRES_MIN
      ? undefined
      : { url: `${ADRESSE}/epci`, params: { q: this.recherche().trim() } },
  );
  protected readonly choisi = signal<EpciPropose | null>(null);
  protected readonly trouves = computed(() => (this.epci.hasValue() ? this.epci.value() : []));
  protected readonly enjeuxUsuels = signal(true);
  protected readonly refus = signal<unknown>(null);

  protected readonly saisie = form(
    signal({ code: '', titre: '', titreCourt: '', nom: '', fonction: '', email: '' }),
    (champs) => {
      required(champs.code, { message: 'Indiquez le code qui s’affiche au démarrage du serveur.' });
      required(champs.titre, { message: 'Donnez un titre au contrat.' });
      required(champs.titreCourt, { message: 'Donnez un titre court.' });
      required(champs.nom, { message: 'Indiquez votre nom.' });
      required(champs.fonction, { message: 'Indiquez votre fonction.' });
      required(champs.email, { message: 'Indiquez votre adresse électronique.' });
      email(champs.email, { message: 'Cette adresse n’est pas complète, par exemple prenom.nom@ville.fr.' });
    },
  );

  protected compter({ communes, quartiers }: EpciPropose): string {
    return `${accorder(quartiers.length, 'quartier prioritaire', 'quartiers prioritaires')} dans ${accorder(communes.length, 'commune')}`;
  }

  protected nommer(choses: readonly { nom?: string; libelle?: string }[]): string {
    return choses.map(({ nom, libelle }) => nom ?? libelle).join(', ');
  }

  /** Titles follow the choice, and stay free. */
  protected choisir(epci: EpciPropose): void {
    this.choisi.set(epci);
    const court = epci.nom.slice(0, 50);
    this.saisie.titre().value.set(`Contrat de ville ${epci.nom} ${DEBUT}-${FIN}`);
    this.saisie.titreCourt().value.set(`${court} ${DEBUT}-${FIN}`);
  }

  protected async ouvrir(): Promise<void> {
    this.refus.set(null);
    const epci = this.choisi();
    await submit(this.saisie, async (saisie) => {
      if (epci === null) return null;
      const corps = {
        ...saisie().value(),
        ...{ siren: epci.siren, debut: DEBUT, fin: FIN, enjeuxUsuels: this.enjeuxUsuels() },
      };
      try {
        const { lien } = await firstValueFrom(this.http.post<{ lien: string }>(ADRESSE, corps));
        await this.router.navigateByUrl(lien);
      } catch (erreur) {
        this.refus.set(erreur);
      }
      return null;
    });
  }
}
