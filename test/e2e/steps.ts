import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'
import { textsOf } from '#app/account/account-texts.ts'
import { OFFICE_TEXTS } from '#app/office/office-texts.ts'
import { textsIn } from '#modules/consultations/texts.ts'
import { inLanguage, type Lang } from '#platform/i18n/language.ts'

/** The demonstration municipalities: one of each country. */
export const TOWNS = {
  bregas: {
    name: { sq: 'Bashkia Bregas', en: 'Municipality of Bregas' },
    coordinator: 'Ilir Demo',
    moderator: 'Mimoza Demo',
  },
  fushas: {
    name: { sq: 'Komuna Fushas', en: 'Municipality of Fushas' },
    coordinator: 'Vjosa Demo',
    moderator: 'Blerta Demo',
  },
} as const
export type Town = keyof typeof TOWNS

export type Site = { url: string; lang: Lang; town: Town }

export const at = ({ url, lang }: Pick<Site, 'url' | 'lang'>, path: string): string => url + inLanguage(lang, path)

export const link = (page: Page | Locator, name: string | RegExp): Locator =>
  page.getByRole('link', { name, exact: true })
export const button = (page: Page | Locator, name: string | RegExp): Locator =>
  page.getByRole('button', { name, exact: true })
export const heading = (page: Page | Locator, name: string | RegExp): Locator =>
  page.getByRole('heading', { name, exact: true })

/** From the first page of the site to the open consultation of a municipality. */
export async function openConsultation(page: Page, site: Site): Promise<void> {
  await page.goto(at(site, '/'))
  const open = page.getByRole('main').getByRole('listitem').filter({ hasText: TOWNS[site.town].name[site.lang] })
  await open.getByRole('link').first().click()
  await page.waitForURL(/\/konsultime\/[a-z]+-\d+-\d+$/)
}

/** From the consultation to one of its articles. */
export async function openArticle(page: Page, { lang }: Site, label: string): Promise<void> {
  await link(page, textsIn(lang).page.openArticle(label)).click()
  await page.waitForURL(/\/neni\//)
}

export type CommentWords = {
  words: string
  email: string
  name?: string
  organisation?: string
  publish?: boolean
  files?: { name: string; mimeType: string; buffer: Buffer }[]
}

export async function fillComment(page: Page, { lang }: Pick<Site, 'lang'>, comment: CommentWords): Promise<void> {
  const t = textsIn(lang).form
  await page.getByLabel(t.body, { exact: true }).fill(comment.words)
  await page.getByLabel(comment.organisation ? t.organisationOption : t.person, { exact: true }).check()
  if (comment.organisation) await page.getByLabel(t.organisation, { exact: true }).fill(comment.organisation)
  if (comment.name) await page.getByLabel(t.name, { exact: true }).fill(comment.name)
  await page.getByLabel(comment.publish ? t.publishYes : t.publishNo, { exact: true }).check()
  await page.getByLabel(t.email, { exact: true }).fill(comment.email)
  if (comment.files) await page.getByLabel(t.files, { exact: true }).setInputFiles(comment.files)
}

/** Sends the form that is filled in; ends on the page that says it is not counted yet. */
export async function sendComment(page: Page, { lang }: Pick<Site, 'lang'>): Promise<void> {
  await button(page, textsIn(lang).form.submit).click()
  await heading(page, textsIn(lang).sent.title).waitFor()
}

/** One click, as an invented person; `returnTo` is asked for first, and shown after. Whoever is in already stays it. */
export async function signInAs(
  page: Page,
  site: Pick<Site, 'url' | 'lang'>,
  name: string,
  returnTo = '/zyra',
): Promise<void> {
  await page.goto(at(site, returnTo))
  if (page.url() === at(site, returnTo)) return
  const { submit, as } = textsOf(site.lang).demonstration
  await button(page, `${submit} ${as(name)}`).click()
  await page.waitForURL(at(site, returnTo))
}

/** Opens the newest letter to an address in the mailbox of the demonstration. Signed in already. */
export async function openLetter(
  page: Page,
  site: Pick<Site, 'url' | 'lang'>,
  email: string,
  subject: string | RegExp,
): Promise<void> {
  const t = OFFICE_TEXTS[site.lang].mail
  await page.goto(at(site, '/zyra/posta'))
  await page.getByLabel(t.address, { exact: true }).fill(email)
  await button(page, t.find).click()
  await link(page, subject).first().click()
  await heading(page, subject).waitFor()
}

/** The link of a letter that leads to the author's own page, as it stands in it. */
export const privateLinkIn = (page: Page): Locator =>
  page.getByRole('article').getByRole('link', { name: /\/komenti\// })

/** Through letter and button to the receipt; gives the code on it. The page may be signed in or not. */
export async function confirmComment(page: Page, { lang }: Pick<Site, 'lang'>): Promise<string> {
  const t = textsIn(lang).own
  await heading(page, t.confirmTitle).waitFor()
  await button(page, t.confirm).click()
  await heading(page, t.received).waitFor()
  return codeOn(page)
}

export async function codeOn(page: Page): Promise<string> {
  const code = await page.locator('.kv-code').innerText()
  expect(code).toMatch(/^[2-9A-HJKMNP-Z]{4}-[2-9A-HJKMNP-Z]{4}$/)
  return code
}

/** From an empty form to a receipt: for tests that begin where a comment already is. Gives its code. */
export async function confirmedComment(page: Page, site: Site, comment: CommentWords): Promise<string> {
  await openConsultation(page, site)
  await link(page, textsIn(site.lang).page.commentWhole).click()
  await fillComment(page, site, comment)
  await sendComment(page, site)
  await signInAs(page, site, TOWNS[site.town].moderator, '/zyra/posta')
  await openLetter(page, site, comment.email, textsIn(site.lang).letters.confirmationSubject)
  await privateLinkIn(page).click()
  return confirmComment(page, site)
}

/** As a person finds it whose mailbox ends on `.example`; another for every test. */
export const someEmail = (name: string): string => `${name}.${Math.random().toString(36).slice(2, 8)}@shembull.example`

/** A PDF of one empty page. */
export function smallPdf(): Buffer {
  const parts = ['%PDF-1.4\n']
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] >>',
  ]
  const offsets = objects.map((words, index) => {
    const offset = parts.join('').length
    parts.push(`${index + 1} 0 obj\n${words}\nendobj\n`)
    return offset
  })
  const start = parts.join('').length
  const entries = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  parts.push(
    `xref\n0 4\n0000000000 65535 f \n${entries}trailer\n<< /Size 4 /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`,
  )
  return Buffer.from(parts.join(''), 'latin1')
}
