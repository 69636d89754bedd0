import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { build } from 'esbuild'
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { openDatabase } from '#platform/db/database.ts'
import { ChangeStreams } from '#platform/live/change-streams.ts'
import { silentLog } from '#platform/logs/logger.ts'
import { testDatabase } from '#test/database.ts'
import { testWeb } from '#test/web.ts'
import { givenCouncil, type GivenCouncil } from '../people/testing.ts'
import { anyMeeting } from '../sitting/sitting-chance-testing.ts'
import { replay } from '../sitting/sitting-rules.ts'
import { councilUrls } from '../urls.ts'
import { aVote, givenSitting } from './testing.ts'
import { liveUrls } from './urls.ts'

const db = await testDatabase()
const web = testWeb(db)
const { services } = web
let council: GivenCouncil
beforeAll(async () => {
  council = await givenCouncil(services, { members: 7, seats: 7 })
})

const ids = () => council.members.map(({ id }) => id)

/** A meeting in which the roll was called, with an item of everybody's and one that will be closed. */
async function sitting() {
  const items = [{ title: 'Tarifat e tregut' }, { title: 'Padia e Filan Fistekut' }]
  const given = await givenSitting(services, { council, items })
  const [open = '', secret = ''] = given.items
  return { ...given, open, secret }
}

const words = async (path: string): Promise<string> => {
  const answer = await web.get(path)
  expect(answer.status).toBe(200)
  return answer.text()
}

describe('a meeting followed from outside', () => {
  it('tells what is going on now and what happened, newest first, and sends the part only where it has changed', async () => {
    const { meeting, open, record } = await sitting()
    const { slug } = meeting
    const [speaker] = council.members
    await record(
      { kind: 'item-opened', body: { item: open } },
      ...aVote({ item: open, question: 'Të miratohen tarifat?', yes: 5, no: 1 }).events,
      { kind: 'speaker-called', body: { speech: randomUUID(), person: speaker?.id ?? '', name: null, minutes: 5 } },
    )
    const page = await words(councilUrls.live(slug))
    expect(page).toContain('Tarifat e tregut')
    expect(page).toContain('5 për, 1 kundër')
    expect(page).toMatch(new RegExp(`<strong>${speaker?.name}</strong>`))
    expect(page).toContain('6 nga 7 anëtarë')
    expect(page.indexOf('Të miratohen tarifat?')).toBeLessThan(page.lastIndexOf('U hap mbledhja'))
    expect(await words(councilUrls.screen(slug))).toContain('data-ends=')
    expect(await words(`/en${councilUrls.live(slug)}`)).toContain('Item under discussion')
    const part = await web.get(liveUrls.part(slug))
    const etag = part.headers.get('etag') ?? ''
    expect((await web.get(liveUrls.part(slug), { headers: { 'if-none-match': etag } })).status).toBe(304)
    await record({ kind: 'item-closed', body: { item: open, outcome: 'done', reason: null, to: null } })
    expect((await web.get(liveUrls.part(slug), { headers: { 'if-none-match': etag } })).status).toBe(200)
    expect((await web.get(councilUrls.live('asgje'))).status).toBe(404)
    expect((await web.get(liveUrls.stream('asgje'))).status).toBe(404)
  })

  it('shows of what is behind closed doors that it is, who asked and why, and the numbers, then and afterwards', async () => {
    const { meeting, secret, record } = await sitting()
    const shut = aVote({ item: null, question: 'Të mbyllen dyert?', stage: 'closing-doors', yes: 6 })
    await record(
      ...shut.events,
      { kind: 'item-opened', body: { item: secret } },
      {
        kind: 'doors-closed',
        body: {
          item: secret,
          askedBy: 'Kryetari i bashkisë',
          vote: shut.id,
          reason: 'Të dhëna personale',
          publicTitle: 'Një çështje gjyqësore',
        },
      },
    )
    const motion = { motion: randomUUID(), item: secret, motionKind: 'procedural', article: null } as const
    await record(
      { kind: 'motion-moved', body: { ...motion, words: 'Fshehtësi e madhe', person: ids()[1] ?? '', mover: null } },
      { kind: 'noted', body: { words: 'Fshehtësi e shënuar' } },
      ...aVote({ item: secret, question: 'Fshehtësi që votohet', yes: 4, no: 2 }).events,
      {
        kind: 'speaker-called',
        body: { speech: randomUUID(), person: null, name: 'Dëshmitar Fshehtësie', minutes: 3 },
      },
    )
    const paths = [councilUrls.live, liveUrls.part, councilUrls.screen, liveUrls.screenPart]
    const hidden = async () => {
      const all = await Promise.all(paths.flatMap((path) => ['', '/en'].map((en) => words(en + path(meeting.slug)))))
      for (const one of all) {
        expect(one).not.toMatch(/Fistek|Fshehtësi|Dëshmitar/)
        expect(one).toContain('4')
      }
      return all[0] ?? ''
    }
    const during = await hidden()
    expect(during).toContain('Dyert janë mbyllur që nga ora')
    expect(during).toContain('Kryetari i bashkisë')
    expect(during).toContain('Një çështje gjyqësore')
    await record({ kind: 'item-closed', body: { item: secret, outcome: 'done', reason: 'Fshehtësi', to: null } })
    const after = await hidden()
    expect(after).toContain('4 për, 2 kundër')
    expect(after).not.toContain('Dyert janë mbyllur që nga ora')
  })
})

