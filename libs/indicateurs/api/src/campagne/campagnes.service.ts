import { Injectable } from '@nestjs/common';
import { Journal, Notifications } from '@pleniere/acces/api';
import type { Acteur } from '@pleniere/acces/domain';
import {
  type Campagne,
  type OuvertureCampagne,
  refusDAnnee,
  refusDeJour,
  RELANCE_PAR_DEFAUT,
} from '@pleniere/indicateurs/domain';
import { Base, Direct, enConflit, introuvable, perime, refuse } from '@pleniere/shared/api';
import { accorder, formaterDate, type PeriodeContrat } from '@pleniere/shared/domain';
import type { EntityManager } from 'typeorm';
import { Horloge } from '../horloge';
import {
  ANNEE_EN_COURS,
  CAMPAGNE,
  CAMPAGNES,
  CHANGER,
  CLORE,
  DEVERROUILLER_ANNEE,
  OUVRIR,
  PERIODE,
  ROUVRIR,
  VERROUILLER_ANNEE,
} from './campagnes.sql';

/** Parts of a campagne that change while it runs. */
export type ChangementCampagne = Partial<Pick<Campagne, 'echeance' | 'consigne' | 'relanceObjet' | 'relanceTexte'>>;

type Ecriture = [lignes: { annee: number }[], nombre: number];

/** Life of a campagne: opened by the team, closed, reopened with a reason; each step is told to the journal. */
@Injectable()
export class CampagnesService {
  constructor(
    private readonly base: Base,
    private readonly journal: Journal,
    private readonly notifications: Notifications,
    private readonly direct: Direct,
    private readonly horloge: Horloge,
  ) {}

  /** Every campagne of the contrat, newest first. */
  async lister(contratId: string): Promise<Campagne[]> {
    const [ligne] = await this.base.lire<{ reponse: Campagne[] }>('campagnes', CAMPAGNES, [contratId]);
    return ligne?.reponse ?? [];
  }

  /** Last year whose campagne is open; null when none is. */
  async anneeEnCours(contratId: string): Promise<number | null> {
    const [ligne] = await this.base.lire<{ annee: number | null }>('annee-en-cours', ANNEE_EN_COURS, [contratId]);
    return ligne?.annee ?? null;
  }

  /** The campagne of a year; throws 404 when the year has none. */
  async lire(contratId: string, annee: number): Promise<Campagne> {
    const [ligne] = await this.base.lire<{ reponse: Campagne }>('campagne', CAMPAGNE, [contratId, annee]);
    if (!ligne) throw introuvable('Cette campagne');
    return ligne.reponse;
  }

  /** Opens the campagne of a year; throws 409 when it has one. */
  ouvrir(acteur: Acteur, { annee, echeance, consigne }: OuvertureCampagne): Promise<Campagne> {
    const { contratId } = acteur;
    return this.base.transaction(async (tx) => {
      const [periode] = await tx.query<{ reponse: PeriodeContrat }[]>(PERIODE, [contratId]);
      const refus = [
        { pointer: '/annee', detail: periode ? refusDAnnee(annee, periode.reponse, this.horloge.annee()) : null },
        { pointer: '/echeance', detail: refusDeJour(echeance, this.horloge.aujourdhui()) },
      ].flatMap(({ pointer, detail }) => (detail === null ? [] : [{ pointer, detail }]));
      if (refus.length > 0) throw refuse('La campagne n’est pas ouverte\u00A0: corrigez ce qui est signalé.', refus);
      const { objet, texte } = RELANCE_PAR_DEFAUT;
      const [creee] = await tx.query<unknown[]>(OUVRIR, [contratId, annee, echeance, consigne, objet, texte]);
      if (!creee) throw enConflit(`La campagne ${annee} est déjà ouverte.`);
      await this.consigner(tx, acteur, annee, { champ: 'ouverture', apres: { echeance, consigne } });
      await this.notifications.annoncer(tx, acteur, {
        sorte: 'campagne',
        evenement: `campagne/${annee}/ouverte`,
        titre: `Campagne ${annee} ouverte`,
        texte: `Les valeurs ${annee} sont attendues pour le ${formaterDate(echeance)}.`,
        lien: '/campagne',
        pour: { roles: ['equipe', 'referent', 'delegue', 'contributeur'] },
        permission: 'campagnes.lire',
      });
      return lireDans(tx, contratId, annee);
    });
  }

  /** Changes the due date, the instructions or the reminder of an open campagne. */
  changer(acteur: Acteur, annee: number, version: number, changement: ChangementCampagne): Promise<Campagne> {
    return this.base.transaction((tx) => this.changerDans(tx, acteur, annee, version, changement));
  }

