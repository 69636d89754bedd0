import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { testDatabase } from '#test/database.ts'
import { testClock, testWeb } from '#test/web.ts'
import { answerNow, answerPeople, givenAnswer } from '../answers/answer-testing.ts'
import { decideAnswer } from '../answers/decide-answer.ts'
import { givenConfirmedGroup } from '../groups/group-testing.ts'
import { correctComment } from '../comments/correct-comment.ts'
import { withdrawComment } from '../comments/withdraw-comment.ts'
import { givenComment, givenConsultation, staffWith } from '../testing.ts'
import { officeAnswerUrls } from '../answers/urls.ts'
import { filledDocument, filledWorkbook, givenDraftersFile, givenReturn } from './drafters-testing.ts'
import { takeReturn, undoReturn } from './take-return.ts'
import { draftersUrls as urls } from './urls.ts'

const db = await testDatabase()
const web = testWeb(db)
const { services } = web
const { coordinator, head } = await answerPeople(services, 'prova')
const cookie = await web.signedInAs(staffWith('consultation-coordinator', 'prova'))
const read = async (path: string) => (await web.get(path, { cookie })).text()
const answersOf = (id: string) => db<
  { state: string; decision: string; reason: string; source: string; drafter: string; number: number }[]
>`
  select state, decision, reason, source, drafter,
         (select count(*)::int from consultations.answered_comments as said where said.answer_id = answer.id) as number
  from consultations.answers as answer where consultation_id = ${id} order by number desc, reason`

type Sent = { id: string }
const bring = (consultation: Sent, bytes: Uint8Array<ArrayBuffer> | string, name: string) =>
  web.post(urls.receive(consultation.id), { skedari: new File([bytes], name) }, { cookie })
/** The address of the return that a file became. */
async function brought(consultation: Sent, bytes: Uint8Array<ArrayBuffer> | string, name: string): Promise<string> {
  const answer = await bring(consultation, bytes, name)
  expect(answer.status).toBe(303)
  return /kthimet\/([0-9a-f-]+)/.exec(answer.headers.get('location') ?? '')?.[1] ?? ''
}
const some = async (consultation: { slug: string }, count: number) => {
  const made = []
  for (let n = 0; n < count; n++)
    made.push(await givenComment(services, consultation, { body: `Kërkesa ${n}: ${'x'.repeat(n)} tregu të hapet.` }))
  return made
}

describe.each(['xlsx', 'docx'] as const)('the table in %s', (format) => {
  it('goes out with forty comments, one line for a group, without names, and comes back as proposals', async () => {
    const consultation = await givenConsultation(services)
    const { code, letters } = await givenConfirmedGroup(services, consultation)
    await some(consultation, 37)
    const file = await givenDraftersFile(services, consultation, { format })
    expect([file.comments, file.lines]).toEqual([40, 38])
    const out = await web.get(urls.file(file.id), { cookie })
    const parts = unzipSync(new Uint8Array(await out.arrayBuffer()))
    const words = strFromU8(
      parts[format === 'xlsx' ? 'xl/worksheets/sheet1.xml' : 'word/document.xml'] ?? new Uint8Array(),
    )
    expect(words).toContain(`H-${file.code}`)
    expect(words).toContain('Pranohet pjesërisht')
    expect(words).toContain('[emri]')
    for (const name of ['Arta Shembull', 'Arben Hoxha', 'Drita Leka', 'Genc Marku']) expect(words).not.toContain(name)
    if (format === 'xlsx') expect(words).toContain('<dataValidation type="list"')

    const fill = (line: string) =>
      line === code
        ? (['pjeserisht', 'Grupi ka të drejtë\npjesërisht.', 'Neni 2: tregu hapet çdo ditë.'] as const)
        : (['REFUZOHET', `=HYPERLINK("x") Arsyeja e ${line}.`] as const)
    const bytes = await (format === 'xlsx' ? filledWorkbook : filledDocument)(services, file, fill)
    const id = await brought(consultation, bytes, `tabela.${format}`)
    expect(await answersOf(consultation.id)).toEqual([])
    expect(await read(urls.returned(id))).toContain('38 rreshta do të bëhen propozime, 0 nuk merren')
    expect((await web.post(urls.take(id), {}, { cookie })).status).toBe(303)
    const [group, ...others] = await answersOf(consultation.id)
    expect(group).toMatchObject({
      state: 'proposed',
      decision: 'partly-accepted',
      reason: 'Grupi ka të drejtë\npjesërisht.',
      source: 'file',
      drafter: 'Drejtoria Juridike',
      number: letters.length,
    })
    expect(others).toHaveLength(37)
    expect(others[0]).toMatchObject({ state: 'proposed', decision: 'rejected', number: 1 })
    expect(others[0]?.reason).toMatch(/^=HYPERLINK/)
    const [{ id: answer } = { id: '' }] = await db<{ id: string }[]>`
      select id from consultations.answers where consultation_id = ${consultation.id} and decision = 'partly-accepted'`
    expect(await read(officeAnswerUrls.one(answer))).toContain('Neni 2: tregu hapet çdo ditë.')

    const again = await bring(consultation, bytes, 'tjeter.' + format)
    expect(again.headers.get('location')).toBe(`${urls.returned(id)}?u=njohur`)
    await web.post(urls.take(id), {}, { cookie })
    expect(await answersOf(consultation.id)).toHaveLength(38)
  })
})

