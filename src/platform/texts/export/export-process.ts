import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { bindPdf } from '../../papers/bind-pdf.ts'
import { makeFormDocx } from '../../papers/make-form-docx.ts'
import { makeFormPdf } from '../../papers/make-form-pdf.ts'
import { NO_COMPILER, type ExportOrder } from './export-order.ts'
import { makeChangesDocx } from './make-changes-docx.ts'
import { makeTextDocx } from './make-text-docx.ts'
import { makeTextPdf } from './make-text-pdf.ts'

/**
 * A process of its own for one heavy file: typesetting a civil code takes many seconds and hundreds of megabytes without a
 * pause, and the requests of others must not wait. It has no environment and writes into one folder.
 */
function make(order: ExportOrder): Promise<Buffer | null> {
  switch (order.kind) {
    case 'docx':
      return makeTextDocx(order.text)
    case 'pdf':
      return makeTextPdf(order.text)
    case 'changes':
      return makeChangesDocx(order.text, order.earlier, order)
    case 'form-docx':
      return makeFormDocx(order.form)
    case 'form-pdf':
      return makeFormPdf(order.form, new Date(order.madeAt))
    case 'bound-pdf':
      return makeBound(order)
  }
}

async function makeBound({ form, madeAt, files }: ExportOrder & { kind: 'bound-pdf' }): Promise<Buffer | null> {
  const first = await makeFormPdf(form, new Date(madeAt))
  return first && bindPdf(first, files, new Date(madeAt))
}

/** A moment goes through JSON as words. */
function withMoments(order: ExportOrder): ExportOrder {
  if (!('text' in order)) return order
  const version = { ...order.text.version, publishedAt: new Date(order.text.version.publishedAt) }
  return { ...order, text: { ...order.text, version } }
}

/** Nothing but our own web process starts this, with one argument. */
const { folder } = JSON.parse(process.argv[2] ?? '{}') as { folder: string }
const order = JSON.parse(await readFile(join(folder, 'order.json'), 'utf8')) as ExportOrder
const made = await make(withMoments(order))
if (made) await writeFile(join(folder, 'made'), made)
process.exit(made ? 0 : NO_COMPILER)
