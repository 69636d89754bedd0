import { beforeEach, describe, expect, it } from 'vitest'
import { testDatabase } from '#test/database.ts'
import { nodeDigest } from './node-rules.ts'
import { publishTextVersion } from './publish-text-version.ts'
import { readPastedText } from './read-pasted-text.ts'
import { settleDoubt } from './settle-doubt.ts'
import { storeText } from './store-text.ts'
import { deleteReading } from './text-writing-queries.ts'
import { countOpenDoubts, findNode, findTextVersion, listDoubts, listNodes, listSource } from './text-queries.ts'

const AT = new Date('2026-11-22T09:00:00Z')
const TEXT = [
  'Vendim',
  'Neni 1',
  'Objekti',
  '1. Rregullohen:',
  'a) tregjet;',
  'b) "sheshet" {dhe} \\ parqet.',
  'Neni 3',
  'Hyrja në fuqi',
  'Hyn në fuqi menjëherë.',
  '12',
].join('\n')
const SOURCE = { kind: 'pasted', document: null, readAt: AT } as const

const longText = (articles: number) =>
  readPastedText(
    Array.from(
      { length: articles },
      (_, at) => `Neni ${at + 1}\nTitulli\n1. Pika e parë.\n2. Pika e dytë.\na) shkronja;`,
    ).join('\n'),
  )

