import {
  type ActeurCite,
  CHAMPS_ECRITS,
  type Champ,
  type ChampId,
  type ContenuFiche,
  type ElementListe,
  LIBELLES_PORTEES,
  LIBELLES_PUBLICS,
  type LignePublique,
  type ReferentCite,
} from '@pleniere/fiches/domain';
import { enTexteRiche, formaterDate, texteBrut } from '@pleniere/shared/domain';

/** What the HTML of a field needs beside its value: the orientation's text, names of QPV and communes by code. */
export interface Voisinage {
  orientation: string | null;
  noms: Readonly<Record<string, string>>;
}

type Rendu<C extends ChampId> = (valeur: ContenuFiche[C], voisinage: Voisinage) => string;

// The title and the two sentences open the page; the sections have labels of their own.
const A_PART: readonly ChampId[] = ['titre', 'titreCourt', 'resumePublic', 'sectionsSupplementaires'];

const echapper = (texte: string) => enTexteRiche(texte.replace(/\n/g, ' ')).replace(/^<p>|<\/p>$/g, '');
const attribut = (texte: string) => echapper(texte).replaceAll('"', '&quot;');
const enListe = (lignes: readonly string[]) =>
  lignes.length === 0 ? '' : `<ul>${lignes.map((ligne) => `<li>${ligne}</li>`).join('')}</ul>`;
const textes = (elements: readonly ElementListe[]) => enListe(elements.map(({ texte }) => texte));
const mots = (liste: readonly string[]) => enListe(liste.map(echapper));
const acteurs = (cites: readonly ActeurCite[]) => mots(cites.map(({ libelle }) => libelle));
const referent = ({ fonction, libelle }: ReferentCite) => [fonction, libelle].filter(Boolean).join(', ');

function quand({ texte, debut, fin, continu }: ContenuFiche['cadreQuand']): string {
  const dates = [
    ...(debut ? [`à partir du ${formaterDate(debut)}`] : []),
    ...(fin ? [`jusqu’au ${formaterDate(fin)}`] : []),
    ...(continu ? ['en continu'] : []),
  ].join(', ');
  return texte + (dates && `<p>${dates[0]?.toUpperCase()}${dates.slice(1)}.</p>`);
}

function ou({ texte, portee, qpv, communes }: ContenuFiche['cadreOu'], { noms }: Voisinage): string {
  const choisis = portee === 'selection' ? [...qpv, ...communes].map((code) => noms[code] ?? code) : [];
  if (choisis.length > 0) return texte + mots(choisis);
  return portee === 'a-preciser' ? texte : `${texte}<p>${LIBELLES_PORTEES[portee]}.</p>`;
}

function documents(cites: ContenuFiche['documents']): string {
  const surs = cites.filter(({ adresse }) => /^https?:\/\//i.test(adresse));
  return enListe(surs.map(({ titre, adresse }) => `<a href="${attribut(adresse)}">${echapper(titre)}</a>`));
}

/** How each public field reads in HTML; the fields that are absent are told elsewhere on the page, or internal. */
const RENDUS: { readonly [C in ChampId]?: Rendu<C> } = {
  orientation: (_, { orientation }) => (orientation === null ? '' : `<p>${echapper(orientation)}</p>`),
  pilotes: acteurs,
  referents: (cites) => mots(cites.map(referent)),
  resultatsAttendus: textes,
  interetHabitants: textes,
  interetTerritoire: textes,
  interetPartenaires: textes,
  cadreQuand: quand,
  cadreOu: ou,
  cadreAvecQui: ({ texte, acteurs: cites }) => texte + acteurs(cites),
  cadreAvecQuoi: ({ texte, modalites }) => texte + textes(modalites),
  publicCible: ({ texte, publics }) => texte + mots(publics.map((slug) => LIBELLES_PUBLICS[slug])),
  contexte: (texte) => texte,
  facteursFavorables: textes,
  facteursDefavorables: textes,
  planAction: textes,
  moyensHumains: textes,
  moyensFinanciers: textes,
  partenaires: acteurs,
  dispositifs: mots,
  documents,
};

function rendre<C extends ChampId>(id: C, contenu: Partial<ContenuFiche>, voisinage: Voisinage): string {
  const valeur = contenu[id];
  return valeur === undefined ? '' : (RENDUS[id]?.(valeur, voisinage) ?? '');
}

/** Fields of which residents may read the content. */
export const CHAMPS_PUBLICS = CHAMPS_ECRITS.filter(({ visibilite }: Champ) => visibilite === 'public').map(
  ({ id }) => id,
);

/** Rows of the public page, in the sheet's order and in plain words; empty fields have none. */
export function lignesPubliques(contenu: Partial<ContenuFiche>, voisinage: Voisinage): LignePublique[] {
  const champs = CHAMPS_ECRITS.filter(({ id }) => CHAMPS_PUBLICS.includes(id) && !A_PART.includes(id));
  const lignes = champs.map(({ id, libellePublic }) => ({
    libelle: libellePublic,
    html: rendre(id, contenu, voisinage),
  }));
  const sections = (contenu.sectionsSupplementaires ?? []).map(({ libelle, texte }) => ({ libelle, html: texte }));
  return [...lignes, ...sections].filter(({ html }) => texteBrut(html) !== '');
}
