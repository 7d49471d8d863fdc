import { type Alerte, LIBELLES_STATUTS_VALEUR, type Valeur } from '@pleniere/indicateurs/domain';
import { INSECABLE } from '@pleniere/shared/domain';
import type { NomIcone } from '@pleniere/shared/ui';

/** A state of a value: a small sign in its cell, and its words for who hovers, listens or opens the panel. */
export interface Marque {
  icone: NomIcone;
  mots: string;
  ton: 'calme' | 'attention' | 'alerte';
}

function marqueDeStatut({ statut, retour }: Valeur): Marque[] {
  const mots = LIBELLES_STATUTS_VALEUR[statut];
  if (statut === 'brouillon') {
    const motif = retour ? `${INSECABLE}: ${retour}` : '';
    return [{ icone: 'retour', mots: `Retournée par l’équipe${motif}`, ton: 'attention' }];
  }
  if (statut === 'validee') return [{ icone: 'valide', mots, ton: 'calme' }];
  return statut === 'verrouillee' ? [{ icone: 'verrou', mots: `${mots} avec sa campagne`, ton: 'calme' }] : [];
}

function marqueDAlertes(alertes: readonly Alerte[]): Marque[] {
  if (alertes.length === 0) return [];
  const expliquee = alertes.every((alerte) => alerte.expliquee);
  const mots = alertes.map(({ texte }) => texte).join(' ');
  return [
    {
      icone: 'alerte',
      mots: expliquee ? `${mots} Expliqué en commentaire.` : mots,
      ton: expliquee ? 'calme' : 'alerte',
    },
  ];
}

/** States of a value, the most pressing first; `contestee` is the other figure, in words. */
export function marquesDe(valeur: Valeur | undefined, alertes: readonly Alerte[], contestee: string | null): Marque[] {
  const contestation: Marque[] =
    contestee === null ? [] : [{ icone: 'avis', mots: `Contestée${INSECABLE}: ${contestee}`, ton: 'attention' }];
  if (!valeur) return contestation;
  const retard: Marque[] = valeur.enRetard
    ? [{ icone: 'echeance', mots: 'Saisie après l’échéance', ton: 'calme' }]
    : [];
  return [...contestation, ...marqueDAlertes(alertes), ...marqueDeStatut(valeur), ...retard];
}
