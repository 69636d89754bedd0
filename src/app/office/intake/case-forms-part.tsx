import type { FieldErrors, Typed } from '#platform/http/form.ts'
import { formatDate } from '#platform/i18n/formats.ts'
import { inLanguage, type Lang } from '#platform/i18n/language.ts'
import { caseNumber, type Move } from '#platform/intake/case-rules.ts'
import { OWNER_ROLES } from '#platform/intake/intake-permissions.ts'
import { Button, type ButtonKind } from '#ui/button.tsx'
import { Details } from '#ui/details.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { TextAreaField } from '#ui/text-area-field.tsx'
import { TextField } from '#ui/text-field.tsx'
import { ClockForms } from './case-clock-part.tsx'
import type { CaseView } from './case-view.ts'
import { Day, ProtocolFields } from './fields-part.tsx'
import { roleName } from './role-part.tsx'
import { officeIntakeTexts } from './texts.ts'
import { intakeUrls } from './urls.ts'

type Props = { lang: Lang; view: CaseView; typed: Typed; errors: FieldErrors; taken: boolean }

/** Roles first, for they stay when people go; then the people who hold them. */
export const ownerOptions = (lang: Lang, people: CaseView['people']) => {
  const t = officeIntakeTexts(lang).page
  return [
    { value: '', label: t.choose },
    ...OWNER_ROLES.map((role) => ({ value: `rol:${role}`, label: t.toRole(roleName(lang, role)) })),
    ...people.map((person) => ({ value: `llogari:${person.id}`, label: person.name })),
  ]
}

/** What can be done with the case now. The next deed is the one coloured button: who gets it, or to begin. */
export const CaseForms = (props: Props) => {
  const { lang, view } = props
  const t = officeIntakeTexts(lang).page
  const { case: one, moves } = view
  const may = (move: Move) => moves.includes(move)
  return (
    <div class="kv-case-forms">
      {may('assign') && <Assign {...props} />}
      {may('start') && one.state !== 'new' && (
        <form method="post" action={inLanguage(lang, intakeUrls.start(one.id))} data-submit-once>
          <Seen view={view} />
          <Button kind="primary">{t.start}</Button>
        </form>
      )}
      <ClockForms {...props} />
      {may('protocol') && <Protocol {...props} />}
      {may('duplicate') && <Duplicate {...props} />}
      {may('close') && (
        <WithReason {...props} name="mbyllja" address={intakeUrls.close(one.id)} label={t.close} hint={t.closeHint} />
      )}
      {may('reopen') && <WithReason {...props} name="rihapja" address={intakeUrls.reopen(one.id)} label={t.reopen} />}
      {may('transfer') && view.institutions.length > 0 && <Transfer {...props} />}
      {may('discard') && (
        <WithReason
          {...props}
          name="menjanimi"
          address={intakeUrls.discard(one.id)}
          label={t.discard}
          hint={t.discardHint}
          kind="warning"
        />
      )}
    </div>
  )
}

const Seen = ({ view }: { view: CaseView }) => <input type="hidden" name="versioni" value={String(view.case.version)} />

const Assign = ({ lang, view, typed, errors }: Props) => {
  const t = officeIntakeTexts(lang).page
  const { case: one } = view
  const owner = one.ownerAccountId ? `llogari:${one.ownerAccountId}` : one.ownerRole ? `rol:${one.ownerRole}` : ''
  const [year = '', month = '', day = ''] = one.workBy?.split('-') ?? []
  const stands = { 'afati-day': day, 'afati-month': month, 'afati-year': year }
  const again = typed['afati-day'] !== undefined
  const fresh = one.state === 'new'
  return (
    <Details summary={t.assign} open={fresh || errors.kujt !== undefined || errors.afati !== undefined}>
      <form method="post" action={inLanguage(lang, intakeUrls.assign(one.id))} novalidate data-submit-once>
        <Seen view={view} />
        <SelectField
          name="kujt"
          label={t.assignTo}
          value={typed.kujt ?? owner}
          error={errors.kujt}
          options={ownerOptions(lang, view.people)}
        />
        <Day
          lang={lang}
          typed={again ? typed : stands}
          errors={errors}
          name="afati"
          legend={t.workBy}
          hint={t.workByHint}
        />
        <Button kind={fresh ? 'primary' : 'secondary'}>{t.assign}</Button>
      </form>
    </Details>
  )
}

