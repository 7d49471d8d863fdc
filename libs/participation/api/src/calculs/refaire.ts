import type { Calcul, Maille } from '@pleniere/indicateurs/domain';
import { createHash } from 'node:crypto';
import { Faits, type Lire } from './faits';
import { GARDER, INDICATEURS, QUARTIERS } from './faits.sql';
import { FORMULES, type Periode } from './formules';

/** Which values to compute: of one indicator, for one year; of all of them, this year and the years computed before, unless told. */
export interface ChoixDeCalcul {
  id?: string;
  annee?: number;
  aujourdhui: string;
}

interface IndicateurCalcule {
  id: string;
  calcul: Calcul;
  maille: Maille;
  annees: number[];
}

interface Quartier {
  code: string;
  communes: string[];
}

/** Computes indicators of a contrat from its facts; what comes from the same facts as before adds nothing. */
export async function refaireLesCalculs(
  lire: Lire,
  contratId: string,
  { id, annee, aujourdhui }: ChoixDeCalcul,
): Promise<void> {
  const lister = async <T>(nom: string, texte: string, valeurs: unknown[]): Promise<T[]> =>
    (await lire<{ reponse: T[] }>(nom, texte, valeurs))[0]?.reponse ?? [];
  const calcules = await lister<IndicateurCalcule>('calculs-indicateurs', INDICATEURS, [contratId, id ?? null]);
  if (calcules.length === 0) return;
  const quartiers = await lister<Quartier>('calculs-quartiers', QUARTIERS, [contratId, aujourdhui]);
  const faits = new Faits(lire, contratId);
  const codes = quartiers.map(({ code }) => code);
  for (const indicateur of calcules) {
    const annees = annee === undefined ? [Number(aujourdhui.slice(0, 4)), ...indicateur.annees] : [annee];
    for (const une of new Set(annees)) {
      for (const [territoire, qpvCodes] of territoiresDe(indicateur.maille, quartiers)) {
        const periode = { annee: une, qpvCodes, aujourdhui, quartiers: codes };
        await lire('calculs-garder', GARDER, await ligneDe(contratId, indicateur, territoire, faits, periode));
      }
    }
  }
}

async function ligneDe(
  contratId: string,
  { id, calcul }: IndicateurCalcule,
  territoire: string,
  faits: Faits,
  periode: Periode,
): Promise<unknown[]> {
  const lue = await FORMULES[calcul](faits, periode);
  const { valeur, min, max, numerateur, denominateur, n, phrase, formuleVersion, canonique } = lue;
  const empreinte = createHash('sha256').update(canonique).digest('hex');
  return [
    ...[contratId, id, periode.annee, territoire, calcul],
    ...[valeur, min, max, numerateur, denominateur, n, phrase, formuleVersion, empreinte],
    JSON.stringify(faits.nommer(lue.faits)),
  ];
}

/** Territories of a maille with their quartiers, the whole contrat first. */
function territoiresDe(maille: Maille, quartiers: readonly Quartier[]): [string, readonly string[] | null][] {
  if (maille === 'contrat') return [['contrat', null]];
  const communes = [...new Set(quartiers.flatMap((quartier) => quartier.communes))].sort();
  const parts: [string, string[]][] =
    maille === 'qpv'
      ? quartiers.map(({ code }) => [code, [code]])
      : communes.map((commune) => [
          commune,
          quartiers.filter((quartier) => quartier.communes.includes(commune)).map(({ code }) => code),
        ]);
  return [['contrat', null], ...parts];
}
