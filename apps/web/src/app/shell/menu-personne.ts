import { DOCUMENT } from '@angular/common';
import { Component, computed, type ElementRef, inject, input, output, viewChild } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { LIBELLES_ROLES, type SessionCourante } from '@pleniere/acces/domain';
import { SessionStore } from '@pleniere/acces/web';
import { type NomIcone, PlIcone } from '@pleniere/shared/ui';
import { LIBELLES_THEMES, Pannes, type Theme, THEMES, ThemeStore } from '@pleniere/shared/web';

const ICONES_THEMES: Readonly<Record<Theme, NomIcone>> = {
  appareil: 'theme-appareil',
  clair: 'theme-clair',
  sombre: 'theme-sombre',
  contraste: 'theme-contraste',
};

/** The person who is logged in: who they are here, the look they prefer, the way out. */
@Component({
  selector: 'pl-menu-personne',
  imports: [PlIcone, RouterLink],
  templateUrl: './menu-personne.html',
  styleUrl: './menu-personne.scss',
})
export class MenuPersonne {
  private readonly store = inject(SessionStore);
  private readonly router = inject(Router);
  private readonly pannes = inject(Pannes);
  private readonly fenetre = inject(DOCUMENT).defaultView as Window;
  private readonly menu = viewChild.required<ElementRef<HTMLElement>>('menu');

  readonly session = input.required<SessionCourante>();
  readonly clavier = output();

  protected readonly themes = inject(ThemeStore);
  protected readonly choix = THEMES.map((theme) => ({
    theme,
    libelle: LIBELLES_THEMES[theme],
    icone: ICONES_THEMES[theme],
  }));
  protected readonly role = computed(() => LIBELLES_ROLES[this.session().role]);
  protected readonly initiales = computed(() =>
    this.session()
      .personne.nom.split(/[\s-]+/)
      .map((mot) => mot.charAt(0))
      .join('')
      .slice(0, 2)
      .toUpperCase(),
  );

  protected fermer(): void {
    this.menu().nativeElement.hidePopover();
  }

  protected montrerClavier(): void {
    this.fermer();
    this.clavier.emit();
  }

  protected async seDeconnecter(): Promise<void> {
    try {
      const sortie = await this.store.fermer();
      if (sortie !== null) this.fenetre.location.assign(sortie);
      else await this.router.navigateByUrl('/', { onSameUrlNavigation: 'reload' });
    } catch (erreur) {
      this.pannes.signaler(erreur);
    }
  }
}
