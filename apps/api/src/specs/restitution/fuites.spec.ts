import type { NestExpressApplication } from '@nestjs/platform-express';
import type { DemandePrecision, FicheLue } from '@pleniere/fiches/domain';
import type { Arrete } from '@pleniere/plenieres/domain';
import { type SorteDeDocument, SORTES_DOCUMENT } from '@pleniere/restitution/domain';
import { type Client, contenuComplet, type ContratDeTest, creerContrat, demarrerApi, parcourir } from '../../testing';
import { poserFiche, poserIndicateur, saisie } from '../../testing/poser';
import { poserCalculees } from '../../testing/poser/calculees';
import { fabriquer, figer, lirePublic, octets, textesDe } from '../../testing/sorties/sorties';

// Words that nothing else of a contrat contains; whole words, that no line break cuts.
const SECRETS = {
  note: 'Zostère',
  filEtat: 'Quiproquo',
  filEquipe: 'Quetsche',
  filTous: 'Quincaille',
  question: 'Zirconium',
  reponse: 'Zinnia',
  brouillon: 'Zeugma',
  commentaireMasque: 'Zibeline',
  sourceMasquee: 'Zircon',
} as const;

/** Told to everybody: to see that the search finds what is there. */
const DIT = 'Quadrille';

let app: NestExpressApplication;
let contrat: ContratDeTest;
let lecteur: Client;
let ficheId: string;
let arrete: Arrete;
let precedent: Arrete;

/** Words that are said where only some may hear them. */
async function parlerEntreSoi(): Promise<void> {
  const [equipe, delegue, referent] = [
    await contrat.en('equipe'),
    await contrat.en('delegue'),
    await contrat.en('referentA'),
  ];
  const fils = { equipe: SECRETS.filEquipe, etat: SECRETS.filEtat, tous: SECRETS.filTous } as const;
  for (const [visibilite, mot] of Object.entries(fils)) {
    await equipe.post(`/fiches/${ficheId}/fils`, { texte: `Vu ${mot}`, visibilite, champ: 'contexte' }).expect(201);
  }
  await delegue.post(`/fiches/${ficheId}/notes`, { texte: `Vu ${SECRETS.note}`, champ: 'contexte' }).expect(201);
  const demande = {
    question: `Où est ${SECRETS.question} ?`,
    destinataire: { organisationId: contrat.organisations.villeA },
    echeance: '2999-01-15',
  };
  const { body } = await delegue.post(`/fiches/${ficheId}/precisions`, demande).expect(201);
  const { id, version } = body as DemandePrecision;
  await referent.put(`/precisions/${id}/reponse`, version, { reponse: `Ici ${SECRETS.reponse}` }).expect(200);
}

/** A revision that is being written, with an avis that its author has not given. */
async function ecrireUnBrouillon(): Promise<void> {
  await parcourir(contrat, ficheId, 'reviser');
  const equipe = await contrat.en('equipe');
  const lue = (await equipe.get(`/fiches/${ficheId}`).expect(200)).body as FicheLue;
  const version = lue.champs.contexte?.version ?? 0;
  await equipe
    .put(`/fiches/${ficheId}/champs/contexte`, version, { valeur: `<p>${SECRETS.brouillon}</p>` })
    .expect(200);
}

/** Two counts of people too small to be told, or that would tell another. */
async function compter(): Promise<void> {
  const equipe = await contrat.en('equipe');
  const { id } = await poserIndicateur(contrat, ficheId, { libelle: `Habitants ${DIT}` });
  const { a1, a2, b1 } = contrat.qpv;
  const saisies = [
    saisie(id, { territoire: a1, valeur: 3, commentaire: SECRETS.commentaireMasque, source: SECRETS.sourceMasquee }),
    saisie(id, { territoire: a2, valeur: 48_173 }),
    saisie(id, { territoire: b1, valeur: 90_241 }),
  ];
  await equipe.post(`/contrats/${contrat.contratId}/valeurs`, { saisies }).expect(200);
  const calcul = 'habitants-mobilises';
  const calcule = await poserIndicateur(contrat, ficheId, { libelle: 'Habitants mobilisés', calcul });
  await poserCalculees(app, contrat, { id: calcule.id, calcul }, { [a1]: 3, [a2]: 48_173, [b1]: 90_241 });
}

