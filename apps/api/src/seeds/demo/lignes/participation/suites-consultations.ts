import { id } from '../../identifiants';
import type { ContratDemo } from '../../modele';
import type { Ligne, Lot } from '../insertion';
import type { AppelDemo, ConsultationDemo } from '../../modele/consultations';

function lotsDeLAppel(demo: ContratDemo, racine: string, appel: AppelDemo): Lot[] {
  const contrat_id = id(`${demo.cle}/contrat`);
  const { titre, texte, criteres, ouverture, cloture, laureats, candidatures } = appel;
  const appel_id = id(`${racine}/appel`);
  const lignes = candidatures.map((candidature): Ligne => {
    const { porteur, euros, idee, notes, statut, avis, motif = '', fiche } = candidature;
    return {
      ...{
        contrat_id,
        id: id(`${racine}/candidature/${porteur}`),
        version: 1,
        appel_id,
        porteur,
        titre: candidature.titre,
      },
      ...{
        resume: candidature.resume,
        montant_centimes: euros * 100,
        contact: '',
        idee_id: id(`${racine}/idee/${idee}`),
        statut,
      },
      ...{ notes: Object.fromEntries(criteres.map((critere, rang) => [critere.id, notes[rang]])), avis, motif },
      ...{ fiche_id: fiche === undefined ? null : id(`${demo.cle}/${fiche}`), deposee_le: ouverture },
    };
  });
  const nouvelles = candidatures.flatMap(({ porteur, nouvelles: siennes = [] }) =>
    siennes.map(({ le, avancement, texte }): Ligne => ({
      ...{ contrat_id, candidature_id: id(`${racine}/candidature/${porteur}`), le, avancement, texte },
      ...{ fonction: 'Cheffe de projet du contrat de ville', ecrite_le: `${le}T16:30:00Z` },
    })),
  );
  const commun = { contrat_id, id: appel_id, version: 1, consultation_id: id(racine), titre, texte, criteres };
  return [
    ['appel_projets', [{ ...commun, ouverture, cloture, laureats_publies_le: laureats }]],
    ['candidature', lignes],
    ['projet_nouvelle', nouvelles],
  ];
}

/** Rows of the ideas of a consultation, of what was decided, and of the call for projects that followed. */
export function lotsDesSuites(demo: ContratDemo, cle: string, { idees = [], geleLe, appel }: ConsultationDemo): Lot[] {
  const racine = `${demo.cle}/consultation/${cle}`;
  const lignes = idees.map(({ titre, resume, verdict, motif, fiche, agenda }): Ligne => ({
    ...{
      contrat_id: id(`${demo.cle}/contrat`),
      id: id(`${racine}/idee/${titre}`),
      version: 1,
      consultation_id: id(racine),
    },
    ...{ titre, resume, verdict, motif, fonction: 'Comité de pilotage du contrat de ville', decidee_le: geleLe },
    ...{ fiche_id: fiche === undefined ? null : id(`${demo.cle}/${fiche}`), agenda_rang: agenda ?? null },
  }));
  return [['idee', lignes], ...(appel ? lotsDeLAppel(demo, racine, appel) : [])];
}
