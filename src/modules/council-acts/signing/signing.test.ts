import { randomUUID } from 'node:crypto'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { officialWith, staffWith } from '#modules/consultations/testing.ts'
import { givenCouncil } from '#modules/council/people/testing.ts'
import { givenPlayedMeeting } from '#modules/council/minutes/testing.ts'
import { addRevision, aPdf, makeSigner, signPdf } from '#platform/signatures/signatures-testing.ts'
import { outcomeOf, type SignatureReport } from '#platform/signatures/signature-report-rules.ts'
import { testDatabase } from '#test/database.ts'
import { entriesOf, UNENTERED } from '#test/ledger.ts'
import { testWeb } from '#test/web.ts'
import { findAct } from '../act-queries.ts'
import { confirmText } from '../making/confirm-text.ts'
import { givenActText } from '../reading/testing.ts'
import { givenAct } from '../testing.ts'
import { actOfficeUrls } from '../urls.ts'
import { enterReturn } from './return-act.ts'
import { findReturnStanding, returnIsOpen } from './return-queries.ts'
import { SignatureReportPart } from './signature-report-part.tsx'
import { viewSignatures } from './signing-view.ts'
import { givenMayorMayReturn } from './testing.ts'
import { signingUrls as urls } from './urls.ts'
import { writeSigners } from './write-signers.ts'

const db = await testDatabase()
const web = testWeb(db)
const { services } = web
const cookies = {
  prova: await web.signedInAs(staffWith('council-secretary', 'prova')),
  provas: await web.signedInAs(staffWith('council-secretary', 'provas')),
}
const root = await makeSigner({ name: 'Autoriteti Provë', organisation: 'Lëshuesi', authority: true })
const chair = await makeSigner({ name: 'Lule Kryesuese', issuer: root })
const signed = await signPdf(aPdf(), chair)
const altered = Buffer.from(signed)
altered[signed.indexOf('(Vendim)') + 1] = 'W'.charCodeAt(0)

const textOf = async (path: string, cookie: string) => (await web.get(path, { cookie })).text()
const versionOf = async (id: string) => String((await findAct(db, id))?.version ?? 0)
const dayOf = (name: string, day: string) => {
  const [year = '', month = '', date = ''] = day.split('-')
  return { [`${name}-day`]: date, [`${name}-month`]: month, [`${name}-year`]: year }
}
const fileOf = (bytes: Buffer, name = 'akti.pdf') => new File([Uint8Array.from(bytes)], name)
type Put = { way?: string; reason?: string; form?: string; cookie?: string }
const put = async (id: string, file: File, { way = 'electronic', reason = '', form, cookie }: Put = {}) =>
  web.post(
    urls.file(id),
    {
      versioni: await versionOf(id),
      dergesa: form ?? randomUUID(),
      menyra: way,
      'arsyeja-skedarit': reason,
      skedari: file,
    },
    { cookie: cookie ?? cookies.prova },
  )
const reportsOf = (id: string) => db<{ report: SignatureReport; way: string }[]>`
  select report, way from council_acts.signature_checks where act_id = ${id} order by checked_at, document_id`
const publicPart = async (id: string, lang: 'sq' | 'en' = 'sq') => {
  const view = await viewSignatures(db, lang, id)
  return view && (SignatureReportPart({ lang, view }) as { toString: () => string }).toString()
}

