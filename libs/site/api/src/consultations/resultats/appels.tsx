import type { AppelPublic } from '@pleniere/participation/domain';
import type { JSX } from 'preact';
import type { CadreDuSite } from '../../cadre/cadre';
import { Jour, Lignes, Section } from '../../gabarit/elements';
import { PlanDeProjets } from './plan-projets';

const STATUTS: Readonly<Record<AppelPublic['statut'], string>> = {
  'a-venir': 'À venir',
  ouvert: 'Ouvert',
  instruction: 'Candidatures à l’étude',
  laureats: 'Lauréats désignés',
};

interface Donnees {
  cadre: CadreDuSite;
  appels: readonly AppelPublic[];
}

/** Calls for projects that answer the consultation, and the projects that won. */
export function Appels({ cadre, appels }: Donnees): JSX.Element | null {
  if (appels.length === 0) return null;
  return (
    <Section titre="L’appel à projets" id="appels">
      {appels.map(({ id, titre, texte, statut, ouverture, cloture, criteres, laureats }) => (
        <div key={id} class="pile">
          <h3>{titre}</h3>
          <p>
            <span class="puce">{STATUTS[statut]}</span> du <Jour iso={ouverture} /> au <Jour iso={cloture} />
          </p>
          {texte && <Lignes texte={texte} />}
          {criteres.length > 0 && (
            <details>
              <summary>Les critères</summary>
              <ul>
                {criteres.map(({ id: critere, libelle, poids }) => (
                  <li key={critere}>
                    {libelle} (coefficient {poids})
                  </li>
                ))}
              </ul>
            </details>
          )}
          <PlanDeProjets cadre={cadre} laureats={laureats} />
        </div>
      ))}
    </Section>
  );
}