beforeAll(async () => {
  app = await demarrerApi();
  contrat = await creerContrat(app);
  lecteur = await contrat.en('lecteur');
  const contenu = { ...contenuComplet(contrat), titre: `Projet ${DIT}` };
  ficheId = await poserFiche(app, contrat, { contenu });
  await compter();
  precedent = await figer(contrat, [ficheId], 'Plénière 2025');
  await parlerEntreSoi();
  await ecrireUnBrouillon();
  arrete = await figer(contrat, [ficheId], 'Plénière 2026');
});
afterAll(() => app.close());

const lisible = (texte: string) => texte.replace(/[\s\u00A0\u202F]+/g, ' ');

async function lireSorte(sorte: SorteDeDocument): Promise<string> {
  const options = sorte === 'evolution-pdf' ? { arreteDepuisId: precedent.id } : {};
  return lisible(textesDe(await fabriquer(app, contrat, lecteur, arrete, sorte, options)));
}

async function lireAdresse(adresse: string): Promise<string> {
  const { body } = await lecteur.get(adresse).buffer(true).parse(octets).expect(200);
  return lisible(textesDe(body as Buffer));
}

const fuites = (texte: string) => [
  ...Object.values(SECRETS).filter((mot) => texte.includes(mot)),
  ...(texte.match(/[\w.+-]+@[\w-]+\.[\w.]+/g) ?? []),
  ...(/48 ?173/.test(texte) ? ['the count that would betray another'] : []),
];

describe('what is said among some', () => {
  it('is found by this search where it is kept', async () => {
    const equipe = await contrat.en('equipe');
    const lire = async (adresse: string) => fuites(lisible((await equipe.get(adresse).expect(200)).text));
    const { filEquipe, filEtat, filTous, question, reponse, brouillon, ...masques } = SECRETS;
    expect(await lire(`/fiches/${ficheId}/dialogue`)).toEqual(
      expect.arrayContaining([filEquipe, filEtat, filTous, question, reponse]),
    );
    expect(await lire(`/fiches/${ficheId}`)).toContain(brouillon);
    expect(await lire(`/arretes/${arrete.id}/contenu.json`)).toEqual([
      masques.commentaireMasque,
      masques.sourceMasquee,
      'the count that would betray another',
    ]);
  });

  it.each(SORTES_DOCUMENT)('is not in the document %s, down to its raw parts', async (sorte) => {
    const texte = await lireSorte(sorte);
    if (sorte !== 'evolution-pdf') expect(texte).toContain(DIT);
    expect(fuites(texte)).toEqual([]);
  });

  it.each(['/fiches/T1.1.pdf', '/fiches/T1.1.docx'])('is not in %s', async (adresse) => {
    const texte = await lireAdresse(adresse);
    expect(texte).toContain(DIT);
    expect(fuites(texte)).toEqual([]);
  });

  it.each(['csv', 'csv-machine', 'xlsx', 'ods'])(
    'is not in the export of values in %s, declared nor computed',
    async (format) => {
      const texte = await lireAdresse(`/contrats/${contrat.contratId}/exports-valeurs/fichier?format=${format}`);
      expect(texte).toContain(DIT);
      expect(texte).toContain('calculee');
      expect(fuites(texte)).toEqual([]);
    },
  );

  it('is not on the public page', async () => {
    const texte = lisible(await lirePublic(app, contrat.contratId, 'T1.1'));
    expect(texte).toContain(DIT);
    expect(fuites(texte)).toEqual([]);
  });
});
