import { readFile } from 'node:fs/promises'
import type { Arrived, IncomingFile } from '#platform/files/incoming-file.ts'
import type { MediaType } from '#platform/files/media-types.ts'
import type { TextSource } from '#platform/texts/read-source.ts'
import type { SourceOfText } from '#platform/texts/versions/read-into-version.ts'
import { kindOfContent } from './source-kind-rules.ts'

type Came = { words: string; files: readonly IncomingFile[]; unknown: readonly Arrived[] }

const KINDS: Partial<Record<MediaType, 'docx' | 'odt' | 'pdf'>> = {
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
  'application/vnd.oasis.opendocument.text': 'odt',
  'application/pdf': 'pdf',
}

/** What of a form is to be read; told by its content, never by its name. Or why there is nothing to read. */
export async function sourceOfUpload(
  { words, files, unknown }: Came,
  titleOfDocument: string,
): Promise<SourceOfText | 'nothing' | 'both' | 'unknown-kind'> {
  const [file] = files
  const [other] = unknown
  const came = file ?? other
  if (!came) return words ? { source: { kind: 'pasted', words }, digest: null, file: null, titleOfDocument } : 'nothing'
  if (words) return 'both'
  const source = file ? await ofFile(file) : other && (await ofUnknown(other))
  if (!source) return 'unknown-kind'
  const kept = file && source.kind !== 'pasted' ? file : null
  return { source, digest: came.digest, file: kept, titleOfDocument }
}

async function ofFile({ mediaType, path }: IncomingFile): Promise<TextSource | null> {
  const kind = KINDS[mediaType]
  if (kind) return { kind, bytes: await readFile(path) }
  return mediaType === 'text/plain' ? { kind: 'pasted', words: await readFile(path, 'utf8') } : null
}

async function ofUnknown({ path }: Arrived): Promise<TextSource | null> {
  const bytes = await readFile(path)
  const kind = kindOfContent(bytes)
  return kind && { kind, bytes }
}
