import { accorder, formaterDate, INSECABLE } from '@pleniere/shared/domain';
import { Document, Packer, Paragraph } from 'docx';
import { figerOffice } from '../archives/zip-fige';
import { choisirFiches } from '../composition/fiche-figee';
import { LISTES_WORD, PAGE_WORD, stylesWord } from '../docx/charte-word';
import { nettoyer } from '../docx/composer-docx';
import { DOCX } from '../docx/fabriquer-livre';
import { couvertureWord, piedWord, sommaireWord } from '../docx/ouverture-word';
import { Reperes } from '../docx/reperes-word';
import type { Fabrique } from '../fabrique/fabrique';
import { palette } from '../mise-en-page/couleurs';
import { partiesDuRapport } from './parties';
import { partieWord, resteAEcrire } from './rapport-word';

const CADRE =
  'Articles L. 1111-2 et L. 1811-2 du code général des collectivités territoriales\u202F; décret n°\u00A02015-1118 du 3 septembre 2015. ' +
  'Le rapport est débattu chaque année en conseil municipal et en conseil communautaire, puis publié avec ses annexes.';

/**
 * The skeleton of the yearly report on the politique de la ville, filled with what the arrêté holds of the year; what it
 * cannot know is left to be written, and says by whom.
 */
export const fabriquerRapport: Fabrique = async (matiere, avancer) => {
  const { numero, sha256, seuil, options } = matiere;
  const contenu = nettoyer(choisirFiches(matiere.contenu, options.ficheIds));
  const { contrat } = contenu;
  const annee = options.annee ?? Number(contenu.figeLe.slice(0, 4));
  avancer('Parties du rapport', 0.2);
  const couleurs = palette(contrat.couleur);
  const parties = partiesDuRapport(contenu, seuil, annee);
  const reperes = new Reperes();
  const reste = [reperes.titre('Ce qui reste à compléter'), ...resteAEcrire(parties, couleurs)];
  const corps = parties.flatMap((partie, rang) =>
    partieWord(partie, reperes.titre(`${rang + 1}. ${partie.titre}`), couleurs),
  );
  const manques = parties.flatMap(({ blocs }) => blocs.filter(({ type }) => type === 'a-completer')).length;
  const titre = `Rapport annuel ${annee} sur la politique de la ville`;
  avancer('Écriture du fichier', 0.7);
  const document = new Document({
    title: `${titre} – ${contrat.titre}`,
    subject: `Arrêté n°${INSECABLE}${numero} – ${contenu.titre}`,
    creator: contrat.titre,
    lastModifiedBy: contrat.titre,
    customProperties: [
      { name: 'arrete', value: String(numero) },
      { name: 'sha256', value: sha256 },
      { name: 'annee', value: String(annee) },
    ],
    styles: stylesWord(couleurs),
    numbering: LISTES_WORD,
    sections: [
      {
        properties: { page: PAGE_WORD, titlePage: true },
        footers: { default: piedWord(titre, { numero, sha256 }) },
        children: [
          ...couvertureWord(titre, { numero, sha256 }, contenu),
          new Paragraph({ spacing: { before: 600 }, text: CADRE }),
          new Paragraph({
            text: `Projet prérempli le ${formaterDate(contenu.figeLe)}${INSECABLE}: ${accorder(manques, 'point reste', 'points restent')} à compléter.`,
          }),
          ...sommaireWord(reperes),
          ...reste,
          ...corps,
        ],
      },
    ],
  });
  const octets = figerOffice(new Uint8Array(await Packer.toBuffer(document)), contenu.figeLe);
  return { nom: `rapport-${annee}-arrete-${numero}.docx`, type: DOCX, octets };
};
