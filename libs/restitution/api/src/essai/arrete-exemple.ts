import { contenuVide, type ContenuFiche } from '@pleniere/fiches/domain';
import { type Contenu, definitionNeuve } from '@pleniere/indicateurs/domain';
import {
  type ContenuArrete,
  type FicheFigee,
  FORME_ARRETE,
  type IndicateurFige,
  type ValeurFigee,
} from '@pleniere/plenieres/domain';
import type { MatiereDuDocument } from '../fabrique/fabrique';

const ENJEU: FicheFigee['enjeu'] = {
  ...{ id: '00000000-0000-4000-8000-0000000000e1', type: 'transversal', numero: 1 },
  ...{ intitule: 'Participation citoyenne', couleur: '#0f7b6c' },
};

/** A value of the example; null is « non disponible ». */
export function valeurFigee(annee: number, territoire: string, valeur: Contenu): ValeurFigee {
  return {
    ...{ indicateurId: '00000000-0000-4000-8000-000000000001', annee, territoire, ventilation: 'total', valeur },
    ...{ absence: valeur === null ? 'nd' : null, qualite: 'definitive', commentaire: '', source: 'Comptes rendus' },
    ...{ statut: 'validee', enRetard: false },
  };
}

/** An indicator of the example: residents counted in each quartier. */
export function indicateurFige(reste: Partial<IndicateurFige> = {}): IndicateurFige {
  return {
    ...definitionNeuve('00000000-0000-4000-8000-0000000000f1'),
    ...{ id: '00000000-0000-4000-8000-000000000001', version: 1, ordre: 0, ruptures: [] },
    ...{ libelle: 'Habitants venus aux rencontres', unite: 'habitants', source: 'Comptes rendus' },
    ...{ definition: 'Participations, non personnes distinctes.' },
    ...{ reference: { annee: 2024, valeur: 51 }, cibles: [{ annee: 2030, valeur: 121 }] },
    valeurs: [
      valeurFigee(2024, 'QN03702M', 51),
      valeurFigee(2025, 'QN03702M', 67),
      valeurFigee(2025, 'QN03709M', 3),
      valeurFigee(2025, 'QN03710M', 48),
    ],
    ...reste,
  };
}

const elements = (...textes: string[]) => textes.map((texte, rang) => ({ id: `e${rang}`, texte: `<p>${texte}</p>` }));

const CONTENU: Partial<ContenuFiche> = {
  titre: 'Ouvrir dans chaque quartier un espace où habitants et institutions se parlent',
  titreCourt: 'Des espaces pour se parler',
  pilotes: [{ organisationId: null, categorie: 'ville', libelle: 'Villes' }],
  resultatsAttendus: elements('Chaque quartier a son rendez-vous', 'Toute question reçoit une réponse datée'),
  cadreOu: { texte: '', portee: 'selection', qpv: ['QN03709M'], communes: [] },
  resumePublic: 'Un lieu pour parler du quartier, et savoir ce que devient ce qui s’y dit.',
  contexte: '<p>Une parole <strong>fatiguée</strong> d’être demandée.</p>',
};

/** A fiche of the example, as it was frozen. */
export function ficheFigee(reste: Partial<FicheFigee> = {}): FicheFigee {
  return {
    ...{ id: '00000000-0000-4000-8000-0000000000f1', code: 'T1.1', revision: 2, enVigueurLe: '2025-03-01T09:00:00Z' },
    ...{ enjeu: ENJEU, orientationTexte: 'Décider avec les habitants', meteo: 'nuage' },
    contenu: { ...contenuVide(), ...CONTENU },
    avis: [
      {
        ...{ id: 'a1', version: 1, revision: 2, auteur: 'Hélène Marchadier', fonction: 'Déléguée du préfet' },
        ...{ sens: 'favorable-avec-reserves', texte: 'Un projet attendu.', renduLe: '2025-02-20T10:00:00Z' },
        points: [
          {
            ...{ id: 'p1', champ: 'contexte', texte: 'Dire qui anime.', statut: 'leve', reponse: 'C’est écrit.' },
            ...{ levePar: 'Claire Vasseur', leveLe: '2025-02-25T10:00:00Z' },
          },
        ],
      },
    ],
    actions: [
      {
        ...{ id: 'x1', version: 1, code: 'T1.1-a', titre: 'Former les animateurs', pilote: 'Ville de Tours' },
        ...{ description: '<p>Deux journées par an.</p>', echeance: '2025-06-30', statut: 'en-cours' },
        ...{ niveauParticipation: 'concertation', refDauphin: '24-0137' },
        etapes: [{ id: 's1', libelle: 'Cahier des charges', faite: true }],
      },
    ],
    declinaisons: [
      {
        ...{ id: 'd1', version: 1, organisation: { id: 'o1', nom: 'Ville de Tours' }, qpvCode: 'QN03709M' },
        ...{ referent: { id: 'p', nom: 'Samira Lahlou' }, statutExecution: 'en-cours', meteo: 'nuage' },
        ...{ meteoExplication: 'Le poste est vacant.', modaliteRetenue: 'Un rendez-vous au marché.' },
        recits: [
          {
            ...{ annee: 2025, faitsMarquants: 'Deux espaces ouverts au Sanitas.' },
            ...{ freins: 'Salle fermée le soir.', perspectives: 'Un format à la sortie des écoles.' },
          },
        ],
      },
    ],
    filiation: { origines: [], suites: [] },
    indicateurs: [indicateurFige()],
    ...reste,
  };
}

