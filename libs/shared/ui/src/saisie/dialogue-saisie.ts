import { Component, computed, inject, type Injector, signal } from '@angular/core';
import { type FieldTree, form, FormField, submit, validateTree } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import {
  MAT_DIALOG_DATA,
  MatDialog,
  MatDialogActions,
  MatDialogContent,
  MatDialogRef,
  MatDialogTitle,
} from '@angular/material/dialog';
import { MatError, MatFormField, MatHint, MatLabel } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { filter, firstValueFrom } from 'rxjs';
import { PlErreur } from '../page/erreur';
import { lireProbleme } from '../page/erreur-api';
import {
  type ChampSaisi,
  champsMontres,
  type DemandeSaisie,
  enMots,
  enTexte,
  lireSaisie,
  refusDuChamp,
  type Saisies,
  type Textes,
} from './champs';

type Demande = DemandeSaisie<Saisies, unknown>;

/** What somebody else saved meanwhile, as this form would hold it. */
interface Actuel {
  version: number;
  textes: Textes;
}

function enTextes(champs: readonly ChampSaisi<Saisies>[], valeur: Saisies): Textes {
  return Object.fromEntries(champs.map(({ cle }) => [cle, enTexte(valeur[cle])]));
}

/** The form itself. */
@Component({
  selector: 'pl-dialogue-saisie',
  imports: [
    FormField,
    MatButton,
    MatDialogActions,
    MatDialogContent,
    MatDialogTitle,
    MatError,
    MatFormField,
    MatHint,
    MatInput,
    MatLabel,
    PlErreur,
  ],
  templateUrl: './dialogue-saisie.html',
  styleUrl: './dialogue-saisie.scss',
})
export class DialogueSaisie {
  protected readonly demande = inject<Demande>(MAT_DIALOG_DATA);
  private readonly fenetre = inject<MatDialogRef<DialogueSaisie>>(MatDialogRef);

  private readonly textes = signal(enTextes(this.demande.champs, this.demande.valeur));
  private readonly version = signal(this.demande.version ?? 0);
  protected readonly refus = signal<unknown>(null);
  protected readonly actuel = signal<Actuel | null>(null);

  protected readonly champs = computed(() => champsMontres(this.demande.champs, this.textes()));
  protected readonly saisie = form(this.textes, (formulaire) => {
    validateTree(formulaire, ({ fieldTree }) => {
      const saisie = lireSaisie(this.demande.champs, this.textes());
      return this.champs().flatMap((champ) => {
        const message = refusDuChamp(champ, this.textes(), saisie);
        const noeud = fieldTree[champ.cle];
        return message === null || !noeud ? [] : [{ kind: 'refus', message, fieldTree: noeud }];
      });
    });
  });
  protected readonly differences = computed(() => {
    const actuel = this.actuel();
    if (!actuel) return [];
    return this.demande.champs
      .map((champ) => ({ champ, eux: actuel.textes[champ.cle] ?? '', moi: this.textes()[champ.cle] ?? '' }))
      .filter(({ eux, moi }) => eux !== moi)
      .map(({ champ, eux, moi }) => ({
        cle: champ.cle,
        libelle: champ.libelle,
        eux: enMots(champ, eux),
        moi: enMots(champ, moi),
      }));
  });

  constructor() {
    this.fenetre
      .keydownEvents()
      .pipe(filter(({ key }) => key === 'Escape'))
      .subscribe(() => this.fermer(null));
  }

  protected noeudDe(cle: string): FieldTree<string> {
    return this.saisie[cle] as FieldTree<string>;
  }

  protected texte(cle: string): string {
    return this.textes()[cle] ?? '';
  }

  protected ecrire(cle: string, texte: string): void {
    this.textes.update((textes) => ({ ...textes, [cle]: texte }));
  }

  protected async choisirImage(cle: string, choix: HTMLInputElement): Promise<void> {
    const [fichier] = choix.files ?? [];
    if (!fichier) return;
    const lu = await new Promise<string>((suite, echec) => {
      const lecteur = new FileReader();
      lecteur.onload = () => suite(String(lecteur.result));
      lecteur.onerror = () => echec(lecteur.error);
      lecteur.readAsDataURL(fichier);
    });
    this.ecrire(cle, lu);
    this.noeudDe(cle)().markAsTouched();
  }

  protected async enregistrer(): Promise<void> {
    this.refus.set(null);
    await submit(this.saisie, async () => {
      try {
        this.fermer(await this.demande.enregistrer(lireSaisie(this.demande.champs, this.textes()), this.version()));
      } catch (erreur) {
        const { status, actuel } = lireProbleme(erreur);
        if (status === 412 && actuel) this.actuel.set(this.lire(actuel as { version: number }));
        else this.refus.set(erreur);
      }
      return null;
    });
  }

  /** Saves mine over what somebody else wrote, now that both have been read. */
  protected async garder({ version }: Actuel): Promise<void> {
    this.version.set(version);
    this.actuel.set(null);
    await this.enregistrer();
  }

  /** Takes theirs, to go on from there. */
  protected reprendre(actuel: Actuel): void {
    this.version.set(actuel.version);
    this.textes.set(actuel.textes);
    this.actuel.set(null);
  }

  private lire(enregistre: { version: number }): Actuel {
    const valeur = this.demande.lire?.(enregistre) ?? { ...enregistre };
    return { version: enregistre.version, textes: enTextes(this.demande.champs, valeur) };
  }

  protected fermer(resultat: unknown): void {
    this.fenetre.close(resultat);
  }
}

/** Opens the form and waits for what is saved; null when the person gave up. */
export async function ouvrirSaisie<T extends Saisies, L>(
  injector: Injector,
  demande: DemandeSaisie<T, L>,
): Promise<L | null> {
  const ouvert = injector.get(MatDialog).open<DialogueSaisie, DemandeSaisie<T, L>, L>(DialogueSaisie, {
    data: demande,
    width: '36rem',
    maxWidth: 'calc(100vw - 2rem)',
    // A click beside the form must not lose what was typed; Escape leaves.
    disableClose: true,
  });
  return (await firstValueFrom(ouvert.afterClosed())) ?? null;
}
