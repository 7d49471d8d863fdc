import {
  type ChangementPublic,
  LIBELLES_ETAPES_LIEN,
  LIBELLES_SUITES_CONTRIBUTION,
} from '@pleniere/participation/domain';
import type { JSX } from 'preact';
import { type CadreDuSite, chemin } from '../cadre/cadre';
import { Jour } from '../gabarit/elements';

interface Donnees {
  cadre: CadreDuSite;
  changements: readonly ChangementPublic[];
}

/** From what somebody said to what changed: the words, the engagement, the decision, each with its date. */
export function ListeChangements({ cadre, changements }: Donnees): JSX.Element {
  return (
    <ul class="chaines">
      {changements.map((changement, rang) => (
        <li key={rang} class="papier">
          <Chaine cadre={cadre} changement={changement} />
        </li>
      ))}
    </ul>
  );
}

function Chaine({ cadre, changement }: { cadre: CadreDuSite; changement: ChangementPublic }): JSX.Element {
  const { source, fiche, action, indicateur, etape, preuve, decision } = changement;
  return (
    <ol class="chaine">
      <li>
        <p class="discret">
          Dit le <Jour iso={source.date} />
          {source.quartier && (
            <>
              {' '}
              à <a href={chemin(cadre, 'quartiers', source.quartier.code)}>{source.quartier.nom}</a>
            </>
          )}{' '}
          · {source.libelle}
        </p>
        <p class="parole">
          {source.numero === null ? (
            `« ${source.texte} »`
          ) : (
            <a href={chemin(cadre, 'questions', String(source.numero))}>« {source.texte} »</a>
          )}
        </p>
      </li>
      <li>
        <p class="discret">{LIBELLES_ETAPES_LIEN[etape]}</p>
        <p>
          <a href={chemin(cadre, 'fiches', fiche.code)}>{fiche.titre}</a>
          {action && ` : action « ${action.titre} »`}
          {indicateur && ` : indicateur « ${indicateur.libelle} »`}
        </p>
        {preuve && <p class="discret">{preuve}</p>}
      </li>
      <li>
        {decision ? <Decision decision={decision} /> : <p class="discret">La décision n’est pas encore prise.</p>}
        {indicateur?.calcul && (
          <p class="succes">
            Ce que l’on compte depuis, le <Jour iso={indicateur.calcul.calculeLe} /> : {indicateur.calcul.phrase}
          </p>
        )}
      </li>
    </ol>
  );
}

function Decision({ decision }: { decision: NonNullable<ChangementPublic['decision']> }): JSX.Element {
  const { suite, motif, fonction, decideeLe, enVigueurLe, actionCreee } = decision;
  return (
    <>
      <p>
        <span class={suite.startsWith('integree') ? 'puce faite' : 'puce'}>{LIBELLES_SUITES_CONTRIBUTION[suite]}</span>{' '}
        <span class="discret">
          {fonction && `${fonction}, `}le <Jour iso={decideeLe} />
        </span>
      </p>
      {motif && <p>{motif}</p>}
      {enVigueurLe && (
        <p class="succes">
          Le texte du contrat a changé : en vigueur depuis le <Jour iso={enVigueurLe} />.
        </p>
      )}
      {actionCreee && <p class="succes">Une action est née : {actionCreee.titre}.</p>}
    </>
  );
}
