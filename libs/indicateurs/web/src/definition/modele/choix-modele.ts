import { Component, computed, inject, input, output, signal } from '@angular/core';
import {
  type DefinitionModele,
  type Indicateur,
  LIBELLES_NATURES,
  LIBELLES_THEMES,
  LIBELLES_TYPES,
} from '@pleniere/indicateurs/domain';
import { sansAccents } from '@pleniere/shared/domain';
import { PlErreur, PlIcone, PlSquelette } from '@pleniere/shared/ui';
import { IndicateursClient } from '../../indicateurs-client';

const PROPOSITIONS_MAX = 12;

/** A definition to start from, and what the journal keeps of where it comes from. */
export interface ModeleChoisi {
  modele: DefinitionModele | Indicateur;
  origine: string;
}

interface Proposition extends ModeleChoisi {
  titre: string;
  precision: string;
  texte: string;
  cherche: string;
}

function proposer(modele: DefinitionModele | Indicateur): Proposition {
  const duContrat = 'id' in modele;
  const rubrique = duContrat ? LIBELLES_TYPES[modele.type] : LIBELLES_THEMES[modele.theme];
  const precision = [rubrique, LIBELLES_NATURES[modele.nature].toLowerCase(), modele.unite].filter(Boolean).join(', ');
  return {
    modele,
    origine: duContrat ? modele.id : modele.cle,
    titre: modele.libelle,
    precision,
    texte: modele.definition,
    cherche: sansAccents(`${modele.libelle} ${modele.definition} ${rubrique} ${modele.source}`),
  };
}

/** Starts a definition from the library, or from an indicator of another fiche. */
@Component({
  selector: 'pl-choix-modele',
  imports: [PlErreur, PlIcone, PlSquelette],
  templateUrl: './choix-modele.html',
  styleUrls: ['../champs/controles.scss', './choix-modele.scss'],
})
export class ChoixModele {
  private readonly client = inject(IndicateursClient);

  /** Fiche of the indicator to define; null for a context indicator. */
  readonly ficheId = input.required<string | null>();
  readonly choisi = output<ModeleChoisi>();

  /** Where one looks; null while the list is closed. */
  protected readonly rayon = signal<'bibliotheque' | 'contrat' | null>(null);
  protected readonly recherche = signal('');
  protected readonly parti = signal<string | null>(null);

  private readonly bibliotheque = this.client.bibliotheque(() => this.rayon() === 'bibliotheque');
  private readonly contrat = this.client.definitions(() => this.rayon() === 'contrat');
  protected readonly erreur = computed(() => (this.rayon() === 'contrat' ? this.contrat : this.bibliotheque).error());
  /** What one chooses from; null until it is read. */
  protected readonly modeles = computed<readonly (DefinitionModele | Indicateur)[] | null>(() => {
    if (this.rayon() === 'contrat')
      return this.contrat.hasValue() && !this.contrat.isLoading() ? this.contrat.value() : null;
    return this.bibliotheque.hasValue() && !this.bibliotheque.isLoading() ? this.bibliotheque.value() : null;
  });

  private readonly propositions = computed<Proposition[]>(() => {
    const contexte = this.ficheId() === null;
    const modeles = this.modeles() ?? [];
    return modeles
      .filter((modele) => (modele.type === 'contexte') === contexte)
      .filter((modele) => !('id' in modele) || contexte || modele.ficheId !== this.ficheId())
      .map(proposer);
  });
  protected readonly trouvees = computed(() => {
    const mots = sansAccents(this.recherche()).split(/\s+/).filter(Boolean);
    return this.propositions().filter(({ cherche }) => mots.every((mot) => cherche.includes(mot)));
  });
  protected readonly montrees = computed(() => this.trouvees().slice(0, PROPOSITIONS_MAX));
  protected readonly autres = computed(() => this.trouvees().length - this.montrees().length);

  protected relire(): void {
    (this.rayon() === 'contrat' ? this.contrat : this.bibliotheque).reload();
  }

  protected ouvrir(rayon: 'bibliotheque' | 'contrat'): void {
    this.rayon.update((ouvert) => (ouvert === rayon ? null : rayon));
    this.recherche.set('');
  }

  protected choisir({ modele, origine, titre }: Proposition): void {
    this.parti.set(titre);
    this.rayon.set(null);
    this.choisi.emit({ modele, origine });
  }
}
