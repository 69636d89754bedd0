import { createHash } from 'node:crypto'
import { listDocuments } from '#platform/documents/document-queries.ts'
import { zipStream, type Member } from '#platform/export/zip-stream.ts'
import type { FormDocument } from '#platform/papers/form-document-rules.ts'
import type { Services } from '#platform/services.ts'
import { refOf } from '#platform/subjects/subject-rules.ts'
import { knownExport, makeExport } from '#platform/texts/export/kept-exports.ts'
import { runExport } from '#platform/texts/export/run-export.ts'
import { wordsOfNodes } from '#platform/texts/node-rules.ts'
import { listNodes } from '#platform/texts/text-queries.ts'
import { ACT_RECORD } from '../act-rules.ts'
import { fileNameOf, folderOf } from './bundle-rules.ts'
import type { SentAct } from './transmittal-queries.ts'
import { findPlainText, findTextVersion } from './verdict-queries.ts'

type Words = { letter: string; text: string; noText: string }

/**
 * The letter, and behind it each act in a folder of its own: its files as they are kept, and where it has none its words. Whole,
 * for the authority: whether this reader may have it is asked before.
 */
export async function makeBundle(
  services: Services,
  order: { form: FormDocument; madeAt: Date; acts: readonly SentAct[]; words: Words },
): Promise<AsyncGenerator<Uint8Array>> {
  const { form, madeAt, acts, words } = order
  const letters = [await letterOf(services, form, madeAt, 'pdf'), await letterOf(services, form, madeAt, 'docx')]
  const members = await Promise.all(acts.map((act) => membersOf(services, act, words)))
  return zipStream([
    ...letters.flatMap((one): Member[] =>
      one ? [{ name: `00-${words.letter}.${one.format}`, content: one.content }] : [],
    ),
    ...members.flat(),
  ])
}

/** Null: this machine makes no such file, or too many wait. */
async function letterOf({ settings }: Services, form: FormDocument, madeAt: Date, format: 'pdf' | 'docx') {
  const digest = createHash('sha256').update(JSON.stringify(form)).digest('base64url')
  const key = `transmittal-${format}-${digest}`
  const kind = format === 'pdf' ? ('form-pdf' as const) : ('form-docx' as const)
  const outcome =
    (await knownExport(key)) ??
    (await makeExport(key, () => runExport(settings, { kind, form, madeAt: madeAt.toISOString() })))
  return outcome?.kind === 'made' ? { format, content: once(outcome.bytes) } : null
}

async function membersOf(services: Services, act: SentAct, words: Words): Promise<Member[]> {
  const folder = folderOf(act)
  const documents = await listDocuments(services.db, [refOf(ACT_RECORD, act.actId)])
  const files = documents.map(({ fileName, digest }, at): Member => ({
    name: `${folder}/${fileNameOf(at + 1, fileName)}`,
    content: contentOf(services, digest),
  }))
  // A signed PDF is the act; whoever has none reads its words.
  if (documents.some(({ mediaType }) => mediaType === 'application/pdf')) return files
  const version = await findTextVersion(services.db, act.actId)
  const nodes = version === null ? [] : await listNodes(services.db, version)
  const plain = nodes.length > 0 ? wordsOfNodes(nodes) : await findPlainText(services.db, act.actId)
  const text = [act.number, act.title, '', plain ?? words.noText].filter((line) => line !== null).join('\r\n')
  return [...files, { name: `${folder}/${words.text}.txt`, content: `\uFEFF${text}\r\n` }]
}

/** Opened when its turn comes. What is gone meanwhile is empty. */
async function* contentOf({ files }: Pick<Services, 'files'>, digest: string): AsyncGenerator<Uint8Array> {
  const content = await files.open(digest)
  if (!content) return
  for await (const piece of content as AsyncIterable<Uint8Array>) yield piece
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield await Promise.resolve(bytes)
}
