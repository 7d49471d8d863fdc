import type { Champ, LigneId } from '../../fiche/registre';
import { LIGNES, REGISTRE } from '../../fiche/registre';

/** Where a passage of a document goes: a field, a supplementary section, a recognised label, or nowhere yet. */
export type Destination = Champ['id'] | 'section' | 'libelle' | 'non-place';

/** A heading that fiches use: what follows it goes to `destination`. */
export interface LibelleConnu {
  destination: Destination;
  ligne: LigneId;
  /** Words under which it is found. */
  textes: readonly string[];
  /** Words that mean this only inside their own row (« Habitants », under « Intérêts »). */
  textesDansLigne: readonly string[];
}

/** Other words for the fields, seen in the fiches of other territories. */
const AUTRES_MOTS: Readonly<Partial<Record<Champ['id'], string>>> = {
  enjeu: 'Enjeu|Enjeu local|Enjeu du contrat|Axe|Axe stratégique|Pilier|Thématique|Volet',
  orientation: 'Orientation stratégique|Objectif stratégique|Engagement|Engagement du contrat|Ambition',
  titre: 'Intitulé|Intitulé de l’action|Titre|Titre du projet|Titre de l’action|Nom du projet|Nom de l’action',
  titreCourt: 'Nom court',
  resumePublic: 'En deux phrases|Résumé|Résumé public|En bref|En résumé',
  pilotes:
    'Pilotes|Pilotage|Pilote de l’action|Copilotes|Porteur|Porteurs|Porteur du projet|Porteur de projet|Porteur de l’action|Structure porteuse|Structure pilote|Organisme porteur|Maître d’ouvrage|Maîtrise d’ouvrage|Chef de file|Institution pilote|Portage|Qui conduit le projet',
  referents:
    'Référents|Référente|Référente du projet|Référent du projet|Référent de l’action|Référent technique|Contact|Contacts|Personne référente|Personne ressource|Responsable|Responsable du projet|Responsable de l’action|Interlocuteur|Interlocutrice|Chargé de projet|Chargée de projet|Chef de projet|Cheffe de projet|Correspondant|Personne à contacter',
  resultatsAttendus:
    'Résultat attendu|Résultats|Objectif|Objectifs|Objectifs du projet|Objectifs de l’action|Objectifs opérationnels|Objectifs visés|Objectifs poursuivis|Effets attendus|Effets recherchés|Changements attendus|Finalités|Finalité|Buts',
  interetHabitants: 'Intérêt pour les habitants|Bénéfices pour les habitants|Plus-value pour les habitants',
  interetTerritoire:
    'Intérêt pour le territoire|Bénéfices pour le territoire|Pour les territoires|Pour le quartier|Pour les quartiers|Pour la ville',
  interetPartenaires:
    'Intérêt pour les partenaires|Bénéfices pour les partenaires|Pour les institutions|Pour les acteurs|Pour les professionnels',
  cadreQuand:
    'Calendrier|Calendrier prévisionnel|Calendrier de réalisation|Échéancier|Échéances|Échéance|Planning|Planning prévisionnel|Durée|Durée du projet|Période|Période de réalisation|Temporalité|Dates|Date de mise en œuvre|Délais',
  cadreOu:
    'Territoire concerné|Territoires concernés|Territoire|Territoires|Territoire d’intervention|Territoire ciblé|Périmètre|Périmètre géographique|Périmètre d’intervention|Localisation|Lieu|Lieux|Lieu de réalisation|Quartiers|Quartiers concernés|QPV|QPV concernés|Secteur géographique|Zone géographique|Échelle territoriale',
  cadreAvecQui: 'Acteurs mobilisés|Acteurs concernés|Acteurs|Acteurs à mobiliser|Parties prenantes',
  cadreAvecQuoi: 'Comment|Avec quels outils|Outils|Outils et supports|Supports|Modalités',
  publicCible:
    'Publics cibles|Public|Publics|Public visé|Publics visés|Bénéficiaires|Bénéficiaire|Bénéficiaires visés|Public bénéficiaire|Publics bénéficiaires|Public concerné|Publics concernés|Population cible|Population concernée|Cible|Cibles|Destinataires|Pour qui',
  contexte:
    'Contexte|Contexte et diagnostic|Constats|Constat|Éléments de diagnostic|Éléments de contexte|État des lieux|Contexte et enjeux|Problématique|Rappel du diagnostic|Constats et besoins|Besoins identifiés|Diagnostic partagé|Origine du projet|Situation actuelle|Le point de départ',
  facteursFavorables:
    'Facteurs favorables|Atouts|Leviers|Forces|Points forts|Opportunités|Points d’appui|Facteurs de réussite|Facteurs clés de succès|Conditions de réussite|Éléments favorables|Ce qui peut aider',
  facteursDefavorables:
    'Facteurs défavorables|Freins|Freins identifiés|Faiblesses|Contraintes|Points de vigilance|Points d’attention|Menaces|Risques|Difficultés|Difficultés rencontrées|Obstacles|Points faibles|Limites|Éléments défavorables|Ce qui peut freiner',
  planAction:
    'Actions|Actions prévues|Actions à mener|Actions envisagées|Actions à mettre en œuvre|Description|Description de l’action|Description du projet|Descriptif|Descriptif de l’action|Descriptif du projet|Contenu|Contenu du projet|Contenu de l’action|Mise en œuvre|Modalités de mise en œuvre|Étapes|Étapes de réalisation|Déroulement|Déroulé|Démarche|Méthode|Programme d’actions|Modalités d’intervention|Pistes d’action|Ce qui est prévu',
  moyensHumains:
    'Ressources humaines|Moyens humains et techniques|Moyens humains et matériels|Les personnes mobilisées',
  moyensFinanciers:
    'Budget|Budget prévisionnel|Budget du projet|Financement|Financements|Plan de financement|Financeurs|Coût|Coût prévisionnel|Coût estimatif|Coût du projet|Ressources financières|Crédits mobilisés|Financements mobilisables',
  partenaires:
    'Partenaire|Partenaires impliqués|Partenariat|Partenariats|Partenaires mobilisés|Partenaires associés|Partenaires du projet|Partenaires locaux|Partenaires à mobiliser|Partenaires financiers et opérationnels|Structures partenaires|Acteurs associés|Avec quels partenaires',
  indicateursRealisation:
    'Indicateurs de suivi|Indicateurs de moyens|Indicateurs d’activité|Indicateurs de mise en œuvre',
  indicateursResultat: 'Indicateurs de résultats',
  indicateursImpact: 'Indicateurs d’effet|Indicateurs d’effets|Indicateurs d’impacts',
  dispositifs: 'Dispositifs|Dispositif|Articulation avec les dispositifs|Liens avec d’autres dispositifs',
};

