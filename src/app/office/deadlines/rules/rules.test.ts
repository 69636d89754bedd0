import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { noticeOrder, someRecord } from '#platform/deadlines/deadlines-testing.ts'
import { readRecomputeOrder, recomputeDeadlines } from '#platform/deadlines/recomputing/recompute-deadlines.ts'
import { startDeadline } from '#platform/deadlines/start-deadline.ts'
import { listTerms } from '#platform/deadlines/terms/term-queries.ts'
import { everyDoor } from '#test/doors.ts'
import { testDatabase } from '#test/database.ts'
import { people, type TestPerson } from '#test/people.ts'
import { testWeb } from '#test/web.ts'
import { rulesUrls as urls } from './rules-urls.ts'

const db = await testDatabase()
const web = testWeb(db)
const { services } = web
const idOf = async (slug: string) =>
  (await db<{ id: string }[]>`select id from platform.institutions where slug = ${slug}`)[0]?.id ?? ''
const [prova, provas] = [await idOf('prova'), await idOf('provas')]

const plain = (html: string) => html.replaceAll('&#39;', '’').replaceAll('&amp;', '&')
/** What stands on the page itself: a failing test need not print the frame. */
const main = (html: string) => html.slice(Math.max(html.indexOf('<main'), 0))
const as = async (person: TestPerson) => {
  const cookie = await web.signedInAs(person)
  const answered = async (response: Response) => ({
    status: response.status,
    to: response.headers.get('location') ?? '',
    html: main(plain(await response.text())),
  })
  return {
    get: async (path: string) => answered(await web.get(path, { cookie })),
    post: async (path: string, fields: Record<string, string>) => answered(await web.post(path, fields, { cookie })),
  }
}
const drita = await as(people.albanianAdministrator)
const ilir = await as(people.albanianCoordinator)
const arben = await as(people.kosovarAdministrator)
const besa = await as(people.operator)
const everybody = await as(people.auditor)

const BASIS = 'Ligji nr. 139/2015, neni 55, Fletorja Zyrtare nr. 249/2015'
const today = { 'nga-day': '22', 'nga-month': '11', 'nga-year': '2026' }
const decision = (more: Record<string, string> = {}) => ({
  institucioni: prova,
  qendron: '',
  dergesa: randomUUID(),
  baza: BASIS,
  ...today,
  ...more,
})

/** The jobs as the worker runs them. */
async function runJobs(): Promise<void> {
  const jobs = await db<{ payload: Record<string, string> }[]>`
    delete from graphile_worker._private_jobs as job using graphile_worker._private_tasks as task
    where task.id = job.task_id and task.identifier = 'deadlines.recompute' returning job.payload`
  for (const { payload } of jobs) await recomputeDeadlines(services, everyDoor, readRecomputeOrder(payload))
}

describe('the rules of an institution', () => {
  it('stand there whole, with what waits, and lead the administrator to the next', async () => {
    const { html } = await drita.get(urls.list())
    for (const id of ['AL-FOI-ANSWER', 'AL-LSG-PUBLISH', 'AL-LSG-CONSULT']) expect(html).toContain(`>${id}</span>`)
    expect(html).not.toContain('XK-FOI-ANSWER')
    expect(html).toContain('pret konfirmimin')
    expect(html).toMatch(/class="govuk-button"[^>]*>Konfirmoni rregullin AL-/)
    expect((await ilir.get(urls.list())).html).not.toContain('Konfirmoni rregullin AL-')
  })

  it('are narrowed by state and by words without diacritics, and say when none fits', async () => {
    const { html } = await drita.get(`${urls.list()}?gjendja=to-confirm`)
    expect(html).toContain('AL-LSG-PUBLISH')
    expect(html).not.toContain('>AL-FOI-ANSWER</span>')
    expect((await drita.get(`${urls.list()}?q=njoftimit+te+konsultimit`)).html).toContain('>AL-CONS-NOTICE</span>')
    expect((await drita.get(`${urls.list()}?q=zzzz`)).html).toContain('Asnjë rregull nuk i përgjigjet')
  })

  it('are those of the institution asked for, for who works in several', async () => {
    expect((await everybody.get(`${urls.list()}?institucioni=${provas}`)).html).toContain('>XK-FOI-ANSWER</span>')
    expect((await drita.get(`${urls.list()}?institucioni=${provas}`)).status).toBe(404)
    expect((await drita.get(urls.rule('XK-FOI-ANSWER'))).status).toBe(404)
  })
})

