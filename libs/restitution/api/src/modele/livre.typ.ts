/** Typst main file `livre.typ`: the book of an arrêté. */
export const LIVRE = String.raw`
#import "charte.typ": *
#import "feuille.typ": feuille, ouverture, titres
#import "livret.typ": *
#import "suivi.typ": faits

#show: document-arrete
#let maison = charte(donnees.couleurs)

#show heading.where(level: 1): set text(size: 22pt, weight: 600, fill: encre)
#show heading.where(level: 1): set block(below: 1em)
#show heading.where(level: 2): set text(size: 13pt, weight: 600, fill: maison.couleur)
#show heading.where(level: 2): set block(above: 1.4em, below: 0.7em, sticky: true)
#show heading.where(level: 3): set text(size: 10pt, weight: 600, fill: encre)
#show heading.where(level: 3): set block(above: 1em, below: 0.6em, sticky: true)
// Contents and bookmarks stop at the fiches: a book has thousands of rows.
#show selector.or(..range(3, 7).map(niveau => heading.where(level: niveau))): set heading(outlined: false, bookmarked: false)

#couverture[Livre des fiches]

#let partie-du-livre(titre, corps) = {
  pagebreak(weak: true)
  set page(header: entete(mots(donnees.contrat.titre), titre, donnees.couleurs), background: bandeau(donnees.couleurs))
  heading(level: 1, titre)
  corps
}

#let page-de(ancre) = context counter(page).at(label(ancre)).first()
#let renvoi(une) = link(label(une.ancre))[#mots(une.code), p.#sym.space.nobreak#page-de(une.ancre)]

#let rangees(lignes) = {
  show: titres.with(1, maison.couleur)
  for ligne in lignes {
    (maison.rangee)(
      {
        heading(level: 2, outlined: false, bookmarked: false, mots(ligne.label))
        if ligne.at("sousLabel", default: "") != "" { par(petit(mots(ligne.sousLabel))) }
      },
      (maison.sections)(ligne.sections, 3),
      entiere: ligne.entiere,
    )
  }
}

// Contents.
#{
  set page(background: bandeau(donnees.couleurs))
  heading(level: 1, outlined: false)[Sommaire]
  show outline.entry.where(level: 1): set text(weight: 600)
  show outline.entry.where(level: 1): set block(above: 1.1em)
  show outline.entry.where(level: 2): set block(above: 0.55em)
  set outline.entry(fill: box(width: 1fr, inset: (left: 4pt, right: 6pt), repeat(gap: 2pt, text(fill: discret)[.])))
  outline(title: none, depth: 2, indent: 5mm)
}

#if donnees.cle != none {
  partie-du-livre([Clé de lecture], {
    rangees(donnees.cle)
  })
}

#let meteo(une) = box(baseline: 20%, pdf.artifact(image(bytes(donnees.pictogrammes.at(une)), format: "svg", height: 11pt)))

#let citations(titre, liste, aucune) = {
  heading(level: 3, titre)
  if liste.len() == 0 { par(text(style: "italic", fill: discret, aucune)) }
  for une in liste {
    block(breakable: false, above: 0.7em, {
      par(mots(une.texte))
      block(above: 0.35em, par(petit(link(label(une.ancre))[#mots(une.source), p.#sym.space.nobreak#page-de(une.ancre)])))
    })
  }
}

// A link leads to a fiche that is printed.
#let citations-du-livre(titre, liste, aucune) = if donnees.enjeux.len() > 0 { citations(titre, liste, aucune) } else {
  heading(level: 3, titre)
  if liste.len() == 0 { par(text(style: "italic", fill: discret, aucune)) }
  for une in liste { par(mots(une.texte)); block(above: 0.35em, par(petit(mots(une.source)))) }
}

#if donnees.synthese != none {
  partie-du-livre([Synthèse par enjeu], for enjeu in donnees.synthese {
    let (couleur, vive, teinte) = charte(enjeu.couleurs)
    reserver(70mm)
    block(width: 100%, fill: teinte, stroke: (left: 3pt + vive), inset: (x: 10pt, y: 9pt), above: 1.6em, below: 1em, sticky: true, {
      show heading: set text(fill: couleur)
      show heading: set block(above: 0pt, below: 0.8em)
      heading(level: 2, outlined: false, bookmarked: true, mots(enjeu.titre))
      faits(enjeu.chiffres)
    })
    par({
      for une in enjeu.meteos { meteo(une.meteo); sym.space.nobreak; mots(une.dit); h(1.4em) }
      if enjeu.meteos.len() == 0 { text(fill: discret, style: "italic")[Météo non renseignée] }
    })
    par(mots(enjeu.progres))
    v(1mm)
    grid(columns: (1fr, 1fr), column-gutter: 9mm,
      citations-du-livre([Trois choses faites], enjeu.faits, [Rien n’est encore écrit.]),
      citations-du-livre([Trois difficultés], enjeu.freins, [Aucune difficulté n’est écrite.]),
    )
  })
}

#if donnees.tableau != none {
  let tableau = donnees.tableau
  partie-du-livre([Tableau de bord], {
    grid(columns: (1fr,) * 3, gutter: 4mm, ..tableau.chiffres.map(un => block(
      width: 100%, fill: maison.teinte, inset: 9pt, {
        par(text(size: 17pt, weight: 600, fill: maison.couleur, mots(un.nombre)))
        block(above: 0.5em, par(petit(mots(un.dit))))
      },
    )))
    v(3mm)
    (maison.tableau)(tableau.entetes, tableau.lignes,
      colonnes: (1fr,) + (auto,) * (tableau.entetes.len() - 1),
      alignement: (x, _) => horizon + if x == 0 { left } else { center },
      taille: 7.5pt)
    v(3mm)
    heading(level: 2, outlined: false)[Météo de chaque fiche]
    set par(leading: 0.75em)
    table(
      columns: (44mm, 1fr), inset: (x: 3pt, y: 4pt), align: left + horizon,
      stroke: (x, y) => (bottom: 0.4pt + maison.filet),
      table.header(text(size: 8pt, weight: 600)[Enjeu], text(size: 8pt, weight: 600)[Fiches et leur météo]),
      ..tableau.fiches.map(enjeu => (
        text(size: 8pt, mots(enjeu.enjeu)),
        text(size: 8pt, enjeu.fiches.map(fiche => box({
          let nom = text(weight: 600, mots(fiche.code))
          if donnees.enjeux.len() > 0 { link(label(fiche.ancre), nom) } else { nom }
          sym.space.nobreak
          if fiche.meteo != none { meteo(fiche.meteo) + sym.space.nobreak }
          text(fill: discret, lower(fiche.dit))
        })).join(h(1.1em, weak: false) + sym.zws)),
      )).flatten(),
    )
  })
}

// The fiches, each enjeu opening with its list.
#for enjeu in donnees.enjeux {
  let (couleur, vive, teinte) = charte(enjeu.couleurs)
  pagebreak(weak: true)
  {
    set page(
      header: none,
      background: place(left + top, rect(width: 100%, height: 92mm, fill: teinte)) + bandeau(enjeu.couleurs),
    )
    v(14mm)
    {
      show heading: set text(size: 26pt, fill: couleur)
      show heading: set par(leading: 0.4em)
      block(height: 46mm, heading(level: 1, mots(enjeu.titre)))
    }
    v(14mm)
    set text(size: 11pt)
    for fiche in enjeu.fiches {
      block(above: 0.95em, grid(columns: (16mm, 1fr, auto), column-gutter: 3mm,
        text(weight: 600, fill: couleur, mots(fiche.code)),
        link(label(fiche.ancre), mots(fiche.titre)),
        text(number-width: "tabular", page-de(fiche.ancre)),
      ))
    }
  }
  for fiche in enjeu.fiches {
    set page(
      header: entete(
        mots(donnees.contrat.titre),
        [Fiche projet #mots(fiche.code)#if fiche.titreCourt != "" [ – #mots(fiche.titreCourt)]],
        enjeu.couleurs,
      ),
      background: bandeau(enjeu.couleurs),
    )
    show: titres.with(2, couleur)
    ouverture(fiche, enjeu.couleurs)
    feuille(fiche, enjeu.couleurs, decisions: fiche.decisions)
  }
}

#if donnees.decisions != none {
  partie-du-livre([Décisions], if donnees.decisions.len() > 0 { rangees(donnees.decisions) } else {
    par(text(style: "italic", fill: discret)[Aucune décision n’était prise.])
  })
}

#if donnees.reponses != none {
  partie-du-livre([Réponses aux habitants], if donnees.reponses.len() > 0 { rangees(donnees.reponses) } else {
    par(text(style: "italic", fill: discret)[Aucune réponse n’était publiée.])
  })
}

#let entrees(liste) = for une in liste {
  block(breakable: false, above: 0.75em, {
    par(text(weight: 600, mots(une.nom)))
    block(above: 0.35em, par(une.renvois.map(renvoi).join([ · ])))
  })
}

#if donnees.index != none {
  partie-du-livre([Index], {
    set text(size: 9pt)
    heading(level: 2)[Par quartier]
    if donnees.index.tousLesQuartiers.len() > 0 {
      par[Tous les quartiers#sym.space.nobreak: #donnees.index.tousLesQuartiers.map(renvoi).join([ · ])]
    }
    let moitie = calc.ceil(donnees.index.quartiers.len() / 2)
    grid(columns: (1fr, 1fr), column-gutter: 9mm,
      entrees(donnees.index.quartiers.slice(0, moitie)), entrees(donnees.index.quartiers.slice(moitie)))
    heading(level: 2)[Par organisation]
    columns(2, gutter: 9mm, entrees(donnees.index.organisations))
  })
}
`;
