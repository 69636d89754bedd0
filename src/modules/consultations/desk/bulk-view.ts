import { institutionsWhere, mayIn } from '#platform/auth/permissions.ts'
import type { Official } from '#platform/auth/visitor.ts'
import type { Services } from '#platform/services.ts'
import type { HousePerson } from '#platform/tasks/people-queries.ts'
import { consultationPermissions as may } from '../permissions.ts'
import type { BulkChoice } from './bulk-form.ts'
import {
  countOutcomes,
  findBulkDeed,
  listBulkDeeds,
  listNamedMembers,
  type BulkDeed,
  type NamedMember,
  type OutcomeCount,
} from './bulk-queries.ts'
import { forecastOf, type BulkDeedKind, type Forecast } from './bulk-rules.ts'
import { listChosenByFilter, listChosenByIds } from './chosen-queries.ts'
import { MOST_AT_ONCE, readDeskWords } from './desk-rules.ts'
import { filterOf, viewColleagues } from './desk-view.ts'
import { listLabels } from './label-queries.ts'

export type BulkForecastView = {
  choice: BulkChoice
  deed: BulkDeedKind
  forecast: Forecast
  tooMany: boolean
  people: HousePerson[]
  labels: string[]
}

/** Where this official may do something with comments, and what was chosen there. */
export const choiceOf = (official: Official, choice: BulkChoice) => {
  const institutions = institutionsWhere(official, may['comments.moderate'])
  const filter = { ...filterOf(official, readDeskWords(choice.query)), institutions }
  return choice.all ? { filter } : { ids: choice.ids, institutions }
}

/** What a deed on many will do, as the comments stand now. */
export async function viewBulkForecast(
  services: Services,
  official: Official,
  choice: BulkChoice,
  deed: BulkDeedKind,
): Promise<BulkForecastView> {
  const { db } = services
  const where = choiceOf(official, choice)
  const chosen =
    'filter' in where
      ? await listChosenByFilter(db, where.filter, MOST_AT_ONCE + 1)
      : await listChosenByIds(db, where.institutions, where.ids)
  const [first] = chosen
  const people = deed === 'assign' && first ? await viewColleagues(services, first.institutionId) : []
  const labels =
    first && (deed === 'label' || deed === 'unlabel')
      ? (await listLabels(db, first.consultationId)).map(({ name }) => name)
      : []
  return { choice, deed, forecast: forecastOf(deed, chosen), tooMany: chosen.length > MOST_AT_ONCE, people, labels }
}

export type BulkDeedView = {
  deed: BulkDeed
  counts: OutcomeCount[]
  named: NamedMember[]
  mayUndo: boolean
}

export async function viewBulkDeed(
  { db, clock }: Services,
  official: Official,
  id: string,
): Promise<BulkDeedView | null> {
  const deed = await findBulkDeed(db, id)
  if (!deed || !mayIn(official, may['comments.read'], deed.institutionId)) return null
  const [counts, named] = await Promise.all([countOutcomes(db, [id]), listNamedMembers(db, id)])
  const inTime = deed.state === 'done' && deed.undoUntil !== null && clock.now() < deed.undoUntil
  return { deed, counts, named, mayUndo: inTime && mayIn(official, may['comments.moderate'], deed.institutionId) }
}

export async function viewBulkDeeds(
  { db }: Services,
  official: Official,
): Promise<{ deed: BulkDeed; counts: OutcomeCount[] }[]> {
  const deeds = await listBulkDeeds(db, institutionsWhere(official, may['comments.read']))
  const ids = deeds.map(({ id }) => id)
  const counts = await countOutcomes(db, ids)
  return deeds.map((deed) => ({ deed, counts: counts.filter(({ deedId }) => deedId === deed.id) }))
}