const quartier = (code: string, libelle: string, npnru = false) => ({
  ...{ code, libelle, libelleEditorial: null, npnru, communes: ['37261'] },
  populations: [{ millesime: 2018, population: 2_345, source: 'Insee, recensement' }],
});

/** An arrêté of three quartiers and two fiches. */
export function arreteExemple(reste: Partial<ContenuArrete> = {}): ContenuArrete {
  return {
    reponses: [
      {
        ...{
          numero: 7,
          poseeLe: '2025-09-02',
          question: 'Quand l’éclairage de l’allée sera-t-il réparé ?',
          ficheId: null,
        },
        ...{ quartier: null, reponse: 'Les lampes ont été changées le 30 septembre.', publieeLe: '2025-10-01' },
        ...{ fonction: 'Responsable de la voirie', organisation: 'Ville de Tours' },
      },
    ],
    ...{ schema: FORME_ARRETE, numero: 3, titre: 'Assemblée Plénière 2025', figeLe: '2025-12-11T13:00:00.000Z' },
    contrat: {
      ...{ id: '00000000-0000-4000-8000-0000000000c1', titre: 'Contrat de ville TMVL 2024-2030', titreCourt: 'TMVL' },
      ...{ epciSiren: '243700754', anneeDebut: 2024, anneeFin: 2030, couleur: '#1f4e79', logo: null, signeLe: null },
    },
    seance: {
      ...{ id: 's', date: '2025-12-12', heure: '14:00', lieu: 'Tours', ordreDuJour: [] },
      presences: [{ college: 'habitants', presents: 12, excuses: 3 }],
      instance: { sorte: 'assemblee-pleniere', nom: 'Assemblée Plénière' },
    },
    enjeux: [{ ...ENJEU, orientations: [{ id: 'o', texte: 'Décider avec les habitants' }] }],
    communes: [{ code: '37261', nom: 'Tours' }],
    quartiers: [quartier('QN03702M', 'Rabière'), quartier('QN03709M', 'Sanitas', true), quartier('QN03710M', 'Europe')],
    organisations: [{ id: 'o1', nom: 'Ville de Tours', nomCourt: 'Tours', categorie: 'ville' }],
    personnes: [],
    decisions: [
      {
        ...{ id: 'dec', version: 1, seanceId: 's', rang: 1, texte: 'Ouvrir un troisième espace en 2026.' },
        ...{ seance: { date: '2025-06-12', instance: 'Comité de pilotage' }, echeance: '2025-11-30' },
        fiche: { id: '00000000-0000-4000-8000-0000000000f1', code: 'T1.1', titre: 'Espaces' },
        ...{ responsable: { id: 'o1', nom: 'Ville de Tours' }, statut: 'a-faire', suivi: 'Lieu trouvé.' },
      },
    ],
    fiches: [
      ficheFigee(),
      ficheFigee({
        ...{ id: '00000000-0000-4000-8000-0000000000f2', code: 'T1.2', meteo: null, indicateurs: [], declinaisons: [] },
        contenu: { ...contenuVide(), titre: '=cmd|calc!A1', titreCourt: 'Une fiche presque vide' },
        ...{ avis: [], actions: [] },
      }),
    ],
    ...reste,
  };
}

/** The matter of a document made of the example. */
export function matiereExemple(reste: Partial<MatiereDuDocument> = {}): MatiereDuDocument {
  const contenu = arreteExemple();
  return {
    ...{ numero: contenu.numero, sha256: '1a2b3c4d5e6f'.padEnd(64, '0'), contenu, seuil: 5, depuis: null },
    options: { ficheIds: [], sections: [] },
    ...reste,
  };
}
