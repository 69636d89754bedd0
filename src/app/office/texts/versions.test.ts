import { describe, expect, it } from 'vitest'
import { articleOf, givenComment, givenConsultation, SMALL_REGULATION } from '#modules/consultations/testing.ts'
import { findAnchorPlaces } from '#platform/texts/anchor-queries.ts'
import { listNodes } from '#platform/texts/text-queries.ts'
import { placeAnchors } from '#platform/texts/versions/place-anchors.ts'
import { stateOf } from '#modules/consultations/counts-testing.ts'
import { testDatabase } from '#test/database.ts'
import { people } from '#test/people.ts'
import { testWeb } from '#test/web.ts'
import { articlesIn, draftOf, holder, officeOf, readIn, versionsOf } from './texts-testing.ts'
import { roomTexts } from './texts.ts'
import { textUrls } from './urls.ts'

const db = await testDatabase()
const web = testWeb(db)
const { services } = web
const t = roomTexts('sq')
const coordinator = await officeOf(web)
const stranger = await officeOf(web, people.kosovarCoordinator)

/** Article 2 says more, a new article stands before it, and what was article 3 comes after. */
const REDRAFT = SMALL_REGULATION.replace(
  'Neni 2\nDitët e tregut',
  'Neni 2\nPërkufizime\n\nNë këtë rregullore, “shitës” është kushdo që ofron mallra për shitje në shesh.\n\nNeni 3\nDitët e tregut',
)
  .replace('Neni 3\nTarifa e vendit', 'Neni 4\nTarifa e vendit')
  .replace('Neni 3/1', 'Neni 4/1')
  .replace('Tregu hapet të martën.', 'Tregu hapet të martën dhe të shtunën.')

const SUMMARY = 'U shtuan përkufizimet dhe dita e shtunë.'

const publish = async (id: string, summary = SUMMARY) =>
  coordinator.post(textUrls.publication(holder, id), {
    versioni: (await versionsOf(services, id))[0]?.id ?? '',
    permbledhja: summary,
    'permbledhja-en': '',
  })

/** A later version with every doubtful change confirmed as proposed. */
async function confirmAll(id: string): Promise<void> {
  const draft = await draftOf(services, id)
  const ndryshimi = draft.changes.filter(({ certain }) => !certain).map((change) => change.id)
  if (ndryshimi.length === 0) return
  const response = await coordinator.post(textUrls.changes(holder, id), { versioni: draft.id, ndryshimi })
  expect(response.status).toBe(303)
}

describe('a corrected text that is read into a published consultation', () => {
  it('becomes a draft in which articles keep their lineage, whatever their number, and nobody outside sees it', async () => {
    const consultation = await givenConsultation(services)
    await readIn(coordinator, consultation.id, REDRAFT)
    const draft = await draftOf(services, consultation.id)
    expect(draft).toMatchObject({ n: 2, state: 'draft', basedOn: expect.any(String) })
    const articles = articlesIn(draft.nodes)
    expect(articles['1']).toBe(articleOf(consultation, '1').nodeId)
    expect(articles['3']).toBe(articleOf(consultation, '2').nodeId)
    expect(articles['4']).toBe(articleOf(consultation, '3').nodeId)
    expect(articles['4/1']).toBe(articleOf(consultation, '3/1').nodeId)
    const kinds = draft.changes.map(({ kind }) => kind)
    expect(kinds).toContain('new')
    expect(kinds).toContain('reworded')
    expect(kinds).not.toContain('gone')
    expect(await (await web.get(holder.urls.record(consultation.slug))).text()).not.toContain('Përkufizime')
    expect(await coordinator.read(textUrls.changes(holder, consultation.id))).toContain('të shtunën')
  })

  it('read in once more keeps the lineages and what persons have decided', async () => {
    const { id } = await givenConsultation(services)
    await readIn(coordinator, id, REDRAFT)
    const before = articlesIn((await draftOf(services, id)).nodes)
    await confirmAll(id)
    await readIn(coordinator, id, REDRAFT.replace('në shesh', 'në sheshin e fshatit'))
    const after = await draftOf(services, id)
    expect(articlesIn(after.nodes)).toEqual(before)
    expect(after.n).toBe(2)
    expect(after.changes.filter(({ certain, confirmedAt }) => !certain && confirmedAt === null)).toEqual([])
  })

  it('is published with what it changes and why, which everybody reads; the earlier version stays as it was', async () => {
    const { id, slug } = await givenConsultation(services)
    const first = await listNodes(db, (await versionsOf(services, id))[0]?.id ?? '')
    await readIn(coordinator, id, REDRAFT)
    await confirmAll(id)
    expect((await publish(id)).headers.get('location')).toContain('u=publikua')
    const [second, earlier] = await versionsOf(services, id)
    expect(second).toMatchObject({ n: 2, state: 'published', summary: SUMMARY, basedOn: earlier?.id })
    expect(await listNodes(db, earlier?.id ?? '')).toEqual(first)
    const page = await (await web.get(holder.urls.record(slug))).text()
    expect(page).toContain('Përkufizime')
    expect(page).toContain(SUMMARY)
    const [entry] = await db<{ texts: number }[]>`
      select count(*)::int as texts from platform.ledger_entries
      where subject = ${`consultations.consultation:${id}`}`
    expect(entry?.texts).toBe(2)
  })

  it('is published once, whether the button is pressed twice or at the same moment', async () => {
    const { id } = await givenConsultation(services)
    await readIn(coordinator, id, REDRAFT)
    await confirmAll(id)
    const versioni = (await versionsOf(services, id))[0]?.id ?? ''
    const fields = { versioni, permbledhja: SUMMARY, 'permbledhja-en': '' }
    const sent = await Promise.all([1, 2].map(() => coordinator.post(textUrls.publication(holder, id), fields)))
    expect(sent.map(({ status }) => status)).toEqual([303, 303])
    expect((await versionsOf(services, id)).map(({ n }) => n)).toEqual([2, 1])
    const events = await db`
      select from consultations.consultation_events where consultation_id = ${id} and kind = 'redrafted'`
    expect(events).toHaveLength(1)
  })
})

