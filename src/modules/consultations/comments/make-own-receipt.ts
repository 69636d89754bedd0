import { formatMoment } from '#platform/i18n/formats.ts'
import type { Lang } from '#platform/i18n/language.ts'
import type { InstitutionSummary } from '#platform/institutions/institution-rules.ts'
import type { ReceiptSubject } from '#platform/ledger/receipts/compose-receipt-paper.ts'
import { canMakeReceiptPdf, makeReceiptPdf } from '#platform/ledger/receipts/make-receipt-pdf.ts'
import { receiptText, receiptTlogProof, type ReceiptView } from '#platform/ledger/receipts/receipt-rules.ts'
import type { Services } from '#platform/services.ts'
import type { StoryStep } from '../telling/story-rules.ts'
import { storyLines } from '../telling/story-lines-texts.ts'
import { tellingTexts } from '../telling/texts.ts'
import { textsIn } from '../texts.ts'
import type { OwnComment } from './own-comment-queries.ts'

export type OwnReceipt = {
  receipt: ReceiptView
  own: OwnComment
  institution: InstitutionSummary | null
  lang: Lang
  story: readonly StoryStep[]
}
export type ReceiptFile = { name: string; type: string; content: string | Buffer }

/** Null: there is none of this kind: no proof yet, or nothing on this machine that makes a PDF. */
export async function makeOwnReceipt(
  { settings }: Services,
  kind: string,
  asked: OwnReceipt,
): Promise<ReceiptFile | null> {
  const { receipt, own } = asked
  const name = `vertetim-${own.code ?? 'kuvend'}${receipt.version > 1 ? `-${receipt.version}` : ''}`
  if (kind === 'json') {
    return { name: `${name}.json`, type: 'application/json; charset=utf-8', content: receiptText(receipt.receipt) }
  }
  if (kind === 'tlog-proof') {
    const content = receiptTlogProof(receipt.receipt)
    return content === null ? null : { name: `${name}.tlog-proof`, type: 'text/plain; charset=utf-8', content }
  }
  const content = await makeReceiptPdf(receipt, subjectOf(asked), { url: settings.url, name: `${name}.json` })
  return content && { name: `${name}.pdf`, type: 'application/pdf', content }
}

export const canMakePdf = canMakeReceiptPdf

function subjectOf({ receipt, own, institution, lang, story }: OwnReceipt): ReceiptSubject {
  const t = textsIn(lang)
  const body = receipt.receipt.record?.['body']
  return {
    lang,
    zone: own.zone,
    institution: {
      name: institution?.name ?? '',
      accent: institution?.accent ?? null,
      demonstration: institution?.demonstration ?? false,
    },
    number: { label: t.own.code, value: own.code ?? '–' },
    lead: t.receipt.lead,
    facts: [
      { label: t.own.consultation, value: own.title },
      { label: t.own.sentAt, value: formatMoment(lang, own.sentAt, own.zone) },
      ...(own.confirmedAt ? [{ label: t.own.confirmedAt, value: formatMoment(lang, own.confirmedAt, own.zone) }] : []),
    ],
    words:
      typeof body === 'string'
        ? { title: t.receipt.words, lang: own.lang, paragraphs: body.split(/\n+/).filter((line) => line.trim() !== '') }
        : null,
    ...(story.length > 0 && {
      story: {
        title: tellingTexts(lang).story.receiptTitle,
        from: tellingTexts(lang).story.receiptFrom,
        lines: storyLines(lang, own.zone, story),
      },
    }),
  }
}
