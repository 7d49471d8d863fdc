import { Injectable } from '@nestjs/common';
import { Journal } from '@pleniere/acces/api';
import type { Acteur } from '@pleniere/acces/domain';
import type { LignePapier, LotPapier } from '@pleniere/participation/domain';
import { Base, enConflit, introuvable, perime, refuse } from '@pleniere/shared/api';
import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { exigerConsultation } from '../cycle/existence';

/** What is typed of a lot. */
export interface LotSaisi {
  id?: string;
  canal: 'papier' | 'mediateur';
  libelle: string;
  bulletins: number;
  lignes: LignePapier[];
}

const LOT = `json_build_object('id', l.id, 'version', l.version, 'canal', l.canal, 'libelle', l.libelle, 'bulletins', l.bulletins,
  'saisiPar', (select s.nom from personne s where (s.contrat_id, s.id) = (l.contrat_id, l.saisi_par_id)), 'saisiLe', l.saisi_le,
  'controlePar', (select s.nom from personne s where (s.contrat_id, s.id) = (l.contrat_id, l.controle_par_id)), 'controleLe', l.controle_le,
  'lignes', (select coalesce(json_agg(json_build_object('propositionId', x.proposition_id, 'pour', x.pour, 'contre', x.contre,
    'neutre', x.neutre) order by p.numero), '[]') from lot_papier_ligne x
    join proposition p on (p.contrat_id, p.id) = (x.contrat_id, x.proposition_id) where (x.contrat_id, x.lot_id) = (l.contrat_id, l.id)))`;

const LOTS = `select coalesce(json_agg(${LOT} order by l.saisi_le, l.id), '[]') as reponse from lot_papier l
  where (l.contrat_id, l.consultation_id) = ($1, $2)`;
const UN = `select ${LOT} as reponse, l.saisi_par_id as "saisiParId" from lot_papier l where (l.contrat_id, l.id) = ($1, $2)`;

// Counted after the close as well, as long as nothing is frozen.
const OUVERTE = `select from consultation c where (c.contrat_id, c.id) = ($1, $2) and c.etape = 'publiee' and c.ouverture <= now() for key share`;

const CREER = `
  insert into lot_papier (id, contrat_id, consultation_id, canal, libelle, bulletins, saisi_par_id) values ($3, $1, $2, $4, $5, $6, $7)
  on conflict (contrat_id, id) do nothing returning id`;

const LIGNES = `
  insert into lot_papier_ligne (contrat_id, lot_id, proposition_id, pour, contre, neutre)
  select $1, $2, p.id, r.pour, r.contre, r.neutre
  from jsonb_to_recordset($3::jsonb) as r("propositionId" uuid, pour int, contre int, neutre int)
  join proposition p on (p.contrat_id, p.consultation_id, p.id) = ($1, $4, r."propositionId")
  returning proposition_id`;

const CONTROLER = `
  update lot_papier set version = version + 1, controle_par_id = $4, controle_le = now()
  where contrat_id = $1 and id = $2 and version = $3 and controle_le is null returning id`;

/** Votes on paper and those taken down by a mediator: counted apart, typed twice by two people. */
@Injectable()
export class VotesPapier {
  constructor(
    private readonly base: Base,
    private readonly journal: Journal,
  ) {}

  async lister({ contratId }: Acteur, consultationId: string): Promise<LotPapier[]> {
    await exigerConsultation(this.base, contratId, consultationId);
    const [ligne] = await this.base.lire<{ reponse: LotPapier[] }>('lots-papier', LOTS, [contratId, consultationId]);
    return ligne?.reponse ?? [];
  }

  /** Types a lot; the same id sent again answers the same lot. */
  async saisir(acteur: Acteur, consultationId: string, { id = randomUUID(), ...saisi }: LotSaisi): Promise<LotPapier> {
    const { contratId, personneId } = acteur;
    verifier(saisi);
    await exigerConsultation(this.base, contratId, consultationId);
    return this.base.transaction(async (tx) => {
      const ouverte = await tx.query<unknown[]>(OUVERTE, [contratId, consultationId]);
      if (ouverte.length === 0) throw enConflit('Les bulletins se saisissent de l’ouverture au gel des résultats.');
      const valeurs = [contratId, consultationId, id, saisi.canal, saisi.libelle, saisi.bulletins, personneId];
      const crees = await tx.query<unknown[]>(CREER, valeurs);
      if (crees.length === 0) return (await relire(tx, contratId, id)).reponse;
      const lignes = await tx.query<unknown[]>(LIGNES, [contratId, id, JSON.stringify(saisi.lignes), consultationId]);
      if (lignes.length < saisi.lignes.length) throw refuse('Une des propositions n’est pas de cette consultation.');
      await this.journal.inscrire(tx, acteur, { objet: 'lot-papier', objetId: id, apres: saisi });
      return (await relire(tx, contratId, id)).reponse;
    });
  }

  /** Types the same lot again, by somebody else; it counts once both say the same. */
  controler(acteur: Acteur, id: string, version: number, lignes: LignePapier[], bulletins: number): Promise<LotPapier> {
    const { contratId, personneId } = acteur;
    return this.base.transaction(async (tx) => {
      const { reponse: lot, saisiParId } = await relire(tx, contratId, id);
      if (saisiParId === personneId)
        throw enConflit('Ce lot est à contrôler par une autre personne que celle qui l’a saisi.');
      const ecarts = comparer(lot, lignes, bulletins);
      if (ecarts.length > 0) {
        throw refuse(
          'Les deux saisies diffèrent : recomptez ensemble les bulletins.',
          ecarts.map((pointer) => ({ pointer, detail: 'Ce nombre n’est pas celui de la première saisie.' })),
        );
      }
      const [controles] = await tx.query<[unknown[], number]>(CONTROLER, [contratId, id, version, personneId]);
      if (controles.length === 0) throw perime(lot);
      await this.journal.inscrire(tx, acteur, { objet: 'lot-papier', objetId: id, champ: 'controle', apres: true });
      return (await relire(tx, contratId, id)).reponse;
    });
  }
}

function verifier({ lignes, bulletins }: Omit<LotSaisi, 'id'>): void {
  const trop = lignes.findIndex(({ pour, contre, neutre }) => pour + contre + neutre > bulletins);
  if (trop === -1) return;
  throw refuse('Le lot n’a pas été enregistré.', [
    { pointer: `/lignes/${trop}`, detail: 'Il y a là plus de votes que de bulletins.' },
  ]);
}

function comparer(lot: LotPapier, lignes: LignePapier[], bulletins: number): string[] {
  const texte = ({ pour, contre, neutre }: LignePapier) => `${pour} ${contre} ${neutre}`;
  const attendues = new Map(lot.lignes.map((ligne) => [ligne.propositionId, texte(ligne)]));
  const ecarts = lignes.flatMap((ligne, rang) =>
    attendues.get(ligne.propositionId) === texte(ligne) ? [] : [`/lignes/${rang}`],
  );
  if (lignes.length !== lot.lignes.length) ecarts.push('/lignes');
  if (bulletins !== lot.bulletins) ecarts.push('/bulletins');
  return ecarts;
}

async function relire(
  tx: EntityManager,
  contratId: string,
  id: string,
): Promise<{ reponse: LotPapier; saisiParId: string }> {
  const [ligne] = await tx.query<{ reponse: LotPapier; saisiParId: string }[]>(UN, [contratId, id]);
  if (!ligne) throw introuvable('Ce lot');
  return ligne;
}