const MOTS_DANS_LIGNE: Readonly<Partial<Record<Champ['id'], string>>> = {
  interetHabitants: 'Habitants|Les habitants|Côté habitants',
  interetTerritoire: 'Territoire|Le territoire|Quartier|Quartiers',
  interetPartenaires: 'Partenaires|Les partenaires|Institutions',
  moyensHumains: 'Humains|Humaines|Équipe',
  moyensFinanciers: 'Financiers|Financières',
  indicateursRealisation: 'Réalisation|De réalisation|Suivi',
  indicateursResultat: 'Résultat|Résultats|De résultat',
  indicateursImpact: 'Impact|Impacts|D’impact|Effets',
};

/** Rows that only gather fields; what stands there under no smaller heading goes to `destination`. */
const GROUPES: readonly { ligne: LigneId; destination: Destination; mots: string }[] = [
  {
    ligne: 'interets',
    destination: 'section',
    mots: 'Intérêts du projet|Intérêt du projet|Intérêts de l’action|Enjeux du projet|Enjeux de l’action|Plus-value|Plus-value du projet|Bénéfices attendus|Pourquoi ce projet|Utilité du projet',
  },
  {
    ligne: 'cadre',
    destination: 'section',
    mots: 'Cadre|Cadre du projet|Cadre d’intervention|Conditions de mise en œuvre',
  },
  {
    ligne: 'environnement',
    destination: 'section',
    mots: 'Environnement|Environnement du projet|Facteurs favorables et défavorables|Freins / leviers|Leviers / freins|Freins et leviers|Leviers et freins|Atouts et faiblesses|Forces et faiblesses|Atouts / contraintes|Atouts et contraintes',
  },
  {
    ligne: 'moyens',
    destination: 'section',
    mots: 'Ressources et moyens à mobiliser|Ressources et moyens|Ressources|Moyens|Moyens à mobiliser|Moyens mobilisés|Moyens nécessaires|Moyens et ressources|Ressources à mobiliser',
  },
  {
    ligne: 'indicateurs',
    destination: 'indicateursResultat',
    mots: 'Indicateurs d’évaluation|Indicateurs|Évaluation|Évaluation du projet|Indicateurs de suivi et d’évaluation|Suivi et évaluation|Modalités d’évaluation|Critères d’évaluation',
  },
];

// Headings of their own kind, read by their form: « Contrat de ville … », « Fiche Projet n° … ».
const PAR_LEUR_FORME: readonly Champ['id'][] = ['contrat', 'code'];
// Without an address or an amount a text cannot fill these: their headings open a supplementary section.
const HORS_TEXTE: readonly Champ['id'][] = ['lignesBudget', 'documents', 'sectionsSupplementaires'];

const mots = (liste: string | undefined): string[] => liste?.split('|') ?? [];

/** Every heading that is recognised, in the sheet's order: the registry's words, then those of other territories. */
export const LIBELLES_CONNUS: readonly LibelleConnu[] = LIGNES.flatMap(({ id: ligne, libelle }) => {
  const groupe = GROUPES.find((candidat) => candidat.ligne === ligne);
  const champs = REGISTRE.filter(
    (champ) => champ.ligne === ligne && ![...PAR_LEUR_FORME, ...HORS_TEXTE].includes(champ.id),
  );
  const seul = groupe || champs.length !== 1 ? [] : [libelle];
  return [
    ...(groupe ? [{ destination: groupe.destination, ligne, textes: mots(groupe.mots), textesDansLigne: [] }] : []),
    ...champs.map((champ) => ({
      destination: champ.id,
      ligne,
      textes: [champ.libelle, ...seul, ...champ.indicesImport, ...mots(AUTRES_MOTS[champ.id])],
      textesDansLigne: mots(MOTS_DANS_LIGNE[champ.id]),
    })),
  ];
});
