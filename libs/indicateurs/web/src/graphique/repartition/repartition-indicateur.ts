import { Component, computed, input, signal } from '@angular/core';
import {
  type Dimension,
  formaterValeur,
  type IndicateurAvecValeurs,
  libelleCouverture,
  LIBELLES_VENTILATIONS,
  mailleDe,
  partDesFemmes,
  partiesDe,
  phraseRepartition,
  type RepartitionAnnuelle,
  repartitions,
  seVentileEnsemble,
  type Ventilation,
} from '@pleniere/indicateurs/domain';
import { formaterNombre } from '@pleniere/shared/domain';

const TITRES: Readonly<Record<Dimension, string>> = { sexe: 'Par sexe', age: 'Par âge' };
/** Share of the widest bar, in percent, from which a figure fits in its part. */
const LISIBLE = 7;

/** A part that some year counts, and its place among all those of its characteristic, which gives its shade. */
interface PartieNommee {
  ventilation: Ventilation;
  rang: number;
  nom: string;
}

/** Stacked bars of the people counted, by sex and by age: one bar a year, all on the same scale, with the share of women. */
@Component({
  selector: 'pl-repartition-indicateur',
  templateUrl: './repartition-indicateur.html',
  styleUrl: './repartition-indicateur.scss',
})
export class RepartitionIndicateur {
  readonly indicateur = input.required<IndicateurAvecValeurs>();
  readonly annees = input.required<readonly number[]>();
  /** Codes of the territories that are read together. */
  readonly territoires = input.required<readonly string[]>();

  protected readonly tableVoulue = signal(false);
  protected readonly ensemble = computed(() => seVentileEnsemble(this.indicateur(), this.territoires()));

  protected readonly dimensions = computed(() =>
    this.indicateur().ventilations.map((dimension) => {
      const lues = repartitions(this.indicateur(), dimension, this.territoires(), this.annees());
      const longueur = Math.max(1, ...lues.map(compter));
      const parties = partiesDe(dimension)
        .map((ventilation, rang) => ({ ventilation, rang, nom: LIBELLES_VENTILATIONS[ventilation] }))
        .filter((partie) =>
          lues.some(({ parts }) => parts.some(({ ventilation }) => ventilation === partie.ventilation)),
        );
      return {
        dimension,
        titre: TITRES[dimension],
        parties,
        phrase: phraseRepartition(this.indicateur(), dimension, this.territoires(), this.annees()),
        lignes: lues.map((lue) => this.ligneDe(lue, longueur, parties, dimension)),
      };
    }),
  );

  private ligneDe(lue: RepartitionAnnuelle, longueur: number, parties: PartieNommee[], dimension: Dimension) {
    const parts = lue.parts.filter(({ nombre }) => nombre > 0);
    const compte = compter(lue);
    const reste = compte - parts.reduce((somme, { nombre }) => somme + nombre, 0);
    const dire = (nombre: number) => formaterValeur(nombre, this.indicateur());
    const femmes =
      dimension === 'sexe' ? partDesFemmes(this.indicateur().valeurs, lue.annee, this.territoires()) : null;
    const partielle = lue.ventiles > 0 && lue.ventiles < lue.renseignes;
    const maille = mailleDe(this.territoires()[0] ?? 'contrat');
    return {
      annee: lue.annee,
      largeur: (100 * compte) / longueur,
      total: dire(compte),
      segments: parts.map(({ ventilation, nombre }) => ({
        ventilation,
        nom: LIBELLES_VENTILATIONS[ventilation],
        rang: partiesDe(dimension).indexOf(ventilation),
        nombre,
        texte: (100 * nombre) / longueur >= LISIBLE ? dire(nombre) : '',
      })),
      reste,
      resteDit: lue.parts.length === 0 ? 'répartition non renseignée' : nonReparti(reste, longueur),
      femmes: femmes && `${formaterNombre(Math.round(100 * femmes.part))}\u202F% de femmes`,
      couverture: partielle
        ? `réparti par ${libelleCouverture({ renseignes: lue.ventiles, attendus: lue.renseignes }, maille)}`
        : '',
      cases: parties.map((partie) => {
        const nombre = lue.parts.find(({ ventilation }) => ventilation === partie.ventilation)?.nombre;
        return nombre === undefined ? 'non renseigné' : dire(nombre);
      }),
    };
  }

  protected basculer(): void {
    this.tableVoulue.update((voulue) => !voulue);
  }
}

/** Named where the bar is wide enough; its outline tells it elsewhere, and the table counts it. */
function nonReparti(reste: number, longueur: number): string {
  return (100 * reste) / longueur >= 2 * LISIBLE ? 'non réparti' : '';
}

/** People of a year: its total, or its parts when they count more. */
function compter({ total, parts }: RepartitionAnnuelle): number {
  return Math.max(
    total ?? 0,
    parts.reduce((somme, { nombre }) => somme + nombre, 0),
  );
}
