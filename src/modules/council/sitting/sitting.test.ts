import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { testDatabase } from '#test/database.ts'
import { testWeb } from '#test/web.ts'
import { givenMeeting } from '../convening/testing.ts'
import { givenCouncil, type GivenCouncil } from '../people/testing.ts'
import { recordEvents } from './record-events.ts'
import type { SittingEvent, SittingEventBody } from './sitting-event-rules.ts'
import { viewSitting } from './sitting-setup-view.ts'
import { sittingUrls as urls } from './urls.ts'

const db = await testDatabase()
const web = testWeb(db)
const { services } = web

const SECRETARY = {
  email: 'sekretari@prova.example',
  name: 'Lule Prove',
  roles: [{ role: 'council-secretary', institution: 'prova' }],
} as const
const OTHER = { ...SECRETARY, email: 'ndihmes@prova.example', name: 'Arta Prove' } as const

let council: GivenCouncil
let cookie = ''
let other = ''
beforeAll(async () => {
  council = await givenCouncil(services, { members: 7, seats: 7 })
  cookie = await web.signedInAs(SECRETARY)
  other = await web.signedInAs(OTHER)
})

const meetingOf = (items = 2) => givenMeeting(services, { bodyId: council.bodyId, inDays: 0, items })
const ids = () => council.members.map(({ id }) => id)

/** Ten minutes ago, a minute apart. */
const event = (minute: number, body: SittingEventBody): SittingEvent => ({
  ...body,
  id: randomUUID(),
  at: new Date(services.clock.now().getTime() - 600_000 + minute * 60_000).toISOString(),
})
const opened = (): SittingEvent[] => [
  event(0, { kind: 'opened', body: { chair: ids()[0] ?? null } }),
  event(1, { kind: 'roll-called', body: { present: ids().slice(0, 5), remote: [], excused: ids().slice(5, 6) } }),
]
const HALF = { of: 'all-members', numerator: 1, denominator: 2, strict: true, id: null, basis: 'Neni 1' } as const
const vote = (minute: number, item: string, changes: object = {}, named: object = {}): SittingEvent[] => {
  const id = randomUUID()
  const asked = { vote: id, item, motion: null, stage: 'as-a-whole', article: null, method: 'by-name' } as const
  const ballots = {
    ...Object.fromEntries(
      ids()
        .slice(0, 4)
        .map((one) => [one, 'for']),
    ),
    ...named,
  }
  const question = 'A miratohet fjala e fshehtë?'
  return [
    event(minute, {
      kind: 'vote-opened',
      body: { ...asked, question, majority: HALF, ...changes },
    }),
    event(minute, { kind: 'vote-taken', body: { vote: id, ballots, counts: null } } as SittingEventBody),
  ]
}
const send = (meetingId: string, events: readonly SittingEvent[], pen: number | null = null) =>
  recordEvents(services, 'command-line', meetingId, { pen, device: null, events })
const agendaOf = async (meetingId: string) =>
  db<{ id: string; state: string; result: string | null }[]>`
    select id, state, result from council.agenda_items where meeting_id = ${meetingId} order by ordinal`
const firstItem = async (meetingId: string) => (await agendaOf(meetingId))[0]?.id ?? ''

const json = (path: string, value: unknown, as = cookie) =>
  web.app.request(`http://127.0.0.1:3000${path}`, {
    method: 'POST',
    body: JSON.stringify(value),
    headers: { cookie: as, origin: 'http://kuvend.test', 'content-type': 'application/json' },
  })

