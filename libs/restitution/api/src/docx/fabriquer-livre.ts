import { libelleEnjeu } from '@pleniere/contrat/domain';
import { INSECABLE } from '@pleniere/shared/domain';
import type { SectionDuLivre } from '@pleniere/restitution/domain';
import { Document, HeadingLevel, Packer } from 'docx';
import { figerOffice } from '../archives/zip-fige';
import { choisirFiches, composerFicheFigee } from '../composition/fiche-figee';
import type { DocumentFiche } from '../document/document-fiche';
import type { Avancer, Fabrique, MatiereDuDocument } from '../fabrique/fabrique';
import { indexer } from '../livre/index-du-livre';
import { decisionsChoisies } from '../livre/livre';
import { enjeuxDuLivre, grouperParEnjeu } from '../livre/matiere';
import { reponsesChoisies } from '../livre/reponses';
import { palette } from '../mise-en-page/couleurs';
import type { BlocWord } from './blocs-word';
import { LISTES_WORD, PAGE_WORD, stylesWord } from './charte-word';
import { nettoyer } from './composer-docx';
import { feuilleWord } from './feuille-word';
import { couvertureWord, piedWord, sommaireWord } from './ouverture-word';
import { type Repere, Reperes } from './reperes-word';
import { indexWord } from './index-word';
import { avisWord, type Niveaux, suiviWord } from './suivi-word';
import { cleDeLectureWord, decisionsWord, reponsesWord, syntheseWord, tableauDeBordWord } from './synthese-word';

/** Type of a Word file. */
export const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** Under the title of a fiche, which is a first heading of the book. */
const DANS_LE_LIVRE: Niveaux = {
  partie: HeadingLevel.HEADING_2,
  groupe: HeadingLevel.HEADING_3,
  indicateur: HeadingLevel.HEADING_4,
  entree: HeadingLevel.HEADING_3,
  recit: HeadingLevel.HEADING_4,
};

function ficheWord(fiche: DocumentFiche, repere: Pick<Repere, 'ancre' | 'groupe'>, reperes: Reperes): BlocWord[] {
  const nom = fiche.titreCourt || fiche.titre;
  const intitule = reperes.titre(fiche.titre, { ...repere, texte: `${fiche.code} – ${nom}`, enTete: false });
  return [...feuilleWord(fiche, intitule, true), ...suiviWord(fiche, DANS_LE_LIVRE), ...avisWord(fiche, DANS_LE_LIVRE)];
}

function corps(matiere: MatiereDuDocument, reperes: Reperes, avancer: Avancer): BlocWord[] {
  const { contenu, seuil, options } = matiere;
  const voulue = (section: SectionDuLivre) => options.sections.length === 0 || options.sections.includes(section);
  const partie = (section: SectionDuLivre, titre: string, blocs: () => BlocWord[]): BlocWord[] =>
    voulue(section) ? [reperes.titre(titre), ...blocs()] : [];
  const groupes = grouperParEnjeu(contenu.fiches);
  const enjeux = enjeuxDuLivre(groupes);
  const decisions = decisionsChoisies(matiere, groupes);
  const places = groupes.flatMap(({ fiches }) => fiches);
  const reponses = reponsesChoisies(
    matiere,
    places.map(({ fiche }) => fiche),
  );
  const fiches = voulue('fiches') ? places : [];
  return [
    ...partie('cle-de-lecture', 'Clé de lecture', () => cleDeLectureWord(seuil, contenu)),
    ...partie('synthese', 'Synthèse par enjeu', () => syntheseWord(enjeux, contenu)),
    ...partie('tableau-de-bord', 'Tableau de bord', () => tableauDeBordWord(enjeux, contenu)),
    ...fiches.flatMap(({ fiche, ancre }, rang) => {
      avancer(`Fiche ${rang + 1} sur ${fiches.length}`, (0.8 * rang) / fiches.length);
      const groupe = `${libelleEnjeu(fiche.enjeu)}${INSECABLE}: ${fiche.enjeu.intitule}`;
      return ficheWord(composerFicheFigee(fiche, contenu, seuil), { ancre, groupe }, reperes);
    }),
    ...(decisions.length > 0 ? partie('decisions', 'Décisions', () => decisionsWord(decisions, contenu)) : []),
    ...(reponses.length > 0
      ? partie('reponses', 'Réponses aux habitants', () => reponsesWord(reponses, contenu, contenu.fiches))
      : []),
    // Its entries lead to the fiches.
    ...(fiches.length > 0 ? partie('index', 'Index', () => indexWord(indexer(places, contenu, decisions))) : []),
  ];
}

/** The book of an arrêté for a word processor: the official two-column table of each fiche, and what surrounds them. */
export const fabriquerLivreWord: Fabrique = async (lue, avancer) => {
  const matiere = { ...lue, contenu: nettoyer(choisirFiches(lue.contenu, lue.options.ficheIds)) };
  const { numero, sha256, contenu } = matiere;
  const { contrat } = contenu;
  const titre = contenu.seance ? contenu.seance.instance.nom : 'Livre des fiches projet';
  const reperes = new Reperes();
  const contenuDuLivre = corps(matiere, reperes, avancer);
  avancer('Écriture du fichier', 0.85);
  const document = new Document({
    title: `${titre} – ${contrat.titre}`,
    subject: `Arrêté n°${INSECABLE}${numero} – ${contenu.titre}`,
    creator: contrat.titre,
    lastModifiedBy: contrat.titre,
    customProperties: [
      { name: 'arrete', value: String(numero) },
      { name: 'sha256', value: sha256 },
    ],
    styles: stylesWord(palette(contrat.couleur)),
    numbering: LISTES_WORD,
    sections: [
      {
        properties: { page: PAGE_WORD, titlePage: true },
        footers: { default: piedWord(contrat.titre, { numero, sha256 }) },
        children: [...couvertureWord(titre, { numero, sha256 }, contenu), ...sommaireWord(reperes), ...contenuDuLivre],
      },
    ],
  });
  const octets = figerOffice(new Uint8Array(await Packer.toBuffer(document)), contenu.figeLe);
  return { nom: `livre-arrete-${numero}.docx`, type: DOCX, octets };
};
