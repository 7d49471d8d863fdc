import { DOCUMENT } from '@angular/common';
import { Component, computed, inject, type Injector, linkedSignal, signal } from '@angular/core';
import {
  MAT_DIALOG_DATA,
  MatDialog,
  MatDialogActions,
  MatDialogClose,
  MatDialogContent,
  MatDialogRef,
  MatDialogTitle,
} from '@angular/material/dialog';
import { composerRelance, type DestinataireRelance, type RelancesCampagne } from '@pleniere/fiches/domain';
import { type Campagne, CHAMPS_RELANCE, LIMITES_CAMPAGNE } from '@pleniere/indicateurs/domain';
import { accorder } from '@pleniere/shared/domain';
import { PlErreur } from '@pleniere/shared/ui';
import { firstValueFrom } from 'rxjs';
import { PlSaisie } from '../../champs/saisie/saisie';
import { CampagnesClient } from '../campagnes-client';

/** What the dialog starts from. */
interface Donnees {
  campagne: Campagne;
  relances: RelancesCampagne;
}

/** Reminders of a campagne: who gets one, the words, and how each person will read them. */
@Component({
  selector: 'pl-dialogue-relance',
  imports: [MatDialogActions, MatDialogClose, MatDialogContent, MatDialogTitle, PlErreur, PlSaisie],
  templateUrl: './dialogue-relance.html',
  styleUrl: './dialogue-relance.scss',
})
export class DialogueRelance {
  protected readonly donnees = inject<Donnees>(MAT_DIALOG_DATA);
  private readonly client = inject(CampagnesClient);
  private readonly fenetre = inject<MatDialogRef<DialogueRelance, RelancesCampagne>>(MatDialogRef);
  private readonly adresse = inject(DOCUMENT).location.origin;

  protected readonly mots = CHAMPS_RELANCE.map((mot) => `{${mot}}`).join(', ');
  protected readonly limites = LIMITES_CAMPAGNE;
  protected readonly objet = signal(this.donnees.campagne.relanceObjet);
  protected readonly texte = signal(this.donnees.campagne.relanceTexte);
  protected readonly choisis = signal<ReadonlySet<string>>(
    new Set(this.donnees.relances.destinataires.map(({ personne }) => personne.id)),
  );
  protected readonly enCours = signal(false);
  protected readonly refus = signal<unknown>(null);

  protected readonly destinataires = computed(() =>
    this.donnees.relances.destinataires.filter(({ personne }) => this.choisis().has(personne.id)),
  );
  /** Person whose e-mail is shown; the first chosen one until another is asked for. */
  protected readonly montree = linkedSignal<DestinataireRelance[], DestinataireRelance | undefined>({
    source: this.destinataires,
    computation: (connus, avant) =>
      connus.find(({ personne }) => personne.id === avant?.value?.personne.id) ?? connus[0],
  });
  protected readonly apercu = computed(() => {
    const montree = this.montree();
    if (!montree) return null;
    return composerRelance({ objet: this.objet(), texte: this.texte() }, montree, this.donnees.campagne, this.adresse);
  });
  protected readonly action = computed(() => `Envoyer ${accorder(this.destinataires().length, 'courriel')}`);
  protected readonly pret = computed(
    () => this.destinataires().length > 0 && this.objet().trim() !== '' && this.texte().trim() !== '',
  );

  protected dire({ nombre, enLAbsenceDe }: DestinataireRelance): string {
    const du = accorder(nombre, 'valeur');
    return enLAbsenceDe === null ? du : `${du}, en l’absence de ${enLAbsenceDe}`;
  }

  protected cocher(id: string, coche: boolean): void {
    this.choisis.update((avant) => {
      const apres = new Set(avant);
      if (coche) apres.add(id);
      else apres.delete(id);
      return apres;
    });
  }

  protected montrer(id: string): void {
    this.montree.set(this.destinataires().find(({ personne }) => personne.id === id));
  }

  protected async envoyer(): Promise<void> {
    this.refus.set(null);
    this.enCours.set(true);
    const destinataires = this.destinataires().map(({ personne }) => personne.id);
    try {
      const { campagne } = this.donnees;
      const relance = { objet: this.objet(), texte: this.texte(), destinataires };
      this.fenetre.close(await this.client.relancer(campagne, relance));
    } catch (erreur) {
      this.refus.set(erreur);
    } finally {
      this.enCours.set(false);
    }
  }
}

/** Opens the reminders and waits for what was sent; null when the person gave up. */
export async function ouvrirRelance(injector: Injector, donnees: Donnees): Promise<RelancesCampagne | null> {
  const ouvert = injector.get(MatDialog).open<DialogueRelance, Donnees, RelancesCampagne>(DialogueRelance, {
    data: donnees,
    width: '60rem',
    maxWidth: 'calc(100vw - 2rem)',
    // A click beside must not lose the words that were typed.
    disableClose: true,
  });
  return (await firstValueFrom(ouvert.afterClosed())) ?? null;
}
