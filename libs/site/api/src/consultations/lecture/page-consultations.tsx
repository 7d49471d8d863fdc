import type { ConsultationPublique } from '@pleniere/participation/domain';
import type { JSX } from 'preact';
import type { CadreDuSite } from '../../cadre/cadre';
import { Section } from '../../gabarit/elements';
import { Page } from '../../gabarit/page';
import { Invitation, ListeConsultations } from './liste-consultations';

interface Donnees {
  cadre: CadreDuSite;
  consultations: readonly ConsultationPublique[];
}

/** Consultations: those where one can still speak, then the others. */
export function PageConsultations({ cadre, consultations }: Donnees): JSX.Element {
  const ouvertes = consultations.filter(({ peutVoter }) => peutVoter);
  const autres = consultations.filter(({ peutVoter }) => !peutVoter);
  return (
    <Page
      titre="Donner mon avis"
      cadre={cadre}
      lieu="consultations"
      ici={['consultations']}
      description="Les consultations en cours, les résultats des précédentes et ce qui en a été décidé."
    >
      <div class="grande-pile">
        <header class="pile">
          <h1>Donner mon avis</h1>
          <p class="chapeau">
            Sans compte. Votre avis compte autant que celui de chacun, et vous pourrez lire ici ce qui en a été fait.
          </p>
        </header>
        {ouvertes.map((consultation) => (
          <Invitation key={consultation.id} cadre={cadre} consultation={consultation} />
        ))}
        {ouvertes.length === 0 && <p>Aucune consultation n’est ouverte aujourd’hui.</p>}
        {autres.length > 0 && (
          <Section titre="Les autres consultations" id="autres">
            <ListeConsultations cadre={cadre} consultations={autres} />
          </Section>
        )}
      </div>
    </Page>
  );
}
