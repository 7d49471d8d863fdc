import { randomLcg } from 'd3-random';
import { createHash } from 'node:crypto';

const SUJETS =
  'les habitants,les femmes du quartier,les jeunes adultes,les parents d’élèves,les conseils citoyens,les bailleurs sociaux,les centres sociaux,les associations de proximité,les médiateurs,les demandeurs d’emploi,les personnes âgées isolées,les équipes de la métropole';
const VERBES =
  'participent à,construisent ensemble,évaluent chaque année,portent,accompagnent,découvrent,demandent,financent,animent,préparent,suivent,soutiennent';
const OBJETS =
  'la rénovation des logements,un atelier de santé communautaire,l’accès aux droits,la réussite éducative,des chantiers d’insertion,la gestion urbaine de proximité,un jardin partagé,des permanences numériques,la prévention spécialisée,des mobilités plus douces,l’égalité entre les femmes et les hommes,une maison de projet';
const COMPLEMENTS =
  'au pied des immeubles,avec la caisse d’allocations familiales,pendant les vacances scolaires,dans chaque quartier prioritaire,malgré la fermeture de l’antenne,grâce aux adultes-relais,sur la durée du contrat,à l’écoute des besoins,en lien avec le droit commun,avant la prochaine plénière,hors des heures de travail,par des visites à domicile';
const listes = [SUJETS, VERBES, OBJETS, COMPLEMENTS].map((mots) => mots.split(','));

/** Words that the bench searches in turn: some are in most fiches, some in few. */
export const TERMES = [
  ...['logements', 'santé', 'accès aux droits', 'éducative', 'insertion', 'jardin partagé'],
  ...['numériques', 'prévention', 'mobilités', 'égalité femmes hommes', 'maison de projet', 'visites à domicile'],
];

/** What a contrat of the bench draws from: the same number gives the same contrat, whatever is around it. */
export class Hasard {
  private readonly contrat: number;
  private readonly tirer: () => number;

  constructor(contrat: number) {
    this.contrat = contrat;
    this.tirer = randomLcg((contrat * 0.618_033_988_7) % 1);
  }

  entier(moinsDe: number): number {
    return Math.floor(this.tirer() * moinsDe);
  }

  parmi<T>(choix: readonly T[]): T {
    const pris = choix[this.entier(choix.length)];
    if (pris === undefined) throw new Error('nothing to choose from');
    return pris;
  }

  phrase(): string {
    const mots = listes.map((liste) => this.parmi(liste)).join(' ');
    return `${mots.charAt(0).toUpperCase()}${mots.slice(1)}.`;
  }

  paragraphe(phrases: number): string {
    return `<p>${Array.from({ length: phrases }, () => this.phrase()).join(' ')}</p>`;
  }

  /** Identifier of the nth thing of its sort in the contrat. */
  id(sorte: string, rang = 0): string {
    return identifiant(this.contrat, sorte, rang);
  }
}

/** Identifier of the nth thing of its sort in a contrat: a function of those three. */
export function identifiant(contrat: number, sorte: string, rang = 0): string {
  const h = createHash('sha1').update(`${contrat}/${sorte}/${rang}`).digest('hex');
  return `${h.slice(0, 8)}-${h.slice(8, 12)}-4${h.slice(13, 16)}-8${h.slice(17, 20)}-${h.slice(20, 32)}`;
}
