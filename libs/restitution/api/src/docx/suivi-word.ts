import { anneesDuContrat, INSECABLE } from '@pleniere/shared/domain';
import { LIBELLES_TYPES, TYPES_INDICATEUR } from '@pleniere/indicateurs/domain';
import { HeadingLevel, Paragraph, TextRun } from 'docx';
import type { ActionImprimee, DeclinaisonImprimee, DocumentFiche, IndicateurImprime } from '../document/document-fiche';
import { type Palette, palette } from '../mise-en-page/couleurs';
import { faits } from '../mise-en-page/donnees';
import { tableauIndicateur } from '../mise-en-page/tableau-indicateur';
import { type BlocWord, blocsWord, tableWord } from './blocs-word';
import { LARGEUR_UTILE, PUCES } from './charte-word';
import { rangees } from './feuille-word';

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

function indicateurWord(indicateur: IndicateurImprime, annees: number[], couleurs: Palette): BlocWord[] {
  const { compact, entetes, lignes, note } = tableauIndicateur(indicateur, annees);
  const parts = compact ? [3, ...annees.map(() => 1)] : [3, 1.5, 6];
  const pied = [indicateur.source && `Source${INSECABLE}: ${indicateur.source}`, note].filter(Boolean).join('. ');
  return [
    new Paragraph({ text: indicateur.libelle, heading: HeadingLevel.HEADING_3 }),
    ...(indicateur.phrase ? [new Paragraph({ text: indicateur.phrase, keepNext: true })] : []),
    ...enUneLigne(faits(indicateur)),
    ...(lignes.length > 0 ? [tableWord(entetes, lignes, parts, couleurs, LARGEUR_UTILE)] : []),
    new Paragraph({ style: 'Discret', spacing: { before: 60, after: 160 }, text: pied }),
  ];
}

function indicateursWord({ indicateurs, contrat }: DocumentFiche, couleurs: Palette): BlocWord[] {
  return TYPES_INDICATEUR.flatMap((type) => {
    const siens = indicateurs.filter((indicateur) => indicateur.type === type);
    if (siens.length === 0) return [];
    return [
      new Paragraph({
        text: LIBELLES_TYPES[type],
        heading: HeadingLevel.HEADING_2,
        spacing: { before: 200, after: 80 },
      }),
      ...siens.flatMap((indicateur) => indicateurWord(indicateur, anneesDuContrat(contrat), couleurs)),
    ];
  });
}

function actionWord(action: ActionImprimee, couleurs: Palette) {
  const { code, titre, statut, pilote, echeance, participation, description, etapes } = action;
  return {
    gauche: [new Paragraph({ text: `${code} – ${titre}`, heading: HeadingLevel.HEADING_3, keepNext: false })],
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

function declinaisonWord({ territoire, referent, statut, meteo, recits }: DeclinaisonImprimee, couleurs: Palette) {
  return {
    gauche: [
      new Paragraph({ text: territoire, heading: HeadingLevel.HEADING_3, keepNext: false }),
      ...dits([
        ['Référent', referent],
        ['Exécution', statut],
        ['Météo', meteo?.libelle ?? ''],
      ]),
    ],
    droite: [
      ...(meteo?.explication ? [new Paragraph({ text: meteo.explication })] : []),
      ...recits.flatMap(({ libelle, blocs }) => [
        new Paragraph({ text: libelle, heading: HeadingLevel.HEADING_4 }),
        ...blocsWord(blocs, couleurs, LARGEUR_UTILE),
      ]),
      new Paragraph({}),
    ],
  };
}

const partie = (titre: string, contenu: BlocWord[]): BlocWord[] =>
  contenu.length === 0 ? [] : [new Paragraph({ text: titre, heading: HeadingLevel.HEADING_1 }), ...contenu];

/** What follows the sheet: indicators with their tables, actions, déclinaisons. */
export function suiviWord(fiche: DocumentFiche): BlocWord[] {
  const { contrat, enjeu, actions, declinaisons } = fiche;
  const couleurs = palette(enjeu.couleur || contrat.couleur);
  const enRangees = (lignes: Parameters<typeof rangees>[0]) =>
    lignes.length > 0 ? [rangees(lignes, couleurs, true)] : [];
  return [
    ...partie(`Suivi des indicateurs ${contrat.anneeDebut}-${contrat.anneeFin}`, indicateursWord(fiche, couleurs)),
    ...partie('Actions', enRangees(actions.map((action) => actionWord(action, couleurs)))),
    ...partie(
      'Déclinaisons par territoire',
      enRangees(declinaisons.map((declinaison) => declinaisonWord(declinaison, couleurs))),
    ),
  ];
}
