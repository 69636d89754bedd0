import type { FieldErrors } from '#platform/http/form.ts'
import type { PageContext } from '#platform/http/page-context.ts'
import { inLanguage, type Lang } from '#platform/i18n/language.ts'
import { Button } from '#ui/button.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { Layout } from '#ui/layout.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { Tag } from '#ui/tag.tsx'
import { textsIn } from '../texts.ts'
import { officeUrls } from '../urls.ts'
import { articleOptions } from './entry-fields-part.tsx'
import type { EntryView } from './entry-view.ts'
import type { SplitDraft } from './split-draft-queries.ts'
import { partsOf, type Piece } from './split-rules.ts'

type Props = { page: PageContext; view: EntryView; draft: SplitDraft; errors: FieldErrors; status: string | null }

/** The words of the letter on the left as they are in the paper; on the right each piece, with what can be done with it. */
export const SplitPage = ({ page, view, draft, errors, status }: Props) => {
  const { lang } = page
  const t = textsIn(lang).entry
  const { consultation } = view
  const points = draft.pieces.filter(({ aside }) => !aside).length
  return (
    <Layout
      page={page}
      title={`${t.split.title}: ${consultation.title}`}
      office
      status={status}
      error={Object.keys(errors).length > 0}
      back={{ href: inLanguage(lang, officeUrls.entries(consultation.id)), label: t.list.titleOf(consultation.title) }}
    >
      <ErrorSummary title={t.errors.summary} errors={errors} />
      <h1 class="govuk-heading-l">{t.split.title}</h1>
      <p class="govuk-body">{t.split.lead}</p>
      <p class="govuk-body">
        <strong>{t.split.summary(points, draft.pieces.length - points)}</strong>
      </p>
      <div class="kv-split">
        <section class="kv-split__paper" aria-labelledby="letra">
          <h2 class="govuk-heading-m" id="letra">
            {t.split.paper}
          </h2>
          <div class="kv-letter-words">{draft.words}</div>
        </section>
        <Pieces lang={lang} view={view} draft={draft} points={points} />
      </div>
      <form method="post" action={inLanguage(lang, officeUrls.discardSplit(consultation.id, draft.id))}>
        <p class="govuk-body">{t.split.discardWords}</p>
        <Button kind="warning" preventDoubleClick>
          {t.split.discard}
        </Button>
      </form>
    </Layout>
  )
}

const Pieces = ({ lang, view, draft, points }: { lang: Lang; view: EntryView; draft: SplitDraft; points: number }) => {
  const t = textsIn(lang).entry.split
  const action = inLanguage(lang, officeUrls.splitDraft(view.consultation.id, draft.id))
  let n = 0
  return (
    <form class="kv-split__points" method="post" action={action}>
      <h2 class="govuk-heading-m" id="pikat">
        {t.points}
      </h2>
      <input type="hidden" name="versioni" value={String(draft.version)} />
      {/* The first button answers the key of entry: nothing is entered by it. */}
      <Button kind="secondary" name="veprimi" value="ruaj">
        {t.save}
      </Button>
      {draft.pieces.map((piece, index) => {
        if (!piece.aside) n += 1
        const last = index === draft.pieces.length - 1
        return <OnePiece {...{ lang, view, draft, piece, index, last }} n={piece.aside ? null : n} />
      })}
      {points > 0 && (
        <Button kind="primary" name="veprimi" value="regjistro" preventDoubleClick>
          {t.enter(points)}
        </Button>
      )}
    </form>
  )
}

type PieceProps = {
  lang: Lang
  view: EntryView
  draft: SplitDraft
  piece: Piece
  index: number
  last: boolean
  n: number | null
}

const OnePiece = ({ lang, view, draft, piece, index, last, n }: PieceProps) => {
  const t = textsIn(lang).entry.split
  const name = n === null ? t.aside : t.point(n)
  return (
    <section class={n === null ? 'kv-piece kv-piece--aside' : 'kv-piece'} aria-labelledby={`pjesa-${index}`}>
      <h3 class="govuk-heading-s" id={`pjesa-${index}`}>
        {n === null ? <Tag tone="plain">{name}</Tag> : name}
      </h3>
      {partsOf(draft.words, piece).map((part, place) => (
        <>
          {place > 0 && (
            <p class="kv-piece__cut">
              <button class="kv-link-button" type="submit" name="veprimi" value={`ndaj:${part.from}`}>
                {t.splitHere}
                <span class="govuk-visually-hidden"> {t.splitAt(part.words.trim().slice(0, 40))}</span>
              </button>
            </p>
          )}
          <p class="kv-words">{part.words.trimEnd()}</p>
        </>
      ))}
      {n !== null && view.articles.length > 0 && (
        <SelectField
          name={`neni-${index}`}
          label={`${t.article}: ${name}`}
          value={piece.node ?? ''}
          options={articleOptions(lang, view.articles)}
        />
      )}
      <p class="kv-deeds">
        {!last && <Small lang={lang} value={`bashko:${index}`} label={t.join} of={name} />}
        <Small
          lang={lang}
          value={`${n === null ? 'kthe' : 'anash'}:${index}`}
          label={n === null ? t.keep : t.drop}
          of={name}
        />
      </p>
    </section>
  )
}

const Small = ({ value, label, of }: { lang: Lang; value: string; label: string; of: string }) => (
  <button class="kv-link-button" type="submit" name="veprimi" value={value}>
    {label}
    <span class="govuk-visually-hidden"> ({of})</span>
  </button>
)
