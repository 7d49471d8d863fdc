import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Autorisation } from '@pleniere/acces/api';
import type { Acteur } from '@pleniere/acces/domain';
import type { Present, PresenceSaisie } from '@pleniere/fiches/domain';
import { Base, Direct } from '@pleniere/shared/api';
import { setTimeout as attendre } from 'node:timers/promises';
import { type OngletPresent, RegistrePresences } from './registre-presences';

/** What replicas tell each other of presences: a sign of life, a departure, or that one of them has just started. */
type SignalPresence = { vu: OngletPresent; age: number } | { parti: OngletPresent } | { demande: true };

const SIGNAL = 'presence';
// Once in the life of a replica: the time that the others take to say who is there.
const REPONSES_MS = 300;

/**
 * Who is on a fiche and writes where. Nothing is stored: each replica keeps in memory what all of them hear, and a
 * replica that starts asks the others.
 */
@Injectable()
export class PresencesService implements OnModuleInit {
  private readonly registre = new RegistrePresences();
  private pret: Promise<void> | null = null;

  constructor(
    private readonly base: Base,
    private readonly direct: Direct,
    private readonly autorisation: Autorisation,
  ) {}

  onModuleInit(): void {
    this.direct.messages.subscribe((message) => {
      // Asked by nobody in particular: a failure is made good by the next signs of life.
      if ('reprise' in message) void this.dire([{ demande: true }]).catch(() => undefined);
      if ('signal' in message && message.signal === SIGNAL) this.entendre(message.donnees as SignalPresence);
    });
  }

  /** The page of a person gives a sign of life; answers who else is there. Throws 404 when the contrat has no such fiche. */
  async battre(acteur: Acteur, ficheId: string, saisie: PresenceSaisie): Promise<Present[]> {
    await this.ouvrir(acteur, ficheId);
    const vu = ongletDe(acteur, ficheId, saisie);
    const autres = this.autres(acteur, ficheId);
    await this.dire([{ vu, age: 0 }], this.registre.noter(vu) ? { acteur, ficheId, autres } : null);
    return autres;
  }

  /** Who else has the fiche open. */
  async lire(acteur: Acteur, ficheId: string): Promise<Present[]> {
    await this.ouvrir(acteur, ficheId);
    return this.autres(acteur, ficheId);
  }

  /** The page of a person is closed. */
  async partir(acteur: Acteur, ficheId: string, onglet: string): Promise<void> {
    await this.ouvrir(acteur, ficheId);
    const parti = ongletDe(acteur, ficheId, { onglet, champ: null });
    const autres = this.autres(acteur, ficheId);
    await this.dire([{ parti }], this.registre.retirer(parti) ? { acteur, ficheId, autres } : null);
  }

  private autres({ contratId, personneId }: Acteur, ficheId: string): Present[] {
    return this.registre.sur(contratId, ficheId).filter((present) => present.personneId !== personneId);
  }

  private async ouvrir({ contratId }: Acteur, ficheId: string): Promise<void> {
    await this.autorisation.perimetreFiche(contratId, ficheId);
    this.pret ??= this.rejoindre();
    try {
      await this.pret;
    } catch (erreur) {
      this.pret = null;
      throw erreur;
    }
  }

  private async rejoindre(): Promise<void> {
    await this.direct.ecouter();
    await this.dire([{ demande: true }]);
    await attendre(REPONSES_MS);
  }

  /** Tells the replicas, then those who are on the fiche when they see something new. */
  private async dire(
    signaux: readonly SignalPresence[],
    change: { acteur: Acteur; ficheId: string; autres: readonly Present[] } | null = null,
  ): Promise<void> {
    await this.base.transaction(async (tx) => {
      for (const signal of signaux) await this.direct.signaler(tx, SIGNAL, signal);
      if (!change || change.autres.length === 0) return;
      const { acteur, ficheId, autres } = change;
      await this.direct.publier(tx, acteur.contratId, {
        type: 'presence',
        objetId: ficheId,
        ficheId,
        auteurId: acteur.personneId,
        visibilite: 'travail',
        pour: autres.map(({ personneId }) => personneId),
      });
    });
  }

  private entendre(signal: SignalPresence): void {
    if ('vu' in signal) this.registre.noter(signal.vu, signal.age);
    else if ('parti' in signal) this.registre.retirer(signal.parti);
    else void this.repondre().catch(() => undefined);
  }

  private async repondre(): Promise<void> {
    const connus = this.registre.tout().map(({ presence, age }) => ({ vu: presence, age }));
    if (connus.length > 0) await this.dire(connus);
  }
}

function ongletDe(
  { contratId, personneId, nom, fonction }: Acteur,
  ficheId: string,
  { onglet, champ }: PresenceSaisie,
): OngletPresent {
  return { contratId, ficheId, onglet, personneId, nom, fonction, champ };
}
