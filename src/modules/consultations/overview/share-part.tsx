import { inLanguage, type Lang } from '#platform/i18n/language.ts'
import { CopyLink } from '#ui/copy-link.tsx'
import { Details } from '#ui/details.tsx'
import { textsIn } from '../texts.ts'
import { consultationUrls } from '../urls.ts'

type Props = { lang: Lang; url: string; slug: string; title: string; institution: string; line: string }

/** The words to paste where people talk; the picture beside the link comes by itself. */
export const Share = ({ lang, url, slug, title, institution, line }: Props) => {
  const t = textsIn(lang).overview
  const address = `${url}${inLanguage(lang, consultationUrls.one(slug))}`
  return (
    <Details summary={t.share}>
      <p class="govuk-body-s">{t.shareLead}</p>
      <p class="kv-pasted">
        {t.shareText(title, institution, line)}
        {'\n'}
        {address}
      </p>
      <p class="govuk-body-s">
        <CopyLink href={address} label={address} copied={t.copied} />
      </p>
    </Details>
  )
}
