import { spawn, type ChildProcess } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openDatabase, type Database } from '#platform/db/database.ts'
import { findRunningPostgres } from '#platform/db/embedded-postgres.ts'
import { build } from '../../bin/build.ts'

const COMMENTS = 200
const SLUG = 'bregas-2026-1'

type Victim = 'program' | 'PostgreSQL'

/**
 * Kills the program, then PostgreSQL, with signal 9 while 200 people send and confirm comments at once. What a person
 * was shown as sent or confirmed is there afterwards; pressing again after the restart doubles nothing.
 */
export async function prove(): Promise<string[]> {
  await build()
  const lines: string[] = []
  for (const victim of ['program', 'PostgreSQL'] as const) lines.push(...(await proveWith(victim)))
  return lines
}

async function proveWith(victim: Victim): Promise<string[]> {
  const folder = await mkdtemp(join(tmpdir(), 'kuvend-killed-'))
  const port = await freePort()
  const house = { folder, port, url: `http://127.0.0.1:${port}` }
  let program = await start(house)
  try {
    const slug =
      (await (await fetch(`${house.url}/konsultime?institucioni=bregas`)).text()).match(
        /\/konsultime\/(bregas-\d{4}-\d+)"/,
      )?.[1] ?? SLUG
    const forms = Array.from({ length: COMMENTS }, () => randomUUID())
    const send = (form: string) => post(house.url, `/konsultime/${slug}/komente`, fieldsOf(form))
    const sent = await whileKilling(
      house,
      program,
      victim,
      forms.map((form) => () => send(form)),
    )
    program = await restart(house, program)
    const db = await database(folder)
    await everyOneOnce(
      db,
      forms.filter((_, place) => sent[place]),
      'shown as sent',
    )
    for (const form of forms)
      if (!(await send(form))) throw new Error('A form sent again after the restart was refused')
    await everyOneOnce(db, forms, 'sent again')

    const tokens = await tokensOf(db)
    if (tokens.length !== COMMENTS) throw new Error(`${tokens.length} letters for ${COMMENTS} comments`)
    await db.end()
    const confirm = (token: string) => post(house.url, `/komenti/${token}/konfirmimi`, {})
    const confirmed = await whileKilling(
      house,
      program,
      victim,
      tokens.map((token) => () => confirm(token)),
    )
    program = await restart(house, program)
    const after = await database(folder)
    for (const token of tokens) if (!(await confirm(token))) throw new Error('A confirmation sent again was refused')
    const facts = await confirmations(after)
    if (
      facts.confirmed !== COMMENTS ||
      facts.codes !== COMMENTS ||
      facts.events !== COMMENTS ||
      facts.receipts !== COMMENTS
    ) {
      throw new Error(`Not one of each: ${JSON.stringify(facts)}`)
    }
    await everyReceiptEntered(after)
    await after.end()
    const shown = (answers: boolean[]) => answers.filter(Boolean).length
    return [
      `${victim} killed while ${COMMENTS} forms were sent: ${shown(sent)} shown as sent, 0 lost, 0 doubled after all were sent again`,
      `${victim} killed while ${COMMENTS} were confirmed: ${shown(confirmed)} shown as confirmed, 0 lost; ${facts.receipts} receipts, one each`,
    ]
  } finally {
    program.kill('SIGKILL')
    await rm(folder, { recursive: true, force: true })
  }
}

type House = { folder: string; port: number; url: string }

/** Starts all at once, kills when some are through, and tells of each whether it was shown to be done. */
async function whileKilling(
  house: House,
  program: ChildProcess,
  victim: Victim,
  deeds: (() => Promise<boolean>)[],
): Promise<boolean[]> {
  let done = 0
  let killed = false
  const kill = async () => {
    killed = true
    if (victim === 'program') program.kill('SIGKILL')
    else process.kill(await postmaster(house.folder), 'SIGKILL')
  }
  const answers = await Promise.all(
    deeds.map(async (deed) => {
      const shown = await deed().catch(() => false)
      if (shown) done += 1
      if (done >= deeds.length / 4 && !killed) await kill()
      return shown
    }),
  )
  if (!killed) throw new Error('Nothing was killed')
  return answers
}

async function everyOneOnce(db: Database, forms: readonly string[], what: string): Promise<void> {
  const rows = await db<{ submissionId: string; versions: number; letters: number }[]>`
    select comment.submission_id,
           (select count(*)::int from consultations.comment_versions as version where version.comment_id = comment.id) as versions,
           (select count(*)::int from platform.mail_messages as letter
            where letter.recipient = comment.submission_id || '@posta.example') as letters
    from consultations.comments as comment where comment.submission_id = any(${forms as string[]}::uuid[])`
  if (rows.length !== forms.length)
    throw new Error(`${what}: ${forms.length - rows.length} of ${forms.length} are lost`)
  const torn = rows.filter((row) => row.versions !== 1 || row.letters !== 1)
  if (torn.length > 0)
    throw new Error(`${what}: ${torn.length} stand without their words or letter, or with two of them`)
}

