import { describe, expect, it } from 'vitest'
import type { Transaction } from '../../db/database.ts'
import { sequenceLedger } from '../tree/sequence-ledger.ts'
import { testDatabase } from '#test/database.ts'
import { givenDemonstration, namesOf, recordKinds, tampered, verified } from '#test/tampering.ts'
import { testServices } from '#test/web.ts'
import { leafHashOf } from '../entry-rules.ts'

const db = await testDatabase()
const services = testServices(db)
await givenDemonstration(services)

const COMMENT = 'consultations.comment'
// Of no group and without an answer: of those other records tell too.
const rows = await db<{ id: string }[]>`
  select comment.id from consultations.published_comments as comment where comment.state = 'published'
    and not exists (select from consultations.comment_group_members as member where member.comment_id = comment.id)
    and not exists (select from consultations.answered_comments as answered where answered.comment_id = comment.id)
  order by comment.id`
const [one = '', other = ''] = rows.map(({ id }) => id)
const refOfOne = `${COMMENT}:${one}`
const indexOf = async (subject: string) =>
  Number(
    (
      await db<{ at: string }[]>`
    select leaf_index as at from platform.ledger_entries where subject = ${subject} and kind = ${COMMENT}
    order by version desc limit 1`
    )[0]?.at,
  )

const after = async (tamper: (tx: Transaction) => Promise<unknown>) => namesOf(await tampered(services, tamper))

describe('the whole record', () => {
  it('is found as it was entered, and every kind is counted', async () => {
    const report = await verified(services)
    expect(report.named).toEqual([])
    expect(Object.values(report.kinds).reduce((sum, kind) => sum + kind.entries, 0)).toBe(report.size)
    expect(report.kinds[COMMENT]?.records).toBeGreaterThan(10)
    expect(report.root).not.toBeNull()
  })

  it('is looked at with progress up to the end', async () => {
    const { verifyLedger } = await import('./verify-ledger.ts')
    const stages = new Set<string>()
    await verifyLedger(services, recordKinds, {}, ({ stage, done, total }) => {
      stages.add(stage)
      expect(done).toBeLessThanOrEqual(total)
    })
    expect(stages.size).toBeGreaterThan(0)
  })
})

describe('a record behind the program’s back', () => {
  it('is named when its words are changed', async () => {
    const found = await tampered(
      services,
      (tx) => tx`
      update consultations.comment_versions set body = body || '.' where comment_id = ${one}`,
    )
    expect(namesOf(found)).toEqual([`altered ${refOfOne}`, `altered ${refOfOne}`])
    expect(found.named[0]).toMatchObject({ kind: COMMENT, index: await indexOf(refOfOne) })
    expect(found.named[1]?.kind).toBe('consultations.received-comment')
  })

  it('is named when it is deleted', async () => {
    const names = await after(async (tx) => {
      await tx`delete from consultations.comments where id = ${one}`
      await tx`delete from consultations.comment_versions where comment_id = ${one}`
    })
    expect(names).toEqual([`deleted ${refOfOne}`, `deleted ${refOfOne}`])
  })

  it('is named when it is put in without an entry', async () => {
    const [row] = await db<{ id: string }[]>`select id from platform.institution_terms limit 1`
    const names = await after(
      (tx) => tx`
      insert into platform.role_addresses (institution_id, role, email)
      select institution.id, known.role, 'tjeter@shembull.example'
      from platform.institutions as institution, (select role from platform.role_addresses limit 1) as known
      where not exists (select from platform.role_addresses as had where had.institution_id = institution.id and had.role = known.role)
      limit 1`,
    )
    expect(names).toHaveLength(1)
    expect(names[0]).toContain('altered institutions.institution:')
    const terms = await after(
      (tx) => tx`
      update platform.institution_terms set id = gen_random_uuid() where id = ${row?.id ?? ''}`,
    )
    expect(terms.map((name) => name.split(' ')[0]).toSorted()).toEqual(['deleted', 'inserted'])
  })

  it('is named, and the other too, when two comments exchange their words', async () => {
    const names = await after(
      (tx) => tx`
      update consultations.comment_versions as version set body = (
        select body from consultations.comment_versions as source
        where source.n = 1 and source.comment_id = case when version.comment_id = ${one} then ${other}::uuid else ${one}::uuid end)
      where version.n = 1 and version.comment_id in (${one}, ${other})`,
    )
    expect(new Set(names)).toEqual(new Set([`altered ${refOfOne}`, `altered ${COMMENT}:${other}`]))
  })

  it('is named when an old version of its row is brought back', async () => {
    const [ended] = await db<{ id: string; state: string }[]>`
      select id, state from platform.deadlines where public and state = 'running' and due_at is not null limit 1`
    const names = await after(
      (tx) => tx`
      update platform.deadlines set changed_at = changed_at - interval '1 day' where id = ${ended?.id ?? ''}`,
    )
    expect(names).toEqual([`altered platform.deadline:${ended?.id}`])
  })

  it('is named when a word of its text is changed, or the digest of one of its documents', async () => {
    const names = await after(
      (tx) => tx`
      update platform.text_nodes set body = body || '!' where (version_id, ordinal) in (
        select node.version_id, node.ordinal from platform.text_nodes as node
        join platform.text_versions as version on version.id = node.version_id
        join consultations.published_consultations as shown on shown.text_id = version.text_id
        where node.body is not null limit 1)`,
    )
    expect(names).toHaveLength(1)
    expect(names[0]).toContain('altered consultations.consultation:')
    const documents = await after(
      (tx) => tx`
      update platform.document_files set digest = repeat('0', 64) where document_id in (
        select id from platform.documents where subject like 'consultations.consultation:%' and class = 'public' limit 1)`,
    )
    expect(documents[0]).toContain('altered consultations.consultation:')
  })
})

