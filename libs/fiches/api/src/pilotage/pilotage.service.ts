import { Injectable } from '@nestjs/common';
import { type Acteur, DROITS } from '@pleniere/acces/domain';
import {
  type ActionDuQuartier,
  cerclesDe,
  codeAction,
  type IndicateurPrincipal,
  type QuartierLu,
  type QuartierResume,
  REGISTRE,
  statutsVisibles,
  texteLu,
  type TableauDeBord,
} from '@pleniere/fiches/domain';
import { CampagnesService, Horloge } from '@pleniere/indicateurs/api';
import { type IndicateurAvecValeurs, serieDuTerritoire, serieRassemblee } from '@pleniere/indicateurs/domain';
import { Base, introuvable } from '@pleniere/shared/api';
import type { TexteLu } from '../fiche/lecture-fiche';
import { principaux } from './lectures/principaux';
import { quartierLu, quartiers } from './lectures/quartiers';
import { tableauDeBord } from './lectures/tableau-de-bord';

const TOTAL = REGISTRE.filter(({ officiel }) => officiel).length;

/** A main indicator before its series is made. */
interface PrincipalBrut {
  ficheId: string;
  indicateur: IndicateurAvecValeurs;
  territoires: string[];
}

/** A quartier before its actions have their code. */
type QuartierBrut = Omit<QuartierLu, 'actions'> & { actions: (Omit<ActionDuQuartier, 'code'> & { rang: number })[] };

/** The reads by which a contrat is piloted: the home page and the quartiers. */
@Injectable()
export class PilotageService {
  constructor(
    private readonly base: Base,
    private readonly campagnes: CampagnesService,
    private readonly horloge: Horloge,
  ) {}

  /** What waits for the person, what moved, the contrat in one picture; the year is that of the campagne under way, if any. */
  async tableauDeBord(acteur: Acteur): Promise<TableauDeBord> {
    const annee = (await this.campagnes.anneeEnCours(acteur.contratId)) ?? this.horloge.annee();
    const droits = JSON.stringify(DROITS[acteur.role]);
    return this.lire<TableauDeBord>(acteur, 'tableau-de-bord', tableauDeBord, [
      ...this.portee(acteur, annee),
      acteur.organisationId,
      droits,
      TOTAL,
      acteur.personneId,
      cerclesDe(acteur.role),
    ]);
  }

  /** Every quartier with its figures of the year. */
  quartiers(acteur: Acteur): Promise<QuartierResume[]> {
    return this.lire<QuartierResume[]>(acteur, 'quartiers', quartiers, this.portee(acteur));
  }

  /** The main indicator of each fiche that has one, from its first value on. */
  async principaux(acteur: Acteur): Promise<IndicateurPrincipal[]> {
    const annee = this.horloge.annee();
    const bruts = await this.lire<PrincipalBrut[]>(acteur, 'principaux', principaux, this.portee(acteur));
    return bruts.map(({ ficheId, indicateur: { valeurs, ...indicateur }, territoires }) => {
      const connues = valeurs.map((valeur) => valeur.annee);
      const debut = Math.min(...connues, annee);
      const annees = Array.from({ length: Math.max(...connues, annee) - debut + 1 }, (_, rang) => debut + rang);
      const complet = { ...indicateur, valeurs };
      const serie =
        indicateur.maille === 'contrat'
          ? serieDuTerritoire(complet, 'contrat', annees, annee)
          : serieRassemblee(complet, territoires, annees, annee);
      return { ficheId, indicateur, serie };
    });
  }

  /** One quartier with its fiches and values; throws 404 when the contrat has no such quartier. */
  async quartier(acteur: Acteur, code: string): Promise<QuartierLu> {
    const valeurs = [...this.portee(acteur), code, TOTAL];
    const lu = await this.lire<QuartierBrut>(acteur, 'quartier', quartierLu, valeurs);
    const actions = lu.actions.map(({ rang, ...action }) => ({ ...action, code: codeAction(action.fiche.code, rang) }));
    return { ...lu, actions };
  }

  private portee({ contratId, role }: Acteur, annee = this.horloge.annee()): unknown[] {
    return [contratId, statutsVisibles(role), this.horloge.aujourdhui(), annee];
  }

  private async lire<T>(
    { role }: Acteur,
    nom: string,
    lecture: (texte: TexteLu) => string,
    valeurs: unknown[],
  ): Promise<T> {
    const texte = texteLu(role);
    const [ligne] = await this.base.lire<{ reponse: T }>(`${nom}-${texte}`, lecture(texte), valeurs);
    if (!ligne) throw introuvable('Ce quartier');
    return ligne.reponse;
  }
}
