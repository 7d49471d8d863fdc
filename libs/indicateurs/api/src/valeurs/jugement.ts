import type { Acteur } from '@pleniere/acces/domain';
import { cleDe, mailleDe, type RefusDeSaisie, type SaisieValeur, verifierSaisie } from '@pleniere/indicateurs/domain';
import { enConflit, interdit, refuse } from '@pleniere/shared/api';
import type { ErreurDeChamp, Refus } from '@pleniere/shared/domain';
import { FICHE_ARCHIVEE } from '../fiche-archivee';
import { refusDePlume } from './plume';
import type { ContexteSaisie, IndicateurSaisi } from './valeurs.repository';

/** Indicators that a batch writes, by id. */
export type IndicateursParId = ReadonlyMap<string, IndicateurSaisi>;

/** Indicators of what a batch is judged against, by id. */
export function parId({ indicateurs }: Pick<ContexteSaisie, 'indicateurs'>): IndicateursParId {
  return new Map(indicateurs.map((indicateur) => [indicateur.id, indicateur]));
}

/** Throws what refuses a batch, whatever stands in its cells: unknown cells, the caller's pen, an archived fiche, the rules. */
export function exigerPermis(
  acteur: Acteur,
  saisies: readonly SaisieValeur[],
  contexte: ContexteSaisie,
  indicateurs: IndicateursParId,
  annee: number,
): void {
  refuserSi(cellulesInconnues(saisies, indicateurs, contexte));
  for (const saisie of saisies) {
    const refus = plume(acteur, saisie, indicateurs.get(saisie.indicateurId), contexte);
    if (refus !== null) throw interdit(refus);
  }
  if (contexte.indicateurs.some(({ ficheArchivee }) => ficheArchivee)) throw enConflit(FICHE_ARCHIVEE);
  refuserSi(
    reglesEnfreintes(saisies, indicateurs, contexte, annee).flatMap((refus, rang) =>
      refus ? [{ pointer: `/saisies/${rang}${refus.pointer}`, detail: refus.detail }] : [],
    ),
  );
}

/** What the rules of its indicator hold against each value, that year; null when nothing. */
export function reglesEnfreintes(
  saisies: readonly SaisieValeur[],
  indicateurs: IndicateursParId,
  { periode }: Pick<ContexteSaisie, 'periode'>,
  annee: number,
): (RefusDeSaisie | null)[] {
  return saisies.map((saisie) => {
    const indicateur = indicateurs.get(saisie.indicateurId);
    return indicateur ? verifierSaisie(saisie, indicateur, periode, annee) : null;
  });
}

/** Why the caller may not write that cell. */
export function plume(
  acteur: Acteur,
  { territoire }: SaisieValeur,
  indicateur: IndicateurSaisi | undefined,
  { territoires, communeActeur }: Pick<ContexteSaisie, 'territoires' | 'communeActeur'>,
): Refus {
  return refusDePlume(acteur, indicateur?.organisationIds ?? [], territoires[territoire], communeActeur);
}

/** Throws when a batch has faults: none of it is written. */
export function refuserSi(erreurs: ErreurDeChamp[]): void {
  if (erreurs.length > 0) throw refuse('Aucune valeur n’a été enregistrée : corrigez les cases signalées.', erreurs);
}

function cellulesInconnues(
  saisies: readonly SaisieValeur[],
  indicateurs: IndicateursParId,
  { territoires }: ContexteSaisie,
): ErreurDeChamp[] {
  const vues = new Set<string>();
  return saisies.flatMap((saisie, rang) => {
    const pointer = `/saisies/${rang}`;
    const cle = cleDe(saisie);
    if (vues.has(cle)) return [{ pointer, detail: 'Cette case est donnée deux fois.' }];
    vues.add(cle);
    if (!indicateurs.has(saisie.indicateurId)) {
      return [{ pointer: `${pointer}/indicateurId`, detail: 'Cet indicateur n’existe pas dans ce contrat.' }];
    }
    const connu = mailleDe(saisie.territoire) === 'contrat' || saisie.territoire in territoires;
    return connu ? [] : [{ pointer: `${pointer}/territoire`, detail: 'Ce territoire n’existe pas dans ce contrat.' }];
  });
}
