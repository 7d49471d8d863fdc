import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type ContestationSituee } from '@pleniere/indicateurs/domain';
import { PlErreur, PlEtatVide, PlPage, PlSquelette } from '@pleniere/shared/ui';
import { TitreFenetre } from '@pleniere/shared/web';
import { codeLisible } from '../indicateurs-client';
import { CadreIndicateurs } from '../pages/cadre-indicateurs';
import { direLieu } from '../qualite/mots-verification';
import { QualiteClient } from '../qualite/qualite-client';
import { CarteContestation } from './carte-contestation';

/** Every contestation: those that wait for the team, then those that were decided. */
@Component({
  selector: 'pl-contestations-page',
  imports: [CarteContestation, PlErreur, PlEtatVide, PlPage, PlSquelette, RouterLink],
  providers: [CadreIndicateurs],
  templateUrl: './contestations-page.html',
  styleUrl: './contestations-page.scss',
})
export class ContestationsPage {
  protected readonly lecture = inject(QualiteClient).contestations();
  private readonly cadre = inject(CadreIndicateurs);

  protected readonly parties = computed(() => {
    const toutes = this.lecture.hasValue() ? this.lecture.value() : [];
    return [
      { titre: 'À décider', cas: toutes.filter(({ statut }) => statut === 'ouverte') },
      { titre: 'Décidées ou retirées', cas: toutes.filter(({ statut }) => statut !== 'ouverte') },
    ].filter(({ cas }) => cas.length > 0);
  });

  constructor() {
    inject(TitreFenetre).nommer('Contestations');
  }

  protected lieu(contestation: ContestationSituee): string {
    const { ficheCode } = contestation.indicateur;
    const lieu = direLieu(contestation, this.cadre.nommer(contestation.territoire));
    return ficheCode ? `${codeLisible(ficheCode)} · ${lieu}` : lieu;
  }
}
