import type { PageContext } from '#platform/http/page-context.ts'
import { formatDate } from '#platform/i18n/formats.ts'
import { inLanguage } from '#platform/i18n/language.ts'
import { refOf } from '#platform/subjects/subject-rules.ts'
import { Button, LinkButton } from '#ui/button.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { Layout } from '#ui/layout.tsx'
import { OfficeLink } from '#ui/office-link.tsx'
import { Tag } from '#ui/tag.tsx'
import { TextField } from '#ui/text-field.tsx'
import { TRANSMITTAL_RECORD } from '../act-rules.ts'
import { ActBoxes, ChannelField, DayField, VerdictFields, type FormPart } from './fields-part.tsx'
import type { TransmittalView } from './office-view.ts'
import type { VerdictKind } from './review-rules.ts'
import { textsIn } from './texts.ts'
import { SentActTable, TransmittalFacts } from './transmittal-facts-part.tsx'
import { deskUrls, reviewUrls } from './urls.ts'

/** `office`: of the institution that sends. `desk`: of the authority that reviews. */
export type Side = 'office' | 'desk'

type Props = Omit<FormPart, 'lang'> & {
  page: PageContext
  side: Side
  view: TransmittalView
  status: string | null
  formId: string
  /** What can be said of one of its acts here. */
  kinds: readonly VerdictKind[]
}

type Part = FormPart & Pick<Props, 'view' | 'side' | 'formId' | 'kinds'>

/** One letter: its acts, how it stands, and every next deed of this side. */
export const TransmittalPage = ({ page, side, view, status, typed, errors, formId, kinds }: Props) => {
  const { lang } = page
  const texts = textsIn(lang)
  const { transmittal: one } = view
  const title = one.number === null ? texts.draft : texts.transmittal(`${one.number}/${one.numberYear}`)
  const part = { lang, view, side, typed, errors, formId, kinds }
  const back =
    side === 'desk'
      ? { href: inLanguage(lang, deskUrls.list()), label: texts.desk.title }
      : { href: inLanguage(lang, reviewUrls.list()), label: texts.list.title }
  const urls = side === 'desk' ? deskUrls : reviewUrls
  const files = { letter: (format: string) => urls.letter(one.id, format), bundle: urls.bundle(one.id) }
  return (
    <Layout page={page} title={title} office status={status} back={back} error={Object.keys(errors).length > 0}>
      <ErrorSummary title={texts.errorTitle} errors={errors} />
      <h1 class="govuk-heading-l">{title}</h1>
      <p class="govuk-body">
        <Tag tone={one.state === 'sent' ? 'done' : 'plain'}>{texts.states[one.state]}</Tag>
      </p>
      {one.state === 'withdrawn' && <p class="govuk-inset-text">{texts.one.withdrawn}</p>}
      <TransmittalFacts lang={lang} view={view} files={files} />
      <SentActTable
        lang={lang}
        view={view}
        href={(id) => (side === 'desk' ? deskUrls.act(one.id, id) : reviewUrls.act(id))}
      />
      {view.mayWrite && <Deeds {...part} />}
      {side === 'office' && (
        <OfficeLink
          lang={lang}
          href={`/zyra/historia/${refOf(TRANSMITTAL_RECORD, one.id)}`}
          label={texts.one.history}
        />
      )}
    </Layout>
  )
}

const Deeds = (part: Part) => {
  const { state, receivedOn } = part.view.transmittal
  const open = part.view.acts.filter(({ next }) => next.some((kind) => part.kinds.includes(kind)))
  return (
    <>
      {state === 'draft' && <Send {...part} />}
      {state === 'sent' && receivedOn === null && <Receive {...part} />}
      {state === 'sent' && open.length > 0 && <Say {...part} />}
      {state === 'sent' && receivedOn === null && part.side === 'office' && <Withdraw {...part} />}
    </>
  )
}

