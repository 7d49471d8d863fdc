import { QUESTION_RESSENTI, TRANCHES_AGE } from '@pleniere/participation/domain';
import { createHash } from 'node:crypto';
import { id } from '../../identifiants';
import type { ContratDemo } from '../../modele';
import type { EspaceDemo, SeanceDialogueDemo } from '../../modele/espaces';
import type { Ligne, Lot } from '../insertion';

const SIGNES = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';
const ROLES = ['association', 'institution', 'elu', 'bailleur'] as const;
// Who speaks of their age at a séance, band after band: few of the young, as the fiche T 1.1 says.
const AGES = [2, 3, 2, 4, 2, 1, 3, 2, 4, 3, 2, 2];

const empreinte = (cle: string): Buffer => createHash('sha256').update(cle).digest();
const code = (cle: string): string =>
  [...empreinte(cle).subarray(0, 8)].map((octet) => SIGNES[octet % SIGNES.length]).join('');
const jourApres = (jour: string, jours: number): string =>
  new Date(Date.parse(jour) + jours * 86_400_000).toISOString().slice(0, 10);

interface Place {
  demo: ContratDemo;
  cle: string;
  espace: EspaceDemo;
  seance: SeanceDialogueDemo;
  rang: number;
}

const idSeance = ({ demo, cle, seance }: Place): string => id(`${demo.cle}/espace/${cle}/${seance.date}`);
const contratDe = ({ cle }: ContratDemo): string => id(`${cle}/contrat`);

/** Where a séance stands, its compte rendu and its level of participation. */
function suiteDe({ date, recit = '', publie, niveau, statut }: SeanceDialogueDemo): Ligne {
  const publiee = date < '2026-07' ? 'close' : 'compte-rendu-publie';
  const [niveauChoisi = null, justification = ''] = niveau ?? [];
  return {
    statut: statut ?? (publie === undefined ? 'tenue' : publiee),
    compte_rendu: recit && `<p>${recit}</p>`,
    compte_rendu_publie_le: publie === undefined ? null : jourApres(date, publie),
    niveau_participation: niveauChoisi,
    niveau_justification: justification,
  };
}

function ligneSeance(place: Place): Ligne {
  const { demo, cle, espace, seance } = place;
  const { date, sujet, motif = '', modalite = 'presentiel' } = seance;
  const [seul, ...autres] = espace.quartiers;
  return {
    contrat_id: contratDe(demo),
    id: idSeance(place),
    version: 1,
    espace_id: id(`${demo.cle}/espace/${cle}`),
    qpv_code: seance.qpv ?? (autres.length === 0 ? (seul ?? null) : null),
    date,
    heure: espace.heure,
    duree_minutes: espace.duree,
    lieu: seance.lieu ?? espace.lieu,
    modalite,
    sollicitations: espace.invites,
    motif,
    ordre_du_jour: sujet,
    ...suiteDe(seance),
    ressenti_question: QUESTION_RESSENTI,
    code_emargement: code(`${demo.cle}/emargement/${cle}/${date}`),
  };
}

/** Residents who said something of themselves: the first ones are always the same, the last ones come once. */
function presencesDe(place: Place): Ligne[] {
  const { demo, cle, seance, rang } = place;
  const { pointes = 0 } = seance;
  const habitues = Math.round(pointes * 0.6);
  return Array.from({ length: pointes }, (_, ordre) => {
    const personne = ordre < habitues ? ordre : 100 * (rang + 1) + ordre;
    return {
      contrat_id: contratDe(demo),
      id: id(`${idSeance(place)}/presence/${ordre}`),
      seance_id: idSeance(place),
      role: 'habitant',
      cle_hash: ordre % 5 === 4 ? null : empreinte(`${demo.cle}/${cle}/habitant/${personne}`).toString('hex'),
      tranche_age: personne % 6 === 5 ? null : TRANCHES_AGE[AGES[personne % AGES.length] ?? 2],
      genre: personne % 9 === 8 ? null : personne % 5 < 3 ? 'femme' : 'homme',
      qpv_code: null,
      premiere_fois: ordre >= habitues,
    };
  });
}

function comptagesDe(place: Place): Ligne[] {
  const { habitants, autres = [0, 0, 0, 0] } = place.seance;
  const base = { contrat_id: contratDe(place.demo), seance_id: idSeance(place), version: 1 };
  return [
    ...(habitants === undefined ? [] : [{ ...base, role: 'habitant', n: habitants, methode: 'comptage' }]),
    ...ROLES.flatMap((role, rang) => {
      const n = autres[rang] ?? 0;
      return n === 0 ? [] : [{ ...base, role, n, methode: 'feuille' }];
    }),
  ];
}

/** Rows of the espaces de dialogue of a demo contrat, of their séances and of who came. */
export function lotsDesEspaces(demo: ContratDemo): Lot[] {
  const contrat_id = contratDe(demo);
  const espaces = Object.entries(demo.espaces ?? {});
  const places = espaces.flatMap(([cle, espace]) =>
    espace.seances.map((seance, rang): Place => ({ demo, cle, espace, seance, rang })),
  );
  const communes = (place: Place) => ({ contrat_id, seance_id: idSeance(place) });
  return [
    [
      'espace_dialogue',
      espaces.map(([cle, espace]) => ({
        contrat_id,
        id: id(`${demo.cle}/espace/${cle}`),
        version: 1,
        nom: espace.nom,
        forme: espace.forme,
        organisation_id: id(`${demo.cle}/organisation/${espace.animateur}`),
        description: espace.description,
        depuis: espace.depuis,
        jusqu_a: espace.jusquA ?? null,
        public: true,
      })),
    ],
    [
      'espace_qpv',
      espaces.flatMap(([cle, { quartiers }]) =>
        quartiers.map((qpv_code) => ({ contrat_id, espace_id: id(`${demo.cle}/espace/${cle}`), qpv_code })),
      ),
    ],
    ['seance_dialogue', places.map(ligneSeance)],
    ['presence', places.flatMap(presencesDe)],
    ['comptage', places.flatMap(comptagesDe)],
    [
      'ressenti',
      places.flatMap((place) =>
        (place.seance.ressenti ?? []).map((n, rang) => ({ ...communes(place), note: rang + 1, version: 1, n })),
      ),
    ],
    [
      'note_seance',
      places.flatMap((place) =>
        (place.seance.notes ?? []).map((texte, rang) => ({
          ...communes(place),
          id: id(`${idSeance(place)}/note/${rang}`),
          texte,
          prise_le: `${place.seance.date}T18:${30 + rang}:00Z`,
        })),
      ),
    ],
  ];
}
