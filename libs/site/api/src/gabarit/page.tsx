import type { ComponentChildren, JSX } from 'preact';
import { type CadreDuSite, chemin } from '../cadre/cadre';
import { ADRESSE_FEUILLE } from './feuille';
import { Qr } from './qr';
import { ADRESSE_SCRIPT } from './script';

/** Places of the site, in the order of its menu. */
export const RUBRIQUES = [
  { lieu: 'quartiers', libelle: 'Mon quartier' },
  { lieu: 'fiches', libelle: 'Ce qui se fait' },
  { lieu: 'questions', libelle: 'Questions' },
  { lieu: 'consultations', libelle: 'Donner mon avis' },
] as const;
/** First part of the address of a place. */
export type Lieu = (typeof RUBRIQUES)[number]['lieu'];

/** What every page of the site has around its own content. */
export interface CadreDePage {
  titre: string;
  /** Null on the pages of no contrat: the choice of a contrat, an error. */
  cadre: CadreDuSite | null;
  /** Place of the menu that the page belongs to. */
  lieu?: Lieu;
  /** Where the page is, for the QR code that leads back from its print; nothing on pages of one's own. */
  ici?: readonly string[];
  /** One sentence for search engines. */
  description?: string;
  /** Pages of one's own (a receipt) are not for search engines. */
  prive?: boolean;
  /** Pages that answer without a reload, or that count what is typed. */
  script?: boolean;
  children: ComponentChildren;
}

/** Frame of a page: skip link, name of the contrat, menu, content, obligations of a public site. */
export function Page({ titre, cadre, lieu, ici, description, prive, script, children }: CadreDePage): JSX.Element {
  const suite = cadre ? ` – ${cadre.titreCourt}` : '';
  return (
    <html lang="fr">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        {cadre && <meta name="theme-color" content={cadre.couleur} />}
        {description && <meta name="description" content={description} />}
        {prive && <meta name="robots" content="noindex" />}
        <title>{`${titre}${suite}`}</title>
        <link rel="icon" href="/icone.svg" type="image/svg+xml" />
        <link rel="stylesheet" href={ADRESSE_FEUILLE} />
        {cadre && <link rel="stylesheet" href={chemin(cadre, 'couleur.css')} />}
        {script && <script type="module" src={ADRESSE_SCRIPT} />}
      </head>
      <body>
        <a class="evitement" href="#contenu">
          Aller au contenu
        </a>
        {cadre && <Entete cadre={cadre} lieu={lieu} />}
        <main id="contenu" tabIndex={-1}>
          {children}
          {cadre && ici && <Qr adresse={cadre.origine + chemin(cadre, ...ici)} />}
        </main>
        {script && <p class="hors-ecran" id="annonce" role="status" />}
        {cadre && <Pied cadre={cadre} />}
      </body>
    </html>
  );
}

function Entete({ cadre, lieu }: { cadre: CadreDuSite; lieu: Lieu | undefined }): JSX.Element {
  return (
    <header class="entete">
      <div class="large">
        <a class="marque" href={chemin(cadre)}>
          {cadre.logo && <img src={chemin(cadre, 'logo')} alt="" height="40" />}
          <span>{cadre.titre}</span>
        </a>
        <nav aria-label="Rubriques">
          <ul>
            {RUBRIQUES.map((rubrique) => (
              <li key={rubrique.lieu}>
                <a href={chemin(cadre, rubrique.lieu)} aria-current={rubrique.lieu === lieu ? 'true' : undefined}>
                  {rubrique.libelle}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      </div>
    </header>
  );
}

function Pied({ cadre }: { cadre: CadreDuSite }): JSX.Element {
  return (
    <footer class="pied">
      <nav class="large" aria-label="Informations">
        <ul>
          <li>
            <a href={chemin(cadre, 'accessibilite')}>Accessibilité : partiellement conforme</a>
          </li>
          <li>
            <a href={chemin(cadre, 'mentions-legales')}>Mentions légales</a>
          </li>
          <li>
            <a href={chemin(cadre, 'vos-donnees')}>Vos données</a>
          </li>
          <li>
            <a href={chemin(cadre, 'donnees-ouvertes')}>Données ouvertes</a>
          </li>
          <li>
            <a href="/">Espace de travail</a>
          </li>
        </ul>
      </nav>
    </footer>
  );
}
