import { httpResource } from '@angular/common/http';
import { Component, computed, inject, input } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { SessionStore } from '@pleniere/acces/web';
import { ActeursClient } from '@pleniere/acteurs/web';
import {
  codeAffiche,
  LIBELLES_EXECUTION,
  LIBELLES_STATUTS_FICHE,
  type PersonneDuPoste,
  type Reprise,
} from '@pleniere/fiches/domain';
import { formaterDate } from '@pleniere/shared/domain';
import { DateFr, PlErreur, PlEtatVide, PlMeteo, PlPage, PlPuceStatut, PlSquelette } from '@pleniere/shared/ui';
import { TypoFr } from '../champs/typo-fr';
import { SIGNES_STATUTS } from '../fiche/entete/statuts';
import { direEntree } from '../journal/mots-journal';

/** For whoever takes over a post: what is theirs, what is late, what was done before them. */
@Component({
  selector: 'pl-reprise-page',
  imports: [DateFr, PlErreur, PlEtatVide, PlMeteo, PlPage, PlPuceStatut, PlSquelette, RouterLink, TypoFr],
  templateUrl: './reprise-page.html',
  styleUrl: './reprise-page.scss',
})
export class ReprisePage {
  private readonly store = inject(SessionStore);
  private readonly router = inject(Router);

  /** Whose post, in the address; one's own organisation without it. */
  readonly organisation = input<string>();

  protected readonly toutes = this.store.peut('acteurs.gerer');
  protected readonly organisations = inject(ActeursClient).organisations();
  protected readonly reprise = httpResource<Reprise>(() => {
    const adresse = `/api/v1/contrats/${this.store.session()?.contrat.id ?? ''}/reprise`;
    const demandee = this.organisation();
    return demandee ? `${adresse}?organisation=${encodeURIComponent(demandee)}` : adresse;
  });
  protected readonly titre = computed(() =>
    this.reprise.hasValue() ? `Reprise de poste\u00A0: ${this.reprise.value().organisation.nom}` : 'Reprise de poste',
  );
  protected readonly changements = computed(() =>
    (this.reprise.hasValue() ? this.reprise.value().changements : []).map((entree) => ({
      entree,
      geste: direEntree(entree),
    })),
  );
  protected readonly code = codeAffiche;
  protected readonly statuts = LIBELLES_STATUTS_FICHE;
  protected readonly signes = SIGNES_STATUTS;
  protected readonly executions = LIBELLES_EXECUTION;

  /** « du 11 juillet 2024 au 31 décembre 2025 », « depuis le… ». */
  protected periode({ du, au }: PersonneDuPoste): string {
    return au === null ? `depuis le ${formaterDate(du)}` : `du ${formaterDate(du)} au ${formaterDate(au)}`;
  }

  protected choisir(organisation: string): void {
    void this.router.navigate([], { queryParams: { organisation } });
  }
}
