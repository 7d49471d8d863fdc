import type { NestExpressApplication } from '@nestjs/platform-express';
import type { AnnulationLot, FicheLue, FichierARelire, FichierImporte, LotImport } from '@pleniere/fiches/domain';
import { texteBrut } from '@pleniere/shared/domain';
import { type Client, type ContratDeTest, creerContrat, demarrerApi } from '../../testing';
import { archiver, ecrireDocx } from '../../testing/documents/fichiers';
import { poserFiche, saisie } from '../../testing/poser';

const FICHE = `Contrat de ville d’essai 2024-2030
Fiche Projet n° : T 1.4
Enjeu transversal 1 : Participation citoyenne

Agir avec les habitants.

FICHE PROJET N°T 1.4
Ouvrir des lieux de parole

Pilote du projet : Villes
Référent du projet et des actions : Référente politique de la ville (Ville de Tours)
Résultats attendus :
- Trois lieux ouverts
- Vingt habitants formés
Quand ? En continu de 2025 à 2027
Où ? Sanitas et Rabière
Public cible : Tous les habitants
Favorables :
- Des associations actives
Gouvernance locale
Partenaires : Val Habitat, Préfecture
Indicateurs de résultat :
- Nombre et diversité d’habitants mobilisés
- Nombre de lieux ouverts
`;

const DECISION = {
  decision: 'creer',
  code: null,
  enjeuId: null,
  orientationId: null,
  confirmations: [],
  indicateurs: [],
  champs: null,
};

