import { Component, computed, inject, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import {
  type AppelProjets,
  type AvancementProjet,
  type Candidature,
  LIBELLES_AVANCEMENTS,
  type NouvelleProjet,
} from '@pleniere/participation/domain';
import { accorder, formaterNombre, INSECABLE } from '@pleniere/shared/domain';
import { Annonce, DateFr, type NomIcone, PlIcone, PlPuceStatut, Saisie, type Ton } from '@pleniere/shared/ui';
import { LiensClient } from '../../../liens/liens-client';
import { SuitesClient } from '../../client/suites-client';
import { codeLisible } from '../../../liens/code-lisible';
import type { CadreIdees } from '../../resultats/idees/saisir-idee';
import { saisieNouvelle, saisiePortee } from './saisir-projet';

const SIGNES: Readonly<Record<AvancementProjet, { ton: Ton; icone: NomIcone }>> = {
  prevu: { ton: 'neutre', icone: 'a-venir' },
  'en-cours': { ton: 'info', icone: 'en-cours' },
  livre: { ton: 'succes', icone: 'fait' },
  abandonne: { ton: 'alerte', icone: 'abandon' },
};

/** The plan of projects: each laureate with what carries it, how far it is, and everything that was told of it. */
@Component({
  selector: 'pl-plan-projets',
  imports: [DateFr, PlIcone, PlPuceStatut, RouterLink],
  templateUrl: './plan-projets.html',
  styleUrl: './plan-projets.scss',
})
export class PlanProjets {
  private readonly client = inject(SuitesClient);
  private readonly liens = inject(LiensClient);
  private readonly saisie = inject(Saisie);
  private readonly annonce = inject(Annonce);

  readonly appels = input.required<readonly AppelProjets[]>();
  readonly cadre = input.required<CadreIdees>();
  readonly gere = input(false);
  readonly changee = output<AppelProjets>();

  protected readonly libelles = LIBELLES_AVANCEMENTS;
  protected readonly signes = SIGNES;
  protected readonly direCode = codeLisible;
  protected readonly projets = computed(() =>
    this.appels()
      .filter(({ statut }) => statut === 'laureats')
      .flatMap(({ candidatures }) => candidatures.filter(({ statut }) => statut === 'laureate'))
      .map((projet) => ({
        projet,
        montant: projet.montantCentimes === null ? '' : `${formaterNombre(projet.montantCentimes / 100)}${INSECABLE}€`,
      })),
  );
  protected readonly bilan = computed(() => {
    const tous = this.projets();
    const livres = tous.filter(({ projet }) => projet.avancement === 'livre').length;
    return `${accorder(tous.length, 'projet')}, ${accorder(livres, 'livré')}.`;
  });

  protected async raconter(projet: Candidature, corrigee: NouvelleProjet | null = null): Promise<void> {
    const mot = corrigee ? 'Nouvelle corrigée.' : 'Nouvelle publiée.';
    await this.apres(await this.saisie.demander(saisieNouvelle(this.client, projet, corrigee)), mot);
  }

  protected async relier(projet: Candidature): Promise<void> {
    // Without the list of its actions the project is still carried by a fiche.
    const actions = projet.fiche ? await this.liens.actions(projet.fiche.code).catch(() => []) : [];
    const demande = saisiePortee(this.client, projet, this.cadre().fiches, actions);
    await this.apres(await this.saisie.demander(demande), 'Projet relié.');
  }

  private async apres(projet: Candidature | null, mot: string): Promise<void> {
    const appel = this.appels().find(({ candidatures }) => candidatures.some(({ id }) => id === projet?.id));
    if (!projet || !appel) return;
    const candidatures = appel.candidatures.map((une) => (une.id === projet.id ? projet : une));
    this.changee.emit({ ...appel, candidatures });
    await this.annonce.dire(mot);
  }
}
