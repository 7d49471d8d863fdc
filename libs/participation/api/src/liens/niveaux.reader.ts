import { Injectable } from '@nestjs/common';
import type { Acteur } from '@pleniere/acces/domain';
import {
  type NiveauDAction,
  type NiveauxDits,
  type PreuveDeNiveau,
  refusPreuve,
  type SourceLien,
} from '@pleniere/participation/domain';
import { Base } from '@pleniere/shared/api';
import { TABLES_SEANCE, TENUE } from '../espaces/lectures';
import { DATE_SOURCE, LIBELLE_SOURCE, PREUVE, SORTE_SOURCE, TABLES_LIEN } from './liens.sql';

const PREUVES = `(
  select coalesce(json_agg(json_build_object('id', l.id, 'etape', l.etape, 'brut', ${PREUVE}, 'source', json_build_object(
    'sorte', ${SORTE_SOURCE}, 'id', coalesce(q.id, s.id, i.id, p.id), 'libelle', ${LIBELLE_SOURCE}, 'date', ${DATE_SOURCE},
    'consultationId', c.id)) order by ${DATE_SOURCE}, l.id), '[]')
  from ${TABLES_LIEN} where (l.contrat_id, l.action_id) = (x.contrat_id, x.id))`;

// A lecteur reads the fiches in force; $2 tells whether the caller sees the others.
const NIVEAUX = `
  select json_build_object(
    'actions', (
      select coalesce(json_agg(json_build_object('id', x.id, 'titre', x.titre, 'niveau', x.niveau_participation,
        'fiche', json_build_object('id', y.id, 'code', y.code, 'titre', y.titre), 'preuves', ${PREUVES})
        order by y.lettre desc, y.enjeu_numero, y.rang, x.rang), '[]')
      from action x join fiche y on (y.contrat_id, y.id) = (x.contrat_id, x.fiche_id)
      where x.contrat_id = $1 and x.niveau_participation <> 'aucune' and x.statut <> 'abandonnee' and y.statut <> 'archive'
        and ($2 or y.en_vigueur is not null)),
    'seances', (
      select coalesce(json_agg(json_build_object('id', s.id, 'espace', e.nom, 'date', s.date, 'niveau', s.niveau_participation,
        'justification', s.niveau_justification) order by s.date desc, s.id), '[]')
      from ${TABLES_SEANCE} where s.contrat_id = $1 and s.niveau_participation is not null and ${TENUE})) as reponse`;

type PreuveBrute = Omit<PreuveDeNiveau, 'reserve'> & { brut: SourceLien };
type ActionBrute = Omit<NiveauDAction, 'preuves'> & { preuves: PreuveBrute[] };
type Brut = Omit<NiveauxDits, 'actions'> & { actions: ActionBrute[] };

/** Reads of the levels of participation. */
@Injectable()
export class NiveauxReader {
  constructor(private readonly base: Base) {}

  /** Levels told of the actions and of the séances, each with what it rests on. */
  async lire({ contratId, role }: Acteur): Promise<NiveauxDits> {
    const valeurs = [contratId, role !== 'lecteur'];
    const [ligne] = await this.base.lire<{ reponse: Brut }>('niveaux', NIVEAUX, valeurs);
    const { actions = [], seances = [] } = ligne?.reponse ?? {};
    return {
      seances,
      actions: actions.map((action) => ({
        ...action,
        preuves: action.preuves.map(({ brut, ...preuve }) => ({ ...preuve, reserve: refusPreuve(brut) })),
      })),
    };
  }
}
