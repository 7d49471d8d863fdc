import { sceauConnu, verifierJournal, type Defaut, type JournalVerifie } from '@pleniere/acces/api';
import { accorder, formaterDate, formaterHeure } from '@pleniere/shared/domain';
import { parseArgs } from 'node:util';
import { createDataSource } from '../database/data-source';
import { CommandeRefusee } from './expliquer';

const DEFAUTS: Readonly<Record<Defaut, string>> = {
  absente: 'elle a disparu',
  changee: 'son contenu, ou celui de son sceau, n’est plus celui qui a été inscrit',
  deplacee: 'le sceau qui la précède a disparu',
  'sans-sceau': 'elle a été ajoutée sans sceau',
};

function dire({ contrat, entrees, empreinte, rupture }: JournalVerifie): string {
  if (rupture === null) {
    const fin = empreinte === null ? '' : ` Dernier sceau : ${empreinte}.`;
    return `${contrat} : ${accorder(entrees, 'entrée')}, journal intact.${fin}\n`;
  }
  const { defaut, rang, entreeId, quand, auteur } = rupture;
  const place = rang === null ? '' : `, au rang ${rang}`;
  const signee = quand === null ? '' : `, du ${formaterDate(quand)} à ${formaterHeure(quand)}, signée ${auteur ?? ''}`;
  return `${contrat} : JOURNAL ROMPU à l’entrée n° ${entreeId}${place}${signee} : ${DEFAUTS[defaut]}.\n`;
}

/** Verifies the journal of every contrat, and that a seal noted earlier is still there; true when all is well. */
export async function verifierLesJournaux(databaseUrl: string, args: string[]): Promise<boolean> {
  const { values } = parseArgs({ args, options: { sceau: { type: 'string' } } });
  const sceau = values.sceau?.toLowerCase();
  if (sceau !== undefined && !/^[0-9a-f]{64}$/.test(sceau)) {
    throw new CommandeRefusee('Un sceau compte 64 chiffres hexadécimaux : donnez-le tel que la commande l’a affiché.');
  }
  const source = await createDataSource(databaseUrl).initialize();
  try {
    const journaux = await verifierJournal(source.manager);
    for (const journal of journaux) process.stdout.write(dire(journal));
    const connu = sceau === undefined || (await sceauConnu(source.manager, sceau));
    if (!connu) process.stdout.write('JOURNAL RÉÉCRIT : le sceau donné n’est plus dans la chaîne.\n');
    return connu && journaux.every(({ rupture }) => rupture === null);
  } finally {
    await source.destroy();
  }
}
