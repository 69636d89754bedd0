import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import type { Download, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { historyUrls } from '#app/office/history/urls.ts'
import { officeAnswerUrls } from '#modules/consultations/answers/urls.ts'
import { draftersTexts } from '#modules/consultations/drafters/texts.ts'
import { draftersUrls } from '#modules/consultations/drafters/urls.ts'
import { effectUrls } from '#modules/consultations/effects/urls.ts'
import { tellingTexts } from '#modules/consultations/telling/texts.ts'
import { tellingUrls } from '#modules/consultations/telling/urls.ts'
import { textsIn } from '#modules/consultations/texts.ts'
import { consultationUrls, officeUrls } from '#modules/consultations/urls.ts'
import { addDays, civilDateIn } from '#platform/time/civil-date.ts'
import { accessibilityFaults, testBrowser } from '../browser.ts'
import { lettersTo } from '../mailbox.ts'
import { variants } from '../whole.ts'
import { fillFile, wordsOfFile, type DraftersFormat } from './drafters-file.ts'
import { startProgram, type Program } from './program.ts'
import { at, button, heading, link, openLetter, signInAs, type Site } from './steps.ts'

const LONG = 180_000
const browser = testBrowser()

const SLUG = 'fushas-2026-2'
const [COORDINATOR, HEAD, CLERK, AUDITOR] = ['Vjosa Demo', 'Kushtrim Demo', 'Fitore Demo', 'Fatos Demo']
/** The author whose answer waits in the demonstration; and one who writes on paper. */
const [MAILED, ON_PAPER] = ['luan@shembull.example', 'Hava Shembull']
const LETTER = 'Te shkolla bora mbetet me ditë. Cila rrugë pastrohet e para?'
const REASON = 'Rrugët te shkollat pastrohen të parat; lista e tyre i shtohet nenit 5.'
const PART = 'Komuna do ta shqyrtojë zbatimin pas dimrit të parë.'
const STATEMENT = 'Projekti i rishkruar i kalon kuvendit të komunës me këtë raport.'

/** With the code of the comment that it answers. */
type Answer = { id: string; answer: string; state: string; revision: number; code: string }

describe.each(variants([['sq', 'xlsx']] as const, [['en', 'docx']] as const))(
  'the second half of a consultation, in %s with a file for drafters in %s',
  (lang, format: DraftersFormat) => {
    const t = textsIn(lang)
    const [d, tell, work, end] = [draftersTexts(lang), tellingTexts(lang), t.answers.office, t.reports.conclusion]
    let program: Program
    let site: Site
    let id = ''
    /** Codes of the two comments that have no answer yet. */
    const code = { mailed: '', paper: '' }
    beforeAll(async () => {
      program = await startProgram({ env: { KUVEND_DEMO: 'on' } })
      site = { url: program.url, town: 'fushas', lang }
      const [row] = await program.db<{ id: string; code: string }[]>`
        select consultation.id, comment.code from consultations.consultations as consultation
        join consultations.comments as comment on comment.consultation_id = consultation.id
        join platform.contacts as contact on contact.id = comment.contact_id
        where consultation.slug = ${SLUG} and contact.email = ${MAILED}`
      id = row?.id ?? ''
      code.mailed = row?.code ?? ''
    }, LONG)
    afterAll(() => program?.stop())

    const open = async (name: string, path: string): Promise<Page> => {
      const page = await browser.open()
      await signInAs(page, site, name, path)
      return page
    }
    const answers = () => program.db<Answer[]>`
      select answer.id, answer.code as answer, answer.state, answer.revision, comment.code from consultations.answers as answer
      join consultations.answered_comments as said on said.answer_id = answer.id
      join consultations.comments as comment on comment.id = said.comment_id
      where answer.consultation_id = ${id} and comment.code = any(${Object.values(code)})`
    const answerTo = async (comment: string) => (await answers()).find((one) => one.code === comment)
    const statesOfAnswers = async () => (await answers()).map(({ state }) => state)

    it('a clerk enters a letter that came while the window was open', { timeout: LONG }, async () => {
      const page = await open(CLERK, officeUrls.newEntry(id))
      await choose(page, 'menyra', 'post')
      await choose(page, 'folesi', 'vete')
      await fill(page, { emri: ON_PAPER, komenti: LETTER })
      // The window of the demonstration closed 42 days ago.
      await fill(page, { ...dayFields('thene', addDays(today(), -46)), ...dayFields('marre', addDays(today(), -45)) })
      await button(page, t.entry.form.submit).dblclick()
      await heading(page, t.entry.receipt.title).waitFor()
      code.paper = await page.locator('.kv-slip__number').innerText()
      expect(code.paper).not.toBe('')
    })

    it('its coordinator cannot conclude it, and is told for whom an answer is missing', { timeout: LONG }, async () => {
      const page = await open(COORDINATOR, officeUrls.consultations())
      await page
        .locator(`main a[href$="${officeUrls.consultation(id)}"]`)
        .first()
        .click()
      await link(page, `${t.office.rooms.open} ${t.office.rooms.names.answers}`).click()
      await heading(page, work.title).waitFor()
      expect(await accessibilityFaults(page)).toEqual([])
      await link(page, t.office.rooms.names.conclusion).click()
      await heading(page, end.title).waitFor()
      const said = await main(page)
      expect(said).toContain(`${code.paper}: ${end.states.none}`)
      expect(said).toContain(`${code.mailed}: ${end.states.proposed}`)
      expect(await button(page, end.submit).count()).toBe(0)
      expect(await accessibilityFaults(page)).toEqual([])
      // Nor by a form that was opened before the letter came.
      const fields = { dergesa: randomUUID(), versioni: '1', rezultati: 'to-decision', deklarata: STATEMENT }
      expect(await posted(page, officeUrls.conclusion(id), fields)).toBe(409)
    })

    it('drafters answer in a file; what it does is seen before it is done', { timeout: LONG }, async () => {
      const page = await open(COORDINATOR, officeAnswerUrls.work(id))
      await link(page, d.nav).click()
      expect(await statusOf(page, () => button(page, d.make.submit).click())).toBe(422)
      await fill(page, { njesia: 'Drejtoria e Shërbimeve Publike (shembull)' })
      await choose(page, 'cilat', 'unanswered')
      await choose(page, 'formati', format)
      await button(page, d.make.submit).dblclick()
      await page.getByText(d.done.bere).waitFor()
      const rows = page.getByRole('row').filter({ hasText: d.files.what(1, 1) })
      expect(await rows.count()).toBe(1)
      const out = await bytesOf(await downloaded(page, rows.getByRole('link')))
      const words = wordsOfFile(out, format)
      for (const one of [code.paper, LETTER]) expect(words).toContain(one)
      for (const one of [code.mailed, ON_PAPER]) expect(words).not.toContain(one)

      await upload(page, fillFile(out, format, { code: code.paper, decision: 'Ndoshta', reason: REASON }), 'pare')
      await page.getByText(d.one.refused(d.why['unknown-decision'])).waitFor()
      expect(await button(page, d.one.take(1)).count()).toBe(0)
      await page.goto(at(site, draftersUrls.list(id)))
      await upload(page, fillFile(out, format, { code: code.paper, decision: 'Pranohet', reason: REASON }), 'dyte')
      await page.getByText(d.one.preview(1, 0, 0)).waitFor()
      expect(await answerTo(code.paper)).toBeUndefined()
      expect(await accessibilityFaults(page)).toEqual([])
      await button(page, d.one.take(1)).dblclick()
      await page.getByText(d.one.taken(1, 0)).waitFor()
      expect(await statesOfAnswers()).toEqual(['proposed', 'proposed'])
      await page.goto(at(site, draftersUrls.list(id)))
      expect(await accessibilityFaults(page)).toEqual([])
    })

    it(
      'who proposed does not decide; the head approves, and neither publishes nor concludes',
      { timeout: LONG },
      async () => {
        const [mailed, paper] = [await answerTo(code.mailed), await answerTo(code.paper)]
        const coordinator = await open(COORDINATOR, officeAnswerUrls.one(mailed?.id ?? ''))
        await coordinator.getByText(work.ownProposal).waitFor()
        expect(await button(coordinator, work.approve).count()).toBe(0)
        const approval = { dergesa: randomUUID(), versioni: String(mailed?.revision), veprimi: 'mirato' }
        expect(await posted(coordinator, officeAnswerUrls.decision(mailed?.id ?? ''), approval)).toBe(409)

        const page = await open(HEAD, '/zyra')
        await link(page.getByRole('row').filter({ hasText: work.tile }), work.tile).click()
        await page.goto(at(site, officeAnswerUrls.one(mailed?.id ?? '')))
        expect(await accessibilityFaults(page)).toEqual([])
        await button(page, work.approve).dblclick()
        await page.getByText(work.done.miratuar).waitFor()
        expect(await button(page, work.publish).count()).toBe(0)
        await page.goto(at(site, `${officeAnswerUrls.work(id)}?gjendja=proposed`))
        await page.getByRole('row').filter({ hasText: code.paper }).getByRole('checkbox').check()
        await button(page, work.approveTicked).click()
        await page.getByText(work.approved(1, 0, 0)).waitFor()
        expect(await statesOfAnswers()).toEqual(['decided', 'decided'])
        expect(paper?.state).toBe('proposed')
        await link(page, t.office.rooms.names.conclusion).click()
        await page.getByText(end.notAllowed).waitFor()
        expect(await posted(page, officeAnswerUrls.publish(id), { dergesa: randomUUID() })).toBe(403)
      },
    )

    it('published, its author reads it in a letter and rates it once', { timeout: LONG }, async () => {
      const page = await open(COORDINATOR, officeAnswerUrls.work(id))
      await button(page, work.publishAll(2)).dblclick()
      await page.getByText(work.published(2, 0)).waitFor()
      const subject = tellingTexts('sq').letters.oneSubject(code.mailed)
      const told = async () =>
        (await lettersTo(program.db, MAILED)).filter((letter) => letter.subject === subject).length
      await expect.poll(told, { timeout: 60_000 }).toBe(1)
      await openLetter(page, site, MAILED, subject)
      const href = await page
        .getByRole('article')
        .getByRole('link', { name: /\/vleresimi\// })
        .getAttribute('href')
      const rating = at(site, new URL(href ?? '', site.url).pathname)

      const [first, second] = [await browser.open({ script: false }), await browser.open()]
      for (const one of [first, second]) await one.goto(rating)
      expect(await accessibilityFaults(first)).toEqual([])
      expect(await statusOf(first, () => button(first, tell.rating.submit).click())).toBe(422)
      await choose(first, 'vleresimi', '4')
      await fill(first, { fjalet: 'Faleminderit, e kuptova.' })
      await button(first, tell.rating.submit).click()
      await first.getByText(tell.rating.done).waitFor()
      await choose(second, 'vleresimi', '1')
      await button(second, tell.rating.submit).click()
      await second.getByText(tell.rating.before).waitFor()
      expect(await main(second)).toContain(tell.rating.scores[4])
      await page.goto(at(site, tellingUrls.ratings(id)))
      const rows = page.locator('main tbody tr')
      expect(await rows.count()).toBe(1)
      expect(await rows.innerText()).toContain('Faleminderit, e kuptova.')
    })

    it(
      'who left no address gets a printed letter, and how it was handed over is noted',
      { timeout: LONG },
      async () => {
        const page = await open(CLERK, tellingUrls.papers(id))
        const letter = page.getByLabel(ON_PAPER, { exact: true })
        const waiting = async () => {
          await page.reload()
          return letter.count()
        }
        await expect.poll(waiting, { timeout: 60_000 }).toBe(1)
        expect(await accessibilityFaults(page)).toEqual([])
        await letter.check()
        const file = await bytesOf(await downloaded(page, button(page, tell.papers.print)))
        expect(file.subarray(0, 5).toString()).toBe('%PDF-')
        expect(await statusOf(page, () => button(page, tell.papers.hand).click())).toBe(422)
        expect(await letter.isChecked()).toBe(true)
        await page.locator('main [name=menyra]').selectOption('post')
        await fill(page, dayFields('dita', today()))
        await button(page, tell.papers.hand).click()
        await page.getByText(tell.papers.done).waitFor()
        expect(await page.getByRole('row').filter({ hasText: ON_PAPER }).innerText()).toContain(tell.papers.ways.post)
      },
    )

    it('its coordinator says what changed, writes the report and concludes', { timeout: LONG }, async () => {
      const page = await open(COORDINATOR, officeUrls.conclusion(id))
      await page.getByText(end.allAnswered('5')).waitFor()
      await link(page, t.office.rooms.names.effects).click()
      await heading(page, t.effects.office.title).waitFor()
      const answer = (await answerTo(code.paper))?.answer ?? ''
      await fill(page, { kodi: answer })
      await button(page, t.effects.office.search).click()
      await page.locator('main [name=vendi]').selectOption({ index: 1 })
      expect(await accessibilityFaults(page)).toEqual([])
      await button(page, t.effects.office.link).dblclick()
      await page.getByText(t.effects.office.linkedWords).waitFor()
      await link(page, t.office.rooms.names.conclusion).click()
      await link(page, end.write).click()
      await fill(page, { next: PART })
      await button(page, t.reports.writing.submit).dblclick()
      await page.getByText(t.reports.writing.saved).waitFor()
      expect(await accessibilityFaults(page)).toEqual([])
      await link(page, t.reports.writing.preview).click()
      for (const words of [PART, answer]) expect(await main(page)).toContain(words)
      await page.goto(at(site, officeUrls.conclusion(id)))
      await fill(page, { deklarata: STATEMENT })
      expect(await statusOf(page, () => button(page, end.submit).click())).toBe(422)
      expect(await page.locator('[name=deklarata]').inputValue()).toBe(STATEMENT)
      await choose(page, 'rezultati', 'to-decision')
      await button(page, end.submit).dblclick()
      await page.getByText(end.done).waitFor()
      expect(await accessibilityFaults(page)).toEqual([])
      const concluded = await program.db`
        select from consultations.consultation_events where consultation_id = ${id} and kind = 'concluded'`
      expect(concluded).toHaveLength(1)
    })

    it(
      'everybody reads matrix, report and effects without script, and takes the files along',
      { timeout: LONG },
      async () => {
        const page = await browser.open({ script: false })
        const read = async (path: string): Promise<string> => {
          await page.goto(at(site, consultationUrls.one(SLUG)))
          await page.locator(`main a[href$="${path}"]`).first().click()
          await page.waitForURL(at(site, path))
          expect(await accessibilityFaults(page)).toEqual([])
          return main(page)
        }
        const matrix = await read(consultationUrls.matrix(SLUG))
        for (const words of [code.paper, code.mailed, LETTER, REASON]) expect(matrix).toContain(words)
        expect(matrix).not.toContain(ON_PAPER)
        const report = await read(consultationUrls.report(SLUG))
        for (const words of [PART, STATEMENT]) expect(report).toContain(words)
        expect(report).not.toContain(ON_PAPER)
        const files = await page.locator('main a[href*="/raporti/versioni/1."]').all()
        const named = await Promise.all(files.map((one) => one.getAttribute('href')))
        expect(named.map((one) => one?.split('.').at(-1))).toEqual(['pdf', 'docx', 'csv', 'json'])
        expect(await read(effectUrls.public(SLUG))).toContain(LETTER)
        const matrixFiles = ['csv', 'xlsx', 'json'].map((one) => consultationUrls.matrixFile(SLUG, one))
        for (const path of [...named, ...matrixFiles, effectUrls.data(SLUG)]) {
          const answer = await page.request.get(site.url + path)
          expect([path, answer.status(), (await answer.body()).length > 0]).toEqual([path, 200, true])
        }
      },
    )

    it('an auditor reads all of it and does nothing', { timeout: LONG }, async () => {
      const page = await open(AUDITOR, officeAnswerUrls.work(id))
      for (const one of Object.values(code)) expect(await main(page)).toContain(one)
      const answer = (await answerTo(code.paper))?.id ?? ''
      const rooms = [draftersUrls.list(id), tellingUrls.papers(id), effectUrls.office(id), officeUrls.conclusion(id)]
      for (const path of [officeAnswerUrls.work(id), ...rooms, officeAnswerUrls.one(answer)]) {
        expect((await page.goto(at(site, path)))?.status()).toBe(200)
        expect([path, await page.locator('main form[method=post]').count()]).toEqual([path, 0])
      }
      await link(page, work.history).click()
      await page.waitForURL(/\/zyra\/historiku/)
      for (const name of [COORDINATOR, HEAD]) expect(await main(page)).toContain(name)
      expect(await accessibilityFaults(page)).toEqual([])
      await page.goto(at(site, `${historyUrls.log()}?rekordi=consultations.consultation:${id}`))
      for (const words of [d.changeKinds['drafters-file-made'], d.changeKinds['drafters-return-taken']])
        expect(await main(page)).toContain(words)
      const deeds = [
        officeAnswerUrls.decision(answer),
        officeAnswerUrls.correction(answer),
        officeAnswerUrls.publish(id),
        draftersUrls.list(id),
        tellingUrls.papers(id),
        effectUrls.link(id),
        officeUrls.reportParts(id),
        officeUrls.reopening(id),
      ]
      for (const path of deeds) expect([path, await posted(page, path, {})]).toEqual([path, 403])
    })

    const posted = async (page: Page, path: string, form: Record<string, string>): Promise<number> => {
      const headers = { origin: site.url }
      return (await page.request.post(at(site, path), { form, headers, maxRedirects: 0 })).status()
    }

    async function upload(page: Page, buffer: Buffer, name: string): Promise<void> {
      const mimeType = 'application/octet-stream'
      await page.locator('main [name=skedari]').setInputFiles({ name: `${name}.${format}`, mimeType, buffer })
      await button(page, d.receive.submit).click()
      await heading(page, d.one.title(`${name}.${format}`)).waitFor()
    }
  },
)

const today = () => civilDateIn('Europe/Belgrade', new Date())
const main = (page: Page): Promise<string> => page.getByRole('main').innerText()

/** By the names under which the server knows them. */
async function fill(page: Page, fields: Record<string, string>): Promise<void> {
  for (const [name, value] of Object.entries(fields)) await page.locator(`main [name="${name}"]`).fill(value)
}

const choose = (page: Page, name: string, value: string): Promise<void> =>
  page.locator(`main [name="${name}"][value="${value}"]`).check()

const dayFields = (name: string, date: string): Record<string, string> => {
  const [year = '', month = '', day = ''] = date.split('-')
  return { [`${name}-day`]: day, [`${name}-month`]: month, [`${name}-year`]: year }
}

/** Of the page that a form came back on, once it stands. */
async function statusOf(page: Page, press: () => Promise<unknown>): Promise<number> {
  const [answer] = await Promise.all([
    page.waitForResponse((response) => response.request().method() === 'POST'),
    page.waitForEvent('framenavigated'),
    press(),
  ])
  return answer.status()
}

async function downloaded(page: Page, what: Locator): Promise<Download> {
  const [download] = await Promise.all([page.waitForEvent('download'), what.click()])
  return download
}

const bytesOf = async (download: Download): Promise<Buffer> => readFile(await download.path())
