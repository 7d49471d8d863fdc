import { pireMeteo } from '@pleniere/fiches/domain';
import { type EtatFige, inscrireArrete, lireEtat } from '@pleniere/plenieres/api';
import type { FicheFigee, IndicateurFige } from '@pleniere/plenieres/domain';
import type { EntityManager } from 'typeorm';
import { id } from '../../identifiants';
import type { ContratDemo } from '../../modele';
import type { ArreteDemo } from '../../modele-plenieres';
import { personneDe } from '../fiches';
import { inserer } from '../insertion';

const EN_VIGUEUR = `
  select id from fiche_en_vigueur where contrat_id = $1 and modifie_le <= $2 order by lettre desc, enjeu_numero, rang`;

/** Freezes the arrêtés of a demo contrat, each as its day knew the fiches. */
export async function figerLesArretes(tx: EntityManager, demo: ContratDemo): Promise<void> {
  for (const arrete of demo.arretes ?? []) await figer(tx, demo, arrete);
}

async function figer(tx: EntityManager, demo: ContratDemo, { titre, seance, auteur, figeLe }: ArreteDemo) {
  const contratId = id(`${demo.cle}/contrat`);
  const fiches = await tx.query<{ id: string }[]>(EN_VIGUEUR, [contratId, figeLe]);
  const choix = { seanceId: id(`${demo.cle}/seance/${seance}`), ficheIds: fiches.map((fiche) => fiche.id) };
  const etat = telQuAlors(await lireEtat(tx, contratId, choix), figeLe);
  const personneId = id(`${demo.cle}/personne/${auteur}`);
  const { nom } = personneDe(demo, auteur);
  const cle = id(`${demo.cle}/arrete/${figeLe}`);
  const { numero, sha256 } = await inscrireArrete(tx, { contratId, personneId, nom }, titre, etat, cle);
  const entree = { contrat_id: contratId, personne_id: personneId, auteur: nom, objet: 'arrete', objet_id: cle };
  await inserer(tx, [
    'journal',
    [
      {
        ...entree,
        fiche_id: null,
        quand: figeLe,
        champ: null,
        avant: null,
        apres: { numero, titre, sha256 },
        motif: null,
      },
    ],
  ]);
}

/** Takes away what came after the day: the demo is written as it stands at the end of its story. */
function telQuAlors(etat: EtatFige, jour: string): EtatFige {
  const annee = Number(jour.slice(0, 4));
  return {
    ...etat,
    figeLe: jour,
    decisions: etat.decisions.map((decision) => ({ ...decision, statut: 'a-faire', suivi: '' })),
    fiches: etat.fiches.map((fiche) => ficheDAlors(fiche, annee, jour)),
  };
}

function ficheDAlors(fiche: FicheFigee, annee: number, jour: string): FicheFigee {
  const declinaisons = fiche.declinaisons.map((declinaison) => ({
    ...declinaison,
    recits: declinaison.recits.filter((recit) => recit.annee <= annee),
  }));
  const actions = fiche.actions.map((action) => ({
    ...action,
    statut: action.statut === 'realisee' && (action.echeance ?? jour) > jour ? ('en-cours' as const) : action.statut,
  }));
  return {
    ...fiche,
    declinaisons,
    actions,
    meteo: pireMeteo(declinaisons.map(({ meteo }) => meteo)),
    avis: fiche.avis.filter(({ renduLe }) => renduLe <= jour),
    indicateurs: fiche.indicateurs.map((indicateur) => indicateurDAlors(indicateur, annee)),
  };
}

function indicateurDAlors(indicateur: IndicateurFige, annee: number): IndicateurFige {
  return {
    ...indicateur,
    ruptures: indicateur.ruptures.filter(({ depuis }) => depuis <= annee),
    valeurs: indicateur.valeurs.filter((valeur) => valeur.annee <= annee),
  };
}
