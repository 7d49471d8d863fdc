import type { NestExpressApplication } from '@nestjs/platform-express';
import type { Arrete } from '@pleniere/plenieres/domain';
import type { DocumentProduit, OptionsDeDocument, SorteDeDocument } from '@pleniere/restitution/domain';
import { unzipSync } from 'fflate';
import { execFileSync } from 'node:child_process';
import type { Server } from 'node:http';
import request, { type Test } from 'supertest';
import type { Client } from '../client';
import type { ContratDeTest } from '../creer-contrat';
import { vider } from '../demarrer-api';

type Reponse = Parameters<Parameters<Test['parse']>[0]>[0];

/** Reads an answer as the bytes that it is. */
export function octets(reponse: Reponse, suite: (erreur: null, corps: Buffer) => void): void {
  const morceaux: Buffer[] = [];
  const flux = reponse as unknown as NodeJS.ReadableStream;
  flux.on('data', (morceau: Buffer) => morceaux.push(morceau));
  flux.on('end', () => suite(null, Buffer.concat(morceaux)));
}

/** Files by their name; an archive, an Office file and a PDF are opened, down to what they hold. */
export function ouvrir(nom: string, corps: Buffer): Record<string, string> {
  const debut = corps.subarray(0, 4).toString('latin1');
  if (debut === '%PDF') return { [nom]: execFileSync('pdftotext', ['-', '-'], { input: corps, encoding: 'utf8' }) };
  if (!debut.startsWith('PK')) return { [nom]: corps.toString('utf8') };
  const parties = Object.entries(unzipSync(new Uint8Array(corps)));
  return Object.assign(
    {},
    ...parties.map(([partie, contenu]) => ouvrir(`${nom}/${partie}`, Buffer.from(contenu))),
  ) as Record<string, string>;
}

/** Everything that a file says. */
export const textesDe = (corps: Buffer): string => Object.values(ouvrir('', corps)).join('\n').normalize('NFC');

/** Freezes some fiches. */
export async function figer(contrat: ContratDeTest, ficheIds: string[], titre = 'Plénière'): Promise<Arrete> {
  const equipe = await contrat.en('equipe');
  const choix = { titre, seanceId: null, ficheIds };
  return (await equipe.post(`/contrats/${contrat.contratId}/arretes`, choix).expect(201)).body as Arrete;
}

/** Asks a document of an arrêté as the team does, waits for it, and downloads it as `client` does. */
export async function fabriquer(
  app: NestExpressApplication,
  contrat: ContratDeTest,
  client: Client,
  arrete: Pick<Arrete, 'id'>,
  sorte: SorteDeDocument,
  options: Partial<OptionsDeDocument> = {},
): Promise<Buffer> {
  const equipe = await contrat.en('equipe');
  const adresse = `/contrats/${contrat.contratId}/arretes/${arrete.id}/documents`;
  const { id } = (await equipe.post(adresse, { sorte, options }).expect(201)).body as DocumentProduit;
  const echecs = await vider(app, 'document');
  if (echecs.length > 0) throw new Error(`${sorte}: ${JSON.stringify(echecs)}`);
  const { body } = await client.get(`/documents/${id}/fichier`).buffer(true).parse(octets).expect(200);
  return body as Buffer;
}

/** What anybody reads of a contrat without an account, as it travels. */
export async function lirePublic(app: NestExpressApplication, contratId: string, code: string): Promise<string> {
  const serveur = app.getHttpServer() as Server;
  const [contrats, fiche] = [
    await request(serveur).get('/api/v1/public/contrats').expect(200),
    await request(serveur).get(`/api/v1/public/contrats/${contratId}/fiches/${code}`).expect(200),
  ];
  return contrats.text + fiche.text;
}
