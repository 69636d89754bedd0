import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { SMTPServer } from 'smtp-server'
import { openDatabase, type Database } from '#platform/db/database.ts'
import { startEmbeddedPostgres } from '#platform/db/embedded-postgres.ts'
import { build } from '../../bin/build.ts'

const ROUNDS = Number(process.env.ROUNDS ?? 100)
const FOLLOWERS = Number(process.env.FOLLOWERS ?? 100)

/**
 * A hundred people follow everything, or one institution, and want to be written to at once. Things happen, and the worker that
 * tells them is killed with signal 9 at random moments, a hundred times: one round while it reckons and queues, the next
 * while it talks to the mail server. Afterwards each has been queued each happening once and not twice; no letter arrived twice; each that was sent
 * arrived; and what did not arrive, or may not have, is told as uncertain.
 */
export async function prove(): Promise<string[]> {
  await build()
  const folder = await mkdtemp(join(tmpdir(), 'kuvend-digests-'))
  const server = await startEmbeddedPostgres({ folder: join(folder, 'postgres') })
  const db = openDatabase(server.url, { max: 3 })
  const post = await openPost()
  let worker = start(folder, server.url, post.url)
  const killed = { letters: 0, reckoning: 0 }
  try {
    await demonstrationIsThere(db)
    const institutionId = await addFollowers(db)
    for (let round = 0; round < ROUNDS; round++) {
      await somethingHappens(db, institutionId, round)
      const job = await tellSoon(db)
      const busy = round % 2 === 0 ? await firstLetter(post) : await isTelling(db, job)
      if (!busy) throw new Error(`Round ${round}: the worker did nothing`)
      await pause(Math.random() * 250)
      worker.kill('SIGKILL')
      if (round % 2 === 0) killed.letters += 1
      else if (await isLeft(db, job)) killed.reckoning += 1
      worker = start(folder, server.url, post.url)
    }
    await allIsWritten(db)
    return [
      `${ROUNDS} times killed, ${killed.letters} of them while letters went out, ${killed.reckoning} while it reckoned or queued them`,
      await judge(db, post.arrived),
    ]
  } finally {
    worker.kill('SIGKILL')
    await post.close()
    await db.end({ timeout: 5 })
    await server.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

/** What `npm start` runs, which looks first whether it is to be built: here it has been. */
const BUNDLE = './.build/server/kuvend.js'
const PROGRAM = `process.exitCode = await (await import(${JSON.stringify(BUNDLE)})).main(['start'])`

const start = (folder: string, url: string, smtp: string): ChildProcess =>
  spawn(process.execPath, ['--input-type=module', '-e', PROGRAM], {
    env: {
      ...process.env,
      DATABASE_URL: url,
      SMTP_URL: smtp,
      KUVEND_DATA: join(folder, 'data'),
      KUVEND_ROLE: 'worker',
      KUVEND_DEMO: 'on',
      KUVEND_LOG: 'silent',
      KUVEND_DIGESTS_PER_MINUTE: '90000',
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  })

type Post = { url: string; arrived: Map<string, number>; close(): Promise<void> }

/** A mail server that counts what it has accepted, by the number of the letter. */
async function openPost(): Promise<Post> {
  const arrived = new Map<string, number>()
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData: (stream, _session, done) => {
      const parts: Buffer[] = []
      stream.on('data', (part: Buffer) => void parts.push(part))
      stream.on('end', () => {
        const id = /^message-id:\s*(<[^>]+>)/im.exec(Buffer.concat(parts).toString('utf8'))?.[1] ?? ''
        arrived.set(id, (arrived.get(id) ?? 0) + 1)
        done()
      })
    },
  })
  // Whoever is killed hangs up in the middle of a word.
  server.on('error', () => {})
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.server.address() as AddressInfo
  return {
    url: `smtp://127.0.0.1:${port}`,
    arrived,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}

/** The index is built as a whole once: what is put into it before goes with the old one. */
async function demonstrationIsThere(db: Database): Promise<void> {
  for (let tries = 0; tries < 600; tries++) {
    const [table] = await db<{ there: boolean }[]>`select to_regclass('platform.digest_runs') is not null as there`
    const [row] = table?.there
      ? await db<{ built: boolean }[]>`
          select exists (select from platform.search_state where built_at is not null and not filling)
                 and exists (select from platform.search_documents where kind = 'consultation' and part = '')
                 and not exists (select from platform.changed_subjects where retry_at <= now()) as built`
      : []
    if (row?.built) return
    await pause(200)
  }
  throw new Error('The demonstration did not come into the index')
}

/** Half of them follow everything, half one institution; every tenth follows both, and is to be told once all the same. */
async function addFollowers(db: Database): Promise<string> {
  const [institution] = await db<{ id: string }[]>`select id from platform.institutions where slug = 'bregas'`
  const institutionId = institution?.id ?? ''
  await db.begin(async (tx) => {
    await tx`
      insert into platform.contacts (email, lang, confirmed_at)
      select 'ndjekes-' || n || '@posta.example', case when n % 5 = 0 then 'en' else 'sq' end, now()
      from generate_series(1, ${FOLLOWERS}::int) as n`
    await tx`
      insert into platform.followers (contact_id, lang) select id, lang from platform.contacts where email like 'ndjekes-%'`
    await tx`
      insert into platform.selections (address, institution_id, made_at)
      values ('', null, now()), ('institucioni=bregas', ${institutionId}, now()) on conflict do nothing`
    await tx`
      insert into platform.follows (contact_id, selection_id, pace, asked_at, confirmed_at)
      select contact.id, selection.id, 'at-once', now(), now() from platform.contacts as contact
      cross join lateral (select substring(contact.email from '[0-9]+')::int as n) as of
      join platform.selections as selection
        on (of.n % 2 = 0 or of.n % 10 = 1) and selection.address = '' or of.n % 2 = 1 and selection.address <> ''
      where contact.email like 'ndjekes-%'`
  })
  return institutionId
}

/** One or a few things, each with a matter of its own whose title names it. */
async function somethingHappens(db: Database, institutionId: string, round: number): Promise<void> {
  const count = 1 + (round % 3)
  await db`
    with matter as (
      select gen_random_uuid() as id, 'Lajmi ' || ${round}::int || 'x' || n || 'x' as title
      from generate_series(1, ${count}::int) as n),
    document as (
      insert into platform.search_documents
        (subject, matter, kind, institution_id, lang, title, body, href, published_at, changed_at, day, year, state, words,
         title_words, stem_version, stamp)
      select 'consultations.consultation:' || id, 'consultations.consultation:' || id, 'consultation', ${institutionId}, 'sq', title, '',
             '/prova/' || id, now(), now(), current_date, 2026, 'open', '', '', 1, md5(title)
      from matter returning subject)
    insert into platform.happenings (matter, subject, kind, institution_id, facts, happened_at)
    select subject, subject, 'consultations.published', ${institutionId}, ${db.json({ to: '2026-12-20' })}, now() from document`
}

/** What the clock does every minute. Gives the key of the job. */
async function tellSoon(db: Database): Promise<string> {
  const key = crypto.randomUUID()
  await db`select graphile_worker.add_job('subscriptions.tell', '{}'::json, job_key => ${key})`
  return key
}

/** A minute is long for a worker to start in. */
const MOST_TRIES = 6_000

/** Waits until the post has something new; false when nothing came. */
async function firstLetter({ arrived }: Post): Promise<boolean> {
  const before = arrived.size
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    if (arrived.size > before) return true
    await pause(10)
  }
  return false
}

/** Waits until a worker has taken the job, or has done it already. */
async function isTelling(db: Database, key: string): Promise<boolean> {
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const [job] = await db<{ taken: boolean }[]>`
      select locked_at is not null as taken from graphile_worker._private_jobs where key = ${key}`
    if (job?.taken !== false) return true
    await pause(10)
  }
  return false
}

