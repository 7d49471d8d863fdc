import {
  arriveEnRetard,
  mailleDe,
  partiesDe,
  type StatutValeur,
  type Valeur,
  type Ventilation,
} from '@pleniere/indicateurs/domain';
import { id } from '../identifiants';
import type { Ligne, Lot } from './insertion';
import { cleDe, personneDe } from './fiches';
import type { CampagneDemo, CelluleDemo, ContratDemo, FicheDemo, IndicateurDemo, PersonneDemo } from '../modele';

/** Year in which the demo is told: its values are still coming in. */
const ANNEE_EN_COURS = 2026;

/** A value of the demo with who entered it. */
export interface ValeurDemo extends Omit<Valeur, 'version' | 'modifiePar'> {
  auteur: PersonneDemo & { cle: string };
}

function idIndicateur(demo: ContratDemo, fiche: FicheDemo, rang: number): string {
  return id(`${cleDe(demo, fiche)}/indicateur/${rang + 1}`);
}

/** Id of a context indicator of the demo. */
export function idContexte(demo: ContratDemo, rang: number): string {
  return id(`${demo.cle}/contexte/${rang + 1}`);
}

const DEFINITION_NUE = {
  unite: '',
  decimales: 0,
  agregation: 'aucune',
  anneesPonctuelles: [],
  definition: '',
  source: '',
  methode: '',
  reference: null,
  cibles: [],
  modalites: [],
  visibilite: 'public',
  resultats: [],
  numerateur: '',
  denominateur: '',
  ruptures: [],
  borneMin: null,
  borneMax: null,
  calcul: null,
};

/** Row of an indicator of a fiche, or of context when it has none. */
export function ligneIndicateur(
  demo: ContratDemo,
  fiche: FicheDemo | null,
  ecrit: IndicateurDemo,
  rang: number,
): Ligne {
  const indicateur = { ...DEFINITION_NUE, ...ecrit };
  const { libelle, unite, definition, numerateur, denominateur, methode, source, reference, cibles } = indicateur;
  const courante = { libelle, unite, definition, numerateur, denominateur, methode, source, reference, cibles };
  const { responsable, resultats, anneesPonctuelles } = indicateur;
  return {
    contrat_id: id(`${demo.cle}/contrat`),
    id: fiche ? idIndicateur(demo, fiche, rang) : idContexte(demo, rang),
    fiche_id: fiche && id(cleDe(demo, fiche)),
    ordre: rang,
    libelle: indicateur.libelle,
    type: indicateur.type,
    nature: indicateur.nature,
    unite: indicateur.unite,
    decimales: indicateur.decimales,
    sens: indicateur.sens,
    maille: indicateur.maille,
    agregation: indicateur.agregation,
    ventilations: ecrit.parSexe ? ['sexe'] : [],
    periodicite: anneesPonctuelles.length > 0 ? 'ponctuelle' : 'annuelle',
    annees_ponctuelles: anneesPonctuelles,
    definition: indicateur.definition,
    source: indicateur.source,
    methode: indicateur.methode,
    responsable_id: responsable === undefined ? null : id(`${demo.cle}/organisation/${responsable}`),
    reference: indicateur.reference,
    cibles: indicateur.cibles,
    modalites: indicateur.modalites,
    resultats_lies: fiche ? resultats.map((numero) => id(`${cleDe(demo, fiche)}/resultatsAttendus/${numero}`)) : [],
    numerateur,
    denominateur,
    ruptures: indicateur.ruptures.map((rupture) => ({ ...rupture, avant: { ...courante, ...rupture.avant } })),
    visibilite: indicateur.visibilite,
    borne_min: indicateur.borneMin,
    borne_max: indicateur.borneMax,
    calcul: indicateur.calcul,
  };
}

const PARTIES_PAR_SEXE = partiesDe('sexe');

// Working days of January 2025, January 2026 and November 2026 alike.
const JOURS_DE_SAISIE = ['06', '09', '13', '16'];

const deuxChiffres = (nombre: number): string => String(nombre).padStart(2, '0');

/** When a value came in: people fill one fiche at a sitting, the winter after the year, or this autumn. */
function saisieLe(annee: number, seance: number, rang: number): string {
  const mois = annee < ANNEE_EN_COURS ? `${annee + 1}-01` : `${annee}-11`;
  const jour = JOURS_DE_SAISIE[seance % JOURS_DE_SAISIE.length];
  return `${mois}-${jour}T${deuxChiffres(8 + (seance % 9))}:${deuxChiffres(rang % 60)}:00Z`;
}

function auteurDe(demo: ContratDemo, fiche: FicheDemo, territoire: string): ValeurDemo['auteur'] {
  const commune = demo.qpv.find(({ code }) => code === territoire)?.commune ?? territoire;
  const ville = Object.entries(demo.organisations).find(([, { communeCode }]) => communeCode === commune)?.[0];
  const referent = Object.entries(demo.personnes).find(
    ([, personne]) => personne.organisation === ville && personne.role === 'referent' && personne.au === undefined,
  );
  return referent === undefined
    ? { ...personneDe(demo, fiche.auteur), cle: fiche.auteur }
    : { ...referent[1], cle: referent[0] };
}

