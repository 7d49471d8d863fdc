import type { JSX } from 'preact';
import type { CadreDuSite } from '../cadre/cadre';
import { Section } from '../gabarit/elements';
import { Page } from '../gabarit/page';

/** Accessibility statement (article 47 of the law n° 2005-102, decree n° 2019-768): says what was and was not checked. */
export function PageAccessibilite({ cadre }: { cadre: CadreDuSite }): JSX.Element {
  return (
    <Page titre="Déclaration d’accessibilité" cadre={cadre}>
      <div class="grande-pile">
        <header class="pile">
          <h1>Déclaration d’accessibilité</h1>
          <p class="chapeau">
            Ces pages doivent pouvoir être lues et utilisées par tout le monde : au clavier, avec un lecteur d’écran, en
            très gros caractères, sans JavaScript, et imprimées.
          </p>
        </header>
        <Section titre="État de conformité" id="etat">
          <p>
            Partiellement conforme au référentiel général d’amélioration de l’accessibilité (RGAA 4.1). Aucun audit
            complet par une personne extérieure n’a encore eu lieu.
          </p>
        </Section>
        <Section titre="Ce qui est vérifié" id="verifie">
          <div class="redige">
            <ul>
              <li>
                Chaque page est contrôlée à chaque changement par un outil automatique (règles WCAG 2.2, niveau AA).
              </li>
              <li>Chaque page tient dans un écran de 320 pixels et se lit agrandie à 200 %.</li>
              <li>Les votes, les propositions et les questions se font au clavier et sans JavaScript.</li>
              <li>Les documents PDF sont balisés ; leur structure est contrôlée automatiquement.</li>
            </ul>
          </div>
        </Section>
        <Section titre="Ce qui ne l’est pas encore" id="reste">
          <div class="redige">
            <ul>
              <li>Aucun essai avec des personnes utilisant un lecteur d’écran au quotidien.</li>
              <li>Aucune version en langue des signes ni en Facile à lire et à comprendre.</li>
              <li>Les textes écrits par les villes et les partenaires peuvent être difficiles à comprendre.</li>
            </ul>
          </div>
        </Section>
        <Section titre="Vous n’arrivez pas à lire ou à faire quelque chose ?" id="contact">
          <p>
            Écrivez ou téléphonez à la mairie de votre quartier ou à la métropole : la réponse vous sera donnée sous une
            forme qui vous convient. Sans réponse, vous pouvez saisir le{' '}
            <a href="https://formulaire.defenseurdesdroits.fr/">Défenseur des droits</a>.
          </p>
        </Section>
      </div>
    </Page>
  );
}
