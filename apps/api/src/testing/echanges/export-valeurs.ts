import type { Client } from '../client';
import type { ContratDeTest } from '../creer-contrat';

/** A file of values, as a person downloads it. */
export async function telechargerExport(
  client: Client,
  { contratId }: Pick<ContratDeTest, 'contratId'>,
  demande: Record<string, string | number>,
): Promise<Buffer> {
  const reponse = await client
    .get(`/contrats/${contratId}/exports-valeurs/fichier`)
    .query(demande)
    .buffer(true)
    .parse((flux, fini) => {
      const morceaux: Buffer[] = [];
      flux.on('data', (morceau: Buffer) => morceaux.push(morceau));
      flux.on('end', () => fini(null, Buffer.concat(morceaux)));
    })
    .expect(200);
  return reponse.body as Buffer;
}
