import { empreinteCourte } from '@pleniere/plenieres/domain';
import { accorder, FINE, formaterDate, formaterNombre, INSECABLE } from '@pleniere/shared/domain';
import { createHash } from 'node:crypto';
import type { MatiereDuDocument } from '../fabrique/fabrique';

/** A file of the transfer, with what it is in words. */
export interface Piece {
  chemin: string;
  type: string;
  description: string;
  octets: Uint8Array;
}

type Versement = Pick<MatiereDuDocument, 'numero' | 'sha256' | 'contenu' | 'seuil'> & {
  masquees: number;
  pieces: readonly Piece[];
};

/** SHA-256 of a file, in hexadecimal. */
export const empreinteDe = (octets: Uint8Array): string => createHash('sha256').update(octets).digest('hex');

/** The list of the files for a program: what each is, its size and its fingerprint. */
export function manifeste({ numero, sha256, contenu, seuil, masquees, pieces }: Versement): string {
  const { contrat, titre, figeLe, seance, schema } = contenu;
  const dit = {
    forme: 'versement/1',
    logiciel: 'Plénière',
    contrat: { id: contrat.id, titre: contrat.titre, epciSiren: contrat.epciSiren },
    arrete: { numero, titre, figeLe, schema, sha256 },
    seance: seance && { instance: seance.instance.nom, date: seance.date, lieu: seance.lieu },
    masquage: { seuil, valeursMasquees: masquees },
    fichiers: pieces.map(({ chemin, type, description, octets }) => ({
      ...{ chemin, type, description, taille: octets.length, sha256: empreinteDe(octets) },
    })),
  };
  return `${JSON.stringify(dit, null, 2)}\n`;
}

/** The same for `sha256sum -c`. */
export function listeDesEmpreintes(pieces: readonly Pick<Piece, 'chemin' | 'octets'>[]): string {
  return pieces.map(({ chemin, octets }) => `${empreinteDe(octets)}  ${chemin}\n`).join('');
}

/** The same for a person: what the transfer is, how it is verified, what is not in it. */
export function lisezMoi({ numero, sha256, contenu, seuil, masquees, pieces }: Versement): string {
  const { contrat, titre, figeLe, seance, fiches } = contenu;
  const retenues =
    masquees === 0
      ? 'donnees/arrete.json est l’arrêté lui-même, octet pour octet.'
      : `${accorder(masquees, 'valeur')} ${masquees < 2 ? 'est masquée' : 'sont masquées'} dans cette copie${INSECABLE}: dans donnees/arrete.json, leur absence est ` +
        `«${INSECABLE}secret${INSECABLE}». L’empreinte de l’arrêté est celle de son contenu entier, gardé dans Plénière.`;
  const lignes = [
    `VERSEMENT D’ARCHIVES – ${contrat.titre}`,
    '',
    `Arrêté n°${INSECABLE}${numero} – ${titre}`,
    `Figé le ${formaterDate(figeLe)} (${figeLe})`,
    ...(seance ? [`Séance${INSECABLE}: ${seance.instance.nom}, ${formaterDate(seance.date)}`] : []),
    `Empreinte de l’arrêté (SHA-256)${INSECABLE}: ${sha256}`,
    `${accorder(fiches.length, 'fiche projet', 'fiches projet')}, ${accorder(contenu.decisions.length, 'décision')}`,
    '',
    'CE QUE CONTIENT CE VERSEMENT',
    '',
    ...pieces.flatMap(({ chemin, description, octets }) => [
      `${chemin} – ${description} (${formaterNombre(octets.length)}${INSECABLE}octets)`,
      `  SHA-256${INSECABLE}: ${empreinteDe(octets)}`,
    ]),
    '',
    'FORMATS',
    '',
    'PDF/A-2a (ISO 19005-2), accessibles (PDF/UA-1)\u202F; CSV en UTF-8, séparateur virgule (RFC 4180)\u202F; JSON en UTF-8, canonique',
    '(RFC 8785) pour l’arrêté, avec son schéma (JSON Schema 2020-12).',
    '',
    'VÉRIFIER',
    '',
    `Linux${INSECABLE}: sha256sum -c empreintes.sha256`,
    `macOS${INSECABLE}: shasum -a 256 -c empreintes.sha256`,
    `Windows (PowerShell)${INSECABLE}: Get-FileHash -Algorithm SHA256 donnees\\arrete.json`,
    '',
    'PETITS NOMBRES',
    '',
    `Un nombre de personnes inférieur à ${seuil} n’est pas publié (<${FINE}${seuil}), ni un nombre qui permettrait de le retrouver (masqué).`,
    retenues,
    '',
    `Un même arrêté redonne toujours ce même versement, octet pour octet. Arrêté ${empreinteCourte(sha256)}.`,
    '',
  ];
  return lignes.join('\r\n');
}
