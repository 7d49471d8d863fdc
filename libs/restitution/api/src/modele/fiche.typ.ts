/** Typst main file `fiche.typ`: one fiche as a document of its own. */
export const FICHE = String.raw`
#import "charte.typ": *
#import "feuille.typ": feuille, ouverture, titres, typographie

#let donnees = json("data.json")
#let (couleur, vive, filet) = charte(donnees.couleurs)

#set document(
  title: donnees.titreDuDocument,
  author: donnees.contrat.titre,
  date: datetime(year: donnees.jour.annee, month: donnees.jour.mois, day: donnees.jour.jour),
)
#show: typographie.with(couleur)
#show: titres.with(1, couleur)

#set page(
  paper: "a4",
  margin: (left: 22mm, right: 18mm, top: 24mm, bottom: 24mm),
  background: place(left + top, rect(width: 3.5mm, height: 100%, fill: vive)),
  header-ascent: 9mm,
  header: context if counter(page).get().first() > 1 {
    set text(size: 8pt, fill: discret)
    grid(columns: (1fr, auto), column-gutter: 8mm,
      mots(donnees.contrat.titre), text(weight: 600, fill: couleur)[Fiche projet #mots(donnees.code)])
    v(-0.4em)
    line(length: 100%, stroke: 0.5pt + filet)
  },
  footer-descent: 9mm,
  footer: context {
    set text(size: 8pt, fill: discret, number-width: "tabular")
    line(length: 100%, stroke: 0.5pt + filet)
    v(-0.4em)
    grid(columns: (1fr, auto), column-gutter: 10mm,
      [#mots(donnees.code) – #mots(donnees.titreDuPied)],
      [#donnees.dateEcrite #h(1em) page #counter(page).display() / #counter(page).final().first()])
  },
)

// Masthead, in the order of the official sheet.
#grid(columns: (1fr, auto), column-gutter: 8mm, align: (left + horizon, right + horizon),
  par(text(size: 12pt, weight: 600, mots(donnees.contrat.titre))),
  if donnees.contrat.logo != none { image(donnees.contrat.logo, height: 14mm, alt: "Logo du contrat de ville") },
)
#v(1mm)
#line(length: 100%, stroke: 1.5pt + rgb(donnees.bandeau.vive))
#v(3mm)
#ouverture(donnees, donnees.couleurs)
#feuille(donnees, donnees.couleurs)
`;
