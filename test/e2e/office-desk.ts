import type { Locator, Page } from 'playwright-core'
import { dayParts } from '#modules/council-acts/announcing/day-field-rules.ts'

/** On a machine that others use too, a deed with letters and files can take this long. */
const PATIENCE_MS = 60_000

/** What a form is given, by the names of its fields; of boxes all that are ticked. */
export type Filled = Record<string, string | readonly string[] | { name: string; mimeType: string; buffer: Buffer }>

/** The three fields of a day. */
export const onDay = (name: string, day: string): Record<string, string> => dayParts(name, day)

/** Somebody at the desk of an office: opens pages by their links, fills in forms and presses their buttons. */
export class Desk {
  readonly page: Page
  private readonly url: string

  constructor(page: Page, url: string) {
    this.page = page
    this.url = url
  }

  async open(path: string): Promise<void> {
    await this.page.goto(this.url + path)
  }

  /** By the link of the page on which one is. */
  async follow(selector: string): Promise<void> {
    const link = this.page.locator(selector).first()
    await unfold(link)
    await this.moved(() => link.click())
  }

  words(): Promise<string> {
    return this.page.getByRole('main').innerText()
  }

  form(action: string, having = '*'): Locator {
    return this.page
      .locator(`main form[method="post"]${action === '' ? '' : `[action$="${action}"]`}`)
      .filter({ has: this.page.locator(having) })
      .first()
  }

  /** Fills in what is told, leaves what is proposed, and presses the button by key; the deed is done, or this fails. */
  async deed(action: string, filled: Filled = {}, having = '*'): Promise<void> {
    const form = this.form(action, having)
    for (const [name, value] of Object.entries(filled)) await fill(form, name, value)
    const button = form.locator('button').first()
    await unfold(button)
    await this.moved(() => button.press('Enter'))
    const errors = await this.page.locator('.govuk-error-summary, .govuk-error-message').allInnerTexts()
    if (errors.length > 0) throw new Error(`${action} at ${this.page.url()}: ${errors.join(' | ')}`)
  }

  /** The bytes of what a link gives to keep. */
  async download(selector: string): Promise<Buffer> {
    const href = (await this.page.locator(selector).first().getAttribute('href')) ?? ''
    const answer = await this.page.request.get(this.url + href)
    if (answer.status() !== 200) throw new Error(`${href} answered ${answer.status()}`)
    return answer.body()
  }

  private async moved(press: () => Promise<void>): Promise<void> {
    await Promise.all([this.page.waitForEvent('framenavigated', { timeout: PATIENCE_MS }), press()])
    await this.page.waitForLoadState()
  }
}

/** What is folded up is opened first, as by somebody who looks for it. */
async function unfold(wanted: Locator): Promise<void> {
  const closed = wanted.locator('xpath=ancestor::details[not(@open)]')
  while ((await closed.count()) > 0) await closed.first().locator('> summary').click()
}

async function fill(form: Locator, name: string, value: Filled[string]): Promise<void> {
  const field = form.locator(`[name="${name}"]`)
  await unfold(field.first())
  if (typeof value === 'object' && 'buffer' in value) return field.setInputFiles(value)
  const [tag, type] = await field.first().evaluate((one) => [one.tagName, one.getAttribute('type')])
  if (tag === 'SELECT') return void (await field.selectOption(value))
  if (type !== 'radio' && type !== 'checkbox') return field.fill([value].flat().join())
  for (const one of [value].flat()) await form.locator(`[name="${name}"][value="${one}"]`).check()
}