describe('a later version is not published', () => {
  it('without a summary, and what was typed comes back', async () => {
    const { id } = await givenConsultation(services)
    await readIn(coordinator, id, REDRAFT)
    await confirmAll(id)
    const before = await stateOf(db)
    const response = await publish(id, 'Pak <b>')
    expect(response.status).toBe(422)
    const page = await response.text()
    expect(page).toContain(t.summaryErrors.summary)
    expect(page).toContain('Pak &lt;b&gt;')
    expect(await stateOf(db)).toBe(before)
  })

  it('that changes nothing', async () => {
    const { id } = await givenConsultation(services)
    await coordinator.post(textUrls.begin(holder, id), {})
    const response = await publish(id)
    expect(response.status).toBe(409)
    expect(await response.text()).toContain(t.refusals['no-change'])
  })

  it('with an open change or an open doubt', async () => {
    const { id } = await givenConsultation(services)
    await readIn(coordinator, id, REDRAFT)
    await confirmAll(id)
    const draft = await draftOf(services, id)
    await db`update platform.node_changes set certain = false, confirmed_at = null, confirmed_by = null
             where id = ${draft.changes[0]?.id ?? ''}`
    await db`insert into platform.text_doubts (version_id, institution_id, ordinal, reason, source)
             values (${draft.id}, ${draft.institutionId}, 99, 'note', 'Shënim')`
    const response = await publish(id)
    expect(response.status).toBe(409)
    const page = await response.text()
    expect(page).toContain(t.refusals['open-changes'])
    expect(page).toContain(t.refusals['open-doubts'])
    expect((await versionsOf(services, id))[0]?.state).toBe('draft')
  })

  it('by whoever belongs to another institution, nor is it begun, changed or dropped by them', async () => {
    const { id } = await givenConsultation(services)
    await readIn(coordinator, id, REDRAFT)
    const draft = await draftOf(services, id)
    const before = await stateOf(db)
    const change = draft.changes[0]?.id ?? ''
    const tries = [
      [textUrls.publication(holder, id), { versioni: draft.id, permbledhja: SUMMARY }],
      [textUrls.begin(holder, id), {}],
      [textUrls.drop(holder, id), { versioni: draft.id }],
      [textUrls.changes(holder, id), { versioni: draft.id, ndryshimi: change }],
      [textUrls.change(holder, id, change), { versioni: draft.id, vendimi: 'i-ri' }],
    ] as const
    for (const [path, fields] of tries) expect([403, 404]).toContain((await stranger.post(path, fields)).status)
    expect(await stateOf(db)).toBe(before)
  })
})

describe('a version that is begun by hand', () => {
  it('has the words and lineages of the published one, and is dropped without a trace in the text', async () => {
    const { id } = await givenConsultation(services)
    const published = (await versionsOf(services, id))[0]
    const begun = await Promise.all([1, 2].map(() => coordinator.post(textUrls.begin(holder, id), {})))
    expect(begun.map(({ status }) => status)).toEqual([303, 303])
    const draft = await draftOf(services, id)
    const plain = (nodes: Awaited<ReturnType<typeof listNodes>>) => nodes.map(({ versionId: _of, ...node }) => node)
    expect(plain(draft.nodes)).toEqual(plain(await listNodes(db, published?.id ?? '')))
    expect(draft).toMatchObject({ sourceKind: 'written', basedOn: published?.id, changes: [] })
    for (const _click of [1, 2]) {
      expect((await coordinator.post(textUrls.drop(holder, id), { versioni: draft.id })).status).toBe(303)
    }
    expect((await versionsOf(services, id)).map(({ n }) => n)).toEqual([1])
  })
})

