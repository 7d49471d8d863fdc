import { Injectable } from '@nestjs/common';
import { Journal } from '@pleniere/acces/api';
import type { Acteur } from '@pleniere/acces/domain';
import {
  type Consultation,
  type ConsultationResume,
  type ConsultationSaisie,
  type DatesConsultation,
  type EtapeConsultation,
  refusChangementDates,
  refusTransitionConsultation,
  type SituationConsultation,
  type TransitionConsultation,
  transitionsConsultation,
} from '@pleniere/participation/domain';
import { Base, enConflit, introuvable, perime, refuse } from '@pleniere/shared/api';
import type { EntityManager } from 'typeorm';
import { Propositions } from '../propositions/propositions';
import { gelerConsultation } from '../resultats/gel';
import { OpinionsDesResultats } from '../resultats/opinions';
import { Resultats } from '../resultats/resultats';
import { PurgeConsultations } from '../suites/purge';
import {
  ACTES,
  AVANCER,
  BORNER_LES_ADRESSES,
  CHAMPS_CONSULTATION,
  colonnes,
  CREER_CONSULTATION,
  DATER,
  ECRIRE_CONSULTATION,
  INSCRIRE_DATE,
  LISTES,
} from './consultations.sql';
import { LISTE_CONSULTATIONS, UNE_CONSULTATION } from './lectures';

interface Faits {
  etape: EtapeConsultation;
  suspendue: boolean;
  annulee: boolean;
  moderateurs: number;
  amorces: number;
  enAttente: number;
  actionsOuvertes: number;
  projetsEnCours: number;
  /** Acclaimed propositions without a decision; read once the report is published. */
  plebisciteesSansDecision?: number;
}

interface Ligne {
  reponse: Consultation;
  faits: Faits;
}

const QUOI = 'Cette consultation';
/** A draft of which only the question is known. */
const VIDE: Omit<ConsultationSaisie, 'question' | 'qpvCodes' | 'ficheIds' | 'moderateurIds'> = {
  ...{ description: '', charte: '', mentionRgpd: '', touteLaVille: false, exigence: 'anonyme', niveau: 'consultation' },
  ...{ sansAmorces: '', objectifParticipants: null, objectifVotes: null, rapport: '', methode: '', suites: '' },
};
/** What may still be written once the consultation is announced. */
const TOUJOURS: readonly (keyof ConsultationSaisie)[] = [
  ...([
    'description',
    'objectifParticipants',
    'objectifVotes',
    'rapport',
    'methode',
    'suites',
    'moderateurIds',
  ] as const),
];

/** Consultations of a contrat: prepared, dated, opened and closed by the clock, then answered. */
@Injectable()
export class ConsultationsService {
  constructor(
    private readonly base: Base,
    private readonly journal: Journal,
    private readonly propositions: Propositions,
    private readonly purge: PurgeConsultations,
    private readonly resultats: Resultats,
    private readonly opinions: OpinionsDesResultats,
  ) {}

  /** Every consultation, those that are open first. */
  async lister(contratId: string): Promise<ConsultationResume[]> {
    const [ligne] = await this.base.lire<{ reponse: ConsultationResume[] }>('consultations', LISTE_CONSULTATIONS, [
      contratId,
    ]);
    return ligne?.reponse ?? [];
  }

  /** One consultation with what may be done of it now; throws 404 when the contrat has no such one. */
  async lire({ contratId }: Acteur, id: string): Promise<Consultation> {
    const [ligne] = await this.base.lire<Ligne>('consultation', UNE_CONSULTATION, [contratId, id]);
    if (!ligne) throw introuvable(QUOI);
    return completer(await this.avecDecisions(contratId, id, ligne));
  }

  creer(acteur: Acteur, saisie: Partial<ConsultationSaisie> & { question: string }): Promise<Consultation> {
    return this.base.transaction(async (tx) => {
      const [creee] = await tx.query<{ id: string }[]>(CREER_CONSULTATION, [
        acteur.contratId,
        colonnes({ ...VIDE, ...saisie }),
      ]);
      const id = creee?.id ?? '';
      await this.lier(tx, acteur.contratId, id, saisie);
      await this.journal.inscrire(tx, acteur, {
        objet: 'consultation',
        objetId: id,
        apres: { question: saisie.question },
      });
      return completer(await relire(tx, acteur.contratId, id));
    });
  }

