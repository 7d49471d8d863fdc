import type { DocumentProduit } from './document';
import { LIBELLES_DOCUMENTS } from './document.labels';

/** The e-mail that tells who asked a document that it is ready, or that it could not be made. */
export function composerCourrielDocument(
  { id, sorte, arreteId, statut, motif }: Pick<DocumentProduit, 'id' | 'sorte' | 'arreteId' | 'statut' | 'motif'>,
  nom: string,
  arrete: { numero: number; titre: string },
  adresse: string,
): { objet: string; texte: string } {
  const pret = statut === 'pret';
  const document = LIBELLES_DOCUMENTS[sorte].nom;
  const issue = pret ? 'est prêt' : 'n’a pas pu être fait';
  return {
    objet: `${document} ${issue}`,
    texte: [
      `Bonjour ${nom},`,
      `Le document que vous avez demandé ${issue}\u00A0: «\u202F${document}\u202F», arrêté n°\u00A0${arrete.numero} (${arrete.titre}).`,
      ...(motif === null ? [] : [motif]),
      `Il est ici\u00A0: ${adresse}/plenieres/arretes/${arreteId}/documents#${id}`,
    ].join('\n\n'),
  };
}
