import { id } from '../../identifiants';
import type { ContratDemo } from '../../modele';
import type { FilDemo, MessageDemo, NoteDemo, PrecisionDemo } from '../../modele/dialogue';
import { personneDe } from '../fiches';
import type { Ligne, Lot } from '../insertion';

/** Where a row goes: its contrat, its fiche, and the key that its id is made of. */
interface Place {
  demo: ContratDemo;
  code: string;
  cle: string;
}

const contratDe = ({ demo }: Place): string => id(`${demo.cle}/contrat`);
const personne = ({ demo }: Place, cle: string): string => id(`${demo.cle}/personne/${cle}`);
const auteurDe = ({ demo }: Place, cle: string): Ligne => {
  const { nom, fonction } = personneDe(demo, cle);
  return { personne_id: id(`${demo.cle}/personne/${cle}`), auteur: nom, fonction };
};

const SANS_VALEUR = { indicateur_id: null, annee: null, territoire: null, ventilation: null };

function ancreDe({ demo, code }: Place, { champ, element, valeur }: FilDemo): Ligne {
  const fiche = `${demo.cle}/${code}`;
  return {
    champ: champ ?? null,
    element_id: element ? id(`${fiche}/${champ}/${element.rang}`) : null,
    ...SANS_VALEUR,
    ...(valeur && {
      indicateur_id: id(`${fiche}/indicateur/${valeur.indicateur}`),
      annee: valeur.annee,
      territoire: valeur.territoire,
      ventilation: 'total',
    }),
    extrait: (element ?? valeur)?.extrait ?? '',
  };
}

/** Who did something and when, in two columns; empty when nobody did. */
function acteDe({ demo }: Place, nom: string, acte: { par: string; le: string } | undefined): Ligne {
  return { [`${nom}_par`]: acte ? personneDe(demo, acte.par).nom : null, [`${nom}_le`]: acte?.le ?? null };
}

function ligneFil(place: Place, fil: FilDemo): Ligne {
  const { visibilite = 'tous', messages, resolu } = fil;
  return {
    contrat_id: contratDe(place),
    id: id(place.cle),
    version: resolu ? 2 : 1,
    fiche_id: id(`${place.demo.cle}/${place.code}`),
    ...ancreDe(place, fil),
    visibilite,
    statut: resolu ? 'resolu' : 'ouvert',
    ouvert_le: messages[0]?.quand,
    ...acteDe(place, 'resolu', resolu),
  };
}

function ligneMessage(place: Place, filId: string, { auteur, quand, texte, supprimeLe }: MessageDemo): Ligne {
  return {
    contrat_id: contratDe(place),
    id: id(place.cle),
    version: supprimeLe ? 2 : 1,
    fil_id: filId,
    ...auteurDe(place, auteur),
    texte: supprimeLe ? '' : texte,
    ecrit_le: quand,
    supprime_le: supprimeLe ?? null,
  };
}

function lignesDuFil(place: Place, fil: FilDemo): { fil: Ligne; messages: Ligne[]; mentions: Ligne[] } {
  const messages = fil.messages.map((message, rang) => ({
    message,
    place: { ...place, cle: `${place.cle}/message/${rang + 1}` },
  }));
  return {
    fil: ligneFil(place, fil),
    messages: messages.map((un) => ligneMessage(un.place, id(place.cle), un.message)),
    mentions: messages.flatMap((un) =>
      (un.message.mentions ?? []).map((cle) => ({
        contrat_id: contratDe(place),
        message_id: id(un.place.cle),
        personne_id: personne(place, cle),
      })),
    ),
  };
}

function lignePrecision(place: Place, precision: PrecisionDemo): Ligne {
  const { champ = null, question, auteur, quand, echeance, reponse, close } = precision;
  const { demo, code, cle } = place;
  const statut = reponse ? 'repondue' : 'ouverte';
  return {
    contrat_id: contratDe(place),
    id: id(cle),
    version: 1 + [reponse, close].filter(Boolean).length,
    fiche_id: id(`${demo.cle}/${code}`),
    champ,
    question,
    destinataire_personne_id: precision.personne ? personne(place, precision.personne) : null,
    destinataire_organisation_id: precision.organisation
      ? id(`${demo.cle}/organisation/${precision.organisation}`)
      : null,
    echeance,
    statut: close ? 'close' : statut,
    ...auteurDe(place, auteur),
    demandee_le: quand,
    reponse: reponse?.texte ?? '',
    ...acteDe(place, 'repondue', reponse),
    ...acteDe(place, 'close', close),
  };
}

function ligneNote(place: Place, { champ, texte, auteur, quand }: NoteDemo): Ligne {
  const { personne_id, auteur: nom } = auteurDe(place, auteur);
  return {
    contrat_id: contratDe(place),
    id: id(place.cle),
    version: 1,
    fiche_id: id(`${place.demo.cle}/${place.code}`),
    champ: champ ?? null,
    texte,
    personne_id,
    auteur: nom,
    ecrite_le: quand,
  };
}

/** Rows of what is said about the fiches of a demo contrat. */
export function lotsDesDialogues(demo: ContratDemo): Lot[] {
  const dialogues = Object.entries(demo.dialogues ?? {}).map(([code, dialogue]) => ({
    ...dialogue,
    place: (sorte: string, rang: number): Place => ({ demo, code, cle: `${demo.cle}/${code}/${sorte}/${rang + 1}` }),
  }));
  const fils = dialogues.flatMap(({ place, fils = [] }) =>
    fils.map((fil, rang) => lignesDuFil(place('fil', rang), fil)),
  );
  return [
    ['fil', fils.map(({ fil }) => fil)],
    ['fil_message', fils.flatMap(({ messages }) => messages)],
    ['fil_mention', fils.flatMap(({ mentions }) => mentions)],
    [
      'demande_precision',
      dialogues.flatMap(({ place, precisions = [] }) =>
        precisions.map((une, rang) => lignePrecision(place('precision', rang), une)),
      ),
    ],
    [
      'note_terrain',
      dialogues.flatMap(({ place, notes = [] }) => notes.map((note, rang) => ligneNote(place('note', rang), note))),
    ],
  ];
}
