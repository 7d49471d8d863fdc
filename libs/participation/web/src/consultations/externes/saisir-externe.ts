import {
  type ChiffreExterne,
  type ConsultationExterne,
  type ConsultationExterneSaisie,
  type LectureExterne,
  lireJour,
} from '@pleniere/participation/domain';
import type { ChampSaisi, DemandeSaisie } from '@pleniere/shared/ui';
import type { SuitesClient } from '../client/suites-client';
import { lireTableau } from './lire-tableau';

type Cle =
  | 'nom'
  | 'organisateur'
  | 'question'
  | 'source'
  | 'adresse'
  | 'dates'
  | 'agenda'
  | 'projets'
  | `${'participants' | 'propositions' | 'votes'}${'Vises' | 'Faits'}`;
type Formulaire = Record<Cle, string | number | null>;

const CHIFFRES = ['participants', 'propositions', 'votes'] as const;
const NOMS = { participants: 'Participants', propositions: 'Propositions', votes: 'Votes' } as const;
const NOMBRE_MAX = 100_000_000;

const texte = (valeur: string | number | null) => String(valeur ?? '');
const nombre = (valeur: string | number | null) => (typeof valeur === 'number' ? valeur : null);
const enLignes = (lignes: readonly (readonly string[])[]) =>
  lignes.map((cellules) => cellules.map((cellule) => citer(cellule.replaceAll('\n', ' '))).join(' ; ')).join('\n');
