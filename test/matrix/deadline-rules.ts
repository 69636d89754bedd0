import { randomUUID } from 'node:crypto'
import { rulesUrls as urls } from '#app/office/deadlines/rules/rules-urls.ts'
import { calendarOf } from '#law/calendar/calendar.ts'
import { dayNumber, type CivilDate } from '#law/days.ts'
import { enterCalendarChange } from '#platform/deadlines/announcements/enter-calendar-change.ts'
import { setOwnTerm } from '#platform/deadlines/terms/set-own-term.ts'
import { listTerms } from '#platform/deadlines/terms/term-queries.ts'
import { addDays } from '#platform/time/civil-date.ts'
import { installation, page, record, type MatrixWorld, type Request, type Rows, type Slug } from './row.ts'

/** One rule of each country for each deed: to be confirmed, to be filled, to be ended. */
const RULES: Record<'confirm' | 'set' | 'end', Record<Slug, string>> = {
  confirm: { prova: 'AL-LSG-PUBLISH', provas: 'XK-FOI-COURT' },
  set: { prova: 'AL-LSG-CONSULT', provas: 'XK-CONS-MUN' },
  end: { prova: 'AL-LSG-INITIATIVE', provas: 'XK-LSG-PETITION' },
}
const FROM = '2026-11-01'
const FROM_FIELDS = { 'nga-day': '1', 'nga-month': '11', 'nga-year': '2026' }
const BASIS = 'Rregullorja e provës, neni 12'
const NUMBER = { n: 20, unit: 'wd', firstDay: null, roll: null } as const

let days = 0
/** Each a wednesday that is no holiday and was not announced before. */
function aFreeDay(): CivilDate {
  const day = addDays('2034-02-08', 7 * ++days)
  return calendarOf('AL').offDay(dayNumber(day)) ? aFreeDay() : day
}

/** The rules of an institution, the days off of the countries, and what has moved. */
export function deadlineRuleRows({ db, services }: MatrixWorld): Rows {
  const institutionOf = async (slug: Slug) =>
    (await db<{ id: string }[]>`select id from platform.institutions where slug = ${slug}`)[0]?.id ?? ''
  const unended = async (institutionId: string, ruleId: string) =>
    (await listTerms(db, institutionId)).find((term) => term.ruleId === ruleId && term.endedAt === null)?.id ?? null

  async function aDecision(
    slug: Slug,
    deed: 'confirm' | 'set',
    path: (id: string) => string,
    fields: Record<string, string>,
  ): Promise<Request> {
    const [institucioni, ruleId] = [await institutionOf(slug), RULES[deed][slug]]
    const qendron = (await unended(institucioni, ruleId)) ?? ''
    return {
      path: path(ruleId),
      fields: { institucioni, qendron, dergesa: randomUUID(), baza: BASIS, ...FROM_FIELDS, ...fields },
    }
  }

  async function anEnd(slug: Slug): Promise<Request> {
    const [institucioni, ruleId] = [await institutionOf(slug), RULES.end[slug]]
    const order = { ruleId, basis: BASIS, fromOn: FROM, seen: await unended(institucioni, ruleId) }
    await setOwnTerm(services, 'program', institucioni, { ...order, formId: randomUUID() }, NUMBER)
    const termi = (await unended(institucioni, ruleId)) ?? ''
    const until = { 'deri-day': '31', 'deri-month': '12', 'deri-year': '2026' }
    return { path: urls.end(ruleId), fields: { institucioni, termi, ...until, arsyeja: 'Rregullore e re' } }
  }

  async function anAnnouncement(): Promise<string> {
    const change = { kind: 'added', day: aFreeDay(), names: { sq: 'Pushim', en: 'Day off' }, basis: BASIS } as const
    const order = { jurisdiction: 'AL', change, formId: randomUUID() } as const
    const outcome = await enterCalendarChange(services, 'program', order)
    if (outcome.kind !== 'entered') throw new Error(outcome.kind)
    return outcome.id
  }

  const anAnnouncementForm = (): Request => {
    const [year = '', month = '', day = ''] = aFreeDay().split('-')
    const date = { 'dita-day': day, 'dita-month': month, 'dita-year': year }
    const words = { emri: 'Pushim', 'emri-en': 'Day off', burimi: BASIS }
    return {
      path: urls.announce(),
      fields: { shteti: 'AL', lloji: 'added', dergesa: randomUUID(), hapi: 'ruaj', ...date, ...words },
    }
  }

  return {
    'GET /zyra/afate/rregullat': page('rules.read', urls.list()),
    'GET /zyra/afate/rregullat/:rule': record('rules.read', async (slug) => ({
      path: urls.ruleOf(RULES.confirm[slug], await institutionOf(slug)),
    })),
    'POST /zyra/afate/rregullat/:rule/konfirmimi': record('rules.write', (slug) =>
      aDecision(slug, 'confirm', urls.confirm, {}),
    ),
    'POST /zyra/afate/rregullat/:rule/afati': record('rules.write', (slug) =>
      aDecision(slug, 'set', urls.set, { numri: '20', njesia: 'wd' }),
    ),
    'POST /zyra/afate/rregullat/:rule/mbarimi': record('rules.write', anEnd),
    'GET /zyra/afate/kalendari': page('calendar.read', urls.calendar()),
    'GET /zyra/afate/kalendari/njoftim-i-ri': installation('calendar.write', () => ({ path: urls.announce() })),
    'POST /zyra/afate/kalendari/njoftim-i-ri': installation('calendar.write', anAnnouncementForm),
    'GET /zyra/afate/kalendari/njoftimet/:id': {
      right: 'calendar.read',
      request: async () => ({ path: urls.announcement(await anAnnouncement()) }),
    },
    'POST /zyra/afate/kalendari/njoftimet/:id/terheqja': installation('calendar.write', async () => ({
      path: urls.withdraw(await anAnnouncement()),
      fields: { arsyeja: 'U shënua gabim' },
    })),
    'GET /zyra/afate/levizjet': page('moves.read', urls.moves()),
    'GET /zyra/afate/levizjet.csv': page('moves.read', urls.movesCsv()),
  }
}
