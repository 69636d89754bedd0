import type { FieldErrors, Typed } from '#platform/http/form.ts'
import { inLanguage, type Lang } from '#platform/i18n/language.ts'
import { Details } from '#ui/details.tsx'
import { TextAreaField } from '#ui/text-area-field.tsx'
import { COMMENT_LIMITS } from '../comments/comment-rules.ts'
import { textsIn } from '../texts.ts'
import { consultationUrls } from '../urls.ts'
import type { Part } from './wording-rules.ts'

type Props = {
  lang: Lang
  slug: string
  nodeId: string
  /** The words that stand there now; null: too many at once, one of the parts is chosen first. */
  base: string | null
  parts: readonly Part[]
  typed: Typed
  errors: FieldErrors
}

/** "How would you write it?": begins with the words that stand there. */
export const SuggestionField = ({ lang, slug, nodeId, base, parts, typed, errors }: Props) => {
  const texts = textsIn(lang)
  const t = texts.questions.suggestion
  if (base === null && parts.length === 0) return null
  const changed = typed.formulimi !== undefined && typed.formulimi !== '' && typed.formulimi !== base
  return (
    <Details summary={t.summary} open={changed || errors.formulimi !== undefined}>
      {base === null ? (
        <Parts lang={lang} slug={slug} nodeId={nodeId} parts={parts} />
      ) : (
        <>
          <input type="hidden" name="baza" value={base} />
          <TextAreaField
            name="formulimi"
            label={t.label}
            hint={t.hint}
            value={typed.formulimi ?? base}
            error={errors.formulimi}
            rows={Math.min(14, Math.max(4, Math.ceil(base.length / 60)))}
            maxLength={COMMENT_LIMITS.suggestion}
            countText={texts.form.charactersLeft}
            lang={lang === 'sq' ? undefined : 'sq'}
          />
        </>
      )}
    </Details>
  )
}

const Parts = ({ lang, slug, nodeId, parts }: Pick<Props, 'lang' | 'slug' | 'nodeId' | 'parts'>) => {
  const t = textsIn(lang).questions.suggestion
  const form = inLanguage(lang, consultationUrls.commentForm(slug))
  return (
    <>
      <p class="govuk-body">{t.points}</p>
      <ul class="govuk-list govuk-list--bullet">
        {parts.map(({ label, quote, prefix, suffix }, at) => (
          <li>
            <a href={`${form}?${new URLSearchParams({ neni: nodeId, fragmenti: quote, para: prefix, pas: suffix })}`}>
              {label ?? t.point(at + 1)} <span lang={lang === 'sq' ? undefined : 'sq'}>{opening(quote)}</span>
            </a>
          </li>
        ))}
      </ul>
    </>
  )
}

const opening = (words: string): string => (words.length > 60 ? `${words.slice(0, 60).trimEnd()}…` : words)
