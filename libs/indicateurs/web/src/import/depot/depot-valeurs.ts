import { Component, inject, output, signal } from '@angular/core';
import { MatProgressBar } from '@angular/material/progress-bar';
import { type ApercuImport, LIMITES_IMPORT } from '@pleniere/indicateurs/domain';
import { formaterNombre, FORMATS_TABLEUR, INSECABLE } from '@pleniere/shared/domain';
import { ErreurApi, lireProbleme, PlDepot, PlErreur } from '@pleniere/shared/ui';
import { ImportsClient } from '../imports-client';

const MEGAOCTETS = LIMITES_IMPORT.octets / 1024 / 1024;

function refuser(title: string, detail: string): ErreurApi {
  return new ErreurApi({ type: 'about:blank', status: 422, title, detail });
}

/** What the screen can tell of a choice of files before sending anything. */
function verifierDepot(fichiers: readonly File[]): ErreurApi | null {
  const [fichier, autre] = fichiers;
  if (!fichier || autre) return refuser('Déposez un seul fichier à la fois.', 'Rien n’a été envoyé.');
  if (fichier.size <= LIMITES_IMPORT.octets) return null;
  const poids = formaterNombre(fichier.size / 1024 / 1024, 1);
  return refuser(
    `Ce fichier pèse ${poids}${INSECABLE}Mo, la limite est de ${MEGAOCTETS}${INSECABLE}Mo.`,
    'Rien n’a été envoyé. Gardez la seule feuille des valeurs, ou partagez le fichier en plusieurs.',
  );
}

/** Says that it is the file that is refused, once, and that nothing was written. */
function nommerRefus(erreur: unknown): unknown {
  const { status, detail } = lireProbleme(erreur);
  return status === 422 ? refuser('Ce fichier n’a pas pu être lu.', `${detail ?? ''} Rien n’a été écrit.`) : erreur;
}

/** Where a workbook is dropped or chosen; it may be dropped anywhere on the page. */
@Component({
  selector: 'pl-depot-valeurs',
  imports: [MatProgressBar, PlDepot, PlErreur],
  templateUrl: './depot-valeurs.html',
  styleUrl: './depot-valeurs.scss',
})
export class DepotValeurs {
  private readonly client = inject(ImportsClient);

  /** The file has been read: here is what it would change. */
  readonly depose = output<ApercuImport>();

  /** Name of the file under way. */
  protected readonly enCours = signal<string | null>(null);
  protected readonly refus = signal<unknown>(null);

  protected readonly formats = FORMATS_TABLEUR.map((format) => `.${format}`).join(',');
  protected readonly limites = `${MEGAOCTETS}${INSECABLE}Mo et ${formaterNombre(LIMITES_IMPORT.lignes)} lignes au plus.`;

  protected async envoyer(fichiers: readonly File[]): Promise<void> {
    const [fichier] = fichiers;
    if (!fichier || this.enCours() !== null) return;
    this.refus.set(verifierDepot(fichiers));
    if (this.refus() !== null) return;
    this.enCours.set(fichier.name);
    try {
      this.depose.emit(await this.client.deposer(fichier));
    } catch (erreur) {
      this.refus.set(nommerRefus(erreur));
    } finally {
      this.enCours.set(null);
    }
  }
}
