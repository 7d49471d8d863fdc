import { Injectable } from '@nestjs/common';
import { Ecritures, type Ressource, Sessions } from '@pleniere/acces/api';
import type { Acteur } from '@pleniere/acces/domain';
import type { Contrat, ContratSaisie } from '@pleniere/contrat/domain';
import { Base, introuvable } from '@pleniere/shared/api';
import { ContratEntity } from './contrat.entity';

const LIRE = `
  select json_build_object('id', id, 'version', version, 'titre', titre, 'titreCourt', titre_court,
    'epciSiren', epci_siren, 'anneeDebut', annee_debut, 'anneeFin', annee_fin, 'couleur', couleur, 'logo', logo,
    'signeLe', signe_le, 'delaiAvis', delai_avis, 'seuilPublication', seuil_publication,
    'secondFacteurExige', second_facteur_exige) as reponse
  from contrat where id = $1`;

const RESSOURCE: Ressource<ContratEntity, Contrat> = {
  entite: ContratEntity,
  objet: 'contrat',
  quoi: 'Ce contrat de ville',
  utilise: 'Un contrat de ville ne se supprime pas.',
  cle: (id) => ({ id }),
  lire: async (tx, id) => {
    const [ligne] = await tx.query<{ reponse: Contrat }[]>(LIRE, [id]);
    return ligne?.reponse ?? null;
  },
};

/** The contrat itself. */
@Injectable()
export class ContratService {
  constructor(
    private readonly base: Base,
    private readonly ecritures: Ecritures,
    private readonly sessions: Sessions,
  ) {}

  async lire(contratId: string): Promise<Contrat> {
    const [ligne] = await this.base.lire<{ reponse: Contrat }>('contrat', LIRE, [contratId]);
    if (!ligne) throw introuvable(RESSOURCE.quoi);
    return ligne.reponse;
  }

  modifier(acteur: Acteur, version: number, saisie: Partial<ContratSaisie>): Promise<Contrat> {
    return this.base.transaction(async (tx) => {
      const contrat = await this.ecritures.modifier(tx, acteur, RESSOURCE, acteur.contratId, version, saisie);
      if (saisie.secondFacteurExige) await this.sessions.exigerSecondFacteur(tx, acteur.contratId);
      return contrat;
    });
  }
}
