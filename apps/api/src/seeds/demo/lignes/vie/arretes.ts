import { pireMeteo } from '@pleniere/fiches/domain';
import { type EtatFige, inscrireArrete, lireEtat } from '@pleniere/plenieres/api';
import type { FicheFigee, IndicateurFige } from '@pleniere/plenieres/domain';
import type { EntityManager } from 'typeorm';
import { id } from '../../identifiants';
import type { ContratDemo, FicheDemo, RedactionFiche } from '../../modele';
import type { ArreteDemo } from '../../modele/plenieres';
import { rediger } from '../../redaction';
import { personneDe } from '../fiches';
import { inserer } from '../insertion';

const EN_VIGUEUR = `
  select id from fiche_en_vigueur where contrat_id = $1 and code = any($2) order by lettre desc, enjeu_numero, rang`;

/** Freezes the arrêtés of a demo contrat, each as its day knew the fiches. */
export async function figerLesArretes(tx: EntityManager, demo: ContratDemo): Promise<void> {
  for (const arrete of demo.arretes ?? []) await figer(tx, demo, arrete);
}

/** Codes of the fiches that were in force on a day; what was rewritten since took nothing away from them. */
function enVigueurLe({ fiches }: ContratDemo, jour: string): string[] {
  const entree = ({ redigeeLe, passages = [] }: FicheDemo) =>
    passages.find(({ vers }) => vers === 'en-vigueur')?.quand ?? redigeeLe;
  return fiches.filter((fiche) => entree(fiche) <= jour).map(({ code }) => code);
}

async function figer(tx: EntityManager, demo: ContratDemo, arrete: ArreteDemo) {
  const { titre, seance, auteur, figeLe } = arrete;
  const contratId = id(`${demo.cle}/contrat`);
  const fiches = await tx.query<{ id: string }[]>(EN_VIGUEUR, [contratId, enVigueurLe(demo, figeLe)]);
  const choix = { seanceId: id(`${demo.cle}/seance/${seance}`), ficheIds: fiches.map((fiche) => fiche.id) };
  const etat = telQuAlors(await lireEtat(tx, contratId, choix), demo, arrete);
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
function telQuAlors(etat: EtatFige, demo: ContratDemo, arrete: ArreteDemo): EtatFige {
  const faites = new Map(
    (demo.seances ?? []).flatMap(({ decisions }) => decisions.map(({ texte, faiteLe }) => [texte, faiteLe] as const)),
  );
  return {
    ...etat,
    figeLe: arrete.figeLe,
    reponses: etat.reponses?.filter(({ publieeLe }) => publieeLe <= arrete.figeLe) ?? [],
    decisions: etat.decisions.map((decision) =>
      (faites.get(decision.texte) ?? 'jamais') <= arrete.figeLe
        ? decision
        : { ...decision, statut: 'a-faire', suivi: '' },
    ),
    fiches: etat.fiches.map((fiche) => ficheDAlors(fiche, demo, arrete)),
  };
}

function contenuDAlors(fiche: FicheFigee, demo: ContratDemo, { figeLe, textes = {} }: ArreteDemo) {
  const ecrite = demo.fiches.find(({ code }) => code === fiche.code);
  const retouches = (ecrite?.retouches ?? []).filter(({ quand }) => quand > figeLe).toReversed();
  const anciens = Object.fromEntries(retouches.map(({ champ, avant }) => [champ, avant])) as RedactionFiche;
  return { ...fiche.contenu, ...rediger(demo, `${demo.cle}/${fiche.code}`, { ...anciens, ...textes[fiche.code] }) };
}

function ficheDAlors(fiche: FicheFigee, demo: ContratDemo, arrete: ArreteDemo): FicheFigee {
  const jour = arrete.figeLe;
  const annee = Number(jour.slice(0, 4));
  const meteos = new Map(
    Object.entries(arrete.meteos?.[fiche.code] ?? {}).map(([ville, meteo]) => [
      id(`${demo.cle}/${fiche.code}/declinaison/${ville}`),
      meteo,
    ]),
  );
  const declinaisons = fiche.declinaisons.map((declinaison) => ({
    ...declinaison,
    meteo: meteos.get(declinaison.id) ?? (meteos.has(declinaison.id) ? null : declinaison.meteo),
    recits: declinaison.recits.filter((recit) => recit.annee <= annee),
  }));
  const actions = fiche.actions.map((action) => ({
    ...action,
    statut: action.statut === 'realisee' && (action.echeance ?? jour) > jour ? ('en-cours' as const) : action.statut,
  }));
  return {
    ...fiche,
    contenu: contenuDAlors(fiche, demo, arrete),
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
