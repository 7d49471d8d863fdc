/** Typst main file `fiche.typ`: page, masthead, official two-column sheet, then what follows it. */
export const FICHE = String.raw`
#import "charte.typ": *
#import "suivi.typ": partie, indicateurs, actions, declinaisons, avis

#set document(
  title: donnees.titreDuDocument,
  author: donnees.contrat.titre,
  date: datetime(year: donnees.jour.annee, month: donnees.jour.mois, day: donnees.jour.jour),
)
#set text(lang: "fr", region: "FR", font: police, fallback: false, size: 10pt, fill: encre, hyphenate: false)
#set par(leading: 0.6em, spacing: 0.8em)
#set block(spacing: 0.8em)
#set list(marker: (text(fill: couleur)[•], text(fill: couleur)[–]), indent: 0pt, body-indent: 0.55em, spacing: 0.8em)
#set enum(indent: 0pt, body-indent: 0.55em, spacing: 0.8em)

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

#show heading: set text(hyphenate: false)
#show heading.where(level: 1): set text(size: 18pt, weight: 600, fill: encre)
#show heading.where(level: 1): set par(leading: 0.42em)
#show heading.where(level: 2): set text(size: 10.5pt, weight: 600, fill: couleur)
#show heading.where(level: 2): set block(above: 0pt, below: 0.55em)
#show heading.where(level: 3): set text(size: 10pt, weight: 600, fill: couleur)
#show heading.where(level: 3): set block(above: 0pt, below: 0.55em, sticky: true)
#show heading.where(level: 4): set text(size: 10pt, weight: 600, fill: encre)
#show heading.where(level: 4): set block(below: 0.5em, sticky: true)

// Masthead, in the order of the official sheet.
#grid(columns: (1fr, auto), column-gutter: 8mm, align: (left + horizon, right + horizon),
  par(text(size: 12pt, weight: 600, mots(donnees.contrat.titre))),
  if donnees.contrat.logo != none { image(donnees.contrat.logo, height: 14mm, alt: "Logo du contrat de ville") },
)
#v(1mm)
#line(length: 100%, stroke: 1.5pt + rgb(donnees.bandeau.vive))
#v(3mm)
#grid(columns: (colonne-label, 1fr), column-gutter: 0pt,
  {
    par(text(size: 9.5pt, fill: discret)[Fiche Projet n°#sym.space.nobreak:])
    v(3.5mm)
    par(text(size: 36pt * calc.min(1, 6 / donnees.code.clusters().len()), weight: 600, fill: couleur, top-edge: "cap-height", mots(donnees.code)))
  },
  pad(left: 13pt, {
    par(text(weight: 600, size: 11.5pt, fill: couleur)[#mots(donnees.enjeu.libelle)#sym.space.nobreak: #mots(donnees.enjeu.intitule)])
    if donnees.orientation != "" { par(text(size: 11pt, fill: encre, style: "italic", mots(donnees.orientation))) }
  }),
)
#v(5mm)
#block(width: 100%, fill: teinte, inset: (left: 12pt, right: 12pt, y: 12pt), stroke: (left: 3pt + vive), {
  grid(columns: (1fr, auto),
    par(text(size: 8.5pt, weight: 600, tracking: 0.06em, fill: couleur)[FICHE PROJET N°#sym.space.nobreak#mots(donnees.code)]),
    par(petit[#mots(donnees.statut) au #donnees.dateEcrite]))
  heading(level: 1, mots(donnees.titre))
})
#v(5mm)

#let feuillet(ligne) = rangee(
  {
    heading(level: 2, mots(ligne.label))
    if "sousLabel" in ligne and ligne.sousLabel != "" { par(petit(mots(ligne.sousLabel))) }
  },
  if ligne.sections.all(section => section.blocs.len() == 0) { vide } else { sections(ligne.sections, 3) },
  entiere: ligne.entiere,
)

#for ligne in donnees.lignes { feuillet(ligne) }

#if donnees.avis.len() > 0 {
  partie([Avis de l’État])
  for ligne in donnees.avis { avis(ligne) }
}

#indicateurs()
#actions()
#declinaisons()
`;
