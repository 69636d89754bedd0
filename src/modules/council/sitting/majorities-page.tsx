import { MAJORITY_BASES } from '#law/majorities/majority.ts'
import type { FieldErrors, Typed } from '#platform/http/form.ts'
import type { PageContext } from '#platform/http/page-context.ts'
import { formatMoment } from '#platform/i18n/formats.ts'
import { inLanguage } from '#platform/i18n/language.ts'
import type { InstitutionSummary } from '#platform/institutions/institution-rules.ts'
import { Button } from '#ui/button.tsx'
import { DataTable } from '#ui/data-table.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { Inset } from '#ui/inset.tsx'
import { Layout } from '#ui/layout.tsx'
import { RadioField } from '#ui/radio-field.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { SubNav } from '#ui/tabs-nav.tsx'
import { Tag } from '#ui/tag.tsx'
import { TextField } from '#ui/text-field.tsx'
import type { MajoritiesView, MajorityRow } from './majorities-view.ts'
import type { SittingTexts } from './texts.sq.ts'
import { textsIn } from './texts.ts'
import { sittingUrls as urls } from './urls.ts'
import { majorityWords } from './vote-part.tsx'

type Props = { page: PageContext; view: MajoritiesView; status: string | null }

/** What needs which majority, with the law, its article, how sure that is, and what the institution set. */
export const MajoritiesPage = ({ page, view, status }: Props) => {
  const { lang } = page
  const texts = textsIn(lang)
  const t = texts.majorities
  const { institution, institutions, rows, mayWrite } = view
  const at = (slug: string): string => `${inLanguage(lang, urls.majorities())}?institucioni=${slug}`
  return (
    <Layout page={page} title={t.title} office status={status}>
      <h1 class="govuk-heading-l">{t.title}</h1>
      <p class="govuk-body">{t.lead}</p>
      {institutions.length > 1 && (
        <SubNav
          label={t.institution}
          items={institutions.map((one) => ({
            href: at(one.slug),
            label: one.name,
            current: one.id === institution?.id,
          }))}
        />
      )}
      {institution === null ? (
        <EmptyState>{t.unset}</EmptyState>
      ) : (
        <DataTable
          caption={t.caption(institution.name)}
          firstColumnHeader
          roomy
          head={[{ label: t.act }, { label: t.majority }, { label: t.source }, { label: t.state }]}
          rows={rows.map((row) => [
            t.kinds[row.kind],
            row.majority === null ? t.none : majorityWords(texts, row.majority),
            <Source row={row} page={page} />,
            <State row={row} page={page} zone={institution.zone} change={mayWrite ? institution.slug : null} />,
          ])}
        />
      )}
    </Layout>
  )
}

const Source = ({ row: { rule, majority, from }, page: { lang } }: { row: MajorityRow; page: PageContext }) => (
  <>
    {from === 'setting' ? majority?.basis : rule.lawName[lang]}
    {rule.note && <span class="kv-quiet"> {rule.note[lang]}</span>}
    {rule.sources.length > 0 && <span class="kv-quiet"> {rule.sources.join(', ')}</span>}
  </>
)

const stateOf = ({ from, verified }: MajorityRow, { majorities: { states } }: SittingTexts): string =>
  from === 'setting' ? states.set : from === 'nothing' ? states.missing : verified ? states.verified : states.confirm

type StateProps = { row: MajorityRow; page: PageContext; zone: string; change: string | null }

const State = ({ row, page: { lang }, zone, change }: StateProps) => {
  const texts = textsIn(lang)
  const { kind, from, verified, set } = row
  const sure = from === 'setting' || (from === 'law' && verified)
  return (
    <>
      <Tag tone={sure ? 'done' : 'warning'}>{stateOf(row, texts)}</Tag>
      {set && from === 'setting' && (
        <span class="kv-quiet">
          {' '}
          {formatMoment(lang, set.setAt, zone)}
          {set.by === null ? '' : `, ${set.by}`}
        </span>
      )}
      {change !== null && !verified && (
        <>
          {' '}
          <a href={`${inLanguage(lang, urls.majority(kind))}?institucioni=${change}`}>
            {texts.majorities.change}
            <span class="govuk-visually-hidden"> {texts.majorities.kinds[kind]}</span>
          </a>
        </>
      )}
    </>
  )
}

type FormProps = {
  page: PageContext
  row: MajorityRow
  institution: InstitutionSummary
  typed: Typed
  errors: FieldErrors
}

export const MajorityPage = ({ page, row, institution, typed, errors }: FormProps) => {
  const { lang } = page
  const texts = textsIn(lang)
  const t = texts.majorities
  const back = { href: `${inLanguage(lang, urls.majorities())}?institucioni=${institution.slug}`, label: t.title }
  const now = row.majority
  const value = (name: string, known: string | undefined): string | undefined => typed[name] ?? known
  const title = t.changeTitle(t.kinds[row.kind])
  return (
    <Layout page={page} title={title} office back={back} error={Object.keys(errors).length > 0}>
      <ErrorSummary title={texts.errorTitle} errors={errors} />
      <h1 class="govuk-heading-l">{title}</h1>
      <Inset>{row.rule.lawName[lang]}</Inset>
      <form method="post" action={inLanguage(lang, urls.majority(row.kind))} novalidate data-submit-once>
        <input type="hidden" name="institucioni" value={institution.id} />
        <input type="hidden" name="versioni" value={String(row.set?.version ?? 0)} />
        <SelectField
          name="of"
          label={t.of}
          value={value('of', now?.of)}
          error={errors.of}
          options={MAJORITY_BASES.map((base) => ({ value: base, label: t.bases[base] }))}
        />
        <TextField
          name="numerator"
          label={t.numerator}
          value={value('numerator', now ? String(now.numerator) : undefined)}
          error={errors.numerator}
          width="5"
          inputmode="numeric"
        />
        <TextField
          name="denominator"
          label={t.denominator}
          value={value('denominator', now ? String(now.denominator) : undefined)}
          error={errors.denominator}
          width="5"
          inputmode="numeric"
        />
        <RadioField
          name="strict"
          legend={t.strictLegend}
          value={value('strict', now ? (now.strict ? 'po' : 'jo') : undefined)}
          error={errors.strict}
          options={[
            { value: 'po', label: t.strict },
            { value: 'jo', label: t.atLeast },
          ]}
        />
        <TextField name="basis" label={t.basis} value={value('basis', row.setting?.basis)} error={errors.basis} />
        <Button preventDoubleClick>{t.submit}</Button>
      </form>
    </Layout>
  )
}
