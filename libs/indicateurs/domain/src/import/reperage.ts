import type { PeriodeContrat } from '@pleniere/shared/domain';
import type { Indicateur } from '../definition/indicateur';
import { mailleDe } from '../saisie/regles-valeur';
import type { Territoire } from '../saisie/valeur';
import { cleDeNom, cleSansParentheses, type RoleSimple } from './colonnes';

/** An indicator as a file may name it: by its id, or by its wording and the code of its fiche. */
export type IndicateurImportable = Indicateur & { fiche: string | null };

/** A territoire as a file may name it: by its code or by one of its names, the first of which is shown. */
export interface TerritoireImportable {
  code: Territoire;
  noms: string[];
}

/** What a file is recognised against: the definitions and territoires of the contrat, its years and today's. */
export interface CadreImport {
  periode: PeriodeContrat;
  anneeCourante: number;
  indicateurs: IndicateurImportable[];
  territoires: TerritoireImportable[];
}

/** What a line names, or why it names nothing, and in which column the fault is. */
export type Reperee<T> = { trouve: T } | { trouve: null; motif: string; role: RoleSimple };

/** Cells of a line that name the indicator. */
export type NomsIndicateur = Record<'identifiant_indic' | 'fiche' | 'indicateur', string>;
/** Cells of a line that name the territoire. */
export type NomsTerritoire = Record<'zone_id' | 'zone_nom', string>;

const PETITS_MOTS = /^(?:(?:quartiers?|prioritaires?|politique|ville|qpv|qp|commune) )+(?=.)/;
const ENSEMBLE = ['contrat', 'ensemble contrat', 'contrat ville', 'metropole', 'ensemble', 'total'];

/** Canonical code of a fiche however it is spelt: « T 1.1 », « Fiche n° T1.1 »; empty when it is none. */
function codeFiche(texte: string): string {
  const [, lettre, enjeu, rang] = /\b([A-Z])\s*(\d{1,2})\s*\.\s*(\d{1,3})\b/i.exec(texte) ?? [];
  return lettre ? `${lettre.toUpperCase()}${Number(enjeu)}.${Number(rang)}` : '';
}

function cleDeTerritoire(texte: string): string {
  return cleSansParentheses(texte)
    .replace(/\bste\b/g, 'sainte')
    .replace(/\bst\b/g, 'saint')
    .replace(PETITS_MOTS, '');
}

function cleDeCode(texte: string): string {
  const nu = texte.replace(/[\s\u00A0\u202F]/g, '').toUpperCase();
  // A spreadsheet drops the first nought of an INSEE code.
  return /^\d{4}$/.test(nu) ? `0${nu}` : nu;
}

function indexer<T>(elements: readonly T[], cles: (element: T) => string[]): Map<string, T[]> {
  const index = new Map<string, T[]>();
  for (const element of elements) {
    for (const cle of new Set(cles(element))) {
      if (cle !== '') index.set(cle, [...(index.get(cle) ?? []), element]);
    }
  }
  return index;
}

const perdu = (role: RoleSimple, motif: string): { trouve: null; motif: string; role: RoleSimple } => ({
  trouve: null,
  motif,
  role,
});

/** Recognises the indicators and territoires that the lines of a file name. */
export class Reperage {
  private readonly parId: ReadonlyMap<string, IndicateurImportable>;
  private readonly parLibelle: ReadonlyMap<string, IndicateurImportable[]>;
  private readonly parLibelleCourt: ReadonlyMap<string, IndicateurImportable[]>;
  private readonly parCode: ReadonlyMap<string, TerritoireImportable[]>;
  private readonly parNom: ReadonlyMap<string, TerritoireImportable[]>;
  readonly contrat: TerritoireImportable;

  constructor(readonly cadre: CadreImport) {
    this.contrat = cadre.territoires.find(({ code }) => code === 'contrat') ?? { code: 'contrat', noms: ['Contrat'] };
    this.parId = new Map(cadre.indicateurs.map((indicateur) => [indicateur.id, indicateur]));
    this.parLibelle = indexer(cadre.indicateurs, ({ libelle }) => [cleDeNom(libelle)]);
    this.parLibelleCourt = indexer(cadre.indicateurs, ({ libelle }) => [cleSansParentheses(libelle)]);
    this.parCode = indexer(cadre.territoires, ({ code }) => [code.toUpperCase()]);
    this.parNom = indexer(cadre.territoires, ({ code, noms }) => [
      ...noms.map(cleDeTerritoire),
      ...(code === 'contrat' ? ENSEMBLE : []),
    ]);
  }

