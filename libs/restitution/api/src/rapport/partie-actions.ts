import { libelleEnjeu, nomQpv } from '@pleniere/contrat/domain';
import {
  codeAffiche,
  enEuros,
  LIBELLES_CREDITS,
  LIBELLES_STATUTS_ACTION,
  type RecitAnnuel,
} from '@pleniere/fiches/domain';
import { type ContenuArrete, type FicheFigee, LIBELLES_STATUTS_DECISION } from '@pleniere/plenieres/domain';
import { formaterDate, INSECABLE } from '@pleniere/shared/domain';
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

/** What the déclinaisons of a fiche told of a year, each with where it was told. */
export function recitsDe(
  fiche: FicheFigee,
  champ: Exclude<keyof RecitAnnuel, 'annee'>,
  annee: number,
  { quartiers }: ContenuArrete,
): { texte: string; source: string }[] {
  return fiche.declinaisons.flatMap(({ organisation, qpvCode, recits }) => {
    const quartier = quartiers.find(({ code }) => code === qpvCode);
    const lieu = quartier ? `${organisation.nom} – ${nomQpv(quartier)}` : organisation.nom;
    return recits
      .filter((recit) => recit.annee === annee && recit[champ].trim() !== '')
      .map((recit) => ({ texte: recit[champ].trim(), source: `${codeAffiche(fiche.code)}, ${lieu}, ${annee}` }));
  });
}

function actionsDe({ actions }: FicheFigee): BlocDuRapport[] {
  const lignes = actions.map(({ code, titre, pilote, statut, echeance }) => [
    codeAffiche(code),
    titre,
    pilote || '–',
    LIBELLES_STATUTS_ACTION[statut],
    echeance ? formaterDate(echeance) : '–',
  ]);
  return tableau(['Action', 'Ce qu’elle fait', 'Pilote', 'Statut', 'Échéance'], lignes, [1.3, 4, 2, 1.5, 1.8]);
}

function ficheDeLAnnee(fiche: FicheFigee, arrete: ContenuArrete, annee: number): BlocDuRapport[] {
  const faits = recitsDe(fiche, 'faitsMarquants', annee, arrete);
  const nom = `${codeAffiche(fiche.code)} – ${fiche.contenu.titre ?? ''}`;
  return [
    intertitre(nom, 3),
    ...(fiche.contenu.resumePublic ? [paragraphe(fiche.contenu.resumePublic)] : []),
    ...actionsDe(fiche),
    ...liste(faits),
    ...(faits.length > 0
      ? []
      : [aCompleter(`ce qui a été fait en ${annee} au titre de la fiche ${codeAffiche(fiche.code)}`, QUI.villes)]),
  ];
}

function moyens({ fiches }: ContenuArrete, annee: number): BlocDuRapport[] {
  const lignes = fiches.flatMap((fiche) =>
    (fiche.contenu.lignesBudget ?? [])
      .filter((ligne) => ligne.annee === annee)
      .map(({ financeur, nature, prevu, obtenu, realise, actionId }) => [
        codeAffiche(fiche.actions.find(({ id }) => id === actionId)?.code ?? fiche.code),
        financeur,
        LIBELLES_CREDITS[nature],
        ...[prevu, obtenu, realise].map(enEuros),
      ]),
  );
  const sans = fiches.filter(({ contenu }) => !contenu.lignesBudget?.some((ligne) => ligne.annee === annee));
  const codes = sans.map(({ code }) => codeAffiche(code)).join(', ');
  return [
    intertitre('Les moyens'),
    ...tableau(
      ['Fiche ou action', 'Financeur', 'Crédits', 'Prévu', 'Obtenu', 'Réalisé'],
      lignes,
      [1.01, 2.4, 2.4, 1.6, 1.6, 1.6],
    ),
    ...(lignes.length > 0 ? [source('Lignes de budget des fiches projet')] : []),
    ...(sans.length > 0
      ? [
          aCompleter(
            `les moyens consacrés en ${annee} (fiches sans ligne de budget${INSECABLE}: ${codes})`,
            `${QUI.epci} et ${QUI.villes}`,
          ),
        ]
      : []),
  ];
}

function decisionsDe({ decisions }: ContenuArrete, annee: number): BlocDuRapport[] {
  const lignes = decisions
    .filter(({ seance }) => seance.date.startsWith(String(annee)))
    .map(({ seance, texte, responsable, statut }) => [
      `${seance.instance}, ${formaterDate(seance.date)}`,
      texte,
      responsable?.nom ?? '–',
      LIBELLES_STATUTS_DECISION[statut],
    ]);
  if (lignes.length === 0) return [];
  const entetes = ['Séance', 'Décision', 'Responsable', 'Statut'];
  return [intertitre('Les décisions de l’année'), ...tableau(entetes, lignes, [2.4, 4, 2, 1.5])];
}

/** What was done in the year for those who live in the quartiers, by whom and with what. */
export function partieActions(arrete: ContenuArrete, annee: number): PartieDuRapport {
  return {
    titre: `Les actions menées en ${annee} au bénéfice des habitants`,
    attendu:
      'Celles de l’intercommunalité et des communes au titre de leurs compétences, et si elles le souhaitent celles des autres signataires.',
    blocs: [
      ...arrete.enjeux.flatMap((enjeu) => {
        const fiches = arrete.fiches.filter((fiche) => fiche.enjeu.id === enjeu.id);
        if (fiches.length === 0) return [];
        const titre = intertitre(`${libelleEnjeu(enjeu)}${INSECABLE}: ${enjeu.intitule}`);
        return [titre, ...fiches.flatMap((fiche) => ficheDeLAnnee(fiche, arrete, annee))];
      }),
      source('Actions et récits des déclinaisons des fiches projet'),
      ...moyens(arrete, annee),
      ...decisionsDe(arrete, annee),
      intertitre('Les actions des autres signataires'),
      aCompleter(
        's’ils le souhaitent, les actions des bailleurs, de la CAF, du Département, de la Région et de l’État',
        QUI.etat,
      ),
    ],
  };
}
