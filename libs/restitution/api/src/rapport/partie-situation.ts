import { libelleEnjeu, nomQpv } from '@pleniere/contrat/domain';
import { codeAffiche } from '@pleniere/fiches/domain';
import { libellePartDesFemmes, partDesFemmes, SEUIL_DENOMINATEUR, type Territoire } from '@pleniere/indicateurs/domain';
import { type ContenuArrete, type IndicateurFige, masquesPublics } from '@pleniere/plenieres/domain';
import { formaterNombre, INSECABLE } from '@pleniere/shared/domain';
import { composerFicheFigee } from '../composition/fiche-figee';
import type { IndicateurImprime } from '../document/document-fiche';
import {
  aCompleter,
  type BlocDuRapport,
  intertitre,
  liste,
  paragraphe,
  type PartieDuRapport,
  QUI,
  source,
  tableau,
} from './bloc-du-rapport';

/** Objectives of the politique de la ville (law of 21 February 2014, article 1, I), in short. */
const OBJECTIFS_DE_LA_LOI = [
  'Lutter contre les inégalités, les concentrations de pauvreté et les fractures économiques, sociales, numériques et territoriales',
  'Garantir l’égalité réelle d’accès aux droits, à l’éducation, à la culture, au sport, aux services et aux équipements publics',
  'Agir pour le développement économique, la création d’entreprises et l’accès à l’emploi',
  'Agir pour l’amélioration de l’habitat',
  'Développer la prévention, promouvoir l’éducation à la santé et favoriser l’accès aux soins',
  'Garantir la tranquillité des habitants',
  'Favoriser la pleine intégration des quartiers dans leur unité urbaine',
  'Promouvoir le développement équilibré des territoires, la ville durable et la lutte contre la précarité énergétique',
  'Reconnaître et valoriser l’histoire, le patrimoine et la mémoire des quartiers',
  'Concourir à l’égalité entre les femmes et les hommes, à l’intégration et à la lutte contre les discriminations',
] as const;

const COMPTE_DES_PERSONNES =
  /habitant|personne|jeune|femme|homme|enfant|élève|participant|bénéficiaire|usager|parent|adulte|senior/i;

function quartiers({ quartiers: lus, communes }: ContenuArrete): BlocDuRapport[] {
  const noms = new Map(communes.map(({ code, nom }) => [code, nom]));
  const lignes = lus.map((qpv) => {
    const derniere = qpv.populations.at(-1);
    const population = derniere ? `${formaterNombre(derniere.population)} (${derniere.millesime})` : 'non disponible';
    const villes = qpv.communes.map((code) => noms.get(code) ?? code).join(', ');
    return [nomQpv(qpv), qpv.code, villes, qpv.npnru ? 'oui' : 'non', population];
  });
  const sources = [...new Set(lus.flatMap(({ populations }) => populations.at(-1)?.source ?? []))];
  return [
    ...tableau(['Quartier', 'Code', 'Commune', 'NPNRU', 'Population'], lignes, [3, 1.8, 2.4, 1.01, 2]),
    ...(sources.length > 0 ? [source(sources.join('\u202F; '))] : []),
    ...(lus.every(({ populations }) => populations.length > 0)
      ? []
      : [aCompleter('la population des quartiers, avec son année et sa source', QUI.observatoire)]),
  ];
}

const valeurDe = ({ series }: IndicateurImprime, annee: number): string => {
  const ensemble = series.find((serie) => serie.ensemble);
  if (!ensemble) return 'par territoire';
  return ensemble.valeurs.find((valeur) => valeur.annee === annee)?.texte ?? '–';
};

// A longer value is a sentence, which no column holds.
const SIGNES_PAR_CASE = 24;

