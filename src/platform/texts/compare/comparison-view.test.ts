import { describe, expect, it } from 'vitest'
import { testDatabase } from '#test/database.ts'
import { readPastedText } from '../read-pasted-text.ts'
import { storeText } from '../store-text.ts'
import { told } from './compare-testing.ts'
import { viewComparison } from './comparison-view.ts'

const AT = new Date('2026-11-22T09:00:00Z')
const TEXT = 'Neni 1\nObjekti\n1. Rregullohen tregjet.\n2. Rregullohen sheshet.\nNeni 2\nHyn në fuqi menjëherë.'

describe('Two versions of a text in the database', async () => {
  const db = await testDatabase()
  const [{ id: institutionId } = { id: '' }] = await db<{ id: string }[]>`
    select id from platform.institutions order by slug limit 1`
  const first = await db.begin((tx) =>
    storeText(tx, {
      institutionId,
      lang: 'sq',
      read: readPastedText(TEXT),
      source: { kind: 'pasted', document: null, readAt: AT },
    }),
  )

  /** A copy with the same lineages. */
  async function continued(versionId: string): Promise<string> {
    await db`update platform.text_versions set state = 'published', published_at = ${AT}, summary = 'Një ndryshim i vogël.'
      where id = ${versionId}`
    const [row] = await db<{ id: string }[]>`
      insert into platform.text_versions (text_id, institution_id, n, lang, source_kind, read_at, based_on)
      select text_id, institution_id, n + 1, lang, source_kind, read_at, id from platform.text_versions where id = ${versionId}
      returning id`
    await db`
      insert into platform.text_nodes
        (version_id, institution_id, node_id, parent_id, ordinal, kind, label, heading, body, printed, digest)
      select ${row?.id ?? ''}, institution_id, node_id, parent_id, ordinal, kind, label, heading, body, printed, digest
      from platform.text_nodes where version_id = ${versionId} order by ordinal`
    return row?.id ?? ''
  }

  const addPiece = async (versionId: string, earlierVersionId: string, label: string, of: string): Promise<void> => {
    const [piece] = await db<{ nodeId: string; whole: string }[]>`
      insert into platform.text_nodes
        (version_id, institution_id, node_id, parent_id, ordinal, kind, label, heading, body, printed, digest)
      select version_id, institution_id, gen_random_uuid(), parent_id, 100 + length(${label}), kind, ${label}, heading,
        ${`Pjesa ${label}.`}, printed, digest
      from platform.text_nodes where version_id = ${versionId} and label = ${of} and kind = 'point'
      returning node_id, (select node_id from platform.text_nodes
        where version_id = ${versionId} and label = ${of} and kind = 'point') as whole`
    await db`
      insert into platform.node_changes (institution_id, earlier_version_id, version_id, ordinal, kind, earlier_node_id,
        node_id, likeness, proposed_by, certain)
      values (${institutionId}, ${earlierVersionId}, ${versionId}, ${200 + label.length * 2}, 'split', ${piece?.whole ?? ''},
        ${piece?.whole ?? ''}, 0.9, 'program', true),
        (${institutionId}, ${earlierVersionId}, ${versionId}, ${201 + label.length * 2}, 'split', ${piece?.whole ?? ''},
        ${piece?.nodeId ?? ''}, 0.9, 'program', true)`
  }

  it('are compared by lineage, and by what was split on the way, over several versions', async () => {
    const second = await continued(first.versionId)
    expect(told((await viewComparison(db, first.versionId, second)).comparison)).toEqual([])
    await addPiece(second, first.versionId, '2/1', '2')
    const third = await continued(second)
    await addPiece(third, second, '2/1/1', '2/1')
    const kinds = async (one: string, other: string) =>
      (await viewComparison(db, one, other)).comparison
        .filter(({ kind }) => kind !== 'same')
        .map(({ kind, from, to }) => [kind, from.length, to.length])
    expect(await kinds(first.versionId, second)).toEqual([['split', 1, 2]])
    expect(await kinds(second, third)).toEqual([['split', 1, 2]])
    expect(await kinds(first.versionId, third)).toEqual([['split', 1, 3]])
    expect(await kinds(third, first.versionId)).toEqual([['merged', 3, 1]])
  })
})
