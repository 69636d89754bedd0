import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as pause } from 'node:timers/promises'
import { openDatabase, type Database } from '#platform/db/database.ts'
import { startEmbeddedPostgres } from '#platform/db/embedded-postgres.ts'
import { build } from '../../bin/build.ts'

const ROUNDS = Number(process.env.ROUNDS ?? 200)

/**
 * Eight people at once send comments, and the process that takes them in ends by signal 9 at a random moment, 200 times;
 * whoever got no answer presses again afterwards. Each receipt that was given has its comment, its letter and its entries,
 * each entry has its comment, none twice, and all have a place in the tree.
 */
export async function prove(): Promise<string[]> {
  await build()
  const folder = await mkdtemp(join(tmpdir(), 'kuvend-posting-'))
  const server = await startEmbeddedPostgres({ folder: join(folder, 'postgres') })
  const db = openDatabase(server.url, { max: 2 })
  const worker = start(folder, server.url)
  try {
    const slug = await openConsultation(db)
    const sent = new Set<string>()
    const received = new Set<string>()
    let unanswered = 0
    for (let round = 0; round < ROUNDS; round++) {
      const again = [...sent].filter((form) => !received.has(form))
      unanswered += again.length
      await postUntilKilled({ url: server.url, folder, slug, again }, sent, received)
      if (round % 20 === 19) await everyOneOnce(db, [...received])
    }
    await everyOneOnce(db, [...received])
    const entries = await noneTooMany(db)
    return [
      `${ROUNDS} times killed while posting: ${received.size} receipts given, each with its comment, letter and entries, once`,
      `${unanswered} without an answer were pressed again and doubled nothing; ${entries} entries, each with a place in the tree`,
    ]
  } finally {
    worker.kill('SIGKILL')
    await db.end({ timeout: 5 })
    await server.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

/** The program itself: brings the tables and the demonstration, and orders the entries. */
const start = (folder: string, url: string): ChildProcess =>
  spawn(process.execPath, ['bin/start.ts'], {
    env: {
      ...process.env,
      DATABASE_URL: url,
      KUVEND_DATA: join(folder, 'data'),
      KUVEND_ROLE: 'worker',
      KUVEND_DEMO: 'on',
      KUVEND_LOG: 'error',
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  })

async function openConsultation(db: Database): Promise<string> {
  for (let tries = 0; tries < 600; tries++) {
    const [table] = await db<{ there: boolean }[]>`
      select to_regclass('consultations.recorded_comments') is not null as there`
    const [row] = table?.there
      ? await db<{ slug: string }[]>`
          select slug from consultations.published_consultations where institution_slug = 'bregas' and not history limit 1`
      : []
    if (row) return row.slug
    await pause(200)
  }
  throw new Error('The demonstration did not come')
}

type Posting = { url: string; folder: string; slug: string; again: readonly string[] }

/** Lets the process give some answers, kills it, and notes what it told until then. */
async function postUntilKilled(posting: Posting, sent: Set<string>, received: Set<string>): Promise<void> {
  const child = spawn(process.execPath, ['test/fixtures/posting-people.ts'], {
    env: {
      ...process.env,
      POSTING_DATABASE: posting.url,
      POSTING_SLUG: posting.slug,
      POSTING_FOLDER: posting.folder,
      POSTING_AGAIN: posting.again.join(','),
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve))
  let killing: Promise<void> | null = null
  const kill = async () => {
    await pause(Math.random() * 400)
    child.kill('SIGKILL')
  }
  for await (const line of createInterface(child.stdout)) {
    const [what, form] = line.split(' ')
    if (form === undefined) continue
    sent.add(form)
    if (what !== 'received') continue
    received.add(form)
    killing ??= kill()
  }
  await killing
  if ((await ended) !== null) throw new Error('The people who post ended by themselves')
}

async function everyOneOnce(db: Database, forms: readonly string[]): Promise<void> {
  const [row] = await db<{ whole: number }[]>`
    select count(*)::int as whole
    from consultations.comments as comment
    where comment.submission_id = any(${forms as string[]}::uuid[]) and comment.state = 'published' and comment.code is not null
      and (select count(*) from consultations.comment_versions as version where version.comment_id = comment.id) = 1
      and (select count(*) from platform.mail_messages as letter
           where letter.recipient = comment.submission_id || '@posta.example') = 1
      and (select array_agg(entry.kind || ' ' || entry.version order by entry.kind) from platform.ledger_entries as entry
           where entry.subject = 'consultations.comment:' || comment.id)
          = array['consultations.comment 1', 'consultations.received-comment 1']`
  if (row?.whole !== forms.length) throw new Error(`Of ${forms.length} receipts only ${row?.whole} are whole`)
}

/** Also what no receipt was given for, because the answer did not come through, is whole or not there. */
async function noneTooMany(db: Database): Promise<number> {
  const [row] = await db<{ orphans: number; silent: number; letters: number }[]>`
    select
      (select count(*)::int from platform.ledger_entries as entry
       where entry.subject like 'consultations.comment:%' and not exists (
         select from consultations.comments as comment
         where entry.subject = 'consultations.comment:' || comment.id and comment.confirmed_at is not null)) as orphans,
      (select count(*)::int from consultations.comments as comment
       where comment.confirmed_at is not null
         and (select count(*) from platform.ledger_entries as entry
              where entry.subject = 'consultations.comment:' || comment.id)
             <> case when comment.state = 'waiting' then 1 else 2 end) as silent,
      (select count(*)::int from platform.mail_messages as letter
       where letter.recipient like '%@posta.example' and not exists (
         select from consultations.comments as comment
         where comment.submission_id || '@posta.example' = letter.recipient)) as letters`
  if (!row || row.orphans + row.silent + row.letters > 0) throw new Error(`Not one of each: ${JSON.stringify(row)}`)
  for (let tries = 0; tries < 600; tries++) {
    const [tree] = await db<{ entries: number; places: number; last: number }[]>`
      select count(*)::int as entries, count(distinct leaf_index)::int as places, max(leaf_index)::int as last
      from platform.ledger_entries`
    if (tree && tree.entries === tree.places && tree.last + 1 === tree.entries) return tree.entries
    await pause(100)
  }
  throw new Error('Not every entry got its place')
}
