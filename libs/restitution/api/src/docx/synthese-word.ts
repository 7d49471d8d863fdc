import { codeAffiche } from '@pleniere/fiches/domain';
import {
  type CadreFige,
  type ContenuArrete,
  type Decision,
  decisionEnRetard,
  type FicheFigee,
  LIBELLES_STATUTS_DECISION,
  type ReponseFigee,
} from '@pleniere/plenieres/domain';
import { formaterDate, INSECABLE, jourDeParis } from '@pleniere/shared/domain';
import { HeadingLevel, Paragraph, TextRun } from 'docx';
import { cleDeLecture } from '../livre/cle-de-lecture';
import type { EnjeuDuLivre } from '../livre/matiere';
import { faitsDeLaReponse } from '../livre/reponses';
import { type Citation, synthetiser } from '../livre/synthese';
import { dresserTableau } from '../livre/tableau-de-bord';
import { palette } from '../mise-en-page/couleurs';
import { imprimerTout } from '../mise-en-page/impression';
import { type BlocWord, tableWord } from './blocs-word';
import { LARGEUR_UTILE, PUCES } from './charte-word';
import { rangee, rangees } from './feuille-word';

const cases = (textes: readonly string[]) => textes.map((texte) => ({ texte }));

const fait = (libelle: string, dit: string) =>
  new Paragraph({
    spacing: { after: 20 },
    children: [new TextRun(`${libelle}${INSECABLE}: `), new TextRun({ text: dit, bold: true })],
  });

function citations(quoi: string, recits: readonly Citation[]): BlocWord[] {
  if (recits.length === 0) return [];
  return [
    new Paragraph({ text: quoi, heading: HeadingLevel.HEADING_3, spacing: { before: 160 } }),
    ...recits.map(
      ({ texte, source }) =>
        new Paragraph({
          numbering: { reference: PUCES, level: 0 },
          children: [new TextRun(texte), new TextRun({ text: ` (${source})`, size: 17 })],
        }),
    ),
  ];
}

/** The synthesis: each enjeu in figures, then a few things done and difficulties with where they were told. */
export function syntheseWord(enjeux: readonly EnjeuDuLivre[], cadre: CadreFige): BlocWord[] {
  return enjeux.flatMap((enjeu): BlocWord[] => {
    const { titre, chiffres, meteos, progres, faits, freins } = synthetiser(enjeu, cadre);
    return [
      new Paragraph({
        heading: HeadingLevel.HEADING_2,
        spacing: { before: 280, after: 100 },
        children: [new TextRun({ text: titre, size: 24 })],
      }),
      ...chiffres.map(([libelle, dit]) => fait(libelle, dit)),
      ...(meteos.length > 0 ? [fait('Météo des fiches', meteos.map(({ dit }) => dit).join(', '))] : []),
      new Paragraph({ text: progres }),
      ...citations('Ce qui a été fait', faits),
      ...citations('Ce qui freine', freins),
    ];
  });
}

/** The dashboard: enjeux in lines, counts in columns. */
export function tableauDeBordWord(enjeux: readonly EnjeuDuLivre[], arrete: ContenuArrete): BlocWord[] {
  const { entetes, lignes } = dresserTableau(enjeux, arrete.decisions, arrete);
  // Each column holds the longest word of its heading; the names of the enjeux fold.
  const mots = entetes.map((entete) => Math.max(...entete.split(' ').map(({ length }) => length)));
  const parts = mots.map((signes, rang) => (rang === 0 ? 17 : signes + 2.6));
  return [tableWord(entetes, lignes.map(cases), parts, palette(arrete.contrat.couleur), LARGEUR_UTILE)];
}

/** How the book is read. */
export function cleDeLectureWord(seuil: number, { contrat }: CadreFige): BlocWord[] {
  const couleurs = palette(contrat.couleur);
  const lignes = imprimerTout(cleDeLecture(seuil), () => true);
  return [
    rangees(
      lignes.map((ligne) => rangee(ligne, couleurs)),
      couleurs,
    ),
  ];
}

/** Questions of residents with the answers that were published to them. */
export function reponsesWord(
  reponses: readonly ReponseFigee[],
  cadre: CadreFige,
  fiches: readonly FicheFigee[],
): BlocWord[] {
  const lignes = reponses.map((reponse) => [
    [`N°${INSECABLE}${reponse.numero}`, ...faitsDeLaReponse(reponse, cadre, fiches)].join('\n'),
    reponse.question,
    reponse.reponse,
  ]);
  const parts = [2.4, 3.2, 6.5];
  const entetes = ['Quand, où, qui', 'Question', 'Réponse'];
  return [tableWord(entetes, lignes.map(cases), parts, palette(cadre.contrat.couleur), LARGEUR_UTILE)];
}

/** Decisions as they stood on the day of the arrêté. */
export function decisionsWord(decisions: readonly Decision[], { figeLe, contrat }: CadreFige): BlocWord[] {
  const jour = jourDeParis(new Date(figeLe));
  const statut = (decision: Decision) =>
    LIBELLES_STATUTS_DECISION[decision.statut] + (decisionEnRetard(decision, jour) ? ', en retard' : '');
  const lignes = decisions.map((decision) => [
    `${formaterDate(decision.seance.date)}, ${decision.seance.instance}`,
    decision.fiche ? codeAffiche(decision.fiche.code) : '–',
    [decision.texte, decision.suivi && `Suivi${INSECABLE}: ${decision.suivi}`].filter(Boolean).join('\n'),
    decision.responsable?.nom ?? '–',
    decision.echeance ? formaterDate(decision.echeance) : '–',
    statut(decision),
  ]);
  const entetes = ['Séance', 'Fiche', 'Décision', 'Responsable', 'Échéance', 'Statut'];
  const parts = [2, 1.01, 4, 2, 1.7, 1.4];
  return [tableWord(entetes, lignes.map(cases), parts, palette(contrat.couleur), LARGEUR_UTILE)];
}
