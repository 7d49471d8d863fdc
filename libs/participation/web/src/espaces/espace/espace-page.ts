import { Component, computed, effect, inject, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Router, RouterLink } from '@angular/router';
import { SessionStore } from '@pleniere/acces/web';
import { type Espace, estAVenir, LIBELLES_FORMES, rythme } from '@pleniere/participation/domain';
import { accorder, formaterDate, formaterNombre, jourDeParis } from '@pleniere/shared/domain';
import { Annonce, Confirmation, PlErreur, PlIcone, PlPage, PlSquelette, Saisie } from '@pleniere/shared/ui';
import { TitreFenetre } from '@pleniere/shared/web';
import { EspacesClient } from '../espaces-client';
import { saisieEspace } from '../liste/saisir-espace';
import { saisieNouvelleSeance } from '../seance/saisir-seance';
import { ListeSeances } from '../seances/liste-seances';

const UN_AN = 365 * 86_400_000;
const JOURS = (nombre: number) => accorder(Math.round(nombre), 'jour');
const POURCENT = (part: number) => `${formaterNombre(Math.round(part * 100))}\u202F%`;

/** One espace de dialogue: how often it meets, who comes, and its séances. */
@Component({
  selector: 'pl-espace-page',
  imports: [ListeSeances, MatButton, PlErreur, PlIcone, PlPage, PlSquelette, RouterLink],
  templateUrl: './espace-page.html',
  styleUrl: './espace-page.scss',
})
export class EspacePage {
  private readonly client = inject(EspacesClient);
  private readonly saisie = inject(Saisie);
  private readonly confirmation = inject(Confirmation);
  private readonly annonce = inject(Annonce);
  private readonly router = inject(Router);
  private readonly session = inject(SessionStore);
  private readonly organisations = this.client.organisations();
  private readonly quartiers = this.client.quartiers();
  private readonly jour = jourDeParis();

  readonly id = input.required<string>();
  protected readonly espace = this.client.espace(this.id);
  protected readonly lu = computed(() => (this.espace.hasValue() ? this.espace.value() : null));
  protected readonly noms = computed(() => new Map(this.quartiers().map(({ code, nom }) => [code, nom])));
  protected readonly animer = computed(() => {
    const [lu, session] = [this.lu(), this.session.session()];
    if (!lu || !session || !this.session.peut('espaces.animer')) return false;
    return session.role === 'equipe' || session.organisation?.id === lu.organisation.id;
  });
  protected readonly lede = computed(() => {
    const lu = this.lu();
    if (!lu) return undefined;
    const quartiers = lu.qpvCodes.map((code) => this.noms().get(code) ?? code).join(', ') || 'tout le contrat';
    const duree = lu.jusquA
      ? `du ${formaterDate(lu.depuis)} au ${formaterDate(lu.jusquA)}`
      : `depuis le ${formaterDate(lu.depuis)}`;
    return `${LIBELLES_FORMES[lu.forme]} animé par ${lu.organisation.nom}, ${duree}. Quartiers\u00A0: ${quartiers}.`;
  });
  protected readonly aVenir = computed(() => (this.lu()?.seances ?? []).filter(estAVenir).reverse());
  protected readonly passees = computed(() => (this.lu()?.seances ?? []).filter((seance) => !estAVenir(seance)));
  protected readonly rythmes = computed(() => {
    const lu = this.lu();
    return lu ? rythmeDit(lu, this.jour) : [];
  });

  constructor() {
    const fenetre = inject(TitreFenetre);
    effect(() => fenetre.nommer(this.lu()?.nom ?? 'Espace de dialogue'));
  }

  protected intervalle({ min, max }: { min: number; max: number }): string {
    return min === max ? formaterNombre(min) : `de ${formaterNombre(min)} à ${formaterNombre(max)}`;
  }

  protected async modifier(espace: Espace): Promise<void> {
    const organisations = this.organisations.hasValue() ? this.organisations.value() : [];
    const cadre = { organisations, quartiers: this.quartiers(), organisationId: null };
    const ecrit = await this.saisie.demander(saisieEspace(this.client, cadre, espace));
    if (ecrit === null) return;
    this.espace.reload();
    await this.annonce.dire('Espace enregistré.');
  }

  protected async planifier(espace: Espace): Promise<void> {
    const seance = await this.saisie.demander(saisieNouvelleSeance(this.client, espace, this.quartiers()));
    if (seance) await this.router.navigate(['/participation/seances', seance.id]);
  }

  protected async supprimer(espace: Espace): Promise<void> {
    const confirme = await this.confirmation.demander({
      titre: 'Supprimer cet espace\u202F?',
      texte: `«\u00A0${espace.nom}\u00A0» ne s’est jamais réuni. Un espace qui s’arrête se garde, avec un dernier jour.`,
      action: 'Supprimer',
    });
    if (!confirme) return;
    await this.client.supprimerEspace(espace);
    await this.annonce.dire('Espace supprimé.');
    await this.router.navigate(['/participation/espaces']);
  }
}

/** How often an espace has met in the last twelve months, in the figures of the fiche T 1.1. */
function rythmeDit({ seances, depuis, jusquA }: Espace, jour: string): { terme: string; dit: string }[] {
  const fin = jusquA !== null && jusquA < jour ? jusquA : jour;
  const annee = new Date(Date.parse(fin) - UN_AN).toISOString().slice(0, 10);
  const { tenues, annulees, parMois, intervalleMedian, plusLongSilence, tauxCompteRendu } = rythme(seances, {
    debut: depuis > annee ? depuis : annee,
    fin,
  });
  return [
    {
      terme: 'Fréquence sur un an',
      dit: `${accorder(tenues, 'séance tenue', 'séances tenues')}, ${formaterNombre(parMois, 1)} par mois`,
    },
    {
      terme: 'Intervalle médian',
      dit: intervalleMedian === null ? 'pas encore deux séances' : `${JOURS(intervalleMedian)} entre deux séances`,
    },
    { terme: 'Plus long silence', dit: plusLongSilence === null ? 'aucune séance tenue' : JOURS(plusLongSilence) },
    { terme: 'Annulées', dit: accorder(annulees, 'séance') },
    {
      terme: 'Comptes rendus à temps',
      dit:
        tauxCompteRendu === null ? 'aucun n’est encore dû' : `${POURCENT(tauxCompteRendu)} en moins de 21\u00A0jours`,
    },
  ];
}
