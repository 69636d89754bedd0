import type { Child } from 'hono/jsx'
import { formatDate } from '#platform/i18n/formats.ts'
import type { Lang } from '#platform/i18n/language.ts'
import { Thread, type Step } from '#ui/thread.tsx'
import { textsIn as actTexts } from '../texts.ts'
import type { LegalityView } from './legality-view.ts'
import { textsIn } from './texts.ts'

type Props = { lang: Lang; view: LegalityView }

/** The review of one act as everybody reads it: what was sent, when it was registered, what was said, in time or late. */
export const LegalityPart = ({ lang, view }: Props) => {
  const t = textsIn(lang).story
  const { act, authority, sendings, verdicts } = view
  if (act.history && sendings.length + verdicts.length === 0) return <p class="govuk-body">{t.history}</p>
  const steps = stepsOf(lang, view)
  return (
    <>
      <p class="govuk-body">
        <strong>{actTexts(lang).legalities[act.legality]}.</strong> {t.law(authority)} {depositWords(lang, view)}
      </p>
      {view.silentSince !== null && <p class="govuk-inset-text">{t.silent(formatDate(lang, view.silentSince))}</p>}
      {steps.length > 0 && <Thread label={t.label} steps={steps} />}
    </>
  )
}

function depositWords(lang: Lang, { deposit, sendings }: LegalityView): string {
  const t = textsIn(lang).story
  if (deposit === null) return ''
  const day = formatDate(lang, deposit.dueOn)
  if (deposit.metOn !== null) return deposit.late ? t.sentLate(day) : ''
  if (sendings.some(({ withdrawnAt }) => withdrawnAt === null)) return ''
  return deposit.late ? t.depositLate(day) : t.depositBy(day)
}

type Dated = Step & { on: string }

/** Letters and words in the order of their days. */
function stepsOf(lang: Lang, view: LegalityView): Step[] {
  const steps = [...view.sendings.flatMap((one) => sendingSteps(lang, view, one)), ...verdictSteps(lang, view)]
  const sorted = steps.toSorted((one, other) => one.on.localeCompare(other.on))
  return sorted.map(({ title, when, text }, at) => ({
    title,
    when,
    ...(text && { text }),
    state: at === sorted.length - 1 ? 'now' : 'done',
  }))
}

function sendingSteps(lang: Lang, view: LegalityView, one: LegalityView['sendings'][number]): Dated[] {
  const texts = textsIn(lang)
  const t = texts.story
  const check = view.checks[one.round]
  const sent: Dated = {
    on: one.sentOn,
    title: (one.round === 1 ? t.sent : t.sentAgain)(one.number, one.authorityName),
    when: formatDate(lang, one.sentOn),
    state: 'done',
    ...textOf(
      one.withdrawnReason !== null && t.withdrawn(one.withdrawnReason),
      one.reExamined !== null &&
        one.reExaminedOn !== null &&
        t.reExamined(texts.reExaminations[one.reExamined], formatDate(lang, one.reExaminedOn)),
    ),
  }
  if (one.receivedOn === null) return [sent]
  return [
    sent,
    {
      on: one.receivedOn,
      title: t.received(one.receivedProtocol ?? '–'),
      when: formatDate(lang, one.receivedOn),
      state: 'done',
      ...textOf(check?.running && !check.late && t.checkBy(formatDate(lang, check.dueOn))),
    },
  ]
}

function verdictSteps(lang: Lang, view: LegalityView): Dated[] {
  const texts = textsIn(lang)
  const t = texts.story
  const { act, verdicts, checks } = view
  return verdicts.map((one): Dated => {
    const spoken = ['conform', 'returned', 'court'].includes(one.kind)
    const late = [checks[1], checks[2]].find(
      (check) => spoken && check?.late && check.metOn !== null && check.metOn === one.decidedOn,
    )
    return {
      on: one.decidedOn,
      title: t.verdict(texts.verdicts[one.kind], one.protocol),
      when: formatDate(lang, one.decidedOn),
      state: 'done',
      ...textOf(
        one.reasons !== null && <Reasons label={t.reasons} words={one.reasons} />,
        act.restricted && one.reasons === null && one.kind !== 'conform' && t.reasonsHidden,
        one.enteredAs === 'authority' && t.byAuthority,
        late && t.answeredLate(formatDate(lang, late.dueOn)),
        one.kind === 'returned' && !one.replaced && t.returnedApplies,
        one.kind === 'court' && !one.replaced && t.keepsApplying,
        one.effectiveOn !== null && t.annulledFrom(formatDate(lang, one.effectiveOn)),
        one.replacesId !== null && t.corrects,
        one.replaced && t.replaced,
      ),
    }
  })
}

const Reasons = ({ label, words }: { label: string; words: string }) => (
  <p class="govuk-body-s" lang="sq">
    {label}: {words}
  </p>
)

/** Nothing, where there is nothing to say: absent, not empty. */
function textOf(...parts: (Child | false | undefined)[]): { text?: Child } {
  const said = parts.filter((part) => part !== false && part !== undefined && part !== '')
  return said.length === 0
    ? {}
    : { text: <>{said.map((part) => (typeof part === 'string' ? <p class="govuk-body-s">{part}</p> : part))}</> }
}
