import { inject, Injectable } from '@angular/core';
import { Title } from '@angular/platform-browser';
import { type RouterStateSnapshot, TitleStrategy } from '@angular/router';

/** Title of the window: « Fiches — Plénière ». */
@Injectable({ providedIn: 'root' })
export class TitreFenetre extends TitleStrategy {
  private readonly title = inject(Title);

  override updateTitle(etat: RouterStateSnapshot): void {
    this.nommer(this.buildTitle(etat));
  }

  /** Names the page once its data is known, for instance « T 1.1 La parole des habitants ». */
  nommer(titre: string | undefined): void {
    this.title.setTitle(titre ? `${titre} — Plénière` : 'Plénière');
  }
}
