import { Component, computed, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatMenu, MatMenuItem, MatMenuTrigger } from '@angular/material/menu';
import { RouterLink } from '@angular/router';
import { LIBELLES_ROLES } from '@pleniere/acces/domain';
import type { Mandat, Personne } from '@pleniere/acteurs/domain';
import { formaterDate } from '@pleniere/shared/domain';
import { type NomIcone, PlGestes, PlIcone, PlPuceStatut, type Ton } from '@pleniere/shared/ui';
import { direPeriode, estEnCours } from './periode';

const COMPTES: Readonly<Record<Personne['compte'], { libelle: string; ton: Ton; icone: NomIcone }>> = {
  aucun: { libelle: 'Pas de compte', ton: 'neutre', icone: 'personne' },
  invite: { libelle: 'Invitation en attente', ton: 'attention', icone: 'courriel' },
  actif: { libelle: 'Compte ouvert', ton: 'succes', icone: 'fait' },
};

/** One person: who they are, for whom and until when, and what the team can do. */
@Component({
  selector: 'pl-ligne-personne',
  imports: [MatButton, MatMenu, MatMenuItem, MatMenuTrigger, PlGestes, PlIcone, PlPuceStatut, RouterLink],
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

  protected readonly compte = computed(() => {
    const { compte, invitationExpire } = this.personne();
    if (compte !== 'invite' || invitationExpire === null) return COMPTES[compte];
    const expiree = new Date(invitationExpire) < new Date();
    return expiree
      ? { libelle: 'Invitation expirée', ton: 'alerte' as const, icone: 'courriel' as const }
      : { ...COMPTES.invite, libelle: `Invitation, jusqu’au ${formaterDate(invitationExpire)}` };
  });
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
