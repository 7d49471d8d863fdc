import { NgTemplateOutlet } from '@angular/common';
import { Component, computed, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { SessionStore } from '@pleniere/acces/web';
import { codeAffiche, type TableauDeBord } from '@pleniere/fiches/domain';
import { accorder } from '@pleniere/shared/domain';
import { DateFr, PlErreur, PlEtatVide, PlIcone, PlPage, PlSquelette } from '@pleniere/shared/ui';
import { ReperesDuJournal } from '../journal/reperes-journal';
import { PilotageClient } from '../pilotage/pilotage-client';
import { CarteContrat } from './carte-contrat';
import { derniereVisite } from './derniere-visite';
import { direAttente, direMouvement, type LigneAttente } from './mots-accueil';
import { PremiersGestes } from './premiers-gestes';

// Changes shown before one asks for all of them.
const APERCU = 8;

/** Demands of one fiche, under its title; or those of residents. */
interface GroupeAttentes {
  fiche: LigneAttente['attente']['fiche'];
  lignes: LigneAttente[];
}

function parFiche({ attentes, annee }: TableauDeBord, service: string | null): GroupeAttentes[] {
  const groupes = Map.groupBy(attentes, ({ fiche }) => fiche?.code);
  return [...groupes.values()].flatMap((groupe) =>
    groupe[0] ? { fiche: groupe[0].fiche, lignes: groupe.map((attente) => direAttente(attente, annee, service)) } : [],
  );
}

function direQuiAttend(groupes: readonly GroupeAttentes[]): string {
  const fiches = groupes.filter(({ fiche }) => fiche !== null).length;
  if (fiches < groupes.length) {
    const autres = fiches === 0 ? 'Des' : `${accorder(fiches, 'fiche')} et des`;
    return `${autres} questions d’habitants vous attendent.`;
  }
  return fiches === 0 ? 'Rien ne vous attend.' : `${accorder(fiches, 'fiche vous attend', 'fiches vous attendent')}.`;
}

/** Home: what waits for me first, then what moved since my last visit, then the contrat in one picture. */
@Component({
  selector: 'pl-accueil-page',
  imports: [
    CarteContrat,
    DateFr,
    NgTemplateOutlet,
    PlErreur,
    PlEtatVide,
    PlIcone,
    PlPage,
    PlSquelette,
    PremiersGestes,
    RouterLink,
  ],
  templateUrl: './accueil-page.html',
  styleUrl: './accueil-page.scss',
})
export class AccueilPage {
  private readonly store = inject(SessionStore);
  protected readonly session = this.store.session;
  protected readonly tableau = inject(PilotageClient).tableauDeBord();

  private readonly service = computed(() => {
    const session = this.session();
    return session && session.role !== 'equipe' ? (session.organisation?.id ?? null) : null;
  });
  protected readonly attentes = computed(() =>
    this.tableau.hasValue() ? parFiche(this.tableau.value(), this.service()) : [],
  );
  /** The contrat has no fiche, and the person may give it some. */
  protected readonly aCommencer = computed(
    () =>
      this.store.peut('fiches.creer') &&
      this.tableau.hasValue() &&
      this.tableau.value().enjeux.every(({ fiches }) => fiches.length === 0),
  );
  protected readonly mouvements = computed(() =>
    this.tableau.hasValue()
      ? this.tableau.value().mouvements.map((mouvement) => ({
          ...mouvement,
          geste: direMouvement(mouvement),
          nouveau: this.visite !== '' && mouvement.quand > this.visite,
        }))
      : [],
  );
  protected readonly visibles = computed(() => this.mouvements().slice(0, this.toutVoir() ? undefined : APERCU));
  protected readonly toutVoir = signal(false);
  /** Days from which one often reads what changed. */
  protected readonly reperes = inject(ReperesDuJournal, { optional: true })?.reperes;
  protected readonly code = codeAffiche;
  protected readonly lede = computed(() => {
    const nouveaux = this.mouvements().filter(({ nouveau }) => nouveau).length;
    if (!this.tableau.hasValue()) return undefined;
    const demande = direQuiAttend(this.attentes());
    return nouveaux === 0 ? demande : `${demande} ${accorder(nouveaux, 'nouveauté')} depuis votre dernière visite.`;
  });

  private readonly visite = derniereVisite(this.session()?.personne.id ?? '');
}
