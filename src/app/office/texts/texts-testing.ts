import { expect } from 'vitest'
import {
  articleOf,
  givenComment,
  givenConsultation,
  officialWith,
  SMALL_REGULATION,
  type GivenConsultation,
} from '#modules/consultations/testing.ts'
import { consultations } from '#modules/consultations/module.ts'
import type { Services } from '#platform/services.ts'
import type { TextHolder } from '#platform/texts/text-holder.ts'
import {
  listDoubts,
  listNodeChanges,
  listNodes,
  listTextVersions,
  type TextVersion,
} from '#platform/texts/text-queries.ts'
import { placeAnchors } from '#platform/texts/versions/place-anchors.ts'
import { publishVersion } from '#platform/texts/versions/publish-version.ts'
import { readIntoVersion } from '#platform/texts/versions/read-into-version.ts'
import { people, type TestPerson } from '#test/people.ts'
import type { Fields, testWeb } from '#test/web.ts'

/** Help for tests: the text of a consultation in the office. Only tests import this. */

function holderOfConsultations(): TextHolder {
  const [holder] = consultations.texts ?? []
  if (!holder) throw new Error('consultations hold texts')
  return holder
}

export const holder = holderOfConsultations()

/** What an official reads and sends. */
export const officeOf = async (web: ReturnType<typeof testWeb>, person: TestPerson = people.albanianCoordinator) => {
  const cookie = await web.signedInAs(person)
  return {
    get: (path: string) => web.get(path, { cookie }),
    read: async (path: string) => (await web.get(path, { cookie })).text(),
    post: (path: string, fields: Fields) => web.post(path, fields, { cookie }),
  }
}

export type Office = Awaited<ReturnType<typeof officeOf>>

/** A pasted text is read into the text of a record. */
export async function readIn(office: Office, id: string, words: string): Promise<void> {
  const fields = { teksti: words, dokumenti: new File([], '') }
  expect((await office.post(holder.urls.officeText(id), fields)).status).toBe(303)
  await office.post(`${holder.urls.officeText(id)}/dyshimet`, {})
}

/** Newest first. */
export async function versionsOf({ db }: Pick<Services, 'db'>, id: string): Promise<TextVersion[]> {
  const record = await holder.findForOffice(db, 'sq', id)
  return record?.textId ? listTextVersions(db, record.textId, false) : []
}

export async function draftOf(services: Pick<Services, 'db'>, id: string) {
  const draft = (await versionsOf(services, id)).find(({ state }) => state === 'draft')
  if (!draft) throw new Error(`no draft of the text of ${id}`)
  const { db } = services
  const [nodes, changes, doubts] = await Promise.all([
    listNodes(db, draft.id),
    listNodeChanges(db, draft.id),
    listDoubts(db, draft.id),
  ])
  return { ...draft, nodes, changes, doubts }
}

/** The lineage of each article, by its label. */
export const articlesIn = (nodes: readonly { kind: string; label: string | null; nodeId: string }[]) =>
  Object.fromEntries(nodes.flatMap(({ kind, label, nodeId }) => (kind === 'article' ? [[label ?? '', nodeId]] : [])))

/** Article 2 says more, a new article stands before it, and what was article 3 comes after. */
const SMALL_REDRAFT = SMALL_REGULATION.replace(
  'Neni 2\nDitët e tregut',
  'Neni 2\nPërkufizime\n\nNë këtë rregullore, “shitës” është kushdo që ofron mallra për shitje në shesh.\n\nNeni 3\nDitët e tregut',
)
  .replace('Neni 3\nTarifa e vendit', 'Neni 4\nTarifa e vendit')
  .replace('Neni 3/1', 'Neni 4/1')
  .replace('Tregu hapet të martën.', 'Tregu hapet të martën dhe të shtunën.')

export type GivenVersion = { consultation: GivenConsultation; versionId: string }

/** A published consultation whose second version is in preparation: nothing is open. */
export async function givenLaterDraft(services: Services, institution = 'prova'): Promise<GivenVersion> {
  const consultation = await givenConsultation(services, { institution })
  const coordinator = await officialWith(services, ['consultation-coordinator', institution])
  const source = { kind: 'pasted', words: SMALL_REDRAFT } as const
  const input = { source, digest: null, file: null, titleOfDocument: '' }
  const read = await readIntoVersion(services, holder, coordinator, { id: consultation.id, input })
  if (read.kind !== 'read') throw new Error(`test version: ${read.kind}`)
  return { consultation, versionId: read.versionId }
}

/** The same with one change that waits for a person. */
export async function givenOpenChange(
  services: Services,
  institution = 'prova',
): Promise<GivenVersion & { changeId: string }> {
  const given = await givenLaterDraft(services, institution)
  const [change] = await services.db<{ id: string }[]>`
    update platform.node_changes set certain = false
    where id = (select id from platform.node_changes where version_id = ${given.versionId} and kind = 'reworded' limit 1)
    returning id`
  return { ...given, changeId: change?.id ?? '' }
}

/** Published, and one comment on the first version waits to be placed in the second. */
export async function givenOpenPlace(
  services: Services,
  institution = 'prova',
): Promise<GivenVersion & { subject: string }> {
  const given = await givenLaterDraft(services, institution)
  const { consultation, versionId } = given
  const anchor = { about: 'article', nodeId: articleOf(consultation, '2').nodeId } as const
  const { id } = await givenComment(services, consultation, { anchor })
  const coordinator = await officialWith(services, ['consultation-coordinator', institution])
  const order = { id: consultation.id, versionId, summary: 'U shtuan përkufizimet.', summaryEn: null }
  const published = await publishVersion(services, holder, coordinator, order)
  if (published.kind !== 'published') throw new Error(`test version: ${JSON.stringify(published)}`)
  await placeAnchors(services, [holder], versionId)
  const subject = `consultations.comment:${id}`
  await services.db`update platform.anchor_places set certain = false where subject = ${subject}`
  return { ...given, subject }
}
