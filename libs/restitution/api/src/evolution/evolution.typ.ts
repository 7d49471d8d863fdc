/** Typst main file of « depuis la dernière plénière »: figures first, decisions, then enjeu by enjeu, fiche by fiche. */
export const EVOLUTION = String.raw`
#import "charte.typ": *
#import "feuille.typ": typographie

#let donnees = json("data.json")
#let (couleur, vive, teinte, filet) = charte(donnees.couleurs)

#set document(
  title: donnees.titreDuDocument,
  author: donnees.contrat.titre,
  date: datetime(year: donnees.jour.annee, month: donnees.jour.mois, day: donnees.jour.jour),
)
#show: typographie.with(couleur)
#show heading: set block(above: 1.2em, below: 0.6em, sticky: true)
#show heading.where(level: 1): set text(size: 22pt, weight: 600, fill: encre)
#show heading.where(level: 2): set text(size: 15pt, weight: 600, fill: couleur)
#show heading.where(level: 3): set text(size: 12pt, weight: 600, fill: encre)
#show heading.where(level: 4): set text(size: 10.5pt, weight: 600, fill: couleur)
#show heading.where(level: 5): set text(size: 10pt, weight: 600, fill: encre)

#set page(
  paper: "a4",
  margin: (left: 22mm, right: 18mm, top: 24mm, bottom: 24mm),
  background: place(left + top, rect(width: 3.5mm, height: 100%, fill: vive)),
  header-ascent: 9mm,
  header: context if counter(page).get().first() > 1 {
    set text(size: 8pt, fill: discret)
    grid(columns: (1fr, auto), column-gutter: 8mm,
      mots(donnees.contrat.titre), text(weight: 600, fill: couleur)[Depuis la dernière plénière])
    v(-0.4em)
    line(length: 100%, stroke: 0.5pt + filet)
  },
  footer-descent: 9mm,
  footer: context {
    set text(size: 8pt, fill: discret, number-width: "tabular")
    line(length: 100%, stroke: 0.5pt + filet)
    v(-0.4em)
    grid(columns: (1fr, auto), column-gutter: 10mm,
      mots(donnees.pied),
      [page #counter(page).display() / #counter(page).final().first()])
  },
)

#grid(columns: (1fr, auto), column-gutter: 8mm, align: (left + horizon, right + horizon),
  par(text(size: 12pt, weight: 600, mots(donnees.contrat.titre))),
  if donnees.contrat.logo != none { image(donnees.contrat.logo, height: 14mm, alt: "Logo du contrat de ville") },
)
#v(1mm)
#line(length: 100%, stroke: 1.5pt + vive)
#v(3mm)
#heading(level: 1)[Depuis la dernière plénière]
#par(text(size: 11.5pt, mots(donnees.periode)))

#let lignes(liste) = for ligne in liste {
  block(breakable: ligne.dites.len() > 6, above: 0.9em, {
    if ligne.dites.len() == 0 { par(mots(ligne.tete)) } else {
      par(text(weight: 600, mots(ligne.tete)))
      block(inset: (left: 9pt), stroke: (left: 1pt + filet), above: 0.6em, for dite in ligne.dites { par(mots(dite)) })
    }
  })
}

#if donnees.rien { par[Rien n’a changé d’un arrêté à l’autre.] }

#if donnees.chiffres.len() > 0 {
  heading(level: 2)[En bref]
  set text(number-width: "tabular")
  list(marker: none, body-indent: 0pt, spacing: 0.55em, ..donnees.chiffres.map(chiffre => {
    text(size: 14pt, weight: 600, fill: couleur, chiffre.nombre)
    h(0.5em)
    mots(chiffre.mots)
  }))
}

#if donnees.decisions.len() > 0 {
  heading(level: 2)[Décisions]
  lignes(donnees.decisions)
}

#for enjeu in donnees.enjeux {
  let (couleur, filet, suite) = charte(enjeu.couleurs)
  reserver(40mm)
  heading(level: 2, text(fill: couleur, mots(enjeu.titre)))
  for fiche in enjeu.fiches {
    reserver(28mm)
    v(2mm)
    line(length: 100%, stroke: 0.5pt + filet)
    heading(level: 3, mots(fiche.titre))
    for phrase in fiche.phrases { par(mots(phrase)) }
    for partie in fiche.parties {
      heading(level: 4, text(fill: couleur, mots(partie.titre)))
      lignes(partie.lignes)
    }
    if fiche.champs.len() > 0 {
      heading(level: 4, text(fill: couleur)[Texte])
      for champ in fiche.champs {
        heading(level: 5, mots(champ.libelle))
        par(suite(champ.runs))
      }
    }
  }
  if enjeu.inchangees != "" { par(text(fill: discret)[Sans changement#sym.space.nobreak: #mots(enjeu.inchangees).]) }
}

#v(4mm)
#par(petit(mots(donnees.cle)))
`;
