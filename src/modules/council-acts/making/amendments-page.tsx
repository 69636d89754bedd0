import type { FieldErrors, Typed } from '#platform/http/form.ts'
import type { PageContext } from '#platform/http/page-context.ts'
import { formatDay } from '#platform/i18n/formats.ts'
import { inLanguage, type Lang } from '#platform/i18n/language.ts'
import { Button, LinkButton } from '#ui/button.tsx'
import { Details } from '#ui/details.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { Layout } from '#ui/layout.tsx'
import { TextAreaField } from '#ui/text-area-field.tsx'
import { TextField } from '#ui/text-field.tsx'
import { actOfficeUrls as office } from '../urls.ts'
import { ActNav } from './act-nav-part.tsx'
import { OneAmendment } from './amendment-part.tsx'
import type { AmendmentsView } from './amendments-view.ts'
import { ConfirmText } from './confirm-text-part.tsx'
import { makingTexts } from './texts.ts'
import { makingUrls as urls } from './urls.ts'

export type AmendmentsPart = { lang: Lang; view: AmendmentsView; typed: Typed; errors: FieldErrors }
type Props = Omit<AmendmentsPart, 'lang'> & { page: PageContext; status: string | null }

/** From the text that lay before the council to the one that it adopted. */
export const AmendmentsPage = ({ page, view, typed, errors, status }: Props) => {
  const { lang } = page
  const texts = makingTexts(lang)
  const t = texts.amendments
  const { act, title } = view
  const part = { lang, view, typed, errors }
  return (
    <Layout
      page={page}
      title={`${t.title}: ${title}`}
      office
      status={status}
      error={Object.keys(errors).length > 0}
      back={{ href: inLanguage(lang, office.list()), label: texts.list.title }}
    >
      <ErrorSummary title={texts.errorTitle} errors={errors} />
      <span class="govuk-caption-l">{title}</span>
      <h1 class="govuk-heading-l">{t.title}</h1>
      <ActNav lang={lang} act={{ ...act, title }} current="amendments" />
      <Laid {...part} />
      <List {...part} />
      <ConfirmText {...part} />
    </Layout>
  )
}

const Hidden = ({ view }: Pick<AmendmentsPart, 'view'>) => (
  <input type="hidden" name="versioni" value={String(view.act.version)} />
)

const Laid = ({ lang, view, errors }: AmendmentsPart) => {
  const t = makingTexts(lang).amendments
  const { act, states } = view
  const laid = states.find(({ role }) => role === 'laid') ?? states[0]
  return (
    <section aria-labelledby="paraqitur">
      <h2 class="govuk-heading-m" id="paraqitur">
        {t.laidTitle}
      </h2>
      {laid ? (
        <p class="govuk-body">
          {t.laidIs(laid.n, formatDay(lang, laid.confirmedAt, act.zone))}{' '}
          <a href={inLanguage(lang, office.text(act.id))}>{makingTexts(lang).tabs.text}</a>
        </p>
      ) : (
        <p class="govuk-body">{t.laidLead}</p>
      )}
      {errors.marrja && (
        <p class="govuk-error-message" id="marrja">
          {errors.marrja}
        </p>
      )}
      {!laid && act.textId === null && <Sources lang={lang} view={view} />}
      {!laid && act.textId !== null && <Reading lang={lang} view={view} />}
    </section>
  )
}

type Shown = Pick<AmendmentsPart, 'lang' | 'view'>

/** Where the text can come from. The first that is there is the likeliest. */
const Sources = ({ lang, view }: Shown) => {
  const t = makingTexts(lang).amendments
  const { act, consulted, readable, mayWrite } = view
  if (!mayWrite || act.state !== 'draft') return null
  return (
    <>
      {consulted && (
        <form method="post" action={inLanguage(lang, urls.takeText(act.id))} data-submit-once>
          <p class="govuk-body">{t.consultedLead}</p>
          <Hidden view={view} />
          <Button preventDoubleClick name="burimi" value="konsultimi">
            {t.consulted(consulted.title, consulted.n)}
          </Button>
        </form>
      )}
      {readable.map((document, at) => (
        <form method="post" action={inLanguage(lang, urls.takeText(act.id))} data-submit-once>
          <Hidden view={view} />
          <Button
            kind={!consulted && at === 0 ? 'primary' : 'secondary'}
            preventDoubleClick
            name="burimi"
            value={document.id}
          >
            {t.document(document.title)}
          </Button>
        </form>
      ))}
      {consulted || readable.length > 0 ? (
        <p class="govuk-body">
          <a href={inLanguage(lang, office.text(act.id))}>{t.upload}</a>
        </p>
      ) : (
        <>
          <p class="govuk-body">{t.noSource}</p>
          <LinkButton href={inLanguage(lang, office.text(act.id))}>{t.upload}</LinkButton>
        </>
      )}
    </>
  )
}

const Reading = ({ lang, view }: Shown) => {
  const t = makingTexts(lang).amendments
  const { act, amendments, mayWrite, mayDecide } = view
  // Else one deed confirms both.
  const apart = !mayDecide || amendments.some(({ state }) => state !== 'no-words')
  return (
    <>
      <p class="govuk-body">
        {t.reading} <a href={inLanguage(lang, office.text(act.id))}>{t.toReading}</a>
      </p>
      {mayWrite && apart && act.state !== 'void' && (
        <form method="post" action={inLanguage(lang, urls.layText(act.id))} data-submit-once>
          <Hidden view={view} />
          <Button preventDoubleClick>{t.lay}</Button>
        </form>
      )}
    </>
  )
}

const List = (part: AmendmentsPart) => {
  const { lang, view, typed, errors } = part
  const t = makingTexts(lang).amendments
  const { act, amendments, mayWrite } = view
  return (
    <section aria-labelledby="amendamentet">
      <h2 class="govuk-heading-m" id="amendamentet">
        {t.listTitle}
      </h2>
      {amendments.length === 0 && <EmptyState>{t.none}</EmptyState>}
      {amendments.map((amendment) => (
        <OneAmendment {...part} amendment={amendment} />
      ))}
      {mayWrite && act.state === 'draft' && act.textState !== 'adopted' && (
        <Details summary={t.add} open={Object.keys(errors).some((name) => name.startsWith('shto-'))}>
          <form method="post" action={inLanguage(lang, office.amendments(act.id))} novalidate data-submit-once>
            <Hidden view={view} />
            <TextField name="shto-neni" label={t.addArticle} value={typed['shto-neni']} error={errors['shto-neni']} />
            <TextAreaField
              name="shto-fjalet"
              label={t.addWords}
              value={typed['shto-fjalet']}
              error={errors['shto-fjalet']}
              rows={4}
            />
            <TextField name="shto-kush" label={t.addMover} value={typed['shto-kush']} error={errors['shto-kush']} />
            <Button kind="secondary" preventDoubleClick>
              {t.add}
            </Button>
          </form>
        </Details>
      )}
    </section>
  )
}
