import { Injectable } from '@nestjs/common';
import { Autorisation, Journal, Notifications, type EntreeAInscrire } from '@pleniere/acces/api';
import type { Acteur } from '@pleniere/acces/domain';
import {
  avisComplet,
  etapeDe,
  LIBELLES_STATUTS_FICHE,
  refusDeTransition,
  situationDe,
  verifierDemande,
  type Avis,
  type DemandeDeTransition,
  type EtapeCircuit,
  type FicheLue,
  type Transition,
} from '@pleniere/fiches/domain';
import { Horloge } from '@pleniere/indicateurs/api';
import { Base, enConflit, perime, refuse } from '@pleniere/shared/api';
import { IsNull, Not } from 'typeorm';
import { AvisEntity } from '../avis/avis.entity';
import { FicheEntity } from '../fiche/fiche.entity';
import { FichesReader } from '../fiche/fiches.reader';
import { verrouillerFiche } from '../fiche/verrou';
import { annonceDEtape } from './annonces';
import { AnnoncesFiche } from '../presence/annonces-fiche';
import { EffetsService } from './effets.service';
import type { Pas, Suite } from './etats';
import { RevisionEntity } from './revision.entity';

/** A step that is asked, from the version of the fiche that was read. */
export interface PasDemande {
  transition: Transition;
  version: number;
  demande: DemandeDeTransition;
}

/** Moves fiches along their circuit, as the table of the domain allows. */
@Injectable()
export class CircuitService {
  constructor(
    private readonly base: Base,
    private readonly autorisation: Autorisation,
    private readonly fiches: FichesReader,
    private readonly effets: EffetsService,
    private readonly journal: Journal,
    private readonly notifications: Notifications,
    private readonly horloge: Horloge,
    private readonly annonces: AnnoncesFiche,
  ) {}

  /** Follows a transition; 409 when the statut does not offer it, 422 with the reason when a guard refuses. */
  async suivre(acteur: Acteur, ficheId: string, { transition, version, demande }: PasDemande): Promise<FicheLue> {
    const etape = etapeDe(transition);
    const perimetre = await this.autorisation.perimetreFiche(acteur.contratId, ficheId);
    this.autorisation.exiger(acteur, etape.permission, perimetre);
    await this.base.transaction(async (tx) => {
      const fiche = await verrouillerFiche(tx, acteur.contratId, ficheId);
      if (fiche.version !== version) throw perime({ id: fiche.id, version: fiche.version, statut: fiche.statut });
      const cle = { contratId: fiche.contratId, ficheId, numero: fiche.revision };
      const revision = await tx.findOneByOrFail(RevisionEntity, cle);
      const pas: Pas = { tx, acteur, fiche, revision, demande, aujourdhui: this.horloge.aujourdhui() };
      await this.verifier(pas, etape);
      const { suite, entrees } = await this.effets.produire(transition, pas);
      await this.avancer(pas, etape, suite);
      await this.journal.inscrire(tx, acteur, [...entrees, ...raconter(pas, etape)]);
      await this.annonces.fiche(tx, acteur, ficheId);
      const annonce = annonceDEtape(transition, pas);
      if (annonce) await this.notifications.annoncer(tx, acteur, annonce);
    });
    return this.fiches.lire(acteur, ficheId);
  }

  private async verifier(pas: Pas, etape: EtapeCircuit): Promise<void> {
    const { fiche, demande } = pas;
    if (!etape.de.includes(fiche.statut)) {
      const statut = LIBELLES_STATUTS_FICHE[fiche.statut].toLowerCase();
      throw enConflit(`La fiche est dans l’état «\u00A0${statut}\u00A0»\u00A0: cette étape n’est pas possible.`);
    }
    const refus = refusDeTransition(etape, await this.situation(pas));
    if (refus !== null) throw refuse(refus);
    const erreurs = verifierDemande(etape, demande);
    if (erreurs[0]) throw refuse(erreurs[0].detail, erreurs);
  }

  private async situation({ tx, acteur, fiche, revision, aujourdhui }: Pas) {
    const { contratId, id: ficheId } = fiche;
    const rendus = await tx.find(AvisEntity, {
      where: { contratId, ficheId, revision: fiche.revision, renduLe: Not(IsNull()) },
      order: { renduLe: 'desc' },
    });
    const mien = await tx.findOneBy(AvisEntity, {
      contratId,
      ficheId,
      personneId: acteur.personneId,
      renduLe: IsNull(),
    });
    const avis = rendus.map((un) => ({ ...un, renduLe: un.renduLe?.toISOString() }) as Avis & AvisEntity);
    const { numero, avisEcheance } = revision;
    const revisions = [{ numero, avisEcheance, transmiseLe: revision.transmiseLe?.toISOString() ?? null }];
    return situationDe(
      { revision: fiche.revision, enVigueur: fiche.enVigueur, revisions, avis },
      { manquesObligatoires: fiche.manquesObligatoires, avisRedige: mien !== null && avisComplet(mien), aujourdhui },
    );
  }

  private async avancer({ tx, fiche }: Pas, { vers }: EtapeCircuit, suite: Suite): Promise<void> {
    const { contratId, id, version } = fiche;
    const reste = { ...suite, statut: vers, version: version + 1, modifieLe: new Date() };
    await tx.update(FicheEntity, { contratId, id, version }, reste);
  }
}

/** The step itself in the journal; an avis is told as such. */
function raconter({ fiche, demande }: Pas, { vers }: EtapeCircuit): EntreeAInscrire[] {
  if (vers === fiche.statut) return [];
  const motif = demande.motif || demande.cause?.texte;
  const change = { champ: 'statut', avant: fiche.statut, apres: vers, motif: motif || undefined };
  return [{ objet: 'fiche', objetId: fiche.id, ficheId: fiche.id, ...change }];
}
