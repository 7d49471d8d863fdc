import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { setImmediate as tourDeBoucle } from 'node:timers/promises';
import { verifierLogo } from '@pleniere/contrat/domain';
import type { DocumentFiche } from '../document/document-fiche';
import { CHARTE } from '../modele/charte.typ';
import { FICHE } from '../modele/fiche.typ';
import { SUIVI } from '../modele/suivi.typ';
import { donneesDuModele, type DonneesDuModele } from '../mise-en-page/donnees';
import { imprimerTout } from '../mise-en-page/impression';
import { ExportPdfRefuse, PdfEngine } from './pdf-engine';
import { chargerPolices, type Polices } from './polices';
import { promouvoir } from './promotion';

// A folder that does not exist: the compiler sees the files mapped here and nothing of the machine's disk.
const ATELIER = '/modele-de-fiche';
const FICHIER_PRINCIPAL = `${ATELIER}/fiche.typ`;

/** File name and bytes of a logo given as a data URL; nothing when it is not one that the contrat accepts. */
function lireLogo(adresse: string | null): { nom: string; octets: Buffer } | null {
  if (adresse === null || verifierLogo(adresse) !== null) return null;
  const [, type = '', base64, contenu = ''] = /^data:([^;,]+)[^,]*?(;base64)?,(.*)$/is.exec(adresse) ?? [];
  const nom = type.toLowerCase() === 'image/png' ? 'logo.png' : 'logo.svg';
  return { nom, octets: base64 ? Buffer.from(contenu, 'base64') : Buffer.from(decodeURIComponent(contenu)) };
}

/**
 * Typst inside the process. Every call is synchronous native work of tens of milliseconds: it belongs in a worker, never
 * on the thread that answers requests.
 */
export class TypstEngine extends PdfEngine {
  private readonly polices: Polices = chargerPolices();
  private readonly compilateur = NodeCompiler.create({
    workspace: ATELIER,
    fontArgs: [{ fontBlobs: this.polices.octets }],
  });

  constructor() {
    super();
    this.deposer('fiche.typ', FICHE);
    this.deposer('charte.typ', CHARTE);
    this.deposer('suivi.typ', SUIVI);
  }

  /** Exports the fiche; a logo that cannot be drawn is left out rather than failing the document. */
  async exporter(fiche: DocumentFiche): Promise<Uint8Array> {
    const imprimable = imprimerTout(fiche, this.polices.couvre);
    const logo = lireLogo(fiche.contrat.logo);
    const donnees = donneesDuModele({ ...imprimable, contrat: { ...imprimable.contrat, logo: logo?.nom ?? null } });
    if (logo) this.deposer(logo.nom, logo.octets);
    try {
      return this.composer(donnees);
    } catch (erreur) {
      if (!logo) throw erreur;
      return this.composer({ ...donnees, contrat: { ...donnees.contrat, logo: null } });
    } finally {
      // Compiled documents are freed between two turns of the event loop, which a worker busy with the next one never takes.
      await tourDeBoucle();
    }
  }

  private composer(donnees: DonneesDuModele): Uint8Array {
    this.deposer('data.json', JSON.stringify(donnees));
    try {
      const execution = this.compilateur.compile({ mainFilePath: FICHIER_PRINCIPAL });
      const erreur = execution.takeError();
      if (erreur || !execution.result) throw new ExportPdfRefuse(this.diagnostic(erreur));
      this.compilateur.pdf(execution.result, { pdfStandard: 'ua-1' });
      return promouvoir(this.compilateur.pdf(execution.result, { pdfStandard: 'a-2a' }));
    } finally {
      // Without it every fiche ever exported stays in memory.
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
