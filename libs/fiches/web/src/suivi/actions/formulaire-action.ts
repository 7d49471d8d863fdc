import { Component, computed, input, linkedSignal, output, signal } from '@angular/core';
import {
  type Action,
  type ActionSaisie,
  LIBELLES_PARTICIPATION,
  LIBELLES_STATUTS_ACTION,
  LIMITES_ACTION,
  NIVEAUX_PARTICIPATION,
  STATUTS_ACTION,
} from '@pleniere/fiches/domain';
import { formaterDate, texteBrut } from '@pleniere/shared/domain';
import { lireProbleme, PlErreur, PlIcone } from '@pleniere/shared/ui';
import { nouvelId } from '../../champs/nouvel-id';
import { PlSaisie } from '../../champs/saisie/saisie';
import { EditeurTexteRiche } from '../../champs/texte-riche/editeur-texte-riche';
import { ConflitSuivi, differences } from '../conflit-suivi';

function enSaisie(action: ActionSaisie): ActionSaisie {
  const { titre, description, pilote, echeance, statut, niveauParticipation, etapes, refDauphin } = action;
  return { titre, description, pilote, echeance, statut, niveauParticipation, etapes, refDauphin };
}

/** Form of an action; what was typed stays until it is saved or given up. */
@Component({
  selector: 'pl-formulaire-action',
  imports: [ConflitSuivi, EditeurTexteRiche, PlErreur, PlIcone, PlSaisie],
  templateUrl: './formulaire-action.html',
  styleUrl: '../formulaire.scss',
})
export class FormulaireAction {
  readonly depart = input.required<ActionSaisie | Action>();
  readonly enregistrer = input.required<(saisie: ActionSaisie, version: number) => Promise<void>>();
  readonly ferme = output();
  /** The action as somebody else saved it, when the person prefers it. */
  readonly remplacee = output<Action>();

  protected readonly statuts = STATUTS_ACTION;
  protected readonly libellesStatuts = LIBELLES_STATUTS_ACTION;
  protected readonly niveaux = NIVEAUX_PARTICIPATION;
  protected readonly libellesNiveaux = LIBELLES_PARTICIPATION;
  protected readonly limites = LIMITES_ACTION;

  protected readonly saisie = linkedSignal(() => enSaisie(this.depart()));
  private readonly version = linkedSignal(() => ('version' in this.depart() ? (this.depart() as Action).version : 0));
  protected readonly sansTitre = signal(false);
  protected readonly enCours = signal(false);
  protected readonly erreur = signal<unknown>(null);
  protected readonly actuelle = signal<Action | null>(null);
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
        niveauParticipation: (niveau) => LIBELLES_PARTICIPATION[niveau],
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

  protected changer(changement: Partial<ActionSaisie>): void {
    this.saisie.update((saisie) => ({ ...saisie, ...changement }));
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
    if (this.sansTitre() || this.enCours()) return;
    this.enCours.set(true);
    this.erreur.set(null);
    try {
      const etapes = saisie.etapes.filter(({ libelle }) => libelle.trim() !== '');
      await this.enregistrer()({ ...saisie, etapes }, this.version());
      this.ferme.emit();
    } catch (erreur) {
      const { status, actuel } = lireProbleme(erreur);
      if (status === 412 && actuel) this.actuelle.set(actuel as Action);
      else this.erreur.set(erreur);
    } finally {
      this.enCours.set(false);
    }
  }

  protected garder(): void {
    this.version.set(this.actuelle()?.version ?? this.version());
    this.actuelle.set(null);
    void this.envoyer();
  }

  protected prendre(): void {
    const actuelle = this.actuelle();
    if (actuelle) this.remplacee.emit(actuelle);
    this.ferme.emit();
  }
}
