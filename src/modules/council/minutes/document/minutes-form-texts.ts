import { formatDay } from '#platform/i18n/formats.ts'
import type { Lang } from '#platform/i18n/language.ts'
import type { FormBlock, FormDocument } from '#platform/papers/form-document-rules.ts'
import type { MinutesFacts } from '../record/minutes-fact-rules.ts'
import { minutesTitle } from './document-texts.ts'
import { documentTexts } from './saying-texts.ts'

type Paper = {
  facts: MinutesFacts
  blocks: readonly FormBlock[]
  /** Null: a draft. */
  version: { n: number; at: Date; reason: string | null } | null
  address: string
}

/** The minutes on paper, in the language of their blocks. */
export function minutesForm(lang: Lang, { facts, blocks, version, address }: Paper): FormDocument {
  const t = documentTexts(lang)
  const lead = version
    ? [
        t.version(version.n, formatDay(lang, version.at, facts.meeting.zone)),
        ...(version.reason === null ? [] : [t.reason(version.reason)]),
      ].join('. ')
    : t.draft
  return {
    lang,
    wordsLang: lang,
    form: t.form,
    title: minutesTitle(lang, facts),
    institution: facts.meeting.institution,
    lead,
    kept: t.kept,
    address,
    page: t.paperPage,
    blocks,
  }
}
