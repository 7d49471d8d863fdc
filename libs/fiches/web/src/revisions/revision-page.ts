import { Component, computed, inject, input, numberAttribute } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type ChampId, type ContenuFiche, LIMITES_CIRCUIT, valeurVide } from '@pleniere/fiches/domain';
import { Annonce, PlErreur, PlIcone, PlSquelette, Saisie } from '@pleniere/shared/ui';
import { LectureChamp } from '../champs/lecture/lecture-champ';
import { TypoFr } from '../champs/typo-fr';
import { FicheStore } from '../fiche/fiche-store';
import { FichesClient } from '../fiches-client';
import { HistoriqueClient } from '../historique/historique-client';
import { CHAMPS_GARDES, LIGNES_GARDEES } from './lignes-lues';
import { direCause, etatDe } from './mots-revision';

/** The text of one revision, as the sheet told it then. */
@Component({
  selector: 'pl-revision-page',
  imports: [LectureChamp, PlErreur, PlIcone, PlSquelette, RouterLink, TypoFr],
  templateUrl: './revision-page.html',
  styleUrl: './revision-page.scss',
})
export class RevisionPage {
  private readonly store = inject(FicheStore);
  private readonly historique = inject(HistoriqueClient);
  private readonly saisie = inject(Saisie);
  private readonly annonce = inject(Annonce);

  readonly numero = input.required({ transform: numberAttribute });

  protected readonly lecture = inject(FichesClient).revision(() => {
    const fiche = this.store.fiche();
    return fiche && { ficheId: fiche.id, numero: this.numero() };
  });
  protected readonly revision = computed(() => {
    const lue = this.lecture.hasValue() ? this.lecture.value() : undefined;
    return lue && { ...lue, etat: etatDe(lue), pourquoi: direCause(lue) };
  });
  protected readonly lignes = computed(() => {
    const contenu: Partial<ContenuFiche> = this.revision()?.contenu ?? {};
    return LIGNES_GARDEES.map((ligne) => ({
      ...ligne,
      champs: ligne.champs.map((champ) => ({ ...champ, valeur: valeurDe(contenu, champ.id) })),
    }));
  });

  /** Labels of the fields that would change if this text were taken again. */
  private readonly changes = computed(() => {
    const [revu, present] = [this.revision()?.contenu ?? {}, this.store.fiche()?.contenu ?? {}];
    return CHAMPS_GARDES.filter(
      ({ id }) => JSON.stringify(valeurDe(revu, id)) !== JSON.stringify(valeurDe(present, id)),
    ).map(({ libelle }) => libelle);
  });
  /** Taking this text again: absent for the text being written, and why not when it cannot be. */
  protected readonly reprise = computed(() => {
    const fiche = this.store.fiche();
    const close = this.revision()?.enVigueurLe ?? this.revision()?.abandonneeLe;
    if (!fiche || !close || (fiche.statut === 'en-vigueur' && fiche.enVigueur === this.numero())) return null;
    if (!fiche.droits.ecrire) return { refus: fiche.droits.refusEcriture };
    return { refus: this.changes().length > 0 ? null : 'Le texte qui s’écrit est déjà celui-là.' };
  });

  /** Asks why, showing what would change, then takes the whole text again. */
  protected async reprendre(numero: number): Promise<void> {
    const fiche = this.store.fiche();
    if (!fiche || this.reprise()?.refus !== null) return;
    const reprise = await this.saisie.demander({
      titre: `Reprendre le texte de la révision ${numero}`,
      texte: `Ces champs changent\u00A0: ${this.changes().join(', ')}. Ce qui y est écrit aujourd’hui reste dans l’historique.`,
      action: 'Reprendre ce texte',
      champs: [{ cle: 'motif', libelle: 'Pourquoi', type: 'texte', lignes: 3, max: LIMITES_CIRCUIT.motif }],
      valeur: { motif: '' },
      version: fiche.version,
      enregistrer: ({ motif }, version) => this.historique.reprendreRevision({ id: fiche.id, version }, numero, motif),
      lire: () => ({ motif: '' }),
    });
    if (!reprise) return;
    this.store.recevoir(reprise);
    await this.annonce.dire(`Le texte de la révision ${numero} est repris.`);
  }
}

function valeurDe<C extends ChampId>(contenu: Partial<ContenuFiche>, champ: C): ContenuFiche[C] | null {
  const valeur = contenu[champ];
  return valeur === undefined || JSON.stringify(valeur) === JSON.stringify(valeurVide(champ)) ? null : valeur;
}
