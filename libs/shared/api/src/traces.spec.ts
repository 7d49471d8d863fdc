import { adresseSansSecret } from '@pleniere/shared/domain';
import { createServer } from 'node:http';
import { Writable } from 'node:stream';
import pinoHttp from 'pino-http';
import request from 'supertest';
import { QueryFailedError } from 'typeorm';
import { optionsDesTraces } from './traces';

/** Everything that the logs say of one request whose handling fails on a statement. */
async function tracesDe(chemin: string): Promise<string> {
  let traces = '';
  const flux = new Writable({
    write: (morceau: Buffer, _, suite) => {
      traces += morceau.toString();
      suite();
    },
  });
  const tracer = pinoHttp(optionsDesTraces('info'), flux);
  const serveur = createServer((requete, reponse) => {
    tracer(requete, reponse);
    const pilote = Object.assign(new Error('refused'), { code: '23505', detail: 'Key (email)=(secret-de-la-base)' });
    requete.log.error(new QueryFailedError('insert into compte', ['secret-du-compte'], pilote));
    reponse.setHeader('Set-Cookie', 'pleniere_session=secret-neuf').writeHead(500).end();
  });
  await request(serveur)
    .post(chemin)
    .set('Cookie', 'pleniere_session=secret-ancien')
    .set('X-XSRF-TOKEN', 'secret-jeton')
    .send({ email: 'a@exemple.fr', motDePasse: 'secret-mot-de-passe' });
  return traces;
}

describe('logs', () => {
  it('tell what was asked and what failed', async () => {
    const traces = await tracesDe('/api/v1/session');
    expect(traces).toContain('"url":"/api/v1/session"');
    expect(traces).toContain('"statusCode":500');
    expect(traces).toContain('insert into compte');
  });

  it('never tell a password, a session, a token or the values of a statement', async () => {
    expect(await tracesDe('/api/v1/session')).not.toContain('secret');
    expect(await tracesDe('/api/v1/activation/secret-lien?motif=1')).not.toContain('secret');
    expect(await tracesDe('/api/v1/public/contrats/1/questions/suivi/secret-recepisse')).not.toContain('secret');
    expect(await tracesDe('/api/v1/oidc/retour?code=secret-code&state=secret-etat')).not.toContain('secret');
  });

  it.each([
    '/api/v1/public/contrats/1/questions/suivi/secret-recepisse/desabonnement',
    '/habitants/tours/questions/suivi/secret-recepisse?recue=1',
    '/habitants/tours/questions/Suivi/secret-recepisse',
    '/api/v1/public/contrats/1/emargements/secret-code',
    '/habitants/tours/emargement/secret-code',
    '/emargement/1/secret-code',
    '/api/v1/seances-dialogue/1/presences/secret-cle',
    '/api/v1/seances-dialogue/1/notes/secret-cle',
    '/api/v1/consultations/1/suspicions/secret-participant',
    '/api/v1/public/contrats/1/consultations/2/propositions/secret-proposition/vote',
    '/api/v1/public/contrats/1/consultations/2/propositions/secret-proposition/appel?depuis=secret',
    '/habitants/tours/consultations/2/propositions/secret-proposition/signaler',
    '/habitants/tours/consultations/2/propositions/secret-proposition/suivi/secret-jeton',
    '/habitants/tours/consultations/2/voter?carte=secret-proposition&sequence=secret-sequence',
    '/habitants/tours/questions?q=secret-mot',
    '/api/v1/public/contrats/1/consultations/2/propositions?mots=secret-mot',
  ])('never join somebody to what they said: %s', async (adresse) => {
    expect(await tracesDe(adresse)).not.toContain('secret');
  });

  it('still tell which page was read', () => {
    for (const adresse of [
      '/api/v1/contrats/1/questions?etat=attribuee',
      '/api/v1/consultations/2/propositions?etat=refusee',
      '/habitants/tours/consultations/2/propositions/3',
      '/api/v1/fiches/4/notes',
    ])
      expect(adresseSansSecret(adresse)).toBe(adresse);
    expect(adresseSansSecret('/habitants/tours/questions?q=tram')).toBe('/habitants/tours/questions?…');
    expect(adresseSansSecret('/api/v1/public/contrats/1/consultations/2/propositions/3/vote')).toBe(
      '/api/v1/public/contrats/1/consultations/2/propositions/…/vote',
    );
  });
});
