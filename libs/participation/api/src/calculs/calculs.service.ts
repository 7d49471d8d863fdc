import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Autorisation } from '@pleniere/acces/api';
import type { Acteur } from '@pleniere/acces/domain';
import { CalculsReader, Horloge, IndicateursService } from '@pleniere/indicateurs/api';
import type { Calcul, Maille, ValeurCalculeeLue } from '@pleniere/indicateurs/domain';
import { Base, enConflit, Taches } from '@pleniere/shared/api';
import { createHash } from 'node:crypto';
import { Faits } from './faits';
import { A_REFAIRE, CALCULANTS, GARDER, INDICATEURS, QUARTIERS, REFAIT } from './faits.sql';
import { FORMULES, type Periode } from './formules';

const TACHE = 'calculs';
const NUIT = 'calculs-de-la-nuit';
/** Changes that come together are computed together. */
const CHAQUE_MINUTE = '* * * * *';
/** Days have passed, votes have come in. */
const CHAQUE_NUIT = '20 3 * * *';

interface IndicateurCalcule {
  id: string;
  calcul: Calcul;
  maille: Maille;
  annees: number[];
}

interface Quartier {
  code: string;
  communes: string[];
}

/** Values computed from facts: made again when these change, and kept one after the other with their proof. */
@Injectable()
export class CalculsService implements OnModuleInit {
  constructor(
    private readonly base: Base,
    private readonly horloge: Horloge,
    private readonly autorisation: Autorisation,
    private readonly indicateurs: IndicateursService,
    private readonly reader: CalculsReader,
    private readonly taches: Taches,
  ) {}

  onModuleInit(): void {
    this.taches.definir(TACHE, () => this.refaireCeQuiAChange());
    this.taches.planifier(TACHE, CHAQUE_MINUTE);
    this.taches.definir(NUIT, () => this.toutRefaire());
    this.taches.planifier(NUIT, CHAQUE_NUIT);
  }

  /** Computes an indicator now, for a year or for those that it has; answers all that was computed of it. */
  async calculer(acteur: Acteur, id: string, annee?: number): Promise<ValeurCalculeeLue[]> {
    const { contratId } = acteur;
    const { ficheId, calcul } = await this.indicateurs.lire(acteur, id);
    const perimetre =
      ficheId === null
        ? { contratId, organisationIds: [] }
        : await this.autorisation.perimetreFiche(contratId, ficheId);
    this.autorisation.exiger(acteur, 'indicateurs.gerer', perimetre);
    if (calcul === null) throw enConflit('Cet indicateur n’est pas calculé\u00A0: ses valeurs sont déclarées.');
    await this.refaire(contratId, { id, annee });
    return this.reader.deLIndicateur(acteur, id);
  }

  /** Computes the indicators of a contrat: this year, and the years that were computed before. */
  async refaire(contratId: string, choix: { id?: string; annee?: number } = {}): Promise<void> {
    const aujourdhui = this.horloge.aujourdhui();
    const calcules = await this.lire<IndicateurCalcule>('calculs-indicateurs', INDICATEURS, [
      contratId,
      choix.id ?? null,
    ]);
    if (calcules.length === 0) return;
    const quartiers = await this.lire<Quartier>('calculs-quartiers', QUARTIERS, [contratId, aujourdhui]);
    const faits = new Faits(this.base, contratId);
    const codes = quartiers.map(({ code }) => code);
    for (const indicateur of calcules) {
      const annees = choix.annee === undefined ? [this.horloge.annee(), ...indicateur.annees] : [choix.annee];
      for (const annee of new Set(annees)) {
        for (const [territoire, qpvCodes] of territoiresDe(indicateur.maille, quartiers)) {
          const periode = { annee, qpvCodes, aujourdhui, quartiers: codes };
          await this.garder(contratId, indicateur, territoire, faits, periode);
        }
      }
    }
  }

  private async refaireCeQuiAChange(): Promise<void> {
    const changes = await this.base.lire<{ contratId: string; dernier: string }>('calculs-a-refaire', A_REFAIRE, []);
    for (const { contratId, dernier } of changes) {
      await this.refaire(contratId);
      await this.base.lire('calculs-refaits', REFAIT, [contratId, dernier]);
    }
  }

  private async toutRefaire(): Promise<void> {
    for (const { contratId } of await this.base.lire<{ contratId: string }>('calculs-contrats', CALCULANTS, [])) {
      await this.refaire(contratId);
    }
  }

  private async garder(
    contratId: string,
    { id, calcul }: IndicateurCalcule,
    territoire: string,
    faits: Faits,
    periode: Periode,
  ): Promise<void> {
    const lue = await FORMULES[calcul](faits, periode);
    const { valeur, min, max, numerateur, denominateur, n, phrase, formuleVersion, canonique } = lue;
    const empreinte = createHash('sha256').update(canonique).digest('hex');
    const nombres = [valeur, min, max, numerateur, denominateur, n];
    const preuve = [phrase, formuleVersion, empreinte, JSON.stringify(faits.nommer(lue.faits))];
    await this.base.lire('calculs-garder', GARDER, [
      ...[contratId, id, periode.annee, territoire, calcul],
      ...nombres,
      ...preuve,
    ]);
  }

  private async lire<T>(nom: string, texte: string, valeurs: unknown[]): Promise<T[]> {
    const [ligne] = await this.base.lire<{ reponse: T[] }>(nom, texte, valeurs);
    return ligne?.reponse ?? [];
  }
}

/** Territories of a maille with their quartiers, the whole contrat first. */
function territoiresDe(maille: Maille, quartiers: readonly Quartier[]): [string, readonly string[] | null][] {
  const parts: [string, string[]][] =
    maille === 'qpv'
      ? quartiers.map(({ code }) => [code, [code]])
      : [...new Set(quartiers.flatMap(({ communes }) => communes))]
          .sort()
          .map((commune) => [
            commune,
            quartiers.filter(({ communes }) => communes.includes(commune)).map(({ code }) => code),
          ]);
  return [['contrat', null], ...(maille === 'contrat' ? [] : parts)];
}
