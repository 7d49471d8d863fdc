/** Typst module `feuille.typ`: one fiche, alone or in a book: what opens it, the official two-column sheet, then what follows it. */
export const FEUILLE = String.raw`
#import "charte.typ": *
#import "suivi.typ": partie, suivi

// Type of a whole document.
#let typographie(couleur, corps) = {
  set text(lang: "fr", region: "FR", font: police, fallback: false, size: 10pt, fill: encre, hyphenate: false)
  set par(leading: 0.6em, spacing: 0.8em)
  set block(spacing: 0.8em)
  set list(marker: (text(fill: couleur)[•], text(fill: couleur)[–]), indent: 0pt, body-indent: 0.55em, spacing: 0.8em)
  set enum(indent: 0pt, body-indent: 0.55em, spacing: 0.8em)
  show heading: set text(hyphenate: false)
  corps
}

// Headings of a fiche whose title is at this level.
#let titres(niveau, couleur, corps) = {
  show heading.where(level: niveau): set text(size: 18pt, weight: 600, fill: encre)
  show heading.where(level: niveau): set par(leading: 0.42em)
  show heading.where(level: niveau + 1): set text(size: 10.5pt, weight: 600, fill: couleur)
  show heading.where(level: niveau + 1): set block(above: 0pt, below: 0.55em)
  show heading.where(level: niveau + 2): set text(size: 10pt, weight: 600, fill: couleur)
  show heading.where(level: niveau + 2): set block(above: 0pt, below: 0.55em, sticky: true)
  show heading.where(level: niveau + 3): set text(size: 10pt, weight: 600, fill: encre)
  show heading.where(level: niveau + 3): set block(below: 0.5em, sticky: true)
  set heading(offset: niveau - 1)
  corps
}

// Code, enjeu and orientation, then the title, in the order of the official sheet. In a book the title carries the code,
// for the contents and the bookmarks, and the place that links lead to.
#let ouverture(fiche, couleurs) = {
  let ancre = fiche.at("ancre", default: none)
  let (couleur, vive, teinte) = charte(couleurs)
  grid(columns: (colonne-label, 1fr), column-gutter: 0pt,
    {
      par(text(size: 9.5pt, fill: discret)[Fiche Projet n°#sym.space.nobreak:])
      v(3.5mm)
      par(text(size: 36pt * calc.min(1, 6 / fiche.code.clusters().len()), weight: 600, fill: couleur, top-edge: "cap-height", mots(fiche.code)))
    },
    pad(left: 13pt, {
      par(text(weight: 600, size: 11.5pt, fill: couleur)[#mots(fiche.enjeu.libelle)#sym.space.nobreak: #mots(fiche.enjeu.intitule)])
      if fiche.orientation != "" { par(text(size: 11pt, fill: encre, style: "italic", mots(fiche.orientation))) }
    }),
  )
  v(5mm)
  block(width: 100%, fill: teinte, inset: (left: 12pt, right: 12pt, y: 12pt), stroke: (left: 3pt + vive), {
    grid(columns: (1fr, auto),
      par(text(size: 8.5pt, weight: 600, tracking: 0.06em, fill: couleur)[FICHE PROJET#if ancre == none [ N°#sym.space.nobreak#mots(fiche.code)]]),
      par(petit[#mots(fiche.statut) au #fiche.dateEcrite]))
    if ancre == none { heading(depth: 1, mots(fiche.titre)) } else {
      [#heading(depth: 1)[#mots(fiche.code) – #mots(fiche.titre)] #label(ancre)]
    }
  })
  v(5mm)
}

// The rows of the sheet, then avis, decisions, indicators, actions, déclinaisons.
#let feuille(fiche, couleurs, decisions: ()) = {
  let (sections, rangee) = charte(couleurs)
  let (indicateurs, actions, declinaisons, avis) = suivi(couleurs)
  for ligne in fiche.lignes {
    rangee(
      {
        heading(depth: 2, mots(ligne.label))
        if "sousLabel" in ligne and ligne.sousLabel != "" { par(petit(mots(ligne.sousLabel))) }
      },
      if ligne.sections.all(section => section.blocs.len() == 0) { vide } else { sections(ligne.sections, 3) },
      entiere: ligne.entiere,
    )
  }
  if fiche.avis.len() > 0 {
    partie([Avis de l’État])
    for ligne in fiche.avis { avis(ligne) }
  }
  if decisions.len() > 0 {
    partie([Décisions])
    for ligne in decisions { avis(ligne) }
  }
  indicateurs(fiche.groupes, fiche.periode)
  actions(fiche.actions)
  declinaisons(fiche.declinaisons)
}
`;
