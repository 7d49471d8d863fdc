import { Injectable } from '@nestjs/common';
import { Journal, Notifications } from '@pleniere/acces/api';
import type { Acteur } from '@pleniere/acces/domain';
import {
  type BilanDecision,
  type Cellule,
  type CelluleActuelle,
  type CelluleVersionnee,
  cleDe,
  type DecisionDeValeurs,
  type DecisionValeur,
  etatDe,
  type Valeur,
} from '@pleniere/indicateurs/domain';
import { Base, Direct, refuse } from '@pleniere/shared/api';
import { accorder, INSECABLE, type Refus } from '@pleniere/shared/domain';
import type { EntityManager } from 'typeorm';
import { FICHE_ARCHIVEE } from '../fiche-archivee';
import { VALEUR_JSON } from '../json';
import { annoncesDe } from '../valeurs/annonces';
import { ValeursRepository } from '../valeurs/valeurs.repository';

/** Fiche of an indicator, and whether it lives. */
interface FicheDeLIndicateur {
  ficheId: string | null;
  archivee: boolean;
}

const FICHES = `
  select i.id, i.fiche_id as "ficheId", coalesce(f.statut = 'archive', false) as archivee
  from indicateur i left join fiche f on (f.contrat_id, f.id) = (i.contrat_id, i.fiche_id)
  where i.contrat_id = $1 and i.id = any($2::uuid[])`;

const DECIDER = `
  with v as (
    update valeur v set version = v.version + 1, statut = $2, retour = $3, statut_le = now(), statut_par = $4
    from jsonb_to_recordset($5::jsonb) as s("indicateurId" uuid, annee int, territoire text, ventilation text, version int)
    where v.contrat_id = $1 and v.indicateur_id = s."indicateurId" and v.annee = s.annee
      and v.territoire = s.territoire and v.ventilation = s.ventilation and v.version = s.version
    returning v.*
  ) select ${VALEUR_JSON} as valeur from v order by v.indicateur_id, v.annee, v.territoire, v.ventilation`;

// Who last typed what each cell holds.
const AUTEURS = `
  select distinct on (objet_id) personne_id as id from journal
  where contrat_id = $1 and objet = 'valeur' and objet_id = any($2) and champ is distinct from 'statut'
    and personne_id is not null
  order by objet_id, id desc`;

/** The team validates values or returns them: each from the version that it read, in one transaction. */
@Injectable()
export class ValidationService {
  constructor(
    private readonly base: Base,
    private readonly journal: Journal,
    private readonly notifications: Notifications,
    private readonly valeurs: ValeursRepository,
    private readonly direct: Direct,
  ) {}

  decider(acteur: Acteur, demande: DecisionDeValeurs): Promise<BilanDecision> {
    return this.base.transaction((tx) => this.deciderDans(tx, acteur, demande));
  }

  /** The same in a transaction of the caller's. */
  async deciderDans(
    tx: EntityManager,
    acteur: Acteur,
    { cellules, decision, motif }: DecisionDeValeurs,
  ): Promise<BilanDecision> {
    verifierDemande(cellules, decision, motif);
    const actuelles = new Map(
      (await this.valeurs.verrouiller(tx, acteur.contratId, cellules)).map((valeur) => [cleDe(valeur), valeur]),
    );
    const fiches = await this.fichesDe(tx, acteur, cellules);
    const bilan: BilanDecision = { decidees: [], perimees: [], refusees: [] };
    const decidables: CelluleVersionnee[] = [];
    for (const cellule of cellules) {
      const actuelle = actuelles.get(cleDe(cellule));
      if (actuelle?.version !== cellule.version) bilan.perimees.push(actuelle ?? videe(cellule));
      else {
        const detail = refusDeDecision(actuelle, decision, fiches.get(cellule.indicateurId));
        if (detail === null) decidables.push(cellule);
        else bilan.refusees.push({ ...lieuDe(cellule), detail });
      }
    }
    if (decidables.length > 0) {
      bilan.decidees = await this.ecrire(tx, acteur, { cellules: decidables, decision, motif }, fiches);
    }
    return bilan;
  }

