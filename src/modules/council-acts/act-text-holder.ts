import { recordChange } from '#platform/history/record-change.ts'
import type { Transaction } from '#platform/db/database.ts'
import type { Lang } from '#platform/i18n/language.ts'
import type { Services } from '#platform/services.ts'
import { refOf } from '#platform/subjects/subject-rules.ts'
import type {
  OfficeTextRecord,
  PublishedVersion,
  TextHolder,
  TextNote,
  TextWarning,
} from '#platform/texts/text-holder.ts'
import { findAct, insertActEvent, raiseActVersion } from './act-queries.ts'
import { enterActs } from './act-records.ts'
import { copyOfficeUrls } from './copies/urls.ts'
import { ACT_RECORD, isPublic } from './act-rules.ts'
import { listAmendments, setTextState, writeState } from './making/making-queries.ts'
import { tabsOf, type ActTab } from './making/tab-rules.ts'
import { makingTexts } from './making/texts.ts'
import { seriesOfType } from './eli-rules.ts'
import { actPermissions as may } from './permissions.ts'
import { publishState } from './relations/publish-state.ts'
import {
  findPublicTextRecord,
  findSlugByNumber,
  findTextRecord,
  holdTextRecord,
  listTextRecords,
  setActText,
  type TextRecordRow,
} from './text-record-queries.ts'
import { textsIn } from './texts.ts'
import { actOfficeUrls, actUrls } from './urls.ts'

/** What an act lends to the rooms of texts: the text as it was laid, as it was adopted, and its later states. */
export const actTexts: TextHolder = {
  kind: ACT_RECORD,
  eliType: 'akt',
  aknType: 'act',
  urls: {
    record: actUrls.act,
    article: actUrls.article,
    list: actUrls.register,
    because: (slug) => `${actUrls.act(slug)}#per-shkak`,
    office: actOfficeUrls.act,
    officeText: actOfficeUrls.text,
  },
  words: (lang) => ({ list: textsIn(lang).menu, text: makingTexts(lang).tabs.overview }),
  readers: may['acts.read'],
  writers: may['acts.write'],
  publishers: may['acts.decide'],
  findPublic: findPublicTextRecord,
  findByNumber: findSlugByNumber,
  hasEliType: (type) => seriesOfType(type) !== null,
  findForOffice: async (db, lang, id) => officeRecord(lang, await findTextRecord(db, id)),
  listForOffice: async (db, lang, textIds) =>
    (await listTextRecords(db, textIds)).flatMap((row) => officeRecord(lang, row) ?? []),
  hold: async (tx, id) => officeRecord('sq', await holdTextRecord(tx, id)),
  take: (tx, { id, textId, at }) => setActText(tx, id, textId, at),
  note,
  published: async (tx, services, order) => {
    const row = await findTextRecord(tx, order.record.id)
    await (row?.textState === 'laid' ? enterVersion(tx, services, order, null) : publishState(tx, services, order))
  },
  // What was adopted is confirmed beside its amendments, where the office sees that none is left out.
  heldBack: async (db, id) => (await findTextRecord(db, id))?.textState === 'laid',
  // Nothing is said about an act yet that would hang on its words.
  listAnchors: async () => [],
  placed: async () => {},
  describeAnchors: async () => [],
  warnings: async (db, lang, { recordId }) =>
    (await findTextRecord(db, recordId))?.textState === 'laid'
      ? warningsOf(lang, recordId, await listAmendments(db, recordId))
      : [],
}

/**
 * `draft`: it has no text that lay before the council yet. `open`: it is being amended, or a later state of an announced act is
 * planned. In between the adopted text stands.
 */
function stageOf({ state, textState, laid, planned }: TextRecordRow): OfficeTextRecord['stage'] {
  if (state === 'void' || state === 'taken-down') return 'final'
  if (!laid) return 'draft'
  return textState === 'laid' || (state === 'announced' && planned) ? 'open' : 'final'
}

