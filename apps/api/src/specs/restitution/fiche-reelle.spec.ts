import type { NestExpressApplication } from '@nestjs/platform-express';
import { contenuVide, type ContenuFiche, type ElementListe, type FicheLue } from '@pleniere/fiches/domain';
import { enTexteRiche, texteBrut } from '@pleniere/shared/domain';
import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { creerContrat, demarrerApi, type Client, type ContratDeTest } from '../../testing';
import { lireFichePapier, sansMiseEnPage, type FichePapier } from '../../testing/documents/fiche-papier';
import { poserIndicateur } from '../../testing/poser';

// The paper sheet is a public document that the project does not redistribute.
const PAPIER = resolve(__dirname, '../../../../../../shared/samples/fiche-T1.1.txt');
const PARTENAIRES = 'Partenaire(s) impliqué(s)';

const elements = (textes: string[]): ElementListe[] =>
  textes.map((texte) => ({ id: randomUUID() as string, texte: enTexteRiche(texte) }));
const libre = (libelle: string) => ({ organisationId: null, categorie: null, libelle });

function contenuDe({ blocs }: FichePapier, orientation: string): Partial<ContenuFiche> {
  const [pilote = ''] = blocs('Pilote du projet', 'Référent du projet');
  const [referent = ''] = blocs('Référent du projet et des\nactions', 'Résultat(s) attendu(s)');
  const [avecQuoi = '', ...modalites] = blocs('\nAvec quoi ?\n', 'Public Cible');
  return {
    orientation,
    titre: blocs('FICHE PROJET N°T 1.1', 'Pilote du projet').join(' '),
    pilotes: [{ ...libre(pilote), categorie: 'ville' }],
    referents: [
      { ...libre(referent), categorie: 'ville', personneId: null, fonction: 'Référents politique de la ville' },
    ],
    resultatsAttendus: elements(blocs('Résultat(s) attendu(s)', 'Intérêt(s) du projet')),
    interetHabitants: elements(blocs('Pour les habitants :', 'Pour le territoire :')),
    interetTerritoire: elements(blocs('Pour le territoire :', 'Pour les partenaires :')),
    interetPartenaires: elements(blocs('Pour les partenaires :', 'Cadre\n')),
    cadreQuand: {
      texte: enTexteRiche(blocs('\nQuand ?', '\nOù ?').join('\n')),
      debut: '2024-01-01',
      fin: '2030-12-31',
      continu: true,
    },
    cadreOu: {
      texte: enTexteRiche(blocs('\nOù ?', '\nAvec qui ?').join('\n')),
      portee: 'tous-qpv',
      qpv: [],
      communes: [],
    },
    cadreAvecQui: { texte: enTexteRiche(blocs('\nAvec qui ?', '\nAvec quoi ?\n').join('\n')), acteurs: [] },
    cadreAvecQuoi: { texte: enTexteRiche(avecQuoi), modalites: elements(modalites) },
    publicCible: {
      texte: enTexteRiche(blocs('Public Cible', 'Contexte/diagnostic').join('\n')),
      publics: ['tous-habitants'],
    },
    facteursFavorables: elements(blocs('\nFavorables :', '\nDéfavorables :')),
    facteursDefavorables: elements(blocs('\nDéfavorables :', 'Approche stratégique')),
    planAction: elements(blocs('réalisation des actions)', 'Ressources et moyens à')).map((element) => ({
      ...element,
      genre: 'principe',
    })),
    moyensHumains: elements(blocs('Moyens humains :', 'Moyens financiers :')).map((element) => ({
      ...element,
      etp: null,
    })),
    moyensFinanciers: elements(blocs('Moyens financiers :', PARTENAIRES)),
    partenaires: blocs(PARTENAIRES, 'Indicateurs d’évaluation').map(libre),
  };
}

const INDICATEURS = [
  ['realisation', 'Indicateurs de réalisation :', 'Indicateurs de résultat :'],
  ['resultat', 'Indicateurs de résultat :', 'Indicateurs d’impact :'],
  ['impact', 'Indicateurs d’impact :', undefined],
] as const;

