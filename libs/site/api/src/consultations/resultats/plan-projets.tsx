import {
  AVANCEMENTS_PROJET,
  type AvancementProjet,
  type LaureatPublic,
  LIBELLES_AVANCEMENTS,
} from '@pleniere/participation/domain';
import { accorder, formaterNombre } from '@pleniere/shared/domain';
import type { JSX } from 'preact';
import { type CadreDuSite, chemin } from '../../cadre/cadre';
import { Jour, Lignes } from '../../gabarit/elements';

interface Donnees {
  cadre: CadreDuSite;
  laureats: readonly LaureatPublic[];
}

/** Projects that won a call: how far each is, what was told of it day by day, and where it stands in the contrat. */
export function PlanDeProjets({ cadre, laureats }: Donnees): JSX.Element | null {
  if (laureats.length === 0) return null;
  return (
    <>
      <h3>Le plan de projets</h3>
      <p>{compter(laureats)}</p>
      <ul class="chaines">
        {laureats.map((projet) => (
          <li key={projet.id} class="papier pile" id={`projet-${projet.id}`}>
            <Projet cadre={cadre} projet={projet} />
          </li>
        ))}
      </ul>
    </>
  );
}

/** « 6 projets lauréats : 2 livrés, 4 en cours. » */
function compter(laureats: readonly LaureatPublic[]): string {
  const etats = AVANCEMENTS_PROJET.map((etat) => {
    const nombre = laureats.filter(({ avancement }) => avancement === etat).length;
    const mot = LIBELLES_AVANCEMENTS[etat].toLowerCase();
    return nombre === 0 ? [] : [`${nombre} ${nombre > 1 && etat !== 'en-cours' ? `${mot}s` : mot}`];
  });
  return `${accorder(laureats.length, 'projet lauréat', 'projets lauréats')} : ${etats.flat().join(', ')}.`;
}

function Projet({ cadre, projet }: { cadre: CadreDuSite; projet: LaureatPublic }): JSX.Element {
  const { titre, resume, porteur, montantCentimes, avancement, idee, fiche, action, nouvelles } = projet;
  return (
    <>
      <header class="pile-serree">
        <h4>
          {titre} <Avancement avancement={avancement} />
        </h4>
        <p class="discret">
          {porteur}
          {montantCentimes !== null && `, ${formaterNombre(montantCentimes / 100, 0)}\u00A0€`}
        </p>
      </header>
      {resume && <p>{resume}</p>}
      {(idee ?? fiche) && (
        <dl class="paires">
          {idee && (
            <>
              <dt>L’idée</dt>
              <dd>
                <a href={`#idee-${idee.id}`}>{idee.titre}</a>
              </dd>
            </>
          )}
          {fiche && (
            <>
              <dt>Dans le contrat</dt>
              <dd>
                <a href={chemin(cadre, 'fiches', fiche.code)}>{fiche.titre}</a>
                {action && `, action « ${action.titre} »`}
              </dd>
            </>
          )}
        </dl>
      )}
      {nouvelles.length > 0 && (
        <ol class="chaine">
          {nouvelles.map(({ id, le, avancement: alors, texte, fonction, ecriteLe, corrige }) => (
            <li key={id}>
              <p class="discret">
                <Jour iso={le} /> · {LIBELLES_AVANCEMENTS[alors]}
                {corrige !== null && (
                  <>
                    , rectifié le <Jour iso={ecriteLe} />
                  </>
                )}
              </p>
              <Lignes texte={texte} />
              {fonction && <p class="discret">{fonction}</p>}
            </li>
          ))}
        </ol>
      )}
    </>
  );
}

const CLASSES: Readonly<Record<AvancementProjet, string>> = {
  prevu: 'puce',
  'en-cours': 'puce',
  livre: 'puce faite',
  abandonne: 'puce retard',
};

function Avancement({ avancement }: { avancement: AvancementProjet }): JSX.Element {
  return <span class={CLASSES[avancement]}>{LIBELLES_AVANCEMENTS[avancement]}</span>;
}
