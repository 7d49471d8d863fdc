import { Component, computed, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatMenu, MatMenuItem, MatMenuTrigger } from '@angular/material/menu';
import { LIBELLES_ROLES } from '@pleniere/acces/domain';
import type { Mandat, Personne } from '@pleniere/acteurs/domain';
import { type NomIcone, PlIcone, PlPuceStatut, type Ton } from '@pleniere/shared/ui';
import { direPeriode, estEnCours } from './periode';

const COMPTES: Readonly<Record<Personne['compte'], { libelle: string; ton: Ton; icone: NomIcone }>> = {
  aucun: { libelle: 'Pas de compte', ton: 'neutre', icone: 'personne' },
  invite: { libelle: 'Invitation en attente', ton: 'attention', icone: 'courriel' },
  actif: { libelle: 'Compte ouvert', ton: 'succes', icone: 'fait' },
};

/** One person: who they are, for whom and until when, and what the team can do. */
@Component({
  selector: 'pl-ligne-personne',
  imports: [MatButton, MatMenu, MatMenuItem, MatMenuTrigger, PlIcone, PlPuceStatut],
  templateUrl: './ligne-personne.html',
  styleUrl: './ligne-personne.scss',
})
export class LignePersonne {
  readonly personne = input.required<Personne>();
  readonly gerer = input(false);

  readonly modifier = output();
  readonly inviter = output();
  readonly fermerCompte = output();
  readonly supprimer = output();
  readonly ajouterMandat = output();
  readonly modifierMandat = output<Mandat>();
  readonly supprimerMandat = output<Mandat>();

  protected readonly compte = computed(() => COMPTES[this.personne().compte]);
  protected readonly mandats = computed(() =>
    this.personne()
      .mandats.map((mandat) => ({
        mandat,
        role: LIBELLES_ROLES[mandat.role],
        periode: direPeriode(mandat),
        enCours: estEnCours(mandat),
      }))
      .sort((un, autre) => Number(autre.enCours) - Number(un.enCours)),
  );
}
