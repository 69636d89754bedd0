import { inLanguage, type Lang } from '#platform/i18n/language.ts'
import { Button } from '#ui/button.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { SelectField } from '#ui/select-field.tsx'
import type { BindView } from './bind-view.ts'
import { figureTexts } from './texts.ts'
import { figureOfficeUrls as office, figureUrls } from './urls.ts'

type Props = { lang: Lang; view: BindView; error?: string | undefined }

/** The bond of an act to its entry of the yearly plan: what it probably is, each at one press, and all others below. */
export const PlanLink = ({ lang, view, error }: Props) => {
  const t = figureTexts(lang).bind
  const { act, bound, proposals, candidates, mayWrite } = view
  if (bound) return <Bound lang={lang} view={view} bound={bound} />
  if (act.restricted) return <p class="govuk-body">{t.restricted}</p>
  if (candidates.length === 0) return <EmptyState>{t.noEntries}</EmptyState>
  if (!mayWrite) return null
  const action = inLanguage(lang, office.plan(act.id))
  return (
    <>
      {proposals.length > 0 && (
        <form method="post" action={action} data-submit-once>
          <h2 class="govuk-heading-m">{t.proposals}</h2>
          <ul class="govuk-list">
            {proposals.map((one, at) => (
              <li>
                <Button kind={at === 0 ? 'primary' : 'secondary'} name="hyrja" value={one.id}>
                  {t.bindTo(`${one.year}/${one.number}. ${one.title}`)}
                </Button>
                <p class="kv-quiet">{t.why[one.why]}</p>
              </li>
            ))}
          </ul>
        </form>
      )}
      <form method="post" action={action} data-submit-once>
        <SelectField
          name="hyrja"
          label={t.other}
          error={error}
          options={[
            { value: '', label: figureTexts(lang).choose },
            ...candidates.map(({ id, year, number, title }) => ({ value: id, label: `${year}/${number}. ${title}` })),
          ]}
        />
        <Button kind={proposals.length > 0 ? 'secondary' : 'primary'} preventDoubleClick>
          {t.bind}
        </Button>
      </form>
    </>
  )
}

const Bound = ({ lang, view, bound }: Omit<Props, 'error'> & { bound: NonNullable<BindView['bound']> }) => {
  const t = figureTexts(lang).bind
  return (
    <>
      <p class="govuk-body">
        {t.bound}:{' '}
        <a href={inLanguage(lang, figureUrls.plannedAct(bound.institutionSlug, bound.year, bound.number))}>
          {bound.year}/{bound.number}. {bound.title}
        </a>
      </p>
      <p class="govuk-body">{t.twice}</p>
      {view.mayWrite && (
        <form method="post" action={inLanguage(lang, office.unbind(view.act.id))} data-submit-once>
          <Button kind="secondary">{t.unbind}</Button>
        </form>
      )}
    </>
  )
}
