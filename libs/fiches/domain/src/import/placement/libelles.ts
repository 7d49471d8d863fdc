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
  enjeu:
    'Enjeu|Enjeu local|Enjeu du contrat|Axe|Axe stratégique|Pilier|Thématique|Volet|Axe du contrat|Axe thématique|Enjeu prioritaire',
  orientation:
    'Orientation stratégique|Objectif stratégique|Engagement|Engagement du contrat|Ambition|Orientation|Orientations|Objectif stratégique du contrat|Objectif du contrat de ville',
  titre:
    'Intitulé|Intitulé de l’action|Titre|Titre du projet|Titre de l’action|Nom du projet|Nom de l’action|Intitulé de la fiche|Titre de la fiche|Dénomination|Libellé de l’action',
  titreCourt: 'Nom court',
  resumePublic: 'En deux phrases|Résumé|Résumé public|En bref|En résumé|Synthèse|Présentation synthétique|L’essentiel',
  pilotes:
    'Pilotes|Pilotage|Pilote de l’action|Copilotes|Porteur|Porteurs|Porteur du projet|Porteur de projet|Porteur de l’action|Structure porteuse|Structure pilote|Organisme porteur|Maître d’ouvrage|Maîtrise d’ouvrage|Chef de file|Institution pilote|Portage|Qui conduit le projet|Pilote du projet|Pilotes de l’action|Copilote|Co-pilote|Co-pilotes|Pilote et copilotes|Pilotage de l’action|Pilotage du projet|Porteurs de projet|Porteur(s) de projet|Opérateur|Opérateurs|Structure|Structure responsable|Structure chef de file|Maître d’œuvre|Maîtrise d’œuvre|Qui pilote|Qui porte le projet|Responsable institutionnel|Porté par|Piloté par',
  referents:
    'Référents|Référente|Référente du projet|Référent du projet|Référent de l’action|Référent technique|Contact|Contacts|Personne référente|Personne ressource|Responsable|Responsable du projet|Responsable de l’action|Interlocuteur|Interlocutrice|Chargé de projet|Chargée de projet|Chef de projet|Cheffe de projet|Correspondant|Personne à contacter|Référents du projet|Référents de l’action|Référent politique de la ville|Contact référent|Personnes ressources|Personnes référentes|Agent référent|Contacts utiles|Suivi par|Responsables',
  resultatsAttendus:
    'Résultat attendu|Résultats|Objectif|Objectifs|Objectifs du projet|Objectifs de l’action|Objectifs opérationnels|Objectifs visés|Objectifs poursuivis|Effets attendus|Effets recherchés|Changements attendus|Finalités|Finalité|Buts|Résultats visés|Résultat visé|Résultats recherchés|Résultats escomptés|Objectifs généraux|Objectif général et objectifs opérationnels|Objectifs spécifiques|Objectif opérationnel|Objectif du projet|Objectif de l’action|Objectif visé|Objectifs attendus|Objectifs et résultats attendus|Impacts attendus|Ambitions|Ce que l’on veut obtenir|Ce qui est attendu|Pour quoi faire',
  interetHabitants:
    'Intérêt pour les habitants|Bénéfices pour les habitants|Plus-value pour les habitants|Intérêts pour les habitants|Apports pour les habitants|Plus value pour les habitants|Pour la population',
  interetTerritoire:
    'Intérêt pour le territoire|Bénéfices pour le territoire|Pour les territoires|Pour le quartier|Pour les quartiers|Pour la ville|Intérêts pour le territoire|Apports pour le territoire|Plus-value pour le territoire',
  interetPartenaires:
    'Intérêt pour les partenaires|Bénéfices pour les partenaires|Pour les institutions|Pour les acteurs|Pour les professionnels|Intérêts pour les partenaires|Apports pour les partenaires|Plus-value pour les partenaires',
  cadreQuand:
    'Calendrier|Calendrier prévisionnel|Calendrier de réalisation|Échéancier|Échéances|Échéance|Planning|Planning prévisionnel|Durée|Durée du projet|Période|Période de réalisation|Temporalité|Dates|Date de mise en œuvre|Délais|Calendrier du projet|Calendrier de l’action|Calendrier et échéances|Calendrier et étapes|Phasage|Période concernée|Durée de l’action|Dates de réalisation|Date|Date de début et de fin|Échéancier prévisionnel|Échéance de réalisation|Rétroplanning|Années|Année de réalisation|Mise en œuvre prévue|Quand',
  cadreOu:
    'Territoire concerné|Territoires concernés|Territoire|Territoires|Territoire d’intervention|Territoire ciblé|Périmètre|Périmètre géographique|Périmètre d’intervention|Localisation|Lieu|Lieux|Lieu de réalisation|Quartiers|Quartiers concernés|QPV|QPV concernés|Secteur géographique|Zone géographique|Échelle territoriale|Territoire(s) concerné(s)|Territoires d’intervention|Territoires ciblés|Territoire de mise en œuvre|Territoire du projet|Territoire d’action|Lieux de réalisation|Lieu de l’action|Lieux d’intervention|Lieu d’intervention|Quartier concerné|Quartier|Quartiers prioritaires|Quartiers prioritaires concernés|QPV concerné|QPV concernés par l’action|Géographie|Communes concernées|Communes|Commune|Périmètre du projet|Périmètre de l’action|Où',
  cadreAvecQui:
    'Acteurs mobilisés|Acteurs concernés|Acteurs|Acteurs à mobiliser|Parties prenantes|Acteurs impliqués|Acteurs du projet|Acteurs à associer|Avec qui',
  cadreAvecQuoi:
    'Comment|Avec quels outils|Outils|Outils et supports|Supports|Modalités|Outils mobilisés|Outils à mobiliser|Supports et outils|Avec quoi',
  publicCible:
    'Publics cibles|Public|Publics|Public visé|Publics visés|Bénéficiaires|Bénéficiaire|Bénéficiaires visés|Public bénéficiaire|Publics bénéficiaires|Public concerné|Publics concernés|Population cible|Population concernée|Cible|Cibles|Destinataires|Pour qui|Publics concernés par l’action|Public(s) cible(s)|Public(s) visé(s)|Public ciblé|Publics ciblés|Bénéficiaires du projet|Bénéficiaires de l’action|Bénéficiaires directs|Habitants concernés|Population visée|Populations cibles|Publics prioritaires|Public prioritaire|Personnes concernées|À qui s’adresse le projet|À qui s’adresse l’action',
  contexte:
    'Contexte|Contexte et diagnostic|Constats|Constat|Éléments de diagnostic|Éléments de contexte|État des lieux|Contexte et enjeux|Problématique|Rappel du diagnostic|Constats et besoins|Besoins identifiés|Diagnostic partagé|Origine du projet|Situation actuelle|Le point de départ|Contexte de l’action|Contexte du projet|Contexte et constats|Contexte local|Constats et enjeux|Constats partagés|Constat de départ|Diagnostic|Diagnostic territorial|Diagnostic et enjeux|Diagnostic local|Besoins|Besoins repérés|Besoin identifié|Analyse des besoins|Enjeux et constats|Enjeux et contexte|Motivations|Justification|Pourquoi cette action|Pourquoi|État des lieux et diagnostic|Situation de départ|Origine|Constats et éléments de diagnostic|Constats et diagnostic|Constat et diagnostic|Diagnostic et constats|Éléments de constat',
  facteursFavorables:
    'Facteurs favorables|Atouts|Leviers|Forces|Points forts|Opportunités|Points d’appui|Facteurs de réussite|Facteurs clés de succès|Conditions de réussite|Éléments favorables|Ce qui peut aider|Points positifs|Appuis|Éléments facilitateurs|Facteurs facilitants|Facteurs de réussite identifiés|Leviers identifiés|Leviers d’action|Favorables|Favorable|Conditions de succès|Forces et opportunités|Forces / opportunités|Atouts et leviers|Atouts / leviers|Leviers et atouts',
  facteursDefavorables:
    'Facteurs défavorables|Freins|Freins identifiés|Faiblesses|Contraintes|Points de vigilance|Points d’attention|Menaces|Risques|Difficultés|Difficultés rencontrées|Obstacles|Points faibles|Limites|Éléments défavorables|Ce qui peut freiner|Points négatifs|Freins et difficultés|Freins repérés|Freins à lever|Freins rencontrés|Risques identifiés|Facteurs de risque|Facteurs limitants|Défavorables|Défavorable|Difficultés identifiées|Blocages|Faiblesses et risques|Faiblesses / risques|Faiblesses et menaces|Faiblesses / menaces|Freins et risques|Freins / risques|Risques et freins|Contraintes et freins',
  planAction:
    'Actions|Actions prévues|Actions à mener|Actions envisagées|Actions à mettre en œuvre|Description|Description de l’action|Description du projet|Descriptif|Descriptif de l’action|Descriptif du projet|Contenu|Contenu du projet|Contenu de l’action|Mise en œuvre|Modalités de mise en œuvre|Étapes|Étapes de réalisation|Déroulement|Déroulé|Démarche|Méthode|Programme d’actions|Modalités d’intervention|Pistes d’action|Ce qui est prévu|Plan d’actions|Plan d’action|Plan d’actions opérationnel|Plan d’action détaillé|Actions et étapes|Actions concrètes|Actions proposées|Actions programmées|Actions opérationnelles|Principales actions|Liste des actions|Descriptif des actions|Description des actions|Description synthétique|Contenu des actions|Feuille de route|Modalités opérationnelles|Modalités de réalisation|Mise en œuvre opérationnelle|Étapes clés|Étapes du projet|Principales étapes|Déroulement de l’action|Déroulement du projet|Ce que nous allons faire|Nos actions|Méthodologie|Démarche proposée|Activités|Activités prévues|Quoi|Quelles actions|Que va-t-on faire',
  moyensHumains:
    'Ressources humaines|Moyens humains et techniques|Moyens humains et matériels|Les personnes mobilisées|Moyens humains mobilisés|Moyens humains à mobiliser|Équipe|Équipe projet|Ressources humaines mobilisées|Moyens en personnel|RH|ETP|ETP mobilisés',
  moyensFinanciers:
    'Budget|Budget prévisionnel|Budget du projet|Financement|Financements|Plan de financement|Financeurs|Coût|Coût prévisionnel|Coût estimatif|Coût du projet|Ressources financières|Crédits mobilisés|Financements mobilisables|Budget global|Budget total|Budget estimatif|Budget de l’action|Budget et financement|Budget et financements|Coûts|Coût total|Coût global|Coût de l’action|Coût et financement|Financement prévisionnel|Financements prévus|Financements sollicités|Financeurs potentiels|Plan de financement prévisionnel|Crédits|Crédits politique de la ville|Montant|Moyens financiers mobilisés|Moyens financiers à mobiliser|Combien|Combien ça coûte|Combien cela coûte|À quel coût|Avec quel budget',
  partenaires:
    'Partenaire|Partenaires impliqués|Partenariat|Partenariats|Partenaires mobilisés|Partenaires associés|Partenaires du projet|Partenaires locaux|Partenaires à mobiliser|Partenaires financiers et opérationnels|Structures partenaires|Acteurs associés|Avec quels partenaires|Partenaires principaux|Principaux partenaires|Partenaires opérationnels|Partenaires institutionnels|Partenaires techniques|Partenaires financiers|Partenaires techniques et financiers|Partenaires de l’action|Partenaires concernés|Partenaires identifiés|Partenaires pressentis|Partenaires potentiels|Partenaires et acteurs|Acteurs et partenaires|Acteurs partenaires|Acteurs locaux|Structures associées|Structures impliquées',
  indicateursRealisation:
    'Indicateurs de suivi|Indicateurs de moyens|Indicateurs d’activité|Indicateurs de mise en œuvre|Indicateur de suivi|Indicateur de réalisation|Indicateurs quantitatifs|Indicateurs de processus|Indicateurs d’action',
  indicateursResultat: 'Indicateurs de résultats|Indicateur de résultat|Indicateurs qualitatifs',
  indicateursImpact:
    'Indicateurs d’effet|Indicateurs d’effets|Indicateurs d’impacts|Indicateur d’impact|Indicateurs d’impact social',
  dispositifs:
    'Dispositifs|Dispositif|Articulation avec les dispositifs|Liens avec d’autres dispositifs|Liens avec les dispositifs|Articulation avec d’autres dispositifs|Dispositifs mobilisés|Dispositifs liés|Liens avec d’autres actions|Droit commun mobilisé|Mobilisation du droit commun',
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
    mots: 'Intérêts du projet|Intérêt du projet|Intérêts de l’action|Enjeux du projet|Enjeux de l’action|Plus-value|Plus-value du projet|Bénéfices attendus|Pourquoi ce projet|Utilité du projet|Intérêts|Intérêt|Apports du projet|Plus-values attendues|Retombées attendues',
  },
  {
    ligne: 'cadre',
    destination: 'section',
    mots: 'Cadre|Cadre du projet|Cadre d’intervention|Conditions de mise en œuvre|Cadre de l’action|Cadre de mise en œuvre|Cadre général',
  },
  {
    ligne: 'environnement',
    destination: 'section',
    mots: 'Environnement|Environnement du projet|Facteurs favorables et défavorables|Freins / leviers|Leviers / freins|Freins et leviers|Leviers et freins|Atouts et faiblesses|Forces et faiblesses|Atouts / contraintes|Atouts et contraintes|Forces / faiblesses|Forces, faiblesses|Atouts / faiblesses|Atouts / freins|Atouts et freins|Points forts / points faibles|Points forts et points faibles|Leviers et points de vigilance|Facteurs de réussite et freins|Facteurs facilitants et limitants|Freins, leviers',
  },
  {
    ligne: 'moyens',
    destination: 'section',
    mots: 'Ressources et moyens à mobiliser|Ressources et moyens|Ressources|Moyens|Moyens à mobiliser|Moyens mobilisés|Moyens nécessaires|Moyens et ressources|Ressources à mobiliser|Moyens humains et financiers|Moyens alloués|Moyens prévus|Moyens du projet|Moyens de l’action|Ressources mobilisées|Ressources nécessaires|Moyens et budget',
  },
  {
    ligne: 'indicateurs',
    destination: 'indicateursResultat',
    mots: 'Indicateurs d’évaluation|Indicateurs|Évaluation|Évaluation du projet|Indicateurs de suivi et d’évaluation|Suivi et évaluation|Modalités d’évaluation|Critères d’évaluation|Indicateurs clés|Indicateurs d’évaluation et de suivi|Évaluation de l’action|Évaluation et indicateurs|Évaluation prévue|Suivi / évaluation|Suivi et indicateurs|Indicateurs et évaluation|Critères de réussite|Indicateurs de réussite|Indicateurs retenus|Critères et indicateurs d’évaluation|Comment évaluer',
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