  private async ecrire(
    tx: EntityManager,
    acteur: Acteur,
    { cellules, decision, motif }: DecisionDeValeurs,
    fiches: ReadonlyMap<string, FicheDeLIndicateur>,
  ): Promise<Valeur[]> {
    const [statut, retour] = decision === 'valider' ? ['validee', ''] : ['brouillon', motif];
    const parametres = [acteur.contratId, statut, retour, acteur.nom, JSON.stringify(cellules)];
    const lignes = await tx.query<{ valeur: Valeur }[]>(DECIDER, parametres);
    const decidees = lignes.map(({ valeur }) => valeur);
    const ficheDe = ({ indicateurId }: Cellule) => fiches.get(indicateurId)?.ficheId ?? undefined;
    // What the cell holds does not change: its history tells the decision by its reason alone.
    const motifEcrit = decision === 'valider' ? 'Validée' : `Retournée${INSECABLE}: ${motif}`;
    await this.journal.inscrire(
      tx,
      acteur,
      decidees.map((valeur) => ({
        objet: 'valeur',
        objetId: cleDe(valeur),
        ficheId: ficheDe(valeur),
        champ: 'statut',
        avant: etatDe(valeur),
        apres: etatDe(valeur),
        motif: motifEcrit,
      })),
    );
    for (const annonce of annoncesDe(acteur, decidees, ficheDe)) {
      await this.direct.publier(tx, acteur.contratId, annonce);
    }
    if (decision === 'retourner') await this.annoncerRetours(tx, acteur, decidees, ficheDe);
    return decidees;
  }

  /** Tells whoever typed them that values came back, fiche by fiche. */
  private async annoncerRetours(
    tx: EntityManager,
    acteur: Acteur,
    retournees: readonly Valeur[],
    ficheDe: (cellule: Cellule) => string | undefined,
  ): Promise<void> {
    for (const [ficheId, siennes] of Map.groupBy(retournees, ficheDe)) {
      const auteurs = await tx.query<{ id: string }[]>(AUTEURS, [acteur.contratId, siennes.map(cleDe)]);
      const annees = [...new Set(siennes.map(({ annee }) => annee))].sort();
      await this.notifications.annoncer(tx, acteur, {
        sorte: 'valeur-retournee',
        evenement: `retour/${siennes.map(({ version, ...valeur }) => `${cleDe(valeur)}/${version}`)[0] ?? ''}`,
        titre: `${accorder(siennes.length, 'valeur retournée', 'valeurs retournées')} (${annees.join(', ')})`,
        texte: `${acteur.nom} vous demande de les reprendre\u00A0; son motif est près de chacune.`,
        lien: `/indicateurs/${siennes[0]?.indicateurId ?? ''}`,
        ficheId,
        pour: { personnes: auteurs.map(({ id }) => id) },
        permission: 'indicateurs.lire',
      });
    }
  }

  private async fichesDe(
    tx: EntityManager,
    { contratId }: Acteur,
    cellules: readonly CelluleVersionnee[],
  ): Promise<Map<string, FicheDeLIndicateur>> {
    const ids = [...new Set(cellules.map(({ indicateurId }) => indicateurId))];
    const lignes = await tx.query<(FicheDeLIndicateur & { id: string })[]>(FICHES, [contratId, ids]);
    return new Map(lignes.map(({ id, ...fiche }) => [id, fiche]));
  }
}

function verifierDemande(cellules: readonly CelluleVersionnee[], decision: DecisionValeur, motif: string): void {
  if (decision === 'retourner' && motif === '') {
    const detail = 'Dites à l’auteur ce qui est à reprendre.';
    throw refuse(detail, [{ pointer: '/motif', detail }]);
  }
  const cles = cellules.map(cleDe);
  const vues = new Set<string>();
  const double = cles.findIndex((cle) => vues.size === vues.add(cle).size);
  if (double >= 0) {
    const detail = 'Cette case est donnée deux fois.';
    throw refuse(detail, [{ pointer: `/cellules/${double}`, detail }]);
  }
}

function refusDeDecision({ statut }: Valeur, decision: DecisionValeur, fiche: FicheDeLIndicateur | undefined): Refus {
  if (fiche?.archivee) return FICHE_ARCHIVEE;
  if (statut === 'verrouillee') return 'La campagne de cette année est close\u00A0: rouvrez-la pour y revenir.';
  if (decision === 'valider' && statut === 'validee') return 'Cette valeur est déjà validée.';
  if (decision === 'retourner' && statut === 'brouillon') return 'Cette valeur est déjà retournée à son auteur.';
  return null;
}

function lieuDe({ indicateurId, annee, territoire, ventilation }: CelluleVersionnee) {
  return { indicateurId, annee, territoire, ventilation };
}

function videe(cellule: CelluleVersionnee): CelluleActuelle {
  return { ...lieuDe(cellule), version: null, valeur: null, absence: null };
}
