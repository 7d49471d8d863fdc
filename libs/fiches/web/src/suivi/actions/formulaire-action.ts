import { Component, computed, signal } from '@angular/core';
import {
  type Action,
  type ActionSaisie,
  LIBELLES_NIVEAUX_ACTION,
  LIBELLES_STATUTS_ACTION,
  LIMITES_ACTION,
  NIVEAUX_ACTION,
  STATUTS_ACTION,
} from '@pleniere/fiches/domain';
import { formaterDate, texteBrut } from '@pleniere/shared/domain';
import { PlErreur, PlIcone } from '@pleniere/shared/ui';
import { nouvelId } from '../../champs/nouvel-id';
import { PlSaisie } from '../../champs/saisie/saisie';
import { EditeurTexteRiche } from '../../champs/texte-riche/editeur-texte-riche';
import { BrouillonRepris } from '../brouillon';
import { ConflitSuivi, differences } from '../conflit-suivi';
import { FormulaireSuivi } from '../formulaire-suivi';

/** Form of an action. */
@Component({
  selector: 'pl-formulaire-action',
  imports: [BrouillonRepris, ConflitSuivi, EditeurTexteRiche, PlErreur, PlIcone, PlSaisie],
  templateUrl: './formulaire-action.html',
  styleUrl: '../formulaire.scss',
})
export class FormulaireAction extends FormulaireSuivi<ActionSaisie, Action> {
  protected readonly objet = 'action';
  protected readonly statuts = STATUTS_ACTION;
  protected readonly libellesStatuts = LIBELLES_STATUTS_ACTION;
  protected readonly niveaux = NIVEAUX_ACTION;
  protected readonly libellesNiveaux = LIBELLES_NIVEAUX_ACTION;
  protected readonly limites = LIMITES_ACTION;
  protected readonly sansTitre = signal(false);
  protected readonly differences = computed(() => {
    const actuelle = this.actuelle();
    if (!actuelle) return [];
    return differences<ActionSaisie>(
      this.saisie(),
      actuelle,
      {
        description: texteBrut,
        echeance: (date) => (date ? formaterDate(date) : ''),
        statut: (statut) => LIBELLES_STATUTS_ACTION[statut],
        niveauParticipation: (niveau) => LIBELLES_NIVEAUX_ACTION[niveau],
        etapes: (etapes) => etapes.map(({ libelle, faite }) => `${faite ? '✓' : '–'} ${libelle}`).join('\n'),
      },
      {
        titre: 'Titre',
        description: 'Description',
        pilote: 'Conduite par',
        echeance: 'Échéance',
        statut: 'Statut',
        niveauParticipation: 'Place des habitants',
        etapes: 'Étapes',
        refDauphin: 'Dossier Dauphin',
      },
    );
  });

  protected enSaisie(action: ActionSaisie): ActionSaisie {
    const { titre, description, pilote, echeance, statut, niveauParticipation, etapes, refDauphin } = action;
    return { titre, description, pilote, echeance, statut, niveauParticipation, etapes, refDauphin };
  }

  protected choisir(cle: 'statut' | 'niveauParticipation', choix: string): void {
    const statut = this.statuts.find((connu) => connu === choix);
    const niveau = this.niveaux.find((connu) => connu === choix);
    if (cle === 'statut' && statut) this.changer({ statut });
    if (cle === 'niveauParticipation' && niveau) this.changer({ niveauParticipation: niveau });
  }

  protected ajouterEtape(champ: HTMLInputElement): void {
    const libelle = champ.value.trim();
    champ.value = '';
    if (libelle !== '') this.changer({ etapes: [...this.saisie().etapes, { id: nouvelId(), libelle, faite: false }] });
  }

  protected renommerEtape(id: string, libelle: string): void {
    this.changer({ etapes: this.saisie().etapes.map((etape) => (etape.id === id ? { ...etape, libelle } : etape)) });
  }

  protected retirerEtape(id: string): void {
    this.changer({ etapes: this.saisie().etapes.filter((etape) => etape.id !== id) });
  }

  protected async envoyer(): Promise<void> {
    const saisie = this.saisie();
    this.sansTitre.set(saisie.titre.trim() === '');
    if (this.sansTitre()) return;
    await this.confier({ ...saisie, etapes: saisie.etapes.filter(({ libelle }) => libelle.trim() !== '') });
  }
}
