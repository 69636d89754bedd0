import type { IncomingFile } from '#platform/files/incoming-file.ts'
import { lengthOf } from '#platform/http/field-rules.ts'
import { typedOf, type FieldErrors, type Parsed, type Typed } from '#platform/http/form.ts'
import type { Announcement } from './announce-act.ts'
import type { CorrectedFacts } from './announcing-queries.ts'
import { ANNOUNCING_LIMITS as LIMITS, CHANNELS, type ForceDay } from './announcing-rules.ts'
import { dayFields, dayIn } from './day-field-rules.ts'
import type { PostingForm } from './keep-posting.ts'
import type { NotificationForm } from './notify-act.ts'
import type { AnnouncingTexts } from './texts.sq.ts'

type Texts = AnnouncingTexts['errors']

/** All fields of all forms of the page, to hand back what was typed. */
const DAYS = 'shpallur fuqi dita-fuqi njoftuar afishuar hequr miratuar botuar nenshkruar pezulluar rifilluar'.split(' ')
const WORDS =
  'dergesa versioni hequr-id arsyeja-vonese fuqi-neni dita-fuqi-neni menyra marresi protokolli vendi-afishimit titulli-kufizuar arsyeja-kufizimit arsyeja-hapjes titulli titulli-en permbledhja titulli-publik kryesuesi sekretari propozuesi arsyeja-ndreqjes arsyeja-pezullimit arsyeja-rifillimit'.split(
    ' ',
  )
const ANNOUNCING_FIELDS = [...DAYS.flatMap(dayFields), ...WORDS]

/** What this form had: a field that it did not have is not an empty one. */
export const typedIn = (form: FormData): Typed =>
  typedOf(
    form,
    ANNOUNCING_FIELDS.filter((name) => form.has(name)),
  )

/** What one form gathers: the value, or an error for each field. */
function reader(typed: Typed, texts: Texts) {
  const errors: FieldErrors = {}
  return {
    errors,
    done: <T>(value: T): Parsed<T> =>
      Object.keys(errors).length > 0 ? { ok: false, errors, typed } : { ok: true, value },
    day(name: string, needed = true): string | null {
      const day = dayIn(typed, name)
      if (day === undefined || (needed && day === null)) errors[name] = texts.day
      return day ?? null
    },
    words(name: string, { least = 0, most }: { least?: number; most: number }, error: string): string | null {
      const words = typed[name] ?? ''
      const length = lengthOf(words)
      if (length < least || length > most) errors[name] = error
      return words === '' ? null : words
    },
    reason(name: string): string {
      return this.words(name, { least: LIMITS.leastReason, most: LIMITS.reason }, texts.reason) ?? ''
    },
  }
}

export function readAnnouncement(typed: Typed, texts: Texts): Parsed<Announcement> {
  const read = reader(typed, texts)
  const on = read.day('shpallur')
  const reason = typed['arsyeja-vonese'] ? read.reason('arsyeja-vonese') : null
  const day = read.day('fuqi', false)
  const article = read.words('fuqi-neni', { least: day === null ? 0 : 1, most: LIMITS.article }, texts.article)
  // An article without a day says that the day was forgotten.
  if (day === null && article !== null) read.errors.fuqi = texts.day
  return read.done({ on: on ?? '', reason, forceDay: day === null ? null : { day, article: article ?? '' } })
}

export function readForceDay(typed: Typed, texts: Texts): Parsed<ForceDay> {
  const read = reader(typed, texts)
  const day = read.day('dita-fuqi')
  const article = read.words('dita-fuqi-neni', { least: 1, most: LIMITS.article }, texts.article)
  return read.done({ day: day ?? '', article: article ?? '' })
}

export function readNotification(typed: Typed, texts: Texts): Parsed<NotificationForm> {
  const read = reader(typed, texts)
  const on = read.day('njoftuar')
  const channel = CHANNELS.find((one) => one === typed.menyra)
  if (!channel) read.errors.menyra = texts.channel
  const least = typed.marresi ? 2 : 0
  const addressee = read.words('marresi', { least, most: LIMITS.addressee }, texts.addressee)
  const protocol = read.words('protokolli', { most: LIMITS.protocol }, texts.protocol)
  return read.done({ on: on ?? '', channel: channel ?? 'other', addressee, protocol })
}

export function readPosting(typed: Typed, file: IncomingFile | undefined, texts: Texts): Parsed<PostingForm> {
  const read = reader(typed, texts)
  const place = read.words('vendi-afishimit', { least: 2, most: LIMITS.place }, texts.place)
  const on = read.day('afishuar')
  if (file && !file.mediaType.startsWith('image/')) read.errors.fotografia = texts.file
  return read.done({ place: place ?? '', on: on ?? '', photograph: file ?? null })
}

export function readTakenOff(typed: Typed, texts: Texts): Parsed<{ on: string }> {
  const read = reader(typed, texts)
  return read.done({ on: read.day('hequr') ?? '' })
}

export function readRestriction(typed: Typed, texts: Texts): Parsed<{ publicTitle: string; ground: string }> {
  const read = reader(typed, texts)
  const publicTitle = read.words('titulli-kufizuar', { least: 2, most: LIMITS.publicTitle }, texts.publicTitle)
  const ground = read.words('arsyeja-kufizimit', { least: 3, most: LIMITS.ground }, texts.ground)
  return read.done({ publicTitle: publicTitle ?? '', ground: ground ?? '' })
}

export function readReason(typed: Typed, name: string, texts: Texts): Parsed<{ reason: string }> {
  const read = reader(typed, texts)
  return read.done({ reason: read.reason(name) })
}

export function readStop(
  typed: Typed,
  day: string,
  reason: string,
  texts: Texts,
): Parsed<{ on: string; reason: string }> {
  const read = reader(typed, texts)
  return read.done({ on: read.day(day) ?? '', reason: read.reason(reason) })
}

export function readCorrection(typed: Typed, texts: Texts): Parsed<{ facts: CorrectedFacts; reason: string }> {
  const read = reader(typed, texts)
  const title = read.words('titulli', { least: 2, most: LIMITS.title }, texts.title)
  const name = (field: string) => read.words(field, { least: typed[field] ? 2 : 0, most: LIMITS.name }, texts.name)
  const facts: CorrectedFacts = {
    title: title ?? '',
    titleEn: read.words('titulli-en', { least: typed['titulli-en'] ? 2 : 0, most: LIMITS.title }, texts.title),
    summary: read.words('permbledhja', { least: typed.permbledhja ? 2 : 0, most: LIMITS.summary }, texts.summary),
    publicTitle: read.words(
      'titulli-publik',
      { least: typed['titulli-publik'] ? 2 : 0, most: LIMITS.publicTitle },
      texts.publicTitle,
    ),
    adoptedOn: read.day('miratuar', false),
    announcedOn: read.day('botuar', false),
    signedOn: read.day('nenshkruar', false),
    chairName: name('kryesuesi'),
    secretaryName: name('sekretari'),
    proposer: name('propozuesi'),
  }
  return read.done({ facts, reason: read.reason('arsyeja-ndreqjes') })
}
