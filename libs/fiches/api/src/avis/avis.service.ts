import { Injectable } from '@nestjs/common';
import { Autorisation, Journal } from '@pleniere/acces/api';
import type { Acteur } from '@pleniere/acces/domain';
import {
  verifierAvis,
  type AvisSaisi,
  type BrouillonAvis,
  type FicheLue,
  type PointAvis,
} from '@pleniere/fiches/domain';
import { Base, enConflit, introuvable, perime, refuse } from '@pleniere/shared/api';
import { randomUUID } from 'node:crypto';
import { IsNull, Not } from 'typeorm';
import { FichesReader } from '../fiche/fiches.reader';
import { verrouillerFiche } from '../fiche/verrou';
import { AnnoncesFiche } from '../presence/annonces-fiche';
import { AvisEntity } from './avis.entity';

const RIEN: BrouillonAvis = { version: 0, sens: null, texte: '', points: [] };

/** Writes the avis of the State, and what becomes of its points. */
@Injectable()
export class AvisService {
  constructor(
    private readonly base: Base,
    private readonly autorisation: Autorisation,
    private readonly fiches: FichesReader,
    private readonly journal: Journal,
    private readonly annonces: AnnoncesFiche,
  ) {}

  /** The avis that the person is writing on a fiche; theirs alone. */
  async brouillon(acteur: Acteur, ficheId: string): Promise<BrouillonAvis> {
    await this.autorisation.perimetreFiche(acteur.contratId, ficheId);
    const ecrit = await this.base.entites.findOneBy(AvisEntity, this.mien(acteur, ficheId));
    return ecrit ? lu(ecrit) : RIEN;
  }

  /** Saves it; throws 409 when the fiche is not before the State, 412 with what stands there when it was saved elsewhere. */
  async enregistrer(acteur: Acteur, ficheId: string, version: number, saisi: AvisSaisi): Promise<BrouillonAvis> {
    await this.autorisation.perimetreFiche(acteur.contratId, ficheId);
    const erreurs = verifierAvis(saisi);
    if (erreurs.length > 0) throw refuse('Corrigez ce qui est signalé\u202F; rien n’a été enregistré.', erreurs);
    const { sens, texte } = saisi;
    const points = saisi.points.map(({ id, champ, texte: dit }) => ouvert({ id, champ, texte: dit }));

    return this.base.transaction(async (tx) => {
      const { statut, revision } = await verrouillerFiche(tx, acteur.contratId, ficheId);
      if (statut !== 'avis') throw enConflit('La fiche n’est pas soumise à l’avis de l’État.');
      const ecrit = await tx.findOneBy(AvisEntity, this.mien(acteur, ficheId));
      if ((ecrit?.version ?? 0) !== version) throw perime(ecrit ? lu(ecrit) : RIEN);
      const { contratId, personneId, nom: auteur, fonction } = acteur;
      const etat = { revision, sens, texte, points, version: version + 1 };
      if (ecrit) await tx.update(AvisEntity, { contratId, id: ecrit.id, version }, etat);
      else await tx.insert(AvisEntity, { contratId, id: randomUUID(), ficheId, personneId, auteur, fonction, ...etat });
      return { version: version + 1, sens, texte, points: points.map(simple) };
    });
  }

  /** Lifts a point with the words that say how it was answered, or opens it again; throws 412 when the avis has moved. */
  async suivrePoint(
    acteur: Acteur,
    { id, pointId, version }: { id: string; pointId: string; version: number },
    { statut, reponse }: Pick<PointAvis, 'statut' | 'reponse'>,
  ): Promise<FicheLue> {
    const { contratId } = acteur;
    const ficheId = await this.base.transaction(async (tx) => {
      const lock = { mode: 'pessimistic_write' } as const;
      const avis = await tx.findOne(AvisEntity, { where: { contratId, id, renduLe: Not(IsNull()) }, lock });
      const avant = avis?.points.find((point) => point.id === pointId);
      if (!avis || !avant) throw introuvable('Ce point');
      if (avis.version !== version) throw perime({ version: avis.version, points: avis.points });
      if (statut === 'leve' && reponse === '')
        throw refuse('Dites comment le point est levé.', [
          { pointer: '/reponse', detail: 'Dites en une phrase ce qui y répond.' },
        ]);
      const leve =
        statut === 'leve' ? { levePar: acteur.nom, leveLe: new Date().toISOString() } : { levePar: null, leveLe: null };
      const apres: PointAvis = { ...avant, statut, reponse, ...leve };
      const points = avis.points.map((point) => (point.id === pointId ? apres : point));
      await tx.update(AvisEntity, { contratId, id, version }, { points, version: version + 1 });
      const change = { objet: 'avis', objetId: id, ficheId: avis.ficheId, champ: 'point', avant, apres };
      await this.journal.inscrire(tx, acteur, change);
      await this.annonces.fiche(tx, acteur, avis.ficheId);
      return avis.ficheId;
    });
    return this.fiches.lire(acteur, ficheId);
  }

  private mien({ contratId, personneId }: Acteur, ficheId: string) {
    return { contratId, ficheId, personneId, renduLe: IsNull() };
  }
}

const simple = ({ id, champ, texte }: PointAvis) => ({ id, champ, texte });
const ouvert = (saisi: Pick<PointAvis, 'id' | 'champ' | 'texte'>): PointAvis => ({
  ...saisi,
  statut: 'ouvert',
  reponse: '',
  levePar: null,
  leveLe: null,
});

function lu({ version, sens, texte, points }: AvisEntity): BrouillonAvis {
  return { version, sens, texte, points: points.map(simple) };
}
