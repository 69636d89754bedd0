import { createReadStream } from 'node:fs'
import { SaxesParser } from 'saxes'

/** A post, a page or an attachment of a WordPress export, in its own words. */
export type WxrItem = {
  id: string
  title: string
  link: string
  kind: string
  status: string
  date: string
  content: string
  parent: string
  attachmentUrl: string
  categories: readonly string[]
}

export class NotAnExport extends Error {}

const LARGEST_ITEM = 20_000_000
const DEEPEST = 60

const FIELDS: Record<string, keyof Omit<WxrItem, 'categories'>> = {
  title: 'title',
  link: 'link',
  'wp:post_id': 'id',
  'wp:post_type': 'kind',
  'wp:status': 'status',
  'wp:post_date': 'date',
  'content:encoded': 'content',
  'wp:post_parent': 'parent',
  'wp:attachment_url': 'attachmentUrl',
}

const EMPTY = {
  id: '',
  title: '',
  link: '',
  kind: '',
  status: '',
  date: '',
  content: '',
  parent: '',
  attachmentUrl: '',
}

/**
 * The items of an export, read piece by piece. Refused: unsound XML, a DOCTYPE (entities bomb and spy), an item larger than
 * any page, another format.
 */
export async function* readWxr(path: string): AsyncGenerator<WxrItem> {
  const found: WxrItem[] = []
  const parser = new SaxesParser()
  const state = { seen: false }
  follow(parser, found, state)
  const decoder = new TextDecoder('utf8', { fatal: true })
  for await (const piece of createReadStream(path) as AsyncIterable<Buffer>) {
    parser.write(text(decoder, piece, true))
    if (found.length > 0) yield* found.splice(0)
  }
  parser.write(text(decoder, Buffer.alloc(0), false)).close()
  yield* found.splice(0)
  if (!state.seen) throw new NotAnExport('no RSS export of WordPress')
}

function text(decoder: TextDecoder, piece: Buffer, stream: boolean): string {
  try {
    return decoder.decode(piece, { stream })
  } catch {
    throw new NotAnExport('not UTF-8')
  }
}

type Draft = Record<keyof typeof EMPTY, string> & { categories: string[] }

const refuse = (why: string): never => {
  throw new NotAnExport(why)
}

/** Where the parser is: the elements that are open, and the item and words that are being read. */
type Place = { open: string[]; item: Draft | null; size: number; words: string; inCategory: boolean }

function follow(parser: SaxesParser, found: WxrItem[], state: { seen: boolean }): void {
  const at: Place = { open: [], item: null, size: 0, words: '', inCategory: false }
  parser.on('error', (error) => refuse(`unsound XML: ${error.message}`.slice(0, 200)))
  parser.on('doctype', () => refuse('a DOCTYPE: exports of WordPress have none'))
  parser.on('opentag', ({ name, attributes }) => {
    at.open.push(name)
    at.words = ''
    if (at.open.length > DEEPEST) refuse('nested too deep')
    if (at.open.length === 1 && name !== 'rss') refuse('no RSS')
    if (name === 'channel') state.seen = true
    if (name === 'item' && at.open.length === 3) Object.assign(at, { item: { ...EMPTY, categories: [] }, size: 0 })
    at.inCategory = name === 'category' && at.open.length === 4 && attributes.domain === 'category'
    if (at.inCategory) at.item?.categories.push(attributes.nicename ?? '')
  })
  const add = (piece: string) => {
    if (!at.item) return
    at.size += piece.length
    if (at.size > LARGEST_ITEM) refuse('an item is larger than 20 MB')
    at.words += piece
  }
  parser.on('text', add)
  parser.on('cdata', add)
  parser.on('closetag', ({ name }) => close(at, name, found))
}

function close(at: Place, name: string, found: WxrItem[]): void {
  const { item, open } = at
  const words = at.words.trim()
  const field = open.length === 4 ? FIELDS[name] : undefined
  if (item && field) item[field] = words
  if (item && at.inCategory && words !== '') item.categories.push(words)
  if (item && name === 'item' && open.length === 3) {
    found.push(item)
    at.item = null
  }
  open.pop()
  Object.assign(at, { words: '', inCategory: false })
}
