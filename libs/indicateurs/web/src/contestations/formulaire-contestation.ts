import {
  type Cellule,
  type Contenu,
  type ContestationSaisie,
  type IndicateurAVerifier,
  lireCellule,
  LIMITES_CONTESTATION,
  LIMITES_VALEUR,
  type RegleIndicateur,
} from '@pleniere/indicateurs/domain';
import { INSECABLE, type Refus } from '@pleniere/shared/domain';
import type { ChampSaisi, DemandeSaisie, OptionSaisie } from '@pleniere/shared/ui';

type Saisi = Record<'valeur' | 'motif' | 'source', string>;
type Regle = RegleIndicateur & Pick<IndicateurAVerifier, 'libelle' | 'unite'>;

function valeurLue(texte: string, indicateur: Regle): { valeur: Exclude<Contenu, null> } | { refus: string } {
  const lue = lireCellule(texte, indicateur);
  if (lue.sorte === 'valeur') return { valeur: lue.valeur };
  return { refus: lue.sorte === 'refus' ? lue.detail : 'Proposez une valeur.' };
}

function choixDe({ nature, modalites }: Regle): OptionSaisie[] | null {
  if (nature === 'oui-non') return ['Oui', 'Non'].map((libelle) => ({ valeur: libelle, libelle }));
  return nature === 'echelle' ? modalites.map(({ libelle }) => ({ valeur: libelle, libelle })) : null;
}

function champValeur(indicateur: Regle): ChampSaisi<Saisi> {
  const commun = {
    cle: 'valeur' as const,
    libelle: indicateur.unite ? `Valeur proposée (${indicateur.unite})` : 'Valeur proposée',
    requis: 'Proposez une valeur.',
    verifier: ({ valeur }: Saisi): Refus => {
      const lue = valeurLue(valeur, indicateur);
      return 'refus' in lue ? lue.refus : null;
    },
  };
  const options = choixDe(indicateur);
  return options ? { ...commun, type: 'choix', options } : { ...commun, type: 'texte', max: LIMITES_VALEUR.texte };
}

/** The form of a contestation: another value, why, and from where. */
export function demandeContestation<L>(
  cellule: Cellule,
  indicateur: Regle,
  inscrite: string,
  enregistrer: (saisie: ContestationSaisie) => Promise<L>,
): DemandeSaisie<Saisi, L> {
  const { indicateurId, annee, territoire, ventilation } = cellule;
  return {
    titre: 'Contester cette valeur',
    texte: `${indicateur.libelle}. Valeur inscrite${INSECABLE}: ${inscrite}. Les deux valeurs seront montrées jusqu’à la décision de l’équipe.`,
    champs: [
      champValeur(indicateur),
      {
        cle: 'motif',
        libelle: 'Motif',
        type: 'texte',
        lignes: 4,
        max: LIMITES_CONTESTATION.motif,
        requis: 'Dites pourquoi cette valeur est contestée.',
      },
      {
        cle: 'source',
        libelle: 'Source de la valeur proposée',
        type: 'texte',
        max: LIMITES_CONTESTATION.source,
        requis: 'Dites d’où vient la valeur proposée.',
      },
    ],
    valeur: { valeur: '', motif: '', source: '' },
    action: 'Contester',
    enregistrer: ({ valeur, motif, source }) => {
      const lue = valeurLue(valeur, indicateur);
      if ('refus' in lue) throw new Error(lue.refus);
      return enregistrer({ indicateurId, annee, territoire, ventilation, valeurProposee: lue.valeur, motif, source });
    },
  };
}
