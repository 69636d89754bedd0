import type { Child } from 'hono/jsx'
import type { FieldErrors, Typed } from '#platform/http/form.ts'
import type { PageContext } from '#platform/http/page-context.ts'
import { inLanguage } from '#platform/i18n/language.ts'
import { Button } from '#ui/button.tsx'
import { DateField } from '#ui/date-field.tsx'
import { Details } from '#ui/details.tsx'
import { RadioField } from '#ui/radio-field.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { TextAreaField } from '#ui/text-area-field.tsx'
import { TextField } from '#ui/text-field.tsx'
import { roleName } from '../../../role-texts.ts'
import { boardTexts } from '../board/board-texts.ts'
import { boardUrls, DEED_WORDS } from '../board/board-urls.ts'
import type { OneView } from './one-view.ts'
import type { HandDeed } from '../board/reach-rules.ts'

export type FormsProps = {
  page: PageContext
  view: OneView
  /** The number of each form: one that arrives twice counts once. */
  form: string
  open?: HandDeed | undefined
  typed?: Typed | undefined
  errors?: FieldErrors | undefined
}

/** All that can be done with a deadline here, each deed a form of its own; what its record does, there. */
export const DeedForms = (props: FormsProps) => {
  const { page, view } = props
  const t = boardTexts(page.lang).one
  const { here, elsewhere } = view.offered
  const moves = view.mayMove ? here.filter((deed) => deed !== 'extend' || canExtend(view)) : []
  return (
    <section class="kv-moves">
      <h2>{t.deeds}</h2>
      {moves.map((deed) => (
        <Deed {...props} deed={deed} />
      ))}
      {elsewhere && (
        <p>
          {t.elsewhere}{' '}
          {view.record.href !== null && <a href={inLanguage(page.lang, view.record.href)}>{t.toRecord}</a>}
        </p>
      )}
      {!view.mayMove && <p>{t.notYours}</p>}
      {view.mayMove && here.length + Number(elsewhere) === 0 && <p>{t.over}</p>}
      {view.mayMove && here.includes('extend') && !canExtend(view) && <p>{t.noExtension}</p>}
    </section>
  )
}

const canExtend = ({ ways }: OneView): boolean => ways.rules.length > 0 || ways.byDay || ways.byNumber

const Deed = (props: FormsProps & { deed: HandDeed }) => {
  const { page, view, form, deed, open } = props
  const words = boardTexts(page.lang).deeds[deed]
  return (
    <Details summary={words.title} open={open === deed}>
      <form method="post" action={inLanguage(page.lang, boardUrls.deed(view.row.id, deed))} novalidate>
        <input type="hidden" name="versioni" value={String(view.row.version)} />
        <input type="hidden" name="dergesa" value={form} />
        <Fields {...props} />
        <Button kind={deed === 'cancel' ? 'warning' : 'secondary'} preventDoubleClick>
          {words.send}
        </Button>
      </form>
    </Details>
  )
}

const Fields = (props: FormsProps & { deed: HandDeed }): Child => {
  const t = boardTexts(props.page.lang).form
  switch (props.deed) {
    case 'meet':
      return <p>{t.meetHint}</p>
    case 'resume':
      return <p>{t.resumeHint}</p>
    case 'give':
      return <GiveField {...props} />
    case 'extend':
      return <ExtendFields {...props} />
    case 'pause':
      return <Ground {...props} hint={t.pauseHint} />
    case 'cancel':
      return <Ground {...props} hint={t.cancelHint} />
    case 'reopen':
      return <Ground {...props} hint={t.reopenHint} />
  }
}

type OfDeed = FormsProps & { deed: HandDeed }

/** Only the form that came back has something typed and something to mend. */
const stateOf = ({ deed, open, typed = {}, errors = {} }: OfDeed): { typed: Typed; errors: FieldErrors } =>
  open === deed ? { typed, errors } : { typed: {}, errors: {} }

const Ground = (props: OfDeed & { hint?: string }) => {
  const t = boardTexts(props.page.lang).form
  const { typed, errors } = stateOf(props)
  const name = `arsyeja-${DEED_WORDS[props.deed]}`
  return (
    <>
      {props.hint && <p>{props.hint}</p>}
      <TextAreaField
        name={name}
        label={t.ground}
        hint={t.groundHint}
        rows={3}
        value={typed[name]}
        error={errors[name]}
        maxLength={1000}
      />
    </>
  )
}

const ExtendFields = (props: OfDeed) => {
  const { page, view } = props
  const t = boardTexts(page.lang).form
  const { typed, errors } = stateOf(props)
  return (
    <>
      <RadioField
        name="menyra"
        legend={t.how}
        value={typed.menyra ?? onlyWay(view)}
        error={errors.menyra}
        options={[
          ...view.ways.rules.map(({ id, clock, law }) => ({ value: `rregull:${id}`, label: t.byRule(clock, law) })),
          ...(view.ways.byDay
            ? [{ value: 'dite', label: t.byDay, child: <DayField lang={page.lang} typed={typed} errors={errors} /> }]
            : []),
          ...(view.ways.byNumber
            ? [
                {
                  value: 'numer',
                  label: t.byNumber,
                  child: (
                    <TextField
                      name="numri"
                      label={t.number}
                      value={typed.numri}
                      error={errors.numri}
                      inputmode="numeric"
                      width="5"
                    />
                  ),
                },
              ]
            : []),
        ]}
      />
      <Ground {...props} />
      <TextAreaField
        name="njoftimi"
        label={t.notice}
        hint={t.noticeHint}
        rows={2}
        value={typed.njoftimi}
        error={errors.njoftimi}
        maxLength={1000}
      />
    </>
  )
}

/** Where there is one way only, it is chosen already. */
function onlyWay({ ways }: OneView): string | undefined {
  const all = [
    ...ways.rules.map(({ id }) => `rregull:${id}`),
    ...(ways.byDay ? ['dite'] : []),
    ...(ways.byNumber ? ['numer'] : []),
  ]
  return all.length === 1 ? all[0] : undefined
}

type FieldProps = { lang: PageContext['lang']; typed: Typed; errors: FieldErrors }

const DayField = ({ lang, typed, errors }: FieldProps) => {
  const t = boardTexts(lang).form
  const { 'dita-day': day = '', 'dita-month': month = '', 'dita-year': year = '' } = typed
  return (
    <DateField
      name="dita"
      legend={t.day}
      legendSize="s"
      hint={t.dayHint}
      value={{ day, month, year }}
      error={errors.dita}
      dayLabel={t.partDay}
      monthLabel={t.partMonth}
      yearLabel={t.partYear}
    />
  )
}

const GiveField = (props: OfDeed) => {
  const { page, view } = props
  const t = boardTexts(page.lang).form
  const { typed, errors } = stateOf(props)
  return (
    <SelectField
      name="kujt"
      label={t.to}
      value={typed.kujt}
      error={errors.kujt}
      options={[
        { value: '', label: t.choose },
        ...view.people.map(({ id, name, post }) => ({ value: `llogari:${id}`, label: t.person(name, post) })),
        ...view.bodies.map(({ id, name }) => ({ value: `njesi:${id}`, label: t.body(name) })),
        ...view.roles.map((role) => ({
          value: `rol:${role}`,
          label: t.role(roleName(page.lang, role, { jurisdiction: view.row.jurisdiction })),
        })),
      ]}
    />
  )
}