function objectifsPropres(arrete: ContenuArrete, seuil: number, annee: number): BlocDuRapport[] {
  return arrete.enjeux.flatMap((enjeu) => {
    const fiches = arrete.fiches.filter((fiche) => fiche.enjeu.id === enjeu.id);
    const lus = fiches.flatMap((fiche) =>
      composerFicheFigee(fiche, arrete, seuil).indicateurs.map((indicateur) => ({
        code: codeAffiche(fiche.code),
        indicateur,
        valeurs: [annee - 1, annee].map((lue) => valeurDe(indicateur, lue)),
      })),
    );
    if (lus.length === 0) return [];
    const tient = ({ valeurs }: (typeof lus)[number]) => valeurs.every(({ length }) => length <= SIGNES_PAR_CASE);
    const lignes = lus.filter(tient).map(({ code, indicateur, valeurs }) => {
      const { libelle, unite, cibles, progression } = indicateur;
      const cible = cibles.at(-1);
      const visee = cible ? `${cible.texte} (${cible.annee})` : '–';
      return [code, unite ? `${libelle} (${unite})` : libelle, ...valeurs, visee, progression || '–'];
    });
    const dits = lus.filter((lu) => !tient(lu));
    const entetes = ['Fiche', 'Indicateur', String(annee - 1), String(annee), 'Cible', 'Progression'];
    return [
      intertitre(`${libelleEnjeu(enjeu)}${INSECABLE}: ${enjeu.intitule}`, 3),
      ...tableau(entetes, lignes, [1.01, 4, 1.5, 1.5, 1.5, 2.2]),
      ...liste(
        dits.map(({ code, indicateur, valeurs }) => ({
          texte: `${indicateur.libelle}${INSECABLE}: ${valeurs.at(-1) ?? ''}`,
          source: `${code}, ${annee}`,
        })),
      ),
    ];
  });
}

function territoiresDe({ maille }: IndicateurFige, { communes, quartiers: lus }: ContenuArrete): Territoire[] {
  if (maille === 'contrat') return ['contrat'];
  return (maille === 'commune' ? communes : lus).map(({ code }) => code);
}

function femmesDe(indicateur: IndicateurFige, arrete: ContenuArrete, seuil: number, annee: number): string {
  const deLAnnee = [...masquesPublics(indicateur, seuil).keys()].some((cle) => cle.split('/')[1] === String(annee));
  const comptes = indicateur.valeurs.filter((valeur) => valeur.annee === annee && valeur.ventilation === 'total');
  const personnes = comptes.reduce((total, { valeur }) => total + (typeof valeur === 'number' ? valeur : 0), 0);
  if (deLAnnee || personnes < SEUIL_DENOMINATEUR)
    return `Part des femmes en ${annee}${INSECABLE}: masquée ou non calculable.`;
  const part = partDesFemmes(indicateur.valeurs, annee, territoiresDe(indicateur, arrete));
  return libellePartDesFemmes(indicateur, annee, part);
}

function parSexe(arrete: ContenuArrete, seuil: number, annee: number): BlocDuRapport[] {
  const tous = arrete.fiches.flatMap((fiche) => fiche.indicateurs.map((indicateur) => ({ fiche, indicateur })));
  const ventiles = tous.filter(({ indicateur }) => indicateur.ventilations.includes('sexe'));
  const autres = tous.filter(
    ({ indicateur }) =>
      !ventiles.some((un) => un.indicateur === indicateur) && COMPTE_DES_PERSONNES.test(indicateur.unite),
  );
  const lignes = ventiles.map(({ fiche, indicateur }) => [
    codeAffiche(fiche.code),
    indicateur.libelle,
    femmesDe(indicateur, arrete, seuil, annee),
  ]);
  return [
    intertitre('Données établies par sexe'),
    ...tableau(['Fiche', 'Indicateur', 'Constat'], lignes, [1.01, 4, 4]),
    ...autres.map(({ fiche, indicateur }) =>
      aCompleter(
        `la répartition par sexe de «${INSECABLE}${indicateur.libelle}${INSECABLE}» (fiche ${codeAffiche(fiche.code)})`,
        QUI.villes,
      ),
    ),
  ];
}

/** How the quartiers stand: against the law's objectives, against the contrat's own, and by sex. */
export function partieSituation(arrete: ContenuArrete, seuil: number, annee: number): PartieDuRapport {
  return {
    titre: 'L’évolution de la situation dans les quartiers prioritaires',
    attendu:
      'Au regard des objectifs de la politique de la ville (article 1er de la loi du 21 février 2014) et des objectifs particuliers du contrat.',
    blocs: [
      intertitre('Les quartiers'),
      ...quartiers(arrete),
      aCompleter(
        'l’évolution des revenus, de l’emploi, de l’éducation, de la santé et du logement dans ces quartiers',
        QUI.observatoire,
      ),
      intertitre('Au regard des objectifs de la loi'),
      ...OBJECTIFS_DE_LA_LOI.flatMap((objectif, rang) => [
        paragraphe(`${rang + 1}. ${objectif}.`),
        aCompleter(`pour l’objectif ${rang + 1}, ce que disent les données et les fiches qui y contribuent`, QUI.epci),
      ]),
      intertitre('Au regard des objectifs du contrat'),
      ...objectifsPropres(arrete, seuil, annee),
      source(`Indicateurs des fiches projet, valeurs figées par l’arrêté n°${INSECABLE}${arrete.numero}`),
      ...parSexe(arrete, seuil, annee),
    ],
  };
}
