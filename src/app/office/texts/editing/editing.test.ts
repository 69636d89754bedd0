import { describe, expect, it } from 'vitest'
import { givenConsultation, givenDraft } from '#modules/consultations/testing.ts'
import { testDatabase } from '#test/database.ts'
import { people } from '#test/people.ts'
import { testWeb } from '#test/web.ts'
import { articlesIn, draftOf, holder, officeOf } from '../texts-testing.ts'
import { textUrls } from '../urls.ts'
import { editingTexts } from './editing-texts.ts'
import { editingUrls as urls } from './editing-urls.ts'

const db = await testDatabase()
const web = testWeb(db)
const { services } = web
const t = editingTexts('sq')
const coordinator = await officeOf(web)
const stranger = await officeOf(web, people.kosovarCoordinator)

const TEXT = `Neni 1
Objekti
1. Ky ligj rregullon tregjet, sipas nenit 3.
2. Përjashtohen panairet.

Neni 2
Leja
Leja jepet sipas nenit 1.

Neni 3
Gjoba
Gjobë jepet sipas nenit 2.`

const hidden = (page: string, name: string): string =>
  new RegExp(`name="${name}" value="([^"]*)"`).exec(page)?.[1] ?? ''

/** What a form of this page carries: its own number, and the state that it was made from. */
const stateOf = async (path: string) => {
  const page = await coordinator.read(path)
  return { dergesa: hidden(page, 'dergesa'), gjendja: hidden(page, 'gjendja') }
}

async function givenText(
  text: string | null = TEXT,
): Promise<{ id: string; node: (label: string) => Promise<string> }> {
  const { id } = await givenDraft(services, { text })
  return { id, node: async (label) => articlesIn((await draftOf(services, id)).nodes)[label] ?? '' }
}

const bodies = async (id: string) => (await draftOf(services, id)).nodes.map((node) => node.body).filter(Boolean)
const labels = async (id: string) =>
  (await draftOf(services, id)).nodes.filter((node) => node.kind === 'article').map((node) => node.label)

async function deed(id: string, node: string, name: string, fields: Record<string, string> = {}) {
  const state = await stateOf(urls.outline(holder, id))
  return coordinator.post(urls.deed(holder, id, node, name), { ...state, ...fields })
}

