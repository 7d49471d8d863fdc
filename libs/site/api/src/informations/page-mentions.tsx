import type { JSX } from 'preact';
import { type CadreDuSite, chemin } from '../cadre/cadre';
import { Section } from '../gabarit/elements';
import { Page } from '../gabarit/page';

/** Legal notice (law n° 2004-575, article 1-1). */
export function PageMentions({ cadre }: { cadre: CadreDuSite }): JSX.Element {
  return (
    <Page titre="Mentions légales" cadre={cadre}>
      <div class="grande-pile">
        <h1>Mentions légales</h1>
        <Section titre="Qui publie" id="editeur">
          <p>
            Ces pages sont publiées par l’intercommunalité qui porte le {cadre.titre.replace(/^C/, 'c')}, avec les
            villes, l’État et leurs partenaires. Le directeur ou la directrice de la publication est son président ou sa
            présidente.
          </p>
        </Section>
        <Section titre="Où sont les données" id="hebergement">
          <p>
            Le service fonctionne sur les serveurs de l’intercommunalité ou de son hébergeur. Aucune page ne fait appel
            à un tiers : ni mesure d’audience, ni police de caractères, ni carte venue d’ailleurs.
          </p>
        </Section>
        <Section titre="Ce que vous pouvez réutiliser" id="licence">
          <p>
            Les données publiées le sont sous Licence Ouverte 2.0 (Etalab) : voyez les{' '}
            <a href={chemin(cadre, 'donnees-ouvertes')}>données ouvertes</a>. Le programme est libre (EUPL 1.2).
          </p>
        </Section>
        <Section titre="Signaler un contenu" id="signaler">
          <p>
            Ce que proposent les habitants est relu avant d’être publié. Si un texte publié vous paraît contraire à la
            loi ou vous met en cause, dites-le à la métropole en donnant son adresse et la raison : il sera masqué s’il
            le faut, et son auteur en connaîtra le motif.
          </p>
        </Section>
      </div>
    </Page>
  );
}
