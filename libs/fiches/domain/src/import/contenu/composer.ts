import { LIBELLES_CATEGORIES } from '@pleniere/acteurs/domain';
import { libelleEnjeu } from '@pleniere/contrat/domain';
import { codeCanonique, lireCode } from '../../fiche/code';
import type { ActeurCite, ChampId, ContenuFiche, SectionSupplementaire } from '../../fiche/contenu';
import { LIBELLES_PORTEES, LIBELLES_PUBLICS } from '../../fiche/fiches.labels';
import { CHAMPS_ECRITS, estChampEcrit, type Champ } from '../../fiche/registre';
import type { Destination } from '../placement/libelles';
import type { Passage } from '../passage';
import type { DocumentSource } from '../source';
import { proposerIndicateur, TYPES_PAR_CHAMP, type IndicateurPropose } from './indicateurs';
import { lirePeriode, lirePortee, lirePublics } from './lectures';
import { enEntrees, enParagraphes, enUneLigne, lireDits, type Dit } from './passages';
import { rapprocherActeur, rapprocherEnjeu, rapprocherOrientation, type Repertoire } from './rapprocher';

/** Kinds of link that the words of a document suggest. */
export type SorteProposition = 'enjeu' | 'orientation' | 'organisation' | 'categorie' | 'dates' | 'portee' | 'publics';

/** A link that the words suggest, for a person to confirm: without it the words stand alone. */
export interface Proposition {
  /** `<champ>/<rang>` or `<champ>`. */
  id: string;
  champ: Champ['id'];
  sorte: SorteProposition;
  /** Words of the document. */
  texte: string;
  /** Id or slug proposed. */
  valeur: string;
  /** What is proposed, for people. */
  libelle: string;
}

/** A fiche as a document tells it. */
export interface FicheProposee {
  /** Canonical code, or null when the document has none. */
  code: string | null;
  /** Words of the document for its enjeu and its commitment sentence, and what they name in the contrat. */
  enjeu: { texte: string; id: string | null };
  orientation: { texte: string; id: string | null };
  /** Fields to write; only confirmed propositions are in it. */
  contenu: Partial<ContenuFiche>;
  indicateurs: IndicateurPropose[];
  propositions: Proposition[];
}

/** How a fiche is composed: what the contrat knows, which propositions are kept, how entries get an id. */
export interface Composition {
  repertoire: Repertoire;
  confirmee: (proposition: string) => boolean;
  nouvelId: () => string;
}

const ETP = /(\d{1,3}(?:[.,]\d{1,2})?)\s*(?:ETP|équivalents? temps plein)/iu;

/** Gathers the propositions as the fields are composed. */
class Compositeur {
  readonly propositions: Proposition[] = [];

  constructor(private readonly composition: Composition) {}

  private proposer(proposition: Proposition): boolean {
    this.propositions.push(proposition);
    return this.composition.confirmee(proposition.id);
  }

  private acteur(champ: ChampId, rang: number, libelle: string, nom = libelle): ActeurCite {
    const reconnu = rapprocherActeur(nom, this.composition.repertoire);
    const seul = { organisationId: null, categorie: null, libelle };
    if (!reconnu) return seul;
    const { organisationId, categorie } = reconnu;
    const nommee = this.composition.repertoire.organisations.find(({ id }) => id === organisationId)?.nom;
    const accepte = this.proposer({
      id: `${champ}/${rang}`,
      champ,
      sorte: organisationId === null ? 'categorie' : 'organisation',
      texte: libelle,
      valeur: organisationId ?? categorie,
      libelle: nommee ?? (categorie === null ? '' : LIBELLES_CATEGORIES[categorie]),
    });
    return accepte ? { ...reconnu, libelle } : seul;
  }

  /** One actor a passage; a list on one line is cut when each of its names is known. */
  private acteurs(champ: ChampId, dits: readonly Dit[]): ActeurCite[] {
    const noms = dits.flatMap(({ texte }) => {
      const parties = texte.split(/\s*[,;]\s*(?:et\s+)?|\s+et\s+/).filter((partie) => partie !== '');
      const connus = parties.every((partie) => rapprocherActeur(partie, this.composition.repertoire) !== null);
      return parties.length > 1 && connus ? parties : [texte];
    });
    return noms.map((nom, rang) => this.acteur(champ, rang, nom));
  }

