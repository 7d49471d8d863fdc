import type { EntreeJournal } from '@pleniere/acces/domain';
import { codeAffiche, type FicheNommee, type NommerParId } from '@pleniere/fiches/domain';
import { formaterDate, formaterHeure } from '@pleniere/shared/domain';
import { type Changement, changementsDe, direEntree, direRubrique } from './mots-journal';

/** A line of the journal, ready to show. */
export interface LigneJournal {
  entree: EntreeJournal;
  jour: string;
  heure: string;
  geste: string;
  changements: Changement[];
}

/** Lines that go together, under a title; `fiche` is what the title leads to. */
export interface GroupeJournal {
  cle: string;
  titre: string;
  fiche: FicheNommee | null;
  parties: { titre: string | null; lignes: LigneJournal[] }[];
}

/** Values come by dozens: those that one person entered on a fiche in a day make one line. */
function rassembler(entrees: readonly EntreeJournal[], orientation: NommerParId): LigneJournal[] {
  const groupes = Map.groupBy(entrees, ({ id, objet, champ, auteur, ficheId, quand }) =>
    objet === 'valeur' ? `${auteur.nom}/${ficheId ?? ''}/${champ ?? ''}/${formaterDate(quand)}` : id,
  );
  return [...groupes.values()].flatMap((groupe) => {
    const [entree] = groupe;
    if (!entree) return [];
    const changements = groupe.flatMap((une) => changementsDe(une, orientation));
    const quand = { jour: formaterDate(entree.quand), heure: formaterHeure(entree.quand) };
    return [{ entree, ...quand, geste: direEntree(entree, groupe.length), changements }];
  });
}

/** Day by day, newest first. */
export function parJour(entrees: readonly EntreeJournal[], orientation: NommerParId): GroupeJournal[] {
  const jours = Map.groupBy(entrees, ({ quand }) => formaterDate(quand));
  return [...jours].map(([jour, duJour]) => ({
    cle: jour,
    titre: jour,
    fiche: null,
    parties: [{ titre: null, lignes: rassembler(duJour, orientation) }],
  }));
}

/** Fiche by fiche in the order of their codes, then field by field; what bears on none comes last. */
export function parFiche(
  entrees: readonly EntreeJournal[],
  fiches: readonly FicheNommee[],
  orientation: NommerParId,
): GroupeJournal[] {
  const groupes = Map.groupBy(entrees, ({ ficheId }) => ficheId);
  const ordre = [...fiches.map(({ id }) => id), null];
  const rang = (id: string | null) => (ordre.includes(id) ? ordre.indexOf(id) : ordre.length);
  return [...groupes]
    .sort(([une], [autre]) => rang(une) - rang(autre))
    .map(([ficheId, siennes]) => {
      const fiche = fiches.find(({ id }) => id === ficheId) ?? null;
      const nom = ficheId === null ? 'Hors des fiches' : 'Une fiche qui n’existe plus';
      const titre = fiche ? `${codeAffiche(fiche.code)} – ${fiche.titre}` : nom;
      const parties = [...Map.groupBy(siennes, direRubrique)].map(([rubrique, lues]) => ({
        titre: rubrique,
        lignes: rassembler(lues, orientation),
      }));
      return { cle: ficheId ?? 'hors', titre, fiche, parties };
    });
}
