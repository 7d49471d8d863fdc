import { Injectable } from '@nestjs/common';
import { Journal, Notifications } from '@pleniere/acces/api';
import type { Acteur } from '@pleniere/acces/domain';
import {
  type ApercuImport,
  type CaseComparee,
  decrireColonnes,
  type IndicateurSaisie,
  type ModeApplication,
  presenterCase,
  type Repere,
  cleDe,
  etatDe,
} from '@pleniere/indicateurs/domain';
import { Base, enConflit, perime, refuse } from '@pleniere/shared/api';
import { accorder } from '@pleniere/shared/domain';
import type { EntityManager } from 'typeorm';
import { IndicateursService } from '../definitions/indicateurs.service';
import type { SaisieSituee } from '../valeurs/lot';
import { ValeursService } from '../valeurs/valeurs.service';
import { AnalyseImport, CASES_D_UN_LOT, empreinteDe, type FichierTrie, resumer } from './analyse';
import { vueDe } from './apercus-gardes';
import { type EcritureImport, type ImportStocke, ImportsRepository } from './imports.repository';
import { ImportsService, presenter } from './imports.service';

const REFUS_MONTRES = 100;

/** Applies an import as its preview showed it, in one transaction, through the services that write cell by cell. */
@Injectable()
export class ApplicationImport {
  constructor(
    private readonly base: Base,
    private readonly imports: ImportsService,
    private readonly repository: ImportsRepository,
    private readonly analyse: AnalyseImport,
    private readonly valeurs: ValeursService,
    private readonly indicateurs: IndicateursService,
    private readonly journal: Journal,
    private readonly notifications: Notifications,
  ) {}

  appliquer(acteur: Acteur, id: string, mode: ModeApplication, empreinte: string): Promise<ApercuImport> {
    return this.base.transaction(async (tx) => {
      const stocke = await this.imports.trouver(tx, acteur, id, { verrou: true });
      if (stocke.statut !== 'ouvert') throw enConflit('Cet import est déjà appliqué.');
      await this.repository.attendreSonTour(tx, acteur.contratId);
      const trie = await this.analyse.trier(tx, acteur, stocke);
      if (empreinteDe(trie.cases) !== empreinte) throw perime(presenter(stocke, vueDe(stocke, trie.cases)));
      if (mode === 'tout') refuserSiRefusees(stocke, trie.cases);

      const ecritures = await this.ecrire(tx, acteur, stocke, trie);
      const feuille = stocke.feuilles?.[stocke.feuille] ?? { nom: '', lignes: [] };
      const titres = feuille.lignes[stocke.titres] ?? [];
      const rapportees = trie.cases.filter(({ sort }) => sort !== 'identique' && sort !== 'vide');
      await this.repository.appliquer(tx, acteur.contratId, id, {
        ecritures,
        rapport: rapportees.map((lue) => presenterCase(lue, titres)),
        resume: resumer(trie.cases),
        colonnes: decrireColonnes(feuille, stocke.titres, stocke.roles),
      });
      const apres = { fichier: stocke.fichier, ecrites: ecritures.length };
      await this.journal.inscrire(tx, acteur, { objet: 'import', objetId: id, apres });
      await this.notifications.annoncer(tx, acteur, {
        sorte: 'import',
        evenement: `import/${id}`,
        titre: `Import terminé\u00A0: ${accorder(ecritures.length, 'valeur écrite', 'valeurs écrites')}`,
        texte: `${acteur.nom} a importé ${stocke.fichier}.`,
        lien: `/indicateurs/import/${id}`,
        pour: { roles: ['equipe'] },
        permission: 'valeurs.valider',
      });
      return this.imports.apercevoir(tx, acteur, await this.imports.trouver(tx, acteur, id));
    });
  }

