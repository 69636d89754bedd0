import type { FormDocument } from './form-document-rules.ts'
import { FORM_TYPST } from './form-typst.ts'
import { makePdf, printable } from './typst.ts'

/** The form as a tagged PDF; null where this machine cannot make one. A server makes it in a process of its own. */
export async function makeFormPdf(form: FormDocument, madeAt: Date): Promise<Buffer | null> {
  return makePdf({
    source: FORM_TYPST,
    files: { '/form.json': Buffer.from(JSON.stringify(await printable(form))) },
    madeAt,
  })
}
