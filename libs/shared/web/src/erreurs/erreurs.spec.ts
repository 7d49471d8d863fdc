import { HttpErrorResponse } from '@angular/common/http';
import { ErrorHandler } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { GestionErreurs, Pannes } from './pannes';
import { problemeDe } from './probleme-interceptor';

describe('problems shown to the user', () => {
  it('are those of the API, word for word', () => {
    const probleme = { type: 'version-perimee', status: 412, title: 'La fiche a changé entre-temps.' };
    expect(problemeDe(new HttpErrorResponse({ status: 412, error: probleme }))).toEqual(probleme);
  });

  it('have the spaces of French wherever they are read', () => {
    const errors = [{ pointer: '/annee', detail: 'Attendu : une année.' }];
    const error = { type: 'refus', status: 422, title: 'Refusé !', detail: 'Corrigez ; rien n’est perdu.', errors };
    expect(problemeDe(new HttpErrorResponse({ status: 422, error }))).toEqual({
      ...error,
      title: 'Refusé\u202F!',
      detail: 'Corrigez\u202F; rien n’est perdu.',
      errors: [{ pointer: '/annee', detail: 'Attendu\u00A0: une année.' }],
    });
  });

  it('say that the server does not answer, and what is kept', () => {
    const { title, detail } = problemeDe(new HttpErrorResponse({ status: 0, error: new ProgressEvent('error') }));
    expect(title).toBe('Le serveur ne répond pas.');
    expect(detail).toContain('reste sur cet écran');
  });

  it.each(['<html>Bad gateway</html>', null])('have French words when the answer is %p', (error) => {
    const { status, title, detail } = problemeDe(new HttpErrorResponse({ status: 502, error }));
    expect(status).toBe(502);
    expect(title).toBe('Le serveur n’a pas pu répondre à cette demande.');
    expect(detail).toContain('code 502');
  });

  it('reach the shell when no page has dealt with them', () => {
    TestBed.configureTestingModule({ providers: [{ provide: ErrorHandler, useClass: GestionErreurs }] });
    const console = jest.spyOn(globalThis.console, 'error').mockImplementation();
    const panne = new Error('Chunk failed to load');
    TestBed.inject(ErrorHandler).handleError(panne);

    expect(TestBed.inject(Pannes).derniere()).toBe(panne);
    TestBed.inject(Pannes).oublier();
    expect(TestBed.inject(Pannes).derniere()).toBeNull();
    console.mockRestore();
  });
});
