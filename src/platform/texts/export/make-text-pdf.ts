import { qrSvg } from '../../papers/qr-picture.ts'
import { makePdf } from '../../papers/typst.ts'
import type { ExportedText } from './exported-text.ts'
import { paperText } from './compose-text-paper.ts'
import { TEXT_TYPST } from './text-typst.ts'

/**
 * The text as a tagged PDF; null where this machine cannot make one. It holds the process for as long as it takes (a civil
 * code: many seconds), so a server asks `runPdf`.
 */
export const makeTextPdf = (text: ExportedText): Promise<Buffer | null> =>
  makePdf({
    source: TEXT_TYPST,
    files: {
      '/text.json': Buffer.from(JSON.stringify(paperText(text))),
      '/qr.svg': Buffer.from(qrSvg(text.addresses.version)),
    },
    madeAt: new Date(text.version.publishedAt),
  })
