import type { Page } from 'playwright-core'
import type { SittingEventKind } from '#modules/council/sitting/sitting-event-rules.ts'
import { hasFocus, tabTo } from './keyboard.ts'

/** A laptop whose mouse is unplugged: a press of it is a fault of the test. Enter on a button is none. */
export async function unplugMouse(page: Page): Promise<void> {
  await page.context().addInitScript(() => {
    for (const kind of ['pointerdown', 'mousedown', 'touchstart', 'wheel'])
      addEventListener(kind, () => console.error(`the mouse is unplugged: ${kind}`), { capture: true })
  })
}

/** Goes to a link or a button by Tab and presses Enter; ends on the page that follows. */
export async function go(page: Page, selector: string): Promise<void> {
  await tabTo(page, page.locator(selector).first())
  await Promise.all([page.waitForEvent('framenavigated'), page.keyboard.press('Enter')])
  await page.waitForLoadState()
}

/** The recorder of a meeting, by keys alone. */
export class Recording {
  readonly page: Page
  /** What was recorded, in order. */
  readonly kinds: SittingEventKind[] = []

  constructor(page: Page) {
    this.page = page
  }

  private form(kind: string) {
    return this.page.locator(`form[data-deed="${kind}"]`)
  }

  waiting(): Promise<string | null> {
    return this.page.locator('[data-waiting]').getAttribute('data-waiting')
  }

  /** How many the page says are there. */
  there(): Promise<number> {
    return this.page.locator('[data-presence="present"], [data-presence="remote"]').count()
  }

  private async press(key: string): Promise<void> {
    await this.page.keyboard.press(key)
  }

  /** By the letter that stands beside the button. */
  async begin(kind: SittingEventKind): Promise<void> {
    const key = await this.page.locator(`[data-do="${kind}"] kbd`).innerText()
    await this.press(key.toLowerCase())
    await this.form(kind).waitFor()
  }

  async send(kind: SittingEventKind): Promise<void> {
    await this.press('Control+Enter')
    await this.form(kind).waitFor({ state: 'detached' })
    this.kinds.push(kind)
  }

  /** Enter takes whoever fills it in from field to field. */
  async field(name: string): Promise<void> {
    const wanted = this.page.locator(`form[data-deed] [name="${name}"]`)
    for (let n = 0; n < 12 && !(await hasFocus(wanted)); n++) {
      const inLong = await this.page.evaluate(() => document.activeElement instanceof HTMLTextAreaElement)
      await this.press(inLong ? 'Tab' : 'Enter')
    }
    if (!(await hasFocus(wanted))) throw new Error(`Enter never comes to ${name}`)
  }

  /** Down a list, until its value is this. */
  async choose(name: string, value: string): Promise<void> {
    await this.field(name)
    const list = this.page.locator(`form[data-deed] [name="${name}"]`)
    for (let n = 0; n < 40 && (await list.inputValue()) !== value; n++) await this.press('ArrowDown')
    if ((await list.inputValue()) !== value) throw new Error(`${name} does not offer ${value}`)
  }

  async down(name: string, steps: number): Promise<string> {
    await this.field(name)
    for (let n = 0; n < steps; n++) await this.press('ArrowDown')
    return this.page.locator(`form[data-deed] [name="${name}"]`).inputValue()
  }

  async type(name: string, words: string): Promise<void> {
    await this.field(name)
    await this.press('Control+a')
    await this.page.keyboard.type(words)
  }

  async refused(words: string): Promise<void> {
    await this.press('Control+Enter')
    await this.page.locator('[data-refusal]').filter({ hasText: words }).waitFor()
  }

  /** One that needs nothing but its key and Control with Enter. */
  async just(kind: SittingEventKind): Promise<void> {
    await this.begin(kind)
    await this.send(kind)
  }

  async person(kind: 'left' | 'arrived', steps: number): Promise<string> {
    await this.begin(kind)
    const person = await this.down('person', steps)
    await this.send(kind)
    return person
  }

  /** Opened as the form proposes it, and taken: a digit for each name. */
  async byName(digits: readonly string[]): Promise<void> {
    await this.form('vote-taken').waitFor()
    const rows = await this.page.locator('[data-row]').count()
    if (rows !== digits.length) throw new Error(`${rows} vote, not ${digits.length}`)
    for (const digit of digits) await this.press(digit)
    await this.send('vote-taken')
  }

  async byCount(counts: { for: number; against: number; abstain: number }): Promise<void> {
    await this.form('vote-taken').waitFor()
    for (const [name, count] of Object.entries(counts)) await this.type(name, String(count))
    await this.send('vote-taken')
  }

  async openVote(method: 'by-name' | 'by-hands' | 'secret', stage: string | null = null): Promise<void> {
    await this.begin('vote-opened')
    if (stage !== null) await this.choose('stage', stage)
    await this.choose('method', method)
    await this.send('vote-opened')
  }

  async note(words: string): Promise<void> {
    await this.begin('noted')
    await this.page.keyboard.type(words)
    await this.send('noted')
  }
}
