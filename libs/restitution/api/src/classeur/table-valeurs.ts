import { nomQpv } from '@pleniere/contrat/domain';
import {
  cellulesDeValeur,
  cleDe,
  COLONNES_VALEURS,
  type ColonneValeurs,
  type LigneEchange,
  lignesDuDictionnaire,
  type TerritoireImportable,
} from '@pleniere/indicateurs/domain';
import { type ContenuArrete, type FicheFigee, type IndicateurFige, masquesPublics } from '@pleniere/plenieres/domain';
import { type Colonne, type Table, tableDe } from './table';

// What an arrêté leaves out of a value is of its life: nobody exports it.
const VIE_OUBLIEE = { version: 0, modifieLe: '', modifiePar: '', retour: '' };

const COLONNES = COLONNES_VALEURS.filter((colonne) => colonne !== 'modifie_le');
const LARGEURS: Readonly<Partial<Record<ColonneValeurs, number>>> = {
  ...{ identifiant_indic: 38, indicateur: 48, zone_nom: 24, commentaire: 32, source: 32 },
};

/** Territories by their code, the contrat first. */
export function territoiresDe({ contrat, communes, quartiers }: ContenuArrete): TerritoireImportable[] {
  return [
    { code: 'contrat', noms: [contrat.titreCourt] },
    ...communes.map(({ code, nom }) => ({ code, noms: [nom] })),
    ...quartiers.map((quartier) => ({ code: quartier.code, noms: [nomQpv(quartier)] })),
  ];
}

function lignesDe(
  { code }: FicheFigee,
  fige: IndicateurFige,
  seuil: number,
  territoires: ReadonlyMap<string, TerritoireImportable>,
): LigneEchange[] {
  const indicateur = { ...fige, fiche: code };
  const contrat = territoires.get('contrat') ?? { code: 'contrat', noms: [] };
  const masques = masquesPublics(fige, seuil);
  const repere = (type: 'vi' | 'vc', { annee, valeur }: { annee: number; valeur: number }): LigneEchange => ({
    ...{ indicateur, territoire: contrat, annee, type, ventilation: 'total', repere: valeur },
  });
  return [
    ...(fige.reference ? [repere('vi', fige.reference)] : []),
    ...fige.cibles.map((cible) => repere('vc', cible)),
    ...fige.valeurs.map((valeur): LigneEchange => {
      const { annee, ventilation } = valeur;
      const territoire = territoires.get(valeur.territoire) ?? { code: valeur.territoire, noms: [] };
      const masque = masques.get(cleDe(valeur));
      return { indicateur, territoire, annee, ventilation, type: 'va', valeur: { ...valeur, ...VIE_OUBLIEE }, masque };
    }),
  ];
}

/** Every baseline, target and value, one a line, small counts hidden as in the exports. */
export function tableValeurs(arrete: ContenuArrete, seuil: number): Table {
  const territoires = new Map(territoiresDe(arrete).map((territoire) => [territoire.code, territoire]));
  const lignes = arrete.fiches.flatMap((fiche) =>
    fiche.indicateurs.flatMap((indicateur) => lignesDe(fiche, indicateur, seuil, territoires)),
  );
  const colonnes = COLONNES.map((colonne): Colonne<ReturnType<typeof cellulesDeValeur>> => {
    const [, sens = '', type = '', unite = '', permises = '', source = ''] = lignesDuDictionnaire([colonne])[0] ?? [];
    return {
      titre: colonne,
      sens: permises ? `${sens} (${permises})` : sens,
      unite: unite || type,
      source,
      largeur: LARGEURS[colonne],
      lire: (cellules) => cellules[colonne],
    };
  });
  return tableDe(
    'Valeurs',
    colonnes,
    lignes.map((ligne) => cellulesDeValeur(ligne, seuil)),
  );
}
