import { id } from '../../identifiants';
import type { ContratDemo } from '../../modele';
import type { SeanceDemo } from '../../modele/plenieres';
import type { Ligne, Lot } from '../insertion';

function lignesDeSeance(demo: ContratDemo, seance: SeanceDemo): { seance: Ligne; points: Ligne[]; decisions: Ligne[] } {
  const contrat_id = id(`${demo.cle}/contrat`);
  const cle = `${demo.cle}/seance/${seance.instance}/${seance.date}`;
  const ficheDe = (code: string | undefined) => (code === undefined ? null : id(`${demo.cle}/${code}`));
  const { instance, date, heure, lieu, statut, presences, compteRendu } = seance;
  return {
    seance: {
      contrat_id,
      id: id(cle),
      instance_id: id(`${demo.cle}/instance/${instance}`),
      version: 1,
      date,
      heure,
      lieu,
      statut,
      presences,
      compte_rendu: compteRendu,
    },
    points: seance.points.map(({ fiche, titre = '' }, rang) => ({
      contrat_id,
      id: id(`${cle}/point/${rang}`),
      seance_id: id(cle),
      rang: rang + 1,
      fiche_id: ficheDe(fiche),
      titre,
    })),
    decisions: seance.decisions.map(({ fiche, responsable, texte, echeance, statut: avancement, suivi }, rang) => ({
      contrat_id,
      id: id(`${cle}/decision/${rang}`),
      seance_id: id(cle),
      version: 1,
      rang: rang + 1,
      fiche_id: ficheDe(fiche),
      texte,
      responsable_id: responsable === undefined ? null : id(`${demo.cle}/organisation/${responsable}`),
      echeance,
      statut: avancement,
      suivi,
    })),
  };
}

/** Rows of the instances of a demo contrat, their séances, agendas and decisions. */
export function lotsDesPlenieres(demo: ContratDemo): Lot[] {
  const contrat_id = id(`${demo.cle}/contrat`);
  const seances = (demo.seances ?? []).map((seance) => lignesDeSeance(demo, seance));
  return [
    [
      'instance',
      Object.entries(demo.instances ?? {}).map(([cle, instance]) => ({
        contrat_id,
        id: id(`${demo.cle}/instance/${cle}`),
        version: 1,
        ...instance,
      })),
    ],
    ['seance', seances.map(({ seance }) => seance)],
    ['point_ordre_du_jour', seances.flatMap(({ points }) => points)],
    ['decision', seances.flatMap(({ decisions }) => decisions)],
  ];
}
