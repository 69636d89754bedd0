import type { PageContext } from '#platform/http/page-context.ts'
import { formatNumber } from '#platform/i18n/formats.ts'
import { inLanguage, type Lang } from '#platform/i18n/language.ts'
import { Breadcrumbs } from '#ui/breadcrumbs.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { FilterForm } from '#ui/filter-form.tsx'
import { Layout } from '#ui/layout.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { TextField } from '#ui/text-field.tsx'
import { actUrls } from '../urls.ts'
import { gapSentence } from './gap-summary-part.tsx'
import { DoubleNumbers, LateActs, MissingNumbers, VoidNumbers } from './gap-tables-part.tsx'
import type { GapsView } from './gaps-view.ts'
import { textsIn } from './texts.ts'

type Props = { page: PageContext; view: GapsView; most: number }

/** What the register of an institution lacks, and what came late. */
export const GapsPage = ({ page, view, most }: Props) => {
  const { lang } = page
  const t = textsIn(lang).gaps
  const { chosen } = view
  const facts = chosen?.facts ?? null
  return (
    <Layout
      page={page}
      title={chosen ? `${t.title}: ${chosen.institution.name}` : t.title}
      canonical={actUrls.gaps()}
      wide
    >
      <Breadcrumbs
        label={textsIn(lang).title}
        items={[{ href: inLanguage(lang, actUrls.register()), label: textsIn(lang).title }]}
      />
      <h1 class="govuk-heading-xl">{chosen ? `${t.title}: ${chosen.institution.name}` : t.title}</h1>
      <p class="govuk-body-l">{t.lead}</p>
      {view.institutions.length === 0 ? (
        <EmptyState>{t.noInstitutions}</EmptyState>
      ) : (
        <Choice lang={lang} view={view} />
      )}
      {chosen && (
        <>
          {facts && chosen.year !== null && (
            <p class="govuk-body">
              <strong>{gapSentence(lang, { ...facts, year: chosen.year })}</strong>
            </p>
          )}
          {chosen.more && <p class="govuk-body">{t.most(formatNumber(most))}</p>}
          <MissingNumbers lang={lang} chosen={chosen} />
          <DoubleNumbers lang={lang} chosen={chosen} />
          <VoidNumbers lang={lang} chosen={chosen} />
          <LateActs lang={lang} chosen={chosen} />
          <p class="govuk-body">
            <a href={inLanguage(lang, '/te-dhena/boshlleqet-e-akteve')}>{t.data}</a>
          </p>
        </>
      )}
    </Layout>
  )
}

const Choice = ({ lang, view: { institutions, chosen } }: { lang: Lang; view: GapsView }) => {
  const t = textsIn(lang)
  return (
    <FilterForm action={inLanguage(lang, actUrls.gaps())} legend={t.gaps.choose} submit={t.gaps.show}>
      <SelectField
        name="institucioni"
        label={t.institution}
        value={chosen?.institution.slug ?? ''}
        options={institutions.map(({ slug, name }) => ({ value: slug, label: name }))}
      />
      <TextField
        name="viti"
        label={t.year}
        value={chosen?.year === null || !chosen ? '' : String(chosen.year)}
        inputmode="numeric"
      />
    </FilterForm>
  )
}
