import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { setImmediate as tourDeBoucle } from 'node:timers/promises';
import { verifierLogo } from '@pleniere/contrat/domain';
import { CHARTE } from '../modele/charte.typ';
import { FEUILLE } from '../modele/feuille.typ';
import { LIVRET } from '../modele/livret.typ';
import { SUIVI } from '../modele/suivi.typ';
import { ExportPdfRefuse } from './pdf-engine';
import { chargerPolices, type Polices } from './polices';
import { promouvoir } from './promotion';

// A folder that does not exist: the compiler sees the files mapped here and nothing of the machine's disk.
const ATELIER = '/modeles';

/** What a Typst main file reads as `data.json`; `contrat.logo` is the name of its file once it is laid there. */
export interface DonneesDeModele {
  contrat: { logo: string | null };
}

interface Logo {
  nom: string;
  octets: Buffer;
}

const ESSAI_DE_LOGO = (nom: string) =>
  `#set document(date: datetime(year: 2024, month: 1, day: 1))\n#set text(lang: "fr")\n#image("${nom}", height: 14mm, alt: "Logo")`;

/** File name and bytes of a logo given as a data URL; nothing when it is not one that the contrat accepts. */
function lireLogo(adresse: string | null): Logo | null {
  if (adresse === null || verifierLogo(adresse) !== null) return null;
  const [, type = '', base64, contenu = ''] = /^data:([^;,]+)[^,]*?(;base64)?,(.*)$/is.exec(adresse) ?? [];
  const nom = type.toLowerCase() === 'image/png' ? 'logo.png' : 'logo.svg';
  return { nom, octets: base64 ? Buffer.from(contenu, 'base64') : Buffer.from(decodeURIComponent(contenu)) };
}

/**
 * Typst inside the process. Every call is synchronous native work of tens of milliseconds to seconds: it belongs in a
 * worker or in a process apart, never on the thread that answers requests.
 */
export class Compositeur {
  private readonly polices: Polices = chargerPolices();
  private readonly compilateur = NodeCompiler.create({
    workspace: ATELIER,
    fontArgs: [{ fontBlobs: this.polices.octets }],
  });
  /** The logo that was tried last: a contrat has the same in each of its documents. */
  private essaye: { adresse: string | null; nom: string | null } = { adresse: null, nom: null };
  /** Whether the shipped fonts show a character. */
  readonly couvre = this.polices.couvre;

  constructor() {
    this.deposer('charte.typ', CHARTE);
    this.deposer('feuille.typ', FEUILLE);
    this.deposer('livret.typ', LIVRET);
    this.deposer('suivi.typ', SUIVI);
  }

  /**
   * The accessible, archivable PDF (PDF/UA-1 and PDF/A-2a) of a Typst main file over its data; `contrat.logo` is a data
   * URL, and one that cannot be drawn is left out rather than failing the document.
   */
  async composer<D extends DonneesDeModele>(modele: string, donnees: D): Promise<Uint8Array> {
    const contrat = { ...donnees.contrat, logo: this.poserLogo(donnees.contrat.logo) };
    this.deposer('data.json', JSON.stringify({ ...donnees, contrat }));
    try {
      return promouvoir(this.compiler(modele, 'ua-1'));
    } finally {
      // Compiled documents are freed between two turns of the event loop, which a worker busy with the next one never takes.
      await tourDeBoucle();
    }
  }

  /** Name of the file where a logo is laid, when it can be drawn. */
  private poserLogo(adresse: string | null): string | null {
    if (adresse !== this.essaye.adresse) {
      const logo = lireLogo(adresse);
      this.essaye = { adresse, nom: logo && this.sePorte(logo) ? logo.nom : null };
    }
    return this.essaye.nom;
  }

  /** Whether a logo, the only thing here that is not of ours, can be drawn as PDF/A wants it: alone, it is soon known. */
  private sePorte({ nom, octets }: Logo): boolean {
    this.deposer(nom, octets);
    try {
      return this.compiler(ESSAI_DE_LOGO(nom), 'a-2a').length > 0;
    } catch {
      return false;
    }
  }

  private compiler(modele: string, pdfStandard: 'ua-1' | 'a-2a'): Buffer {
    this.deposer('principal.typ', modele);
    try {
      const execution = this.compilateur.compile({ mainFilePath: `${ATELIER}/principal.typ` });
      const erreur = execution.takeError();
      if (erreur || !execution.result) throw new ExportPdfRefuse(this.diagnostic(erreur));
      // What the layout kept aside leaves its place to the file.
      this.compilateur.evictCache(0);
      return this.compilateur.pdf(execution.result, { pdfStandard });
    } finally {
      // Without it every document ever exported stays in memory.
      this.compilateur.evictCache(0);
    }
  }

  private deposer(nom: string, contenu: string | Buffer): void {
    this.compilateur.mapShadow(`${ATELIER}/${nom}`, Buffer.from(contenu));
  }

  private diagnostic(erreur: Parameters<NodeCompiler['fetchDiagnostics']>[0] | null): string {
    return erreur ? JSON.stringify(this.compilateur.fetchDiagnostics(erreur)) : 'nothing was compiled';
  }
}