const isLeft = async (db: Database, key: string): Promise<boolean> =>
  (await db`select from graphile_worker._private_jobs where key = ${key} and locked_at is not null`).length > 0

/** The jobs of one that was killed are given back after a minute; here nobody has so much time. */
const letGo = (db: Database) =>
  db`
    update graphile_worker._private_jobs set locked_at = now() - interval '5 minutes'
    where locked_at is not null and locked_at < now() - interval '5 seconds'`

/** Until nothing waits any more but what is claimed by somebody who is dead. */
async function allIsWritten(db: Database): Promise<void> {
  await tellSoon(db)
  let left = ''
  for (let tries = 0; tries < 1_800; tries++) {
    const [row] = await db<{ untold: number; unwritten: number; queued: number }[]>`
      select (select count(*)::int from platform.happenings as happening
              join platform.search_documents as document on document.subject = happening.matter and document.title like 'Lajmi %'
              where happening.told_at is null) as untold,
             (select count(*)::int from platform.follows as follow
              where written_round < (select coalesce(max(round), 0) from platform.selection_happenings as matched
                                     where matched.selection_id = follow.selection_id)) as unwritten,
             (select count(*)::int from platform.mail_messages where kind = 'digest' and state = 'queued') as queued`
    if (row && row.untold + row.unwritten + row.queued === 0) return
    left = JSON.stringify(row)
    if (tries % 20 === 19) await letGo(db)
    if (tries % 100 === 99) await tellSoon(db)
    await pause(200)
  }
  throw new Error(`Not everything was written: ${left}`)
}

