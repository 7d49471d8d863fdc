import { refaireLesCalculs } from '@pleniere/participation/api';
import { jourDeParis } from '@pleniere/shared/domain';
import type { EntityManager } from 'typeorm';
import { id } from '../../identifiants';
import type { ContratDemo } from '../../modele';
import type { LienDemo } from '../../modele/liens';
import { personneDe } from '../fiches';
import { inserer, type Ligne } from '../insertion';
import { cleConsultation } from './consultations';

/** Year that the demo tells. */
const ANNEE = 2026;

const ficheDe = (demo: ContratDemo, code: string): string => id(`${demo.cle}/${code}`);
const actionDe = (demo: ContratDemo, code: string, lettre?: string): string | null =>
  lettre === undefined ? null : id(`${demo.cle}/${code}/action/${lettre}`);

function sourceDe(demo: ContratDemo, { question, seance, idee }: LienDemo): Ligne {
  const rang = (demo.questions ?? []).findIndex(({ quand }) => quand === question);
  return {
    question_id: rang === -1 ? null : id(`${demo.cle}/question/${rang + 1}`),
    seance_id: seance === undefined ? null : id(`${demo.cle}/espace/${seance[0]}/${seance[1]}`),
    idee_id: idee === undefined ? null : id(`${cleConsultation(demo, idee[0])}/idee/${idee[1]}`),
  };
}

const idDe = (demo: ContratDemo, rang: number): string => id(`${demo.cle}/lien/${rang + 1}`);

function ligneLien(demo: ContratDemo, lien: LienDemo, rang: number): Ligne {
  const { fiche, action, indicateur, etape, preuve = '', par, quand, decision } = lien;
  return {
    contrat_id: id(`${demo.cle}/contrat`),
    id: idDe(demo, rang),
    version: decision ? 2 : 1,
    ...sourceDe(demo, lien),
    fiche_id: action === undefined && indicateur === undefined ? ficheDe(demo, fiche) : null,
    indicateur_id: indicateur === undefined ? null : id(`${demo.cle}/${fiche}/indicateur/${indicateur}`),
    action_id: actionDe(demo, fiche, action),
    etape,
    preuve,
    lie_par: personneDe(demo, par).nom,
    lie_le: quand,
  };
}

function lignesDecision(demo: ContratDemo, { fiche, decision }: LienDemo, rang: number): Ligne[] {
  if (!decision) return [];
  const { suite, motif, fonction, quand, revision = null, action } = decision;
  return [
    {
      contrat_id: id(`${demo.cle}/contrat`),
      lien_id: idDe(demo, rang),
      version: 1,
      verdict: suite,
      motif,
      fiche_id: revision === null ? null : ficheDe(demo, fiche),
      revision,
      action_id: actionDe(demo, fiche, action),
      fonction,
      decidee_le: quand,
    },
  ];
}

/** Links what residents of the demo said, then computes the values that come from such facts. */
export async function lierLesContributions(tx: EntityManager, demo: ContratDemo): Promise<void> {
  const liens = demo.liens ?? [];
  await inserer(tx, ['lien_contribution', liens.map((lien, rang) => ligneLien(demo, lien, rang))]);
  await inserer(tx, ['decision_suite', liens.flatMap((lien, rang) => lignesDecision(demo, lien, rang))]);
  const lire = <T>(_nom: string, texte: string, valeurs: unknown[]): Promise<T[]> => tx.query<T[]>(texte, valeurs);
  await refaireLesCalculs(lire, id(`${demo.cle}/contrat`), { annee: ANNEE, aujourdhui: jourDeParis() });
}
