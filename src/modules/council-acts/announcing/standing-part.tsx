import { inLanguage } from '#platform/i18n/language.ts'
import { Button } from '#ui/button.tsx'
import { Details } from '#ui/details.tsx'
import { TextAreaField } from '#ui/text-area-field.tsx'
import { TextField } from '#ui/text-field.tsx'
import type { Act } from '../act-queries.ts'
import { isPublic } from '../act-rules.ts'
import { Day, type AnnouncingPart } from './announce-part.tsx'
import { ANNOUNCING_LIMITS as LIMITS } from './announcing-rules.ts'
import { dayParts } from './day-field-rules.ts'
import { announcingTexts } from './texts.ts'
import { announcingUrls as urls } from './urls.ts'

/** Who reads it: everybody, or its public title alone. */
export const Restriction = ({ lang, view: { act, mayDecide }, typed, errors }: AnnouncingPart) => {
  const t = announcingTexts(lang).restricted
  if (!mayDecide || act.state === 'void' || act.state === 'taken-down') return null
  const open = ['titulli-kufizuar', 'arsyeja-kufizimit', 'arsyeja-hapjes'].some((name) => name in errors)
  return (
    <section aria-labelledby="kush-e-lexon">
      <h3 class="govuk-heading-s" id="kush-e-lexon">
        {t.title}
      </h3>
      <p class="govuk-body">{act.restricted ? t.isRestricted(act.publicTitle ?? '') : t.isOpen}</p>
      {act.restricted ? (
        <Details summary={t.open} open={open}>
          <form method="post" action={inLanguage(lang, urls.opening(act.id))} novalidate data-submit-once>
            <Reason name="arsyeja-hapjes" {...{ lang, typed, errors }} hint={t.openLead} />
            <Seen act={act} />
            <Button kind="warning">{t.open}</Button>
          </form>
        </Details>
      ) : (
        <Details summary={t.restrict} open={open}>
          <form method="post" action={inLanguage(lang, urls.restriction(act.id))} novalidate data-submit-once>
            <TextField
              name="titulli-kufizuar"
              label={t.publicTitle}
              hint={t.restrictLead}
              value={typed['titulli-kufizuar']}
              error={errors['titulli-kufizuar']}
            />
            <TextField
              name="arsyeja-kufizimit"
              label={t.ground}
              value={typed['arsyeja-kufizimit']}
              error={errors['arsyeja-kufizimit']}
            />
            <Seen act={act} />
            <Button kind="warning">{t.restrict}</Button>
          </form>
        </Details>
      )}
    </section>
  )
}

const Seen = ({ act }: { act: Act }) => <input type="hidden" name="versioni" value={String(act.version)} />

type ReasonProps = Pick<AnnouncingPart, 'lang' | 'typed' | 'errors'> & { name: string; hint?: string; label?: string }

const Reason = ({ lang, typed, errors, name, hint, label }: ReasonProps) => (
  <TextAreaField
    name={name}
    label={label ?? announcingTexts(lang).reason}
    hint={hint}
    value={typed[name]}
    error={errors[name]}
    rows={3}
    maxLength={LIMITS.reason}
  />
)

/** The facts as they stand, where nothing was typed yet. */
const standing = (act: Act) => ({
  titulli: act.title,
  'titulli-en': act.titleEn ?? '',
  permbledhja: act.summary ?? '',
  'titulli-publik': act.publicTitle ?? '',
  kryesuesi: act.chairName ?? '',
  sekretari: act.secretaryName ?? '',
  propozuesi: act.proposer ?? '',
  ...dayParts('miratuar', act.adoptedOn),
  ...dayParts('botuar', act.announcedOn),
  ...dayParts('nenshkruar', act.signedOn),
})

/** What everybody reads about it, put right with a reason. */
export const Correct = (part: AnnouncingPart) => {
  const { lang, view, errors } = part
  const t = announcingTexts(lang).correct
  const { act, mayDecide } = view
  if (!mayDecide || (act.state !== 'numbered' && act.state !== 'announced')) return null
  const typed = part.typed.titulli === undefined ? { ...part.typed, ...standing(act) } : part.typed
  const field = (name: string, label: string) => (
    <TextField name={name} label={label} value={typed[name]} error={errors[name]} />
  )
  const names = [
    'titulli',
    'titulli-en',
    'permbledhja',
    'titulli-publik',
    'miratuar',
    'botuar',
    'nenshkruar',
    'kryesuesi',
  ]
  const open = [...names, 'sekretari', 'propozuesi', 'arsyeja-ndreqjes'].some((name) => name in errors)
  return (
    <Details summary={t.title} open={open}>
      <form method="post" action={inLanguage(lang, urls.correction(act.id))} novalidate data-submit-once>
        <p class="govuk-body">{t.lead}</p>
        <TextAreaField name="titulli" label={t.actTitle} value={typed.titulli} error={errors.titulli} rows={2} />
        {field('titulli-en', t.titleEn)}
        {act.restricted && field('titulli-publik', t.publicTitle)}
        <TextAreaField
          name="permbledhja"
          label={t.summary}
          value={typed.permbledhja}
          error={errors.permbledhja}
          rows={4}
          maxLength={LIMITS.summary}
        />
        <Day {...part} typed={typed} name="miratuar" legend={t.adoptedOn} />
        {act.announcedOn !== null && <Day {...part} typed={typed} name="botuar" legend={t.announcedOn} />}
        <Day {...part} typed={typed} name="nenshkruar" legend={t.signedOn} />
        {field('kryesuesi', t.chairName)}
        {field('sekretari', t.secretaryName)}
        {field('propozuesi', t.proposer)}
        <Reason name="arsyeja-ndreqjes" {...{ lang, typed, errors }} />
        <Seen act={act} />
        <Button kind="secondary">{t.button}</Button>
      </form>
    </Details>
  )
}

/** Stopped for a while, or applied again. */
export const Stops = (part: AnnouncingPart) => {
  const { lang, view } = part
  const texts = announcingTexts(lang)
  const { act, mayDecide } = view
  if (!mayDecide || act.state !== 'announced' || !isPublic(act.state)) return null
  return act.suspendedFrom === null ? (
    <Stop
      {...part}
      words={texts.suspend}
      day="pezulluar"
      reason="arsyeja-pezullimit"
      action={urls.suspension(act.id)}
    />
  ) : (
    <Stop {...part} words={texts.resume} day="rifilluar" reason="arsyeja-rifillimit" action={urls.resumption(act.id)} />
  )
}

type StopProps = AnnouncingPart & {
  words: { title: string; lead: string; on: string; reason: string; button: string }
  day: string
  reason: string
  action: string
}

const Stop = (props: StopProps) => {
  const { lang, view, typed, errors, words, day, reason, action } = props
  return (
    <Details summary={words.title} open={day in errors || reason in errors}>
      <form method="post" action={inLanguage(lang, action)} novalidate data-submit-once>
        <p class="govuk-body">{words.lead}</p>
        <Day {...props} name={day} legend={words.on} />
        <Reason name={reason} label={words.reason} {...{ lang, typed, errors }} />
        <Seen act={view.act} />
        <Button kind="warning">{words.button}</Button>
      </form>
    </Details>
  )
}
