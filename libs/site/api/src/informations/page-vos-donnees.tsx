import type { JSX } from 'preact';
import type { CadreDuSite } from '../cadre/cadre';
import { Section } from '../gabarit/elements';
import { Page } from '../gabarit/page';

/** What is kept of residents, why, how long (articles 13 and 14 of the GDPR). */
export function PageVosDonnees({ cadre }: { cadre: CadreDuSite }): JSX.Element {
  return (
    <Page titre="Vos données" cadre={cadre}>
      <div class="grande-pile">
        <header class="pile">
          <h1>Vos données</h1>
          <p class="chapeau">
            Aucun compte, aucun nom demandé. Lire ces pages ne laisse aucune trace chez vous ni ici au-delà du journal
            technique du serveur.
          </p>
        </header>
        <Section titre="Ce qui est gardé" id="garde">
          <div class="defile">
            <table>
              <thead>
                <tr>
                  <th scope="col">Quand vous…</th>
                  <th scope="col">On garde</th>
                  <th scope="col">Pendant</th>
                </tr>
              </thead>
              <tbody>
                <tr>
                  <td>votez ou proposez</td>
                  <td>
                    une clé tirée au hasard, dans un témoin (cookie) nécessaire au vote ; votre âge, votre genre et
                    votre quartier seulement si vous les dites
                  </td>
                  <td>
                    13 mois au plus ; à l’archivage de la consultation, plus rien ne relie une personne à ses votes
                  </td>
                </tr>
                <tr>
                  <td>dites que vous êtes là, à une rencontre</td>
                  <td>
                    la même clé, sous une empreinte propre à l’émargement ; votre âge, votre genre et votre quartier
                    seulement si vous les dites ; jamais un nom
                  </td>
                  <td>l’empreinte : un an après la rencontre ; ensuite, des nombres</td>
                </tr>
                <tr>
                  <td>posez une question</td>
                  <td>votre texte, et votre adresse électronique si vous la laissez</td>
                  <td>l’adresse : jusqu’à un an après la réponse</td>
                </tr>
                <tr>
                  <td>envoyez plusieurs demandes à la suite</td>
                  <td>une empreinte de votre adresse de connexion, salée chaque jour, contre les abus</td>
                  <td>7 jours</td>
                </tr>
              </tbody>
            </table>
          </div>
        </Section>
        <Section titre="Pourquoi, et vos droits" id="droits">
          <div class="redige">
            <p>
              La base légale est la mission d’intérêt public de la collectivité (article 6-1-e du RGPD). Vos opinions ne
              servent qu’à la consultation ou à la question posée.
            </p>
            <p>
              Avec la clé de votre navigateur, vous pouvez relire et emporter ce que vous avez dit, retirer un vote ou
              une proposition, ou tout effacer d’un coup, tant que la consultation dure. Ensuite, ce qui a été dit reste
              compté, et l’archivage efface ce qui le relie à vous. Pour toute demande, écrivez au délégué à la
              protection des données de la métropole ; vous pouvez aussi saisir la{' '}
              <a href="https://www.cnil.fr/fr/plaintes">CNIL</a>.
            </p>
          </div>
        </Section>
      </div>
    </Page>
  );
}
