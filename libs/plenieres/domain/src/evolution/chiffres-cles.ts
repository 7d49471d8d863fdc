import { METEOS } from '@pleniere/fiches/domain';
import type { CibleEchue, Evolution, FicheEvoluee, MeteoEvoluee } from './evolution';

/** A figure of the whole, and what it counts in words that agree with it. */
export interface ChiffreCle {
  nombre: number;
  mots: string;
}

/** True when everything found for a target reaches it. */
export function estAtteinte({ constats }: CibleEchue): boolean {
  return constats.every(({ atteinte }) => atteinte);
}

/** Whether a weather got better; null when there was none before, or is none now. */
export function versLeMieux({ avant, apres }: Pick<MeteoEvoluee, 'avant' | 'apres'>): boolean | null {
  return avant === null || apres === null ? null : METEOS.indexOf(apres) < METEOS.indexOf(avant);
}

const somme = <T>(liste: readonly T[], compter: (element: T) => number) =>
  liste.reduce((total, element) => total + compter(element), 0);

const compter = (nombre: number, singulier: string, pluriel: string): ChiffreCle[] =>
  nombre === 0 ? [] : [{ nombre, mots: nombre === 1 ? singulier : pluriel }];

function chiffresDesTextes({ enjeux }: Evolution, changees: readonly FicheEvoluee[]): ChiffreCle[] {
  const recrites = changees.filter(({ champs }) => champs.length > 0).length;
  return [
    ...compter(
      somme(enjeux, ({ ajoutees }) => ajoutees.length),
      'fiche ajoutée',
      'fiches ajoutées',
    ),
    ...compter(
      somme(enjeux, ({ retirees }) => retirees.length),
      'fiche retirée',
      'fiches retirées',
    ),
    ...compter(recrites, 'fiche dont le texte change', 'fiches dont le texte change'),
    ...compter(
      somme(enjeux, ({ inchangees }) => inchangees.length),
      'fiche sans changement',
      'fiches sans changement',
    ),
  ];
}

function chiffresDuSuivi(changees: readonly FicheEvoluee[]): ChiffreCle[] {
  const indicateurs = changees.flatMap((fiche) => fiche.indicateurs);
  const cibles = indicateurs.flatMap((indicateur) => indicateur.cibles);
  const atteintes = cibles.filter(estAtteinte).length;
  const sens = changees.flatMap(({ meteo }) => (meteo ? [versLeMieux(meteo)] : []));
  return [
    ...compter(
      somme(indicateurs, ({ arrivees }) => arrivees.length),
      'valeur arrivée',
      'valeurs arrivées',
    ),
    ...compter(
      somme(indicateurs, ({ changees: valeurs }) => valeurs.length),
      'valeur corrigée',
      'valeurs corrigées',
    ),
    ...compter(atteintes, 'cible atteinte', 'cibles atteintes'),
    ...compter(cibles.length - atteintes, 'cible manquée', 'cibles manquées'),
    ...compter(sens.filter((mieux) => mieux === true).length, 'météo qui s’améliore', 'météos qui s’améliorent'),
    ...compter(sens.filter((mieux) => mieux === false).length, 'météo qui se dégrade', 'météos qui se dégradent'),
    ...compter(
      somme(changees, ({ avis }) => avis.length),
      'avis de l’État rendu',
      'avis de l’État rendus',
    ),
  ];
}

function chiffresDesEngagements({ enjeux, decisions }: Evolution, changees: readonly FicheEvoluee[]): ChiffreCle[] {
  const retards =
    somme(changees, ({ actions }) => actions.enRetard.length) +
    somme(enjeux, ({ inchangees }) => somme(inchangees, ({ actionsEnRetard }) => actionsEnRetard));
  return [
    ...compter(
      somme(changees, ({ actions }) => actions.faites.length),
      'action réalisée',
      'actions réalisées',
    ),
    ...compter(retards, 'action en retard', 'actions en retard'),
    ...compter(decisions.prises.length, 'décision prise', 'décisions prises'),
    ...compter(decisions.faites.length, 'décision faite', 'décisions faites'),
    ...compter(decisions.enRetard.length, 'décision en retard', 'décisions en retard'),
  ];
}

/** The change in figures, in the order in which it is told; what counts nothing is left out. */
export function chiffresCles(evolution: Evolution): ChiffreCle[] {
  const changees = evolution.enjeux.flatMap((enjeu) => enjeu.changees);
  return [
    ...chiffresDesTextes(evolution, changees),
    ...chiffresDuSuivi(changees),
    ...chiffresDesEngagements(evolution, changees),
  ];
}

/** True when an arrêté says nothing that the other did not; what was late already is not news. */
export function rienNeChange({ enjeux, decisions }: Evolution): boolean {
  const { prises, faites, abandonnees, enRetard } = decisions;
  return (
    enjeux.every((enjeu) => enjeu.ajoutees.length + enjeu.retirees.length + enjeu.changees.length === 0) &&
    prises.length + faites.length + abandonnees.length === 0 &&
    enRetard.every(({ deja }) => deja)
  );
}
