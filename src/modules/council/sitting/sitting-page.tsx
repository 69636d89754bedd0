import { formatHour } from '#platform/i18n/formats.ts'
import { inLanguage } from '#platform/i18n/language.ts'
import type { PageContext } from '#platform/http/page-context.ts'
import { Button } from '#ui/button.tsx'
import { Columns } from '#ui/columns.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { Inset } from '#ui/inset.tsx'
import { Layout } from '#ui/layout.tsx'
import { Tag } from '#ui/tag.tsx'
import { RecorderLink, RecorderPart, wantsRecorder } from '../live/recorder-part.tsx'
import { councilOfficeUrls } from '../urls.ts'
import { Agenda } from './agenda-part.tsx'
import { Doors } from './doors-part.tsx'
import { formId, type PartProps } from './event-form-part.tsx'
import { Floor } from './floor-part.tsx'
import { Ending, Opening, PresenceChanges, RollCall } from './presence-part.tsx'
import { RecordList, SetAside } from './record-part.tsx'
import { textsIn } from './texts.ts'
import { sittingUrls as urls } from './urls.ts'
import { Voting } from './vote-part.tsx'

type Props = Omit<PartProps, 'lang'> & { page: PageContext; status: string | null }

/** The secretary's page while a meeting is held, or afterwards from paper. Everything on it is a form. */
export const SittingPage = ({ page, status, ...rest }: Props) => {
  const { lang } = page
  const texts = textsIn(lang)
  const { view, again } = rest
  const { id } = view.meeting
  const props: PartProps = { lang, ...rest }
  const { phase } = view.state
  return (
    <Layout
      page={page}
      title={texts.title}
      office
      status={status}
      error={again !== null}
      back={{ href: inLanguage(lang, councilOfficeUrls.meeting(id)), label: view.name }}
    >
      <ErrorSummary title={texts.errorTitle} errors={again ? { [errorTarget(again)]: again.message } : {}} />
      <div
        data-sitting={id}
        data-version={String(view.version)}
        data-state-url={urls.state(id)}
        data-events-url={urls.events(id)}
        data-pen-url={urls.pen(id)}
      >
        <h1 class="govuk-heading-l">{texts.of(view.name)}</h1>
        <WithRecorder {...props} />
        <div data-without-recorder>
          <Head {...props} />
          <Pen {...props} />
          <Columns
            right={
              <>
                <RecordList {...props} />
                <Sheets {...props} />
              </>
            }
          >
            <SetAside {...props} />
            {view.writing && phase === 'not-open' && <Opening {...props} />}
            {view.writing && phase === 'open' && !view.state.rollCalled && <RollCall {...props} />}
            {(phase === 'open' || view.state.votes.length > 0) && <Voting {...props} />}
            <Agenda {...props} />
            {phase === 'open' && <Floor {...props} />}
            {view.writing && (phase === 'open' || phase === 'suspended') && <Presence {...props} />}
            {phase === 'open' && <Doors {...props} />}
            {view.writing && phase !== 'not-open' && <Ending {...props} />}
          </Columns>
        </div>
      </div>
    </Layout>
  )
}

/** In place of the forms, for whoever may write: drawn by its script, or not at all. */
const WithRecorder = ({ lang, view, query, again }: PartProps) => {
  const { id, zone, state } = view.meeting
  if (!view.mayWrite || !RECORDABLE.includes(state)) return null
  if (again !== null || !wantsRecorder(query)) return <RecorderLink lang={lang} href={urls.page(id)} />
  return (
    <RecorderPart
      lang={lang}
      meetingId={id}
      zone={zone}
      urls={{
        state: urls.state(id),
        events: urls.events(id),
        pen: urls.pen(id),
        page: urls.page(id),
        minutes: councilOfficeUrls.minutes(id),
      }}
      majorities={view.majorities}
      commissions={view.bodies}
    />
  )
}

const RECORDABLE: readonly string[] = ['convened', 'under-way', 'suspended', 'closed']

const errorTarget = ({ kind, typed, field }: NonNullable<PartProps['again']>): string => {
  const keyed = ['item-closed', 'corrected', 'settle'].includes(kind)
  const key = keyed ? (typed.item ?? typed.event ?? '') : ''
  return field === '' ? `f-${formId(kind, key)}` : `${formId(kind, key)}-${field}`
}

const Head = ({ lang, view }: PartProps) => {
  const texts = textsIn(lang)
  const t = texts.quorum
  const { quorum, phase, chair } = view.state
  const set = view.majorities.find(({ kind }) => kind === 'quorum')
  return (
    <>
      <p class="govuk-body" data-quorum>
        <Tag tone={phase === 'open' ? 'done' : 'plain'}>{texts.phases[phase]}</Tag>{' '}
        <Tag tone={quorum.met ? 'done' : 'warning'}>{quorum.met ? t.met : t.missing}</Tag>{' '}
        {t.line(quorum.present, quorum.members, quorum.needed)}
        {chair !== null && `. ${texts.presence.chairNow}: ${view.names.get(chair) ?? ''}`}
      </p>
      {set?.majority === null && (
        <Inset>
          {t.notSet} <a href={inLanguage(lang, urls.majorities())}>{t.set}</a>
        </Inset>
      )}
    </>
  )
}

const Pen = ({ lang, view, newId }: PartProps) => {
  const t = textsIn(lang).pen
  const { pen, mayWrite, meeting } = view
  const words = pen === null ? t.nobody : pen.mine ? t.mine : t.other(pen.name, formatHour(pen.takenAt, meeting.zone))
  if (!mayWrite) return null
  return (
    <section aria-label={t.title} id="pena" data-pen>
      <p class="govuk-body">{words}</p>
      {!pen?.mine && (
        <form method="post" action={inLanguage(lang, urls.pen(meeting.id))} data-submit-once>
          <input type="hidden" name="pajisja" value={newId()} />
          <Button kind={pen === null ? 'primary' : 'secondary'}>{t.take}</Button>
        </form>
      )}
    </section>
  )
}

const Presence = (props: PartProps) => (
  <section aria-labelledby="prania">
    <h2 class="govuk-heading-m" id="prania">
      {textsIn(props.lang).presence.title}
    </h2>
    <PresenceChanges {...props} />
    {props.view.state.rollCalled && props.view.state.phase === 'open' && <RollCall {...props} />}
  </section>
)

const Sheets = ({ lang, view }: PartProps) => {
  const t = textsIn(lang).sheets
  return (
    <section aria-labelledby="fletet">
      <h2 class="govuk-heading-m" id="fletet">
        {t.title}
      </h2>
      <ul class="govuk-list">
        <li>
          <a href={inLanguage(lang, urls.sheets(view.meeting.id, 'docx'))}>{t.docx}</a>
        </li>
        <li>
          <a href={inLanguage(lang, urls.sheets(view.meeting.id, 'pdf'))}>{t.pdf}</a>
        </li>
      </ul>
    </section>
  )
}
