import { getDocumentProxy, getResolvedPDFJS } from 'unpdf'
import { readBlocks } from '../structure/read-blocks.ts'
import type { ReadRefusal } from '../refusal-rules.ts'
import type { ReadText } from '../text-rules.ts'
import { Pen, type Font, type OperationCodes } from './draw-page.ts'
import type { Matrix, PageInk } from './ink-rules.ts'
import { entriesOf } from './page-flow-rules.ts'
import { blocksOf } from './paragraph-rules.ts'

type Pdf = Awaited<ReturnType<typeof getDocumentProxy>>
type Page = Awaited<ReturnType<Pdf['getPage']>>

export type PdfLimits = { pages: number; glyphs: number; seconds: number }

/** Four hundred pages are the longest code with its annexes; a page of a journal has some eight thousand letters. */
export const PDF_LIMITS: PdfLimits = { pages: 400, glyphs: 2_500_000, seconds: 45 }

/** In dots: a page scanned at 600 dots an inch, with some room. Whatever is larger is never unpacked. */
const LARGEST_PICTURE = 40_000_000

const refused = (why: ReadRefusal['why']): ReadRefusal => ({ kind: 'unreadable', why })

/** Reads a PDF in this very process. Strangers' files are read by `readPdf`, in a process of their own. */
export async function readPdfHere(bytes: Uint8Array, limits: PdfLimits = PDF_LIMITS): Promise<ReadText | ReadRefusal> {
  const head = Buffer.from(bytes.subarray(0, 1024)).toString('latin1')
  if (!head.includes('%PDF-')) return refused('not-a-pdf')
  let pdf: Pdf
  try {
    // The reader takes the bytes over: the caller keeps his own.
    pdf = await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0, maxImageSize: LARGEST_PICTURE })
  } catch (error) {
    return refused(error instanceof Error && error.name === 'PasswordException' ? 'encrypted' : 'broken')
  }
  if (pdf.numPages > limits.pages) return refused('too-large')
  const pages = await inkOf(pdf, limits)
  if (!Array.isArray(pages)) return pages
  if (pages.every((page) => page.glyphs.length === 0)) return refused('no-words')
  const { source, ...blocks } = blocksOf(entriesOf(pages))
  return readBlocks(blocks, source)
}

async function inkOf(pdf: Pdf, limits: PdfLimits): Promise<PageInk[] | ReadRefusal> {
  const { OPS } = await getResolvedPDFJS()
  const codes: OperationCodes = { ...OPS }
  const began = performance.now()
  const pages: PageInk[] = []
  let glyphs = 0
  for (let n = 1; n <= pdf.numPages; n += 1) {
    let ink: PageInk
    try {
      const page = await pdf.getPage(n)
      ink = await drawn(page, codes)
      page.cleanup()
    } catch (error) {
      return refused(error instanceof RangeError ? 'too-large' : 'broken')
    }
    glyphs += ink.glyphs.length
    if (glyphs > limits.glyphs || performance.now() - began > limits.seconds * 1000) return refused('too-large')
    pages.push(ink)
  }
  return pages
}

async function drawn(page: Page, codes: OperationCodes): Promise<PageInk> {
  const operations = await page.getOperatorList()
  const fonts = new Map<string, Font>()
  const fontOf = (name: string): Font => {
    const known = fonts.get(name) ?? fontFacts(page, name)
    fonts.set(name, known)
    return known
  }
  const drawnBy = (turn: number) => {
    const { width, height, transform } = page.getViewport({ scale: 1, rotation: (page.rotate + turn) % 360 })
    const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = transform
    const base: Matrix = [a, b, c, d, e, f]
    const pen = new Pen(codes, fontOf, base, width, height)
    return { ink: pen.draw(operations), turn: pen.turn }
  }
  const first = drawnBy(0)
  return first.turn === 0 ? first.ink : drawnBy(first.turn).ink
}

type LoadedFont = { name?: string; bold?: boolean; black?: boolean; fontMatrix?: number[] }

function fontFacts(page: Page, name: string): Font {
  const font = page.commonObjs.has(name) ? (page.commonObjs.get(name) as LoadedFont | null) : null
  const bold = font?.bold === true || font?.black === true || /bold|black|heavy|demi/iu.test(font?.name ?? '')
  return { bold, unit: font?.fontMatrix?.[0] ?? 0.001 }
}