describe('what happened in a meeting', () => {
  it('becomes presence, votes, ballots and the result of the item, and its state', async () => {
    const { id } = await meetingOf()
    const item = await firstItem(id)
    const events = [
      ...opened(),
      event(2, { kind: 'item-opened', body: { item } }),
      ...vote(3, item, {}, { [ids()[4] ?? '']: 'against' }),
    ]
    const recorded = await send(id, events)
    expect(recorded).toMatchObject({
      kind: 'recorded',
      ordinal: 5,
      results: events.map(() => ({ outcome: 'applied' })),
    })
    expect(
      await db`select state, count(*)::int as n from council.attendances where meeting_id = ${id} group by state order by state`,
    ).toEqual([
      { state: 'absent', n: 1 },
      { state: 'excused', n: 1 },
      { state: 'present', n: 5 },
    ])
    expect(
      await db`select result, votes_for, votes_against, needed, entitled from council.votes where meeting_id = ${id}`,
    ).toEqual([{ result: 'adopted', votesFor: 4, votesAgainst: 1, needed: 4, entitled: 5 }])
    expect((await agendaOf(id))[0]).toMatchObject({ state: 'open', result: 'Miratuar: 4 për, 1 kundër, 0 abstenime' })
    expect(await db`select state from council.meetings where id = ${id}`).toEqual([{ state: 'under-way' }])
    const shown =
      await db`select title, jsonb_array_length(ballots) as ballots from council.published_votes where meeting_id = ${id}`
    expect(shown).toEqual([{ title: 'A miratohet fjala e fshehtë?', ballots: 5 }])
  })

  it('counts once, however often it is sent', async () => {
    const { id } = await meetingOf()
    const events = opened()
    await send(id, events)
    const again = await send(id, [...events, event(2, { kind: 'noted', body: { words: 'Një shënim' } })])
    expect(again).toMatchObject({ results: [{ outcome: 'already' }, { outcome: 'already' }, { outcome: 'applied' }] })
    expect(await db`select ordinal from council.sitting_events where meeting_id = ${id} order by ordinal`).toHaveLength(
      3,
    )
  })

  it('writes over nothing of another meeting, names nobody of a secret vote, and no words stop it', async () => {
    const [{ id: one }, { id: other }] = [await meetingOf(), await meetingOf()]
    const [item, place] = [await firstItem(one), await firstItem(other)]
    const [asked, counted] = vote(3, item) as [SittingEvent, SittingEvent]
    await send(one, [...opened(), event(2, { kind: 'item-opened', body: { item } }), asked, counted])
    const named = (asked.body as { vote: string }).vote
    const against = Object.fromEntries(ids().map((person) => [person, 'against']))
    const secret = vote(5, place, { method: 'secret' })
    const words = event(6, { kind: 'noted', body: { words: 'Fjalë \ud800 e prerë' } })
    const sent = [
      ...opened(),
      event(2, { kind: 'item-opened', body: { item: place } }),
      event(3, { ...asked, body: { ...asked.body, item: place } } as SittingEventBody),
      event(3, {
        kind: 'vote-taken',
        body: { vote: named, ballots: against as Record<string, 'against'>, counts: null },
      }),
      event(4, { kind: 'item-added', body: { item, title: 'E vjedhur', itemKind: 'act', actKind: null } }),
      event(4, { kind: 'item-closed', body: { item: place, outcome: 'sent-back', reason: null, to: randomUUID() } }),
      ...secret,
      words,
    ]
    const answer = await json(urls.events(other), { pen: null, device: randomUUID(), events: sent })
    const { results } = (await answer.json()) as { results: { refusal: string | null }[] }
    const refusals = results.slice(3).map(({ refusal }) => refusal)
    const strange = ['no-such-vote', 'vote-not-open', 'no-such-item', 'no-such-item']
    expect(refusals).toEqual([...strange, null, 'not-entitled', null])
    const ballots = await db`select distinct choice from council.ballots where vote_id = ${named}`
    expect(ballots).toEqual([{ choice: 'for' }, { choice: 'not-voting' }].slice(0, ballots.length))
    expect(await db`select title from council.agenda_items where id = ${item}`).not.toEqual([{ title: 'E vjedhur' }])
  })

  it('that does not fit is kept and waits, and nothing of it counts', async () => {
    const { id } = await meetingOf()
    const item = await firstItem(id)
    const [first, second] = ids()
    const left = [first, second].map((person) => event(2, { kind: 'left', body: { person: person ?? '' } }))
    const recorded = await send(id, [
      ...opened(),
      ...left,
      event(3, { kind: 'item-opened', body: { item } }),
      ...vote(4, item),
    ])
    const outcomes = recorded.kind === 'recorded' ? recorded.results.map(({ refusal }) => refusal) : []
    expect(outcomes).toEqual([null, null, null, null, null, 'no-quorum', 'vote-not-open'])
    expect(await db`select id from council.votes where meeting_id = ${id}`).toEqual([])
    expect(await db`select id from council.published_sitting_events where meeting_id = ${id}`).toHaveLength(5)
  })

  it('may be corrected: all is reckoned anew and the trace stays; what rests on it protects it', async () => {
    const { id } = await meetingOf()
    const item = await firstItem(id)
    const late = event(2, { kind: 'arrived', body: { person: ids()[6] ?? '', remote: true } })
    const events = [...opened(), late, event(3, { kind: 'item-opened', body: { item } }), ...vote(4, item)]
    await send(id, events)
    const correct = (target: SittingEvent | undefined) =>
      send(id, [
        event(9, { kind: 'corrected', body: { event: target?.id ?? '', instead: null, reason: 'Nuk ishte kështu' } }),
      ])
    expect(await correct(events[3])).toMatchObject({ results: [{ refusal: 'breaks-what-follows' }] })
    expect(await correct(late)).toMatchObject({ results: [{ outcome: 'applied' }] })
    expect(await db`select entitled, not_voting from council.votes where meeting_id = ${id}`).toEqual([
      { entitled: 5, notVoting: 1 },
    ])
    const traces =
      await db`select state from council.published_sitting_events where meeting_id = ${id} order by ordinal`
    expect(traces.map(({ state }) => state as string)).toEqual([
      'stands',
      'stands',
      'struck',
      'stands',
      'stands',
      'stands',
      'stands',
    ])
  })

  it('behind closed doors shows the public counts and result, no words and no names', async () => {
    const { id } = await meetingOf()
    const item = await firstItem(id)
    const closing = vote(2, item, { stage: 'closing-doors', question: 'Të mbyllen dyert për fjalën e fshehtë?' })
    const doors = event(3, {
      kind: 'doors-closed',
      body: {
        item,
        askedBy: 'Kryetari',
        vote: closing[0]?.kind === 'vote-opened' ? closing[0].body.vote : '',
        reason: 'Të dhëna vetjake',
        publicTitle: 'Një çështje vetjake',
      },
    })
    const inside = [
      event(4, { kind: 'item-opened', body: { item } }),
      event(5, {
        kind: 'speaker-called',
        body: { speech: randomUUID(), person: ids()[1] ?? '', name: null, minutes: 5 },
      }),
      event(6, { kind: 'noted', body: { words: 'Fjala e fshehtë' } }),
      ...vote(7, item),
      event(8, { kind: 'item-closed', body: { item, outcome: 'done', reason: 'Fjala e fshehtë', to: null } }),
    ]
    const recorded = await send(id, [...opened(), ...closing, doors, ...inside])
    expect(recorded.kind === 'recorded' && recorded.results.every(({ outcome }) => outcome === 'applied')).toBe(true)
    const [events, votes] = [
      await db`select * from council.published_sitting_events where meeting_id = ${id}`,
      await db`select * from council.published_votes where meeting_id = ${id} order by ordinal`,
    ]
    const entries =
      await db`select record from (select to_jsonb(one) as record from council.published_agenda_items as one where one.meeting_id = ${id}) as shown`
    expect(JSON.stringify([events, votes, entries])).not.toContain('fshehtë')
    expect(
      votes.map(({ ballots, votesFor, closed }) => [ballots === null, votesFor as number, closed as boolean]),
    ).toEqual([
      [false, 4, false],
      [true, 4, true],
    ])
    expect(JSON.stringify(events.filter(({ eventKind }) => eventKind === 'vote-taken'))).not.toContain(ids()[0])
  })

  it('is refused by the database where more are counted than were there, or somebody who was not', async () => {
    const { id } = await meetingOf()
    const item = await firstItem(id)
    await send(id, [...opened(), event(2, { kind: 'item-opened', body: { item } }), ...vote(3, item)])
    await expect(db`update council.votes set votes_for = 9 where meeting_id = ${id}`).rejects.toThrow(
      'vote_counts_who_was_there',
    )
    await expect(
      db`update council.votes set present = 3, entitled = 3, votes_for = 3, not_voting = 0 where meeting_id = ${id}`,
    ).rejects.toThrow('vote_had_quorum')
    await expect(db`
      insert into council.ballots (institution_id, vote_id, person_id, choice)
      select institution_id, id, ${ids()[6] ?? ''}, 'for' from council.votes where meeting_id = ${id}`).rejects.toThrow(
      /not there|without an entry/,
    )
    await expect(db`update council.sitting_events set body = '{}' where meeting_id = ${id}`).rejects.toThrow(
      'stays in its record',
    )
  })
})

