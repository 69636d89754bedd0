import type { Services } from '../../services.ts'
import type { DocumentFile } from '../document-queries.ts'
import { listPictures, listTexts, type DocumentPicture, type TextPage } from './reading-queries.ts'

/** Pages of words on one page of ours: some hundred kilobytes at most. */
const TEXT_PAGES = 40

export type DocumentText = {
  file: DocumentFile
  /** In the order of pages: words, or the picture of a page that has none. */
  pages: ({ n: number; text: string } | { n: number; picture: DocumentPicture })[]
  from: number
  /** The first page of the next part; null at the end. */
  next: number | null
}

/** The words of a file and the pictures of its pages without words, a part at a time. */
export async function viewText(
  { db }: Pick<Services, 'db'>,
  file: DocumentFile,
  asked: string | undefined,
): Promise<DocumentText> {
  const from = /^[1-9]\d{0,5}$/.test(asked ?? '') ? Number(asked) : 1
  const [texts, pictures] = await Promise.all([listTexts(db, file.id, from, TEXT_PAGES + 1), listPictures(db, file.id)])
  const pages = [...texts.map(wordsOf), ...pictures.filter((one) => one.kind === 'page' && one.n >= from).map(pictured)]
  pages.sort((one, other) => one.n - other.n)
  return { file, pages: pages.slice(0, TEXT_PAGES), from, next: pages[TEXT_PAGES]?.n ?? null }
}

const wordsOf = ({ page, text }: TextPage) => ({ n: page, text })
const pictured = (picture: DocumentPicture) => ({ n: picture.n, picture })

/** The picture made of a file for a page or a width; null when there is none. */
export async function findPicture(
  { db }: Pick<Services, 'db'>,
  fileId: string,
  kind: DocumentPicture['kind'],
  n: string | undefined,
): Promise<DocumentPicture | null> {
  return (await listPictures(db, fileId)).find((one) => one.kind === kind && String(one.n) === n) ?? null
}
