import type { Transaction } from '#platform/db/database.ts'
import { formatDate } from '#platform/i18n/formats.ts'
import { wordsOfForm } from '#platform/papers/form-document-rules.ts'
import type { Services } from '#platform/services.ts'
import { tellHappening } from '#platform/subscriptions/tell-happening.ts'
import { refOf } from '#platform/subjects/subject-rules.ts'
import { insertMeetingEvent } from '../convening/meeting-writing-queries.ts'
import { MEETING_KIND, MINUTES_KIND } from '../council-rules.ts'
import { enterCouncilMeeting } from '../public/meeting-records.ts'
import { minutesBlocks, minutesTitle } from './document/document-texts.ts'
import { documentTexts } from './document/saying-texts.ts'
import {
  findMinutes,
  insertMinutesVersion,
  listApprovingVotes,
  type HeldMeeting,
  type Minutes,
} from './minutes-queries.ts'
import { enterMinutes } from './minutes-records.ts'
import type { MinutesRecord } from './minutes-rules.ts'
import { factsOf } from './record/assemble-facts-rules.ts'
import { publicFacts, type MinutesFacts } from './record/minutes-fact-rules.ts'
import { readRecord } from './record/record-queries.ts'

type Order = {
  meeting: HeldMeeting
  state: 'proposed' | 'approved'
  formId: string | null
  reason: string | null
  by: { accountId: string | null }
  at: Date
}

/**
 * As the record and the words stand now they become the next version: what everybody reads, and beside it the whole, which is
 * the office's. Told to who follows, and entered in the ledger; so it is the last that a deed does.
 */
export async function publishVersion(tx: Transaction, services: Services, order: Order): Promise<boolean> {
  const { meeting, state, formId, reason, by, at } = order
  const [rows, minutes] = [await readRecord(tx, 'sq', meeting.id), await findMinutes(tx, meeting.id)]
  if (!rows || !minutes) throw new Error(`Meeting ${meeting.id} is gone inside its own transaction`)
  const facts = factsOf(rows, minutes)
  const standing = state === 'approved' ? await approvalOf(tx, minutes) : { state }
  const open = publicFacts(facts)
  const record = recordOf(open, standing, false)
  const version = await insertMinutesVersion(tx, {
    meetingId: meeting.id,
    institutionId: meeting.institutionId,
    formId,
    state,
    title: minutesTitle('sq', open),
    record,
    whole: recordOf(facts, standing, true),
    words: searchedWords(record),
    reason,
    at,
    by: by.accountId,
  })
  if (version === null) return false
  await tellOfVersion(tx, services, order)
  return true
}

/** To who follows the meeting; among its events, where it is approved or corrected; and the ledger. */
async function tellOfVersion(
  tx: Transaction,
  services: Services,
  { meeting, state, reason, by, at }: Order,
): Promise<void> {
  const { id, institutionId, version } = meeting
  const kind = state === 'proposed' ? 'minutes-proposed' : reason === null ? 'minutes-approved' : 'minutes-corrected'
  const matter = refOf(MEETING_KIND, id)
  const told = { subject: refOf(MINUTES_KIND, id), kind: `council.${kind}`, institutionId }
  await tellHappening(tx, { matter, ...told, at, facts: dayFact(meeting) })
  if (state === 'approved') {
    await insertMeetingEvent(tx, { meetingId: id, institutionId, kind, reason, version, at, by: by.accountId })
    await enterCouncilMeeting(tx, services, id)
  }
  await enterMinutes(tx, services, id)
}

const dayFact = ({ day }: HeldMeeting) => (day === null ? {} : { day })

const recordOf = (facts: MinutesFacts, standing: MinutesRecord['standing'], whole: boolean): MinutesRecord => ({
  facts,
  standing,
  blocks: minutesBlocks('sq', facts, standing, whole),
})

/** In which meeting and by which vote, in words that stand in the document. */
async function approvalOf(tx: Transaction, minutes: Minutes): Promise<MinutesRecord['standing']> {
  const on = minutes.approvedOn ?? ''
  const vote =
    minutes.approvedVote === null
      ? null
      : (await listApprovingVotes(tx, minutes.meetingId)).find(({ id }) => id === minutes.approvedVote)
  if (!vote) return { state: 'approved', on, where: minutes.approvedNote }
  const t = documentTexts('sq')
  return { state: 'approved', on, where: t.approvedVote(vote.votesFor, vote.votesAgainst, vote.votesAbstain) }
}

/** What it is found by: its words, without the annexes, which name every member. */
function searchedWords({ blocks, facts }: MinutesRecord): string {
  const annex = blocks.findIndex((block) => block.kind === 'heading' && block.id === 'shtojca-1')
  const own = annex < 0 ? blocks : blocks.slice(0, annex)
  const empty = { lang: 'sq', wordsLang: 'sq', kept: '', address: '', page: '' } as const
  const day = facts.meeting.day === null ? '' : formatDate('sq', facts.meeting.day)
  const form = { ...empty, form: '', title: facts.meeting.body, institution: '', lead: day, blocks: own }
  return wordsOfForm(form).filter(Boolean).join('\n').slice(0, 200_000)
}
