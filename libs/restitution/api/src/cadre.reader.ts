import { Injectable } from '@nestjs/common';
import { Base, introuvable } from '@pleniere/shared/api';
import type { ContexteDuDocument } from './composition/composer-document';

const CADRE = `
  select json_build_object(
    'contrat', json_build_object('titre', c.titre, 'couleur', c.couleur, 'logo', c.logo,
      'anneeDebut', c.annee_debut, 'anneeFin', c.annee_fin),
    'seuil', c.seuil_publication,
    'territoires', coalesce((
      select json_agg(json_build_object('code', t.code, 'nom', t.nom, 'maille', t.maille) order by t.nom collate "fr-x-icu")
      from (
        select code, nom, 'commune' as maille from commune where contrat_id = c.id
        union all
        select code, coalesce(libelle_editorial, libelle), 'qpv' from qpv where contrat_id = c.id
      ) t), '[]')
  ) as reponse
  from contrat c where c.id = $1`;

/** Reads what documents need of the contrat: its identity, and the names of its communes and quartiers. */
@Injectable()
export class CadreReader {
  constructor(private readonly base: Base) {}

  async lire(contratId: string): Promise<ContexteDuDocument> {
    const [ligne] = await this.base.lire<{ reponse: ContexteDuDocument }>('restitution-cadre', CADRE, [contratId]);
    if (!ligne) throw introuvable('Ce contrat de ville');
    return ligne.reponse;
  }
}
