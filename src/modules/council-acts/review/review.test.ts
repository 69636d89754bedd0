import { randomUUID } from 'node:crypto'
import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { officialWith, staffWith } from '#modules/consultations/testing.ts'
import { deadlineView } from '#platform/deadlines/deadline-view.ts'
import { setOwnTerm } from '#platform/deadlines/terms/set-own-term.ts'
import { refOf } from '#platform/subjects/subject-rules.ts'
import { testDatabase } from '#test/database.ts'
import { entriesOf, recordOf } from '#test/ledger.ts'
import { addTestInstitution, INSTITUTIONS } from '#test/template.ts'
import { testWeb } from '#test/web.ts'
import { findAct, type Act } from '../act-queries.ts'
import { ACT_RECORD, CHECK_AGAIN_SLOT, CHECK_SLOT, DEPOSIT_SLOT } from '../act-rules.ts'
import { givenAct } from '../testing.ts'
import { giveVerdict, type VerdictOrder } from './give-verdict.ts'
import { startDeposit } from './keep-deposit-clock.ts'
import { viewLegality } from './legality-view.ts'
import { publishedTransmittals, publishedVerdicts } from './review-records.ts'
import { givenAuthority, givenTransmittal } from './testing.ts'
import { deskUrls, reviewUrls as urls } from './urls.ts'

const db = await testDatabase()
const web = testWeb(db)
const { services } = web
for (const slug of ['qarku', 'qarku-tjeter'])
  await addTestInstitution(db, {
    ...INSTITUTIONS.albania,
    slug,
    names: { sq: `Prefekti ${slug}`, en: `Prefect ${slug}` },
  })
const secretary = await web.signedInAs(staffWith('council-secretary', 'prova'))
const kosovar = await web.signedInAs(staffWith('council-secretary', 'provas'))
const prefect = await web.signedInAs(staffWith('supervising-authority', 'qarku'))
const stranger = await web.signedInAs(staffWith('supervising-authority', 'qarku-tjeter'))
const by = await officialWith(services, ['council-secretary', 'prova'])
await givenAuthority(services, 'prova', 'qarku')

const textOf = async (path: string, cookie?: string) => (await web.get(path, cookie ? { cookie } : {})).text()
const legalityOf = async ({ id }: Act) => (await findAct(db, id))?.legality
const day = (name: string, on = '2026-11-22') => {
  const [year = '', month = '', date = ''] = on.split('-')
  return { [`${name}-day`]: date, [`${name}-month`]: month, [`${name}-year`]: year }
}
const idIn = (answer: Response) => /dergesat\/([0-9a-f-]{36})/.exec(answer.headers.get('location') ?? '')?.[1] ?? ''
const versionOf = async (id: string) => {
  const [row] = await db<{ version: number }[]>`select version from council_acts.transmittals where id = ${id}`
  return String(row?.version ?? 0)
}
const clockOf = (act: Act, slot: string) => deadlineView(services, 'sq', refOf(ACT_RECORD, act.id), slot)
const say = (act: Act, order: Partial<VerdictOrder> & Pick<VerdictOrder, 'kind'>) =>
  giveVerdict(services, {
    actIds: [act.id],
    on: '2026-11-22',
    protocol: '5',
    reasons: order.kind === 'conform' ? null : 'Neni 4 bie ndesh me ligjin',
    effectiveOn: null,
    correcting: false,
    formId: randomUUID(),
    as: 'secretary',
    by,
    ...order,
  })
/** The institution of an act in a form. */
const formOf = (acts: readonly Act[], more: Record<string, string> = {}) => ({
  dergesa: randomUUID(),
  institucioni: acts[0]?.institutionId ?? '',
  aktet: acts.map(({ id }) => id),
  organi: 'Prefekti i Qarkut Provë',
  adresa: 'Sheshi 1',
  protokolli: '',
  fjalet: '',
  menyra: 'hand',
  ...more,
})

const SECRET = 'Agron Fshehta'
const hidden = { restricted: true, publicTitle: 'Vendim për një ndihmë', restrictedGround: 'Emërton një person' }

