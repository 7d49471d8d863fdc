import { Component, computed, effect, inject, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Router, RouterLink } from '@angular/router';
import { SessionStore } from '@pleniere/acces/web';
import {
  aCompleter,
  etapesSeance,
  type EtapeSeance,
  estAVenir,
  joursPourLeCompteRendu,
  LIBELLES_ETATS_QUESTION,
  LIBELLES_MODALITES_SEANCE,
  LIBELLES_NIVEAUX_PARTICIPATION,
  LIBELLES_SOLLICITATIONS,
  LIBELLES_STATUTS_SEANCE,
  refusComptage,
  type SeanceDialogue,
  type TransitionSeance,
} from '@pleniere/participation/domain';
import { accorder, formaterDate, formaterHoraire, jourDeParis, texteBrut } from '@pleniere/shared/domain';
import {
  Annonce,
  Confirmation,
  DateFr,
  type DemandeSaisie,
  PlErreur,
  PlIcone,
  PlPage,
  PlPuceStatut,
  PlSquelette,
  Saisie,
} from '@pleniere/shared/ui';
import { TitreFenetre } from '@pleniere/shared/web';
import { LiensDeLaSource } from '../../liens/liens-de-la-source';
import { EspacesClient } from '../espaces-client';
import { dites, SIGNES_SEANCE } from '../mots-espaces';
import { QuiEtaitLa } from './qui-etait-la';
import { demandeQuelqueChose, saisieEtape } from './saisir-etape';
import { saisieCompteRendu, saisieNiveau, saisieSeance } from './saisir-seance';

/** One séance of an espace de dialogue: its life, who came, what was said and asked. */
@Component({
  selector: 'pl-seance-dialogue-page',
  imports: [
    DateFr,
    LiensDeLaSource,
    MatButton,
    PlErreur,
    PlIcone,
    PlPage,
    PlPuceStatut,
    PlSquelette,
    QuiEtaitLa,
    RouterLink,
  ],
  templateUrl: './seance-page.html',
  styleUrl: './seance-page.scss',
})
export class SeanceDialoguePage {
  private readonly client = inject(EspacesClient);
  private readonly saisie = inject(Saisie);
  private readonly confirmation = inject(Confirmation);
  private readonly annonce = inject(Annonce);
  private readonly router = inject(Router);
  private readonly session = inject(SessionStore);
  private readonly jour = jourDeParis();

  readonly id = input.required<string>();
  protected readonly seance = this.client.seance(this.id);
  protected readonly quartiers = this.client.quartiers();
  protected readonly lue = computed(() => (this.seance.hasValue() ? this.seance.value() : null));
  protected readonly libelles = LIBELLES_STATUTS_SEANCE;
  protected readonly signes = SIGNES_SEANCE;
  protected readonly niveaux = LIBELLES_NIVEAUX_PARTICIPATION;
  protected readonly etats = LIBELLES_ETATS_QUESTION;
  protected readonly animer = computed(() => {
    const [lue, session] = [this.lue(), this.session.session()];
    if (!lue || !session || !this.session.peut('espaces.animer')) return false;
    return session.role === 'equipe' || session.organisation?.id === lue.espace.organisationId;
  });
  protected readonly propos = ({ ordreDuJour, compteRendu }: SeanceDialogue): string =>
    `${ordreDuJour} ${texteBrut(compteRendu)}`.trim();
  protected readonly titre = computed(() => {
    const lue = this.lue();
    return lue ? `${lue.espace.nom}, ${formaterDate(lue.date)}` : 'Séance';
  });
  protected readonly lede = computed(() => {
    const lue = this.lue();
    if (!lue) return undefined;
    const quartier = this.quartiers().find(({ code }) => code === lue.qpvCode)?.nom;
    const dits = [
      lue.heure && `à ${formaterHoraire(lue.heure)}`,
      lue.lieu,
      quartier,
      LIBELLES_MODALITES_SEANCE[lue.modalite],
    ];
    return dits.filter(Boolean).join(' · ');
  });
  protected readonly etapes = computed(() => (this.lue() ? etapesSeance(this.lue()?.statut ?? 'close') : []));
  protected readonly comptable = computed(() => {
    const lue = this.lue();
    return lue !== null && refusComptage(lue) === null;
  });
  protected readonly supprimable = computed(() => {
    const lue = this.lue();
    return lue !== null && estAVenir(lue) && lue.presents === null && lue.questions.length === 0;
  });
  protected readonly manque = computed(() => {
    const lue = this.lue();
    return lue && dites(lue, this.jour);
  });
  protected readonly delai = computed(() => {
    const lue = this.lue();
    const jours = lue && joursPourLeCompteRendu(lue, this.jour);
    if (jours === null) return null;
    if (jours < 0) return `En retard de ${accorder(-jours, 'jour')} sur les 21\u00A0jours promis.`;
    return jours === 0 ? 'À publier aujourd’hui.' : `À publier dans ${accorder(jours, 'jour')} au plus.`;
  });
  protected readonly invites = computed(() =>
    (this.lue()?.sollicitations ?? []).map((valeur) => LIBELLES_SOLLICITATIONS[valeur]),
  );

  constructor() {
    const fenetre = inject(TitreFenetre);
    effect(() => fenetre.nommer(this.titre()));
  }

  protected principale({ transition }: EtapeSeance, seance: SeanceDialogue): boolean {
    if (transition === 'tenir') return seance.date <= this.jour;
    if (transition === 'publier-compte-rendu') return seance.compteRendu !== '';
    return transition === 'annoncer' ? seance.date > this.jour : transition === 'clore' && this.achevee(seance);
  }

  private achevee(seance: SeanceDialogue): boolean {
    return aCompleter(seance, this.jour).length === 0;
  }

  protected async suivre(seance: SeanceDialogue, etape: EtapeSeance): Promise<void> {
    if (demandeQuelqueChose(etape)) {
      await this.demander(saisieEtape(this.client, seance, etape), 'Séance enregistrée.');
      return;
    }
    try {
      await this.client.suivre(seance, { transition: etape.transition as TransitionSeance });
      await this.annonce.dire(`${LIBELLES_STATUTS_SEANCE[etape.vers]}.`);
    } finally {
      this.seance.reload();
    }
  }

  protected modifier(seance: SeanceDialogue): Promise<void> {
    return this.demander(saisieSeance(this.client, seance, this.quartiers()), 'Séance enregistrée.');
  }

  protected rediger(seance: SeanceDialogue): Promise<void> {
    return this.demander(saisieCompteRendu(this.client, seance), 'Compte rendu enregistré.');
  }

  protected situer(seance: SeanceDialogue): Promise<void> {
    return this.demander(saisieNiveau(this.client, seance), 'Niveau enregistré.');
  }

  protected async supprimer(seance: SeanceDialogue): Promise<void> {
    const confirme = await this.confirmation.demander({
      titre: 'Supprimer cette séance\u202F?',
      texte: 'Une séance déjà annoncée aux habitants s’annule plutôt, en disant pourquoi.',
      action: 'Supprimer',
    });
    if (!confirme) return;
    await this.client.supprimerSeance(seance);
    await this.annonce.dire('Séance supprimée.');
    await this.router.navigate(['/participation/espaces', seance.espace.id]);
  }

  private async demander<T extends Record<string, string | number | boolean | null>>(
    demande: DemandeSaisie<T, SeanceDialogue>,
    dit: string,
  ): Promise<void> {
    if ((await this.saisie.demander(demande)) === null) return;
    this.seance.reload();
    await this.annonce.dire(dit);
  }
}
