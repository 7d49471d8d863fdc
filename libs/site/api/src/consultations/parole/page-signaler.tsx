import {
  type ConsultationPublique,
  MOTIFS_SIGNALEMENT,
  type PropositionPublique,
} from '@pleniere/participation/domain';
import type { JSX } from 'preact';
import { type CadreDuSite, chemin } from '../../cadre/cadre';
import { DireRefus, Zone } from '../../formulaires/champs';
import type { Refus } from '../../formulaires/refus';
import { Page } from '../../gabarit/page';
import { LIBELLES_SIGNALEMENTS } from '../lecture/mots';
import { VersConsultation } from '../lecture/vers-consultation';

/** What was typed of a report, as it was typed. */
export interface SignalementTape {
  motif: string;
  detail: string;
}

interface Donnees {
  cadre: CadreDuSite;
  consultation: ConsultationPublique;
  proposition: PropositionPublique;
  tape: SignalementTape;
  refus: Refus | null;
  merci: boolean;
}

/** Reports a proposition to those who moderate. */
export function PageSignaler({ cadre, consultation, proposition, tape, refus, merci }: Donnees): JSX.Element {
  const action = chemin(cadre, 'consultations', consultation.id, 'propositions', proposition.id, 'signaler');
  return (
    <Page titre="Signaler une proposition" cadre={cadre} lieu="consultations" prive>
      <div class="grande-pile etroite">
        <header class="pile">
          <VersConsultation cadre={cadre} consultation={consultation} />
          <h1>Signaler une proposition</h1>
          <blockquote class="parole">{proposition.texte}</blockquote>
        </header>
        <DireRefus refus={refus} />
        {merci ? (
          <p role="status" class="succes">
            Merci : ceux qui modèrent vont la relire.
          </p>
        ) : (
          <form method="post" action={action} class="pile formulaire">
            <fieldset id="motif">
              <legend>Pourquoi ?</legend>
              {MOTIFS_SIGNALEMENT.map((motif) => (
                <label key={motif} class="choix">
                  <input type="radio" name="motif" value={motif} checked={motif === tape.motif} />
                  {LIBELLES_SIGNALEMENTS[motif]}
                </label>
              ))}
            </fieldset>
            <Zone
              nom="detail"
              libelle="Précisez (facultatif)"
              valeur={tape.detail}
              max={1000}
              lignes={3}
              refus={refus}
            />
            <p class="aide">Ne pas être d’accord n’est pas un motif : pour cela, votez.</p>
            <p>
              <button type="submit">Signaler</button>
            </p>
          </form>
        )}
      </div>
    </Page>
  );
}
