import type { BilanDecision, Valeur, ValeurAVerifier } from '@pleniere/indicateurs/domain';
import { ouvrirQualite, type PageOuverte } from './essais/ouvrir-qualite';
import { VerificationPage } from './verification-page';

const LECTURE = '/api/v1/contrats/c1/valeurs/anomalies?annee=2025';
const DECISION = '/api/v1/contrats/c1/valeurs/validation';
const QPV = [
  { code: 'QN03709M', libelle: 'Sanitas', communes: [{ code: '37261', nom: 'Tours' }] },
  { code: 'QN03702M', libelle: 'Rabière', communes: [{ code: '37122', nom: 'Joué-lès-Tours' }] },
];
const INDICATEUR = {
  ...{ id: 'i1', ficheId: 'f1', ficheCode: 'T1.1', libelle: 'Habitants mobilisés' },
  ...{ nature: 'nombre', unite: 'habitants', decimales: 0, modalites: [] },
};
const ALERTE = { regle: 'variation', texte: '90 habitants, c’est plus du double de 2024.', expliquee: false };

function valeur(reste: Partial<ValeurAVerifier> = {}): ValeurAVerifier {
  return {
    ...{ indicateurId: 'i1', annee: 2025, territoire: 'QN03709M', ventilation: 'total', version: 1 },
    ...{ valeur: 90, absence: null, qualite: 'definitive', commentaire: '', source: '' },
    ...{ modifieLe: '2026-01-12T13:32:00Z', modifiePar: 'Samira Lahlou' },
    ...{ statut: 'proposee', enRetard: false, retour: '' },
    precedente: { annee: 2024, valeur: 40, absence: null },
    alertes: [{ ...ALERTE, regle: 'variation' }],
    ...reste,
  } as ValeurAVerifier;
}

const AILLEURS = valeur({ territoire: 'QN03702M', commentaire: 'Deux fêtes de plus.' });
const CALME = valeur({ annee: 2025, ventilation: 'femmes', valeur: 50, alertes: [] });
const RETOURNEE = valeur({ ventilation: 'hommes', valeur: 4, statut: 'brouillon', retour: 'À recompter.' });

async function ouvrir(valeurs = [valeur(), AILLEURS, CALME, RETOURNEE]): Promise<PageOuverte> {
  const routes = [{ path: 'indicateurs/verification', component: VerificationPage }];
  const page = await ouvrirQualite(routes, '/indicateurs/verification?annee=2025', 'equipe');
  await page.repondre('GET', '/api/v1/contrats/c1/qpv', QPV);
  await page.repondre('GET', LECTURE, { annee: 2025, indicateurs: [INDICATEUR], valeurs });
  return page;
}

async function envoyee(page: PageOuverte, bilan: Partial<BilanDecision> = {}): Promise<unknown> {
  const envoi = await page.envoi('POST', DECISION);
  envoi.flush({ decidees: [], perimees: [], refusees: [], ...bilan });
  await page.suite();
  return envoi.request.body;
}

const lignes = ({ element }: PageOuverte): string[] =>
  [...element.querySelectorAll('tbody tr')].map((ligne) => ligne.textContent?.replace(/\s+/g, ' ').trim() ?? '');

describe('values to check', () => {
  it('show those in doubt with figure, last measure, alert, author and comment', async () => {
    const page = await ouvrir();
    expect(lignes(page)).toHaveLength(2);
    expect(lignes(page)[0]).toMatch(/Habitants mobilisés ?T.1.1 · Sanitas, 2025 ?90.habitants ?40.habitants en 2024/);
    expect(lignes(page)[0]).toContain('plus du double de 2024');
    expect(lignes(page)[1]).toContain('Deux fêtes de plus.');
    expect(page.texte()).toContain('Avec alerte (2) Sans alerte (1) Retournées (1)');
  });

  it('are narrowed to a ville, and to those that were returned, with the reason', async () => {
    const page = await ouvrir();
    const ville = page.commande<HTMLSelectElement>('Tous les territoires', 'select');
    ville.value = '37122';
    ville.dispatchEvent(new Event('change'));
    await page.suite();
    expect(lignes(page).map((ligne) => ligne.includes('Rabière'))).toEqual([true]);

    ville.value = '';
    ville.dispatchEvent(new Event('change'));
    await page.suite();
    page.commande('Retournées').click();
    await page.suite();
    expect(lignes(page)).toEqual([expect.stringMatching(/Sanitas, 2025, hommes.*Retournée À recompter\./)]);
  });

  it('are validated together from the versions that were read, then read again', async () => {
    const page = await ouvrir();
    page.commande<HTMLInputElement>('Cocher toutes', 'input').click();
    await page.suite();
    expect(page.texte()).toContain('2 valeurs cochées');
    page.commande('Valider', '.decision button').click();
    expect(await envoyee(page)).toEqual({
      cellules: ['QN03709M', 'QN03702M'].map((territoire) => {
        return { indicateurId: 'i1', annee: 2025, territoire, ventilation: 'total', version: 1 };
      }),
      decision: 'valider',
      motif: '',
    });
    await page.repondre('GET', LECTURE, { annee: 2025, indicateurs: [INDICATEUR], valeurs: [CALME] });
    expect(page.texte()).toContain('Aucune valeur n’étonne');
    expect(page.element.querySelector('.decision')).toBeNull();
  });

  it('are returned with a reason, which is asked', async () => {
    const page = await ouvrir();
    page.commande<HTMLInputElement>('Habitants mobilisés, Sanitas', 'input').click();
    await page.suite();
    page.commande('Retourner').click();
    await page.dansLaFenetre('Retourner');
    page.api.expectNone(DECISION);
    await page.remplir('Ce qui est à reprendre', 'Comptez les ateliers de mars.');
    await page.dansLaFenetre('Retourner');
    expect(await envoyee(page)).toMatchObject({ decision: 'retourner', motif: 'Comptez les ateliers de mars.' });
  });

  it('without alert are validated all at once after a confirmation that counts them', async () => {
    const page = await ouvrir();
    page.commande('Valider 1 valeur sans alerte').click();
    await page.dansLaFenetre('Valider 1 valeur');
    expect(await envoyee(page)).toMatchObject({ cellules: [{ ventilation: 'femmes' }], decision: 'valider' });
  });

  it('that somebody wrote meanwhile are told one by one', async () => {
    const page = await ouvrir();
    page.commande<HTMLInputElement>('Cocher toutes', 'input').click();
    await page.suite();
    page.commande('Valider', '.decision button').click();
    const { indicateurId, annee, territoire, ventilation } = AILLEURS;
    await envoyee(page, {
      perimees: [{ ...(valeur({ valeur: 41, version: 2 }) as Valeur) }],
      refusees: [{ indicateurId, annee, territoire, ventilation, detail: 'Cette valeur est déjà validée.' }],
    });
    const reste = [...page.element.querySelectorAll('[role="alert"] li')].map(({ textContent }) =>
      textContent?.replace(/\s/g, ' '),
    );
    expect(reste).toEqual([
      'Habitants mobilisés, Sanitas, 2025 : la valeur a changé entre-temps (devenue 41 habitants).',
      'Habitants mobilisés, Rabière, 2025 : Cette valeur est déjà validée.',
    ]);
  });
});
