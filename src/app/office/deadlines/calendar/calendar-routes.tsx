import { randomUUID } from 'node:crypto'
import { officeRoute } from '#platform/auth/official-gate.ts'
import type { Official } from '#platform/auth/visitor.ts'
import type { CalendarRefusal } from '#platform/deadlines/announcements/calendar-change-rules.ts'
import { enterCalendarChange } from '#platform/deadlines/announcements/enter-calendar-change.ts'
import { termPermissions as may } from '#platform/deadlines/terms/term-rights-rules.ts'
import { withdrawCalendarChange } from '#platform/deadlines/announcements/withdraw-calendar-change.ts'
import { doneWords } from '#platform/http/done-words.ts'
import { isUuid } from '#platform/http/field-rules.ts'
import { textField, type FieldErrors, type Typed } from '#platform/http/form.ts'
import { notFound, Refused } from '#platform/http/refused.ts'
import { html, pageOf, readForm, redirect } from '#platform/http/render.ts'
import type { WebApp, WebContext } from '#platform/http/web-context.ts'
import type { Services } from '#platform/services.ts'
import { FormReader } from '../../institutions/reader-form.ts'
import { textsIn } from '../../institutions/texts.ts'
import { AnnouncementPage, AnnouncementPreviewPage, AnnouncePage } from './announcement-page.tsx'
import { countryOf, kindOf, type ChangeKind } from './announcement-rules.ts'
import { readAnnouncement, typedOfLink, type Announcement } from './calendar-form.ts'
import { CalendarPage } from './calendar-page.tsx'
import { calendarTexts } from './calendar-texts.ts'
import { feastsOf, mayAnnounce, viewAnnouncement, viewCalendar, viewPreview } from './calendar-view.ts'
import { rulesTexts } from '../rules/rules-texts.ts'
import { rulesUrls as urls } from '../rules/rules-urls.ts'

/** The days off of the countries, and what their governments announce. */
export function calendarRoutes(app: WebApp, services: Services): void {
  officeRoute(app, 'GET', urls.calendar(), may['calendar.read'], async (c, official) => {
    const view = await viewCalendar(services, official, c.req.query('viti') ?? '')
    return html(c, <CalendarPage page={pageOf(c, services, null)} view={view} />)
  })
  officeRoute(app, 'GET', urls.announce(), may['calendar.write'], async (c, official) => {
    onlyForAll(official)
    return announcePage(c, services, typedOfLink(c.req.query(), randomUUID()), {}, 200)
  })
  officeRoute(app, 'POST', urls.announce(), may['calendar.write'], (c, official) => announce(c, services, official))
  officeRoute(app, 'GET', urls.announcement(':id'), may['calendar.read'], (c, official) =>
    announcementPage(c, services, official, {}, {}, 200),
  )
  officeRoute(app, 'POST', urls.withdraw(':id'), may['calendar.write'], (c, official) =>
    withdraw(c, services, official),
  )
}

/** A role held in one institution does not help: the calendar is a country's. */
function onlyForAll(official: Official): void {
  if (!mayAnnounce(official)) throw new Refused(403, 'not-permitted')
}

/** Looks first, then enters: the same form, with one step more. */
async function announce(c: WebContext, services: Services, official: Official): Promise<Response> {
  onlyForAll(official)
  const form = await readForm(c)
  const lang = c.get('lang')
  const { reader, value } = readAnnouncement(form, { t: calendarTexts(lang), common: textsIn(lang) })
  const again = (errors: FieldErrors, status: number) => announcePage(c, services, reader.typed, errors, status)
  if (!reader.ok) return again(reader.errors, 422)
  const step = textField(form, 'hapi')
  if (step === 'ndrysho') return again({}, 200)
  const refused = (refusal: CalendarRefusal) =>
    again({ [fieldOf(refusal, value.change.kind)]: calendarTexts(lang).refusals[refusal] }, 422)
  if (step !== 'ruaj') return preview(c, services, value, reader.typed, refused)
  const order = value.formId ? value : { ...value, formId: randomUUID() }
  const outcome = await enterCalendarChange(services, official, order)
  if (outcome.kind === 'not-permitted') throw new Refused(403, 'not-permitted')
  if (outcome.kind === 'refused') return refused(outcome.refusal)
  return redirect(c, `${urls.announcement(outcome.id)}?u=shenuar`)
}

