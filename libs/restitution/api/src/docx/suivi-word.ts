import { anneesDuContrat, INSECABLE } from '@pleniere/shared/domain';
import { LIBELLES_TYPES, TYPES_INDICATEUR } from '@pleniere/indicateurs/domain';
import { HeadingLevel, Paragraph, TextRun } from 'docx';
import type { ActionImprimee, DeclinaisonImprimee, DocumentFiche, IndicateurImprime } from '../document/document-fiche';
import { type Palette, palette } from '../mise-en-page/couleurs';
import { faits } from '../mise-en-page/donnees';
import { tableauIndicateur } from '../mise-en-page/tableau-indicateur';
import { type BlocWord, blocsWord, tableWord } from './blocs-word';
import { LARGEUR_UTILE, PUCES } from './charte-word';
import { rangee, rangees } from './feuille-word';

/** Levels of the headings of what follows the sheet, under those of the document that holds it. */
export interface Niveaux {
  partie: Niveau;
  groupe: Niveau;
  indicateur: Niveau;
  /** Actions and déclinaisons. */
  entree: Niveau;
  recit: Niveau;
}

type Niveau = (typeof HeadingLevel)[keyof typeof HeadingLevel];

/** A fiche alone: its parts are the first headings. */
const FICHE_SEULE: Niveaux = {
  partie: HeadingLevel.HEADING_1,
  groupe: HeadingLevel.HEADING_2,
  indicateur: HeadingLevel.HEADING_3,
  entree: HeadingLevel.HEADING_2,
  recit: HeadingLevel.HEADING_3,
};

const fait = ([libelle, dit]: [string, string]): Paragraph =>
  new Paragraph({
    style: 'Discret',
    children: [new TextRun(`${libelle}${INSECABLE}: `), new TextRun({ text: dit, bold: true })],
  });

const dits = (paires: [string, string][]): Paragraph[] => paires.filter(([, dit]) => dit !== '').map(fait);

function enUneLigne(paires: [string, string][]): Paragraph[] {
  if (paires.length === 0) return [];
  const mots = paires.flatMap(([libelle, dit], rang) => [
    new TextRun(`${rang > 0 ? ' – ' : ''}${libelle}${INSECABLE}: `),
    new TextRun({ text: dit, bold: true }),
  ]);
  return [new Paragraph({ style: 'Discret', keepNext: true, children: mots })];
}

function indicateurWord(
  indicateur: IndicateurImprime,
  annees: number[],
  couleurs: Palette,
  heading: Niveau,
): BlocWord[] {
  const { compact, entetes, lignes, note } = tableauIndicateur(indicateur, annees);
  const parts = compact ? [2, ...annees.map(() => 1)] : [3, 1.5, 6];
  const pied = [indicateur.source && `Source${INSECABLE}: ${indicateur.source}`, note].filter(Boolean).join('. ');
  return [
    new Paragraph({ text: indicateur.libelle, heading }),
    ...(indicateur.phrase ? [new Paragraph({ text: indicateur.phrase, keepNext: true })] : []),
    ...enUneLigne(faits(indicateur)),
    ...(lignes.length > 0 ? [tableWord(entetes, lignes, parts, couleurs, LARGEUR_UTILE)] : []),
    new Paragraph({ style: 'Discret', spacing: { before: 60, after: 160 }, text: pied }),
  ];
}

function indicateursWord({ indicateurs, contrat }: DocumentFiche, couleurs: Palette, niveaux: Niveaux): BlocWord[] {
  return TYPES_INDICATEUR.flatMap((type) => {
    const siens = indicateurs.filter((indicateur) => indicateur.type === type);
    if (siens.length === 0) return [];
    return [
      new Paragraph({
        text: LIBELLES_TYPES[type],
        heading: niveaux.groupe,
        spacing: { before: 200, after: 80 },
      }),
      ...siens.flatMap((indicateur) =>
        indicateurWord(indicateur, anneesDuContrat(contrat), couleurs, niveaux.indicateur),
      ),
    ];
  });
}

function actionWord(action: ActionImprimee, couleurs: Palette, heading: Niveau) {
  const { code, titre, statut, pilote, echeance, participation, description, etapes } = action;
  return {
    gauche: [new Paragraph({ text: `${code} – ${titre}`, heading, keepNext: false })],
    droite: [
      ...dits([
        ['Statut', statut],
        ['Pilote', pilote],
        ['Échéance', echeance],
        ['Participation', participation],
      ]),
      ...blocsWord(description, couleurs, LARGEUR_UTILE),
      ...etapes.map(
        ({ libelle, faite }) =>
          new Paragraph({ numbering: { reference: PUCES, level: 0 }, text: faite ? `${libelle} – fait` : libelle }),
      ),
    ],
  };
}

function declinaisonWord(
  { territoire, referent, statut, meteo, recits }: DeclinaisonImprimee,
  couleurs: Palette,
  { entree, recit }: Niveaux,
) {
  return {
    gauche: [
      new Paragraph({ text: territoire, heading: entree, keepNext: false }),
      ...dits([
        ['Référent', referent],
        ['Exécution', statut],
        ['Météo', meteo?.libelle ?? ''],
      ]),
    ],
    droite: [
      ...(meteo?.explication ? [new Paragraph({ text: meteo.explication })] : []),
      ...recits.flatMap(({ libelle, blocs }) => [
        new Paragraph({ text: libelle, heading: recit }),
        ...blocsWord(blocs, couleurs, LARGEUR_UTILE),
      ]),
      new Paragraph({}),
    ],
  };
}

const partie = (titre: string, contenu: BlocWord[], heading: Niveau): BlocWord[] =>
  contenu.length === 0
    ? []
    : [
        new Paragraph({
          heading,
          spacing: { before: 360, after: 160 },
          children: [new TextRun({ text: titre, size: 28 })],
        }),
        ...contenu,
      ];

/** What follows the sheet: indicators with their tables, actions, déclinaisons. */
export function suiviWord(fiche: DocumentFiche, niveaux = FICHE_SEULE): BlocWord[] {
  const { contrat, enjeu, actions, declinaisons } = fiche;
  const couleurs = palette(enjeu.couleur || contrat.couleur);
  const enRangees = (lignes: Parameters<typeof rangees>[0]) =>
    lignes.length > 0 ? [rangees(lignes, couleurs, true)] : [];
  const suivi = `Suivi des indicateurs ${contrat.anneeDebut}-${contrat.anneeFin}`;
  return [
    ...partie(suivi, indicateursWord(fiche, couleurs, niveaux), niveaux.partie),
    ...partie(
      'Actions',
      enRangees(actions.map((action) => actionWord(action, couleurs, niveaux.entree))),
      niveaux.partie,
    ),
    ...partie(
      'Déclinaisons par territoire',
      enRangees(declinaisons.map((declinaison) => declinaisonWord(declinaison, couleurs, niveaux))),
      niveaux.partie,
    ),
  ];
}

/** The avis of the State on the text of the fiche. */
export function avisWord({ avis, contrat, enjeu }: DocumentFiche, niveaux: Niveaux): BlocWord[] {
  const couleurs = palette(enjeu.couleur || contrat.couleur);
  const lignes = avis.map((un) => rangee(un, couleurs, niveaux.entree, niveaux.recit));
  return partie('Avis de l’État', lignes.length > 0 ? [rangees(lignes, couleurs)] : [], niveaux.partie);
}
