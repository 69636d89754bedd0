import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { everyDoor as doors } from '#test/doors.ts'
import { testDatabase } from '#test/database.ts'
import { testWeb } from '#test/web.ts'
import { takeDown } from '#platform/takedowns/take-down.ts'
import { givenAnswer } from '../answers/answer-testing.ts'
import { adoptPlannedAct } from '../year/move-planned-act.ts'
import { givenPlannedAct } from '../year/year-testing.ts'
import { enteredConsultations, givenComment, givenConsultation, givenDraft, officialWith } from '../testing.ts'
import { textsIn } from '../texts.ts'
import { registerUrls } from './urls.ts'

const db = await testDatabase()
const web = testWeb(db)
const { services } = web
const t = textsIn('sq')
const read = async (path: string) => (await web.get(path)).text()
const list = registerUrls.list()
const dataOf = async (query = '') => JSON.parse(await read(registerUrls.file('json') + query)) as Data[]
type Data = {
  id: string
  number: string
  title: string
  url: string
  to_answer: number
  answered: number
  comments: number
}

const open = await givenConsultation(services, { title: 'Rregullore për tregun e hapur', basisRule: null })
const closed = await givenConsultation(services, {
  title: 'Tarifat e parkimit',
  actKind: 'fees',
  opens: -60,
  closes: -20,
})
const announced = await givenConsultation(services, {
  title: 'Strategjia e rinisë',
  actKind: 'strategy',
  opens: 5,
  closes: 40,
})
const kosovar = await givenConsultation(services, { institution: 'provas', title: 'Rregullore e ujit në komunë' })
const draft = await givenDraft(services, { title: 'Projekt i fshehtë ende i papublikuar' })
const gone = await givenConsultation(services, { title: 'Projekt i hequr nga publiku' })
const cancelled = await givenConsultation(services, { title: 'Rregullore e anuluar për trotuaret' })
const comments = [
  await givenComment(services, open),
  await givenComment(services, open),
  await givenComment(services, open),
]
await givenAnswer(services, open, comments.slice(0, 2))

await enteredConsultations(
  services,
  (tx) => tx<{ id: string }[]>`
    update consultations.consultations set state = 'cancelled', cancelled_at = ${services.clock.now()},
           cancel_reason = 'U tërhoq nga programi i këshillit.' where id = ${cancelled.id} returning id`,
)
await enteredConsultations(
  services,
  (tx) => tx<{ id: string }[]>`
    update consultations.consultations set concluded_at = ${services.clock.now()} where id = ${closed.id} returning id`,
)
const administrator = await officialWith(services, ['administrator', 'prova'])
const taken = await takeDown(services, doors, administrator, {
  submissionId: randomUUID(),
  subject: `consultations.consultation:${gone.id}`,
  ground: 'court-order',
  note: null,
})

const PUBLIC = [open, closed, announced, kosovar, cancelled]
const SECRET = [draft.form.title, gone.form.title]
const FILES = ['json', 'csv', 'atom', 'ics', 'xlsx']

