import type { FieldErrors, Typed } from '#platform/http/form.ts'
import type { PageContext } from '#platform/http/page-context.ts'
import { inLanguage } from '#platform/i18n/language.ts'
import { Button } from '#ui/button.tsx'
import { Details } from '#ui/details.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { Layout } from '#ui/layout.tsx'
import { TextAreaField } from '#ui/text-area-field.tsx'
import type { AgendaView } from './agenda-view.ts'
import { isPublicMeeting, MEETING_LIMITS as LIMITS } from './convening-rules.ts'
import { ItemFieldsPart } from './item-fields-part.tsx'
import type { AgendaItem } from './meeting-queries.ts'
import { agendaTexts, conveningTexts } from './texts.ts'
import { conveningUrls as urls } from './urls.ts'

type Props = { page: PageContext; view: AgendaView; item: AgendaItem; typed: Typed; errors: FieldErrors }

/** One item of the agenda, to be put right or taken off. */
export const ItemPage = ({ page, view, item, typed, errors }: Props) => {
  const { lang } = page
  const t = agendaTexts(lang)
  const { meeting } = view
  const open = isPublicMeeting(meeting.state)
  const own = item.paperId === null ? [] : [{ id: item.paperId, title: item.paperTitle ?? item.title }]
  return (
    <Layout
      page={page}
      title={t.itemTitle}
      office
      error={Object.keys(errors).length > 0}
      back={{ href: inLanguage(lang, urls.agenda(meeting.id)), label: t.back }}
    >
      <ErrorSummary title={conveningTexts(lang).errorTitle} errors={errors} />
      <h1 class="govuk-heading-l">{t.itemTitle}</h1>
      <form method="post" action={inLanguage(lang, urls.item(meeting.id, item.id))} novalidate data-submit-once>
        <input type="hidden" name="versioni" value={typed.versioni} />
        <ItemFieldsPart lang={lang} typed={typed} errors={errors} papers={[...own, ...view.papers]} />
        {open && (
          <TextAreaField
            name="arsyeja"
            label={t.reason}
            hint={t.reasonHint}
            value={typed.arsyeja}
            error={errors.arsyeja}
            rows={2}
            maxLength={LIMITS.reason}
          />
        )}
        <Button preventDoubleClick>{t.save}</Button>
      </form>
      <Details summary={t.withdraw} open={'arsyeja-heqjes' in errors}>
        <form method="post" action={inLanguage(lang, urls.withdraw(meeting.id, item.id))} novalidate data-submit-once>
          <input type="hidden" name="versioni" value={String(meeting.version)} />
          {open && (
            <TextAreaField
              name="arsyeja-heqjes"
              label={t.reason}
              hint={t.withdrawLead}
              value={typed['arsyeja-heqjes']}
              error={errors['arsyeja-heqjes']}
              rows={2}
              maxLength={LIMITS.reason}
            />
          )}
          <Button kind="warning" preventDoubleClick>
            {t.withdraw}
          </Button>
        </form>
      </Details>
    </Layout>
  )
}
