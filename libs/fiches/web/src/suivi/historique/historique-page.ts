import { Component, computed, inject } from '@angular/core';
import type { EntreeJournal } from '@pleniere/acces/domain';
import { formaterDate, formaterHeure } from '@pleniere/shared/domain';
import { PlErreur, PlEtatVide, PlSquelette } from '@pleniere/shared/ui';
import { TypoFr } from '../../champs/typo-fr';
import { FicheStore } from '../../fiche/fiche-store';
import { Referentiels } from '../../fiche/referentiels';
import { FichesClient } from '../../fiches-client';
import { type EntreeRacontee, type Nommer, raconter } from './raconter';

interface Jour {
  date: string;
  entrees: EntreeRacontee[];
}

/** Who changed what, when, from what to what. */
@Component({
  selector: 'pl-historique-page',
  imports: [PlErreur, PlEtatVide, PlSquelette, TypoFr],
  templateUrl: './historique-page.html',
  styleUrls: ['../suivi.scss', './historique-page.scss'],
})
export class HistoriquePage {
  private readonly fiche = inject(FicheStore).fiche;
  private readonly referentiels = inject(Referentiels);
  protected readonly lecture = inject(FichesClient).historique(() => this.fiche()?.id);

  protected readonly jours = computed(() => {
    const jours: Jour[] = [];
    const entrees = this.lecture.hasValue() ? this.lecture.value() : [];
    for (const entree of entrees) {
      const date = formaterDate(entree.quand);
      if (jours.at(-1)?.date !== date) jours.push({ date, entrees: [] });
      jours.at(-1)?.entrees.push(raconter(entree, this.nommer));
    }
    return jours;
  });

  private readonly nommer: Nommer = ({ objet, objetId }) => {
    const fiche = this.fiche();
    if (objet === 'orientation') return this.referentiels.texteOrientation(objetId);
    if (objet === 'action') return fiche?.actions.find(({ id }) => id === objetId)?.titre ?? null;
    if (objet === 'declinaison') return fiche?.declinaisons.find(({ id }) => id === objetId)?.organisation.nom ?? null;
    return this.nommerIndicateur(objetId);
  };

  /** Id of an indicator, or of one of its cells: `id/annee/territoire`. */
  private nommerIndicateur(objetId: string): string | null {
    const [indicateurId, annee, territoire = 'contrat'] = objetId.split('/');
    const indicateur = this.fiche()?.indicateurs.find(({ id }) => id === indicateurId);
    if (!indicateur) return null;
    const lieu = territoire === 'contrat' ? null : this.referentiels.nomTerritoire(territoire);
    return [indicateur.libelle, annee, lieu].filter(Boolean).join(', ');
  }

  protected heure(entree: Pick<EntreeJournal, 'quand'>): string {
    return formaterHeure(entree.quand);
  }
}
