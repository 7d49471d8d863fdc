/** Typst module `livret.typ`: what documents of an arrêté share, that is pages, foot and cover. */
export const LIVRET = String.raw`
#import "charte.typ": *
#import "feuille.typ": typographie

#let donnees = json("data.json")

// Pages of an arrêté: « Arrêté n° 3 · 1a2b3c4d5e6f · page 4 / 210 ».
#let pied = context {
  set text(size: 8pt, fill: discret, number-width: "tabular")
  line(length: 100%, stroke: 0.5pt + rgb(donnees.couleurs.filet))
  v(-0.4em)
  grid(columns: (1fr, auto), column-gutter: 10mm,
    mots(donnees.contrat.titre),
    [#donnees.arrete · #donnees.empreinte · page #counter(page).display() / #counter(page).final().first()])
}

#let entete(gauche, droite, couleurs) = {
  set text(size: 8pt, fill: discret)
  grid(columns: (1fr, auto), column-gutter: 8mm, gauche, text(weight: 600, fill: rgb(couleurs.encre), droite))
  v(-0.4em)
  line(length: 100%, stroke: 0.5pt + rgb(couleurs.filet))
}

#let bandeau(couleurs) = place(left + top, rect(width: 3.5mm, height: 100%, fill: rgb(couleurs.vive)))

#let document-arrete(corps) = {
  set document(
    title: donnees.titreDuDocument,
    author: donnees.contrat.titre,
    date: datetime(year: donnees.jour.annee, month: donnees.jour.mois, day: donnees.jour.jour),
  )
  set page(
    paper: "a4",
    margin: (left: 22mm, right: 18mm, top: 24mm, bottom: 24mm),
    header-ascent: 9mm,
    footer-descent: 9mm,
    footer: pied,
  )
  show: typographie.with(rgb(donnees.couleurs.encre))
  corps
}

// First page: the contrat, the name of the document, the séance, and the arrêté that it comes from.
#let couverture(sorte) = page(
  margin: (left: 30mm, right: 24mm, top: 34mm, bottom: 26mm),
  background: {
    place(left + top, rect(width: 14mm, height: 100%, fill: rgb(donnees.couleurs.vive)))
    place(left + bottom, dx: 14mm, rect(width: 100%, height: 62mm, fill: rgb(donnees.couleurs.teinte)))
  },
  footer: none,
  {
    if donnees.contrat.logo != none { image(donnees.contrat.logo, height: 26mm, alt: "Logo du contrat de ville") }
    v(38mm)
    par(text(size: 15pt, weight: 600, fill: rgb(donnees.couleurs.encre), mots(donnees.contrat.titre)))
    v(4mm)
    par(leading: 0.35em, text(size: 40pt, weight: 600, sorte))
    v(6mm)
    line(length: 46mm, stroke: 2.5pt + rgb(donnees.couleurs.vive))
    v(6mm)
    par(text(size: 15pt, mots(donnees.titre)))
    if donnees.seance != "" { par(text(size: 11.5pt, fill: discret, mots(donnees.seance))) }
    v(1fr)
    block(height: 30mm, width: 100%, {
      par(text(weight: 600, size: 11pt)[#donnees.arrete, figé le #donnees.dateEcrite])
      par(text(size: 8pt, fill: discret)[Empreinte SHA-256#sym.space.nobreak: #donnees.sha256])
    })
  },
)
`;