describe('the log behind the program’s back', () => {
  const indexes = (report: Awaited<ReturnType<typeof tampered>>) =>
    report.named.map(({ way, index }) => `${way} ${index}`)

  it('is named where an entry and its hash are changed', async () => {
    const index = await indexOf(refOfOne)
    const [row] = await db<{ entry: string }[]>`select entry from platform.ledger_entries where leaf_index = ${index}`
    const forged = (row?.entry ?? '').replace('"at":"2026', '"at":"2025')
    const report = await tampered(
      services,
      (tx) => tx`
      update platform.ledger_entries set entry = ${forged}, leaf_hash = ${leafHashOf(forged)}, at = at - interval '1 year'
      where leaf_index = ${index}`,
    )
    expect(report.named[0]).toMatchObject({ way: 'entry-altered', index, subject: refOfOne, kind: COMMENT })
    expect(report.namedCount).toBe(1)
  })

  it.each(['kind', 'subject', 'version', 'institution_id', 'at', 'digest', 'ended', 'leaf_hash', 'entry'])(
    'is named where the column %s of an entry says something else than its leaf',
    async (column) => {
      const index = await indexOf(refOfOne)
      const values: Record<string, string> = {
        kind: `'consultations.other'`,
        subject: `'consultations.comment:00000000-0000-4000-8000-000000000001'`,
        version: 'version + 7',
        institution_id: `(select id from platform.institutions as i where i.id <> institution_id limit 1)`,
        at: `at + interval '1 microsecond'`,
        digest: `sha256(digest)`,
        ended: `'removed', digest = null, salt = null`,
        leaf_hash: `sha256(leaf_hash)`,
        entry: `replace(entry, '"version":1', '"version":2')`,
      }
      const report = await tampered(services, (tx) =>
        tx.unsafe(`update platform.ledger_entries set ${column} = ${values[column]} where leaf_index = ${index}`),
      )
      expect(report.named[0]).toMatchObject({ way: 'entry-altered', index })
    },
  )

  it('blames no entry when an institution has another id or another word: its own record is named', async () => {
    for (const change of ['id = gen_random_uuid()', "slug = slug || 'x'"]) {
      const report = await tampered(services, (tx) =>
        tx.unsafe(`update platform.institutions set ${change} where slug = 'bregas'`),
      )
      expect(report.namedCount).toBeGreaterThan(0)
      expect(report.named.map(({ way }) => way)).not.toContain('entry-altered')
    }
  })

  it('is named where two entries exchange their places', async () => {
    const report = await tampered(services, async (tx) => {
      await tx`update platform.ledger_entries set leaf_index = 1000000 where leaf_index = 3`
      await tx`update platform.ledger_entries set leaf_index = 3 where leaf_index = 8`
      await tx`update platform.ledger_entries set leaf_index = 8 where leaf_index = 1000000`
    })
    expect(indexes(report)).toEqual(['reordered 3', 'reordered 8'])
  })

  it('is named where an entry is deleted, and where the others close the gap', async () => {
    const gap = await tampered(services, (tx) => tx`delete from platform.ledger_entries where leaf_index = 5`)
    expect(gap.named[0]).toMatchObject({ way: 'entry-deleted', index: 5 })
    const closed = await tampered(services, async (tx) => {
      await tx`delete from platform.ledger_entries where leaf_index = 5`
      await tx`update platform.ledger_entries set leaf_index = -leaf_index - 1 where false`
      const [last] = await tx<{ n: number }[]>`select max(leaf_index)::int as n from platform.ledger_entries`
      for (let n = 6; n <= (last?.n ?? 0); n += 1)
        await tx`update platform.ledger_entries set leaf_index = ${n - 1} where leaf_index = ${n}`
    })
    expect(closed.named[0]).toMatchObject({ way: 'entry-deleted', index: 5 })
    expect(closed.named[1]).toMatchObject({ way: 'reordered', index: 6 })
  })

  it('is named where an entry stands beyond the tree', async () => {
    const report = await tampered(
      services,
      (tx) => tx`
      insert into platform.ledger_entries (kind, subject, version, at, entry, leaf_hash, digest, salt, leaf_index)
      select kind, subject, version + 1, at, replace(entry, '"version":1', '"version":2'),
             sha256('\\x00'::bytea || convert_to(replace(entry, '"version":1', '"version":2'), 'UTF8')), digest, salt, 900000
      from platform.ledger_entries where subject = ${refOfOne} and kind = ${COMMENT} order by version limit 1`,
    )
    expect(report.named.map(({ way }) => way)).toContain('entry-inserted')
    expect(report.named.find(({ way }) => way === 'entry-inserted')?.index).toBe(900_000)
  })

  it('is named where a tile is changed, and no entry is blamed for it', async () => {
    const report = await tampered(
      services,
      (tx) => tx`
      update platform.ledger_tiles set hashes = set_byte(hashes, 40, (get_byte(hashes, 40) + 1) % 256) where level = 0 and n = 0`,
    )
    expect(report.named).toMatchObject([{ way: 'tile-altered' }])
    expect(report.named[0]?.detail).toContain('place 1')
  })

  it('is named where entries, tiles and hashes agree, but not with what was signed', async () => {
    // The last one: no tile above tells of it yet.
    const last = (await verified(services)).size - 1
    const [tile, place] = [Math.floor(last / 256), last % 256]
    const report = await tampered(services, async (tx) => {
      await tx`update platform.ledger_entries set entry = replace(entry, '"at":"2026', '"at":"2025'),
        at = at - interval '1 year' where leaf_index = ${last}`
      await tx`update platform.ledger_entries set leaf_hash = sha256('\\x00'::bytea || convert_to(entry, 'UTF8')) where leaf_index = ${last}`
      await tx`
        update platform.ledger_tiles set hashes = overlay(hashes placing (
          select leaf_hash from platform.ledger_entries where leaf_index = ${last}) from ${place * 32 + 1} for 32)
        where level = 0 and n = ${tile}`
    })
    expect(report.named).toMatchObject([{ way: 'entry-altered' }])
    expect(report.named[0]?.detail).toContain('not with the checkpoint')
  })

  it('is named where a checkpoint is changed, or signed by nobody', async () => {
    const root = await tampered(services, (tx) => tx`update platform.ledger_checkpoints set root = sha256(root)`)
    expect(root.named[0]?.way).toBe('checkpoint-altered')
    const signed = await tampered(
      services,
      (tx) => tx`
      update platform.ledger_keys set until = since, public_key = sha256(public_key)`,
    )
    expect(signed.named[0]?.way).toBe('checkpoint-signature')
  })

  it('is told by the kept checkpoint alone when entries, tiles and checkpoints are set back together', async () => {
    const rollBack = async (tx: Transaction) => {
      await tx`delete from platform.ledger_entries`
      await tx`delete from platform.ledger_tiles`
      await tx`delete from platform.ledger_checkpoints`
    }
    const [head] = await db<{ size: number }[]>`select max(size)::int as size from platform.ledger_checkpoints`
    const report = await tampered(services, rollBack)
    expect(report.named[0]).toMatchObject({ way: 'checkpoint-rolled-back', index: head?.size })
    const without = await tampered(services, rollBack, { kept: [] })
    expect(without.named.map(({ way }) => way)).not.toContain('checkpoint-rolled-back')
  })

  it('is named where a salt is changed, or gone without an erasure', async () => {
    const change = (value: string) => (tx: Transaction) =>
      tx.unsafe(
        `update platform.ledger_entries set salt = ${value} where subject = '${refOfOne}' and kind = '${COMMENT}'`,
      )
    expect(await after(change(`set_byte(salt, 0, (get_byte(salt, 0) + 1) % 256)`))).toEqual([`altered ${refOfOne}`])
    expect((await after(change('null')))[0]).toBe(`salt-missing ${refOfOne}`)
  })

  it('is whole again after all of this, and goes on', async () => {
    expect((await sequenceLedger(services)).kind).toBe('idle')
    expect((await verified(services)).named).toEqual([])
  })
})