describe('a bundle of three acts', () => {
  let acts: Act[] = []
  let id = ''

  it('is chosen from what waits, the nearest day first, and a form that arrives twice makes one letter', async () => {
    acts = [
      await givenAct(services, { title: 'Për taksat vendore' }),
      await givenAct(services, { title: 'Për tregjet', adoptedOn: '2026-11-05', nature: 'normative' }),
      await givenAct(services, { title: `Ndihmë për ${SECRET}`, nature: 'individual', ...hidden }),
    ]
    for (const act of acts) await db.begin((tx) => startDeposit(tx, services, act, 'program'))
    const page = await textOf(`${urls.create()}?akti=${acts[1]?.id}`, secretary)
    expect(page).toContain('Afati kaloi më 19 tetor 2026')
    expect(page).toContain('Ligji nuk e kërkon dërgimin; zgjidhni vetë.')
    expect(page.indexOf('Për taksat')).toBeLessThan(page.indexOf('Për tregjet'))
    const fields = formOf(acts)
    expect((await web.post(urls.create(), { ...fields, aktet: [], organi: '' }, { cookie: secretary })).status).toBe(
      422,
    )
    const [first, second] = [
      await web.post(urls.create(), fields, { cookie: secretary }),
      await web.post(urls.create(), fields, { cookie: secretary }),
    ]
    id = idIn(first)
    expect([first.status, second.status, idIn(second)]).toEqual([303, 303, id])
    // What stands in a draft waits no more, and nobody outside knows of it.
    expect((await web.post(urls.create(), formOf(acts), { cookie: secretary })).status).toBe(409)
    expect(await entriesOf(db, `council-acts.transmittal:${id}`)).toEqual([])
    expect((await web.get(deskUrls.one(id), { cookie: prefect })).status).toBe(404)
  })

  it('goes with one letter, and the letter and its acts can be taken along', async () => {
    const docx = await web.get(urls.letter(id, 'docx'), { cookie: secretary })
    expect(docx.status).toBe(200)
    const words = strFromU8(
      unzipSync(new Uint8Array(await docx.arrayBuffer()))['word/document.xml'] ?? new Uint8Array(),
    )
    for (const one of ['Prefekti i Qarkut Provë', 'Për taksat vendore', SECRET, 'këshillit bashkiak'])
      expect(words).toContain(one)
    const zip = unzipSync(new Uint8Array(await (await web.get(urls.bundle(id), { cookie: secretary })).arrayBuffer()))
    const names = Object.keys(zip)
    expect(names.filter((name) => name.startsWith('00-shkresa')).length).toBeGreaterThan(0)
    expect(names.filter((name) => name.endsWith('teksti.txt'))).toHaveLength(3)
    expect(names.join()).not.toContain('fshehta')
  })

  it('is sent once: it takes its number, ends the clock, and everybody reads that it went', async () => {
    const fields = { versioni: await versionOf(id), ...day('dergimi'), menyra: 'hand', protokolli: '12/3' }
    const late = { ...fields, ...day('dergimi', '2026-11-23') }
    expect((await web.post(urls.send(id), late, { cookie: secretary })).status).toBe(422)
    expect((await web.post(urls.send(id), { ...fields, menyra: 'mail' }, { cookie: secretary })).status).toBe(422)
    const sent = await Promise.all([1, 2].map(() => web.post(urls.send(id), fields, { cookie: secretary })))
    expect(sent.map(({ status }) => status).toSorted()).toEqual([303, 409])
    expect(await textOf(urls.one(id), secretary)).toContain('Dërgesa 1/2026 për ligjshmëri')
    expect(await Promise.all(acts.map(legalityOf))).toEqual(['sent', 'sent', 'sent'])
    const [first, , third] = acts as [Act, Act, Act]
    expect((await clockOf(first, DEPOSIT_SLOT))?.deadline.state).toBe('met')
    expect(await clockOf(third, DEPOSIT_SLOT)).toBeNull()
    const story = await viewLegality(services, 'sq', first.id)
    expect([story?.deposit?.late, story?.sendings[0]?.number, story?.sendings[0]?.protocol]).toEqual([
      true,
      '1/2026',
      '12/3',
    ])
    expect((await entriesOf(db, `council-acts.transmittal:${id}`)).length).toBe(1)
    expect((await recordOf(db, publishedTransmittals, id))?.acts).toHaveLength(3)
  })

  it('is read and registered by the authority it was sent to, and by no other', async () => {
    for (const cookie of [stranger, secretary, kosovar])
      expect((await web.get(deskUrls.one(id), { cookie })).status).not.toBe(200)
    expect((await web.get(urls.one(id), { cookie: prefect })).status).toBe(403)
    expect((await web.get(urls.one(id), { cookie: kosovar })).status).toBe(404)
    expect(await textOf(deskUrls.list(), stranger)).not.toContain('1/2026')
    expect(await textOf(deskUrls.list(), prefect)).toContain('1/2026')
    expect(await textOf('/zyra', prefect)).toContain('Dërgesa për ligjshmëri pa pranim')
    const third = acts[2] as Act
    expect(await textOf(deskUrls.act(id, third.id), prefect)).toContain(SECRET)
    expect((await web.get(deskUrls.act(id, third.id), { cookie: stranger })).status).toBe(404)
    const fields = { versioni: await versionOf(id), 'protokolli-organit': '', ...day('pranimi') }
    expect((await web.post(deskUrls.receive(id), fields, { cookie: prefect })).status).toBe(422)
    const typed = { ...fields, 'protokolli-organit': '901/2' }
    expect((await web.post(deskUrls.receive(id), typed, { cookie: stranger })).status).toBe(404)
    expect((await web.post(deskUrls.receive(id), typed, { cookie: prefect })).status).toBe(303)
    expect((await web.post(deskUrls.receive(id), typed, { cookie: prefect })).status).toBe(409)
    expect(await Promise.all(acts.map(legalityOf))).toEqual(['registered', 'registered', 'registered'])
    expect((await clockOf(third, CHECK_SLOT))?.deadline.dueOn).toBe('2026-12-02')
    expect(await textOf(deskUrls.list(), prefect)).toContain('2 dhjetor 2026')
    expect(
      (
        await web.post(
          urls.withdraw(id),
          { versioni: await versionOf(id), 'arsyeja-terheqjes': 'Gabim' },
          { cookie: secretary },
        )
      ).status,
    ).toBe(409)
  })

  it('is answered for several acts at once; what speaks against an act needs reasons, and the secretary has a task', async () => {
    const [first, second, third] = acts as [Act, Act, Act]
    const fields = { dergesa: randomUUID(), aktet: [first.id, third.id], ...day('dita'), numri: '902', arsyet: '' }
    const other = { ...fields, aktet: [(await givenAct(services)).id], pergjigjja: 'conform' }
    expect((await web.post(deskUrls.verdicts(id), other, { cookie: prefect })).status).toBe(422)
    expect(
      (await web.post(deskUrls.verdicts(id), { ...fields, pergjigjja: 'returned' }, { cookie: prefect })).status,
    ).toBe(422)
    // A judgment is not the authority's to state.
    expect(
      (await web.post(deskUrls.verdicts(id), { ...fields, pergjigjja: 'upheld' }, { cookie: prefect })).status,
    ).toBe(422)
    const reasons = { ...fields, pergjigjja: 'returned', arsyet: `Ndihma për ${SECRET} nuk ka bazë` }
    // The same words with an act that names nobody would stand before everybody.
    expect((await web.post(deskUrls.verdicts(id), reasons, { cookie: prefect })).status).toBe(422)
    const alone = { ...reasons, aktet: [third.id] }
    expect((await web.post(deskUrls.verdicts(id), alone, { cookie: prefect })).status).toBe(303)
    expect((await web.post(deskUrls.verdicts(id), alone, { cookie: prefect })).status).toBe(303)
    const ofTaxes = { ...reasons, dergesa: randomUUID(), aktet: [first.id], arsyet: 'Neni 4 bie ndesh me ligjin' }
    expect((await web.post(deskUrls.verdicts(id), ofTaxes, { cookie: prefect })).status).toBe(303)
    const conform = { ...fields, dergesa: randomUUID(), aktet: [second.id], pergjigjja: 'conform' }
    expect((await web.post(deskUrls.verdicts(id), conform, { cookie: prefect })).status).toBe(303)
    expect(await Promise.all(acts.map(legalityOf))).toEqual(['returned', 'conform', 'returned'])
    expect((await clockOf(second, CHECK_SLOT))?.deadline.state).toBe('met')
    const tasks = await db`select from platform.tasks where title like '%u kthye nga organi i ligjshmërisë%'`
    expect(tasks).toHaveLength(2)
    const open = await viewLegality(services, 'sq', first.id)
    expect(open?.verdicts.map(({ kind, enteredAs }) => [kind, enteredAs])).toEqual([['returned', 'authority']])
  })

  it('says nothing to the public of what names a private person', async () => {
    const third = acts[2] as Act
    const story = await viewLegality(services, 'sq', third.id)
    expect([story?.verdicts[0]?.reasons, JSON.stringify(story).includes(SECRET)]).toEqual([null, false])
    for (const path of ['/te-dhena/ligjshmeria-e-akteve.csv', '/te-dhena/ligjshmeria-e-akteve.json', '/afate']) {
      const answer = await web.get(path)
      expect(await answer.text()).not.toContain('Fshehta')
    }
    expect(await textOf('/te-dhena/ligjshmeria-e-akteve.csv')).toContain('Vendim për një ndihmë')
    const [verdict] = await db<{ id: string }[]>`select id from council_acts.verdicts where act_id = ${third.id}`
    const record = await recordOf(db, publishedVerdicts, verdict?.id ?? '')
    expect([record?.body, JSON.stringify(record).includes(SECRET)]).toEqual([null, false])
    expect(JSON.stringify(await db`select * from council_acts.published_verdicts`)).not.toContain(SECRET)
  })

  it('goes a second time after the council has looked again; then a court decides, and the act applies until then', async () => {
    const act = acts[0] as Act
    const again = { dergesa: randomUUID(), si: 'adopted-again', pershkrimi: 'U miratua përsëri', ...day('rishqyrtimi') }
    expect((await web.post(urls.reExamine(act.id), { ...again, si: '' }, { cookie: secretary })).status).toBe(422)
    expect((await web.post(urls.reExamine(act.id), again, { cookie: kosovar })).status).toBe(404)
    expect((await web.post(urls.reExamine(act.id), again, { cookie: secretary })).status).toBe(303)
    await givenTransmittal(services, { acts: [(await findAct(db, act.id)) as Act], state: 'received', by })
    expect(await legalityOf(act)).toBe('re-examined')
    expect((await clockOf(act, CHECK_AGAIN_SLOT))?.deadline.dueOn).toBe('2026-12-02')
    expect(await say(act, { kind: 'returned' })).toBe('not-now')
    expect(await say(act, { kind: 'court', protocol: '31-2026-9', reasons: null })).toBe('done')
    const page = await textOf(urls.act(act.id), secretary)
    expect(page).toContain('Deri në vendimin e gjykatës akti zbatohet.')
    expect(page).toContain('U miratua përsëri me një votim të ri')
    expect(await say(act, { kind: 'annulled', effectiveOn: '2026-11-25' })).toBe('done')
    const annulled = await findAct(db, act.id)
    expect([annulled?.legality, annulled?.inForceTo]).toEqual(['annulled', '2026-11-25'])
    const kinds = await db<
      { kind: string }[]
    >`select kind from council_acts.act_events where act_id = ${act.id} order by id`
    expect(kinds.map(({ kind }) => kind)).toEqual([
      'adopted',
      'transmitted',
      'registered',
      'returned',
      're-examined',
      'registered',
      'sent-to-court',
      'annulled',
    ])
  })

  it('keeps a mistake visible beside its correction, and gives the act its end back', async () => {
    const act = acts[0] as Act
    const fields = { dergesa: randomUUID(), korrigjim: 'po', ...day('k-dita'), 'k-numri': '', 'k-arsyet': '' }
    const upheld = { ...fields, 'k-pergjigjja': 'upheld' }
    expect((await web.post(urls.verdict(act.id), upheld, { cookie: secretary })).status).toBe(303)
    const now = await findAct(db, act.id)
    expect([now?.legality, now?.inForceTo]).toEqual(['upheld', null])
    const story = await viewLegality(services, 'sq', act.id)
    expect(story?.verdicts.map(({ kind, replaced }) => [kind, replaced])).toEqual([
      ['returned', false],
      ['court', false],
      ['annulled', true],
      ['upheld', false],
    ])
    expect(await textOf(urls.act(act.id), secretary)).toContain('Ky shënim u korrigjua më pas.')
    await expect(db`update council_acts.verdicts set kind = 'conform' where act_id = ${act.id}`).rejects.toThrow(
      /never changes/,
    )
    // The authority's own word is not the secretary's to correct.
    expect(await say(acts[1] as Act, { kind: 'mistake', correcting: true })).toBe('not-now')
  })
})

