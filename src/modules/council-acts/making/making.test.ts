import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { givenConsultation, officialWith } from '#modules/consultations/testing.ts'
import { givenAdoptedVote } from '#modules/council/sitting/testing.ts'
import { confirmRule } from '#platform/deadlines/terms/confirm-rule.ts'
import { listNodes, listTextVersions } from '#platform/texts/text-queries.ts'
import { beginVersion } from '#platform/texts/versions/begin-version.ts'
import { publishVersion } from '#platform/texts/versions/publish-version.ts'
import { refreshChanges } from '#platform/texts/versions/refresh-changes.ts'
import type { Official } from '#platform/auth/visitor.ts'
import { testDatabase } from '#test/database.ts'
import { recordOf } from '#test/ledger.ts'
import { testWeb, type Fields } from '#test/web.ts'
import { enterActs, publishedActs } from '../act-records.ts'
import { actTexts } from '../act-text-holder.ts'
import { actOfficeUrls as office } from '../urls.ts'
import { raiseCounter } from './counter-queries.ts'
import { makeActOfVote } from './make-act.ts'
import { listAmendments, listEventKinds, listStates } from './making-queries.ts'
import { numberAct } from './number-act.ts'
import { givenAdoptedAct, secretaryOf, standing } from './testing.ts'
import { makingTexts } from './texts.ts'
import { makingUrls as urls } from './urls.ts'

const db = await testDatabase()
const web = testWeb(db)
const { services } = web
const t = makingTexts('sq')

const person = (institution: string, role: 'council-secretary' | 'clerk' | 'auditor' = 'council-secretary') => ({
  email: `${role}@${institution}-akte.example`,
  name: 'Lule Prove',
  roles: [{ role, institution }],
})

let cookie = ''
let clerk = ''
let kosovar = ''
let secretary: Official
beforeAll(async () => {
  cookie = await web.signedInAs(person('prova'))
  clerk = await web.signedInAs(person('prova', 'clerk'))
  kosovar = await web.signedInAs(person('provas'))
  secretary = await secretaryOf(services)
  const [{ institutionId }, form] = [await givenAdoptedVote(services), { formId: randomUUID(), seen: null }]
  const basis = 'Rregullorja e këshillit, neni 7'
  await confirmRule(services, 'program', institutionId, {
    ruleId: 'AL-LSG-PUBLISH',
    basis,
    fromOn: '2026-01-01',
    ...form,
  })
})

const post = (path: string, fields: Fields, as = cookie) => web.post(path, fields, { cookie: as })
const read = async (path: string, as = cookie) => (await web.get(path, { cookie: as })).text()
const seen = async (id: string) => ({ versioni: String((await standing(services, id)).version) })
const idIn = (response: Response): string =>
  /aktet\/([0-9a-f-]{36})/.exec(response.headers.get('location') ?? '')?.[1] ?? ''
const entries = async (id: string) =>
  (await db`select 1 from platform.ledger_entries where subject = ${`council-acts.act:${id}`}`).length

/** The second article says other words, as an official writes them in the rooms of texts. */
async function rewrite(id: string, label: string, body: string, by: Official = secretary): Promise<string> {
  const begun = await beginVersion(services, actTexts, by, id)
  if (begun.kind !== 'begun' && begun.kind !== 'begun-before') throw new Error(begun.kind)
  const nodes = await listNodes(db, begun.versionId)
  const article = nodes.find((node) => node.kind === 'article' && node.label === label)
  const inside = nodes.find(({ parentId }) => parentId === article?.nodeId) ?? article
  await db`
    update platform.text_nodes set body = ${body}, digest = ${'a'.repeat(64)}
    where version_id = ${begun.versionId} and node_id = ${inside?.nodeId ?? ''}`
  await db.begin((tx) => refreshChanges(tx, { versionId: begun.versionId }))
  return inside?.nodeId ?? ''
}

const AMENDMENTS = [
  { article: 'Neni 2', words: 'Tarifa e një vendi bëhet 150 lekë në ditë.' },
  { article: null, words: 'Sekretaria e boton vendimin edhe në tabelë.' },
  { article: 'Neni 1', words: 'Të hiqet neni 1.', adopted: false },
]

