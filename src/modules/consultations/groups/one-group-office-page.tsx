import type { PageContext } from '#platform/http/page-context.ts'
import { inLanguage } from '#platform/i18n/language.ts'
import { Button } from '#ui/button.tsx'
import { Details } from '#ui/details.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { Inset } from '#ui/inset.tsx'
import { Layout } from '#ui/layout.tsx'
import { Paging } from '#ui/paging.tsx'
import { TextAreaField } from '#ui/text-area-field.tsx'
import { TextField } from '#ui/text-field.tsx'
import { WordChanges } from '#ui/word-changes.tsx'
import { AnswerGroup } from '../answers/answer-line-part.tsx'
import { Words } from '../comments/comment-part.tsx'
import { textsIn } from '../texts.ts'
import { consultationUrls, officeUrls } from '../urls.ts'
import { GroupTag, type Shown } from './group-office-page.tsx'
import type { OfficeGroupView, ShownVariant } from './group-office-view.ts'
import { LONGEST_GROUP_NOTE } from './group-rules.ts'

type Props = Shown & { page: PageContext; view: OfficeGroupView }

/** One group: the sample, each variant with what differs in it, and what can be decided. */
export const OneGroupPage = ({ page, view, status = null, errors = {}, typed = {} }: Props) => {
  const { lang } = page
  const t = textsIn(lang).groups.office
  const { group } = view
  const own = inLanguage(lang, officeUrls.group(group.consultationId, group.id))
  const history = officeUrls.history(`consultations.comment-group:${group.id}`)
  return (
    <Layout
      page={page}
      title={t.one(group.code)}
      office
      status={status}
      error={Object.keys(errors).length > 0}
      back={{ href: inLanguage(lang, officeUrls.groups(group.consultationId)), label: t.title }}
    >
      <ErrorSummary title={t.errorTitle} errors={errors} />
      <h1 class="govuk-heading-l">
        {group.title ?? t.one(group.code)} <GroupTag lang={lang} state={group.state} />
      </h1>
      <p class="govuk-body">
        {t.size(group.confirmedCount + group.proposedCount)}
        {group.proposedCount > 0 && <>, {t.toConfirm(group.proposedCount)}</>}. {t.lead}
      </p>
      {group.doubtCount > 0 && <Inset>{t.doubted(group.doubtCount)}</Inset>}
      <AnswerGroup
        lang={lang}
        consultationId={group.consultationId}
        groupId={group.id}
        answerId={view.answerId}
        mayWrite={view.mayAnswer}
      />
      <Sample page={page} view={view} />
      <Variants page={page} view={view} />
      <Paging
        label={t.paging}
        older={view.next ? { href: `${own}?pas=${view.next}`, label: t.older } : null}
        newer={view.paged ? { href: own, label: t.newest } : null}
      />
      {view.maySettle && <OtherDeeds page={page} view={view} errors={errors} typed={typed} />}
      <p class="govuk-body">
        {group.state === 'confirmed' && group.slug !== null && (
          <>
            <a href={inLanguage(lang, consultationUrls.group(group.slug, group.code))}>{t.seePublic}</a>{' '}
          </>
        )}
        <a href={inLanguage(lang, history)}>{t.history}</a>
      </p>
    </Layout>
  )
}

type Part = Pick<Props, 'page' | 'view'>

const Sample = ({ page: { lang }, view: { group } }: Part) => {
  const t = textsIn(lang).groups.office
  return (
    <>
      <h2 class="govuk-heading-m">{t.sample}</h2>
      {group.sampleWords === null ? (
        <p class="govuk-body">{t.sampleGone}</p>
      ) : (
        <Inset>
          <div lang={group.lang === lang ? undefined : group.lang}>
            <Words words={group.sampleWords} />
          </div>
        </Inset>
      )}
    </>
  )
}

const Variants = ({ page: { lang }, view }: Part) => {
  const t = textsIn(lang).groups.office
  const { group, variants, maySettle } = view
  if (variants.length === 0) return null
  const to = (deed: string) => inLanguage(lang, officeUrls.settleGroup(group.consultationId, group.id, deed))
  return (
    <form method="post" action={to('konfirmimi')} data-submit-once>
      <Seen view={view} />
      <h2 class="govuk-heading-m">{t.variants}</h2>
      <p class="govuk-hint">{t.variantsHint}</p>
      <ul class="govuk-list kv-variants">
        {variants.map((variant) => (
          <li class="kv-variant">
            <OneVariant page={{ lang }} view={view} variant={variant} />
          </li>
        ))}
      </ul>
      {maySettle && (
        <>
          <div class="kv-buttons">
            <Button kind="primary">{t.confirmAll}</Button>
            {DEEDS_OF_TICKED.map(([deed, label]) => (
              <button class="govuk-button govuk-button--secondary" type="submit" formaction={to(deed)}>
                {t[label]}
              </button>
            ))}
          </div>
          <p class="govuk-hint">{t.takeOutHint}</p>
        </>
      )}
    </form>
  )
}

