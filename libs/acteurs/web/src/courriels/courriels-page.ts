import { Component, computed, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { SessionStore } from '@pleniere/acces/web';
import {
  type Courriel,
  type CourrielResume,
  LIBELLES_STATUTS_COURRIEL,
  type StatutCourriel,
} from '@pleniere/shared/domain';
import {
  Annonce,
  DateFr,
  type NomIcone,
  PlErreur,
  PlEtatVide,
  PlIcone,
  PlPage,
  PlPuceStatut,
  PlSquelette,
  type Ton,
} from '@pleniere/shared/ui';
import { RubriquesContrat } from '../rubriques/rubriques-contrat';
import { CourrielsClient, TAILLE_PAGE_COURRIELS } from './courriels-client';
import { couperAuxLiens } from './liens';

const SIGNES: Readonly<Record<StatutCourriel, { ton: Ton; icone: NomIcone }>> = {
  'a-envoyer': { ton: 'info', icone: 'echeance' },
  envoye: { ton: 'succes', icone: 'fait' },
  retenu: { ton: 'neutre', icone: 'archive' },
  echec: { ton: 'alerte', icone: 'erreur' },
};

/** What the product writes to people: the list, one e-mail in full, and those that did not leave. */
@Component({
  selector: 'pl-courriels-page',
  imports: [DateFr, PlErreur, PlEtatVide, PlIcone, PlPage, PlPuceStatut, PlSquelette, RouterLink, RubriquesContrat],
  templateUrl: './courriels-page.html',
  styleUrl: './courriels-page.scss',
})
export class CourrielsPage {
  private readonly client = inject(CourrielsClient);
  private readonly annonce = inject(Annonce);
  private readonly session = inject(SessionStore).session;

  /** The e-mail that is read, in the address. */
  readonly courriel = input<string>();

  protected readonly courriels = signal<readonly CourrielResume[]>([]);
  protected readonly envoi = signal(true);
  protected readonly enCours = signal(true);
  protected readonly refus = signal<unknown>(null);
  protected readonly suite = signal(false);
  protected readonly renvoi = signal(false);
  protected readonly refusRenvoi = signal<unknown>(null);

  protected readonly lu = this.client.lire(this.courriel);
  protected readonly morceaux = computed(() => (this.lu.hasValue() ? couperAuxLiens(this.lu.value().texte) : []));
  protected readonly avis = computed(() => {
    if (this.session()?.demo) return 'Courriels de démonstration\u00A0: aucun n’est envoyé.';
    if (this.envoi()) return null;
    return 'Aucun serveur d’envoi n’est réglé\u00A0: les courriels restent ici, à lire et à transmettre vous-même.';
  });
  protected readonly signes = SIGNES;
  protected readonly libelles = LIBELLES_STATUTS_COURRIEL;

  constructor() {
    void this.lister();
  }

  /** Adds the next page, older than what is shown. */
  protected async lister(): Promise<void> {
    this.refus.set(null);
    this.enCours.set(true);
    try {
      const page = await this.client.lister(this.courriels().at(-1)?.id ?? null);
      this.courriels.update((courriels) => [...courriels, ...page.courriels]);
      this.envoi.set(page.envoi);
      this.suite.set(page.courriels.length === TAILLE_PAGE_COURRIELS);
    } catch (erreur) {
      this.refus.set(erreur);
    } finally {
      this.enCours.set(false);
    }
  }

  protected peutPartir({ statut }: CourrielResume): boolean {
    return this.envoi() && (statut === 'echec' || statut === 'retenu');
  }

  protected async renvoyer({ id }: Courriel): Promise<void> {
    this.refusRenvoi.set(null);
    this.renvoi.set(true);
    try {
      const reparti = await this.client.renvoyer(id);
      this.lu.set(reparti);
      this.courriels.update((tous) => tous.map((un) => (un.id === id ? reparti : un)));
      await this.annonce.dire('Le courriel va repartir.');
    } catch (erreur) {
      this.refusRenvoi.set(erreur);
    } finally {
      this.renvoi.set(false);
    }
  }
}
