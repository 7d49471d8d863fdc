import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { lireConfig } from '@pleniere/shared/api';
import { formaterDate } from '@pleniere/shared/domain';
import { parseArgs } from 'node:util';
import { AppModule } from '../app.module';
import { arreterEnDisant } from '../commandes/expliquer';
import { ouvrirContrat } from './ouvrir-contrat';

const OPTIONS = ['titre', 'titre-court', 'siren', 'debut', 'fin', 'organisation', 'nom', 'fonction', 'email'] as const;

const AIDE = `Ouvre un contrat de ville vide et invite la première personne de son équipe.

  npm run contrat -- --titre "Contrat de ville de … 2024-2030" --titre-court "… 2024-2030" --siren 243700754
    --organisation "… Métropole" --nom "Prénom Nom" --fonction "Cheffe de projet" --email prenom.nom@exemple.fr

Années : --debut 2024 --fin 2030, sauf indication contraire. Cette page : --help.
`;

function lireArguments(): object {
  const { values } = parseArgs({
    options: Object.fromEntries(OPTIONS.map((nom) => [nom, { type: 'string' as const }])),
  });
  const { 'titre-court': titreCourt, debut = '2024', fin = '2030', ...reste } = values;
  return { ...reste, titreCourt, debut: Number(debut), fin: Number(fin) };
}

async function ouvrir(): Promise<void> {
  if (['--help', '-h', 'aide'].includes(process.argv[2] ?? '')) {
    process.stdout.write(AIDE);
    return;
  }
  const saisie = lireArguments();
  const config = lireConfig(process.env);
  const app = await NestFactory.createApplicationContext(AppModule.pour(config), {
    logger: false,
    abortOnError: false,
  });
  try {
    const { lien, expire } = await ouvrirContrat(app, saisie);
    const adresse = `${config.adresse}${lien}`;
    process.stdout.write(`Contrat ouvert. Lien à remettre, valable jusqu’au ${formaterDate(expire)} : ${adresse}\n`);
  } finally {
    await app.close();
  }
}

ouvrir().catch((erreur: unknown) => {
  arreterEnDisant(erreur, 2);
});
