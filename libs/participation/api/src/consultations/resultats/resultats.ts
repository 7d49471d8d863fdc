import { Injectable } from '@nestjs/common';
import {
  comparerResultats,
  type CompteVotes,
  type Idee,
  type MotifRefus,
  type OpinionsGelees,
  participationDeclaree,
  phrasesSeuils,
  type ProfilMesure,
  type PropositionClassee,
  type PropositionGelee,
  resultatDe,
  type ResultatGele,
  type ResultatsConsultation,
  type SeuilsConsultation,
  seuilsGeles,
  type StatutConsultation,
} from '@pleniere/participation/domain';
import { Base, introuvable } from '@pleniere/shared/api';
import { Appels } from '../suites/appels';
import { RESULTAT } from './gel.sql';
import { Idees } from './idees';

interface Ligne {
  contenu: ResultatGele;
  sha256: string;
  rapport: string;
  methode: string;
  suites: string;
  statut: StatutConsultation;
  opinions: OpinionsGelees | null;
}

const PUBLIES: readonly StatutConsultation[] = ['restituee', 'suites', 'archivee'];
const DIMENSIONS = ['trancheAge', 'genre', 'qpvCode', 'premiereFois'] as const;

/** What a consultation gave: figures that no longer move, with their intervals, and what was made of them. */
@Injectable()
export class Resultats {
  constructor(
    private readonly base: Base,
    private readonly appels: Appels,
    private readonly idees: Idees,
  ) {}

  /** For everybody, once the report is published. */
  async publies(contratId: string, consultationId: string): Promise<ResultatsConsultation> {
    const resultats = await this.lire(contratId, consultationId);
    if (!PUBLIES.includes(resultats.statut)) throw introuvable('Ce rapport');
    return resultats;
  }

  /** Acclaimed propositions of which nothing was decided: without an idea, or in one without a verdict. */
  async plebisciteesSansDecision(contratId: string, consultationId: string): Promise<number> {
    const { propositions, idees } = await this.lire(contratId, consultationId);
    const decidees = new Set(
      idees.flatMap(({ verdict, propositions: siennes }) => (verdict === null ? [] : siennes.map(({ id }) => id))),
    );
    return propositions.filter(({ id, resultat }) => resultat.classe === 'plebiscitee' && !decidees.has(id)).length;
  }

  /** For the team, as soon as they are frozen. */
  async lire(contratId: string, consultationId: string): Promise<ResultatsConsultation> {
    const [ligne] = await this.base.lire<Ligne>('resultat-consultation', RESULTAT, [contratId, consultationId]);
    if (!ligne) throw introuvable('Ce rapport');
    const { contenu, ...reste } = ligne;
    const idees = await this.idees.lister(contratId, consultationId);
    const seuils = seuilsGeles(contenu.seuils);
    const propositions = contenu.propositions
      .map((une) => classer(une, seuils))
      .sort((a, b) => comparerResultats(a.resultat, b.resultat));
    return {
      ...reste,
      ...{ id: contenu.id, question: contenu.question, geleLe: contenu.geleLe, dates: contenu.dates },
      ...{ votesSha256: contenu.votesSha256, participants: contenu.participants, bulletins: contenu.bulletins },
      votes: propositions.reduce((somme, { resultat }) => somme + resultat.n, 0),
      seuils: phrasesSeuils(seuils),
      propositions: propositions.filter(({ etat }) => etat === 'acceptee' || etat === 'rattachee'),
      refusees: refuseesDe(contenu.propositions),
      profils: profilsDe(contenu, seuils),
      idees,
      agenda: idees.filter((idee: Idee) => idee.agendaRang !== null),
      appels: await this.appels.publics(contratId, consultationId),
    };
  }
}

function classer(proposition: PropositionGelee, seuils: SeuilsConsultation): PropositionClassee {
  const { votes, suspects } = proposition;
  const tous = Object.entries(votes).map(([nom, nombre]) => [nom, nombre + suspects[nom as keyof CompteVotes]]);
  const avec = resultatDe(Object.fromEntries(tous) as CompteVotes, seuils);
  return { ...proposition, resultat: resultatDe(votes, seuils), classeAvecSuspects: avec.classe };
}

function refuseesDe(propositions: readonly PropositionGelee[]): { motif: MotifRefus; nombre: number }[] {
  const refusees = propositions.flatMap(({ etat, motif }) => (etat === 'refusee' && motif !== null ? [motif] : []));
  return [...Map.groupBy(refusees, (motif) => motif)].map(([motif, liste]) => ({ motif, nombre: liste.length }));
}

function profilsDe({ profils, participants }: ResultatGele, { cellule }: SeuilsConsultation): ProfilMesure[] {
  const valides = participants.total - participants.suspects;
  return DIMENSIONS.map((dimension) => ({
    dimension,
    ...participationDeclaree(profils[dimension], valides, null, cellule),
  }));
}
