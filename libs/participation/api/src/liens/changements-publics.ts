import { Injectable } from '@nestjs/common';
import { type ChangementPublic, refusPreuve, type SourceLien } from '@pleniere/participation/domain';
import { Base } from '@pleniere/shared/api';
import { DATE_SOURCE, LIBELLE_SOURCE, PREUVE, QUARTIER, SORTE_SOURCE, TABLES_LIEN, TEXTE_SOURCE } from './liens.sql';

const ACTION = (alias: string) =>
  `case when ${alias}.id is not null then json_build_object('id', ${alias}.id, 'titre', ${alias}.titre) end`;

// A revision that is not in force yet, or was given up, has changed nothing that anybody can read.
const DECISION = `case when d.lien_id is not null and (d.verdict not like 'integree%' or r.en_vigueur_le is not null
    or d.action_id is not null) then json_build_object('suite', d.verdict, 'motif', d.motif, 'fonction', d.fonction,
    'decideeLe', (d.decidee_le at time zone 'Europe/Paris')::date, 'enVigueurLe', (r.en_vigueur_le at time zone 'Europe/Paris')::date,
    'actionCreee', ${ACTION('m')}) end`;

// What has been computed since the link was made, of the whole contrat and of its last year; a handful of people is not told.
const CALCUL = `(select json_build_object('phrase', x.phrase, 'calculeLe', (x.calcule_le at time zone 'Europe/Paris')::date)
  from valeur_calculee x join contrat t on t.id = x.contrat_id
  where (x.contrat_id, x.indicateur_id, x.calcul, x.territoire) = (n.contrat_id, n.id, n.calcul, 'contrat') and x.calcule_le >= l.lie_le
    and (x.calcul <> 'habitants-mobilises' or x.valeur >= t.seuil_publication)
  order by x.annee desc, x.rang desc limit 1)`;
const INDICATEUR = `case when n.id is not null then json_build_object('id', n.id, 'libelle', n.libelle, 'calcul', ${CALCUL}) end`;

const CHANGEMENT = `json_build_object('brut', ${PREUVE},
  'source', json_build_object('sorte', ${SORTE_SOURCE}, 'libelle', ${LIBELLE_SOURCE}, 'texte', ${TEXTE_SOURCE},
    'date', ${DATE_SOURCE}, 'quartier', ${QUARTIER}, 'numero', q.numero),
  'fiche', json_build_object('id', f.id, 'code', f.code, 'titre', v.titre), 'action', ${ACTION('a')},
  'indicateur', ${INDICATEUR}, 'etape', l.etape, 'preuve', l.preuve, 'decision', ${DECISION})`;

// What anybody may read: fiches in force, public indicators, questions that were kept, séances of a public espace, consultations that opened.
const PUBLIC = `l.contrat_id = $1 and (n.id is null or n.visibilite = 'public')
  and (q.id is null or q.etat not in ('posee', 'refusee'))
  and (s.id is null or e.public and s.statut in ('tenue', 'compte-rendu-publie', 'close'))
  and (c.id is null or c.etape <> 'brouillon')`;

const lire = (filtre: string) => `
  select coalesce(json_agg(${CHANGEMENT} order by ${DATE_SOURCE} desc, l.id), '[]') as reponse
  from ${TABLES_LIEN} join fiche_en_vigueur v on (v.contrat_id, v.id) = (f.contrat_id, f.id)
  where ${PUBLIC} and ${filtre}`;

const TOUS = lire('true');
const DE_LA_FICHE = lire('f.id = $2');
const DU_QUARTIER = lire('u.code = $2');
const DE_LA_QUESTION = lire(
  'q.id = (select coalesce(x.rattachee_a, x.id) from question_habitant x where (x.contrat_id, x.numero) = ($1, $2::int))',
);

type Brut = ChangementPublic & { brut: SourceLien };

/** « Ce que votre contribution a changé », for whoever reads without an account: only what is proven and in force. */
@Injectable()
export class ChangementsPublics {
  constructor(private readonly base: Base) {}

  /** Those of the contrat, the latest said first. */
  tous(contratId: string): Promise<ChangementPublic[]> {
    return this.lire('changements', TOUS, [contratId]);
  }

  /** Those of a fiche and its actions. */
  deLaFiche(contratId: string, ficheId: string): Promise<ChangementPublic[]> {
    return this.lire('changements-fiche', DE_LA_FICHE, [contratId, ficheId]);
  }

  /** Those that came from a quartier. */
  duQuartier(contratId: string, qpvCode: string): Promise<ChangementPublic[]> {
    return this.lire('changements-quartier', DU_QUARTIER, [contratId, qpvCode]);
  }

  /** Those of a question, or of the one that it was attached to. */
  deLaQuestion(contratId: string, numero: number): Promise<ChangementPublic[]> {
    return this.lire('changements-question', DE_LA_QUESTION, [contratId, numero]);
  }

  private async lire(nom: string, texte: string, valeurs: unknown[]): Promise<ChangementPublic[]> {
    const [ligne] = await this.base.lire<{ reponse: Brut[] }>(nom, texte, valeurs);
    return (ligne?.reponse ?? []).flatMap(({ brut, ...changement }) =>
      refusPreuve(brut) === null ? [changement] : [],
    );
  }
}