  /** The same in a transaction of the caller's. */
  async changerDans(
    tx: EntityManager,
    acteur: Acteur,
    annee: number,
    version: number,
    changement: ChangementCampagne,
  ): Promise<Campagne> {
    const { contratId } = acteur;
    const avant = await lireDans(tx, contratId, annee);
    const { echeance, consigne, relanceObjet, relanceTexte } = changement;
    if (avant.closeLe !== null) throw enConflit('Une campagne close ne change plus\u00A0: rouvrez-la d’abord.');
    if (echeance !== undefined && echeance !== avant.echeance) {
      const detail = refusDeJour(echeance, this.horloge.aujourdhui());
      if (detail !== null) throw refuse('L’échéance n’est pas changée.', [{ pointer: '/echeance', detail }]);
    }
    const valeurs = [contratId, annee, version, echeance, consigne, relanceObjet, relanceTexte];
    const [lignes] = await tx.query<Ecriture>(CHANGER, valeurs);
    const apres = await lireDans(tx, contratId, annee);
    if (lignes.length === 0) throw perime(apres);
    const champs = (['echeance', 'consigne', 'relanceObjet', 'relanceTexte'] as const).filter(
      (champ) => avant[champ] !== apres[champ],
    );
    for (const champ of champs) {
      await this.consigner(tx, acteur, annee, { champ, avant: avant[champ], apres: apres[champ] });
    }
    return apres;
  }

  /** Closes the year and locks its values; whoever is writing there is waited for, and nobody writes after. */
  clore(acteur: Acteur, annee: number, version: number): Promise<Campagne> {
    return this.basculer(acteur, annee, version, {
      marche: CLORE,
      valeurs: VERROUILLER_ANNEE,
      champ: 'cloture',
      deja: 'Cette campagne est déjà close.',
      dire: (nombre) => accorder(nombre, 'valeur verrouillée', 'valeurs verrouillées'),
    });
  }

  /** Opens a closed year again, in everybody's sight: the reason is kept. */
  rouvrir(acteur: Acteur, annee: number, version: number, motif: string): Promise<Campagne> {
    return this.basculer(acteur, annee, version, {
      marche: ROUVRIR,
      valeurs: DEVERROUILLER_ANNEE,
      champ: 'reouverture',
      motif,
      deja: 'Cette campagne n’est pas close.',
      dire: (nombre) => accorder(nombre, 'valeur déverrouillée', 'valeurs déverrouillées'),
    });
  }

  private basculer(acteur: Acteur, annee: number, version: number, bascule: Bascule): Promise<Campagne> {
    const { contratId } = acteur;
    const { marche, valeurs, champ, motif, deja, dire } = bascule;
    return this.base.transaction(async (tx) => {
      const [lignes] = await tx.query<Ecriture>(marche, [contratId, annee, version]);
      if (lignes.length === 0) {
        const actuelle = await lireDans(tx, contratId, annee);
        throw actuelle.version === version ? enConflit(deja) : perime(actuelle);
      }
      const [, nombre] = await tx.query<Ecriture>(valeurs, [contratId, annee]);
      await this.consigner(tx, acteur, annee, { champ, apres: dire(nombre), motif });
      return lireDans(tx, contratId, annee);
    });
  }

  /** Tells the journal and the open screens what happened to a campagne. */
  async consigner(
    tx: EntityManager,
    acteur: Acteur,
    annee: number,
    entree: { champ: string; avant?: unknown; apres?: unknown; motif?: string },
  ): Promise<void> {
    await this.journal.inscrire(tx, acteur, { objet: 'campagne', objetId: `${annee}`, ...entree });
    const { contratId, personneId: auteurId } = acteur;
    await this.direct.publier(tx, contratId, { type: 'campagne', objetId: `${annee}`, auteurId, visibilite: 'tous' });
  }
}

/** A move of a campagne between open and closed. */
interface Bascule {
  marche: string;
  valeurs: string;
  champ: 'cloture' | 'reouverture';
  motif?: string;
  deja: string;
  dire: (nombre: number) => string;
}

/** The campagne of a year as the transaction sees it; throws 404 when the year has none. */
export async function lireDans(tx: EntityManager, contratId: string, annee: number): Promise<Campagne> {
  const [ligne] = await tx.query<{ reponse: Campagne }[]>(CAMPAGNE, [contratId, annee]);
  if (!ligne) throw introuvable('Cette campagne');
  return ligne.reponse;
}
