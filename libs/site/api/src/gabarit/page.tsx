import type { ComponentChildren, JSX } from 'preact';

/** What every page of the site has around its own content. */
export interface CadreDePage {
  titre: string;
  children: ComponentChildren;
}

/** Frame of a page of the site. */
export function Page({ titre, children }: CadreDePage): JSX.Element {
  return (
    <html lang="fr">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{titre}</title>
      </head>
      <body>
        <main id="contenu">{children}</main>
      </body>
    </html>
  );
}
