import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { availableParallelism, cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { openDatabase, type Database } from '#platform/db/database.ts'
import { findRunningPostgres } from '#platform/db/embedded-postgres.ts'
import { addManyActs } from '../tools/bench/many-acts.ts'
import { addManyConsultations } from '../tools/bench/many-consultations.ts'
import { commentsPerSecond, pagesPerSecond, tailOf } from '../tools/bench/load.ts'
import { measureIntake } from '../tools/bench/intake.ts'
import { memoryOf } from '../tools/bench/memory.ts'
import { bundleBench } from '../tools/bench/bundle.ts'
import { build } from './build.ts'

/** Requests, comments, start and memory of the program as its users run it: from the bundle, with its own database. */
const MANY = 100_000
const CONNECTIONS = [1, 8, 32]

/** Named after the command, only that is measured: `npm run bench -- comments`. */
const [only] = process.argv.slice(2)
if (only !== undefined && !['comments', 'texts', 'search', 'desk', 'acts'].includes(only))
  throw new Error(`Nothing of that name is measured: ${only}`)

const folder = await mkdtemp(join(tmpdir(), 'kuvend-bench-'))
const port = await freePort()
const url = `http://127.0.0.1:${port}`
console.log(`machine: ${availableParallelism()} cores, ${cpus()[0]?.model ?? 'unknown'}; load generator beside it`)
let kuvend: ChildProcess
await build()
try {
  if (only === 'search') await measureSearchAlone()
  if (only === 'desk') await measureDeskAlone()
  if (only === undefined || only === 'texts') await measureTextsAlone()
  if (only === 'acts') await measureActs()
  if (only === undefined || only === 'comments') await measureByHttp()
} finally {
  await rm(folder, { recursive: true, force: true })
}

async function measureByHttp(): Promise<void> {
  await measureCommentsAlone()
  kuvend = await start('first start, with demonstration content')
  try {
    await stop(kuvend)
    kuvend = await start('later start')
    if (only === undefined) await measureAll()
    else await measureCommentsByHttp()
  } finally {
    await stop(kuvend)
  }
}

/** The deed itself, called from the process that has the program in it, from a bundle as people run it. */
async function measureCommentsAlone(): Promise<void> {
  const { measureComments } = (await import(
    await bundleBench(process.cwd(), 'comment-speed')
  )) as typeof import('../tools/bench/comment-speed.ts')
  await measureComments((line) => console.log(`comments ${line}`))
}

/** Reading, comparing and showing a long text, in the same way. */
async function measureTextsAlone(): Promise<void> {
  const { measureTexts } = (await import(
    await bundleBench(process.cwd(), 'text-speed')
  )) as typeof import('../tools/bench/text-speed.ts')
  await measureTexts((line) => console.log(`texts: ${line}`))
}

/** Searching among synthetic documents: `npm run bench -- search [--documents N]`. It takes long, so it is asked for by name. */
async function measureSearchAlone(): Promise<void> {
  const { measureSearch } = (await import(
    await bundleBench(process.cwd(), 'search-speed')
  )) as typeof import('../tools/bench/search-speed.ts')
  const place = process.argv.indexOf('--documents')
  const documents = place === -1 ? 1_000_000 : Number(process.argv[place + 1])
  await measureSearch((line) => console.log(line), documents)
}

/** The coordinator's desk with very many comments in one consultation: `npm run bench -- desk [--comments N]`. */
async function measureDeskAlone(): Promise<void> {
  const { measureDesk } = (await import(
    await bundleBench(process.cwd(), 'desk-speed')
  )) as typeof import('../tools/bench/desk-speed.ts')
  const place = process.argv.indexOf('--comments')
  await measureDesk((line) => console.log(line), place === -1 ? 10_000 : Number(process.argv[place + 1]))
}

/** The register of acts: `npm run bench -- acts [--acts N]`. */
async function measureActs(): Promise<void> {
  const place = process.argv.indexOf('--acts')
  kuvend = await start('first start, with demonstration content')
  try {
    const db = await database()
    await addManyActs(db, place === -1 ? MANY : Number(process.argv[place + 1]), (line) => console.log(line))
    const [act] = await db<{ slug: string }[]>`select slug from council_acts.acts where import_key = 'bench-50000'`
    const [topic] = await db<{ id: string }[]>`select id::text as id from platform.topics order by id limit 1`
    await db.end()
    const pages = {
      home: '/',
      'register of acts, first page': '/aktet',
      'by year and kind': '/aktet?viti=2019&lloji=decision',
      'of an institution, by force': '/aktet?institucioni=bregas&fuqia=suspended',
      'by topic': `/aktet?fusha=${topic?.id ?? ''}`,
      'page 500': '/aktet?faqja=500',
      'page 1000': '/aktet?faqja=1000',
      'by number': '/aktet?q=500%2F2015',
      'words, few': '/aktet?q=ujitje+lumebardhe+vneshtaj',
      'words, many': '/aktet?q=mbetje+tarifa',
      'words, very many': '/aktet?q=miratimin',
      'words in texts, with filters': '/aktet?q=pastrimit&viti=2020&lloji=decision',
      'gaps of a year': '/aktet/boshlleqet?institucioni=bregas&viti=2019',
      'one act': `/aktet/${act?.slug ?? 'asgje-1'}`,
    }
    for (const [name, path] of Object.entries(pages))
      for (const connections of CONNECTIONS)
        console.log(`${name} at ${connections}: ${await tailOf(url + path, connections)}`)
    console.log(`memory after the load: ${await memoryOf(kuvend.pid)}`)
  } finally {
    await stop(kuvend)
  }
}

async function measureCommentsByHttp(): Promise<void> {
  for (const connections of [8, 32]) {
    const speed = await commentsPerSecond(url, '/konsultime/bregas-2026-1/komente', connections)
    console.log(`comments by HTTP, each to be confirmed by letter, at ${connections} connections: ${speed}`)
  }
}

async function measureAll(): Promise<void> {
  const article = await firstArticle()
  const pages = { home: '/', consultation: '/konsultime/bregas-2026-1', article, 'register list': '/konsultime' }
  console.log(`memory at rest: ${await memoryOf(kuvend.pid)}`)
  for (const [name, path] of Object.entries(pages)) await measure(name, path)
  await measureCommentsByHttp()
  const db = await database()
  await measureIntake(db, url, (line) => console.log(line))
  console.log(`adding consultations up to ${MANY} …`)
  await addManyConsultations(db, MANY)
  await db.end()
  for (const [name, path] of Object.entries(pages)) await measure(`${name}, ${MANY} records`, path)
  await measure(`list searched by title, ${MANY} records`, '/konsultime?q=pastrimit')
  await measure(`list of open ones, ${MANY} records`, '/konsultime?gjendja=open')
  console.log(`memory after the load: ${await memoryOf(kuvend.pid)}`)
}

async function measure(name: string, path: string): Promise<void> {
  for (const connections of CONNECTIONS) {
    console.log(`${name} at ${connections}: ${await pagesPerSecond(url + path, connections)}`)
  }
}

async function start(name: string): Promise<ChildProcess> {
  const from = performance.now()
  const child = spawn(process.execPath, ['bin/start.ts'], {
    env: {
      ...process.env,
      PORT: String(port),
      KUVEND_DATA: folder,
      KUVEND_DEMO: 'on',
      KUVEND_LOG: 'error',
      // Every comment of the load comes from an address of its own, as a proxy would tell.
      KUVEND_PROXY: '1',
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  for (;;) {
    const ready = await fetch(`${url}/readyz`).then(
      (answer) => answer.ok,
      () => false,
    )
    if (ready) break
    if (child.exitCode !== null) throw new Error('Kuvend did not start')
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  console.log(`${name}: ${((performance.now() - from) / 1000).toFixed(2)} s`)
  return child
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return
  const ended = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGINT')
  await ended
}

async function database(): Promise<Database> {
  const address = await findRunningPostgres({ folder: join(folder, 'postgres') })
  if (!address) throw new Error('The embedded PostgreSQL was not found')
  return openDatabase(address, { max: 2 })
}

async function firstArticle(): Promise<string> {
  const page = await (await fetch(`${url}/konsultime/bregas-2026-1`)).text()
  const path = /\/konsultime\/bregas-2026-1\/neni\/[0-9a-f-]{36}/.exec(page)?.[0]
  if (!path) throw new Error('The demonstration consultation has no article')
  return path
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  if (address === null || typeof address === 'string') throw new Error('No port')
  return address.port
}
