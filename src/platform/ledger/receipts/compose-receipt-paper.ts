import { formatMoment, formatNumber } from '../../i18n/formats.ts'
import { inLanguage, type Lang } from '../../i18n/language.ts'
import { RECEIPT_PAPER_TEXTS } from './receipt-paper-texts.ts'
import type { ReceiptView } from './receipt-rules.ts'

export type Line = { label: string; value: string; /** Read sign by sign. */ code?: boolean }

/** What whoever knows the subject tells of it. */
export type ReceiptSubject = {
  lang: Lang
  zone: string
  institution: { name: string; accent: string | null; demonstration: boolean }
  /** By which it is found again: a code, a number. */
  number: Line
  lead: string
  facts: readonly Line[]
  /** What was sent, in its own language; null when it is not kept any more. */
  words: { title: string; lang: string; paragraphs: readonly string[] } | null
  /** What has become of it since; `from` says where that comes from, for the digest does not cover it. */
  story?: { title: string; from: string; lines: readonly Line[] }
}

/** A receipt as it is printed: all of it words. */
export type ReceiptPaper = ReceiptSubject & {
  title: string
  accent: string | null
  demonstration: string | null
  proof: { title: string; state: string; altered: string | null; lines: readonly Line[] }
  check: { title: string; words: readonly string[]; address: string; alt: string }
  attachment: string
  page: string
}

export function composeReceiptPaper(view: ReceiptView, subject: ReceiptSubject, url: string): ReceiptPaper {
  const { lang, institution } = subject
  const t = RECEIPT_PAPER_TEXTS[lang]
  const address = url + inLanguage(lang, '/verifiko/vertetim')
  return {
    ...subject,
    title: t.title,
    accent: institution.accent,
    demonstration: institution.demonstration ? t.demonstration : null,
    proof: {
      title: t.proof,
      state: view.proved ? t.proved : t.received,
      altered: view.words === 'altered' ? t.altered : null,
      lines: proofLines(view, subject),
    },
    check: {
      title: t.check,
      words: [...t.checkWords(address.replace(/^https?:\/\//, '')), t.attached],
      address,
      alt: t.qr,
    },
    attachment: t.attachment,
    page: t.page,
  }
}

function proofLines({ receipt, version, at, digest, proved }: ReceiptView, { lang, zone }: ReceiptSubject): Line[] {
  const t = RECEIPT_PAPER_TEXTS[lang]
  const key = receipt.log.keys.at(-1)
  return [
    { label: t.enteredAt, value: formatMoment(lang, at, zone) },
    { label: t.version, value: String(version) },
    ...(proved
      ? [
          { label: t.entry, value: t.entryOf(formatNumber(proved.index), formatNumber(proved.size)) },
          { label: t.checkpoint, value: formatMoment(lang, proved.signedAt, zone) },
        ]
      : []),
    { label: t.log, value: receipt.log.origin },
    ...(digest ? [{ label: t.digest, value: digest, code: true }] : []),
    ...(key ? [{ label: t.key, value: key, code: true }] : []),
  ]
}
