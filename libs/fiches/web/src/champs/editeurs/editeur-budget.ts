import { Component, computed, inject, model } from '@angular/core';
import { codeAffiche, LIBELLES_CREDITS, type LigneBudget, NATURES_CREDITS } from '@pleniere/fiches/domain';
import { anneesDuContrat, formaterNombre } from '@pleniere/shared/domain';
import { PlIcone } from '@pleniere/shared/ui';
import { FicheStore } from '../../fiche/fiche-store';
import { nouvelId } from '../nouvel-id';
import { lignesEnCours } from '../saisie/lignes-en-cours';

type Montant = 'prevu' | 'obtenu' | 'realise';

/** Cents of an amount typed in euros (« 12 500,50 »); null when empty, undefined when it is not an amount. */
export function lireMontant(texte: string): number | null | undefined {
  const nu = texte.replace(/[\s\u00A0\u202F€]/g, '').replace(',', '.');
  if (nu === '') return null;
  return /^\d+(\.\d{1,2})?$/.test(nu) ? Math.round(Number(nu) * 100) : undefined;
}

/** Budget by year and financer, typed in euros and kept in cents. */
@Component({
  selector: 'pl-editeur-budget',
  imports: [PlIcone],
  templateUrl: './editeur-budget.html',
  styles: `
    :host {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: var(--pl-e1);
      justify-items: start;
    }

    .pl-defilement {
      position: relative;
      width: 100%;
    }

    td,
    th {
      padding: 0.25rem;
    }

    .financeur {
      min-width: 10rem;
    }

    select {
      min-width: 5.25rem;
    }

    .nature {
      min-width: 10rem;
    }

    .action {
      width: 14rem;
    }

    .montant {
      min-width: 6.5rem;
    }
  `,
})
export class EditeurBudget {
  private readonly fiche = inject(FicheStore).fiche;

  readonly valeur = model.required<readonly LigneBudget[]>();

  protected readonly budget = lignesEnCours(this.valeur, ({ financeur }) => financeur.trim() !== '');
  protected readonly natures = NATURES_CREDITS;
  protected readonly credits = LIBELLES_CREDITS;
  protected readonly montants: readonly { cle: Montant; libelle: string }[] = [
    { cle: 'prevu', libelle: 'Prévu' },
    { cle: 'obtenu', libelle: 'Obtenu' },
    { cle: 'realise', libelle: 'Réalisé' },
  ];
  protected readonly annees = computed(() => {
    const contrat = this.fiche()?.contrat;
    return contrat ? anneesDuContrat(contrat) : [];
  });

  protected readonly actions = computed(() =>
    (this.fiche()?.actions ?? []).map(({ id, code, titre }) => ({ id, libelle: `${codeAffiche(code)} – ${titre}` })),
  );

  protected ecrire(centimes: number | null): string {
    return centimes === null ? '' : formaterNombre(centimes / 100, centimes % 100 ? 2 : 0);
  }

  /** A text that is no amount stays in its cell, marked; nothing is sent in its place. */
  protected lire(rang: number, cle: Montant, cellule: HTMLInputElement): void {
    const montant = lireMontant(cellule.value);
    cellule.setAttribute('aria-invalid', String(montant === undefined));
    if (montant !== undefined) this.budget.modifier(rang, { [cle]: montant });
  }

  protected changer(rang: number, changement: { annee?: string; nature?: string }): void {
    const nature = this.natures.find((connue) => connue === changement.nature);
    this.budget.modifier(rang, {
      ...(changement.annee && { annee: Number(changement.annee) }),
      ...(nature && { nature }),
    });
  }

  protected ajouter(): void {
    const derniere = this.budget.lignes().at(-1);
    const annee = derniere?.annee ?? this.annees()[0] ?? new Date().getFullYear();
    const montants = { prevu: null, obtenu: null, realise: null };
    this.budget.changer([
      ...this.budget.lignes(),
      { id: nouvelId(), annee, financeur: '', nature: 'credits-specifiques', ...montants, actionId: null },
    ]);
  }
}