function officeRecord(lang: Lang, row: TextRecordRow | null): OfficeTextRecord | null {
  if (!row) return null
  const { id, institutionId, title, zone, slug, textId } = row
  const tabs = tabsOf(row).map((tab) => ({
    href: tab === 'public' ? actUrls.act(slug ?? '') : TABS[tab](id),
    label: makingTexts(lang).tabs[tab],
  }))
  return {
    id,
    subject: refOf(ACT_RECORD, id),
    institutionId,
    title,
    zone,
    slug,
    textId,
    stage: stageOf(row),
    openUntil: null,
    tabs,
    next: nextOf(lang, row),
  }
}

/** To the final text, and from there to the number. */
const nextOf = (lang: Lang, { id, state, textState }: TextRecordRow): { href: string; label: string } | null => {
  const { toFinal, toNumber } = makingTexts(lang).amendments
  if (state !== 'draft' || textState === 'none') return null
  return textState === 'laid'
    ? { href: actOfficeUrls.amendments(id), label: toFinal }
    : { href: `${actOfficeUrls.act(id)}#numri`, label: toNumber }
}

const TABS: Record<Exclude<ActTab, 'public'>, (id: string) => string> = {
  overview: actOfficeUrls.act,
  text: actOfficeUrls.text,
  amendments: actOfficeUrls.amendments,
  signing: actOfficeUrls.signing,
  review: actOfficeUrls.review,
  announcing: actOfficeUrls.announcing,
  relations: actOfficeUrls.relations,
  states: actOfficeUrls.states,
  plan: actOfficeUrls.plan,
  copies: copyOfficeUrls.ofAct,
}

/** The last write of every deed on its words. One that is public already has taken its first text: everybody is told. */
async function note(tx: Transaction, { institutionId, id, kind, by, at, fields = [] }: TextNote): Promise<void> {
  const subject = refOf(ACT_RECORD, id)
  await recordChange(tx, { institutionId, subject, kind, by: { accountId: by.accountId }, at, fields })
  const act = kind === 'text-read' ? await findAct(tx, id) : null
  if (act && isPublic(act.state)) await enterActs(tx, { clock: { now: () => at } }, [id])
}

function warningsOf(lang: Lang, id: string, amendments: readonly { state: string }[]): TextWarning[] {
  const t = makingTexts(lang).amendments
  const open = amendments.filter(({ state }) => state === 'open').length
  return [
    {
      words: open > 0 ? t.warnOpen(open) : t.warnElsewhere,
      href: actOfficeUrls.amendments(id),
      link: makingTexts(lang).tabs.amendments,
    },
  ]
}

/**
 * What a version is to the act when it becomes public: the text that was adopted. A later state has its day from the deed that
 * publishes it. `aside`: why places were changed that no amendment touches.
 */
export async function enterVersion(
  tx: Transaction,
  services: Services,
  { record, versionId, n, by, at }: PublishedVersion,
  aside: string | null,
): Promise<void> {
  const { id, institutionId } = record
  const act = await findAct(tx, id)
  if (!act || act.textState !== 'laid') throw new Error(`The text of act ${id} was published by no deed of its own`)
  const state = { institutionId, actId: id, versionId, role: 'adopted', note: aside, at, by: by.accountId } as const
  await writeState(tx, state)
  await setTextState(tx, id, { state: 'adopted', at, by: by.accountId })
  const event = { institutionId, actId: id, version: act.version + 1, at, by: by.accountId, textVersionId: versionId }
  await insertActEvent(tx, { ...event, kind: 'text-confirmed', reason: aside })
  await recordChange(tx, {
    institutionId,
    subject: record.subject,
    kind: 'text-confirmed',
    by: by.accountId === null ? 'command-line' : { accountId: by.accountId },
    at,
    reason: aside,
    fields: [{ field: 'version', from: null, to: String(n) }],
  })
  await raiseActVersion(tx, id, at)
  await enterActs(tx, services, [id])
}