const citer = (cellule: string) => (/[;"\t]/.test(cellule) ? `"${cellule.replaceAll('"', '""')}"` : cellule);

function formulaireDe(lue: ConsultationExterneSaisie): Formulaire {
  const { nom, organisateur, question, source, adresse, chiffres, dates, agenda, projets } = lue;
  const combien = CHIFFRES.flatMap((cle) => [
    [`${cle}Vises`, chiffres[cle]?.objectif ?? null] as const,
    [`${cle}Faits`, chiffres[cle]?.realise ?? null] as const,
  ]);
  return {
    ...(Object.fromEntries(combien) as Formulaire),
    ...{ nom, organisateur, question, source, adresse },
    dates: enLignes(dates.map((date) => [date.libelle, date.date, date.source])),
    agenda: enLignes(agenda.map((une) => [une.titre, une.texte])),
    projets: enLignes(projets.map((un) => [un.titre, un.porteur, un.texte])),
  };
}

function saisieDe(lu: Formulaire): ConsultationExterneSaisie {
  const chiffres = CHIFFRES.flatMap((cle): [string, ChiffreExterne][] => {
    const [objectif, realise] = [nombre(lu[`${cle}Vises`]), nombre(lu[`${cle}Faits`])];
    return objectif === null && realise === null ? [] : [[cle, { objectif, realise }]];
  });
  return {
    ...{ nom: texte(lu.nom), organisateur: texte(lu.organisateur), question: texte(lu.question) },
    ...{ source: texte(lu.source), adresse: texte(lu.adresse), chiffres: Object.fromEntries(chiffres) },
    dates: lireTableau(texte(lu.dates)).map(([libelle = '', jour = '', source = '']) => ({
      ...{ libelle, date: lireJour(jour) ?? jour, source },
    })),
    agenda: lireTableau(texte(lu.agenda)).map(([titre = '', suite = '']) => ({ titre, texte: suite })),
    projets: lireTableau(texte(lu.projets)).map(([titre = '', porteur = '', suite = '']) => ({
      ...{ titre, porteur, texte: suite },
    })),
  };
}

const VIDE: ConsultationExterneSaisie = {
  ...{ nom: '', organisateur: '', question: '', source: '', adresse: '' },
  ...{ dates: [], chiffres: {}, agenda: [], projets: [] },
};

function chiffre(cle: (typeof CHIFFRES)[number], quoi: 'Vises' | 'Faits'): ChampSaisi<Formulaire> {
  const dit = quoi === 'Vises' ? 'visés' : 'obtenus';
  const libelle = `${NOMS[cle]} ${cle === 'propositions' ? dit.replace('és', 'ées').replace('us', 'ues') : dit}`;
  return { cle: `${cle}${quoi}`, type: 'nombre', min: 0, max: NOMBRE_MAX, libelle };
}

/** Refuses a pasted table of which a line lacks its title. */
const titree =
  (cle: 'agenda' | 'projets') =>
  (lu: Formulaire): string | null => {
    const rang = lireTableau(texte(lu[cle])).findIndex(([titre = '']) => titre === '');
    return rang === -1 ? null : `La ligne ${rang + 1} n’a pas de titre.`;
  };

const CHAMPS: readonly ChampSaisi<Formulaire>[] = [
  { cle: 'nom', type: 'texte', max: 200, libelle: 'Nom', requis: 'Donnez le nom de la consultation.' },
  { cle: 'organisateur', type: 'texte', max: 200, libelle: 'Menée par', requis: 'Dites qui l’a menée.' },
  { cle: 'question', type: 'texte', max: 300, libelle: 'Question posée' },
  {
    cle: 'source',
    type: 'texte',
    max: 300,
    libelle: 'Source des chiffres',
    aide: 'Où vous les avez lus, et quand.',
    requis: 'Donnez la source\u00A0: un chiffre sans source ne prouve rien.',
  },
  {
    cle: 'adresse',
    type: 'texte',
    libelle: 'Adresse de la source',
    verifier: ({ adresse }) =>
      !adresse || /^https?:\/\/\S+$/.test(texte(adresse)) ? null : 'Une adresse https://… est attendue.',
  },
  ...CHIFFRES.flatMap((cle) => [chiffre(cle, 'Vises'), chiffre(cle, 'Faits')]),
  {
    cle: 'dates',
    type: 'texte',
    lignes: 3,
    libelle: 'Dates\u00A0: libellé, jour, source',
    aide: 'Collez les lignes d’un tableur ou d’un CSV\u202F; une date qui a bougé garde une ligne par annonce.',
    verifier: ({ dates }) => {
      const rang = lireTableau(texte(dates)).findIndex(
        ([libelle = '', jour = '']) => !libelle || lireJour(jour) === null,
      );
      return rang === -1 ? null : `Ligne ${rang + 1}\u00A0: un libellé et un jour (13/09/2025) sont attendus.`;
    },
  },
  {
    cle: 'agenda',
    type: 'texte',
    lignes: 4,
    libelle: 'Agenda citoyen\u00A0: priorité, explication',
    aide: 'Collez les lignes d’un tableur ou d’un CSV.',
    verifier: titree('agenda'),
  },
  {
    cle: 'projets',
    type: 'texte',
    lignes: 4,
    libelle: 'Projets\u00A0: titre, porteur, explication',
    aide: 'Collez les lignes d’un tableur ou d’un CSV.',
    verifier: titree('projets'),
  },
];

/** Lines of a file after those that are known: the same twice is once. */
function suivre<T extends object>(connues: readonly T[], lues: readonly T[]): T[] {
  const mots = (une: T) => Object.values(une).join('\t');
  const deja = new Set(connues.map(mots));
  return [...connues, ...lues.filter((une) => !deja.has(mots(une)))];
}

function completer(connue: ConsultationExterneSaisie, lue: LectureExterne): ConsultationExterneSaisie {
  return {
    ...connue,
    dates: suivre(connue.dates, lue.dates),
    agenda: suivre(connue.agenda, lue.agenda),
    projets: suivre(connue.projets, lue.projets),
    chiffres: { ...connue.chiffres, ...lue.chiffres },
  };
}

/** The form of a consultation that others held: its lists are pasted from a table, its figures have their source. */
export function saisieExterne(
  client: SuitesClient,
  externe: ConsultationExterne | null,
  lue: LectureExterne | null = null,
): DemandeSaisie<Formulaire, ConsultationExterne> {
  return {
    titre: externe ? 'Corriger la consultation' : 'Noter une consultation menée par d’autres',
    texte:
      'Ses participants ne comptent jamais parmi les habitants mobilisés d’un quartier\u00A0: ils n’ont pas d’adresse.',
    action: 'Enregistrer',
    champs: CHAMPS,
    valeur: formulaireDe(lue ? completer(externe ?? VIDE, lue) : (externe ?? VIDE)),
    ...(externe && { version: externe.version }),
    lire: formulaireDe,
    enregistrer: (lu, version) =>
      externe ? client.corrigerExterne({ id: externe.id, version }, saisieDe(lu)) : client.ajouterExterne(saisieDe(lu)),
  };
}
