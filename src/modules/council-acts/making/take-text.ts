import { buffer } from 'node:stream/consumers'
import { recordChange } from '#platform/history/record-change.ts'
import type { Official } from '#platform/auth/visitor.ts'
import { listDocuments } from '#platform/documents/document-queries.ts'
import type { MediaType } from '#platform/files/media-types.ts'
import type { Services } from '#platform/services.ts'
import { refOf } from '#platform/subjects/subject-rules.ts'
import { insertText, insertTextVersion, setPublished } from '#platform/texts/text-writing-queries.ts'
import { readIntoVersion } from '#platform/texts/versions/read-into-version.ts'
import { copyVersion } from '#platform/texts/versions/version-writing-queries.ts'
import { ACT_RECORD } from '../act-rules.ts'
import { actTexts } from '../act-text-holder.ts'
import { accountOf, doWithAct, type ActOutcome } from '../do-with-act.ts'
import { setActText } from '../text-record-queries.ts'
import { setTextState, writeState } from './making-queries.ts'
import { findConsultedText } from './waiting-queries.ts'

type Order = { by: { accountId: string }; seen: number }

/**
 * The newest published text of the consultation on the draft becomes the text that lay before the council: with its lineages,
 * so that what people said about an article is found under it still. It was published and read before, so nothing is in doubt.
 */
export const takeConsultedText = (
  services: Services,
  id: string,
  { by, seen }: Order,
): Promise<ActOutcome<'no-source'>> =>
  doWithAct<'no-source'>(services, id, { seen }, async ({ tx, act, at }) => {
    if (act.state !== 'draft' || act.textId !== null) return 'wrong-state'
    const source = act.paperRef === null ? null : await findConsultedText(tx, act.paperRef)
    if (!source) return 'no-source'
    const { institutionId } = act
    const textId = await insertText(tx, institutionId, at)
    const written = { sourceKind: 'written', sourceDocument: null, readAt: at } as const
    const versionId = await insertTextVersion(tx, { textId, institutionId, lang: source.lang, ...written })
    await copyVersion(tx, source.versionId, versionId)
    await setPublished(tx, versionId, at)
    await setActText(tx, id, textId, at)
    await setTextState(tx, id, { state: 'laid', at: null, by: null })
    const account = accountOf(by)
    await writeState(tx, { institutionId, actId: id, versionId, role: 'laid', note: null, at, by: account })
    const fields = [{ field: 'text', from: null, to: `${source.title} (${source.n})` }]
    await recordChange(tx, { institutionId, subject: refOf(ACT_RECORD, id), kind: 'text-taken', by, at, fields })
    return 'done'
  })

const READABLE: Partial<Record<MediaType, 'docx' | 'odt' | 'pdf'>> = {
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
  'application/vnd.oasis.opendocument.text': 'odt',
  'application/pdf': 'pdf',
}

export type TakenDocument = 'done' | 'no-source' | 'unreadable' | 'not-possible'

/** A file that lies with the paper is read by the rooms of texts, and looked through there. */
export async function takeDocument(
  services: Services,
  official: Official,
  { id, paperRef }: { id: string; paperRef: string | null },
  documentId: string,
): Promise<TakenDocument> {
  const listed = await listDocuments(services.db, [refOf(ACT_RECORD, id), ...(paperRef === null ? [] : [paperRef])])
  const document = listed.find((one) => one.id === documentId)
  const kind = document && READABLE[document.mediaType]
  if (!document || !kind) return 'no-source'
  const content = await services.files.open(document.digest)
  if (!content) return 'no-source'
  const input = {
    source: { kind, bytes: await buffer(content) },
    digest: document.digest,
    file: null,
    titleOfDocument: document.title,
  }
  const outcome = await readIntoVersion(services, actTexts, official, { id, input })
  if (outcome.kind === 'read') return 'done'
  return outcome.kind === 'unreadable' || outcome.kind === 'no-articles' ? 'unreadable' : 'not-possible'
}
