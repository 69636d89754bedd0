/**
 * The look of letters with answers, in Typst: one after the other, each on sheets of its own with its own page numbers. What
 * people wrote comes in as data and is never markup. Headings, languages and the alternative text of the code become the tags
 * of PDF/UA-1.
 */
export const LETTERS_TYPST = String.raw`
#let d = json("/letters.json")
#let red = if d.accent == none { rgb("#a9101c") } else { rgb(d.accent) }
#let muted = rgb("#55524a")
#let sans = "Source Sans 3"

#set document(title: d.title, author: d.institution)
#set text(font: "Source Serif 4", size: 11pt, lang: d.lang, hyphenate: false, number-type: "lining")
#set par(leading: 0.62em, spacing: 0.85em, justify: false)
#set page(
  paper: "a4",
  margin: (top: 22mm, bottom: 22mm, x: 24mm),
  footer: context align(right, text(font: sans, size: 8pt, fill: muted, counter(page).display("1"))),
)
#show heading: set block(above: 1.3em, below: 0.6em, sticky: true)
#show heading.where(level: 1): set text(size: 15pt, weight: "semibold")
#show heading.where(level: 2): set text(size: 11.5pt, weight: "semibold")

#let lined(words) = words.split("\n").map(line => [#line]).join(linebreak())

#for (index, l) in d.letters.enumerate() {
  if index > 0 { pagebreak() }
  counter(page).update(1)
  set text(lang: l.lang)
  par(text(font: sans, size: 10.5pt, fill: muted, l.institution))
  line(length: 100%, stroke: 1.2pt + red)
  par(text(font: sans, size: 10pt, l.date))
  for words in l.to { par(lined(words)) }
  par(text(font: sans, size: 10pt, fill: muted, l.about))
  if l.protocol != none { par(text(font: sans, size: 10pt, fill: muted, l.protocol)) }
  heading(level: 1, l.subject)
  par(l.dear)
  par(l.lead)
  for p in l.points {
    heading(level: 2, p.title)
    for words in p.paragraphs { par(text(lang: p.lang, lined(words))) }
  }
  v(1em)
  block(breakable: false)[
    #grid(
      columns: (auto, 1fr),
      column-gutter: 6mm,
      align: horizon,
      image("/qr-" + str(index) + ".svg", width: 28mm, alt: l.scan + ": " + l.rate.address),
      [
        #par(l.rate.words)
        #par(text(font: sans, size: 9pt, l.rate.address))
      ],
    )
  ]
  par(lined(l.complaint.words + "\n" + l.complaint.address))
  par(l.institution)
}
`
