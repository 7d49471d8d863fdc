import { ComponentHarness } from '@angular/cdk/testing';

/** The grid as a person meets it: rows by their heading, cells by their year, keys on the focused cell. */
export class GrilleHarness extends ComponentHarness {
  static readonly hostSelector = 'pl-grille-valeurs';

  private readonly lignes = this.locatorForAll('tbody tr:not(.titre)');
  private readonly entetes = this.locatorForAll('tbody tr:not(.titre) > th');
  private readonly barre = this.locatorFor('pl-barre-cellule');

  /** Headings of the rows. */
  async noms(): Promise<string[]> {
    return Promise.all((await this.entetes()).map((entete) => entete.text()));
  }

  /** What a cell shows and says. */
  async lire(nom: string, annee: number): Promise<string> {
    return (await (await this.case(nom, annee)).text()).replace(/\s+/g, ' ').trim();
  }

  async attribut(nom: string, annee: number, attribut: string): Promise<string | null> {
    return (await this.case(nom, annee)).getAttribute(attribut);
  }

  async cliquer(nom: string, annee: number): Promise<void> {
    const cellule = await this.case(nom, annee);
    await cellule.dispatchEvent('mousedown', { button: 0 });
    await cellule.focus();
  }

  /** Place of the focused cell: « Rabière 2026 ». */
  async foyer(): Promise<string> {
    const place = document.activeElement?.getAttribute('data-place') ?? '';
    const [rang = '0', colonne = '0'] = place.split('.');
    const entete = await this.locatorFor(`[data-place="${rang}.0"]`)();
    const annees = await this.locatorForAll('thead th')();
    const annee = colonne === '0' ? '' : await annees[Number(colonne)]?.text();
    return `${(await entete.text()).split(' ')[0]} ${annee}`.trim();
  }

  /** Presses a key where the focus is. */
  async touche(key: string, avec: KeyboardEventInit = {}): Promise<void> {
    document.activeElement?.dispatchEvent(
      new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...avec }),
    );
    await this.forceStabilize();
  }

  /** Types a text where the focus is: the first character opens the cell. */
  async taper(texte: string): Promise<void> {
    await this.touche(texte.charAt(0));
    const champ = await this.locatorFor('td input')();
    await champ.setInputValue(texte);
    await champ.dispatchEvent('input');
  }

  async coller(texte: string): Promise<void> {
    const evenement = Object.assign(new Event('paste', { bubbles: true, cancelable: true }), {
      clipboardData: { getData: () => texte },
    });
    document.activeElement?.dispatchEvent(evenement);
    await this.forceStabilize();
  }

  copier(): string {
    let copie = '';
    const evenement = Object.assign(new Event('copy', { bubbles: true, cancelable: true }), {
      clipboardData: { setData: (_: string, texte: string) => (copie = texte) },
    });
    document.activeElement?.dispatchEvent(evenement);
    return copie;
  }

  async pied(): Promise<string> {
    return (await (await this.barre()).text()).replace(/\s+/g, ' ');
  }

  /** What became of the last pasted block; empty when nothing is said. */
  async bilan(): Promise<string> {
    const bilan = await this.locatorForOptional('pl-bilan-collage')();
    return ((await bilan?.text()) ?? '').replace(/\s+/g, ' ').trim();
  }

  /** The text of the cell in which one types. */
  async saisie(): Promise<string> {
    return (await this.locatorFor('td input')()).getProperty<string>('value');
  }

  async bouton(libelle: string): Promise<void> {
    for (const bouton of await this.locatorForAll('button')()) {
      if ((await bouton.text()).includes(libelle)) return bouton.click();
    }
    throw new Error(`no button ${libelle}`);
  }

  private async case(nom: string, annee: number) {
    const noms = await this.noms();
    const rang = noms.findIndex((autre) => autre.startsWith(nom));
    const entetes = await this.locatorForAll('thead th')();
    const annees = await Promise.all(entetes.map((entete) => entete.text()));
    const colonne = annees.indexOf(String(annee));
    const ligne = (await this.lignes())[rang];
    const place = await (await this.entetes())[rang]?.getAttribute('data-place');
    if (!ligne || !place || colonne < 1) throw new Error(`no cell ${nom} ${annee}`);
    return this.locatorFor(`[data-place="${place.split('.')[0]}.${colonne}"]`)();
  }
}
