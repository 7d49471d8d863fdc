import type { ConsultationPublique } from '@pleniere/participation/domain';
import type { JSX } from 'preact';
import { type CadreDuSite, chemin } from '../../cadre/cadre';
import { direCompteurs, direPhase } from './mots';

/** Consultations, each with its question, until when, and how many took part. */
export function ListeConsultations({ cadre, consultations }: Donnees): JSX.Element {
  return (
    <ul class="portes larges">
      {consultations.map((consultation) => (
        <li key={consultation.id}>
          <a href={chemin(cadre, 'consultations', consultation.id)}>
            <strong>{consultation.question}</strong>
            <span>{direPhase(consultation)}</span>
            <span class="discret">{direCompteurs(consultation)}</span>
          </a>
        </li>
      ))}
    </ul>
  );
}
interface Donnees {
  cadre: CadreDuSite;
  consultations: readonly ConsultationPublique[];
}

/** The way in of an open consultation: its question, and what one can do now. */
export function Invitation({ cadre, consultation }: InvitationDonnees): JSX.Element {
  const { id, question, peutProposer, peutVoter } = consultation;
  return (
    <div class="papier invitation pile">
      <p class="discret">{direPhase(consultation)}</p>
      <p class="parole-entiere">
        <a href={chemin(cadre, 'consultations', id)}>{question}</a>
      </p>
      <p class="discret">{direCompteurs(consultation)}</p>
      <p class="boutons ecran">
        {peutVoter && (
          <a class="bouton" href={chemin(cadre, 'consultations', id, 'voter')}>
            Donner mon avis
          </a>
        )}
        {peutProposer && (
          <a class="bouton second" href={chemin(cadre, 'consultations', id, 'proposer')}>
            Proposer une idée
          </a>
        )}
      </p>
    </div>
  );
}
interface InvitationDonnees {
  cadre: CadreDuSite;
  consultation: ConsultationPublique;
}
