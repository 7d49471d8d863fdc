import {
  AIDES_NIVEAUX_PARTICIPATION,
  type EspaceResume,
  LIBELLES_MODALITES_SEANCE,
  LIBELLES_NIVEAUX_PARTICIPATION,
  LIBELLES_SOLLICITATIONS,
  LIMITES_SEANCE,
  type ModaliteSeance,
  MODALITES_SEANCE,
  NIVEAUX_PARTICIPATION,
  type NiveauParticipation,
  type SeanceDialogue,
  type SeanceDialogueSaisie,
  SOLLICITATIONS,
} from '@pleniere/participation/domain';
import { enTexteRiche, jourDeParis, texteBrut } from '@pleniere/shared/domain';
import type { ChampSaisi, DemandeSaisie } from '@pleniere/shared/ui';
import type { EspacesClient } from '../espaces-client';

type Formulaire = Record<string, string | boolean | number | null>;
type Quartiers = readonly { code: string; nom: string }[];
type Cadre = Omit<
  SeanceDialogueSaisie,
  'compteRendu' | 'niveauParticipation' | 'niveauJustification' | 'ressentiQuestion'
>;

const CLE = 'sollicitation/';

function champs(quartiers: Quartiers): ChampSaisi<Formulaire>[] {
  return [
    { cle: 'date', type: 'date', libelle: 'Date', requis: 'Donnez la date de la séance.' },
    {
      cle: 'heure',
      type: 'texte',
      libelle: 'Heure',
      aide: 'Par exemple 18:30.',
      verifier: ({ heure }) =>
        !heure || /^([01]\d|2[0-3]):[0-5]\d$/.test(String(heure)) ? null : 'Une heure s’écrit comme 18:30.',
    },
    {
      cle: 'dureeMinutes',
      type: 'nombre',
      min: LIMITES_SEANCE.dureeMin,
      max: LIMITES_SEANCE.dureeMax,
      libelle: 'Durée prévue, en minutes',
    },
    { cle: 'lieu', type: 'texte', libelle: 'Lieu', max: LIMITES_SEANCE.lieu },
    {
      cle: 'qpvCode',
      type: 'choix',
      libelle: 'Quartier',
      options: quartiers.map(({ code, nom }) => ({ valeur: code, libelle: nom })),
    },
    {
      cle: 'modalite',
      type: 'choix',
      libelle: 'Modalité',
      requis: 'Choisissez une modalité.',
      options: MODALITES_SEANCE.map((valeur) => ({ valeur, libelle: LIBELLES_MODALITES_SEANCE[valeur] })),
    },
    { cle: 'ordreDuJour', type: 'texte', lignes: 5, libelle: 'Ordre du jour', max: LIMITES_SEANCE.ordreDuJour },
    ...SOLLICITATIONS.map((valeur): ChampSaisi<Formulaire> => ({
      cle: `${CLE}${valeur}`,
      type: 'oui-non',
      libelle: `Invités par\u00A0: ${LIBELLES_SOLLICITATIONS[valeur].toLowerCase()}`,
    })),
  ];
}

function ecrire(saisie: Formulaire): Cadre {
  const texte = (cle: string) => String(saisie[cle] ?? '');
  return {
    date: texte('date'),
    heure: texte('heure'),
    dureeMinutes: typeof saisie['dureeMinutes'] === 'number' ? saisie['dureeMinutes'] : null,
    lieu: texte('lieu'),
    qpvCode: texte('qpvCode') || null,
    modalite: texte('modalite') as ModaliteSeance,
    ordreDuJour: texte('ordreDuJour'),
    sollicitations: SOLLICITATIONS.filter((valeur) => saisie[`${CLE}${valeur}`] === true),
  };
}

function lire({
  date,
  heure,
  dureeMinutes,
  lieu,
  qpvCode,
  modalite,
  ordreDuJour,
  ...reste
}: SeanceDialogue): Formulaire {
  const invites = reste.sollicitations.map((valeur) => [`${CLE}${valeur}`, true]);
  return {
    date,
    heure,
    dureeMinutes,
    lieu,
    qpvCode,
    modalite,
    ordreDuJour,
    ...Object.fromEntries(invites),
  } as Formulaire;
}

