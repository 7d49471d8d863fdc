import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { champDe, LIBELLES_SENS, LIMITES_AVIS, SENS_AVIS, type SensAvis } from '@pleniere/fiches/domain';
import { accorder } from '@pleniere/shared/domain';
import { DateFr, PlEtatEnregistrement, PlPuceStatut, type Ton } from '@pleniere/shared/ui';
import { PlSaisie } from '../champs/saisie/saisie';
import { TypoFr } from '../champs/typo-fr';
import { AvisStore } from './avis-store';
import { PointRendu } from './point-rendu';
import { PointsSaisis } from './points-saisis';

const TONS: Readonly<Record<SensAvis, Ton>> = {
  favorable: 'succes',
  'favorable-avec-reserves': 'info',
  'a-completer': 'attention',
};

/** The avis of the State at the head of the sheet: those that were given, and the one that the délégué is writing. */
@Component({
  selector: 'pl-avis-etat',
  imports: [DateFr, PlEtatEnregistrement, PlPuceStatut, PlSaisie, PointRendu, PointsSaisis, RouterLink, TypoFr],
  templateUrl: './avis-etat.html',
  styleUrl: './avis-etat.scss',
})
export class AvisEtat {
  protected readonly store = inject(AvisStore);
  protected readonly max = LIMITES_AVIS.texte;
  protected readonly sens = SENS_AVIS.map((valeur) => ({ valeur, libelle: LIBELLES_SENS[valeur] }));

  protected readonly rendus = computed(() =>
    this.store.rendus().map((avis) => ({
      avis,
      libelle: `Avis ${LIBELLES_SENS[avis.sens].toLowerCase()}`,
      ton: TONS[avis.sens],
      generaux: avis.points.filter(({ champ }) => champ === null),
      ancres: avis.points.flatMap(({ id, champ, statut }) =>
        champ === null ? [] : [{ id, champ, libelle: champDe(champ).libelle, leve: statut === 'leve' }],
      ),
    })),
  );
  protected readonly poses = computed(() => {
    const nombre = this.store.brouillon()?.points.filter(({ champ }) => champ !== null).length ?? 0;
    return nombre === 0
      ? 'Sous chaque champ de la fiche, un bouton ajoute un point.'
      : `${accorder(nombre, 'point posé', 'points posés')} sur les champs de la fiche.`;
  });

  protected ecrire({ target }: Event): void {
    this.store.changer({ texte: (target as HTMLTextAreaElement).value });
  }
}
