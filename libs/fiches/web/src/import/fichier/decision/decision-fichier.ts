import { Component, computed, inject, linkedSignal, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { libelleEnjeu } from '@pleniere/contrat/domain';
import {
  type ChampId,
  type ChoixImport,
  codeAffiche,
  codeCanonique,
  type ContenuFiche,
  type DifferenceChamp,
  enMots,
  lireCode,
} from '@pleniere/fiches/domain';
import { accorder, type Refus } from '@pleniere/shared/domain';
import { PlErreur, PlIcone, PlPuceStatut } from '@pleniere/shared/ui';
import { PlSaisie } from '../../../champs/saisie/saisie';
import { Referentiels } from '../../../fiche/referentiels';
import { prochainARelire, SIGNES_STATUTS } from '../../mots-import';
import { RelectureFichier } from '../relecture-fichier';

/** What becomes of the file: a new fiche, a fiche brought up to date, or nothing. */
@Component({
  selector: 'pl-decision-fichier',
  imports: [PlErreur, PlIcone, PlPuceStatut, PlSaisie, RouterLink],
  templateUrl: './decision-fichier.html',
  styleUrl: './decision-fichier.scss',
})
export class DecisionFichier {
  private readonly referentiels = inject(Referentiels);
  protected readonly relecture = inject(RelectureFichier);

  private readonly fiche = computed(() => this.relecture.fichier()?.proposition);
  protected readonly existante = computed(() => this.relecture.fichier()?.existante ?? null);
  // Read again only when the document proposes something else: what was typed stays through the moves.
  private readonly codePropose = computed(() => codeAffiche(this.fiche()?.code ?? ''));
  private readonly enjeuPropose = computed(() => this.propose('enjeu') ?? this.fiche()?.enjeu.id ?? '');
  private readonly orientationProposee = computed(
    () => this.propose('orientation') ?? this.fiche()?.contenu.orientation ?? '',
  );
  private readonly ficheExistante = computed(() => this.existante()?.id);

  protected readonly choix = linkedSignal<ChoixImport>(() => (this.ficheExistante() ? 'mettre-a-jour' : 'creer'));
  protected readonly code = linkedSignal(() => this.codePropose());
  protected readonly enjeuId = linkedSignal(() => this.enjeuPropose());
  protected readonly orientationId = linkedSignal(() => this.orientationProposee());
  protected readonly envoi = signal(false);
  protected readonly erreur = signal<unknown>(null);

  protected readonly enjeux = computed(() => {
    const { enjeux } = this.referentiels;
    const connus = enjeux.hasValue() ? enjeux.value() : [];
    return connus.map((enjeu) => ({ ...enjeu, nom: `${libelleEnjeu(enjeu)}\u00A0: ${enjeu.intitule}` }));
  });
  protected readonly orientations = computed(
    () => this.enjeux().find(({ id }) => id === this.enjeuId())?.orientations ?? [],
  );
  protected readonly differences = computed(() =>
    (this.existante()?.differences ?? []).map((champ) => this.dire(champ)),
  );
  /** Fields that stay as they are, although the document tells something else. */
  protected readonly gardes = signal<ReadonlySet<ChampId>>(new Set());
  protected readonly ajoutes = computed(() => {
    const connus = this.existante()?.indicateurs ?? [];
    const neufs = (this.fiche()?.indicateurs ?? []).filter(({ libelle }) => !connus.includes(libelle));
    return neufs.length === 0
      ? null
      : `${accorder(neufs.length, 'indicateur')} du document ne sont pas encore sur la fiche.`;
  });

  /** Links proposed beside the fields, and how many are ticked. */
  protected readonly liens = computed(() => {
    const proposes = (this.fiche()?.propositions ?? []).filter(
      ({ sorte }) => sorte !== 'enjeu' && sorte !== 'orientation',
    );
    const confirmes = proposes.filter(({ id }) => this.relecture.confirmees().has(id)).length;
    return {
      ids: proposes.map(({ id }) => id),
      restent: proposes.length - confirmes,
      phrase: `${accorder(proposes.length, 'lien proposé', 'liens proposés')}, ${accorder(confirmes, 'confirmé')}`,
    };
  });
  protected readonly oublies = computed(() => {
    const nombre = this.relecture.fichier()?.rapport.nonPlaces ?? 0;
    return nombre === 0
      ? null
      : `${accorder(nombre, 'caractère n’est pas placé', 'caractères ne sont pas placés')}\u00A0: ils n’iront pas dans la fiche.`;
  });

  /** Why nothing can be written yet. */
  protected readonly refus = computed<Refus>(() => {
    if (this.choix() !== 'creer') return null;
    const lu = lireCode(this.code());
    if (!lu) return 'Donnez à la fiche un code comme T\u00A01.1.';
    const existante = this.existante();
    if (existante?.code === codeCanonique(lu)) {
      return `La fiche ${codeAffiche(existante.code)} existe déjà\u00A0: mettez-la à jour, ou donnez un autre code.`;
    }
    return this.enjeuId() === '' ? 'Choisissez l’enjeu de la fiche.' : null;
  });
  protected readonly action = computed(() => {
    if (this.choix() === 'ignorer') return 'Ignorer ce fichier';
    if (this.choix() === 'mettre-a-jour') return `Mettre à jour la fiche ${codeAffiche(this.existante()?.code ?? '')}`;
    return `Créer la fiche ${this.code()}`;
  });

  protected readonly signe = computed(() => SIGNES_STATUTS[this.relecture.fichier()?.statut ?? 'en-cours']);
  protected readonly suivant = computed(() => {
    const { leLot } = this.relecture;
    const fichiers = leLot.hasValue() ? (leLot.value()?.fichiers ?? []) : [];
    return prochainARelire(fichiers, this.relecture.fichier()?.id ?? null);
  });
  protected readonly codeAffiche = codeAffiche;

  protected choisirEnjeu(id: string): void {
    this.enjeuId.set(id);
    if (!this.orientations().some((orientation) => orientation.id === this.orientationId())) this.orientationId.set('');
  }

  protected confirmerTout(): void {
    void this.relecture.confirmer(this.liens().ids, true);
  }

  protected remplacer(champ: ChampId, oui: boolean): void {
    this.gardes.update((gardes) => new Set(oui ? [...gardes].filter((autre) => autre !== champ) : [...gardes, champ]));
  }

  protected async decider(): Promise<void> {
    if (this.refus() !== null || this.envoi()) return;
    const lu = lireCode(this.code());
    this.envoi.set(true);
    this.erreur.set(null);
    try {
      await this.relecture.decider({
        decision: this.choix(),
        code: this.choix() === 'mettre-a-jour' ? (this.existante()?.code ?? '') : lu ? codeCanonique(lu) : '',
        enjeuId: this.enjeuId() || null,
        orientationId: this.orientationId() || null,
        ...this.relecture.choix(),
        champs: this.differences().flatMap(({ champ }) => (this.gardes().has(champ) ? [] : champ)),
      });
    } catch (erreur) {
      this.erreur.set(erreur);
    } finally {
      this.envoi.set(false);
    }
  }

  private propose(sorte: 'enjeu' | 'orientation'): string | undefined {
    return this.fiche()?.propositions.find((proposition) => proposition.sorte === sorte)?.valeur;
  }

  /** A field that differs, in words, as it is and as it would be. */
  private dire({ champ, libelle, avant, apres }: DifferenceChamp) {
    const enTexte = (valeur: unknown): string =>
      valeur === null
        ? ''
        : enMots(champ, valeur as ContenuFiche[ChampId], (id) => this.referentiels.texteOrientation(id));
    return { champ, libelle, avant: enTexte(avant), apres: enTexte(apres) };
  }
}
