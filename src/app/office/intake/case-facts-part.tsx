import { formatDate, formatDay, formatMoment } from '#platform/i18n/formats.ts'
import { inLanguage, type Lang } from '#platform/i18n/language.ts'
import { caseNumber } from '#platform/intake/case-rules.ts'
import type { CaseDetail, CaseEvent } from '#platform/intake/office-case-queries.ts'
import { SummaryList } from '#ui/summary-list.tsx'
import { Thread } from '#ui/thread.tsx'
import { roleName } from './role-part.tsx'
import { officeIntakeTexts } from './texts.ts'
import { intakeUrls } from './urls.ts'

type Props = { lang: Lang; case: CaseDetail }

/** The right column: numbers, the three stamps, whose it is. */
export const CaseFacts = ({ lang, case: one }: Props) => {
  const texts = officeIntakeTexts(lang)
  const t = texts.page
  const received =
    one.receivedTo === 'day' ? formatDay(lang, one.receivedAt, one.zone) : formatMoment(lang, one.receivedAt, one.zone)
  const protocol =
    one.protocolNumber === null
      ? t.noProtocol
      : texts.protocol(one.protocolNumber, one.protocolOn && formatDate(lang, one.protocolOn))
  const entered = formatMoment(lang, one.enteredAt, one.zone)
  return (
    <SummaryList
      rows={[
        { key: t.number, value: caseNumber(one) },
        { key: t.code, value: one.code },
        { key: t.channel, value: texts.channels[one.channel] },
        ...(one.happenedOn
          ? [
              {
                key: t.happened,
                value: formatDate(lang, one.happenedOn) + (one.registeredPost ? ` (${t.registered})` : ''),
              },
            ]
          : []),
        { key: t.received, value: received },
        { key: t.entered, value: one.enteredByName ? `${entered}, ${t.enteredBy(one.enteredByName)}` : entered },
        { key: t.filed, value: formatDate(lang, one.filedOn) },
        { key: t.protocol, value: protocol },
        { key: t.owner, value: one.ownerName ?? (one.ownerRole ? roleName(lang, one.ownerRole) : t.noOwner) },
        ...(one.stateReason ? [{ key: t.stateReason, value: one.stateReason }] : []),
        ...(one.duplicateOf
          ? [
              {
                key: t.isDuplicateOf,
                value: <a href={inLanguage(lang, intakeUrls.one(one.duplicateOf))}>{t.seeOriginal}</a>,
              },
            ]
          : []),
      ]}
    />
  )
}

/** Who wrote, and the ways to answer. */
export const CaseSender = ({ lang, case: one }: Props) => {
  const texts = officeIntakeTexts(lang)
  const t = texts.page
  if (one.erasedAt !== null) return <p class="govuk-body">{texts.erased}</p>
  const ways = [
    { key: t.telephone, value: one.telephone },
    { key: t.postal, value: one.postal },
    { key: t.email, value: one.email },
  ].filter(({ value }) => value !== null)
  return (
    <>
      <p class="govuk-body">
        <strong>{one.senderName ?? texts.noName}</strong>
      </p>
      {ways.length > 0 ? <SummaryList rows={ways} /> : <p class="govuk-hint">{t.noContact}</p>}
    </>
  )
}

type HistoryProps = { lang: Lang; zone: string; events: readonly CaseEvent[] }

/** Who did what when, newest first. Of a citizen's data it says only that it changed. */
export const CaseHistory = ({ lang, zone, events }: HistoryProps) => {
  const texts = officeIntakeTexts(lang)
  return (
    <Thread
      label={texts.page.history}
      steps={events.map((event, index) => ({
        title: known(texts.changeWords.kinds, event.kind),
        when: `${formatMoment(lang, event.at, zone)}, ${event.byName ?? known(texts.page.by, event.byKind)}`,
        text: [...event.fields.map((field) => fieldWords(lang, field)), event.reason].filter(Boolean).join('; '),
        state: index === 0 ? 'now' : 'done',
      }))}
    />
  )
}

const known = (words: Record<string, string>, key: string): string =>
  Object.hasOwn(words, key) ? (words[key] ?? key) : key

/** `gjendja: E re → Në punë`; whose it was stands in the tasks, with the names of today. */
function fieldWords(lang: Lang, { field, from, to }: CaseEvent['fields'][number]): string {
  const { changeWords, states } = officeIntakeTexts(lang)
  const label = known(changeWords.fields, field)
  if (field === 'owner' || (from === null && to === null)) return label
  const shown = (value: string | null) => {
    if (value === null) return '—'
    if (field === 'state') return known(states, value)
    return field === 'dueOn' && /^\d{4}-\d{2}-\d{2}$/.test(value) ? formatDate(lang, value) : value
  }
  return from === null ? `${label}: ${shown(to)}` : `${label}: ${shown(from)} → ${shown(to)}`
}
