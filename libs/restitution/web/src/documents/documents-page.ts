import { Component, computed, effect, inject, Injector, input, linkedSignal, signal } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { SessionStore } from '@pleniere/acces/web';
import type { ArreteResume } from '@pleniere/plenieres/domain';
import {
  type DocumentProduit,
  estEnRoute,
  LIBELLES_DOCUMENTS,
  LIBELLES_STATUTS_DOCUMENT,
  type StatutDocument,
} from '@pleniere/restitution/domain';
import { accorder, formaterNombre } from '@pleniere/shared/domain';
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
import { FilDirect, TitreFenetre } from '@pleniere/shared/web';
import { auditTime, filter, merge } from 'rxjs';
import { DocumentsClient } from '../documents-client';

const RELECTURE_MS = 400;

const SIGNES: Readonly<Record<StatutDocument, { ton: Ton; icone: NomIcone }>> = {
  attente: { ton: 'neutre', icone: 'a-venir' },
  'en-cours': { ton: 'info', icone: 'en-cours' },
  pret: { ton: 'succes', icone: 'valide' },
  echec: { ton: 'alerte', icone: 'alerte' },
  annule: { ton: 'neutre', icone: 'fermer' },
};

/** Documents made from an arrêté: how far each is, its file, and what it was made of. */
@Component({
  selector: 'pl-documents-page',
  imports: [DateFr, MatButton, PlErreur, PlEtatVide, PlIcone, PlPage, PlPuceStatut, PlSquelette, RouterLink],
  templateUrl: './documents-page.html',
  styleUrl: './documents-page.scss',
})
export class DocumentsPage {
  private readonly client = inject(DocumentsClient);
  private readonly injector = inject(Injector);
  private readonly annonce = inject(Annonce);

  readonly id = input.required<string>();

  protected readonly gerer = inject(SessionStore).peut('plenieres.gerer');
  protected readonly libelles = LIBELLES_DOCUMENTS;
  protected readonly statuts = LIBELLES_STATUTS_DOCUMENT;
  protected readonly signes = SIGNES;
  protected readonly enRoute = estEnRoute;
  protected readonly refus = signal<unknown>(null);

  private readonly arretes = this.client.arretes();
  protected readonly lecture = this.client.documents(this.id);
  /** Stays on screen while it is read again. */
  protected readonly documents = linkedSignal<DocumentProduit[] | undefined, DocumentProduit[] | undefined>({
    source: () => (this.lecture.hasValue() ? this.lecture.value() : undefined),
    computation: (lus, avant) => lus ?? avant?.value,
  });
  protected readonly arrete = computed<ArreteResume | undefined>(() => this.tous().find(({ id }) => id === this.id()));
  protected readonly titre = computed(() => {
    const numero = this.arrete()?.numero;
    return numero === undefined ? 'Documents' : `Documents de l’arrêté n°\u00A0${numero}`;
  });

  constructor() {
    const fenetre = inject(TitreFenetre);
    effect(() => fenetre.nommer(this.titre()));
    const fil = inject(FilDirect);
    const avances = fil
      .evenements('document.avance')
      .pipe(filter(({ donnees }) => donnees?.['arreteId'] === this.id()));
    merge(avances, fil.reprises)
      .pipe(auditTime(RELECTURE_MS), takeUntilDestroyed())
      .subscribe(() => this.lecture.reload());
  }

  protected adresse({ id }: DocumentProduit): string {
    return this.client.adresse(id);
  }

  protected estPdf({ fichier }: DocumentProduit): boolean {
    return fichier?.type === 'application/pdf';
  }

  /** « 13 fiches », « 2 fiches choisies sur 13, 3 parties ». */
  protected choix({ options: { ficheIds, sections, arreteDepuisId, annee } }: DocumentProduit): string {
    const total = this.arrete()?.perimetre.length ?? ficheIds.length;
    const fiches = ficheIds.length;
    const depuis = this.tous().find(({ id }) => id === arreteDepuisId);
    return [
      fiches === 0 ? accorder(total, 'fiche') : `${accorder(fiches, 'fiche choisie', 'fiches choisies')} sur ${total}`,
      ...(sections.length === 0 ? [] : [accorder(sections.length, 'partie')]),
      ...(depuis ? [`depuis l’arrêté n°\u00A0${depuis.numero}`] : []),
      ...(annee === undefined ? [] : [`année ${annee}`]),
    ].join(', ');
  }

  protected taille(octets: number): string {
    return octets < 1e6 ? `${formaterNombre(octets / 1e3, 0)}\u00A0ko` : `${formaterNombre(octets / 1e6, 1)}\u00A0Mo`;
  }

  protected async demander(): Promise<void> {
    const arrete = this.arrete();
    if (!arrete) return;
    // Imported on demand: most visits only download.
    const { ouvrirDemande } = await import('./dialogue-document');
    const demande = await ouvrirDemande(this.injector, { arrete, anterieurs: this.anterieurs(arrete) });
    if (!demande) return;
    this.lecture.reload();
    await this.annonce.dire(`${LIBELLES_DOCUMENTS[demande.sorte].nom}\u00A0: demandé. Un courriel vous préviendra.`);
  }

  protected async annuler(document: DocumentProduit): Promise<void> {
    await this.agir(() => this.client.annuler(document.id), 'Document annulé.');
  }

  protected async refaire({ sorte, options }: DocumentProduit): Promise<void> {
    await this.agir(() => this.client.demander(this.id(), { sorte, options }), 'Document demandé de nouveau.');
  }

  private async agir(acte: () => Promise<unknown>, dit: string): Promise<void> {
    this.refus.set(null);
    try {
      await acte();
      await this.annonce.dire(dit);
    } catch (erreur) {
      this.refus.set(erreur);
    }
    this.lecture.reload();
  }

  private tous(): ArreteResume[] {
    return this.arretes.hasValue() ? this.arretes.value() : [];
  }

  private anterieurs({ numero }: ArreteResume): ArreteResume[] {
    return this.tous().filter((autre) => autre.numero < numero);
  }
}
