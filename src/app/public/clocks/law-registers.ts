import { JURISDICTIONS } from '#law/jurisdiction.ts'
import { allHolidays, FIRST_YEAR, LAST_YEAR } from '#law/calendar/holidays.ts'
import { statusOf, type Rule } from '#law/rules/rule.ts'
import { ALL_RULES } from '#law/rules/rules.ts'
import type { Dataset, Row } from '#platform/export/dataset.ts'
import { rowsDataset } from '#platform/export/rows-dataset.ts'
import { HOLIDAY_COLUMNS, registerTexts, RULE_COLUMNS } from './open-data-texts.ts'
import { clockUrls } from './urls.ts'

/** When the law of this version of the program was last gone through. */
const LAW_READ_ON = '2026-11-21'
const COMMON = { licence: 'CC0-1.0', institutionId: null, countries: ['AL', 'XK'] } as const

const ruleRow = (rule: Rule): Row => ({
  key: `${rule.id}-${rule.version}`,
  rule: rule.id,
  version: rule.version,
  country: rule.jurisdiction,
  clock: rule.clock.sq,
  clock_en: rule.clock.en,
  kind: rule.terms?.kind ?? null,
  n: rule.terms?.n ?? null,
  unit: rule.terms?.unit ?? null,
  direction: rule.terms?.direction ?? null,
  start: rule.start.sq,
  actor: rule.actor.sq,
  lapse: rule.lapse?.sq ?? null,
  law: rule.law,
  law_name: rule.lawName.sq,
  confidence: rule.confidence,
  status: statusOf(rule).kind,
  sources: [...rule.sources],
  valid_from: rule.validFrom,
  valid_to: rule.validTo,
  url: clockUrls.rule(rule.id),
})

function holidayRows(): Row[] {
  return JURISDICTIONS.flatMap((country) =>
    allHolidays(country)
      .filter(({ date }) => Number(date.slice(0, 4)) >= FIRST_YEAR && Number(date.slice(0, 4)) <= LAST_YEAR)
      .map(({ id, date, names, substitute, estimated, basis }) => ({
        key: `${country}-${date}-${id}`,
        country,
        holiday: id,
        date,
        year: Number(date.slice(0, 4)),
        name: names.sq,
        name_en: names.en,
        substitute,
        estimated,
        basis,
      })),
  )
}

/** The law of both countries, as it stands in the program. */
export const lawRegisters = async (): Promise<readonly Dataset[]> => REGISTERS

const REGISTERS: readonly Dataset[] = [
  rowsDataset({
    ...COMMON,
    ...registerTexts.rules,
    name: 'rregullat',
    themes: ['JUST', 'GOVE'],
    columns: RULE_COLUMNS,
    primaryKey: ['key'],
    filters: ['country', 'unit', 'status', 'confidence'],
    frequency: 'IRREG',
    rows: ALL_RULES.map(ruleRow),
    span: { changedAt: new Date(LAW_READ_ON), from: null, to: null },
  }),
  rowsDataset({
    ...COMMON,
    ...registerTexts.holidays,
    name: 'festat',
    themes: ['JUST', 'SOCI'],
    columns: HOLIDAY_COLUMNS,
    primaryKey: ['key'],
    filters: ['country', 'year', 'holiday'],
    frequency: 'ANNUAL',
    rows: holidayRows(),
    span: { changedAt: new Date(LAW_READ_ON), from: `${FIRST_YEAR}-01-01`, to: `${LAST_YEAR}-12-31` },
  }),
]
