import { Component, inject } from '@angular/core';
import { champDe, type ChampId, CHAMPS_ECRITS, LIMITES_DIALOGUE, type NoteTerrain } from '@pleniere/fiches/domain';
import { Confirmation, DateFr, PlIcone, Saisie } from '@pleniere/shared/ui';
import { firstValueFrom } from 'rxjs';
import { TypoFr } from '../../champs/typo-fr';
import { DialogueStore } from '../dialogue-store';

/** What the délégués keep for themselves about the fiche. */
@Component({
  selector: 'pl-notes-etat',
  imports: [DateFr, PlIcone, TypoFr],
  templateUrl: './notes-etat.html',
  styleUrl: './notes-etat.scss',
})
export class NotesEtat {
  protected readonly store = inject(DialogueStore);
  private readonly saisie = inject(Saisie);
  private readonly confirmation = inject(Confirmation);

  protected libelle(champ: ChampId): string {
    return `« ${champDe(champ).libelle} »`;
  }

  protected async ecrire(note?: NoteTerrain): Promise<void> {
    const { client } = this.store;
    await this.saisie.demander<{ champ: string | null; texte: string }, NoteTerrain>({
      titre: note ? 'Corriger cette note' : 'Écrire une note',
      texte: 'Seuls les délégués du préfet de ce contrat la lisent. Elle n’apparaît dans aucun document.',
      action: 'Enregistrer',
      champs: [
        {
          cle: 'champ',
          libelle: 'À propos de',
          type: 'choix',
          options: CHAMPS_ECRITS.map(({ id }) => ({ valeur: id, libelle: champDe(id).libelle })),
          aide: 'Sans choix, la note porte sur toute la fiche.',
        },
        {
          cle: 'texte',
          libelle: 'Note',
          type: 'texte',
          lignes: 6,
          max: LIMITES_DIALOGUE.note,
          requis: 'Écrivez quelque chose.',
        },
      ],
      valeur: { champ: note ? note.champ : this.store.champ(), texte: note?.texte ?? '' },
      enregistrer: ({ champ, texte }) => {
        const saisie = { champ: champ as ChampId | null, texte };
        const acte = note ? client.corrigerNote(note, saisie) : client.noter(this.store.ficheId() ?? '', saisie);
        return this.store.suivreNote(acte);
      },
    });
  }

  protected async supprimer(note: NoteTerrain): Promise<void> {
    const confirme = await this.confirmation.demander({
      titre: 'Supprimer cette note\u202F?',
      texte: 'Son texte disparaît pour tous les délégués.',
      action: 'Supprimer',
    });
    if (!confirme) return;
    const acte = () => firstValueFrom(this.store.client.supprimerNote(note)).then(() => true);
    if (await this.store.tenter(acte)) this.store.notes.update((notes) => notes.filter(({ id }) => id !== note.id));
  }
}
