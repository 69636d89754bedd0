import { inLanguage, type Lang } from '#platform/i18n/language.ts'
import { Details } from './details.tsx'
import { FRAME_TEXTS } from './frame-texts.ts'

type Props = {
  lang: Lang
  /** What this form makes us keep, and how long: from the rules that end it. */
  items: readonly { what: string; howLong: string }[]
}

/** At every form that asks for something of a person: what is kept, for how long, and where to see and erase it. */
export const PrivacyNotice = ({ lang, items }: Props) => {
  const t = FRAME_TEXTS[lang].notice
  return (
    <Details summary={t.summary}>
      <ul class="govuk-list govuk-list--bullet">
        {items.map(({ what, howLong }) => (
          <li>
            {what}: {howLong}.
          </li>
        ))}
      </ul>
      <p>
        <a href={inLanguage(lang, '/privatesia')}>{t.more}</a> ·{' '}
        <a href={inLanguage(lang, '/llogaria/te-dhenat')}>{t.own}</a>
      </p>
    </Details>
  )
}
