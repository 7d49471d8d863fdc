import { Component, inject } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { SessionStore } from '@pleniere/acces/web';
import { type ApercuImport, LIBELLES_STATUTS_IMPORT } from '@pleniere/indicateurs/domain';
import { DateFr, PlErreur, PlEtatVide, PlPage, PlPuceStatut, PlSquelette } from '@pleniere/shared/ui';
import { DepotValeurs } from './depot/depot-valeurs';
import { ModeleValeurs } from './depot/modele-valeurs';
import { ImportsClient } from './imports-client';
import { phraseResultat, SIGNES_STATUTS, sortAVoir } from './mots-import';

/** From a workbook to values: the template, the file filled in, and the imports made so far. */
@Component({
  selector: 'pl-imports-page',
  imports: [DateFr, DepotValeurs, ModeleValeurs, PlErreur, PlEtatVide, PlPage, PlPuceStatut, PlSquelette, RouterLink],
  templateUrl: './imports-page.html',
  styleUrl: './imports-page.scss',
})
export class ImportsPage {
  private readonly router = inject(Router);

  protected readonly imports = inject(ImportsClient).liste();
  protected readonly saisir = inject(SessionStore).peut('valeurs.saisir');

  protected readonly libelles = LIBELLES_STATUTS_IMPORT;
  protected readonly signes = SIGNES_STATUTS;
  protected readonly resultat = phraseResultat;

  protected async ouvrir(apercu: ApercuImport): Promise<void> {
    await this.router.navigate(['/indicateurs/import', apercu.id], { queryParams: { sort: sortAVoir(apercu) } });
  }
}
