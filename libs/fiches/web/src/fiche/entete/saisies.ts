import {
  CAUSES_REVISION,
  codeAffiche,
  type DemandeDeTransition,
  type FicheLue,
  type FicheResume,
  ISSUES_FICHE,
  type IssueFiche,
  LIBELLES_CAUSES,
  LIBELLES_ISSUES,
  LIMITES_CIRCUIT,
  type SaisieDeTransition,
  type TransitionDisponible,
} from '@pleniere/fiches/domain';
import type { ChampSaisi } from '@pleniere/shared/ui';

/** What a dialog asks before a step of the circuit; several titles are typed one per line. */
export type SaisieTypee = {
  motif: string | null;
  destinataireId: string | null;
  sorte: (typeof CAUSES_REVISION)[number] | null;
  cause: string | null;
  issue: IssueFiche | null;
  titres: string | null;
  titre: string | null;
  avec: string | null;
};

/** Nothing typed yet. */
export const RIEN_DE_TYPE: SaisieTypee = {
  motif: null,
  destinataireId: null,
  sorte: null,
  cause: null,
  issue: null,
  titres: null,
  titre: null,
  avec: null,
};

type Champs = readonly ChampSaisi<SaisieTypee>[];

const options = <S extends string>(slugs: readonly S[], libelles: Readonly<Record<S, string>>) =>
  slugs.map((valeur) => ({ valeur, libelle: libelles[valeur] }));

const lignes = (texte: string | null): string[] =>
  (texte ?? '')
    .split('\n')
    .map((ligne) => ligne.trim())
    .filter(Boolean);

const issue = (voisines: readonly FicheResume[]): Champs => [
  {
    cle: 'issue',
    libelle: 'Ce que la fiche devient',
    type: 'choix',
    options: options(ISSUES_FICHE, LIBELLES_ISSUES),
    requis: 'Dites ce que la fiche devient.',
  },
  {
    cle: 'titres',
    libelle: 'Titres des fiches qui la remplacent',
    aide: 'Un titre par ligne. Chacune reprend le texte de celle-ci, en brouillon, sous un nouveau code.',
    type: 'texte',
    lignes: 4,
    requis: 'Donnez le titre d’au moins deux fiches.',
    montrer: (saisie) => saisie.issue === 'scindee',
    verifier: ({ titres }) => (lignes(titres).length < 2 ? 'Donnez le titre d’au moins deux fiches.' : null),
  },
  {
    cle: 'avec',
    libelle: 'Réunie avec',
    type: 'choix',
    options: voisines.map(({ id, code, titre }) => ({ valeur: id, libelle: `${codeAffiche(code)} – ${titre}` })),
    requis: 'Choisissez l’autre fiche.',
    montrer: (saisie) => saisie.issue === 'fusionnee',
  },
  {
    cle: 'titre',
    libelle: 'Titre de la fiche qui les réunit',
    aide: 'Elle reprend le texte des deux, en brouillon, sous un nouveau code.',
    type: 'texte',
    requis: 'Donnez le titre de la fiche qui les réunit.',
    montrer: (saisie) => saisie.issue === 'fusionnee',
  },
];

const motif = (libelle: string): Champs => [
  {
    cle: 'motif',
    libelle,
    type: 'texte',
    lignes: 4,
    max: LIMITES_CIRCUIT.motif,
    requis: 'Dites en une phrase pourquoi.',
  },
];

const destinataire = ({ destinataires }: FicheLue): Champs => [
  {
    cle: 'destinataireId',
    libelle: 'Demandée à',
    type: 'choix',
    options: destinataires.map(({ id, nom }) => ({ valeur: id, libelle: nom })),
    requis: 'Dites à qui la correction est demandée.',
  },
];

const CAUSE: Champs = [
  {
    cle: 'sorte',
    libelle: 'Ce qui ouvre la révision',
    type: 'choix',
    options: options(
      CAUSES_REVISION.filter((sorte) => sorte !== 'import'),
      LIBELLES_CAUSES,
    ),
    requis: 'Choisissez l’avenant ou la décision.',
  },
  {
    cle: 'cause',
    libelle: 'Lequel, et ce qu’il demande',
    aide: 'Par exemple\u00A0: «\u202FComité de pilotage du 14 octobre 2026, étendre aux quartiers de La Riche\u202F».',
    type: 'texte',
    lignes: 3,
    max: LIMITES_CIRCUIT.cause,
    requis: 'Dites quel avenant ou quelle décision ouvre la révision.',
  },
];

/** Fields of the dialog of a step. */
export function champsDe(
  { transition, saisies }: Pick<TransitionDisponible, 'transition' | 'saisies'>,
  fiche: FicheLue,
  voisines: readonly FicheResume[],
): Champs {
  const parSaisie: Readonly<Record<SaisieDeTransition, Champs>> = {
    destinataire: destinataire(fiche),
    motif: motif(transition === 'demander-correction' ? 'Ce qui est à corriger' : 'Motif'),
    cause: CAUSE,
    issue: issue(voisines),
  };
  const ordre: readonly SaisieDeTransition[] = ['destinataire', 'issue', 'cause', 'motif'];
  return ordre.filter((saisie) => saisies.includes(saisie)).flatMap((saisie) => parSaisie[saisie]);
}

/** What a typed dialog asks of the circuit. */
export function lireDemande(typee: SaisieTypee): Partial<DemandeDeTransition> {
  const { sorte, cause, titres, titre, avec } = typee;
  return {
    motif: typee.motif ?? '',
    destinataireId: typee.destinataireId,
    cause: sorte && { sorte, texte: cause ?? '' },
    issue: typee.issue,
    suites: titre ? [titre] : lignes(titres),
    avec: avec ? [avec] : [],
  };
}

/** What a step means, told before it is followed. */
export const EXPLICATIONS: Readonly<Partial<Record<TransitionDisponible['transition'], string>>> = {
  reviser:
    'Le texte en vigueur reste lisible et inchangé pendant que le suivant s’écrit, jusqu’à ce que celui-ci entre en vigueur à son tour.',
  renoncer:
    'Le texte en vigueur redevient celui de la fiche. Ce qui a été écrit depuis reste lisible parmi les révisions.',
  archiver:
    'La fiche n’est plus en vigueur. Ses valeurs et son histoire restent lisibles, et son code ne resservira pas.',
};
