import { formaterDate, formaterNombre, INSECABLE } from '@pleniere/shared/domain';
import {
  type ActeurCite,
  type ContenuFiche,
  type ElementListe,
  LIBELLES_CREDITS,
  LIBELLES_PORTEES,
  LIBELLES_PUBLICS,
  referentEnMots,
} from '@pleniere/fiches/domain';
import type { Bloc } from '../document/document-fiche';
import { lireAdresse, lireTexteRiche } from '../document/texte-riche';

/** Finds the name of a territory (QPV or commune) by its code. */
export type NommerTerritoire = (code: string) => string;

/** Names of what a text points at: territories by their code, codes of the actions by their id (null once gone). */
export interface NomsDuTexte {
  territoire: NommerTerritoire;
  action: (id: string) => string | null;
}

type BlocsDuChamp = { [C in keyof ContenuFiche]: (valeur: ContenuFiche[C], noms: NomsDuTexte) => Bloc[] };

const paragraphe = (texte: string): Bloc[] => (texte === '' ? [] : [{ type: 'paragraphe', runs: [{ texte }] }]);

const paragraphes = (textes: string[]): Bloc[] => textes.flatMap(paragraphe);

/** A list as the sheet shows it; a single entry stands as a paragraph. */
function liste(elements: Pick<ElementListe, 'texte'>[]): Bloc[] {
  const [seul, ...autres] = elements;
  if (seul && autres.length === 0) return lireTexteRiche(seul.texte);
  return lireTexteRiche(`<ul>${elements.map(({ texte }) => `<li>${texte}</li>`).join('')}</ul>`);
}

const enumerer = (libelles: string[]): Bloc[] => paragraphe(libelles.filter((libelle) => libelle !== '').join(', '));

const acteurs = (cites: ActeurCite[]): Bloc[] => paragraphes(cites.map(({ libelle }) => libelle));

function quand({ texte, debut, fin, continu }: ContenuFiche['cadreQuand']): Bloc[] {
  const ecrit = lireTexteRiche(texte);
  if (ecrit.length > 0) return ecrit;
  const bornes = [debut ? `du ${formaterDate(debut)}` : '', fin ? `au ${formaterDate(fin)}` : ''];
  const dit = [continu ? 'en continu' : '', ...bornes].filter((partie) => partie !== '').join(' ');
  return paragraphe(dit.charAt(0).toUpperCase() + dit.slice(1));
}

function ou({ texte, portee, qpv, communes }: ContenuFiche['cadreOu'], { territoire }: NomsDuTexte): Bloc[] {
  const ecrit = lireTexteRiche(texte);
  const choisis = portee === 'selection' ? enumerer([...qpv, ...communes].map(territoire)) : [];
  return ecrit.length + choisis.length > 0 ? [...ecrit, ...choisis] : paragraphe(LIBELLES_PORTEES[portee]);
}

/** Actors follow a text on one line; alone, they stand one per line. */
function avecQui({ texte, acteurs: cites }: ContenuFiche['cadreAvecQui']): Bloc[] {
  const ecrit = lireTexteRiche(texte);
  return ecrit.length > 0 ? [...ecrit, ...enumerer(cites.map(({ libelle }) => libelle))] : acteurs(cites);
}

function publicCible({ texte, publics }: ContenuFiche['publicCible']): Bloc[] {
  const ecrit = lireTexteRiche(texte);
  const dejaDit = ecrit.length > 0 && publics.every((choisi) => choisi === 'tous-habitants');
  return dejaDit ? ecrit : [...ecrit, ...enumerer(publics.map((choisi) => LIBELLES_PUBLICS[choisi]))];
}

const euros = (centimes: number | null): string =>
  centimes === null ? '–' : `${formaterNombre(centimes / 100)}${INSECABLE}€`;

/** The column of the actions is there when a line names one. */
function budget(lignes: ContenuFiche['lignesBudget'], { action }: NomsDuTexte): Bloc[] {
  if (lignes.length === 0) return [];
  const actions = lignes.map(({ actionId }) => (actionId ? action(actionId) : null));
  const nommees = actions.some((code) => code !== null);
  return [
    {
      type: 'tableau',
      entetes: ['Année', 'Financeur', 'Crédits', ...(nommees ? ['Action'] : []), 'Prévu', 'Obtenu', 'Réalisé'],
      lignes: lignes.map(({ annee, financeur, nature, prevu, obtenu, realise }, rang) => [
        String(annee),
        financeur,
        LIBELLES_CREDITS[nature],
        ...(nommees ? [actions[rang] ?? '–'] : []),
        ...[prevu, obtenu, realise].map(euros),
      ]),
    },
  ];
}

function avecEtp({ texte, etp }: ContenuFiche['moyensHumains'][number]): { texte: string } {
  return { texte: etp === null ? texte : `${texte.replace(/<\/p>$/, '')} (${formaterNombre(etp)}${INSECABLE}ETP)` };
}

function documentCite({ titre, adresse }: ContenuFiche['documents'][number]): Bloc {
  const lien = lireAdresse(adresse);
  return { type: 'paragraphe', runs: [{ texte: titre || adresse, ...(lien !== undefined && { lien }) }] };
}

/** How each written field of the registry is printed; a field without a printer does not compile. */
export const BLOCS_DES_CHAMPS: BlocsDuChamp = {
  orientation: () => [],
  titre: paragraphe,
  titreCourt: () => [],
  pilotes: acteurs,
  referents: (cites) => paragraphes(cites.map(referentEnMots)),
  resultatsAttendus: liste,
  interetHabitants: liste,
  interetTerritoire: liste,
  interetPartenaires: liste,
  cadreQuand: quand,
  cadreOu: ou,
  cadreAvecQui: avecQui,
  cadreAvecQuoi: ({ texte, modalites }) => [...lireTexteRiche(texte), ...liste(modalites)],
  publicCible,
  contexte: lireTexteRiche,
  facteursFavorables: liste,
  facteursDefavorables: liste,
  planAction: liste,
  moyensHumains: (moyens) => liste(moyens.map(avecEtp)),
  moyensFinanciers: liste,
  lignesBudget: budget,
  partenaires: acteurs,
  resumePublic: paragraphe,
  dispositifs: enumerer,
  p147: enumerer,
  documents: (cites) => cites.map(documentCite),
  sectionsSupplementaires: (sections) => sections.flatMap(({ texte }) => lireTexteRiche(texte)),
};
