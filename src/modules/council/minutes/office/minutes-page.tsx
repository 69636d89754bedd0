import type { FieldErrors, Typed } from '#platform/http/form.ts'
import type { PageContext } from '#platform/http/page-context.ts'
import { inLanguage, type Lang } from '#platform/i18n/language.ts'
import { Button } from '#ui/button.tsx'
import { Details } from '#ui/details.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { Inset } from '#ui/inset.tsx'
import { Layout } from '#ui/layout.tsx'
import { Tag } from '#ui/tag.tsx'
import { TextAreaField } from '#ui/text-area-field.tsx'
import { Blocks } from '../blocks-part.tsx'
import { documentTexts } from '../document/saying-texts.ts'
import { MINUTES_LIMITS, writeSignatures } from '../minutes-rules.ts'
import { minutesTexts } from '../texts.ts'
import { minutesOfficeUrls as urls } from '../urls.ts'
import { MinutesDeeds, MinutesFiles } from './minutes-deeds-part.tsx'
import type { OfficeMinutesView, WrittenItem } from './office-minutes-view.ts'

type Props = {
  page: PageContext
  view: OfficeMinutesView
  typed: Typed
  errors: FieldErrors
  status: string | null
  /** A number of this form alone. */
  formId: string
}

/** The minutes at the desk: what was counted beside what is written, then what becomes of them. */
export const OfficeMinutesPage = (props: Props) => {
  const { page, view, errors, status } = props
  const { lang } = page
  const texts = minutesTexts(lang)
  const t = texts.office
  const { minutes, facts } = view
  return (
    <Layout
      page={page}
      title={t.title}
      office
      status={status}
      error={Object.keys(errors).length > 0}
      back={{ href: inLanguage(lang, urls.meeting(facts.meeting.id)), label: t.back }}
    >
      <ErrorSummary title={texts.errorTitle} errors={errors} />
      <span class="govuk-caption-l">{view.title}</span>
      <h1 class="govuk-heading-l">{t.title}</h1>
      {minutes === null ? (
        <NotDrafted lang={lang} view={view} />
      ) : (
        <>
          <p>
            <Tag tone={minutes.state === 'approved' ? 'done' : 'plain'}>{texts.officeStates[minutes.state]}</Tag>
          </p>
          <Missing lang={lang} view={view} />
          <MinutesFiles lang={lang} view={view} />
          {view.mayWrite ? <Editing {...props} /> : <Reading {...props} />}
          <MinutesDeeds {...props} />
        </>
      )}
    </Layout>
  )
}

const NotDrafted = ({ lang, view }: { lang: Lang; view: OfficeMinutesView }) => {
  const t = minutesTexts(lang).office
  const open = ['under-way', 'suspended', 'closed'].includes(view.meetingState)
  return (
    <>
      <p class="govuk-body">{t.noDraft}</p>
      {!open && <p class="govuk-body">{t.notOpen}</p>}
      {open && view.mayWrite && (
        <form method="post" action={inLanguage(lang, urls.draft(view.facts.meeting.id))}>
          <p class="govuk-body">{t.noDraftLead}</p>
          <Button preventDoubleClick>{t.draft}</Button>
        </form>
      )}
    </>
  )
}

const Missing = ({ lang, view }: { lang: Lang; view: OfficeMinutesView }) => {
  const t = minutesTexts(lang).office
  if (view.missing.length === 0) return <p class="govuk-body">{t.nothingMissing}</p>
  return (
    <section aria-labelledby="mungon">
      <h2 class="govuk-heading-s" id="mungon">
        {t.missingTitle}
      </h2>
      <ul class="govuk-list govuk-list--bullet">
        {view.missing.map((one) =>
          one.kind === 'words' ? (
            <li>
              <a href={`#pika-${one.itemId}`}>{t.missing.words(one.ordinal)}</a>
            </li>
          ) : one.kind === 'set-aside' ? (
            <li>{t.missing['set-aside'](one.count)}</li>
          ) : (
            <li>{t.missing[one.kind]}</li>
          ),
        )}
      </ul>
    </section>
  )
}

const Editing = ({ page: { lang }, view, typed, errors }: Props) => {
  const t = minutesTexts(lang).office
  const { minutes, facts } = view
  return (
    <form method="post" action={inLanguage(lang, urls.one(facts.meeting.id))} novalidate data-submit-once>
      <p class="govuk-body">{t.lead}</p>
      {view.changedSince && <Inset>{t.changedSince}</Inset>}
      <input type="hidden" name="versioni" value={typed.versioni ?? String(minutes?.version ?? 0)} />
      <TextAreaField
        name="hapja"
        label={t.opening}
        hint={t.wordsHint}
        value={typed.hapja ?? view.openingWords}
        error={errors.hapja}
        rows={4}
        maxLength={MINUTES_LIMITS.opening}
      />
      {view.items.map((one) => (
        <ItemFields lang={lang} one={one} typed={typed} errors={errors} />
      ))}
      <TextAreaField
        name="mbyllja"
        label={t.ending}
        hint={t.wordsHint}
        value={typed.mbyllja ?? facts.ending}
        error={errors.mbyllja}
        rows={4}
        maxLength={MINUTES_LIMITS.ending}
      />
      <TextAreaField
        name="nenshkrimet"
        label={t.signatures}
        hint={t.signaturesHint}
        value={typed.nenshkrimet ?? writeSignatures(facts.signatures)}
        error={errors.nenshkrimet}
        rows={3}
      />
      <Button preventDoubleClick>{t.save}</Button>
    </form>
  )
}

type ItemProps = { lang: Lang; one: WrittenItem } & Pick<Props, 'typed' | 'errors'>

const ItemFields = ({ lang, one, typed, errors }: ItemProps) => {
  const t = minutesTexts(lang).office
  const { item, computed } = one
  const name = `pika-${item.id}`
  const heading = documentTexts(lang).item(item.ordinal, item.title ?? documentTexts(lang).closedItem)
  const hints = [
    one.closed === 'wholly' ? t.closedHint : one.closed === 'partly' ? t.partlyHint : '',
    one.fromNotes && typed[name] === undefined ? t.takeNotes : '',
  ].filter(Boolean)
  return (
    <section aria-labelledby={`titulli-${item.id}`}>
      <h2 class="govuk-heading-m" id={`titulli-${item.id}`}>
        {heading}
      </h2>
      {computed.length > 0 && (
        <Details summary={t.computed} open>
          <Blocks blocks={computed} inner />
        </Details>
      )}
      <TextAreaField
        name={name}
        label={t.itemWords(item.ordinal)}
        hint={hints.length === 0 ? undefined : hints.join(' ')}
        value={typed[name] ?? one.words}
        error={errors[name]}
        rows={6}
        maxLength={MINUTES_LIMITS.words}
      />
    </section>
  )
}

/** For whoever may look and not write. */
const Reading = ({ page: { lang }, view }: Props) => (
  <p class="govuk-body">
    <a href={inLanguage(lang, urls.preview(view.facts.meeting.id))}>{minutesTexts(lang).office.preview}</a>
  </p>
)
