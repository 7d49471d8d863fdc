import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { AccesClient, SessionStore } from '@pleniere/acces/web';
import { BIBLIOTHEQUE, type Indicateur, type IndicateurSaisie, SANS_PRECISION } from '@pleniere/indicateurs/domain';
import { problemeInterceptor } from '@pleniere/shared/web';
import { of } from 'rxjs';
import { MANIERES, SEANCES } from '../essai/exemples';
import { SaisieDefinition } from './saisie-definition';

let page: ComponentFixture<SaisieDefinition>;
let api: HttpTestingController;
let enregistres: Indicateur[];

async function ouvrir(entrees: { ficheId?: string | null; indicateur?: Indicateur }): Promise<void> {
  const contrat = { id: 'c1', anneeDebut: 2024, anneeFin: 2030 };
  TestBed.configureTestingModule({
    providers: [
      provideHttpClient(withInterceptors([problemeInterceptor])),
      provideHttpClientTesting(),
      { provide: AccesClient, useValue: { lireSession: () => of({ contrat, permissions: [] }) } },
    ],
  });
  await TestBed.inject(SessionStore).charger();
  page = TestBed.createComponent(SaisieDefinition);
  for (const [nom, entree] of Object.entries(entrees)) page.componentRef.setInput(nom, entree);
  page.componentRef.setInput('resultats', [{ id: 'r1', texte: '<p>Chacun <strong>s’exprime</strong></p>' }]);
  enregistres = [];
  page.componentInstance.enregistre.subscribe((indicateur) => enregistres.push(indicateur));
  api = TestBed.inject(HttpTestingController);
  TestBed.tick();
  api.expectOne('/api/v1/contrats/c1/organisations').flush([{ id: 'o1', nom: 'Ville de Tours' }]);
  await page.whenStable();
}

const ecran = () => page.nativeElement as HTMLElement;

type Controle = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

function champ(libelle: string): Controle {
  const etiquettes = [...ecran().querySelectorAll('label')];
  const etiquette = etiquettes.find(({ textContent }) => textContent?.trim() === libelle);
  const controle = etiquette?.control ?? ecran().querySelector(`[aria-label="${libelle}"]`);
  if (!controle) throw new Error(`no field ${libelle}`);
  return controle as Controle;
}

async function remplir(libelle: string, texte: string): Promise<void> {
  const controle = champ(libelle);
  controle.value = texte;
  for (const type of ['input', 'change']) controle.dispatchEvent(new Event(type));
  await page.whenStable();
}

async function cliquer(libelle: string): Promise<void> {
  const boutons = [...ecran().querySelectorAll('button')];
  boutons.find(({ textContent }) => textContent?.includes(libelle))?.click();
  await page.whenStable();
}

function refus(): string[] {
  return [...ecran().querySelectorAll('.erreur[role=alert]')].map(({ textContent }) => textContent?.trim() ?? '');
}

async function repondre(): Promise<void> {
  await new Promise((suite) => setTimeout(suite));
  await page.whenStable();
}

describe('a new definition', () => {
  it('says what is missing beside each field, without asking the server', async () => {
    await ouvrir({ ficheId: 'f1' });
    await remplir('Nature', 'liste');
    await cliquer('Ajouter une réponse');
    await cliquer('Enregistrer');
    expect(refus()).toEqual([
      'Donnez son nom à l’indicateur.',
      expect.stringMatching(/^(Chaque réponse a un nom|Donnez au moins deux réponses possibles)\.$/),
    ]);
    expect(champ('Nom de l’indicateur').getAttribute('aria-invalid')).toBe('true');
    api.verify();
  });

  it('sends every attribute of the definition', async () => {
    await ouvrir({ ficheId: 'f1' });
    await remplir('Nom de l’indicateur', ' Habitants mobilisés ');
    await remplir('Type', 'resultat');
    await remplir('Unité', 'habitants');
    await remplir('Responsable', 'o1');
    await cliquer('Ajouter la référence');
    await remplir('Année, ligne 1', '2023');
    await remplir('Nombre visé ou mesuré, ligne 1', '1 185');
    champ('R1 Chacun s’exprime').click();
    await page.whenStable();
    await cliquer('Enregistrer');

    const requete = api.expectOne({ method: 'POST', url: '/api/v1/contrats/c1/indicateurs' });
    expect(requete.request.body).toEqual({
      ficheId: 'f1',
      libelle: 'Habitants mobilisés',
      type: 'resultat',
      nature: 'nombre',
      unite: 'habitants',
      decimales: 0,
      sens: 'hausse',
      maille: 'qpv',
      agregation: 'somme',
      periodicite: 'annuelle',
      anneesPonctuelles: [],
      definition: '',
      source: '',
      methode: '',
      ...SANS_PRECISION,
      responsableId: 'o1',
      reference: { annee: 2023, valeur: 1185 },
      cibles: [],
      modalites: [],
      resultatsLies: ['r1'],
      visibilite: 'public',
    } satisfies IndicateurSaisie);
    requete.flush(SEANCES);
    await repondre();
    expect(enregistres).toEqual([SEANCES]);
  });

  it('refuses a target that is not a number, a year given twice and an aggregation that makes no sense', async () => {
    await ouvrir({ ficheId: 'f1' });
    await remplir('Nom de l’indicateur', 'Part des projets');
    await remplir('Nature', 'pourcentage');
    expect([...(champ('Pour l’ensemble') as HTMLSelectElement).options].map(({ value }) => value)).toEqual([
      'moyenne',
      'moyenne-ponderee',
      'derniere',
      'aucune',
    ]);
    await cliquer('Ajouter une cible');
    await remplir('Nombre visé ou mesuré, ligne 1', 'beaucoup');
    await cliquer('Enregistrer');
    expect(refus()).toEqual(['Un nombre est attendu.']);
  });

  it('starts from a definition of the library, keeps its fiche and tells where it comes from', async () => {
    await ouvrir({ ficheId: 'f1' });
    const ouverture = cliquer('Partir d’une définition');
    TestBed.tick();
    api.expectOne('/api/v1/bibliotheque').flush(BIBLIOTHEQUE);
    await ouverture;
    const recherche = ecran().querySelector<HTMLInputElement>('.recherche input');
    if (recherche) recherche.value = 'numérique autonomes';
    recherche?.dispatchEvent(new Event('input'));
    await page.whenStable();
    const trouvees = [...ecran().querySelectorAll('pl-choix-modele strong')].map(({ textContent }) => textContent);
    expect(trouvees).toEqual(['Personnes autonomes après les ateliers numériques']);
    await cliquer('Choisir');
    expect(champ('Numérateur').value).toContain('font seules');
    await cliquer('Enregistrer');
    expect(api.expectOne({ method: 'POST', url: '/api/v1/contrats/c1/indicateurs' }).request.body).toMatchObject({
      ficheId: 'f1',
      nature: 'pourcentage',
      borneMax: 100,
      origine: 'autonomie-numerique',
    });
  });

  it('asks for breakdowns and bounds where they make sense, and refuses a bound that is not a number', async () => {
    await ouvrir({ ficheId: 'f1' });
    await remplir('Nom de l’indicateur', 'Habitants mobilisés');
    champ('Par sexe').click();
    await remplir('Au plus', 'mille');
    await cliquer('Enregistrer');
    expect(refus()).toEqual(['Un nombre est attendu.']);
    await remplir('Au plus', '1 200');
    await cliquer('Enregistrer');
    const { body } = api.expectOne({ method: 'POST', url: '/api/v1/contrats/c1/indicateurs' }).request;
    expect(body).toMatchObject({ ventilations: ['sexe'], borneMin: null, borneMax: 1200 });
  });
});