/** Writes the sheet again from what the API gives, with the headings of the paper, in its order. */
function reecrire({ contenu: ecrit, orientationTexte, indicateurs }: FicheLue): string {
  const contenu = { ...contenuVide(), ...ecrit };
  const liste = (champ: ElementListe[]) => champ.map(({ texte }) => texteBrut(texte));
  const libelles = (type: string) =>
    indicateurs.filter((indicateur) => indicateur.type === type).map(({ libelle }) => libelle);
  return [
    'Contrat de ville TMVL 2024-2030 Fiche Projet n° : T 1.1 Enjeu transversal 1 : Participation citoyenne',
    orientationTexte,
    'FICHE PROJET N°T 1.1',
    contenu.titre,
    ['Pilote du projet', contenu.pilotes[0]?.libelle],
    ['Référent du projet et des actions', contenu.referents[0]?.libelle],
    ['Résultat(s) attendu(s)', liste(contenu.resultatsAttendus)],
    ['Intérêt(s) du projet', 'Pour les habitants :', liste(contenu.interetHabitants)],
    [
      'Pour le territoire :',
      liste(contenu.interetTerritoire),
      'Pour les partenaires :',
      liste(contenu.interetPartenaires),
    ],
    'Cadre (Quand ? Où ? Avec qui ? Avec quoi ?)',
    ['Quand ?', texteBrut(contenu.cadreQuand.texte), 'Où ?', texteBrut(contenu.cadreOu.texte)],
    ['Avec qui ?', texteBrut(contenu.cadreAvecQui.texte)],
    ['Avec quoi ?', texteBrut(contenu.cadreAvecQuoi.texte), liste(contenu.cadreAvecQuoi.modalites)],
    ['Public Cible', texteBrut(contenu.publicCible.texte)],
    'Contexte/diagnostic',
    'Environnement (Quels sont les facteurs favorables et défavorables à la réussite du projet)',
    ['Favorables :', liste(contenu.facteursFavorables), 'Défavorables :', liste(contenu.facteursDefavorables)],
    'Approche stratégique – plan d’action (mise en œuvre, étapes de réalisation des actions)',
    liste(contenu.planAction),
    'Ressources et moyens à mobiliser (de quoi et de qui avons-nous besoin pour réussir – les moyens)',
    ['Moyens humains :', liste(contenu.moyensHumains), 'Moyens financiers :', liste(contenu.moyensFinanciers)],
    [PARTENAIRES, contenu.partenaires.map(({ libelle }) => libelle)],
    ['Indicateurs d’évaluation', 'Indicateurs de réalisation :', libelles('realisation')],
    ['Indicateurs de résultat :', libelles('resultat'), 'Indicateurs d’impact :', libelles('impact')],
  ]
    .flat(2)
    .join('\n');
}

// Body of an A4 page in points: neither the running title nor the footer, which would cut sentences in two.
const CORPS_DE_PAGE = ['-x', '0', '-y', '60', '-W', '595', '-H', '730'];

function lirePdf(pdf: Buffer): string {
  return execFileSync('pdftotext', [...CORPS_DE_PAGE, '-', '-'], { input: pdf, encoding: 'utf8' });
}

/** Letters and signs alone: a line may end at a hyphen, and spaces are those of the typesetting. */
function sansCoupes(texte: string): string {
  return texte.replace(/[\s\u00AD-]/g, '');
}

function textesDe(valeur: unknown): string[] {
  if (typeof valeur === 'string') return [texteBrut(valeur)];
  return typeof valeur === 'object' && valeur !== null ? Object.values(valeur).flatMap(textesDe) : [];
}

function phrasesDe({ contenu, orientationTexte, indicateurs }: FicheLue): string[] {
  return textesDe([contenu, orientationTexte, indicateurs.map(({ libelle }) => libelle)])
    .flatMap((texte) => texte.split(/\n|(?<=[.!?:])\s+/))
    .filter((phrase) => phrase.includes(' '));
}

describe('the real sheet T 1.1', () => {
  if (!existsSync(PAPIER)) {
    it('is not beside this checkout: nothing to compare', () => undefined);
    return;
  }

  let app: NestExpressApplication;
  let contrat: ContratDeTest;
  let equipe: Client;
  let papier: FichePapier;

  beforeAll(async () => {
    app = await demarrerApi();
    contrat = await creerContrat(app);
    equipe = await contrat.en('equipe');
    papier = lireFichePapier(readFileSync(PAPIER, 'utf8'), [PARTENAIRES]);
    await saisirFiche();
  });
  afterAll(() => app.close());

  async function saisirFiche(): Promise<void> {
    const chapeau = papier.blocs('Enjeu transversal 1 : Participation citoyenne', 'FICHE PROJET N°T 1.1').join(' ');
    const { body: orientation } = await equipe
      .post(`/contrats/${contrat.contratId}/orientations`, { enjeuId: contrat.enjeuId, texte: chapeau })
      .expect(201);
    const { titre = '', ...champs } = contenuDe(papier, orientation.id as string);
    const { body: creee } = await equipe
      .post(`/contrats/${contrat.contratId}/fiches`, { enjeuId: contrat.enjeuId, rang: 1, titre })
      .expect(201);
    for (const [champ, valeur] of Object.entries(champs)) {
      await equipe.put(`/fiches/${creee.id}/champs/${champ}`, 0, { valeur }).expect(200);
    }
    for (const [type, debut, fin] of INDICATEURS) {
      for (const libelle of papier.blocs(debut, fin))
        await poserIndicateur(contrat, creee.id as string, { type, libelle });
    }
  }

  it('is entered field by field and read back word for word, in the order of the paper', async () => {
    const { body } = await equipe.get('/fiches/T1.1').expect(200);
    expect(sansMiseEnPage(reecrire(body as FicheLue))).toBe(papier.suite);
    expect((body as FicheLue).completude).toMatchObject({ remplis: 25, total: 27 });
  });

  it('is found sentence by sentence in its PDF', async () => {
    const { body } = await equipe.get('/fiches/T1.1').expect(200);
    const { body: pdf } = await equipe.get('/fiches/T1.1.pdf').buffer(true).expect(200);
    const imprime = sansCoupes(lirePdf(pdf as Buffer));
    const phrases = phrasesDe(body as FicheLue);

    expect(phrases.length).toBeGreaterThan(50);
    expect(phrases.filter((phrase) => !imprime.includes(sansCoupes(phrase)))).toEqual([]);
  });
});
