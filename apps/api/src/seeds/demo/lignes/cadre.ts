import { hacherMotDePasse } from '@pleniere/acces/api';
import { MOT_DE_PASSE_DEMO } from '../mot-de-passe';
import { CONTOURS_QPV } from '../contours-qpv.gen';
import { id } from '../identifiants';
import type { Ligne, Lot } from './insertion';
import type { ContratDemo } from '../modele';

const ENTREE_EN_VIGUEUR_QPV = '2024-01-01';
const GENERATION = 2024;

function lignesContrat({ contrat }: ContratDemo, contratId: string): Ligne {
  return {
    id: contratId,
    titre: contrat.titre,
    titre_court: contrat.titreCourt,
    epci_siren: contrat.epciSiren,
    annee_debut: contrat.anneeDebut,
    annee_fin: contrat.anneeFin,
    couleur: contrat.couleur,
    logo: contrat.logo,
    signe_le: contrat.signeLe,
  };
}

function lotsTerritoires({ communes, qpv }: ContratDemo, contrat_id: string): Lot[] {
  return [
    ['commune', communes.map((commune) => ({ contrat_id, ...commune }))],
    [
      'qpv',
      qpv.map(({ code, libelle, libelleEditorial = null, npnru = false }) => ({
        contrat_id,
        code,
        libelle,
        libelle_editorial: libelleEditorial,
        npnru,
        generation: GENERATION,
        contour: CONTOURS_QPV[code] ?? null,
        valid_from: ENTREE_EN_VIGUEUR_QPV,
      })),
    ],
    ['qpv_commune', qpv.map(({ code, commune }) => ({ contrat_id, qpv_code: code, commune_code: commune }))],
  ];
}

function lotsEnjeux({ cle, enjeux }: ContratDemo, contrat_id: string): Lot[] {
  const idEnjeu = (type: string, numero: number): string => id(`${cle}/enjeu/${type}/${numero}`);
  return [
    [
      'enjeu',
      enjeux.map(({ type, numero, intitule, couleur }) => ({
        contrat_id,
        id: idEnjeu(type, numero),
        type,
        numero,
        intitule,
        couleur,
      })),
    ],
    [
      'orientation',
      enjeux.flatMap(({ type, numero, orientations }) =>
        Object.entries(orientations).map(([lettre, texte]) => ({
          contrat_id,
          id: id(`${cle}/orientation/${lettre}`),
          enjeu_id: idEnjeu(type, numero),
          texte,
        })),
      ),
    ],
  ];
}

async function lotsActeurs(
  { cle, contrat, organisations, personnes }: ContratDemo,
  contrat_id: string,
): Promise<Lot[]> {
  const gens = Object.entries(personnes).map(([nom, personne]) => ({
    ...personne,
    cle: nom,
    id: id(`${cle}/personne/${nom}`),
  }));
  const comptes = gens.flatMap(({ id: personne_id, cle: nom, email, compte }) =>
    compte ? [{ id: id(`${cle}/compte/${nom}`), personne_id, email }] : [],
  );
  return [
    [
      'organisation',
      Object.entries(organisations).map(([nom, organisation]) => ({
        contrat_id,
        id: id(`${cle}/organisation/${nom}`),
        nom: organisation.nom,
        nom_court: organisation.nomCourt ?? null,
        categorie: organisation.categorie,
        siret: organisation.siret ?? null,
        commune_code: organisation.communeCode ?? null,
        signataire: organisation.signataire ?? false,
      })),
    ],
    [
      'personne',
      gens.map(({ id: personne, nom, fonction, email }) => ({ contrat_id, id: personne, nom, fonction, email })),
    ],
    [
      'mandat',
      gens.map((personne) => ({
        contrat_id,
        id: id(`${cle}/mandat/${personne.cle}`),
        personne_id: personne.id,
        organisation_id: id(`${cle}/organisation/${personne.organisation}`),
        role: personne.role,
        du: personne.du ?? contrat.signeLe,
        au: personne.au ?? null,
      })),
    ],
    [
      'compte',
      await Promise.all(
        comptes.map(async (compte) => ({
          contrat_id,
          ...compte,
          mot_de_passe: await hacherMotDePasse(MOT_DE_PASSE_DEMO),
        })),
      ),
    ],
  ];
}

/** Rows of the frame and the people of a demo contrat, in the order of their keys. */
export async function lotsDuCadre(demo: ContratDemo): Promise<Lot[]> {
  const contratId = id(`${demo.cle}/contrat`);
  return [
    ['contrat', [lignesContrat(demo, contratId)]],
    ...lotsTerritoires(demo, contratId),
    ...lotsEnjeux(demo, contratId),
    ...(await lotsActeurs(demo, contratId)),
  ];
}
