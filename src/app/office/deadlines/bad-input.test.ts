import { expect, it } from 'vitest'
import { officeRoutes } from '#platform/auth/official-gate.ts'
import { ROLES } from '#platform/auth/visitor.ts'
import { giveTask } from '#platform/tasks/give-task.ts'
import { givenOwnTerm } from '#test/own-terms.ts'
import { taskUrls } from '#platform/tasks/urls.ts'
import { testDatabase } from '#test/database.ts'
import { testWeb } from '#test/web.ts'
import { caseNow, givenCase, institutionId } from '../intake/testing.ts'
import { intakeUrls } from '../intake/urls.ts'

const db = await testDatabase()
const web = testWeb(db)
const { services } = web

/** Somebody who holds every role there is, so that no gate stands before the fault. */
const cookie = await web.signedInAs({
  email: 'gjithcka@prova.example',
  name: 'Liri Prove',
  roles: ROLES.map((role) => ({ role, institution: role === 'operator' ? null : 'prova' })),
})
const prova = await institutionId(services, 'prova')
await givenOwnTerm(db, prova, 'AL-LSG-PETITION', 3500)
const paper = await givenCase(services, 'prova')
const task = await db.begin((tx) =>
  giveTask(tx, services, {
    institutionId: prova,
    subject: null,
    title: 'Një detyrë',
    to: { role: 'clerk' },
    dueOn: '2026-12-01',
    by: 'program',
  }),
)
const deadlines = await db<{ id: string }[]>`select id from platform.deadlines`

const BAD = [
  '',
  '-1',
  '99999999999999999999',
  '2026-02-31',
  '9999-12-31',
  '2026-12-24.00000000-0000-0000-0000-000000000000',
  '99999999999999.00000000-0000-4000-8000-000000000000',
  '00000000-0000-0000-0000-000000000000',
  'rregull:AL-CPA-EXT',
  'constructor',
  "'; drop table platform.deadlines; --",
  '\u0001\ud800%',
  'ë'.repeat(10_000),
]

const idsFor = (path: string): string[] =>
  path.includes(':rule')
    ? ['AL-CPA-DECIDE', 'AL-LSG-PUBLISH', 'AL-LSG-PETITION', '__proto__']
    : path.startsWith('/zyra/afate/:id')
      ? deadlines.map(({ id }) => id)
      : [paper.id]
const addressesOf = (path: string): string[] =>
  path.includes(':') ? idsFor(path).map((id) => path.replaceAll(/:\w+(\{[^}]*\})?/g, id)) : [path]
const ours = (method: string) =>
  officeRoutes(web.app)
    .filter((route) => route.method === method && /^\/zyra\/(afate|hyrjet\/:id\/afati)/.test(route.path))
    .flatMap(({ path }) => addressesOf(path))

const faults: string[] = []
async function note(what: string, answer: Response): Promise<void> {
  if (answer.status >= 500) faults.push(`${answer.status} ${what.slice(0, 200)}`)
  await answer.arrayBuffer()
}

const ASKED =
  `afati data data-day data-month data-year festa fjale gjendja institucioni kur kush ligji lloji njesia ora para
  pas q rregulli shkaku shteti u viti`.split(/\s+/)
const PUBLIC = `/afatet /afatet/llogarit /afatet/kalendari /afatet/kalendari.json /afatet.json /afatet/AL-FOI-ANSWER
  /afatet/AL-FOI-ANSWER.json /i/prova/afate /i/prova/afate.json /i/prova/afate.csv /i/prova/afatet.ics`.split(/\s+/)
const NOWHERE = `/i/%2500/afate /i/%2500/afatet.ics /i/%25/afate /afatet/%2500 /afatet/im/%2500.ics /zyra/afate/%2500
  /zyra/afate/rregullat/%2500 /i/%ED%A0%80/afate /i/__proto__/afate`.split(/\s+/)