const Send = ({ lang, view, typed, errors }: Part) => {
  const texts = textsIn(lang)
  const t = texts.one
  const { id, version } = view.transmittal
  return (
    <>
      <LinkButton kind="secondary" href={inLanguage(lang, reviewUrls.change(id))}>
        {t.change}
      </LinkButton>
      <form method="post" action={inLanguage(lang, reviewUrls.send(id))} novalidate data-submit-once>
        <h2 class="govuk-heading-m">{t.sendTitle}</h2>
        <p class="govuk-body">{t.sendLead}</p>
        <input type="hidden" name="versioni" value={String(version)} />
        <DayField lang={lang} typed={typed} errors={errors} name="dergimi" legend={t.sentOn} />
        <ChannelField lang={lang} typed={typed} errors={errors} />
        <TextField
          name="protokolli"
          label={texts.form.protocol}
          value={typed.protokolli}
          error={errors.protokolli}
          width="10"
        />
        <Button preventDoubleClick>{t.send}</Button>
      </form>
      <form method="post" action={inLanguage(lang, reviewUrls.discard(id))} data-submit-once>
        <h2 class="govuk-heading-m">{t.discard}</h2>
        <p class="govuk-body">{t.discardLead}</p>
        <Button kind="warning" preventDoubleClick>
          {t.discard}
        </Button>
      </form>
    </>
  )
}

const Receive = ({ lang, view, side, typed, errors }: Part) => {
  const t = textsIn(lang).one
  const { id, version } = view.transmittal
  const desk = side === 'desk'
  return (
    <form
      method="post"
      action={inLanguage(lang, (desk ? deskUrls : reviewUrls).receive(id))}
      novalidate
      data-submit-once
    >
      <h2 class="govuk-heading-m">{t.receiveTitle}</h2>
      <p class="govuk-body">{desk ? t.receiveDeskLead : t.receiveLead}</p>
      <input type="hidden" name="versioni" value={String(version)} />
      <TextField
        name="protokolli-organit"
        label={desk ? t.receivedProtocolDesk : t.receivedProtocol}
        value={typed['protokolli-organit']}
        error={errors['protokolli-organit']}
        width="10"
      />
      <DayField lang={lang} typed={typed} errors={errors} name="pranimi" legend={t.receivedOn} />
      <Button preventDoubleClick>{t.receive}</Button>
    </form>
  )
}

/** One answer for several acts at once. */
const Say = ({ lang, view, side, typed, errors, formId, kinds }: Part) => {
  const texts = textsIn(lang)
  const t = side === 'desk' ? { title: texts.desk.say, lead: texts.desk.sayLead } : sayOf(lang)
  const { id } = view.transmittal
  const acts = view.acts.filter(({ next }) => next.some((kind) => kinds.includes(kind)))
  const said = kinds.filter((kind) => acts.some(({ next }) => next.includes(kind)))
  const path = side === 'desk' ? deskUrls.verdicts(id) : reviewUrls.verdicts(id)
  return (
    <form method="post" action={inLanguage(lang, path)} novalidate data-submit-once>
      <h2 class="govuk-heading-m">{t.title}</h2>
      <p class="govuk-body">{t.lead}</p>
      <input type="hidden" name="dergesa" value={formId} />
      <ActBoxes
        typed={typed}
        errors={errors}
        acts={acts.map((act) => ({
          id: act.actId,
          label: `${act.number ?? '–'}: ${act.title}`,
          hint:
            act.newest === null ? '' : `${texts.verdicts[act.newest.kind]}, ${formatDate(lang, act.newest.decidedOn)}`,
        }))}
      />
      <VerdictFields lang={lang} typed={typed} errors={errors} prefix="" kinds={said} />
      <Button preventDoubleClick>{texts.verdict.save}</Button>
    </form>
  )
}

const sayOf = (lang: FormPart['lang']) => {
  const t = textsIn(lang).one
  return { title: t.verdictTitle, lead: t.verdictLead }
}

const Withdraw = ({ lang, view, typed, errors }: Part) => {
  const t = textsIn(lang).one
  const { id, version } = view.transmittal
  return (
    <form method="post" action={inLanguage(lang, reviewUrls.withdraw(id))} novalidate data-submit-once>
      <h2 class="govuk-heading-m">{t.withdrawTitle}</h2>
      <p class="govuk-body">{t.withdrawLead}</p>
      <input type="hidden" name="versioni" value={String(version)} />
      <TextField
        name="arsyeja-terheqjes"
        label={t.withdrawReason}
        value={typed['arsyeja-terheqjes']}
        error={errors['arsyeja-terheqjes']}
      />
      <Button kind="warning" preventDoubleClick>
        {t.withdraw}
      </Button>
    </form>
  )
}
