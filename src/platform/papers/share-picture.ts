import sharp from 'sharp'
import { waitingLine } from '../files/waiting-line.ts'
import { findCompiler, makeDrawing, printable } from './typst.ts'

/** What the picture of a link says, in the language of the page it leads to. */
export type ShareFacts = {
  institution: string
  /** What kind of matter: "Konsultim publik". */
  kind: string
  title: string
  /** The line that matters most: until when, or how it stands. */
  line: string
  /** The institution's colour, `#a9101c`. */
  accent: string
}

/** The size that Facebook, Viber and WhatsApp show whole; in dots. */
export const SHARE_SIZE = { width: 1200, height: 630 } as const

/** Points; the picture has two dots to each. Long titles are set smaller, and cut where even that is not enough. */
const SOURCE = `
#let facts = json("/facts.json")
#let length = facts.title.clusters().len()
#let size = if length < 60 { 38pt } else if length < 120 { 30pt } else { 24pt }
#let title = if length > 200 { facts.title.clusters().slice(0, 197).join() + "…" } else { facts.title }
#set page(width: 600pt, height: 315pt, margin: (x: 40pt, y: 32pt), fill: rgb("#fbfaf7"))
#set text(font: "Source Sans 3", size: 17pt, fill: rgb("#55524a"), lang: "sq")
#place(top + left, dx: -40pt, dy: -32pt, rect(width: 600pt, height: 10pt, fill: rgb(facts.accent)))
#v(6pt)
#text(weight: 600)[#facts.institution]
#v(4pt)
#block(text(font: "Source Serif 4", weight: 600, size: size, fill: rgb("#1b1a17"), title))
#place(bottom + left, block(width: 100%)[
  #text(size: 16pt)[#facts.kind]
  #h(1fr)
  #text(weight: 600, size: 19pt, fill: rgb("#1b1a17"))[#facts.line]
])
`

/** Each takes a tenth of a second of the process: one at a time, and not for a crowd. */
const inLine = waitingLine({ atOnce: 1, waiting: 20 })

const MOST_KEPT = 200
const kept = new Map<string, Buffer>()

/**
 * The picture (PNG) that stands beside a link to a page where people pass it on. The same facts give the same picture, and
 * it is kept. Null where this machine cannot make one, or where too many wait: the link goes on without.
 */
export async function makeSharePicture(facts: ShareFacts, find = findCompiler): Promise<Buffer | null> {
  const key = JSON.stringify(facts)
  const known = kept.get(key)
  if (known) return known
  const made = await inLine(() => draw(facts, find))
  if (!made) return null
  kept.set(key, made)
  const [oldest] = kept.keys()
  if (kept.size > MOST_KEPT && oldest !== undefined) kept.delete(oldest)
  return made
}

async function draw(facts: ShareFacts, find: typeof findCompiler): Promise<Buffer | null> {
  const files = { '/facts.json': Buffer.from(JSON.stringify(await printable(facts))) }
  const drawing = await makeDrawing({ source: SOURCE, files, madeAt: new Date(0) }, find)
  if (drawing === null) return null
  const { width, height } = SHARE_SIZE
  return sharp(Buffer.from(drawing), { density: 144 })
    .resize(width, height)
    .png({ palette: true, colours: 64 })
    .toBuffer()
}
