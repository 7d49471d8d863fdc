import {
  agreger,
  cibleFinale,
  type Contenu,
  estPetitNombre,
  formaterAvecUnite,
  formaterValeur,
  type Indicateur,
  libelleMasque,
} from '@pleniere/indicateurs/domain';
import { accorder, INSECABLE } from '@pleniere/shared/domain';

/** A public indicator with its values (absences left out), as the statement reads it. */
export type IndicateurPublie = Pick<
  Indicateur,
  'libelle' | 'type' | 'nature' | 'unite' | 'decimales' | 'maille' | 'agregation' | 'modalites' | 'cibles'
> & { seuil: number; valeurs: { annee: number; territoire: string; valeur: Exclude<Contenu, null> }[] };

const PLURIELS = { contrat: 'contrat', commune: 'ville', qpv: 'quartier' } as const;

function ecrire(valeur: Contenu, indicateur: IndicateurPublie): string {
  if (typeof valeur !== 'number' || !estPetitNombre(valeur, indicateur, indicateur.seuil))
    return formaterAvecUnite(valeur, indicateur);
  const petit = libelleMasque('petit', indicateur.seuil);
  return indicateur.unite ? `${petit}${INSECABLE}${indicateur.unite}` : petit;
}

/** One figure for all the territories when the indicator allows it, otherwise the figure of each. */
function resultat(
  valeurs: IndicateurPublie['valeurs'],
  indicateur: IndicateurPublie,
  noms: Readonly<Record<string, string>>,
): string {
  const [seule] = valeurs;
  if (indicateur.maille === 'contrat') return seule ? ecrire(seule.valeur, indicateur) : '';
  const nombres = valeurs.map(({ valeur }) => (typeof valeur === 'number' ? valeur : null));
  const { valeur: total, renseignes } = agreger(nombres, indicateur.agregation, valeurs.length);
  if (total === null || indicateur.agregation === 'derniere') {
    return valeurs
      .map(({ territoire, valeur }) => `${noms[territoire] ?? territoire}${INSECABLE}: ${ecrire(valeur, indicateur)}`)
      .join('\u202F; ');
  }
  const moyenne = indicateur.agregation === 'moyenne' ? ' en moyenne' : '';
  return `${ecrire(total, indicateur)}${moyenne}, dans ${accorder(renseignes, PLURIELS[indicateur.maille])}`;
}

/** The last known figure and the target in one sentence: « En 2025 : 84 séances, dans 9 quartiers. Visé en 2030 : 120. » */
export function phrasePublique(indicateur: IndicateurPublie, noms: Readonly<Record<string, string>>): string {
  const cible = cibleFinale(indicateur);
  const visee = cible ? ` Visé en ${cible.annee}${INSECABLE}: ${formaterValeur(cible.valeur, indicateur)}.` : '';
  const annee = Math.max(...indicateur.valeurs.map((valeur) => valeur.annee));
  if (!Number.isFinite(annee)) return `Pas encore de mesure publiée.${visee}`;
  const valeurs = indicateur.valeurs.filter((valeur) => valeur.annee === annee);
  const mesure = resultat(valeurs, indicateur, noms).replace(/\.$/, '');
  return `En ${annee}${INSECABLE}: ${mesure}.${visee}`;
}

/** The last known figure of one territory, whose values alone were read: « En 2025 : 12 séances. » */
export function phraseDuTerritoire(indicateur: IndicateurPublie): string {
  const derniere = indicateur.valeurs.reduce<IndicateurPublie['valeurs'][number] | null>(
    (retenue, valeur) => (retenue && retenue.annee >= valeur.annee ? retenue : valeur),
    null,
  );
  return derniere === null
    ? 'Pas encore de mesure publiée.'
    : `En ${derniere.annee}${INSECABLE}: ${ecrire(derniere.valeur, indicateur).replace(/\.$/, '')}.`;
}
