import { computed, inject, Injectable } from '@angular/core';
import { codeAffiche } from '@pleniere/fiches/domain';
import type { Decision, DecisionSaisie } from '@pleniere/plenieres/domain';
import { formaterDate } from '@pleniere/shared/domain';
import { type EnvoiGarde, FileDEnvoi } from '@pleniere/shared/web';
import type { DecisionMontree, MatiereSeance } from './matiere';
import { Preparation } from './preparation';

const adresse = (seanceId: string): string => `/api/v1/seances/${seanceId}/decisions/`;

/** Decisions as the room sees them: those of the server, those typed here that it does not have yet, those still expected. */
@Injectable()
export class DecisionsVives {
  private readonly file = inject(FileDEnvoi);
  private readonly preparation = inject(Preparation);

  readonly toutes = computed<DecisionMontree[]>(() => {
    const matiere = this.preparation.matiere();
    if (!matiere) return [];
    const { seance, attendues } = matiere;
    const connues = new Set(seance.decisions.map(({ id }) => id));
    const typees = this.file
      .attente()
      .filter((envoi) => envoi.adresse.startsWith(adresse(seance.id)) && !connues.has(envoi.cle));
    return [
      ...attendues.map((decision) => ({
        ...montrer(decision),
        origine: `${decision.seance.instance}, ${formaterDate(decision.seance.date)}`,
      })),
      ...seance.decisions.map(montrer),
      ...typees.map((envoi) => montrerTypee(envoi, matiere)),
    ];
  });

  /** Records a decision at once; without a network it waits on the device, under the id it will keep. */
  noter(seanceId: string, saisie: DecisionSaisie): Promise<void> {
    const cle = crypto.randomUUID();
    const quoi = `Décision\u00A0: ${saisie.texte}`;
    return this.file.deposer({
      cle,
      methode: 'PUT',
      adresse: `${adresse(seanceId)}${cle}`,
      corps: saisie,
      version: null,
      quoi,
    });
  }
}

function montrer({ id, texte, echeance, statut, fiche, responsable }: Decision): DecisionMontree {
  return {
    id,
    texte,
    echeance,
    statut,
    ficheId: fiche?.id ?? null,
    fiche: fiche && codeAffiche(fiche.code),
    responsable: responsable?.nom ?? null,
    origine: null,
    envoi: 'recue',
  };
}

function montrerTypee({ cle, corps }: EnvoiGarde, { fiches, organisations }: MatiereSeance): DecisionMontree {
  const { texte, ficheId, responsableId, echeance, statut } = corps as DecisionSaisie;
  const fiche = ficheId === null ? undefined : fiches[ficheId];
  const responsable = organisations.find(({ id }) => id === responsableId)?.nom ?? null;
  return {
    id: cle,
    texte,
    echeance,
    statut,
    ficheId,
    fiche: fiche ? codeAffiche(fiche.code) : null,
    responsable,
    origine: null,
    envoi: 'attente',
  };
}