type Judged = { id: string; recipient: string; state: string; body: string | null }

async function judge(db: Database, arrived: ReadonlyMap<string, number>): Promise<string> {
  const letters = await db<Judged[]>`
    select message_id as id, recipient, state, body from platform.mail_messages
    where kind = 'digest' and recipient like 'ndjekes-%'`
  const titles = (
    await db<{ title: string }[]>`select title from platform.search_documents where title like 'Lajmi %x%x'`
  ).map(({ title }) => title)
  const wrong = Object.entries(Object.groupBy(letters, (one) => one.recipient)).flatMap(([recipient, own = []]) => {
    const told = own.flatMap(({ body }) => [...new Set((body ?? '').match(/Lajmi \d+x\d+x/g) ?? [])])
    return told.length === titles.length && new Set(told).size === titles.length ? [] : [`${recipient}: ${told.length}`]
  })
  const recipients = new Set(letters.map(({ recipient }) => recipient)).size
  if (wrong.length > 0 || recipients !== FOLLOWERS)
    throw new Error(
      `Of ${titles.length} happenings: ${wrong.slice(0, 5).join('; ')}; ${recipients} of ${FOLLOWERS} were written to`,
    )
  const twice = [...arrived.values()].filter((times) => times > 1).length
  const sent = letters.filter(({ state }) => state === 'sent')
  const unsettled = letters.filter(({ state }) => state !== 'sent')
  const lost = sent.filter(({ id }) => !arrived.has(id)).length
  if (twice + lost > 0) throw new Error(`${twice} letters arrived twice, ${lost} of those told as sent did not arrive`)
  const states = Object.entries(Object.groupBy(unsettled, (one) => one.state)).map(
    ([state, of = []]) => `${of.length} ${state}`,
  )
  if (unsettled.some(({ state }) => state !== 'claimed' && state !== 'uncertain'))
    throw new Error(`Neither sent nor uncertain: ${states.join(', ')}`)
  const came = unsettled.filter(({ id }) => arrived.has(id)).length
  return (
    `${titles.length} happenings, ${FOLLOWERS} followers: each was queued each of them once, in ${letters.length} letters; ` +
    `${sent.length} are told as sent and arrived once, none twice; ${unsettled.length} are uncertain (${states.join(', ')}), ` +
    `of which ${came} did arrive`
  )
}
