import { Injectable } from '@nestjs/common';
import type { ExportPersonne, LigneExport } from '@pleniere/acces/domain';
import { Base, introuvable } from '@pleniere/shared/api';
import type { ClePersonne } from '../connexions/connexions';
import { TABLES_DE_PERSONNE } from './catalogue.sql';

interface TableDePersonne {
  nom: string;
  table: string;
  colonne: string;
}

// Secrets are nobody's to read, and the bytes of a file are read where it was added.
const TUS = `'{mot_de_passe,activation,activation_expire,oidc_jeton,jeton_csrf,contenu,contrat_id}'::text[]`;

// What the State has not said yet is read by its author alone, on the fiche.
const DITES: Readonly<Record<string, string>> = {
  avis: 'and t.rendu_le is not null',
  journal: `and t.objet <> 'note-terrain'`,
};

const PERSONNE = 'select nom, fonction, email from personne where contrat_id = $1 and id = $2';
const SESSIONS = `
  select s.appareil, s.creee_le, s.vue_le from session s join compte c on (c.contrat_id, c.id) = (s.contrat_id, s.compte_id)
  where c.contrat_id = $1 and c.personne_id = $2 order by s.creee_le`;

/** Gathers everything that is kept of a person. The notes of the State, and the avis that it is still writing, stay on the fiche. */
@Injectable()
export class ExportsPersonne {
  constructor(private readonly base: Base) {}

  /** Throws 404 when the contrat has no such person. */
  async etablir({ contratId, personneId }: ClePersonne): Promise<ExportPersonne> {
    const cle = [contratId, personneId];
    return this.base.transaction(async (tx) => {
      const lire = (texte: string) => tx.query<LigneExport[]>(texte, cle);
      const identite = await lire(PERSONNE);
      if (identite.length === 0) throw introuvable('Cette personne');
      const tables = await tx.query<TableDePersonne[]>(TABLES_DE_PERSONNE);
      const rubriques = [
        { nom: 'personne', lignes: identite },
        { nom: 'session', lignes: await lire(SESSIONS) },
      ];
      for (const [nom, colonnes] of Map.groupBy(tables, (une) => une.nom)) {
        const { table } = colonnes[0] ?? { table: '' };
        const siennes = colonnes.map(({ colonne }) => `t.${colonne} = $2`).join(' or ');
        const rangs = await tx.query<{ ligne: LigneExport }[]>(
          `select to_jsonb(t) - ${TUS} as ligne from ${table} t where t.contrat_id = $1 and (${siennes}) ${DITES[nom] ?? ''}`,
          cle,
        );
        rubriques.push({ nom, lignes: rangs.map(({ ligne }) => ligne) });
      }
      const pleines = rubriques.filter(({ lignes }) => lignes.length > 0);
      return { etabliLe: new Date().toISOString(), rubriques: pleines };
    });
  }
}
