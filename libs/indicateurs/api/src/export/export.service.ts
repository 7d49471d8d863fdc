import { Injectable } from '@nestjs/common';
import type { Acteur } from '@pleniere/acces/domain';
import {
  type ApercuExport,
  type DemandeExport,
  LIGNES_D_APERCU,
  type LigneEchange,
  LIMITES_IMPORT,
  texteDe,
} from '@pleniere/indicateurs/domain';
import { type FeuilleAEcrire, ligneCsv, refuse, type SaveurCsv, SAVEURS_CSV, Tableurs } from '@pleniere/shared/api';
import { type CelluleTableur, formaterNombre, type FormatTableur } from '@pleniere/shared/domain';
import { Readable } from 'node:stream';
import { ecrireTerritoires } from '../import/feuilles-du-modele';
import { type CadreExport, ExportRepository } from './export.repository';
import { LignesExport } from './lignes-export';
import {
  colonnesDe,
  ecrireLigne,
  feuilleDe,
  feuilleDictionnaire,
  feuilleIndicateurs,
  tientDans,
} from './tables-export';

const INDICATEURS_PAR_LECTURE = 50;

/** A file as it is written, headings first. */
interface Table {
  titres: readonly string[];
  lignes: AsyncIterable<{ cellules: CelluleTableur[]; masquee: boolean }>;
}

/** Values and definitions in files that spreadsheets and programs read, each reader with what is theirs to know. */
@Injectable()
export class ExportService {
  constructor(
    private readonly repository: ExportRepository,
    private readonly tableurs: Tableurs,
  ) {}

  /** The first lines, and how long and how heavy the file would be. */
  async apercevoir(acteur: Acteur, demande: DemandeExport): Promise<ApercuExport> {
    const { titres, lignes } = this.table(acteur, await this.repository.cadre(acteur, demande.fiche), demande);
    const saveur = saveurDe(demande);
    const octets = (cellules: readonly CelluleTableur[]) => Buffer.byteLength(ligneCsv(cellules, saveur ?? 'tableur'));
    const apercu = { lignes: [] as string[][], total: 0, masquees: 0 };
    let poids = Buffer.byteLength(SAVEURS_CSV[saveur ?? 'tableur'].debut) + octets(titres);
    for await (const { cellules, masquee } of lignes) {
      if (apercu.total < LIGNES_D_APERCU) apercu.lignes.push(cellules.map(texteDe));
      apercu.total += 1;
      apercu.masquees += masquee ? 1 : 0;
      poids += octets(cellules);
    }
    return { colonnes: [...titres], ...apercu, octets: saveur === null ? null : poids };
  }

  /** A CSV, line by line: however long, it is never whole in memory. */
  async diffuser(acteur: Acteur, demande: DemandeExport, saveur: SaveurCsv): Promise<Readable> {
    const { titres, lignes } = this.table(acteur, await this.repository.cadre(acteur, demande.fiche), demande);
    async function* ecrire(): AsyncGenerator<string> {
      yield SAVEURS_CSV[saveur].debut + ligneCsv(titres, saveur);
      for await (const { cellules } of lignes) yield ligneCsv(cellules, saveur);
    }
    return Readable.from(ecrire(), { objectMode: false });
  }

  /** A workbook: what is asked for, then the sheets that explain it. */
  async composer(acteur: Acteur, demande: DemandeExport, format: FormatTableur): Promise<Uint8Array> {
    const cadre = await this.repository.cadre(acteur, demande.fiche);
    const { contenu } = demande;
    const indicateurs = feuilleIndicateurs(cadre.indicateurs);
    const explications = [indicateurs, feuilleDictionnaire(), ecrireTerritoires(cadre.territoires)];
    if (contenu === 'dictionnaire') return this.tableurs.ecrire([feuilleDictionnaire()], format);
    if (contenu === 'indicateurs') return this.tableurs.ecrire(explications, format);
    return this.tableurs.ecrire([await this.feuille(acteur, cadre, demande), ...explications], format);
  }

  private async feuille(acteur: Acteur, cadre: CadreExport, demande: DemandeExport): Promise<FeuilleAEcrire> {
    const { titres, lignes } = this.table(acteur, cadre, demande);
    const gardees: CelluleTableur[][] = [];
    for await (const { cellules } of lignes) {
      if (gardees.push(cellules) < LIMITES_IMPORT.lignes) continue;
      const limite = formaterNombre(LIMITES_IMPORT.lignes);
      throw refuse(`Ce classeur dépasserait ${limite} lignes\u00A0: choisissez moins de valeurs, ou le format CSV.`);
    }
    return feuilleDe('Valeurs', titres, gardees);
  }

  private table(acteur: Acteur, cadre: CadreExport, demande: DemandeExport): Table {
    const { contenu, format } = demande;
    const { seuil } = cadre;
    if (contenu === 'indicateurs') return tableDe(feuilleIndicateurs(cadre.indicateurs));
    if (contenu === 'dictionnaire') return tableDe(feuilleDictionnaire());
    const lues = this.lignes(acteur, cadre, demande);
    async function* ecrire(): Table['lignes'] & AsyncGenerator {
      for await (const ligne of lues) {
        if (!tientDans(ligne, contenu)) continue;
        yield {
          cellules: ecrireLigne(ligne, contenu === 'valeurs' ? 'valeurs' : 'echange', { format, seuil }),
          masquee: ligne.masque !== undefined,
        };
      }
    }
    return { titres: colonnesDe(contenu), lignes: ecrire() };
  }

  private async *lignes(acteur: Acteur, cadre: CadreExport, demande: DemandeExport): AsyncGenerator<LigneEchange> {
    const lignes = new LignesExport(acteur, cadre, demande);
    for (let debut = 0; debut < cadre.indicateurs.length; debut += INDICATEURS_PAR_LECTURE) {
      const lot = cadre.indicateurs.slice(debut, debut + INDICATEURS_PAR_LECTURE);
      const ids = lot.map(({ id }) => id);
      const declarees = Map.groupBy(await this.repository.valeurs(acteur, ids), (valeur) => valeur.indicateurId);
      const calcules = lot.flatMap(({ id, calcul }) => (calcul === null ? [] : [id]));
      const lues = calcules.length === 0 ? [] : await this.repository.calculees(acteur, calcules);
      const calculees = Map.groupBy(lues, (valeur) => valeur.indicateurId);
      for (const indicateur of lot)
        yield* lignes.de(indicateur, declarees.get(indicateur.id) ?? [], calculees.get(indicateur.id) ?? []);
    }
  }
}

/** How a CSV is written; null for a workbook. */
export function saveurDe({ format }: Pick<DemandeExport, 'format'>): SaveurCsv | null {
  return format === 'csv' ? 'tableur' : format === 'csv-machine' ? 'machine' : null;
}

function tableDe({ lignes: [titres = [], ...lignes] }: FeuilleAEcrire): Table {
  async function* ecrire(): AsyncGenerator<{ cellules: CelluleTableur[]; masquee: boolean }> {
    for (const cellules of lignes) yield await Promise.resolve({ cellules, masquee: false });
  }
  return { titres: titres.map(texteDe), lignes: ecrire() };
}
