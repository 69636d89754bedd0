import { execFile, spawn, type ChildProcess } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chmod, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { openDatabase, type Database } from '#platform/db/database.ts'
import { findRunningPostgres } from '#platform/db/embedded-postgres.ts'
import { build } from '../../bin/build.ts'

const run = promisify(execFile)
const MAILS = 200
const AUTOMATIC = 20
const PASSWORD = 'proof'

/**
 * A real Dovecot with 200 letters, 20 of them automatic replies. The program takes them in, is killed with signal 9 in
 * the middle, is started again: every letter stands once, with one number, one receipt, and the numbers have no gap. Once
 * with the mailbox left as it is, once with letters moved to a folder.
 */
export async function prove(): Promise<string[]> {
  await build()
  await installDovecot()
  return [...(await proveWith(null)), ...(await proveWith('Kuvend'))]
}

async function proveWith(moveTo: string | null): Promise<string[]> {
  const folder = await mkdtemp(join(tmpdir(), 'kuvend-imap-'))
  const dovecot = await startDovecot(join(folder, 'dovecot'))
  const port = await freePort()
  const move = moveTo === null ? '' : `?move=${moveTo}`
  const imap = `imap://kuvend:${PASSWORD}@127.0.0.1:${dovecot.port}/INBOX${move}`
  const house = { folder: join(folder, 'kuvend'), port, imap }
  let program = await startProgram(house)
  try {
    const db = await database(house.folder)
    const killedAt = await killInTheMiddle(db, program)
    await db.end().catch(() => {})
    program = await startProgram(house)
    const after = await database(house.folder)
    const begun = performance.now()
    await until(async () => (await countTaken(after)) >= MAILS, 180_000, 'not all letters were taken in')
    const seconds = ((performance.now() - begun) / 1000).toFixed(0)
    // One more minute: nothing comes twice.
    await new Promise((resolve) => setTimeout(resolve, 65_000))
    const facts = await factsOf(after)
    await after.end()
    judge(facts)
    const left = moveTo === null ? `${await countFiles(dovecot.inbox)} marked in INBOX` : `moved to ${moveTo}`
    return [
      `Dovecot ${dovecot.version}, ${moveTo === null ? 'letters stay' : 'letters are moved'}: killed with signal 9 after ${killedAt} of ${MAILS}; the rest was there ${seconds} s after the restart`,
      `${facts.cases} cases, ${facts.numbers} numbers without a gap, ${facts.receipts} receipts, ${facts.setAside} automatic replies set aside and not answered; 0 lost, 0 doubled; ${left}`,
    ]
  } finally {
    program.kill('SIGKILL')
    dovecot.process.kill('SIGTERM')
    await new Promise((resolve) => setTimeout(resolve, 500))
    await rm(folder, { recursive: true, force: true })
  }
}

async function installDovecot(): Promise<void> {
  if (existsSync('/usr/sbin/dovecot')) return
  await run('apt-get', ['install', '-y', '--no-install-recommends', 'dovecot-imapd'], {
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  })
}

type Dovecot = { port: number; process: ChildProcess; inbox: string; version: string }

/** An ordinary process with its own configuration; the mailbox is a Maildir that we fill by hand. */
async function startDovecot(folder: string): Promise<Dovecot> {
  const port = await freePort()
  const inbox = join(folder, 'mail', 'cur')
  for (const part of ['cur', 'new', 'tmp']) await mkdir(join(folder, 'mail', part), { recursive: true })
  await mkdir(join(folder, 'run'), { recursive: true })
  await fill(inbox)
  const user = userInfo().uid === 0 ? 'nobody' : userInfo().username
  if (userInfo().uid === 0) await run('chown', ['-R', 'nobody', join(folder, 'mail')])
  await chmod(folder, 0o755)
  await chmod(join(folder, '..'), 0o755)
  const config = join(folder, 'dovecot.conf')
  await writeFile(join(folder, 'users'), `kuvend:{PLAIN}${PASSWORD}\n`)
  await writeFile(config, configOf(folder, port, user))
  const dovecot = spawn('/usr/sbin/dovecot', ['-F', '-c', config], { stdio: 'ignore' })
  await until(() => answers(port), 20_000, 'Dovecot did not start')
  const { stdout } = await run('/usr/sbin/dovecot', ['--version'])
  return { port, process: dovecot, inbox, version: stdout.trim().split(' ')[0] ?? '' }
}

const configOf = (folder: string, port: number, user: string): string => `
base_dir = ${folder}/run
state_dir = ${folder}/run
log_path = ${folder}/log
protocols = imap
listen = 127.0.0.1
ssl = no
disable_plaintext_auth = no
default_internal_user = ${user}
default_login_user = ${user}
default_internal_group = nogroup
first_valid_uid = 1
mail_location = maildir:${folder}/mail
service anvil {
  chroot =
}
service imap-login {
  chroot =
  inet_listener imap {
    port = ${port}
  }
  inet_listener imaps {
    port = 0
  }
}
passdb {
  driver = passwd-file
  args = ${folder}/users
}
userdb {
  driver = static
  args = uid=${user} gid=nogroup home=${folder}/mail
}
namespace inbox {
  inbox = yes
}
`

