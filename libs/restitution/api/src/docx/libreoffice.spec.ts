import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { composerFicheFigee } from '../composition/fiche-figee';
import type { DocumentFiche } from '../document/document-fiche';
import { arreteExemple, matiereExemple } from '../essai/arrete-exemple';
import { FICHE_EXEMPLE } from '../essai/fiche-exemple';
import { fabriquerRapport } from '../rapport/fabriquer-rapport';
import { composerDocx } from './composer-docx';
import { fabriquerLivreWord } from './fabriquer-livre';

const ABSENT =
  'LibreOffice is missing, so nothing proves that it opens our Word files. Debian: apt-get install -y libreoffice-writer-nogui';

let dossier: string;

/** Opens the files of the folder with LibreOffice and writes them again in another format. */
function convertir(format: 'pdf' | 'fodt', noms: readonly string[]): void {
  const profil = `-env:UserInstallation=file://${join(dossier, 'profil')}`;
  const args = [profil, '--headless', '--convert-to', format, '--outdir', dossier];
  try {
    execFileSync('soffice', [...args, ...noms.map((nom) => join(dossier, `${nom}.docx`))], { stdio: 'pipe' });
  } catch (erreur) {
    throw (erreur as NodeJS.ErrnoException).code === 'ENOENT' ? new Error(ABSENT) : erreur;
  }
}

// Lines, cells and pages cut sentences anywhere.
const serrer = (texte: string) => texte.replace(/[\s\u00A0\u202F\u00AD\u200B]+/g, '');
const PIED = /[^\n]*page[\s\u00A0]\d+ \/ \d+\s*$/;

function lirePdf(nom: string): string {
  const lu = execFileSync('pdftotext', ['-raw', join(dossier, `${nom}.pdf`), '-'], { encoding: 'utf8' });
  return serrer(
    lu
      .split('\f')
      .map((page) => page.replace(PIED, ''))
      .join(''),
  );
}

const MUETS = [
  'type',
  'valeur',
  'lien',
  'couleur',
  'logo',
  'date',
  'sens',
  'titreCourt',
  'absence',
  'qualite',
  'statut',
];

/** Every sentence that a fiche prints. */
function phrasesDe({ lignes, actions, declinaisons, avis, indicateurs, ...fiche }: DocumentFiche): string[] {
  const phrases: string[] = [fiche.titre, fiche.orientation, fiche.enjeu.intitule];
  const suivis = indicateurs.flatMap(({ libelle, phrase, source }) => [libelle, phrase, source]);
  JSON.stringify([lignes, actions, declinaisons, avis, suivis], (cle, valeur: unknown) => {
    if (typeof valeur === 'string' && !MUETS.includes(cle)) phrases.push(...valeur.split('\n'));
    return valeur;
  });
  return phrases;
}

describe('LibreOffice', () => {
  beforeAll(async () => {
    dossier = mkdtempSync(join(tmpdir(), 'libreoffice-'));
    const muet = () => undefined;
    const fichiers = {
      livre: (await fabriquerLivreWord(matiereExemple(), muet)).octets,
      rapport: (await fabriquerRapport(matiereExemple(), muet)).octets,
      fiche: await composerDocx(FICHE_EXEMPLE, { ficheId: 'f', version: 1 }),
    };
    for (const [nom, octets] of Object.entries(fichiers)) writeFileSync(join(dossier, `${nom}.docx`), octets);
    convertir('pdf', Object.keys(fichiers));
    convertir('fodt', Object.keys(fichiers));
  }, 180_000);
  afterAll(() => rmSync(dossier, { recursive: true, force: true }));

  it('opens a fiche, and its conversion to PDF loses no sentence', () => {
    const lu = lirePdf('fiche');
    expect(phrasesDe({ ...FICHE_EXEMPLE, avis: [] }).filter((phrase) => !lu.includes(serrer(phrase)))).toEqual([]);
  });

  it('opens the book of an arrêté, and its conversion to PDF loses no sentence', () => {
    const arrete = arreteExemple();
    const lu = lirePdf('livre');
    const phrases = [
      ...arrete.fiches.flatMap((fiche) => phrasesDe(composerFicheFigee(fiche, arrete, 5))),
      ...arrete.decisions.flatMap(({ texte, suivi }) => [texte, suivi]),
    ];
    expect(phrases.length).toBeGreaterThan(50);
    expect(phrases.filter((phrase) => !lu.includes(serrer(phrase)))).toEqual([]);
  });

  it('counts the pages of the contents', () => {
    expect(lirePdf('livre')).toMatch(/Clédelecture\.+3.*T1\.1–Desespacespourseparler\.+\d/);
  });

  it.each([
    ['livre', 3],
    ['rapport', 5],
    ['fiche', 5],
  ])('knows the header rows of the tables of the file « %s »', (nom, attendus) => {
    const contenu = readFileSync(join(dossier, `${nom}.fodt`), 'utf8');
    expect(contenu.match(/<table:table-header-rows>/g)?.length).toBeGreaterThanOrEqual(attendus);
  });

  it('opens the yearly report, what is left to write in sight', () => {
    const lu = lirePdf('rapport');
    expect(lu).toContain(
      serrer('À compléter : l’avis du conseil municipal de Tours. Qui : le service des assemblées.'),
    );
    expect(lu).toContain(serrer('Deux espaces ouverts au Sanitas. (T 1.1, Ville de Tours – Sanitas, 2025)'));
  });
});
