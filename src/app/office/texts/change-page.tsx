import type { FieldErrors, Typed } from '#platform/http/form.ts'
import type { PageContext } from '#platform/http/page-context.ts'
import { inLanguage } from '#platform/i18n/language.ts'
import { Button } from '#ui/button.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { Inset } from '#ui/inset.tsx'
import { Layout } from '#ui/layout.tsx'
import { RadioField } from '#ui/radio-field.tsx'
import { SelectField } from '#ui/select-field.tsx'
import type { ChangeView } from './changes-view.ts'
import { TextNav } from './text-nav-part.tsx'
import { roomTexts } from './texts.ts'
import { textUrls } from './urls.ts'

type Props = { page: PageContext; view: ChangeView; typed?: Typed; errors?: FieldErrors }

/** One change, decided otherwise than proposed: what this part continues, or that it continues nothing. */
export const ChangePage = ({ page, view, typed = {}, errors = {} }: Props) => {
  const { lang } = page
  const t = roomTexts(lang)
  const { holder, record, change } = view
  const name = change.name ?? change.earlierName ?? ''
  return (
    <Layout
      page={page}
      title={t.changeTitle(name)}
      office
      error={Object.keys(errors).length > 0}
      back={{ href: inLanguage(lang, textUrls.changes(holder, record.id)), label: t.changesTitle }}
    >
      <ErrorSummary title={t.errorTitle} errors={errors} />
      <h1 class="govuk-heading-l">{t.changeTitle(name)}</h1>
      <TextNav page={page} view={view} current="changes" />
      <Words page={page} title={t.earlierWords} name={change.earlierName} words={view.earlierWords} />
      <Words page={page} title={t.laterWords} name={change.name} words={view.laterWords} />
      <Decision page={page} view={view} typed={typed} errors={errors} />
    </Layout>
  )
}

type WordsProps = { page: PageContext; title: string; name: string | null; words: string }

const Words = ({ page: { lang }, title, name, words }: WordsProps) =>
  name === null ? null : (
    <section>
      <h2 class="govuk-heading-s">
        {title}: {name}
      </h2>
      <Inset lang={lang === 'sq' ? undefined : 'sq'}>
        {words.split('\n').map((line) => (
          <p class="govuk-body">{line}</p>
        ))}
      </Inset>
    </section>
  )

const Decision = ({ page: { lang }, view, typed, errors }: Required<Props>) => {
  const t = roomTexts(lang)
  const { holder, record, draft, change, choices } = view
  const gone = change.kind === 'gone'
  const select = (
    <SelectField
      name="nyja"
      label={t.decisionNode}
      value={typed.nyja}
      error={errors.nyja}
      options={[{ value: '', label: '–' }, ...choices]}
    />
  )
  return (
    <form method="post" action={inLanguage(lang, textUrls.change(holder, record.id, change.id))} novalidate>
      <input type="hidden" name="versioni" value={draft?.id} />
      <RadioField
        name="vendimi"
        legend={gone ? t.decisionGone : t.decision}
        value={typed.vendimi}
        error={errors.vendimi}
        options={[
          { value: 'prano', label: t.decisionAccept(t.changeKinds[change.kind]) },
          {
            value: 'vazhdon',
            label: gone ? t.decisionContinuesGone : t.decisionContinues,
            child: select,
          },
          ...(gone || change.kind === 'new' ? [] : [{ value: 'i-ri', label: t.decisionNew }]),
        ]}
      />
      <Button>{t.decisionSave}</Button>
    </form>
  )
}
