import { afterAll, beforeAll, expect, it } from 'vitest'
import { ownDataPageTexts } from '#app/account/own-data/texts.ts'
import { takedownOfficeTexts } from '#app/office/takedowns/texts.ts'
import { takedownTextsIn } from '#platform/takedowns/takedown-texts.ts'
import { codeIn, newestLetterTo } from '../mailbox.ts'
import { testBrowser } from '../browser.ts'
import { startProgram, type Program } from './program.ts'
import { at, button, heading, link, signInAs, smallPdf, TOWNS, type Site } from './steps.ts'
import { confirmedByLetter, demonstrationPerson, expectMoved, openSlug, visitorAt } from './visitor.ts'

const LONG = 120_000
const browser = testBrowser()
let program: Program
beforeAll(async () => {
  program = await startProgram({ env: { KUVEND_DEMO: 'on' } })
}, LONG)
afterAll(() => program?.stop())

const WORDS = 'Fjalë që autorja i tërheq dhe i fshin.'
const bytesOf = async (path: string) => (await visitorAt(program).get(path)).text()

it('a citizen withdraws her consent, takes her data along and erases all of it', { timeout: LONG }, async () => {
  const site: Site = { url: program.url, town: 'bregas', lang: 'sq' }
  const t = ownDataPageTexts('sq')
  const slug = await openSlug(program, 'bregas')
  const comment = await confirmedByLetter(program, { slug }, WORDS)
  const address = `/konsultime/${slug}/komente/${comment.code}`
  expect(await bytesOf(address)).toContain('Ana Shembull')

  const page = await browser.open({ script: true })
  await page.goto(at(site, '/hyr?pastaj=/llogaria/te-dhenat'))
  await page.locator('input[name="email"]').fill(comment.email)
  await page.locator('main form').first().getByRole('button').click()
  await page.locator('input[name="kodi"]').waitFor()
  await page.locator('input[name="kodi"]').fill(codeIn(await newestLetterTo(program.db, comment.email)))
  await page.locator('input[name="kodi"]').press('Enter')
  await heading(page, t.title).waitFor()

  await button(page, new RegExp(t.withdraw)).click()
  await page
    .getByText(t.done.pelqimi ?? '')
    .first()
    .waitFor()
  expect(await bytesOf(address)).not.toMatch(/>Ana Shembull|"Ana Shembull/)

  const [download] = await Promise.all([page.waitForEvent('download'), link(page, t.takeFile).click()])
  expect(download.suggestedFilename()).toBe('te-dhenat-e-mia.html')

  await link(page, t.eraseLink).click()
  await button(page, t.erase.sendCode).click()
  await page.locator('input[name="kodi"]').waitFor()
  const letter = await newestLetterTo(program.db, comment.email)
  await page.locator('input[name="kodi"]').fill(codeIn(letter))
  await page.getByLabel(t.erase.confirm).check()
  await button(page, t.erase.submit).click()
  await heading(page, t.erased.title).waitFor()
  expect(await bytesOf(address)).not.toContain(WORDS)
  expect(await program.db`select from platform.contacts where email = ${comment.email}`).toHaveLength(0)
})

it('a moderator takes a file away and nobody finds it any more', { timeout: LONG }, async () => {
  const site: Site = { url: program.url, town: 'bregas', lang: 'sq' }
  const t = takedownOfficeTexts('sq')
  const slug = await openSlug(program, 'bregas')
  const attached = { dokumentet: new File([new Uint8Array(smallPdf())], 'Ankesa.pdf', { type: 'application/pdf' }) }
  const comment = await confirmedByLetter(program, { slug }, 'Me një skedar që nuk duhej parë.', attached)
  const moderator = await demonstrationPerson(program, TOWNS.bregas.moderator)
  await expectMoved(moderator.post(`/zyra/komente/${comment.id}/lirimi`, { versioni: '1' }))
  const [document] = await program.db<{ id: string }[]>`
    select id from platform.documents where subject = ${`consultations.comment:${comment.id}`}`
  const file = `/konsultime/${slug}/dokumente/${document?.id}`
  expect((await visitorAt(program).get(file)).status).toBe(200)

  const page = await browser.open({ script: true })
  await signInAs(page, site, TOWNS.bregas.moderator, `/zyra/komente/${comment.id}`)
  await link(page, t.link).click()
  await link(page, /Ankesa/).click()
  await page.getByLabel(takedownTextsIn('sq').grounds['personal-data']).check()
  await page.getByLabel(t.confirm).check()
  await button(page, t.take).click()
  await page.getByText(t.one.contentGone).waitFor()

  const answer = await visitorAt(program).get(file)
  expect([answer.status, (await answer.text()).includes('Ankesa')]).toEqual([410, false])
  expect(await bytesOf(`/konsultime/${slug}/komente/${comment.code}`)).not.toContain('Ankesa')
})
