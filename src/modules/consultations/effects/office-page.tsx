import type { FieldErrors, Typed } from '#platform/http/form.ts'
import type { PageContext } from '#platform/http/page-context.ts'
import { inLanguage, type Lang } from '#platform/i18n/language.ts'
import { Button } from '#ui/button.tsx'
import { DataTable } from '#ui/data-table.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { Layout } from '#ui/layout.tsx'
import { Paging } from '#ui/paging.tsx'
import { SubNav } from '#ui/tabs-nav.tsx'
import { Tag } from '#ui/tag.tsx'
import { WordChanges } from '#ui/word-changes.tsx'
import { AnswersNav } from '../answers/answers-nav-part.tsx'
import { textsIn } from '../texts.ts'
import { officeUrls } from '../urls.ts'
import { ByCode } from './by-code-part.tsx'
import type { EffectsOfficeView, OfficePlace } from './office-view.ts'
import { Said } from './said-part.tsx'
import { effectUrls } from './urls.ts'

export type Shown = { status?: string | null; errors?: FieldErrors; typed?: Typed; ticked?: readonly string[] }

type Props = Shown & { page: PageContext; view: EffectsOfficeView }

/** Changed places of a version beside the answers because of which they changed; proposals are confirmed by ticking. */
export const EffectsOfficePage = ({ page, view, status = null, errors = {}, typed = {}, ticked = [] }: Props) => {
  const { lang } = page
  const t = textsIn(lang).effects.office
  const { record, version } = view
  return (
    <Layout
      page={page}
      title={`${t.title}: ${record.title}`}
      office
      wide
      status={status}
      error={Object.keys(errors).length > 0}
      back={{ href: inLanguage(lang, officeUrls.consultation(record.id)), label: record.title }}
    >
      <ErrorSummary title={textsIn(lang).office.errorTitle} errors={errors} />
      <h1 class="govuk-heading-l">{t.title}</h1>
      <AnswersNav lang={lang} id={record.id} rights={view.nav} current="effects" />
      <p class="govuk-body">{t.lead}</p>
      <Versions lang={lang} view={view} />
      {version === null ? (
        <EmptyState>{t.oneVersion}</EmptyState>
      ) : (
        <>
          <Narrow lang={lang} view={view} />
          <Places lang={lang} view={view} ticked={ticked} />
          <Ways lang={lang} view={view} />
          {view.mayLink && <ByCode lang={lang} view={view} errors={errors} typed={typed} />}
        </>
      )}
      <Without lang={lang} view={view} />
    </Layout>
  )
}

type Part = { lang: Lang; view: EffectsOfficeView }

const addressOf = ({ record, version, asked }: EffectsOfficeView, more: { from?: number | null; open?: boolean }) => {
  const query = new URLSearchParams({
    ...(version && { versioni: String(version.n) }),
    ...((more.open ?? asked.open) && { 'pa-koment': 'po' }),
    ...(more.from && { nga: String(more.from) }),
  })
  return `${effectUrls.office(record.id)}?${query}`
}

const Versions = ({ lang, view: { record, versions, version } }: Part) => {
  const t = textsIn(lang).effects.office
  if (versions.length < 2) return null
  return (
    <SubNav
      label={t.versions}
      items={versions.map(({ id, n, state }) => ({
        href: inLanguage(lang, `${effectUrls.office(record.id)}?versioni=${n}`),
        label: t.versionOf(n, state === 'draft'),
        current: id === version?.id,
      }))}
    />
  )
}

const Narrow = ({ lang, view }: Part) => {
  const t = textsIn(lang).effects.office
  const { version, asked, count, unexplained } = view
  return (
    <>
      <h2 class="govuk-heading-m">{t.versionOf(version?.n ?? 0, version?.state === 'draft')}</h2>
      <p class="govuk-body">
        {t.summary(count, unexplained)}{' '}
        {count > 0 && (
          <a href={inLanguage(lang, addressOf(view, { open: !asked.open }))}>{asked.open ? t.all : t.onlyOpen}</a>
        )}
      </p>
    </>
  )
}

