import type { Champ, ContenuFiche } from '@pleniere/fiches/domain';
import { REGISTRE } from '@pleniere/fiches/domain';
import { randomUUID } from 'node:crypto';
import type { ContratDeTest } from '../creer-contrat';

// A word of its own for each field, that no other text contains and that no line break cuts.
const lettre = (rang: number) => String.fromCharCode(97 + rang);
const MOTS = new Map(
  REGISTRE.map(({ id }, rang) => [id, `Zy${lettre(Math.floor(rang / 26))}${lettre(rang % 26)}lophon`]),
);

/** The word that a field of the registry says, and nothing else. */
export function motDuChamp(id: Champ['id']): string {
  return MOTS.get(id) ?? `${id} n’a pas de mot`;
}

/** A fiche of which every field of the registry says a sentence of its own; a field without one does not compile. */
export function contenuParlant({ orientationId, qpv }: ContratDeTest): ContenuFiche {
  const dire = (id: Champ['id']) => `Il est dit ${motDuChamp(id)} ici.`;
  const riche = (id: Champ['id']) => `<p>${dire(id)}</p>`;
  const liste = (id: Champ['id']) => [{ id: randomUUID(), texte: riche(id) }];
  const acteurs = (id: Champ['id']) => [{ organisationId: null, categorie: null, libelle: dire(id) }];
  return {
    orientation: orientationId,
    titre: dire('titre'),
    titreCourt: dire('titreCourt'),
    pilotes: acteurs('pilotes'),
    referents: [{ organisationId: null, categorie: null, libelle: '', personneId: null, fonction: dire('referents') }],
    resultatsAttendus: liste('resultatsAttendus'),
    interetHabitants: liste('interetHabitants'),
    interetTerritoire: liste('interetTerritoire'),
    interetPartenaires: liste('interetPartenaires'),
    cadreQuand: { texte: riche('cadreQuand'), debut: '2024-01-01', fin: null, continu: false },
    cadreOu: { texte: riche('cadreOu'), portee: 'selection', qpv: [qpv.a1], communes: [] },
    cadreAvecQui: { texte: riche('cadreAvecQui'), acteurs: [] },
    cadreAvecQuoi: { texte: riche('cadreAvecQuoi'), modalites: [] },
    publicCible: { texte: riche('publicCible'), publics: ['adultes'] },
    contexte: riche('contexte'),
    facteursFavorables: liste('facteursFavorables'),
    facteursDefavorables: liste('facteursDefavorables'),
    planAction: liste('planAction').map((element) => ({ ...element, genre: 'etape' as const })),
    moyensHumains: liste('moyensHumains').map((element) => ({ ...element, etp: 0.5 })),
    moyensFinanciers: liste('moyensFinanciers'),
    lignesBudget: [
      {
        ...{ id: randomUUID(), annee: 2025, financeur: dire('lignesBudget'), nature: 'droit-commun' },
        ...{ prevu: 100_000, obtenu: null, realise: null },
      },
    ],
    partenaires: acteurs('partenaires'),
    resumePublic: dire('resumePublic'),
    dispositifs: [dire('dispositifs')],
    p147: [dire('p147')],
    documents: [{ id: randomUUID(), titre: dire('documents'), adresse: 'https://exemple.fr/bilan.pdf' }],
    sectionsSupplementaires: [{ id: randomUUID(), libelle: 'Section', texte: riche('sectionsSupplementaires') }],
  };
}