describe('import of fiches', () => {
  let app: NestExpressApplication;
  let contrat: ContratDeTest;
  let equipe: Client;

  beforeAll(async () => {
    app = await demarrerApi();
  });
  beforeEach(async () => {
    contrat = await creerContrat(app);
    equipe = await contrat.en('equipe');
  });
  afterAll(() => app.close());

  const racine = () => `/contrats/${contrat.contratId}/imports-fiches`;

  async function deposer(fichiers: Record<string, string | Uint8Array>): Promise<LotImport> {
    const envoi = equipe.post(racine(), null);
    for (const [nom, contenu] of Object.entries(fichiers)) void envoi.attach('fichiers', Buffer.from(contenu), nom);
    return (await envoi.expect(201)).body as LotImport;
  }

  /** The import once every file of it is read. */
  async function attendre(id: string): Promise<LotImport> {
    const lot = (await equipe.get(`/imports-fiches/${id}`).expect(200)).body as LotImport;
    return lot.fichiers.some(({ statut }) => statut === 'en-cours') ? attendre(id) : lot;
  }

  async function lire(
    contenu: string | Uint8Array,
    nom = 'fiche.txt',
  ): Promise<{ adresse: string; lot: string; lu: FichierARelire }> {
    const { id, fichiers } = await attendre((await deposer({ [nom]: contenu })).id);
    const adresse = `/imports-fiches/${id}/fichiers/${fichiers[0]?.id}`;
    return { adresse, lot: id, lu: (await equipe.get(adresse).expect(200)).body as FichierARelire };
  }

  async function importer(
    contenu: string,
    reste: object = {},
  ): Promise<{ lot: string; fichier: FichierImporte; fiche: FicheLue }> {
    const { adresse, lot, lu } = await lire(contenu);
    const decision = {
      ...DECISION,
      code: lu.proposition.code,
      enjeuId: contrat.enjeuId,
      confirmations: lu.proposition.propositions.map(({ id }) => id),
      ...reste,
    };
    const { body } = await equipe.post(`${adresse}/decision`, decision).set('If-Match', `"${lu.version}"`).expect(200);
    const [fichier] = (body as LotImport).fichiers;
    const { body: fiche } = await equipe.get(`/fiches/${fichier?.ficheId}`).expect(200);
    return { lot, fichier: fichier as FichierImporte, fiche: fiche as FicheLue };
  }

  describe('success', () => {
    it('receives files and a zip at once, one line a file, then shows each of them read', async () => {
      const zip = archiver({ 'dossier/Fiche é.txt': FICHE, '__MACOSX/._Fiche': 'x' });
      const depose = await deposer({ 'une.docx': ecrireDocx([{ texte: 'Fiche Projet n° : T 1.2' }]), 'lot.zip': zip });
      expect(depose.fichiers.map(({ nom, statut }) => [nom, statut])).toEqual([
        ['une.docx', 'en-cours'],
        ['Fiche é.txt', 'en-cours'],
      ]);
      const { fichiers } = await attendre(depose.id);
      expect(fichiers).toMatchObject([
        { format: 'docx', statut: 'a-relire', code: 'T1.2', message: null },
        {
          format: 'txt',
          statut: 'a-relire',
          code: 'T1.4',
          titre: 'Ouvrir des lieux de parole',
          caracteres: FICHE.length,
        },
      ]);
      const { body } = await equipe.get(racine()).expect(200);
      expect(body).toMatchObject([{ id: depose.id, nombre: 2, parStatut: { 'a-relire': 2, 'en-cours': 0 } }]);
    });

    it('shows the source, where every character of it went, the fiche that makes and what it names', async () => {
      const { lu } = await lire(FICHE);
      const { document, passages, rapport, proposition } = lu;
      expect(passages.map(({ debut, fin }) => document.texte.slice(debut, fin)).join('')).toBe(FICHE);
      expect(rapport.places + rapport.libelles + rapport.nonPlaces).toBe(FICHE.length);
      expect(proposition).toMatchObject({
        code: 'T1.4',
        enjeu: { id: contrat.enjeuId },
        orientation: { id: contrat.orientationId },
        contenu: {
          titre: 'Ouvrir des lieux de parole',
          pilotes: [{ categorie: 'ville', libelle: 'Villes' }],
          referents: [{ organisationId: contrat.organisations.villeA, fonction: 'Référente politique de la ville' }],
          cadreQuand: { debut: '2025-01-01', fin: '2027-12-31', continu: true },
          cadreOu: { portee: 'selection', qpv: [contrat.qpv.b1, contrat.qpv.a1] },
          partenaires: [
            { organisationId: contrat.organisations.bailleur, libelle: 'Val Habitat' },
            { organisationId: contrat.organisations.prefecture, libelle: 'Préfecture' },
          ],
        },
      });
      expect(proposition.indicateurs[0]).toMatchObject({
        libelle: 'Nombre et diversité d’habitants mobilisés',
        parties: [{ libelle: 'Nombre d’habitants mobilisés' }, { libelle: 'Diversité d’habitants mobilisés' }],
      });
    });

    it('moves a passage, then reads the file again', async () => {
      const { adresse, lu } = await lire(FICHE);
      const gouvernance = lu.passages.find(({ debut, fin }) =>
        lu.document.texte.slice(debut, fin).includes('Gouvernance'),
      );
      const { body } = await equipe
        .put(`${adresse}/placement`, lu.version, {
          passages: [{ id: gouvernance?.id, destination: 'section', section: 'Gouvernance', niveau: 0 }],
        })
        .expect(200);
      const relu = body as FichierARelire;
      expect(relu.version).toBe(lu.version + 1);
      expect(relu.proposition.contenu.sectionsSupplementaires).toMatchObject([
        { libelle: 'Gouvernance', texte: '<p>Gouvernance locale</p>' },
      ]);
      expect(relu.rapport.caracteres).toBe(lu.rapport.caracteres);
    });

    it('creates the fiche with its indicators and tells the journal where they come from', async () => {
      const { fichier, fiche } = await importer(FICHE, { orientationId: contrat.orientationId });
      expect(fichier).toMatchObject({ statut: 'importee', decision: 'creer' });
      expect(fiche).toMatchObject({ code: 'T1.4', statut: 'brouillon', orientationTexte: 'Agir avec les habitants.' });
      expect(fiche.contenu.resultatsAttendus?.map(({ texte }) => texteBrut(texte))).toEqual([
        'Trois lieux ouverts',
        'Vingt habitants formés',
      ]);
      expect(fiche.indicateurs.map(({ libelle, type }) => [libelle, type])).toEqual([
        ['Nombre et diversité d’habitants mobilisés', 'resultat'],
        ['Nombre de lieux ouverts', 'resultat'],
      ]);
      const { body } = await equipe.get(`/fiches/${fiche.id}/historique`).expect(200);
      expect(new Set((body as { motif: string }[]).map(({ motif }) => motif))).toEqual(
        new Set(['Import de «\u00A0fiche.txt\u00A0»']),
      );
    });

    it('turns a compound line into its measurable parts, which keep the official wording', async () => {
      const { adresse, lu } = await lire(FICHE);
      const [compose] = lu.proposition.indicateurs;
      const indicateurs = [{ passage: compose?.passage, mode: 'parties' }];
      const decision = { ...DECISION, code: 'T1.4', enjeuId: contrat.enjeuId, indicateurs };
      const { body } = await equipe
        .post(`${adresse}/decision`, decision)
        .set('If-Match', `"${lu.version}"`)
        .expect(200);
      const { body: fiche } = await equipe.get(`/fiches/${(body as LotImport).fichiers[0]?.ficheId}`).expect(200);
      const [nombre, diversite] = (fiche as FicheLue).indicateurs;
      expect([nombre?.libelle, diversite?.libelle]).toEqual([
        'Nombre d’habitants mobilisés',
        'Diversité d’habitants mobilisés',
      ]);
      expect(nombre?.definition).toContain('Nombre et diversité d’habitants mobilisés');
    });

    it('keeps the words alone when a proposition is not confirmed, and the sentence without orientation as a section', async () => {
      const { fiche } = await importer(FICHE, { confirmations: [] });
      expect(fiche.contenu.pilotes).toEqual([{ organisationId: null, categorie: null, libelle: 'Villes' }]);
      expect(fiche.contenu.cadreOu).toMatchObject({ portee: 'a-preciser', qpv: [] });
      expect(fiche.contenu.cadreQuand).toMatchObject({ debut: null, fin: null, continu: false });
      expect(fiche.contenu.sectionsSupplementaires).toMatchObject([
        { libelle: 'Orientation', texte: '<p>Agir avec les habitants.</p>' },
      ]);
    });

    it('updates the fiche that bears the code: shows what differs, changes only that, keeps what stays', async () => {
      const { fiche } = await importer(FICHE);
      const suite = FICHE.replace('Vingt habitants formés', 'Trente habitants formés').replace(
        'Tous les habitants',
        'Les jeunes',
      );
      const { adresse, lu } = await lire(suite);
      expect(lu.existante).toMatchObject({ id: fiche.id, code: 'T1.4' });
      expect(lu.existante?.differences.map(({ champ }) => champ).sort()).toEqual([
        'orientation',
        'publicCible',
        'resultatsAttendus',
      ]);
      const decision = { ...DECISION, decision: 'mettre-a-jour', code: 'T1.4', champs: ['resultatsAttendus'] };
      await equipe.post(`${adresse}/decision`, decision).set('If-Match', `"${lu.version}"`).expect(200);
      const relue = (await equipe.get(`/fiches/${fiche.id}`).expect(200)).body as FicheLue;
      expect(relue.contenu.resultatsAttendus?.map(({ texte }) => texteBrut(texte))).toEqual([
        'Trois lieux ouverts',
        'Trente habitants formés',
      ]);
      expect(relue.contenu.resultatsAttendus?.[0]?.id).toBe(fiche.contenu.resultatsAttendus?.[0]?.id);
      expect(relue.contenu.publicCible).toEqual(fiche.contenu.publicCible);
      expect(relue.indicateurs).toHaveLength(fiche.indicateurs.length);
    });

    it('is cancelled as a whole: the fiches that it created go, the fields that it changed come back', async () => {
      const ancienne = await poserFiche(app, contrat, { rang: 2, contenu: { titre: 'Titre ancien' } });
      const { lot, fiche } = await importer(FICHE);
      const { adresse, lot: autre, lu } = await lire(FICHE.replaceAll('T 1.4', 'T 1.2'));
      const decision = { ...DECISION, decision: 'mettre-a-jour', code: 'T 1.2' };
      await equipe.post(`${adresse}/decision`, decision).set('If-Match', `"${lu.version}"`).expect(200);
      const revisee = (await equipe.get(`/fiches/${ancienne}`).expect(200)).body as FicheLue;
      expect(revisee).toMatchObject({ statut: 'brouillon', revision: 2, enVigueur: 1 });
      expect(revisee.revisions[0]).toMatchObject({ numero: 2, cause: { sorte: 'import' } });

      const { body: premiere } = await equipe.post(`/imports-fiches/${lot}/annulation`).expect(200);
      expect(premiere).toMatchObject({ retablies: 1, laissees: [], lot: { fichiers: [{ statut: 'annulee' }] } });
      await equipe.get(`/fiches/${fiche.id}`).expect(404);
      await equipe.post(`/imports-fiches/${autre}/annulation`).expect(200);
      const relue = (await equipe.get(`/fiches/${ancienne}`).expect(200)).body as FicheLue;
      expect(relue.contenu.titre).toBe('Titre ancien');
      expect(relue).toMatchObject({ statut: 'en-vigueur', revision: 1, enVigueur: 1 });
      expect(relue.contenu.resultatsAttendus).toBeUndefined();
      expect(relue.indicateurs).toEqual([]);
      await equipe.post(`/imports-fiches/${lot}/annulation`).expect(409);
    });

    it('leaves what people worked on since, and says so', async () => {
      const { lot, fiche } = await importer(FICHE);
      await equipe.put(`/fiches/${fiche.id}/champs/titre`, 1, { valeur: 'Repris à la main' }).expect(200);
      const { body } = await equipe.post(`/imports-fiches/${lot}/annulation`).expect(200);
      const { retablies, laissees } = body as AnnulationLot;
      expect(retablies).toBe(0);
      expect(laissees).toMatchObject([{ nom: 'fiche.txt', raison: expect.stringContaining('travaillée depuis') }]);
      await equipe.get(`/fiches/${fiche.id}`).expect(200);
    });

    it('does not take away an indicator that bears values', async () => {
      const { lot, fiche } = await importer(FICHE);
      const indicateurId = fiche.indicateurs[1]?.id ?? '';
      await equipe
        .post(`/contrats/${contrat.contratId}/valeurs`, { saisies: [saisie(indicateurId, { territoire: 'contrat' })] })
        .expect(200);
      const { body } = await equipe.post(`/imports-fiches/${lot}/annulation`).expect(200);
      expect((body as AnnulationLot).retablies).toBe(0);
      await equipe.get(`/fiches/${fiche.id}`).expect(200);
    });
  });

  describe('validation', () => {
    it('says in French why a file cannot be read, reads the others, and writes nothing', async () => {
      const lot = await deposer({
        'abîmé.docx': Uint8Array.from([0x50, 0x4b, 0x03, 0x04, 1, 2, 3, 4]),
        'image.pdf': Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 0]),
        'ancien.doc': Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0, 0]),
        'bonne.txt': FICHE,
        'encore.txt': FICHE,
        'vide.txt': '  \n ',
      });
      const { fichiers } = await attendre(lot.id);
      expect(fichiers.map(({ nom, statut, message }) => [nom, statut, message?.split(/[\u00A0\u202F:,]/)[0]])).toEqual([
        ['abîmé.docx', 'refusee', 'Ce fichier est endommagé'],
        ['image.pdf', 'refusee', 'C’est une image'],
        ['ancien.doc', 'refusee', 'C’est un document Word ancien (.doc) ou protégé par un mot de passe'],
        ['bonne.txt', 'a-relire', undefined],
        ['encore.txt', 'refusee', 'Ce fichier est déjà dans cet import'],
        ['vide.txt', 'refusee', 'Ce fichier ne contient aucun texte.'],
      ]);
      await equipe.get(`/imports-fiches/${lot.id}/fichiers/${fichiers[0]?.id}`).expect(409);
      const { body } = await equipe.get(`/contrats/${contrat.contratId}/fiches`).expect(200);
      expect(body.total).toBe(0);
    });

    it('refuses an upload without file, too many files, or a body that does not say its size', async () => {
      await equipe.post(racine(), null).field('autre', 'x').expect(400);
      await equipe.post(racine(), {}).expect(400);
      const beaucoup = Object.fromEntries(Array.from({ length: 301 }, (_, rang) => [`f${rang}.txt`, `Fiche ${rang}`]));
      await equipe
        .post(racine(), null)
        .attach('fichiers', Buffer.from(archiver(beaucoup)), 'lot.zip')
        .expect(201);
    });

    it('refuses a code of another enjeu, a code already taken, a fiche without title; nothing is written', async () => {
      const { adresse, lu } = await lire(
        FICHE.replace('Ouvrir des lieux de parole\n', '').replace('Agir avec les habitants.\n', ''),
      );
      const decider = (reste: object) =>
        equipe
          .post(`${adresse}/decision`, { ...DECISION, enjeuId: contrat.enjeuId, ...reste })
          .set('If-Match', `"${lu.version}"`);
      expect((await decider({ code: 'E 2.3' }).expect(422)).body.errors).toMatchObject([{ pointer: '/code' }]);
      expect((await decider({ code: 'T1.4' }).expect(400)).body.errors).toMatchObject([{ pointer: '/contenu/titre' }]);
      expect((await decider({ enjeuId: null }).expect(422)).body.errors).toMatchObject([{ pointer: '/enjeuId' }]);
      expect((await decider({ decision: 'mettre-a-jour', code: 'T9.9' }).expect(422)).body.errors).toMatchObject([
        { pointer: '/code' },
      ]);
      await decider({ decision: 'tout' }).expect(400);
      await poserFiche(app, contrat, { rang: 4 });
      const avec = await lire(FICHE);
      await equipe
        .post(`${avec.adresse}/decision`, { ...DECISION, code: 'T1.4', enjeuId: contrat.enjeuId })
        .set('If-Match', `"${avec.lu.version}"`)
        .expect(409);
      expect((await equipe.get(`/contrats/${contrat.contratId}/fiches`).expect(200)).body.total).toBe(1);
    });

    it('refuses to move unknown passages, to nowhere, or from an old version', async () => {
      const { adresse, lu } = await lire(FICHE);
      const placer = (passage: object, version = lu.version) =>
        equipe.put(`${adresse}/placement`, version, { passages: [passage] });
      await placer({ id: 'p9999', destination: 'titre', section: null }).expect(422);
      await placer({ id: 'p1', destination: 'lignesBudget', section: null }).expect(400);
      await placer({ id: 'p1', destination: 'section', section: '' }).expect(400);
      const { body } = await placer({ id: 'p1', destination: 'titre', section: null }, 99).expect(412);
      expect(body.actuel.version).toBe(lu.version);
    });

    it('decides of a file once; a file left aside may be taken up again', async () => {
      const { adresse, lu } = await lire(FICHE);
      const decider = (decision: object, version: number) =>
        equipe.post(`${adresse}/decision`, { ...DECISION, ...decision }).set('If-Match', `"${version}"`);
      const { body } = await decider({ decision: 'ignorer' }, lu.version).expect(200);
      expect((body as LotImport).fichiers).toMatchObject([{ statut: 'ignoree', ficheId: null }]);
      await decider({ enjeuId: contrat.enjeuId, code: 'T1.4' }, lu.version).expect(412);
      await decider({ enjeuId: contrat.enjeuId, code: 'T1.4' }, lu.version + 1).expect(200);
      await decider({ decision: 'ignorer' }, lu.version + 2).expect(409);
    });
  });

  describe('access', () => {
    it('is for the team alone, within its contrat', async () => {
      const { adresse, lot } = await lire(FICHE);
      const autre = await creerContrat(app);
      const ailleurs = await autre.en('equipe');
      await ailleurs.get(adresse).expect(404);
      await ailleurs.post(`/imports-fiches/${lot}/annulation`).expect(404);
      const referent = await contrat.en('referentA');
      await referent.get(adresse).expect(403);
      await referent.post(racine(), null).attach('fichiers', Buffer.from(FICHE), 'f.txt').expect(403);
    });
  });
});
