import type { PageContext } from '#platform/http/page-context.ts'
import { inLanguage } from '#platform/i18n/language.ts'
import { LETTER_KINDS, LETTER_STATES } from '#platform/mail/letter-rules.ts'
import { FilterForm } from '#ui/filter-form.tsx'
import { Paging } from '#ui/paging.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { TextField } from '#ui/text-field.tsx'
import { OFFICE_TEXTS } from '../office-texts.ts'
import { officeUrls } from '../urls.ts'
import type { OutboxQuestion, OutboxView } from './outbox-view.ts'
import { mailTexts } from './texts.ts'

type Props = { page: PageContext; view: OutboxView }

/** Narrows the letters; in demonstration also by address. */
export const OutboxFilter = ({ page, view }: Props) => {
  const { question, institutions } = view
  const old = OFFICE_TEXTS[page.lang].mail
  const t = mailTexts(page.lang).outbox
  const list = inLanguage(page.lang, officeUrls.mail())
  const narrowed = searchOf(question).size > 0
  return (
    <FilterForm
      action={list}
      legend={t.filter}
      submit={old.find}
      clear={narrowed ? { href: list, label: old.clear } : null}
    >
      {page.demo && (
        <TextField name="adresa" label={old.address} value={question.recipient} type="search" maxLength={254} />
      )}
      <SelectField
        name="gjendja"
        label={t.state}
        value={question.state ?? ''}
        options={[
          { value: '', label: t.anyState },
          ...LETTER_STATES.map((state) => ({ value: state, label: old.states[state].label })),
        ]}
      />
      <SelectField
        name="lloji"
        label={t.kind}
        value={question.kind ?? ''}
        options={[
          { value: '', label: t.anyKind },
          ...LETTER_KINDS.map((kind) => ({ value: kind, label: old.kinds[kind] })),
        ]}
      />
      {institutions.length > 1 && (
        <SelectField
          name="institucioni"
          label={t.institution}
          value={question.institution}
          options={[
            { value: '', label: t.anyInstitution },
            ...institutions.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
      )}
      <TextField name="dita" label={t.day} value={question.day} width="10" maxLength={10} />
    </FilterForm>
  )
}

export const OutboxPaging = ({ page, view }: Props) => {
  const texts = OFFICE_TEXTS[page.lang].mail
  const list = inLanguage(page.lang, officeUrls.mail())
  const search = searchOf(view.question)
  const newest = view.question.after
    ? { href: search.size > 0 ? `${list}?${search}` : list, label: texts.newest }
    : null
  if (view.older) search.set('pas', view.older)
  const older = view.older ? { href: `${list}?${search}`, label: texts.older } : null
  return <Paging label={texts.paging} older={older} newer={newest} />
}

const searchOf = ({ recipient, state, kind, institution, day }: OutboxQuestion): URLSearchParams =>
  new URLSearchParams({
    ...(recipient && { adresa: recipient }),
    ...(state && { gjendja: state }),
    ...(kind && { lloji: kind }),
    ...(institution && { institucioni: institution }),
    ...(day && { dita: day }),
  })
