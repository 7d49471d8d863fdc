/** Typst module `charte.typ`: type, and in given colours the two shapes of a document, the row of the sheet and its blocks. */
export const CHARTE = String.raw`
#let encre = rgb("#1b2536")
#let discret = rgb("#566072")
#let police = ("Source Sans 3", "Noto Sans Symbols 2")
#let colonne-label = 45mm

// Text of a user: a string is never read as markup; a line feed is a line break.
#let mots(texte) = texte.split("\n").join(linebreak())
#let petit(corps) = text(size: 8.5pt, fill: discret, corps)

// Keeps what follows off the foot of a page when less than this height is left.
#let reserver(hauteur) = {
  block(breakable: false, above: 0pt, below: 0pt, height: hauteur)
  v(-hauteur)
}

#let longueur(runs) = runs.map(run => run.texte.len()).sum(default: 0)
#let vide = text(style: "italic", fill: discret)[Non renseigné]

// Everything that is drawn in the colours of an enjeu or of the contrat (a palette).
#let charte(couleurs) = {
  let couleur = rgb(couleurs.encre)
  let vive = rgb(couleurs.vive)
  let teinte = rgb(couleurs.teinte)
  let filet = rgb(couleurs.filet)

  let suite(runs) = for run in runs {
    let corps = mots(run.texte)
    if run.at("gras", default: false) { corps = strong(corps) }
    if run.at("italique", default: false) { corps = emph(corps) }
    // Said in words too: neither a line under a text nor one through it is heard.
    let dit(mot) = text(size: 0.75em, fill: discret, mot)
    let marque = run.at("marque", default: none)
    if marque == "ajout" { corps = dit("[ajouté\u{a0}: ") + underline(offset: 2pt, corps) + dit("] ") }
    if marque == "retrait" { corps = dit("[supprimé\u{a0}: ") + strike(text(fill: discret, corps)) + dit("] ") }
    if "lien" in run { corps = link(run.lien, underline(offset: 2pt, stroke: 0.5pt, text(fill: couleur, corps))) }
    corps
  }

  let entier(runs, corps) = block(breakable: longueur(runs) > 900, corps)

  let element(item) = entier(item.runs + item.sousItems.flatten(), {
    par(suite(item.runs))
    if item.sousItems.len() > 0 { list(marker: text(fill: couleur)[–], ..item.sousItems.map(sous => par(suite(sous)))) }
  })

  // Header row, then rows of strings or of cells; what is not a value is set back.
  let tableau(entetes, lignes, colonnes: auto, alignement: left, taille: 8.5pt) = {
    set text(size: taille, number-width: "tabular")
    set par(leading: 0.45em, spacing: 0.45em)
    let cellule(dite) = if type(dite) == str { mots(dite) } else if not dite.discret { mots(dite.texte) } else {
      let corps = text(size: 0.88em, fill: discret, mots(dite.texte))
      if dite.colonnes == 1 { corps } else { table.cell(colspan: dite.colonnes, align: center + horizon, corps) }
    }
    block(breakable: lignes.len() > 26, table(
      columns: if colonnes == auto { entetes.len() } else { colonnes },
      align: alignement,
      inset: (x: 3pt, y: 4pt),
      stroke: (x, y) => (
        top: if y == 0 { 0.75pt + couleur } else { none },
        bottom: if y == 0 { 0.75pt + couleur } else { 0.4pt + filet },
      ),
      fill: (x, y) => if y == 0 { teinte } else { none },
      table.header(..entetes.map(entete => text(weight: 600, mots(entete)))),
      ..lignes.flatten().map(cellule),
    ))
  }

  let bloc(donnee) = {
    if donnee.type == "paragraphe" {
      entier(donnee.runs, par(suite(donnee.runs)))
    } else if donnee.type == "liste" {
      let items = donnee.items.map(element)
      if donnee.ordonnee { enum(..items) } else { list(..items) }
    } else {
      tableau(donnee.entetes, donnee.lignes)
    }
  }

  let sections(liste, niveau) = for section in liste {
    block(breakable: not section.at("entiere", default: false), above: 1.05em, {
      if section.libelle != none { heading(depth: niveau, mots(section.libelle)) }
      if section.blocs.len() == 0 { vide }
      for donnee in section.blocs { bloc(donnee) }
    })
  }

  // A row of the sheet: tinted label at left, content at right, hairlines around; the tint follows over page breaks.
  let rangee(label, contenu, entiere: false) = {
    if not entiere { reserver(34mm) }
    block(above: 0pt, below: 0pt, width: 100%, breakable: not entiere, grid(
      columns: (colonne-label, 1fr),
      inset: ((left: 9pt, right: 8pt, y: 9pt), (left: 13pt, right: 4pt, y: 9pt)),
      fill: (x, _) => if x == 0 { teinte },
      stroke: (x, _) => (top: 0.5pt + filet, bottom: 0.5pt + filet),
      block(breakable: false, label), contenu,
    ))
  }

  (
    couleur: couleur, vive: vive, teinte: teinte, filet: filet,
    suite: suite, tableau: tableau, bloc: bloc, sections: sections, rangee: rangee,
  )
}
`;
