import { type ComponentFixture, TestBed } from '@angular/core/testing';
import type { Contestation, IndicateurAvecValeurs } from '@pleniere/indicateurs/domain';
import { ANNEES, LIEN, MANIERES, SEANCES, TERRITOIRES, valeur } from '../essai/exemples';
import { GraphiqueIndicateur } from './graphique-indicateur';

const CONTESTATION: Contestation = {
  id: 'cas',
  version: 1,
  indicateurId: 'seances',
  annee: 2025,
  territoire: 'QN03709M',
  ventilation: 'total',
  valeurContestee: { valeur: 9, absence: null },
  valeurProposee: 12,
  motif: 'Trois séances oubliées',
  source: 'Relevé',
  statut: 'ouverte',
  auteurId: 'p1',
  auteur: 'Hélène Marchadier',
  ouverteLe: '2026-01-12T10:00:00Z',
  reponse: '',
  decideePar: null,
  decideeLe: null,
};

async function montrer(
  indicateur: IndicateurAvecValeurs,
  territoire: string | null = null,
): Promise<ComponentFixture<GraphiqueIndicateur>> {
  const page = TestBed.createComponent(GraphiqueIndicateur);
  page.componentRef.setInput('indicateur', indicateur);
  page.componentRef.setInput('annees', ANNEES);
  page.componentRef.setInput('anneeCourante', 2026);
  page.componentRef.setInput('territoires', TERRITOIRES);
  page.componentRef.setInput('territoire', territoire);
  await page.whenStable();
  return page;
}

function ecran({ nativeElement }: ComponentFixture<unknown>): HTMLElement {
  return nativeElement as HTMLElement;
}

function texte(page: ComponentFixture<unknown>, selecteur: string): string {
  return (ecran(page).querySelector(selecteur)?.textContent ?? '').replace(/\s+/g, ' ').trim();
}

function textes(page: ComponentFixture<unknown>, selecteur: string): string[] {
  return [...ecran(page).querySelectorAll(selecteur)].map((element) =>
    (element.textContent ?? '').replace(/\s+/g, ' ').trim(),
  );
}

/** Rows of the table, cell by cell. */
function rangees(page: ComponentFixture<unknown>): string[] {
  return [...ecran(page).querySelectorAll('tbody tr')].map((ligne) =>
    [...ligne.children].flatMap(({ textContent }) => textContent?.replace(/\s+/g, ' ').trim() || []).join(' '),
  );
}

describe('chart of numbers', () => {
  it('says in words what it draws, after the sentence that stands above it', async () => {
    const page = await montrer(SEANCES);
    const phrase = '14 séances en 2025 (2 QPV sur 3), contre 6 en 2024 (référence) : 33 % du chemin vers 30 en 2026.';
    expect(texte(page, '.phrase')).toBe(phrase);
    const image = ecran(page).querySelector('[role=img]');
    expect(image?.getAttribute('aria-label')?.replace(/\s+/g, ' ')).toBe(
      `${phrase} Référence : 6 en 2024. Cible : 30 en 2026. 2024 : 7 (1 QPV sur 3) ; 2025 : 14 (2 QPV sur 3) ; 2026 : non renseigné ; 2027 : à venir.`,
    );
  });

  it('labels values, baseline and target where they stand', async () => {
    const page = await montrer(SEANCES);
    expect(textes(page, 'text.valeur')).toEqual(['7 1/3', '14 2/3']);
    expect(textes(page, 'text.cible')).toEqual(['cible 30']);
    expect(texte(page, 'svg')).toContain('référence 2024 6');
  });

  it('leaves gaps with their reason in words, and no line across them', async () => {
    const valeurs = [
      valeur({ annee: 2024, territoire: 'contrat', valeur: 4 }),
      valeur({ annee: 2025, territoire: 'contrat', absence: 'secret' }),
      valeur({ annee: 2026, territoire: 'contrat', valeur: 6, qualite: 'provisoire' }),
    ];
    const page = await montrer({ ...SEANCES, maille: 'contrat', valeurs });
    expect(textes(page, '.raison').join(' ')).toBe('couvert par le secret à venir');
    expect(ecran(page).querySelectorAll('polyline')).toHaveLength(2);
    expect(ecran(page).querySelectorAll('circle.creux')).toHaveLength(1);
  });

  it('breaks where the definition changes, and compares nothing across', async () => {
    const avant = { ...SEANCES, cibles: [] };
    const rupture = { depuis: 2025, motif: 'Comptage', avant, quand: '2025-01-05T10:00:00Z', auteur: 'Samira Lahlou' };
    const page = await montrer({ ...SEANCES, ruptures: [rupture] });
    expect(textes(page, 'line.rupture ~ text').some((dit) => dit.includes('nouvelle définition en 2025'))).toBe(true);
    expect(ecran(page).querySelectorAll('polyline')).toHaveLength(2);
    expect(texte(page, '.phrase')).toContain('Nouvelle définition depuis 2025');
  });

  it('tells the way made, or why nobody can tell', async () => {
    expect(texte(await montrer(SEANCES), 'pl-progression')).toBe('33 % du chemin');
    const sansCible = await montrer({ ...SEANCES, cibles: [] });
    expect(texte(sansCible, 'pl-progression')).toBe('Progression non calculable : il manque la cible');
    const quartier = await montrer(SEANCES, 'QN03702M');
    expect(texte(quartier, 'pl-progression')).toBe('Progression non calculable : la cible vaut pour tout le contrat');
  });

  it('tells the share of women, or that nobody gave it', async () => {
    const ventile = { ...SEANCES, ventilations: ['sexe' as const] };
    expect(texte(await montrer(ventile), 'p.pl-discret')).toBe('Part des femmes en 2025 : non renseignée.');
    const parts = [valeur({ ventilation: 'femmes', valeur: 6 }), valeur({ ventilation: 'hommes', valeur: 2 })];
    const page = await montrer({ ...ventile, valeurs: [...SEANCES.valeurs, ...parts] }, 'QN03709M');
    expect(texte(page, 'p.pl-discret')).toBe('Part des femmes en 2025 : 75 %, sexe connu pour 89 %.');
  });

  it('says what must be known: contested, returned, covered by secrecy, late', async () => {
    const valeurs = [
      valeur({ annee: 2024, valeur: 7, statut: 'brouillon' }),
      valeur({ annee: 2025, valeur: 9, enRetard: true }),
      valeur({ annee: 2025, territoire: 'QN03702M', absence: 'secret' }),
    ];
    const page = await montrer({ ...SEANCES, valeurs });
    page.componentRef.setInput('contestations', [CONTESTATION, { ...CONTESTATION, id: 'close', statut: 'refusee' }]);
    await page.whenStable();
    expect(textes(page, '.reserves li')).toEqual([
      'Valeur contestée, Le Sanitas en 2025 : 9 inscrite, 12 proposée par Hélène Marchadier.',
      'Retournée pour correction : Le Sanitas en 2024.',
      'Couverte par le secret : Rabière en 2025.',
      'Saisie après l’échéance : Le Sanitas en 2025.',
    ]);
  });

  it('shows its table one key away', async () => {
    const page = await montrer(SEANCES);
    const bascule = ecran(page).querySelector<HTMLElement>('button');
    expect(bascule?.textContent?.trim()).toBe('Voir le tableau');
    bascule?.click();
    await page.whenStable();
    expect(rangees(page)).toEqual([
      '2024 7 1 QPV sur 3',
      '2025 14 2 QPV sur 3',
      '2026 non renseigné 30',
      '2027 à venir',
    ]);
    expect(ecran(page).querySelector('svg')).toBeNull();
    expect(bascule?.textContent?.trim()).toBe('Voir le graphique');
  });

  it('shows one territory alone, named, without the targets of the whole', async () => {
    const page = await montrer(SEANCES, 'QN03702M');
    expect(texte(page, '.phrase')).toBe('Rabière : 5 séances en 2025.');
    expect(textes(page, 'text.cible')).toEqual([]);
  });
});

