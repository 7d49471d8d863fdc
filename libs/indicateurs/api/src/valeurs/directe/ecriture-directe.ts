import { Injectable } from '@nestjs/common';
import { signature } from '@pleniere/acces/api';
import type { Acteur } from '@pleniere/acces/domain';
import {
  arriveEnRetard,
  type Campagne,
  cleDe,
  etatDe,
  type SaisieValeur,
  type Valeur,
} from '@pleniere/indicateurs/domain';
import { Base, Direct, Regroupement } from '@pleniere/shared/api';
import { isDeepStrictEqual } from 'node:util';
import { Horloge } from '../../horloge';
import { annoncesDe } from '../annonces';
import { exigerPermis, parId } from '../jugement';
import { colonnesDe, estVide } from '../lot';
import type { ContexteSaisie, IndicateurSaisi } from '../valeurs.repository';
import { ECRIRE, LIRE } from './enonces';

interface Lu extends Pick<ContexteSaisie, 'periode' | 'territoires'> {
  indicateurs: IndicateurSaisi[];
  villes: Record<string, string | null>;
  campagnes: Pick<Campagne, 'annee' | 'version' | 'echeance' | 'closeLe'>[];
  cellules: { valeur: Valeur | null; suivante: number | null }[];
}

/** What one cell is judged against, and what stands in it. */
interface Situation {
  contexte: ContexteSaisie;
  campagne: Pick<Campagne, 'version' | 'echeance' | 'closeLe'> | null;
  actuelle: Valeur | null;
  /** Version that the cell takes when it is written. */
  suivante: number;
}

interface Demande {
  acteur: Acteur;
  saisie: SaisieValeur;
}

type Ligne = ReturnType<typeof ligneDe>;

/**
 * One cell, as people type: read and judged without a lock, then written by one statement that holds only as long as what
 * it was judged against still stands. Cells of a contrat that are typed at the same moment share their statements.
 */
@Injectable()
export class EcritureDirecte {
  private readonly lectures = new Regroupement((contratId, demandes: Demande[]) => this.lire(contratId, demandes));
  private readonly ecritures = new Regroupement((contratId, lignes: Ligne[]) => this.inscrire(contratId, lignes));

  constructor(
    private readonly base: Base,
    private readonly horloge: Horloge,
    private readonly direct: Direct,
  ) {}

  /** Throws what the rules refuse. Null, and nothing written, when a transaction must look closer: a version that is not the one read, a campagne that is closed, a cell to empty. */
  async ecrire(acteur: Acteur, saisie: SaisieValeur): Promise<Valeur | null> {
    if (estVide(saisie)) return null;
    const situation = await this.lectures.demander(acteur.contratId, { acteur, saisie });
    const { contexte, campagne, actuelle } = situation;
    exigerPermis(acteur, [saisie], contexte, parId(contexte), this.horloge.annee());
    const [indicateur] = contexte.indicateurs;
    const inchangee = actuelle !== null && isDeepStrictEqual(etatDe(saisie), etatDe(actuelle));
    const perimee = saisie.version !== (actuelle?.version ?? null);
    const close = campagne !== null && campagne.closeLe !== null;
    if (!indicateur || inchangee || perimee || close) return null;

    const enRetard = arriveEnRetard(campagne, this.horloge.aujourdhui());
    const ligne = ligneDe(acteur, saisie, indicateur, situation, enRetard);
    // What fails together is told apart by the transaction of each.
    const ecrite = await this.ecritures.demander(acteur.contratId, ligne).catch(() => null);
    if (ecrite) this.annoncer(acteur, ecrite, indicateur);
    return ecrite;
  }

  private annoncer(acteur: Acteur, ecrite: Valeur, { ficheId }: IndicateurSaisi): void {
    for (const annonce of annoncesDe(acteur, [ecrite], () => ficheId ?? undefined)) {
      this.direct.annoncer(acteur.contratId, annonce);
    }
  }

  private async lire(contratId: string, demandes: readonly Demande[]): Promise<Situation[]> {
    const cellules = demandes.map(({ acteur: { organisationId }, saisie }) => {
      const { indicateurId, annee, territoire, ventilation } = saisie;
      return { indicateurId, annee, territoire, ventilation, cle: cleDe(saisie), organisationId };
    });
    const parametres = [contratId, JSON.stringify(cellules)];
    const [ligne] = await this.base.lireAJour<{ lu: Lu }>('valeurs-situation', LIRE, parametres);
    if (!ligne) throw new Error('Le contexte de saisie manque.');
    return demandes.map((demande, rang) => situationDe(ligne.lu, demande, rang));
  }

  /** Of two writings of one cell, the first is made; the other finds its version gone. */
  private async inscrire(contratId: string, lignes: readonly Ligne[]): Promise<(Valeur | null)[]> {
    const premieres = new Map(lignes.toReversed().map((ligne) => [ligne.cle, ligne]));
    const parametres = [contratId, JSON.stringify([...premieres.values()])];
    const ecrites = await this.base.lireAJour<{ valeur: Valeur }>('valeurs-ecrire', ECRIRE, parametres);
    const faites = new Map(ecrites.map(({ valeur }) => [cleDe(valeur), valeur]));
    return lignes.map((ligne) => (premieres.get(ligne.cle) === ligne ? (faites.get(ligne.cle) ?? null) : null));
  }
}

function situationDe(lu: Lu, { acteur, saisie }: Demande, rang: number): Situation {
  const cellule = lu.cellules[rang];
  const actuelle = cellule?.valeur ?? null;
  return {
    contexte: {
      periode: lu.periode,
      indicateurs: lu.indicateurs.filter(({ id }) => id === saisie.indicateurId),
      territoires: lu.territoires,
      communeActeur: lu.villes[acteur.organisationId ?? ''] ?? null,
    },
    campagne: lu.campagnes.find(({ annee }) => annee === saisie.annee) ?? null,
    actuelle,
    suivante: actuelle ? actuelle.version + 1 : (cellule?.suivante ?? 1),
  };
}

function ligneDe(
  acteur: Acteur,
  saisie: SaisieValeur,
  indicateur: IndicateurSaisi,
  { campagne, actuelle, suivante }: Situation,
  enRetard: boolean,
) {
  return {
    ...colonnesDe(saisie),
    suivante,
    enRetard,
    versionIndicateur: indicateur.version,
    versionCampagne: campagne?.version ?? null,
    personneId: acteur.personneId,
    nom: acteur.nom,
    signature: signature(acteur),
    cle: cleDe(saisie),
    ficheId: indicateur.ficheId,
    avant: actuelle && etatDe(actuelle),
    apres: etatDe(saisie),
  };
}
