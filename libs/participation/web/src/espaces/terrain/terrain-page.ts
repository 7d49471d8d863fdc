import { Component, computed, effect, inject, input, linkedSignal, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import {
  indicesPersonnels,
  LIBELLES_GENRES,
  LIBELLES_INDICES_PERSONNELS,
  LIBELLES_ROLES_PRESENCE,
  LIBELLES_TRANCHES_AGE,
  GENRES,
  type GenreDeclare,
  LIMITES_SEANCE,
  LONGUEURS_PAROLES,
  type PresenceDite,
  refusComptage,
  type RolePresence,
  ROLES_PRESENCE,
  type TrancheAge,
  TRANCHES_AGE,
} from '@pleniere/participation/domain';
import { accorder, formaterDate, formaterHoraire } from '@pleniere/shared/domain';
import { Annonce, DateFr, PlErreur, PlIcone, PlSquelette } from '@pleniere/shared/ui';
import { Reseau, TitreFenetre } from '@pleniere/shared/web';
import { type Tenu, Terrain } from './terrain';

const DERNIERES = 4;
/** Age bands short enough for one row of buttons. */
const AGES_COURTS: Readonly<Record<TrancheAge, string>> = {
  'moins-15': '0–14',
  '15-24': '15–24',
  '25-59': '25–59',
  '60-74': '60–74',
  '75-plus': '75+',
};
const NOTES = [1, 2, 3, 4, 5] as const;
const LIBELLES_NOTES = ['Pas du tout', 'Un peu', 'Moyennement', 'Bien', 'Tout à fait'] as const;

/** Entry on a phone in a community hall: who comes, what is asked and said, with or without a network. */
@Component({
  selector: 'pl-terrain-page',
  imports: [DateFr, PlErreur, PlIcone, PlSquelette, RouterLink],
  providers: [Terrain],
  templateUrl: './terrain-page.html',
  styleUrl: './terrain-page.scss',
})
export class TerrainPage {
  private readonly annonce = inject(Annonce);
  protected readonly terrain = inject(Terrain);
  protected readonly reseau = inject(Reseau);

  readonly id = input.required<string>();
  protected readonly roles = ROLES_PRESENCE;
  protected readonly autresRoles = ROLES_PRESENCE.filter((role) => role !== 'habitant');
  protected readonly ages = TRANCHES_AGE;
  protected readonly agesCourts = AGES_COURTS;
  protected readonly genres = GENRES;
  protected readonly libelles = {
    roles: LIBELLES_ROLES_PRESENCE,
    genres: LIBELLES_GENRES,
  };
  protected readonly notes = NOTES.map((note, rang) => ({ note, rang, libelle: LIBELLES_NOTES[rang] ?? '' }));
  protected readonly limites = { note: LIMITES_SEANCE.note, question: LONGUEURS_PAROLES.question };

  protected readonly age = signal<TrancheAge | null>(null);
  protected readonly genre = signal<GenreDeclare | null>(null);
  protected readonly premiereFois = signal(false);
  protected readonly question = signal('');
  protected readonly note = signal('');
  // Only another count replaces what is being typed, not every change of the queue.
  private readonly compteGarde = computed(() => this.terrain.comptages().get('habitant') ?? 0);
  private readonly ressentiGarde = computed(() => this.terrain.ressenti(), { equal: (a, b) => a.join() === b.join() });
  protected readonly compte = linkedSignal(() => this.compteGarde());
  protected readonly ressenti = linkedSignal(() => [...this.ressentiGarde()]);

  protected readonly titre = computed(() => this.terrain.seance()?.espace.nom ?? 'Séance');
  protected readonly lede = computed(() => {
    const seance = this.terrain.seance();
    if (!seance) return '';
    return [formaterDate(seance.date), formaterHoraire(seance.heure), seance.lieu].filter(Boolean).join(' · ');
  });
  protected readonly refus = computed(() => {
    const seance = this.terrain.seance();
    return seance && refusComptage(seance);
  });
  protected readonly pointes = computed(() => {
    const nombre = (role: RolePresence) => this.terrain.presences().filter((presence) => presence.role === role).length;
    return new Map(ROLES_PRESENCE.map((role) => [role, nombre(role)]));
  });
  protected readonly dernieres = computed(() => this.terrain.dernieres().slice(-DERNIERES).reverse());
  protected readonly etat = computed(() => {
    const n = this.terrain.attente().length;
    if (n > 0) return `${accorder(n, 'saisie')} sur ce téléphone, pas encore ${n > 1 ? 'envoyées' : 'envoyée'}.`;
    if (!this.reseau.enLigne()) return 'Hors ligne. Ce que vous saisirez restera sur ce téléphone, puis partira.';
    return this.terrain.prete() ? 'Tout est envoyé. La page marche aussi sans réseau.' : 'Tout est envoyé.';
  });
  protected readonly indices = computed(() =>
    indicesPersonnels(`${this.question()}\n${this.note()}`).map((indice) => LIBELLES_INDICES_PERSONNELS[indice]),
  );
  protected readonly questionPrete = computed(
    () => [...this.question().trim()].length >= LONGUEURS_PAROLES.questionMin,
  );

  constructor() {
    const fenetre = inject(TitreFenetre);
    effect(() => void this.terrain.ouvrir(this.id()));
    effect(() => fenetre.nommer(`Saisie dans la salle, ${this.titre()}`));
  }

  protected choisirAge(age: TrancheAge): void {
    this.age.update((choisi) => (choisi === age ? null : age));
  }

  protected choisirGenre(genre: GenreDeclare): void {
    this.genre.update((choisi) => (choisi === genre ? null : genre));
  }

  protected async pointer(role: RolePresence): Promise<void> {
    const habitant = role === 'habitant';
    await this.terrain.pointer({
      role,
      trancheAge: habitant ? this.age() : null,
      genre: habitant ? this.genre() : null,
      qpvCode: null,
      premiereFois: habitant && this.premiereFois() ? true : null,
    });
    if (!habitant) return;
    this.age.set(null);
    this.genre.set(null);
    this.premiereFois.set(false);
  }

  protected async garderQuestion(): Promise<void> {
    if (!this.questionPrete()) return;
    await this.terrain.demander(this.question().trim());
    this.question.set('');
    await this.annonce.dire('Question gardée.');
  }

  protected async garderNote(): Promise<void> {
    if (this.note().trim() === '') return;
    await this.terrain.noter(this.note().trim());
    this.note.set('');
    await this.annonce.dire('Note gardée.');
  }

  protected changerCompte(ecart: number): void {
    this.compte.update((n) => Math.min(Math.max(n + ecart, 0), LIMITES_SEANCE.comptage));
  }

  protected lireCompte(texte: string): void {
    const n = Number.parseInt(texte, 10);
    if (Number.isInteger(n)) this.compte.set(Math.min(Math.max(n, 0), LIMITES_SEANCE.comptage));
  }

  protected async garderCompte(): Promise<void> {
    await this.terrain.compter('habitant', this.compte());
    await this.annonce.dire('Comptage gardé.');
  }

  protected changerRessenti(rang: number, ecart: number): void {
    this.ressenti.update((notes) => notes.map((n, ici) => (ici === rang ? Math.max(n + ecart, 0) : n)));
  }

  protected async garderRessenti(): Promise<void> {
    await this.terrain.ressentir(this.ressenti());
    await this.annonce.dire('Réponses gardées.');
  }

  protected dite({ role, trancheAge, genre, premiereFois }: Tenu<PresenceDite>): string {
    const dits = [
      LIBELLES_ROLES_PRESENCE[role],
      trancheAge && LIBELLES_TRANCHES_AGE[trancheAge].toLowerCase(),
      genre && LIBELLES_GENRES[genre].toLowerCase(),
      premiereFois && 'première fois',
    ];
    return dits.filter(Boolean).join(', ');
  }
}
