import { institutionsWhere, mayIn } from '#platform/auth/permissions.ts'
import type { Official } from '#platform/auth/visitor.ts'
import { isUuid } from '#platform/http/field-rules.ts'
import { formatDay } from '#platform/i18n/formats.ts'
import type { Lang } from '#platform/i18n/language.ts'
import { readCheckCode, showCheckCode } from '#platform/letters/official-letter-rules.ts'
import type { FormBlock, FormDocument } from '#platform/papers/form-document-rules.ts'
import type { Services } from '#platform/services.ts'
import { councilPermissions as may } from '../../permissions.ts'
import { minutesForm } from '../document/minutes-form-texts.ts'
import { documentTexts } from '../document/saying-texts.ts'
import { minutesUrls } from '../urls.ts'
import { findCopy, findCopyByCode, findVersionOfCopy, listCopies, type CheckedCopy, type Copy } from './copy-queries.ts'

export type CopiesView = { copies: Copy[]; mayReadNames: boolean; mayCancel: boolean }

/** Of all institutions of this official, or of one meeting of theirs. */
export async function viewCopies({ db }: Services, official: Official, meetingId: string | null): Promise<CopiesView> {
  const institutions = institutionsWhere(official, may['council.read'])
  const copies = await listCopies(db, { institutions, meetingId }, 500)
  const names = copies.map((copy) => nameless(official, copy))
  return {
    copies: names,
    mayReadNames: institutionsWhere(official, may['council-private.read'])?.length !== 0,
    mayCancel: institutionsWhere(official, may['council-minutes.approve'])?.length !== 0,
  }
}

/** Who asked is for those alone who may know. */
const nameless = (official: Official, copy: Copy): Copy =>
  mayIn(official, may['council-private.read'], copy.institutionId) ? copy : { ...copy, askedBy: null }

/** Null: there is none that this official may read. */
export async function viewCopy({ db }: Services, official: Official, id: string): Promise<Copy | null> {
  const copy = isUuid(id) ? await findCopy(db, id) : null
  return copy && mayIn(official, may['council.read'], copy.institutionId) ? nameless(official, copy) : null
}

/** The copy on paper: the words of the version it was made of, with its number, its code, and who certifies it. */
export async function copyForm({ db, settings }: Services, copy: Copy): Promise<FormDocument | null> {
  const version = await findVersionOfCopy(db, copy)
  if (!version) return null
  const t = documentTexts('sq')
  const { facts, blocks } = copy.whole ? version.whole : version.record
  const address = settings.url + minutesUrls.version(copy.slug, copy.minutesVersion)
  const form = minutesForm('sq', { facts, blocks: chosenBlocks(blocks, copy), version: null, address })
  return {
    ...form,
    form: copy.kind === 'extract' ? t.extract : t.copy,
    lead: t.copyLead(`${copy.number}/${copy.year}`, formatDay('sq', copy.createdAt, copy.zone)),
    blocks: [
      ...(copy.cancelReason === null ? [] : [{ kind: 'paragraph', words: t.cancelled(copy.cancelReason) } as const]),
      ...form.blocks,
      { kind: 'paragraph', words: t.certified(copy.minutesVersion) },
      { kind: 'paragraph', words: t.code(showCheckCode(copy.code), settings.url + minutesUrls.check()) },
    ],
  }
}

/** Of an extract: what stands before the items, the item, and who signed. */
function chosenBlocks(blocks: readonly FormBlock[], { itemId }: Copy): readonly FormBlock[] {
  if (itemId === null) return blocks
  const parts: FormBlock[][] = []
  for (const block of blocks) {
    if (parts.length === 0 || (block.kind === 'heading' && block.level === 2)) parts.push([])
    parts.at(-1)?.push(block)
  }
  const wanted = new Set([`pika-${itemId}`, 'nenshkrimet'])
  return parts.filter(([first], n) => n === 0 || (first?.kind === 'heading' && wanted.has(first.id))).flat()
}

/** Null: nobody's, or no code at all. */
export async function viewCheck({ db }: Services, lang: Lang, typed: string): Promise<CheckedCopy | null> {
  const code = readCheckCode(typed)
  return code === null ? null : findCopyByCode(db, lang, code)
}