describe.each([
  ['prova', 'kryetari i këshillit'],
  ['provas', 'kryesuesi i kuvendit'],
] as const)('the signing of an act in %s', (institution, post) => {
  const cookie = cookies[institution]

  it('proposes who signs from the record of the body on the day of adoption, and keeps who did and when', async () => {
    const council = await givenCouncil(services, { institution })
    const act = await givenAct(services, { institution, state: 'numbered', bodyId: council.bodyId })
    const page = await textOf(actOfficeUrls.signing(act.id), cookie)
    expect(page).toContain(council.members[0]?.name)
    expect(page).toContain(post)
    const order = { versioni: '1', dergesa: randomUUID(), kryesuesi: 'Arbla Vjenësi', sekretari: 'Ëma Çela' }
    const sign = (fields: Record<string, string>) => web.post(actOfficeUrls.signing(act.id), fields, { cookie })
    expect((await sign({ ...order, ...dayOf('nenshkruar', '2026-10-04') })).status).toBe(422)
    expect((await sign({ ...order, ...dayOf('nenshkruar', '2026-11-23') })).status).toBe(422)
    expect((await sign({ ...order, kryesuesi: '', ...dayOf('nenshkruar', '2026-10-06') })).status).toBe(422)
    expect(await versionOf(act.id)).toBe('1')
    const good = { ...order, ...dayOf('nenshkruar', '2026-10-06') }
    expect([(await sign(good)).status, (await sign(good)).status]).toEqual([303, 303])
    expect(await findAct(db, act.id)).toMatchObject({
      chairName: 'Arbla Vjenësi',
      secretaryName: 'Ëma Çela',
      signedOn: '2026-10-06',
      version: 2,
    })
    // Again, and otherwise: with the reason.
    const other = { ...good, versioni: '2', dergesa: randomUUID(), sekretari: '' }
    expect((await sign(other)).status).toBe(422)
    expect((await sign({ ...other, versioni: '1', arsyeja: 'Gabim në emër' })).status).toBe(409)
    expect((await sign({ ...other, arsyeja: 'Gabim në emër' })).status).toBe(303)
    const events = await db`select kind, happened_on from council_acts.act_events where act_id = ${act.id} order by id`
    expect(events.map(({ kind }) => kind as string)).toEqual(['adopted', 'signed', 'signed'])
  })

  it('gives the paper to sign with number, day, text and a place for each who signs', async () => {
    const act = await givenAct(services, { institution, state: 'numbered', title: 'Për tarifat e provës' })
    await givenActText(services, act)
    await writeSigners(
      services,
      act.id,
      { chairName: 'Arbla Vjenësi', secretaryName: null, signedOn: '2026-10-06' },
      { reason: null, by: 'program', seen: null, formId: randomUUID() },
    )
    const answer = await web.get(urls.paper(act.id, 'docx'), { cookie })
    const files = unzipSync(new Uint8Array(await answer.arrayBuffer()))
    const words = strFromU8(files['word/document.xml'] ?? new Uint8Array())
    for (const part of [
      'Për tarifat e provës',
      `${act.serial}/2026`,
      '5 tetor 2026',
      'Neni 1',
      'Arbla Vjenësi',
      'Sekretari',
    ])
      expect(words).toContain(part)
    expect(words).not.toContain('Projekt')
    expect((await web.get(urls.paper(act.id, 'pdf'), { cookie })).headers.get('content-type')).toBe('application/pdf')
    const bare = await givenAct(services, { institution, state: 'numbered' })
    const draft = await web.get(urls.paper(bare.id, 'docx'), { cookie })
    const bareWords = strFromU8(
      unzipSync(new Uint8Array(await draft.arrayBuffer()))['word/document.xml'] ?? new Uint8Array(),
    )
    expect(bareWords).toContain('Projekt')
  })
})