  private async ecrire(
    tx: EntityManager,
    acteur: Acteur,
    { id, fichier }: ImportStocke,
    { cases, actuelles, indicateurs }: FichierTrie,
  ): Promise<EcritureImport[]> {
    const aEcrire = cases.filter(({ sort }) => sort === 'nouvelle' || sort === 'changee');
    if (aEcrire.length === 0) throw refuse('Ce fichier ne change rien\u00A0: il n’y a rien à écrire.');
    const motif = (ligne: number) => `Import de ${fichier}, ligne ${ligne}`;

    const saisies = aEcrire.flatMap(({ ligne, saisie }) =>
      saisie ? [{ ...saisie, importId: id, motif: motif(ligne) }] : [],
    );
    // Definitions first, in the order in which everybody locks them, then values.
    const reperes = Map.groupBy(
      aEcrire.filter(({ repere }) => repere !== null),
      ({ indicateur }) => indicateur?.id ?? '',
    );
    for (const indicateurId of [...reperes.keys()].sort()) {
      const [indicateur, lues = []] = [indicateurs.get(indicateurId), reperes.get(indicateurId)];
      if (!indicateur) continue;
      const motifs = lues.map(({ ligne }) => motif(ligne)).join('\u202F; ');
      await this.indicateurs.modifierDans(
        tx,
        acteur,
        indicateurId,
        indicateur.version,
        changement(indicateur, lues),
        motifs,
      );
    }
    const versions = await this.ecrireValeurs(tx, acteur, saisies);
    return aEcrire.map((lue) => ecritureDe(lue, versions, actuelles));
  }

  /** Writes in large batches; answers the versions by cell. */
  private async ecrireValeurs(
    tx: EntityManager,
    acteur: Acteur,
    saisies: readonly SaisieSituee[],
  ): Promise<ReadonlyMap<string, number>> {
    const versions = new Map<string, number>();
    for (let debut = 0; debut < saisies.length; debut += CASES_D_UN_LOT) {
      const lot = saisies.slice(debut, debut + CASES_D_UN_LOT);
      const { valeurs } = await this.valeurs.enregistrerDans(tx, acteur, lot);
      for (const valeur of valeurs) versions.set(cleDe(valeur), valeur.version);
    }
    return versions;
  }
}

function refuserSiRefusees({ feuilles, feuille, titres }: ImportStocke, cases: readonly CaseComparee[]): void {
  const refusees = cases.filter(({ sort }) => sort === 'refusee');
  if (refusees.length === 0) return;
  const entetes = feuilles?.[feuille]?.lignes[titres] ?? [];
  const errors = refusees.slice(0, REFUS_MONTRES).map((lue) => {
    const { cellule, motif } = presenterCase(lue, entetes);
    return { pointer: `/cellules/${cellule}`, detail: motif ?? '' };
  });
  const compte = accorder(refusees.length, 'case est refusée', 'cases sont refusées');
  throw refuse(`${compte}\u00A0: corrigez le fichier, ou n’importez que les lignes valides.`, errors);
}

/** Baseline and targets of an indicator once the lines of the file are laid over them. */
function changement(
  { cibles }: Pick<IndicateurSaisie, 'cibles'>,
  lues: readonly CaseComparee[],
): Partial<IndicateurSaisie> {
  const ecrits = (type: CaseComparee['type']): Repere[] =>
    lues.flatMap((lue) => (lue.type === type && lue.repere ? [lue.repere] : []));
  const [reference] = ecrits('vi');
  const nouvelles = ecrits('vc');
  const gardees = cibles.filter(({ annee }) => nouvelles.every((cible) => cible.annee !== annee));
  return {
    ...(reference ? { reference } : {}),
    ...(nouvelles.length > 0 ? { cibles: [...gardees, ...nouvelles].sort((a, b) => a.annee - b.annee) } : {}),
  };
}

/** What the undo needs to know of a cell that was written. */
function ecritureDe(
  { ligne, colonne, type, indicateur, saisie, repere, avant }: CaseComparee,
  versions: ReadonlyMap<string, number>,
  actuelles: FichierTrie['actuelles'],
): EcritureImport {
  if (!saisie) {
    const visee = {
      indicateurId: indicateur?.id ?? '',
      annee: repere?.annee ?? 0,
      territoire: 'contrat',
      ventilation: 'total' as const,
    };
    return { ...visee, ligne, colonne, type, avant, repere, importAvant: null, version: 0 };
  }
  const { indicateurId, annee, territoire, ventilation } = saisie;
  const actuelle = actuelles.get(cleDe(saisie));
  return {
    ...{ indicateurId, annee, territoire, ventilation, ligne, colonne, type, repere },
    avant: actuelle ? etatDe(actuelle) : null,
    importAvant: actuelle?.importId ?? null,
    version: versions.get(cleDe(saisie)) ?? 0,
  };
}
