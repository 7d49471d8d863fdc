import { type HarnessLoader } from '@angular/cdk/testing';
import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { MatButtonHarness } from '@angular/material/button/testing';
import { MatDialogHarness } from '@angular/material/dialog/testing';
import { MatSnackBarHarness } from '@angular/material/snack-bar/testing';
import { Annonce } from './annonce';
import { Confirmation } from './confirmation';

@Component({ selector: 'pl-essai-ecran', template: '' })
class Ecran {}

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

describe('Confirmation', () => {
  const demande = { titre: 'Supprimer cette action\u202F?', texte: 'Ses étapes aussi.', action: 'Supprimer' };

  it.each([
    ['Supprimer', true],
    ['Annuler', false],
  ])('« %s » answers %p', async (libelle, attendu) => {
    const reponse = TestBed.inject(Confirmation).demander(demande);
    const dialogue = await attendre(() => chargeur.getHarnessOrNull(MatDialogHarness));

    expect(await dialogue.getTitleText()).toBe(demande.titre);
    expect(await dialogue.getContentText()).toBe(demande.texte);
    expect(await dialogue.getRole()).toBe('alertdialog');
    await (await dialogue.getHarness(MatButtonHarness.with({ text: libelle }))).click();
    expect(await reponse).toBe(attendu);
  });

  it('leaving with Escape changes nothing', async () => {
    const reponse = TestBed.inject(Confirmation).demander(demande);
    await (await attendre(() => chargeur.getHarnessOrNull(MatDialogHarness))).close();
    expect(await reponse).toBe(false);
  });
});

describe('Annonce', () => {
  it('offers to undo what has been done', async () => {
    const annulation = TestBed.inject(Annonce).proposerAnnulation('Action supprimée.');
    const barre = await attendre(() => chargeur.getHarnessOrNull(MatSnackBarHarness));

    expect(await barre.getMessage()).toBe('Action supprimée.');
    expect(await barre.getActionDescription()).toBe('Annuler');
    await barre.dismissWithAction();
    expect(await annulation).toBe(true);
  });
});