describe('the signed file', () => {
  it('is checked when it is put in, and the office reads plainly what the check said and did not ask', async () => {
    const { id } = await givenAct(services, { state: 'numbered' })
    const form = randomUUID()
    expect((await put(id, fileOf(signed), { form })).status).toBe(303)
    expect((await put(id, fileOf(signed), { form })).status).toBe(303)
    expect((await reportsOf(id)).map(({ report }) => outcomeOf(report))).toEqual(['valid'])
    const page = await textOf(actOfficeUrls.signing(id), cookies.prova)
    for (const words of ['I rregullt', 'Lule Kryesuese, Bashkia Provë', 'revokuar', 'nuk i është dhënë asnjë listë'])
      expect(page).toContain(words)
    const english = await textOf(`/en${actOfficeUrls.signing(id)}`, cookies.prova)
    expect(english).toContain('the file was not changed after signing')
    // Nobody outside reads anything of it before the act is announced.
    expect(await viewSignatures(db, 'sq', id)).toMatchObject({ files: [] })
    const [document] = await db<{ id: string; role: string; class: string }[]>`
      select id, role, class from platform.documents where subject = ${`council-acts.act:${id}`}`
    expect(document).toMatchObject({ role: 'signed', class: 'public' })
    expect((await web.get(`/dokumente/${document?.id}/skedari`)).status).toBe(404)
  })

  it('that was altered, or added to, is shown as that; the one before stays with its own check', async () => {
    const { id } = await givenAct(services, { state: 'numbered' })
    expect((await put(id, fileOf(altered))).status).toBe(303)
    expect(await textOf(actOfficeUrls.signing(id), cookies.prova)).toContain('Skedari është ndryshuar pas nënshkrimit.')
    expect((await put(id, fileOf(addRevision(signed)))).status).toBe(422)
    services.clock.passMinutes(1)
    expect((await put(id, fileOf(addRevision(signed)), { reason: 'Skedari i gabuar' })).status).toBe(303)
    services.clock.passMinutes(1)
    expect((await put(id, fileOf(signed), { reason: 'Skedari i drejtë' })).status).toBe(303)
    expect((await reportsOf(id)).map(({ report }) => outcomeOf(report))).toEqual(['altered', 'added-after', 'valid'])
    const page = await textOf(actOfficeUrls.signing(id), cookies.prova)
    for (const words of ['Skedarët e mëparshëm', 'I ndryshuar pas nënshkrimit', 'Me shtesë pas nënshkrimit'])
      expect(page).toContain(words)
    expect((await put(id, fileOf(signed), { reason: 'Përsëri' })).status).toBe(422)
  })

  it('without an electronic signature is refused as one, and taken as the scan that it is', async () => {
    const { id } = await givenAct(services, { state: 'numbered' })
    const refused = await put(id, fileOf(aPdf()))
    expect([refused.status, (await refused.text()).includes('nuk u gjet nënshkrim elektronik')]).toEqual([422, true])
    expect((await put(id, fileOf(Buffer.from('asgjë'), 'a.txt'))).status).toBe(422)
    expect(await reportsOf(id)).toEqual([])
    expect((await put(id, fileOf(aPdf()), { way: 'ink' })).status).toBe(303)
    const page = await textOf(actOfficeUrls.signing(id), cookies.prova)
    expect(page).toContain('Kopje e skanuar e një akti të nënshkruar me dorë. Nuk ka nënshkrim elektronik')
  })

  it('of an announced act is a change that everybody sees, with its reason and an entry in the ledger', async () => {
    const act = await givenAct(services, { state: 'announced' })
    const subject = `council-acts.act:${act.id}`
    expect((await put(act.id, fileOf(signed))).status).toBe(422)
    expect((await entriesOf(db, subject)).length).toBe(1)
    expect((await put(act.id, fileOf(signed), { reason: 'Nënshkrimi u mor më vonë' })).status).toBe(303)
    expect((await entriesOf(db, subject)).length).toBe(2)
    const part = await publicPart(act.id)
    for (const words of ['Nënshkrimi', 'I rregullt', 'Lule Kryesuese', 'Nënshkrimi u mor më vonë'])
      expect(part).toContain(words)
    expect(await publicPart(act.id, 'en')).toContain('whether the signature is qualified by law')
    const [document] = await db<{ id: string }[]>`select id from platform.documents where subject = ${subject}`
    expect((await web.get(`/dokumente/${document?.id}/skedari`)).status).toBe(200)
    await expect(
      db`update council_acts.signature_checks set way = 'ink' where act_id = ${act.id}`,
    ).rejects.toMatchObject(UNENTERED)
  })

  it('of a restricted act stays inside with its act', async () => {
    const wish = { restricted: true, publicTitle: 'Akt individual', restrictedGround: 'Të dhëna personale' }
    const { id } = await givenAct(services, { state: 'announced', ...wish })
    expect((await put(id, fileOf(signed), { reason: 'Nënshkrimi u mor' })).status).toBe(303)
    const [document] = await db<{ id: string; class: string }[]>`
      select id, class from platform.documents where subject = ${`council-acts.act:${id}`}`
    expect(document?.class).toBe('internal')
    expect((await web.get(`/dokumente/${document?.id}/skedari`)).status).toBe(404)
    expect((await viewSignatures(db, 'sq', id))?.files).toEqual([])
  })

  it('is compared with the certificates of the operator, where there are some', async () => {
    const trust = join(services.settings.dataFolder, 'trust')
    await mkdir(trust, { recursive: true })
    await writeFile(join(trust, 'autoriteti.pem'), root.pem)
    const { id } = await givenAct(services, { state: 'numbered' })
    expect((await put(id, fileOf(signed))).status).toBe(303)
    expect((await reportsOf(id))[0]?.report.signatures[0]?.trust).toBe('trusted')
  })

  it('is put in by the secretary of that council alone, and for no act that has no number or a void one', async () => {
    const { id } = await givenAct(services, { state: 'draft' })
    expect((await put(id, fileOf(signed))).status).toBe(409)
    const other = await givenAct(services, { state: 'numbered' })
    expect((await put(other.id, fileOf(signed), { cookie: cookies.provas })).status).toBe(404)
  })
})

