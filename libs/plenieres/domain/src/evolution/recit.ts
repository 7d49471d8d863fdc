import {
  type Avis,
  codeAffiche,
  LIBELLES_SENS,
  LIBELLES_STATUTS_ACTION,
  type StatutAction,
} from '@pleniere/fiches/domain';
import { accorder, formaterDate, INSECABLE, texteBrut } from '@pleniere/shared/domain';
import type { Decision } from '../decision';
import type {
  ActionsEvoluees,
  DecisionsEvoluees,
  EnRetard,
  FicheEvoluee,
  IndicateurEvolue,
  MeteoEvoluee,
} from './evolution';
import { direAction, direArrivees, direCible, direDeja, direMeteo, direValeur } from './phrases';

/** Something told in one line, and what is said of it. */
export interface LigneDuRecit {
  tete: string;
  dites: string[];
}

/** Part of what moved in a fiche, beside its words. */
export interface PartieDuRecit {
  titre: string;
  lignes: LigneDuRecit[];
}

const SORTES: Readonly<Record<IndicateurEvolue['sorte'], string>> = {
  nouveau: ' (nouvel indicateur)',
  retire: ' (indicateur retiré)',
  suivi: '',
};

const REDEFINI = 'Sa définition, sa référence ou ses cibles ne sont plus les mêmes.';

function raconterIndicateur(indicateur: IndicateurEvolue): LigneDuRecit {
  const { libelle, sorte, phrase, changees, cibles, redefini } = indicateur;
  const dites = [
    phrase,
    direArrivees(indicateur),
    ...changees.map((valeur) => `${direValeur(valeur)}.`),
    ...cibles.map(direCible),
    redefini ? REDEFINI : '',
  ];
  return { tete: libelle + SORTES[sorte], dites: dites.filter((dite) => dite !== '') };
}

const seule = (tete: string): LigneDuRecit => ({ tete, dites: [] });

function raconterMeteos(meteo: MeteoEvoluee | null, declinaisons: FicheEvoluee['declinaisons']): LigneDuRecit[] {
  const villes = declinaisons.map((ville) => direMeteo(ville, `${ville.nom}${INSECABLE}: la météo`));
  return [...(meteo ? [direMeteo(meteo, 'La météo de la fiche')] : []), ...villes].map(seule);
}

function raconterAvis(avis: readonly Avis[], pointsLeves: number): LigneDuRecit[] {
  const rendus = avis.map(({ sens, auteur, fonction, renduLe, texte, points }): LigneDuRecit => {
    const qui = [auteur, fonction].filter((mot) => mot !== '').join(', ');
    const dites = [texteBrut(texte), ...points.map((point) => texteBrut(point.texte))];
    return {
      tete: `${LIBELLES_SENS[sens]}, ${qui}, le ${formaterDate(renduLe)}`,
      dites: dites.filter((dite) => dite !== ''),
    };
  });
  const leves = accorder(pointsLeves, 'point d’un avis antérieur est levé', 'points d’avis antérieurs sont levés');
  return pointsLeves === 0 ? rendus : [...rendus, seule(`${leves}.`)];
}

const grouper = (tete: string, dites: string[]): LigneDuRecit[] => (dites.length === 0 ? [] : [{ tete, dites }]);

function raconterActions({ faites, enRetard, nouvelles, suspendues }: ActionsEvoluees): LigneDuRecit[] {
  const statut = (slug: StatutAction) => LIBELLES_STATUTS_ACTION[slug].toLowerCase();
  return [
    ...grouper('Réalisées', faites.map(direAction)),
    ...grouper('En retard', enRetard.map(direAction)),
    ...grouper('Nouvelles', nouvelles.map(direAction)),
    ...grouper(
      'Reportées ou abandonnées',
      suspendues.map((action) => `${direAction(action)} (${statut(action.statut)})`),
    ),
  ];
}

/** What moved in a fiche beside its words, part by part; the parts where nothing did are left out. */
export function raconterFiche(fiche: FicheEvoluee): PartieDuRecit[] {
  const { indicateurs, meteo, declinaisons, avis, pointsLeves, actions } = fiche;
  const parties = [
    { titre: 'Chiffres et cibles', lignes: indicateurs.map(raconterIndicateur) },
    { titre: 'Météo', lignes: raconterMeteos(meteo, declinaisons) },
    { titre: 'Avis de l’État', lignes: raconterAvis(avis, pointsLeves) },
    { titre: 'Actions', lignes: raconterActions(actions) },
  ];
  return parties.filter(({ lignes }) => lignes.length > 0);
}

function direDecision(decision: Decision | EnRetard<Decision>): string {
  const { texte, fiche, responsable, echeance, suivi } = decision;
  const faits = [
    fiche ? codeAffiche(fiche.code) : '',
    responsable?.nom ?? '',
    echeance ? `pour le ${formaterDate(echeance)}` : '',
  ].filter((fait) => fait !== '');
  const phrase = texte.trim().replace(/\.$/, '') + (faits.length > 0 ? ` (${faits.join(', ')})` : '');
  if ('deja' in decision) return `${phrase}${direDeja(decision)}.${suivi ? ` ${suivi}` : ''}`;
  return `${phrase}.${suivi ? ` ${suivi}` : ''}`;
}

/** What became of the decisions, sort by sort. */
export function raconterDecisions({ prises, faites, abandonnees, enRetard }: DecisionsEvoluees): LigneDuRecit[] {
  const dites = new Set([...faites, ...enRetard, ...abandonnees].map(({ id }) => id));
  return [
    ...grouper('Faites', faites.map(direDecision)),
    ...grouper('En retard', enRetard.map(direDecision)),
    ...grouper('Prises, à faire', prises.filter(({ id }) => !dites.has(id)).map(direDecision)),
    ...grouper('Abandonnées', abandonnees.map(direDecision)),
  ];
}
