/** What a consultation asks of its reader, what was said so far, and what comes next. */
export const sq = {
  minute: 'Në një minutë',
  asked: 'Çfarë ju kërkohet',
  askedWhole: 'Thoni mendimin tuaj për tekstin në tërësi, për një nen ose për fjalët që dëshironi të ndryshojnë.',
  askedPreliminary:
    'Ende nuk ka projekt. Thoni çfarë duhet të përmbajë, çfarë problemi shihni dhe çfarë të mos harrohet.',
  askedQuestions: (n: number) =>
    n === 1 ? 'Përgjigjuni pyetjes që ju bën institucioni.' : `Përgjigjuni ${n} pyetjeve që ju bën institucioni.`,
  askedMeeting: (day: string, place: string) =>
    place === '' ? `Ejani në takimin e datës ${day}:` : `Ejani në takimin e datës ${day}, ${place}:`,
  until: (day: string) => `Deri më ${day}, në orën 24:00.`,
  how: 'Si funksionon',
  comment: 'Shkruani një koment',
  said: 'Çfarë është thënë deri tani',
  saidNothing: 'Ende askush nuk ka komentuar.',
  saidCaption: 'Komentet e publikuara sipas neneve',
  saidWhole: 'Teksti në tërësi',
  saidMore: (n: number) => (n === 1 ? 'edhe 1 nen tjetër me komente' : `edhe ${n} nene të tjera me komente`),
  saidAll: (n: number) => (n === 1 ? 'Lexoni komentin' : `Lexoni të ${n} komentet`),
  next: 'Çfarë ndodh më tej',
  steps: {
    announced: 'U njoftua publikisht',
    open: 'Pranohen komente',
    meeting: 'Takim',
    review: 'Institucioni i shqyrton komentet',
    reviewText: 'Këtu çdo koment merr përgjigje me arsye. Për këtë hap nuk njohim afat ligjor, prandaj nuk ka datë.',
    draft: 'Hartohet projekti',
    draftText: 'Ajo që u tha përdoret për hartimin. Projekti del në një konsultim të dytë.',
    decision: 'Organi kompetent vendos',
    decisionText: 'Teksti i miratuar mund të ndryshojë nga ky që lexoni.',
    cancelled: 'Konsultimi u anulua',
  },
  period: (from: string, to: string) => `${from} deri më ${to}`,
  dayUnknown: 'dita nuk dihet',
  meetings: 'Takimet',
  share: 'Përcilleni',
  shareLead: 'Kopjojeni këtë tekst për Viber, WhatsApp ose Facebook:',
  shareText: (title: string, institution: string, line: string) => `${title}\n${institution}. ${line}`,
  copyText: 'Kopjoni tekstin',
  copied: 'U kopjua',
  kind: 'Konsultim publik',
  kindPreliminary: 'Konsultim paraprak',
  lines: {
    open: (day: string) => `Komentet deri më ${day}`,
    announced: (day: string) => `Hapet më ${day}`,
    closed: (day: string) => `U mbyll më ${day}`,
    closedUnknown: 'I mbyllur',
    cancelled: 'I anuluar',
  },
}

export type OverviewTexts = typeof sq
