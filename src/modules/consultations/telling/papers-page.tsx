import type { FieldErrors, Typed } from '#platform/http/form.ts'
import type { PageContext } from '#platform/http/page-context.ts'
import { formatDate, formatDay, formatNumber } from '#platform/i18n/formats.ts'
import { inLanguage } from '#platform/i18n/language.ts'
import { Button } from '#ui/button.tsx'
import { CheckboxField } from '#ui/checkbox-field.tsx'
import { DataTable } from '#ui/data-table.tsx'
import { DateField } from '#ui/date-field.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { FilterForm } from '#ui/filter-form.tsx'
import { Layout } from '#ui/layout.tsx'
import { Paging } from '#ui/paging.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { AnswersNav } from '../answers/answers-nav-part.tsx'
import { dateLabels, dateOf } from '../drafting/draft-window-part.tsx'
import { officeUrls } from '../urls.ts'
import type { PaperLetter, PaperState } from './letter-queries.ts'
import type { PapersView } from './papers-view.ts'
import { HANDED_WAYS, MOST_PRINTED } from './telling-rules.ts'
import { tellingTexts } from './texts.ts'
import { tellingUrls } from './urls.ts'

type Props = {
  page: PageContext
  view: PapersView
  typed: Typed
  /** Letters that were ticked. */
  chosen: readonly string[]
  errors: FieldErrors
  status: string | null
}

const STATES: readonly PaperState[] = ['to-print', 'to-hand', 'handed']

/** Letters for those without e-mail: to print in one go, and to note when they were handed over. */
export const PapersPage = (props: Props) => {
  const { page, view, errors, status } = props
  const { lang } = page
  const t = tellingTexts(lang).papers
  const { consultation, letters, state } = view
  const list = inLanguage(lang, tellingUrls.papers(consultation.id))
  const narrow = state === null ? '' : `gjendja=${state}&`
  return (
    <Layout
      page={page}
      title={t.titleOf(consultation.title)}
      office
      status={status}
      error={Object.keys(errors).length > 0}
      back={{ href: inLanguage(lang, officeUrls.consultation(consultation.id)), label: consultation.title }}
    >
      <ErrorSummary title={t.errorTitle} errors={errors} />
      <h1 class="govuk-heading-l">{t.titleOf(consultation.title)}</h1>
      <AnswersNav lang={lang} id={consultation.id} rights={view.nav} current="letters" />
      <p class="govuk-body">{t.lead}</p>
      <p class="govuk-body">{STATES.map((one) => `${t.states[one]}: ${formatNumber(view.counts[one])}`).join('. ')}.</p>
      {view.mayRead && (
        <p class="govuk-body">
          <a href={inLanguage(lang, tellingUrls.ratings(consultation.id))}>{t.ratings}</a>
        </p>
      )}
      <Filter page={page} view={view} />
      {letters.length === 0 ? (
        <EmptyState>{state === null ? t.empty : t.emptyNarrowed}</EmptyState>
      ) : (
        <Form {...props} />
      )}
      <Paging
        label={t.paging}
        older={view.older ? { href: `${list}?${narrow}para=${view.older}`, label: t.older } : null}
        newer={view.paged ? { href: `${list}?${narrow}`, label: t.newest } : null}
      />
    </Layout>
  )
}

const Filter = ({ page: { lang }, view: { consultation, state } }: Pick<Props, 'page' | 'view'>) => {
  const t = tellingTexts(lang).papers
  const list = inLanguage(lang, tellingUrls.papers(consultation.id))
  return (
    <FilterForm
      action={list}
      legend={t.filter}
      submit={t.show}
      {...(state !== null && { clear: { href: list, label: t.clear } })}
    >
      <SelectField
        name="gjendja"
        label={t.state}
        value={state ?? ''}
        options={[{ value: '', label: t.anyState }, ...STATES.map((value) => ({ value, label: t.states[value] }))]}
      />
    </FilterForm>
  )
}

const Form = (props: Props) => {
  const { page, view, typed, errors } = props
  const { lang } = page
  const t = tellingTexts(lang).papers
  if (!view.mayHand) return <Rows {...props} />
  return (
    <form method="post" action={inLanguage(lang, tellingUrls.papers(view.consultation.id))} novalidate>
      <Rows {...props} />
      <h2 class="govuk-heading-m">{t.printTitle}</h2>
      <p class="govuk-body">{t.printWords(MOST_PRINTED)}</p>
      <Button name="veprimi" value="printo">
        {t.print}
      </Button>
      <h2 class="govuk-heading-m">{t.handTitle}</h2>
      <p class="govuk-body">{t.handWords}</p>
      <SelectField
        name="menyra"
        label={t.way}
        value={typed.menyra ?? ''}
        error={errors.menyra}
        options={[{ value: '', label: '–' }, ...HANDED_WAYS.map((value) => ({ value, label: t.ways[value] }))]}
      />
      <DateField name="dita" legend={t.on} value={dateOf(typed, 'dita')} error={errors.dita} {...dateLabels(lang)} />
      <Button name="veprimi" value="dorezo" kind="secondary">
        {t.hand}
      </Button>
    </form>
  )
}

const Rows = ({ page: { lang }, view, chosen, errors }: Props) => {
  const t = tellingTexts(lang).papers
  const { columns } = t
  const { consultation, letters, mayHand } = view
  const head = [
    { label: columns.to },
    { label: columns.delivery },
    { label: columns.points, numeric: true },
    { label: columns.written, tight: true },
    { label: columns.state },
  ]
  return (
    <DataTable
      caption={t.caption}
      captionHidden
      head={head}
      rows={letters.map((letter, index) => {
        const name = letter.addressee ?? t.nameless
        const tick = (
          <CheckboxField
            name="letra"
            id={index === 0 ? 'letra' : `letra-${index + 1}`}
            value={letter.id}
            label={name}
            checked={chosen.includes(letter.id)}
            error={index === 0 ? errors.letra : undefined}
            small
          />
        )
        return [
          mayHand ? tick : name,
          <Delivery lang={lang} consultationId={consultation.id} letter={letter} />,
          formatNumber(letter.points),
          formatDay(lang, letter.writtenAt, consultation.zone),
          stateWords(lang, letter, consultation.zone),
        ]
      })}
    />
  )
}

type DeliveryProps = { lang: PageContext['lang']; consultationId: string; letter: PaperLetter }

const Delivery = ({ lang, consultationId, letter }: DeliveryProps) => {
  const t = tellingTexts(lang).papers
  const { deliveryId, deliveryTitle, protocolNumber, postal } = letter
  if (deliveryId === null) return <>–</>
  return (
    <>
      <a href={inLanguage(lang, officeUrls.delivery(consultationId, deliveryId))}>{deliveryTitle}</a>
      {protocolNumber !== null && `, ${t.protocol(protocolNumber)}`}
      {postal !== null && `, ${postal}`}
    </>
  )
}

function stateWords(lang: PageContext['lang'], { madeAt, handedOn, handedWay }: PaperLetter, zone: string): string {
  const t = tellingTexts(lang).papers
  if (handedOn !== null && handedWay !== null) return t.handed(t.ways[handedWay], formatDate(lang, handedOn))
  return madeAt === null ? t.states['to-print'] : t.made(formatDay(lang, madeAt, zone))
}