const Protocol = ({ lang, view, typed, errors, taken }: Props) => {
  const t = officeIntakeTexts(lang).page
  const { case: one } = view
  const [year = '', month = '', day = ''] = one.protocolOn?.split('-') ?? []
  const stands = {
    protokolli: one.protocolNumber ?? '',
    'protokolluar-day': day,
    'protokolluar-month': month,
    'protokolluar-year': year,
  }
  const again = typed.protokolli !== undefined
  return (
    <Details summary={t.setProtocol} open={errors.protokolli !== undefined || errors.protokolluar !== undefined}>
      <form method="post" action={inLanguage(lang, intakeUrls.protocol(one.id))} novalidate data-submit-once>
        <Seen view={view} />
        <ProtocolFields lang={lang} typed={again ? typed : stands} errors={errors} taken={taken} />
        <Button kind="secondary">{t.setProtocol}</Button>
      </form>
    </Details>
  )
}

const Duplicate = ({ lang, view, typed, errors }: Props) => {
  const t = officeIntakeTexts(lang).page
  const action = inLanguage(lang, intakeUrls.duplicate(view.case.id))
  return (
    <Details summary={t.duplicate} open={errors.origjinali !== undefined || view.likenesses.length > 0}>
      {view.likenesses.length > 0 && <p class="govuk-body">{t.likenesses}:</p>}
      {view.likenesses.map((like) => (
        <form method="post" action={action} class="kv-likeness">
          <Seen view={view} />
          <input type="hidden" name="origjinali" value={caseNumber(like)} />
          <p class="govuk-body">
            <a href={inLanguage(lang, intakeUrls.one(like.id))}>{caseNumber(like)}</a> {like.about}{' '}
            <span class="kv-quiet">{like.sameFile ? t.sameFile : t.alike(Math.round(like.alike * 100))}</span>
          </p>
          <Button kind="secondary">{t.sameAsThis(caseNumber(like))}</Button>
        </form>
      ))}
      <form method="post" action={action} novalidate>
        <Seen view={view} />
        <TextField
          name="origjinali"
          label={t.duplicateOf}
          value={typed.origjinali}
          error={errors.origjinali}
          width="10"
          autocomplete="off"
        />
        <Button kind="secondary">{t.duplicate}</Button>
      </form>
    </Details>
  )
}

const Transfer = ({ lang, view, typed, errors }: Props) => {
  const { page: t, clock: clockTexts } = officeIntakeTexts(lang)
  const { forward } = view.clock
  return (
    <Details summary={t.transfer} open={errors.kalimi !== undefined || errors.institucioni !== undefined}>
      <form method="post" action={inLanguage(lang, intakeUrls.transfer(view.case.id))} novalidate data-submit-once>
        <Seen view={view} />
        <p class="govuk-hint">{t.transferHint}</p>
        {forward && (
          <p class="govuk-body">
            {clockTexts.forward(formatDate(lang, forward.due))} {forward.over && clockTexts.forwardOver}
          </p>
        )}
        <SelectField
          name="institucioni"
          label={t.transferTo}
          value={typed.institucioni}
          error={errors.institucioni}
          options={[
            { value: '', label: t.choose },
            ...view.institutions.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
        <TextAreaField name="kalimi" label={t.reason} value={typed.kalimi} error={errors.kalimi} rows={3} />
        <Button kind="secondary">{t.transfer}</Button>
      </form>
    </Details>
  )
}

type ReasonProps = Props & { name: string; address: string; label: string; hint?: string; kind?: ButtonKind }

/** A deed that must say why. The field has the deed's own name, for several stand on one page. */
const WithReason = ({ lang, view, typed, errors, name, address, label, hint, kind = 'secondary' }: ReasonProps) => (
  <Details summary={label} open={errors[name] !== undefined}>
    <form method="post" action={inLanguage(lang, address)} novalidate data-submit-once>
      <Seen view={view} />
      <TextAreaField
        name={name}
        label={officeIntakeTexts(lang).page.reason}
        hint={hint}
        value={typed[name]}
        error={errors[name]}
        rows={3}
      />
      <Button kind={kind}>{label}</Button>
    </form>
  </Details>
)