describe('an article of a draft', () => {
  it('is corrected as marked text: its untouched points keep their lineage, history has its line', async () => {
    const { id, node } = await givenText()
    const before = (await draftOf(services, id)).nodes
    const own = urls.unit(holder, id, await node('1'))
    const page = await coordinator.read(own)
    expect(page).toContain('1. Ky ligj rregullon tregjet, sipas nenit 3.\n2. Përjashtohen panairet.')
    const teksti =
      '1. Ky ligj rregullon tregjet, sipas nenit 3.\n2. Përjashtohen panairet:\na) e librit;\nb) e fundvitit.'
    const fields = { ...(await stateOf(own)), etiketa: '1', titulli: 'Objekti', teksti, veprimi: 'ruaj' }
    expect((await coordinator.post(own, fields)).headers.get('location')).toContain('u=saved#r-')
    const after = (await draftOf(services, id)).nodes
    expect(after).toHaveLength(before.length + 2)
    expect(after.slice(0, 2)).toEqual(before.slice(0, 2))
    expect(after[2]?.nodeId).toBe(before[2]?.nodeId)
    expect(after.slice(5).map((one) => one.nodeId)).toEqual(before.slice(3).map((one) => one.nodeId))
    const [line] = await db`
      select kind from platform.changes where subject = ${`consultations.consultation:${id}`} and kind = 'text-edited'`
    expect(line).toBeDefined()
    // The same form once more is the same edit.
    expect((await coordinator.post(own, fields)).status).toBe(303)
    expect((await draftOf(services, id)).nodes).toEqual(after)
    expect(
      await db`select from platform.text_edits where version_id = ${(await draftOf(services, id)).id}`,
    ).toHaveLength(1)
  })

  it('is shown as it was read without anything being saved', async () => {
    const { id, node } = await givenText()
    const own = urls.unit(holder, id, await node('2'))
    const before = await bodies(id)
    const fields = { ...(await stateOf(own)), etiketa: '2', titulli: 'Leja', teksti: '1. Një pikë.', veprimi: 'shiko' }
    const page = await (await coordinator.post(own, fields)).text()
    expect(page).toContain(t.unit.readAs)
    expect(page).toContain('kv-legal__point')
    expect(await bodies(id)).toEqual(before)
  })

  it('with unclear words says the line, keeps what was typed and changes nothing', async () => {
    const { id, node } = await givenText()
    const own = urls.unit(holder, id, await node('2'))
    const before = await bodies(id)
    const teksti = '1. Një pikë.\nNeni 9\nNjë nen tjetër.'
    const fields = { ...(await stateOf(own)), etiketa: '', titulli: 'Leja', teksti, veprimi: 'ruaj' }
    const response = await coordinator.post(own, fields)
    const page = await response.text()
    expect(response.status).toBe(422)
    expect(page).toContain('Rreshti 2 ')
    expect(page).toContain(t.errors.label)
    expect(page).toContain(teksti)
    expect(await bodies(id)).toEqual(before)
  })

  it('that somebody else has changed meanwhile is not written over: both wordings are shown', async () => {
    const { id, node } = await givenText()
    const own = urls.unit(holder, id, await node('2'))
    const [mine, theirs] = [await stateOf(own), await stateOf(own)]
    const words = { etiketa: '2', titulli: 'Leja', veprimi: 'ruaj' }
    await coordinator.post(own, { ...theirs, ...words, teksti: 'Fjalët e kolegut.' })
    const response = await coordinator.post(own, { ...mine, ...words, teksti: 'Fjalët e mia.' })
    expect(response.status).toBe(409)
    const page = await response.text()
    expect(page).toContain('Fjalët e kolegut.')
    expect(page).toContain('Fjalët e mia.')
    expect(await bodies(id)).not.toContain('Fjalët e mia.')
  })

  it('is added, moved, split, merged and removed, and each is taken back word for word', async () => {
    const { id, node } = await givenText()
    const start = (await draftOf(services, id)).nodes
    const add = `${urls.add(holder, id)}?prane=${await node('1')}&ku=after`
    const page = await coordinator.read(add)
    expect(hidden(page, 'prane')).toBe(await node('1'))
    const added = {
      ...(await stateOf(add)),
      prane: await node('1'),
      ku: 'after',
      lloji: 'article',
      etiketa: '1/1',
      titulli: 'Përkufizime',
      teksti: '1. “Treg” është shesh.\n2. “Shitës” është kushdo.',
    }
    expect((await coordinator.post(urls.add(holder, id), added)).headers.get('location')).toContain('u=added')
    expect(await labels(id)).toEqual(['1', '1/1', '2', '3'])
    expect((await deed(id, await node('1/1'), 'poshte')).headers.get('location')).toContain('u=moved')
    expect(await labels(id)).toEqual(['1', '2', '1/1', '3'])
    const second = (await draftOf(services, id)).nodes.find((one) => one.body.includes('kushdo'))?.nodeId ?? ''
    await deed(id, await node('1/1'), 'ndarja', { vendi: second, 'numri-i-ri': '1/2', 'titulli-i-ri': '' })
    expect(await labels(id)).toEqual(['1', '2', '1/1', '1/2', '3'])
    await deed(id, await node('1/1'), 'bashkimi')
    const confirm = await coordinator.read(urls.deed(holder, id, await node('2'), 'heqja'))
    expect(confirm).toContain('Leja jepet sipas nenit 1.')
    await deed(id, await node('2'), 'heqja')
    expect(await labels(id)).toEqual(['1', '1/1', '3'])
    const outline = await coordinator.read(urls.outline(holder, id))
    expect(outline).toContain(t.broken(1))
    for (let turn = 0; turn < 5; turn += 1) {
      const editId = hidden(await coordinator.read(urls.outline(holder, id)), 'redaktimi')
      expect((await coordinator.post(urls.undo(holder, id), { redaktimi: editId })).status).toBe(303)
    }
    const plain = (nodes: typeof start) =>
      nodes.map(({ nodeId, parentId, body, label, heading, printed }) => ({
        nodeId,
        parentId,
        body,
        label,
        heading,
        printed,
      }))
    expect(plain((await draftOf(services, id)).nodes)).toEqual(plain(start))
    expect(await coordinator.read(urls.outline(holder, id))).toContain(t.undone(people.albanianCoordinator.name))
  })

  it('is renumbered after it was seen, and the citations follow', async () => {
    const { id, node } = await givenText()
    await deed(id, await node('2'), 'lart')
    const asked = `${urls.numbers(holder, id)}?cfare=articles&prej=`
    const page = await coordinator.read(asked)
    expect(page).toContain('Leja jepet sipas nenit 2.')
    expect(await labels(id)).toEqual(['2', '1', '3'])
    const fields = { ...(await stateOf(asked)), cfare: 'articles', prej: '', neni: '' }
    expect((await coordinator.post(urls.numbers(holder, id), fields)).headers.get('location')).toContain('u=renumbered')
    expect(await labels(id)).toEqual(['1', '2', '3'])
    expect(await bodies(id)).toEqual([
      'Leja jepet sipas nenit 2.',
      'Ky ligj rregullon tregjet, sipas nenit 3.',
      'Përjashtohen panairet.',
      'Gjobë jepet sipas nenit 1.',
    ])
  })
})

