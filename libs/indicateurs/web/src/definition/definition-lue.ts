import { Component, computed, inject, input } from '@angular/core';
import {
  type Dimension,
  formaterAvecUnite,
  formaterValeur,
  type Indicateur,
  LIBELLES_AGREGATIONS,
  LIBELLES_CALCULS,
  LIBELLES_MAILLES,
  LIBELLES_NATURES,
  LIBELLES_SENS,
} from '@pleniere/indicateurs/domain';
import { formaterDate, texteBrut } from '@pleniere/shared/domain';
import { IndicateursClient } from '../indicateurs-client';

const VENTILATIONS_DITES: Readonly<Record<Dimension, string>> = { sexe: 'Par sexe', age: 'Par tranche d’âge' };

/** Definition of an indicator as it reads: what is counted, how, where, towards what, by whom. */
@Component({
  selector: 'pl-definition-lue',
  template: `
    <dl>
      @for (ligne of lignes(); track ligne.terme) {
        <div>
          <dt>{{ ligne.terme }}</dt>
          <dd>{{ ligne.texte }}</dd>
        </div>
      }
    </dl>
    @for (passee of passees(); track passee.depuis) {
      <section>
        <h3>{{ passee.titre }}</h3>
        <p class="pl-discret">{{ passee.changement }}</p>
        <dl>
          @for (ligne of passee.lignes; track ligne.terme) {
            <div>
              <dt>{{ ligne.terme }}</dt>
              <dd>{{ ligne.texte }}</dd>
            </div>
          }
        </dl>
      </section>
    }
  `,
  styles: `
    section {
      margin-top: var(--pl-e2);
      padding-top: var(--pl-e2);
      border-top: 1px dashed var(--pl-filet-fort);
    }

    dl {
      display: grid;
      gap: 0.625rem;
    }

    div {
      display: grid;
      grid-template-columns: 12rem minmax(0, var(--pl-mesure));
      gap: 0 var(--pl-e2);
    }

    dt {
      color: var(--pl-encre-douce);
    }

    dd {
      margin: 0;
      white-space: pre-line;
    }

    @media (max-width: 640px) {
      div {
        grid-template-columns: 1fr;
      }
    }
  `,
})
export class DefinitionLue {
  private readonly client = inject(IndicateursClient);
  private readonly organisations = this.client.organisations();

  readonly indicateur = input.required<Indicateur>();
  /** Expected results of the fiche, to name those that the indicator measures. */
  readonly resultats = input<readonly { id: string; texte: string }[]>([]);

  private readonly definitions = this.client.definitions(() => this.indicateur().ponderationId !== null);

  protected readonly lignes = computed(() => {
    const indicateur = this.indicateur();
    const organisations = this.organisations.hasValue() ? this.organisations.value() : [];
    return lignesDites([
      ...lignesDuSens(indicateur),
      { terme: 'Nature', texte: LIBELLES_NATURES[indicateur.nature] },
      { terme: 'Réponses prévues', texte: indicateur.modalites.map(({ libelle }) => libelle).join(', ') },
      { terme: 'Territoire', texte: LIBELLES_MAILLES[indicateur.maille] },
      { terme: 'Ensemble', texte: LIBELLES_AGREGATIONS[indicateur.agregation] },
      { terme: 'Poids', texte: this.direPoids() },
      ...lignesPrecises(indicateur),
      { terme: 'Responsable', texte: organisations.find(({ id }) => id === indicateur.responsableId)?.nom ?? '' },
      { terme: 'Calcul', texte: indicateur.calcul === null ? '' : LIBELLES_CALCULS[indicateur.calcul] },
      { terme: 'Résultats mesurés', texte: this.direResultats() },
      {
        terme: 'Diffusion',
        texte: indicateur.visibilite === 'public' ? 'Publié avec la fiche en vigueur' : 'Réservé aux signataires',
      },
    ]);
  });

  /** Definitions that this one has replaced, newest first. */
  protected readonly passees = computed(() => {
    const indicateur = this.indicateur();
    return [...indicateur.ruptures].reverse().map(({ depuis, motif, avant, quand, auteur }) => ({
      depuis,
      titre: `Définition jusqu’en ${depuis - 1}`,
      changement: `Changée par ${auteur} le ${formaterDate(quand)}\u00A0: ${motif}`,
      lignes: lignesDites([
        ...lignesDuSens({ ...indicateur, ...avant }),
        ...lignesDesReperes({ ...indicateur, ...avant }),
      ]),
    }));
  });

  private direPoids(): string {
    const { agregation, ponderationId } = this.indicateur();
    if (agregation !== 'moyenne-ponderee') return '';
    if (ponderationId === null) return 'Dernière population connue de chaque quartier';
    const definitions = this.definitions.hasValue() ? this.definitions.value() : [];
    return definitions.find(({ id }) => id === ponderationId)?.libelle ?? '';
  }

  private direResultats(): string {
    const { resultatsLies } = this.indicateur();
    return this.resultats()
      .flatMap(({ id, texte }, rang) => (resultatsLies.includes(id) ? [`R${rang + 1} ${texteBrut(texte)}`] : []))
      .join('\n');
  }
}

interface LigneLue {
  terme: string;
  texte: string;
}

function lignesDites(lignes: LigneLue[]): LigneLue[] {
  return lignes.filter(({ texte }) => texte !== '');
}

function lignesDuSens({ definition, unite, numerateur, denominateur, source, methode }: Indicateur): LigneLue[] {
  return [
    { terme: 'Ce que l’on compte', texte: definition },
    { terme: 'Unité', texte: unite },
    { terme: 'Numérateur', texte: numerateur },
    { terme: 'Dénominateur', texte: denominateur },
    { terme: 'Source', texte: source },
    { terme: 'Méthode', texte: methode },
  ];
}

function lignesDesReperes(indicateur: Indicateur): LigneLue[] {
  const dire = ({ annee, valeur }: { annee: number; valeur: number }): string =>
    `${formaterAvecUnite(valeur, indicateur)} en ${annee}`;
  return [
    { terme: 'Référence', texte: indicateur.reference ? dire(indicateur.reference) : '' },
    { terme: 'Cibles', texte: indicateur.cibles.map(dire).join('\n') },
  ];
}

function lignesPrecises(indicateur: Indicateur): LigneLue[] {
  const { periodicite, anneesPonctuelles, ventilations, borneMin, borneMax, cumulatif, sens } = indicateur;
  const bornes = [
    borneMin === null ? '' : `au moins ${formaterValeur(borneMin, indicateur)}`,
    borneMax === null ? '' : `au plus ${formaterValeur(borneMax, indicateur)}`,
  ];
  return [
    { terme: 'Années de mesure', texte: periodicite === 'annuelle' ? 'Chaque année' : anneesPonctuelles.join(', ') },
    { terme: 'Ventilations', texte: ventilations.map((dimension) => VENTILATIONS_DITES[dimension]).join(', ') },
    { terme: 'Valeurs plausibles', texte: bornes.filter(Boolean).join(', ') },
    { terme: 'Cumul', texte: cumulatif ? 'Depuis le début du contrat' : '' },
    { terme: 'Évolution espérée', texte: LIBELLES_SENS[sens] },
    ...lignesDesReperes(indicateur),
  ];
}
