import { type HarnessLoader } from '@angular/cdk/testing';
import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { MatButtonHarness } from '@angular/material/button/testing';
import { MatDialogHarness } from '@angular/material/dialog/testing';
import { MatFormFieldHarness } from '@angular/material/form-field/testing';
import { MatInputHarness } from '@angular/material/input/testing';
import { ErreurApi } from '../page/erreur-api';
import type { ChampSaisi, DemandeSaisie } from './champs';
import { Saisie } from './saisie';

@Component({ selector: 'pl-essai-ecran', template: '' })
class Ecran {}

type Orga = { nom: string; siret: string | null; signataire: boolean };
type OrgaLue = Orga & { version: number };

const CHAMPS: readonly ChampSaisi<Orga>[] = [
  { cle: 'nom', type: 'texte', libelle: 'Nom', max: 10, requis: 'Indiquez le nom.' },
  { cle: 'siret', type: 'texte', libelle: 'SIRET', montrer: ({ signataire }) => signataire },
  { cle: 'signataire', type: 'oui-non', libelle: 'Signataire' },
];

let chargeur: HarnessLoader;

beforeEach(() => {
  chargeur = TestbedHarnessEnvironment.documentRootLoader(TestBed.createComponent(Ecran));
});

/** Waits for what an import on demand brings to the screen. */
async function attendre<T>(chercher: () => Promise<T | null>): Promise<T> {
  for (let essai = 0; essai < 50; essai++) {
    const trouve = await chercher();
    if (trouve) return trouve;
    await new Promise((suite) => setTimeout(suite, 10));
  }
  throw new Error('Nothing came to the screen.');
}

async function ouvrir(demande: Partial<DemandeSaisie<Orga, OrgaLue>>) {
  const reponse = TestBed.inject(Saisie).demander<Orga, OrgaLue>({
    titre: 'Modifier',
    champs: CHAMPS,
    valeur: { nom: 'Ville', siret: '12', signataire: true },
    version: 3,
    enregistrer: (saisie, version) => Promise.resolve({ ...saisie, version: version + 1 }),
    ...demande,
  });
  const dialogue = await attendre(() => chargeur.getHarnessOrNull(MatDialogHarness));
  const ecrire = async (libelle: string, texte: string) => {
    const champ = await dialogue.getHarness(MatFormFieldHarness.with({ floatingLabelText: libelle }));
    await (await champ.getControl(MatInputHarness))?.setValue(texte);
  };
  const cliquer = async (text: string) => (await dialogue.getHarness(MatButtonHarness.with({ text }))).click();
  return { reponse, dialogue, ecrire, cliquer };
}

const conflit = (actuel: OrgaLue) =>
  new ErreurApi({ type: 'x', status: 412, title: 'Quelqu’un a modifié cet élément.', actuel });

describe('a form in a dialog', () => {
  it('gives back what was typed, from the version that was read; a hidden field is null', async () => {
    const { reponse, ecrire, cliquer } = await ouvrir({ valeur: { nom: 'Ville', siret: '12', signataire: false } });
    await ecrire('Nom', '  Tours ');
    await cliquer('Enregistrer');
    expect(await reponse).toEqual({ nom: 'Tours', siret: null, signataire: false, version: 4 });
  });

  it('says what is missing or too long under the field, and saves nothing', async () => {
    const enregistrer = jest.fn();
    const { dialogue, ecrire, cliquer } = await ouvrir({ enregistrer });
    await ecrire('Nom', '');
    await cliquer('Enregistrer');
    const [champ] = await dialogue.getAllHarnesses(MatFormFieldHarness);
    expect(await champ?.getTextErrors()).toEqual(['Indiquez le nom.']);
    await ecrire('Nom', 'Un nom bien long');
    expect(await champ?.getTextErrors()).toEqual(['10 caractères au plus, ce texte en compte 16.']);
    expect(enregistrer).not.toHaveBeenCalled();
  });

  it('shows a refusal and keeps what was typed', async () => {
    const refus = new ErreurApi({ type: 'x', status: 409, title: 'Impossible.', detail: 'Ce nom est déjà pris.' });
    const { dialogue, ecrire, cliquer } = await ouvrir({ enregistrer: () => Promise.reject(refus) });
    await ecrire('Nom', 'Tours');
    await cliquer('Enregistrer');
    expect(await dialogue.getText()).toContain('Ce nom est déjà pris.');
    expect(await (await dialogue.getHarness(MatInputHarness)).getValue()).toBe('Tours');
  });

  it('shows both versions of a conflict, and saves mine over theirs only when asked', async () => {
    const versions: number[] = [];
    const { reponse, dialogue, ecrire, cliquer } = await ouvrir({
      enregistrer: (saisie, version) => {
        versions.push(version);
        const eux = { nom: 'La leur', siret: '12', signataire: true, version: 7 };
        return version === 3 ? Promise.reject(conflit(eux)) : Promise.resolve({ ...saisie, version: version + 1 });
      },
    });
    await ecrire('Nom', 'La mienne');
    await cliquer('Enregistrer');
    const texte = await dialogue.getText();
    expect(texte).toMatch(/Version enregistrée\s:\s*La leur/);
    expect(texte).toMatch(/Votre saisie\s:\s*La mienne/);
    await cliquer('Garder ma saisie');
    expect(await reponse).toEqual({ nom: 'La mienne', siret: '12', signataire: true, version: 8 });
    expect(versions).toEqual([3, 7]);
  });

  it('takes their version to go on from there', async () => {
    const eux = { nom: 'La leur', siret: null, signataire: false, version: 7 };
    const { dialogue, ecrire, cliquer, reponse } = await ouvrir({ enregistrer: () => Promise.reject(conflit(eux)) });
    await ecrire('Nom', 'La mienne');
    await cliquer('Enregistrer');
    await cliquer('Prendre la version enregistrée');
    expect(await (await dialogue.getHarness(MatInputHarness)).getValue()).toBe('La leur');
    await cliquer('Annuler');
    expect(await reponse).toBeNull();
  });

  it('is left with Escape', async () => {
    const { reponse, dialogue } = await ouvrir({});
    await dialogue.close();
    expect(await reponse).toBeNull();
  });
});