describe('a letter', () => {
  it('is withdrawn with a reason as long as nobody has received it: its number stays, its acts wait again', async () => {
    const { id, acts } = await givenTransmittal(services, { by })
    const [act] = acts as [Act]
    const fields = { versioni: await versionOf(id), 'arsyeja-terheqjes': 'Shkoi pa aneks' }
    expect((await web.post(urls.withdraw(id), fields, { cookie: secretary })).status).toBe(303)
    expect([await legalityOf(act), (await clockOf(act, DEPOSIT_SLOT))?.deadline.state]).toEqual(['none', 'running'])
    expect((await web.get(deskUrls.one(id), { cookie: prefect })).status).toBe(404)
    expect(await textOf(urls.one(id), secretary)).toContain('Shkoi pa aneks')
    expect((await recordOf(db, publishedTransmittals, id))?.withdrawn_reason).toBe('Shkoi pa aneks')
  })

  it('goes by mail with the addresses of what everybody reads, and no word of the rest', async () => {
    await givenAuthority(services, 'prova', 'qarku', 'prefekti@qarku.example')
    const acts = [await givenAct(services), await givenAct(services, { title: `Për ${SECRET}`, ...hidden })]
    await givenTransmittal(services, { acts, channel: 'mail', by })
    const [letter] = await db<{ body: string }[]>`
      select body from platform.mail_messages where recipient = 'prefekti@qarku.example'`
    expect(letter?.body).toContain(`/aktet/${acts[0]?.slug}`)
    expect(letter?.body).not.toContain(SECRET)
  })

  it('in preparation is deleted without a trace outside', async () => {
    const { id } = await givenTransmittal(services, { state: 'draft', by })
    expect((await web.post(urls.discard(id), {}, { cookie: secretary })).status).toBe(303)
    expect((await web.get(urls.one(id), { cookie: secretary })).status).toBe(404)
  })
})

