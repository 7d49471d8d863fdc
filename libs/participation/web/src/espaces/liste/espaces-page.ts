import { Component, computed, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Router, RouterLink } from '@angular/router';
import { SessionStore } from '@pleniere/acces/web';
import { type EspaceResume, LIBELLES_FORMES } from '@pleniere/participation/domain';
import { accorder, formaterDate, formaterHoraire, jourDeParis } from '@pleniere/shared/domain';
import { PlErreur, PlEtatVide, PlIcone, PlPage, PlPuceStatut, PlSquelette, Saisie } from '@pleniere/shared/ui';
import { RubriquesParticipation } from '../../rubriques-participation';
import { EspacesClient } from '../espaces-client';
import { saisieEspace } from './saisir-espace';

/** Espaces de dialogue of the contrat, quartier by quartier, with what comes next in each. */
@Component({
  selector: 'pl-espaces-page',
  imports: [
    MatButton,
    PlErreur,
    PlEtatVide,
    PlIcone,
    PlPage,
    PlPuceStatut,
    PlSquelette,
    RouterLink,
    RubriquesParticipation,
  ],
  templateUrl: './espaces-page.html',
  styleUrl: './espaces-page.scss',
})
export class EspacesPage {
  private readonly client = inject(EspacesClient);
  private readonly saisie = inject(Saisie);
  private readonly router = inject(Router);
  private readonly session = inject(SessionStore);
  private readonly organisations = this.client.organisations();
  private readonly quartiers = this.client.quartiers();
  private readonly jour = jourDeParis();

  protected readonly espaces = this.client.espaces();
  protected readonly animer = this.session.peut('espaces.animer');
  protected readonly formes = LIBELLES_FORMES;

  /** Those of the whole contrat first, then each quartier; a quartier without an espace says so. */
  protected readonly groupes = computed(() => {
    const tous = this.espaces.hasValue() ? this.espaces.value() : [];
    if (tous.length === 0) return [];
    const partout = tous.filter(({ qpvCodes }) => qpvCodes.length === 0);
    return [
      ...(partout.length > 0 ? [{ titre: 'Tout le contrat', espaces: partout }] : []),
      ...this.quartiers().map(({ code, nom }) => ({
        titre: nom,
        espaces: tous.filter(({ qpvCodes }) => qpvCodes.includes(code)),
      })),
    ];
  });
  protected readonly couverture = computed(() => {
    const tous = this.espaces.hasValue() ? this.espaces.value() : [];
    const couverts = new Set(tous.filter((espace) => !this.finie(espace)).flatMap(({ qpvCodes }) => qpvCodes)).size;
    return `${accorder(tous.length, 'espace')}\u202F; ${couverts} quartiers sur ${this.quartiers().length} ont le leur.`;
  });

  protected finie({ jusquA }: EspaceResume): boolean {
    return jusquA !== null && jusquA < this.jour;
  }

  protected suite({ prochaine, derniere }: EspaceResume): string {
    if (prochaine) {
      const quand = [formaterDate(prochaine.date), formaterHoraire(prochaine.heure)].filter(Boolean).join(' à ');
      return `Prochaine séance le ${quand}${prochaine.lieu ? `, ${prochaine.lieu}` : ''}.`;
    }
    return derniere ? `Aucune séance prévue depuis celle du ${formaterDate(derniere)}.` : 'Aucune séance prévue.';
  }

  protected tenues({ tenues }: EspaceResume): string {
    return accorder(tenues, 'séance tenue', 'séances tenues');
  }

  protected async ouvrir(): Promise<void> {
    const cadre = {
      organisations: this.organisations.hasValue() ? this.organisations.value() : [],
      quartiers: this.quartiers(),
      organisationId: this.session.session()?.organisation?.id ?? null,
    };
    const espace = await this.saisie.demander(saisieEspace(this.client, cadre));
    if (espace) await this.router.navigate(['/participation/espaces', espace.id]);
  }
}
