import type { DataSource, EntityManager } from 'typeorm';
import { AMBOISE } from './amboise/contrat';
import { lotsDesAcces } from './lignes/vie/acces';
import { figerLesArretes } from './lignes/vie/arretes';
import { id } from './identifiants';
import { inserer, type Lot } from './lignes/insertion';
import { lotsDesCampagnes } from './lignes/vie/campagnes';
import { lotDesCourriels } from './lignes/vie/courriels';
import { lotsDuContexte } from './lignes/contexte';
import { lotsDuCadre } from './lignes/cadre';
import { lotsDesDialogues } from './lignes/vie/dialogues';
import { lotsDesFiches } from './lignes/fiches';
import { lotsDesIndicateurs } from './lignes/indicateurs';
import { lotsDesRevisions } from './lignes/vie/revisions';
import { lotsDeLaQualite } from './lignes/vie/qualite';
import { lotsDesPlenieres } from './lignes/vie/plenieres';
import { tenirLesConsultations } from './lignes/participation/consultations';
import { lotsDesEspaces } from './lignes/participation/espaces';
import { lierLesContributions } from './lignes/participation/liens';
import { lotsDesQuestions } from './lignes/participation/questions';
import { lotDuJournal } from './lignes/journal';
import type { ContratDemo } from './modele';
import { TMVL } from './tmvl/contrat';
import { typographier } from './typographie';

async function chargerContrat(tx: EntityManager, ecrit: ContratDemo, adresse: string): Promise<void> {
  const demo = typographier(ecrit);
  const lots = [
    ...(await lotsDuCadre(demo)),
    ...lotsDesFiches(demo),
    ...lotsDesRevisions(demo),
    ...lotsDesIndicateurs(demo),
    ...lotsDuContexte(demo),
    lotDuJournal(demo),
    ...lotsDesAcces(demo),
    lotDesCourriels(demo, adresse),
    ...lotsDesCampagnes(demo, adresse),
    ...lotsDesDialogues(demo),
    ...lotsDeLaQualite(demo),
    ...lotsDesPlenieres(demo),
    ...lotsDesEspaces(demo),
    ...lotsDesQuestions(demo),
  ];
  for (const lot of lots) await inserer(tx, lot);
  await tenirLesConsultations(tx, demo);
  await lierLesContributions(tx, demo);
  await figerLesArretes(tx, demo);
}

// The State's delegate follows both contrats.
const COMPTES_RELIES: Lot = [
  'compte_relie',
  [TMVL, AMBOISE].map(({ cle }) => ({
    contrat_id: id(`${cle}/contrat`),
    compte_id: id(`${cle}/compte/helene`),
    identite: id('identite/helene'),
    relie_le: '2026-09-14T09:12:00+02:00',
  })),
];

const ADRESSE = 'http://127.0.0.1:4300';

/**
 * Fills an empty database with the demo contrats, all or nothing; a database that holds a contrat is left as it is. Links
 * of the e-mails lead to the address.
 */
export async function chargerDemo(source: DataSource, adresse = ADRESSE): Promise<void> {
  await source.transaction(async (tx) => {
    const contrats = await tx.query<unknown[]>('select 1 from contrat limit 1');
    if (contrats.length > 0) return;
    for (const demo of [TMVL, AMBOISE]) await chargerContrat(tx, demo, adresse);
    await inserer(tx, COMPTES_RELIES);
    // The words that a search looks into are made by the database, from the content.
    await tx.query(`update revision r set document = document_de(f.code, r.contenu) from fiche f
      where (f.contrat_id, f.id) = (r.contrat_id, r.fiche_id) and r.contenu is not null`);
  });
}
