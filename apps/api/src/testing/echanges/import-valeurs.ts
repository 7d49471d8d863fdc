import type { ApercuImport, CaseImport } from '@pleniere/indicateurs/domain';
import type { FormatTableur } from '@pleniere/shared/domain';
import type { Test } from 'supertest';
import type { Client } from '../client';
import type { ContratDeTest } from '../creer-contrat';

/** Sends a file of values; a text is a CSV. */
export function envoyerFichier(
  client: Client,
  { contratId }: Pick<ContratDeTest, 'contratId'>,
  contenu: string | Buffer,
  nom = 'valeurs.csv',
): Test {
  return client.post(`/contrats/${contratId}/imports-valeurs`, null).attach('fichier', Buffer.from(contenu), nom);
}

/** The same, and the preview of it. */
export async function deposer(...envoi: Parameters<typeof envoyerFichier>): Promise<ApercuImport> {
  return (await envoyerFichier(...envoi).expect(201)).body as ApercuImport;
}

/** Applies an import as its preview showed it. */
export function appliquer(client: Client, apercu: ApercuImport, mode: 'tout' | 'valides' = 'tout'): Test {
  return client.post(`/imports-valeurs/${apercu.id}/application`, { mode, empreinte: apercu.empreinte });
}

/** The template, as a person downloads it. */
export async function telechargerModele(
  client: Client,
  { contratId }: Pick<ContratDeTest, 'contratId'>,
  format: FormatTableur,
  fiche?: string,
): Promise<Buffer> {
  const chemin = `/contrats/${contratId}/imports-valeurs/modele.${format}${fiche ? `?fiche=${fiche}` : ''}`;
  const reponse = await client
    .get(chemin)
    .buffer(true)
    .parse((flux, fini) => {
      const morceaux: Buffer[] = [];
      flux.on('data', (morceau: Buffer) => morceaux.push(morceau));
      flux.on('end', () => fini(null, Buffer.concat(morceaux)));
    })
    .expect(200);
  return reponse.body as Buffer;
}

/** What becomes of each cell, in few words: `F2 nouvelle`, or the reason of a refusal. */
export function sorts({ cases }: { cases: CaseImport[] }): string[] {
  return cases.map(({ cellule, sort, motif }) => `${cellule} ${motif ?? sort}`);
}
