import {
  type Enjeu,
  type EnjeuSaisie,
  LIBELLES_TYPES_ENJEU,
  libelleEnjeu,
  LIMITES_CONTRAT,
  type Orientation,
  TYPES_ENJEU,
} from '@pleniere/contrat/domain';
import type { ChampSaisi, DemandeSaisie } from '@pleniere/shared/ui';
import type { ContratClient } from '../contrat-client';

const CHAMPS: readonly ChampSaisi<EnjeuSaisie>[] = [
  {
    cle: 'type',
    type: 'choix',
    libelle: 'Type',
    requis: 'Choisissez le type de l’enjeu.',
    options: TYPES_ENJEU.map((valeur) => ({ valeur, libelle: LIBELLES_TYPES_ENJEU[valeur] })),
  },
  {
    cle: 'numero',
    type: 'nombre',
    libelle: 'Numéro',
    min: 1,
    max: 99,
    requis: 'Donnez un numéro à l’enjeu.',
    aide: 'Il entre dans le code des fiches, par exemple T 1.1.',
  },
  {
    cle: 'intitule',
    type: 'texte',
    libelle: 'Intitulé',
    lignes: 2,
    max: LIMITES_CONTRAT.intitule,
    requis: 'Donnez un intitulé à l’enjeu.',
  },
  { cle: 'couleur', type: 'couleur', libelle: 'Couleur', aide: 'Celle du bord de ses fiches.' },
];

type TexteOrientation = Pick<Orientation, 'texte'>;

const CHAMPS_ORIENTATION: readonly ChampSaisi<TexteOrientation>[] = [
  {
    cle: 'texte',
    type: 'texte',
    libelle: 'Orientation',
    lignes: 5,
    max: LIMITES_CONTRAT.orientation,
    requis: 'Écrivez l’orientation.',
    aide: 'La phrase d’engagement que les fiches de cet enjeu reprennent.',
  },
];

/** The form of an enjeu, new or known; a new one takes the number after the last of its type. */
export function saisieEnjeu(
  client: ContratClient,
  enjeux: readonly Enjeu[],
  connu?: Enjeu,
): DemandeSaisie<EnjeuSaisie, Enjeu> {
  if (!connu) {
    const numeros = enjeux.filter(({ type }) => type === 'thematique').map(({ numero }) => numero);
    return {
      titre: 'Ajouter un enjeu',
      action: 'Ajouter',
      champs: CHAMPS,
      valeur: { type: 'thematique', numero: Math.max(0, ...numeros) + 1, intitule: '', couleur: '#1d3f72' },
      enregistrer: (saisie) => client.creerEnjeu(saisie),
    };
  }
  const { id, version, type, numero, intitule, couleur } = connu;
  return {
    titre: `Modifier l’${libelleEnjeu(connu).toLowerCase()}`,
    champs: CHAMPS,
    valeur: { type, numero, intitule, couleur },
    version,
    enregistrer: (saisie, lue) => client.modifierEnjeu({ id, version: lue }, saisie),
  };
}

/** The form of an orientation of this enjeu, new or known. */
export function saisieOrientation(
  client: ContratClient,
  enjeu: Enjeu,
  connue?: Orientation,
): DemandeSaisie<TexteOrientation, Orientation> {
  if (!connue) {
    return {
      titre: `Ajouter une orientation à l’${libelleEnjeu(enjeu).toLowerCase()}`,
      action: 'Ajouter',
      champs: CHAMPS_ORIENTATION,
      valeur: { texte: '' },
      enregistrer: ({ texte }) => client.creerOrientation({ enjeuId: enjeu.id, texte }),
    };
  }
  const { id, version, texte } = connue;
  return {
    titre: 'Modifier l’orientation',
    texte: 'Le changement vaut pour toutes les fiches qui la reprennent.',
    champs: CHAMPS_ORIENTATION,
    valeur: { texte },
    version,
    enregistrer: (saisie, lue) => client.modifierOrientation({ id, version: lue }, saisie.texte),
  };
}
