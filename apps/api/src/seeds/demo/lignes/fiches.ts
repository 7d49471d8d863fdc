import {
  codeAction,
  completude,
  lireCode,
  manquesObligatoires,
  referencesDe,
  type ChampId,
  type CodeFiche,
  type ContenuFiche,
  type EtatChamp,
  type ReferenceFiche,
} from '@pleniere/fiches/domain';
import { LETTRES_ENJEU } from '@pleniere/contrat/domain';
import { id } from '../identifiants';
import type { Ligne, Lot } from './insertion';
import type { ContratDemo, FicheDemo, PersonneDemo } from '../modele';
import { rediger } from '../redaction';

const CIBLES_VIDES = {
  organisation_id: null,
  categorie: null,
  personne_id: null,
  qpv_code: null,
  commune_code: null,
  orientation_id: null,
};

/** Key under which everything of a fiche is identified. */
export function cleDe(demo: ContratDemo, fiche: FicheDemo): string {
  return `${demo.cle}/${fiche.code}`;
}

/** The person of this key; a key that nobody bears is a mistake of the demo data. */
export function personneDe({ personnes }: ContratDemo, cle: string): PersonneDemo {
  const personne = personnes[cle];
  if (personne === undefined) throw new Error(`Personne inconnue de la démonstration : ${cle}`);
  return personne;
}

/** Id of an action of the fiche, named by its letter, or of a déclinaison, named by its ville and its quarter. */
export function idSuivi(demo: ContratDemo, fiche: FicheDemo, objet: 'action' | 'declinaison', nom: string): string {
  return id(`${cleDe(demo, fiche)}/${objet}/${nom}`);
}

function lireCodeDe({ code }: FicheDemo): CodeFiche {
  const lu = lireCode(code);
  if (lu === null) throw new Error(`Code de fiche illisible : ${code}`);
  return lu;
}

/** State of each field of the text as it is in force. */
export function etats(
  demo: ContratDemo,
  fiche: FicheDemo,
  champs: readonly ChampId[],
): Partial<Record<ChampId, EtatChamp>> {
  return Object.fromEntries(
    champs.map((champ) => {
      const retouches = (fiche.retouches ?? []).filter((retouche) => retouche.champ === champ);
      const derniere = retouches.at(-1);
      const auteur = personneDe(demo, derniere?.auteur ?? fiche.auteur).nom;
      return [
        champ,
        { version: 1 + retouches.length, modifieLe: derniere?.quand ?? fiche.redigeeLe, modifiePar: auteur },
      ];
    }),
  );
}

/** Content of a fiche as it is worked on: its text, with what the revision being written changes. */
function contenuDe(demo: ContratDemo, fiche: FicheDemo): Partial<ContenuFiche> {
  const { revision } = demo.circuits?.[fiche.code] ?? {};
  return rediger(demo, cleDe(demo, fiche), { ...fiche.redaction, ...revision?.redaction });
}

function champsDe(demo: ContratDemo, fiche: FicheDemo, contenu: Partial<ContenuFiche>) {
  const champs = etats(demo, fiche, Object.keys(contenu) as ChampId[]);
  const { revision } = demo.circuits?.[fiche.code] ?? {};
  for (const champ of Object.keys(revision?.redaction ?? {}) as ChampId[]) {
    const version = (champs[champ]?.version ?? 0) + 1;
    if (revision)
      champs[champ] = { version, modifieLe: revision.ouverteLe, modifiePar: personneDe(demo, revision.auteur).nom };
  }
  return champs;
}

function etatDeRevision({ circuits = {} }: ContratDemo, { code, statut }: FicheDemo): Ligne {
  const { revision, issue = null } = circuits[code] ?? {};
  const enVigueur = statut === 'en-vigueur' || statut === 'archive';
  return { statut: revision?.statut ?? statut, revision: revision ? 2 : 1, en_vigueur: enVigueur ? 1 : null, issue };
}

