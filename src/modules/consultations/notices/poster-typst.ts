/**
 * The look of the poster, in Typst: A4 or A3, readable from two steps away. What people wrote comes in as data and is never
 * markup. Headings, lists and the alternative text of the code become the tags of PDF/UA-1.
 */
export const POSTER_TYPST = String.raw`
#let d = json("/poster.json")
#let large = d.paper == "a3"
#let size(points) = if large { points * 1.41 } else { points }
#let red = if d.accent == none { rgb("#a9101c") } else { rgb(d.accent) }
#let muted = rgb("#55524a")

#set document(title: d.kind + ": " + d.title, author: d.lead)
#set page(paper: d.paper, margin: size(18mm))
#set text(font: "Source Sans 3", size: size(12pt), lang: d.lang, hyphenate: false)
#set par(leading: 0.6em, spacing: 0.9em)
#set list(marker: [–], spacing: 0.5em)
#show heading.where(level: 1): set text(font: "Source Serif 4", size: size(26pt), weight: "semibold")
#show heading.where(level: 1): set par(leading: 0.45em)
#show heading.where(level: 1): set block(above: 0.6em, below: 0.8em)
#show heading.where(level: 2): set text(size: size(13pt), weight: "semibold", fill: red)
#show heading.where(level: 2): set block(above: 1.1em, below: 0.45em)

#par(text(size: size(12pt), fill: muted, d.lead))
#line(length: 100%, stroke: size(2pt) + red)
#par(text(size: size(14pt), weight: "semibold", fill: red, d.kind + ". " + d.number))
= #d.title

#for one in d.sections {
  heading(level: 2, one.title)
  if one.items.len() > 1 { list(..one.items.map(words => [#words])) } else {
    for words in one.items { par(words) }
  }
}

#v(1fr)
#grid(
  columns: (auto, 1fr),
  column-gutter: size(8mm),
  align: horizon,
  image("/qr.svg", width: size(38mm), alt: d.scan + ": " + d.address),
  [
    #par(text(size: size(14pt), weight: "semibold", d.scan))
    #par(d.address)
  ],
)
`
