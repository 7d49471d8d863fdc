import { Component, computed, effect, inject, signal, untracked } from '@angular/core';
import type { EntreeJournal } from '@pleniere/acces/domain';
import { champDe, LIMITES_CIRCUIT, type RetablissementChamp } from '@pleniere/fiches/domain';
import { formaterDate, formaterHeure } from '@pleniere/shared/domain';
import { Annonce, PlErreur, PlEtatVide, PlIcone, PlSquelette, Saisie } from '@pleniere/shared/ui';
import { firstValueFrom } from 'rxjs';
import { TypoFr } from '../../champs/typo-fr';
import { FicheStore } from '../../fiche/fiche-store';
import { Referentiels } from '../../fiche/referentiels';
import { FichesClient } from '../../fiches-client';
import { ChangementLu } from '../../historique/changement-lu';
import { HistoriqueClient, TAILLE_PAGE_HISTORIQUE } from '../../historique/historique-client';
import { ComparerDates } from './comparer-dates';
import { type EntreeRacontee, type Nommer, raconter } from './raconter';

interface Jour {
  date: string;
  entrees: EntreeRacontee[];
}

/** Who changed what, when, from what to what; a field goes back to what it was from here. */
@Component({
  selector: 'pl-historique-page',
  imports: [ChangementLu, ComparerDates, PlErreur, PlEtatVide, PlIcone, PlSquelette, TypoFr],
  templateUrl: './historique-page.html',
  styleUrls: ['../suivi.scss', './historique-page.scss'],
})
export class HistoriquePage {
  private readonly store = inject(FicheStore);
  private readonly referentiels = inject(Referentiels);
  private readonly fiches = inject(FichesClient);
  private readonly client = inject(HistoriqueClient);
  private readonly saisie = inject(Saisie);
  private readonly annonce = inject(Annonce);
  private readonly entrees = signal<readonly EntreeJournal[]>([]);
  private readonly ficheId = computed(() => this.store.fiche()?.id);

  protected readonly enCours = signal(true);
  protected readonly refus = signal<unknown>(null);
  protected readonly suite = signal(false);
  protected readonly ecrire = computed(() => this.store.fiche()?.droits.ecrire ?? false);

  protected readonly jours = computed(() => {
    const jours: Jour[] = [];
    for (const entree of this.entrees()) {
      const date = formaterDate(entree.quand);
      if (jours.at(-1)?.date !== date) jours.push({ date, entrees: [] });
      jours.at(-1)?.entrees.push(raconter(entree, this.nommer));
    }
    return jours;
  });

  constructor() {
    effect(() => {
      if (this.ficheId()) untracked(() => void this.reprendre());
    });
  }

  /** Adds the next page, older than what is shown. */
  protected async lire(): Promise<void> {
    const fiche = this.ficheId();
    if (!fiche) return;
    this.refus.set(null);
    this.enCours.set(true);
    try {
      const { entrees } = await this.client.lire({ fiche }, this.entrees().at(-1)?.id ?? null);
      if (fiche !== this.ficheId()) return;
      this.entrees.update((lues) => [...lues, ...entrees]);
      this.suite.set(entrees.length === TAILLE_PAGE_HISTORIQUE);
    } catch (erreur) {
      this.refus.set(erreur);
    } finally {
      this.enCours.set(false);
    }
  }

  /** Asks why, then brings the field back to one side of the change. */
  protected async retablir({ id, champ, quand }: EntreeRacontee, cote: RetablissementChamp['cote']): Promise<void> {
    const fiche = this.store.fiche();
    if (!fiche || champ === null) return;
    const moment = `la modification du ${formaterDate(quand)} à ${formaterHeure(quand)}`;
    const fait = await this.saisie.demander({
      titre: `Rétablir «\u00A0${champDe(champ).libelle}\u00A0»`,
      texte: `Le champ redevient ce qu’il était ${cote === 'avant' ? 'avant' : 'après'} ${moment}. Ce qui y est écrit aujourd’hui reste dans l’historique.`,
      action: 'Rétablir',
      champs: [{ cle: 'motif', libelle: 'Pourquoi', type: 'texte', lignes: 3, max: LIMITES_CIRCUIT.motif }],
      valeur: { motif: '' },
      version: fiche.champs[champ]?.version ?? 0,
      enregistrer: ({ motif }, version) =>
        this.client.retablirChamp(fiche.id, champ, { entree: id, cote, motif }, version),
      lire: () => ({ motif: '' }),
    });
    if (!fait) return;
    this.store.recevoir(await firstValueFrom(this.fiches.lireFiche(fiche.id)));
    await this.reprendre();
    await this.annonce.dire('Texte rétabli.');
  }

  private reprendre(): Promise<void> {
    this.entrees.set([]);
    return this.lire();
  }

  private readonly nommer: Nommer = ({ objet, objetId }) => {
    const fiche = this.store.fiche();
    if (objet === 'orientation') return this.referentiels.texteOrientation(objetId);
    if (objet === 'action') return this.store.titreAction(objetId);
    if (objet === 'declinaison') return fiche?.declinaisons.find(({ id }) => id === objetId)?.organisation.nom ?? null;
    return this.nommerIndicateur(objetId);
  };

  /** Id of an indicator, or of one of its cells: `id/annee/territoire`. */
  private nommerIndicateur(objetId: string): string | null {
    const [indicateurId, annee, territoire = 'contrat'] = objetId.split('/');
    const indicateur = this.store.fiche()?.indicateurs.find(({ id }) => id === indicateurId);
    if (!indicateur) return null;
    const lieu = territoire === 'contrat' ? null : this.referentiels.nomTerritoire(territoire);
    return [indicateur.libelle, annee, lieu].filter(Boolean).join(', ');
  }

  protected heure(entree: Pick<EntreeJournal, 'quand'>): string {
    return formaterHeure(entree.quand);
  }
}
