import { Injectable } from '@nestjs/common';
import type { Acteur } from '@pleniere/acces/domain';
import { LETTRES_ENJEU, libelleEnjeu } from '@pleniere/contrat/domain';
import {
  CHAMPS_ECRITS,
  codeAffiche,
  comparerContenus,
  composer,
  definirIndicateur,
  garderIdentites,
  lireCode,
  refusEcriture,
  type ChampId,
  type ContenuFiche,
  type DecisionImport,
  type FicheProposee,
  type IndicateurPropose,
  type LotImport,
  type Repertoire,
} from '@pleniere/fiches/domain';
import { IndicateursService } from '@pleniere/indicateurs/api';
import { Base, enConflit, introuvable, perime, ProblemeException, refuse } from '@pleniere/shared/api';
import { enTexteRiche } from '@pleniere/shared/domain';
import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { RevisionImportService } from '../circuit/revision-import.service';
import { ChampsService } from '../fiche/champs/champs.service';
import { lireValeur } from '../fiche/champs/lire-valeur';
import { FicheEntity } from '../fiche/fiche.entity';
import { FichesService } from '../fiche/fiches.service';
import { verrouillerFiche } from '../fiche/verrou';
import { ImportsRepository, type Ecritures, type FichierStocke } from './imports.repository';
import { RelectureService } from './relecture.service';

const ECRITS: readonly ChampId[] = CHAMPS_ECRITS.map(({ id }) => id);

/** What a decision needs of its file. */
interface Dossier {
  fichier: FichierStocke;
  decision: DecisionImport;
  proposition: FicheProposee;
  repertoire: Repertoire;
  motif: string;
}

/** Turns a reviewed file into a fiche, in one transaction: its fields, its indicators, the journal. */
@Injectable()
export class DecisionService {
  constructor(
    private readonly base: Base,
    private readonly imports: ImportsRepository,
    private readonly relecture: RelectureService,
    private readonly fiches: FichesService,
    private readonly champs: ChampsService,
    private readonly indicateurs: IndicateursService,
    private readonly revisions: RevisionImportService,
  ) {}

  /** Creates a fiche, updates one, or leaves the file aside; answers the whole import. */
  async decider(
    acteur: Acteur,
    lotId: string,
    id: string,
    { version, decision }: { version: number; decision: DecisionImport },
  ): Promise<LotImport> {
    const repertoire = await this.imports.repertoire(acteur.contratId);
    await this.base.transaction(async (tx) => {
      const [fichier] = await this.imports.verrouiller(tx, acteur.contratId, lotId, id);
      if (!fichier) throw introuvable('Ce fichier');
      if (fichier.version !== version) throw perime(await this.relecture.lire(acteur, lotId));
      if (fichier.annule)
        throw enConflit('Cet import a été annulé\u00A0: déposez à nouveau le fichier pour en faire une fiche.');
      if (fichier.statut !== 'a-relire' && fichier.statut !== 'ignoree') throw enConflit(dejaDecide(fichier));
      await this.appliquer(tx, acteur, this.instruire(fichier, decision, repertoire));
    });
    return this.relecture.lire(acteur, lotId);
  }

  private instruire(fichier: FichierStocke, decision: DecisionImport, repertoire: Repertoire): Dossier {
    const { document, passages, nom } = fichier;
    if (!document || !passages) throw enConflit(dejaDecide(fichier));
    const confirmee = (proposition: string): boolean => decision.confirmations.includes(proposition);
    const proposition = composer(document, passages, { repertoire, confirmee, nouvelId: randomUUID });
    return { fichier, decision, proposition, repertoire, motif: `Import de «\u00A0${nom}\u00A0»` };
  }

