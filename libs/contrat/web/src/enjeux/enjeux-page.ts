import { Component, computed, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { SessionStore } from '@pleniere/acces/web';
import { RubriquesContrat } from '@pleniere/acteurs/web';
import { type Enjeu, LETTRES_ENJEU, libelleEnjeu, type Orientation } from '@pleniere/contrat/domain';
import { accorder, INSECABLE } from '@pleniere/shared/domain';
import {
  Annonce,
  Confirmation,
  PlErreur,
  PlEtatVide,
  PlGestes,
  PlIcone,
  PlPage,
  PlPuceEnjeu,
  PlSquelette,
  Saisie,
} from '@pleniere/shared/ui';
import { ContratClient } from '../contrat-client';
import { saisieEnjeu, saisieOrientation } from './saisir-enjeu';

/** Enjeux of the contrat, each with the orientations that its fiches take up. */
@Component({
  selector: 'pl-enjeux-page',
  imports: [MatButton, PlErreur, PlEtatVide, PlGestes, PlIcone, PlPage, PlPuceEnjeu, PlSquelette, RubriquesContrat],
  templateUrl: './enjeux-page.html',
  styleUrl: './enjeux-page.scss',
})
export class EnjeuxPage {
  private readonly client = inject(ContratClient);
  private readonly saisie = inject(Saisie);
  private readonly confirmation = inject(Confirmation);
  private readonly annonce = inject(Annonce);

  protected readonly enjeux = this.client.enjeux();
  protected readonly gerer = inject(SessionStore).peut('contrat.gerer');
  /** Refusal of a deletion, shown beside what could not be deleted. */
  protected readonly refus = signal<{ id: string; erreur: unknown } | null>(null);
  protected readonly libelleEnjeu = libelleEnjeu;

  protected readonly lede = computed(() => {
    if (!this.enjeux.hasValue()) return undefined;
    const enjeux = this.enjeux.value();
    const orientations = enjeux.reduce((somme, enjeu) => somme + enjeu.orientations.length, 0);
    return `${accorder(enjeux.length, 'enjeu', 'enjeux')}, ${accorder(orientations, 'orientation')}. Les fiches y prennent leur code et leur phrase d’engagement.`;
  });

  protected code({ type, numero }: Enjeu): string {
    return `${LETTRES_ENJEU[type]}${INSECABLE}${numero}`;
  }

  protected async saisirEnjeu(connu?: Enjeu): Promise<void> {
    this.refus.set(null);
    const enjeu = await this.saisie.demander(
      saisieEnjeu(this.client, this.enjeux.hasValue() ? this.enjeux.value() : [], connu),
    );
    if (enjeu) await this.dire(`${libelleEnjeu(enjeu)}${INSECABLE}: enregistré.`);
  }

  protected async saisirOrientation(enjeu: Enjeu, connue?: Orientation): Promise<void> {
    this.refus.set(null);
    const orientation = await this.saisie.demander(saisieOrientation(this.client, enjeu, connue));
    if (orientation) await this.dire('Orientation enregistrée.');
  }

  protected async supprimerEnjeu(enjeu: Enjeu): Promise<void> {
    await this.supprimer(
      enjeu.id,
      `Supprimer l’${libelleEnjeu(enjeu).toLowerCase()}\u202F?`,
      'Un enjeu qui porte des orientations ou des fiches ne peut pas être supprimé.',
      () => this.client.supprimerEnjeu(enjeu),
    );
  }

  protected async supprimerOrientation(orientation: Orientation): Promise<void> {
    await this.supprimer(orientation.id, 'Supprimer cette orientation\u202F?', orientation.texte, () =>
      this.client.supprimerOrientation(orientation),
    );
  }

  private async supprimer(id: string, titre: string, texte: string, geste: () => Promise<void>): Promise<void> {
    this.refus.set(null);
    if (!(await this.confirmation.demander({ titre, texte, action: 'Supprimer' }))) return;
    try {
      await geste();
      await this.dire('Supprimé.');
    } catch (erreur) {
      this.refus.set({ id, erreur });
      this.enjeux.reload();
    }
  }

  private async dire(texte: string): Promise<void> {
    this.enjeux.reload();
    await this.annonce.dire(texte);
  }
}
