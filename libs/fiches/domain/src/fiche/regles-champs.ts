import { estDansLeContrat, type ErreurDeChamp, type PeriodeContrat } from '@pleniere/shared/domain';
import type { ActeurCite, CadreQuand, ChampId, ContenuFiche } from './contenu';

type Regle<C extends ChampId> = (valeur: ContenuFiche[C], periode: PeriodeContrat) => ErreurDeChamp[];

function idsUniques(elements: readonly { id: string }[], sous = ''): ErreurDeChamp[] {
  const vus = new Set<string>();
  return elements.flatMap(({ id }, rang) => {
    if (!vus.has(id)) return vus.add(id) && [];
    return [{ pointer: `${sous}/${rang}/id`, detail: 'Deux éléments de la liste ont le même identifiant.' }];
  });
}

function unSeulActeur(cites: readonly ActeurCite[], sous = ''): ErreurDeChamp[] {
  return cites.flatMap(({ organisationId, categorie }, rang) =>
    organisationId !== null && categorie !== null
      ? [
          {
            pointer: `${sous}/${rang}/categorie`,
            detail: 'Choisissez une organisation ou une catégorie, pas les deux.',
          },
        ]
      : [],
  );
}

function horsPeriode(annee: number, pointer: string, periode: PeriodeContrat): ErreurDeChamp[] {
  if (estDansLeContrat(annee, periode)) return [];
  return [{ pointer, detail: `L’année doit être comprise entre ${periode.anneeDebut} et ${periode.anneeFin}.` }];
}

/** Refuses a day (ISO) outside the contrat's years; nothing to say of an absent one. */
export function verifierJour(jour: string | null, pointer: string, periode: PeriodeContrat): ErreurDeChamp[] {
  return jour === null ? [] : horsPeriode(Number(jour.slice(0, 4)), pointer, periode);
}

function periodeDuProjet({ debut, fin }: CadreQuand, periode: PeriodeContrat): ErreurDeChamp[] {
  const refus = [...verifierJour(debut, '/debut', periode), ...verifierJour(fin, '/fin', periode)];
  const inverse = debut !== null && fin !== null && fin < debut;
  return inverse ? [...refus, { pointer: '/fin', detail: 'La fin précède le début.' }] : refus;
}

const REGLES: { [C in ChampId]?: Regle<C> } = {
  pilotes: (cites) => unSeulActeur(cites),
  referents: (cites) => unSeulActeur(cites),
  partenaires: (cites) => unSeulActeur(cites),
  resultatsAttendus: (elements) => idsUniques(elements),
  interetHabitants: (elements) => idsUniques(elements),
  interetTerritoire: (elements) => idsUniques(elements),
  interetPartenaires: (elements) => idsUniques(elements),
  cadreQuand: periodeDuProjet,
  cadreAvecQui: ({ acteurs }) => unSeulActeur(acteurs, '/acteurs'),
  cadreAvecQuoi: ({ modalites }) => idsUniques(modalites, '/modalites'),
  facteursFavorables: (elements) => idsUniques(elements),
  facteursDefavorables: (elements) => idsUniques(elements),
  planAction: (elements) => idsUniques(elements),
  moyensHumains: (elements) => idsUniques(elements),
  moyensFinanciers: (elements) => idsUniques(elements),
  lignesBudget: (lignes, periode) => [
    ...idsUniques(lignes),
    ...lignes.flatMap(({ annee }, rang) => horsPeriode(annee, `/${rang}/annee`, periode)),
  ],
  documents: (documents) => idsUniques(documents),
  sectionsSupplementaires: (sections) => idsUniques(sections),
};

/**
 * Rules that a well-formed value must still follow: dates within the contrat's years, one actor per mention, ids that
 * tell entries apart. Pointers are within the value; empty when everything holds.
 */
export function verifierChamp<C extends ChampId>(
  champ: C,
  valeur: ContenuFiche[C],
  periode: PeriodeContrat,
): ErreurDeChamp[] {
  return REGLES[champ]?.(valeur, periode) ?? [];
}
