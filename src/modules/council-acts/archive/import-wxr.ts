import type { Services } from '#platform/services.ts'
import { readHtml } from '#platform/texts/read-html.ts'
import { actOfRow } from './act-row-rules.ts'
import type { Archive } from './archive-queries.ts'
import { cleaned, plainWord, type ArchiveRow } from './archive-rules.ts'
import type { FileFinder } from './file-finder.ts'
import { fileFacts } from './import-acts.ts'
import { digestOfRow } from './row-digest.ts'
import { numberingOf, type Numbering } from './numbering-rules.ts'
import { withFiles } from './read-beside.ts'
import { takeArchive, type ArchiveOrder } from './take-archive.ts'
import { readWxr, type WxrItem } from '#platform/imports/wxr/read-wxr.ts'

const BATCH = 50
const LOOKED_AT = 5000

type Source = { path: string; files: FileFinder; only: readonly string[]; name?: string }

/** An export of WordPress: published posts, pages and attachments of these categories, each an act. */
export async function importWxr(services: Services, order: ArchiveOrder, source: Source): Promise<Archive> {
  const { path, files, name } = source
  const plan = await planOf(source)
  return takeArchive(services, order, {
    kind: 'wxr',
    file: await fileFacts(path, name),
    numbering: plan.numbering,
    batch: BATCH,
    rows: async function* (numbering) {
      let at = 0
      for await (const item of readWxr(path)) {
        at += 1
        if (!isWanted(item, plan)) continue
        const row = rowOf(item, at, numbering)
        const urls = [...new Set([...filesOf(item), ...(plan.attached.get(item.id) ?? [])])]
        if (row.kind === 'refused' || urls.length === 0) yield row
        else
          yield { kind: 'act', act: await withFiles(services, row.act, urls, { files, column: 'wp:attachment_url' }) }
      }
    },
    notes: () => plan.leftOut,
  })
}

type Plan = {
  wanted: ReadonlySet<string>
  /** Addresses of attachments by the post that they hang on. */
  attached: ReadonlyMap<string, readonly string[]>
  numbering: Numbering
  leftOut: readonly string[]
}

const isWanted = (item: WxrItem, { wanted }: Plan): boolean => wanted.has(item.id)

/** A first reading: which items are acts, what hangs on them, and how many of each kind are none. */
async function planOf({ path, only }: Source): Promise<Plan> {
  const categories = new Set(only.map(plainWord))
  const chosen = new Set<string>()
  const attachments: Pick<WxrItem, 'id' | 'parent' | 'attachmentUrl' | 'categories'>[] = []
  const others = new Map<string, number>()
  const acts = []
  const leave = (why: string) => void others.set(why, (others.get(why) ?? 0) + 1)
  for await (const item of readWxr(path)) {
    const { kind, status } = item
    if (kind === 'attachment') attachments.push(item)
    else if (kind !== 'post' && kind !== 'page') leave(kind || '–')
    else if (status !== 'publish') leave(`${kind}, ${status}`)
    else if (!inCategories(item, categories)) leave(`${kind}, other categories`)
    else {
      chosen.add(item.id)
      const row = rowOf(item, 1, 'one')
      if (row.kind === 'act' && acts.length < LOOKED_AT) acts.push(row.act)
    }
  }
  const attached = new Map<string, string[]>()
  for (const one of attachments) {
    if (chosen.has(one.parent)) attached.set(one.parent, [...(attached.get(one.parent) ?? []), one.attachmentUrl])
  }
  for (const one of attachments) {
    if (chosen.has(one.parent)) continue
    if ((one.parent === '0' || one.parent === '') && inCategories(one, categories)) chosen.add(one.id)
    else leave('attachment of another post')
  }
  const leftOut = [...others].map(([why, count]) => `left out, ${why}: ${count}`)
  return { wanted: chosen, attached, numbering: numberingOf(acts), leftOut }
}

const inCategories = ({ categories }: Pick<WxrItem, 'categories'>, wanted: ReadonlySet<string>): boolean =>
  wanted.size === 0 || categories.some((category) => wanted.has(plainWord(category)))

const LINKED = /href\s*=\s*["']([^"']+\.(?:pdf|docx|odt))["']/giu

const filesOf = ({ attachmentUrl, content }: WxrItem): string[] => [
  ...(attachmentUrl === '' ? [] : [attachmentUrl]),
  ...[...content.matchAll(LINKED)].map(([, url = '']) => url),
]

function rowOf(item: WxrItem, at: number, numbering: Numbering): ArchiveRow {
  const title = cleaned(wordsOf(item.title).join(' ')).replace(/\s+/g, ' ')
  const words = {
    id: item.id === '' ? '' : `wxr:${item.link === '' ? '' : hostOf(item.link)}${item.id}`,
    number: '',
    title,
    body: cleaned(wordsOf(item.content).join('\n')),
    type: '',
    year: '',
    date: '',
    status: '',
    commission: '',
    topics: [],
  }
  const digest = digestOfRow([words, item.attachmentUrl, item.categories])
  const row = actOfRow(words, { at, digest, numbering })
  if (row.kind === 'refused') return row
  const source = {
    ...row.act.source,
    ...(item.link !== '' && { url: item.link }),
    ...(item.date !== '' && { posted: item.date }),
    ...(item.categories.length > 0 && { categories: item.categories }),
  }
  return { kind: 'act', act: { ...row.act, source } }
}

/** Two sites may both have a post 12. */
const hostOf = (link: string): string => {
  const url = URL.parse(link)
  return url ? `${url.hostname}/` : ''
}

function wordsOf(html: string): string[] {
  if (html.trim() === '') return []
  const read = readHtml(html)
  return 'kind' in read ? [] : read.source
}
