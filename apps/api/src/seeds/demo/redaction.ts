import { LIBELLES_CATEGORIES } from '@pleniere/acteurs/domain';
import type { ActeurCite, ChampId, ContenuFiche, ElementListe, TexteRiche } from '@pleniere/fiches/domain';
import { valeurVide } from '@pleniere/fiches/domain';
import { id } from './identifiants';
import type { ActeurDemo, ContratDemo, RedactionFiche } from './modele';

const CENTIMES = 100;

type Redacteurs = {
  [C in ChampId]: (redaction: NonNullable<RedactionFiche[C]>, cle: string) => ContenuFiche[C];
};

function enHtml(texte: string): TexteRiche {
  return texte === '' || texte.startsWith('<') ? texte : `<p>${texte}</p>`;
}

function liste(textes: readonly string[], cle: string): ElementListe[] {
  return textes.map((texte, rang) => ({ id: id(`${cle}/${rang + 1}`), texte: enHtml(texte) }));
}

// The key of a field is that of its fiche, followed by its name.
const ficheDe = (cle: string): string => cle.slice(0, cle.lastIndexOf('/'));

function redacteurs({ cle: contrat, organisations }: ContratDemo): Redacteurs {
  const citer = (acteur: ActeurDemo): ActeurCite => {
    if (typeof acteur === 'string') {
      const libelle = organisations[acteur]?.nom;
      if (libelle === undefined) throw new Error(`Organisation inconnue de la démonstration : ${acteur}`);
      return { organisationId: id(`${contrat}/organisation/${acteur}`), categorie: null, libelle };
    }
    const categorie = 'categorie' in acteur ? acteur.categorie : null;
    const usuel = categorie === null ? '' : LIBELLES_CATEGORIES[categorie];
    return { organisationId: null, categorie, libelle: acteur.libelle ?? usuel };
  };
  const tel = <T>(valeur: T): T => valeur;

  return {
    orientation: (lettre) => id(`${contrat}/orientation/${lettre}`),
    titre: tel,
    titreCourt: tel,
    pilotes: (acteurs) => acteurs.map(citer),
    partenaires: (acteurs) => acteurs.map(citer),
    referents: (cites) =>
      cites.map(({ acteur, fonction, personne }) => ({
        ...citer(acteur),
        fonction,
        personneId: personne === undefined ? null : id(`${contrat}/personne/${personne}`),
      })),
    resultatsAttendus: liste,
    interetHabitants: liste,
    interetTerritoire: liste,
    interetPartenaires: liste,
    facteursFavorables: liste,
    facteursDefavorables: liste,
    moyensFinanciers: liste,
    cadreQuand: (cadre) => ({ ...valeurVide('cadreQuand'), ...cadre, texte: enHtml(cadre.texte ?? '') }),
    cadreOu: (cadre) => ({ ...valeurVide('cadreOu'), ...cadre, texte: enHtml(cadre.texte ?? '') }),
    cadreAvecQui: ({ texte, acteurs }) => ({ texte: enHtml(texte), acteurs: acteurs.map(citer) }),
    cadreAvecQuoi: ({ texte, modalites }, cle) => ({ texte: enHtml(texte), modalites: liste(modalites, cle) }),
    publicCible: (cible) => ({ ...cible, texte: enHtml(cible.texte) }),
    contexte: enHtml,
    planAction: (elements, cle) =>
      elements.map(([genre, texte], rang) => ({ id: id(`${cle}/${rang + 1}`), texte: enHtml(texte), genre })),
    moyensHumains: (elements, cle) =>
      elements.map(([texte, etp], rang) => ({ id: id(`${cle}/${rang + 1}`), texte: enHtml(texte), etp })),
    lignesBudget: (lignes, cle) =>
      lignes.map(([annee, financeur, nature, ...reste], rang) => {
        const [prevu, obtenu, realise, action] = reste;
        const centimes = (euros: number | null) => (euros === null ? null : euros * CENTIMES);
        return {
          id: id(`${cle}/${rang + 1}`),
          annee,
          financeur,
          nature,
          prevu: centimes(prevu),
          obtenu: centimes(obtenu),
          realise: centimes(realise),
          actionId: action === undefined ? null : id(`${ficheDe(cle)}/action/${action}`),
        };
      }),
    resumePublic: tel,
    dispositifs: tel,
    p147: tel,
    documents: (documents, cle) => documents.map((document, rang) => ({ id: id(`${cle}/${rang + 1}`), ...document })),
    sectionsSupplementaires: (sections, cle) =>
      sections.map(({ libelle, texte }, rang) => ({ id: id(`${cle}/${rang + 1}`), libelle, texte: enHtml(texte) })),
  };
}

/** Writes the content of a fiche as the product stores it; a field that the redaction leaves out stays unwritten. */
export function rediger(demo: ContratDemo, cleFiche: string, redaction: RedactionFiche): Partial<ContenuFiche> {
  const parChamp = redacteurs(demo);
  const ecrire = <C extends ChampId>(champ: C, texte: NonNullable<RedactionFiche[C]>): ContenuFiche[C] =>
    parChamp[champ](texte, `${cleFiche}/${champ}`);
  return Object.fromEntries(
    (Object.keys(redaction) as ChampId[]).flatMap((champ) => {
      const texte = redaction[champ];
      return texte === undefined ? [] : [[champ, ecrire(champ, texte)]];
    }),
  );
}