async function fill(inbox: string): Promise<void> {
  for (let n = 0; n < MAILS; n++) {
    const automatic = n % (MAILS / AUTOMATIC) === 0
    const lines = [
      `Delivered-To: protokolli@${n % 2 === 0 ? 'bregas' : 'fushas'}.example`,
      `Message-ID: <proof-${n}@posta.example>`,
      `From: Qytetar ${n} Shembull <qytetar-${n}@posta.example>`,
      `To: protokolli@${n % 2 === 0 ? 'bregas' : 'fushas'}.example`,
      `Subject: Shkrimi ${n}`,
      'Date: Sun, 22 Nov 2026 10:00:00 +0100',
      ...(automatic ? ['Auto-Submitted: auto-replied'] : []),
      'Content-Type: text/plain; charset=utf-8',
      '',
      `Fjalët e shkrimit ${n}.`,
    ]
    await writeFile(join(inbox, `1700000000.${n}.proof:2,`), lines.join('\r\n'))
  }
}

async function killInTheMiddle(db: Database, program: ChildProcess): Promise<number> {
  let taken = 0
  await until(
    async () => {
      taken = await countTaken(db)
      return taken >= MAILS / 5
    },
    120_000,
    'no letter was taken in',
    20,
  )
  program.kill('SIGKILL')
  return taken
}

const countTaken = async (db: Database): Promise<number> =>
  (await db<{ n: number }[]>`select count(*)::int as n from platform.incoming_mails where mailbox <> 'demo'`)[0]?.n ?? 0

type Facts = {
  mails: number
  uids: number
  cases: number
  people: number
  receipts: number
  numbers: number
  gaps: number
  setAside: number
  answered: number
}

async function factsOf(db: Database): Promise<Facts> {
  const [row] = await db<Facts[]>`
    with taken as (
      select case_row.institution_id, case_row.register_number, case_row.register_year, sender.email
      from platform.cases as case_row join platform.case_senders as sender on sender.case_id = case_row.id
      where sender.email like 'qytetar-%@posta.example'
    )
    select (select count(*)::int from platform.incoming_mails) as mails,
      (select count(distinct uid)::int from platform.incoming_mails) as uids,
      (select count(*)::int from taken) as cases, (select count(distinct email)::int from taken) as people,
      (select count(*)::int from platform.mail_messages where recipient like 'qytetar-%@posta.example') as receipts,
      (select count(*)::int from platform.cases where register_number is not null) as numbers,
      (select sum(counter.next - 1)::int - (select count(*)::int from platform.cases where register_number is not null)
       from platform.counters as counter where counter.register = 'cases') as gaps,
      (select count(*)::int from platform.incoming_mails where kind = 'auto-reply') as set_aside,
      (select count(*)::int from platform.mail_messages as letter join platform.incoming_mails as mail
       on mail.from_email = letter.recipient where mail.kind = 'auto-reply') as answered`
  if (!row) throw new Error('An aggregate gives a row')
  return row
}

function judge(facts: Facts): void {
  const people = MAILS - AUTOMATIC
  const wanted = {
    mails: MAILS,
    uids: MAILS,
    cases: people,
    people,
    receipts: people,
    gaps: 0,
    setAside: AUTOMATIC,
    answered: 0,
  }
  for (const [name, value] of Object.entries(wanted)) {
    if (facts[name as keyof Facts] !== value) throw new Error(`${name}: ${JSON.stringify(facts)}`)
  }
}

const countFiles = async (folder: string): Promise<number> =>
  (await readdir(folder)).filter((name) => /:2,.*S/.test(name)).length

async function startProgram({
  folder,
  port,
  imap,
}: {
  folder: string
  port: number
  imap: string
}): Promise<ChildProcess> {
  const program = spawn(process.execPath, ['bin/start.ts'], {
    env: {
      ...process.env,
      PORT: String(port),
      KUVEND_DATA: folder,
      KUVEND_DEMO: 'on',
      KUVEND_LOG: 'silent',
      IMAP_URL: imap,
    },
    stdio: 'ignore',
  })
  const ready = () =>
    fetch(`http://127.0.0.1:${port}/readyz`).then(
      (answer) => answer.ok,
      () => false,
    )
  await until(ready, 90_000, 'Kuvend did not start')
  return program
}

async function database(folder: string): Promise<Database> {
  const address = await findRunningPostgres({ folder: join(folder, 'postgres') })
  if (!address) throw new Error('The embedded PostgreSQL was not found')
  return openDatabase(address, { max: 2 })
}

async function until(holds: () => Promise<boolean>, ms: number, otherwise: string, every = 200): Promise<void> {
  const end = Date.now() + ms
  while (!(await holds())) {
    if (Date.now() > end) throw new Error(otherwise)
    await new Promise((resolve) => setTimeout(resolve, every))
  }
}

const answers = (port: number): Promise<boolean> =>
  import('node:net').then(
    ({ connect }) =>
      new Promise((resolve) => {
        const socket = connect(port, '127.0.0.1')
        socket.once('data', () => (socket.destroy(), resolve(true)))
        socket.once('error', () => resolve(false))
      }),
  )

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  if (address === null || typeof address === 'string') throw new Error('No port')
  return address.port
}
