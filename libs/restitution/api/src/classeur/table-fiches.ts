import { libelleEnjeu, nomQpv } from '@pleniere/contrat/domain';
import {
  type Champ,
  type ChampId,
  type ContenuFiche,
  codeAffiche,
  enMots,
  estChampEcrit,
  LIBELLES_METEO,
  REGISTRE,
} from '@pleniere/fiches/domain';
import type { TypeIndicateur } from '@pleniere/indicateurs/domain';
import type { ContenuArrete, FicheFigee } from '@pleniere/plenieres/domain';
import { jourDeParis } from '@pleniere/shared/domain';
import { type Colonne, type Table, tableDe } from './table';

type Lire = (fiche: FicheFigee, contenu: ContenuArrete) => string;

const indicateurs =
  (type: TypeIndicateur): Lire =>
  (fiche) =>
    fiche.indicateurs
      .filter((indicateur) => indicateur.type === type)
      .map(({ libelle }) => `• ${libelle}`)
      .join('\n');

const DERIVES: Readonly<Record<Exclude<Champ['id'], ChampId>, Lire>> = {
  contrat: (_, { contrat }) => contrat.titre,
  code: ({ code }) => codeAffiche(code),
  enjeu: ({ enjeu }) => `${libelleEnjeu(enjeu)} – ${enjeu.intitule}`,
  indicateursRealisation: indicateurs('realisation'),
  indicateursResultat: indicateurs('resultat'),
  indicateursImpact: indicateurs('impact'),
};

function lieux({ qpv, communes }: ContenuFiche['cadreOu'], arrete: ContenuArrete): string[] {
  const noms = new Map([
    ...arrete.quartiers.map((quartier) => [quartier.code, nomQpv(quartier)] as const),
    ...arrete.communes.map(({ code, nom }) => [code, nom] as const),
  ]);
  return [...qpv, ...communes].map((code) => noms.get(code) ?? code);
}

function ecrit<C extends ChampId>(id: C, fiche: FicheFigee): string {
  const valeur: ContenuFiche[C] | undefined = fiche.contenu[id];
  const action = (actionId: string) => fiche.actions.find((connue) => connue.id === actionId)?.titre ?? null;
  return valeur === undefined ? '' : enMots(id, valeur, id === 'orientation' ? () => fiche.orientationTexte : action);
}

/** A field of the registry in plain words, as a cell holds it. */
function champEnCellule({ id }: Champ, fiche: FicheFigee, arrete: ContenuArrete): string {
  if (!estChampEcrit(id)) return DERIVES[id](fiche, arrete);
  const texte = ecrit(id, fiche);
  const nommes = id === 'cadreOu' && fiche.contenu.cadreOu ? lieux(fiche.contenu.cadreOu, arrete) : [];
  return [texte, nommes.join(', ')].filter(Boolean).join('\n');
}

const FICHE = 'fiche projet';

/** One line per fiche, one column per field of the registry. */
export function tableFiches(arrete: ContenuArrete): Table {
  const champs = REGISTRE.map((champ): Colonne<FicheFigee> => ({
    titre: champ.libelle,
    sens: `${champ.libellePublic}${champ.officiel ? '' : ' (hors de la fiche officielle)'}`,
    source: `${FICHE}, champ «\u00A0${champ.id}\u00A0»`,
    largeur: champ.type === 'reference' ? 16 : 48,
    lire: (fiche) => champEnCellule(champ, fiche, arrete),
  }));
  return tableDe<FicheFigee>(
    'Fiches',
    [
      {
        ...{ titre: 'Identifiant', sens: 'Identifiant stable de la fiche', unite: 'UUID', source: 'Plénière' },
        largeur: 38,
        lire: ({ id }) => id,
      },
      ...champs,
      {
        ...{ titre: 'Révision', sens: 'Numéro du texte en vigueur', unite: 'nombre entier', source: 'Plénière' },
        lire: ({ revision }) => revision,
      },
      {
        ...{ titre: 'En vigueur depuis', sens: 'Jour où ce texte est entré en vigueur', unite: 'jour (AAAA-MM-JJ)' },
        source: 'circuit de la fiche',
        lire: ({ enVigueurLe }) => (enVigueurLe === null ? '' : jourDeParis(new Date(enVigueurLe))),
      },
      {
        ...{ titre: 'Météo', sens: 'La plus mauvaise météo des déclinaisons', source: 'déclinaisons par territoire' },
        unite: Object.values(LIBELLES_METEO)
          .map(({ nom }) => nom)
          .join(', '),
        lire: ({ meteo }) => (meteo === null ? '' : LIBELLES_METEO[meteo].nom),
      },
    ],
    arrete.fiches,
  );
}
