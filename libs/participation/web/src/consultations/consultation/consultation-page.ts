import { Component, computed, effect, inject, input } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { RouterLink } from '@angular/router';
import { SessionStore } from '@pleniere/acces/web';
import {
  type Consultation,
  jusquAu,
  LIBELLES_STATUTS_CONSULTATION,
  type TransitionDeConsultation,
} from '@pleniere/participation/domain';
import { accorder, formaterDate } from '@pleniere/shared/domain';
import {
  Annonce,
  Confirmation,
  lireProbleme,
  PlErreur,
  PlIcone,
  PlPage,
  PlPuceStatut,
  PlSquelette,
  Saisie,
} from '@pleniere/shared/ui';
import { TitreFenetre } from '@pleniere/shared/web';
import { interval } from 'rxjs';
import { ConsultationsClient } from '../client/consultations-client';
import { codeLisible } from '../../liens/code-lisible';
import { direAge } from '../../attente/age';
import { EN_COURS, SIGNES_CONSULTATION } from '../mots-consultations';
import { RubriquesConsultation } from '../rubriques-consultation';
import { CalendrierConsultation } from './calendrier-consultation';
import { ChiffresConsultation } from './chiffres-consultation';
import { FriseConsultation } from './frise-consultation';
import { confirmationDe, saisieMotif } from './saisir-etape';

const RELECTURE_MS = 30_000;
/** Acts that stop or take back: after the one that goes on. */
const ECARTS = ['suspendre', 'annuler', 'reprendre-la-preparation', 'fermer-les-propositions'];

/** One consultation: where it stands, what may be done of it now and what still forbids it, its dates and their history. */
@Component({
  selector: 'pl-consultation-page',
  imports: [
    CalendrierConsultation,
    ChiffresConsultation,
    FriseConsultation,
    PlErreur,
    PlIcone,
    PlPage,
    PlPuceStatut,
    PlSquelette,
    RouterLink,
    RubriquesConsultation,
  ],
  templateUrl: './consultation-page.html',
  styleUrl: './consultation-page.scss',
})
export class ConsultationPage {
  private readonly client = inject(ConsultationsClient);
  private readonly annonce = inject(Annonce);
  private readonly confirmation = inject(Confirmation);
  private readonly saisie = inject(Saisie);
  private readonly session = inject(SessionStore);

  readonly id = input.required<string>();
  protected readonly consultation = this.client.consultation(this.id);
  protected readonly gere = this.session.peut('consultations.gerer');
  protected readonly modere = this.session.peut('propositions.moderer');
  protected readonly libelles = LIBELLES_STATUTS_CONSULTATION;
  protected readonly signes = SIGNES_CONSULTATION;
  protected readonly direCode = codeLisible;

  // What was read stays on screen while it is read again.
  protected readonly lue = computed(() => (this.consultation.hasValue() ? this.consultation.value() : null));
  protected readonly titre = computed(() => this.lue()?.question ?? 'Consultation');
  protected readonly lede = computed(() => {
    const lue = this.lue();
    if (!lue) return '';
    if (lue.motif) return `${LIBELLES_STATUTS_CONSULTATION[lue.statut]}\u00A0: ${lue.motif}`;
    const { dates, statut } = lue;
    if (!dates) return 'Rien n’est public\u00A0: la consultation se prépare.';
    if (statut === 'ouverte')
      return `Les habitants proposent ${jusquAu(dates.finPropositions)}, et votent ${jusquAu(dates.fin)}.`;
    if (statut === 'vote-seul')
      return `Les propositions sont closes\u202F; les habitants votent ${jusquAu(dates.fin)}.`;
    return `Du ${formaterDate(dates.ouverture)} au ${formaterDate(dates.fin)}.`;
  });
  protected readonly etapes = computed(() =>
    (this.lue()?.transitions ?? []).toSorted(
      (a, b) => Number(ECARTS.includes(a.transition)) - Number(ECARTS.includes(b.transition)),
    ),
  );
  protected readonly attente = computed(() => {
    const lue = this.lue();
    if (!lue || !this.modere || lue.aModerer === 0) return null;
    const depuis = lue.plusAncienneLe ? direAge(lue.plusAncienneLe) : null;
    return {
      texte: `${accorder(lue.aModerer, 'proposition attend', 'propositions attendent')} d’être lue${lue.aModerer > 1 ? 's' : ''}${depuis ? `, la plus ancienne ${depuis.texte}` : ''}.`,
      tard: depuis?.tard ?? false,
    };
  });
  protected readonly ou = computed(() => {
    const lue = this.lue();
    if (!lue) return '';
    if (lue.touteLaVille) return 'Toute la ville';
    return lue.quartiers.map(({ libelle }) => libelle).join(', ') || 'Aucun quartier choisi';
  });

  constructor() {
    const fenetre = inject(TitreFenetre);
    effect(() => fenetre.nommer(this.titre()));
    // Figures move by the hundred while it is open: read again from time to time rather than at every vote.
    interval(RELECTURE_MS)
      .pipe(takeUntilDestroyed())
      .subscribe(() => {
        if (EN_COURS.includes(this.lue()?.statut ?? 'brouillon') && !document.hidden) this.consultation.reload();
      });
  }

  protected premiere({ transition, refus }: TransitionDeConsultation): boolean {
    return refus.length === 0 && !ECARTS.includes(transition);
  }

  protected async agir(consultation: Consultation, etape: TransitionDeConsultation): Promise<void> {
    const { transition, motifAttendu } = etape;
    if (motifAttendu !== null) {
      const faite = await this.saisie.demander(saisieMotif(this.client, consultation, etape));
      if (faite) await this.prendre(faite);
      return;
    }
    const question = confirmationDe(transition);
    if (question && !(await this.confirmation.demander(question))) return;
    try {
      await this.prendre(await this.client.agir(consultation, transition));
    } catch (erreur) {
      const { title, detail } = lireProbleme(erreur);
      await this.annonce.dire(detail ?? title);
      this.consultation.reload();
    }
  }

  protected async prendre(consultation: Consultation): Promise<void> {
    this.consultation.set(consultation);
    await this.annonce.dire(`${LIBELLES_STATUTS_CONSULTATION[consultation.statut]}.`);
  }
}