  /** Changes a consultation; once announced, only what does not change its rules. */
  modifier(acteur: Acteur, id: string, version: number, saisie: Partial<ConsultationSaisie>): Promise<Consultation> {
    const { contratId } = acteur;
    return this.base.transaction(async (tx) => {
      const { reponse: avant } = await this.tenir(tx, contratId, id, version);
      const change = Object.entries(saisie).filter(([, valeur]) => valeur !== undefined);
      const figes = change.filter(([champ]) => !(TOUJOURS as readonly string[]).includes(champ));
      if (avant.statut !== 'brouillon' && figes.length > 0) {
        throw refuse('La consultation est publiée : ses règles ne changent plus.', [
          ...figes.map(([champ]) => ({ pointer: `/${champ}`, detail: 'Ce champ se remplit avant la publication.' })),
        ]);
      }
      if (avant.statut === 'archivee') throw enConflit('Une consultation archivée ne change plus.');
      await tx.query(ECRIRE_CONSULTATION, [
        contratId,
        id,
        version + 1,
        colonnes({ ...avant, ...Object.fromEntries(change) }),
      ]);
      await this.lier(tx, contratId, id, saisie);
      const champs = CHAMPS_CONSULTATION.filter(
        (champ) => saisie[champ] !== undefined && saisie[champ] !== avant[champ],
      );
      const [ancien, nouveau] = [avant, saisie].map((source) =>
        Object.fromEntries(champs.map((champ) => [champ, source[champ]])),
      );
      if (champs.length > 0)
        await this.journal.inscrire(tx, acteur, { objet: 'consultation', objetId: id, avant: ancien, apres: nouveau });
      return completer(await relire(tx, contratId, id));
    });
  }

  /** Does an act of the circuit when every guard allows it; the clock does the others. */
  agir(
    acteur: Acteur,
    id: string,
    version: number,
    transition: TransitionConsultation,
    motif: string,
  ): Promise<Consultation> {
    const { contratId } = acteur;
    return this.base.transaction(async (tx) => {
      const { reponse, faits } = await this.avecDecisions(contratId, id, await this.tenir(tx, contratId, id, version));
      const refus = refusTransitionConsultation(transition, reponse.statut, situationDe(reponse, faits, motif));
      if (refus.length > 0) throw enConflit(refus.join(' '));
      if (transition === 'fermer-les-propositions')
        await this.noterDate(tx, acteur, id, 'fin-propositions', reponse.dates?.finPropositions, motif);
      const acte = ACTES[transition] ?? '';
      const valeurs = acte.includes('$3') ? [contratId, id, motif] : [contratId, id];
      await tx.query(`update consultation set ${acte} where contrat_id = $1 and id = $2`, valeurs);
      if (transition === 'analyser') {
        await gelerConsultation(tx, contratId, id);
        await this.opinions.demander(tx, { contratId, id });
      }
      if (transition === 'restituer') await tx.query(BORNER_LES_ADRESSES, [contratId, id]);
      if (transition === 'archiver') await this.purge.demander(tx, { contratId, id });
      const trace = { objet: 'consultation', objetId: id, champ: 'statut', avant: reponse.statut };
      const apres = await relire(tx, contratId, id);
      await this.journal.inscrire(tx, acteur, { ...trace, apres: apres.reponse.statut, ...(motif && { motif }) });
      return completer(apres);
    });
  }

  /** Moves the dates: freely in a draft, with a public reason afterwards, never once it is closed. */
  dater(acteur: Acteur, id: string, version: number, dates: DatesConsultation, motif: string): Promise<Consultation> {
    const { contratId } = acteur;
    return this.base.transaction(async (tx) => {
      const { reponse, faits } = await this.tenir(tx, contratId, id, version);
      const anciennes = reponse.dates;
      const refus = refusChangementDates({ ...faits, dates: anciennes }, dates, new Date());
      if (refus !== null && reponse.statut === 'brouillon') throw refuse(refus);
      if (refus !== null) throw enConflit(refus);
      const change =
        anciennes !== null && reponse.statut !== 'brouillon'
          ? CHAMPS_DATES.filter(([nom]) => Date.parse(anciennes[nom]) !== Date.parse(dates[nom]))
          : [];
      if (change.length > 0 && motif === '') {
        throw refuse('Rien n’a été changé.', [
          { pointer: '/motif', detail: 'Dites pourquoi la date change : tout le monde le lira.' },
        ]);
      }
      for (const [nom, champ] of change) {
        await tx.query(INSCRIRE_DATE, [contratId, id, champ, anciennes?.[nom], dates[nom], motif, acteur.fonction]);
      }
      await tx.query(DATER, [contratId, id, dates.ouverture, dates.finPropositions, dates.fin]);
      const trace = { objet: 'consultation', objetId: id, champ: 'dates', avant: anciennes, apres: dates };
      await this.journal.inscrire(tx, acteur, { ...trace, ...(motif && { motif }) });
      return completer(await relire(tx, contratId, id));
    });
  }

