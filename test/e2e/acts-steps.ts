import { expect } from 'vitest'
import { actOfficeUrls as office, actUrls } from '#modules/council-acts/urls.ts'
import { relationUrls } from '#modules/council-acts/relations/urls.ts'
import { reviewUrls } from '#modules/council-acts/review/urls.ts'
import { makingTexts } from '#modules/council-acts/making/texts.ts'
import { versionUrls } from '#platform/texts/version-address-rules.ts'
import type { Services } from '#platform/services.ts'
import { addDays, civilDateIn, instantAt } from '#platform/time/civil-date.ts'
import { systemClock } from '#platform/time/clock.ts'
import { testServices } from '../web.ts'
import { onDay, type Desk } from './office-desk.ts'
import type { Program } from './program.ts'

/** Where the walk takes place: a demonstration council of one country. */
export type Place = { institution: string; secretary: string; zone: string; country: 'AL' | 'XK' }

export type Days = { today: string; ago(days: number): string; services(days: number): Services }

/** Days before today, and the same services as they were at noon of one of them. */
export function daysOf(program: Program, { zone }: Place): Days {
  const today = civilDateIn(zone, systemClock.now())
  const services = testServices(program.db)
  const ago = (days: number) => addDays(today, -days)
  const noon = (days: number) => instantAt(ago(days), 12 * 3600, zone)
  return { today, ago, services: (days) => ({ ...services, clock: { now: () => noon(days) } }) }
}

export type Numbered = { id: string; slug: string; title: string; number: string }

export async function numbered(program: Program, id: string): Promise<Numbered> {
  const [row] = await program.db<Numbered[]>`
    select id, slug, title, serial || '/' || year as number from council_acts.acts where id = ${id}`
  if (!row) throw new Error(`no act ${id}`)
  return row
}

/** Whatever everybody can open of an act: its page, its data, its words on a day, their versions. */
export async function readAll(program: Program, slug: string, days: readonly string[] = []): Promise<string> {
  const record = actUrls.act(slug)
  const paths = [
    record,
    actUrls.actData(slug),
    actUrls.inForce(slug),
    ...days.map((day) => actUrls.inForce(slug, day)),
    versionUrls.list(record),
    ...[1, 2].map((n) => versionUrls.one(record, n)),
    versionUrls.comparison(record, { later: 2, earlier: 1 }),
    versionUrls.linkedData(record),
    `${actUrls.register()}?q=panair`,
  ]
  const pages = await Promise.all(paths.map(async (path) => (await fetch(program.url + path)).text()))
  return pages.join('\n')
}

/** The number that is next, as the page says; after the deed the act bears it. */
export async function giveNumber(desk: Desk, id: string): Promise<string> {
  await desk.open(office.act(id))
  const [before = '', after = ''] = makingTexts('sq').one.numberNext('§').split('§')
  const words = await desk.words()
  const next = words.slice(words.indexOf(before) + before.length).split(after)[0] ?? ''
  expect(next).toMatch(/\d+/)
  const asked = (await desk.form('/numri').locator('[name="arsyeja"]').count()) > 0
  await desk.deed('/numri', asked ? { arsyeja: 'Aktet e tjera presin tekstin' } : {})
  expect(await desk.words()).toContain(next)
  return next
}

/** In the rooms of texts: one article gets other words. */
export async function rewrite(desk: Desk, article: string, [from, to]: readonly [string, string]): Promise<void> {
  await desk.follow('main a[href$="/teksti/redaktimi"]')
  await desk.page.locator('[data-outline-open]').filter({ hasText: article }).first().click()
  const field = desk.page.locator('main form textarea[name="teksti"]')
  await field.waitFor()
  const words = await field.inputValue()
  expect(words).toContain(from)
  await desk.deed('', { teksti: words.replace(from, to) }, 'textarea[name="teksti"]')
}

export async function announce(
  desk: Desk,
  id: string,
  { on, force }: { on: string; force: string | null },
): Promise<void> {
  await desk.open(office.announcing(id))
  const own = force === null ? {} : { ...onDay('fuqi', force), 'fuqi-neni': '3' }
  await desk.deed('/shpallja', { ...onDay('shpallur', on), ...own })
}

/** What this act does to the other one, which is found by its number. */
export async function relate(
  desk: Desk,
  id: string,
  { kind, other }: { kind: 'amends' | 'repeals'; other: Numbered },
): Promise<void> {
  await desk.open(relationUrls.page(id))
  await desk.page.locator('main [name="kerkimi"]:visible').fill(other.number)
  await desk.page.locator('main form[method="get"] button').click()
  await desk.page.locator(`main [name="tjetri"][value="${other.id}"]`).waitFor()
  const articles = kind === 'amends' ? { 'me-nenin': '1', nenet: '2' } : {}
  await desk.deed('/lidhjet', { lloji: kind, tjetri: other.id, ...articles })
}

/** From the review of an act to a letter that is sent with these; gives its id. */
export async function transmit(
  desk: Desk,
  ids: readonly string[],
  { on, channel }: { on: string; channel: 'desk' | 'hand' },
): Promise<string> {
  await desk.open(office.review(ids[0] ?? ''))
  await desk.follow(`main a[href*="${reviewUrls.create()}"]`)
  await desk.deed(reviewUrls.create(), { aktet: ids, menyra: channel })
  await desk.deed('/dergimi', { ...onDay('dergimi', on), menyra: channel })
  return /dergesat\/([0-9a-f-]{36})/.exec(desk.page.url())?.[1] ?? ''
}

type Answer = { kind: 'conform' | 'returned'; on: string; reasons?: string }

/** The authority's protocol, then what it says: at its own desk, or as the secretary enters it from the paper. */
export async function receive(desk: Desk, on: string, protocol: string): Promise<void> {
  await desk.deed('/pranimi', { 'protokolli-organit': protocol, ...onDay('pranimi', on) })
}

export async function answer(desk: Desk, ids: readonly string[], { kind, on, reasons = '' }: Answer): Promise<void> {
  const said = { pergjigjja: kind, ...onDay('dita', on), arsyet: reasons }
  await desk.deed('/pergjigjja', { aktet: ids, ...said })
}
