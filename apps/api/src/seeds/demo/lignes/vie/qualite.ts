import { createHash } from 'node:crypto';
import { id } from '../../identifiants';
import type { ContestationDemo, ContratDemo, PieceDemo } from '../../modele';
import { personneDe } from '../fiches';
import type { Ligne, Lot } from '../insertion';
import { pdfDUnePage } from './pieces/pdf-d-une-page';

type Placee = Pick<ContestationDemo, 'fiche' | 'indicateur' | 'annee' | 'territoire'>;

function lieuDe(demo: ContratDemo, { fiche, indicateur, annee, territoire }: Placee): Ligne {
  return {
    contrat_id: id(`${demo.cle}/contrat`),
    indicateur_id: id(`${demo.cle}/${fiche}/indicateur/${indicateur}`),
    annee,
    territoire,
  };
}

function ligneContestation(demo: ContratDemo, contestation: ContestationDemo, rang: number): Ligne {
  const { contestee, proposee, motif, source, auteur, ouverteLe, decision } = contestation;
  return {
    ...lieuDe(demo, contestation),
    id: id(`${demo.cle}/contestation/${rang + 1}`),
    version: decision ? 2 : 1,
    ventilation: 'total',
    valeur_contestee: { valeur: contestee, absence: null },
    valeur_proposee: proposee,
    motif,
    source,
    statut: decision?.statut ?? 'ouverte',
    personne_id: id(`${demo.cle}/personne/${auteur}`),
    auteur: personneDe(demo, auteur).nom,
    ouverte_le: ouverteLe,
    reponse: decision?.reponse ?? '',
    decidee_par: decision ? personneDe(demo, decision.par).nom : null,
    decidee_le: decision?.le ?? null,
  };
}

function lignePiece(demo: ContratDemo, piece: PieceDemo, rang: number): Ligne {
  const octets = 'pdf' in piece ? pdfDUnePage(piece.pdf) : Buffer.from(`\uFEFF${piece.texte.join('\r\n')}\r\n`);
  const { nom, organisation } = personneDe(demo, piece.auteur);
  return {
    ...lieuDe(demo, piece),
    id: id(`${demo.cle}/piece/${rang + 1}`),
    nom: piece.nom,
    type: 'pdf' in piece ? 'application/pdf' : 'text/plain; charset=utf-8',
    taille: octets.length,
    sha256: createHash('sha256').update(octets).digest('hex'),
    donnees_personnelles: piece.donneesPersonnelles,
    contenu: `\\x${octets.toString('hex')}`,
    personne_id: id(`${demo.cle}/personne/${piece.auteur}`),
    organisation_id: id(`${demo.cle}/organisation/${organisation}`),
    ajoutee_par: nom,
    ajoutee_le: piece.ajouteeLe,
  };
}

/** Rows of what is said about the values of a demo contrat: contestations and evidence. */
export function lotsDeLaQualite(demo: ContratDemo): Lot[] {
  const { contestations = [], pieces = [] } = demo;
  return [
    ['contestation', contestations.map((contestation, rang) => ligneContestation(demo, contestation, rang))],
    ['piece', pieces.map((piece, rang) => lignePiece(demo, piece, rang))],
  ];
}
