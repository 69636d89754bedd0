import { isUuid, lengthOf } from '#platform/http/field-rules.ts'
import { textField, type FieldErrors } from '#platform/http/form.ts'
import type { ConsultationTexts } from '../texts.sq.ts'
import { LONGEST_GROUP_NOTE, LONGEST_GROUP_TITLE } from './group-rules.ts'
import type { GroupDeed } from './settle-group.ts'

/** The deeds by their word in the address. */
export const DEEDS = [
  'konfirmimi',
  'konfirmimi-zgjedhur',
  'nxjerrja',
  'ndarja',
  'bashkimi',
  'emri',
  'shperberja',
] as const
export type DeedWord = (typeof DEEDS)[number]

/** What was ticked: one comment stands for all who said the same to the letter. */
export const tickedIn = (form: FormData): string[] =>
  form.getAll('zgjedhur').flatMap((value) => (typeof value === 'string' && isUuid(value) ? [value] : []))

export type GroupFormRead = { ok: true; version: number; deed: GroupDeed } | { ok: false; errors: FieldErrors }

/** `ids`: what was ticked, as all who said it. */
export function readGroupForm(
  word: DeedWord,
  form: FormData,
  ids: readonly string[],
  t: ConsultationTexts['groups']['office'],
): GroupFormRead {
  const version = Number(textField(form, 'versioni'))
  const seenAt = new Date(Number(textField(form, 'pare')) || 0)
  const done = (deed: GroupDeed): GroupFormRead => ({ ok: true, version, deed })
  switch (word) {
    case 'konfirmimi':
      return done({ do: 'confirm', ids: null, seenAt })
    case 'konfirmimi-zgjedhur':
      return done({ do: 'confirm', ids, seenAt })
    case 'nxjerrja':
      return done({ do: 'take-out', ids })
    case 'ndarja':
      return done({ do: 'split', ids })
    case 'bashkimi':
      return done({ do: 'join', into: textField(form, 'kodi').toUpperCase() })
    case 'shperberja': {
      const note = textField(form, 'arsyeja')
      if (lengthOf(note) > LONGEST_GROUP_NOTE) return { ok: false, errors: { arsyeja: t.noteError } }
      return done({ do: 'dissolve', note: note || null })
    }
    case 'emri': {
      const title = textField(form, 'emri')
      const length = lengthOf(title)
      if (title !== '' && (length < 3 || length > LONGEST_GROUP_TITLE))
        return { ok: false, errors: { emri: t.nameError } }
      return done({ do: 'name', title: title || null })
    }
  }
}
