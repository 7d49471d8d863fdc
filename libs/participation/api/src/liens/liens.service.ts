import { Injectable } from '@nestjs/common';
import { Autorisation, Journal } from '@pleniere/acces/api';
import type { Acteur } from '@pleniere/acces/domain';
import {
  Corpus,
  type DecisionSaisie,
  type FiltreLiens,
  type LienContribution,
  type LienSaisi,
  meilleures,
  normaliserTexte,
  refusDeChangement,
  refusPreuve,
  refusSuite,
  type SorteCible,
  type SourceLien,
  type SuggestionFiche,
} from '@pleniere/participation/domain';
import { Base, introuvable, invalide, perime, refuse } from '@pleniere/shared/api';
import type { EntityManager } from 'typeorm';
import { traduireLien } from './contraintes';
import { DECIDER, FICHE_DE_LA_CIBLE, LIENS_PAR, LIER, TEXTES_DES_FICHES, UN_LIEN } from './liens.sql';

type LienBrut = Omit<LienContribution, 'reserve'> & { brut: SourceLien };
const PAR = Object.keys(LIENS_PAR) as (keyof typeof LIENS_PAR)[];

const REVISION =
  'select abandonnee_le is not null as abandonnee from revision where (contrat_id, fiche_id, numero) = ($1, $2, $3)';
const AVANCER = 'update lien_contribution set version = version + 1 where contrat_id = $1 and id = $2 and version = $3';
const DELIER = 'delete from lien_contribution where contrat_id = $1 and id = $2 and version = $3';

/** Links of what residents said to the fiches, the actions and the indicators, and what was decided of each. */
@Injectable()
export class LiensService {
  constructor(
    private readonly base: Base,
    private readonly autorisation: Autorisation,
    private readonly journal: Journal,
  ) {}

  /** Links of a question, a séance, an idea, a proposition, a fiche, an indicator or a quartier, the latest said first. */
  async lister({ contratId, role }: Acteur, filtre: FiltreLiens): Promise<LienContribution[]> {
    const choisis = PAR.filter((par) => filtre[par] !== undefined);
    const [par] = choisis;
    if (par === undefined || choisis.length > 1) {
      throw invalide(
        'Dites de quoi vous voulez les liens\u00A0: une question, une séance, une idée, une proposition, une fiche, un indicateur ou un quartier.',
      );
    }
    const valeurs = [contratId, filtre[par], role !== 'lecteur'];
    const [ligne] = await this.base.lire<{ reponse: LienBrut[] }>(`liens-${par}`, LIENS_PAR[par], valeurs);
    return (ligne?.reponse ?? []).map(lu);
  }

  /** The three fiches that a text is most probably about; none is linked by it. */
  async suggerer({ contratId, role }: Acteur, texte: string): Promise<SuggestionFiche[]> {
    type Fiche = Omit<SuggestionFiche, 'proximite'> & { texte: string };
    const valeurs = [contratId, role !== 'lecteur'];
    const [ligne] = await this.base.lire<{ reponse: Fiche[] }>('liens-suggestions', TEXTES_DES_FICHES, valeurs);
    const fiches = (ligne?.reponse ?? []).map((fiche) => ({ ...fiche, texte: normaliserTexte(fiche.texte) }));
    const corpus = new Corpus(fiches.map((fiche) => fiche.texte));
    const cherche = normaliserTexte(texte);
    return meilleures(
      fiches.map(({ texte: sien, ...fiche }) => ({ ...fiche, proximite: corpus.cosinus(cherche, sien) })),
    );
  }

  /** Links what was said to what it touches, for who holds the pen of its fiche. */
  lier(acteur: Acteur, saisie: LienSaisi): Promise<LienContribution> {
    const { source, sourceId, cible, cibleId, etape, preuve } = saisie;
    const { contratId } = acteur;
    const de = (sorte: string) => (source === sorte ? sourceId : null);
    const vers = (sorte: string) => (cible === sorte ? cibleId : null);
    return this.base.transaction(async (tx) => {
      await this.exiger(tx, acteur, cible, cibleId);
      const colonnes = [
        ...[de('question'), de('seance'), de('idee'), de('proposition')],
        ...[vers('fiche'), vers('action'), vers('indicateur'), etape, preuve.trim(), acteur.nom],
      ];
      const [ligne] = await traduireLien(() => tx.query<{ id: string }[]>(LIER, [contratId, ...colonnes]));
      const lie = await relire(tx, acteur, ligne?.id ?? '');
      await this.inscrire(tx, acteur, lie, { apres: saisie });
      return lie;
    });
  }

