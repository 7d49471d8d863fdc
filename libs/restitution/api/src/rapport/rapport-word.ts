import { INSECABLE } from '@pleniere/shared/domain';
import { BorderStyle, HeadingLevel, Paragraph, ShadingType, TextRun } from 'docx';
import { type BlocWord, tableWord } from '../docx/blocs-word';
import { LARGEUR_UTILE, PUCES } from '../docx/charte-word';
import type { Palette } from '../mise-en-page/couleurs';
import type { BlocDuRapport, PartieDuRapport } from './bloc-du-rapport';

// Seen at a glance on screen as on paper: a tint, a bar, and the words.
const A_ECRIRE = { fond: 'FFF4CC', bord: 'B7791F' };

function aEcrire(quoi: string, qui: string): Paragraph {
  return new Paragraph({
    spacing: { before: 60, after: 100 },
    indent: { left: 120 },
    shading: { type: ShadingType.CLEAR, color: 'auto', fill: A_ECRIRE.fond },
    border: { left: { style: BorderStyle.SINGLE, size: 18, space: 6, color: A_ECRIRE.bord } },
    children: [
      new TextRun({ text: `À compléter${INSECABLE}: `, bold: true }),
      new TextRun(`${quoi}. `),
      new TextRun({ text: `Qui${INSECABLE}: ${qui}.`, italics: true }),
    ],
  });
}

function blocWord(bloc: BlocDuRapport, couleurs: Palette): BlocWord[] {
  switch (bloc.type) {
    case 'paragraphe':
      return [new Paragraph({ text: bloc.texte })];
    case 'intertitre':
      return [
        new Paragraph({
          heading: bloc.niveau === 2 ? HeadingLevel.HEADING_2 : HeadingLevel.HEADING_3,
          spacing: { before: 240, after: 80 },
          children: [new TextRun({ text: bloc.texte, size: bloc.niveau === 2 ? 25 : 22 })],
        }),
      ];
    case 'liste':
      return bloc.items.map(
        ({ texte, source }) =>
          new Paragraph({
            numbering: { reference: PUCES, level: 0 },
            children: [new TextRun(texte), ...(source ? [new TextRun({ text: ` (${source})`, size: 17 })] : [])],
          }),
      );
    case 'tableau': {
      const lignes = bloc.lignes.map((ligne) => ligne.map((texte) => ({ texte })));
      return [tableWord(bloc.entetes, lignes, bloc.parts, couleurs, LARGEUR_UTILE), new Paragraph({ style: 'Case' })];
    }
    case 'source':
      return [new Paragraph({ style: 'Discret', text: `Source${INSECABLE}: ${bloc.texte}.` })];
    case 'a-completer':
      return [aEcrire(bloc.quoi, bloc.qui)];
  }
}

/** A part under its heading: what the decree asks, then what is known and what is missing. */
export function partieWord({ attendu, blocs }: PartieDuRapport, titre: Paragraph, couleurs: Palette): BlocWord[] {
  return [
    titre,
    new Paragraph({ style: 'Discret', text: attendu }),
    ...blocs.flatMap((bloc) => blocWord(bloc, couleurs)),
  ];
}

/** Everything that somebody must still write, by part: the work that remains, at a glance. */
export function resteAEcrire(parties: readonly PartieDuRapport[], couleurs: Palette): BlocWord[] {
  const lignes = parties.flatMap(({ titre, blocs }, rang) =>
    blocs.flatMap((bloc) =>
      bloc.type === 'a-completer' ? [[`${rang + 1}. ${titre}`, bloc.quoi, bloc.qui].map((texte) => ({ texte }))] : [],
    ),
  );
  return [tableWord(['Partie', 'Ce qui manque', 'Qui peut l’écrire'], lignes, [3, 5, 3], couleurs, LARGEUR_UTILE)];
}