describe('confirming a rule', () => {
  it('makes it active here and public on its page', async () => {
    expect((await drita.get(urls.rule('AL-LSG-PUBLISH'))).html).toContain('Konfirmojeni rregullin')
    const sent = await drita.post(urls.confirm('AL-LSG-PUBLISH'), decision())
    expect([sent.status, sent.to]).toEqual([303, `${urls.ruleOf('AL-LSG-PUBLISH', prova)}&u=konfirmuar`])
    const { html } = await drita.get(sent.to)
    expect(html).toContain('Rregulli u konfirmua')
    expect(html).toContain(BASIS)
    const shown = plain(await (await web.get('/afatet/AL-LSG-PUBLISH')).text())
    expect(shown).toContain(BASIS)
    expect(shown).not.toContain(people.albanianAdministrator.name)
  })

  it('without a basis is not taken: the same page, all that was typed, nothing changed', async () => {
    const before = await listTerms(db, prova)
    const { status, html } = await drita.post(urls.confirm('AL-COURT'), decision({ baza: 'nj', 'nga-month': '13' }))
    expect(status).toBe(422)
    expect(html).toContain('Ka diçka për të ndrequr')
    expect(html).toContain('>nj</textarea>')
    expect(html).toContain('value="13"')
    expect(await listTerms(db, prova)).toEqual(before)
  })

  it('says so when somebody else did it meanwhile', async () => {
    const { status, html } = await drita.post(urls.confirm('AL-LSG-PUBLISH'), decision())
    expect(status).toBe(409)
    expect(html).toContain('Dikush tjetër e ndryshoi ndërkohë')
  })

  it('is refused over what the law settles, and to who does not administer the institution', async () => {
    expect((await drita.post(urls.confirm('AL-FOI-ANSWER'), decision())).status).toBe(422)
    expect((await ilir.post(urls.confirm('AL-COURT'), decision())).status).toBe(403)
    expect((await arben.post(urls.confirm('AL-COURT'), decision())).status).toBe(404)
    expect((await listTerms(db, prova)).map(({ ruleId }) => ruleId)).toEqual(['AL-LSG-PUBLISH'])
  })
})

describe('a term of the institution', () => {
  it('is set, shown with its day, and ended with a day and a reason', async () => {
    const sent = await drita.post(urls.set('AL-LSG-CONSULT'), decision({ numri: '20', njesia: 'wd' }))
    expect(sent.status).toBe(303)
    const { html } = await drita.get(sent.to)
    expect(html).toContain('20 ditë pune')
    expect(html).toContain('do të mbaronte më 24 dhjetor 2026')
    const termi = (await listTerms(db, prova)).find(({ ruleId }) => ruleId === 'AL-LSG-CONSULT')?.id ?? ''
    const end = { institucioni: prova, termi, 'deri-day': '31', 'deri-month': '12', 'deri-year': '2026' }
    expect((await drita.post(urls.end('AL-LSG-CONSULT'), { ...end, arsyeja: '' })).status).toBe(422)
    expect((await drita.post(urls.end('AL-LSG-CONSULT'), { ...end, arsyeja: 'Rregullore e re' })).status).toBe(303)
    expect((await drita.get(urls.rule('AL-LSG-CONSULT'))).html).toContain('31 dhjetor 2026')
  })

  it('asks how days are counted in Kosovo alone, and shows two dates while that is open', async () => {
    expect((await drita.get(urls.rule('AL-LSG-INITIATIVE'))).html).not.toContain('A numërohet dita e ngjarjes?')
    const rule = 'XK-CONS-MUN'
    expect((await arben.get(urls.rule(rule))).html).toContain('A numërohet dita e ngjarjes?')
    const fields = decision({ institucioni: provas, numri: '30', njesia: 'd' })
    const sent = await arben.post(urls.set(rule), fields)
    expect((await arben.get(sent.to)).html).toContain('burimet lejojnë dy lexime')
    const qendron = (await listTerms(db, provas))[0]?.id ?? ''
    const settled = { ...fields, qendron, dergesa: randomUUID(), 'dita-e-pare': 'excluded', 'dita-e-fundit': 'none' }
    expect((await arben.post(urls.set(rule), settled)).status).toBe(303)
    const { html } = await arben.get(urls.rule(rule))
    expect(html).not.toContain('burimet lejojnë dy lexime')
    expect(html).toContain('dita e ngjarjes nuk numërohet')
  })

  it('needs a number, a unit and a basis', async () => {
    const { status, html } = await drita.post(
      urls.set('AL-LSG-INITIATIVE'),
      decision({ numri: '0', njesia: 'javë', baza: '' }),
    )
    expect(status).toBe(422)
    for (const words of ['numër të plotë nga 1', 'Zgjidhni njësinë', 'ku mbështetet: të paktën'])
      expect(html).toContain(words)
  })
})

