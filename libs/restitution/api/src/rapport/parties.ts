import { libelleEnjeu, nomQpv } from '@pleniere/contrat/domain';
import { codeAffiche } from '@pleniere/fiches/domain';
import type { ContenuArrete } from '@pleniere/plenieres/domain';
import { formaterDate, INSECABLE } from '@pleniere/shared/domain';
import {
  aCompleter,
  intertitre,
  liste,
  paragraphe,
  type PartieDuRapport,
  QUI,
  source,
  tableau,
} from './bloc-du-rapport';
import { partieActions, recitsDe } from './partie-actions';
import { partieSituation } from './partie-situation';

function orientations({ contrat, enjeux }: ContenuArrete): PartieDuRapport {
  const signe = contrat.signeLe ? `, signé le ${formaterDate(contrat.signeLe)}` : '';
  return {
    titre: 'Les principales orientations du contrat de ville',
    attendu: 'Et le projet de territoire qui a déterminé son élaboration.',
    blocs: [
      paragraphe(`${contrat.titre}${signe}, de ${contrat.anneeDebut} à ${contrat.anneeFin}.`),
      ...enjeux.flatMap((enjeu) => [
        intertitre(`${libelleEnjeu(enjeu)}${INSECABLE}: ${enjeu.intitule}`),
        ...liste(enjeu.orientations.map(({ texte }) => ({ texte, source: '' }))),
      ]),
      source('Enjeux et orientations du contrat'),
      aCompleter('le projet de territoire qui a déterminé l’élaboration du contrat', QUI.epci),
    ],
  };
}

function perspectives(arrete: ContenuArrete, annee: number): PartieDuRapport {
  const dits = (champ: 'freins' | 'perspectives') =>
    liste(arrete.fiches.flatMap((fiche) => recitsDe(fiche, champ, annee, arrete)));
  return {
    titre: 'Les perspectives et les améliorations nécessaires',
    attendu:
      'Au regard des résultats et des moyens\u00A0: droit commun, coordination des acteurs, participation des habitants, évaluation.',
    blocs: [
      intertitre('Ce qui a freiné'),
      ...dits('freins'),
      intertitre('Ce que les territoires annoncent'),
      ...dits('perspectives'),
      source('Récits des déclinaisons des fiches projet'),
      intertitre('Les améliorations nécessaires'),
      ...[
        'le renforcement des actions de droit commun',
        'la coordination des acteurs et des politiques publiques',
        'la participation des habitants',
        'l’évaluation des actions',
      ].map((quoi) => aCompleter(quoi, QUI.pilotage)),
    ],
  };
}

function articulation({ quartiers, fiches }: ContenuArrete): PartieDuRapport {
  const npnru = quartiers.filter((qpv) => qpv.npnru).map(nomQpv);
  const liees = fiches.filter(({ contenu }) => contenu.dispositifs?.some((nom) => /npnru|renouvellement/i.test(nom)));
  const lignes = liees.map(({ code, contenu }) => [
    codeAffiche(code),
    contenu.titre ?? '',
    contenu.dispositifs?.join(', ') ?? '',
  ]);
  return {
    titre: 'L’articulation entre les volets social, économique et urbain',
    attendu: 'Et, s’il y a lieu, avec les opérations du programme national de renouvellement urbain.',
    blocs: [
      paragraphe(
        npnru.length > 0
          ? `Quartiers en renouvellement urbain${INSECABLE}: ${npnru.join(', ')}.`
          : 'Aucun quartier du contrat n’est en renouvellement urbain.',
      ),
      ...tableau(['Fiche', 'Projet', 'Dispositifs'], lignes, [1.01, 5, 4]),
      aCompleter(
        'l’articulation des volets, et l’avancement des opérations de renouvellement urbain',
        QUI.renouvellement,
      ),
    ],
  };
}

/** Communes that have a quartier: those that the report is about. */
function communesConcernees({ communes, quartiers }: ContenuArrete): ContenuArrete['communes'] {
  const codes = new Set(quartiers.flatMap((qpv) => qpv.communes));
  return communes.filter(({ code }) => codes.has(code));
}

function solidarite(arrete: ContenuArrete, annee: number): PartieDuRapport {
  return {
    titre: 'Le développement social urbain (dotation de solidarité urbaine)',
    attendu: 'Pour chaque commune signataire qui a reçu cette dotation\u00A0: les actions menées et leur financement.',
    blocs: communesConcernees(arrete).map(({ nom }) =>
      aCompleter(
        `${nom}${INSECABLE}: montant reçu en ${annee}, actions menées et financement, ou «${INSECABLE}non bénéficiaire${INSECABLE}»`,
        QUI.finances,
      ),
    ),
  };
}

function consultations(arrete: ContenuArrete): PartieDuRapport {
  return {
    titre: 'Annexes\u00A0: avis recueillis et suites données',
    attendu:
      'Le projet est soumis au moins un mois aux conseils municipaux et aux conseils citoyens\u202F; sans réponse, leur avis est réputé favorable.',
    blocs: [
      ...communesConcernees(arrete).map(({ nom }) =>
        aCompleter(`l’avis du conseil municipal de ${nom}`, QUI.assemblees),
      ),
      aCompleter('les avis et contributions des conseils citoyens, quartier par quartier', QUI.epci),
      aCompleter(
        'les suites que le conseil communautaire donne à ces avis, et la date de sa délibération',
        QUI.assemblees,
      ),
    ],
  };
}

/** The parts of the report on a year, after the plan of the decree of 3 September 2015. */
export function partiesDuRapport(arrete: ContenuArrete, seuil: number, annee: number): PartieDuRapport[] {
  return [
    orientations(arrete),
    partieSituation(arrete, seuil, annee),
    partieActions(arrete, annee),
    perspectives(arrete, annee),
    articulation(arrete),
    solidarite(arrete, annee),
    consultations(arrete),
  ];
}