  private async appliquer(tx: EntityManager, acteur: Acteur, dossier: Dossier): Promise<void> {
    const { fichier, decision } = dossier;
    if (decision.decision === 'ignorer') {
      await this.imports.decider(tx, acteur.contratId, fichier.id, {
        decision: 'ignorer',
        ficheId: null,
        ecritures: null,
      });
      return;
    }
    const cree = decision.decision === 'creer';
    const fiche = cree ? await this.creer(tx, acteur, dossier) : await this.trouver(tx, acteur, dossier);
    const champs = await this.ecrireChamps(tx, acteur, fiche, dossier, cree);
    const indicateurs = await this.definir(tx, acteur, fiche.id, dossier);
    const ecritures: Ecritures = { cree, version: fiche.version, champs, indicateurs };
    await this.imports.decider(tx, acteur.contratId, fichier.id, {
      decision: decision.decision,
      ficheId: fiche.id,
      ecritures,
    });
  }

  private async creer(
    tx: EntityManager,
    acteur: Acteur,
    { decision, proposition, repertoire, motif }: Dossier,
  ): Promise<FicheEntity> {
    const enjeu = repertoire.enjeux.find(({ id }) => id === decision.enjeuId);
    if (!enjeu)
      throw refuse('Choisissez l’enjeu de la fiche.', [{ pointer: '/enjeuId', detail: 'Cet enjeu n’existe pas.' }]);
    const rang = rangVoulu(decision.code, enjeu);
    const { titre } = await this.lireChamps({ titre: proposition.contenu.titre ?? '' });
    const saisie = { enjeuId: enjeu.id, rang, titre: titre ?? '' };
    const id = await this.fiches.creerDans(tx, acteur, saisie, motif);
    return verrouillerFiche(tx, acteur.contratId, id);
  }

  /** The fiche to write, on a revision of its own when its text is in force. */
  private async trouver(tx: EntityManager, acteur: Acteur, { decision, motif }: Dossier): Promise<FicheEntity> {
    const code = lireCode(decision.code ?? '');
    const cle = code && { lettre: code.lettre, enjeuNumero: code.enjeu, rang: code.rang };
    const trouvee = cle && (await tx.findOneBy(FicheEntity, { contratId: acteur.contratId, ...cle }));
    if (!trouvee) {
      throw refuse('Aucune fiche n’a ce code.', [
        { pointer: '/code', detail: 'Donnez le code d’une fiche du contrat.' },
      ]);
    }
    const fiche = await verrouillerFiche(tx, acteur.contratId, trouvee.id);
    if (fiche.statut === 'en-vigueur') await this.revisions.ouvrir(tx, acteur, fiche, motif);
    const refus = refusEcriture(fiche.statut, true);
    if (refus !== null) throw enConflit(`Fiche ${codeAffiche(fiche.code)}\u00A0: ${refus}`);
    return fiche;
  }

  /** Fields as the document tells them, with the orientation that was chosen; its words are never lost. */
  private contenuDe({ decision, proposition: { contenu, orientation } }: Dossier): Partial<ContenuFiche> {
    const reste = { ...contenu };
    delete reste.orientation;
    if (decision.orientationId !== null) return { orientation: decision.orientationId, ...reste };
    if (orientation.texte === '') return reste;
    const section = { id: randomUUID(), libelle: 'Orientation', texte: enTexteRiche(orientation.texte) };
    return { ...reste, sectionsSupplementaires: [...(reste.sectionsSupplementaires ?? []), section] };
  }

  private async ecrireChamps(
    tx: EntityManager,
    acteur: Acteur,
    fiche: FicheEntity,
    dossier: Dossier,
    cree: boolean,
  ): Promise<Ecritures['champs']> {
    const { decision, motif } = dossier;
    const lu = await this.lireChamps(this.contenuDe(dossier));
    const voulus = decision.champs;
    const differents = comparerContenus(fiche.contenu, lu)
      .map(({ champ }) => champ)
      .filter((champ) => cree || voulus === null || voulus.includes(champ))
      .sort((un, autre) => ECRITS.indexOf(un) - ECRITS.indexOf(autre));
    const ecrits: Ecritures['champs'] = [];
    for (const champ of differents) {
      const avant = fiche.contenu[champ];
      const valeur = garderIdentites(avant, lu[champ]) as ContenuFiche[typeof champ];
      await situer(champ, () => this.champs.ecrireDans(tx, acteur, fiche, { champ, valeur, motif }));
      ecrits.push({ champ, avant: avant ?? null, version: fiche.champs[champ]?.version ?? 0 });
    }
    return ecrits;
  }

