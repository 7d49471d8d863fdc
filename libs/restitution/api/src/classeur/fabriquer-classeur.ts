import { type ContenuArrete, empreinteCourte } from '@pleniere/plenieres/domain';
import { type FeuilleAEcrire, TableursSurPlace } from '@pleniere/shared/api';
import { FINE, formaterDate, INSECABLE } from '@pleniere/shared/domain';
import { figerOffice } from '../archives/zip-fige';
import { choisirFiches } from '../composition/fiche-figee';
import type { Fabrique, MatiereDuDocument } from '../fabrique/fabrique';
import { tablesDuClasseur } from './classeur';
import { feuilleDe } from './table';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

function presentation({ numero, sha256, contenu, seuil }: MatiereDuDocument): FeuilleAEcrire {
  const { contrat, titre, figeLe, seance }: ContenuArrete = contenu;
  const textes = [
    contrat.titre,
    `Arrêté n°${INSECABLE}${numero} – ${titre}`,
    `Figé le ${formaterDate(figeLe)}, empreinte ${empreinteCourte(sha256)}`,
    ...(seance ? [`${seance.instance.nom} du ${formaterDate(seance.date)}`] : []),
    '',
    'Tout ce classeur vient de l’arrêté\u00A0: rien de ce qui a été écrit depuis n’y figure.',
    'La feuille «\u00A0Dictionnaire\u00A0» dit, pour chaque colonne de chaque feuille, ce qu’elle contient, son unité et sa source.',
    `«\u00A0<${FINE}${seuil}\u00A0» et «\u00A0masqué\u00A0» protègent les personnes${INSECABLE}: un petit nombre ne se publie pas, ni ce qui permettrait de le retrouver.`,
  ];
  return { nom: 'À propos', lignes: textes.map((texte) => [texte]), largeurs: [120], titres: false };
}

/** The workbook of an arrêté: fiches, actions, déclinaisons, indicators, values, decisions, organisations, dictionary. */
export const fabriquerClasseur: Fabrique = async (matiere, avancer) => {
  const { numero, contenu, seuil, options } = matiere;
  avancer('Feuilles du classeur', 0.1);
  const tables = tablesDuClasseur(choisirFiches(contenu, options.ficheIds), seuil);
  avancer('Écriture du classeur', 0.5);
  const octets = await new TableursSurPlace().ecrire([presentation(matiere), ...tables.map(feuilleDe)], 'xlsx');
  return { nom: `classeur-arrete-${numero}.xlsx`, type: XLSX, octets: figerOffice(octets, contenu.figeLe) };
};