  /** Undoes a link, with what was decided of it. */
  delier(acteur: Acteur, id: string, version: number): Promise<void> {
    return this.base.transaction(async (tx) => {
      const avant = await this.prendre(tx, acteur, id);
      const [, touchees] = await tx.query<[unknown, number]>(DELIER, [acteur.contratId, id, version]);
      if (touchees === 0) throw perime(await relire(tx, acteur, id));
      const { source, cible, etape, preuve, decision } = avant;
      const dit = {
        source: source.sorte,
        sourceId: source.id,
        cible: cible.sorte,
        cibleId: cible.id,
        etape,
        preuve,
        decision,
      };
      await this.inscrire(tx, acteur, avant, { avant: dit });
    });
  }

  /** Says what became of a contribution: « intégrée » only with the revision or the action that it made. */
  decider(acteur: Acteur, id: string, version: number, saisie: DecisionSaisie): Promise<LienContribution> {
    const { contratId } = acteur;
    const { suite, motif, revision, actionId } = { ...saisie, motif: saisie.motif.trim() };
    const refus = refusSuite({
      suite,
      motif,
      revisionId: revision === null ? null : String(revision),
      actionCreeeId: actionId,
    });
    if (refus !== null) {
      const pointer = suite === 'non-retenue' ? '/motif' : '/revision';
      throw refuse('La décision n’a pas été enregistrée.', [{ pointer, detail: refus }]);
    }
    return this.base.transaction(async (tx) => {
      const avant = await this.prendre(tx, acteur, id);
      await verifierChangement(tx, contratId, avant, { revision, actionId });
      const [, touchees] = await tx.query<[unknown, number]>(AVANCER, [contratId, id, version]);
      if (touchees === 0) throw perime(await relire(tx, acteur, id));
      const ficheId = revision === null ? null : avant.cible.fiche?.id;
      const ecrite = [suite, motif, ficheId, revision, actionId, acteur.fonction];
      await traduireLien(() => tx.query(DECIDER, [contratId, id, ...ecrite]));
      await this.inscrire(tx, acteur, avant, { champ: 'decision', avant: avant.decision, apres: saisie });
      return relire(tx, acteur, id);
    });
  }

  private async prendre(tx: EntityManager, acteur: Acteur, id: string): Promise<LienContribution> {
    const lien = await relire(tx, acteur, id);
    await this.exiger(tx, acteur, lien.cible.sorte, lien.cible.id);
    return lien;
  }

  private async exiger(tx: EntityManager, acteur: Acteur, cible: SorteCible, cibleId: string): Promise<void> {
    const { contratId } = acteur;
    type Ligne = { ficheId: string | null };
    const [ligne] = await tx.query<Ligne[]>(FICHE_DE_LA_CIBLE[cible], [contratId, cibleId]);
    if (!ligne) throw introuvable('Ce que vous voulez relier');
    const perimetre =
      ligne.ficheId === null
        ? { contratId, organisationIds: [] }
        : await this.autorisation.perimetreFiche(contratId, ligne.ficheId, tx);
    this.autorisation.exiger(acteur, 'contributions.lier', perimetre);
  }

  private inscrire(
    tx: EntityManager,
    acteur: Acteur,
    { id, cible }: LienContribution,
    change: { champ?: string; avant?: unknown; apres?: unknown },
  ): Promise<void> {
    return this.journal.inscrire(tx, acteur, { objet: 'lien', objetId: id, ficheId: cible.fiche?.id, ...change });
  }
}

function lu({ brut, ...lien }: LienBrut): LienContribution {
  return { ...lien, reserve: refusPreuve(brut) };
}

async function relire(tx: EntityManager, { contratId, role }: Acteur, id: string): Promise<LienContribution> {
  const [ligne] = await tx.query<{ reponse: LienBrut }[]>(UN_LIEN, [contratId, id, role !== 'lecteur']);
  if (!ligne) throw introuvable('Ce lien');
  return lu(ligne.reponse);
}

async function verifierChangement(
  tx: EntityManager,
  contratId: string,
  { cible }: LienContribution,
  { revision, actionId }: Pick<DecisionSaisie, 'revision' | 'actionId'>,
): Promise<void> {
  const valeurs = [contratId, cible.fiche?.id, revision];
  const [lue] = revision === null ? [] : await tx.query<{ abandonnee: boolean }[]>(REVISION, valeurs);
  const absente = revision !== null && !lue ? 'La fiche n’a pas cette révision.' : null;
  const refus =
    absente ??
    refusDeChangement({
      revisionAbandonnee: lue?.abandonnee ?? false,
      actionEstLaCible: cible.sorte === 'action' && cible.id === actionId,
    });
  if (refus === null) return;
  const pointer = lue || absente ? '/revision' : '/actionId';
  throw refuse('La décision n’a pas été enregistrée.', [{ pointer, detail: refus }]);
}
