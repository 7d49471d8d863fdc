import type { INestApplication } from '@nestjs/common';
import type { Consultation, SequenceServie } from '@pleniere/participation/domain';
import { Base } from '@pleniere/shared/api';
import type { Server } from 'node:http';
import request, { type Test } from 'supertest';
import type { ContratDeTest } from '../creer-contrat';
import { poserFiche } from './index';

const JOUR = 24 * 3600 * 1000;

/** An instant, so many days from now. */
export const dansJours = (jours: number): string => new Date(Date.now() + jours * JOUR).toISOString();

/** What a test says of a consultation; open for a month since yesterday unless told. */
export interface ConsultationPosee {
  amorces?: number;
  ouverture?: string;
  finPropositions?: string;
  fin?: string;
  exigence?: 'anonyme' | 'code-habitant';
  moderateurs?: string[];
}

/** Texts of propositions that resemble none other. */
export const AMORCES = [
  'planter des arbres devant l’école',
  'ouvrir la médiathèque le dimanche',
  'réparer les ascenseurs en deux jours',
  'créer un jardin partagé au pied des tours',
  'rendre les abris de bus plus clairs',
  'installer des bancs à l’ombre',
  'prolonger la ligne de tramway',
  'organiser un marché le mercredi soir',
  'prêter des vélos aux collégiens',
  'repeindre les halls avec les locataires',
  'garder le gymnase ouvert pendant les vacances',
  'mettre une fontaine à eau sur la place',
];

/** A consultation that was published through the API and whose clock was then moved. */
export async function poserConsultation(
  app: INestApplication,
  contrat: ContratDeTest,
  posee: ConsultationPosee = {},
): Promise<Consultation> {
  const { amorces = 8, exigence = 'anonyme', moderateurs = [contrat.personnes.referentA] } = posee;
  const equipe = await contrat.en('equipe');
  const { rows } = await app
    .get(Base)
    .pool.query<{ id: string }>('select id from fiche where contrat_id = $1', [contrat.contratId]);
  const ficheId = rows[0]?.id ?? (await poserFiche(app, contrat));
  const saisie = {
    question: 'Qu’est-ce qui rendrait votre quartier plus agréable à vivre ?',
    charte: 'Une idée par proposition, sans viser personne.',
    mentionRgpd: 'Aucun nom n’est demandé.',
    qpvCodes: [contrat.qpv.a1],
    ficheIds: [ficheId],
    moderateurIds: moderateurs,
    sansAmorces: amorces < 8 ? 'Essai.' : '',
    exigence,
  };
  const creee = (await equipe.post(`/contrats/${contrat.contratId}/consultations`, saisie).expect(201))
    .body as Consultation;
  const textes = Array.from({ length: amorces }, (_, rang) => ({
    texte: `Il faut ${AMORCES[rang % AMORCES.length] ?? ''}${rang < AMORCES.length ? '' : ` (${rang})`}`,
  }));
  await equipe.post(`/consultations/${creee.id}/amorces`, { amorces: textes }).expect(200);
  const dates = { ouverture: dansJours(1), finPropositions: dansJours(20), fin: dansJours(30) };
  const datee = await equipe.put(`/consultations/${creee.id}/dates`, creee.version, dates).expect(200);
  const { version } = datee.body as Consultation;
  await equipe
    .post(`/consultations/${creee.id}/transitions`, { transition: 'programmer' })
    .set('If-Match', `"${version}"`)
    .expect(200);
  const { ouverture = dansJours(-1), finPropositions = dansJours(20), fin = dansJours(30) } = posee;
  await regler(app, creee.id, { ouverture, finPropositions, fin });
  return (await equipe.get(`/consultations/${creee.id}`).expect(200)).body as Consultation;
}

/** Moves the clock of a consultation, as time does. */
export async function regler(
  app: INestApplication,
  id: string,
  dates: { ouverture: string; finPropositions: string; fin: string },
): Promise<void> {
  await app
    .get(Base)
    .pool.query('update consultation set ouverture = $2, fin_propositions = $3, fin = $4 where id = $1', [
      ...[id, dates.ouverture, dates.finPropositions, dates.fin],
    ]);
}

/** A resident’s browser: it keeps the cookie of its participant. */
export interface Habitant {
  cookie: string;
  get: (suite: string) => Test;
  post: (suite: string, corps?: object) => Test;
  put: (suite: string, corps: object) => Test;
  /** Cards of a sequence; opens the cookie the first time. */
  cartes: (nouvelle?: boolean) => Promise<SequenceServie>;
  voter: (propositionId: string, valeur: number | null, sequenceId: string | null, qualifications?: string[]) => Test;
}

/** A browser that nobody knows yet, on a consultation. */
export function habitant(app: INestApplication, contratId: string, consultationId: string): Habitant {
  const racine = `/api/v1/public/contrats/${contratId}/consultations/${consultationId}`;
  const appeler = (methode: 'get' | 'post' | 'put', suite: string, corps?: object): Test => {
    const appel = request(app.getHttpServer() as Server)
      [methode](`${racine}${suite}`)
      .set('User-Agent', 'Essai');
    if (lui.cookie) void appel.set('Cookie', lui.cookie);
    return corps === undefined ? appel : appel.send(corps);
  };
  const lui: Habitant = {
    cookie: '',
    get: (suite) => appeler('get', suite),
    post: (suite, corps = {}) => appeler('post', suite, corps),
    put: (suite, corps) => appeler('put', suite, corps),
    cartes: async (nouvelle = false) => {
      const reponse = await appeler('post', '/sequence', { nouvelle }).expect(200);
      const [pose] = (reponse.headers['set-cookie'] as unknown as string[] | undefined) ?? [];
      if (pose) lui.cookie = pose.split(';')[0] ?? '';
      return reponse.body as SequenceServie;
    },
    voter: (propositionId, valeur, sequenceId, qualifications = []) =>
      appeler('post', `/propositions/${propositionId}/vote`, { valeur, qualifications, sequenceId }),
  };
  return lui;
}
