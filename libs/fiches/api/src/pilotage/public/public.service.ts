import { Injectable } from '@nestjs/common';
import { type Enjeu, libelleEnjeu } from '@pleniere/contrat/domain';
import {
  type ContenuFiche,
  type ContratPublic,
  type FichePublique,
  type FichePubliqueLue,
  lireCode,
} from '@pleniere/fiches/domain';
import { Base, introuvable } from '@pleniere/shared/api';
import { CONTRATS_PUBLICS, FICHE_PUBLIQUE, FICHES_PUBLIQUES } from '../lectures/public';
import { CHAMPS_PUBLICS, lignesPubliques } from './lignes';
import { type IndicateurPublie, phrasePublique } from './phrase';

type FicheBrute = Omit<FichePublique, 'enjeu'> & { enjeu: Pick<Enjeu, 'type' | 'numero' | 'intitule' | 'couleur'> };

type FicheBruteLue = FicheBrute & {
  contenu: Partial<ContenuFiche>;
  orientation: string | null;
  noms: Record<string, string>;
  indicateurs: IndicateurPublie[];
};

/** What residents read without an account: fiches in force, public fields and indicators, small counts masked. */
@Injectable()
export class PublicService {
  constructor(private readonly base: Base) {}

  async contrats(): Promise<ContratPublic[]> {
    const [ligne] = await this.base.lire<{ reponse: ContratPublic[] }>('public-contrats', CONTRATS_PUBLICS, []);
    return ligne?.reponse ?? [];
  }

  async fiches(contratId: string): Promise<FichePublique[]> {
    const [ligne] = await this.base.lire<{ reponse: { contrat: boolean; fiches: FicheBrute[] } }>(
      'public-fiches',
      FICHES_PUBLIQUES,
      [contratId],
    );
    if (!ligne?.reponse.contrat) throw introuvable('Ce contrat de ville');
    return ligne.reponse.fiches.map(publier);
  }

  async fiche(contratId: string, code: string): Promise<FichePubliqueLue> {
    const lu = lireCode(code);
    const [ligne] = lu
      ? await this.base.lire<{ reponse: FicheBruteLue }>('public-fiche', FICHE_PUBLIQUE, [
          contratId,
          lu.lettre,
          lu.enjeu,
          lu.rang,
          CHAMPS_PUBLICS,
        ])
      : [];
    if (!ligne) throw introuvable('Cette fiche');
    const { contenu, orientation, noms, indicateurs, ...fiche } = ligne.reponse;
    return {
      ...publier(fiche),
      lignes: lignesPubliques(contenu, { orientation, noms }),
      indicateurs: indicateurs.map((indicateur) => ({
        libelle: indicateur.libelle,
        type: indicateur.type,
        phrase: phrasePublique(indicateur, noms),
      })),
    };
  }
}

function publier({ enjeu, ...fiche }: FicheBrute): FichePublique {
  const { intitule, couleur } = enjeu;
  return { ...fiche, enjeu: { libelle: libelleEnjeu(enjeu), intitule, couleur } };
}