describe('the calendar', () => {
  const announcement = (more: Record<string, string> = {}) => ({
    shteti: 'AL',
    lloji: 'added',
    dergesa: randomUUID(),
    'dita-day': '2',
    'dita-month': '12',
    'dita-year': '2026',
    emri: 'Ditë zie',
    'emri-en': 'Day of mourning',
    burimi: 'VKM nr. 718, datë 20.11.2026, qbz.gov.al',
    ...more,
  })

  it('shows both countries, and points out the feasts that nobody has announced yet', async () => {
    expect((await drita.get(`${urls.calendar()}?viti=2027`)).html).toContain('datë e parashikuar')
    expect((await drita.get(urls.calendar())).html).not.toContain('brenda 60 ditëve')
    services.clock.set(new Date('2027-02-01T11:00:00Z'))
    const { html } = await (await as(people.operator)).get(urls.calendar())
    expect(html).toContain('Bajrami i Madh, Shqipëria: parashikohet më 9 mars 2027')
    expect(html).toContain('Shënoni datën e vërtetë')
    services.clock.set(new Date('2026-11-22T11:00:00Z'))
  })

  it('says what would move before anything is entered, and afterwards what moved', async () => {
    // What the terms above have asked for, so that the moves are the announcement's.
    await runJobs()
    const subject = someRecord()
    await db.begin((tx) => startDeadline(tx, services, noticeOrder(prova, subject)))
    const look = await besa.post(urls.announce(), announcement({ hapi: 'shiko' }))
    expect(look.status).toBe(200)
    expect(look.html).toContain(
      '1 afat i hapur do të zhvendosej në 1 institucion; më i hershmi nga data 24 dhjetor 2026 në datën 28 dhjetor 2026.',
    )
    expect(await db`select 1 from platform.calendar_changes`).toHaveLength(0)
    const sent = await besa.post(urls.announce(), announcement({ hapi: 'ruaj' }))
    expect(sent.status).toBe(303)
    expect((await besa.get(sent.to)).html).toContain('Afatet po rillogariten')
    await runJobs()
    const one = await drita.get(sent.to.split('?')[0] ?? '')
    expect(one.html).toContain('1 zhvendosje në 1 institucion.')
    const moves = await drita.get(urls.moves())
    expect(moves.html).toContain('U shpall ditë pushimi: 2 dhjetor 2026 (Ditë zie)')
    expect(moves.html).toContain('28 dhjetor 2026')
    expect((await drita.get(urls.movesCsv())).html).toContain('2026-12-24')
    // Whoever works elsewhere sees none of it.
    expect((await arben.get(urls.moves())).html).toContain('Asnjë afat nuk është zhvendosur')
    expect((await drita.get(`${urls.moves()}?shkaku=tjeter`)).html).toContain('Asnjë zhvendosje nuk i përgjigjet')
  })

  it('refuses what cannot be, in words, and keeps what was typed', async () => {
    const holiday = await besa.post(
      urls.announce(),
      announcement({ hapi: 'ruaj', 'dita-day': '8', emri: 'Një ditë tjetër' }),
    )
    expect(holiday.status).toBe(422)
    expect(holiday.html).toContain('Kjo ditë është tashmë pushim')
    expect(holiday.html).toContain('value="Një ditë tjetër"')
    const feast = announcement({ lloji: 'moved', festa: 'mother-teresa', 'dita-month': '10' })
    expect((await besa.post(urls.announce(), { ...feast, hapi: 'shiko' })).html).toContain('nuk ishte në kalendar')
  })

  it('is the operator’s alone to change', async () => {
    expect((await drita.post(urls.announce(), announcement({ hapi: 'ruaj' }))).status).toBe(403)
    expect((await everybody.post(urls.announce(), announcement({ hapi: 'ruaj' }))).status).toBe(403)
    expect((await drita.get(urls.announce())).status).toBe(403)
  })
})

describe('a closure that stops the clocks', () => {
  it('needs the act that says so, and moves what is open', async () => {
    const at = `/zyra/institucionet/${prova}/pushimet`
    const closure = { 'nga-day': '3', 'nga-month': '12', 'nga-year': '2026', pse: 'Përmbytje', 'ndal-afatet': 'po' }
    const refused = await drita.post(at, { ...closure, dergesa: randomUUID() })
    expect(refused.status).toBe(422)
    expect(refused.html).toContain('Shkruani aktin që i cakton këto ditë')
    const taken = await drita.post(at, { ...closure, burimi: 'Urdhri nr. 7, datë 2.12.2026', dergesa: randomUUID() })
    expect(taken.status).toBe(303)
    expect((await drita.get(at)).html).toContain('I kapërcejnë')
    const jobs = await db<{ payload: { institutionId?: string } }[]>`
      select job.payload from graphile_worker._private_jobs as job
      join graphile_worker._private_tasks as task on task.id = job.task_id
      where task.identifier = 'deadlines.recompute'`
    expect(jobs.map(({ payload }) => payload.institutionId)).toEqual([prova])
  })
})
