import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting, type TestRequest } from '@angular/common/http/testing';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { SessionStore } from '@pleniere/acces/web';
import type {
  HistoriqueValeur,
  IndicateurAvecValeurs,
  SaisieValeur,
  ValeurCalculeeLue,
  ValeurCalculeeResumee,
} from '@pleniere/indicateurs/domain';
import type { EvenementDirect, Probleme } from '@pleniere/shared/domain';
import { FilDirect, problemeInterceptor } from '@pleniere/shared/web';
import { filter, Subject } from 'rxjs';
import { GrilleValeurs } from '../grille/grille-valeurs';
import { ANNEES, SEANCES, TERRITOIRES, valeur } from './exemples';
import { GrilleHarness } from './grille-harness';

/** A grid on screen, with the server in the hands of the test. */
export interface GrilleOuverte {
  grille: GrilleHarness;
  page: ComponentFixture<GrilleValeurs>;
  /** The pending request, with the cells that it writes. */
  envoi(): { requete: TestRequest; saisies: SaisieValeur[] };
  /** Accepts the pending request as it is. */
  accepter(): Promise<SaisieValeur[]>;
  /** Refuses the pending request. */
  refuser(probleme: Partial<Probleme> & { status: number }): Promise<SaisieValeur[]>;
  /** Lets the screen settle; the history is read from the example. */
  suite(): Promise<void>;
  /** Lets the pending request go without an answer. */
  couper(): Promise<void>;
  /** What happens in the contrat, in the hands of the test. */
  direct: Subject<Partial<EvenementDirect>>;
  /** The thread comes back from a cut. */
  reprises: Subject<void>;
  api: HttpTestingController;
}

function estVide({ valeur: contenu, absence }: SaisieValeur): boolean {
  return contenu === null && absence === null;
}

/** Opens the grid of one indicator (unless told), in 2026. */
export async function ouvrirGrille(
  indicateurs: readonly IndicateurAvecValeurs[] = [SEANCES],
  territoiresPermis: readonly string[] | null = null,
  historique: HistoriqueValeur[] = [],
  calculs: readonly (ValeurCalculeeLue | ValeurCalculeeResumee)[] = [],
): Promise<GrilleOuverte> {
  const direct = new Subject<Partial<EvenementDirect>>();
  const reprises = new Subject<void>();
  const reponses: Readonly<Record<string, object>> = { historique, calculs };
  const evenements = (type: string) => direct.pipe(filter((evenement) => evenement.type === type));
  TestBed.configureTestingModule({
    providers: [
      { provide: FilDirect, useValue: { evenements, reprises } },
      provideHttpClient(withInterceptors([problemeInterceptor])),
      provideHttpClientTesting(),
      provideRouter([]),
    ],
  });
  const api = TestBed.inject(HttpTestingController);
  const session = TestBed.inject(SessionStore).charger();
  api.expectOne('/api/v1/session').flush({ contrat: { id: 'c1' }, role: 'lecteur', permissions: [] });
  await session;
  const page = TestBed.createComponent(GrilleValeurs);
  document.body.append(page.nativeElement);
  page.componentRef.setInput('groupes', [{ fiche: null, indicateurs, territoires: TERRITOIRES, territoiresPermis }]);
  page.componentRef.setInput('annees', ANNEES);
  page.componentRef.setInput('anneeCourante', 2026);
  const suite = async (): Promise<void> => {
    await new Promise((fini) => setTimeout(fini));
    TestBed.tick();
    for (const lecture of api.match(({ method }) => method === 'GET'))
      lecture.flush(reponses[lecture.request.url.split('/').at(-1) ?? ''] ?? []);
    await page.whenStable();
  };
  await suite();
  const grille = await TestbedHarnessEnvironment.harnessForFixture(page, GrilleHarness);

  const envoi = (): { requete: TestRequest; saisies: SaisieValeur[] } => {
    const requete = api.expectOne(({ method, url }) => method === 'POST' && url.endsWith('/valeurs'));
    return { requete, saisies: (requete.request.body as { saisies: SaisieValeur[] }).saisies };
  };
  return {
    grille,
    page,
    api,
    direct,
    reprises,
    envoi,
    suite,
    accepter: async () => {
      await suite();
      const { requete, saisies } = envoi();
      const ecrites = saisies.filter((saisie) => !estVide(saisie));
      requete.flush({
        valeurs: ecrites.map((saisie) => valeur({ ...saisie, version: (saisie.version ?? 0) + 1 })),
        effacees: saisies.filter(estVide),
      });
      await suite();
      return saisies;
    },
    couper: async () => {
      envoi().requete.error(new ProgressEvent('error'));
      await suite();
    },
    refuser: async (probleme) => {
      await suite();
      const { requete, saisies } = envoi();
      requete.flush({ type: 'x', title: 'Refusé.', ...probleme }, { status: probleme.status, statusText: 'Refused' });
      await suite();
      return saisies;
    },
  };
}