describe('what people said about the first version', () => {
  it('finds its place in the second by the worker, in parts, as often as it is asked, and never moves again', async () => {
    const consultation = await givenConsultation(services)
    const article = (label: string) => ({ about: 'article', nodeId: articleOf(consultation, label).nodeId }) as const
    const same = await givenComment(services, consultation, { anchor: article('1') })
    const reworded = await givenComment(services, consultation, { anchor: article('2') })
    const passage = await givenComment(services, consultation, {
      anchor: {
        about: 'passage',
        nodeId: articleOf(consultation, '3/1').nodeId,
        quote: 'nuk paguajnë',
        prefix: 'fshatit ',
        suffix: '.',
      },
    })
    await readIn(coordinator, consultation.id, REDRAFT)
    await confirmAll(consultation.id)
    await publish(consultation.id)
    const [version] = await versionsOf(services, consultation.id)
    const subjects = [same, reworded, passage].map(({ id }) => `consultations.comment:${id}`)
    const placed = async () => findAnchorPlaces(db, version?.id ?? '', subjects)
    expect(await placed()).toEqual([])
    expect(await placeAnchors(services, [holder], version?.id ?? '')).toBe(3)
    const places = new Map((await placed()).map((place) => [place.subject, place]))
    expect(places.get(subjects[0] ?? '')).toMatchObject({
      outcome: 'same',
      nodeId: articleOf(consultation, '1').nodeId,
    })
    expect(places.get(subjects[1] ?? '')).toMatchObject({ nodeId: articleOf(consultation, '2').nodeId })
    expect(places.get(subjects[2] ?? '')).toMatchObject({
      outcome: 'same',
      nodeId: articleOf(consultation, '3/1').nodeId,
    })
    expect(await placeAnchors(services, [holder], version?.id ?? '')).toBe(0)
    expect(await placed()).toEqual([...places.values()])
  })

  it('goes on where it was stopped: what was placed before the stop stays, the rest follows', async () => {
    const consultation = await givenConsultation(services)
    const anchor = { about: 'article', nodeId: articleOf(consultation, '1').nodeId } as const
    for (const _comment of [1, 2, 3]) await givenComment(services, consultation, { anchor })
    await readIn(coordinator, consultation.id, REDRAFT)
    await confirmAll(consultation.id)
    await publish(consultation.id)
    const [version] = await versionsOf(services, consultation.id)
    let asked = 0
    const oneByOne = {
      ...holder,
      listAnchors: (...[on, of, after]: Parameters<typeof holder.listAnchors>) => {
        asked += 1
        if (asked === 3) throw new Error('stopped')
        return holder.listAnchors(on, of, after, 1)
      },
    }
    await expect(placeAnchors(services, [oneByOne], version?.id ?? '')).rejects.toThrow('stopped')
    expect(await placeAnchors(services, [holder], version?.id ?? '')).toBe(1)
  })

  it('waits for a person where it is doubtful, who confirms or chooses another article, once', async () => {
    const consultation = await givenConsultation(services)
    const anchor = { about: 'article', nodeId: articleOf(consultation, '2').nodeId } as const
    const comment = await givenComment(services, consultation, { anchor })
    await readIn(coordinator, consultation.id, REDRAFT)
    await confirmAll(consultation.id)
    await publish(consultation.id)
    const [version] = await versionsOf(services, consultation.id)
    await placeAnchors(services, [holder], version?.id ?? '')
    const subject = `consultations.comment:${comment.id}`
    await db`update platform.anchor_places set certain = false where subject = ${subject}`
    const page = await coordinator.read(textUrls.places(holder, consultation.id))
    expect(page).toContain(comment.code)
    const fields = {
      versioni: version?.id ?? '',
      vendimi: 'nen',
      [`nyja-${comment.id.slice(-12)}`]: articleOf(consultation, '1').nodeId,
    }
    const path = textUrls.place(holder, consultation.id, subject)
    expect((await stranger.post(path, fields)).status).toBeGreaterThanOrEqual(403)
    expect((await coordinator.post(path, fields)).status).toBe(303)
    const [place] = await findAnchorPlaces(db, version?.id ?? '', [subject])
    expect(place).toMatchObject({ outcome: 'moved', nodeId: articleOf(consultation, '1').nodeId })
    expect(place?.confirmedAt).not.toBeNull()
    expect((await coordinator.post(path, { ...fields, vendimi: 'hequr' })).status).toBe(409)
    expect(await coordinator.read(textUrls.places(holder, consultation.id))).toContain(t.noPlaces)
  })
})
