import type { CadreFige, ContenuArrete, FicheFigee } from '../arretes/arrete';
import type { FicheDuPoint } from '../decision';
import { comparerChamps } from './comparer-champs';
import { comparerIndicateur, type IndicateurSitue } from './comparer-indicateurs';
import { comparerActions, comparerAvis, comparerDecisions, comparerMeteos } from './comparer-suivi';
import { discretionSur } from './discretion';
import type { ArreteCompare, EnjeuEvolue, Evolution, FicheAjoutee, FicheEvoluee, FicheRetiree } from './evolution';

const nommer = ({ id, code, contenu }: FicheFigee): FicheDuPoint => ({ id, code, titre: contenu.titre ?? '' });

function situer({ numero, titre, figeLe, seance }: ContenuArrete): ArreteCompare {
  return { numero, titre, figeLe, seance: seance && { instance: seance.instance.nom, date: seance.date } };
}

function comparerFiche(
  avant: readonly [FicheFigee, CadreFige],
  apres: readonly [FicheFigee, CadreFige],
  seuil: number | null,
): FicheEvoluee {
  const [[ancienne, cadreAvant], [nouvelle, cadreApres]] = [avant, apres];
  const ids = new Set([...nouvelle.indicateurs, ...ancienne.indicateurs].map(({ id }) => id));
  const indicateurs = [...ids].flatMap((id) => {
    const lire = (fiche: FicheFigee, cadre: CadreFige): IndicateurSitue | undefined => {
      const indicateur = fiche.indicateurs.find((un) => un.id === id);
      return indicateur && [indicateur, cadre, discretionSur(indicateur, seuil)];
    };
    return comparerIndicateur(lire(ancienne, cadreAvant), lire(nouvelle, cadreApres)) ?? [];
  });
  return {
    ...nommer(nouvelle),
    ancienCode: ancienne.code === nouvelle.code ? null : ancienne.code,
    champs: comparerChamps(avant, apres),
    indicateurs,
    ...comparerMeteos(ancienne, nouvelle, cadreApres),
    ...comparerAvis(ancienne, nouvelle),
    actions: comparerActions(avant, apres),
  };
}

/** True when something moved in a fiche; what was late already has not moved. */
function aBouge(fiche: FicheEvoluee): boolean {
  const { ancienCode, champs, indicateurs, meteo, declinaisons, avis, pointsLeves, actions } = fiche;
  const { nouvelles, faites, suspendues, enRetard } = actions;
  const listes = [champs, indicateurs, declinaisons, avis, nouvelles, faites, suspendues];
  const retards = enRetard.some(({ deja }) => !deja);
  return ancienCode !== null || meteo !== null || pointsLeves > 0 || retards || listes.some(({ length }) => length > 0);
}

function ajouter(fiche: FicheFigee, avant: ContenuArrete): FicheAjoutee {
  const connues = new Set(avant.fiches.map(({ id }) => id));
  const origines = fiche.filiation.origines.filter(({ id }) => connues.has(id));
  return { ...nommer(fiche), resume: fiche.contenu.resumePublic ?? '', origines };
}

function retirer(fiche: FicheFigee, apres: ContenuArrete): FicheRetiree {
  const venues = apres.fiches.filter(({ filiation }) => filiation.origines.some(({ id }) => id === fiche.id));
  return { ...nommer(fiche), suites: venues.map(nommer) };
}

type EnjeuConnu = Omit<EnjeuEvolue, 'ajoutees' | 'retirees' | 'changees' | 'inchangees'>;

function comparerEnjeu(
  enjeu: EnjeuConnu,
  avant: ContenuArrete,
  apres: ContenuArrete,
  seuil: number | null,
): EnjeuEvolue {
  const anciennes = new Map(avant.fiches.map((fiche) => [fiche.id, fiche]));
  const presentes = new Set(apres.fiches.map(({ id }) => id));
  const duMeme = (fiche: FicheFigee) => fiche.enjeu.id === enjeu.id;
  const iciApres = apres.fiches.filter(duMeme);
  const suivies = iciApres.flatMap((fiche) => {
    const ancienne = anciennes.get(fiche.id);
    return ancienne ? [comparerFiche([ancienne, avant], [fiche, apres], seuil)] : [];
  });
  const { id, type, numero, intitule, couleur } = enjeu;
  return {
    ...{ id, type, numero, intitule, couleur },
    ajoutees: iciApres.filter((fiche) => !anciennes.has(fiche.id)).map((fiche) => ajouter(fiche, avant)),
    retirees: avant.fiches
      .filter((fiche) => duMeme(fiche) && !presentes.has(fiche.id))
      .map((fiche) => retirer(fiche, apres)),
    changees: suivies.filter(aBouge),
    inchangees: suivies
      .filter((fiche) => !aBouge(fiche))
      .map((fiche) => ({
        ...{ id: fiche.id, code: fiche.code, titre: fiche.titre },
        actionsEnRetard: fiche.actions.enRetard.length,
      })),
  };
}

/**
 * What changed from an arrêté to another: fiches that came, went or were split, words, figures, targets whose year has
 * come, weather, avis of the State, actions and decisions as they stand on the day of the later one. Counts of people
 * under `seuil`, and what would betray them, are hidden; null hides nothing.
 */
export function comparerArretes(avant: ContenuArrete, apres: ContenuArrete, seuil: number | null = null): Evolution {
  const connus = new Map([...avant.enjeux, ...apres.enjeux].map((enjeu) => [enjeu.id, enjeu]));
  const ordre = [...new Set([...apres.enjeux, ...avant.enjeux].map(({ id }) => id))];
  const enjeux = ordre.flatMap((id) => connus.get(id) ?? []).map((enjeu) => comparerEnjeu(enjeu, avant, apres, seuil));
  return {
    avant: situer(avant),
    apres: situer(apres),
    enjeux: enjeux.filter(
      ({ ajoutees, retirees, changees, inchangees }) =>
        ajoutees.length + retirees.length + changees.length + inchangees.length > 0,
    ),
    decisions: comparerDecisions(avant, apres),
  };
}
