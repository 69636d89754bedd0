import type { Paper } from './compose-paper.ts'
import { PAPER_TYPST } from './paper-typst.ts'
import { qrSvg } from '../papers/qr-picture.ts'
import { makePdf, printable } from '../papers/typst.ts'

/** The paper as a PDF with tags; null where this machine cannot make one. */
export async function makePaperPdf(paper: Paper, emblem: Buffer | null, madeAt: Date): Promise<Buffer | null> {
  const { address } = paper.verify
  const data = { ...paper, 'has-emblem': emblem !== null, 'has-qr': address !== '' }
  const files: Record<string, Buffer> = { '/paper.json': Buffer.from(JSON.stringify(await printable(data))) }
  if (emblem) files['/emblem.png'] = emblem
  if (address) files['/qr.svg'] = Buffer.from(qrSvg(address))
  return makePdf({ source: PAPER_TYPST, files, madeAt })
}