async function tokensOf(db: Database): Promise<string[]> {
  const rows = await db<{ token: string }[]>`
    select substring(body from '/komenti/([A-Za-z0-9_-]{43})') as token from platform.mail_messages
    where recipient like '%@posta.example'`
  return rows.map((row) => row.token)
}

type Confirmations = { confirmed: number; codes: number; events: number; receipts: number }

async function confirmations(db: Database): Promise<Confirmations> {
  const [row] = await db<Confirmations[]>`
    select count(*) filter (where comment.state = 'published')::int as confirmed,
           count(distinct comment.code)::int as codes,
           (select count(*)::int from consultations.comment_events as event
            join consultations.comments as of on of.id = event.comment_id
            where event.kind = 'confirmed' and of.contact_id is not null) as events,
           (select count(*)::int - ${COMMENTS} from platform.mail_messages where recipient like '%@posta.example') as receipts
    from consultations.comments as comment where comment.contact_id is not null`
  if (!row) throw new Error('An aggregate gives a row')
  return row
}

/** What was confirmed has its entry in the ledger, what everybody reads another one, and no other comment has any. */
async function everyReceiptEntered(db: Database): Promise<void> {
  const [row] = await db<{ wrong: number; orphans: number }[]>`
    select
      (select count(*)::int from consultations.comments as comment
       where (select array_agg(entry.kind || ' ' || entry.version order by entry.kind) from platform.ledger_entries as entry
              where entry.subject = 'consultations.comment:' || comment.id)
             is distinct from case
               when comment.state = 'waiting' then array['consultations.received-comment 1']
               when comment.confirmed_at is not null then array['consultations.comment 1', 'consultations.received-comment 1'] end) as wrong,
      (select count(*)::int from platform.ledger_entries as entry
       where entry.subject like 'consultations.comment:%' and not exists (
         select from consultations.comments as comment
         where entry.subject = 'consultations.comment:' || comment.id)) as orphans`
  if (!row || row.wrong + row.orphans > 0) throw new Error(`Entries and comments do not agree: ${JSON.stringify(row)}`)
}

const fieldsOf = (form: string): Record<string, string> => ({
  dergesa: form,
  komenti: 'Propozoj që ky nen të shkruhet më qartë.',
  'ne-emer': 'vete',
  'emri-publik': 'jo',
  adresa: `${form}@posta.example`,
})

/** True when the person was led on to the page that says it is done. */
async function post(url: string, path: string, fields: Record<string, string>): Promise<boolean> {
  const answer = await fetch(url + path, {
    method: 'POST',
    redirect: 'manual',
    headers: {
      origin: url,
      'x-forwarded-for': `10.1.${Math.floor(Math.random() * 256)}.${Math.floor(Math.random() * 256)}`,
    },
    body: new URLSearchParams(fields),
  })
  return answer.status === 303
}

async function start({ folder, port, url }: House): Promise<ChildProcess> {
  const program = spawn(process.execPath, ['bin/start.ts'], {
    env: {
      ...process.env,
      PORT: String(port),
      KUVEND_DATA: folder,
      KUVEND_DEMO: 'on',
      KUVEND_LOG: 'silent',
      KUVEND_PROXY: '1',
    },
    stdio: 'ignore',
  })
  const until = Date.now() + 60_000
  while (
    !(await fetch(`${url}/readyz`).then(
      (answer) => answer.ok,
      () => false,
    ))
  ) {
    if (Date.now() > until || program.exitCode !== null) throw new Error('Kuvend did not start')
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  return program
}

/** As a supervisor would: what has not ended by itself is ended, then started anew on what it left behind. */
async function restart(house: House, program: ChildProcess): Promise<ChildProcess> {
  const ended = new Promise((resolve) => program.once('exit', resolve))
  if (program.exitCode === null && program.signalCode === null) {
    const waited = new Promise((resolve) => setTimeout(resolve, 15_000, 'waited'))
    if ((await Promise.race([ended, waited])) === 'waited') program.kill('SIGKILL')
  }
  return start(house)
}

async function database(folder: string): Promise<Database> {
  const address = await findRunningPostgres({ folder: join(folder, 'postgres') })
  if (!address) throw new Error('The embedded PostgreSQL was not found')
  return openDatabase(address, { max: 2 })
}

const postmaster = async (folder: string): Promise<number> =>
  Number((await readFile(join(folder, 'postgres', 'data', 'postmaster.pid'), 'utf8')).split('\n')[0])

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  if (address === null || typeof address === 'string') throw new Error('No port')
  return address.port
}
