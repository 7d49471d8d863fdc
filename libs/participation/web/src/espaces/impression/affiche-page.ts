import { DOCUMENT } from '@angular/common';
import { Component, computed, effect, inject, input, resource } from '@angular/core';
import { RouterLink } from '@angular/router';
import { formaterDate, formaterHoraire } from '@pleniere/shared/domain';
import { PlErreur, PlIcone, PlSquelette } from '@pleniere/shared/ui';
import { TitreFenetre } from '@pleniere/shared/web';
import { EspacesClient } from '../espaces-client';

/** Poster of a séance to print: what, where, when, and the code by which a phone declares a presence. */
@Component({
  selector: 'pl-affiche-page',
  imports: [PlErreur, PlIcone, PlSquelette, RouterLink],
  templateUrl: './affiche-page.html',
  styleUrl: './affiche-page.scss',
})
export class AffichePage {
  private readonly client = inject(EspacesClient);
  private readonly origine = inject(DOCUMENT).location.origin;

  readonly id = input.required<string>();
  protected readonly seance = this.client.seance(this.id);
  protected readonly lue = computed(() => (this.seance.hasValue() ? this.seance.value() : null));
  protected readonly adresse = computed(() => {
    const lue = this.lue();
    return lue?.adresseEmargement ? this.origine + lue.adresseEmargement : undefined;
  });
  protected readonly code = resource({ params: () => this.adresse(), loader: ({ params }) => dessiner(params) });
  protected readonly quand = computed(() => {
    const lue = this.lue();
    return lue ? [formaterDate(lue.date), formaterHoraire(lue.heure)].filter(Boolean).join(' à ') : '';
  });

  constructor() {
    const fenetre = inject(TitreFenetre);
    effect(() => fenetre.nommer(`Affiche, ${this.lue()?.espace.nom ?? ''}`));
  }

  protected imprimer(): void {
    window.print();
  }
}

/** A QR code as an image of its own, so that no style and no script comes with it. */
async function dessiner(adresse: string): Promise<string> {
  const { default: qrcode } = await import('qrcode');
  return qrcode.toDataURL(adresse, { errorCorrectionLevel: 'M', margin: 2, width: 640 });
}
