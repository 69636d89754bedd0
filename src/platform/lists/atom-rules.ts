import { xmlAnywhere as xml } from '../texts/export/xml-words-rules.ts'

export const ATOM_TYPE = 'application/atom+xml; charset=utf-8'

export type AtomEntry = {
  /** Permanent: whatever the entry's title or address becomes, a program knows it again. */
  id: string
  title: string
  /** Language of the title, where it is not the feed's. */
  lang?: string | undefined
  updated: Date
  published?: Date
  href: string
  /** Where it is not the feed's. */
  author?: string
  summary?: string
  categories?: readonly string[]
}

export type AtomFeed = {
  id: string
  title: string
  subtitle?: string
  /** Of the entries that name none. */
  author?: string
  lang: string
  updated: Date
  self: string
  /** The page that people read. */
  alternate: string
  /** RFC 5005: a page of what is older is an archive; the newest is the current one. None: it has no other pages. */
  archive?: { current: string; prev: string | null; next: string | null; isArchive: boolean }
  entries: readonly AtomEntry[]
}

/** A feed as RFC 4287 writes it, in pages of RFC 5005. */
export function atomOf(feed: AtomFeed): string {
  const { id, title, subtitle, author, lang, updated, self, alternate, archive, entries } = feed
  const link = (rel: string, href: string, type = 'application/atom+xml') =>
    `  <link rel="${rel}" type="${type}" href="${xml(href)}"/>`
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xmlns:fh="http://purl.org/syndication/history/1.0" xml:lang="${lang}">`,
    `  <id>${xml(id)}</id>`,
    `  <title>${xml(title)}</title>`,
    ...(subtitle === undefined ? [] : [`  <subtitle>${xml(subtitle)}</subtitle>`]),
    `  <updated>${moment(updated)}</updated>`,
    ...(author === undefined ? [] : [`  ${authorOf(author)}`]),
    '  <generator>Kuvend</generator>',
    link('self', self),
    link('alternate', alternate, 'text/html'),
    ...(archive?.isArchive ? ['  <fh:archive/>', link('current', archive.current)] : []),
    ...(archive?.prev ? [link('prev-archive', archive.prev)] : []),
    ...(archive?.next ? [link('next-archive', archive.next)] : []),
    ...entries.map(entryOf),
    '</feed>',
    '',
  ].join('\n')
}

const entryOf = ({ id, title, lang, updated, published, href, author, summary, categories = [] }: AtomEntry): string =>
  [
    '  <entry>',
    `    <id>${xml(id)}</id>`,
    `    <title${lang ? ` xml:lang="${xml(lang)}"` : ''}>${xml(title)}</title>`,
    `    <updated>${moment(updated)}</updated>`,
    ...(published === undefined ? [] : [`    <published>${moment(published)}</published>`]),
    ...(author === undefined ? [] : [`    ${authorOf(author)}`]),
    `    <link rel="alternate" type="text/html" href="${xml(href)}"/>`,
    ...categories.map((term) => `    <category term="${xml(term)}"/>`),
    ...(summary === undefined ? [] : [`    <summary>${xml(summary)}</summary>`]),
    '  </entry>',
  ].join('\n')

const authorOf = (name: string): string => `<author><name>${xml(name)}</name></author>`

const moment = (at: Date): string => at.toISOString()
