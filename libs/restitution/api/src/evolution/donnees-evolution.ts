import { libelleEnjeu } from '@pleniere/contrat/domain';
import { codeAffiche } from '@pleniere/fiches/domain';
import {
  abreger,
  chiffresCles,
  comparerArretes,
  type ContenuArrete,
  direOrigine,
  direSuite,
  empreinteCourte,
  type EnjeuEvolue,
  type LigneDuRecit,
  nommerArrete,
  type PartieDuRecit,
  raconterDecisions,
  raconterFiche,
  rienNeChange,
} from '@pleniere/plenieres/domain';
import { formaterDate, formaterNombre, INSECABLE, jourDeParis } from '@pleniere/shared/domain';
import type { Run } from '../document/document-fiche';
import type { ArreteAImprimer } from '../fabrique/fabrique';
import { type Palette, palette } from '../mise-en-page/couleurs';

/** A fiche as the document tells it. */
interface FicheDuRecit {
  titre: string;
  phrases: string[];
  parties: PartieDuRecit[];
  champs: { libelle: string; runs: Run[] }[];
}

/** What the Typst file reads. */
export interface DonneesEvolution {
  contrat: Pick<ContenuArrete['contrat'], 'titre' | 'logo'>;
  couleurs: Palette;
  titreDuDocument: string;
  jour: { annee?: number; mois?: number; jour?: number };
  periode: string;
  pied: string;
  rien: boolean;
  chiffres: { nombre: string; mots: string }[];
  decisions: LigneDuRecit[];
  enjeux: { titre: string; couleurs: Palette; fiches: FicheDuRecit[]; inchangees: string }[];
  cle: string;
}

const CLE =
  'Dans les textes, [ajouté] et [supprimé] disent ce qui a changé ; « […] » remplace un passage qui n’a pas changé. Une ' +
  'cible est jugée quand son année est venue. Les petits nombres sont masqués.';

const nommer = ({ code, titre }: { code: string; titre: string }) => `${codeAffiche(code)} – ${titre}`;

const dire = (titre: string, ...phrases: string[]): FicheDuRecit => ({
  ...{ titre, parties: [], champs: [] },
  phrases: phrases.filter((phrase) => phrase !== ''),
});

function composerEnjeu(enjeu: EnjeuEvolue): DonneesEvolution['enjeux'][number] {
  const { ajoutees, retirees, changees, inchangees } = enjeu;
  const suivies = changees.map((fiche): FicheDuRecit => ({
    titre: nommer(fiche),
    phrases: fiche.ancienCode === null ? [] : [`Elle portait le numéro ${codeAffiche(fiche.ancienCode)}.`],
    parties: raconterFiche(fiche),
    champs: fiche.champs.map(({ libelle, passages }) => ({
      libelle,
      runs: abreger(passages).map(({ texte, marque }): Run => (marque ? { texte, marque } : { texte })),
    })),
  }));
  return {
    titre: `${libelleEnjeu(enjeu)} – ${enjeu.intitule}`,
    couleurs: palette(enjeu.couleur),
    fiches: [
      ...ajoutees.map((fiche) => dire(nommer(fiche), 'Fiche ajoutée.', direOrigine(fiche), fiche.resume)),
      ...retirees.map((fiche) => dire(nommer(fiche), 'Fiche retirée.', direSuite(fiche))),
      ...suivies,
    ],
    inchangees: inchangees.map(({ code }) => codeAffiche(code)).join(', '),
  };
}

/** Everything that is printed of what changed from an arrêté to another, counts under `seuil` hidden. */
export function donneesEvolution(avant: ArreteAImprimer, apres: ArreteAImprimer, seuil: number): DonneesEvolution {
  const evolution = comparerArretes(avant.contenu, apres.contenu, seuil);
  const { contrat, figeLe } = apres.contenu;
  const [annee, mois, jour] = jourDeParis(new Date(figeLe)).split('-').map(Number);
  const [ancien, nouveau] = [evolution.avant, evolution.apres].map(nommerArrete);
  const signer = ({ numero, sha256, contenu }: ArreteAImprimer) =>
    `arrêté n°${INSECABLE}${numero} du ${formaterDate(contenu.figeLe)} (${empreinteCourte(sha256)})`;
  return {
    contrat: { titre: contrat.titre, logo: contrat.logo },
    couleurs: palette(contrat.couleur),
    titreDuDocument: `Depuis la dernière plénière – ${contrat.titre}`,
    jour: { annee, mois, jour },
    periode: `Ce qui a changé entre deux arrêtés${INSECABLE}: ${ancien ?? ''}, puis ${nouveau ?? ''}.`,
    pied: `De l’${signer(avant)} à l’${signer(apres)}`,
    rien: rienNeChange(evolution),
    chiffres: chiffresCles(evolution).map(({ nombre, mots }) => ({ nombre: formaterNombre(nombre, 0), mots })),
    decisions: raconterDecisions(evolution.decisions),
    enjeux: evolution.enjeux.map(composerEnjeu),
    cle: CLE,
  };
}
