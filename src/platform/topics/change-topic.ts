import type { Transaction } from '../db/database.ts'
import { changedFields } from '../history/change-rules.ts'
import { recordChange, type Change } from '../history/record-change.ts'
import { changedBy, mayAct, type Hand } from '../institutions/hand.ts'
import { institutionPermissions } from '../institutions/institution-rights-rules.ts'
import type { Services } from '../services.ts'
import {
  holdTopic,
  insertTopic,
  isTopicNameTaken,
  listTopics,
  setTopicRetired,
  updateTopic,
  type Topic,
  type TopicFacts,
} from './topic-queries.ts'
import { DEEPEST_TOPIC, depthUnder } from './topic-rules.ts'

export type TopicRefusal = 'name-taken' | 'no-such-parent' | 'too-deep' | 'not-its-own'
export type TopicOutcome =
  | { kind: 'done'; id: string }
  | { kind: 'refused'; refusal: TopicRefusal }
  | { kind: 'changed-meanwhile'; version: number }
  | { kind: 'not-permitted' }
  | { kind: 'no-such-topic' }

const roles = institutionPermissions['topics.write']

/** A topic of the institution's own, under one for all or at the top. `id` is the form's own number. */
export async function addTopic(
  services: Services,
  hand: Hand,
  institutionId: string,
  id: string,
  facts: TopicFacts,
): Promise<TopicOutcome> {
  if (!mayAct(hand, roles, institutionId)) return { kind: 'not-permitted' }
  const now = services.clock.now()
  return services.db.begin(async (tx): Promise<TopicOutcome> => {
    if (await holdTopic(tx, id)) return { kind: 'done', id }
    const refusal = await refusalTo(tx, institutionId, id, facts)
    if (refusal) return { kind: 'refused', refusal }
    await insertTopic(tx, institutionId, id, facts, now)
    await tell(tx, hand, institutionId, now, {
      kind: 'topic-added',
      fields: changedFields({}, { topic: facts.nameSq }),
    })
    return { kind: 'done', id }
  })
}

export const changeTopic = (
  services: Services,
  hand: Hand,
  id: string,
  facts: TopicFacts,
  fromVersion: number,
): Promise<TopicOutcome> =>
  onTopic(services, hand, id, async (tx, topic, institutionId, now): Promise<TopicOutcome> => {
    const { nameSq, nameEn, parentId } = topic
    const fields = changedFields({ nameSq, nameEn, parentId }, { ...facts })
    if (fields.length === 0) return { kind: 'done', id }
    if (topic.version !== fromVersion) return { kind: 'changed-meanwhile', version: topic.version }
    const refusal = await refusalTo(tx, institutionId, id, facts)
    if (refusal) return { kind: 'refused', refusal }
    await updateTopic(tx, id, facts)
    await tell(tx, hand, institutionId, now, { kind: 'topic-changed', fields })
    return { kind: 'done', id }
  })

/** No longer offered; what is filed under it stays there. `again`: it is offered once more. */
export const retireTopic = (services: Services, hand: Hand, id: string, again: boolean): Promise<TopicOutcome> =>
  onTopic(services, hand, id, async (tx, topic, institutionId, now): Promise<TopicOutcome> => {
    if ((topic.retiredOn === null) === again) return { kind: 'done', id }
    if (again && (await isTopicNameTaken(tx, institutionId, topic.nameSq, id)))
      return { kind: 'refused', refusal: 'name-taken' }
    await setTopicRetired(tx, id, again ? null : now)
    const fields = [{ field: 'topic', from: topic.nameSq, to: again ? topic.nameSq : null }]
    await tell(tx, hand, institutionId, now, { kind: again ? 'topic-restored' : 'topic-retired', fields })
    return { kind: 'done', id }
  })

async function onTopic(
  services: Services,
  hand: Hand,
  id: string,
  work: (tx: Transaction, topic: Topic, institutionId: string, now: Date) => Promise<TopicOutcome>,
): Promise<TopicOutcome> {
  const now = services.clock.now()
  return services.db.begin(async (tx): Promise<TopicOutcome> => {
    const topic = await holdTopic(tx, id)
    if (!topic) return { kind: 'no-such-topic' }
    // Those for all come with the program.
    if (topic.institutionId === null) return { kind: 'refused', refusal: 'not-its-own' }
    if (!mayAct(hand, roles, topic.institutionId)) return { kind: 'not-permitted' }
    return work(tx, topic, topic.institutionId, now)
  })
}

async function refusalTo(
  tx: Transaction,
  institutionId: string,
  id: string,
  { nameSq, parentId }: TopicFacts,
): Promise<TopicRefusal | null> {
  if (await isTopicNameTaken(tx, institutionId, nameSq, id)) return 'name-taken'
  const topics = await listTopics(tx, 'sq', [institutionId])
  if (parentId !== null && !topics.some((one) => one.id === parentId && one.retiredOn === null)) return 'no-such-parent'
  const depth = depthUnder(topics, id, parentId)
  return depth === 0 || depth > DEEPEST_TOPIC ? 'too-deep' : null
}

const tell = (
  tx: Transaction,
  hand: Hand,
  institutionId: string,
  at: Date,
  change: Pick<Change, 'kind' | 'fields'>,
): Promise<void> =>
  recordChange(tx, {
    institutionId,
    subject: `institutions.institution:${institutionId}`,
    by: changedBy(hand),
    at,
    ...change,
  })
