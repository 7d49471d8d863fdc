import type { ContratDemo } from '../modele';
import { idContexte, ligneIndicateur, ligneValeur } from './indicateurs';
import type { Lot } from './insertion';

/** When the context figures of the demo were loaded. */
const SAISIE = '2026-02-10T09:00:00Z';

/** Rows of the context indicators, which belong to no fiche and are kept by the team, and of their values. */
export function lotsDuContexte(demo: ContratDemo): Lot[] {
  const indicateurs = demo.contexte ?? [];
  const equipe = Object.entries(demo.personnes).find(([, { role }]) => role === 'equipe');
  if (!equipe) return [];
  const [cle, personne] = equipe;
  const valeurs = indicateurs.flatMap((indicateur, rang) =>
    Object.entries(indicateur.valeurs).flatMap(([territoire, cellules]) =>
      cellules.flatMap((cellule, ecart) =>
        typeof cellule !== 'number'
          ? []
          : [
              ligneValeur(demo, {
                indicateurId: idContexte(demo, rang),
                annee: demo.contrat.anneeDebut + ecart,
                territoire,
                ventilation: 'total',
                valeur: cellule,
                absence: null,
                qualite: 'definitive',
                statut: 'validee',
                enRetard: false,
                retour: '',
                commentaire: '',
                source: '',
                modifieLe: SAISIE,
                auteur: { ...personne, cle },
              }),
            ],
      ),
    ),
  );
  return [
    ['indicateur', indicateurs.map((indicateur, rang) => ligneIndicateur(demo, null, indicateur, rang))],
    ['valeur', valeurs],
  ];
}
