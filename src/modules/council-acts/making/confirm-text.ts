import type { Official } from '#platform/auth/visitor.ts'
import type { Transaction } from '#platform/db/database.ts'
import { recordChange } from '#platform/history/record-change.ts'
import type { Services } from '#platform/services.ts'
import { refOf } from '#platform/subjects/subject-rules.ts'
import {
  countOpenDoubts,
  listNodeChanges,
  listNodes,
  listTextVersions,
  type TextVersion,
} from '#platform/texts/text-queries.ts'
import { holdText, isRefusal } from '#platform/texts/versions/hold-text.ts'
import { refusalsToPublishVersion, type VersionRefusal } from '#platform/texts/versions/publish-version-rules.ts'
import { makeVersionPublic } from '#platform/texts/versions/publish-version.ts'
import { refreshChanges } from '#platform/texts/versions/refresh-changes.ts'
import { findAct, insertActEvent, lockAct } from '../act-queries.ts'
import { ACT_RECORD } from '../act-rules.ts'
import { actTexts, enterVersion } from '../act-text-holder.ts'
import { doWithAct, type ActOutcome } from '../do-with-act.ts'
import { layDown } from './lay-text.ts'
import { dropAdoptedState, listAmendments, listStates, setTextState, writeState } from './making-queries.ts'
import { changedPlaces, orphansOf } from './place-rules.ts'
import { makingTexts } from './texts.ts'

export type ConfirmRefusal =
  'no-text' | 'open-amendments' | 'aside-missing' | Exclude<VersionRefusal, 'no-summary' | 'held-back'>
type Confirmed = ActOutcome<ConfirmRefusal>

/** `aside`: why places were changed that no amendment touches. */
export type ConfirmOrder = { seen: number; aside: string | null }

/**
 * The final text is confirmed: the laid text where nothing was amended, else the draft in which every adopted amendment was made.
 * From here on it never changes by itself.
 */
export async function confirmText(
  services: Services,
  official: Official,
  id: string,
  { seen, aside }: ConfirmOrder,
): Promise<Confirmed> {
  const act = await findAct(services.db, id)
  return act?.textId && (await isContinued(services, act.textId))
    ? confirmDraft(services, official, id, { seen, aside })
    : confirmLaid(services, { accountId: official.accountId }, id, seen)
}

/** Whether a version in preparation continues the laid one. */
const isContinued = async ({ db }: Services, textId: string): Promise<boolean> =>
  (await listTextVersions(db, textId, false)).some(({ state, basedOn }) => state === 'draft' && basedOn !== null)

const confirmLaid = (services: Services, by: { accountId: string }, id: string, seen: number): Promise<Confirmed> =>
  doWithAct<ConfirmRefusal>(services, id, { seen }, async ({ tx, act, at, version }) => {
    if (act.state === 'void' || act.textState === 'adopted') return 'wrong-state'
    if (act.textId === null) return 'no-text'
    const amendments = await listAmendments(tx, id)
    if (amendments.some(({ state }) => state !== 'no-words')) return 'open-amendments'
    const laid = await layDown(tx, act, { by, at })
    if (laid === 'open-doubts' || laid === 'no-text') return laid
    const { institutionId } = act
    const versionId = (await listStates(tx, id)).at(-1)?.versionId ?? ''
    const known = { institutionId, actId: id, at, by: by.accountId }
    await writeState(tx, { ...known, versionId, role: 'adopted', note: null })
    await setTextState(tx, id, { state: 'adopted', at, by: by.accountId })
    await insertActEvent(tx, { ...known, kind: 'text-confirmed', version, textVersionId: versionId })
    await recordChange(tx, { institutionId, subject: refOf(ACT_RECORD, id), kind: 'text-confirmed', by, at })
    return 'done'
  })

const confirmDraft = (
  services: Services,
  official: Official,
  id: string,
  { seen, aside }: ConfirmOrder,
): Promise<Confirmed> =>
  services.db.begin(async (tx): Promise<Confirmed> => {
    const act = await lockAct(tx, id)
    if (!act) return 'no-such-act'
    if (act.version !== seen) return 'changed-meanwhile'
    const held = await holdText(tx, actTexts, official, { id, roles: actTexts.publishers })
    if (isRefusal(held)) return held.kind === 'no-such-record' ? 'no-such-act' : 'wrong-state'
    const { record, draft } = held
    if (record.stage !== 'open' || act.textState !== 'laid' || !draft?.basedOn) return 'wrong-state'
    await refreshChanges(tx, { versionId: draft.id })
    const amendments = await listAmendments(tx, id)
    const summary = summaryOf(amendments)
    const refusal = await refusalOf(tx, draft, { amendments, summary, aside })
    if (refusal) return refusal
    const by = { accountId: official.accountId }
    const holder = {
      ...actTexts,
      published: (...[inside, all, order]: Parameters<typeof actTexts.published>) =>
        enterVersion(inside, all, order, aside),
    }
    await makeVersionPublic(tx, services, holder, { record, draft, summary, summaryEn: null, by })
    return 'done'
  })

type Asked = { amendments: Awaited<ReturnType<typeof listAmendments>>; summary: string; aside: string | null }

async function refusalOf(
  tx: Transaction,
  draft: TextVersion,
  { amendments, summary, aside }: Asked,
): Promise<ConfirmRefusal | null> {
  const openDoubts = await countOpenDoubts(tx, draft.id)
  const changes = await listNodeChanges(tx, draft.id)
  const [refusal] = refusalsToPublishVersion({ openDoubts, changes, summary })
  if (refusal && refusal !== 'no-summary' && refusal !== 'held-back') return refusal
  if (amendments.some(({ state }) => state === 'open')) return 'open-amendments'
  const [from, to] = [await listNodes(tx, draft.basedOn ?? ''), await listNodes(tx, draft.id)]
  return orphansOf(changedPlaces(changes, from, to), amendments).length > 0 && aside === null ? 'aside-missing' : null
}

/** In the language of the register, for everybody who compares the two. */
function summaryOf(amendments: readonly { ordinal: number; state: string }[]): string {
  const made = amendments.filter(({ state }) => state === 'made').map(({ ordinal }) => ordinal)
  return makingTexts('sq').amendments.summary(made)
}

/** The council has changed its mind, or something was overlooked: before it is announced the text can be opened once more. */
export const reopenText = (
  services: Services,
  id: string,
  { by, seen, reason }: { by: { accountId: string }; seen: number; reason: string },
): Promise<ActOutcome> =>
  doWithAct(services, id, { seen }, async ({ tx, act, at }) => {
    if ((act.state !== 'draft' && act.state !== 'numbered') || act.textState !== 'adopted') return 'wrong-state'
    await dropAdoptedState(tx, id)
    await setTextState(tx, id, { state: 'laid', at: null, by: null })
    const change = { institutionId: act.institutionId, subject: refOf(ACT_RECORD, id), kind: 'text-reopened', by, at }
    await recordChange(tx, { ...change, reason })
    return 'done'
  })
