import { readAkomaNtoso } from './read-akoma-ntoso.ts'
import { readDocx } from './read-docx.ts'
import { readHtml, readHtmlFile } from './read-html.ts'
import { readOdt } from './read-odt.ts'
import { readPastedText } from './read-pasted-text.ts'
import { readPdf } from './read-pdf.ts'
import type { ReadRefusal } from './refusal-rules.ts'
import type { Settings } from '../settings/settings.ts'
import type { ReadText } from './text-rules.ts'

/** Words that were pasted, or the bytes of a file whose kind was told by its content. */
export type TextSource =
  { kind: 'pasted' | 'html'; words: string } | { kind: 'docx' | 'odt' | 'pdf' | 'html' | 'akn'; bytes: Uint8Array }

export type SourceKind = TextSource['kind']

/** Reads a legal text from any source we know. What cannot be read is a value, never an error. */
export async function readSource(
  source: TextSource,
  settings: Pick<Settings, 'dataFolder'>,
): Promise<ReadText | ReadRefusal> {
  switch (source.kind) {
    case 'pasted':
      return readPastedText(source.words)
    case 'docx':
      return readDocx(source.bytes)
    case 'odt':
      return readOdt(source.bytes)
    case 'html':
      return 'words' in source ? readHtml(source.words) : readHtmlFile(source.bytes)
    case 'pdf':
      return readPdf(source.bytes, settings)
    case 'akn':
      return readAkomaNtoso(source.bytes)
  }
}