  private referents(dits: readonly Dit[]): ContenuFiche['referents'] {
    return dits.map(({ texte }, rang) => {
      const [, fonction = texte, entre = ''] = /^(.+?)\s*\(([^)]+)\)\s*$/.exec(texte) ?? [];
      return { ...this.acteur('referents', rang, texte, entre || texte), personneId: null, fonction };
    });
  }

  private elements(dits: readonly Dit[]): { id: string; texte: string; mots: string }[] {
    return enEntrees(dits).map((entree) => ({ id: this.composition.nouvelId(), ...entree }));
  }

  private liste(dits: readonly Dit[]): { id: string; texte: string }[] {
    return this.elements(dits).map(({ id, texte }) => ({ id, texte }));
  }

  private quand(dits: readonly Dit[]): ContenuFiche['cadreQuand'] {
    const texte = enParagraphes(dits);
    const mots = enUneLigne(dits);
    const { debut, fin, continu } = lirePeriode(mots, this.composition.repertoire);
    const lu = debut !== null || fin !== null || continu;
    const libelle = [continu ? 'en continu' : '', debut && `du ${debut}`, fin && `au ${fin}`].filter(Boolean).join(' ');
    const valeur = [debut, fin].join('/');
    const id = 'cadreQuand';
    const accepte = lu && this.proposer({ id, champ: id, sorte: 'dates', texte: mots, valeur, libelle });
    return accepte ? { texte, debut, fin, continu } : { texte, debut: null, fin: null, continu: false };
  }

  private ou(dits: readonly Dit[]): ContenuFiche['cadreOu'] {
    const texte = enParagraphes(dits);
    const mots = enUneLigne(dits);
    const lue = lirePortee(mots, this.composition.repertoire);
    const seul = { texte, portee: 'a-preciser' as const, qpv: [], communes: [] };
    if (!lue) return seul;
    const id = 'cadreOu';
    const libelle = [LIBELLES_PORTEES[lue.portee], lue.qpv.join(', ')].filter(Boolean).join(' : ');
    const accepte = this.proposer({ id, champ: id, sorte: 'portee', texte: mots, valeur: lue.portee, libelle });
    return accepte ? { texte, ...lue, communes: [] } : seul;
  }

  private publicCible(dits: readonly Dit[]): ContenuFiche['publicCible'] {
    const texte = enParagraphes(dits);
    const mots = enUneLigne(dits);
    const publics = lirePublics(mots);
    const id = 'publicCible';
    const libelle = publics.map((nom) => LIBELLES_PUBLICS[nom]).join(', ');
    const valeur = publics.join(',');
    const accepte =
      publics.length > 0 && this.proposer({ id, champ: id, sorte: 'publics', texte: mots, valeur, libelle });
    return { texte, publics: accepte ? publics : [] };
  }

  private etiquettes(dits: readonly Dit[]): string[] {
    return [...new Set(dits.flatMap(({ texte }) => texte.split(/\s*[,;]\s*/)).filter(Boolean))];
  }

  /** Value of a field from the passages placed there; null for fields that words alone cannot fill. */
  champ(champ: Champ & { id: ChampId }, dits: readonly Dit[]): Partial<ContenuFiche> | null {
    const valeurs: Partial<Record<Champ['type'], () => unknown>> = {
      texte: () => enUneLigne(dits),
      'texte-riche': () => enParagraphes(dits),
      liste: () => this.liste(dits),
      'plan-action': () => this.liste(dits).map((element) => ({ ...element, genre: 'principe' })),
      'moyens-humains': () => this.elements(dits).map(({ id, texte, mots }) => ({ id, texte, etp: lireEtp(mots) })),
      acteurs: () => this.acteurs(champ.id, dits),
      referents: () => this.referents(dits),
      'cadre-quand': () => this.quand(dits),
      'cadre-ou': () => this.ou(dits),
      'cadre-avec-qui': () => ({ texte: enParagraphes(dits), acteurs: [] }),
      'cadre-avec-quoi': () => ({
        texte: enParagraphes(dits.filter(({ niveau }) => niveau === 0)),
        modalites: this.liste(dits.filter(({ niveau }) => niveau > 0)),
      }),
      'public-cible': () => this.publicCible(dits),
      etiquettes: () => this.etiquettes(dits),
    };
    const valeur = valeurs[champ.type]?.();
    return valeur === undefined ? null : { [champ.id]: valeur };
  }

  enjeu(texte: string): FicheProposee['enjeu'] {
    const enjeu = texte === '' ? null : rapprocherEnjeu(texte, this.composition.repertoire);
    if (!enjeu) return { texte, id: null };
    const libelle = `${libelleEnjeu(enjeu)} : ${enjeu.intitule}`;
    const accepte = this.proposer({ id: 'enjeu', champ: 'enjeu', sorte: 'enjeu', texte, valeur: enjeu.id, libelle });
    return { texte, id: accepte ? enjeu.id : null };
  }

  orientation(texte: string): FicheProposee['orientation'] {
    const trouvee = texte === '' ? null : rapprocherOrientation(texte, this.composition.repertoire);
    if (!trouvee) return { texte, id: null };
    const [id, valeur, libelle] = ['orientation' as const, trouvee.id, trouvee.texte];
    const accepte = this.proposer({ id, champ: id, sorte: id, texte, valeur, libelle });
    return { texte, id: accepte ? valeur : null };
  }

  sections(document: DocumentSource, passages: readonly Passage[]): SectionSupplementaire[] {
    return [...Map.groupBy(passages, ({ section }) => section ?? '')].map(([libelle, siens]) => ({
      id: this.composition.nouvelId(),
      libelle,
      texte: enParagraphes(lireDits(document, siens)),
    }));
  }
}