describe('the pen', () => {
  it('is taken by one button, and what the one before still sends waits for a decision', async () => {
    const { id } = await meetingOf()
    const take = async (as: string) =>
      (await json(urls.pen(id), { device: randomUUID() }, as)).json() as Promise<{ pen: { number: number } }>
    expect((await take(cookie)).pen).toMatchObject({ number: 1, mine: true })
    const write = (events: SittingEvent[], pen: number, as: string) =>
      json(urls.events(id), { pen, device: randomUUID(), events }, as)
    expect((await write(opened(), 1, cookie)).status).toBe(200)
    expect((await take(other)).pen.number).toBe(2)
    const late = event(3, { kind: 'noted', body: { words: 'E shkruar pa rrjet' } })
    expect(await (await write([late], 1, cookie)).json()).toMatchObject({
      results: [{ outcome: 'set-aside', refusal: 'pen-elsewhere' }],
    })
    const page = await (await web.get(urls.page(id), { cookie })).text()
    expect(page).toContain('Penën e ka Arta Prove')
    expect(page).toContain('E shkruar pa rrjet')
    const decide = { event: late.id, decision: 'enter', dergesa: randomUUID() }
    for (let n = 0; n < 2; n += 1) expect((await web.post(urls.settle(id), decide, { cookie })).status).toBe(303)
    expect((await viewSitting(services, id))?.state.notes.map(({ words }) => words)).toEqual(['E shkruar pa rrjet'])
    expect(await db`select state from council.sitting_events where event_id = ${late.id}`).toEqual([
      { state: 'entered' },
    ])
  })

  it('a program that sends what is no event is told which, and nothing is kept', async () => {
    const { id } = await meetingOf()
    const events = [...opened(), { id: randomUUID(), at: 'nesër', kind: 'left', body: {} }]
    const answer = await json(urls.events(id), { pen: null, device: randomUUID(), events })
    expect([answer.status, await answer.json()]).toEqual([422, { error: 'unreadable', at: 2 }])
    expect(await db`select id from council.sitting_events where meeting_id = ${id}`).toEqual([])
    expect(await (await web.get(urls.state(id), { cookie })).json()).toMatchObject({
      version: 0,
      pen: null,
      events: [],
    })
  })
})

