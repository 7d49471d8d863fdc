import { DOCUMENT } from '@angular/common';
import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import type { EvenementDirect } from '@pleniere/shared/domain';
import { ADRESSE_DIRECT, FilDirect } from './fil-direct';

/** A thread that the test opens, feeds and cuts, as a server does. */
class FausseSource {
  static readonly toutes: FausseSource[] = [];
  readonly CLOSED = 2;
  readyState = 0;
  onopen: () => void = () => undefined;
  onerror: () => void = () => undefined;
  onmessage: (message: { data: string }) => void = () => undefined;

  constructor(readonly adresse: string) {
    FausseSource.toutes.push(this);
  }

  ouvrir(): void {
    this.readyState = 1;
    this.onopen();
  }

  dire(evenement: Partial<EvenementDirect>): void {
    this.onmessage({ data: JSON.stringify(evenement) });
  }

  couper(definitivement: boolean): void {
    this.readyState = definitivement ? this.CLOSED : 0;
    this.onerror();
  }

  close(): void {
    this.readyState = this.CLOSED;
  }
}

const ADRESSE = '/api/v1/contrats/c1/direct';
const adresse = signal<string | null>(null);
const derniere = () => FausseSource.toutes.at(-1) as FausseSource;

let fil: FilDirect;
let page: Document;
let recus: string[];
let reprises: number;

beforeEach(() => {
  jest.useFakeTimers();
  FausseSource.toutes.length = 0;
  Object.assign(window, { EventSource: FausseSource });
  adresse.set(ADRESSE);
  TestBed.configureTestingModule({ providers: [{ provide: ADRESSE_DIRECT, useValue: adresse }] });
  fil = TestBed.inject(FilDirect);
  page = TestBed.inject(DOCUMENT);
  recus = [];
  reprises = 0;
  fil.reprises.subscribe(() => reprises++);
});

afterEach(() => {
  jest.useRealTimers();
  Reflect.deleteProperty(window, 'EventSource');
  Reflect.deleteProperty(page, 'hidden');
});

function ecouter(type = 'valeur.saisie'): void {
  fil.evenements(type).subscribe(({ objetId }) => recus.push(objetId));
  TestBed.tick();
}

function cacher(cachee: boolean): void {
  Object.defineProperty(page, 'hidden', { configurable: true, value: cachee });
  page.dispatchEvent(new Event('visibilitychange'));
  jest.advanceTimersByTime(15_000);
  TestBed.tick();
}

describe('live thread', () => {
  it('opens once, when a page first listens, and gives each page what it asked for', () => {
    TestBed.tick();
    expect(FausseSource.toutes).toEqual([]);
    ecouter();
    ecouter('fiche.champ');
    expect(FausseSource.toutes.map((une) => une.adresse)).toEqual([ADRESSE]);
    expect(fil.etat()).toBe('coupe');

    derniere().ouvrir();
    expect(fil.etat()).toBe('ouvert');
    derniere().dire({ type: 'ouverture' });
    derniere().dire({ type: 'valeur.saisie', objetId: 'v1' });
    derniere().dire({ type: 'fiche.champ', objetId: 'f1' });
    derniere().dire({ type: 'autre', objetId: 'x' });
    expect(recus).toEqual(['v1', 'f1']);
    expect(reprises).toBe(0);
  });

  it('says what may have been missed when it comes back from a cut', () => {
    ecouter();
    derniere().ouvrir();
    derniere().couper(false);
    expect(fil.etat()).toBe('coupe');
    derniere().ouvrir();
    expect([fil.etat(), reprises, FausseSource.toutes.length]).toEqual(['ouvert', 1, 1]);
    derniere().dire({ type: 'reprise' });
    expect(reprises).toBe(2);
  });

  it('comes back by itself, less and less often, when the server refuses it', () => {
    ecouter();
    derniere().couper(true);
    jest.advanceTimersByTime(3_000);
    expect(FausseSource.toutes).toHaveLength(2);
    derniere().couper(true);
    jest.advanceTimersByTime(3_000);
    expect(FausseSource.toutes).toHaveLength(2);
    jest.advanceTimersByTime(3_000);
    expect(FausseSource.toutes).toHaveLength(3);
    derniere().ouvrir();
    expect(fil.etat()).toBe('ouvert');
  });

  it('is let go by a tab that nobody looks at, and taken again', () => {
    ecouter();
    derniere().ouvrir();
    cacher(true);
    expect([derniere().readyState, fil.etat()]).toEqual([2, 'coupe']);
    cacher(false);
    derniere().ouvrir();
    expect([FausseSource.toutes.length, reprises]).toEqual([2, 1]);
  });

  it('ends with the session, and does not come back', () => {
    ecouter();
    derniere().ouvrir();
    adresse.set(null);
    TestBed.tick();
    jest.advanceTimersByTime(120_000);
    expect([FausseSource.toutes.length, derniere().readyState, fil.etat()]).toEqual([1, 2, 'coupe']);
  });

  it('stays silent in a browser that has none', () => {
    Reflect.deleteProperty(window, 'EventSource');
    ecouter();
    expect(fil.etat()).toBe('coupe');
  });
});
