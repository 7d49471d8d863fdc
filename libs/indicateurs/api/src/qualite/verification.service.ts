import { Injectable } from '@nestjs/common';
import type { Acteur } from '@pleniere/acces/domain';
import {
  alertesDe,
  type Indicateur,
  type IndicateurAVerifier,
  type Valeur,
  type ValeurAVerifier,
  valeurPrecedente,
  type Verification,
} from '@pleniere/indicateurs/domain';
import { Base } from '@pleniere/shared/api';
import { Horloge } from '../horloge';
import { indicateurJson, VALEUR_JSON } from '../json';

/** What the statement gives: the values to check, and those around them that they are compared with. */
interface LecturePourVerification {
  indicateurs: (Indicateur & { ficheCode: string | null })[];
  valeurs: Valeur[];
  voisines: Valeur[];
}

const A_VERIFIER = `
  with a_voir as materialized (
    select v.* from valeur v
    join indicateur i on (i.contrat_id, i.id) = (v.contrat_id, v.indicateur_id)
    left join fiche f on (f.contrat_id, f.id) = (i.contrat_id, i.fiche_id)
    where v.contrat_id = $1 and v.annee = $2 and v.statut in ('proposee', 'brouillon') and f.statut is distinct from 'archive'
  )
  select json_build_object(
    'indicateurs', (
      select coalesce(json_agg(${indicateurJson("'ficheCode', f.code")}
        order by f.lettre desc, f.enjeu_numero, f.rang, i.ordre, i.id), '[]')
      from indicateur i left join fiche f on (f.contrat_id, f.id) = (i.contrat_id, i.fiche_id)
      where i.contrat_id = $1 and i.id in (select indicateur_id from a_voir)),
    'valeurs', (
      select coalesce(json_agg(${VALEUR_JSON} order by v.territoire, v.ventilation), '[]') from a_voir v),
    'voisines', (
      select coalesce(json_agg(${VALEUR_JSON}), '[]') from valeur v
      where v.contrat_id = $1 and v.annee <= $2
        and (v.indicateur_id, v.territoire) in (select indicateur_id, territoire from a_voir))
  ) as reponse`;

/** The values of a year that the team has to look at. */
@Injectable()
export class VerificationService {
  constructor(
    private readonly base: Base,
    private readonly horloge: Horloge,
  ) {}

  async lister({ contratId }: Acteur, annee = this.horloge.annee()): Promise<Verification> {
    const [ligne] = await this.base.lire<{ reponse: LecturePourVerification }>('valeurs-a-verifier', A_VERIFIER, [
      contratId,
      annee,
    ]);
    const { indicateurs = [], valeurs = [], voisines = [] } = ligne?.reponse ?? {};
    const autour = Map.groupBy(voisines, ({ indicateurId, territoire }) => `${indicateurId}/${territoire}`);
    const parIndicateur = Map.groupBy(valeurs, ({ indicateurId }) => indicateurId);
    return {
      annee,
      indicateurs: indicateurs.map(nommer),
      valeurs: indicateurs.flatMap((indicateur) =>
        (parIndicateur.get(indicateur.id) ?? []).map((valeur) =>
          juger(valeur, indicateur, autour.get(`${indicateur.id}/${valeur.territoire}`) ?? []),
        ),
      ),
    };
  }
}

function nommer(indicateur: LecturePourVerification['indicateurs'][number]): IndicateurAVerifier {
  const { id, ficheId, ficheCode, libelle, nature, unite, decimales, modalites } = indicateur;
  return { id, ficheId, ficheCode, libelle, nature, unite, decimales, modalites };
}

function juger(valeur: Valeur, indicateur: Indicateur, voisines: Valeur[]): ValeurAVerifier {
  const avant = valeurPrecedente(valeur, indicateur, voisines);
  return {
    ...valeur,
    precedente: avant && { annee: avant.annee, valeur: avant.valeur, absence: avant.absence },
    alertes: alertesDe(valeur, indicateur, voisines),
  };
}
