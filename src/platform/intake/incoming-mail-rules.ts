import { createHash } from 'node:crypto'

/** Headers by name in small letters; where one stands several times, the values in order. */
export type MailHeaders = ReadonlyMap<string, readonly string[]>

export const MAIL_KINDS = ['letter', 'auto-reply', 'bounce', 'mailing-list', 'duplicate', 'spam'] as const
export type MailKind = (typeof MAIL_KINDS)[number]

/** How long what was set aside is kept whole, so that somebody can still make a case of it. Kuvend's own choice. */
export const SET_ASIDE_DAYS = 60

export const MAIL_LIMITS = {
  /** A larger message is read up to here, without its attachments. */
  bytes: 40_000_000,
  head: 2_000_000,
  words: 200_000,
  files: 20,
  fileBytes: 25_000_000,
} as const

const first = (headers: MailHeaders, name: string): string => (headers.get(name)?.[0] ?? '').trim().toLowerCase()

/** `Auto-Submitted: auto-replied; owner-email=…` → `auto-replied` */
const wordOf = (value: string): string => value.split(/[;\s]/)[0] ?? ''

/**
 * What a message is, by what its headers declare (RFC 3464, RFC 3834), and the header that decided. When in doubt it is
 * a letter: a machine's message on the list of cases is a nuisance, a person's word set aside is a loss.
 */
export function kindOfMail(headers: MailHeaders): { kind: Exclude<MailKind, 'duplicate'>; why: string | null } {
  const type = first(headers, 'content-type')
  if (/^multipart\/report\b/.test(type) && /report-type="?delivery-status/.test(type)) {
    return { kind: 'bounce', why: 'content-type' }
  }
  if (/^<\s*>$/.test(first(headers, 'return-path')) && /mailer-daemon|postmaster/.test(first(headers, 'from'))) {
    return { kind: 'bounce', why: 'return-path' }
  }
  // Not `auto-generated`: forms of other sites send people's words so.
  if (wordOf(first(headers, 'auto-submitted')) === 'auto-replied') return { kind: 'auto-reply', why: 'auto-submitted' }
  for (const name of ['x-autoreply', 'x-autorespond']) {
    if (headers.has(name) && first(headers, name) !== 'no') return { kind: 'auto-reply', why: name }
  }
  const precedence = wordOf(first(headers, 'precedence')).replaceAll('-', '_')
  if (precedence === 'auto_reply') return { kind: 'auto-reply', why: 'precedence' }
  if (first(headers, 'x-spam-flag').startsWith('yes')) return { kind: 'spam', why: 'x-spam-flag' }
  if (headers.has('list-id')) return { kind: 'mailing-list', why: 'list-id' }
  if (['bulk', 'list', 'junk'].includes(precedence)) return { kind: 'mailing-list', why: 'precedence' }
  return { kind: 'letter', why: null }
}

const MACHINE = /^(no-?reply|do-?not-?reply|mailer-daemon|postmaster|bounces?)([+.-].*)?@/

/** Why this sender gets no acknowledgement, or null. RFC 3834, 2: never to what a machine sent. */
export function refusalToAcknowledge(
  headers: MailHeaders,
  from: string | null,
  own: ReadonlySet<string>,
): 'no-address' | 'automatic' | 'ourselves' | null {
  if (from === null) return 'no-address'
  if (own.has(from)) return 'ourselves'
  const automatic =
    (headers.has('auto-submitted') && wordOf(first(headers, 'auto-submitted')) !== 'no') ||
    headers.has('precedence') ||
    headers.has('list-id') ||
    headers.has('list-unsubscribe') ||
    headers.has('x-auto-response-suppress') ||
    headers.has('x-autoreply') ||
    /^<\s*>$/.test(first(headers, 'return-path')) ||
    MACHINE.test(from)
  return automatic ? 'automatic' : null
}

/** The letters of our outbox that a message names: a Message-ID of ours is `<the letter's number@our host>`. */
export function ownLettersIn(words: string, host: string): string[] {
  const found = words.matchAll(/<([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})@([^>\s]+)>/gi)
  return [
    ...new Set(
      [...found].flatMap(([, id = '', at = '']) => (at.toLowerCase() === host.toLowerCase() ? id.toLowerCase() : [])),
    ),
  ]
}

/** The code of a case, as it stands in the subject of an answer: `Re: Çështja 12/2026, kodi K7QM-4TRX`. */
export const codeInSubject = (subject: string): string | null =>
  /(?<![0-9A-Z-])([2-9A-HJKMNP-Z]{4}-[2-9A-HJKMNP-Z]{4})(?![0-9A-Z-])/.exec(subject)?.[1] ?? null

const ENTITIES: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  euml: '\u00eb',
  Euml: '\u00cb',
  ccedil: '\u00e7',
  Ccedil: '\u00c7',
  ndash: '–',
  mdash: '—',
  hellip: '…',
  laquo: '«',
  raquo: '»',
  ldquo: '“',
  rdquo: '”',
  rsquo: '’',
  lsquo: '‘',
  bull: '•',
  euro: '€',
}

/** The words of a letter that came as HTML. Only they are kept: HTML of strangers is never shown. */
export function wordsOfHtml(html: string): string {
  const text = html
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/<(script|style|head|title|template|svg|math|noscript)\b[\s\S]*?(<\/\1\s*>|$)/gi, '')
    .replace(/\s+/g, ' ')
    .replace(/<\s*br\b[^>]*>/gi, '\n')
    .replace(/<\s*li\b[^>]*>/gi, '\n• ')
    .replace(/<\/?\s*(p|div|h[1-6]|tr|table|ul|ol|blockquote|section|article|hr|pre)\b[^>]*>/gi, '\n')
    .replace(/<\/\s*(td|th)\s*>/gi, '\t')
    .replace(/<[^>]*>/g, '')
    .replace(/&(#x?[0-9a-f]{1,6}|[a-z]{2,8});/gi, (whole, name: string) => entity(name) ?? whole)
  return cleanWords(text)
}

function entity(name: string): string | null {
  if (!name.startsWith('#')) return ENTITIES[name] ?? null
  const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number.parseInt(name.slice(1), 10)
  return code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff) ? String.fromCodePoint(code) : ''
}

/** NFC, one kind of line ending, no control characters, no more than one empty line, no longer than is kept. */
export function cleanWords(words: string): string {
  const clean = words
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f\u200b\u2060\ufeff\u202a-\u202e\u2066-\u2069]/g, '')
    .replace(/\p{Surrogate}/gu, '')
    .replace(/[ \t\u00a0]+\n/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
  return clean.length <= MAIL_LIMITS.words ? clean : [...clean].slice(0, MAIL_LIMITS.words).join('')
}

/** A header as one line of at most so many characters. */
export const oneLine = (words: string, longest: number): string =>
  [...cleanWords(words).replace(/\s+/g, ' ')].slice(0, longest).join('').trim()

/** Of what the letter says, not of the way it took: a second copy has another envelope and the same digest. */
export const contentDigest = (content: {
  from: string | null
  about: string
  words: string
  attachments: readonly string[]
}): string =>
  createHash('sha256')
    .update(JSON.stringify([content.from, content.about, content.words, content.attachments.toSorted()]))
    .digest('hex')