describe('the return by the mayor', () => {
  const by = { by: 'program', seen: null } as const
  const order = { returnedOn: '2026-10-08', reasons: 'Bie ndesh me buxhetin e miratuar.', protocol: '118' }
  const settle = async (id: string, fields: Record<string, string>, form: string = randomUUID()) =>
    web.post(
      urls.outcome(id),
      { versioni: await versionOf(id), dergesa: form, ...dayOf('vendosur', '2026-10-20'), ...fields },
      { cookie: cookies.prova },
    )

  it('is known only where the settings of the institution say so', async () => {
    const act = await givenAct(services, { institution: 'provas', state: 'numbered' })
    expect(await enterReturn(services, act.id, order, { ...by, formId: randomUUID() })).toBe('not-here')
    expect(await textOf(urls.mayorReturn(act.id), cookies.provas)).toContain('nuk e njohin kthimin')
  })

  it('has a day and reasons, once at a time; the act waits, and everybody who follows the record knows why', async () => {
    await givenMayorMayReturn(services, 'prova')
    const { id } = await givenAct(services, { state: 'numbered' })
    const send = (fields: Record<string, string>) => web.post(urls.mayorReturn(id), fields, { cookie: cookies.prova })
    const fields = { versioni: '1', dergesa: randomUUID(), arsyet: order.reasons, protokolli: '118' }
    expect((await send({ ...fields, ...dayOf('kthyer', '2026-10-01') })).status).toBe(422)
    expect((await send({ ...fields, arsyet: '', ...dayOf('kthyer', '2026-10-08') })).status).toBe(422)
    const good = { ...fields, ...dayOf('kthyer', '2026-10-08') }
    expect([(await send(good)).status, (await send(good)).status]).toEqual([303, 303])
    expect(await returnIsOpen(db, id)).toBe(true)
    expect((await send({ ...good, versioni: '2', dergesa: randomUUID() })).status).toBe(409)
    const page = await textOf(urls.mayorReturn(id), cookies.prova)
    for (const words of ['Ligji i provës, neni 64', 'pret të rishqyrtohet', order.reasons])
      expect(page).toContain(words)
    expect(await textOf(actOfficeUrls.act(id), cookies.prova)).toContain('Kthimi nga kryetari')
    const announced = await givenAct(services, { state: 'announced' })
    expect(await enterReturn(services, announced.id, order, { ...by, formId: randomUUID() })).toBe('wrong-state')
  })

  it('ends upheld by a vote, or with words where the vote is not here', async () => {
    const { votes } = await givenPlayedMeeting(services, { daysAgo: 2 })
    const { id } = await givenAct(services, { state: 'numbered' })
    await enterReturn(services, id, order, { ...by, formId: randomUUID() })
    expect((await settle(id, { vendosi: 'upheld' })).status).toBe(422)
    expect((await settle(id, { vendosi: 'upheld', votimi: `council.vote:${randomUUID()}` })).status).toBe(422)
    expect(
      (await settle(id, { vendosi: 'upheld', shenim: 'U votua.', ...dayOf('vendosur', '2026-10-07') })).status,
    ).toBe(422)
    expect(await returnIsOpen(db, id)).toBe(true)
    expect(await textOf(urls.mayorReturn(id), cookies.prova)).toContain(votes.byName)
    const form = randomUUID()
    const fields = { vendosi: 'upheld', votimi: `council.vote:${votes.byName}`, ...dayOf('vendosur', '2026-11-20') }
    expect([(await settle(id, fields, form)).status, (await settle(id, fields, form)).status]).toEqual([303, 303])
    expect(await findReturnStanding(db, id)).toBe('none')
    expect((await settle(id, fields)).status).toBe(409)
    const events = await db`select kind from council_acts.act_events where act_id = ${id} order by id`
    expect(events.map(({ kind }) => kind as string)).toEqual(['adopted', 'returned-by-mayor', 'reconsidered'])
  })

  it('ends changed: the text is opened again as a draft, and confirmed again', async () => {
    const official = await officialWith(services, ['council-secretary', 'prova'])
    const act = await givenAct(services, { state: 'numbered' })
    const { textId } = await givenActText(services, act)
    await enterReturn(services, act.id, order, { ...by, formId: randomUUID() })
    expect((await settle(act.id, { vendosi: 'changed', shenim: 'U votua me ndryshime.' })).status).toBe(303)
    expect((await findAct(db, act.id))?.textState).toBe('laid')
    const versions = await db`select state from platform.text_versions where text_id = ${textId} order by n`
    expect(versions.map(({ state }) => state as string)).toEqual(['published', 'draft'])
    await db`
      update platform.text_nodes set body = 'Familjet paguajnë 1 500 lekë në vit.'
      where version_id = (select id from platform.text_versions where text_id = ${textId} and state = 'draft')
        and body like 'Familjet paguajnë%'`
    const seen = Number(await versionOf(act.id))
    expect(await confirmText(services, official, act.id, { seen, aside: 'U ndryshua pas kthimit.' })).toBe('done')
    const states = await db`
      select state.role, version.n from council_acts.states as state
      join platform.text_versions as version on version.id = state.version_id where state.act_id = ${act.id} order by version.n`
    expect(states.map(({ role }) => role as string)).toEqual(['laid', 'adopted'])
  })

  it('ends withdrawn: the number is void with the reason, and stays in the register; a draft gets none', async () => {
    const { id } = await givenAct(services, { state: 'numbered' })
    await enterReturn(services, id, order, { ...by, formId: randomUUID() })
    expect((await settle(id, { vendosi: 'withdrawn' })).status).toBe(422)
    expect((await settle(id, { vendosi: 'withdrawn', shenim: 'Këshilli hoqi dorë.' })).status).toBe(303)
    expect(await findAct(db, id)).toMatchObject({ state: 'void', voidReason: 'Këshilli hoqi dorë.' })
    const draft = await givenAct(services, { state: 'draft' })
    await enterReturn(services, draft.id, order, { ...by, formId: randomUUID() })
    expect((await settle(draft.id, { vendosi: 'withdrawn', shenim: 'Këshilli hoqi dorë.' })).status).toBe(303)
    expect([(await findAct(db, draft.id))?.state, await findReturnStanding(db, draft.id)]).toEqual([
      'draft',
      'withdrawn',
    ])
    const again = { ...by, formId: randomUUID() }
    expect(await enterReturn(services, draft.id, order, again)).toBe('withdrawn-before')
  })
})
