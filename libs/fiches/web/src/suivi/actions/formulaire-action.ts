import { Component, computed, effect, inject, input, linkedSignal, output, signal, untracked } from '@angular/core';
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
import { lireProbleme, PlErreur, PlIcone } from '@pleniere/shared/ui';
import { nouvelId } from '../../champs/nouvel-id';
import { PlSaisie } from '../../champs/saisie/saisie';
import { EditeurTexteRiche } from '../../champs/texte-riche/editeur-texte-riche';
import { BrouillonRepris, BrouillonsSuivi } from '../brouillon';
import { ConflitSuivi, differences } from '../conflit-suivi';

function enSaisie(action: ActionSaisie): ActionSaisie {
  const { titre, description, pilote, echeance, statut, niveauParticipation, etapes, refDauphin } = action;
  return { titre, description, pilote, echeance, statut, niveauParticipation, etapes, refDauphin };
}

/** Form of an action; what was typed stays, on the device too, until it is saved or given up. */
@Component({
  selector: 'pl-formulaire-action',
  imports: [BrouillonRepris, ConflitSuivi, EditeurTexteRiche, PlErreur, PlIcone, PlSaisie],
  templateUrl: './formulaire-action.html',
  styleUrl: '../formulaire.scss',
})
export class FormulaireAction {
  private readonly brouillons = inject(BrouillonsSuivi);

  readonly depart = input.required<ActionSaisie | Action>();
  readonly enregistrer = input.required<(saisie: ActionSaisie, version: number) => Promise<void>>();
  readonly ferme = output();
  /** The action as somebody else saved it, when the person prefers it. */
  readonly remplacee = output<Action>();

  protected readonly statuts = STATUTS_ACTION;
  protected readonly libellesStatuts = LIBELLES_STATUTS_ACTION;
  protected readonly niveaux = NIVEAUX_ACTION;
  protected readonly libellesNiveaux = LIBELLES_NIVEAUX_ACTION;
  protected readonly limites = LIMITES_ACTION;

  private readonly brouillon = computed(() =>
    this.brouillons.de('action', (this.depart() as Partial<Action>).id ?? 'neuve'),
  );
  protected readonly garde = linkedSignal(() => this.brouillon().lire());
  private readonly touchee = linkedSignal(() => this.garde() !== null);
  /** What is typed upon: it stays while somebody types, whatever others save meanwhile. */
  private readonly base = linkedSignal<{ depart: ActionSaisie | Action; touchee: boolean }, ActionSaisie | Action>({
    source: () => ({ depart: this.depart(), touchee: this.touchee() }),
    computation: ({ depart, touchee }, avant) => (touchee && avant ? avant.value : depart),
  });
  protected readonly saisie = linkedSignal(() => ({ ...enSaisie(this.base()), ...(this.garde()?.valeur as object) }));
  private readonly version = linkedSignal(() => this.garde()?.version ?? (this.base() as Partial<Action>).version ?? 0);
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

  constructor() {
    effect(() => {
      const depart = this.depart();
      const base = untracked(this.base);
      const depassee = 'version' in depart && 'version' in base && depart.version > base.version;
      if (depassee && untracked(this.touchee) && !untracked(this.enCours)) this.actuelle.set(depart);
    });
  }

  protected changer(changement: Partial<ActionSaisie>): void {
    this.saisie.update((saisie) => ({ ...saisie, ...changement }));
    this.touchee.set(true);
    this.brouillon().garder({ valeur: this.saisie(), version: this.version() });
  }

  /** Back to what the server holds. */
  protected abandonner(): void {
    this.brouillon().oublier();
    this.garde.set(null);
    this.touchee.set(false);
    this.actuelle.set(null);
  }

  protected renoncer(): void {
    this.brouillon().oublier();
    this.ferme.emit();
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
      this.renoncer();
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
    this.renoncer();
  }
}
