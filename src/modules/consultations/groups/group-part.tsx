import { inLanguage, type Lang } from '#platform/i18n/language.ts'
import { Button } from '#ui/button.tsx'
import { textsIn } from '../texts.ts'
import { consultationUrls, officeUrls, ownCommentUrls } from '../urls.ts'
import type { GroupOfComment } from './group-queries.ts'
import type { GroupLine } from './public-group-queries.ts'

/** Beside a comment: how many say the same. */
export const LikeOthers = ({ lang, slug, line }: { lang: Lang; slug: string; line: GroupLine | undefined }) =>
  line === undefined || line.number < 2 ? null : (
    <p class="kv-comment__quiet">
      <a href={inLanguage(lang, consultationUrls.group(slug, line.code))}>
        {textsIn(lang).groups.public.likeOthers(line.number - 1)}
      </a>
    </p>
  )

/** On one's own page: where it was put, and the button that takes it out. */
export const OwnGroup = ({
  lang,
  slug,
  ownKey,
  line,
}: {
  lang: Lang
  slug: string
  ownKey: string
  line: GroupLine | null
}) => {
  const t = textsIn(lang).groups.own
  if (!line) return null
  return (
    <section>
      <h2 class="govuk-heading-m">{t.title}</h2>
      <p class="govuk-body">
        {t.words(line.number - 1)} <a href={inLanguage(lang, consultationUrls.group(slug, line.code))}>{t.see}</a>.
      </p>
      <p class="govuk-hint">{t.hint}</p>
      <form method="post" action={inLanguage(lang, ownCommentUrls.objection(ownKey))} data-submit-once>
        <Button kind="secondary">{t.button}</Button>
      </form>
    </section>
  )
}

/** For the office, on the page of one comment. */
export const InGroup = ({
  lang,
  consultationId,
  group,
}: {
  lang: Lang
  consultationId: string
  group: GroupOfComment | null
}) => {
  const t = textsIn(lang).groups.office
  return group === null ? null : (
    <p class="govuk-body">
      {t.inGroup}:{' '}
      <a href={inLanguage(lang, officeUrls.group(consultationId, group.id))}>
        {t.inGroupWords(group.title ?? group.code, (t.states[group.state] ?? group.state).toLowerCase(), group.size)}
      </a>
    </p>
  )
}