describe('an act', () => {
  it('need not be sent where the secretary says why, and may be sent after all', async () => {
    const act = await givenAct(services, { nature: 'individual' })
    expect(await say(act, { kind: 'not-needed', protocol: null, reasons: 'Akt i brendshëm' })).toBe('done')
    expect(await legalityOf(act)).toBe('not-needed')
    expect((await viewLegality(services, 'sq', act.id))?.verdicts[0]?.reasons).toBe('Akt i brendshëm')
    expect(await say(act, { kind: 'mistake', correcting: true, reasons: 'Duhet dërguar' })).toBe('done')
    expect(await legalityOf(act)).toBe('none')
  })

  it('whose term has passed without an answer is shown so, and nothing is read into the silence', async () => {
    const { acts } = await givenTransmittal(services, { state: 'received', by })
    const [act] = acts as [Act]
    services.clock.set(new Date('2026-12-20T11:00:00Z'))
    const later = await web.signedInAs(staffWith('council-secretary', 'prova'))
    const page = await textOf(urls.act(act.id), later)
    expect(page).toContain('Afati kaloi më 2 dhjetor 2026 pa përgjigje. Ligji nuk thotë çfarë kuptimi ka kjo')
    expect(await say(act, { kind: 'conform', on: '2026-12-19' })).toBe('done')
    expect(await textOf(urls.act(act.id), later)).toContain('Përgjigjja erdhi pas afatit, që ishte 2 dhjetor 2026.')
    services.clock.set(new Date('2026-11-22T11:00:00Z'))
  })
})

