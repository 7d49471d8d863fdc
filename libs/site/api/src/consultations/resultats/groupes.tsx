import {
  type AvisDeGroupe,
  CONDITIONS_OPINIONS,
  direAvis,
  leGroupe,
  nomDuGroupe,
  type OpinionsGelees,
  type PropositionClassee,
} from '@pleniere/participation/domain';
import { accorder } from '@pleniere/shared/domain';
import type { JSX } from 'preact';
import { Section } from '../../gabarit/elements';
import { BarreAvis, BarreGroupes } from './barres';

interface Donnees {
  /** Null while they are being computed. */
  opinions: OpinionsGelees | null;
  propositions: readonly PropositionClassee[];
}

/** People who vote alike, and nothing of who they are: what gathers every group first, then what each holds to. */
export function Groupes({ opinions, propositions }: Donnees): JSX.Element | null {
  if (!opinions) return null;
  const { refus, groupes, partagees } = opinions;
  const textes = new Map(propositions.map(({ numero, texte }) => [numero, texte]));
  // What was refused since is not in the report.
  const lues = <T extends { numero: number }>(liste: readonly T[]) => liste.filter(({ numero }) => textes.has(numero));
  const noms = groupes.map((_, rang) => nomDuGroupe(rang));
  if (refus) {
    return (
      <Section titre="Les façons de voir" id="groupes">
        <p>Aucun groupe d’opinion n’est montré. {refus}</p>
      </Section>
    );
  }
  return (
    <Section titre="Les façons de voir" id="groupes">
      <p>
        {accorder(groupes.length, 'groupe')} de personnes ont voté de façon proche. Ils viennent des votes seuls : rien
        de ce que sont les personnes n’y entre, et seules comptent celles qui ont voté {CONDITIONS_OPINIONS.votes} fois
        ou plus.
      </p>
      <BarreGroupes tailles={groupes.map(({ taille }) => taille)} />
      <ul class="legende">
        {groupes.map(({ taille }, rang) => (
          <li key={noms[rang]} class={`groupe-${rang}`}>
            {noms[rang]} : {accorder(taille, 'personne')}
          </li>
        ))}
      </ul>
      {lues(partagees).length > 0 && (
        <div class="pile-serree">
          <h3>Ce qui réunit tous les groupes</h3>
          <Tableau
            titre="Ce qui réunit tous les groupes : part d’accord dans chacun"
            colonnes={noms}
            lignes={lues(partagees).map(({ numero, avis }) => ({ texte: textes.get(numero) ?? '', avis }))}
          />
        </div>
      )}
      {groupes.map(({ propres }, rang) => (
        <div key={noms[rang]} class="pile-serree">
          <h3>Ce à quoi tient le {leGroupe(rang)}</h3>
          {lues(propres).length === 0 ? (
            <p>Rien ne le distingue nettement.</p>
          ) : (
            <Tableau
              titre={`${noms[rang] ?? ''} : part d’accord dans ce groupe, et chez les autres`}
              colonnes={[noms[rang] ?? '', 'Les autres']}
              lignes={lues(propres).map(({ numero, ici, ailleurs }) => ({
                texte: textes.get(numero) ?? '',
                avis: [ici, ailleurs],
              }))}
            />
          )}
        </div>
      ))}
    </Section>
  );
}

interface TableauDonnees {
  titre: string;
  colonnes: readonly string[];
  lignes: readonly { texte: string; avis: readonly (AvisDeGroupe | null)[] }[];
}

function Tableau({ titre, colonnes, lignes }: TableauDonnees): JSX.Element {
  return (
    <table class="resultats">
      <caption class="hors-ecran">{titre}</caption>
      <thead class="hors-ecran">
        <tr>
          <th scope="col">Proposition</th>
          {colonnes.map((colonne) => (
            <th key={colonne} scope="col">
              {colonne}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {lignes.map(({ texte, avis }) => (
          <tr key={texte}>
            <th scope="row">{texte}</th>
            {colonnes.map((colonne, rang) => (
              <td key={colonne} class="avis-de-groupe">
                <span>{colonne}</span>
                <BarreAvis avis={avis[rang] ?? null} />
                <span>{direAvis(avis[rang] ?? null)}</span>
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
