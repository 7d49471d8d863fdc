import { Injectable } from '@nestjs/common';
import { Autorisation, Journal } from '@pleniere/acces/api';
import type { Acteur } from '@pleniere/acces/domain';
import {
  CIRCUIT,
  LIBELLES_STATUTS_FICHE,
  refusDeTransition,
  type EtapeCircuit,
  type FicheLue,
} from '@pleniere/fiches/domain';
import { Base, enConflit, perime, refuse } from '@pleniere/shared/api';
import { FicheEntity } from '../fiche/fiche.entity';
import { FichesReader } from '../fiche/fiches.reader';
import { verrouillerFiche } from '../fiche/verrou';
import type { TransitionDto } from './circuit.dto';

/** Moves fiches along their circuit, as the table of the domain allows. */
@Injectable()
export class CircuitService {
  constructor(
    private readonly base: Base,
    private readonly autorisation: Autorisation,
    private readonly fiches: FichesReader,
    private readonly journal: Journal,
  ) {}

  /** Follows a transition; 409 when the statut does not offer it, 422 with the reason when a guard refuses. */
  async suivre(
    acteur: Acteur,
    ficheId: string,
    version: number,
    { transition, motif }: TransitionDto,
  ): Promise<FicheLue> {
    const etape: EtapeCircuit | undefined = CIRCUIT.find((candidate) => candidate.transition === transition);
    if (!etape) throw enConflit('Cette étape n’existe pas.');
    const perimetre = await this.autorisation.perimetreFiche(acteur.contratId, ficheId);
    this.autorisation.exiger(acteur, etape.permission, perimetre);

    await this.base.transaction(async (tx) => {
      const fiche = await verrouillerFiche(tx, acteur.contratId, ficheId);
      if (fiche.version !== version) throw perime({ id: fiche.id, version: fiche.version, statut: fiche.statut });
      this.verifier(fiche, etape, motif);
      const cle = { contratId: fiche.contratId, id: fiche.id, version };
      await tx.update(FicheEntity, cle, { statut: etape.vers, version: version + 1, modifieLe: new Date() });
      const change = { champ: 'statut', avant: etape.de, apres: etape.vers, motif: motif || undefined };
      await this.journal.inscrire(tx, acteur, { objet: 'fiche', objetId: ficheId, ficheId, ...change });
    });
    return this.fiches.lire(acteur, ficheId);
  }

  private verifier(fiche: FicheEntity, etape: EtapeCircuit, motif: string): void {
    if (fiche.statut !== etape.de) {
      const statut = LIBELLES_STATUTS_FICHE[fiche.statut].toLowerCase();
      throw enConflit(`La fiche est dans l’état «\u00A0${statut}\u00A0»\u00A0: cette étape n’est pas possible.`);
    }
    const refus = refusDeTransition(etape, { manquesObligatoires: fiche.manquesObligatoires, motif });
    if (refus !== null)
      throw refuse(refus, 'motifDonne' in etape.gardes ? [{ pointer: '/motif', detail: refus }] : undefined);
  }
}
