/**
 * The look of a text on paper, in Typst. It reads `text.json` and a picture of its own folder; the words of the text come in
 * as data and are never markup. Headings, tables, contents and languages become the tags of PDF/UA-1.
 */
export const TEXT_TYPST = String.raw`
#let d = json("/text.json")
#let muted = rgb("#55524a")
#let red = rgb("#a9101c")
#let sans = "Source Sans 3"

#set document(title: d.title, author: d.institution)
#set text(font: "Source Serif 4", size: 10.5pt, lang: d.lang, hyphenate: false, number-type: "lining")
#set par(leading: 0.62em, spacing: 0.85em, justify: false)
#set page(
  paper: "a4",
  margin: (top: 24mm, bottom: 24mm, x: 25mm),
  header: {
    set text(font: sans, size: 8pt, fill: muted)
    grid(columns: (1fr, auto), column-gutter: 1em, [#d.short], [#d.edition])
  },
  footer: {
    set text(font: sans, size: 8pt, fill: muted)
    grid(
      columns: (1fr, auto),
      column-gutter: 1em,
      [#d.address],
      context [#d.page #counter(page).display("1 / 1", both: true)],
    )
  },
)
#show heading: set block(above: 1.5em, below: 0.7em, sticky: true)
#show heading.where(level: 1): set text(size: 20pt, weight: "semibold")
#show heading.where(level: 2): set text(size: 14pt, weight: "semibold")
#show heading.where(level: 3): set text(size: 12.5pt, weight: "semibold")
#show heading.where(level: 4): set text(size: 11.5pt, weight: "semibold")
#show heading.where(level: 5): set text(size: 10.5pt, weight: "semibold")
#show heading.where(level: 6): set text(size: 10.5pt, weight: "semibold")
#show heading.where(level: 7): set text(size: 10.5pt, weight: "semibold")
#show outline.entry: set text(font: sans, size: 9.5pt)
#set outline.entry(fill: repeat(gap: 0.25em)[.])

#text(font: sans, size: 10pt, fill: muted, d.institution)
#heading(level: 1, outlined: false, bookmarked: true, d.title)
#par(text(font: sans, size: 10pt, fill: muted, d.lead))
#line(length: 100%, stroke: 1.2pt + red)
#if d.contents != none { outline(title: d.contents, depth: 7) }

#let lined(lines) = lines.map(words => [#words]).join(linebreak())

#for b in d.blocks {
  if b.k == "h" {
    heading(level: b.l, outlined: b.o, bookmarked: true, lined(b.t))
  } else if b.k == "p" {
    if b.d == 0 { par(b.t) } else { pad(left: b.d * 7mm, par(b.t)) }
  } else if b.rows.len() > 1 {
    set text(size: 9pt)
    table(
      columns: (auto,) * b.columns,
      inset: 4pt,
      stroke: 0.4pt + muted,
      table.header(..b.rows.first().map(words => strong(words))),
      ..b.rows.slice(1).flatten().map(words => [#words]),
    )
  } else {
    set text(size: 9pt)
    table(columns: (auto,) * b.columns, inset: 4pt, stroke: 0.4pt + muted, ..b.rows.flatten().map(words => [#words]))
  }
}

#v(1.5em)
#block(breakable: false, width: 100%, stroke: 0.4pt + rgb("#d9d5cc"), inset: 7pt)[
  #set text(font: sans, size: 9pt)
  #set par(leading: 0.5em, spacing: 0.55em)
  #grid(
    columns: (1fr, auto),
    column-gutter: 1.2em,
    align: (left + horizon, right + horizon),
    [
      #par(strong(d.permanent.label))
      #par(d.permanent.address)
      #if d.permanent.eli != none { par(d.permanent.eli) }
      #par(text(fill: muted, d.digest.label))
      #par(text(size: 7.5pt, d.digest.value))
    ],
    image("/qr.svg", width: 24mm, alt: d.permanent.alt),
  )
]
`
