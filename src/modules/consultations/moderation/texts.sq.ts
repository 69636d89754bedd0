import type { CommentState } from '../comments/comment-rules.ts'
import type { PersonalDataKind } from '../comments/personal-data-rules.ts'

const found = {
  telephone: 'numër telefoni',
  email: 'adresë e-poste',
  'identity-number': 'numër personal',
  attachment: 'dokument',
  wave: 'shumë komente njëherësh',
} satisfies Record<PersonalDataKind | 'attachment' | 'wave', string>

export const sq = {
  commentsTitle: 'Komentet',
  states: {
    sent: 'Të pakonfirmuara',
    waiting: 'Presin të shihen',
    published: 'Të publikuara',
    held: 'Të mbajtura të fshehura',
    withdrawn: 'Të tërhequra',
    erased: 'Të fshira',
    'taken-down': 'Të hequra nga publiku',
  } satisfies Record<CommentState, string>,
  stateOf: {
    sent: 'I pakonfirmuar',
    waiting: 'Pret',
    published: 'I publikuar',
    held: 'I mbajtur i fshehur',
    withdrawn: 'I tërhequr',
    erased: 'I fshirë',
    'taken-down': 'I hequr nga publiku',
  } satisfies Record<CommentState, string>,
  words: 'Fjalë, emër ose kod',
  consultation: 'Konsultimi',
  anyConsultation: 'Të gjitha konsultimet',
  noComments: 'Asnjë koment nuk u përgjigjet këtyre kufizimeve.',
  columns: {
    received: 'Pranuar',
    code: 'Kodi',
    consultation: 'Konsultimi',
    about: 'Për',
    author: 'Nga',
    words: 'Fjalët',
    state: 'Gjendja',
  },
  whole: 'Teksti në tërësi',
  found: found as Record<string, string>,
  foundTitle: 'Pse pret',
  foundWords: (what: string) => `Kontrolli gjeti: ${what}.`,
  foundFiles: 'Komenti ka dokumente të bashkëngjitura.',
  author: 'Autori',
  authorPublic: 'emri publikohet',
  authorHidden: 'emri nuk publikohet',
  noName: 'pa emër',
  attachments: 'Dokumente të bashkëngjitura',
  attachmentsHint:
    'Para se ta lironi, hapini: një PDF ose një dokument me komente mund të mbajë emrin e autorit, edhe kur ai nuk publikohet.',
  history: 'Historiku',
  by: (post: string) => `nga ${post}`,
  versions: 'Versionet',
  release: 'Lirojeni dhe publikojeni',
  hold: 'Mbajeni të fshehur',
  holdTitle: 'Mbajeni komentin të fshehur',
  holdHint: 'Arsyeja del në faqen publike dhe i dërgohet autorit.',
  ground: 'Arsyeja',
  note: 'Shpjegim për autorin (nëse duhet)',
  groundError: 'Zgjidhni arsyen',
  noteError: 'Shpjegimi duhet të ketë deri në 1000 shenja',
  movedMeanwhile:
    'Ndërkohë komenti ka ndryshuar: e ka trajtuar dikush tjetër ose e ka ndryshuar autori. Më poshtë shihni si është tani.',
  notPermitted: 'Roli juaj nuk e lejon këtë veprim në këtë institucion.',
  released: 'Komenti u lirua dhe është publik.',
  held: 'Komenti u mbajt i fshehur; arsyeja është publike.',
  nextWaiting: 'Komenti tjetër që pret',
}

export type ModerationTexts = typeof sq
export type FoundName = keyof typeof found
