import { qrSvg } from '../../papers/qr-picture.ts'
import { makePdf, printable } from '../../papers/typst.ts'
import type { ExportedText } from './exported-text.ts'
import { paperText } from './compose-text-paper.ts'
import { TEXT_TYPST } from './text-typst.ts'

/**
 * The text as a tagged PDF; null where this machine cannot make one. It holds the process for as long as it takes (a civil
 * code: many seconds), so a server asks `runPdf`.
 */
export async function makeTextPdf(text: ExportedText): Promise<Buffer | null> {
  return makePdf({
    source: TEXT_TYPST,
    files: {
      '/text.json': Buffer.from(JSON.stringify(await printable(paperText(text)))),
      '/qr.svg': Buffer.from(qrSvg(text.addresses.version)),
    },
    madeAt: new Date(text.version.publishedAt),
  })
}
