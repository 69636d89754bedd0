import type { FieldErrors, Typed } from '#platform/http/form.ts'
import { inLanguage, type Lang } from '#platform/i18n/language.ts'
import { Button } from '#ui/button.tsx'
import { Details } from '#ui/details.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { RadioField } from '#ui/radio-field.tsx'
import { TextField } from '#ui/text-field.tsx'
import type { OfficePaperView } from './paper-view.ts'
import { paperTexts } from './texts.ts'
import { conveningUrls as urls } from './urls.ts'

type Part = { lang: Lang; view: OfficePaperView; typed: Typed; errors: FieldErrors }

/** The consultation that a paper comes from, found by words of its title. */
export const PaperLinks = ({ lang, view, errors }: Part) => {
  const t = paperTexts(lang).one
  const { paper, links, found, words, mayWrite } = view
  return (
    <section aria-labelledby="lidhjet">
      <h2 class="govuk-heading-m" id="lidhjet">
        {t.links}
      </h2>
      {links.length === 0 && <EmptyState>{t.linksNone}</EmptyState>}
      <ul class="govuk-list">
        {links.map(({ words: how, subject, kind, direction }) => (
          <li class="kv-row">
            {how}: <a href={inLanguage(lang, subject.officeHref)}>{subject.title}</a>
            {mayWrite && kind === 'about' && direction === 'forth' && (
              <form method="post" action={inLanguage(lang, urls.unlink(paper.id))} data-submit-once>
                <input type="hidden" name="me" value={subject.ref} />
                <Button kind="secondary">
                  {t.unlink}
                  <span class="govuk-visually-hidden"> {subject.title}</span>
                </Button>
              </form>
            )}
          </li>
        ))}
      </ul>
      {mayWrite && (
        <Details summary={t.linkAdd} open={words !== '' || 'me' in errors}>
          <form method="get" action={inLanguage(lang, urls.paper(paper.id))}>
            <TextField name="kerkimi" label={t.linkFind} value={words} type="search" />
            <Button kind="secondary">{t.linkSearch}</Button>
          </form>
          {words !== '' && found.length === 0 && <EmptyState>{t.linkNothing}</EmptyState>}
          {found.length > 0 && (
            <form method="post" action={inLanguage(lang, urls.links(paper.id))} novalidate data-submit-once>
              <RadioField
                name="me"
                legend={t.linkFound}
                error={errors.me}
                small
                options={found.map(({ ref, title }) => ({ value: ref, label: title }))}
              />
              <Button kind="secondary">{t.linkChoose}</Button>
            </form>
          )}
        </Details>
      )}
    </section>
  )
}
