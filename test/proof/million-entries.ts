import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openDatabase, type Database } from '#platform/db/database.ts'
import { startEmbeddedPostgres } from '#platform/db/embedded-postgres.ts'
import { migrate } from '#platform/db/migrate.ts'
import { migrateJobs } from '#platform/jobs/worker.ts'
import type { RecordKind, RecordRow } from '#platform/ledger/record-kind.ts'
import { readOwnKept } from '#platform/ledger/verify/own-kept.ts'
import { verifyLedger } from '#platform/ledger/verify/verify-ledger.ts'
import { sequenceLedger } from '#platform/ledger/tree/sequence-ledger.ts'
import { behindItsBack } from '../tampering.ts'
import { proofServices } from './proof-services.ts'

const COUNT = Number(process.env.COUNT ?? 1_000_000)
const INSTITUTION = '00000000-0000-4000-8000-00000000000a'

/** Rows as a comment is: made by the set, with the entries that vouch for them. */
const madeRecords: RecordKind = {
  kind: 'proof.record',
  words: { sq: 'provë', en: 'proof' },
  shapes: [['id', 'institution_id', 'body', 'at', 'n']],
  find: (db, ids) => db<RecordRow[]>`
    select made.id, made.institution_id, 'prova' as institution, to_jsonb(made) as record
    from proof_records as made where made.id = any(${ids as string[]}::uuid[])`,
  each: (db, after, limit) => db<RecordRow[]>`
    select made.id, made.institution_id, 'prova' as institution, to_jsonb(made) as record
    from proof_records as made where made.id > ${after?.id ?? '00000000-0000-0000-0000-000000000000'}
    order by made.id limit ${limit}`,
}

async function prove(): Promise<string[]> {
  const folder = await mkdtemp(join(tmpdir(), 'kuvend-million-'))
  const server = await startEmbeddedPostgres({ folder: join(folder, 'postgres') })
  const db = openDatabase(server.url)
  try {
    await migrateJobs(server.url)
    await migrate(db, 'db/migrations')
    const services = proofServices(db, folder)
    await makeRecords(db)
    const sequencing = performance.now()
    const sequenced = await sequenceLedger(services)
    if (sequenced.kind !== 'sequenced') throw new Error(JSON.stringify(sequenced))
    const tree = (performance.now() - sequencing) / 1000
    global.gc?.()
    const before = process.memoryUsage().rss
    let most = before
    const watch = setInterval(() => (most = Math.max(most, process.memoryUsage().rss)), 50)
    const kept = await readOwnKept(services)
    const report = await verifyLedger(services, [madeRecords], { kept })
    clearInterval(watch)
    if (report.namedCount > 0 || report.size !== COUNT) throw new Error(JSON.stringify(report.named))
    const mb = (bytes: number) => (bytes / 1024 / 1024).toFixed(0)
    return [
      `${COUNT} entries took their places in ${tree.toFixed(0)} s`,
      `${COUNT} entries and ${COUNT} records verified both ways in ${report.seconds.toFixed(1)} s, ${Math.round((COUNT * 2) / report.seconds)} rows/s; memory ${mb(before)} MB before, ${mb(most)} MB at most`,
    ]
  } finally {
    await db.end({ timeout: 5 })
    await server.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

/** The entries are made in SQL, whose JSON is brought into the one form by hand: keys in order, nothing between them. */
async function makeRecords(db: Database): Promise<void> {
  await db.begin(async (tx) => {
    await behindItsBack(tx)
    await tx`
      insert into platform.institutions (id, slug, jurisdiction, kind, zone)
      values (${INSTITUTION}, 'prova', 'AL', 'municipality', 'Europe/Tirane')`
  })
  await db`create table proof_records (id uuid primary key, institution_id uuid, body text, at timestamptz, n int)`
  await db`
    insert into proof_records select gen_random_uuid(), ${INSTITUTION}, 'Propozimi ' || n || repeat(' i fshatit', 40),
           timestamptz '2026-11-22 11:00:00Z', n
    from generate_series(1, ${COUNT}::int) as n`
  await db`
    insert into platform.ledger_entries (kind, subject, version, institution_id, at, entry, leaf_hash, digest, salt)
    select 'proof.record', 'proof.record:' || id, 1, institution_id, at, entry,
           sha256('\\x00'::bytea || convert_to(entry, 'UTF8')), digest, salt
    from (select *, '{"at":"2026-11-22T11:00:00.000Z","digest":"' || encode(digest, 'hex')
               || '","institution":"prova","kind":"proof.record","subject":"proof.record:' || id || '","v":1,"version":1}' as entry
          from (select *, sha256(salt || convert_to(
                  '{"at":' || to_json(at)::text || ',"body":' || to_json(body)::text || ',"id":"' || id
                  || '","institution_id":"' || institution_id || '","n":' || n || '}', 'UTF8')) as digest
                from (select *, decode(md5(n::text), 'hex') as salt from proof_records order by n) as salted) as digested) as made`
  await db`analyze`
}

for (const line of await prove()) console.log(line)