function ligneFiche(demo: ContratDemo, fiche: FicheDemo, contenu: Partial<ContenuFiche>): Ligne {
  const { lettre, enjeu, rang } = lireCodeDe(fiche);
  const type = lettre === LETTRES_ENJEU.transversal ? 'transversal' : 'thematique';
  const { revision } = demo.circuits?.[fiche.code] ?? {};
  const dates = [
    fiche.redigeeLe,
    ...(revision ? [revision.ouverteLe] : []),
    ...(fiche.retouches ?? []).map(({ quand }) => quand),
  ];
  return {
    contrat_id: id(`${demo.cle}/contrat`),
    id: id(cleDe(demo, fiche)),
    enjeu_id: id(`${demo.cle}/enjeu/${type}/${enjeu}`),
    lettre,
    enjeu_numero: enjeu,
    rang,
    ...etatDeRevision(demo, fiche),
    contenu,
    champs: champsDe(demo, fiche, contenu),
    champs_remplis: completude(contenu, []).remplis,
    manques_obligatoires: manquesObligatoires(contenu),
    actions_creees: fiche.actions?.length ?? 0,
    cree_le: fiche.redigeeLe,
    modifie_le: dates.sort().at(-1),
  };
}

function colonnesDe(reference: ReferenceFiche): Ligne {
  const [cible, valeur] = Object.entries(reference)[0] ?? [];
  return { ...CIBLES_VIDES, [String(cible).replace(/[A-Z]/, (lettre) => `_${lettre.toLowerCase()}`)]: valeur };
}

/** Rows of what a text of the fiche names. */
export function lignesReferences(demo: ContratDemo, fiche: FicheDemo, contenu: Partial<ContenuFiche>): Ligne[] {
  return (Object.keys(contenu) as ChampId[]).flatMap((champ) => {
    const valeur = contenu[champ];
    const references = valeur === undefined ? [] : referencesDe(champ, valeur);
    return references.map((reference) => ({
      contrat_id: id(`${demo.cle}/contrat`),
      fiche_id: id(cleDe(demo, fiche)),
      champ,
      ...colonnesDe(reference),
    }));
  });
}

function lettreAction(rang: number): string {
  return codeAction('', rang).slice(1);
}

function lignesActions(demo: ContratDemo, fiche: FicheDemo): Ligne[] {
  return (fiche.actions ?? []).map((action, rang) => {
    const action_id = idSuivi(demo, fiche, 'action', lettreAction(rang));
    return {
      contrat_id: id(`${demo.cle}/contrat`),
      id: action_id,
      fiche_id: id(cleDe(demo, fiche)),
      rang,
      titre: action.titre,
      description: action.description === undefined ? '' : `<p>${action.description}</p>`,
      pilote: action.pilote,
      echeance: action.echeance,
      statut: action.statut,
      niveau_participation: action.niveauParticipation,
      etapes: (action.etapes ?? []).map(([libelle, faite], n) => ({
        id: id(`${action_id}/etape/${n + 1}`),
        libelle,
        faite,
      })),
      ref_dauphin: action.refDauphin ?? '',
    };
  });
}

function lignesDeclinaisons(demo: ContratDemo, fiche: FicheDemo): Ligne[] {
  return (fiche.declinaisons ?? []).map((declinaison) => {
    const { ville, referent, qpvCode = null } = declinaison;
    return {
      contrat_id: id(`${demo.cle}/contrat`),
      id: idSuivi(demo, fiche, 'declinaison', qpvCode === null ? ville : `${ville}/${qpvCode}`),
      fiche_id: id(cleDe(demo, fiche)),
      organisation_id: id(`${demo.cle}/organisation/${ville}`),
      qpv_code: qpvCode,
      referent_id: referent === undefined ? null : id(`${demo.cle}/personne/${referent}`),
      statut_execution: declinaison.statutExecution,
      meteo: declinaison.meteo,
      meteo_explication: declinaison.meteoExplication ?? '',
      modalite_retenue: declinaison.modaliteRetenue ?? '',
      recits: declinaison.recits ?? [],
    };
  });
}

/** Rows of the fiches of a demo contrat with what they point at, their actions and their déclinaisons. */
export function lotsDesFiches(demo: ContratDemo): Lot[] {
  const fiches = demo.fiches.map((fiche) => ({
    fiche,
    contenu: contenuDe(demo, fiche),
  }));
  return [
    ['fiche', fiches.map(({ fiche, contenu }) => ligneFiche(demo, fiche, contenu))],
    ['fiche_reference', fiches.flatMap(({ fiche, contenu }) => lignesReferences(demo, fiche, contenu))],
    ['action', demo.fiches.flatMap((fiche) => lignesActions(demo, fiche))],
    ['declinaison', demo.fiches.flatMap((fiche) => lignesDeclinaisons(demo, fiche))],
  ];
}