const DEEDS_OF_TICKED = [
  ['konfirmimi-zgjedhur', 'confirmTicked'],
  ['nxjerrja', 'takeOut'],
  ['ndarja', 'split'],
] as const

const Seen = ({ view: { group, seenAt } }: Pick<Props, 'view'>) => (
  <>
    <input type="hidden" name="versioni" value={String(group.version)} />
    <input type="hidden" name="pare" value={String(seenAt)} />
  </>
)

type VariantProps = { page: Pick<PageContext, 'lang'>; view: OfficeGroupView; variant: ShownVariant }

const OneVariant = ({ page: { lang }, view: { group, maySettle }, variant }: VariantProps) => {
  const t = textsIn(lang).groups.office
  const shown = variant.codes.slice(0, 5)
  const codes =
    variant.count > shown.length ? `${shown.join(', ')} ${t.andMore(variant.count - shown.length)}` : shown.join(', ')
  const notes = [
    variant.proposed > 0 && group.state === 'confirmed' ? t.toConfirm(variant.proposed) : null,
    variant.doubts > 0 ? t.doubted(variant.doubts) : null,
    variant.others > 0 ? t.notPublic(variant.others) : null,
  ].filter(Boolean)
  const wordsLang = group.lang === lang ? undefined : group.lang
  return (
    <>
      {maySettle ? (
        <div class="govuk-checkboxes govuk-checkboxes--small">
          <div class="govuk-checkboxes__item">
            <input
              class="govuk-checkboxes__input"
              id={`v-${variant.id}`}
              name="zgjedhur"
              type="checkbox"
              value={variant.id}
            />
            <label class="govuk-label govuk-checkboxes__label" for={`v-${variant.id}`}>
              {t.variant(variant.count)}: {codes}
            </label>
          </div>
        </div>
      ) : (
        <p class="govuk-body">
          {t.variant(variant.count)}: {codes}
        </p>
      )}
      <p class="govuk-hint">
        <a href={inLanguage(lang, officeUrls.comment(variant.id))}>{variant.codes[0]}</a>
        {notes.length > 0 && <> {notes.join('. ')}</>}
      </p>
      {variant.pieces.every(({ kind }) => kind === 'same') ? (
        <p class="govuk-body">{t.same}</p>
      ) : (
        <div class="kv-variant__words" lang={wordsLang}>
          <WordChanges lang={lang} wordsLang={wordsLang && lang} pieces={variant.pieces} />
        </div>
      )}
    </>
  )
}

const OtherDeeds = ({ page: { lang }, view, errors, typed }: Required<Omit<Props, 'status'>>) => {
  const t = textsIn(lang).groups.office
  const { group } = view
  const to = (deed: string) => inLanguage(lang, officeUrls.settleGroup(group.consultationId, group.id, deed))
  return (
    <div class="kv-moves">
      <Details summary={t.nameTitle} open={errors.emri !== undefined}>
        <form method="post" action={to('emri')} novalidate data-submit-once>
          <Seen view={view} />
          <TextField
            name="emri"
            label={t.name}
            hint={t.nameHint}
            value={typed.emri ?? group.title ?? ''}
            error={errors.emri}
          />
          <Button kind="secondary">{t.saveName}</Button>
        </form>
      </Details>
      <Details summary={t.joinTitle} open={errors.kodi !== undefined}>
        <form method="post" action={to('bashkimi')} novalidate data-submit-once>
          <Seen view={view} />
          <TextField name="kodi" label={t.joinInto} value={typed.kodi ?? ''} error={errors.kodi} />
          <Button kind="secondary">{t.join}</Button>
        </form>
      </Details>
      <Details summary={t.dissolveTitle} open={errors.arsyeja !== undefined}>
        <form method="post" action={to('shperberja')} novalidate data-submit-once>
          <Seen view={view} />
          <p class="govuk-body">{t.dissolveHint}</p>
          <TextAreaField
            name="arsyeja"
            label={t.note}
            value={typed.arsyeja ?? ''}
            error={errors.arsyeja}
            rows={3}
            maxLength={LONGEST_GROUP_NOTE}
            countText={textsIn(lang).form.charactersLeft}
          />
          <Button kind="warning">{t.dissolve}</Button>
        </form>
      </Details>
    </div>
  )
}