function lireCellule(cellule: Exclude<CelluleDemo, null>): Pick<Valeur, 'valeur' | 'absence'> & Partial<Valeur> {
  if (typeof cellule !== 'object' || Array.isArray(cellule)) return { valeur: cellule, absence: null };
  if ('absence' in cellule) return { valeur: null, ...cellule };
  return { absence: null, ...cellule, ...(cellule.retour && { statut: 'brouillon' as const }) };
}

/** Where a value stands: the past years were checked by the team, a closed campagne locks its own. */
function statutDe(annee: number, campagne: CampagneDemo | undefined): StatutValeur {
  if (campagne?.closeLe) return 'verrouillee';
  return annee < ANNEE_EN_COURS ? 'validee' : 'proposee';
}

/** Cells of an indicator by territory and part, each from the first year of the contrat on. */
function casesDe({
  valeurs,
  parSexe = {},
}: IndicateurDemo): { territoire: string; ventilation: Ventilation; cellules: readonly CelluleDemo[] }[] {
  const totaux = Object.entries(valeurs).map(([territoire, cellules]) => ({
    territoire,
    ventilation: 'total' as const,
    cellules,
  }));
  const parts = Object.entries(parSexe).flatMap(([territoire, annees]) =>
    PARTIES_PAR_SEXE.map((ventilation, rang) => ({
      territoire,
      ventilation,
      cellules: annees.map((comptes) => comptes?.[rang] ?? null),
    })),
  );
  return [...totaux, ...parts];
}

/** Every value of the demo, from the oldest entry to the latest. */
export function valeursDe(demo: ContratDemo): (ValeurDemo & { ficheId: string })[] {
  const personnes = Object.keys(demo.personnes);
  const valeurs = demo.fiches.flatMap((fiche, rangFiche) =>
    (fiche.indicateurs ?? []).flatMap((indicateur, rangIndicateur) =>
      casesDe(indicateur).flatMap(({ territoire, ventilation, cellules }, rangTerritoire) =>
        cellules.flatMap((cellule, rang) => {
          if (cellule === null) return [];
          const annee = demo.contrat.anneeDebut + rang;
          const auteur = auteurDe(demo, fiche, territoire);
          const seance = rangFiche * 2 + personnes.indexOf(auteur.cle);
          const modifieLe = saisieLe(annee, seance, rangIndicateur * 13 + rangTerritoire);
          const campagne = demo.campagnes?.find((une) => une.annee === annee);
          return {
            ficheId: id(cleDe(demo, fiche)),
            indicateurId: idIndicateur(demo, fiche, rangIndicateur),
            annee,
            territoire,
            qualite: annee < ANNEE_EN_COURS ? ('definitive' as const) : ('provisoire' as const),
            commentaire: '',
            source: '',
            ventilation,
            enRetard: arriveEnRetard(campagne ?? null, modifieLe.slice(0, 10)),
            retour: '',
            statut: statutDe(annee, campagne),
            ...lireCellule(cellule),
            modifieLe,
            auteur,
          };
        }),
      ),
    ),
  );
  return valeurs.sort((a, b) => a.modifieLe.localeCompare(b.modifieLe));
}

/** Row of a value. */
export function ligneValeur(demo: ContratDemo, valeur: ValeurDemo): Ligne {
  const maille = mailleDe(valeur.territoire);
  const contenu = valeur.valeur;
  return {
    contrat_id: id(`${demo.cle}/contrat`),
    indicateur_id: valeur.indicateurId,
    annee: valeur.annee,
    commune_code: maille === 'commune' ? valeur.territoire : null,
    qpv_code: maille === 'qpv' ? valeur.territoire : null,
    version: 1,
    valeur_num: typeof contenu === 'number' ? contenu : null,
    valeur_texte: typeof contenu === 'string' ? contenu : null,
    modalites: Array.isArray(contenu) ? contenu : null,
    absence: valeur.absence,
    qualite: valeur.qualite,
    ventilation: valeur.ventilation,
    statut: valeur.statut,
    en_retard: valeur.enRetard,
    retour: valeur.retour,
    commentaire: valeur.commentaire,
    source: valeur.source,
    modifie_le: valeur.modifieLe,
    modifie_par: valeur.auteur.nom,
  };
}

/** Rows of the indicators of a demo contrat and of their values. */
export function lotsDesIndicateurs(demo: ContratDemo): Lot[] {
  return [
    [
      'indicateur',
      demo.fiches.flatMap((fiche) =>
        (fiche.indicateurs ?? []).map((indicateur, rang) => ligneIndicateur(demo, fiche, indicateur, rang)),
      ),
    ],
    ['valeur', valeursDe(demo).map((valeur) => ligneValeur(demo, valeur))],
  ];
}
