import { clockOf, type RecordingKind } from './recording-rules.ts'

type Stands = {
  kind: RecordingKind
  url: string
  title: string | null
  seconds: number | null
  closedPartsCut: boolean
}

/** The fields of a link that stands, to be changed. `day` and `hour`: its beginning where the institution is. */
export function typedOfRecording(
  recording: Stands,
  begin: { day: string; hour: string } | null,
): Record<string, string> {
  const [year = '', month = '', day = ''] = begin?.day.split('-') ?? []
  return {
    lloji: recording.kind,
    adresa: recording.url,
    emri: recording.title ?? '',
    'dita-day': day === '' ? '' : String(Number(day)),
    'dita-month': month === '' ? '' : String(Number(month)),
    'dita-year': year,
    ora: begin?.hour ?? '',
    gjatesia: recording.seconds === null ? '' : clockOf(recording.seconds),
    prere: recording.closedPartsCut ? 'po' : '',
  }
}

export const markField = (kind: 'item' | 'vote', id: string): string => `${kind === 'item' ? 'pika' : 'votimi'}-${id}`
