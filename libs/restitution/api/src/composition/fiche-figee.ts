import { nomQpv } from '@pleniere/contrat/domain';
import type { DroitsFiche } from '@pleniere/fiches/domain';
import type { ContenuArrete, FicheFigee } from '@pleniere/plenieres/domain';
import { jourDeParis } from '@pleniere/shared/domain';
import type { DocumentFiche } from '../document/document-fiche';
import { composerDocument, type ContexteDuDocument, type FicheImprimable } from './composer-document';

// What an arrêté leaves out of a value plays no part in a document.
const VIE_OUBLIEE = { version: 0, modifieLe: '', modifiePar: '', retour: '' };

// Everybody reads the documents of an arrêté: nothing in them is anybody's own.
const LECTEUR = { role: 'lecteur' } as const;
const SANS_DROIT: DroitsFiche = {
  ...{ ecrire: false, refusEcriture: null, indicateurs: false, actions: false },
  ...{ declinaisons: [], territoires: [] },
};

/** The contrat and the names of its territories as they were frozen. */
function contexteFige({ contrat, communes, quartiers }: ContenuArrete, seuil: number): ContexteDuDocument {
  return {
    contrat,
    seuil,
    territoires: [
      ...communes.map(({ code, nom }) => ({ code, nom, maille: 'commune' as const })),
      ...quartiers.map((qpv) => ({ code: qpv.code, nom: nomQpv(qpv), maille: 'qpv' as const })),
    ].toSorted((a, b) => a.nom.localeCompare(b.nom, 'fr')),
  };
}

function ficheImprimable(fiche: FicheFigee, { contrat }: ContenuArrete): FicheImprimable {
  return {
    ...fiche,
    statut: 'en-vigueur',
    contrat,
    droits: SANS_DROIT,
    indicateurs: fiche.indicateurs.map(({ poids, ...indicateur }) => ({
      ...indicateur,
      ...(poids && { poids }),
      valeurs: indicateur.valeurs.map((valeur) => ({ ...valeur, ...VIE_OUBLIEE })),
    })),
  };
}

/** The document of a fiche as an arrêté froze it, counts under `seuil` hidden: everybody may read it. */
export function composerFicheFigee(fiche: FicheFigee, arrete: ContenuArrete, seuil: number): DocumentFiche {
  const jour = jourDeParis(new Date(arrete.figeLe));
  return composerDocument(ficheImprimable(fiche, arrete), contexteFige(arrete, seuil), jour, LECTEUR);
}

/** An arrêté with the chosen fiches alone, in the order that was chosen; no choice is all of them. */
export function choisirFiches(arrete: ContenuArrete, ficheIds: readonly string[]): ContenuArrete {
  if (ficheIds.length === 0) return arrete;
  const parId = new Map(arrete.fiches.map((fiche) => [fiche.id, fiche]));
  return { ...arrete, fiches: ficheIds.flatMap((id) => parId.get(id) ?? []) };
}
