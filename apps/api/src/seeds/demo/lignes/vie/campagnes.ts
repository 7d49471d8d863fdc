import { composerRelance } from '@pleniere/fiches/domain';
import { RELANCE_PAR_DEFAUT } from '@pleniere/indicateurs/domain';
import { id } from '../../identifiants';
import type { CampagneDemo, ContratDemo } from '../../modele';
import { personneDe } from '../fiches';
import type { Ligne, Lot } from '../insertion';

function ligneCampagne(contrat_id: string, campagne: CampagneDemo): Ligne {
  return {
    contrat_id,
    annee: campagne.annee,
    version: 1,
    ouverte_le: campagne.ouverteLe,
    echeance: campagne.echeance,
    close_le: campagne.closeLe,
    consigne: campagne.consigne,
    relance_objet: RELANCE_PAR_DEFAUT.objet,
    relance_texte: RELANCE_PAR_DEFAUT.texte,
  };
}

function lignesExceptions(demo: ContratDemo, contrat_id: string, { annee, exceptions }: CampagneDemo): Ligne[] {
  return exceptions.map(({ organisation, fiche, motif, jusquAu, auteur, quand }, rang) => ({
    contrat_id,
    id: id(`${demo.cle}/campagne/${annee}/exception/${rang + 1}`),
    version: 1,
    annee,
    organisation_id: id(`${demo.cle}/organisation/${organisation}`),
    fiche_id: id(`${demo.cle}/${fiche}`),
    motif,
    jusqu_au: jusquAu,
    accordee_par: personneDe(demo, auteur).nom,
    accordee_le: quand,
  }));
}

/** Rows of one reminder: who got it, and the e-mail that each read. */
interface LignesRelance {
  relance: Ligne;
  courriel: Ligne;
}

function lignesRelances(
  demo: ContratDemo,
  contrat_id: string,
  campagne: CampagneDemo,
  adresse: string,
): LignesRelance[] {
  const titres = new Map(demo.fiches.map(({ code, redaction }) => [code, redaction.titre ?? '']));
  const { annee } = campagne;
  return campagne.relances.flatMap(({ quand, auteur, destinataires }, rang) =>
    Object.entries(destinataires).map(([cle, dues]) => {
      const { nom, email } = personneDe(demo, cle);
      const personne = { id: id(`${demo.cle}/personne/${cle}`), nom, email: email ?? '' };
      const fiches = Object.entries(dues).map(([code, manquantes]) => ({
        fiche: { id: id(`${demo.cle}/${code}`), code, titre: titres.get(code) ?? '' },
        manquantes,
        retournees: 0,
      }));
      const nombre = fiches.reduce((somme, { manquantes }) => somme + manquantes, 0);
      const numero = rang + 1;
      const envoi = `relance/${annee}/${numero}/${personne.id}`;
      return {
        relance: {
          contrat_id,
          annee,
          numero,
          personne_id: personne.id,
          valeurs_attendues: nombre,
          envoyee_par: personneDe(demo, auteur).nom,
          envoyee_le: quand,
        },
        courriel: {
          contrat_id,
          id: id(`${demo.cle}/courriel/${envoi}`),
          cle: envoi,
          personne_id: personne.id,
          nom,
          email,
          ...composerRelance(RELANCE_PAR_DEFAUT, { personne, fiches, nombre }, campagne, adresse),
          statut: 'retenu',
          essais: 0,
          cree_le: quand,
        },
      };
    }),
  );
}

/** Rows of the campagnes of a demo contrat, with their exceptions, their reminders and the e-mails that these were. */
export function lotsDesCampagnes(demo: ContratDemo, adresse: string): Lot[] {
  const contrat_id = id(`${demo.cle}/contrat`);
  const campagnes = demo.campagnes ?? [];
  const relances = campagnes.flatMap((campagne) => lignesRelances(demo, contrat_id, campagne, adresse));
  return [
    ['campagne', campagnes.map((campagne) => ligneCampagne(contrat_id, campagne))],
    ['campagne_exception', campagnes.flatMap((campagne) => lignesExceptions(demo, contrat_id, campagne))],
    ['campagne_relance', relances.map(({ relance }) => relance)],
    ['courriel', relances.map(({ courriel }) => courriel)],
  ];
}