describe('what the council adopted', () => {
  it('waits for its act, and one press makes it with its amendments', async () => {
    const amended = { amendments: AMENDMENTS, title: 'Projektvendim për tarifat e vendeve' }
    const { voteId, paperId } = await givenAdoptedVote(services, amended)
    expect(await read(office.adopted())).toContain('Projektvendim për tarifat e vendeve')
    const empty = await post(office.adopted(), { votimi: voteId, dergesa: randomUUID() })
    expect(empty.status).toBe(422)
    expect(await empty.text()).toContain(t.adopted.natureMissing)
    const fields = { votimi: voteId, dergesa: randomUUID(), [`natyra-${voteId}`]: 'normative' }
    const [one, two] = [
      await post(office.adopted(), fields),
      await post(office.adopted(), { ...fields, dergesa: randomUUID() }),
    ]
    expect([one.status, two.status, idIn(one)]).toEqual([303, 303, idIn(two)])
    const act = await standing(services, idIn(one))
    expect(act).toMatchObject({
      title: 'Për tarifat e vendeve',
      kind: 'decision',
      nature: 'normative',
      state: 'draft',
      adoptedOn: '2026-11-22',
      proposerKind: 'mayor',
      paperRef: `council.paper:${paperId}`,
      restricted: false,
    })
    expect((await listAmendments(db, act.id)).map(({ words }) => words)).toEqual(
      AMENDMENTS.slice(0, 2).map(({ words }) => words),
    )
    expect(await listEventKinds(db, act.id)).toEqual(['adopted'])
    expect(await read(office.adopted())).not.toContain('Projektvendim për tarifat e vendeve')
    expect(await entries(act.id)).toBe(0)
  })

  it('is not there where the vote failed, or the paper is no act; behind doors and individual it is not shown', async () => {
    await givenAdoptedVote(services, { title: 'Projektvendim i rrëzuar', result: 'rejected' })
    await givenAdoptedVote(services, { title: 'Raport i vitit', item: { kind: 'report' } })
    const page = await read(office.adopted())
    expect(page).not.toContain('i rrëzuar')
    expect(page).not.toContain('Raport i vitit')
    const closed = { closed: true, publicTitle: 'Çështje personeli', closedReason: 'Mbron të dhëna personale' }
    const moved = { item: closed, amendments: AMENDMENTS }
    const behind = await givenAdoptedAct(services, secretary, { title: 'Projektvendim për masën', ...moved })
    expect(behind).toMatchObject({
      restricted: true,
      publicTitle: 'Çështje personeli',
      restrictedGround: closed.closedReason,
    })
    // Who moved what behind doors stays inside, also when the act itself is opened and announced.
    expect(await listAmendments(db, behind.id)).toHaveLength(2)
    await db.begin(async (tx) => {
      await tx`
        update council_acts.acts
        set restricted = false, state = 'announced', announced_on = adopted_on, slug = 'prova-vendim-9001-2026',
          published_at = created_at where id = ${behind.id}`
      await enterActs(tx, services, [behind.id])
    })
    expect(await recordOf(db, publishedActs, behind.id)).toMatchObject({ state: 'announced', amendments: [] })
    expect(await (await web.get('/aktet/prova-vendim-9001-2026.json')).json()).toMatchObject({ amendments: [] })
    const single = await givenAdoptedAct(services, secretary, {
      title: 'Projektvendim për ndihmën',
      nature: 'individual',
    })
    expect(single).toMatchObject({ restricted: true, publicTitle: t.restricted.individualTitle })
  })

  it('belongs to its institution and its roles', async () => {
    const { voteId } = await givenAdoptedVote(services, { title: 'Projektvendim i të tjerëve' })
    const fields = { votimi: voteId, dergesa: randomUUID(), [`natyra-${voteId}`]: 'normative' }
    expect((await post(office.adopted(), fields, kosovar)).status).toBe(403)
    expect(await read(office.adopted(), kosovar)).not.toContain('i të tjerëve')
    const act = await givenAdoptedAct(services, secretary, { until: 'confirmed' })
    expect((await web.get(office.act(act.id), { cookie: kosovar })).status).toBe(404)
    expect((await post(urls.number(act.id), await seen(act.id), clerk)).status).toBe(403)
    expect((await post(urls.number(act.id), await seen(act.id), kosovar)).status).toBe(404)
    expect((await standing(services, act.id)).state).toBe('draft')
  })

  it('can be written by hand, and what was typed comes back', async () => {
    const [row] = await db<{ id: string }[]>`select id from platform.institutions where slug = 'prova'`
    const bad = {
      dergesa: randomUUID(),
      institucioni: row?.id ?? '',
      titulli: 'Për emrin e sheshit',
      lloji: 'decision',
      'miratimi-day': '31',
      'miratimi-month': '2',
      'miratimi-year': '2026',
      mbyllur: 'po',
    }
    const refused = await post(urls.create(), bad)
    const page = await refused.text()
    expect(refused.status).toBe(422)
    expect([
      page.includes('Për emrin e sheshit'),
      page.includes(t.form.errors.date),
      page.includes(t.form.errors.ground),
    ]).toEqual([true, true, true])
    const good = { ...bad, 'miratimi-day': '20', 'miratimi-month': '11', mbyllur: '' }
    const made = await post(urls.create(), good)
    expect([made.status, idIn(await post(urls.create(), good))]).toEqual([303, idIn(made)])
    const act = await standing(services, idIn(made))
    expect(act).toMatchObject({ title: 'Për emrin e sheshit', adoptedOn: '2026-11-20', voteRef: null, nature: null })
    const change = { ...good, versioni: '1', natyra: 'internal', titulli: 'Për emrin e sheshit të ri' }
    expect((await post(urls.change(act.id), change)).status).toBe(303)
    const stale = await post(urls.change(act.id), { ...change, titulli: 'I dytë' })
    expect([stale.status, (await stale.text()).includes('I dytë')]).toEqual([409, true])
  })
})

