import { kilimSvg } from '../../papers/kilim-rules.ts'
import { qrSvg } from '../../papers/qr-picture.ts'
import { findCompiler, makePdf, printable } from '../../papers/typst.ts'
import { composeReceiptPaper, type ReceiptSubject } from './compose-receipt-paper.ts'
import { RECEIPT_TYPST } from './receipt-paper-typst.ts'
import { receiptText, type ReceiptView } from './receipt-rules.ts'

const RED = '#a9101c'

/**
 * The receipt as a tagged PDF, with the JSON in it; null where this machine cannot make one. Made anew each time: it holds
 * what somebody wrote, and the same address gains its proof.
 */
export async function makeReceiptPdf(
  view: ReceiptView,
  subject: ReceiptSubject,
  { url, name }: { url: string; /** Of the attached file. */ name: string },
): Promise<Buffer | null> {
  const paper = composeReceiptPaper(view, subject, url)
  return makePdf({
    source: RECEIPT_TYPST,
    files: {
      '/receipt.json': Buffer.from(JSON.stringify({ ...(await printable(paper)), file: name })),
      [`/${name}`]: Buffer.from(receiptText(view.receipt)),
      '/kilim.svg': Buffer.from(kilimSvg(paper.accent ?? RED, 14)),
      '/qr.svg': Buffer.from(qrSvg(paper.check.address)),
    },
    madeAt: view.proved?.signedAt ?? view.at,
  })
}

/** Whether a PDF can be had on this machine. */
export const canMakeReceiptPdf = (): boolean => findCompiler() !== null
