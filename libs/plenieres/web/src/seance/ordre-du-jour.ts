import { Component, computed, inject, input, linkedSignal, output, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { codeAffiche } from '@pleniere/fiches/domain';
import { type FicheDuPoint, LIMITES_PLENIERES, type Seance } from '@pleniere/plenieres/domain';
import { Annonce, lireProbleme, PlErreur, PlIcone, PlRang } from '@pleniere/shared/ui';
import { PlenieresClient, type PointSaisi } from '../plenieres-client';

/** The agenda of a séance, in its order; the team adds, moves and takes away, and saves in one act. */
@Component({
  selector: 'pl-ordre-du-jour',
  imports: [MatButton, PlErreur, PlIcone, PlRang, RouterLink],
  templateUrl: './ordre-du-jour.html',
  styleUrl: './ordre-du-jour.scss',
})
export class OrdreDuJour {
  private readonly client = inject(PlenieresClient);
  private readonly annonce = inject(Annonce);

  readonly seance = input.required<Seance>();
  readonly fiches = input.required<readonly FicheDuPoint[]>();
  readonly gerer = input(false);
  readonly enregistre = output();

  protected readonly max = LIMITES_PLENIERES.titre;
  protected readonly codeAffiche = codeAffiche;
  protected readonly refus = signal<unknown>(null);
  /** What somebody else saved meanwhile; both agendas are shown until one is chosen. */
  protected readonly autre = signal<Seance | null>(null);
  private readonly lus = computed(() => this.seance().ordreDuJour.map(({ ficheId, titre }) => ({ ficheId, titre })));
  protected readonly points = linkedSignal<PointSaisi[]>(() => this.lus());
  protected readonly modifie = computed(() => JSON.stringify(this.points()) !== JSON.stringify(this.lus()));
  protected readonly libres = computed(() =>
    this.fiches().filter(({ id }) => this.points().every(({ ficheId }) => ficheId !== id)),
  );

  protected fiche(id: string | null): FicheDuPoint | null {
    const inscrite = this.seance().ordreDuJour.find(({ ficheId }) => ficheId === id)?.fiche;
    return inscrite ?? this.fiches().find((fiche) => fiche.id === id) ?? null;
  }

  protected nom(point: PointSaisi): string {
    const fiche = this.fiche(point.ficheId);
    return fiche ? `${codeAffiche(fiche.code)} – ${fiche.titre}` : point.titre;
  }

  protected inscrire(ficheId: string | null, titre: string): void {
    const sujet = titre.trim();
    if (ficheId === null && sujet === '') return;
    this.points.update((points) => [...points, { ficheId, titre: sujet }]);
  }

  protected inscrireToutes(): void {
    const nouvelles = this.libres().map(({ id }) => ({ ficheId: id, titre: '' }));
    this.points.update((points) => [...points, ...nouvelles]);
  }

  protected deplacer(rang: number, pas: -1 | 1): void {
    const points = [...this.points()];
    const [point] = points.splice(rang, 1);
    if (!point) return;
    points.splice(rang + pas, 0, point);
    this.points.set(points);
    void this.annonce.dire(`${this.nom(point)}\u00A0: point ${rang + pas + 1} sur ${points.length}.`);
  }

  protected retirer(rang: number): void {
    this.points.update((points) => points.filter((_, autre) => autre !== rang));
  }

  protected abandonner(): void {
    this.points.set(this.lus());
    this.refus.set(null);
  }

  protected prendreLAutre(): void {
    this.autre.set(null);
    this.enregistre.emit();
  }

  /** Saves mine over what somebody else wrote, now that both have been read. */
  protected async garderLeMien(autre: Seance): Promise<void> {
    this.autre.set(null);
    await this.enregistrer(autre);
  }

  protected async enregistrer(lue = this.seance()): Promise<void> {
    this.refus.set(null);
    try {
      await this.client.ordonner(lue, this.points());
      this.enregistre.emit();
      await this.annonce.dire('Ordre du jour enregistré.');
    } catch (erreur) {
      const { status, actuel } = lireProbleme(erreur);
      if (status === 412 && actuel) this.autre.set(actuel as Seance);
      else this.refus.set(erreur);
    }
  }
}