const Places = ({ lang, view, ticked }: Part & { ticked: readonly string[] }) => {
  const t = textsIn(lang).effects.office
  const { places, record, version, mayLink, asked } = view
  if (places.length === 0) return <EmptyState>{asked.open ? t.noneOpen : t.none}</EmptyState>
  const table = (
    <DataTable
      caption={t.title}
      captionHidden
      roomy
      head={[
        { label: t.columns.place },
        { label: t.columns.words, share: 'wide' },
        { label: t.columns.links },
        { label: t.columns.proposals },
      ]}
      rows={places.map((place) => [
        <>
          {place.name} <span class="kv-quiet">– {textsIn(lang).effects.changes[place.change]}</span>
        </>,
        <div class="kv-changed-words" lang={lang === 'sq' ? undefined : 'sq'}>
          <WordChanges lang={lang} wordsLang={lang} pieces={place.pieces} />
        </div>,
        <Links lang={lang} view={view} place={place} />,
        <Proposals lang={lang} place={place} mayLink={mayLink} ticked={ticked} />,
      ])}
    />
  )
  if (!mayLink || places.every(({ proposals }) => proposals.length === 0)) return table
  return (
    <form method="post" action={inLanguage(lang, effectUrls.link(record.id))} data-submit-once>
      <input type="hidden" name="dergesa" value={view.formId} />
      <input type="hidden" name="versioni" value={version?.id} />
      <input type="hidden" name="numri" value={String(version?.n ?? '')} />
      {table}
      <Button>{t.submit}</Button>
    </form>
  )
}

const Links = ({ lang, view, place }: Part & { place: OfficePlace }) => {
  const t = textsIn(lang).effects.office
  if (place.links.length === 0) return <Tag tone="warning">{t.noComment}</Tag>
  return (
    <ul class="govuk-list">
      {place.links.map((link) => (
        <li>
          {textsIn(lang).effects.answer(link.code)}: <Said lang={lang} line={link} />{' '}
          {view.mayLink && (
            <a href={inLanguage(lang, effectUrls.unlink(view.record.id, link.id))}>
              {t.unlink}
              <span class="govuk-visually-hidden"> {t.unlinkOf(link.code, place.name)}</span>
            </a>
          )}
        </li>
      ))}
    </ul>
  )
}

type ProposalProps = { lang: Lang; place: OfficePlace; mayLink: boolean; ticked: readonly string[] }

const Proposals = ({ lang, place, mayLink, ticked }: ProposalProps) => {
  const t = textsIn(lang).effects.office
  if (place.proposals.length === 0) return <span class="kv-quiet">{t.noProposal}</span>
  const line = ({ code, comment, why }: OfficePlace['proposals'][number]) => (
    <>
      <span class="govuk-visually-hidden">{place.name}: </span>
      {t.proposal(code, comment)}. {t.whyProposed(why.map((one) => t.why[one]).join(', '))}
    </>
  )
  if (!mayLink) {
    return (
      <ul class="govuk-list">
        {place.proposals.map((one) => (
          <li>{line(one)}</li>
        ))}
      </ul>
    )
  }
  return (
    <div class="govuk-checkboxes govuk-checkboxes--small">
      {place.proposals.map((one) => {
        const value = `${place.key}:${one.answerId}`
        const id = `l-${value.replaceAll(':', '-')}`
        return (
          <div class="govuk-checkboxes__item">
            <input
              class="govuk-checkboxes__input"
              type="checkbox"
              id={id}
              name="lidhja"
              value={value}
              checked={ticked.includes(value)}
            />
            <label class="govuk-label govuk-checkboxes__label" for={id}>
              {line(one)}
            </label>
          </div>
        )
      })}
    </div>
  )
}

const Ways = ({ lang, view }: Part) => {
  const t = textsIn(lang).effects.office
  return (
    <Paging
      label={t.paging}
      older={
        view.next === null ? null : { href: inLanguage(lang, addressOf(view, { from: view.next })), label: t.next }
      }
      newer={view.from > 0 ? { href: inLanguage(lang, addressOf(view, { from: null })), label: t.first } : null}
    />
  )
}

/** The other way round: what was accepted and has changed nothing. */
const Without = ({ lang, view: { without, withoutCount, record, version } }: Part) => {
  const t = textsIn(lang).effects.office
  const c = t.withoutColumns
  return (
    <section aria-labelledby="pa-ndikim">
      <h2 class="govuk-heading-m" id="pa-ndikim">
        {t.withoutTitle}
      </h2>
      <p class="govuk-body">{withoutCount === 0 ? t.withoutNone : t.withoutLead(withoutCount)}</p>
      {without.length > 0 && (
        <DataTable
          caption={t.withoutTitle}
          captionHidden
          head={[{ label: c.answer, tight: true }, { label: c.decision }, { label: c.comments }]}
          rows={without.map((line) => [
            version === null ? (
              line.code
            ) : (
              <a
                href={inLanguage(
                  lang,
                  `${effectUrls.office(record.id)}?versioni=${version.n}&kodi=${line.code}#sipas-kodit`,
                )}
              >
                {line.code}
              </a>
            ),
            line.decision === null ? '' : textsIn(lang).answers.decisions[line.decision],
            <Said lang={lang} line={line} />,
          ])}
        />
      )}
    </section>
  )
}
