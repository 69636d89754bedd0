import { institutionsWhere, mayIn } from '#platform/auth/permissions.ts'
import type { Official } from '#platform/auth/visitor.ts'
import { isUuid } from '#platform/http/field-rules.ts'
import { formatDay } from '#platform/i18n/formats.ts'
import type { Lang } from '#platform/i18n/language.ts'
import { readCheckCode, showCheckCode } from '#platform/letters/official-letter-rules.ts'
import type { FormDocument } from '#platform/papers/form-document-rules.ts'
import { findInstitutionById } from '#platform/institutions/institution-queries.ts'
import type { Services } from '#platform/services.ts'
import { listNodes } from '#platform/texts/text-queries.ts'
import { findAct, type Act } from '../act-queries.ts'
import { numberOf } from '../act-rules.ts'
import { actPermissions as may } from '../permissions.ts'
import { blocksOfPlain, paperBlocks } from '../paper-block-rules.ts'
import { textsIn } from '../texts.ts'
import {
  findCopy,
  findCopyByCode,
  findPlainText,
  listCopiedVersions,
  listCopies,
  type ActCopy,
  type CheckedActCopy,
  type CopiedVersion,
} from './copy-queries.ts'
import { copiesTexts } from './texts.ts'
import { copyUrls } from './urls.ts'

const MOST = 500

/** Who asked is for those alone who may know. */
const nameless = (official: Official, copy: ActCopy): ActCopy =>
  mayIn(official, may['acts-private.read'], copy.institutionId) ? copy : { ...copy, askedBy: null, reach: null }

/** Of all institutions of this official, or of one act. */
export async function viewCopies({ db }: Services, official: Official, actId: string | null): Promise<ActCopy[]> {
  const institutions = institutionsWhere(official, may['acts.read'])
  const copies = await listCopies(db, { institutions, actId }, MOST)
  return copies.map((copy) => nameless(official, copy))
}

/** The act of which copies are made; null: none that this official may read. */
export async function viewCopiedAct({ db }: Services, official: Official, id: string): Promise<Act | null> {
  const act = isUuid(id) ? await findAct(db, id) : null
  return act && mayIn(official, may['acts.read'], act.institutionId) ? act : null
}

export type CopyView = {
  copy: ActCopy
  versions: CopiedVersion[]
  hasPlainText: boolean
  mayWrite: boolean
  mayDecide: boolean
}

/** Null: there is none that this official may read. */
export async function viewCopy({ db }: Services, official: Official, id: string): Promise<CopyView | null> {
  const copy = isUuid(id) ? await findCopy(db, id) : null
  if (!copy || !mayIn(official, may['acts.read'], copy.institutionId)) return null
  const [versions, plain] = await Promise.all([listCopiedVersions(db, copy.actId), findPlainText(db, copy.actId)])
  return {
    copy: nameless(official, copy),
    versions,
    hasPlainText: plain !== null && versions.length === 0,
    mayWrite: mayIn(official, may['acts.write'], copy.institutionId),
    mayDecide: mayIn(official, may['acts.decide'], copy.institutionId),
  }
}

/** The copy on paper. Null: its act or its words are gone. */
export async function copyForm(services: Services, copy: ActCopy): Promise<FormDocument | null> {
  const { db, settings } = services
  const act = await findAct(db, copy.actId)
  const blocks = await wordsOf(services, copy)
  if (!act || !blocks || copy.code === null || copy.issuedAt === null) return null
  const t = copiesTexts('sq').paper
  const note = (words: string) => ({ kind: 'paragraph', words }) as const
  return {
    lang: 'sq',
    wordsLang: act.lang,
    form: t.form,
    title: titleOf(act),
    institution: (await findInstitutionById(db, 'sq', act.institutionId))?.name ?? '',
    lead: t.lead(`${copy.number}/${copy.year}`, formatDay('sq', copy.issuedAt, copy.zone)),
    kept: t.kept,
    address: settings.url + (act.slug === null ? copyUrls.check() : `/aktet/${act.slug}`),
    page: t.page,
    blocks: [
      ...(copy.state === 'cancelled' ? [note(t.cancelled(copy.reason ?? ''))] : []),
      ...blocks,
      note(t.certified),
      note(t.signature),
      note(t.code(showCheckCode(copy.code), settings.url + copyUrls.check())),
    ],
  }
}

async function wordsOf({ db }: Services, { actId, versionId }: ActCopy) {
  if (versionId !== null) return paperBlocks(await listNodes(db, versionId), 'sq')
  const plain = await findPlainText(db, actId)
  return plain === null ? null : blocksOfPlain(plain)
}

const titleOf = (act: Act): string => {
  const number = numberOf(act)
  return `${textsIn('sq').kinds[act.kind]}${number === null ? '' : ` nr. ${number}`}: ${act.title}`
}

/** Null: nobody's, or no code at all. */
export async function viewCheck({ db }: Services, lang: Lang, typed: string): Promise<CheckedActCopy | null> {
  const code = readCheckCode(typed)
  return code === null ? null : findCopyByCode(db, lang, code)
}
