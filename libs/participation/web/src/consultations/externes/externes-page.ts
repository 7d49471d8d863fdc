import { Component, computed, inject, signal } from '@angular/core';
import { SessionStore } from '@pleniere/acces/web';
import { type ConsultationExterne, histoireDesDates } from '@pleniere/participation/domain';
import { formaterNombre } from '@pleniere/shared/domain';
import {
  Annonce,
  Confirmation,
  DateFr,
  lireProbleme,
  PlErreur,
  PlEtatVide,
  PlIcone,
  PlPage,
  PlSquelette,
  Saisie,
} from '@pleniere/shared/ui';
import { RubriquesParticipation } from '../../rubriques-participation';
import { SuitesClient } from '../client/suites-client';
import { type FichierRepris, RepriseFichier } from './reprise/reprise-fichier';
import { saisieExterne } from './saisir-externe';

const NOMS = [
  ['participants', 'Participants'],
  ['propositions', 'Propositions'],
  ['votes', 'Votes'],
] as const;

/** Consultations that others held: what was hoped for and what came, with the source of each figure. */
@Component({
  selector: 'pl-externes-page',
  imports: [DateFr, PlErreur, PlEtatVide, PlIcone, PlPage, PlSquelette, RepriseFichier, RubriquesParticipation],
  templateUrl: './externes-page.html',
  styleUrl: './externes-page.scss',
})
export class ExternesPage {
  private readonly client = inject(SuitesClient);
  private readonly annonce = inject(Annonce);
  private readonly confirmation = inject(Confirmation);
  private readonly saisie = inject(Saisie);

  protected readonly gere = inject(SessionStore).peut('consultations.gerer');
  protected readonly externes = this.client.externes();
  /** A file is being taken up. */
  protected readonly reprend = signal(false);
  protected readonly connues = computed(() => (this.externes.hasValue() ? this.externes.value() : []));
  protected readonly toutes = computed(() =>
    this.connues().map((externe) => ({
      externe,
      dates: histoireDesDates(externe.dates),
      chiffres: NOMS.flatMap(([cle, nom]) => {
        const lu = externe.chiffres[cle];
        const dire = (nombre: number | null) => (nombre === null ? '–' : formaterNombre(nombre));
        return lu ? [{ nom, objectif: dire(lu.objectif), realise: dire(lu.realise) }] : [];
      }),
    })),
  );

  protected async ajouter(): Promise<void> {
    if (await this.saisie.demander(saisieExterne(this.client, null))) this.externes.reload();
  }

  /** Shows what a file gave in the form, over what is known; the file stays on screen until it is put away. */
  protected async reprendre({ externe, lue }: FichierRepris): Promise<void> {
    if (await this.saisie.demander(saisieExterne(this.client, externe, lue))) this.externes.reload();
  }

  protected async corriger(externe: ConsultationExterne): Promise<void> {
    if (await this.saisie.demander(saisieExterne(this.client, externe))) this.externes.reload();
  }

  protected async retirer(externe: ConsultationExterne): Promise<void> {
    const confirme = await this.confirmation.demander({
      titre: `Retirer «\u202F${externe.nom}\u202F»\u202F?`,
      texte: 'La consultation, ses chiffres et ses listes disparaissent d’ici. Le journal garde sa trace.',
      action: 'Retirer',
    });
    if (!confirme) return;
    try {
      await this.client.retirerExterne(externe);
    } catch (erreur) {
      const { title, detail } = lireProbleme(erreur);
      await this.annonce.dire(detail ?? title);
    }
    this.externes.reload();
  }
}
