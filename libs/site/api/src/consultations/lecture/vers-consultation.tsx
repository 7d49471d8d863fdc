import type { ConsultationPublique } from '@pleniere/participation/domain';
import type { JSX } from 'preact';
import { type CadreDuSite, chemin } from '../../cadre/cadre';

/** Way back to the consultation that a page belongs to, by its question. */
export function VersConsultation({ cadre, consultation }: Donnees): JSX.Element {
  return (
    <p class="fil ecran">
      <a href={chemin(cadre, 'consultations', consultation.id)}>← {consultation.question}</a>
    </p>
  );
}
interface Donnees {
  cadre: CadreDuSite;
  consultation: Pick<ConsultationPublique, 'id' | 'question'>;
}
