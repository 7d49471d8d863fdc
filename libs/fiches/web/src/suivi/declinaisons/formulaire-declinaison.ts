import { Component, computed, inject, input, signal } from '@angular/core';
import {
  type Declinaison,
  type DeclinaisonSaisie,
  LIBELLES_EXECUTION,
  LIBELLES_METEO,
  LIMITES_DECLINAISON,
  METEOS,
  type RecitAnnuel,
  STATUTS_EXECUTION,
  verifierMeteo,
} from '@pleniere/fiches/domain';
import { anneesDuContrat, texteBrut, jourDeParis } from '@pleniere/shared/domain';
import { PlErreur, PlIcone } from '@pleniere/shared/ui';
import { PlSaisie } from '../../champs/saisie/saisie';
import { FicheStore } from '../../fiche/fiche-store';
import { Referentiels } from '../../fiche/referentiels';
import { BrouillonRepris } from '../brouillon';
import { ConflitSuivi } from '../conflit-suivi';
import { FormulaireSuivi } from '../formulaire-suivi';
import type { VilleOuverte } from './places';
import { differencesDeclinaison, enSaisie } from './saisie-declinaison';

/** Form of a déclinaison; a weather that worsens asks why. */
@Component({
  selector: 'pl-formulaire-declinaison',
  imports: [BrouillonRepris, ConflitSuivi, PlErreur, PlIcone, PlSaisie],
  templateUrl: './formulaire-declinaison.html',
  styleUrls: ['../formulaire.scss', './formulaire-declinaison.scss'],
})
export class FormulaireDeclinaison extends FormulaireSuivi<DeclinaisonSaisie, Declinaison> {
  private readonly fiche = inject(FicheStore).fiche;
  protected readonly referentiels = inject(Referentiels);

  /** Villes and quarters among which to choose, for a new déclinaison. */
  readonly villes = input<readonly VilleOuverte[]>([]);

  protected readonly objet = 'declinaison';
  protected readonly enSaisie = enSaisie;
  protected readonly meteos = METEOS;
  protected readonly libellesMeteo = LIBELLES_METEO;
  protected readonly statuts = STATUTS_EXECUTION;
  protected readonly libellesStatuts = LIBELLES_EXECUTION;
  protected readonly limites = LIMITES_DECLINAISON;
  protected readonly parties = [
    { cle: 'faitsMarquants', titre: 'Faits marquants' },
    { cle: 'freins', titre: 'Freins' },
    { cle: 'perspectives', titre: 'Perspectives' },
  ] as const;

  protected readonly annee = signal(Number(jourDeParis().slice(0, 4)));
  protected readonly annees = computed(() => {
    const contrat = this.fiche()?.contrat;
    return contrat ? anneesDuContrat(contrat) : [];
  });
  protected readonly recit = computed(
    () =>
      this.saisie().recits.find(({ annee }) => annee === this.annee()) ??
      ({ annee: this.annee(), faitsMarquants: '', freins: '', perspectives: '' } satisfies RecitAnnuel),
  );
  protected readonly personnes = computed(() =>
    this.referentiels.personnes.hasValue() ? this.referentiels.personnes.value() : [],
  );
  protected readonly modalites = computed(() =>
    (this.fiche()?.contenu.cadreAvecQuoi?.modalites ?? []).map(({ texte }) => texteBrut(texte)),
  );
  protected readonly refusMeteo = computed(() =>
    verifierMeteo(this.depart().meteo, this.saisie().meteo, this.saisie().meteoExplication),
  );
  protected readonly tentee = signal(false);
  protected readonly differences = computed(() => {
    const actuelle = this.actuelle();
    return actuelle ? differencesDeclinaison(this.saisie(), enSaisie(actuelle)) : [];
  });

  /** A place reads `organisation` or `organisation/quartier`. */
  protected choisirPlace(place: string): void {
    const [organisationId = '', qpvCode = null] = place.split('/');
    this.changer({ organisationId, qpvCode });
  }

  protected choisirStatut(choix: string): void {
    const statutExecution = this.statuts.find((connu) => connu === choix);
    if (statutExecution) this.changer({ statutExecution });
  }

  protected raconter(partie: Exclude<keyof RecitAnnuel, 'annee'>, texte: string): void {
    const recit = { ...this.recit(), [partie]: texte };
    const autres = this.saisie().recits.filter(({ annee }) => annee !== recit.annee);
    const vide = !recit.faitsMarquants && !recit.freins && !recit.perspectives;
    this.changer({ recits: (vide ? autres : [...autres, recit]).sort((a, b) => a.annee - b.annee) });
  }

  protected async envoyer(): Promise<void> {
    this.tentee.set(true);
    if (this.refusMeteo() === null) await this.confier(this.saisie());
  }
}
