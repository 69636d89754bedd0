import { randomUUID } from 'node:crypto'
import type { Services } from '#platform/services.ts'
import { listNodeChanges, listNodes, listTextVersions, type TextNode } from '#platform/texts/text-queries.ts'
import { readIntoVersion } from '#platform/texts/versions/read-into-version.ts'
import { publishVersion } from '#platform/texts/versions/publish-version.ts'
import { settleChanges } from '#platform/texts/versions/settle-change.ts'
import { keepAllDoubts } from '#platform/texts/versions/settle-text-doubt.ts'
import { placeAnchors } from '#platform/texts/versions/place-anchors.ts'
import { consultationTexts } from '../consultation-text-holder.ts'
import { officialWith, type GivenConsultation } from '../testing.ts'
import { linkEffects, type LinkOutcome } from './link-effect.ts'

/** Help for tests of what changed because of whom. Only tests import this. */

type Matter = Pick<GivenConsultation, 'id' | 'institution'>

/** The draft of the next version, ready to be published. */
export async function givenDraftVersion(
  services: Services,
  { id, institution }: Matter,
  words: string,
): Promise<string> {
  const coordinator = await officialWith(services, ['consultation-coordinator', institution.slug])
  const input = { source: { kind: 'pasted', words }, digest: null, file: null, titleOfDocument: 'Projektakti' } as const
  const read = await readIntoVersion(services, consultationTexts, coordinator, { id, input })
  if (read.kind !== 'read') throw new Error(`test version: ${JSON.stringify(read)}`)
  await keepAllDoubts(services, consultationTexts, coordinator, id)
  const { versionId } = read
  const changeIds = (await listNodeChanges(services.db, versionId)).flatMap((one) => (one.certain ? [] : [one.id]))
  const order = { id, versionId, changeIds, decision: { kind: 'accept' } } as const
  if (changeIds.length > 0) await settleChanges(services, consultationTexts, coordinator, order)
  return versionId
}

export async function publishDraftVersion(services: Services, { id, institution }: Matter, versionId: string) {
  const coordinator = await officialWith(services, ['consultation-coordinator', institution.slug])
  const order = { id, versionId, summary: 'Teksti u përmirësua pas komenteve.', summaryEn: null }
  const outcome = await publishVersion(services, consultationTexts, coordinator, order)
  if (outcome.kind !== 'published') throw new Error(`test version: ${JSON.stringify(outcome)}`)
  await placeAnchors(services, [consultationTexts], versionId)
  return outcome.n
}

/** A node of a version by the beginning of its words, or, of one without words, by its label. */
export async function nodeOf({ db }: Pick<Services, 'db'>, versionId: string, words: string): Promise<TextNode> {
  const nodes = await listNodes(db, versionId)
  const found = nodes.find(({ body }) => body.startsWith(words)) ?? nodes.find(({ heading }) => heading === words)
  if (!found) throw new Error(`test text: nothing begins with ${words}`)
  return found
}

export async function newestVersion({ db }: Pick<Services, 'db'>, consultationId: string): Promise<string> {
  const [row] = await db<{ textId: string }[]>`
    select text_id from consultations.consultations where id = ${consultationId}`
  const [newest] = await listTextVersions(db, row?.textId ?? '', true)
  if (!newest) throw new Error('test text: no version')
  return newest.id
}

/** An answer linked with a place of a version, by the coordinator. */
export async function linked(
  services: Services,
  { id, institution }: Matter,
  {
    answerId,
    versionId,
    nodeId,
    gone = false,
  }: { answerId: string; versionId: string; nodeId: string; gone?: boolean },
): Promise<LinkOutcome> {
  const coordinator = await officialWith(services, ['consultation-coordinator', institution.slug])
  const links = [{ answerId, nodeId, gone }]
  return linkEffects(services, coordinator, { consultationId: id, versionId, links, form: randomUUID() })
}

/** The same, and it has to be done. */
export async function givenEffect(
  services: Services,
  consultation: Matter,
  place: { answerId: string; versionId: string; nodeId: string; gone?: boolean },
): Promise<void> {
  const outcome = await linked(services, consultation, place)
  if (outcome.kind !== 'linked') throw new Error(`test effect: ${JSON.stringify(outcome)}`)
}
