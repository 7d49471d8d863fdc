import type { ErreurDeChamp } from '@pleniere/shared/domain';
import type { EntityManager } from 'typeorm';

interface Mention {
  sorte: string;
  id: string;
  pointer: string;
}

const PAR_ID = ['organisationId', 'personneId'];
const PAR_CODES = ['qpv', 'communes'];

function mentionsDe(valeur: unknown, pointer: string): Mention[] {
  if (typeof valeur !== 'object' || valeur === null) return [];
  return Object.entries(valeur).flatMap(([cle, partie]: [string, unknown]) => {
    const ici = `${pointer}/${cle}`;
    if (PAR_ID.includes(cle) && typeof partie === 'string') return [{ sorte: cle, id: partie, pointer: ici }];
    if (PAR_CODES.includes(cle) && Array.isArray(partie)) {
      return partie.map((code, rang) => ({ sorte: cle, id: String(code), pointer: `${ici}/${rang}` }));
    }
    return mentionsDe(partie, ici);
  });
}

const INCONNUES = `
  select m.pointer
  from jsonb_to_recordset($3::jsonb) as m(sorte text, id text, pointer text)
  where not case m.sorte
    when 'organisationId' then exists (select from organisation o where o.contrat_id = $1 and o.id = m.id::uuid)
    when 'personneId' then exists (select from personne p where p.contrat_id = $1 and p.id = m.id::uuid)
    when 'qpv' then exists (select from qpv q where q.contrat_id = $1 and q.code = m.id)
    when 'communes' then exists (select from commune c where c.contrat_id = $1 and c.code = m.id)
    else exists (select from orientation r where r.contrat_id = $1 and r.enjeu_id = $2 and r.id = m.id::uuid)
  end`;

/** Mentions of a value that name nothing of the contrat (or an orientation of another enjeu), with their pointers. */
export async function mentionsInconnues(
  tx: EntityManager,
  { contratId, enjeuId }: { contratId: string; enjeuId: string },
  champ: string,
  valeur: unknown,
): Promise<ErreurDeChamp[]> {
  const orientation = champ === 'orientation' && typeof valeur === 'string';
  const mentions = orientation ? [{ sorte: champ, id: valeur, pointer: '' }] : mentionsDe(valeur, '');
  if (mentions.length === 0) return [];
  const inconnues = await tx.query<{ pointer: string }[]>(INCONNUES, [contratId, enjeuId, JSON.stringify(mentions)]);
  return inconnues.map(({ pointer }) => ({ pointer, detail: 'Cet élément n’existe pas dans ce contrat de ville.' }));
}