  /** The id decides; a wording that is another indicator's is refused rather than ignored. */
  indicateur({ identifiant_indic: id, fiche, indicateur: libelle }: NomsIndicateur): Reperee<IndicateurImportable> {
    const nommes = this.nommes(libelle);
    if (/^[\da-f]{8}-[\da-f-]{27}$/i.test(id)) {
      const trouve = this.parId.get(id.toLowerCase());
      if (!trouve) return perdu('identifiant_indic', 'Cet indicateur n’existe pas dans ce contrat.');
      return nommes.length === 0 || nommes.includes(trouve)
        ? { trouve }
        : perdu('indicateur', 'L’identifiant et le libellé désignent deux indicateurs différents.');
    }
    if (id === '' && libelle === '') return perdu('indicateur', 'L’indicateur manque.');
    return this.parmi(nommes.length > 0 ? nommes : this.nommes(id), codeFiche(fiche || libelle));
  }

  /** The code decides, then the name; a name that several bear goes to the one that the indicator is measured by. */
  territoire(noms: NomsTerritoire, indicateur: IndicateurImportable): Reperee<TerritoireImportable> {
    const { zone_id: code, zone_nom: nom } = noms;
    if (code === '' && nom === '') {
      return indicateur.maille === 'contrat' ? { trouve: this.contrat } : perdu('zone_id', 'Le territoire manque.');
    }
    const [trouve] = [code, nom].flatMap((texte) => this.parCode.get(cleDeCode(texte)) ?? []);
    const nommes = this.parNom.get(cleDeTerritoire(nom)) ?? [];
    if (!trouve) return this.territoireNomme(noms, nommes, indicateur);
    return nommes.length === 0 || nommes.includes(trouve)
      ? { trouve }
      : perdu('zone_nom', 'Le code et le nom désignent deux territoires différents.');
  }

  private territoireNomme(
    { zone_id: code }: NomsTerritoire,
    nommes: readonly TerritoireImportable[],
    indicateur: IndicateurImportable,
  ): Reperee<TerritoireImportable> {
    const role = nommes.length > 0 || code === '' ? 'zone_nom' : 'zone_id';
    const candidats = role === 'zone_id' ? (this.parNom.get(cleDeTerritoire(code)) ?? []) : nommes;
    // The code of another perimeter is never taken for the quartier that bears the same name today.
    if (role === 'zone_nom' && /\d{3}/.test(code) && !this.parNom.has(cleDeTerritoire(code))) {
      return perdu('zone_id', 'Ce code n’est celui d’aucun territoire de ce contrat.');
    }
    const mesures = candidats.filter((candidat) => mailleDe(candidat.code) === indicateur.maille);
    const [seul, autre] = mesures.length > 0 ? mesures : candidats;
    if (!seul) return perdu(role, 'Ce territoire n’existe pas dans ce contrat.');
    return autre ? perdu(role, 'Plusieurs territoires portent ce nom\u00A0: donnez leur code.') : { trouve: seul };
  }

  /** Those that bear this wording, opened by the code of its fiche or not. */
  private nommes(libelle: string): IndicateurImportable[] {
    const nu = libelle.replace(/^[^A-Za-z]*[A-Z]\s*\d{1,2}\s*\.\s*\d{1,3}\b/, '');
    const exacts = this.parLibelle.get(cleDeNom(libelle)) ?? this.parLibelle.get(cleDeNom(nu));
    return exacts ?? this.parLibelleCourt.get(cleSansParentheses(nu)) ?? [];
  }

  private parmi(nommes: readonly IndicateurImportable[], fiche: string): Reperee<IndicateurImportable> {
    const [seul, autre] = fiche === '' ? nommes : nommes.filter((nomme) => nomme.fiche === fiche);
    if (!seul) {
      return nommes.length > 0
        ? perdu('fiche', `Aucun indicateur de la fiche ${fiche} ne porte ce libellé.`)
        : perdu('indicateur', 'Aucun indicateur du contrat ne porte ce libellé.');
    }
    return autre
      ? perdu('indicateur', 'Plusieurs indicateurs portent ce libellé\u00A0: donnez la fiche ou l’identifiant.')
      : { trouve: seul };
  }
}
