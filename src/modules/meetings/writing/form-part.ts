import type { FieldErrors, Typed } from '#platform/http/form.ts'
import type { Lang } from '#platform/i18n/language.ts'
import type { OfficeMeetingView } from './office-view.ts'

/** What the parts of the page of a meeting in the office are given. */
export type Part = { lang: Lang; view: OfficeMeetingView }
/** Those with a form, besides: what was typed into it, and what is to be mended. */
export type FormPart = Part & { typed: Typed; errors: FieldErrors }
