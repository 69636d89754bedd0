import type { PageContext } from '#platform/http/page-context.ts'
import type { FieldErrors, Typed } from '#platform/http/form.ts'
import { inLanguage, type Lang } from '#platform/i18n/language.ts'
import { Button } from '#ui/button.tsx'
import { Details } from '#ui/details.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { Layout } from '#ui/layout.tsx'
import { Tag } from '#ui/tag.tsx'
import { WarningText } from '#ui/warning-text.tsx'
import { councilOfficeUrls } from '../urls.ts'
import { MarksForm, RecordingFields, SubtitlesForm } from './office-recording-parts-part.tsx'
import { typedOfRecording } from './recording-field-rules.ts'
import type { OfficeRecording, OfficeRecordingsView } from './recording-view.ts'
import { textsIn } from './texts.ts'
import { officeRecordingUrls as urls } from './urls.ts'

/** `of`: the recording whose form came back; null: the form for a new one. */
export type Again = { of: string | null; typed: Typed; errors: FieldErrors }

type Props = { page: PageContext; view: OfficeRecordingsView; again: Again; status: string | null }

/** Where the meeting is watched: links, their moments and subtitles. */
export const OfficeRecordingsPage = ({ page, view, again, status }: Props) => {
  const { lang } = page
  const t = textsIn(lang).office
  const { meeting, recordings, mayWrite } = view
  return (
    <Layout
      page={page}
      title={t.title}
      office
      status={status}
      error={Object.keys(again.errors).length > 0}
      back={{ href: inLanguage(lang, councilOfficeUrls.meeting(meeting.id)), label: t.back }}
    >
      <ErrorSummary title={t.errorTitle} errors={again.errors} />
      <h1 class="govuk-heading-l">{t.title}</h1>
      <p class="govuk-body">
        <span lang={meeting.lang === lang ? undefined : meeting.lang}>{meeting.title ?? meeting.body}</span>. {t.lead}
      </p>
      {view.hadClosedParts && <WarningText assistive={t.warning}>{t.closedWarning}</WarningText>}
      {recordings.length === 0 && <EmptyState>{t.none}</EmptyState>}
      {recordings.map((one) => (
        <One lang={lang} one={one} mayWrite={mayWrite} again={again} />
      ))}
      {mayWrite && (
        <section aria-labelledby="shtimi">
          <h2 class="govuk-heading-m" id="shtimi">
            {t.add}
          </h2>
          <form method="post" action={inLanguage(lang, urls.list(meeting.id))} novalidate data-submit-once>
            <input type="hidden" name="dergesa" value={again.typed.dergesa} />
            <RecordingFields
              lang={lang}
              typed={again.of === null ? again.typed : {}}
              errors={again.of === null ? again.errors : {}}
            />
            <Button>{t.add}</Button>
          </form>
        </section>
      )}
    </Layout>
  )
}

const One = ({ lang, one, mayWrite, again }: { lang: Lang; one: OfficeRecording; mayWrite: boolean; again: Again }) => {
  const texts = textsIn(lang)
  const t = texts.office
  const own = again.of === one.id
  const errors = own ? again.errors : {}
  const version = <input type="hidden" name="versioni" value={String(one.version)} />
  const act = (href: string, label: string) => (
    <form method="post" action={inLanguage(lang, href)} data-submit-once>
      {version}
      <Button kind="secondary">{label}</Button>
    </form>
  )
  return (
    <section aria-labelledby={`lidhja-${one.id}`}>
      <h2 class="govuk-heading-m" id={`lidhja-${one.id}`}>
        {texts.kinds[one.kind]}
        {one.title !== null && `: ${one.title}`}{' '}
        <Tag tone={one.publishedAt === null ? 'plain' : 'done'}>
          {one.publishedAt === null ? t.notPublic : t.isPublic}
        </Tag>
      </h2>
      <p class="govuk-body">
        <a href={one.url} rel="noopener">
          {one.url}
        </a>
      </p>
      {errors[`lidhja-${one.id}`] !== undefined && <p class="govuk-error-message">{errors[`lidhja-${one.id}`]}</p>}
      {mayWrite && (
        <div class="kv-row">
          {one.publishedAt === null && act(urls.publish(one.meetingId, one.id), t.publish)}
          {act(urls.remove(one.meetingId, one.id), t.remove)}
        </div>
      )}
      {mayWrite && (
        <Details summary={t.change} open={own && 'lloji' in again.typed}>
          <form method="post" action={inLanguage(lang, urls.one(one.meetingId, one.id))} novalidate data-submit-once>
            {version}
            <RecordingFields
              lang={lang}
              typed={own && 'lloji' in again.typed ? again.typed : typedOfRecording(one, one.begin)}
              errors={errors}
              of={one.id}
            />
            <Button kind="secondary">{t.save}</Button>
          </form>
        </Details>
      )}
      {one.kind !== 'live' && <MarksForm lang={lang} one={one} mayWrite={mayWrite} own={own} again={again} />}
      {one.kind !== 'live' && <SubtitlesForm lang={lang} one={one} mayWrite={mayWrite} own={own} again={again} />}
    </section>
  )
}
