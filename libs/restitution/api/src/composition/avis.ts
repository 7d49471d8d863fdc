import { champDe, type FicheLue, LIBELLES_SENS, type PointAvis } from '@pleniere/fiches/domain';
import { enTexteRiche, formaterDate } from '@pleniere/shared/domain';
import type { LigneDeFiche, SectionDeLigne } from '../document/document-fiche';
import { lireTexteRiche } from '../document/texte-riche';

function imprimerPoint({ champ, texte, statut, reponse, levePar, leveLe }: PointAvis): SectionDeLigne {
  const suite =
    statut === 'leve' ? `Point levé par ${levePar} le ${formaterDate(leveLe ?? '')}. ${reponse}` : 'Point ouvert.';
  return {
    libelle: champ === null ? 'Sur l’ensemble de la fiche' : `Sur «\u00A0${champDe(champ).libelle}\u00A0»`,
    blocs: lireTexteRiche(enTexteRiche(`${texte}\n${suite}`)),
  };
}

/** The avis of the State on the revision that is printed, newest first, each with its points and what became of them. */
export function imprimerAvis({ avis, revision }: Pick<FicheLue, 'avis' | 'revision'>): LigneDeFiche[] {
  return avis
    .filter((un) => un.revision === revision)
    .map(({ sens, auteur, fonction, renduLe, texte, points }) => ({
      label: `Avis ${LIBELLES_SENS[sens].toLowerCase()}`,
      sousLabel: `${[auteur, fonction].filter(Boolean).join(', ')}, le ${formaterDate(renduLe)}`,
      sections: [
        ...(texte === '' ? [] : [{ libelle: null, blocs: lireTexteRiche(enTexteRiche(texte)) }]),
        ...points.map(imprimerPoint),
      ],
    }));
}
