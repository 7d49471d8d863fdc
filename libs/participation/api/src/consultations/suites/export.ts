import { Injectable } from '@nestjs/common';
import { Base, ligneCsv } from '@pleniere/shared/api';
import type { ResultatsConsultation } from '@pleniere/participation/domain';
import { strToU8, Zip, ZipDeflate } from 'fflate';
import { Readable } from 'node:stream';
import { Resultats } from '../resultats/resultats';

const VOTES = `
  select coalesce(json_agg(json_build_array(p.numero, v.valeur, array_to_string(v.qualifs, ' '), v.origine)
    order by p.numero, v.valeur, v.qualifs, v.origine), '[]') as reponse
  from proposition p join vote_courant v on (v.contrat_id, v.proposition_id) = (p.contrat_id, p.id)
  where p.contrat_id = $1 and p.consultation_id = $2 and p.numero > $3 and p.numero <= $4
    and v.valeur is not null and v.confiance = 'normal' and p.etat in ('acceptee', 'rattachee')`;

const DERNIERE =
  'select coalesce(max(numero), 0) as numero from proposition where (contrat_id, consultation_id) = ($1, $2)';

/** Propositions whose votes are read at once: the export of a large consultation stays small in memory. */
const PAR_LOT = 100;

const LISEZ_MOI = `Données ouvertes d’une consultation — Licence Ouverte 2.0

propositions.csv : chaque proposition publiée, avec ses votes et la borne basse de la part d’accord (Wilson, 95 %).
votes.csv : chaque vote, sans rien de qui l’a donné ; 1 d’accord, -1 pas d’accord, 0 neutre.
Les votes mis à part par le contrôle automatique n’y sont pas ; les votes sur papier sont comptés à part.
`;

type LigneVote = [number, number, string, string];

/** Open data of a consultation: counts and votes, nothing of whoever gave them. */
@Injectable()
export class ExportConsultations {
  constructor(
    private readonly base: Base,
    private readonly resultats: Resultats,
  ) {}

  /** A zip of CSV files, made as it is sent; 404 until the report is published. */
  async zip(contratId: string, consultationId: string): Promise<Readable> {
    const resultats = await this.resultats.publies(contratId, consultationId);
    return Readable.from(this.blocs(contratId, consultationId, resultats));
  }

  private async *blocs(
    contratId: string,
    consultationId: string,
    resultats: ResultatsConsultation,
  ): AsyncGenerator<Uint8Array> {
    const prets: Uint8Array[] = [];
    const zip = new Zip((erreur, bloc) => {
      if (erreur) throw erreur;
      prets.push(bloc);
    });
    const ouvrir = (nom: string): ZipDeflate => {
      const fichier = new ZipDeflate(nom, { level: 4 });
      zip.add(fichier);
      return fichier;
    };
    ouvrir('lisez-moi.txt').push(strToU8(LISEZ_MOI), true);
    ouvrir('propositions.csv').push(strToU8(propositionsCsv(resultats)), true);
    const votes = ouvrir('votes.csv');
    votes.push(strToU8(`\uFEFF${ligneCsv(['proposition', 'vote', 'qualifications', 'origine'])}`));
    yield* prets.splice(0);
    for await (const lot of this.votes(contratId, consultationId)) {
      votes.push(strToU8(lot.map((vote) => ligneCsv(vote)).join('')));
      yield* prets.splice(0);
    }
    votes.push(new Uint8Array(), true);
    zip.end();
    yield* prets.splice(0);
  }

  private async *votes(contratId: string, consultationId: string): AsyncGenerator<LigneVote[]> {
    const cle = [contratId, consultationId];
    const [derniere] = await this.base.lire<{ numero: number }>('derniere-proposition', DERNIERE, cle);
    for (let depuis = 0; depuis < (derniere?.numero ?? 0); depuis += PAR_LOT) {
      const valeurs = [...cle, depuis, depuis + PAR_LOT];
      const [ligne] = await this.base.lire<{ reponse: LigneVote[] }>('votes-ouverts', VOTES, valeurs);
      yield ligne?.reponse ?? [];
    }
  }
}

function propositionsCsv({ propositions }: ResultatsConsultation): string {
  const entetes = [
    'numero',
    'texte',
    'votes',
    'pour',
    'contre',
    'neutre',
    'coup de cœur',
    'réaliste',
    'surtout pas',
    'infaisable',
  ];
  const lignes = propositions.map(({ numero, texte, votes, papier, resultat: { n, pour, classe } }) =>
    ligneCsv([
      ...[
        numero,
        texte,
        n,
        votes.pour,
        votes.contre,
        votes.neutre,
        votes.coupDeCoeur,
        votes.realiste,
        votes.surtoutPas,
      ],
      ...[votes.infaisable, Math.round(pour.bas * 1000) / 1000, papier.pour, papier.contre, papier.neutre, classe],
    ]),
  );
  const suite = ['borne basse pour', 'papier pour', 'papier contre', 'papier neutre', 'classement'];
  return `\uFEFF${ligneCsv([...entetes, ...suite])}${lignes.join('')}`;
}
