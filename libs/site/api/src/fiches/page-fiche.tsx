import { codeAffiche, type FichePubliqueLue, LIBELLES_METEO, type Meteo } from '@pleniere/fiches/domain';
import { TYPES_INDICATEUR, type TypeIndicateur } from '@pleniere/indicateurs/domain';
import type { JSX } from 'preact';
import { type CadreDuSite, chemin } from '../cadre/cadre';
import { Redige, Retour, Section } from '../gabarit/elements';
import { Page } from '../gabarit/page';
import { classeEnjeu } from './liste-fiches';
import { type DitDeLaFiche, Paroles } from './paroles';

const MESURES: Readonly<Record<TypeIndicateur, string>> = {
  realisation: 'Ce qui a été fait',
  resultat: 'Ce que cela a donné',
  impact: 'Ce que cela change dans les quartiers',
  contexte: 'La situation des quartiers',
};

interface Donnees {
  cadre: CadreDuSite;
  fiche: FichePubliqueLue;
  dit: DitDeLaFiche;
}

/** A fiche in force as residents read it. */
export function PageFiche({ cadre, fiche, dit }: Donnees): JSX.Element {
  const { code, titre, enjeu, resumePublic, meteo, quartiers, lignes } = fiche;
  return (
    <Page titre={titre} cadre={cadre} lieu="fiches" ici={['fiches', code]} description={resumePublic || undefined}>
      <article class="grande-pile">
        <header class={`pile bord ${classeEnjeu(enjeu)}`}>
          <Retour cadre={cadre} lieu="fiches">
            Toutes les fiches
          </Retour>
          <p class="discret">
            Fiche {codeAffiche(code)} · {enjeu.libelle} : {enjeu.intitule}
          </p>
          <h1>{titre}</h1>
          {resumePublic && <p class="chapeau">{resumePublic}</p>}
          {meteo && <p>Où en est le projet ? {direMeteo(meteo)}</p>}
        </header>
        <Resultats fiche={fiche} />
        {quartiers.length > 0 && (
          <Section titre="Dans quels quartiers" id="quartiers">
            <ul class="puces">
              {quartiers.map(({ code: qpv, nom }) => (
                <li key={qpv}>
                  <a href={chemin(cadre, 'quartiers', qpv)}>{nom}</a>
                </li>
              ))}
            </ul>
          </Section>
        )}
        {lignes.map(({ libelle, html }, rang) => (
          <Section key={libelle} titre={libelle} id={`ligne-${rang}`}>
            <Redige html={html} />
          </Section>
        ))}
        <Paroles cadre={cadre} fiche={fiche} dit={dit} />
      </article>
    </Page>
  );
}

function direMeteo(meteo: string): JSX.Element {
  const { nom, sens } = LIBELLES_METEO[meteo as Meteo];
  return (
    <strong>
      {nom} : {sens}
    </strong>
  );
}

/** Public indicators, each told in one sentence. */
function Resultats({ fiche: { indicateurs } }: { fiche: FichePubliqueLue }): JSX.Element | null {
  if (indicateurs.length === 0) return null;
  return (
    <Section titre="Les résultats" id="resultats">
      {TYPES_INDICATEUR.map((type) => {
        const duType = indicateurs.filter((indicateur) => indicateur.type === type);
        return duType.length === 0 ? null : (
          <div key={type} class="pile">
            <h3>{MESURES[type]}</h3>
            <ul class="lignes">
              {duType.map(({ libelle, phrase }) => (
                <li key={libelle}>
                  <strong>{libelle}</strong>
                  <br />
                  {phrase}
                </li>
              ))}
            </ul>
          </div>
        );
      })}
    </Section>
  );
}
