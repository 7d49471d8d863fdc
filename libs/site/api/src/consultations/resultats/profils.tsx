import {
  direNombre,
  enPourcent,
  LIBELLES_GENRES,
  LIBELLES_TRANCHES_AGE,
  type ProfilMesure,
  type QuartierConsulte,
} from '@pleniere/participation/domain';
import type { JSX } from 'preact';
import { Section } from '../../gabarit/elements';

const DIMENSIONS: Readonly<Record<ProfilMesure['dimension'], string>> = {
  trancheAge: 'Par âge',
  genre: 'Par genre',
  qpvCode: 'Par quartier',
  premiereFois: 'Première participation',
};

const MOTS: Readonly<Record<string, string>> = {
  ...LIBELLES_GENRES,
  ...LIBELLES_TRANCHES_AGE,
  true: 'Oui',
  false: 'Non',
};

interface Donnees {
  profils: readonly ProfilMesure[];
  quartiers: readonly QuartierConsulte[];
}

/** Who took part: never without the share of those who said it, never a small number. */
export function Profils({ profils, quartiers }: Donnees): JSX.Element {
  const noms = new Map(quartiers.map(({ code, libelle }) => [code, libelle]));
  return (
    <Section titre="Qui a participé" id="profils">
      {profils.map(({ dimension, montrable, tauxDeclaration, parts }) => (
        <div key={dimension} class="pile-serree">
          <h3>{DIMENSIONS[dimension]}</h3>
          <p class="discret">
            {tauxDeclaration === null
              ? 'Part de ceux qui l’ont dit : non montrée.'
              : `${enPourcent(tauxDeclaration)} des participants l’ont dit.`}
            {!montrable && ' C’est trop peu pour en tirer un portrait.'}
          </p>
          {montrable && (
            <div class="defile">
              <table>
                <caption class="hors-ecran">{DIMENSIONS[dimension]}</caption>
                <thead>
                  <tr>
                    <th scope="col">Ce qu’ils ont dit</th>
                    <th scope="col" class="nombre">
                      Nombre
                    </th>
                    <th scope="col" class="nombre">
                      Part
                    </th>
                  </tr>
                </thead>
                <tbody>
                  {parts.map((une) => (
                    <tr key={une.part}>
                      <th scope="row">{noms.get(une.part) ?? MOTS[une.part] ?? une.part}</th>
                      <td class="nombre">{direNombre(une)}</td>
                      <td class="nombre">{une.proportion === null ? '–' : enPourcent(une.proportion)}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          )}
        </div>
      ))}
    </Section>
  );
}
