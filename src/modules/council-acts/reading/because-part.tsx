import { inLanguage, type Lang } from '#platform/i18n/language.ts'
import type { EffectOnAct } from './article-queries.ts'
import { Section } from './section-part.tsx'
import { textsIn } from './texts.ts'
import { besideUrls } from './urls.ts'

type Props = { lang: Lang; effects: readonly EffectOnAct[]; lead: string }

/** What people said about the draft that the words came of, answer by answer. */
export const Because = ({ lang, effects, lead }: Props) => {
  const t = textsIn(lang).article
  if (effects.length === 0) return null
  const answers = [...new Map(effects.map((one) => [`${one.consultationSlug} ${one.code}`, one])).values()]
  return (
    <Section id="per-shkak" title={t.because}>
      <p class="govuk-body">{lead}</p>
      <ul class="govuk-list govuk-list--spaced">
        {answers.map((one) => (
          <li>
            <Answer lang={lang} effect={one} />
          </li>
        ))}
      </ul>
    </Section>
  )
}

const LONGEST = 240

const Answer = ({ lang, effect }: { lang: Lang; effect: EffectOnAct }) => {
  const t = textsIn(lang).article
  const { consultationSlug: slug, code, decision, reason, reasonLang, comments, number } = effect
  const words = reason && reason.length > LONGEST ? `${reason.slice(0, LONGEST)}…` : reason
  return (
    <>
      <a href={inLanguage(lang, besideUrls.answer(slug, code))}>{t.answer(code)}</a>,{' '}
      {t.decisions[decision] ?? decision}
      {words && <span lang={reasonLang === lang ? undefined : reasonLang}>: {words}</span>}
      <ul class="govuk-list govuk-list--bullet">
        {comments.map((one) => (
          <li>
            <a href={inLanguage(lang, besideUrls.comment(slug, one.code))}>
              {t.comment(one.code, one.author ?? t.anonymous)}
            </a>
            {one.words && <span lang={one.lang === lang ? undefined : one.lang}>: {one.words}</span>}
          </li>
        ))}
        {number > comments.length && (
          <li>
            <a href={inLanguage(lang, besideUrls.answer(slug, code))}>{t.more(number - comments.length)}</a>
          </li>
        )}
      </ul>
    </>
  )
}
