import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { RECEIPT_CHECK_TEXTS } from '#app/public/receipts/receipt-check-texts.ts'
import { receiptUrls } from '#app/public/receipts/urls.ts'
import { textsIn } from '#modules/consultations/texts.ts'
import { testBrowser } from '../browser.ts'
import { startProgram, type Program } from './program.ts'
import { at, button, confirmedComment, link, someEmail, type Site } from './steps.ts'

const LONG = 120_000
const browser = testBrowser()
const folder = mkdtempSync(join(tmpdir(), 'kuvend-receipts-'))
let program: Program
beforeAll(async () => {
  program = await startProgram({ env: { KUVEND_DEMO: 'on' } })
}, LONG)
afterAll(async () => {
  rmSync(folder, { recursive: true })
  await program?.stop()
})

const CITIZEN = { words: 'Propozoj që biblioteka të hapet edhe të shtunën.', email: someEmail('vertetim') }

/** The program needs a moment until the checkpoint stands: the same address then has the proof. */
async function untilProved(page: Page, proved: string): Promise<void> {
  await expect
    .poll(
      async () => {
        await page.reload()
        return page.getByText(proved, { exact: true }).count()
      },
      { timeout: 30_000 },
    )
    .toBe(1)
}

async function download(page: Page, label: RegExp): Promise<string> {
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: label }).click()])
  const path = join(folder, file.suggestedFilename())
  await file.saveAs(path)
  return path
}

const node = (...words: string[]) =>
  new Promise<{ code: number; out: string }>((resolve) => {
    execFile(process.execPath, words, (error, out) => resolve({ code: Number(error?.code ?? 0), out }))
  })

const answerOn = async (page: Page): Promise<{ answer: string | null; words: string }> => {
  const result = page.locator('[data-receipt-result]')
  await result.waitFor()
  return { answer: await result.getAttribute('data-answer'), words: await result.innerText() }
}

describe('a citizen with a receipt', () => {
  it(
    'sees it proved, takes it home, and checks it offline in the browser and with the program of one file',
    { timeout: LONG },
    async () => {
      const site: Site = { url: program.url, town: 'bregas', lang: 'sq' }
      const t = textsIn('sq').receipt
      const c = RECEIPT_CHECK_TEXTS.sq
      const page = await browser.open()
      const code = await confirmedComment(page, site, CITIZEN)
      await untilProved(page, t.proved)
      const file = await download(page, new RegExp(t.json))
      expect(file).toMatch(new RegExp(`vertetim-${code}\\.json$`))

      await page.goto(at(site, receiptUrls.check()))
      const tool = await download(page, new RegExp(c.tool))
      await page.context().setOffline(true)
      await page.getByLabel(c.file).setInputFiles(file)
      const { answer, words } = await answerOn(page)
      expect([answer, words]).toEqual(['proved', expect.stringContaining(c.words['answer-proved'])])
      expect(words).toContain(CITIZEN.words)
      expect(words).toContain('me çelësin e këtij sistemi')
      expect(await node(tool, file, '--lang', 'sq')).toMatchObject({
        code: 0,
        out: expect.stringContaining(CITIZEN.words),
      })

      const altered = join(folder, 'i-ndryshuar.json')
      writeFileSync(altered, readFileSync(file, 'utf8').replace('të shtunën', 'të dielën'))
      await page.getByLabel(c.file).setInputFiles(altered)
      await expect.poll(async () => (await answerOn(page)).answer).toBe('refused')
      expect((await answerOn(page)).words).toContain(c.words['why-digest-differs'])
      expect(await node(tool, altered, '--lang', 'sq')).toMatchObject({
        code: 1,
        out: expect.stringContaining('(digest-differs)'),
      })
      await page.context().setOffline(false)
    },
  )

  it('of another installation learns whose key it was; what is pasted is checked too', { timeout: LONG }, async () => {
    const c = RECEIPT_CHECK_TEXTS.en
    const page = await browser.open()
    await page.goto(at({ url: program.url, lang: 'en' }, receiptUrls.check()))
    const sent: string[] = []
    // The picture of the tab comes when the browser likes.
    page.on('request', (request) => /\/s\/mark-[0-9a-f]+\.svg$/.test(request.url()) || sent.push(request.url()))
    await page.getByText(c.pasteTitle).click()
    const receipt = readFileSync(join(import.meta.dirname, '../fixtures/receipts/proved.json'), 'utf8')
    await page.getByLabel(c.paste).fill(receipt)
    await button(page, c.check).click()
    const { answer, words } = await answerOn(page)
    expect([answer, words]).toEqual(['proved', expect.stringContaining('that the file brings along')])
    expect(words).toContain('kuvend.example.al/ditari+120e015a')
    await page.getByLabel(c.paste).fill('<img src=x>')
    await button(page, c.check).click()
    await expect.poll(async () => (await answerOn(page)).answer).toBe('refused')
    expect(sent).toEqual([])
  })

  it('without script is told how to check it otherwise', { timeout: LONG }, async () => {
    const page = await browser.open({ javaScriptEnabled: false })
    await page.goto(at({ url: program.url, lang: 'sq' }, '/verifiko'))
    await link(page, 'kontrolloni një vërtetim pranimi').click()
    const main = await page.getByRole('main').innerText()
    expect(main).toContain(RECEIPT_CHECK_TEXTS.sq.noScript)
    expect(main).toContain(RECEIPT_CHECK_TEXTS.sq.tool)
    expect(await page.getByLabel(RECEIPT_CHECK_TEXTS.sq.file).isVisible()).toBe(false)
  })
})
