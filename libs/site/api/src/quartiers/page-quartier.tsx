import { phraseDuTerritoire } from '@pleniere/fiches/api';
import type { FichePublique } from '@pleniere/fiches/domain';
import { formaterNombre } from '@pleniere/shared/domain';
import type { JSX } from 'preact';
import { type CadreDuSite, chemin } from '../cadre/cadre';
import { ListeFiches } from '../fiches/liste-fiches';
import { Retour, Section } from '../gabarit/elements';
import { Page } from '../gabarit/page';
import { Carte } from './carte';
import { type DitDuQuartier, Paroles } from './paroles';
import type { QuartierDuSite, QuartierDuSiteLu } from './quartier';

interface Donnees {
  cadre: CadreDuSite;
  quartier: QuartierDuSiteLu;
  /** All of them, for the map. */
  quartiers: readonly QuartierDuSite[];
  fiches: readonly FichePublique[];
  dit: DitDuQuartier;
}

/** Everything about one quartier: what is committed there, what was measured. */
export function PageQuartier({ cadre, quartier, quartiers, fiches, dit }: Donnees): JSX.Element {
  const { code, nom, communes, population } = quartier;
  const concernees = fiches.filter((fiche) => fiche.quartiers.some((ici) => ici.code === code));
  return (
    <Page
      titre={nom}
      cadre={cadre}
      lieu="quartiers"
      ici={['quartiers', code]}
      description={`Ce qui se fait, se dit et change à ${nom}.`}
    >
      <div class="grande-pile">
        <header class="pile">
          <Retour cadre={cadre} lieu="quartiers">
            Tous les quartiers
          </Retour>
          <h1>{nom}</h1>
          <p class="chapeau">
            {communes.join(', ')}
            {population && ` · ${formaterNombre(population.population)} habitants`}
          </p>
          {population && (
            <p class="discret">
              Population {population.millesime}. Source : {population.source}
            </p>
          )}
        </header>
        <Paroles cadre={cadre} quartier={quartier} dit={dit} />
        <Mesures quartier={quartier} cadre={cadre} />
        <Section titre="Ce qui se fait ici" id="fiches">
          {concernees.length === 0 ? (
            <p>Aucune fiche en vigueur ne concerne encore ce quartier.</p>
          ) : (
            <ListeFiches cadre={cadre} fiches={concernees} />
          )}
        </Section>
        <Carte cadre={cadre} quartiers={quartiers} ici={code} />
      </div>
    </Page>
  );
}

/** What was measured in the quartier, fiche by fiche. */
function Mesures({ cadre, quartier }: Pick<Donnees, 'cadre' | 'quartier'>): JSX.Element | null {
  const parFiche = Map.groupBy(quartier.mesures, ({ fiche }) => fiche.code);
  if (parFiche.size === 0) return null;
  return (
    <Section titre="Ce qui change ici" id="mesures">
      {[...parFiche].map(([code, mesures]) => (
        <div key={code} class="pile">
          <h3>
            <a href={chemin(cadre, 'fiches', code)}>{mesures[0]?.fiche.titre ?? ''}</a>
          </h3>
          <ul class="lignes">
            {mesures.map(({ indicateur }) => (
              <li key={indicateur.libelle}>
                <strong>{indicateur.libelle}</strong>
                <br />
                {phraseDuTerritoire(indicateur)}
              </li>
            ))}
          </ul>
        </div>
      ))}
    </Section>
  );
}