async function preview(
  c: WebContext,
  services: Services,
  announcement: Announcement,
  typed: Typed,
  refused: (refusal: CalendarRefusal) => Promise<Response>,
): Promise<Response> {
  const found = await viewPreview(services, announcement.jurisdiction, announcement.change)
  if (found.kind === 'refused') return refused(found.refusal)
  const props = { announcement, typed, names: found.names, preview: found.preview }
  return html(c, <AnnouncementPreviewPage page={pageOf(c, services, null)} {...props} />)
}

/** At which field a refusal is told. */
function fieldOf(refusal: CalendarRefusal, kind: ChangeKind): string {
  if (kind === 'added') return 'dita'
  if (refusal === 'far-from-feast' || refusal === 'there-already') return 'dita'
  return refusal === 'outside-calendar' ? (kind === 'moved' ? 'dita' : 'viti') : 'festa'
}

function announcePage(
  c: WebContext,
  services: Services,
  typed: Typed,
  errors: FieldErrors,
  status: number,
): Promise<Response> {
  const lang = c.get('lang')
  const t = calendarTexts(lang)
  // Both countries, so that choosing the other one needs no second journey; the deed asks whether the feast is theirs.
  const all = [...feastsOf('AL'), ...feastsOf('XK')].map(({ id, names }) => ({ id, label: names[lang] }))
  const own = new Set(feastsOf(countryOf(typed.shteti ?? '')).map(({ id }) => id))
  const feasts = all
    .filter(({ id }, at) => all.findIndex((one) => one.id === id) === at)
    .map(({ id, label }) => ({ id, label: own.has(id) ? label : `${label} (${otherCountry(t.countries, typed)})` }))
  const props = { kind: kindOf(typed.lloji ?? ''), feasts, typed, errors }
  return html(c, <AnnouncePage page={pageOf(c, services, null)} {...props} />, { status })
}

const otherCountry = (names: Record<'AL' | 'XK', string>, typed: Typed): string =>
  names[countryOf(typed.shteti ?? '') === 'AL' ? 'XK' : 'AL']

async function announcementPage(
  c: WebContext,
  services: Services,
  official: Official,
  typed: Typed,
  errors: FieldErrors,
  status: number,
): Promise<Response> {
  const view = await viewAnnouncement(services, official, c.req.param('id') ?? '')
  if (!view) throw notFound()
  const done = status === 200 ? doneWords(calendarTexts(c.get('lang')).done, c.req.query('u')) : null
  const props = { view, typed, errors, done }
  return html(c, <AnnouncementPage page={pageOf(c, services, null)} {...props} />, { status })
}

async function withdraw(c: WebContext, services: Services, official: Official): Promise<Response> {
  onlyForAll(official)
  const id = c.req.param('id') ?? ''
  if (!isUuid(id)) throw notFound()
  const lang = c.get('lang')
  const reader = new FormReader(await readForm(c), ['arsyeja'], textsIn(lang))
  const reason = reader.words('arsyeja', 5, 1000, rulesTexts(lang).errors.reason)
  const again = (errors: FieldErrors, status: number) =>
    announcementPage(c, services, official, reader.typed, errors, status)
  if (!reader.ok) return again(reader.errors, 422)
  const outcome = await withdrawCalendarChange(services, official, id, reason)
  if (outcome.kind === 'no-such-change') throw notFound()
  if (outcome.kind === 'not-permitted') throw new Refused(403, 'not-permitted')
  if (outcome.kind === 'withdrawn-already') return again({ arsyeja: calendarTexts(lang).one.gone }, 409)
  return redirect(c, `${urls.announcement(id)}?u=terhequr`)
}
