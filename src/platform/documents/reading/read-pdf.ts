import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { getDocumentProxy, getMeta, getResolvedPDFJS, renderPageAsImage } from 'unpdf'
import {
  cleanWords,
  LONGEST_PAGE,
  NOTHING_FOUND,
  type FoundInFile,
  type FoundPicture,
  type ReadingOrder,
} from './reading-rules.ts'

type Pdf = Awaited<ReturnType<typeof getDocumentProxy>>
type Page = Awaited<ReturnType<Pdf['getPage']>>

/** Wide enough to read a scanned page by, at some two hundred kilobytes. */
const PAGE_WIDTH = 1240

/** Who and what made the file, as its Info dictionary says. */
const TOLD = ['Author', 'Title', 'Subject', 'Keywords', 'Creator', 'Producer'] as const

/** Words page by page. Of a page that shows something and has no words a picture is made. */
export async function readPdf(order: ReadingOrder): Promise<FoundInFile> {
  let pdf: Pdf
  try {
    pdf = await getDocumentProxy(new Uint8Array(await readFile(order.path)), { verbosity: 0 })
  } catch (error) {
    return { ...NOTHING_FOUND, state: isLocked(error) ? 'encrypted' : 'broken' }
  }
  const found: FoundInFile = { ...NOTHING_FOUND, ...(await factsOf(pdf)), pages: pdf.numPages, texts: [], pictures: [] }
  return { ...found, state: await readPages(pdf, order, found) }
}

/** Puts what it finds into `found`, and says how far it came. */
async function readPages(
  pdf: Pdf,
  { folder, limits }: ReadingOrder,
  found: FoundInFile,
): Promise<FoundInFile['state']> {
  const began = performance.now()
  const late = (times: number) => performance.now() - began > limits.seconds * times * 1000
  const last = Math.min(pdf.numPages, limits.pages)
  let unread = 0
  let n = 1
  for (; n <= last && !late(2); n++) {
    const page = await pdf.getPage(n)
    const text = cleanWords(await wordsOf(page)).slice(0, LONGEST_PAGE)
    if (text !== '') found.texts.push({ page: n, text })
    else if (await showsSomething(page)) {
      unread += 1
      if (found.pictures.length < limits.pictures && !late(1)) found.pictures.push(await pictureOf(pdf, n, folder))
    }
    page.cleanup()
  }
  if (unread > 0) return 'unread'
  if (n <= pdf.numPages) return 'partly'
  return found.texts.length === 0 ? 'none' : 'read'
}

const isLocked = (error: unknown): boolean => error instanceof Error && error.name === 'PasswordException'

async function factsOf(pdf: Pdf): Promise<Pick<FoundInFile, 'signed' | 'metadata'>> {
  const { info } = await getMeta(pdf)
  const told = TOLD.flatMap((name) => {
    const value: unknown = info[name]
    return typeof value === 'string' && value.trim() !== '' ? [[name, cleanWords(value).slice(0, 200)] as const] : []
  })
  return { signed: info['IsSignaturesPresent'] === true, metadata: Object.fromEntries(told) }
}

async function wordsOf(page: Page): Promise<string> {
  const { items } = await page.getTextContent()
  return items.map((item) => ('str' in item ? `${item.str}${item.hasEOL ? '\n' : ''}` : '')).join('')
}

/** An empty page has no words either, and nobody misses them. */
async function showsSomething(page: Page): Promise<boolean> {
  const { OPS } = await getResolvedPDFJS()
  const drawing = new Set([
    OPS.paintImageXObject,
    OPS.paintInlineImageXObject,
    OPS.paintImageMaskXObject,
    OPS.constructPath,
    OPS.shadingFill,
    OPS.showText,
  ])
  const { fnArray } = await page.getOperatorList()
  return fnArray.some((fn) => drawing.has(fn))
}

async function pictureOf(pdf: Pdf, n: number, folder: string): Promise<FoundPicture> {
  const { default: sharp } = await import('sharp')
  const png = await renderPageAsImage(pdf, n, { canvasImport: () => import('@napi-rs/canvas'), width: PAGE_WIDTH })
  const { data, info } = await sharp(Buffer.from(png)).jpeg({ quality: 75 }).toBuffer({ resolveWithObject: true })
  const name = `page-${n}.jpg`
  await writeFile(join(folder, name), data)
  return { kind: 'page', n, width: info.width, height: info.height, name, mediaType: 'image/jpeg' }
}
