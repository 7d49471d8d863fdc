import { Component, computed, inject, input } from '@angular/core';
import { SessionStore } from '@pleniere/acces/web';
import { libelleEnjeu } from '@pleniere/contrat/domain';
import {
  champDe,
  CHAMPS_ECRITS,
  codeAffiche,
  type FicheLue,
  LIBELLES_STATUTS_FICHE,
  referentEnMots,
} from '@pleniere/fiches/domain';
import { PlIcone, PlMeteo, PlPuceStatut } from '@pleniere/shared/ui';
import { PointsDuChamp } from '../../avis/points-du-champ';
import { ChampEditable } from '../../champs/champ-editable';
import { TypoFr } from '../../champs/typo-fr';
import { Circuit } from './circuit';
import { EtatRevision } from './etat-revision';
import { SIGNES_STATUTS } from './statuts';

const ECRITS = new Map(CHAMPS_ECRITS.map((champ) => [champ.id, champ]));

/** Top of the sheet: contrat, code, enjeu, commitment sentence, title, who holds it, and where it stands. */
@Component({
  selector: 'pl-entete-fiche',
  imports: [ChampEditable, Circuit, EtatRevision, PointsDuChamp, PlIcone, PlMeteo, PlPuceStatut, TypoFr],
  host: { '[class.abregee]': 'abregee()' },
  templateUrl: './entete.html',
  styleUrl: './entete.scss',
})
export class Entete {
  readonly fiche = input.required<FicheLue>();
  /** On the tabs, the sheet is not there to say who holds it, and the heading leaves the room to the content. */
  readonly abregee = input(false);

  private readonly redige = inject(SessionStore).peut('fiches.ecrire');
  /** Why somebody who writes fiches cannot write this one; readers do not wonder. */
  protected readonly refus = computed(() => (this.redige ? this.fiche().droits.refusEcriture : null));
  protected readonly titre = ECRITS.get('titre');
  protected readonly orientation = ECRITS.get('orientation');
  /** Fields of the heading, on which the State has its say too. */
  protected readonly champs = [this.orientation, this.titre].filter((champ) => champ !== undefined);
  protected readonly libelleCode = champDe('code').libelle;
  protected readonly code = computed(() => codeAffiche(this.fiche().code));
  protected readonly enjeu = computed(() => `${libelleEnjeu(this.fiche().enjeu)} : ${this.fiche().enjeu.intitule}`);
  protected readonly statut = computed(() => ({
    libelle: LIBELLES_STATUTS_FICHE[this.fiche().statut],
    ...SIGNES_STATUTS[this.fiche().statut],
  }));
  protected readonly acteurs = computed(() => {
    const { pilotes = [], referents = [] } = this.fiche().contenu;
    const mots = (cites: readonly { libelle: string }[]): string => cites.map(({ libelle }) => libelle).join(', ');
    return [
      { nom: 'Pilote', mots: mots(pilotes) },
      { nom: 'Référent', mots: referents.map(referentEnMots).join(', ') },
    ].filter((acteur) => acteur.mots !== '');
  });
}
