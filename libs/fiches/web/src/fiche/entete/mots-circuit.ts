import { codeAffiche, type FicheLiee, type FicheLue, LIBELLES_ISSUES, LIBELLES_SENS } from '@pleniere/fiches/domain';
import { accorder, formaterDate, INSECABLE } from '@pleniere/shared/domain';

const JOUR = 86_400_000;

const OU_ELLE_EN_EST = {
  brouillon: 'en cours d’écriture',
  relecture: 'en relecture',
  avis: 'à l’avis de l’État',
} as const;

/** « Révision 2 en cours d’écriture – révision 1 en vigueur »; empty when there is but one text. */
export function direRevision({
  statut,
  revision,
  enVigueur,
}: Pick<FicheLue, 'statut' | 'revision' | 'enVigueur'>): string {
  if (statut === 'archive') return '';
  if (statut === 'en-vigueur') return revision > 1 ? `Révision ${revision}` : '';
  return enVigueur === null ? '' : `Révision ${revision} ${OU_ELLE_EN_EST[statut]} – révision ${enVigueur} en vigueur`;
}

/** When the avis of the State is due, given, or late and by how much; empty when none is awaited. */
export function direAvis({ statut, revision, situation, avis }: FicheLue): string {
  if (statut !== 'avis' || situation.avisEcheance === null) return '';
  const rendu = avis.find((un) => un.revision === revision);
  if (situation.avisRendu && rendu) {
    const sens = LIBELLES_SENS[rendu.sens].toLowerCase();
    return `Avis ${sens}, rendu le ${formaterDate(rendu.renduLe)} par ${rendu.auteur}`;
  }
  const jours = Math.round((Date.parse(situation.avisEcheance) - Date.parse(situation.aujourdhui)) / JOUR);
  const echeance = `Avis de l’État attendu le ${formaterDate(situation.avisEcheance)}`;
  if (jours === 0) return `${echeance}, aujourd’hui`;
  return jours > 0
    ? `${echeance}, dans ${accorder(jours, 'jour')}`
    : `${echeance}, en retard de ${accorder(-jours, 'jour')}`;
}

/** One fiche that another came from or became, as a link reads. */
export interface LienFiche {
  code: string;
  libelle: string;
}

const lien = ({ code, titre }: FicheLiee): LienFiche => ({ code, libelle: `${codeAffiche(code)} ${titre}` });

/** What a fiche comes from and what it became, each with its words and its links. */
export function direFiliation({
  issue,
  filiation,
}: Pick<FicheLue, 'issue' | 'filiation'>): { mots: string; liens: LienFiche[] }[] {
  const { origines, suites } = filiation;
  const origine = origines[0]?.sorte === 'fusionnee' ? 'Réunit' : 'Issue de';
  return [
    ...(origines.length > 0 ? [{ mots: `${origine}${INSECABLE}:`, liens: origines.map(lien) }] : []),
    ...(issue
      ? [
          {
            mots: suites.length > 0 ? `${LIBELLES_ISSUES[issue]} en${INSECABLE}:` : LIBELLES_ISSUES[issue],
            liens: suites.map(lien),
          },
        ]
      : []),
  ];
}
