import { Component, computed, input, output, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { FicheDeGrille } from '@pleniere/indicateurs/domain';
import { PlIcone, PlPuceEnjeu } from '@pleniere/shared/ui';
import { codeLisible } from '../../indicateurs-client';
import { OrdreIndicateurs } from './ordre-indicateurs';

/** Heading of the only fiche of the page, with what the person may do of its indicators. */
@Component({
  selector: 'pl-entete-fiche',
  imports: [OrdreIndicateurs, PlIcone, PlPuceEnjeu, RouterLink],
  templateUrl: './entete-fiche.html',
  styleUrl: './entete-fiche.scss',
})
export class EnteteFiche {
  readonly fiche = input.required<FicheDeGrille>();
  /** The order of its indicators has been kept. */
  readonly range = output();

  protected readonly code = computed(() => codeLisible(this.fiche().code));
  protected readonly nombre = computed(() => this.fiche().indicateurs?.length ?? 0);
  protected readonly rangement = signal(false);
}
