import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import {
  LIBELLES_ETAPES_LIEN,
  LIBELLES_SOURCES,
  LIBELLES_SUITES_CONTRIBUTION,
  type LienContribution,
  type SuiteContribution,
} from '@pleniere/participation/domain';
import { formaterDate } from '@pleniere/shared/domain';
import { DateFr, type NomIcone, PlPuceStatut, type Ton } from '@pleniere/shared/ui';
import { adresseDeLaSource } from './adresse-source';
import { codeLisible } from './code-lisible';

const SIGNES: Readonly<Record<SuiteContribution, { ton: Ton; icone: NomIcone }>> = {
  integree: { ton: 'succes', icone: 'fait' },
  'integree-en-partie': { ton: 'succes', icone: 'fait' },
  etudiee: { ton: 'info', icone: 'echeance' },
  'non-retenue': { ton: 'neutre', icone: 'fermer' },
};

/** One link: what was said, what it touches, at which stage, and what became of it. */
@Component({
  selector: 'pl-ligne-lien',
  imports: [DateFr, PlPuceStatut, RouterLink],
  template: `
    <p class="tete">
      @if (vue() === 'source') {
        <a [routerLink]="adresseCible()">{{ cible() }}</a>
      } @else {
        <a [routerLink]="adresse()">{{ sortes[lien().source.sorte] }}&nbsp;: {{ lien().source.libelle }}</a>
      }
      @if (lien().decision; as decision) {
        <pl-puce-statut
          [libelle]="decision.defaite ? 'Révision abandonnée' : suites[decision.suite]"
          [ton]="decision.defaite ? 'alerte' : signes[decision.suite].ton"
          [icone]="decision.defaite ? 'alerte' : signes[decision.suite].icone"
        />
      } @else {
        <pl-puce-statut libelle="Sans décision" ton="neutre" />
      }
    </p>
    @if (vue() === 'cible') {
      <p class="dit">«&#8239;{{ lien().source.texte }}&#8239;»</p>
    }
    <p class="pl-discret">{{ contexte() }}</p>
    @if (lien().preuve) {
      <p class="preuve">{{ lien().preuve }}</p>
    }
    @if (lien().reserve; as reserve) {
      <p class="reserve">Ne compte pas encore&nbsp;: {{ reserve }}</p>
    }
    @if (lien().decision; as decision) {
      <p>
        {{ decision.motif }}
        @if (decision.action; as action) {
          <strong>Action nouvelle&nbsp;: {{ action.titre }}.</strong>
        }
        @if (decision.revision; as revision) {
          <strong
            >Révision {{ revision }} de la fiche{{ decision.enVigueurLe ? '' : ', pas encore en vigueur' }}.</strong
          >
        }
        &ngsp;<span class="pl-discret">{{ decision.fonction }}, le {{ decision.decideeLe | dateFr }}</span>
      </p>
    }
  `,
  styles: `
    :host {
      display: block;
      min-width: 0;
    }
    p {
      margin: 0 0 var(--pl-e1);
      overflow-wrap: anywhere;
    }
    .tete {
      display: flex;
      flex-wrap: wrap;
      gap: var(--pl-e2);
      align-items: center;
    }
    .preuve {
      font-style: italic;
    }
    .reserve {
      color: var(--pl-alerte);
    }
  `,
})
export class LigneLien {
  readonly lien = input.required<LienContribution>();
  /** From where it is read: what was said, or what it touches. */
  readonly vue = input.required<'source' | 'cible'>();

  protected readonly suites = LIBELLES_SUITES_CONTRIBUTION;
  protected readonly sortes = LIBELLES_SOURCES;
  protected readonly signes = SIGNES;

  protected readonly cible = computed(() => {
    const { fiche, sorte, libelle } = this.lien().cible;
    if (sorte === 'fiche') return `${fiche ? codeLisible(fiche.code) : ''} – ${libelle}`;
    return [...(fiche ? [codeLisible(fiche.code)] : []), `${sorte}\u00A0: ${libelle}`].join(', ');
  });
  protected readonly adresseCible = computed(() => {
    const { sorte, id, fiche } = this.lien().cible;
    return sorte === 'indicateur' ? ['/indicateurs', id] : ['/fiches', fiche?.code];
  });
  protected readonly contexte = computed(() => {
    const { etape, source, cible } = this.lien();
    const vueDeLaCible = this.vue() === 'cible';
    return [
      LIBELLES_ETAPES_LIEN[etape],
      ...(vueDeLaCible ? [`le ${formaterDate(source.date)}`] : []),
      ...(source.quartier ? [source.quartier.nom] : []),
      ...(vueDeLaCible && cible.sorte !== 'fiche' ? [cible.libelle] : []),
    ].join(', ');
  });
  protected readonly adresse = computed(() => adresseDeLaSource(this.lien().source));
}
