import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { SessionStore } from '@pleniere/acces/web';
import { champDe, type ChampId, estChampEcrit, resultatsSansMesure } from '@pleniere/fiches/domain';
import { DateFr, PlCompletude, PlIcone, PlMeteo } from '@pleniere/shared/ui';
import { FicheStore } from '../fiche-store';
import { Referentiels } from '../referentiels';
import { derniereNouvelle } from './indicateurs-lus';

/** How many recent changes the margin tells. */
const RECENTS = 4;

/** Narrow column beside the sheet: what is missing, how each ville goes, what was changed last. */
@Component({
  selector: 'pl-marge',
  imports: [DateFr, PlCompletude, PlIcone, PlMeteo, RouterLink],
  templateUrl: './marge.html',
  styleUrl: './marge.scss',
})
export class Marge {
  private readonly referentiels = inject(Referentiels);
  protected readonly store = inject(FicheStore);

  protected readonly peutLireJournal = inject(SessionStore).peut('journal.lire');
  protected readonly manques = computed(() =>
    this.store
      .completude()
      .manques.map((manque) => ({ ...manque, saisissable: estChampEcrit(manque.champ) }))
      .sort((a, b) => Number(b.obligatoire) - Number(a.obligatoire)),
  );
  /** Expected results without any indicator: told, never an obstacle. */
  protected readonly sansMesure = computed(() => {
    const fiche = this.store.fiche();
    return fiche ? resultatsSansMesure(fiche.contenu.resultatsAttendus ?? [], fiche.indicateurs) : [];
  });
  /** A déclinaison of one quarter goes by its name. */
  protected readonly declinaisons = computed(() =>
    (this.store.fiche()?.declinaisons ?? []).map((declinaison) => ({
      ...declinaison,
      quartier: declinaison.qpvCode === null ? null : this.referentiels.nomTerritoire(declinaison.qpvCode),
    })),
  );
  protected readonly indicateurs = computed(() =>
    (this.store.fiche()?.indicateurs ?? []).map((indicateur) => ({
      id: indicateur.id,
      libelle: indicateur.libelle,
      nouvelle: derniereNouvelle(indicateur),
    })),
  );
  protected readonly recents = computed(() =>
    Object.entries(this.store.fiche()?.champs ?? {})
      .map(([champ, etat]) => ({ champ, libelle: champDe(champ as ChampId).libelle, ...etat }))
      .sort((a, b) => b.modifieLe.localeCompare(a.modifieLe))
      .slice(0, RECENTS),
  );
}
