import type { ChampId } from '@pleniere/fiches/domain';
import { cleDe as cleDeCellule, etatDe } from '@pleniere/indicateurs/domain';
import { id } from '../identifiants';
import type { Ligne, Lot } from './insertion';
import { cleDe, idSuivi, personneDe } from './fiches';
import { valeursDe } from './indicateurs';
import type { ContratDemo, FicheDemo } from '../modele';
import { rediger } from '../redaction';
import { entreesDesQuestions } from './participation/questions';

type Entree = Ligne & { quand: string };

function signature(demo: ContratDemo, fiche: FicheDemo, auteur: string): Ligne {
  return {
    contrat_id: id(`${demo.cle}/contrat`),
    personne_id: id(`${demo.cle}/personne/${auteur}`),
    auteur: personneDe(demo, auteur).nom,
    objet: 'fiche',
    objet_id: id(cleDe(demo, fiche)),
    fiche_id: id(cleDe(demo, fiche)),
  };
}

function entreesFiche(demo: ContratDemo, fiche: FicheDemo): Entree[] {
  const ecrit = rediger(demo, cleDe(demo, fiche), fiche.redaction);
  const creation = {
    ...signature(demo, fiche, fiche.auteur),
    quand: fiche.redigeeLe,
    champ: null,
    avant: null,
    apres: { titre: ecrit.titre },
    motif: null,
  };
  const retouches = (fiche.retouches ?? []).map(({ champ, quand, auteur, avant }) => ({
    ...signature(demo, fiche, auteur),
    quand,
    champ,
    avant: rediger(demo, cleDe(demo, fiche), { [champ]: avant })[champ] ?? null,
    apres: ecrit[champ] ?? null,
    motif: null,
  }));
  const passages = (fiche.passages ?? []).map(({ quand, auteur, de, vers, motif = null }) => ({
    ...signature(demo, fiche, auteur),
    quand,
    champ: 'statut',
    avant: de,
    apres: vers,
    motif,
  }));
  const evolutions = (fiche.evolutions ?? []).map(({ quand, auteur, objet, nom, champ, avant, apres }) => ({
    ...signature(demo, fiche, auteur),
    objet,
    objet_id: idSuivi(demo, fiche, objet, nom),
    quand,
    champ,
    avant,
    apres,
    motif: null,
  }));
  return [
    creation,
    ...entreesRevision(demo, fiche),
    ...entreesAvis(demo, fiche),
    ...retouches,
    ...passages,
    ...evolutions,
  ];
}

/** The revision being written, step by step, each field that it changes between its opening and its submission. */
function entreesRevision(demo: ContratDemo, fiche: FicheDemo): Entree[] {
  const { revision } = demo.circuits?.[fiche.code] ?? {};
  if (!revision) return [];
  const cle = cleDe(demo, fiche);
  const [avant, apres] = [rediger(demo, cle, fiche.redaction), rediger(demo, cle, revision.redaction)];
  const passer = (quand: string, auteur: string, de: string, vers: string, motif: string | null): Entree => ({
    ...signature(demo, fiche, auteur),
    quand,
    champ: 'statut',
    avant: de,
    apres: vers,
    motif,
  });
  const { auteur, ouverteLe, soumiseLe, transmiseLe, correction, cause } = revision;
  return [
    passer(ouverteLe, auteur, 'en-vigueur', 'brouillon', cause.texte),
    ...(Object.keys(apres) as ChampId[]).map((champ) => ({
      ...signature(demo, fiche, auteur),
      quand: ouverteLe,
      champ,
      avant: avant[champ] ?? null,
      apres: apres[champ] ?? null,
      motif: null,
    })),
    passer(soumiseLe, auteur, 'brouillon', 'relecture', null),
    ...(transmiseLe ? [passer(transmiseLe, 'claire', 'relecture', 'avis', null)] : []),
    ...(correction ? [passer(correction.le, correction.par, 'relecture', 'brouillon', correction.motif)] : []),
  ];
}

function entreesAvis(demo: ContratDemo, fiche: FicheDemo): Entree[] {
  const { avis = [] } = demo.circuits?.[fiche.code] ?? {};
  return avis.map(({ auteur, quand, sens, texte, points, revision }) => ({
    ...signature(demo, fiche, auteur),
    objet: 'avis',
    objet_id: id(`${cleDe(demo, fiche)}/avis/${revision}`),
    quand,
    champ: null,
    avant: null,
    apres: { sens, texte, points: points.length },
    motif: null,
  }));
}

function entreesValeurs(demo: ContratDemo): Entree[] {
  return valeursDe(demo).map(
    ({ ficheId, indicateurId, annee, territoire, ventilation, auteur, modifieLe, ...etat }) => ({
      contrat_id: id(`${demo.cle}/contrat`),
      personne_id: id(`${demo.cle}/personne/${auteur.cle}`),
      auteur: auteur.nom,
      objet: 'valeur',
      objet_id: cleDeCellule({ indicateurId, annee, territoire, ventilation }),
      fiche_id: ficheId,
      quand: modifieLe,
      champ: null,
      avant: null,
      apres: etatDe(etat),
      motif: null,
    }),
  );
}

/** Rows of the journal of a demo contrat, oldest first: what was written, what passed, what moved, which values came in. */
export function lotDuJournal(demo: ContratDemo): Lot {
  const entrees = [
    ...demo.fiches.flatMap((fiche) => entreesFiche(demo, fiche)),
    ...entreesValeurs(demo),
    ...entreesDesQuestions(demo),
  ];
  return ['journal', entrees.sort((a, b) => a.quand.localeCompare(b.quand))];
}
