import { Injectable } from '@nestjs/common';
import { Journal } from '@pleniere/acces/api';
import type { Acteur } from '@pleniere/acces/domain';
import {
  LIMITES_PIECE,
  type Piece,
  TYPES_PIECE,
  verifierNomDePiece,
  verifierSaisie,
} from '@pleniere/indicateurs/domain';
import { Base, enConflit, interdit, introuvable, type ProblemeException, refuse } from '@pleniere/shared/api';
import { accorder, nettoyerTexte } from '@pleniere/shared/domain';
import { createHash } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { Verrous } from '../campagne/verrous';
import { FICHE_ARCHIVEE } from '../fiche-archivee';
import { Horloge } from '../horloge';
import { refusDePlume } from '../valeurs/plume';
import { ValeursRepository } from '../valeurs/valeurs.repository';
import { FichierRefuse, reconnaitreFichier } from './nature-du-fichier';
import type { PieceSaisieDto } from './pieces.dto';
import { type PieceGardee, PiecesRepository } from './pieces.repository';

const INCONNUE = 'Cette pièce';

/** Files that support the values: who may enter a value joins its evidence. */
@Injectable()
export class PiecesService {
  constructor(
    private readonly base: Base,
    private readonly repository: PiecesRepository,
    private readonly valeurs: ValeursRepository,
    private readonly verrous: Verrous,
    private readonly journal: Journal,
    private readonly horloge: Horloge,
  ) {}

  lister(acteur: Acteur, indicateurId?: string): Promise<Piece[]> {
    return this.repository.lister(acteur, indicateurId);
  }

  async lire(acteur: Acteur, id: string): Promise<PieceGardee> {
    const piece = await this.repository.lire(acteur, id);
    if (!piece) throw introuvable(INCONNUE);
    return piece;
  }

  /** Keeps a file, once its content and its place are judged; 409 when it is there already or one too many. */
  joindre(acteur: Acteur, saisie: PieceSaisieDto, { nom: depose, octets }: FichierRecu): Promise<Piece> {
    const nom = nettoyerNom(depose);
    const type = juger(nom, octets);
    const { indicateurId, annee, territoire, donneesPersonnelles } = saisie;
    const sha256 = createHash('sha256').update(octets).digest('hex');
    return this.base.transaction(async (tx) => {
      const ficheId = await this.exigerPlume(tx, acteur, saisie);
      const { nombre, dejaLa } = await this.repository.compter(tx, acteur, { ...saisie, sha256 });
      if (dejaLa) throw enConflit('Ce fichier est déjà joint à cette valeur.');
      if (nombre >= LIMITES_PIECE.parCase) {
        throw enConflit(
          `Cette valeur porte déjà ${accorder(nombre, 'pièce')}, le maximum\u00A0: retirez-en une d’abord.`,
        );
      }
      const piece = await this.repository.joindre(tx, acteur, {
        ...{ indicateurId, annee, territoire, nom, type, sha256 },
        donneesPersonnelles: donneesPersonnelles === 'oui',
        contenu: octets,
      });
      const apres = { titre: nom, taille: octets.length, sha256, donneesPersonnelles: piece.donneesPersonnelles };
      await this.journal.inscrire(tx, acteur, { objet: 'piece', objetId: piece.id, ficheId, apres });
      return piece;
    });
  }

  /** Removes a file; refused to others than its author and the team, and once the campagne of its year is closed. */
  retirer(acteur: Acteur, id: string): Promise<void> {
    return this.base.transaction(async (tx) => {
      const piece = await this.repository.verrouiller(tx, acteur, id);
      if (!piece) throw introuvable(INCONNUE);
      const { personneId, annee, ficheId, nom, taille, sha256 } = piece;
      if (acteur.role !== 'equipe' && personneId !== acteur.personneId) {
        throw interdit('Une pièce est retirée par la personne qui l’a jointe, ou par l’équipe du contrat.');
      }
      const verrou = (await this.verrous.tenir(tx, acteur, [annee])).refus(annee, ficheId);
      if (verrou !== null) throw enConflit(verrou);
      await this.repository.retirer(tx, acteur, id);
      await this.journal.inscrire(tx, acteur, {
        objet: 'piece',
        objetId: id,
        ficheId: ficheId ?? undefined,
        avant: { titre: nom, taille, sha256 },
      });
    });
  }

  /** Fiche of the indicator, when the caller may enter the value; evidence may still come once the campagne is closed. */
  private async exigerPlume(
    tx: EntityManager,
    acteur: Acteur,
    { indicateurId, annee, territoire }: PieceSaisieDto,
  ): Promise<string | undefined> {
    const saisie = { indicateurId, annee, territoire, ventilation: 'total', version: null, valeur: null } as const;
    const absente = { ...saisie, absence: null, qualite: 'provisoire', commentaire: '', source: '' } as const;
    const { indicateurs, periode, territoires, communeActeur } = await this.valeurs.contexte(tx, acteur, [absente]);
    const [indicateur] = indicateurs;
    const communes = territoires[territoire];
    if (!indicateur) throw faute('/indicateurId', 'Cet indicateur n’existe pas dans ce contrat.');
    if (territoire !== 'contrat' && !communes)
      throw faute('/territoire', 'Ce territoire n’existe pas dans ce contrat.');
    const refus = refusDePlume(acteur, indicateur.organisationIds, communes, communeActeur);
    if (refus !== null) throw interdit(refus);
    if (indicateur.ficheArchivee) throw enConflit(FICHE_ARCHIVEE);
    const enfreinte = verifierSaisie(absente, indicateur, periode, this.horloge.annee());
    if (enfreinte) throw faute(enfreinte.pointer, enfreinte.detail);
    return indicateur.ficheId ?? undefined;
  }
}

interface FichierRecu {
  nom: string;
  octets: Buffer;
}

/** The last part of a path, without what could deceive its reader: control characters, changes of direction. */
function nettoyerNom(depose: string): string {
  const dernier = nettoyerTexte(depose).split(/[\\/]/).at(-1) ?? '';
  return dernier
    .replace(/[\p{Cc}\p{Cf}<>:"|?*]/gu, '')
    .trim()
    .replace(/^\.+/, '');
}

function juger(nom: string, octets: Buffer): string {
  if (nom === '' || nom.length > LIMITES_PIECE.nom) {
    throw faute('/fichier', `Le nom d’un fichier compte ${LIMITES_PIECE.nom} caractères au plus.`);
  }
  try {
    const type = reconnaitreFichier(octets);
    const refus = verifierNomDePiece(nom, type);
    if (refus !== null) throw new FichierRefuse(refus);
    return TYPES_PIECE[type].mime;
  } catch (erreur) {
    if (erreur instanceof FichierRefuse) throw faute('/fichier', erreur.message);
    throw erreur;
  }
}

function faute(pointer: string, detail: string): ProblemeException {
  return refuse(detail, [{ pointer, detail }]);
}
