import { raw } from 'hono/html'
import { inLanguage, type InEveryLanguage, type Lang } from '#platform/i18n/language.ts'
import { asset } from '#ui/assets.ts'
import type { MajorityOf } from '../sitting/majority-rules.ts'
import { textsIn as sittingTextsIn } from '../sitting/texts.ts'
import { RECORDER_KEYS } from './recorder-keys-rules.ts'
import { recorderEn } from './recorder-texts.en.ts'
import { recorderSq, type RecorderTexts } from './recorder-texts.sq.ts'

const TEXTS: InEveryLanguage<RecorderTexts> = { sq: recorderSq, en: recorderEn }

type Props = {
  lang: Lang
  meetingId: string
  zone: string
  /** `page`: the forms that work without script, also for what was written on paper. */
  urls: { state: string; events: string; pen: string; page: string; minutes: string }
  majorities: readonly MajorityOf[]
  commissions: readonly { id: string; name: string }[]
}

/** In the address of the page: forms alone, as for a meeting that was written on paper. */
const WITHOUT_RECORDER = 'me-formulare'

/** Where forms were asked for, or one was just sent, the page stays with forms. */
export const wantsRecorder = (query: Readonly<Record<string, string>>): boolean =>
  query[WITHOUT_RECORDER] === undefined && query['u'] === undefined

/** Back from the forms. */
export const RecorderLink = ({ lang, href }: { lang: Lang; href: string }) => (
  <p class="govuk-body">
    <a href={inLanguage(lang, href)}>{TEXTS[lang].parts.recorder}</a>
  </p>
)

/**
 * Place for the recorder of `browser/sitting.ts`, which shows it and hides what has `data-without-recorder`. The empty parts
 * are drawn in the browser, from the record, by the same rules as here.
 */
export const RecorderPart = (props: Props) => {
  const { lang, meetingId, zone, urls, majorities, commissions } = props
  const words = TEXTS[lang]
  const forms = `${inLanguage(lang, urls.page)}?${WITHOUT_RECORDER}=1`
  const page = {
    words,
    keys: RECORDER_KEYS,
    majorities: majorities
      .filter(({ kind }) => kind !== 'quorum')
      .map((one) => ({ kind: one.kind, majority: one.majority, label: majorityWords(lang, one) })),
    commissions,
    urls: { ...urls, settle: `${forms}#te-vecuara`, minutes: inLanguage(lang, urls.minutes) },
    meeting: meetingId,
    zone,
  }
  return (
    <section class="kv-rec" data-recorder hidden aria-label={words.parts.title}>
      <p class="kv-rec__bar" role="status" data-rec="bar" />
      <p class="kv-rec__told" role="status" data-rec="told" />
      <div data-rec="pen" />
      <div data-rec="now" />
      <div class="kv-rec__columns">
        <div>
          <div data-rec="form" />
          <h2 class="govuk-heading-m" id="rec-deeds">
            {words.parts.deeds}
          </h2>
          <div class="kv-rec__deeds" role="group" aria-labelledby="rec-deeds" tabindex={-1} data-rec="deeds" />
          <p class="kv-quiet">
            {words.parts.keysHint}{' '}
            <button class="kv-link-button" type="button" aria-pressed="false" data-keys-switch>
              {words.parts.keysOff}
            </button>
          </p>
          <div data-rec="aside" />
          <p class="kv-quiet">
            <a href={forms}>{words.parts.forms}</a>
          </p>
        </div>
        <div>
          <h2 class="govuk-heading-m">{words.parts.agenda}</h2>
          <ol class="govuk-list govuk-list--number" data-rec="agenda" />
          <h2 class="govuk-heading-m">{words.parts.presence}</h2>
          <ul class="govuk-list kv-rec__people" data-rec="presence" />
          <h2 class="govuk-heading-m">{words.parts.record}</h2>
          <ol class="govuk-list" reversed data-rec="record" />
        </div>
      </div>
      <script type="application/json" data-recorder-page>
        {raw(asData(page))}
      </script>
      <script type="module" src={asset('sitting.js')} />
    </section>
  )
}

function majorityWords(lang: Lang, { kind, majority }: MajorityOf): string {
  const t = sittingTextsIn(lang).majorities
  return majority ? `${t.kinds[kind]}: ${t.words(majority, t.bases[majority.of])}` : t.kinds[kind]
}

/** JSON that cannot end the element it stands in. */
const asData = (value: unknown): string => JSON.stringify(value).replaceAll('<', String.raw`\u003c`)
