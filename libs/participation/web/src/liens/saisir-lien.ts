import {
  type DecisionSaisie,
  type EtapeLien,
  ETAPES_LIEN,
  LIBELLES_ETAPES_LIEN,
  LIBELLES_SUITES_CONTRIBUTION,
  type LienContribution,
  LIMITES_LIENS,
  type SorteCible,
  type SorteSource,
  type SuggestionFiche,
  type SuiteContribution,
  SUITES_CONTRIBUTION,
} from '@pleniere/participation/domain';
import type { DemandeSaisie, OptionSaisie } from '@pleniere/shared/ui';
import { codeLisible } from './code-lisible';
import type { IndicateurALier, LiensClient } from './liens-client';

/** What a link starts from. */
export interface SourceALier {
  source: SorteSource;
  sourceId: string;
}

type SaisieLien = Record<'cible' | 'etape' | 'preuve', string | null>;
type SaisieDecision = Record<'suite' | 'motif' | 'revision' | 'actionId', string | null>;

const enOption = (valeur: string, libelle: string): OptionSaisie => ({ valeur, libelle });

/** Fiches, their actions and their indicators to choose from, those that the text seems to be about first. */
export function ciblesPossibles(
  suggestions: readonly SuggestionFiche[],
  fiches: readonly { id: string; code: string; titre: string }[],
  indicateurs: readonly IndicateurALier[],
): OptionSaisie[] {
  const mesures = (ficheId: string | null, prefixe: string) =>
    indicateurs
      .filter((indicateur) => indicateur.ficheId === ficheId)
      .map(({ id, libelle }) => enOption(`indicateur/${id}`, `${prefixe}ndicateur\u00A0: ${libelle}`));
  const suggerees = suggestions.flatMap(({ id, code, titre, actions }) => [
    enOption(`fiche/${id}`, `${codeLisible(code)} – ${titre} (suggérée)`),
    ...actions.map((action) => enOption(`action/${action.id}`, `${codeLisible(code)}, action\u00A0: ${action.titre}`)),
    ...mesures(id, `${codeLisible(code)}, i`),
  ]);
  const connues = new Set(suggestions.map(({ id }) => id));
  return [
    ...suggerees,
    ...fiches
      .filter(({ id }) => !connues.has(id))
      .flatMap(({ id, code, titre }) => [
        enOption(`fiche/${id}`, `${codeLisible(code)} – ${titre}`),
        ...mesures(id, `${codeLisible(code)}, i`),
      ]),
    ...mesures(null, 'I'),
  ];
}

/** The form that links what was said to a fiche, an action or an indicator. */
export function saisieLien(
  client: LiensClient,
  source: SourceALier,
  options: readonly OptionSaisie[],
  choisie: string | null,
): DemandeSaisie<SaisieLien, LienContribution> {
  return {
    titre: 'Relier à une fiche',
    texte: 'Les suggestions viennent des mots du texte\u00A0: c’est vous qui décidez.',
    action: 'Relier',
    champs: [
      {
        cle: 'cible',
        type: 'choix',
        libelle: 'Fiche, action ou indicateur',
        options,
        requis: 'Choisissez une fiche, une action ou un indicateur.',
      },
      {
        cle: 'etape',
        type: 'choix',
        libelle: 'À quelle étape',
        options: ETAPES_LIEN.map((etape) => enOption(etape, LIBELLES_ETAPES_LIEN[etape])),
        requis: 'Dites à quelle étape les habitants sont intervenus.',
      },
      {
        cle: 'preuve',
        type: 'texte',
        lignes: 3,
        max: LIMITES_LIENS.preuve,
        libelle: 'Ce qui le montre',
        aide: 'Une phrase du compte rendu, par exemple. Les habitants la lisent\u00A0: ne nommez personne.',
      },
    ],
    valeur: { cible: choisie, etape: null, preuve: '' },
    enregistrer: ({ cible, etape, preuve }) => {
      const [sorte = '', cibleId = ''] = (cible ?? '').split('/');
      const saisie = { cible: sorte as SorteCible, cibleId, etape: etape as EtapeLien, preuve: preuve ?? '' };
      return client.lier({ ...source, ...saisie });
    },
  };
}

const estIntegree = ({ suite }: SaisieDecision) => suite?.startsWith('integree') === true;

/** The form that says what became of a contribution; « intégrée » names the revision or the action that it made. */
export function saisieDecision(
  client: LiensClient,
  { id, version, decision }: LienContribution,
  actions: readonly { id: string; titre: string }[],
): DemandeSaisie<SaisieDecision, LienContribution> {
  const depuis = (suite: LienContribution['decision']): SaisieDecision => ({
    suite: suite?.suite ?? null,
    motif: suite?.motif ?? '',
    revision: suite === null || suite.revision === null ? null : String(suite.revision),
    actionId: suite?.action?.id ?? null,
  });
  return {
    titre: 'Ce que la contribution est devenue',
    texte: 'Les habitants le liront avec la fonction de qui a décidé, jamais son nom.',
    action: 'Enregistrer',
    champs: [
      {
        cle: 'suite',
        type: 'choix',
        libelle: 'Suite donnée',
        options: SUITES_CONTRIBUTION.map((suite) => enOption(suite, LIBELLES_SUITES_CONTRIBUTION[suite])),
        requis: 'Choisissez la suite donnée.',
      },
      {
        cle: 'revision',
        type: 'texte',
        clavier: 'numeric',
        libelle: 'Numéro de la révision de la fiche qui en est née',
        aide: 'Ou choisissez ci-dessous l’action nouvelle.',
        montrer: estIntegree,
        verifier: (saisie) =>
          saisie.revision && !/^[1-9]\d{0,3}$/.test(saisie.revision)
            ? 'Écrivez le numéro de la révision.'
            : !saisie.revision && !saisie.actionId
              ? 'Désignez la révision ou l’action nouvelle\u00A0: sans elle, rien n’a changé.'
              : null,
      },
      {
        cle: 'actionId',
        type: 'choix',
        libelle: 'Action nouvelle qui en est née',
        options: actions.map((action) => enOption(action.id, action.titre)),
        montrer: estIntegree,
      },
      {
        cle: 'motif',
        type: 'texte',
        lignes: 3,
        max: LIMITES_LIENS.motif,
        libelle: 'Pourquoi, en mots simples',
        verifier: ({ suite, motif }) =>
          suite === 'non-retenue' && !motif ? 'Dites pourquoi elle n’est pas retenue.' : null,
      },
    ],
    valeur: depuis(decision),
    version,
    lire: (lien) => depuis(lien.decision),
    enregistrer: ({ suite, motif, revision, actionId }, lue) => {
      const saisie: DecisionSaisie = {
        suite: suite as SuiteContribution,
        motif: motif ?? '',
        revision: revision ? Number(revision) : null,
        actionId,
      };
      return client.decider(id, lue, saisie);
    },
  };
}
