import { anneesDuContrat } from '@pleniere/shared/domain';
import {
  estNumerique,
  formaterValeur,
  libelleCouverture,
  libelleProgression,
  type Maille,
  phraseSerie,
  progressionDeSerie,
  raisonDuVide,
  type Repere,
  seRassemble,
  serieDuTerritoire,
  serieRassemblee,
} from '@pleniere/indicateurs/domain';
import type { FicheLue, IndicateurLu } from '@pleniere/fiches/domain';
import type { IndicateurImprime, RepereImprime, SerieImprimee } from '../document/document-fiche';
import { type AnneeTue, type Masquage, masquesDe, motDuMasque, taire, taireEnsemble } from './masquage';

/** A territory of the contrat at one level, in the order in which it is printed. */
export interface TerritoireImprime {
  code: string;
  nom: string;
  maille: Maille;
}

type FicheDesIndicateurs = Pick<FicheLue, 'contrat' | 'droits' | 'indicateurs'>;

const ENSEMBLE = { code: 'contrat', nom: 'Ensemble du contrat' };

/** The years of one territory, or of all of them together. */
interface Serie {
  territoire: string;
  ensemble: boolean;
  annees: AnneeTue[];
}

function imprimerRepere({ annee, valeur }: Repere, indicateur: IndicateurLu): RepereImprime {
  return { annee, texte: formaterValeur(valeur, indicateur), nombre: valeur };
}

function ecrire({ masque, absence, valeur }: AnneeTue, indicateur: IndicateurLu, masquage: Masquage): string {
  if (masque) return motDuMasque(masque, masquage);
  return absence === null ? formaterValeur(valeur, indicateur) : raisonDuVide(absence);
}

function imprimerSerie(
  { territoire, ensemble, annees }: Serie,
  indicateur: IndicateurLu,
  masquage: Masquage,
): SerieImprimee {
  const valeurs = annees.map(({ masque, ...annee }) => ({
    ...annee,
    texte: ecrire({ masque, ...annee }, indicateur, masquage),
  }));
  return { territoire, valeurs, ...(ensemble && { ensemble }) };
}

function seriesDe(
  fiche: FicheDesIndicateurs,
  indicateur: IndicateurLu,
  territoires: TerritoireImprime[],
  anneeCourante: number,
  masquage: Masquage,
): Serie[] {
  const annees = anneesDuContrat(fiche.contrat);
  const masques = masquesDe(fiche, indicateur, masquage);
  const lire = ({ code, nom }: Pick<TerritoireImprime, 'code' | 'nom'>, ensemble = false): Serie => ({
    territoire: nom,
    ensemble,
    annees: taire(serieDuTerritoire(indicateur, code, annees, anneeCourante), indicateur.id, code, masques),
  });
  if (indicateur.maille === 'contrat') return [lire(ENSEMBLE, true)];
  const concernes = territoires.filter(({ maille }) => maille === indicateur.maille);
  const codes = concernes.map(({ code }) => code);
  const rassemblee = {
    territoire: ENSEMBLE.nom,
    ensemble: true,
    annees: taireEnsemble(
      serieRassemblee(indicateur, codes, annees, anneeCourante),
      indicateur,
      masques,
      masquage.seuil,
    ),
  };
  return [...(seRassemble(indicateur) ? [rassemblee] : []), ...concernes.map((territoire) => lire(territoire))];
}

/** When nothing speaks for the whole: the last year of which something is known, and by how many. */
function phraseDesParties(indicateur: IndicateurLu, series: Serie[]): string {
  const connues = series.flatMap(({ annees }) => annees.filter(({ absence }) => absence === null));
  if (connues.length === 0) return 'Aucune valeur n’est encore renseignée.';
  const annee = Math.max(...connues.map((connue) => connue.annee));
  const renseignes = connues.filter((connue) => connue.annee === annee).length;
  return `Dernier constat en ${annee} (${libelleCouverture({ renseignes, attendus: series.length }, indicateur.maille)}).`;
}

function progressionDe(indicateur: IndicateurLu, ensemble: Serie | undefined): string {
  const { nature, sens } = indicateur;
  if (!estNumerique(nature) || (sens !== 'hausse' && sens !== 'baisse')) return '';
  return libelleProgression(progressionDeSerie(indicateur, ensemble?.annees ?? []));
}

/** The indicators of a fiche with their years, ready to print; `aujourdhui` (ISO) decides which years are still to come. */
export function imprimerIndicateurs(
  fiche: FicheDesIndicateurs,
  territoires: TerritoireImprime[],
  aujourdhui: string,
  masquage: Masquage,
): IndicateurImprime[] {
  return fiche.indicateurs.map((indicateur) => {
    const series = seriesDe(fiche, indicateur, territoires, Number(aujourdhui.slice(0, 4)), masquage);
    const ensemble = series.find((serie) => serie.ensemble);
    const { type, libelle, unite, sens, source, reference, cibles } = indicateur;
    return {
      type,
      libelle,
      unite,
      sens,
      source,
      reference: reference && imprimerRepere(reference, indicateur),
      cibles: cibles.map((cible) => imprimerRepere(cible, indicateur)),
      series: series.map((serie) => imprimerSerie(serie, indicateur, masquage)),
      progression: progressionDe(indicateur, ensemble),
      phrase: ensemble ? phraseSerie(indicateur, ensemble.annees) : phraseDesParties(indicateur, series),
    };
  });
}
