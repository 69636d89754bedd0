import { createHash, randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { everyDoor as doors } from '#test/doors.ts'
import { chooseByItself } from '#platform/imports/choose-import.ts'
import { findTarget } from '#platform/imports/find-target.ts'
import { findImport } from '#platform/imports/import-queries.ts'
import { reckonImport } from '#platform/imports/reckon-import.ts'
import { stageImport } from '#platform/imports/stage-import.ts'
import { takeImport } from '#platform/imports/take-import.ts'
import { undoImport } from '#platform/imports/undo-import.ts'
import { givenFollowers, minutePasses } from '#platform/subscriptions/subscriptions-testing.ts'
import { listSubjectTopics } from '#platform/topics/topic-queries.ts'
import { testDatabase } from '#test/database.ts'
import { indexed } from '#test/indexed.ts'
import { lettersTo } from '#test/mailbox.ts'
import { people } from '#test/people.ts'
import { testWeb } from '#test/web.ts'
import { publishConsultation } from '../drafting/publish-consultation.ts'
import { givenConsultation, givenDraft, givenInstitution, officialWith, staffWith } from '../testing.ts'
import { consultationUrls, officeUrls } from '../urls.ts'
import { linkPlannedAct, tellOpenings } from './link-planned-act.ts'
import { adoptPlannedAct, dropPlannedAct } from './move-planned-act.ts'
import { PLANNED_STATES, targetOfPlan } from './year-rules.ts'
import { listPlannedActs } from './year-queries.ts'
import { calendarUrl, yearOfficeUrls as urls, yearUrls } from './urls.ts'
import { givenPlannedAct, givenYearPlan } from './year-testing.ts'
import { reckoned } from './year-view.ts'
import { changePlannedAct, removePlannedAct } from './write-planned-act.ts'
import { carryOver, publishYearPlan } from './write-year-plan.ts'

const db = await testDatabase()
const web = testWeb(db)
const { services } = web
const { clock } = services
const NOW = clock.now()
const read = async (path: string) => (await web.get(path)).text()
const versionsOf = async (id: string) =>
  (await db`select from platform.ledger_entries where subject = ${`consultations.planned-act:${id}`}`).length
const happened = async (id: string) =>
  (
    await db<{ kind: string }[]>`
      select kind from platform.happenings where matter = ${`consultations.planned-act:${id}`} order by happened_at, id`
  ).map(({ kind }) => kind.replace('consultations.act-', ''))

describe('a yearly plan', () => {
  it('is the office’s alone until it is published as a whole; what comes later says so', async () => {
    const first = await givenPlannedAct(services, { year: 2041, dueFrom: '2041-03-01', dueTo: '2041-03-01' })
    expect(await read(yearUrls.plan(2041))).not.toContain(first.form.title)
    expect(await versionsOf(first.id)).toBe(0)
    expect(await publishYearPlan(services, first.official, first.planId)).toEqual({ kind: 'published', acts: 1 })
    expect(await publishYearPlan(services, first.official, first.planId)).toEqual({ kind: 'nothing' })
    const later = await givenPlannedAct(services, { year: 2041, title: 'Vendim për parkimin', published: true })
    const page = await read(yearUrls.plan(2041))
    expect(page).toContain(first.form.title)
    expect(page).toContain('Shtuar më 22 nëntor 2026')
    expect(page.indexOf('Mars')).toBeLessThan(page.indexOf('Muaji nuk dihet'))
    expect(await happened(first.id)).toEqual(['planned'])
    expect(await happened(later.id)).toEqual(['added'])
    expect([await versionsOf(first.id), await versionsOf(later.id)]).toEqual([1, 1])
  })

  it('shows every change of what is public, with the old month, the new one and the reason', async () => {
    const month = { dueFrom: '2026-03-01', dueTo: '2026-03-01' }
    const { id, official, form } = await givenPlannedAct(services, { ...month, published: true })
    const later = { ...form, dueFrom: '2027-02-01', dueTo: '2027-02-01', reason: 'Mungon studimi i tregut' }
    expect(await changePlannedAct(services, official, id, later)).toEqual({ kind: 'written', id })
    expect(await changePlannedAct(services, official, id, later)).toEqual({ kind: 'changed-meanwhile', version: 2 })
    const [act] = (await listPlannedActs(db, 'sq', NOW, WHOLE)).filter((one) => one.id === id)
    const page = await read(yearUrls.act(2026, `prova-${act?.number}`))
    expect(page).toContain('Parashikuar: mars; u shty për në shkurt 2027, 11 muaj më vonë')
    expect(page).toContain('më parë mars, tani shkurt 2027')
    expect(page).toContain('Mungon studimi i tregut')
    expect((await happened(id)).filter((kind) => kind === 'postponed')).toHaveLength(1)
    expect(await versionsOf(id)).toBe(2)
    const dropped = await dropPlannedAct(services, official, id, 'U bashkua me një akt tjetër')
    expect(dropped).toEqual({ kind: 'moved' })
    const gone = await read(`${yearUrls.plan(2026)}?gjendja=dropped`)
    expect(gone).toContain('Parashikuar: mars; u hoq nga plani më 22 nëntor 2026. U bashkua me një akt tjetër')
    expect(await dropPlannedAct(services, official, id, 'Edhe një herë')).toEqual({
      kind: 'refused',
      refusal: 'dropped',
    })
  })

  it('takes over from the year before what was neither adopted nor dropped, once', async () => {
    const open = await givenPlannedAct(services, { year: 2044, dueFrom: '2044-05-01', dueTo: '2044-05-01' })
    const put = { year: 2044, title: 'Plani i gjelbërimit', dueFrom: '2045-02-01', dueTo: '2045-02-01' }
    await givenPlannedAct(services, put)
    const adopted = await givenPlannedAct(services, { year: 2044, title: 'Buxheti i vitit', published: true })
    const deed = { on: '2026-11-20', reference: 'Vendim nr. 45' }
    expect(await adoptPlannedAct(services, adopted.official, adopted.id, deed)).toEqual({ kind: 'moved' })
    const next = await givenYearPlan(services, 'prova', 2045)
    expect(await carryOver(services, open.official, next.id)).toEqual({ kind: 'carried', acts: 2 })
    expect(await carryOver(services, open.official, next.id)).toEqual({ kind: 'carried', acts: 0 })
    const rows = await db<{ title: string; dueFrom: string | null }[]>`
      select title, due_from from consultations.planned_acts where plan_id = ${next.id} order by title`
    expect(rows).toEqual([
      { title: 'Plani i gjelbërimit', dueFrom: '2045-02-01' },
      { title: open.form.title, dueFrom: null },
    ])
  })
})

const WHOLE = {
  year: 2026,
  institutionId: null,
  actKind: null,
  state: null,
  month: null,
  topicId: null,
  placeId: null,
  after: null,
  limit: 200,
}

describe('the state of a planned act', () => {
  it('follows its consultation, and the list knows the same states as the page', async () => {
    const of = { year: 2042, published: true }
    const consultations = {
      open: await givenConsultation(services, { opens: -2, closes: 30 }),
      announced: await givenConsultation(services, { opens: 5, closes: 40 }),
      closed: await givenConsultation(services, { opens: -40, closes: 3 }),
    }
    for (const { id } of Object.values(consultations)) await givenPlannedAct(services, { ...of, consultation: id })
    await givenPlannedAct(services, of)
    const [dropped, adopted] = [await givenPlannedAct(services, of), await givenPlannedAct(services, of)]
    await dropPlannedAct(services, dropped.official, dropped.id, 'Nuk duhet më')
    await adoptPlannedAct(services, adopted.official, adopted.id, { on: '2026-11-01', reference: 'Vendim nr. 4' })
    const later = new Date(NOW.getTime() + 4 * 86_400_000)
    const all = (await listPlannedActs(db, 'sq', later, { ...WHOLE, year: 2042 })).map((act) => reckoned(act, later))
    expect(all.map(({ state }) => state).toSorted()).toEqual([...PLANNED_STATES].toSorted())
    for (const state of PLANNED_STATES) {
      const found = await listPlannedActs(db, 'sq', later, { ...WHOLE, year: 2042, state })
      expect([state, found.map(({ id }) => id)]).toEqual([
        state,
        all.filter((one) => one.state === state).map(({ id }) => id),
      ])
    }
  })

  it('is told on both pages, and as data', async () => {
    const consultation = await givenConsultation(services)
    const month = { dueFrom: '2026-09-01', dueTo: '2026-09-01' }
    const { id } = await givenPlannedAct(services, { ...month, published: true, consultation: consultation.id })
    const act = (await listPlannedActs(db, 'sq', NOW, WHOLE)).find((one) => one.id === id)
    const href = yearUrls.act(2026, `prova-${act?.number}`)
    expect(await read(consultationUrls.one(consultation.slug))).toContain(`href="${href}"`)
    const page = await read(href)
    expect(page).toContain(consultationUrls.one(consultation.slug))
    expect(page).toContain('Parashikuar: shtator; u shpall në nëntor, me 2 muaj vonesë')
    expect(await (await web.get(`${href}.json`)).json()).toMatchObject({
      state: 'open',
      due: { from: '2026-09', to: '2026-09' },
      slippage: { by: 'announced', month: '2026-11', months: 2 },
      consultations: [{ phase: 'open' }],
    })
    const [row] = await db`select announced_on, months_late from consultations.open_planned_acts where id = ${id}`
    expect(row).toEqual({ announcedOn: '2026-11-17', monthsLate: 2 })
  })
})

describe('whoever follows a planned act', () => {
  const kinds = doors.flatMap(({ followed }) => followed ?? [])
  const letters = async () =>
    (await lettersTo(db, 'ndjek-planin1@posta.example')).filter(({ kind }) => kind === 'digest').length

  it('hears once that its consultation opened, however often the clock looks', async () => {
    const { id: act, official } = await givenPlannedAct(services, { published: true })
    await indexed(services)
    await minutePasses(services, kinds)
    const matter = `consultations.planned-act:${act}`
    await givenFollowers(db, { matter, count: 1, pace: 'at-once', name: 'ndjek-planin', at: NOW })
    const { id } = await givenDraft(services, { opens: 3, closes: 30 })
    await linkPlannedAct(services, official, id, act)
    expect(await happened(act)).toHaveLength(1)
    const coordinator = await officialWith(services, ['consultation-coordinator', 'prova'])
    expect((await publishConsultation(services, coordinator, id)).kind).toBe('published')
    expect((await happened(act)).filter((kind) => kind === 'announced')).toHaveLength(1)
    await tellOpenings(services)
    expect(await happened(act)).not.toContain('opened')
    clock.set(new Date(NOW.getTime() + 3 * 86_400_000))
    await Promise.all([tellOpenings(services), tellOpenings(services)])
    await tellOpenings(services)
    expect((await happened(act)).filter((kind) => kind === 'opened')).toHaveLength(1)
    await indexed(services)
    await minutePasses(services, kinds)
    const told = (await lettersTo(db, 'ndjek-planin1@posta.example')).map(({ body }) => body).join('\n')
    expect(told.split('U hap konsultimi publik')).toHaveLength(2)
    const sent = await letters()
    await minutePasses(services, kinds)
    expect(await letters()).toBe(sent)
    clock.set(NOW)
  })

  it('hears of one that opens by its publication at once, and of a repeated one again', async () => {
    const { id: act, official } = await givenPlannedAct(services, { published: true })
    const { id } = await givenDraft(services, { opens: 0, closes: 30 })
    await linkPlannedAct(services, official, id, act)
    const versions = await versionsOf(act)
    const coordinator = await officialWith(services, ['consultation-coordinator', 'prova'])
    expect((await publishConsultation(services, coordinator, id)).kind).toBe('published')
    await tellOpenings(services)
    expect((await happened(act)).filter((kind) => kind === 'opened')).toHaveLength(1)
    expect(await versionsOf(act)).toBe(versions + 1)
  })

  it('hears it of the act, and whoever follows its institution of the consultation: once each', async () => {
    const { id: act, official } = await givenPlannedAct(services, { published: true, institution: 'provas' })
    const { id } = await givenDraft(services, { opens: 0, closes: 30, institution: 'provas' })
    await linkPlannedAct(services, official, id, act)
    await indexed(services)
    await minutePasses(services, kinds)
    const matter = `consultations.planned-act:${act}`
    const institutionId = (await givenInstitution(services, 'provas')).id
    const of = { count: 1, pace: 'at-once', at: NOW } as const
    await givenFollowers(db, { ...of, matter, name: 'e-aktit' })
    await givenFollowers(db, { ...of, matter: 'a:b', name: 'e-institucionit' })
    await db`update platform.selections set matter = null, institution_id = ${institutionId} where matter = 'a:b'`
    const coordinator = await officialWith(services, ['consultation-coordinator', 'provas'])
    expect((await publishConsultation(services, coordinator, id)).kind).toBe('published')
    await indexed(services)
    await minutePasses(services, kinds)
    const told = async (name: string) =>
      (await lettersTo(db, `${name}1@posta.example`)).map(({ body }) => body).join('\n')
    expect((await told('e-aktit')).split('U hap konsultimi publik')).toHaveLength(2)
    expect((await told('e-institucionit')).split('U hap konsultimi publik')).toHaveLength(2)
    expect(await told('e-institucionit')).not.toContain('/konsultime/plani/')
  })
})

/** As a municipality of each country wrote it: heads of its own, months in every manner, strokes for what is not known. */
const TABLES = {
  prova: `BASHKIA PROVA;;;;
PLANI VJETOR I VENDIMMARRJES 2047;;;;
Nr.;Emërtimi i aktit;Drejtoria propozuese;Muaji i parashikuar;Konsultim publik
1;Projektvendim “Për buxhetin 2048”;Drejtoria e Financës;Dhjetor;po
2;Rregullore për tregjet;Drejtoria e Shërbimeve;Mars 2047;Po
3;Vendim për emërtimin e rrugëve;–;T3;jo
4;Plani i lëvizshmërisë;Drejtoria e Planifikimit;së shpejti;po
5;Rregullore për tregjet;Drejtoria e Shërbimeve;Mars 2047;Po
6;Strategjia e rinisë;;;`,
  provas: `Nr,Titulli i aktit,Lloji i aktit,Bartësi,Afati kohor,Vërejtje
1,Rregullore për taksat komunale,Rregullore,DBF,01/2047,
2,Plani i mobilitetit,Plan,Urbanizmi,TM II,në bashkëpunim me GIZ
3,Marrëveshje bashkëpunimi,Marrëveshje,Kryetari,gjatë vitit,`,
}

async function tableInto(slug: 'prova' | 'provas') {
  const plan = await givenYearPlan(services, slug, 2047)
  const institution = await givenInstitution(services, slug)
  const target = await findTarget(doors, services, targetOfPlan(plan.id), institution.id)
  if (!target) throw new Error('no such register')
  const folder = mkdtempSync(join(tmpdir(), 'kuvend-plani-'))
  try {
    const path = join(folder, 'plani.csv')
    const words = TABLES[slug]
    writeFileSync(path, words)
    const digest = createHash('sha256').update(words).digest('hex')
    const staged = await stageImport(services, {
      institutionId: institution.id,
      target: target.name,
      submissionId: randomUUID(),
      file: { path, name: 'plani.csv', digest, size: Buffer.byteLength(words) },
      by: 'command-line',
    })
    if (staged.kind !== 'staged') throw new Error(staged.why)
    const found = await findImport(db, staged.id)
    if (!found) throw new Error('the import is gone')
    await chooseByItself(services, target, found, { sheet: null, head: slug === 'prova' ? 3 : 1 })
    await reckonImport(services, target, staged.id)
    return {
      plan,
      target,
      outcome: await takeImport(services, target, { id: staged.id, by: 'command-line', version: null }),
      importId: staged.id,
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const actsOf = (planId: string) => db<Record<string, unknown>[]>`
  select title, act_kind, proposer, due_from, due_to, consultation_planned, note, state
  from consultations.planned_acts where plan_id = ${planId} order by created_at, due_from, title`

describe('a table of a municipality', () => {
  it('of Albania goes in as it is meant, and what is not understood is refused, not guessed', async () => {
    const { plan, outcome, target, importId } = await tableInto('prova')
    expect(outcome).toMatchObject({ kind: 'taken', outcome: { added: 4, refused: 1 } })
    const acts = await actsOf(plan.id)
    const by = (title: string) => acts.find((one) => String(one.title).includes(title))
    expect(by('tregjet')).toMatchObject({ dueFrom: '2047-03-01', dueTo: '2047-03-01', consultationPlanned: true })
    expect(by('rrugëve')).toMatchObject({
      proposer: null,
      dueFrom: '2047-07-01',
      dueTo: '2047-09-01',
      consultationPlanned: false,
    })
    expect(by('rinisë')).toMatchObject({ proposer: null, dueFrom: null, consultationPlanned: null, actKind: null })
    expect(by('lëvizshmërisë')).toBeUndefined()
    expect(new Set(acts.map(({ state }) => state))).toEqual(new Set(['draft']))
    const undone = await undoImport(services, target, { id: importId, by: 'command-line', reason: 'Skedari i gabuar' })
    expect(undone).toEqual({ kind: 'undone', removed: 4, kept: 0 })
  })

  it('of Kosovo too, and a kind that we have no word for is kept in its own', async () => {
    const { plan, outcome } = await tableInto('provas')
    expect(outcome).toMatchObject({ kind: 'taken', outcome: { added: 3, refused: 0 } })
    const acts = await actsOf(plan.id)
    const by = (title: string) => acts.find((one) => String(one.title).includes(title))
    expect(by('mobilitetit')).toMatchObject({ actKind: 'plan', dueFrom: '2047-04-01', dueTo: '2047-06-01' })
    expect(by('taksat')).toMatchObject({ actKind: 'regulation', proposer: 'DBF', dueFrom: '2047-01-01', note: null })
    expect(by('Marrëveshje')).toMatchObject({
      actKind: 'other',
      note: 'Lloji në tabelë: Marrëveshje',
      dueTo: '2047-12-01',
    })
  })
})

describe('the office', () => {
  it('keeps what was typed when it is wrong, and takes a form that arrives twice once', async () => {
    const cookie = await web.signedInAs(staffWith('council-secretary', 'prova'))
    const { id } = await givenYearPlan(services, 'prova', 2048)
    const wrong = await web.post(
      urls.newAct(id),
      { titulli: 'Pa', koha: 'së shpejti', dergesa: randomUUID() },
      { cookie },
    )
    expect(wrong.status).toBe(422)
    expect(await wrong.text()).toContain('value="së shpejti"')
    const form = { titulli: 'Rregullore për tregun', koha: 'T2', dergesa: randomUUID() }
    for (let sent = 0; sent < 2; sent++) expect((await web.post(urls.newAct(id), form, { cookie })).status).toBe(303)
    const acts = await actsOf(id)
    expect(acts).toHaveLength(1)
    expect(acts[0]).toMatchObject({ dueFrom: '2048-04-01', dueTo: '2048-06-01' })
  })

  it('refuses to delete what is public, and its topics stay', async () => {
    const institution = await givenInstitution(services, 'prova')
    const [topic] = await db<{ id: string }[]>`
      insert into platform.topics (institution_id, name_sq) values (${institution.id}, 'Tregjet') returning id`
    const topicId = topic?.id ?? ''
    const { id, official } = await givenPlannedAct(services, { published: true, topicIds: [topicId] })
    expect((await removePlannedAct(services, official, id)).kind).toBe('not-a-draft')
    expect(await listSubjectTopics(db, 'sq', [`consultations.planned-act:${id}`])).toMatchObject([{ id: topicId }])
  })

  it('gives back what was typed when somebody else changed the entry meanwhile', async () => {
    const cookie = await web.signedInAs(staffWith('council-secretary', 'prova'))
    const { id } = await givenPlannedAct(services)
    const form = { titulli: 'Rregullore e dikujt', koha: 'T2', versioni: '1' }
    expect((await web.post(urls.change(id), form, { cookie })).status).toBe(303)
    const late = { titulli: 'Titulli im i shkruar', koha: '03', propozuesi: 'Drejtoria ime', versioni: '1' }
    const answer = await web.post(urls.change(id), late, { cookie })
    const page = await answer.text()
    expect(answer.status).toBe(409)
    for (const words of ['Titulli im i shkruar', 'value="03"', 'Drejtoria ime', 'name="versioni" value="2"'])
      expect(page).toContain(words)
    expect((await web.post(urls.change(id), { ...late, versioni: '2' }, { cookie })).status).toBe(303)
  })

  it('links a consultation from its own page, and only with a plan of its institution', async () => {
    const cookie = await web.signedInAs(people.albanianCoordinator)
    const { id } = await givenDraft(services)
    const [own, foreign] = [await givenPlannedAct(services), await givenPlannedAct(services, { institution: 'provas' })]
    const linkPage = urls.link(id)
    expect(await (await web.get(officeUrls.consultation(id), { cookie })).text()).toContain(linkPage)
    expect((await web.post(linkPage, { akti: foreign.id }, { cookie })).status).toBe(422)
    expect((await web.post(linkPage, { akti: own.id }, { cookie })).status).toBe(303)
    expect(await (await web.get(urls.act(own.id), { cookie })).text()).toContain(officeUrls.consultation(id))
    expect((await web.post(linkPage, { akti: '' }, { cookie })).status).toBe(303)
    expect(await db`select from consultations.planned_act_consultations where consultation_id = ${id}`).toHaveLength(0)
  })
})

describe('the calendar of the year', () => {
  it('holds consultations by their days and planned acts by their months, as page, .ics and data', async () => {
    const consultation = await givenConsultation(services, { title: 'Rregullore e kalendarit' })
    const month = { dueFrom: '2026-12-01', dueTo: '2026-12-01', title: 'Akt i dhjetorit' }
    await givenPlannedAct(services, { ...month, published: true })
    const page = await read(calendarUrl(2026))
    expect(page).toContain('Rregullore e kalendarit')
    expect(page).toContain('Mbyllet konsultimi')
    expect(page).toContain('Akt i dhjetorit')
    expect(await read(`${calendarUrl(2026)}?institucioni=provas`)).not.toContain('Rregullore e kalendarit')
    const ics = await web.get(`${calendarUrl(2026)}.ics?institucioni=prova`)
    expect(ics.headers.get('content-type')).toContain('text/calendar')
    expect(await ics.text()).toContain(`consultation-${consultation.id}-closes@`.slice(0, 40))
    expect((await web.get(`${calendarUrl(2026)}.json?ku=internet`)).status).toBe(200)
    expect(await read(`${calendarUrl(2026)}?ku=internet`)).not.toContain('Akt i dhjetorit')
    expect((await web.get(calendarUrl('tani'))).status).toBe(404)
  })
})
