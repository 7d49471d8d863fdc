import type { DocumentSource, FichierARelire, FichierImporte, LotImport, Passage } from '@pleniere/fiches/domain';
import { rapporter } from '@pleniere/fiches/domain';
import { suite } from '../essais/exemples';

const TEXTE = 'Public cible : Tous les habitants\nDocument de travail\nPilote : Villes\n';

function tranche(id: string, mots: string, place: Pick<Passage, 'destination'>): Passage {
  const debut = TEXTE.indexOf(mots);
  return { id, debut, fin: debut + mots.length, section: null, niveau: 0, confiance: 'forte', ...place };
}

/** A document of five passages: two headings, two fields, and one passage that found no place. */
export const DOCUMENT: DocumentSource = { texte: TEXTE, blocs: [], enLignes: true, notes: [] };
const PASSAGES: Passage[] = [
  tranche('p1', 'Public cible : ', { destination: 'libelle' }),
  tranche('p2', 'Tous les habitants\n', { destination: 'publicCible' }),
  tranche('p3', 'Document de travail\n', { destination: 'non-place' }),
  tranche('p4', 'Pilote : ', { destination: 'libelle' }),
  tranche('p5', 'Villes\n', { destination: 'pilotes' }),
];

/** One line of a lot. */
export function fichierImporte(changement: Partial<FichierImporte> = {}): FichierImporte {
  return {
    id: 'fichier',
    version: 1,
    nom: 'fiche-T1.7.docx',
    format: 'docx',
    octets: 2048,
    statut: 'a-relire',
    message: null,
    code: 'T1.7',
    titre: 'Un conseil des jeunes',
    caracteres: TEXTE.length,
    nonPlaces: 20,
    ficheId: null,
    decision: null,
    ...changement,
  };
}

/** A lot given by the team. */
export function lotImport(fichiers: FichierImporte[], changement: Partial<LotImport> = {}): LotImport {
  return {
    id: 'lot',
    creeLe: '2026-11-22T10:00:00Z',
    creePar: 'Claire Vasseur',
    annuleLe: null,
    fichiers,
    ...changement,
  };
}

/** The file of the lot with its document, some passages being moved. */
export function fichierARelire(
  changement: Partial<FichierARelire> = {},
  deplaces: Readonly<Record<string, Partial<Passage>>> = {},
): FichierARelire {
  const passages = PASSAGES.map((passage) => ({ ...passage, ...deplaces[passage.id] }));
  return {
    ...fichierImporte(),
    document: DOCUMENT,
    passages,
    rapport: rapporter(DOCUMENT, passages),
    proposition: {
      code: 'T1.7',
      enjeu: { texte: 'Enjeu transversal 1', id: null },
      orientation: { texte: '', id: null },
      contenu: {
        titre: 'Un conseil des jeunes',
        publicCible: { texte: '<p>Tous les habitants</p>', publics: ['tous-habitants'] },
        pilotes: [{ organisationId: null, categorie: 'ville', libelle: 'Villes' }],
      },
      indicateurs: [],
      propositions: [
        {
          id: 'enjeu',
          champ: 'enjeu',
          sorte: 'enjeu',
          texte: 'Enjeu transversal 1',
          valeur: 'enjeu',
          libelle: 'Enjeu 1',
        },
        { id: 'pilotes/0', champ: 'pilotes', sorte: 'categorie', texte: 'Villes', valeur: 'ville', libelle: 'Villes' },
      ],
    },
    existante: null,
    choix: { confirmations: [], indicateurs: [] },
    ...changement,
  };
}

/** Lets an answer go through its promises to the screen, which then asks what it needs. */
export async function repos(): Promise<void> {
  for (let tour = 0; tour < 3; tour++) await suite();
}
