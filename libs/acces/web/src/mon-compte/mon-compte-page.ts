import { httpResource } from '@angular/common/http';
import { Component, computed, inject, signal, viewChild } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { LIBELLES_ROLES, type MonCompte } from '@pleniere/acces/domain';
import { RouterLink } from '@angular/router';
import { Annonce, PlErreur, PlIcone, PlPage, PlSquelette } from '@pleniere/shared/ui';
import { PlDelegations } from '../delegations/delegations';
import { SessionStore } from '../session/session-store';
import { PrendreDonnees } from '../rgpd/prendre-donnees';
import { ChangerMotDePasse } from './changer-mot-de-passe';
import { JournalConnexions } from './journal-connexions';
import { MesSessions } from './mes-sessions';
import { SecondFacteur } from './second-facteur';

/** One's account: who one is here, how one enters, where one is logged in. */
@Component({
  selector: 'pl-mon-compte-page',
  imports: [
    ChangerMotDePasse,
    JournalConnexions,
    MatButton,
    MesSessions,
    PlDelegations,
    PlErreur,
    PlIcone,
    PlPage,
    PlSquelette,
    PrendreDonnees,
    RouterLink,
    SecondFacteur,
  ],
  templateUrl: './mon-compte-page.html',
  styleUrl: './mon-compte-page.scss',
})
export class MonComptePage {
  private readonly annonce = inject(Annonce);
  private readonly sessions = viewChild(MesSessions);
  private readonly journal = viewChild(JournalConnexions);

  private readonly store = inject(SessionStore);

  protected readonly session = this.store.session;
  /** The second factor that the contrat asks is not set up: the rest waits for it. */
  protected readonly secondFacteurDu = computed(() => this.session()?.secondFacteurDu === true);
  protected readonly role = computed(() => {
    const session = this.session();
    return session ? LIBELLES_ROLES[session.role] : '';
  });
  protected readonly compte = httpResource<MonCompte>(() => '/api/v1/compte');
  protected readonly changeMotDePasse = signal(false);

  /** Something of the account has changed: what depends on it is read again. */
  protected relire(): void {
    if (this.secondFacteurDu()) void this.store.charger();
    this.compte.reload();
    this.sessions()?.relire();
    this.journal()?.relire();
  }

  protected motDePasseChange(change: boolean): void {
    this.changeMotDePasse.set(false);
    if (!change) return;
    this.relire();
    void this.annonce.dire('Mot de passe changé. Vos autres sessions sont fermées.');
  }
}
