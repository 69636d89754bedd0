/**
 * The look of a receipt, in Typst. It reads `receipt.json` and pictures of its own folder; whatever people wrote comes in as
 * data and is never markup. The proof itself is attached.
 */
export const RECEIPT_TYPST = String.raw`
#let d = json("/receipt.json")
#let red = if d.accent == none { rgb("#a9101c") } else { rgb(d.accent) }
#let muted = rgb("#55524a")
#let sans = "Source Sans 3"

#set document(title: d.title + " " + d.number.value, author: d.institution.name)
#set text(font: "Source Serif 4", size: 10.5pt, lang: d.lang, hyphenate: false, number-type: "lining")
#set par(leading: 0.62em, spacing: 0.8em, justify: false)
#set page(
  paper: "a4",
  margin: (top: 16mm, bottom: 20mm, x: 22mm),
  footer: {
    set text(font: sans, size: 8pt, fill: muted)
    grid(
      columns: (1fr, auto),
      column-gutter: 1em,
      [#d.title #d.number.value],
      context [#d.page #counter(page).display("1 / 1", both: true)],
    )
  },
)
#show heading.where(level: 1): set text(size: 19pt, weight: "semibold")
#show heading.where(level: 1): set block(above: 1em, below: 0.7em)
#show heading.where(level: 2): set text(size: 12pt, weight: "semibold")
#show heading.where(level: 2): set block(above: 1.3em, below: 0.6em)

#pdf.attach("/" + d.file, mime-type: "application/json", relationship: "data", description: d.attachment)

#text(font: sans, size: 10pt, fill: muted, d.institution.name)
#pdf.artifact(image("/kilim.svg", width: 100%))
#heading(level: 1, d.title)
#par(text(font: sans, size: 10pt)[#text(fill: muted, d.number.label) #h(0.4em) #text(size: 14pt, weight: "semibold", tracking: 0.06em, d.number.value)])
#if d.demonstration != none { par(text(font: sans, size: 9pt, fill: red, d.demonstration)) }
#par(d.lead)

// Value by value, one paragraph each, so that they are read as they stand.
#let lines(of) = block[
  #set text(font: sans, size: 9.5pt)
  #set par(spacing: 0.55em)
  #for one in of [
    #par[#text(fill: muted, one.label): #if one.at("code", default: false) [#linebreak()#text(size: 8pt, one.value)] else [#one.value]]
  ]
]
#lines(d.facts)

#if d.words != none {
  heading(level: 2, d.words.title)
  block(width: 100%, inset: (left: 10pt), stroke: (left: 2pt + red))[
    #set text(lang: d.words.lang)
    #for words in d.words.paragraphs { par(words) }
  ]
}

#heading(level: 2, d.proof.title)
#par(strong(d.proof.state))
#if d.proof.altered != none { par(text(fill: red, strong(d.proof.altered))) }
#lines(d.proof.lines)

#let story = d.at("story", default: none)
#if story != none {
  heading(level: 2, story.title)
  par(text(font: sans, size: 9pt, fill: muted, story.from))
  lines(story.lines)
}

#block(breakable: false, width: 100%, stroke: 0.4pt + rgb("#d9d5cc"), inset: 7pt)[
  #set text(font: sans, size: 9pt)
  #grid(
    columns: (1fr, auto),
    column-gutter: 1.2em,
    align: (left + horizon, right + horizon),
    [
      #heading(level: 2, d.check.title)
      #for words in d.check.words { par(words) }
    ],
    image("/qr.svg", width: 24mm, alt: d.check.alt),
  )
]
`
