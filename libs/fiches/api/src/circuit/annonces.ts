import type { Annonce, Concernes, SorteNotification } from '@pleniere/acces/domain';
import { codeAffiche, type Transition } from '@pleniere/fiches/domain';
import type { Pas } from './etats';

interface Etape {
  sorte: SorteNotification;
  titre: (code: string) => string;
  texte: (nom: string) => string;
  pour: Concernes;
}

const ETAPES: Readonly<Partial<Record<Transition, Etape>>> = {
  soumettre: {
    sorte: 'fiche-soumise',
    titre: (code) => `Fiche ${code} soumise à la relecture`,
    texte: (nom) => `${nom} attend la relecture de l’équipe.`,
    pour: { roles: ['equipe'] },
  },
  'demander-correction': {
    sorte: 'correction-demandee',
    titre: (code) => `Correction demandée sur la fiche ${code}`,
    texte: (nom) => `${nom} vous demande de reprendre le texte\u00A0; son motif est sur la fiche.`,
    pour: {},
  },
  transmettre: {
    sorte: 'fiche-transmise',
    titre: (code) => `Fiche ${code} transmise pour avis`,
    texte: () => 'L’État a la fiche\u00A0; l’échéance de son avis court.',
    pour: { roles: ['delegue'], referents: true },
  },
  'rendre-avis': {
    sorte: 'avis-rendu',
    titre: (code) => `Avis de l’État rendu sur la fiche ${code}`,
    texte: (nom) => `${nom} a rendu son avis.`,
    pour: { roles: ['equipe'], referents: true },
  },
  valider: {
    sorte: 'fiche-en-vigueur',
    titre: (code) => `Fiche ${code} en vigueur`,
    texte: () => 'Son nouveau texte s’applique.',
    pour: { roles: ['equipe', 'referent', 'delegue', 'contributeur', 'lecteur'] },
  },
  reviser: {
    sorte: 'revision-ouverte',
    titre: (code) => `Révision ouverte sur la fiche ${code}`,
    texte: (nom) => `${nom} a ouvert une révision\u00A0; le texte en vigueur reste affiché.`,
    pour: { roles: ['equipe', 'delegue'], referents: true },
  },
};

/** What a step of the circuit tells people; null for one that concerns only whoever does it. */
export function annonceDEtape(transition: Transition, { fiche, acteur, demande }: Pas): Annonce | null {
  const etape = ETAPES[transition];
  if (!etape) return null;
  const { destinataireId } = demande;
  const personnes = transition === 'demander-correction' && destinataireId ? [destinataireId] : [];
  return {
    sorte: etape.sorte,
    evenement: `fiche/${fiche.id}/${transition}/${fiche.version}`,
    titre: etape.titre(codeAffiche(fiche.code)),
    texte: etape.texte(acteur.nom),
    lien: `/fiches/${fiche.code}`,
    ficheId: fiche.id,
    pour: { ...etape.pour, personnes },
    permission: 'fiches.lire',
  };
}
