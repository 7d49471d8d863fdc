import { DOCUMENT } from '@angular/common';
import { Injector } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import { SwUpdate } from '@angular/service-worker';
import { Subject } from 'rxjs';
import { NouvelleVersion } from './nouvelle-version';

let mises: Subject<{ type: string }>;
let recharger: jest.Mock;
let page: { activeElement: Element | null; [autre: string]: unknown };

beforeEach(() => {
  mises = new Subject();
  recharger = jest.fn();
  page = {
    activeElement: null,
    addEventListener: jest.fn(),
    removeEventListener: jest.fn(),
    location: { reload: recharger },
  };
  TestBed.configureTestingModule({
    providers: [
      provideRouter([{ path: '**', children: [] }]),
      { provide: SwUpdate, useValue: { isEnabled: true, versionUpdates: mises, unrecoverable: new Subject() } },
    ],
  });
  Injector.create({
    parent: TestBed.inject(Injector),
    providers: [
      { provide: DOCUMENT, useValue: page },
      { provide: NouvelleVersion, useFactory: () => new NouvelleVersion() },
    ],
  })
    .get(NouvelleVersion)
    .suivre();
});

async function aller(...adresses: string[]): Promise<void> {
  for (const adresse of adresses) await TestBed.inject(Router).navigateByUrl(adresse);
  await new Promise((suite) => setTimeout(suite));
}

describe('a new version of the application', () => {
  it('is taken when the person changes page, not before', async () => {
    await aller('/fiches', '/indicateurs');
    expect(recharger).not.toHaveBeenCalled();
    mises.next({ type: 'VERSION_DETECTED' });
    await aller('/fiches');
    mises.next({ type: 'VERSION_READY' });
    await aller('/fiches?q=parole');
    expect(recharger).not.toHaveBeenCalled();
    await aller('/plenieres');
    expect(recharger).toHaveBeenCalledTimes(1);
  });

  it('waits for the next page when the person is already typing in this one', async () => {
    await aller('/fiches', '/indicateurs');
    mises.next({ type: 'VERSION_READY' });
    page.activeElement = document.createElement('textarea');
    await aller('/plenieres');
    expect(recharger).not.toHaveBeenCalled();
    page.activeElement = document.body;
    await aller('/fiches');
    expect(recharger).toHaveBeenCalledTimes(1);
  });
});
