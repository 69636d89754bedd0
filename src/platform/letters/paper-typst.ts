/**
 * The look of an official paper, in Typst. It reads `paper.json` and pictures of its own folder; whatever people wrote comes
 * in as data and is never markup. Headings, lists, languages and alternative texts become the tags of PDF/UA-1.
 */
export const PAPER_TYPST = String.raw`
#let d = json("/paper.json")
#let red = if d.accent == none { rgb("#a9101c") } else { rgb(d.accent) }
#let muted = rgb("#55524a")
#let sans = "Source Sans 3"

#set document(title: d.title, author: d.institution)
#set text(font: "Source Serif 4", size: 11pt, lang: d.lang, hyphenate: false, number-type: "lining")
#set par(leading: 0.68em, spacing: 1em, justify: false)
#set list(indent: 0.4em, body-indent: 0.6em, spacing: 0.6em, marker: [–])
#set page(
  paper: "a4",
  margin: (top: 20mm, bottom: 24mm, x: 25mm),
  footer: {
    set text(font: sans, size: 8pt, fill: muted)
    line(length: 100%, stroke: 0.4pt + rgb("#d9d5cc"))
    v(-0.5em)
    grid(
      columns: (1fr, auto),
      column-gutter: 1em,
      [#d.contact],
      context [#d.page #counter(page).display("1 / 1", both: true)],
    )
  },
)
#show heading.where(level: 1): set text(size: 13pt, weight: "semibold")
#show heading.where(level: 1): set block(above: 1.4em, below: 1em)
#show heading.where(level: 2): set text(size: 11pt, weight: "semibold")
#show heading.where(level: 2): set block(above: 1.3em, below: 0.6em)

#let blocks(list-of) = {
  for one in list-of {
    if one.kind == "heading" { heading(level: 2, one.words) }
    else if one.kind == "list" { list(..one.items.map(words => [#words])) }
    else { par(one.lines.map(words => [#words]).join(linebreak())) }
  }
}

// Letterhead: emblem, state, institution.
#align(center)[
  #if d.has-emblem { block(below: 0.7em, image("/emblem.png", height: 20mm, alt: d.emblemAlt)) }
  #set par(spacing: 0.5em)
  #text(font: sans, size: 9.5pt, tracking: 0.08em, fill: muted, upper(d.state))

  #text(size: 15pt, weight: "semibold", d.institution)
]
#v(0.2em)
#line(length: 100%, stroke: 1.2pt + red)
#v(0.3em)

// Our number, the number of the paper register, the date: one paragraph each, so that they are read as they stand.
#block[
  #set text(font: sans, size: 10pt)
  #set par(spacing: 0.55em)
  #for mark in d.marks [
    #par[#text(fill: muted, mark.label) #mark.value]
  ]
]
#v(0.8em)

#let part(p, first) = {
  set text(lang: p.lang)
  if not first {
    v(1.6em)
    line(length: 100%, stroke: 0.4pt + muted)
    v(0.6em)
    par(text(size: 12pt, weight: "semibold", p.institution))
  }
  // The addressee stands at the right, where the window of an envelope is.
  if p.addressee.len() > 0 { pad(left: 50%, block(width: 100%)[
    #set par(spacing: 0.5em)
    #par(text(font: sans, size: 9.5pt, fill: muted, p.to))
    #par(p.addressee.enumerate().map(((i, words)) => if i == 0 { strong(words) } else [#words]).join(linebreak()))
  ]) }
  heading(level: 1)[#p.subjectLabel: #p.subject]
  if p.corrects != none { par(emph(p.corrects)) }
  blocks(p.blocks)
  if p.deadline != none {
    heading(level: 2, p.deadline.title)
    par[#p.deadline.words (#text(lang: d.lang, p.deadline.basis)).]
  }
  if p.remedy != none {
    heading(level: 2, p.remedy.title)
    blocks(p.remedy.blocks)
  }
  if p.enclosures != none {
    heading(level: 2, p.enclosures.title)
    list(..p.enclosures.items.map(words => text(lang: d.lang, words)))
  }
}

#for (i, p) in d.parts.enumerate() { part(p, i == 0) }

#v(1.2em)
#pad(left: 50%, block(width: 100%, breakable: false)[
  #set par(spacing: 0.5em)
  #if d.signatory.post != "" { par(d.signatory.post) }
  #par(strong(d.signatory.name))
  #v(11mm)
  #line(length: 100%, stroke: 0.5pt)
  #par(text(font: sans, size: 8.5pt, fill: muted, d.signatory.label))
])

#v(0.6em)
#block(breakable: false, width: 100%, stroke: 0.4pt + rgb("#d9d5cc"), inset: 7pt)[
  #set text(font: sans, size: 9pt)
  #set par(leading: 0.5em, spacing: 0.55em)
  #grid(
    columns: (1fr, auto),
    column-gutter: 1.2em,
    align: (left + horizon, right + horizon),
    [
      #par(strong(d.verify.title))
      #par(d.verify.words)
      #par(text(size: 13pt, weight: "semibold", tracking: 0.06em, d.verify.code))
      #if d.demonstration != none { par(text(fill: red, d.demonstration)) }
    ],
    if d.has-qr { image("/qr.svg", width: 21mm, alt: d.verify.alt) },
  )
]
`
