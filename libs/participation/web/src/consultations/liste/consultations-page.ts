import { Component, computed, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Router, RouterLink } from '@angular/router';
import { SessionStore } from '@pleniere/acces/web';
import {
  type ConsultationResume,
  jusquAu,
  LIBELLES_STATUTS_CONSULTATION,
  longueurDe,
  PARAMETRES_CONSULTATION,
  type StatutConsultation,
} from '@pleniere/participation/domain';
import { accorder, formaterDate, formaterNombre } from '@pleniere/shared/domain';
import { PlErreur, PlEtatVide, PlIcone, PlPage, PlPuceStatut, PlSquelette, Saisie } from '@pleniere/shared/ui';
import { RubriquesParticipation } from '../../rubriques-participation';
import { ConsultationsClient } from '../client/consultations-client';
import { direAge } from '../../attente/age';
import { SIGNES_CONSULTATION } from '../mots-consultations';

const GROUPES: readonly { titre: string; statuts: readonly StatutConsultation[] }[] = [
  { titre: 'En cours', statuts: ['ouverte', 'vote-seul', 'suspendue'] },
  { titre: 'En préparation', statuts: ['brouillon', 'programmee'] },
  { titre: 'À analyser et à publier', statuts: ['close', 'analyse'] },
  { titre: 'Résultats publiés', statuts: ['restituee', 'suites'] },
  { titre: 'Terminées', statuts: ['archivee', 'annulee'] },
];

/** Why the question of a consultation cannot be kept as it is; null when it can. */
export function refusQuestion(question: string): string | null {
  const { question: max } = PARAMETRES_CONSULTATION;
  const longueur = longueurDe(question);
  if (longueur > max) return `${max} caractères au plus, cette question en compte ${longueur}.`;
  return question.trim().endsWith('?') ? null : 'La question se termine par un point d’interrogation.';
}

/** Consultations of the contrat, those that are open first. */
@Component({
  selector: 'pl-consultations-page',
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
  templateUrl: './consultations-page.html',
  styleUrl: './consultations-page.scss',
})
export class ConsultationsPage {
  private readonly client = inject(ConsultationsClient);
  private readonly router = inject(Router);
  private readonly saisie = inject(Saisie);
  private readonly session = inject(SessionStore);

  protected readonly consultations = this.client.consultations();
  protected readonly gere = this.session.peut('consultations.gerer');
  protected readonly modere = this.session.peut('propositions.moderer');
  protected readonly libelles = LIBELLES_STATUTS_CONSULTATION;
  protected readonly signes = SIGNES_CONSULTATION;

  protected readonly groupes = computed(() => {
    const toutes = this.consultations.hasValue() ? this.consultations.value() : [];
    return GROUPES.map(({ titre, statuts }) => ({
      titre,
      consultations: toutes.filter(({ statut }) => statuts.includes(statut)),
    })).filter(({ consultations }) => consultations.length > 0);
  });

  protected quand({ statut, dates }: ConsultationResume): string {
    if (dates === null) return 'Dates à fixer';
    if (statut === 'ouverte' || statut === 'vote-seul') return `Votes ${jusquAu(dates.fin)}`;
    return `Du ${formaterDate(dates.ouverture)} au ${formaterDate(dates.fin)}`;
  }

  protected ou({ touteLaVille, quartiers }: ConsultationResume): string {
    if (touteLaVille) return 'Toute la ville';
    if (quartiers.length > 3) return accorder(quartiers.length, 'quartier');
    return quartiers.map(({ libelle }) => libelle).join(', ') || 'Quartiers à choisir';
  }

  protected combien({ compteurs: { participants, propositions, votes } }: ConsultationResume): string {
    const dits = [
      `${formaterNombre(participants)} ${participants < 2 ? 'participant' : 'participants'}`,
      `${formaterNombre(propositions)} ${propositions < 2 ? 'proposition' : 'propositions'}`,
      `${formaterNombre(votes)} ${votes < 2 ? 'vote' : 'votes'}`,
    ];
    return dits.join(' · ');
  }

  protected attente({ aModerer, plusAncienneLe }: ConsultationResume): { texte: string; tard: boolean } | null {
    if (!this.modere || aModerer === 0 || plusAncienneLe === null) return null;
    const age = direAge(plusAncienneLe);
    return { texte: `${accorder(aModerer, 'proposition')} à modérer, ${age.texte}`, tard: age.tard };
  }

  protected async preparer(): Promise<void> {
    const creee = await this.saisie.demander({
      titre: 'Préparer une consultation',
      texte:
        'Une question suffit pour commencer\u202F; le reste se remplit ensuite, et rien n’est public avant que vous ne publiiez.',
      action: 'Commencer',
      champs: [
        {
          cle: 'question',
          type: 'texte',
          lignes: 2,
          libelle: 'Question posée aux habitants',
          requis: 'Écrivez la question.',
          verifier: ({ question }) => refusQuestion(question),
        },
      ],
      valeur: { question: '' },
      enregistrer: ({ question }) => this.client.creer(question),
    });
    if (creee) await this.router.navigate(['/participation/consultations', creee.id, 'preparation']);
  }
}
