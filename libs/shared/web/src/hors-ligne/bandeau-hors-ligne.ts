import { Component, computed, inject } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { accorder, formaterDate, formaterHeure } from '@pleniere/shared/domain';
import { Annonce, Confirmation, PlIcone } from '@pleniere/shared/ui';
import type { EnvoiGarde } from './envoi';
import { FileDEnvoi } from './file-d-envoi';
import { Proprietaire } from './proprietaire';
import { Reseau } from './reseau';

/** « Hors ligne : 3 saisies seront envoyées » : what the network owes the person, and what the server refused. */
@Component({
  selector: 'pl-bandeau-hors-ligne',
  imports: [PlIcone, RouterLink],
  templateUrl: './bandeau-hors-ligne.html',
  styleUrl: './bandeau-hors-ligne.scss',
})
export class BandeauHorsLigne {
  private readonly reseau = inject(Reseau);
  private readonly router = inject(Router);
  private readonly annonce = inject(Annonce);
  private readonly confirmation = inject(Confirmation);
  private readonly qui = inject(Proprietaire).courant;
  protected readonly file = inject(FileDEnvoi);

  protected readonly ton = computed(() => {
    if (!this.reseau.enLigne()) return 'coupe';
    return this.file.etat() === 'envoi' ? 'envoi' : 'attend';
  });
  /** Somebody has to log in before anything leaves. */
  protected readonly connexion = computed(
    () =>
      this.reseau.enLigne() &&
      (this.file.etat() === 'attend-connexion' || (this.qui() === null && this.file.autres() > 0)),
  );
  protected readonly phrase = computed(() => {
    const nombre = this.file.attente().length;
    if (!this.reseau.enLigne()) return horsLigne(nombre, this.file.dure());
    if (this.qui() === null && this.file.autres() > 0) return orphelines(this.file.autres());
    const saisies = accorder(nombre, 'saisie');
    if (this.file.etat() === 'attend-connexion')
      return `Votre session a expiré\u00A0: ${saisies} ${nombre > 1 ? 'partiront' : 'partira'} quand vous serez reconnecté.`;
    if (this.file.etat() === 'envoi') return `Envoi de ${saisies}…`;
    return nombre > 0 ? `${saisies} en attente d’envoi.` : null;
  });

  protected readonly moment = (quand: string): string => `${formaterDate(quand)} à ${formaterHeure(quand)}`;

  protected adresse(): string {
    return this.router.url;
  }

  protected raison({ refus }: EnvoiGarde): string {
    return [refus?.detail, ...(refus?.errors ?? []).map(({ detail }) => detail)].filter(Boolean).join(' ');
  }

  protected async copier({ quoi }: EnvoiGarde): Promise<void> {
    await navigator.clipboard.writeText(quoi);
    await this.annonce.dire('Texte copié.');
  }

  protected async abandonner(envoi: EnvoiGarde): Promise<void> {
    const confirme = await this.confirmation.demander({
      titre: 'Retirer cette saisie\u202F?',
      texte: `«\u202F${envoi.quoi}\u202F» n’a pas été enregistré et sera effacé de cet appareil.`,
      action: 'Retirer',
    });
    if (confirme) await this.file.abandonner(envoi);
  }
}

function horsLigne(nombre: number, dure: boolean): string {
  if (nombre === 0) return 'Hors ligne\u00A0: seul ce que cet appareil a gardé peut se lire.';
  const phrase = `Hors ligne\u00A0: ${accorder(nombre, 'saisie sera envoyée', 'saisies seront envoyées')} au retour du réseau.`;
  return dure ? phrase : `${phrase} Ne fermez pas cette page\u00A0: votre navigateur interdit de les garder.`;
}

function orphelines(nombre: number): string {
  return `${accorder(nombre, 'saisie attend', 'saisies attendent')} sur cet appareil que son auteur se reconnecte.`;
}
