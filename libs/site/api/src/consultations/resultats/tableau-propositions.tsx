import {
  type ClasseProposition,
  CLASSES_PROPOSITION,
  enPourcent,
  LIBELLES_CLASSES,
  type PropositionClassee,
} from '@pleniere/participation/domain';
import { accorder } from '@pleniere/shared/domain';
import type { JSX } from 'preact';
import { Section } from '../../gabarit/elements';
import { BarreIntervalle } from './barres';

const SENS: Readonly<Record<ClasseProposition, string>> = {
  plebiscitee: 'Une large majorité est d’accord.',
  controversee: 'Les avis sont partagés.',
  rejetee: 'Une majorité n’est pas d’accord.',
  incomprise: 'Beaucoup ne l’ont pas comprise.',
  'non-tranchee': 'Les votes ne permettent pas de trancher.',
};

/** Propositions shown before the others are unfolded. */
const EN_TETE = 10;

/** Propositions by class, each with its share, its margin and its votes: a picture, and the table that says the same. */
export function TableauPropositions({ propositions }: { propositions: readonly PropositionClassee[] }): JSX.Element {
  return (
    <Section titre="Ce que vous avez dit" id="propositions">
      {CLASSES_PROPOSITION.map((classe) => {
        const siennes = propositions.filter(({ resultat }) => resultat.classe === classe);
        if (siennes.length === 0) return null;
        return (
          <div key={classe} class="pile-serree">
            <h3>
              {LIBELLES_CLASSES[classe]} : {accorder(siennes.length, 'proposition')}
            </h3>
            <p class="discret">{SENS[classe]}</p>
            <Tableau propositions={siennes.slice(0, EN_TETE)} titre={LIBELLES_CLASSES[classe]} />
            {siennes.length > EN_TETE && (
              <details>
                <summary>{accorder(siennes.length - EN_TETE, 'autre', 'autres')}</summary>
                <Tableau propositions={siennes.slice(EN_TETE)} titre={`${LIBELLES_CLASSES[classe]}, suite`} />
              </details>
            )}
          </div>
        );
      })}
    </Section>
  );
}

function Tableau({ propositions, titre }: { propositions: readonly PropositionClassee[]; titre: string }): JSX.Element {
  return (
    <table class="resultats">
      <caption class="hors-ecran">{titre} : part d’accord, marge d’erreur et nombre de votes</caption>
      <thead class="hors-ecran">
        <tr>
          <th scope="col">Proposition</th>
          <th scope="col">Part</th>
        </tr>
      </thead>
      <tbody>
        {propositions.map((une) => (
          <tr key={une.id}>
            <th scope="row">{une.texte}</th>
            <td>
              <Part une={une} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Part({ une: { resultat, papier, classeAvecSuspects } }: { une: PropositionClassee }): JSX.Element {
  const { n, pour, contre, fragile, classe } = resultat;
  const sens = classe === 'rejetee' ? 'contre' : 'pour';
  const part = sens === 'pour' ? pour : contre;
  const enPapier = papier.pour + papier.contre + papier.neutre;
  return (
    <>
      <BarreIntervalle part={part} sens={sens} />
      <strong>
        {enPourcent(part.part)} {sens === 'pour' ? 'd’accord' : 'pas d’accord'}
      </strong>{' '}
      <span class="discret">
        entre {enPourcent(part.bas)} et {enPourcent(part.haut)}, sur {accorder(n, 'vote')}
        {enPapier > 0 && ` ; sur papier : ${papier.pour} d’accord sur ${enPapier}`}
      </span>{' '}
      {fragile && <span class="puce">Résultat fragile</span>}
      {classeAvecSuspects !== classe && (
        <span class="puce">
          Avec les participations mises à part : {LIBELLES_CLASSES[classeAvecSuspects].toLowerCase()}
        </span>
      )}
    </>
  );
}