it('nothing that stands in an address makes a page about deadlines fail, once or twice of the same name', async () => {
  for (const address of [...ours('GET'), ...PUBLIC]) {
    for (const value of BAD) {
      const asked = new URLSearchParams(ASKED.flatMap((name) => [name, name].map((one) => [one, value])))
      await note(`GET ${address}?${asked}`, await web.get(`${address}?${asked}`, { cookie }))
    }
  }
  for (const value of BAD) {
    const asked = new URLSearchParams({ data: '2026-11-20', ora: '10:00', institucioni: value, afati: value })
    await note(`GET /afatet/AL-FOI-CLARIFY?${asked}`, await web.get(`/afatet/AL-FOI-CLARIFY?${asked}`))
  }
  for (const address of NOWHERE) await note(`GET ${address}`, await web.get(address, { cookie }))
  expect(faults).toEqual([])
}, 120_000)

/** The fields of a page with what stands in them. */
const fieldsIn = (page: string): Record<string, string> =>
  Object.fromEntries(
    [...page.matchAll(/name="([^"]+)"(?:[^>]*? value="([^"]*)")?/g)].map(([, name = '', value = '']) => [name, value]),
  )
const day = (name: string, [date, month, year]: readonly [string, string, string]) => ({
  [`${name}-day`]: date,
  [`${name}-month`]: month,
  [`${name}-year`]: year,
})
const DAYS = [
  ['31', '2', '2026'],
  ['31', '12', '9999'],
  ['31', '12', '2099'],
  ['1', '1', '0001'],
  ['-1', '99999', '2026'],
] as const

it('nothing that is typed into a form about deadlines makes it fail', async () => {
  for (const address of ours('POST')) {
    const page = await web.get(address.replace(/\/[a-z-]+$/, ''), { cookie })
    const fields = { ...fieldsIn(await page.text()), dergesa: crypto.randomUUID() }
    for (const value of BAD) {
      const typed = Object.fromEntries(Object.keys(fields).map((name) => [name, [value, value]]))
      const known = { versioni: '1', institucioni: prova, dergesa: crypto.randomUUID() }
      await note(`POST ${address} ${value}`, await web.post(address, { ...typed, ...known }, { cookie }))
    }
    const file = Object.fromEntries(Object.keys(fields).map((name) => [name, new File(['x'], 'x.txt')]))
    await note(`POST ${address} file`, await web.post(address, file, { cookie }))
  }
  expect(faults).toEqual([])
}, 120_000)

it('no day makes a deadline fail, be it none or the last that can be written', async () => {
  const words = 'Kështu u vendos, me shkrim.'
  for (const date of DAYS) {
    const { version } = await caseNow(services, paper.id)
    const choice = { versioni: String(version), lloji: 'day', 'arsyeja-afatit': words, ...day('dita', date) }
    await note(`case ${date.join('.')}`, await web.post(intakeUrls.clock(paper.id), choice, { cookie }))
    const give = {
      versioni: String((await caseNow(services, paper.id)).version),
      kujt: 'rol:clerk',
      ...day('afati', date),
    }
    await note(`assign ${date.join('.')}`, await web.post(intakeUrls.assign(paper.id), give, { cookie }))
    const page = await (await web.get(taskUrls.one(task.id), { cookie })).text()
    const changed = { ...fieldsIn(page), titulli: 'Një detyrë', ...day('afati', date) }
    for (const address of new Set([...page.matchAll(/action="([^"]+)"/g)].map(([, action = '']) => action)))
      if (address.includes(task.id))
        await note(`${address} ${date.join('.')}`, await web.post(address, changed, { cookie }))
    for (const { id } of deadlines) {
      const { version: seen = 0 } =
        (await db<{ version: number }[]>`select version from platform.deadlines where id = ${id}`)[0] ?? {}
      const longer = { dergesa: crypto.randomUUID(), versioni: String(seen), menyra: 'dite', njoftimi: words }
      const typed = { ...longer, 'arsyeja-zgjatja': words, ...day('dita', date) }
      await note(`extend ${date.join('.')}`, await web.post(`/zyra/afate/${id}/zgjatja`, typed, { cookie }))
      await note(`one ${date.join('.')}`, await web.get(`/zyra/afate/${id}`, { cookie }))
    }
    await note(`paper ${date.join('.')}`, await web.get(intakeUrls.one(paper.id), { cookie }))
  }
  for (const path of ['/zyra/afate', '/i/prova/afate', '/i/prova/afatet.ics', '/zyra/afate/tabela.csv'])
    await note(path, await web.get(path, { cookie }))
  expect(faults).toEqual([])
}, 60_000)
