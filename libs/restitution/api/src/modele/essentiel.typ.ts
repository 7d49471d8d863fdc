/** Typst main file `essentiel.typ`: one page per enjeu, nothing under 14 points but the foot of the page. */
export const ESSENTIEL = String.raw`
#import "charte.typ": *
#import "livret.typ": *

#show: document-arrete
#set page(margin: (left: 20mm, right: 16mm, top: 16mm, bottom: 20mm))
#show heading: set text(weight: 600)

#let contenu(enjeu, taille) = {
  let (couleur, teinte) = charte(enjeu.couleurs)
  set text(size: taille)
  set par(leading: 0.6em, spacing: 0.7em)
  block(height: 30mm, width: 100%, {
    par(text(weight: 600, fill: couleur, mots(enjeu.libelle)))
    show heading: set text(size: 24pt, fill: couleur)
    show heading: set par(leading: 0.35em)
    show heading: set block(above: 0.5em)
    heading(level: 1, mots(enjeu.intitule))
  })
  v(3mm)
  if enjeu.meteo != none {
    grid(columns: (auto, 1fr), column-gutter: 4mm, align: horizon,
      pdf.artifact(image(bytes(donnees.pictogrammes.at(enjeu.meteo.meteo)), format: "svg", height: 15mm)),
      par[#text(weight: 600)[#if enjeu.projets.len() > 1 [Météo du projet le plus en difficulté] else [Météo]#sym.space.nobreak: #enjeu.meteo.nom.] #linebreak() #mots(enjeu.meteo.sens).],
    )
  }
  grid(columns: (1fr, 1fr), column-gutter: 5mm, ..enjeu.chiffres.map(un => block(
    width: 100%, fill: teinte, inset: 10pt, {
      par(text(size: 24pt, weight: 600, fill: couleur, mots(un.nombre)))
      block(above: 0.4em, par(mots(un.dit)))
    },
  )))
  show heading.where(level: 2): set text(size: 19pt, fill: couleur)
  show heading.where(level: 2): set block(above: 1.3em, below: 0.7em)
  show heading.where(level: 3): set text(size: taille)
  show heading.where(level: 3): set block(above: 1em, below: 0.5em)
  heading(level: 2)[Les projets]
  for projet in enjeu.projets {
    heading(level: 3, { mots(projet.titre); if projet.meteo != "" { text(weight: 400, fill: discret)[ (#projet.meteo)] } })
    par(mots(projet.resume))
  }
  if enjeu.reste != "" { par(text(fill: discret, mots(enjeu.reste))) }
  heading(level: 2)[Ce qui a été décidé]
  if enjeu.decisions.len() == 0 { par[Aucune décision sur ces projets.] } else {
    list(..enjeu.decisions.map(une => par(mots(une))))
  }
}

// The biggest type with which an enjeu holds on its page, never under 14 points.
#let tailles = (16pt, 15.5pt, 15pt, 14.5pt, 14pt)
#for enjeu in donnees.enjeux {
  let (teinte,) = charte(enjeu.couleurs)
  set page(background: place(left + top, rect(width: 100%, height: 46mm, fill: teinte)) + bandeau(enjeu.couleurs))
  layout(place => {
    let tient(taille) = measure(width: place.width, contenu(enjeu, taille)).height <= place.height
    let choisie = tailles.find(tient)
    contenu(enjeu, if choisie == none { tailles.last() } else { choisie })
  })
}
`;
