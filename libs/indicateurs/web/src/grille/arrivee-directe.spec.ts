import { direCellules, type Valeur } from '@pleniere/indicateurs/domain';
import { valeur } from '../essai/exemples';
import { type GrilleOuverte, ouvrirGrille } from '../essai/ouvrir-grille';

const SANITAS = { indicateurId: 'seances', annee: 2025, territoire: 'QN03709M', ventilation: 'total' } as const;
/** Longer than the time during which announcements are gathered. */
const APRES_REGROUPEMENT_MS = 250;

const annoncer = (direct: GrilleOuverte['direct'], version: number | null, cellule = SANITAS): void =>
  direct.next({ type: 'valeurs', donnees: { cellules: direCellules([{ ...cellule, version }]) } });

const lecture = ({ method, url }: { method: string; url: string }): boolean =>
  method === 'GET' && url.endsWith('/valeurs');

/** Lets the grid read what was announced, and answers. */
async function livrer({ api, suite }: GrilleOuverte, valeurs: Valeur[]): Promise<string | null> {
  await new Promise((fini) => setTimeout(fini, APRES_REGROUPEMENT_MS));
  const requete = api.expectOne(lecture);
  const demandees = requete.request.params.get('cellules');
  requete.flush(valeurs);
  await suite();
  return demandees;
}

describe('what others write in an open grid', () => {
  it('is read cell by cell and shown with who wrote it', async () => {
    const ouverte = await ouvrirGrille();
    annoncer(ouverte.direct, 3);
    const demandees = await livrer(ouverte, [valeur({ ...SANITAS, valeur: 10, version: 3 })]);
    expect(demandees).toBe('seances/2025/QN03709M');
    expect(await ouverte.grille.lire('Le Sanitas', 2025)).toBe('10 modifié à l’instant par Samira Lahlou');
  });

  it('empties a cell that somebody has emptied', async () => {
    const ouverte = await ouvrirGrille();
    annoncer(ouverte.direct, null);
    await livrer(ouverte, []);
    expect(await ouverte.grille.lire('Le Sanitas', 2025)).toContain('non renseigné modifié à l’instant');
  });

  it('asks nothing for a version that is there, nor for an indicator that is not', async () => {
    const { api, direct } = await ouvrirGrille();
    annoncer(direct, 2);
    annoncer(direct, 1, { ...SANITAS, indicateurId: 'autre' as 'seances' });
    await new Promise((fini) => setTimeout(fini, APRES_REGROUPEMENT_MS));
    expect(api.match(lecture)).toEqual([]);
  });

  it('never takes the place of what is being typed: both figures are there to choose from', async () => {
    const ouverte = await ouvrirGrille();
    const { grille, direct, refuser, accepter } = ouverte;
    await grille.cliquer('Le Sanitas', 2025);
    await grille.taper('12');
    annoncer(direct, 3);
    const leur = valeur({ ...SANITAS, valeur: 41, version: 3 });
    await livrer(ouverte, [leur]);
    expect(await grille.saisie()).toBe('12');

    await grille.touche('Enter');
    const [envoyee] = await refuser({ status: 412, actuel: [leur] });
    expect(envoyee).toMatchObject({ valeur: 12, version: 2 });
    expect(await grille.lire('Le Sanitas', 2025)).toMatch(/^12 .*ou : 41/);
    await grille.cliquer('Le Sanitas', 2025);
    await grille.bouton('Garder la mienne');
    expect((await accepter())[0]).toMatchObject({ valeur: 12, version: 3 });
  });

  it('asks the page for another reading after a cut, and takes it without losing what is typed', async () => {
    const { grille, page, reprises, suite, accepter } = await ouvrirGrille();
    let demandes = 0;
    page.componentInstance.perimee.subscribe(() => demandes++);
    await grille.cliquer('Rabière', 2026);
    await grille.taper('8');
    reprises.next();
    expect(demandes).toBe(1);

    const [groupe] = page.componentInstance.groupes();
    const relues = groupe?.indicateurs.map((indicateur) => ({
      ...indicateur,
      valeurs: [valeur({ ...SANITAS, valeur: 10, version: 3 })],
    }));
    page.componentRef.setInput('groupes', [{ ...groupe, indicateurs: relues }]);
    await suite();
    expect(await grille.lire('Le Sanitas', 2025)).toBe('10');
    expect(await grille.saisie()).toBe('8');
    await grille.touche('Enter');
    expect((await accepter())[0]).toMatchObject({ territoire: 'QN03702M', annee: 2026, valeur: 8 });
  });
});
