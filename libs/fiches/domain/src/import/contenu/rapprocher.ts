import { LIBELLES_CATEGORIES, type Categorie, type Organisation } from '@pleniere/acteurs/domain';
import type { Enjeu, Qpv } from '@pleniere/contrat/domain';
import type { PeriodeContrat } from '@pleniere/shared/domain';
import { normaliser, ressemblance } from '../placement/reconnaitre';

/** What the contrat knows, that the words of a document may name. */
export interface Repertoire extends PeriodeContrat {
  organisations: readonly Pick<Organisation, 'id' | 'nom' | 'nomCourt' | 'categorie'>[];
  enjeux: readonly (Pick<Enjeu, 'id' | 'type' | 'numero' | 'intitule'> & {
    orientations: readonly { id: string; texte: string }[];
  })[];
  qpv: readonly Pick<Qpv, 'code' | 'libelle' | 'libelleEditorial'>[];
}

/** An organisation or a category that a wording names. */
export type ActeurReconnu =
  { organisationId: string; categorie: null } | { organisationId: null; categorie: Categorie };

/** From this likeness on, two sentences are the same. */
const MEME_PHRASE = 0.85;
const MEME_NOM = 0.9;
const NOM_MAX = 200;

const AUTRES_NOMS: Readonly<Partial<Record<Categorie, readonly string[]>>> = {
  ville: ['Ville', 'Communes', 'Mairies', 'Les villes', 'Communes signataires'],
  epci: ['EPCI', 'Intercommunalité', 'Communauté d’agglomération', 'Agglomération'],
  etat: [
    'Préfecture',
    'Services de l’État',
    'Délégués du préfet',
    'Déléguées du préfet',
    'DDETS',
    'État délégués du préfet',
    'État déléguées du préfet',
  ],
  bailleur: ['Bailleurs', 'Bailleur social', 'Organismes HLM'],
  caf: ['Caisse d’allocations familiales'],
  'centre-social': ['Centre social', 'Espaces de vie sociale', 'EVS', 'Centres socioculturels'],
  association: ['Association', 'Tissu associatif', 'Associations locales', 'Associations de quartier'],
  mediation: [
    'Médiateurs',
    'Adultes-relais',
    'Médiateurs / adultes relais',
    'Médiateurs / Adultes relais / Animateurs de proximité',
    'Animateurs de proximité',
  ],
  operateur: ['Opérateur'],
  departement: ['Conseil départemental', 'Départements'],
  region: ['Conseil régional', 'Régions'],
  'conseil-citoyen': ['Conseil citoyen'],
  habitants: ['Les habitants', 'Habitant', 'Habitantes et habitants'],
};

const singulier = (mots: string): string => mots.replace(/(?<=\w{3})[sx]\b/g, '');

const NOMS_DE_CATEGORIES = (Object.keys(LIBELLES_CATEGORIES) as Categorie[])
  .filter((categorie) => categorie !== 'autre')
  .flatMap((categorie) =>
    [LIBELLES_CATEGORIES[categorie], ...(AUTRES_NOMS[categorie] ?? [])].map(
      (nom) => [singulier(normaliser(nom)), categorie] as const,
    ),
  );

/** The organisation, or else the category, that a wording names; accents, case and plural make no difference. */
export function rapprocherActeur(texte: string, { organisations }: Repertoire): ActeurReconnu | null {
  if (texte.length > NOM_MAX) return null;
  const mots = singulier(normaliser(texte));
  if (mots === '') return null;
  const noms = organisations.flatMap(({ id, nom, nomCourt }) =>
    [nom, nomCourt].filter((ecrit) => ecrit !== null).map((ecrit) => [singulier(normaliser(ecrit)), id] as const),
  );
  const organisationId =
    noms.find(([nom]) => nom === mots)?.[1] ?? noms.find(([nom]) => ressemblance(nom, mots) >= MEME_NOM)?.[1];
  if (organisationId !== undefined) return { organisationId, categorie: null };
  const categorie = NOMS_DE_CATEGORIES.find(([nom]) => nom === mots)?.[1];
  return categorie === undefined ? null : { organisationId: null, categorie };
}

/** Rank of the text that resembles most a sentence, when it is the same one. */
function laPlusProche(phrase: string, textes: readonly string[]): number | null {
  const notes = textes.map((texte) => ressemblance(normaliser(phrase), normaliser(texte)));
  const meilleure = Math.max(0, ...notes);
  return meilleure >= MEME_PHRASE ? notes.indexOf(meilleure) : null;
}

/** The enjeu that a heading names, by its number or by its words. */
export function rapprocherEnjeu(texte: string, { enjeux }: Repertoire): Repertoire['enjeux'][number] | null {
  const [, genre = '', numero] =
    /(?:enjeu|axe|pilier|volet)\s+(transversal|th[ée]matique)?\s*(?:n\s*°\s*)?(\d{1,2})/i.exec(texte) ?? [];
  const type = /^tr/i.test(genre) ? 'transversal' : 'thematique';
  const parNumero = enjeux.filter((enjeu) => enjeu.numero === Number(numero) && (genre === '' || enjeu.type === type));
  if (parNumero.length === 1) return parNumero[0] ?? null;
  const intitule = texte.slice(texte.indexOf(':') + 1);
  const rang = laPlusProche(
    intitule,
    enjeux.map((enjeu) => enjeu.intitule),
  );
  return rang === null ? null : (enjeux[rang] ?? null);
}

/** The commitment sentence of the contrat that a paragraph repeats, with the enjeu that it belongs to. */
export function rapprocherOrientation(
  texte: string,
  { enjeux }: Repertoire,
): { id: string; texte: string; enjeuId: string } | null {
  const orientations = enjeux.flatMap((enjeu) =>
    enjeu.orientations.map((orientation) => ({ ...orientation, enjeuId: enjeu.id })),
  );
  const rang = laPlusProche(
    texte,
    orientations.map((orientation) => orientation.texte),
  );
  return rang === null ? null : (orientations[rang] ?? null);
}

/** Codes of the QPV whose names stand in a text. */
export function rapprocherQpv(texte: string, { qpv }: Repertoire): string[] {
  const mots = ` ${normaliser(texte.replace(/[()]/g, ' '))} `;
  return qpv
    .filter(({ code, libelle, libelleEditorial }) =>
      [code, libelle, libelleEditorial].some((nom) => nom && mots.includes(` ${normaliser(nom)} `)),
    )
    .map(({ code }) => code);
}
