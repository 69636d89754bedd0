import type { PageContext } from '#platform/http/page-context.ts'
import { inLanguage } from '#platform/i18n/language.ts'
import { Button } from '#ui/button.tsx'
import { textsIn } from '../texts.ts'
import { officeUrls } from '../urls.ts'
import type { NoticeOfficeView } from './notice-office-view.ts'
import { noticeUrls } from './urls.ts'

type Props = { page: PageContext; view: NoticeOfficeView; formId: string }

/** Of a preliminary consultation: the way to the one on the draft; of that one, the way back. */
export const OnDraft = ({ page: { lang }, view, formId }: Props) => {
  const t = textsIn(lang).notices.stage
  const { id, stage, state } = view.draft.consultation
  const grown = view.stages.some(({ side }) => side === 'grew-into')
  return (
    <>
      {view.stages.map((one) => (
        <p class="govuk-body">
          <a href={inLanguage(lang, officeUrls.consultation(one.id))}>
            {one.side === 'grew-out-of'
              ? t.grewOutOf(one.title, one.number ?? '')
              : one.number === null
                ? t.grewIntoDraft(one.title)
                : t.grewInto(one.title, one.number)}
          </a>
        </p>
      ))}
      {stage === 'preliminary' && state === 'published' && view.draft.mayWrite && !grown && (
        <section aria-labelledby="projekti">
          <h2 class="govuk-heading-m" id="projekti">
            {t.make}
          </h2>
          <p class="govuk-body">{t.makeWords}</p>
          <form method="post" action={inLanguage(lang, noticeUrls.onDraft(id))} data-submit-once>
            <input type="hidden" name="dergesa" value={formId} />
            <Button kind="secondary" preventDoubleClick>
              {t.make}
            </Button>
          </form>
        </section>
      )}
    </>
  )
}