function lireEtp(mots: string): number | null {
  const [, nombre] = ETP.exec(mots) ?? [];
  return nombre === undefined ? null : Number(nombre.replace(',', '.'));
}

function codeDe(texte: string): string | null {
  const [ecrit = ''] = /[A-Z]\s?\d{1,2}\s?\.\s?\d{1,3}/i.exec(texte) ?? [];
  const lu = lireCode(ecrit);
  return lu && codeCanonique(lu);
}

/** Composes the fiche that the placed passages tell, word for word, with the links that they suggest. */
export function composer(
  document: DocumentSource,
  passages: readonly Passage[],
  composition: Composition,
): FicheProposee {
  const compositeur = new Compositeur(composition);
  const parDestination = Map.groupBy(passages, ({ destination }) => destination);
  const dits = (destination: Destination): Dit[] => lireDits(document, parDestination.get(destination) ?? []);
  const enjeu = compositeur.enjeu(enUneLigne(dits('enjeu')));
  const orientation = compositeur.orientation(enUneLigne(dits('orientation')));

  const contenu: Partial<ContenuFiche> = {};
  for (const champ of CHAMPS_ECRITS) {
    const siens = dits(champ.id);
    if (siens.length > 0) Object.assign(contenu, compositeur.champ(champ, siens));
  }
  if (orientation.id !== null) contenu.orientation = orientation.id;
  const sections = compositeur.sections(document, parDestination.get('section') ?? []);
  if (sections.length > 0) contenu.sectionsSupplementaires = sections;

  const indicateurs = Object.entries(TYPES_PAR_CHAMP).flatMap(([champ, type]) =>
    dits(champ as Destination).map(({ passage, texte }) => proposerIndicateur(passage, type, texte)),
  );
  const code = codeDe(dits('code')[0]?.texte ?? '');
  return { code, enjeu, orientation, contenu, indicateurs, propositions: compositeur.propositions };
}

/** Confirmations that still mean the same link once passages moved: the rank of an actor is not its name. */
export function confirmationsGardees(
  confirmations: readonly string[],
  avant: readonly Proposition[],
  apres: readonly Proposition[],
): string[] {
  const dite = (propositions: readonly Proposition[], voulue: string): string | undefined => {
    const proposition = propositions.find(({ id }) => id === voulue);
    return proposition && `${proposition.valeur}\n${proposition.texte}`;
  };
  return confirmations.filter((id) => dite(apres, id) !== undefined && dite(apres, id) === dite(avant, id));
}

/** True for a place that a passage may be moved to. */
export function estDestination(nom: string): nom is Destination {
  const autres: readonly string[] = [...DERIVES, 'section', 'libelle', 'non-place'];
  return autres.includes(nom) || (estChampEcrit(nom) && !SANS_TEXTE.includes(nom));
}

const DERIVES: readonly Destination[] = [
  'contrat',
  'code',
  'enjeu',
  ...(Object.keys(TYPES_PAR_CHAMP) as Destination[]),
];
// Fields that words alone cannot fill.
const SANS_TEXTE: readonly string[] = ['lignesBudget', 'documents', 'sectionsSupplementaires'];