describe('A text in the database', async () => {
  const db = await testDatabase()
  const [one, other] = (await db<{ id: string }[]>`select id from platform.institutions order by slug`).map(
    (row) => row.id,
  )
  if (!one || !other) throw new Error('two institutions stand in each test database')
  const store = (text = TEXT) =>
    db.begin((tx) => storeText(tx, { institutionId: one, lang: 'sq', read: readPastedText(text), source: SOURCE }))
  const settle = (doubtId: string, settlement: 'kept' | 'left-out') =>
    db.begin((tx) => settleDoubt(tx, { doubtId, settlement, by: null, at: AT }))
  let versionId = ''
  beforeEach(async () => {
    versionId = (await store()).versionId
  })

  it('comes back as it was read: nodes in order with their parents, doubts, source', async () => {
    const read = readPastedText(TEXT)
    const nodes = await listNodes(db, versionId)
    const place = new Map(nodes.map((node, at) => [node.nodeId, at]))
    expect(
      nodes.map(({ kind, label, heading, body, printed, parentId }) => ({
        kind,
        label,
        heading,
        body,
        printed,
        parent: parentId && place.get(parentId),
      })),
    ).toEqual(read.nodes)
    expect(nodes.map((node) => node.digest)).toEqual(read.nodes.map(nodeDigest))
    const doubts = await listDoubts(db, versionId)
    expect(doubts.map(({ reason, source, nodeId }) => ({ node: nodeId && place.get(nodeId), reason, source }))).toEqual(
      read.doubts,
    )
    expect(await listSource(db, versionId)).toEqual(TEXT.split('\n'))
    expect(await findTextVersion(db, versionId)).toMatchObject({
      n: 1,
      state: 'draft',
      lang: 'sq',
      sourceKind: 'pasted',
      readAt: AT,
    })
  })

  it('shows an article with the words of all beneath it', async () => {
    const article = (await listNodes(db, versionId)).find((node) => node.label === '1' && node.kind === 'article')
    const found = await findNode(db, versionId, article?.nodeId ?? '')
    expect(found?.words).toBe('1. Rregullohen: a) tregjet; b) "sheshet" {dhe} \\ parqet.')
    expect(await findNode(db, versionId, crypto.randomUUID())).toBeNull()
  })

  it('is published once nothing is in doubt, and never changes after that', async () => {
    const publish = () => db.begin((tx) => publishTextVersion(tx, versionId, AT))
    const open = await countOpenDoubts(db, versionId)
    expect(await publish()).toEqual({ kind: 'open-doubts', count: open })
    for (const doubt of await listDoubts(db, versionId)) await settle(doubt.id, 'kept')
    expect(await publish()).toEqual({ kind: 'published' })
    expect(await publish()).toEqual({ kind: 'published-before' })
    const [node] = await listNodes(db, versionId)
    const refused = { constraint_name: 'text_version_published_is_final' }
    const nodeId = node?.nodeId ?? ''
    await expect(db`update platform.text_nodes set body = 'x' where node_id = ${nodeId}`).rejects.toMatchObject(refused)
    await expect(db`delete from platform.text_nodes where node_id = ${nodeId}`).rejects.toMatchObject(refused)
    await expect(
      db`update platform.text_sources set paragraphs = '{}' where version_id = ${versionId}`,
    ).rejects.toMatchObject(refused)
    await expect(db`update platform.text_versions set lang = 'en' where id = ${versionId}`).rejects.toMatchObject(
      refused,
    )
    await expect(db`delete from platform.text_versions where id = ${versionId}`).rejects.toMatchObject(refused)
    const added = db`
      insert into platform.text_nodes (version_id, node_id, institution_id, ordinal, kind, body, printed, digest)
      values (${versionId}, ${crypto.randomUUID()}, ${one}, 999, 'paragraph', '', '', ${'0'.repeat(64)})`
    await expect(added).rejects.toMatchObject(refused)
  })

  it('cannot have nodes of another institution', async () => {
    const crossing = db`update platform.text_nodes set institution_id = ${other} where version_id = ${versionId}`
    await expect(crossing).rejects.toMatchObject({ constraint_name: 'text_node_of_version' })
  })

  it('loses the doubtful words if the official leaves them out, only where a node holds exactly them', async () => {
    const id = (await store('Neni 1\nFjalë.\nNeni 5 i këtij ligji zbatohet.\n1. Një.\n3. Tre.\na) shkronjë;')).versionId
    const doubts = await listDoubts(db, id)
    const sentence = doubts.find((doubt) => doubt.reason === 'looks-like-article')
    const point = doubts.find((doubt) => doubt.reason === 'numbering-jumps')
    expect(await settle(point?.id ?? '', 'left-out')).toEqual({ kind: 'not-alone' })
    expect(await settle(sentence?.id ?? '', 'left-out')).toEqual({ kind: 'settled' })
    expect(await settle(sentence?.id ?? '', 'kept')).toEqual({ kind: 'settled-before' })
    expect(await settle(crypto.randomUUID(), 'kept')).toEqual({ kind: 'no-such-doubt' })
    expect((await listNodes(db, id)).map((node) => node.body)).toEqual(['', 'Fjalë.', 'Një.', 'Tre.', 'shkronjë;'])
    expect((await listDoubts(db, id)).find((doubt) => doubt.id === sentence?.id)).toMatchObject({
      nodeId: null,
      settlement: 'left-out',
      settledAt: AT,
    })
  })

  it('is stored and taken away in time proportional to its length, also by a session that has only seen short ones', async () => {
    const secondsFor = async (articles: number) => {
      const read = longText(articles)
      const begun = performance.now()
      const { versionId: id } = await db.begin((tx) =>
        storeText(tx, { institutionId: one, lang: 'sq', read, source: SOURCE }),
      )
      await db.begin((tx) => deleteReading(tx, id))
      return performance.now() - begun
    }
    for (let times = 0; times < 12; times += 1) await secondsFor(1)
    const short = await secondsFor(120)
    // Ten times the text: about ten times as long, a hundred times with a plan that reads the table for each row.
    expect((await secondsFor(1200)) / short).toBeLessThan(40)
  })

  it('takes a long text in without reading the whole table for each node, once the planner has counted other texts', async () => {
    await db`analyze platform.text_nodes`
    const begun = performance.now()
    await db.begin((tx) => storeText(tx, { institutionId: one, lang: 'sq', read: longText(1200), source: SOURCE }))
    // One to three seconds; with an index that knows the version alone, more than a minute.
    expect(performance.now() - begun).toBeLessThan(20_000)
  }, 120_000)
})
