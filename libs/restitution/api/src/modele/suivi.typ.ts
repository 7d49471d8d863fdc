/** Typst module `suivi.typ`: the parts after the sheet, that is indicators with charts and tables, actions, déclinaisons. */
export const SUIVI = String.raw`
#import "charte.typ": *

#let partie(titre, saut: false) = {
  if saut { pagebreak(weak: true) } else { v(10mm); reserver(45mm) }
  show heading.where(level: 2): set text(size: 16pt)
  show heading.where(level: 2): set block(below: 0.8em, sticky: true)
  heading(level: 2, titre)
}

// Label and value pairs on one line, in the order given.
#let faits(paires) = {
  set text(size: 8.5pt)
  par(paires.map(((libelle, dit)) => [#text(fill: discret, libelle)#sym.space.nobreak: #text(weight: 600, mots(dit))]).join[#h(1.4em, weak: false)])
}

#let indicateur(donnee) = {
  reserver(38mm)
  heading(level: 4, mots(donnee.libelle))
  if donnee.phrase != "" { block(sticky: true, par(mots(donnee.phrase))) }
  block(sticky: donnee.graphiques.len() > 0, faits(donnee.faits))
  for graphique in donnee.graphiques {
    block(above: 0.9em, below: 0.9em, breakable: false, image(bytes(graphique.svg), format: "svg", width: 100%, alt: graphique.alt))
  }
  let (entetes, lignes, compact) = donnee.tableau
  if lignes.len() > 0 {
    tableau(
      entetes, lignes,
      colonnes: if compact { (30mm,) + (1fr,) * (entetes.len() - 1) } else { (34mm, 26mm, 1fr) },
      alignement: (x, _) => if x == 0 or not compact { left } else { right },
      taille: 8pt,
    )
  }
  v(5mm)
}

#let indicateurs() = if donnees.groupes.len() > 0 {
  partie([Suivi des indicateurs #donnees.periode], saut: true)
  for groupe in donnees.groupes {
    block(above: 1.2em, below: 0.9em, sticky: true, width: 100%, stroke: (bottom: 0.75pt + filet), inset: (bottom: 4pt), {
      show heading.where(level: 3): set text(size: 12pt)
      show heading.where(level: 3): set block(above: 0pt, below: 0pt)
      heading(level: 3, groupe.libelle)
    })
    for donnee in groupe.indicateurs { indicateur(donnee) }
  }
}

#let fait(libelle, dit) = if dit != "" { par(petit[#libelle#sym.space.nobreak: #text(fill: encre, mots(dit))]) }

#let actions() = if donnees.actions.len() > 0 {
  partie([Actions])
  line(length: 100%, stroke: 0.5pt + filet)
  v(-0.7em)
  for action in donnees.actions {
    rangee(
      heading(level: 3, [#mots(action.code) – #mots(action.titre)]),
      {
        fait("Statut", action.statut)
        fait("Pilote", action.pilote)
        fait("Échéance", action.echeance)
        for donnee in action.description { bloc(donnee) }
        if action.etapes.len() > 0 {
          heading(level: 4)[Étapes]
          list(..action.etapes.map(etape => par(mots(etape))))
        }
      },
    )
  }
}

#let declinaisons() = if donnees.declinaisons.len() > 0 {
  partie([Déclinaisons par territoire])
  line(length: 100%, stroke: 0.5pt + filet)
  v(-0.7em)
  for declinaison in donnees.declinaisons {
    rangee(
      {
        heading(level: 3, mots(declinaison.territoire))
        fait("Référent", declinaison.referent)
        fait("Exécution", declinaison.statut)
        if declinaison.meteo != none { fait("Météo", declinaison.meteo.libelle) }
      },
      {
        if declinaison.meteo != none and declinaison.meteo.explication != "" { par(mots(declinaison.meteo.explication)) }
        sections(declinaison.recits, 4)
      },
    )
  }
}
`;
