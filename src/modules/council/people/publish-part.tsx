import { inLanguage, type Lang } from '#platform/i18n/language.ts'
import { Button } from '#ui/button.tsx'
import { textsIn } from './texts.ts'

type Props = { lang: Lang; action: string; public: boolean; error: string | undefined }

/** Read by everybody, or not: one button. */
export const PublishPart = ({ lang, action, public: isPublic, error }: Props) => {
  const t = textsIn(lang).entry
  return (
    <form method="post" action={inLanguage(lang, action)} data-submit-once>
      <h2 class="govuk-heading-m" id="botimi">
        {isPublic ? t.isPublic : t.isDraft}
      </h2>
      {error && <p class="govuk-error-message">{error}</p>}
      <input type="hidden" name="publike" value={isPublic ? 'jo' : 'po'} />
      <Button kind={isPublic ? 'warning' : 'secondary'}>{isPublic ? t.unpublish : t.publish}</Button>
    </form>
  )
}
