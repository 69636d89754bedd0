import { randomUUID } from 'node:crypto'
import { addDays } from '#platform/time/civil-date.ts'
import { createTransmittal } from '../review/write-transmittal.ts'
import { giveVerdict } from '../review/give-verdict.ts'
import { receiveTransmittal } from '../review/receive-transmittal.ts'
import { sendTransmittal } from '../review/send-transmittal.ts'
import { expectDone, fresh, on, type Stage } from './demonstrate-act.ts'

/** `fromEnd`: 0 is the newest meeting. */
type Sitting = { day: string; fromEnd: number }

/**
 * One letter for the acts of a meeting. The newest waits for the protocol of the authority; of the one before, an act was
 * returned with reasons; all older ones were found lawful.
 */
export async function reviewMeeting(
  stage: Stage,
  announced: readonly string[],
  { day, fromEnd }: Sitting,
): Promise<void> {
  const { demo, secretary, jurisdiction } = stage
  const acts = await Promise.all(announced.map((id) => fresh(stage, id)))
  const ids = acts.filter((act) => act.nature === 'normative' && act.state === 'announced').map(({ id }) => id)
  const sent = on(stage, day, 16, 9)
  if (!sent || ids.length === 0) return
  const institutionId = acts[0]?.institutionId ?? ''
  const { name: authorityName, address: authorityAddress } = demo.authority[jurisdiction] ?? { name: '', address: '' }
  const letter = { authorityName, authorityAddress, protocol: null, words: null, channel: 'letter' } as const
  const made = await createTransmittal(sent, {
    ...letter,
    institutionId,
    formId: randomUUID(),
    actIds: ids,
    by: secretary,
  })
  if (made.kind !== 'created') throw new Error(`The demonstration could not write to the authority: ${made.kind}`)
  const sending = { on: addDays(day, 16), channel: 'letter', protocol: null, by: secretary, seen: 1 } as const
  expectDone(await sendTransmittal(sent, made.id, sending), 'send acts for legality')
  const received = fromEnd === 0 ? null : on(stage, day, 18, 10)
  if (!received) return
  const receipt = {
    protocol: `${day.slice(5, 7)}/${fromEnd + 100}`,
    on: addDays(day, 18),
    as: 'secretary',
    by: secretary,
  } as const
  expectDone(await receiveTransmittal(received, made.id, { ...receipt, seen: null }), 'note the protocol')
  await decide(stage, ids, { day, fromEnd })
}

async function decide(stage: Stage, ids: readonly string[], { day, fromEnd }: Sitting): Promise<void> {
  const { demo, secretary: by } = stage
  const decided = on(stage, day, 25, 11)
  if (!decided) return
  const returned = fromEnd === 1 ? ids.slice(0, 1) : []
  const conform = ids.filter((id) => !returned.includes(id))
  const verdict = {
    on: addDays(day, 25),
    protocol: null,
    effectiveOn: null,
    correcting: false,
    as: 'secretary',
    by,
  } as const
  const said = [
    { actIds: conform, kind: 'conform', reasons: null },
    { actIds: returned, kind: 'returned', reasons: demo.returned_reasons },
  ] as const
  for (const one of said.filter(({ actIds }) => actIds.length > 0))
    expectDone(await giveVerdict(decided, { ...verdict, ...one, formId: randomUUID() }), `note ${one.kind}`)
}