/** The form of a new séance of an espace. */
export function saisieNouvelleSeance(
  client: EspacesClient,
  espace: Pick<EspaceResume, 'id' | 'qpvCodes'>,
  quartiers: Quartiers,
): DemandeSaisie<Formulaire, SeanceDialogue> {
  const [seul, ...autres] = espace.qpvCodes;
  return {
    titre: 'Planifier une séance',
    action: 'Planifier',
    champs: champs(quartiers),
    valeur: { date: jourDeParis(), modalite: 'presentiel', qpvCode: autres.length === 0 ? (seul ?? null) : null },
    enregistrer: (saisie) => client.planifier(espace.id, ecrire(saisie)),
  };
}

/** The form of the frame of a séance. */
export function saisieSeance(
  client: EspacesClient,
  seance: SeanceDialogue,
  quartiers: Quartiers,
): DemandeSaisie<Formulaire, SeanceDialogue> {
  const { id, version } = seance;
  return {
    titre: 'Modifier la séance',
    champs: champs(quartiers),
    valeur: lire(seance),
    version,
    lire,
    enregistrer: (saisie, lue) => client.modifierSeance({ id, version: lue }, ecrire(saisie)),
  };
}

/** The form of the compte rendu, as plain paragraphs; what was noted in the room opens it. */
export function saisieCompteRendu(
  client: EspacesClient,
  seance: SeanceDialogue,
): DemandeSaisie<{ compteRendu: string | null }, SeanceDialogue> {
  const { id, version, notes } = seance;
  const lireTexte = ({ compteRendu }: Pick<SeanceDialogue, 'compteRendu'>) => ({ compteRendu: texteBrut(compteRendu) });
  const valeur = seance.compteRendu ? lireTexte(seance) : { compteRendu: notes.map(({ texte }) => texte).join('\n') };
  return {
    titre: 'Écrire le compte rendu',
    texte:
      'Les habitants le liront\u00A0: dites ce qui a été dit, ce qui fut décidé, et ce qui vient ensuite. Aucun nom.',
    champs: [
      { cle: 'compteRendu', type: 'texte', lignes: 14, libelle: 'Compte rendu', max: LIMITES_SEANCE.compteRendu },
    ],
    valeur,
    version,
    lire: lireTexte,
    enregistrer: ({ compteRendu }, lue) =>
      client.modifierSeance({ id, version: lue }, { compteRendu: compteRendu ? enTexteRiche(compteRendu) : '' }),
  };
}

/** The form of the level of participation, with its reason. */
export function saisieNiveau(
  client: EspacesClient,
  seance: SeanceDialogue,
): DemandeSaisie<Record<'niveau' | 'justification', string | null>, SeanceDialogue> {
  const { id, version } = seance;
  const lireNiveau = ({ niveauParticipation, niveauJustification }: SeanceDialogue) => ({
    niveau: niveauParticipation as string | null,
    justification: niveauJustification as string | null,
  });
  return {
    titre: 'Dire le niveau de participation',
    champs: [
      {
        cle: 'niveau',
        type: 'choix',
        libelle: 'Niveau',
        requis: 'Choisissez le niveau atteint.',
        options: NIVEAUX_PARTICIPATION.map((valeur) => ({
          valeur,
          libelle: `${LIBELLES_NIVEAUX_PARTICIPATION[valeur]}\u00A0: ${AIDES_NIVEAUX_PARTICIPATION[valeur]}`,
        })),
      },
      {
        cle: 'justification',
        type: 'texte',
        lignes: 4,
        libelle: 'Pourquoi ce niveau',
        aide: 'Ce qui était ouvert à la discussion, ce que les habitants ont changé.',
        max: LIMITES_SEANCE.justification,
        requis: 'Dites pourquoi\u00A0: c’est ce qui permet de comparer les séances.',
      },
    ],
    valeur: lireNiveau(seance),
    version,
    lire: lireNiveau,
    enregistrer: ({ niveau, justification }, lue) =>
      client.modifierSeance(
        { id, version: lue },
        { niveauParticipation: niveau as NiveauParticipation | null, niveauJustification: justification ?? '' },
      ),
  };
}