describe('the text', () => {
  it('comes from the consultation with its lineages, and cannot be confirmed while an amendment is open', async () => {
    const consultation = await givenConsultation(services)
    const aboutRef = `consultations.consultation:${consultation.id}`
    const wish = { aboutRef, amendments: [{ article: 'Neni 2', words: 'Tregu hapet edhe të shtunën.' }] }
    const { id } = await givenAdoptedAct(services, secretary, {
      ...wish,
      title: 'Projektrregullore për tregun',
      paperKind: 'draft-regulation',
    })
    expect(await read(office.amendments(id))).toContain('konsultimi')
    expect((await post(urls.takeText(id), { burimi: 'konsultimi', ...(await seen(id)) })).status).toBe(303)
    const act = await standing(services, id)
    expect(act).toMatchObject({ kind: 'regulation', textState: 'laid' })
    const [laid] = await listTextVersions(db, act.textId ?? '', true)
    const [source] = await db<{ id: string }[]>`
      select version.id from consultations.consultations as c join platform.text_versions as version on version.text_id = c.text_id
      where c.id = ${consultation.id}`
    const ids = (nodes: readonly { nodeId: string }[]) => nodes.map(({ nodeId }) => nodeId)
    expect(ids(await listNodes(db, laid?.id ?? ''))).toEqual(ids(await listNodes(db, source?.id ?? '')))
    expect((await post(urls.confirm(id), await seen(id))).status).toBe(422)
    const node = await rewrite(id, '2', 'Tregu hapet të martën dhe të shtunën.')
    const blocked = await publishVersion(services, actTexts, secretary, {
      id,
      versionId: (await listTextVersions(db, act.textId ?? '', false))[0]?.id ?? '',
      summary: 'Teksti i miratuar.',
      summaryEn: null,
    })
    expect(blocked).toMatchObject({ kind: 'refused', refusals: ['held-back'] })
    expect((await post(urls.confirm(id), await seen(id))).status).toBe(422)
    const [amendment] = await listAmendments(db, id)
    const key = amendment?.id ?? ''
    const page = await read(office.amendments(id))
    expect(page).toMatch(new RegExp(`value="${node}"[^>]*checked`))
    const half = await post(urls.amendment(id, key), { ...(await seen(id)), [`si-${key}`]: 'no-words' })
    expect([half.status, (await half.text()).includes(t.amendments.refusals.note)]).toEqual([422, true])
    const made = { ...(await seen(id)), [`si-${key}`]: 'made', [`vendet-${key}`]: node }
    expect((await post(urls.amendment(id, key), made)).status).toBe(303)
    expect((await listAmendments(db, id))[0]).toMatchObject({ state: 'made', nodeIds: [node] })
    const confirmed = await post(urls.confirm(id), await seen(id))
    expect(confirmed.status).toBe(303)
    expect((await listStates(db, id)).map(({ role, n }) => [role, n])).toEqual([
      ['laid', 1],
      ['adopted', 2],
    ])
    expect(await standing(services, id)).toMatchObject({ textState: 'adopted', state: 'draft' })
    expect(await listEventKinds(db, id)).toEqual(expect.arrayContaining(['text-confirmed']))
  })

  it('asks why a place was changed that no amendment touches', async () => {
    const { id } = await givenAdoptedAct(services, secretary, { until: 'laid' })
    await rewrite(id, '1', 'Ky vendim cakton tarifat e tregut të fshatit.')
    const refused = await post(urls.confirm(id), await seen(id))
    expect([refused.status, (await refused.text()).includes(t.amendments.refusals['aside-missing'])]).toEqual([
      422,
      true,
    ])
    const reason = 'Ndreqje gjuhësore'
    expect((await post(urls.confirm(id), { ...(await seen(id)), 'vec-e-vec': reason })).status).toBe(303)
    expect((await listStates(db, id)).at(-1)).toMatchObject({ role: 'adopted', note: reason })
    expect((await post(urls.reopen(id), { ...(await seen(id)), 'arsyeja-rihapjes': 'U harrua neni 2' })).status).toBe(
      303,
    )
    expect(await standing(services, id)).toMatchObject({ textState: 'laid' })
    expect((await listStates(db, id)).map(({ role }) => role)).toEqual(['laid'])
  })

  it('is the laid one where nothing was amended', async () => {
    const { id } = await givenAdoptedAct(services, secretary, { until: 'confirmed' })
    expect((await listStates(db, id)).map(({ role, n }) => [role, n])).toEqual([['adopted', 1]])
    expect((await post(urls.confirm(id), await seen(id))).status).toBe(409)
    for (const path of [office.act(id), office.amendments(id), office.text(id), office.list()])
      expect((await web.get(path, { cookie })).status).toBe(200)
  })
})

