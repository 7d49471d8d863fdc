import type { EntreeJournal } from '@pleniere/acces/domain';

const PAROLES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  fil: { creation: 'a ouvert un échange', ouvert: 'a rouvert un échange', resolu: 'a résolu un échange' },
  message: {
    creation: 'a répondu dans un échange',
    texte: 'a corrigé un message',
    suppression: 'a supprimé un message',
  },
  precision: {
    creation: 'a demandé une précision',
    reponse: 'a répondu à une demande de précision',
    close: 'a clos une demande de précision',
  },
  'note-terrain': {
    creation: 'a écrit une note de l’État',
    texte: 'a corrigé une note de l’État',
    suppression: 'a supprimé une note de l’État',
  },
};

/** What somebody did in what is said of a fiche, without their name; undefined for anything else. */
export function direParole({
  objet,
  champ,
  apres,
}: Pick<EntreeJournal, 'objet' | 'champ' | 'apres'>): string | undefined {
  const acte = champ === 'statut' ? String(apres) : (champ ?? 'creation');
  return PAROLES[objet]?.[acte];
}
