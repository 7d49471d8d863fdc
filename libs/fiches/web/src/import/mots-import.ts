import type {
  Confiance,
  FichierImporte,
  LotImport,
  RapportPlacement,
  ResumeLot,
  StatutFichier,
} from '@pleniere/fiches/domain';
import { accorder, formaterNombre } from '@pleniere/shared/domain';
import type { NomIcone, Ton } from '@pleniere/shared/ui';

/** A statut or a confidence as people read it: a word, an icon, a tone. */
export interface Signe {
  libelle: string;
  ton: Ton;
  icone: NomIcone;
}

/** Sign of where a file stands. */
export const SIGNES_STATUTS: Readonly<Record<StatutFichier, Signe>> = {
  'en-cours': { libelle: 'Lecture en cours', ton: 'info', icone: 'en-cours' },
  'a-relire': { libelle: 'À relire', ton: 'attente', icone: 'relecture' },
  importee: { libelle: 'Importé', ton: 'succes', icone: 'fait' },
  ignoree: { libelle: 'Ignoré', ton: 'neutre', icone: 'masquer' },
  refusee: { libelle: 'Refusé', ton: 'alerte', icone: 'erreur' },
  annulee: { libelle: 'Annulé', ton: 'neutre', icone: 'annuler' },
};

/** Sign of how sure a reading is. */
export const SIGNES_CONFIANCES: Readonly<Record<Confiance, Signe>> = {
  forte: { libelle: 'Sûr', ton: 'succes', icone: 'valide' },
  moyenne: { libelle: 'À vérifier', ton: 'attention', icone: 'alerte' },
  faible: { libelle: 'Incertain', ton: 'alerte', icone: 'aide' },
};

/** « 3 412 caractères lus = 3 120 placés + 278 de libellés + 14 non placés »: nothing is lost, and it is counted. */
export function phraseRapport({ caracteres, places, libelles, nonPlaces }: RapportPlacement): string {
  const lus = accorder(caracteres, 'caractère lu', 'caractères lus');
  const parts = [
    accorder(places, 'placé'),
    `${formaterNombre(libelles)} de libellés et de mise en page`,
    accorder(nonPlaces, 'non placé'),
  ];
  return `${lus} = ${parts.join(' + ')}`;
}

/** « 3 412 caractères = 3 398 placés ou reconnus + 14 non placés »: the same count on the line of a file. */
export function phraseFichier({ caracteres, nonPlaces }: Pick<FichierImporte, 'caracteres' | 'nonPlaces'>): string {
  const reconnus = accorder(caracteres - nonPlaces, 'placé ou reconnu', 'placés ou reconnus');
  return `${accorder(caracteres, 'caractère')} = ${reconnus} + ${accorder(nonPlaces, 'non placé')}`;
}

const RACONTES: readonly [StatutFichier, string, string][] = [
  ['en-cours', 'en cours de lecture', 'en cours de lecture'],
  ['a-relire', 'à relire', 'à relire'],
  ['importee', 'importé', 'importés'],
  ['ignoree', 'ignoré', 'ignorés'],
  ['refusee', 'refusé', 'refusés'],
  ['annulee', 'annulé', 'annulés'],
];

/** « 12 fichiers : 3 à relire, 8 importés, 1 refusé ». */
export function phraseLot({ nombre, parStatut }: Pick<ResumeLot, 'nombre' | 'parStatut'>): string {
  const comptes = RACONTES.filter(([statut]) => parStatut[statut] > 0).map(([statut, un, plusieurs]) =>
    accorder(parStatut[statut], un, plusieurs),
  );
  return `${accorder(nombre, 'fichier')}\u00A0: ${comptes.join(', ')}`;
}

/** How many files of a lot stand where. */
export function compterLot({ fichiers }: LotImport): Pick<ResumeLot, 'nombre' | 'parStatut'> {
  const nombreDe = (statut: StatutFichier): number => fichiers.filter((fichier) => fichier.statut === statut).length;
  const parStatut = Object.fromEntries(RACONTES.map(([statut]) => [statut, nombreDe(statut)]));
  return { nombre: fichiers.length, parStatut: parStatut as ResumeLot['parStatut'] };
}

/** The next file to read again after one, going round the lot. */
export function prochainARelire(fichiers: readonly FichierImporte[], apres: string | null): FichierImporte | null {
  const rang = fichiers.findIndex(({ id }) => id === apres) + 1;
  const enOrdre = [...fichiers.slice(rang), ...fichiers.slice(0, rang)];
  return enOrdre.find(({ id, statut }) => statut === 'a-relire' && id !== apres) ?? null;
}
