import { Component, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { SessionStore } from '@pleniere/acces/web';
import { RubriquesContrat } from '@pleniere/acteurs/web';
import { type Contrat, type ContratSaisie, LIMITES_CONTRAT, verifierLogo } from '@pleniere/contrat/domain';
import { Annonce, type ChampSaisi, DateFr, PlErreur, PlIcone, PlPage, PlSquelette, Saisie } from '@pleniere/shared/ui';
import { ContratClient } from '../contrat-client';

function refusDuLogo({ logo }: ContratSaisie): string | null {
  if (logo === null) return null;
  return logo.length > LIMITES_CONTRAT.logo ? 'Ce logo est trop lourd\u00A0: 150 ko au plus.' : verifierLogo(logo);
}

const CHAMPS: readonly ChampSaisi<ContratSaisie>[] = [
  {
    cle: 'titre',
    type: 'texte',
    libelle: 'Titre',
    max: LIMITES_CONTRAT.titre,
    lignes: 2,
    requis: 'Donnez un titre au contrat.',
  },
  {
    cle: 'titreCourt',
    type: 'texte',
    libelle: 'Titre court',
    max: LIMITES_CONTRAT.titreCourt,
    requis: 'Donnez un titre court.',
    aide: 'Celui de la barre du haut et des pieds de page.',
  },
  { cle: 'signeLe', type: 'date', libelle: 'Date de signature' },
  {
    cle: 'delaiAvis',
    type: 'nombre',
    libelle: 'Délai de l’avis de l’État, en jours',
    requis: 'Donnez un nombre de jours.',
    aide: 'Il vaut pour les fiches transmises désormais.',
    ...LIMITES_CONTRAT.delaiAvis,
  },
  {
    cle: 'seuilPublication',
    type: 'nombre',
    libelle: 'Plus petit nombre de personnes publié',
    requis: 'Donnez un nombre de personnes.',
    aide: 'En dessous, qui n’a pas produit la valeur ne la lit pas.',
    ...LIMITES_CONTRAT.seuilPublication,
  },
  {
    cle: 'secondFacteurExige',
    type: 'oui-non',
    libelle: 'Second facteur exigé de l’équipe et de l’État',
    aide: 'Sans lui, leurs comptes n’ouvrent que «\u202FMon compte\u202F», pour l’installer. ProConnect demande le sien.',
  },
  {
    cle: 'couleur',
    type: 'couleur',
    libelle: 'Couleur du contrat',
    aide: 'Elle teinte les écrans et les documents.',
  },
  {
    cle: 'logo',
    type: 'image',
    libelle: 'Logo',
    aide: 'Image PNG, ou SVG qui ne fait que dessiner\u202F; 150 ko au plus.',
    verifier: refusDuLogo,
  },
];

/** The frame of the contrat: its title, years, day of signature, colour and logo. */
@Component({
  selector: 'pl-cadre-page',
  imports: [DateFr, MatButton, PlErreur, PlIcone, PlPage, PlSquelette, RubriquesContrat],
  templateUrl: './cadre-page.html',
  styleUrl: './cadre-page.scss',
})
export class CadrePage {
  private readonly client = inject(ContratClient);
  private readonly session = inject(SessionStore);
  private readonly saisie = inject(Saisie);
  private readonly annonce = inject(Annonce);

  protected readonly contrat = this.client.contrat();
  protected readonly gerer = this.session.peut('contrat.gerer');

  protected async modifier(contrat: Contrat): Promise<void> {
    const { version, titre, titreCourt, couleur, logo, signeLe, delaiAvis, seuilPublication } = contrat;
    const { secondFacteurExige } = contrat;
    const enregistre = await this.saisie.demander({
      titre: 'Modifier le cadre du contrat',
      champs: CHAMPS,
      valeur: { titre, titreCourt, couleur, logo, signeLe, delaiAvis, seuilPublication, secondFacteurExige },
      version,
      enregistrer: (saisie, lue) => this.client.modifierContrat(lue, saisie),
    });
    if (!enregistre) return;
    this.contrat.set(enregistre);
    // The top bar and the colours of every page come from the session.
    await this.session.charger();
    await this.annonce.dire('Cadre du contrat enregistré.');
  }
}