describe('the register of drafts and consultations', () => {
  it('has a row for each public consultation, cancelled ones too, with number, state, window, comments and answers', async () => {
    const page = await read(list)
    for (const { form } of PUBLIC) expect(page).toContain(form.title)
    expect(page).toContain(t.register.states.open)
    expect(page).toContain(t.register.states.concluded)
    expect(page).toContain(t.register.states.announced)
    expect(page).toContain('U tërhoq nga programi i këshillit.')
    expect(page).toContain(t.register.answeredOf('2', '3', '66'))
    expect(page).toContain(t.register.count('5', false))
  })

  it('tells why a number has no row, without a word of what stood there', async () => {
    expect(taken.kind).toBe('taken-down')
    const page = await read(list)
    const number = gone.slug.replace('prova-2026-', '') + '/2026'
    expect(page).toContain(t.register.gapsTitle)
    expect(page).toContain(number)
  })

  it('never has a draft or what was taken down in any byte, in any form', async () => {
    for (const path of [list, `/en${list}`, `${list}?q=projekt`, ...FILES.map(registerUrls.file)]) {
      const body = await read(path)
      for (const words of [...SECRET, draft.id]) expect(body, path).not.toContain(words)
    }
    expect((await dataOf()).map(({ id }) => id)).not.toContain(gone.id)
  })

  it('is narrowed by institution, country, year, kind, state, words, number, report and basis', async () => {
    const titlesOf = async (query: string) => (await dataOf(query)).map(({ title }) => title)
    expect(await titlesOf('?institucioni=provas')).toEqual([kosovar.form.title])
    expect(await titlesOf('?shteti=XK')).toEqual([kosovar.form.title])
    expect(await titlesOf('?viti=2026')).toHaveLength(5)
    expect(await titlesOf('?viti=2019')).toEqual([])
    expect(await titlesOf('?lloji=fees')).toEqual([closed.form.title])
    expect(await titlesOf('?gjendja=announced')).toEqual([announced.form.title])
    expect(await titlesOf('?gjendja=concluded')).toEqual([closed.form.title])
    expect(await titlesOf('?gjendja=cancelled')).toEqual([cancelled.form.title])
    expect(await titlesOf('?gjendja=closed')).toEqual([])
    expect((await titlesOf('?gjendja=open')).toSorted()).toEqual([open.form.title, kosovar.form.title].toSorted())
    expect(await titlesOf('?q=PARKIMIT')).toEqual([closed.form.title])
    expect(await titlesOf('?q=1/2026&institucioni=prova')).toEqual([open.form.title])
    expect(await titlesOf('?raporti=po')).toEqual([])
    expect(await titlesOf('?raporti=jo')).toHaveLength(5)
    expect(await titlesOf('?baza=other')).toHaveLength(5)
    expect(await titlesOf('?baza=AL-CONS-NOTICE')).toEqual([])
  })

  it('says so where nothing fits, and is not found for an institution that is not there', async () => {
    expect(await read(`${list}?viti=2019`)).toContain(t.register.empty)
    expect((await web.get(`${list}?institucioni=askund`)).status).toBe(404)
    expect((await web.get(`${registerUrls.file('csv')}?institucioni=askund`)).status).toBe(404)
    expect((await web.get(`${list}?viti=abc&lloji=x&gjendja=x&fusha=x&vendi=x&pas=x&para=9.x&renditja=x`)).status).toBe(
      200,
    )
    expect((await web.get(`${list}?renditja=mbyllja&pas=99999999.${open.id}`)).status).toBe(200)
  })

  it('is ordered by closing day and by number, and what runs by what closes soonest', async () => {
    const byClosing = (await dataOf('?renditja=mbyllja')).map(({ id }) => id)
    expect(byClosing[0]).toBe(announced.id)
    expect(byClosing.at(-1)).toBe(closed.id)
    const numbers = (await dataOf('?renditja=numri&institucioni=prova')).map(({ number }) =>
      Number.parseInt(number, 10),
    )
    expect(numbers).toEqual(numbers.toSorted((one, other) => other - one))
    const running = await dataOf('?gjendja=open&renditja=mbyllja')
    expect(running).toHaveLength(2)
  })

  it('gives in every file the rows of the page, and answers counted as there', async () => {
    const data = await dataOf('?gjendja=open&institucioni=prova')
    expect(data).toMatchObject([{ id: open.id, comments: 3, to_answer: 3, answered: 2 }])
    const csv = await read(registerUrls.file('csv'))
    expect(csv.trimEnd().split('\r\n')).toHaveLength(6)
    const hrefs = [...(await read(list)).matchAll(/<td[^>]*><a href="(\/konsultime\/[a-z0-9-]+)"/g)].map(
      ([, href]) => href,
    )
    expect((await dataOf()).map(({ url }) => new URL(url).pathname)).toEqual(hrefs)
    expect(csv).toContain('to_answer')
  })

  it('is followed by a feed and a calendar of the same selection', async () => {
    const feed = await read(`${registerUrls.file('atom')}?lloji=fees`)
    expect(feed).toContain(closed.form.title)
    expect(feed).not.toContain(open.form.title)
    expect(feed.match(/<entry>/g)).toHaveLength(1)
    const calendar = await web.get(registerUrls.file('ics'))
    expect(calendar.headers.get('content-type')).toContain('text/calendar')
    const body = await calendar.text()
    expect(body.match(/BEGIN:VEVENT/g)).toHaveLength(5)
    expect(body).toContain('STATUS:CANCELLED')
  })

  it('is cached for a moment, and known again', async () => {
    const answer = await web.get(list)
    expect(answer.headers.get('cache-control')).toBe('public, max-age=0, s-maxage=30')
    const etag = answer.headers.get('etag') ?? ''
    expect((await web.get(list, { headers: { 'if-none-match': etag } })).status).toBe(304)
  })

  it('is reached from an institution', async () => {
    const answer = await web.get(registerUrls.ofInstitution('prova'))
    expect(answer.status).toBe(303)
    expect(answer.headers.get('location')).toBe(`${list}?institucioni=prova`)
  })

  it('names the act that was adopted, once the yearly plan tells it', async () => {
    const act = await givenPlannedAct(services, {
      institution: 'prova',
      year: 2026,
      published: true,
      consultation: closed.id,
    })
    expect((await dataOf('?lloji=fees'))[0]).toMatchObject({ adopted_on: null })
    const deed = { on: '2026-11-20', reference: 'VKB nr. 41' }
    expect(await adoptPlannedAct(services, act.official, act.id, deed)).toMatchObject({ kind: 'moved' })
    expect((await dataOf('?lloji=fees'))[0]).toMatchObject({
      adopted_on: '2026-11-20',
      adopted_reference: 'VKB nr. 41',
    })
    expect(await read(list)).toContain(t.register.adopted('VKB nr. 41', '20 nëntor 2026'))
  })
})

describe('the pages of the register', () => {
  it('hold each row once, forth and back, while new ones come', async () => {
    for (let n = 1; n <= 30; n++) await givenConsultation(services, { title: `Rregullore numër ${n}` })
    const seen: string[] = []
    let path: string | null = `${list}?renditja=numri`
    let last = ''
    while (path !== null) {
      const page = await read(path)
      seen.push(...[...page.matchAll(/<td[^>]*><a href="\/konsultime\/([a-z0-9-]+)"/g)].map(([, slug]) => slug ?? ''))
      last = path
      path = /rel="next"[^>]*>/.test(page) ? hrefOf(page, 'next') : null
      if (seen.length === 25) await givenConsultation(services, { title: 'Rregullore e re ndërkohë' })
    }
    expect(new Set(seen).size).toBe(seen.length)
    const back = hrefOf(await read(last), 'prev') ?? ''
    const before = await read(back)
    expect(seen.slice(0, 25).every((slug) => before.includes(`/konsultime/${slug}"`))).toBe(true)
  })
})

function hrefOf(page: string, rel: 'next' | 'prev'): string | null {
  const tag = [...page.matchAll(/<a [^>]*>/g)].map(([one]) => one).find((one) => one.includes(`rel="${rel}"`))
  return /href="([^"]+)"/.exec(tag ?? '')?.[1]?.replaceAll('&amp;', '&') ?? null
}
