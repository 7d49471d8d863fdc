import { unzipSync, type UnzipFileInfo } from 'fflate';
import { LectureRefusee, LIMITES_LECTURE } from './refus';

const PETIT = 100_000;

/** Throws when a part of a zip announces more than it is worth unpacking. */
function surveiller(): (entree: UnzipFileInfo) => void {
  let [total, nombre] = [0, 0];
  return ({ size, originalSize }) => {
    total += originalSize;
    nombre += 1;
    const demesure = originalSize > PETIT && originalSize > size * LIMITES_LECTURE.ratio;
    if (demesure || total > LIMITES_LECTURE.octetsDeballes || nombre > LIMITES_LECTURE.entrees) {
      throw new LectureRefusee('Ce fichier est refusé\u00A0: une fois décompressé, il serait démesurément grand.');
    }
  };
}

/**
 * Unpacks the wanted parts of a zip. Sizes are checked as announced, before anything is unpacked, and a part that lies
 * about its size is cut at what it announced.
 */
export function deballer(octets: Uint8Array, voulue: (nom: string) => boolean): Record<string, Uint8Array> {
  const controler = surveiller();
  try {
    return unzipSync(octets, {
      filter: (entree) => {
        controler(entree);
        return voulue(entree.name);
      },
    });
  } catch (erreur) {
    if (erreur instanceof LectureRefusee) throw erreur;
    throw new LectureRefusee(
      'Ce fichier est endommagé\u00A0: ouvrez-le dans votre traitement de texte, enregistrez-le à nouveau et redéposez-le.',
    );
  }
}

/** Names of the parts of a zip, none unpacked. */
export function nomsDansArchive(octets: Uint8Array): string[] {
  const noms: string[] = [];
  deballer(octets, (nom) => {
    noms.push(nom);
    return false;
  });
  return noms;
}
