import { assainirTexteRiche } from '@pleniere/shared/api';
import type { Demande } from './demandes';
import type { Reponse } from './envoyer';
import { MOT_TEMOIN } from './temoin';

/** What no answer says: the inside of the program or of the database. */
const INTERIEUR =
  /node_modules|\bat \S+ \(|\.(ts|cjs|mts):\d+|QueryFailedError|TypeError|syntax error|invalid input|violates|relation "|column "|\/(work|tmp|home|usr|var)\//;
/** Codes, choices and dates: their forms are checked where they are entered. */
const SANS_PROSE = /^([\w-]*|\d{4}-\d\d-\d\d(T.*)?)$/;
/** The public list of contrats, which is of all of them. */
const TOUS_LES_CONTRATS = /^\/api\/v1\/public\/contrats(\?|$)/;
const UUID = /[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}/g;

/** What is wrong with an answer, in one line, or null; `ids` are those of a contrat that the caller has nothing to do with. */
export function defautDe(demande: Demande, reponse: Reponse, ids: ReadonlySet<string>): string | null {
  const { status, type, texte } = reponse;
  if (status >= 500) return `${status} ${texte.slice(0, 200)}`;
  if (status >= 400) return defautDuRefus(demande, reponse);
  if (TOUS_LES_CONTRATS.test(demande.chemin)) return null;
  const demandes = `${demande.chemin} ${demande.corps ?? ''}`;
  if (texte.includes(MOT_TEMOIN)) return `tells of another contrat: ${autourDe(texte, MOT_TEMOIN)}`;
  const etranger = texte.match(UUID)?.find((id) => ids.has(id) && !demandes.includes(id));
  if (etranger) return `names what is of another contrat: ${autourDe(texte, etranger)}`;
  if (!type.includes('json') || demande.corps === null) return null;
  return texteChange(demande, texte);
}

function defautDuRefus({ chemin }: Demande, { status, type, texte }: Reponse): string | null {
  if (INTERIEUR.test(texte)) return `${status} tells its inside: ${texte.slice(0, 300)}`;
  if (texte.includes(MOT_TEMOIN)) return `${status} tells of another contrat: ${texte.slice(0, 200)}`;
  const attendu = chemin.startsWith('/habitants') ? /html|problem\+json/ : /problem\+json/;
  return attendu.test(type) ? null : `${status} of type ${type}: ${texte.slice(0, 100)}`;
}

const autourDe = (texte: string, mot: string) => {
  const ou = texte.indexOf(mot);
  return texte.slice(Math.max(0, ou - 80), ou + 80);
};

/** What is put under the id that a device gave answers, sent again, with what stands. */
const REPRISE_D_APPAREIL = /^PUT \S+\/(decisions|presences|notes|questions)\/[^/]+/;

/** A text that came back other than it was sent, but for its white space, its accents and its tags: it should have been refused. */
function texteChange({ methode, chemin, corps }: Demande, texte: string): string | null {
  if (REPRISE_D_APPAREIL.test(`${methode} ${chemin}`)) return null;
  try {
    const [envoye, recu] = [JSON.parse(corps ?? '') as unknown, JSON.parse(texte) as unknown];
    const [envoyes, recus] = [textesDe(envoye), textesDe(recu).map(sansBlancs)];
    const formes = new Set(envoyes.flatMap(formesDe));
    return comparer(envoye, recu, (un, autre, ou) => {
      // The motif of a step that the thing itself does not tell is kept in the journal.
      if (SANS_PROSE.test(un) || (autre === '' && ou === '/motif')) return null;
      if (formes.has(sansBlancs(autre)) || formesDe(un).some((forme) => recus.includes(forme))) return null;
      return `${ou}: sent ${coupe(un)}, came back ${coupe(autre)}`;
    });
  } catch {
    return null;
  }
}

type Comparaison = (envoye: string, recu: string, ou: string) => string | null;

function comparer(envoye: unknown, recu: unknown, juger: Comparaison, ou = ''): string | null {
  if (typeof envoye === 'string' && typeof recu === 'string') return juger(envoye, recu, ou);
  if (!estObjet(envoye) || !estObjet(recu)) return null;
  for (const [cle, valeur] of Object.entries(envoye)) {
    const defaut = Object.hasOwn(recu, cle) ? comparer(valeur, recu[cle], juger, `${ou}/${cle}`) : null;
    if (defaut) return defaut;
  }
  return null;
}

function textesDe(valeur: unknown): string[] {
  if (typeof valeur === 'string') return [valeur];
  return estObjet(valeur) ? Object.values(valeur).flatMap(textesDe) : [];
}

const estObjet = (valeur: unknown): valeur is Record<string, unknown> => typeof valeur === 'object' && valeur !== null;
const coupe = (texte: string) => JSON.stringify(texte.slice(0, 120));
const sansBlancs = (texte: string) => texte.replace(/\s+/g, ' ').trim();

function formesDe(envoye: string): string[] {
  return [envoye, envoye.normalize('NFC'), assainirTexteRiche(envoye), envoye.toLowerCase()].map(sansBlancs);
}