describe('in Kosovo', () => {
  it('no term runs until the assembly has set its own; the ministry answers on paper', async () => {
    const act = await givenAct(services, { institution: 'provas' })
    const start = () => db.begin((tx) => startDeposit(tx, services, act, 'program'))
    expect(await start()).toBeNull()
    for (const ruleId of ['XK-LSG-LEGALITY', 'XK-LSG-LEGALITY-CHECK']) {
      const order = {
        ruleId,
        basis: 'Rregullorja e punës, neni 9',
        fromOn: '2026-01-01',
        seen: null,
        formId: randomUUID(),
      }
      const number = { n: 7, unit: 'd', firstDay: 'excluded', roll: 'none' } as const
      expect(await setOwnTerm(services, 'program', act.institutionId, order, number)).toMatchObject({ kind: 'done' })
    }
    expect(await start()).toBe('2026-10-12')
    const page = await textOf(urls.create(), kosovar)
    expect(page).toContain('ministria mbikëqyrëse')
    const { id } = await givenTransmittal(services, { acts: [act], state: 'received', by })
    expect((await clockOf(act, CHECK_SLOT))?.deadline.dueOn).toBe('2026-11-29')
    expect((await web.get(deskUrls.one(id), { cookie: prefect })).status).toBe(404)
    const fields = {
      dergesa: randomUUID(),
      aktet: act.id,
      pergjigjja: 'conform',
      ...day('dita'),
      numri: '4',
      arsyet: '',
    }
    expect((await web.post(urls.verdicts(id), fields, { cookie: secretary })).status).toBe(404)
    expect((await web.post(urls.verdicts(id), fields, { cookie: kosovar })).status).toBe(303)
    expect(await legalityOf(act)).toBe('conform')
  })
})
