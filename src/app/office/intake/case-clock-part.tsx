import { deadlineUrls } from '#platform/deadlines/deadline-urls.ts'
import type { FieldErrors, Typed } from '#platform/http/form.ts'
import { formatDate } from '#platform/i18n/formats.ts'
import { inLanguage, type Lang } from '#platform/i18n/language.ts'
import { EXTENSION_GROUNDS, type CaseClock } from '#platform/intake/clock-rules.ts'
import { intakeTexts } from '#platform/intake/intake-texts.ts'
import { Button } from '#ui/button.tsx'
import { DeadlineBadge } from '#ui/deadline-badge.tsx'
import { Details } from '#ui/details.tsx'
import { RadioField } from '#ui/radio-field.tsx'
import { TextAreaField } from '#ui/text-area-field.tsx'
import { TextField } from '#ui/text-field.tsx'
import type { CaseClockView } from './case-clock-view.ts'
import type { CaseView } from './case-view.ts'
import { Day } from './fields-part.tsx'
import { officeIntakeTexts } from './texts.ts'
import { intakeUrls } from './urls.ts'

/** By when the answer is due, and why; or that nothing is due, and why not. */
export const CaseClockBox = ({ lang, clock: { shown, clock, ground } }: { lang: Lang; clock: CaseClockView }) => {
  const { clock: t } = officeIntakeTexts(lang)
  if (!shown || clock === 'none')
    return (
      <p class="govuk-hint">
        {t.none} {ground}
      </p>
    )
  const { date, daysLeft, tone, workBy, opens, explanation } = shown
  const way = { href: inLanguage(lang, deadlineUrls.one(shown.deadline.id)), label: t.toDeadline }
  return <DeadlineBadge {...{ lang, label: t.label, date, daysLeft, tone, workBy, opens, explanation, way }} />
}

type Props = { lang: Lang; view: CaseView; typed: Typed; errors: FieldErrors }

/** All that is done with the clock of a case. */
export const ClockForms = (props: Props) => {
  const { lang, view } = props
  const { clock: t } = officeIntakeTexts(lang)
  const { id } = view.case
  const { extension, turn } = view.clock
  return (
    <>
      {view.moves.includes('clock') && <Choose {...props} />}
      {extension && <Extend {...props} extension={extension} />}
      {turn === 'pause' && (
        <Turn {...props} name="pezullimi" path={intakeUrls.pause(id)} label={t.pause} hint={t.pauseHint} />
      )}
      {turn === 'resume' && (
        <Turn {...props} name="vijimi" path={intakeUrls.resume(id)} label={t.resume} hint={t.resumeHint} />
      )}
    </>
  )
}

const Seen = ({ view }: { view: CaseView }) => <input type="hidden" name="versioni" value={String(view.case.version)} />

const Choose = ({ lang, view, typed, errors }: Props) => {
  const { clock: t } = officeIntakeTexts(lang)
  const { case: one, clock } = view
  const nameOf = (which: Exclude<CaseClock, 'day' | 'none'>) =>
    which === 'petition' ? t.kinds.petition : t[which][one.jurisdiction]
  const options = clock.options.map((option) => ({
    value: option.clock,
    label: nameOf(option.clock),
    hint: t.until(option.rule.lawName[lang], bothDays(lang, option.workBy, option.due)),
  }))
  const day = {
    value: 'day',
    label: t.kinds.day,
    child: <Day lang={lang} typed={typed} errors={errors} name="dita" legend={t.day} />,
  }
  const hasClock = clock.clock !== null && clock.clock !== 'none'
  const wrong = ['lloji', 'dita', 'arsyeja-afatit'].some((name) => errors[name] !== undefined)
  return (
    <Details summary={t.choose} open={wrong}>
      <form method="post" action={inLanguage(lang, intakeUrls.clock(one.id))} novalidate data-submit-once>
        <Seen view={view} />
        <RadioField
          name="lloji"
          legend={t.legend}
          legendSize="s"
          small
          value={typed.lloji ?? clock.clock ?? undefined}
          error={errors.lloji}
          options={[...options, day, ...(hasClock ? [{ value: 'none', label: t.kinds.none }] : [])]}
        />
        {clock.unset.length > 0 && <p class="govuk-hint">{t.notSet(clock.unset.map(nameOf))}</p>}
        <TextAreaField
          name="arsyeja-afatit"
          label={t.ground}
          hint={t.groundHint}
          value={typed['arsyeja-afatit']}
          error={errors['arsyeja-afatit']}
          rows={2}
        />
        <Button kind="secondary">{t.submit}</Button>
      </form>
    </Details>
  )
}

/** Where the law has two readings both days stand: the earlier is the one to work to. */
export const bothDays = (lang: Lang, workBy: string, due: string): string =>
  workBy === due
    ? formatDate(lang, due)
    : officeIntakeTexts(lang).clock.both(formatDate(lang, workBy), formatDate(lang, due))

type ExtendProps = Props & { extension: NonNullable<CaseClockView['extension']> }

const Extend = ({ lang, view, typed, errors, extension }: ExtendProps) => {
  const { clock: t } = officeIntakeTexts(lang)
  const { rule, listedGrounds } = extension
  const fields = ['zgjatja', 'zgjatja-arsyeja', 'zgjatja-dite', 'zgjatja-njoftimi']
  return (
    <Details summary={t.extend} open={fields.some((name) => errors[name] !== undefined)}>
      <form method="post" action={inLanguage(lang, intakeUrls.extend(view.case.id))} novalidate data-submit-once>
        <Seen view={view} />
        <p class="govuk-body">
          {rule ? t.extendLaw(rule.clock[lang], rule.lawName[lang]) : t.extendOwn} {t.extendTold}
        </p>
        {listedGrounds ? (
          <>
            <input type="hidden" name="arsye" value="lista" />
            <RadioField
              name="zgjatja-arsyeja"
              legend={t.ground}
              legendSize="s"
              small
              value={typed['zgjatja-arsyeja']}
              error={errors['zgjatja-arsyeja']}
              options={EXTENSION_GROUNDS.map((value) => ({ value, label: intakeTexts(lang).extensionGrounds[value] }))}
            />
          </>
        ) : (
          <TextAreaField
            name="zgjatja"
            label={t.ground}
            hint={t.groundHint}
            value={typed.zgjatja}
            error={errors.zgjatja}
            rows={2}
          />
        )}
        <TextField
          name="zgjatja-dite"
          label={t.extendBy}
          hint={rule ? t.extendByHint : undefined}
          value={typed['zgjatja-dite']}
          error={errors['zgjatja-dite']}
          autocomplete="off"
          width="10"
        />
        <TextAreaField
          name="zgjatja-njoftimi"
          label={t.notice}
          hint={t.noticeHint}
          value={typed['zgjatja-njoftimi']}
          error={errors['zgjatja-njoftimi']}
          rows={2}
        />
        <Button kind="secondary">{t.extend}</Button>
      </form>
    </Details>
  )
}

type TurnProps = Props & { name: string; path: string; label: string; hint: string }

const Turn = ({ lang, view, typed, errors, name, path, label, hint }: TurnProps) => {
  const { clock: t } = officeIntakeTexts(lang)
  return (
    <Details summary={label} open={errors[name] !== undefined}>
      <form method="post" action={inLanguage(lang, path)} novalidate data-submit-once>
        <Seen view={view} />
        <TextAreaField name={name} label={t.ground} hint={hint} value={typed[name]} error={errors[name]} rows={2} />
        <Button kind="secondary">{label}</Button>
      </form>
    </Details>
  )
}
