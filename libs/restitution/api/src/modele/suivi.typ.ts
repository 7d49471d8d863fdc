/** Typst module `suivi.typ`: the parts after the sheet, that is indicators with charts and tables, actions, déclinaisons. */
export const SUIVI = String.raw`
#import "charte.typ": *

#let partie(titre, place: 45mm) = {
  v(10mm)
  reserver(place)
  show heading: set text(size: 16pt)
  show heading: set block(below: 0.8em, sticky: true)
  heading(depth: 2, titre)
}

// Label above value, side by side, in the order given.
#let faits(paires) = if paires.len() > 0 {
  set text(size: 9pt)
  set par(leading: 0.4em, spacing: 0.45em)
  grid(
    columns: (auto,) * (paires.len() - 1) + (1fr,),
    column-gutter: 16pt,
    ..paires.map(((libelle, dit)) => {
      par(text(size: 7.5pt, fill: discret, libelle))
      par(text(weight: 600, mots(dit)))
    }),
  )
}

// Words of a drawing, at their place; its text alternative says them to those who do not see it.
#let legende(texte) = {
  let portee = 160pt
  let (decalage, cote) = (debut: (0pt, left), milieu: (-portee / 2, center), fin: (-portee, right)).at(texte.ancre)
  place(dx: texte.x * 1pt + decalage, dy: texte.y * 1pt, box(width: portee, align(cote, text(
    size: texte.taille * 1pt,
    weight: if texte.gras { 600 } else { 400 },
    style: if texte.italique { "italic" } else { "normal" },
    fill: rgb(texte.couleur),
    top-edge: "baseline",
    bottom-edge: "baseline",
    mots(texte.mots),
  ))))
}

#let dessin(graphique) = block(above: 1em, below: 1em, breakable: false, width: 100%, {
  image(bytes(graphique.svg), format: "svg", width: graphique.largeur * 1pt, alt: graphique.alt)
  place(top + left, pdf.artifact(graphique.textes.map(legende).join()))
})

// The parts, in the colours of an enjeu (a palette).
#let suivi(couleurs) = {
  let (couleur, filet, tableau, bloc, sections, rangee) = charte(couleurs)

  let indicateur(donnee) = {
    reserver(60mm)
    heading(depth: 4, mots(donnee.libelle))
    if donnee.phrase != "" { block(sticky: true, par(mots(donnee.phrase))) }
    block(sticky: true, above: 0.9em, faits(donnee.faits))
    for graphique in donnee.graphiques {
      dessin(graphique)
    }
    let (entetes, lignes, compact, note) = donnee.tableau
    if lignes.len() > 0 {
      tableau(
        entetes, lignes,
        colonnes: if compact { (34mm,) + (1fr,) * (entetes.len() - 1) } else { (34mm, 24mm, 1fr) },
        alignement: (x, _) => horizon + if x == 0 or not compact { left } else { right },
        taille: 8.5pt,
      )
    }
    let pied = (if donnee.source != "" { [Source#sym.space.nobreak: #mots(donnee.source)] }, if note != "" { [#note] }).filter(dit => dit != none)
    if pied.len() > 0 { block(above: 0.6em, par(text(size: 7.5pt, fill: discret, pied.join(h(1.5em))))) }
    v(6mm)
  }

  let indicateurs(groupes, periode) = if groupes.len() > 0 {
    partie([Suivi des indicateurs #periode], place: 90mm)
    for groupe in groupes {
      block(above: 1.6em, below: 1.1em, sticky: true, width: 100%, stroke: (bottom: 0.75pt + filet), inset: (bottom: 4pt), {
        show heading: set text(size: 12pt)
        show heading: set block(above: 0pt, below: 0pt)
        heading(depth: 3, groupe.libelle)
      })
      for donnee in groupe.indicateurs { indicateur(donnee) }
    }
  }

  let fait(libelle, dit) = if dit != "" { par(petit[#libelle#sym.space.nobreak: #text(fill: encre, mots(dit))]) }

  let actions(liste) = if liste.len() > 0 {
    partie([Actions])
    for action in liste {
      rangee(
        heading(depth: 3, [#mots(action.code) – #mots(action.titre)]),
        {
          faits((
            ("Statut", action.statut),
            ("Pilote", action.pilote),
            ("Échéance", action.echeance),
            ("Participation", action.participation),
          ).filter(((_, dit)) => dit != ""))
          for donnee in action.description { bloc(donnee) }
          if action.etapes.len() > 0 {
            heading(depth: 4)[Étapes]
            list(..action.etapes.map(etape => par[#mots(etape.libelle)#if etape.faite [ – fait]]))
          }
        },
      )
    }
  }

  let declinaisons(liste) = if liste.len() > 0 {
    partie([Déclinaisons par territoire])
    for declinaison in liste {
      rangee(
        {
          heading(depth: 3, mots(declinaison.territoire))
          fait("Référent", declinaison.referent)
          fait("Exécution", declinaison.statut)
          if declinaison.meteo != none {
            grid(columns: (auto, 1fr), column-gutter: 5pt, align: horizon,
              pdf.artifact(image(bytes(declinaison.pictogramme), format: "svg", height: 15pt)),
              fait("Météo", declinaison.meteo.libelle))
          }
        },
        if declinaison.recits.len() == 0 and declinaison.meteo == none { vide } else {
          if declinaison.meteo != none and declinaison.meteo.explication != "" { par(mots(declinaison.meteo.explication)) }
          sections(declinaison.recits, 4)
        },
      )
    }
  }

  let avis(ligne) = rangee(
    {
      heading(depth: 3, mots(ligne.label))
      par(petit(mots(ligne.sousLabel)))
    },
    if ligne.sections.len() == 0 { vide } else { sections(ligne.sections, 4) },
    entiere: ligne.entiere,
  )

  (indicateurs: indicateurs, actions: actions, declinaisons: declinaisons, avis: avis)
}
`;