describe('the change of a definition', () => {
  it('sends what the API knows, from the version that was read', async () => {
    await ouvrir({ indicateur: SEANCES });
    await remplir('Source', 'Agenda partagé');
    await cliquer('Enregistrer');
    const requete = api.expectOne({ method: 'PATCH', url: '/api/v1/indicateurs/seances' });
    expect(requete.request.headers.get('If-Match')).toBe('"3"');
    expect(requete.request.body).toMatchObject({ source: 'Agenda partagé', libelle: 'Séances tenues' });
    expect(Object.keys(requete.request.body as object)).not.toEqual(expect.arrayContaining(['valeurs']));
    requete.flush({ ...SEANCES, version: 4 });
    await repondre();
    expect(enregistres.map(({ version }) => version)).toEqual([4]);
  });

  it('asks what becomes of the values when the meaning changes: a correction', async () => {
    await ouvrir({ indicateur: SEANCES });
    await remplir('Définition', 'Séances et permanences.');
    await cliquer('Enregistrer');
    expect(refus()).toEqual(['Dites ce que deviennent les valeurs déjà saisies.']);
    api.verify();
    ecran().querySelector<HTMLInputElement>('pl-choix-rupture input[type=radio]')?.click();
    await page.whenStable();
    await cliquer('Enregistrer');
    const { body } = api.expectOne({ method: 'PATCH', url: '/api/v1/indicateurs/seances' }).request;
    expect(body).toMatchObject({ correction: true, definition: 'Séances et permanences.' });
  });

  it('asks what becomes of the values when the meaning changes: a new series', async () => {
    await ouvrir({ indicateur: SEANCES });
    await remplir('Définition', 'Séances et permanences.');
    [...ecran().querySelectorAll<HTMLInputElement>('pl-choix-rupture input[type=radio]')].at(1)?.click();
    await page.whenStable();
    await remplir('Première année de la nouvelle définition', '2027');
    await cliquer('Enregistrer');
    expect(refus()).toEqual(['Dites pourquoi la définition change.']);
    await remplir('Pourquoi elle change', 'Permanences comptées');
    await cliquer('Enregistrer');
    const { body, headers } = api.expectOne({ method: 'POST', url: '/api/v1/indicateurs/seances/ruptures' }).request;
    expect(headers.get('If-Match')).toBe('"3"');
    expect(body).toMatchObject({
      depuis: 2027,
      motif: 'Permanences comptées',
      definition: { definition: 'Séances et permanences.' },
    });
  });

  it('names new answers by a slug and keeps the others', async () => {
    await ouvrir({ indicateur: MANIERES });
    await cliquer('Ajouter une réponse');
    await remplir('Nom de la réponse 3', 'Porte-à-porte, été');
    await cliquer('Enregistrer');
    const { body } = api.expectOne({ method: 'PATCH', url: '/api/v1/indicateurs/manieres' }).request;
    expect((body as IndicateurSaisie).modalites).toEqual([
      ...MANIERES.modalites,
      { valeur: 'porte-a-porte-ete', libelle: 'Porte-à-porte, été' },
    ]);
  });

  it('shows the refusal of the server beside its field and keeps what was typed', async () => {
    await ouvrir({ indicateur: SEANCES });
    await remplir('Nature', 'pourcentage');
    await cliquer('Enregistrer');
    api
      .expectOne({ method: 'PATCH', url: '/api/v1/indicateurs/seances' })
      .flush(
        { type: 'x', status: 409, title: 'Refusé.', detail: 'Cet indicateur porte 4 valeurs.' },
        { status: 409, statusText: 'Conflict' },
      );
    await repondre();
    expect(ecran().querySelector('pl-erreur')?.textContent).toContain('porte 4 valeurs');
    expect(champ('Nature').value).toBe('pourcentage');
    expect(enregistres).toEqual([]);
  });
});
