import { LIBELLES_METEO, METEOS } from '@pleniere/fiches/domain';
import { LIBELLES_ABSENCES } from '@pleniere/indicateurs/domain';
import { enTexteRiche } from '@pleniere/shared/domain';
import type { LigneDeFiche } from '../document/document-fiche';
import { lireTexteRiche } from '../document/texte-riche';

const ligne = (label: string, ...paragraphes: string[]): LigneDeFiche => ({
  label,
  sections: [{ libelle: null, blocs: lireTexteRiche(enTexteRiche(paragraphes.join('\n'))) }],
});

const liste = (label: string, items: readonly (readonly [string, string])[]): LigneDeFiche => ({
  label,
  sections: [
    {
      libelle: null,
      blocs: [
        {
          type: 'liste',
          ordonnee: false,
          items: items.map(([mot, sens]) => ({
            runs: [{ texte: mot, gras: true }, { texte: ` : ${sens}.` }],
            sousItems: [],
          })),
        },
      ],
    },
  ],
});

/** How the book is read: its words, its pictures, and what it does not say. */
export function cleDeLecture(seuil: number): LigneDeFiche[] {
  return [
    ligne(
      'L’arrêté',
      'Ce livre dit ce que contenait le contrat de ville à un instant, et rien de ce qui a suivi. Le numéro et l’empreinte au pied de chaque page nomment cet arrêté : le même arrêté redonne toujours le même livre, à l’octet près.',
    ),
    ligne(
      'La fiche',
      'Une fiche projet tient en un tableau à deux colonnes. Elle est commune au contrat ; chaque ville dit ensuite comment elle la mène : ce sont les déclinaisons.',
    ),
    liste(
      'La météo',
      METEOS.map((meteo) => [LIBELLES_METEO[meteo].nom, LIBELLES_METEO[meteo].sens] as const),
    ),
    ligne(
      'Les graphiques',
      'Un trait relie les valeurs connues ; un point creux est une valeur provisoire ou estimée. Le pointillé est la référence de départ, le drapeau une cible. Sous chaque graphique, un tableau redonne tous les nombres ; la lettre p marque une valeur provisoire, la lettre e une valeur estimée.',
    ),
    ligne(
      'La progression',
      'La part du chemin parcouru entre la valeur de référence et la dernière cible. Elle ne se calcule que si la référence, la cible et une valeur sont connues.',
    ),
    liste('Quand un nombre manque', [
      [LIBELLES_ABSENCES.nd.long, 'la donnée n’existe pas ou n’a pas pu être obtenue'],
      [LIBELLES_ABSENCES['non-concerne'].long, 'l’indicateur n’a pas de sens sur ce territoire'],
      [LIBELLES_ABSENCES['a-venir'].long, 'l’année n’est pas terminée, ou la donnée est attendue'],
      [LIBELLES_ABSENCES.secret.long, 'le producteur de la donnée ne la diffuse pas'],
      ['non renseigné', 'personne n’a encore répondu'],
    ]),
    ligne(
      'Les petits nombres',
      `Un nombre de personnes inférieur à ${seuil} dans un quartier n’est pas publié, pour que personne ne soit reconnu : il est remplacé par « < ${seuil} ». Un autre nombre est parfois « masqué », quand il permettrait de retrouver le premier par différence.`,
    ),
  ];
}
