import { httpResource } from '@angular/common/http';
import { Component, computed, inject, input } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { EntreeJournal } from '@pleniere/acces/domain';
import { AdresseContrat, SessionStore } from '@pleniere/acces/web';
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

/** Values come by dozens: those that one person entered on a fiche in a day make one line. */
function rassembler(entrees: readonly EntreeJournal[]): { entree: EntreeJournal; geste: string }[] {
  const groupes = Map.groupBy(entrees, ({ id, objet, auteur, ficheId, quand }) =>
    objet === 'valeur' ? `${auteur.nom}/${ficheId ?? ''}/${formaterDate(quand)}` : id,
  );
  return [...groupes.values()].flatMap((groupe) => {
    const [entree] = groupe;
    return entree ? [{ entree, geste: direEntree(entree, groupe.length) }] : [];
  });
}

/** For whoever takes over a post: what is theirs, what is late, what was done before them. */
@Component({
  selector: 'pl-reprise-page',
  imports: [DateFr, PlErreur, PlEtatVide, PlMeteo, PlPage, PlPuceStatut, PlSquelette, RouterLink, TypoFr],
  templateUrl: './reprise-page.html',
  styleUrl: './reprise-page.scss',
})
export class ReprisePage {
  private readonly store = inject(SessionStore);
  private readonly duContrat = inject(AdresseContrat);
  private readonly router = inject(Router);

  /** Whose post, in the address; one's own organisation without it. */
  readonly organisation = input<string>();

  protected readonly toutes = this.store.peut('acteurs.gerer');
  protected readonly organisations = inject(ActeursClient).organisations();
  protected readonly reprise = httpResource<Reprise>(() => {
    const demandee = this.organisation();
    return this.duContrat.lecture(demandee ? `reprise?organisation=${encodeURIComponent(demandee)}` : 'reprise');
  });
  protected readonly titre = computed(() =>
    this.reprise.hasValue() ? `Reprise de poste\u00A0: ${this.reprise.value().organisation.nom}` : 'Reprise de poste',
  );
  protected readonly changements = computed(() =>
    this.reprise.hasValue() ? rassembler(this.reprise.value().changements) : [],
  );
  protected readonly code = codeAffiche;
  protected readonly statuts = LIBELLES_STATUTS_FICHE;
  protected readonly signes = SIGNES_STATUTS;
  protected readonly executions = LIBELLES_EXECUTION;

  /** « du 11 juillet 2024 au 31 décembre 2025 », « depuis le… ». */
  protected periode({ du, au }: PersonneDuPoste): string {
    return au === null ? `depuis le ${formaterDate(du)}` : `du ${formaterDate(du)} au ${formaterDate(au)}`;
  }

  /** Official code of a fiche of the organisation. */
  protected codeDe(ficheId: string): string {
    const fiches = this.reprise.hasValue() ? this.reprise.value().fiches : [];
    return codeAffiche(fiches.find(({ id }) => id === ficheId)?.code ?? '');
  }

  /** « T 1.1, Sanitas ». */
  protected nommer({ fiche, qpv }: Reprise['declinaisons'][number]): string {
    return `${codeAffiche(fiche.code)}, ${qpv ?? 'toute la ville'}`;
  }

  protected choisir(organisation: string): void {
    void this.router.navigate([], { queryParams: { organisation } });
  }
}