describe('ribbon of a scale', () => {
  it('says each degree in words, the one aimed at, and why a year has none', async () => {
    const page = await montrer(LIEN);
    expect(textes(page, 'thead th')).toEqual(['2024', '2025', '2026', '2027']);
    expect(rangees(page)).toEqual(['Dégradé non mesuré non mesuré à venir cible : Amélioré']);
    expect(ecran(page).querySelector('td.moins')?.textContent?.trim()).toBe('Dégradé');
  });

  it('has one row per quarter when each answers', async () => {
    const valeurs = [valeur({ indicateurId: 'lien', annee: 2024, territoire: 'QN03702M', valeur: 1 })];
    const page = await montrer({ ...LIEN, maille: 'qpv', agregation: 'aucune', cibles: [], valeurs });
    expect(rangees(page)[1]).toBe('Rabière Amélioré non mesuré non mesuré à venir');
    ecran(page).querySelector<HTMLElement>('button')?.click();
    await page.whenStable();
    expect(textes(page, 'pl-table-territoires tbody th')).toEqual(['Le Sanitas', 'Rabière', 'Rabaterie']);
  });
});

describe('calendar of a list', () => {
  it('marks the answers year by year, and says which years have none', async () => {
    const page = await montrer(MANIERES);
    expect(rangees(page)).toEqual(['Réunion publique oui', 'Marche exploratoire']);
    expect(textes(page, 'tfoot td')).toEqual(['non renseigné', '', 'non renseigné', 'à venir']);
    expect(texte(page, '.phrase')).toBe('1 réponse en 2025 : Réunion publique.');
  });

  it('counts the quarters that gave each answer', async () => {
    const valeurs = ['QN03709M', 'QN03702M'].map((territoire) =>
      valeur({ indicateurId: 'manieres', territoire, valeur: ['marche'] }),
    );
    const page = await montrer({ ...MANIERES, maille: 'qpv', valeurs });
    expect(rangees(page)[1]).toBe('Marche exploratoire 2 sur 3');
  });
});

describe('what has no chart', () => {
  it('reads texts as a dated list', async () => {
    const valeurs = [valeur({ territoire: 'contrat', valeur: 'Des groupes plus jeunes.' })];
    const page = await montrer({ ...MANIERES, nature: 'texte', modalites: [], valeurs });
    expect(texte(page, 'pl-liste-textes .annee')).toBe('2025');
    expect(textes(page, 'li p')).toEqual(['Des groupes plus jeunes.', 'Samira Lahlou, 1er décembre 2025']);
    expect(ecran(page).querySelector('button')).toBeNull();
  });

  it('says that values which do not add up are read one by one', async () => {
    const page = await montrer({ ...SEANCES, agregation: 'aucune' });
    expect(texte(page, '.phrase')).toContain('ne se totalisent pas');
    expect(rangees(page)[1]).toBe('Rabière non renseigné 5 non renseigné à venir');
  });
});
