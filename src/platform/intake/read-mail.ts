import { createHash } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import PostalMime, { type Address, type Attachment, type Email } from 'postal-mime'
import { readEmail } from '../auth/email.ts'
import { takeIn, type IncomingFile } from '../files/incoming-file.ts'
import type { LeftOut } from './case-queries.ts'
import {
  cleanWords,
  contentDigest,
  kindOfMail,
  MAIL_LIMITS,
  oneLine,
  wordsOfHtml,
  type MailHeaders,
  type MailKind,
} from './incoming-mail-rules.ts'

/** A message as it stands in the mailbox. */
export type RawMail = {
  mailbox: string
  uidValidity: string
  uid: number
  receivedAt: Date
  size: number
  source: Uint8Array
  /** Larger than is taken in: `source` is its beginning. */
  cut: boolean
}

/** The same, understood. */
export type ReadMail = {
  headers: MailHeaders
  messageId: string
  kind: Exclude<MailKind, 'duplicate'>
  why: string | null
  fromEmail: string | null
  fromName: string | null
  /** Where it was delivered to, as the mail server says; empty when it does not. */
  deliveredTo: readonly string[]
  to: readonly string[]
  about: string
  /** Text alone. HTML is read for its words and not kept. */
  words: string
  sentAt: Date | null
  attachments: readonly Attachment[]
  contentDigest: string
  /** `In-Reply-To` and `References` together. */
  answers: string
  /** The message that came back, as far as a bounce holds it. */
  returned: string
}

const DELIVERED = ['delivered-to', 'x-original-to', 'envelope-to', 'x-envelope-to']

export async function readMail({ source, cut }: RawMail): Promise<ReadMail> {
  const email = await PostalMime.parse(source, { attachmentEncoding: 'arraybuffer', forceRfc822Attachments: true })
  const headers = headersOf(email)
  const forwarded = await forwardedIn(email)
  const from = mailboxesOf(email.replyTo?.length ? email.replyTo : email.from ? [email.from] : [])[0]
  const about = oneLine(email.subject ?? '', 300)
  const words = cleanWords([wordsOf(email), ...forwarded.words].join('\n\n'))
  const fromEmail = readEmail(from?.address ?? '')
  const attachments = cut ? [] : [...email.attachments.filter((one) => !isMessage(one)), ...forwarded.attachments]
  const digests = attachments.map((one) => createHash('sha256').update(bytesOf(one)).digest('hex'))
  const digest = contentDigest({ from: fromEmail, about, words, attachments: digests })
  const sent = new Date(email.date ?? '')
  return {
    headers,
    // One without a number of its own is known by what it says.
    messageId: oneLine(email.messageId ?? '', 900) || `<${digest}@no-message-id>`,
    ...kindOfMail(headers),
    fromEmail,
    fromName: oneLine(from?.name || email.from?.name || '', 200) || null,
    deliveredTo: DELIVERED.flatMap((name) => headers.get(name) ?? []).flatMap((one) => addressIn(one) ?? []),
    to: mailboxesOf([...(email.to ?? []), ...(email.cc ?? [])]).flatMap((one) => readEmail(one.address) ?? []),
    about,
    words,
    sentAt: Number.isNaN(sent.getTime()) ? null : sent,
    attachments,
    contentDigest: digest,
    answers: `${email.inReplyTo ?? ''} ${email.references ?? ''}`,
    returned: returnedIn(email),
  }
}

function headersOf(email: Email): MailHeaders {
  const headers = new Map<string, string[]>()
  for (const { key, value } of email.headers) headers.set(key, [...(headers.get(key) ?? []), value])
  return headers
}

const wordsOf = (email: Email): string => (email.text?.trim() ? cleanWords(email.text) : wordsOfHtml(email.html ?? ''))

const isMessage = ({ mimeType }: Attachment): boolean => mimeType === 'message/rfc822'

/** Messages sent on as attachments: their words stand below the letter's, their files beside its own. */
async function forwardedIn(email: Email): Promise<{ words: string[]; attachments: Attachment[] }> {
  const inner = await Promise.all(
    email.attachments
      .filter(isMessage)
      .slice(0, 10)
      .map((one) => PostalMime.parse(bytesOf(one), { attachmentEncoding: 'arraybuffer' })),
  )
  return {
    words: inner.map((one) => `— ${oneLine(one.subject ?? '', 300)}\n${wordsOf(one)}`),
    attachments: inner.flatMap((one) => one.attachments),
  }
}

const mailboxesOf = (addresses: readonly Address[]) =>
  addresses.flatMap((one) => (one.address === undefined ? one.group : [one]))

const addressIn = (words: string): string | null => readEmail(/<([^>]*)>/.exec(words)?.[1] ?? words)

/** A delivery report quotes the headers of what came back; in it stands our Message-ID. */
const returnedIn = (email: Email): string =>
  email.attachments
    .filter((one) => /^(message|text)\//.test(one.mimeType))
    .map((one) => Buffer.from(bytesOf(one)).subarray(0, 100_000).toString('latin1'))
    .join('\n')

const bytesOf = ({ content }: Attachment): Uint8Array =>
  typeof content === 'string' ? Buffer.from(content) : content instanceof Uint8Array ? content : new Uint8Array(content)

/** What came along, looked at and cleaned as every upload, in a temporary folder; and what was not taken, with the reason. */
export async function takeAttachments(
  attachments: readonly Attachment[],
  folder: string,
): Promise<{ files: IncomingFile[]; leftOut: LeftOut[] }> {
  const files: IncomingFile[] = []
  const leftOut: LeftOut[] = []
  for (const [index, one] of attachments.entries()) {
    const name = oneLine(one.filename ?? '', 160) || `${index + 1}`
    const content = bytesOf(one)
    if (content.length === 0) continue
    if (content.length > MAIL_LIMITS.fileBytes) leftOut.push({ name, why: 'too-large' })
    else if (files.length >= MAIL_LIMITS.files) leftOut.push({ name, why: 'too-many' })
    else {
      const file = await takeOne(content, name, join(folder, `${index}`))
      if (file === null || file === 'too-large') leftOut.push({ name, why: file ?? 'wrong-type' })
      else files.push(file)
    }
  }
  return { files, leftOut }
}

async function takeOne(
  content: Uint8Array,
  claimedName: string,
  path: string,
): Promise<IncomingFile | 'too-large' | null> {
  await writeFile(path, content, { mode: 0o600 })
  const digest = createHash('sha256').update(content).digest('hex')
  return takeIn({ field: '', path, claimedName, digest, size: content.length })
}
