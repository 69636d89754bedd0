import type { FieldErrors, Typed } from '#platform/http/form.ts'
import type { PageContext } from '#platform/http/page-context.ts'
import { formatDate } from '#platform/i18n/formats.ts'
import { inLanguage } from '#platform/i18n/language.ts'
import { Button } from '#ui/button.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { EntryList } from '#ui/entry-list.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { Layout } from '#ui/layout.tsx'
import { Paging } from '#ui/paging.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { NATURES } from '../act-rules.ts'
import { textsIn } from '../texts.ts'
import { actOfficeUrls as office } from '../urls.ts'
import { RegisterNav } from './act-nav-part.tsx'
import type { AdoptedView } from './list-view.ts'
import { kindOfPaper, natureOf } from './making-rules.ts'
import { makingTexts } from './texts.ts'
import { makingUrls } from './urls.ts'
import type { AdoptedVote } from './waiting-queries.ts'

/** `formIds`: one for each row, so that each press counts once. */
type Props = {
  page: PageContext
  view: AdoptedView
  formIds: readonly string[]
  typed: Typed
  errors: FieldErrors
}

/** What the council adopted, and nobody has made the act of it. */
export const AdoptedPage = ({ page, view, formIds, typed, errors }: Props) => {
  const { lang } = page
  const t = makingTexts(lang).adopted
  const list = inLanguage(lang, office.adopted())
  return (
    <Layout
      page={page}
      title={t.title}
      office
      error={Object.keys(errors).length > 0}
      back={{ href: inLanguage(lang, office.list()), label: makingTexts(lang).list.title }}
    >
      <ErrorSummary title={makingTexts(lang).errorTitle} errors={errors} />
      <h1 class="govuk-heading-l">{t.title}</h1>
      <RegisterNav page={page} current="adopted" />
      <p class="govuk-body">{t.lead}</p>
      {view.items.length > 0 && <p class="govuk-body">{t.natureHint}</p>}
      {view.items.length === 0 && <EmptyState>{t.empty}</EmptyState>}
      <EntryList
        items={view.items.map((vote, index) => ({
          href: inLanguage(lang, hrefOf(vote)),
          title: (lang === 'en' && vote.titleEn) || vote.title,
          lang: lang === vote.lang || (lang === 'en' && vote.titleEn) ? undefined : vote.lang,
          quiet: quietOf(lang, view, vote),
          ...(vote.closed ? { state: { tone: 'warning', label: t.closed } as const } : {}),
          extra: mayMake(view, vote) ? (
            <Make
              page={page}
              vote={vote}
              formId={formIds[index] ?? ''}
              typed={typed}
              errors={errors}
              only={view.items.length === 1}
            />
          ) : undefined,
        }))}
      />
      <Paging
        label={makingTexts(lang).list.paging}
        older={view.older ? { href: `${list}?para=${view.older}`, label: makingTexts(lang).list.older } : null}
        newer={view.paged ? { href: list, label: makingTexts(lang).list.first } : null}
      />
    </Layout>
  )
}

/** Where it was voted. */
const hrefOf = ({ meetingId }: AdoptedVote): string => makingUrls.meeting(meetingId)

const mayMake = ({ writable }: AdoptedView, { institutionId }: AdoptedVote): boolean =>
  writable === null || writable.includes(institutionId)

function quietOf(lang: PageContext['lang'], { institutions }: AdoptedView, vote: AdoptedVote): string {
  const t = makingTexts(lang).adopted
  return [
    textsIn(lang).kinds[kindOfPaper(vote.paperKind)],
    institutions.size > 1 ? institutions.get(vote.institutionId) : null,
    t.adoptedOn(formatDate(lang, vote.adoptedOn)),
    t.votes(vote.votesFor, vote.votesAgainst, vote.votesAbstain),
  ]
    .filter(Boolean)
    .join(', ')
}

/** `only`: there is nothing else to do here. */
type MakeProps = {
  page: PageContext
  vote: AdoptedVote
  formId: string
  typed: Typed
  errors: FieldErrors
  only: boolean
}

const Make = ({ page: { lang }, vote, formId, typed, errors, only }: MakeProps) => {
  const t = makingTexts(lang).adopted
  const name = `natyra-${vote.id}`
  return (
    <form method="post" action={inLanguage(lang, office.adopted())} novalidate data-submit-once>
      <input type="hidden" name="dergesa" value={formId} />
      <input type="hidden" name="votimi" value={vote.id} />
      <SelectField
        name={name}
        label={t.nature}
        value={typed[name] ?? natureOf(kindOfPaper(vote.paperKind), vote.aboutRef !== null) ?? ''}
        error={errors[name]}
        options={[
          { value: '', label: t.choose },
          ...NATURES.map((value) => ({ value, label: textsIn(lang).natures[value] })),
        ]}
      />
      <Button kind={only ? 'primary' : 'secondary'} preventDoubleClick>
        {t.make}
        <span class="govuk-visually-hidden">: {(lang === 'en' && vote.titleEn) || vote.title}</span>
      </Button>
    </form>
  )
}
