import type { FieldErrors, Typed } from '#platform/http/form.ts'
import type { PageContext } from '#platform/http/page-context.ts'
import { formatDate } from '#platform/i18n/formats.ts'
import { inLanguage, type Lang } from '#platform/i18n/language.ts'
import { Button } from '#ui/button.tsx'
import { Details } from '#ui/details.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { Layout } from '#ui/layout.tsx'
import { TextField } from '#ui/text-field.tsx'
import { TreePicker } from '#ui/tree-picker.tsx'
import { AgendaOrder } from './agenda-order-part.tsx'
import type { AgendaView } from './agenda-view.ts'
import { isPublicMeeting } from './convening-rules.ts'
import { ItemFieldsPart } from './item-fields-part.tsx'
import { agendaTexts, conveningTexts, paperTexts } from './texts.ts'
import { conveningUrls as urls } from './urls.ts'

type Props = { page: PageContext; view: AgendaView; typed: Typed; errors: FieldErrors; status: string | null }
type Part = { lang: Lang; view: AgendaView; typed: Typed; errors: FieldErrors }

/** The agenda: its order, what comes back from earlier meetings, what comes from the papers, and items by hand. */
export const AgendaPage = ({ page, view, typed, errors, status }: Props) => {
  const { lang } = page
  const t = agendaTexts(lang)
  const part = { lang, view, typed, errors }
  return (
    <Layout
      page={page}
      title={t.title}
      office
      status={status}
      error={Object.keys(errors).length > 0}
      back={{ href: inLanguage(lang, urls.meeting(view.meeting.id)), label: view.name }}
    >
      <ErrorSummary title={conveningTexts(lang).errorTitle} errors={errors} />
      <h1 class="govuk-heading-l">
        <span class="govuk-caption-l">{view.name}</span> {t.title}
      </h1>
      {view.items.length === 0 ? <EmptyState>{t.none}</EmptyState> : <AgendaOrder {...part} />}
      <Carry {...part} />
      <FromPapers {...part} />
      <ByHand {...part} />
    </Layout>
  )
}

/** Asked for where everybody reads the agenda. Each form has its own, so that a mistake stands beside it. */
const Reason = ({ lang, view, typed, errors, name }: Part & { name: string }) => {
  const t = agendaTexts(lang)
  if (!isPublicMeeting(view.meeting.state)) return null
  return <TextField name={name} label={t.reason} hint={t.reasonHint} value={typed[name]} error={errors[name]} />
}

const Carry = (part: Part) => {
  const { lang, view, errors } = part
  const t = agendaTexts(lang)
  if (view.carry.length === 0) return null
  // Copied from the last agenda it stands here already.
  const stands = new Set(view.items.map(({ title }) => title))
  return (
    <form method="post" action={inLanguage(lang, urls.carry(view.meeting.id))} novalidate data-submit-once>
      <h2 class="govuk-heading-m">{t.carryTitle}</h2>
      <input type="hidden" name="versioni" value={String(view.meeting.version)} />
      <TreePicker
        name="bartur"
        legend={t.carryLead}
        error={errors.bartur}
        chosen={view.carry.flatMap((one) => (one.state === 'postponed' && !stands.has(one.title) ? [one.id] : []))}
        options={view.carry.map(({ id, title, day, stateReason }) => ({
          value: id,
          label: [title, day === null ? '' : t.carryFrom(formatDate(lang, day)), stateReason]
            .filter(Boolean)
            .join(', '),
        }))}
      />
      <Reason {...part} name="arsyeja-bartjes" />
      <Button kind="secondary" preventDoubleClick>
        {t.carry}
      </Button>
    </form>
  )
}

const FromPapers = (part: Part) => {
  const { lang, view, errors } = part
  const t = agendaTexts(lang)
  return (
    <form method="post" action={inLanguage(lang, urls.addPapers(view.meeting.id))} novalidate data-submit-once>
      <h2 class="govuk-heading-m">{t.papersTitle}</h2>
      <input type="hidden" name="versioni" value={String(view.meeting.version)} />
      {view.papers.length === 0 ? (
        <EmptyState>{t.papersNone}</EmptyState>
      ) : (
        <>
          <TreePicker
            name="materialet"
            legend={t.papersLead}
            error={errors.materialet}
            chosen={[]}
            options={view.papers.map(({ id, title, kind }) => ({
              value: id,
              label: `${title} (${paperTexts(lang).kinds[kind]})`,
            }))}
          />
          <Reason {...part} name="arsyeja-materialeve" />
          <Button kind="secondary" preventDoubleClick>
            {t.papersAdd}
          </Button>
        </>
      )}
    </form>
  )
}

const ByHand = (part: Part) => {
  const { lang, view, typed, errors } = part
  const t = agendaTexts(lang)
  const open = view.items.length === 0 || 'titulli' in errors || 'lloji' in errors || typed.titulli !== undefined
  return (
    <Details summary={t.handTitle} open={open}>
      <form method="post" action={inLanguage(lang, urls.agenda(view.meeting.id))} novalidate data-submit-once>
        <input type="hidden" name="dergesa" value={typed.dergesa} />
        <ItemFieldsPart lang={lang} typed={typed} errors={errors} papers={view.papers} />
        <Reason {...part} name="arsyeja" />
        <Button kind="secondary" preventDoubleClick>
          {t.handAdd}
        </Button>
      </form>
    </Details>
  )
}