describe('the number', () => {
  it('is given once, in the register of everybody, and not before the text is confirmed', async () => {
    const { id } = await givenAdoptedAct(services, secretary, { until: 'laid', institution: 'prova' })
    expect((await post(urls.number(id), { ...(await seen(id)), arsyeja: 'Pa radhë' })).status).toBe(422)
    await post(urls.confirm(id), await seen(id))
    const order = { ...(await seen(id)), arsyeja: 'Aktet e tjera presin tekstin' }
    const [one, two] = [await post(urls.number(id), order), await post(urls.number(id), order)]
    expect([one.status, two.status]).toEqual([303, 409])
    const act = await standing(services, id)
    expect(act).toMatchObject({ state: 'numbered', year: 2026, series: '', announceBy: '2026-12-02' })
    expect(act.slug).toBe(`prova-vendim-${act.serial}-2026`)
    expect(await entries(id)).toBeGreaterThan(0)
    const [shown] = await db`select title, text_id from council_acts.published_acts where id = ${id}`
    expect(shown).toMatchObject({ title: 'Për tarifat e tregut', textId: null })
  })

  it('warns of an act that was adopted earlier, and of one without words', async () => {
    const [row] = await db<{ id: string }[]>`select id from platform.institutions where slug = 'provas'`
    const fields = {
      dergesa: randomUUID(),
      institucioni: row?.id ?? '',
      titulli: 'Për buxhetin e komunës',
      lloji: 'decision',
      natyra: 'normative',
      'miratimi-day': '3',
      'miratimi-month': '11',
      'miratimi-year': '2026',
    }
    const early = idIn(await post(urls.create(), fields, kosovar))
    const late = await givenAdoptedAct(services, null, { institution: 'provas', until: 'confirmed' })
    const page = await read(office.act(late.id), kosovar)
    expect([page.includes(t.one.warnings['earlier-waits']), page.includes('Për buxhetin e komunës')]).toEqual([
      true,
      true,
    ])
    const quiet = await post(urls.number(late.id), await seen(late.id), kosovar)
    expect([quiet.status, (await quiet.text()).includes(t.one.refusals['reason-missing'])]).toEqual([422, true])
    const loud = { ...(await seen(late.id)), arsyeja: 'Buxheti pret nënshkrimin' }
    expect((await post(urls.number(late.id), loud, kosovar)).status).toBe(303)
    expect(await standing(services, late.id)).toMatchObject({ serial: 1, announceBy: null })
    expect((await post(urls.number(early), await seen(early), kosovar)).status).toBe(422)
    const bare = { ...(await seen(early)), arsyeja: 'Teksti është vetëm në letër' }
    expect((await post(urls.number(early), bare, kosovar)).status).toBe(303)
    expect(await standing(services, early)).toMatchObject({ serial: 2, textState: 'none' })
  })

  it('is gapless and single where many press at once, and goes on after an archive', async () => {
    const by = await officialWith(services, ['council-secretary', 'provas'])
    const order = { institution: 'provas', until: 'confirmed' } as const
    const acts = []
    for (let n = 0; n < 5; n += 1) acts.push(await givenAdoptedAct(services, by, order))
    const reason = 'Radha u ruajt'
    const outcomes = await Promise.all(
      acts.flatMap(({ id, version }) => [1, 2].map(() => numberAct(services, by, id, { seen: version, reason }))),
    )
    expect(outcomes.filter((one) => one === 'done')).toHaveLength(5)
    const numbers = await Promise.all(acts.map(async ({ id }) => (await standing(services, id)).serial ?? 0))
    const least = Math.min(...numbers)
    expect(numbers.toSorted((a, b) => a - b)).toEqual([0, 1, 2, 3, 4].map((n) => least + n))
    const { institutionId } = acts[0] ?? { institutionId: '' }
    await db.begin((tx) => raiseCounter(tx, { institutionId, series: '', year: 2026 }, 57))
    await db.begin((tx) => raiseCounter(tx, { institutionId, series: '', year: 2026 }, 12))
    const next = await givenAdoptedAct(services, by, { ...order, until: 'numbered' })
    expect(next.serial).toBe(58)
  })

  it('that is void stays with its reason, and the vote can have another act', async () => {
    const act = await givenAdoptedAct(services, secretary, { until: 'numbered' })
    const { id } = act
    expect((await post(urls.voidNumber(id), await seen(id))).status).toBe(422)
    const order = { ...(await seen(id)), 'arsyeja-anulimit': 'U dha për projektin e gabuar' }
    expect((await post(urls.voidNumber(id), order)).status).toBe(303)
    expect(await standing(services, id)).toMatchObject({ state: 'void', serial: act.serial, announceBy: null })
    expect((await post(urls.voidNumber(id), await seen(id).then((one) => ({ ...order, ...one })))).status).toBe(409)
    const [shown] = await db`select void_reason from council_acts.published_acts where id = ${id}`
    expect(shown).toMatchObject({ voidReason: 'U dha për projektin e gabuar' })
    const by = { accountId: secretary.accountId }
    const voteId = (act.voteRef ?? '').slice('council.vote:'.length)
    const again = await makeActOfVote(services, voteId, { nature: 'normative', formId: randomUUID(), by })
    expect(again.kind).toBe('made')
  })
})

describe('the settings', () => {
  it('keep the way of numbering while numbers of the year are given', async () => {
    const [row] = await db<{ id: string }[]>`select id from platform.institutions where slug = 'prova'`
    const fields = {
      institucioni: row?.id ?? '',
      versioni: '0',
      numerimi: 'by-kind',
      kthimi: 'po',
      'organi-emri': 'Prefekti i Qarkut Provë',
    }
    const bad = await post(office.settings(), fields)
    expect([bad.status, (await bad.text()).includes('Prefekti i Qarkut Provë')]).toEqual([422, true])
    const whole = { ...fields, 'kthimi-baza': 'Ligji 139/2015, neni 64' }
    const fixed = await post(office.settings(), whole)
    expect([fixed.status, (await fixed.text()).includes(t.settings.fixed(2026))]).toEqual([409, true])
    expect((await post(office.settings(), { ...whole, numerimi: 'one' })).status).toBe(303)
    expect((await post(office.settings(), { ...whole, numerimi: 'one' })).status).toBe(409)
    expect((await post(office.settings(), whole, kosovar)).status).toBe(403)
    expect(await read(office.settings())).toContain('Ligji 139/2015, neni 64')
  })
})