describe('a text that is born here', () => {
  it('begins empty and takes its first article', async () => {
    const { id } = await givenText(null)
    expect(await coordinator.read(urls.outline(holder, id))).toContain(t.begin)
    expect((await coordinator.post(urls.outline(holder, id), {})).headers.get('location')).toContain('u=begun')
    expect(await draftOf(services, id)).toMatchObject({ sourceKind: 'written', nodes: [] })
    const state = await stateOf(urls.add(holder, id))
    const fields = {
      ...state,
      prane: '',
      ku: 'after',
      lloji: 'article',
      etiketa: '1',
      titulli: 'Objekti',
      teksti: 'Fjalë.',
    }
    await coordinator.post(urls.add(holder, id), fields)
    expect(await labels(id)).toEqual(['1'])
    expect((await coordinator.post(urls.outline(holder, id), {})).status).toBe(303)
    expect(await labels(id)).toEqual(['1'])
  })
})

describe('a later version', () => {
  it('that is edited tells at once what changed, and the published one stays as it is', async () => {
    const { id, articles } = await givenConsultation(services)
    expect(await coordinator.read(urls.outline(holder, id))).toContain(t.noDraft)
    const nodeId = articles[0]?.nodeId ?? ''
    expect((await deed(id, nodeId, 'poshte')).status).toBe(422)
    await coordinator.post(textUrls.begin(holder, id), { dergesa: crypto.randomUUID() })
    expect((await draftOf(services, id)).changes).toEqual([])
    expect((await deed(id, nodeId, 'heqja')).status).toBe(303)
    const draft = await draftOf(services, id)
    expect(draft.changes.map(({ kind, earlierNodeId }) => [kind, earlierNodeId])).toContainEqual(['gone', nodeId])
    expect(
      await db`select from platform.text_nodes where version_id = ${draft.basedOn} and node_id = ${nodeId}`,
    ).toHaveLength(1)
  })

  it('forgets what could be taken back when it is published', async () => {
    const { id, node } = await givenText()
    await deed(id, await node('2'), 'lart')
    const { id: versionId } = await draftOf(services, id)
    expect(await db`select from platform.text_edits where version_id = ${versionId}`).toHaveLength(1)
    await db`update platform.text_versions set state = 'published', published_at = now() where id = ${versionId}`
    expect(await db`select from platform.text_edits where version_id = ${versionId}`).toHaveLength(0)
  })
})

describe('nobody edits', () => {
  it('the text of another institution, nor without the state that they saw', async () => {
    const { id, node } = await givenText()
    const before = await labels(id)
    const state = await stateOf(urls.outline(holder, id))
    expect((await stranger.get(urls.outline(holder, id))).status).toBe(404)
    const moved = await stranger.post(urls.deed(holder, id, await node('2'), 'lart'), state)
    expect([403, 404]).toContain(moved.status)
    const late = await coordinator.post(urls.deed(holder, id, await node('2'), 'lart'), { ...state, gjendja: 'tjetër' })
    expect(late.status).toBe(409)
    expect(await labels(id)).toEqual(before)
  })

  it('a part that somebody removed meanwhile; what was typed is given back', async () => {
    const { id, node } = await givenText()
    const gone = urls.unit(holder, id, await node('2'))
    const state = await stateOf(gone)
    const removal = urls.deed(holder, id, await node('2'), 'heqja')
    await coordinator.post(removal, await stateOf(removal))
    const before = await bodies(id)
    const form = { ...state, etiketa: '2', titulli: 'Leja', teksti: 'Fjalë që nuk humbin.', veprimi: 'ruaj' }
    const response = await coordinator.post(gone, form)
    expect(response.status).toBe(409)
    expect(await response.text()).toContain('Fjalë që nuk humbin.')
    expect(await bodies(id)).toEqual(before)
    expect((await stranger.post(gone, form)).status).toBeOneOf([403, 404])
  })
})
