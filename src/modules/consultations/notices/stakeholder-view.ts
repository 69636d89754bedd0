import { institutionsWhere, mayIn } from '#platform/auth/permissions.ts'
import type { Official } from '#platform/auth/visitor.ts'
import { isUuid } from '#platform/http/field-rules.ts'
import type { Lang } from '#platform/i18n/language.ts'
import { listInstitutions } from '#platform/institutions/institution-queries.ts'
import type { InstitutionSummary } from '#platform/institutions/institution-rules.ts'
import type { Services } from '#platform/services.ts'
import { civilDateIn } from '#platform/time/civil-date.ts'
import { listTopics, type Topic } from '#platform/topics/topic-queries.ts'
import { treeOrder } from '#platform/topics/topic-rules.ts'
import { SENDER_KINDS, type SenderKind } from '../comments/comment-rules.ts'
import { isTooShort } from '../consultation-rules.ts'
import { consultationPermissions as may } from '../permissions.ts'
import { findStakeholder, listStakeholders, type Stakeholder } from './stakeholder-queries.ts'

export const STAKEHOLDERS_PAGE = 100

export type StakeholderListView = {
  items: Stakeholder[]
  words: string
  kind: SenderKind | null
  topicId: string
  topics: (Topic & { depth: number })[]
  /** Key of the next page; null: this is the last. */
  more: string | null
  narrowed: boolean
}

/** The register of stakeholders, of the institutions in which this official leads consultations. */
export async function viewStakeholders(
  { db }: Services,
  official: Official,
  lang: Lang,
  query: Record<string, string | undefined>,
): Promise<StakeholderListView> {
  const institutions = institutionsWhere(official, may['consultations.write'])
  const words = (query.q ?? '').normalize('NFC').trim().slice(0, 100)
  const kind = SENDER_KINDS.find((one) => one === query.lloji) ?? null
  const topicId = isUuid(query.fusha ?? '') ? (query.fusha ?? '') : ''
  const after = findAfter(query.pas ?? '')
  const filter = { institutions, words: isTooShort(words) ? '' : words, kind, topicId: topicId || null, after }
  const [listed, topics] = await Promise.all([
    listStakeholders(db, { ...filter, limit: STAKEHOLDERS_PAGE + 1 }),
    listTopics(db, lang, institutions),
  ])
  const items = listed.slice(0, STAKEHOLDERS_PAGE)
  const last = items.at(-1)
  const more = listed.length > STAKEHOLDERS_PAGE && last ? `${last.id}${last.name}` : null
  const narrowed = words !== '' || kind !== null || topicId !== ''
  return { items, words, kind, topicId, topics: treeOrder(topics), more, narrowed }
}

/** A key is the id and the name, one after the other. */
function findAfter(key: string): { id: string; name: string } | null {
  const [id, name] = [key.slice(0, 36), key.slice(36)]
  return isUuid(id) && name !== '' ? { id, name } : null
}

export type StakeholderFormView = {
  institutions: InstitutionSummary[]
  topics: (Topic & { depth: number })[]
  /** In the zone of the first of them. */
  today: string
}

export async function viewStakeholderForm(
  { db, clock }: Services,
  official: Official,
  lang: Lang,
): Promise<StakeholderFormView> {
  const ids = institutionsWhere(official, may['consultations.write'])
  const [institutions, topics] = await Promise.all([listInstitutions(db, lang, ids), listTopics(db, lang, ids)])
  const today = civilDateIn(institutions[0]?.zone ?? 'Europe/Tirane', clock.now())
  return { institutions, topics: treeOrder(topics).filter((one) => one.retiredOn === null), today }
}

/** Null for what is not there, or is kept by an institution of others. */
export async function viewStakeholder({ db }: Services, official: Official, id: string): Promise<Stakeholder | null> {
  const found = isUuid(id) ? await findStakeholder(db, id) : null
  return found && mayIn(official, may['consultations.write'], found.institutionId) ? found : null
}
