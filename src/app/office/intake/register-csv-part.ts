import { formatDay } from '#platform/i18n/formats.ts'
import type { Lang } from '#platform/i18n/language.ts'
import { caseNumber } from '#platform/intake/case-rules.ts'
import type { InboxCase } from '#platform/intake/office-case-queries.ts'
import { csvField } from '#platform/lists/csv-field-rules.ts'
import { roleName } from './role-part.tsx'
import { officeIntakeTexts } from './texts.ts'

/** The mark by which spreadsheets know the letters, and the names of the columns. */
export function registerHead(lang: Lang): string {
  const { columns, protocolOn } = officeIntakeTexts(lang).inbox
  const { number, received, from, about, channel, protocol, state, owner, due, institution } = columns
  return `\ufeff${line([number, received, from, about, channel, protocol, protocolOn, state, owner, due, institution])}`
}

export function registerRow(lang: Lang, one: InboxCase): string {
  const texts = officeIntakeTexts(lang)
  return line([
    caseNumber(one),
    formatDay(lang, one.receivedAt, one.zone),
    one.about === null ? texts.erased : (one.senderName ?? ''),
    one.about ?? '',
    texts.channels[one.channel],
    one.protocolNumber ?? '',
    one.protocolOn ?? '',
    one.state === 'sent' ? '' : texts.states[one.state],
    one.ownerName ?? (one.ownerRole === null ? '' : roleName(lang, one.ownerRole)),
    one.dueOn ?? '',
    one.institutionName,
  ])
}

const line = (fields: readonly string[]): string => `${fields.map(csvField).join(',')}\r\n`
