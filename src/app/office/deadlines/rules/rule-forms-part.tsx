import type { Child } from 'hono/jsx'
import { FIRST_DAYS, ROLLS, TERM_UNITS } from '#platform/deadlines/terms/term-rules.ts'
import type { FieldErrors, Typed } from '#platform/http/form.ts'
import type { PageContext } from '#platform/http/page-context.ts'
import { inLanguage } from '#platform/i18n/language.ts'
import { Button } from '#ui/button.tsx'
import { DateField } from '#ui/date-field.tsx'
import { Details } from '#ui/details.tsx'
import { Inset } from '#ui/inset.tsx'
import { RadioField } from '#ui/radio-field.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { TextAreaField } from '#ui/text-area-field.tsx'
import { TextField } from '#ui/text-field.tsx'
import { rulesTexts } from './rules-texts.ts'
import { rulesUrls } from './rules-urls.ts'
import type { RuleView } from './rules-view.ts'

type Which = 'confirm' | 'set' | 'end'

type Props = {
  page: PageContext
  view: RuleView
  open: Which | null
  typed: Typed
  errors: FieldErrors
}

/** What the administrator may do with the rule; for everybody else, whose it is. */
export const RuleForms = (props: Props) => {
  const { view, page, open } = props
  const t = rulesTexts(page.lang)
  const { deed, unended, mayWrite } = view
  if (deed === null) return <Inset>{t.one.settled}</Inset>
  if (!mayWrite) return <Inset>{t.one.onlyAdministrator}</Inset>
  const words = t[deed]
  const fields = deed === 'confirm' ? <ConfirmFields {...props} /> : <OwnFields {...props} />
  if (!unended)
    return (
      <>
        <h2>{words.title}</h2>
        {fields}
      </>
    )
  return (
    <>
      <Details summary={words.again} open={open === deed}>
        {fields}
      </Details>
      <Details summary={t.end.title} open={open === 'end'}>
        <EndFields {...props} />
      </Details>
    </>
  )
}

/** Only the form that was sent shows what was typed and what is to be mended. */
const filled = ({ open, typed, errors }: Props, which: Which) => ({
  value: (name: string) => (open === which ? typed[name] : undefined),
  error: (name: string) => (open === which ? errors[name] : undefined),
})

type FrameProps = Props & { which: Which; action: string; lead: string; submit: string; children?: Child }

const Frame = ({ page, view, typed, which, open, action, lead, submit, children }: FrameProps) => (
  <form method="post" action={inLanguage(page.lang, action)} novalidate data-submit-once>
    <p>{lead}</p>
    <input type="hidden" name="institucioni" value={view.institution.id} />
    <input type="hidden" name="qendron" value={view.unended?.id ?? ''} />
    <input type="hidden" name="dergesa" value={open === which && typed.dergesa ? typed.dergesa : typed.form} />
    {children}
    <Button kind={view.unended ? 'secondary' : 'primary'}>{submit}</Button>
  </form>
)

const ConfirmFields = (props: Props) => {
  const { page, view } = props
  const t = rulesTexts(page.lang).confirm
  const action = rulesUrls.confirm(view.rule.id)
  return (
    <Frame {...props} which="confirm" action={action} lead={t.lead} submit={t.submit}>
      <BasisFields {...props} which="confirm" />
    </Frame>
  )
}

const OwnFields = (props: Props) => {
  const { page, view } = props
  const { units, set: t } = rulesTexts(page.lang)
  const { value, error } = filled(props, 'set')
  const standing = view.unended
  return (
    <Frame {...props} which="set" action={rulesUrls.set(view.rule.id)} lead={t.lead} submit={t.submit}>
      <TextField
        name="numri"
        label={t.number}
        value={value('numri') ?? (standing?.n ? String(standing.n) : undefined)}
        error={error('numri')}
        inputmode="numeric"
        width="5"
      />
      <SelectField
        name="njesia"
        label={t.unit}
        value={value('njesia') ?? standing?.unit ?? 'wd'}
        error={error('njesia')}
        options={TERM_UNITS.map((unit) => ({ value: unit, label: units[unit] }))}
      />
      {view.mayChooseReading && <ReadingFields {...props} />}
      <BasisFields {...props} which="set" />
    </Frame>
  )
}

/** Asked only where the country's law leaves it open. */
const ReadingFields = (props: Props) => {
  const { page, view } = props
  const { firstDay, roll, set: t } = rulesTexts(page.lang)
  const { value } = filled(props, 'set')
  return (
    <>
      <RadioField
        name="dita-e-pare"
        legend={t.firstDay}
        legendSize="s"
        small
        value={value('dita-e-pare') ?? view.unended?.firstDay ?? ''}
        options={[
          { value: '', label: t.unsettled },
          ...FIRST_DAYS.map((one) => ({ value: one, label: firstDay[one] })),
        ]}
      />
      <RadioField
        name="dita-e-fundit"
        legend={t.roll}
        legendSize="s"
        small
        value={value('dita-e-fundit') ?? view.unended?.roll ?? ''}
        options={[{ value: '', label: t.unsettled }, ...ROLLS.map((one) => ({ value: one, label: roll[one] }))]}
      />
    </>
  )
}

const BasisFields = (props: Props & { which: 'confirm' | 'set' }) => {
  const { page, view, which } = props
  const t = rulesTexts(page.lang)
  const { value, error } = filled(props, which)
  const [year = '', month = '', day = ''] = view.today.split('-')
  return (
    <>
      <TextAreaField
        name="baza"
        label={t[which].basis}
        hint={t[which].basisHint}
        value={value('baza')}
        error={error('baza')}
        rows={3}
      />
      <DateField
        name="nga"
        legend={t[which].from}
        legendSize="s"
        error={error('nga')}
        value={{
          day: value('nga-day') ?? String(Number(day)),
          month: value('nga-month') ?? String(Number(month)),
          year: value('nga-year') ?? year,
        }}
        {...t.parts}
      />
    </>
  )
}

const EndFields = (props: Props) => {
  const { page, view } = props
  const t = rulesTexts(page.lang)
  const { value, error } = filled(props, 'end')
  return (
    <Frame {...props} which="end" action={rulesUrls.end(view.rule.id)} lead={t.end.lead} submit={t.end.submit}>
      <input type="hidden" name="termi" value={view.unended?.id ?? ''} />
      <DateField
        name="deri"
        legend={t.end.until}
        legendSize="s"
        error={error('deri')}
        value={{ day: value('deri-day') ?? '', month: value('deri-month') ?? '', year: value('deri-year') ?? '' }}
        {...t.parts}
      />
      <TextAreaField name="arsyeja" label={t.end.reason} value={value('arsyeja')} error={error('arsyeja')} rows={2} />
    </Frame>
  )
}
