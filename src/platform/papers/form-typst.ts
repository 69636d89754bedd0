/**
 * The look of a filled form on paper, in Typst. It reads `form.json` of its own folder; what people wrote comes in as data and
 * is never markup. Headings, tables, lists and languages become the tags of PDF/UA-1.
 */
export const FORM_TYPST = String.raw`
#let d = json("/form.json")
#let muted = rgb("#55524a")
#let red = rgb("#a9101c")
#let sans = "Source Sans 3"

#set document(title: d.title, author: d.institution)
#set text(font: "Source Serif 4", size: 10.5pt, lang: d.lang, hyphenate: false, number-type: "lining")
#set par(leading: 0.6em, spacing: 0.8em, justify: false)
#set page(
  paper: "a4",
  margin: (top: 20mm, bottom: 22mm, x: 20mm),
  footer: {
    set text(font: sans, size: 8pt, fill: muted)
    grid(
      columns: (1fr, auto),
      column-gutter: 1em,
      [#d.kept #d.address],
      context [#d.page #counter(page).display("1 / 1", both: true)],
    )
  },
)
#show heading: set block(above: 1.5em, below: 0.7em, sticky: true)
#show heading.where(level: 1): set text(size: 17pt, weight: "semibold")
#show heading.where(level: 2): set text(size: 13.5pt, weight: "semibold")
#show heading.where(level: 3): set text(size: 11pt, weight: "semibold")

#let lined(words) = words.split("\n").map(line => [#line]).join(linebreak())
#let cell(lines) = lines.map(words => [#par(lined(words))]).join()

#par(text(font: sans, size: 10pt, fill: muted, d.institution))
#par(text(font: sans, size: 10.5pt, d.form))
#heading(level: 1, d.title)
#par(text(font: sans, size: 10pt, fill: muted, d.lead))
#line(length: 100%, stroke: 1.2pt + red)

#for b in d.blocks {
  if b.kind == "heading" {
    if b.at("newPage", default: false) { pagebreak(weak: true) }
    heading(level: b.level, b.words)
  } else if b.kind == "paragraph" {
    par(if b.at("quiet", default: false) { text(font: sans, size: 9.5pt, fill: muted, lined(b.words)) } else { lined(b.words) })
  } else if b.kind == "list" {
    list(..b.items.map(words => [#lined(words)]))
  } else if b.kind == "facts" {
    for row in b.rows { par[#strong[#row.label:] #lined(row.value)] }
  } else if b.kind == "note" {
    block(stroke: (left: 1.5pt + red), inset: (left: 8pt, y: 2pt))[#par[#strong[#b.label:] #lined(b.words)]]
  } else {
    set text(size: 9pt)
    set par(leading: 0.5em, spacing: 0.5em)
    table(
      columns: if "shares" in b { b.shares.map(share => share * 1fr) } else { (1fr,) * b.head.len() },
      inset: 5pt,
      stroke: 0.4pt + muted,
      fill: (_, y) => if y == 0 { rgb("#efece5") },
      table.header(..b.head.map(words => [#strong(words)])),
      ..b.rows.join().map(lines => cell(lines)),
    )
  }
}
`
