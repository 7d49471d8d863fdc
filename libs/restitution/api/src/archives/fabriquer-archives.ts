import { codeAffiche } from '@pleniere/fiches/domain';
import { jsonCanonique, publierArrete, SCHEMA_ARRETE } from '@pleniere/plenieres/domain';
import { ligneCsv } from '@pleniere/shared/api';
import { INSECABLE, sansAccents } from '@pleniere/shared/domain';
import { tablesDuClasseur } from '../classeur/classeur';
import { lignesDe, type Table } from '../classeur/table';
import { composerFicheFigee } from '../composition/fiche-figee';
import type { Avancer, Fabrique, MatiereDuDocument } from '../fabrique/fabrique';
import { fabriquerLivre } from '../livre/fabriquer-livre';
import { TypstEngine } from '../pdf/typst-engine';
import { lisezMoi, listeDesEmpreintes, manifeste, type Piece } from './bordereau';
import { zipper } from './zip-fige';

const texte = (contenu: string): Uint8Array => new Uint8Array(Buffer.from(contenu));

function csv(table: Table): Piece {
  const nom = sansAccents(table.nom).replace(/[^a-z]+/g, '-');
  return {
    ...{ chemin: `donnees/${nom}.csv`, type: 'text/csv', description: table.nom },
    octets: texte(
      lignesDe(table)
        .map((ligne) => ligneCsv(ligne, 'machine'))
        .join(''),
    ),
  };
}

async function pdfs(matiere: MatiereDuDocument, avancer: Avancer): Promise<Piece[]> {
  const { contenu, seuil } = matiere;
  const pdf = { type: 'application/pdf' };
  const livre = await fabriquerLivre(matiere, (etape, part) => avancer(etape, part * 0.5));
  const moteur = new TypstEngine();
  const pieces: Piece[] = [{ ...pdf, chemin: livre.nom, description: 'Le livre', octets: livre.octets }];
  for (const [rang, fiche] of contenu.fiches.entries()) {
    const code = codeAffiche(fiche.code);
    avancer(`Fiche ${rang + 1} sur ${contenu.fiches.length}`, 0.5 + (0.4 * rang) / contenu.fiches.length);
    const octets = await moteur.exporter(composerFicheFigee(fiche, contenu, seuil));
    const description = `Fiche ${code}${INSECABLE}: ${fiche.contenu.titre ?? ''}`;
    pieces.push({ ...pdf, chemin: `fiches/fiche-${fiche.code}.pdf`, description, octets });
  }
  return pieces;
}

/**
 * What an archive service keeps of an arrêté, whole whatever was chosen: the book and the fiches as PDF/A, the data as CSV
 * and JSON with its schema, and the fingerprint of every file.
 */
export const fabriquerArchives: Fabrique = async (lue, avancer) => {
  const matiere: MatiereDuDocument = { ...lue, options: { ficheIds: [], sections: [] } };
  const { numero, contenu, seuil } = matiere;
  const imprimes = await pdfs(matiere, avancer);
  avancer('Données et empreintes', 0.92);
  const publie = publierArrete(contenu, seuil);
  const json = { type: 'application/json' };
  const pieces: Piece[] = [
    ...imprimes,
    ...tablesDuClasseur(contenu, seuil).map(csv),
    {
      ...{ ...json, chemin: 'donnees/arrete.json', description: 'Contenu de l’arrêté' },
      octets: texte(jsonCanonique(publie.contenu)),
    },
    {
      ...{ type: 'application/schema+json', chemin: 'donnees/arrete.schema.json', description: 'Forme de ce contenu' },
      octets: texte(`${JSON.stringify(SCHEMA_ARRETE, null, 2)}\n`),
    },
  ];
  const versement = { ...matiere, masquees: publie.masquees, pieces };
  const bordereaux = [
    { chemin: 'LISEZ-MOI.txt', octets: texte(lisezMoi(versement)) },
    { chemin: 'manifeste.json', octets: texte(manifeste(versement)) },
  ];
  const tous = [...bordereaux, ...pieces];
  const empreintes = { chemin: 'empreintes.sha256', octets: texte(listeDesEmpreintes(tous)) };
  const fichiers = Object.fromEntries([...tous, empreintes].map(({ chemin, octets }) => [chemin, octets]));
  const octets = zipper(fichiers, contenu.figeLe);
  return { nom: `archives-arrete-${numero}.zip`, type: 'application/zip', octets };
};
