import { libelleEnjeu } from '@pleniere/contrat/domain';
import { codeAffiche, type Meteo, METEOS } from '@pleniere/fiches/domain';
import { type CadreFige, type Decision, empreinteCourte } from '@pleniere/plenieres/domain';
import { type SectionDuLivre, SECTIONS_DU_LIVRE } from '@pleniere/restitution/domain';
import { formaterDate, INSECABLE } from '@pleniere/shared/domain';
import { composerFicheFigee } from '../composition/fiche-figee';
import type { LigneDeFiche } from '../document/document-fiche';
import type { MatiereDuDocument } from '../fabrique/fabrique';
import { pictogramme } from '../graphique/pictogrammes';
import { type Palette, palette } from '../mise-en-page/couleurs';
import { donneesDuModele, type DonneesDuModele, type LigneDuModele, mesurer } from '../mise-en-page/donnees';
import { cleDeLecture } from './cle-de-lecture';
import { imprimerDecision } from './decisions';
import { imprimerReponse, reponsesChoisies } from './reponses';
import { type IndexDuLivre, indexer } from './index-du-livre';
import { type EnjeuDuLivre, enjeuxDuLivre, fichesChoisies, grouperParEnjeu, jourDe } from './matiere';
import { type SyntheseEnjeu, synthetiser } from './synthese';
import { dresserTableau, type TableauDuLivre } from './tableau-de-bord';

/** Cleans every text of a value before it is printed. */
export type Nettoyer = <T>(valeur: T) => T;

/** What names a document of an arrêté: its cover and the foot of its pages. */
export interface EnteteDArrete {
  contrat: CadreFige['contrat'];
  titreDuDocument: string;
  arrete: string;
  titre: string;
  empreinte: string;
  sha256: string;
  dateEcrite: string;
  seance: string;
  couleurs: Palette;
  jour: { annee?: number; mois?: number; jour?: number };
  /** Picture of each weather. */
  pictogrammes: Record<Meteo, string>;
}

type FicheImprimee = DonneesDuModele & { ancre: string; decisions: LigneDuModele[] };

/** Shape of `data.json` for the book; a part that was left out is null. */
export interface DonneesDuLivre extends EnteteDArrete {
  cle: LigneDuModele[] | null;
  synthese: (SyntheseEnjeu & { couleurs: Palette })[] | null;
  tableau: TableauDuLivre | null;
  enjeux: { titre: string; libelle: string; intitule: string; couleurs: Palette; fiches: FicheImprimee[] }[];
  decisions: LigneDuModele[] | null;
  reponses: LigneDuModele[] | null;
  index: IndexDuLivre | null;
}

const PICTOGRAMMES = Object.fromEntries(METEOS.map((meteo) => [meteo, pictogramme(meteo)])) as Record<Meteo, string>;

/** What names an arrêté on a document of this kind (« Livre des fiches »). */
export function entete(matiere: MatiereDuDocument, sorte: string, nettoyer: Nettoyer): EnteteDArrete {
  const { contenu, numero, sha256 } = matiere;
  const { contrat, seance } = contenu;
  const [annee, mois, jour] = jourDe(matiere).split('-').map(Number);
  const ditSeance = seance ? `${seance.instance.nom}, ${formaterDate(seance.date)}` : '';
  return {
    ...nettoyer({
      contrat,
      titreDuDocument: `${sorte} – ${contrat.titre} – arrêté n°${INSECABLE}${numero}`,
      arrete: `Arrêté n°${INSECABLE}${numero}`,
      titre: contenu.titre,
      seance: seance?.lieu ? `${ditSeance} (${seance.lieu})` : ditSeance,
    }),
    empreinte: empreinteCourte(sha256),
    sha256,
    dateEcrite: formaterDate(contenu.figeLe),
    couleurs: palette(contrat.couleur),
    jour: { annee, mois, jour },
    pictogrammes: PICTOGRAMMES,
  };
}

/** Decisions on the chosen fiches, and those on none. */
export function decisionsChoisies({ contenu }: MatiereDuDocument, groupes: readonly EnjeuDuLivre[]): Decision[] {
  const choisies = new Set(groupes.flatMap(({ fiches }) => fiches.map(({ fiche }) => fiche.id)));
  return contenu.decisions.filter(({ fiche }) => fiche === null || choisies.has(fiche.id));
}

/** Everything that the book prints, worked out from the arrêté alone; `faite` hears of each fiche that is ready. */
export function composerLivre(
  matiere: MatiereDuDocument,
  nettoyer: Nettoyer,
  faite: (code: string) => void,
): DonneesDuLivre {
  const { contenu, seuil, options } = matiere;
  const groupes = grouperParEnjeu(fichesChoisies(matiere));
  const enjeux = enjeuxDuLivre(groupes);
  const places = groupes.flatMap(({ fiches }) => fiches);
  const decisions = decisionsChoisies(matiere, groupes);
  const sections = options.sections.length === 0 ? SECTIONS_DU_LIVRE : options.sections;
  const si = <T>(section: SectionDuLivre, faire: () => T): T | null =>
    sections.includes(section) ? nettoyer(faire()) : null;
  const enLignes = (lignes: LigneDeFiche[]) => nettoyer(lignes).map(mesurer);

  const imprimerFiche = ({ fiche, ancre }: EnjeuDuLivre['fiches'][number]): FicheImprimee => {
    faite(codeAffiche(fiche.code));
    const siennes = decisions.filter((decision) => decision.fiche?.id === fiche.id);
    return {
      ...donneesDuModele(nettoyer(composerFicheFigee(fiche, contenu, seuil))),
      ancre,
      decisions: enLignes(siennes.map((decision) => imprimerDecision(decision, false))),
    };
  };

  return {
    ...entete(matiere, 'Livre des fiches', nettoyer),
    cle: sections.includes('cle-de-lecture') ? enLignes(cleDeLecture(seuil)) : null,
    synthese: si('synthese', () =>
      enjeux.map((groupe) => ({ ...synthetiser(groupe, contenu), couleurs: palette(groupe.enjeu.couleur) })),
    ),
    tableau: si('tableau-de-bord', () => dresserTableau(enjeux, decisions, contenu)),
    enjeux: sections.includes('fiches') ? groupes.map((groupe) => imprimerEnjeu(groupe, nettoyer, imprimerFiche)) : [],
    decisions: sections.includes('decisions')
      ? enLignes(decisions.map((decision) => imprimerDecision(decision, true)))
      : null,
    reponses: sections.includes('reponses')
      ? enLignes(
          reponsesChoisies(
            matiere,
            places.map(({ fiche }) => fiche),
          ).map((reponse) => imprimerReponse(reponse, contenu, contenu.fiches)),
        )
      : null,
    // Its entries lead to the fiches.
    index: sections.includes('fiches') ? si('index', () => indexer(places, contenu, decisions)) : null,
  };
}

function imprimerEnjeu(
  { enjeu, fiches }: EnjeuDuLivre,
  nettoyer: Nettoyer,
  imprimerFiche: (fiche: EnjeuDuLivre['fiches'][number]) => FicheImprimee,
): DonneesDuLivre['enjeux'][number] {
  const libelle = libelleEnjeu(enjeu);
  const intitule = nettoyer(enjeu.intitule);
  return {
    titre: `${libelle} – ${intitule}`,
    libelle,
    intitule,
    couleurs: palette(enjeu.couleur),
    fiches: fiches.map(imprimerFiche),
  };
}
