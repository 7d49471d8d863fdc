import { Component, computed, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { EntreeJournal } from '@pleniere/acces/domain';
import { RubriquesContrat } from '@pleniere/acteurs/web';
import { formaterDate, formaterHeure } from '@pleniere/shared/domain';
import { PlErreur, PlEtatVide, PlIcone, PlPage, PlSquelette } from '@pleniere/shared/ui';
import { JournalClient, TAILLE_PAGE_JOURNAL } from './journal-client';
import { type Changement, changementsDe, direEntree } from './mots-journal';

interface LigneJournal {
  entree: EntreeJournal;
  heure: string;
  geste: string;
  changements: Changement[];
}

/** Values come by dozens: those that one person entered on a fiche in a day make one line. */
function rassembler(entrees: readonly EntreeJournal[]): LigneJournal[] {
  const groupes = Map.groupBy(entrees, ({ id, objet, champ, auteur, ficheId }) =>
    objet === 'valeur' ? `${auteur.nom}/${ficheId ?? ''}/${champ ?? ''}` : id,
  );
  return [...groupes.values()].flatMap((groupe) => {
    const [entree] = groupe;
    if (!entree) return [];
    const changements = groupe.flatMap(changementsDe);
    return [{ entree, heure: formaterHeure(entree.quand), geste: direEntree(entree, groupe.length), changements }];
  });
}

function parJour(entrees: readonly EntreeJournal[]): { jour: string; lignes: LigneJournal[] }[] {
  const jours = Map.groupBy(entrees, ({ quand }) => formaterDate(quand));
  return [...jours].map(([jour, duJour]) => ({ jour, lignes: rassembler(duJour) }));
}

/** Who changed what in the contrat, and when, with what it was before. Nothing here can be rewritten. */
@Component({
  selector: 'pl-journal-page',
  imports: [PlErreur, PlEtatVide, PlIcone, PlPage, PlSquelette, RouterLink, RubriquesContrat],
  templateUrl: './journal-page.html',
  styleUrl: './journal-page.scss',
})
export class JournalPage {
  private readonly client = inject(JournalClient);
  private readonly entrees = signal<readonly EntreeJournal[]>([]);

  protected readonly enCours = signal(true);
  protected readonly refus = signal<unknown>(null);
  protected readonly suite = signal(false);
  protected readonly jours = computed(() => parJour(this.entrees()));

  constructor() {
    void this.lire();
  }

  /** Adds the next page, older than what is shown. */
  protected async lire(): Promise<void> {
    this.refus.set(null);
    this.enCours.set(true);
    try {
      const page = await this.client.lire(this.entrees().at(-1)?.id ?? null);
      this.entrees.update((entrees) => [...entrees, ...page]);
      this.suite.set(page.length === TAILLE_PAGE_JOURNAL);
    } catch (erreur) {
      this.refus.set(erreur);
    } finally {
      this.enCours.set(false);
    }
  }
}
