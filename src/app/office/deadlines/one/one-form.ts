import type { Holder } from '#platform/deadlines/deadline-order.ts'
import { isUuid, lengthOf } from '#platform/http/field-rules.ts'
import { textField, typedOf, type FieldErrors, type Parsed } from '#platform/http/form.ts'
import type { Lang } from '#platform/i18n/language.ts'
import { HOUSE_ROLES } from '#platform/auth/visitor.ts'
import { readCivilDate, type CivilDate } from '#platform/time/civil-date.ts'
import { boardTexts } from '../board/board-texts.ts'
import { DEED_WORDS } from '../board/board-urls.ts'
import type { HandMove } from './move-by-hand.ts'
import type { HandDeed } from '../board/reach-rules.ts'

/** Several forms stand on one page: each has names of its own. */
export const groundField = (deed: HandDeed): string => `arsyeja-${DEED_WORDS[deed]}`

const FIELDS = ['njoftimi', 'menyra', 'numri', 'dita-day', 'dita-month', 'dita-year', 'kujt'] as const
const LENGTHS = { least: 3, most: 1000 } as const
const MOST_MORE = 366

/** What was typed into the form of a deed. */
export function readHandMove(lang: Lang, form: FormData, deed: HandDeed): Parsed<HandMove> {
  const errors: FieldErrors = {}
  const move = readMove(lang, form, deed, errors)
  if (move && Object.keys(errors).length === 0) return { ok: true, value: move }
  return { ok: false, errors, typed: typedOf(form, [groundField(deed), ...FIELDS]) }
}

function readMove(lang: Lang, form: FormData, deed: HandDeed, errors: FieldErrors): HandMove | null {
  const t = boardTexts(lang).form.errors
  const words = (name: string, error: string): string => {
    const typed = textField(form, name)
    if (lengthOf(typed) < LENGTHS.least || lengthOf(typed) > LENGTHS.most) errors[name] = error
    return typed
  }
  switch (deed) {
    case 'resume':
    case 'meet':
      return { deed }
    case 'pause':
    case 'cancel':
    case 'reopen':
      return { deed, ground: words(groundField(deed), t.ground) }
    case 'extend': {
      const to = readTo(lang, form, errors)
      const ground = words(groundField(deed), t.ground)
      const notice = words('njoftimi', t.notice)
      return to && { deed, ground, notice, to }
    }
    case 'give': {
      const to = readHolder(textField(form, 'kujt'))
      if (!to) errors.kujt = t.to
      return to && { deed, to }
    }
  }
}

type To = Extract<HandMove, { deed: 'extend' }>['to']

/** `dite`, `numer` or `rregull:<id>`. */
function readTo(lang: Lang, form: FormData, errors: FieldErrors): To | null {
  const t = boardTexts(lang).form.errors
  const [way, rule = ''] = textField(form, 'menyra').split(':')
  if (way === 'rregull' && /^(AL|XK)-[A-Z0-9-]{2,40}$/.test(rule)) return { rule }
  if (way === 'dite') {
    const day = readDay(form)
    if (day === null) errors.dita = t.day
    return day === null ? null : { day }
  }
  if (way === 'numer') {
    const typed = textField(form, 'numri')
    const more = /^\d{1,3}$/.test(typed) ? Number(typed) : 0
    if (more < 1 || more > MOST_MORE) errors.numri = t.number
    return { more }
  }
  errors.menyra = t.how
  return null
}

function readDay(form: FormData): CivilDate | null {
  const [day = '', month = '', year = ''] = ['day', 'month', 'year'].map((part) => textField(form, `dita-${part}`))
  if (!/^\d{1,2}$/.test(day) || !/^\d{1,2}$/.test(month) || !/^20\d\d$/.test(year)) return null
  return readCivilDate(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`)
}

/** `llogari:<id>`, `rol:<role>` or `njesi:<id>`: one question for all. */
function readHolder(words: string): Holder | null {
  const [kind = '', value = ''] = words.split(':')
  if (kind === 'llogari' && isUuid(value)) return { accountId: value }
  if (kind === 'njesi' && isUuid(value)) return { bodyId: value }
  const role = kind === 'rol' ? HOUSE_ROLES.find((one) => one === value) : undefined
  return role ? { role } : null
}
