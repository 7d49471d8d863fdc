import {
  type ContenuArrete,
  type Decision,
  decisionEnRetard,
  LIBELLES_STATUTS_DECISION,
} from '@pleniere/plenieres/domain';
import { codeAffiche, LIBELLES_METEO, METEOS } from '@pleniere/fiches/domain';
import { FINE, formaterDate, INSECABLE, jourDeParis } from '@pleniere/shared/domain';
import { HeadingLevel, Paragraph, TextRun } from 'docx';
import { enjeuxEnBref, type EnjeuEnBref, type RecitRetenu } from '../composition/synthese';
import { palette } from '../mise-en-page/couleurs';
import { type BlocWord, tableWord } from './blocs-word';
import { LARGEUR_UTILE, PUCES } from './charte-word';

const titre = (text: string, heading: (typeof HeadingLevel)[keyof typeof HeadingLevel] = HeadingLevel.HEADING_2) =>
  new Paragraph({ heading, spacing: { before: 240, after: 100 }, children: [new TextRun({ text, size: 24 })] });

const puce = (gras: string, suite: string) =>
  new Paragraph({
    numbering: { reference: PUCES, level: 0 },
    children: [new TextRun({ text: gras, bold: true }), new TextRun(suite)],
  });

function recitsWord(quoi: string, recits: readonly RecitRetenu[]): BlocWord[] {
  if (recits.length === 0) return [];
  return [
    new Paragraph({ text: quoi, heading: HeadingLevel.HEADING_3 }),
    ...recits.map(
      ({ texte, source }) =>
        new Paragraph({
          numbering: { reference: PUCES, level: 0 },
          children: [new TextRun(texte), new TextRun({ text: ` (${source})`, size: 17 })],
        }),
    ),
  ];
}

function enjeuWord({ libelle, intitule, couleur, fiches, faits, freins }: EnjeuEnBref): BlocWord[] {
  const vide = '–';
  const lignes = fiches.map(({ code, titre: nom, meteo, execution }) =>
    [code, nom, meteo || vide, execution || vide].map((texte) => ({ texte })),
  );
  const entetes = ['Fiche', 'Projet', 'Météo', 'Déclinaisons'];
  return [
    titre(`${libelle}${INSECABLE}: ${intitule}`),
    tableWord(entetes, lignes, [1.01, 4, 1.3, 3], palette(couleur), LARGEUR_UTILE),
    ...recitsWord('Ce qui a été fait', faits),
    ...recitsWord('Ce qui freine', freins),
  ];
}

/** The synthesis: each enjeu by its fiches, then a few things done and difficulties with where they were told. */
export function syntheseWord(arrete: ContenuArrete): BlocWord[] {
  return enjeuxEnBref(arrete).flatMap(enjeuWord);
}

/** What the signs of the book mean. */
export function cleDeLectureWord(seuil: number): BlocWord[] {
  return [
    new Paragraph({ text: 'La météo dit comment une déclinaison se passe. Celle d’une fiche est la plus mauvaise.' }),
    ...METEOS.map((meteo) => puce(LIBELLES_METEO[meteo].nom, `${INSECABLE}: ${LIBELLES_METEO[meteo].sens}`)),
    puce('p', `${INSECABLE}: valeur provisoire`),
    puce('e', `${INSECABLE}: valeur estimée`),
    puce(
      `<${FINE}${seuil}, masqué`,
      `${INSECABLE}: un petit nombre de personnes n’est pas publié, ni ce qui permettrait de le retrouver`,
    ),
    puce('non disponible, non concerné, à venir', `${INSECABLE}: pourquoi une valeur manque. 0 est une valeur.`),
  ];
}

/** Decisions as they stood on the day of the arrêté. */
export function decisionsWord({ decisions, figeLe, contrat }: ContenuArrete): BlocWord[] {
  const jour = jourDeParis(new Date(figeLe));
  const statut = (decision: Decision) =>
    LIBELLES_STATUTS_DECISION[decision.statut] + (decisionEnRetard(decision, jour) ? ', en retard' : '');
  const lignes = decisions.map((decision) =>
    [
      `${formaterDate(decision.seance.date)}, ${decision.seance.instance}`,
      decision.fiche ? codeAffiche(decision.fiche.code) : '–',
      [decision.texte, decision.suivi && `Suivi${INSECABLE}: ${decision.suivi}`].filter(Boolean).join('\n'),
      decision.responsable?.nom ?? '–',
      decision.echeance ? formaterDate(decision.echeance) : '–',
      statut(decision),
    ].map((texte) => ({ texte })),
  );
  const entetes = ['Séance', 'Fiche', 'Décision', 'Responsable', 'Échéance', 'Statut'];
  return [tableWord(entetes, lignes, [2, 1.01, 4, 1.8, 1.7, 1.4], palette(contrat.couleur), LARGEUR_UTILE)];
}
