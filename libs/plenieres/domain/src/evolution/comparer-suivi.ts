import { type Action, type Avis, type Declinaison, estEnRetard, type Meteo } from '@pleniere/fiches/domain';
import { jourDeParis } from '@pleniere/shared/domain';
import type { CadreFige, FicheFigee } from '../arretes/arrete';
import { type Decision, decisionEnRetard } from '../decision';
import type { ActionsEvoluees, DecisionsEvoluees, EnRetard, FicheEvoluee, MeteoEvoluee } from './evolution';

/** Day (ISO, Paris) of an arrêté. */
export const jourDe = ({ figeLe }: Pick<CadreFige, 'figeLe'>): string => jourDeParis(new Date(figeLe));

const parId = <T extends { id: string }>(liste: readonly T[]) => new Map(liste.map((element) => [element.id, element]));

/** What became of the actions of a fiche, up to the day of the later arrêté. */
export function comparerActions(
  [avant, cadreAvant]: readonly [Pick<FicheFigee, 'actions'>, CadreFige],
  [apres, cadreApres]: readonly [Pick<FicheFigee, 'actions'>, CadreFige],
): ActionsEvoluees {
  const anciennes = parId(avant.actions);
  const devenues = (...statuts: Action['statut'][]) =>
    apres.actions.filter(
      ({ id, statut }) => statuts.includes(statut) && !statuts.includes(anciennes.get(id)?.statut ?? 'a-venir'),
    );
  const enRetard = apres.actions
    .filter((action) => estEnRetard(action, jourDe(cadreApres)))
    .map((action): EnRetard<Action> => {
      const ancienne = anciennes.get(action.id);
      return { ...action, deja: ancienne !== undefined && estEnRetard(ancienne, jourDe(cadreAvant)) };
    });
  return {
    nouvelles: apres.actions.filter(({ id }) => !anciennes.has(id)),
    faites: devenues('realisee'),
    suspendues: devenues('reportee', 'abandonnee'),
    enRetard,
  };
}

/** What became of the decisions, up to the day of the later arrêté. */
export function comparerDecisions(avant: CadreFige, apres: CadreFige): DecisionsEvoluees {
  const anciennes = parId(avant.decisions);
  const devenues = (vers: Decision['statut']) =>
    apres.decisions.filter(({ id, statut }) => statut === vers && anciennes.get(id)?.statut !== vers);
  const enRetard = apres.decisions
    .filter((decision) => decisionEnRetard(decision, jourDe(apres)))
    .map((decision): EnRetard<Decision> => {
      const ancienne = anciennes.get(decision.id);
      return { ...decision, deja: ancienne !== undefined && decisionEnRetard(ancienne, jourDe(avant)) };
    });
  return {
    prises: apres.decisions.filter(({ id }) => !anciennes.has(id)),
    faites: devenues('faite'),
    abandonnees: devenues('abandonnee'),
    enRetard,
  };
}

const bouge = (avant: Meteo | null, apres: Meteo | null, explication: string): MeteoEvoluee[] =>
  avant === apres ? [] : [{ avant, apres, explication }];

function nomDe({ organisation, qpvCode }: Declinaison, { quartiers }: CadreFige): string {
  const quartier = quartiers.find(({ code }) => code === qpvCode);
  return quartier ? `${organisation.nom}, ${quartier.libelleEditorial ?? quartier.libelle}` : organisation.nom;
}

/** Weather of a fiche and of its déclinaisons, where it moved. */
export function comparerMeteos(
  avant: Pick<FicheFigee, 'meteo' | 'declinaisons'>,
  apres: Pick<FicheFigee, 'meteo' | 'declinaisons'>,
  cadre: CadreFige,
): Pick<FicheEvoluee, 'meteo' | 'declinaisons'> {
  const anciennes = parId(avant.declinaisons);
  return {
    meteo: bouge(avant.meteo, apres.meteo, '')[0] ?? null,
    declinaisons: apres.declinaisons.flatMap((declinaison) =>
      bouge(anciennes.get(declinaison.id)?.meteo ?? null, declinaison.meteo, declinaison.meteoExplication).map(
        (meteo) => ({ ...meteo, nom: nomDe(declinaison, cadre) }),
      ),
    ),
  };
}

const leves = (avis: readonly Avis[]) =>
  avis.flatMap(({ points }) => points.filter(({ statut }) => statut === 'leve').map(({ id }) => id));

/** Avis that arrived, and how many points of the earlier ones were answered. */
export function comparerAvis(
  avant: Pick<FicheFigee, 'avis'>,
  apres: Pick<FicheFigee, 'avis'>,
): Pick<FicheEvoluee, 'avis' | 'pointsLeves'> {
  const anciens = parId(avant.avis);
  const dejaLeves = new Set(leves(avant.avis));
  const connus = apres.avis.filter(({ id }) => anciens.has(id));
  return {
    avis: apres.avis.filter(({ id }) => !anciens.has(id)),
    pointsLeves: leves(connus).filter((id) => !dejaLeves.has(id)).length,
  };
}