async function nextMessage(
  reader: ReadableStreamDefaultReader<Uint8Array>,
  wanted: string,
  ms = 5000,
): Promise<string> {
  const decoder = new TextDecoder()
  let seen = ''
  const limit = performance.now() + ms
  while (!seen.includes(wanted) && performance.now() < limit) {
    const part = await Promise.race([reader.read(), pause(ms).then(() => null)])
    if (!part || part.done) break
    seen += decoder.decode(part.value)
  }
  return seen
}

describe('the stream of a meeting', () => {
  it('wakes whoever listens, in every process, and says nothing of what happened', async () => {
    const { meeting, open, record } = await sitting()
    const second = openDatabase(db.url, { max: 3 })
    const other = testWeb(Object.assign(second, { url: db.url }))
    try {
      const answers = [await web.get(liveUrls.stream(meeting.slug)), await other.get(liveUrls.stream(meeting.slug))]
      expect(answers.map(({ headers }) => headers.get('content-type'))).toEqual(
        Array.from({ length: 2 }, () => 'text/event-stream; charset=utf-8'),
      )
      expect(answers[0]?.headers.get('content-encoding')).toBeNull()
      const readers = answers.flatMap(({ body }) => (body ? [body.getReader()] : []))
      // Once each has begun to listen.
      for (const reader of readers) expect(await nextMessage(reader, 'event: change')).toContain('retry:')
      await record({ kind: 'item-opened', body: { item: open } })
      for (const reader of readers)
        expect(await nextMessage(reader, 'event: change')).toBe('event: change\ndata: 1\n\n')
      await Promise.all(readers.map((reader) => reader.cancel()))
    } finally {
      await second.end()
    }
  })

  const deaf = { listen: () => Promise.resolve({ end: () => Promise.resolve() }) }

  it('refuses politely whoever comes when it is full, and takes the next when somebody leaves', async () => {
    const statesOf = () => Promise.resolve(new Map<string, string>())
    const limits = { all: 3, perKey: 2, perAddress: 2 }
    const streams = new ChangeStreams({ ...deaf, statesOf }, silentLog, { limits })
    const first = streams.stream('a', '1')
    expect(streams.stream('a', '2')).not.toBeNull()
    expect(streams.stream('a', '3')).toBeNull()
    expect(streams.stream('b', '1')).not.toBeNull()
    expect(streams.stream('b', '4')).toBeNull()
    await first?.body?.cancel()
    expect(streams.open).toBe(2)
    expect(streams.stream('b', '4')).not.toBeNull()
    streams.endAll()
    expect(streams.open).toBe(0)
  })

  it('notices by itself what nobody told, and ends where the database is gone or the process stops', async () => {
    let state = '1'
    let gone = false
    const statesOf = async (keys: readonly string[]) => {
      if (gone) throw new Error('gone')
      return Promise.resolve(new Map(keys.map((key) => [key, state])))
    }
    const times = { beatMs: 20, gatherMs: 5 }
    const streams = new ChangeStreams({ ...deaf, statesOf }, silentLog, { times })
    const reader = streams.stream('a', '1')?.body?.getReader()
    if (!reader) throw new Error('no stream')
    expect(await nextMessage(reader, 'still here')).not.toContain('change')
    await pause(60)
    state = '2'
    expect(await nextMessage(reader, 'event: change')).toContain('event: change')
    gone = true
    await expect.poll(() => streams.open).toBe(0)
    gone = false
    const stopping = new AbortController()
    streams.stream('a', '1', stopping.signal)
    expect(streams.open).toBe(1)
    stopping.abort()
    expect(streams.open).toBe(0)
    expect(streams.stream('a', '1', stopping.signal)).toBeNull()
  })
})

describe('the rules in the browser', () => {
  it('give the same meeting as on the server, whatever happens in it', async () => {
    const entry = "export { replay } from '#modules/council/sitting/sitting-rules.ts'"
    const { outputFiles } = await build({
      stdin: { contents: entry, resolveDir: process.cwd(), loader: 'ts' },
      bundle: true,
      minify: true,
      format: 'esm',
      platform: 'browser',
      target: ['es2020'],
      write: false,
    })
    const bundle = (await import(
      `data:text/javascript;base64,${Buffer.from(outputFiles[0]?.contents ?? []).toString('base64')}`
    )) as { replay: typeof replay }
    fc.assert(
      fc.property(anyMeeting, ({ setup, events }) => {
        expect(bundle.replay(setup, events)).toEqual(replay(setup, events))
      }),
      { numRuns: 60 },
    )
  })
})
