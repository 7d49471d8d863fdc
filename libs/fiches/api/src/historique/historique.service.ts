import { Injectable } from '@nestjs/common';
import { Journal, type FiltreJournal } from '@pleniere/acces/api';
import type { Acteur } from '@pleniere/acces/domain';
import {
  CHAMPS_ECRITS,
  remonter,
  type ChangementDeChamp,
  type ContenuFiche,
  type FicheNommee,
  type HistoriqueContrat,
  type TextePasse,
} from '@pleniere/fiches/domain';
import { Base, introuvable } from '@pleniere/shared/api';

const FICHES = `
  select coalesce(json_agg(json_build_object('id', id, 'code', code, 'titre', titre)
    order by lettre desc, enjeu_numero, rang), '[]') as fiches
  from fiche where contrat_id = $1`;

const TEXTE = `
  with m as (
    select case when length($3) = 10 then ($3::date + 1)::timestamp at time zone 'Europe/Paris' else $3::timestamptz end as quand
  )
  select m.quand, f.contenu, (
    select coalesce(json_agg(json_build_object('champ', j.champ, 'avant', j.avant) order by j.id desc), '[]')
    from journal j
    where j.contrat_id = f.contrat_id and j.fiche_id = f.id and j.objet = 'fiche' and j.champ = any($4) and j.quand > m.quand
  ) as depuis
  from fiche f cross join m where f.contrat_id = $1 and f.id = $2 and f.cree_le <= m.quand`;

const ORIENTATION = 'select texte from orientation where contrat_id = $1 and id::text = $2';

interface LigneTexte {
  quand: Date;
  contenu: Partial<ContenuFiche>;
  depuis: ChangementDeChamp[];
}

const CHAMPS = CHAMPS_ECRITS.map(({ id }) => id);

/** Reads what changed, and the texts that were. */
@Injectable()
export class HistoriqueService {
  constructor(
    private readonly base: Base,
    private readonly journal: Journal,
  ) {}

  /** A page of what changed in the contrat, with the fiches that it may name. */
  async lire({ contratId }: Acteur, filtre: FiltreJournal): Promise<HistoriqueContrat> {
    const [entrees, [ligne]] = await Promise.all([
      this.journal.lire(contratId, filtre),
      this.base.lire<{ fiches: FicheNommee[] }>('historique-fiches', FICHES, [contratId]),
    ]);
    return { entrees, fiches: ligne?.fiches ?? [] };
  }

  /** The working text of a fiche at an instant, or as a day ended; throws 404 before the fiche was. */
  async texte({ contratId }: Acteur, ficheId: string, quand: string): Promise<TextePasse> {
    const valeurs = [contratId, ficheId, quand, CHAMPS];
    const [ligne] = await this.base.lire<LigneTexte>('fiche-texte-passe', TEXTE, valeurs);
    if (!ligne) throw introuvable('Ce texte');
    const contenu = remonter(ligne.contenu, ligne.depuis);
    const [orientation] = await this.base.lire<{ texte: string }>('orientation-passee', ORIENTATION, [
      contratId,
      contenu.orientation ?? '',
    ]);
    return { quand: ligne.quand.toISOString(), contenu, orientationTexte: orientation?.texte ?? null };
  }
}
