import type { FieldErrors, Typed } from '#platform/http/form.ts'
import { formatDate } from '#platform/i18n/formats.ts'
import { inLanguage, type Lang } from '#platform/i18n/language.ts'
import { Button } from '#ui/button.tsx'
import { Details } from '#ui/details.tsx'
import { TextAreaField } from '#ui/text-area-field.tsx'
import { RELATION_KINDS } from '../act-rules.ts'
import { textsIn } from '../texts.ts'
import { actOfficeUrls } from '../urls.ts'
import type { RelationLine } from './relation-queries.ts'
import { RELATION_LIMITS as LIMITS } from './relation-rules.ts'
import type { RelationsView } from './relation-view.ts'
import { relationTexts } from './texts.ts'
import { relationUrls as urls } from './urls.ts'

export type RelationPart = { lang: Lang; view: RelationsView; typed: Typed; errors: FieldErrors }
type Line = RelationLine & { own: boolean }

/** What the relation is, from the side of the act whose page this is. */
export function kindWords(lang: Lang, one: Line): string {
  const words = textsIn(lang).relations[one.kind]
  return one.own === one.passive ? words.back : words.forth
}

/** The other act: its number and title with a link, or the words in which it was named. */
export const Other = ({ lang, one }: { lang: Lang; one: RelationLine & { own?: boolean } }) => {
  const id = one.own === false ? one.actId : one.otherId
  if (id === null) return <>{one.otherWords}</>
  return (
    <>
      <a href={inLanguage(lang, actOfficeUrls.act(id))}>{nameOf(lang, one)}</a>
      {one.otherInstitution !== null && <span class="kv-quiet"> ({one.otherInstitution})</span>}
    </>
  )
}

export function nameOf(lang: Lang, one: RelationLine): string {
  const day = one.otherAdoptedOn === null ? null : formatDate(lang, one.otherAdoptedOn)
  const title = [...(one.otherTitle ?? one.otherWords ?? '')].slice(0, 160).join('')
  return [[one.otherNumber, day].filter(Boolean).join(', '), title].filter(Boolean).join(': ')
}

export const articleWords = (lang: Lang, { byArticles, ofArticles }: RelationLine): string => {
  const t = relationTexts(lang)
  return (
    [byArticles && t.byArticles(byArticles), ofArticles && t.ofArticles(ofArticles)].filter(Boolean).join('; ') || '–'
  )
}

/** What the program found, each with the words, to be confirmed, pointed elsewhere, or dropped. */
export const Doubt = ({ lang, view, typed, errors, one }: RelationPart & { one: Line }) => {
  const t = relationTexts(lang)
  const mine = typed.lidhja === one.id
  const field = (name: string) => `${name}-${one.id}`
  return (
    <article class="kv-row">
      <h3 class="govuk-heading-s">
        {kindWords(lang, one)}: <Other lang={lang} one={one} />
      </h3>
      <p class="govuk-body kv-quiet">
        {t.origins[one.origin]}
        {one.byArticles !== null || one.ofArticles !== null ? `, ${articleWords(lang, one)}` : ''}
      </p>
      {one.foundIn !== null && (
        <Details summary={t.foundIn}>
          <p lang={view.act.lang}>{one.foundIn}</p>
        </Details>
      )}
      {mine && Object.values(errors).map((words) => <p class="govuk-error-message">{words}</p>)}
      {view.mayWrite && (
        <form method="post" action={inLanguage(lang, urls.confirm(view.act.id, one.id))} novalidate data-submit-once>
          <Hidden view={view} one={one} />
          <label class="govuk-label" for={field('lloji')}>
            {t.add.kind}
          </label>
          <select class="govuk-select" id={field('lloji')} name="lloji">
            {RELATION_KINDS.map((kind) => (
              <option value={kind} selected={kind === one.kind}>
                {textsIn(lang).relations[kind][one.passive ? 'back' : 'forth']}
              </option>
            ))}
          </select>
          <label class="govuk-label" for={field('tjetri')}>
            {t.pointed}
          </label>
          <select class="govuk-select" id={field('tjetri')} name="tjetri">
            {one.otherId !== null && <option value={one.otherId}>{t.asThought(nameOf(lang, one))}</option>}
            {view.choices
              .filter(({ id }) => id !== one.otherId)
              .map((choice) => (
                <option value={choice.id}>
                  {choice.number}: {[...choice.title].slice(0, 90).join('')}
                </option>
              ))}
            {one.otherWords !== null && <option value="">{t.asWords}</option>}
          </select>
          <p>
            <Button kind="secondary">{t.confirm}</Button>
          </p>
        </form>
      )}
      {view.mayWrite && (
        <form method="post" action={inLanguage(lang, urls.drop(view.act.id, one.id))} data-submit-once>
          <input type="hidden" name="versioni" value={String(view.act.version)} />
          <Button kind="warning">{t.drop}</Button>
        </form>
      )}
    </article>
  )
}

const Hidden = ({ view, one }: { view: RelationsView; one: RelationLine }) => (
  <>
    <input type="hidden" name="versioni" value={String(view.act.version)} />
    <input type="hidden" name="lidhja" value={one.id} />
    <input type="hidden" name="fjale" value={one.otherWords ?? ''} />
    <input type="hidden" name="me-nenin" value={one.byArticles ?? ''} />
    <input type="hidden" name="nenet" value={one.ofArticles ?? ''} />
    <input type="hidden" name="dita-day" value={one.effectiveOn?.slice(8) ?? ''} />
    <input type="hidden" name="dita-month" value={one.effectiveOn?.slice(5, 7) ?? ''} />
    <input type="hidden" name="dita-year" value={one.effectiveOn?.slice(0, 4) ?? ''} />
  </>
)

/** A relation that stands is dropped with a reason where everybody reads it. */
export const Drop = ({ lang, view, typed, errors, one }: RelationPart & { one: Line }) => {
  const t = relationTexts(lang)
  if (one.carriedOutIn !== null) return <span class="kv-quiet">{t.carriedOut}</span>
  if (!view.mayWrite || !one.own) return <>–</>
  const mine = typed.lidhja === one.id
  return (
    <Details summary={t.dropStanding} open={mine}>
      <form method="post" action={inLanguage(lang, urls.drop(view.act.id, one.id))} novalidate data-submit-once>
        <input type="hidden" name="versioni" value={String(view.act.version)} />
        <input type="hidden" name="lidhja" value={one.id} />
        <TextAreaField
          name="arsyeja"
          id={mine ? 'arsyeja' : `arsyeja-${one.id}`}
          label={t.reason}
          hint={t.dropLead}
          value={mine ? typed.arsyeja : ''}
          error={mine ? errors.arsyeja : undefined}
          rows={2}
          maxLength={LIMITS.reason}
        />
        <Button kind="warning">{t.dropStanding}</Button>
      </form>
    </Details>
  )
}
