import { type Idee, LIBELLES_VERDICTS, totalVotes } from '@pleniere/participation/domain';
import { accorder } from '@pleniere/shared/domain';
import type { JSX } from 'preact';
import { type CadreDuSite, chemin } from '../../cadre/cadre';
import { Jour, Section } from '../../gabarit/elements';

interface Donnees {
  cadre: CadreDuSite;
  idees: readonly Idee[];
  agenda: readonly Idee[];
}

/** Ideas, each with the decision and its reason; those of the agenda citoyen first, numbered. */
export function Idees({ cadre, idees, agenda }: Donnees): JSX.Element | null {
  const autres = idees.filter(({ agendaRang }) => agendaRang === null);
  if (idees.length === 0) return null;
  return (
    <>
      {agenda.length > 0 && (
        <Section titre="L’agenda citoyen" id="agenda">
          <p>Les priorités qui sortent de cette consultation, et ce qui a été décidé de chacune.</p>
          <ol class="lignes">
            {agenda.map((idee) => (
              <UneIdee key={idee.id} cadre={cadre} idee={idee} />
            ))}
          </ol>
        </Section>
      )}
      {autres.length > 0 && (
        <Section titre={agenda.length > 0 ? 'Les autres idées' : 'Les idées et les décisions'} id="idees">
          <ul class="lignes">
            {autres.map((idee) => (
              <UneIdee key={idee.id} cadre={cadre} idee={idee} />
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}

function UneIdee({ cadre, idee }: { cadre: CadreDuSite; idee: Idee }): JSX.Element {
  const { titre, resume, verdict, motif, fonction, decideeLe, fiche, action, agendaRang, propositions } = idee;
  return (
    <li class="pile-serree" id={`idee-${idee.id}`}>
      <h3>
        {agendaRang !== null && `${agendaRang}. `}
        {titre}
      </h3>
      {resume && <p>{resume}</p>}
      {verdict ? (
        <p class="avis">
          <span class={verdict === 'retenue' ? 'puce faite' : 'puce'}>{LIBELLES_VERDICTS[verdict]}</span> {motif}
          {decideeLe && (
            <span class="discret">
              {' '}
              {fonction && `${fonction}, `}le <Jour iso={decideeLe} />
            </span>
          )}
        </p>
      ) : (
        <p class="discret">La décision n’est pas encore prise.</p>
      )}
      {fiche && (
        <p>
          Dans le contrat : <a href={chemin(cadre, 'fiches', fiche.code)}>{fiche.titre}</a>
          {action && `, action « ${action.titre} »`}
        </p>
      )}
      {propositions.length > 0 && (
        <details>
          <summary>{accorder(propositions.length, 'proposition')} d’habitants</summary>
          <ul>
            {propositions.map(({ id, texte, votes }) => (
              <li key={id}>
                {texte} <span class="discret">({accorder(totalVotes(votes), 'vote')})</span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </li>
  );
}
