import type { Transaction } from '#platform/db/database.ts'
import { listPlacesOf } from '#platform/places/place-queries.ts'
import { setPlaces } from '#platform/places/subject-places.ts'
import { setTopics } from '#platform/topics/subject-topics.ts'
import { listTopics } from '#platform/topics/topic-queries.ts'

/** Topics by their code and places by their name in Albanian, of those that the institution can choose. */
export async function classifyDemo(
  tx: Transaction,
  subject: string,
  institutionId: string,
  demo: { topics: readonly string[]; places: readonly string[] },
): Promise<void> {
  const topics = (await listTopics(tx, 'sq', [institutionId])).filter(({ code }) => code && demo.topics.includes(code))
  const places = (await listPlacesOf(tx, 'sq', [institutionId])).filter(({ nameSq }) => demo.places.includes(nameSq))
  const ids = (all: readonly { id: string }[]) => all.map(({ id }) => id)
  await setTopics(tx, subject, institutionId, ids(topics))
  await setPlaces(tx, subject, institutionId, ids(places))
}