describe('what comes back', () => {
  it('is read by its headings, whatever their order, and from values parted by semicolons too', async () => {
    const consultation = await givenConsultation(services)
    const [said] = await some(consultation, 1)
    const file = await givenDraftersFile(services, consultation)
    const order = [6, 5, 4, 1, 3]
    const bytes = await filledWorkbook(services, file, () => ['Nuk pranohët', 'Ligji nuk e lejon.'], { order })
    const id = await brought(consultation, bytes, 'renditur.xlsx')
    expect(await read(urls.returned(id))).toContain('1 rresht do të bëhen propozime')
    const csv = `Shënim;Arsyetimi;KODI;vendimi\nx;Ligji nuk e lejon.;${said?.code};Pranohet\n`
    const other = await brought(consultation, csv, 'tabela.csv')
    expect(await takeReturn(services, coordinator, other)).toEqual({ kind: 'done' })
    expect(await answersOf(consultation.id)).toMatchObject([{ decision: 'accepted', state: 'proposed' }])
    // The other file speaks of the same comment, which has an answer now.
    expect(await takeReturn(services, coordinator, id)).toEqual({ kind: 'nothing-to-take' })
  })

  it('of Word with tracked changes is read as its final words', async () => {
    const consultation = await givenConsultation(services)
    await some(consultation, 1)
    const file = await givenDraftersFile(services, consultation, { format: 'docx' })
    const parts = unzipSync(await filledDocument(services, file, () => ['Pranohet', 'ARSYEJA']))
    const run = (words: string, tag: string) => `<w:r><w:${tag} xml:space="preserve">${words}</w:${tag}></w:r>`
    const tracked =
      `</w:t></w:r><w:del w:id="91" w:author="x">${run('E vjetra.', 'delText')}</w:del>` +
      `<w:ins w:id="92" w:author="x">${run('Arsyeja e re.', 't')}</w:ins><w:r><w:t>`
    const words = strFromU8(parts['word/document.xml'] ?? new Uint8Array()).replace('ARSYEJA', tracked)
    const bytes = Uint8Array.from(zipSync({ ...parts, 'word/document.xml': strToU8(words) }))
    const id = await brought(consultation, bytes, 'me-ndryshime.docx')
    await takeReturn(services, coordinator, id)
    expect(await answersOf(consultation.id)).toMatchObject([{ reason: 'Arsyeja e re.' }])
  })

  it('is taken line by line: what is wrong stays listed with its cell, and can be downloaded', async () => {
    const consultation = await givenConsultation(services)
    const [good, word, silent, twice, changed, gone, decided, same] = await some(consultation, 8)
    if (!good || !word || !silent || !twice || !changed || !gone || !decided || !same) throw new Error('eight')
    const file = await givenDraftersFile(services, consultation)
    await correctComment(services, { token: changed.token }, 'Tani them diçka krejt tjetër për tregun.', 1)
    await withdrawComment(services, { token: gone.token })
    await givenAnswer(services, consultation, decided, { state: 'decided' })
    const id = await givenReturn(services, file, [
      { code: good.code },
      { code: word.code, decisionWords: 'Ndoshta' },
      { code: silent.code, reason: '' },
      { code: twice.code },
      { code: twice.code, decisionWords: 'Pranohet' },
      { code: changed.code },
      { code: gone.code },
      { code: decided.code },
      { code: 'ZZZZ-9999' },
      { code: same.code },
      { code: same.code },
    ])
    const page = await read(urls.returned(id))
    expect(page).toContain('2 rreshta do të bëhen propozime, 8 nuk merren, 1 përsërisin')
    expect(page).toContain('rreshti 11, kolona “Vendimi”')
    await takeReturn(services, coordinator, id)
    const outcomes = await db<{ outcome: string }[]>`
      select outcome from consultations.drafters_return_rows where return_id = ${id} order by n`
    expect(outcomes.map(({ outcome }) => outcome)).toEqual([
      'taken',
      'unknown-decision',
      'no-reason',
      'twice',
      'twice',
      'changed',
      'withdrawn',
      'decided',
      'unknown-code',
      'taken',
      'same',
    ])
    const rest = await web.get(urls.refused(id), { cookie })
    const sheet = unzipSync(new Uint8Array(await rest.arrayBuffer()))['xl/worksheets/sheet1.xml'] ?? new Uint8Array()
    expect(strFromU8(sheet)).toContain('Vendimi nuk u kuptua.')
    expect(strFromU8(sheet)).toContain('ZZZZ-9999')
  })

  it('is refused as a whole where it is another file, of another consultation, or no table', async () => {
    const [one, other] = [await givenConsultation(services), await givenConsultation(services)]
    await some(one, 1)
    const file = await givenDraftersFile(services, one)
    const foreign = await filledWorkbook(services, file, () => ['Pranohet', 'Arsyeja.'])
    const bomb = Uint8Array.from(zipSync({ 'word/document.xml': new Uint8Array(40_000_000) }))
    const hostile: [Uint8Array<ArrayBuffer> | string, string, string][] = [
      [foreign, 'tabela.xlsx', 'konsultimi tjetër'],
      ['%PDF-1.7 x', 'tabela.docx', 'Ky skedar nuk është'],
      ['Kodi,Vendimi,Arsyetimi\nZZZZ-9999,Pranohet,Arsyeja\n', 'tabela.csv', 'Nuk u njoh'],
      ['Kodi,Vendimi,Arsyetimi\nZZZZ-9999,,\n', 'tabela.csv', 'nuk është plotësuar'],
      [bomb, 'tabela.docx', 'govuk-error-summary'],
    ]
    for (const [bytes, name, words] of hostile) {
      const answer = await bring(other, bytes, name)
      expect([name, answer.status]).toEqual([name, 422])
      expect(await answer.text()).toContain(words)
    }
    const kept = await db`select from consultations.drafters_returns where consultation_id in ${db([one.id, other.id])}`
    expect(kept.length).toBe(0)
  })

  it('counts once where two officials bring and take it at the same moment, and is decided by somebody else', async () => {
    const consultation = await givenConsultation(services)
    await some(consultation, 3)
    const file = await givenDraftersFile(services, consultation)
    const bytes = await filledWorkbook(services, file, () => ['Pranohet', 'Kërkesa është e drejtë.'])
    const ids = await Promise.all([brought(consultation, bytes, 'a.xlsx'), brought(consultation, bytes, 'b.xlsx')])
    expect(new Set(ids).size).toBe(1)
    const [id] = ids
    await Promise.all([takeReturn(services, coordinator, id), takeReturn(services, head, id).catch(() => null)])
    await takeReturn(services, coordinator, id)
    expect(await answersOf(consultation.id)).toHaveLength(3)
    const [first] = await db<{ id: string }[]>`
      select id from consultations.answers where consultation_id = ${consultation.id} limit 1`
    const { revision } = await answerNow(services, first?.id ?? '')
    const order = { revision, form: crypto.randomUUID(), move: { do: 'approve' } } as const
    expect(await decideAnswer(services, coordinator, first?.id ?? '', order)).toEqual({ kind: 'same-person' })
    expect(await decideAnswer(services, head, first?.id ?? '', order)).toEqual({ kind: 'done' })
  })

  it('is undone within half an hour, back to what was, but for what is decided meanwhile', async () => {
    const consultation = await givenConsultation(services)
    const [open, drafted, judged] = await some(consultation, 3)
    if (!open || !drafted || !judged) throw new Error('three')
    const own = await givenAnswer(services, consultation, drafted, { state: 'draft', reason: 'Siç ishte.' })
    const file = await givenDraftersFile(services, consultation, { scope: 'open' })
    const id = await givenReturn(services, file, [{ code: open.code }, { code: drafted.code }, { code: judged.code }])
    await takeReturn(services, coordinator, id)
    expect(await answersOf(consultation.id)).toHaveLength(3)
    const [third] = await db<{ answerId: string }[]>`
      select answer_id from consultations.answered_comments where comment_id = ${judged.id}`
    const { revision } = await answerNow(services, third?.answerId ?? '')
    const order = { revision, form: crypto.randomUUID(), move: { do: 'approve' } } as const
    await decideAnswer(services, head, third?.answerId ?? '', order)
    const later = { ...services, clock: testClock(new Date(services.clock.now().getTime() + 31 * 60_000)) }
    expect(await undoReturn(later, coordinator, id)).toEqual({ kind: 'too-late' })
    expect(await undoReturn(services, coordinator, id)).toEqual({ kind: 'done' })
    const left = await db<{ id: string; state: string; reason: string; source: string }[]>`
      select id, state, reason, source from consultations.answers where consultation_id = ${consultation.id} order by state`
    expect(left).toMatchObject([
      { state: 'decided' },
      { id: own.id, state: 'draft', reason: 'Siç ishte.', source: 'office' },
    ])
    expect(await read(urls.returned(id))).toContain('1 propozime mbetën')
  })
})