describe('the page of the meeting, without script', () => {
  const post = (id: string, fields: Record<string, string>) =>
    web.post(urls.event(id), { dergesa: randomUUID(), pena: '', ...fields }, { cookie })
  const textOf = async (id: string) => (await web.get(urls.page(id), { cookie })).text()

  it('carries a whole meeting: opened, roll, item, vote by name, closed, from paper with its own hours', async () => {
    const { id } = await meetingOf(1)
    const item = await firstItem(id)
    const first = { dergesa: randomUUID(), lloji: 'opened', chair: ids()[0] ?? '', dita: '2026-11-22', ora: '09:00' }
    for (let n = 0; n < 2; n += 1) expect((await post(id, first)).status).toBe(303)
    expect((await post(id, { lloji: 'roll-called', all: 'present', dita: '2026-11-22', ora: '09:05' })).status).toBe(
      303,
    )
    expect(await textOf(id)).toContain('7 nga 7 anëtarë të pranishëm, duhen 4')
    expect((await post(id, { lloji: 'item-opened', item })).status).toBe(303)
    const vote = randomUUID()
    const asked = { lloji: 'vote-opened', vote, item, stage: 'as-a-whole', question: 'A miratohet?', method: 'by-name' }
    const without = await post(id, { ...asked, rule: 'default' })
    expect([without.status, (await without.text()).includes('A miratohet?')]).toEqual([422, true])
    const own = {
      rule: 'own',
      of: 'present',
      numerator: '1',
      denominator: '2',
      strict: 'po',
      basis: 'Neni 12 i rregullores',
    }
    expect((await post(id, { ...asked, ...own })).status).toBe(303)
    expect(await textOf(id)).toContain('Më shumë se gjysma e të pranishmëve')
    expect(await (await web.get(`${urls.page(id)}?parazgjedhja=for`, { cookie })).text()).toMatch(/value="for" checked/)
    const ballots = Object.fromEntries(ids().map((one, n) => [`ballot-${one}`, n === 0 ? 'against' : 'for']))
    expect((await post(id, { lloji: 'vote-taken', vote, ...ballots })).status).toBe(303)
    expect((await post(id, { lloji: 'item-closed', item, outcome: 'done' })).status).toBe(303)
    expect((await post(id, { lloji: 'closed' })).status).toBe(303)
    expect(await db`select state, opened_at from council.meetings where id = ${id}`).toEqual([
      { state: 'closed', openedAt: new Date('2026-11-22T08:00:00Z') },
    ])
    expect(await textOf(id)).toContain('U miratua')
  })

  it('says why something does not fit, keeps nothing of it, and gives back what was typed', async () => {
    const { id } = await meetingOf(1)
    const early = await post(id, { lloji: 'noted', words: 'Para hapjes' })
    expect([early.status, (await early.text()).includes('Mbledhja nuk është hapur ende.')]).toEqual([409, true])
    await send(id, opened())
    const empty = await post(id, {
      lloji: 'motion-moved',
      motion: randomUUID(),
      motionKind: 'procedural',
      words: '',
      mover: 'Komisioni i provës',
    })
    const page = await empty.text()
    expect([empty.status, page.includes('Komisioni i provës'), page.includes('motion-moved-words-error')]).toEqual([
      422,
      true,
      true,
    ])
    expect(await db`select id from council.sitting_events where meeting_id = ${id}`).toHaveLength(2)
  })

  it('gives blank sheets to print for the roll and each item', async () => {
    const { id } = await meetingOf(1)
    const answer = await web.get(urls.sheets(id, 'docx'), { cookie })
    expect([answer.status, answer.headers.get('content-type')?.includes('wordprocessingml')]).toEqual([200, true])
  })
})