  /** Adds the propositions that the team starts with; they are shown at the opening. */
  amorcer(acteur: Acteur, id: string, textes: readonly string[]): Promise<Consultation> {
    const { contratId } = acteur;
    return this.base.transaction(async (tx) => {
      const { reponse } = await relire(tx, contratId, id);
      if (!['brouillon', 'programmee'].includes(reponse.statut))
        throw enConflit('Les propositions de départ s’écrivent avant l’ouverture.');
      for (const texte of textes) await this.propositions.amorcer(tx, contratId, id, texte);
      const trace = { objet: 'consultation', objetId: id, champ: 'amorces', apres: textes.length };
      await this.journal.inscrire(tx, acteur, trace);
      return completer(await relire(tx, contratId, id));
    });
  }

  private async avecDecisions(contratId: string, id: string, ligne: Ligne): Promise<Ligne> {
    if (ligne.reponse.statut !== 'restituee') return ligne;
    const plebisciteesSansDecision = await this.resultats.plebisciteesSansDecision(contratId, id);
    return { ...ligne, faits: { ...ligne.faits, plebisciteesSansDecision } };
  }

  private async tenir(tx: EntityManager, contratId: string, id: string, version: number): Promise<Ligne> {
    const [, touchees] = await tx.query<[unknown, number]>(AVANCER, [contratId, id, version]);
    const ligne = await relire(tx, contratId, id);
    if (touchees === 0) throw perime(completer(ligne));
    return ligne;
  }

  private async lier(
    tx: EntityManager,
    contratId: string,
    id: string,
    saisie: Partial<ConsultationSaisie>,
  ): Promise<void> {
    for (const [champ, { table, colonne, type }] of Object.entries(LISTES)) {
      const liste = saisie[champ as keyof typeof LISTES];
      if (liste === undefined) continue;
      await tx.query(`delete from ${table} where contrat_id = $1 and consultation_id = $2`, [contratId, id]);
      const ordre = `insert into ${table} (contrat_id, consultation_id, ${colonne}) select $1, $2, unnest($3::${type}[])`;
      await tx.query(ordre, [contratId, id, liste]);
    }
  }

  private async noterDate(
    tx: EntityManager,
    acteur: Acteur,
    id: string,
    champ: string,
    ancienne: string | undefined,
    motif: string,
  ): Promise<void> {
    await tx.query(INSCRIRE_DATE, [
      acteur.contratId,
      id,
      champ,
      ancienne,
      new Date().toISOString(),
      motif,
      acteur.fonction,
    ]);
  }
}

const CHAMPS_DATES = [
  ['ouverture', 'ouverture'],
  ['finPropositions', 'fin-propositions'],
  ['fin', 'fin'],
] as const;

async function relire(tx: EntityManager, contratId: string, id: string): Promise<Ligne> {
  const [ligne] = await tx.query<Ligne[]>(UNE_CONSULTATION, [contratId, id]);
  if (!ligne) throw introuvable(QUOI);
  return ligne;
}

function situationDe(consultation: Consultation, faits: Faits, motif: string): SituationConsultation {
  const { quartiers, fiches } = consultation;
  const comptees = {
    quartiers: quartiers.length,
    fiches: fiches.length,
    plebisciteesSansDecision: faits.plebisciteesSansDecision ?? 0,
  };
  return { ...consultation, ...faits, ...comptees, maintenant: new Date(), motif };
}

function completer({ reponse, faits }: Ligne): Consultation {
  return { ...reponse, transitions: transitionsConsultation(reponse.statut, situationDe(reponse, faits, '')) };
}
