import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { roomTexts } from '#app/office/texts/texts.ts'
import { paragraph, wordFile } from '#platform/texts/texts-testing.ts'
import { testBrowser } from '../browser.ts'
import { variants } from '../whole.ts'
import { tabTo } from './keyboard.ts'
import { startProgram, type Program } from './program.ts'
import { at, button, signInAs, TOWNS, type Site } from './steps.ts'
import { openSlug } from './visitor.ts'

const LONG = 180_000
const browser = testBrowser()
let program: Program
beforeAll(async () => {
  program = await startProgram({ env: { KUVEND_DEMO: 'on' } })
}, LONG)
afterAll(() => program?.stop())

const SUMMARY = 'U shtua një nen për njoftimin e banorëve dhe u ndreq objekti.'
const NEW_ARTICLE = [
  'Neni 2',
  'Njoftimi i banorëve',
  'Çdo ndryshim i kësaj rregulloreje u njoftohet banorëve me fletushkë në çdo lagje.',
]

/** The text of the demonstration as an office would correct it: a new article 2, everything after it one number on. */
function corrected(file: string): Buffer {
  const lines = readFileSync(join('db/demo', file), 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
  const second = lines.indexOf('Neni 2')
  const onwards = lines.slice(second).map((line) => line.replace(/^Neni (\d+)$/, (_all, n) => `Neni ${Number(n) + 1}`))
  const all = [...lines.slice(0, second), ...NEW_ARTICLE, ...onwards]
  return Buffer.from(wordFile({ body: all.map((line) => paragraph(line)).join('') }))
}

/** Goes to a button by Tab and presses it. */
async function press(page: Page, name: string | RegExp): Promise<void> {
  const wanted = page.getByRole('button', { name }).first()
  await tabTo(page, wanted)
  await Promise.all([page.waitForEvent('framenavigated'), page.keyboard.press('Enter')])
  await page.waitForLoadState()
}

describe.each(
  variants([['bregas', 'sq', 'bregas-mbetjet.txt']] as const, [['fushas', 'sq', 'fushas-hapesirat.txt']] as const),
)('a redraft in %s, in %s', (town, lang, file) => {
  const t = roomTexts(lang)

  it(
    'is read, confirmed by keyboard and published; what was said stands where its article went',
    { timeout: LONG },
    async () => {
      const site: Site = { url: program.url, town, lang }
      const slug = await openSlug(program, town)
      const [one] = await program.db<{ id: string; code: string; articleLabel: string }[]>`
      select consultation.id, comment.code, comment.article_label from consultations.consultations as consultation
      join consultations.comments as comment on comment.consultation_id = consultation.id
      where consultation.slug = ${slug} and comment.state = 'published' and comment.article_label ~ '^[0-9]+$'
        and comment.article_label::int > 2
      order by comment.code limit 1`
      if (!one) throw new Error(`no comment on an article of ${slug}`)
      const text = `/zyra/konsultime/${one.id}/teksti`
      const page = await browser.open({ viewport: { width: 1280, height: 720 } })
      await signInAs(page, site, TOWNS[town].coordinator, text)
      await page.getByText(t.textReadInto, { exact: true }).click()
      const mimeType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
      const upload = { name: 'projekti-i-ndrequr.docx', mimeType, buffer: corrected(file) }
      await page.getByLabel(t.textFile, { exact: true }).setInputFiles(upload)
      await button(page, t.textRead).click()
      await page.getByText(t.progress, { exact: true }).waitFor()
      if ((await button(page, t.doubtAllKeep).count()) > 0) await button(page, t.doubtAllKeep).click()
      else if ((await button(page, t.doubtKeep).count()) > 0) await button(page, t.doubtKeep).first().click()

      // Whatever the program was sure of: two are asked about.
      await program.db`
      update platform.node_changes set certain = false where id in (
        select change.id from platform.node_changes as change
        join platform.text_versions as version on version.id = change.version_id and version.state = 'draft'
        join consultations.consultations as consultation on consultation.text_id = version.text_id
        where consultation.id = ${one.id} order by change.ordinal limit 2)`
      await page.goto(at(site, `${text}/publikimi`))
      await page.getByText(t.refusals['open-changes']).waitFor()
      await page.goto(at(site, `${text}/ndryshimet?hapur=po`))
      for (
        let left = await page.getByRole('button', { name: new RegExp(`^${t.acceptOne} `) }).count();
        left > 0;
        left--
      ) {
        if ((await page.locator('tbody tr').count()) === 0) break
        await press(page, new RegExp(`^${t.acceptOne} ${t.acceptNamed('')}`))
      }
      await page.getByText(t.changesOpen(0)).waitFor()

      await page.goto(at(site, `${text}/publikimi`))
      await page.getByText(t.running).waitFor()
      await page.getByLabel(t.summary, { exact: true }).fill(SUMMARY)
      await button(page, t.publish).dblclick()
      await page.getByText(t.publishedDone).waitFor()
      await page.goto(at(site, `/konsultime/${slug}`))
      await page.getByText('Njoftimi i banorëve').first().waitFor()
      const versions = await program.db<{ n: number }[]>`
      select version.n from platform.text_versions as version
      join consultations.consultations as consultation on consultation.text_id = version.text_id
      where consultation.id = ${one.id} order by version.n`
      expect(versions.map(({ n }) => n)).toEqual([1, 2])

      await expect
        .poll(
          async () => {
            const [place] = await program.db<{ label: string }[]>`
            select node.label from platform.anchor_places as place
            join platform.text_nodes as node on node.version_id = place.version_id and node.node_id = place.node_id
            join consultations.comments as comment on place.subject = 'consultations.comment:' || comment.id
            where comment.code = ${one.code}`
            return place?.label
          },
          { timeout: 30_000, interval: 500 },
        )
        .toBe(String(Number(one.articleLabel) + 1))
      await page.goto(at(site, `/konsultime/${slug}/komente/${one.code}`))
      expect(await page.getByRole('main').innerText()).toContain(`Neni ${Number(one.articleLabel) + 1}`)
    },
  )
})