  /** Each field cleaned and in its own shape, as a form would send it. */
  private async lireChamps(contenu: Partial<ContenuFiche>): Promise<Partial<ContenuFiche>> {
    const lus: Partial<ContenuFiche> = {};
    for (const [champ, valeur] of Object.entries(contenu) as [ChampId, unknown][]) {
      const lue = await situer(champ, () => lireValeur(champ, { valeur }));
      Object.assign(lus, { [champ]: JSON.parse(JSON.stringify(lue)) as unknown });
    }
    return lus;
  }

  /** Definitions for the lines of indicators that the fiche does not have yet. */
  private async definir(
    tx: EntityManager,
    acteur: Acteur,
    ficheId: string,
    { decision, proposition, motif }: Dossier,
  ): Promise<string[]> {
    const presents = await tx.query<{ libelle: string }[]>(
      'select libelle from indicateur where contrat_id = $1 and fiche_id = $2',
      [acteur.contratId, ficheId],
    );
    const libelles = presents.map(({ libelle }) => libelle);
    const ids: string[] = [];
    for (const indicateur of proposition.indicateurs) {
      const mode = decision.indicateurs.find(({ passage }) => passage === indicateur.passage)?.mode ?? 'tel-quel';
      for (const saisie of definitionsDe(ficheId, indicateur, mode)) {
        if (libelles.includes(saisie.libelle)) continue;
        const cree = await situer(`indicateurs/${indicateur.passage}`, () =>
          this.indicateurs.creerDans(tx, acteur, saisie, motif),
        );
        ids.push(cree.id);
        libelles.push(cree.libelle);
      }
    }
    return ids;
  }
}

/** Rank that the code asks for under the enjeu, null for the next one; throws 422 when it is of another enjeu. */
function rangVoulu(code: string | null, enjeu: Repertoire['enjeux'][number]): number | null {
  if (code === null) return null;
  const lu = lireCode(code);
  if (lu?.enjeu === enjeu.numero && lu.lettre === LETTRES_ENJEU[enjeu.type]) return lu.rang;
  const detail = `Ce code n’est pas de l’${libelleEnjeu(enjeu).toLowerCase()}.`;
  throw refuse('Le code et l’enjeu ne vont pas ensemble.', [{ pointer: '/code', detail }]);
}

function definitionsDe(
  ficheId: string,
  indicateur: IndicateurPropose,
  mode: string,
): ReturnType<typeof definirIndicateur>[] {
  if (mode === 'ignorer') return [];
  const { type, libelle, parties } = indicateur;
  if (mode === 'tel-quel' || parties.length === 0) return [definirIndicateur(ficheId, type, indicateur)];
  return parties.map((partie) => definirIndicateur(ficheId, type, partie, libelle));
}

function dejaDecide({ statut, nom }: FichierStocke): string {
  const etats: Partial<Record<FichierStocke['statut'], string>> = {
    'en-cours': 'est en cours de lecture',
    importee: 'est déjà importé',
    refusee: 'n’a pas pu être lu',
    annulee: 'a été annulé',
  };
  return `Le fichier «\u00A0${nom}\u00A0» ${etats[statut] ?? 'n’est plus à relire'}.`;
}

/** Says in which field a refusal stands: `/contenu/titre`. */
async function situer<T>(champ: string, travail: () => Promise<T>): Promise<T> {
  try {
    return await travail();
  } catch (erreur) {
    if (!(erreur instanceof ProblemeException) || !erreur.probleme.errors) throw erreur;
    const errors = erreur.probleme.errors.map(({ pointer, detail }) => ({
      pointer: `/contenu/${champ}${pointer.replace(/^\/valeur/, '')}`,
      detail,
    }));
    throw new ProblemeException({ ...erreur.probleme, errors });
  }
}
