import { Component, computed, effect, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { CLASSES_PROPOSITION, LIBELLES_CLASSES, LIBELLES_VERDICTS } from '@pleniere/participation/domain';
import { formaterNombre } from '@pleniere/shared/domain';
import { DateFr, PlErreur, PlIcone, PlPage, PlSquelette } from '@pleniere/shared/ui';
import { TitreFenetre } from '@pleniere/shared/web';
import { SuitesClient } from '../client/suites-client';
import { codeLisible } from '../../liens/code-lisible';
import { GroupesOpinion } from './opinions/groupes-opinion';
import { direPart } from './propositions-classees';

const EN_TETE = 10;

/** What residents will read once the results are published: the same words and figures, before they are. */
@Component({
  selector: 'pl-apercu-page',
  imports: [DateFr, GroupesOpinion, PlErreur, PlIcone, PlPage, PlSquelette, RouterLink],
  templateUrl: './apercu-page.html',
  styleUrl: './apercu-page.scss',
})
export class ApercuPage {
  readonly id = input.required<string>();
  protected readonly resultats = inject(SuitesClient).resultats(this.id);
  protected readonly lus = computed(() => (this.resultats.hasValue() ? this.resultats.value() : null));
  protected readonly publies = computed(() => ['restituee', 'suites', 'archivee'].includes(this.lus()?.statut ?? ''));
  protected readonly verdicts = LIBELLES_VERDICTS;
  protected readonly direCode = codeLisible;
  protected readonly direPart = direPart;
  protected readonly nombre = formaterNombre;
  protected readonly groupes = computed(() =>
    CLASSES_PROPOSITION.map((classe) => {
      const siennes = (this.lus()?.propositions ?? []).filter(({ resultat }) => resultat.classe === classe);
      return { titre: LIBELLES_CLASSES[classe], combien: siennes.length, propositions: siennes.slice(0, EN_TETE) };
    }).filter(({ combien }) => combien > 0),
  );

  constructor() {
    const fenetre = inject(TitreFenetre);
    effect(() => fenetre.nommer(`Aperçu – ${this.lus()?.question ?? ''}`));
  }
}
