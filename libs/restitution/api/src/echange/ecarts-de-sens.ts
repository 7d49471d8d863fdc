import { LETTRES_ENJEU } from '@pleniere/contrat/domain';
import { lireCode } from '@pleniere/fiches/domain';
import type { Echange, FicheEchangee } from '@pleniere/restitution/domain';
import type { ErreurDeChamp } from '@pleniere/shared/domain';
import { nomsCites } from './exporter';

function doublons(cles: readonly string[], pointeur: string, detail: string): ErreurDeChamp[] {
  const vues = new Set<string>();
  return cles.flatMap((cle, rang) => {
    if (vues.has(cle)) return [{ pointer: `/${pointeur}/${rang}`, detail: `${detail}\u00A0: ${cle}.` }];
    vues.add(cle);
    return [];
  });
}

const cleEnjeu = ({ type, numero }: { type: keyof typeof LETTRES_ENJEU; numero: number }) =>
  `${LETTRES_ENJEU[type]}${numero}`;

/** Codes of quartiers and communes that a fiche names. */
function codesCites({ contenu, declinaisons, indicateurs }: FicheEchangee): string[] {
  const { qpv = [], communes = [] } = (contenu.cadreOu ?? {}) as { qpv?: string[]; communes?: string[] };
  return [
    ...qpv,
    ...communes,
    ...declinaisons.flatMap(({ qpvCode }) => qpvCode ?? []),
    ...indicateurs.flatMap(({ valeurs }) => valeurs.map(({ territoire }) => territoire)),
  ];
}

/** Places of the lines of budget that pay an action which the fiche does not have. */
function actionsAbsentes({ contenu, actions }: FicheEchangee): number[] {
  const rangs = new Set(actions.map(({ rang }) => rang));
  const lignes = (contenu.lignesBudget ?? []) as { action?: number | null }[];
  return lignes.flatMap(({ action }, place) =>
    action === undefined || action === null || rangs.has(action) ? [] : [place],
  );
}

function ecartsDeFiche(fiche: FicheEchangee, rang: number, echange: Connus): ErreurDeChamp[] {
  const ici = `/fiches/${rang}`;
  const { lettre = '', enjeu = 0 } = lireCode(fiche.code) ?? {};
  const orientations = echange.orientations.get(`${lettre}${enjeu}`);
  const { orientation } = fiche.contenu;
  const absents = (noms: readonly string[], connus: ReadonlySet<string>, quoi: string) =>
    [...new Set(noms)]
      .filter((nom) => !connus.has(nom))
      .map((nom) => ({ pointer: ici, detail: `${quoi} «\u00A0${nom}\u00A0» n’est pas dans le fichier.` }));
  return [
    ...(orientations ? [] : [{ pointer: `${ici}/code`, detail: 'L’enjeu de cette fiche n’est pas dans le fichier.' }]),
    ...(typeof orientation === 'string' && !orientations?.has(orientation)
      ? [{ pointer: `${ici}/contenu/orientation`, detail: 'Cette orientation n’est pas celle de l’enjeu.' }]
      : []),
    ...absents(nomsCites(fiche), echange.organisations, 'L’organisation'),
    ...absents(codesCites(fiche), echange.codes, 'Le territoire'),
    ...actionsAbsentes(fiche).map((place) => ({
      pointer: `${ici}/contenu/lignesBudget/${place}/action`,
      detail: 'Cette action n’est pas dans la fiche.',
    })),
    ...doublons(
      fiche.actions.map((action) => String(action.rang)),
      `fiches/${rang}/actions`,
      'Deux actions ont le même rang',
    ),
    ...doublons(
      fiche.declinaisons.map(({ organisation, qpvCode }) => `${organisation} ${qpvCode ?? ''}`.trim()),
      `fiches/${rang}/declinaisons`,
      'Deux déclinaisons sont du même lieu',
    ),
    ...fiche.indicateurs.flatMap(({ valeurs }, place) =>
      doublons(
        valeurs.map(({ annee, territoire, ventilation }) => `${annee}, ${territoire}, ${ventilation}`),
        `fiches/${rang}/indicateurs/${place}/valeurs`,
        'Une valeur est donnée deux fois',
      ).slice(0, 1),
    ),
  ];
}

interface Connus {
  organisations: ReadonlySet<string>;
  codes: ReadonlySet<string>;
  orientations: ReadonlyMap<string, ReadonlySet<string>>;
}

/** What a schema cannot say: something given twice, or named and absent. */
export function ecartsDeSens(echange: Echange): ErreurDeChamp[] {
  const { communes, quartiers, enjeux, organisations, fiches } = echange;
  const codesCommunes = communes.map(({ code }) => code);
  const connus: Connus = {
    organisations: new Set(organisations.map(({ nom }) => nom)),
    codes: new Set(['contrat', ...codesCommunes, ...quartiers.map(({ code }) => code)]),
    orientations: new Map(enjeux.map((enjeu) => [cleEnjeu(enjeu), new Set(enjeu.orientations)])),
  };
  return [
    ...doublons(codesCommunes, 'communes', 'Cette commune est donnée deux fois'),
    ...doublons(
      quartiers.map(({ code }) => code),
      'quartiers',
      'Ce quartier est donné deux fois',
    ),
    ...doublons(enjeux.map(cleEnjeu), 'enjeux', 'Cet enjeu est donné deux fois'),
    ...doublons(
      organisations.map(({ nom }) => nom),
      'organisations',
      'Cette organisation est donnée deux fois',
    ),
    ...doublons(
      fiches.map(({ code }) => code),
      'fiches',
      'Cette fiche est donnée deux fois',
    ),
    ...quartiers.flatMap((quartier, rang) =>
      quartier.communes
        .filter((code) => !connus.codes.has(code))
        .map((code) => ({
          pointer: `/quartiers/${rang}/communes`,
          detail: `La commune ${code} n’est pas dans le fichier.`,
        })),
    ),
    ...quartiers.flatMap(({ validFrom, validTo }, rang) =>
      validTo === null || validTo > validFrom
        ? []
        : [{ pointer: `/quartiers/${rang}/validTo`, detail: 'Ce quartier finit avant de commencer.' }],
    ),
    ...organisations.flatMap(({ categorie, communeCode }, rang) =>
      categorie === 'ville' || communeCode === null
        ? []
        : [{ pointer: `/organisations/${rang}/communeCode`, detail: 'Seule une ville a un code de commune.' }],
    ),
    ...organisations.flatMap(({ communeCode }, rang) =>
      communeCode === null || connus.codes.has(communeCode)
        ? []
        : [{ pointer: `/organisations/${rang}/communeCode`, detail: 'Cette commune n’est pas dans le fichier.' }],
    ),
    ...fiches.flatMap((fiche, rang) => ecartsDeFiche(fiche, rang, connus)),
  ];
}
