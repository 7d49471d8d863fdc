import type { EntreeJournal } from '@pleniere/acces/domain';
import type { ContenuFiche, DemandeDeTransition, FicheLue, Transition } from '@pleniere/fiches/domain';
import type { Probleme } from '@pleniere/shared/domain';
import { randomUUID } from 'node:crypto';
import type { Test } from 'supertest';
import type { Client } from './client';
import type { ContratDeTest } from './creer-contrat';

/** A text that lacks nothing, piloted by ville A. */
export function contenuComplet({ orientationId, organisations }: ContratDeTest): Partial<ContenuFiche> {
  const texte = [{ id: randomUUID() as string, texte: '<p>Un point</p>' }];
  return {
    orientation: orientationId,
    pilotes: [{ organisationId: organisations.villeA, categorie: null, libelle: 'Ville de Tours' }],
    referents: [{ organisationId: null, categorie: null, libelle: 'Villes', personneId: null, fonction: 'Référent' }],
    resultatsAttendus: texte,
    interetHabitants: texte,
    cadreQuand: { texte: '<p>En continu</p>', debut: null, fin: null, continu: true },
    cadreOu: { texte: '<p>Partout</p>', portee: 'tous-qpv', qpv: [], communes: [] },
    publicCible: { texte: '<p>Tous</p>', publics: [] },
    contexte: '<p>Le texte en vigueur</p>',
    facteursFavorables: texte,
    facteursDefavorables: texte,
    planAction: texte.map((element) => ({ ...element, genre: 'etape' })),
    partenaires: [{ organisationId: null, categorie: null, libelle: 'Associations' }],
  };
}

/** A fiche as somebody reads it. */
export async function lireFiche(client: Client, ficheId: string): Promise<FicheLue> {
  return (await client.get(`/fiches/${ficheId}`).expect(200)).body as FicheLue;
}

/** What the journal tells of a fiche, as somebody reads it. */
export async function historiqueDe(client: Client, ficheId: string): Promise<EntreeJournal[]> {
  return (await client.get(`/fiches/${ficheId}/historique`).expect(200)).body as EntreeJournal[];
}

/** Fields that a refusal names, from the body of the answer. */
export function pointeurs(refus: unknown): string[] {
  return ((refus as Probleme).errors ?? []).map(({ pointer }) => pointer);
}

/** What each step asks, well filled in for this contrat. */
export function demandeDe({ personnes }: ContratDeTest, transition: Transition): Partial<DemandeDeTransition> {
  const demandes: Partial<Record<Transition, Partial<DemandeDeTransition>>> = {
    'demander-correction': { motif: 'Préciser les publics', destinataireId: personnes.referentA },
    reviser: { cause: { sorte: 'avenant', texte: 'Avenant n° 1' } },
    renoncer: { motif: 'Avenant retiré' },
    archiver: { issue: 'achevee', motif: 'Projet terminé' },
  };
  return demandes[transition] ?? {};
}

/** Asks a step of the circuit from a version of the fiche; an avis goes by its own route. */
export function suivre(
  client: Client,
  ficheId: string,
  transition: Transition,
  version: number,
  demande: Partial<DemandeDeTransition> = {},
): Test {
  const appel =
    transition === 'rendre-avis'
      ? client.post(`/fiches/${ficheId}/avis`, {})
      : client.post(`/fiches/${ficheId}/transitions`, { transition, ...demande });
  return appel.set('If-Match', `"${version}"`);
}

const QUI: Readonly<Record<Transition, 'referentA' | 'equipe' | 'delegue'>> = {
  soumettre: 'referentA',
  transmettre: 'equipe',
  'rendre-avis': 'delegue',
  valider: 'equipe',
  'demander-correction': 'equipe',
  reviser: 'referentA',
  renoncer: 'referentA',
  archiver: 'equipe',
};

/** Takes a fiche along several steps, each by who may and well filled in; a favorable avis is written before it is given. */
export async function parcourir(
  contrat: ContratDeTest,
  ficheId: string,
  ...transitions: readonly Transition[]
): Promise<FicheLue> {
  const equipe = await contrat.en('equipe');
  for (const transition of transitions) {
    const client = await contrat.en(QUI[transition]);
    if (transition === 'rendre-avis') await ecrireAvis(client, ficheId).expect(200);
    await suivre(
      client,
      ficheId,
      transition,
      (await lireFiche(equipe, ficheId)).version,
      demandeDe(contrat, transition),
    ).expect(200);
  }
  return lireFiche(equipe, ficheId);
}

/** Saves the draft of an avis, favorable unless told otherwise. */
export function ecrireAvis(delegue: Client, ficheId: string, saisi: object = {}, version = 0): Test {
  const avis = { sens: 'favorable', texte: '', points: [], ...saisi };
  return delegue.put(`/fiches/${ficheId}/avis/brouillon`, version, avis);
}
