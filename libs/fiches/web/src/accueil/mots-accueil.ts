import { type Attente, type Mouvement, REGISTRE } from '@pleniere/fiches/domain';
import { accorder, formaterDate, INSECABLE } from '@pleniere/shared/domain';
import type { NomIcone } from '@pleniere/shared/ui';

/** A thing that waits, as a line of the home page: what is asked, and the tab of the fiche where it is done. */
export interface LigneAttente {
  attente: Attente;
  icone: NomIcone;
  demande: string;
  lien: string[];
  /** Part of the page that opens there. */
  fragment?: string;
  /** What the list that opens there is narrowed to. */
  filtre?: Record<string, string>;
}

const JOUR = 86_400_000;

const QUESTIONS = ['/participation', 'questions'];

/** What is asked, and where it is done: a tab of the fiche, or a page of its own. */
type Demande = Pick<LigneAttente, 'icone' | 'fragment' | 'filtre'> & {
  /** True where the list is narrowed to the service of the person. */
  duService?: true;
  dire: (nombre: number, annee: number) => string;
} & ({ onglet: string[] } | { page: string[] });

const DEMANDES: Readonly<Record<Attente['sorte'], Demande>> = {
  'question-a-moderer': {
    icone: 'voir',
    page: QUESTIONS,
    dire: (nombre) => accorder(nombre, 'question à modérer', 'questions à modérer'),
  },
  'question-a-attribuer': {
    icone: 'aide',
    page: QUESTIONS,
    filtre: { etat: 'recevable' },
    dire: (nombre) => accorder(nombre, 'question à attribuer', 'questions à attribuer'),
  },
  'question-a-repondre': {
    icone: 'commentaire',
    page: QUESTIONS,
    filtre: { etat: 'attribuee' },
    duService: true,
    dire: (nombre) => accorder(nombre, 'réponse à écrire', 'réponses à écrire'),
  },
  'reponse-a-publier': {
    icone: 'commentaire',
    page: QUESTIONS,
    filtre: { etat: 'reponse-preparee' },
    duService: true,
    dire: (nombre) => accorder(nombre, 'réponse à publier', 'réponses à publier'),
  },
  relecture: { icone: 'voir', onglet: [], dire: () => 'Fiche à relire' },
  avis: { icone: 'avis', onglet: [], dire: () => 'Avis à rendre' },
  'a-valider': { icone: 'avis', onglet: [], dire: () => 'Avis rendu ou délai écoulé : à mettre en vigueur' },
  correction: { icone: 'modifier', onglet: [], dire: () => 'Correction demandée' },
  precision: {
    icone: 'aide',
    onglet: [],
    fragment: 'echanges',
    dire: (nombre) => accorder(nombre, 'précision à donner', 'précisions à donner'),
  },
  'precision-repondue': {
    icone: 'commentaire',
    onglet: [],
    fragment: 'echanges',
    dire: (nombre) => accorder(nombre, 'réponse à lire', 'réponses à lire'),
  },
  mention: {
    icone: 'commentaire',
    onglet: [],
    fragment: 'echanges',
    dire: (nombre) => accorder(nombre, 'échange vous cite', 'échanges vous citent'),
  },
  valeurs: {
    icone: 'indicateurs',
    onglet: ['indicateurs'],
    dire: (nombre, annee) => `${accorder(nombre, `valeur ${annee} à saisir`, `valeurs ${annee} à saisir`)}`,
  },
  'valeurs-retournees': {
    icone: 'retour',
    onglet: ['indicateurs'],
    dire: (nombre) => accorder(nombre, 'valeur à corriger', 'valeurs à corriger'),
  },
  champs: {
    icone: 'modifier',
    onglet: [],
    dire: (nombre) => accorder(nombre, 'champ obligatoire à remplir', 'champs obligatoires à remplir'),
  },
  meteo: {
    icone: 'couvert',
    onglet: ['declinaisons'],
    dire: (nombre) => accorder(nombre, 'déclinaison sans météo', 'déclinaisons sans météo'),
  },
  'action-en-retard': {
    icone: 'echeance',
    onglet: ['actions'],
    dire: (nombre) => accorder(nombre, 'action en retard', 'actions en retard'),
  },
};

/** « avant le 9 décembre 2026 »; once the day is past, that it was due then. */
function direEcheance(echeance: string | null): string {
  if (echeance === null) return '';
  const passee = Date.parse(echeance) + JOUR < Date.now();
  return passee
    ? `${INSECABLE}: attendu le ${formaterDate(echeance)}, en retard`
    : ` avant le ${formaterDate(echeance)}`;
}

function direMotif(motif: string | null): string {
  return motif === null ? '' : `${INSECABLE}: «${INSECABLE}${motif}${INSECABLE}»`;
}

/** Says what is asked of the person, and where to go; the team, which answers for every service, has none of its own. */
export function direAttente(attente: Attente, annee: number, service: string | null): LigneAttente {
  const demandee = DEMANDES[attente.sorte];
  const { icone, fragment, dire, duService } = demandee;
  const filtre = duService && service !== null ? { ...demandee.filtre, service } : demandee.filtre;
  const lien = 'page' in demandee ? demandee.page : ['/fiches', attente.fiche?.code ?? '', ...demandee.onglet];
  const demande = `${dire(attente.nombre, annee)}${direEcheance(attente.echeance)}${direMotif(attente.motif)}`;
  return { attente, icone, demande, lien, fragment, filtre };
}

const GESTES: Readonly<Record<string, (nombre: number) => string>> = {
  valeur: (nombre) => `a saisi ${accorder(nombre, 'valeur')}`,
  contestation: (nombre) => `a fait avancer ${accorder(nombre, 'contestation')}`,
  piece: (nombre) => `a mis à jour ${accorder(nombre, 'pièce', 'pièces')}`,
  indicateur: (nombre) => `a modifié ${accorder(nombre, 'indicateur')}`,
  action: (nombre) => `a mis à jour ${accorder(nombre, 'action')}`,
  declinaison: (nombre) => `a mis à jour ${accorder(nombre, 'déclinaison')}`,
  avis: () => 'a suivi l’avis de l’État',
  precision: (nombre) => `a fait avancer ${accorder(nombre, 'demande de précision', 'demandes de précision')}`,
};

/** « a saisi 2 valeurs », « a réécrit « Public cible » »: what somebody did, without their name. */
export function direMouvement({ objet, champ, nombre }: Mouvement): string {
  if (objet === 'valeur' && champ === 'statut') return `a vérifié ${accorder(nombre, 'valeur')}`;
  const geste = GESTES[objet];
  if (geste) return geste(nombre);
  if (objet !== 'fiche') return 'a modifié le cadre du contrat';
  const ecrit = REGISTRE.find(({ id }) => id === champ);
  return ecrit ? `a réécrit «\u202F${ecrit.libelle}\u202F»` : 'a fait avancer la fiche';
}
