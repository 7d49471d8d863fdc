import { DOCUMENT } from '@angular/common';
import { effect, inject, type Signal, signal } from '@angular/core';

/** Fields of the sheet that stand on screen, for as long as somebody wants to know; call it from a field initialiser. */
export function champsVisibles(voulu: Signal<boolean>): Signal<ReadonlySet<string>> {
  const page = inject(DOCUMENT);
  const visibles = signal<ReadonlySet<string>>(new Set());
  effect((fin) => {
    const Observateur = page.defaultView?.IntersectionObserver;
    if (!voulu() || !Observateur) return;
    const observateur = new Observateur((vus) => {
      visibles.update((avant) => {
        const apres = new Set(avant);
        for (const { target, isIntersecting } of vus) {
          const champ = target.id.replace(/^champ-/, '');
          if (isIntersecting) apres.add(champ);
          else apres.delete(champ);
        }
        return apres;
      });
    });
    for (const champ of page.querySelectorAll('[id^="champ-"]')) observateur.observe(champ);
    fin(() => observateur.disconnect());
  });
  return visibles.asReadonly();
}
